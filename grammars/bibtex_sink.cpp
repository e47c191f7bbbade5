// What a rule of bibtex.cpp asks of the tree when something is wrong.
#include "grammars/bibtex_sink.hpp"

#include "grammars/support/spelling.hpp"

namespace ibid::grammars::bibtex {

BlockKind Sink::kind_of(std::string_view type) noexcept {
    using support::spells;
    switch (type.size()) {
    case 6: return spells<"string">(type.data()) ? BlockKind::macro : BlockKind::entry;
    case 7: return spells<"comment">(type.data()) ? BlockKind::comment : BlockKind::entry;
    case 8: return spells<"preamble">(type.data()) ? BlockKind::preamble : BlockKind::entry;
    default: return BlockKind::entry;
    }
}

void Sink::tell_noticed(std::string_view text) {
    if (watch.too_deep) problem(Code::too_deep, text);
    if (watch.inner_quote != nullptr) problem(Code::inner_quote, {watch.inner_quote, 1});
    if (watch.stray_brace != nullptr && !value_is_open) problem(Code::stray_delimiter, {watch.stray_brace, 1});
    watch.noticed = watch.too_deep = false;
    watch.inner_quote = watch.stray_brace = nullptr;
}

bool Sink::cut_value(char const*& at) {
    static constexpr int most_cuts = 8;
    if (batch_.fields.size() == block.first_field || batch_.fields.back().token_count == 0) return false;
    Token& token = batch_.tokens.back();
    bool const delimited = token.kind == TokenKind::braced || token.kind == TokenKind::quoted;
    if (!delimited && !value_is_open) return false;

    char const* const first = token.text.data();
    char const* const last = first + token.text.size();
    if (without_blanks(last, at) > last + 1) return false;  // it is not the value that reaches up to here
    if (scanned_ == nullptr || last > scanned_) {
        scanned_ = last;
        cuts_ = 0;
    }
    char const* const line = cuts_ < most_cuts ? field_line(first, last, !value_is_open) : nullptr;
    if (line == nullptr) return false;
    ++cuts_;
    char const* end = without_blanks(first, line);
    if (end != first && end[-1] == ',') end = without_blanks(first, end - 1);
    token.text = slice(first, end);
    problem(Code::unclosed_value, token.text);
    value_is_open = false;
    after_comma = true;
    at = line;
    return true;
}

void Sink::drop_open_value() {
    Field const& field = batch_.fields.back();
    problem(Code::unclosed_value, {batch_.tokens[field.first_token].text.data(), 0});
    batch_.tokens.resize(field.first_token);
    batch_.fields.pop_back();
    value_is_open = false;
}

}  // namespace ibid::grammars::bibtex
