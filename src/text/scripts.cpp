// Superscripts and subscripts: two rows each, what is under what.
#include "text/scripts.hpp"

#include <string_view>

namespace ibid::text {
namespace {

// Column by column: the base, its script. The order is the look-up's only cost, and only formulas come here.
constexpr std::u32string_view superscript_bases = U"0123456789+-=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ";
constexpr std::u32string_view superscripts = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ";
constexpr std::u32string_view subscript_bases = U"0123456789+-=()aeoxhklmnpstijruvβγρφχ";
constexpr std::u32string_view subscripts = U"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ";
static_assert(superscripts.size() == superscript_bases.size() && subscripts.size() == subscript_bases.size());

char32_t across(std::u32string_view from, std::u32string_view to, char32_t code) noexcept {
    std::size_t const at = from.find(code);
    return at == from.npos ? 0 : to[at];
}

}  // namespace

char32_t scripted(char32_t base, Script script) noexcept {
    if (base == 0x2212) base = U'-';  // the minus sign
    if (script == Script::subscript) return across(subscript_bases, subscripts, base);
    if (base == 0x2218 || base == 0xB0) return 0xB0;        // a ring: degrees
    if (base == 0x2032 || base == 0x2033) return base;  // primes stand high already
    return across(superscript_bases, superscripts, base);
}

Scripted script_base(char32_t code) noexcept {
    if (code < 0xB2) return {};
    if (char32_t const base = across(superscripts, superscript_bases, code)) return {base, Script::superscript};
    if (char32_t const base = across(subscripts, subscript_bases, code)) return {base, Script::subscript};
    return {};
}

}  // namespace ibid::text
