// Flattener: writes a tree of outputs into blocks, one text after another. Texts meet in join(); spans, ranges and
// marks that were noted before are kept in step with what is inserted or dropped there.
#pragma once

#include "cite/output.hpp"
#include "cite/text_case.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// Flattens one tree.
class Flattener {
public:
    explicit Flattener(Punctuation const& punctuation) : punctuation_(punctuation) {}

    void put(Output const& node);
    std::vector<Block> finish();

private:
    using Offset = std::uint32_t;

    static std::string without_periods(std::string_view text);
    /// Of a node that is not empty.
    void put_node(Output const& node);
    void put_content(Output const& node);
    void put_children(Output const& node);

    // flatten_spans.cpp
    [[nodiscard]] Offset size() const noexcept { return static_cast<Offset>(block_->text.size()); }
    void open(Face face, std::uint32_t link = 0);
    void close();
    /// Opens what a formatting changes; answers how many spans that is.
    int open_format(Formatting const& format, bool flips);
    void begin_block(Display display);
    void settle_block(std::string_view text);
    void insert(Offset at, char c);
    void drop_last();
    void move(Offset from, std::ptrdiff_t by);
    void apply_case(Output const& node, Offset begin);

    // flatten_join.cpp
    void append(std::string_view text);
    void join(std::string_view text);
    void put_raw(std::string_view text);
    void put_quote(std::string_view mark, bool opens);

    Punctuation const& punctuation_;
    std::vector<Block> blocks_ = std::vector<Block>(1);
    Block* block_ = blocks_.data();
    std::vector<Offset> open_{};       // indices of spans not closed yet
    std::vector<Range> kept_{};        // letter case stays, in this block
    std::vector<Offset> marks_{};      // places that nodes being written have noted, in this block
    Formatting now_{};
    Offset quotes_begin_ = 0, quotes_end_ = 0;  // the closing quotes last written; none if the end is 0
    std::uint32_t blocks_begun_ = 0;
    int quote_depth_ = 0;              // odd: within outer quotes
    int strip_depth_ = 0;
    bool within_text_ = false;         // what comes next goes on with a text
    bool after_display_ = false;       // the block is done unless punctuation follows
    std::string scratch_{};
};

}  // namespace ibid::cite
