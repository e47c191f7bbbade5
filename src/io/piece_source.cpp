// PieceSource: a source over bytes that another source has read, so that a reader takes them for a file, but for the
// places that it tells and for what it does at their end.
#include "ibid/source.hpp"

#include "io/locator.hpp"

#include <string>
#include <utility>

namespace ibid {

namespace {

class PieceSource final : public Source {
public:
    PieceSource(std::string_view bytes, std::size_t seen, std::size_t behind, Location begin, bool goes_on, std::function<std::unique_ptr<Source>()> again, Limits const& limits)
        : bytes_{bytes}, left_{bytes.substr(seen, bytes.size() - seen - behind)}, name_{begin.file}, locator_{io::Locator::Place{begin.line, begin.column}}, at_end_{!goes_on}, again_{std::move(again)}, limits_{limits} {}

    [[nodiscard]] std::string_view name() const noexcept override { return name_; }
    [[nodiscard]] std::string_view window() const noexcept override { return left_; }
    [[nodiscard]] bool at_end() const noexcept override { return at_end_; }
    bool more() override {
        at_end_ = true;
        return false;
    }
    void consume(std::size_t size) override { left_.remove_prefix(size); }
    [[nodiscard]] Location locate(char const* at) override {
        auto const place = locator_.locate(bytes_.data(), static_cast<std::size_t>(at - bytes_.data()));
        return {name_, place.line, place.column};
    }
    [[nodiscard]] std::string_view line_at(char const* at) const noexcept override {
        return io::line_around(at, bytes_, locator_.base_begins_line());
    }
    [[nodiscard]] bool is_utf8() const noexcept override { return true; }
    void append_original(std::string_view slice, std::string& to) const override { to += slice; }
    [[nodiscard]] std::size_t bytes_read() const noexcept override { return static_cast<std::size_t>(left_.data() + left_.size() - bytes_.data()); }
    [[nodiscard]] std::unique_ptr<Source> again() override { return again_(); }
    [[nodiscard]] bool is_repeatable() const noexcept override { return true; }
    [[nodiscard]] Limits const& limits() const noexcept override { return limits_; }

private:
    std::string_view bytes_, left_;
    std::string name_;
    io::Locator locator_;
    bool at_end_;
    std::function<std::unique_ptr<Source>()> again_;
    Limits limits_;
};

}  // namespace

std::unique_ptr<Source> open_piece(std::string_view bytes, std::size_t seen, std::size_t behind, Location begin, bool goes_on,
                                   std::function<std::unique_ptr<Source>()> again, Limits const& limits) {
    return std::make_unique<PieceSource>(bytes, seen, behind, begin, goes_on, std::move(again), limits);
}

}  // namespace ibid
