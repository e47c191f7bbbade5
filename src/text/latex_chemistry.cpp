// Chemical formulas, read: mhchem 4 as far as one line of plain text goes.
#include "text/latex_math.hpp"

#include "text/latex_source.hpp"
#include "text/scripts.hpp"

#include <algorithm>

namespace ibid::text {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

void put_script(std::string_view digits, Script script, Draft& draft) {
    bool const all = std::all_of(digits.begin(), digits.end(), [&](char c) {
        return scripted(static_cast<unsigned char>(c), script) != 0;
    });
    if (all) {
        for (char const c : digits) draft.put(scripted(static_cast<unsigned char>(c), script));
        return;
    }
    auto const mark = draft.open(script == Script::superscript ? Style::superscript : Style::subscript);
    draft.put_collapsed(digits);
    draft.close(mark);
}

/// What stands high or low behind `^` or `_`: a group, or a row of digits and signs.
std::string_view take_script(std::string_view& rest) {
    if (!rest.empty() && rest.front() == '{') {
        std::size_t const end = rest.find('}');
        if (end == rest.npos) return {};
        std::string_view const inside = rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
        return inside;
    }
    std::size_t n = 0;
    while (n < rest.size() && (is_digit(rest[n]) || rest[n] == '+' || rest[n] == '-')) ++n;
    if (n == 0 && !rest.empty() && is_letter(rest.front())) n = 1;
    std::string_view const found = rest.substr(0, n);
    rest.remove_prefix(n);
    return found;
}

/// Whether a sign behind `before` is a charge: it ends a formula (`NH4+`), where a bond or an operator does not.
bool is_charge(std::string_view rest, char before) noexcept {
    if (rest.front() != '+' && rest.front() != '-') return false;
    bool const ends = rest.size() == 1 || is_blank(rest[1]) || rest[1] == ')' || rest[1] == ']' || rest[1] == ',';
    return ends && (is_letter(before) || is_digit(before) || before == ')' || before == ']' || before == '}');
}

}  // namespace

Formula read_chemistry(std::string_view source, Draft& draft) {
    if (source.find_first_of("\\$#%&") != source.npos) return Formula::opaque;
    struct Arrow {
        std::string_view sign, shown;
    };
    constexpr Arrow arrows[] = {{"<=>", "⇌"}, {"<->", "↔"}, {"->", "→"}, {"<-", "←"}};
    auto const begin = draft.size();
    for (std::string_view rest = source; !rest.empty();) {
        auto const* const arrow = std::find_if(std::begin(arrows), std::end(arrows),
                                               [&](Arrow const& a) { return rest.substr(0, a.sign.size()) == a.sign; });
        char const before = draft.size() > begin ? draft.since(begin).back() : ' ';
        char const c = rest.front();
        if (arrow != std::end(arrows)) {
            draft.put(arrow->shown);
            rest.remove_prefix(arrow->sign.size());
        } else if (c == '^' || c == '_') {
            rest.remove_prefix(1);
            put_script(take_script(rest), c == '^' ? Script::superscript : Script::subscript, draft);
        } else if (is_charge(rest, rest.data() == source.data() ? ' ' : rest.data()[-1])) {
            put_script(rest.substr(0, 1), Script::superscript, draft);
            rest.remove_prefix(1);
        } else if (is_digit(c) && (is_letter(before) || before == ')' || before == ']')) {
            std::size_t n = 0;
            while (n < rest.size() && is_digit(rest[n])) ++n;
            put_script(rest.substr(0, n), Script::subscript, draft);
            rest.remove_prefix(n);
        } else {
            rest.remove_prefix(1);
            if (c == '{' || c == '}') continue;
            if (is_blank(c)) draft.put_blank();
            else draft.put({&c, 1});
        }
    }
    return Formula::readable;
}

}  // namespace ibid::text
