// The tree of a window under construction: what the rules of bibtex.cpp write to, and the little that they must
// remember of the block they are in.
#pragma once

#include "grammars/bibtex.hpp"
#include "grammars/bibtex_scan.hpp"

namespace ibid::grammars::bibtex {

class Sink {
public:
    Sink(Batch& batch, Limits const& limits) noexcept : batch_{batch} { watch.max_depth = limits.max_depth; }

    struct Mark {
        std::size_t blocks, fields, tokens, problems;
    };
    [[nodiscard]] Mark mark() const noexcept {
        return {batch_.blocks.size(), batch_.fields.size(), batch_.tokens.size(), batch_.problems.size()};
    }
    void rewind(Mark const& mark) {
        batch_.blocks.resize(mark.blocks);
        batch_.fields.resize(mark.fields);
        batch_.tokens.resize(mark.tokens);
        batch_.problems.resize(mark.problems);
    }

    // A block, from its @ on.
    void begin_block(char const* at) noexcept {
        block = Block{};
        block.source = slice(at, at);
        block.first_field = static_cast<std::uint32_t>(batch_.fields.size());
        watch = Watch{.max_depth = watch.max_depth};
        after_comma = value_is_open = false;
    }
    void end_block(char const* end) {
        block.source = slice(block.source.data(), end);
        block.field_count = static_cast<std::uint32_t>(batch_.fields.size()) - block.first_field;
        batch_.blocks.push_back(block);
    }
    void text(char const* first, char const* last) {
        Block text;
        text.kind = BlockKind::text;
        text.source = slice(first, last);
        text.first_field = static_cast<std::uint32_t>(batch_.fields.size());
        batch_.blocks.push_back(text);
    }
    void type(std::string_view type) noexcept {
        block.type = type;
        block.kind = kind_of(type);
    }
    void key(std::string_view key) noexcept { block.key = key; }

    // A field, which begins where its name is known to be one, and its tokens.
    IBID_INLINE void name(std::string_view name) noexcept { name_ = name; }
    IBID_INLINE void field() {
        batch_.fields.push_back({name_, static_cast<std::uint32_t>(batch_.tokens.size()), 0});
        after_comma = false;
    }
    IBID_INLINE void braced(std::string_view text) { token(text, TokenKind::braced); }
    IBID_INLINE void quoted(std::string_view text) { token(text, TokenKind::quoted); }
    IBID_INLINE void number(std::string_view text) { token(text, TokenKind::number); }
    IBID_INLINE void macro(std::string_view text) { token(text, TokenKind::macro); }
    void bare(std::string_view text) {
        token(text, TokenKind::bare);
        problem(Code::undelimited_value, text);
    }

    /// The body of a comment without delimiters; there is nothing to tell.
    void comment(std::string_view text) { token(text, TokenKind::bare); }

    void problem(Code code, std::string_view where) {
        batch_.problems.push_back({code, static_cast<std::uint32_t>(batch_.blocks.size()), where});
    }

    /// Is the last byte before `end` a closing delimiter of the other kind? Then it was meant.
    [[nodiscard]] bool ends_with_stray_delimiter(char const* end) const noexcept {
        return !batch_.problems.empty() && batch_.problems.back().code == Code::stray_delimiter &&
               batch_.problems.back().where.data() + 1 == end;
    }

    /// An unclosed value ends where a line looks like the next field; false if none does. What is behind that line is
    /// scanned anew then, hence few times only for the same text: values nest, so that those that begin in one which
    /// was cut end before it does.
    bool cut_value(char const*& at);
    /// The field whose value was not closed goes: where it ends is anyone's guess.
    void drop_open_value();

    static std::string_view slice(char const* first, char const* last) noexcept {
        return {first, static_cast<std::size_t>(last - first)};
    }

    Block block;
    Watch watch;
    bool after_comma = false;    ///< a comma is read, but the field behind it is not
    bool value_is_open = false;  ///< the last token ended without its delimiter

private:
    static BlockKind kind_of(std::string_view type) noexcept;

    IBID_INLINE void token(std::string_view text, TokenKind kind) {
        batch_.tokens.push_back({text, kind});
        ++batch_.fields.back().token_count;
        if (watch.noticed) tell_noticed(text);
    }
    void tell_noticed(std::string_view text);

    Batch& batch_;
    std::string_view name_;
    char const* scanned_ = nullptr;  ///< how far values reached that were cut
    int cuts_ = 0;                   ///< of such values
};

}  // namespace ibid::grammars::bibtex
