// WindowSource: the one Source there is: a window over a ByteInput, in UTF-8.
#pragma once

#include "ibid/source.hpp"

#include "io/byte_input.hpp"
#include "io/charset.hpp"
#include "io/converter.hpp"
#include "io/locator.hpp"
#include "io/window.hpp"

#include <string>

namespace ibid::io {

class WindowSource final : public Source {
public:
    static constexpr std::size_t usual_capacity = 256 * 1024;

    /// `diagnostics` is told of bytes that had to be converted; null: nobody is. `encoding`: see open_file().
    WindowSource(std::unique_ptr<ByteInput> input, std::string_view name, Diagnostics* diagnostics,
                 std::size_t capacity = usual_capacity, std::string_view encoding = {},
                 Limits const& limits = {});
    ~WindowSource() override;

    [[nodiscard]] std::string_view name() const noexcept override { return name_; }
    [[nodiscard]] std::string_view window() const noexcept override { return window_.view(); }
    [[nodiscard]] bool at_end() const noexcept override { return input_ended_ && raw_.empty(); }
    bool more() override;
    void consume(std::size_t size) override;
    [[nodiscard]] Location locate(char const* at) override;
    [[nodiscard]] std::string_view line_at(char const* at) const noexcept override;
    [[nodiscard]] bool is_utf8() const noexcept override { return !converting_; }
    void append_original(std::string_view slice, std::string& to) const override;
    [[nodiscard]] std::size_t bytes_read() const noexcept override { return bytes_read_; }
    [[nodiscard]] std::unique_ptr<Source> again() override;
    [[nodiscard]] bool is_repeatable() const noexcept override { return input_->is_repeatable(); }
    [[nodiscard]] Limits const& limits() const noexcept override { return limits_; }

private:
    void begin();
    void read_begin(std::size_t size);
    void unpack();
    void refuse(std::string_view why);
    void choose(std::string_view encoding);
    void choose_by_evidence();
    void tell_encoding(std::string_view message);
    void tell(Notice const& notice);
    void make_room(std::size_t wanted);
    void fill(std::size_t wanted);
    void fill_directly();
    void fill_converting();
    std::size_t read(char* to, std::size_t size);
    void tell_at_end();
    void report_bad_bytes();

    std::unique_ptr<ByteInput> input_;
    std::unique_ptr<ByteInput> spooled_;  ///< what again() gives of a pipe
    std::string name_;
    Diagnostics* diagnostics_;
    Limits limits_;
    std::size_t capacity_;
    Window window_;
    Locator locator_;
    std::size_t bytes_read_ = 0;
    bool input_ended_ = false;
    bool remarked_ = false;  ///< what the input has to remark is told

    Encoding encoding_ = Encoding::utf8;
    bool begun_ = false;                   ///< the first window is filled
    std::string late_encoding_{};          ///< what is to be told of the encoding at the end
    std::string wanted_;                   ///< the encoding that was asked for
    mutable bool told_of_utf8_ = false;    ///< that UTF-16 does not keep its bytes
    std::unique_ptr<Charset> charset_{};   ///< of a file in no encoding of Unicode
    bool is_windows_1252_ = false;  ///< as its header says; what is UTF-8 in it is read as that all the same
    bool converting_ = false;    ///< not UTF-8, or UTF-8 with bad bytes in it
    std::string raw_{};          ///< bytes read and not yet in the window: the begin of a sequence, or more if converting
    std::size_t bad_ = 0;
    std::string mark_{};             ///< the byte order mark
    std::uint64_t base_offset_ = 0;  ///< where the buffer begins in all that came out
    std::vector<Repair> repairs_{};  ///< what was read as Windows-1252 in the buffer, in order
    Location first_bad_{};
    std::string first_bad_line_{};
};

}  // namespace ibid::io
