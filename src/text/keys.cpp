// Citation keys: folding to ASCII, the telling word of a title, suffixes.
#include "text/keys.hpp"

#include "text/dates.hpp"
#include "text/folding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

namespace ibid::text {

namespace {

constexpr std::size_t longest_part = 32;  // a key is for typing

/// Articles and the like that begin titles, in the languages that Latin-script libraries are full of.
constexpr std::array<std::string_view, 42> weak_words{
    "a",   "about", "an",  "and", "at",  "by",  "das", "de",  "dem", "den", "der", "des",  "die", "do",
    "ein", "eine",  "el",  "en",  "et",  "for", "from", "il", "in",  "la",  "las", "le",   "les", "lo",
    "los", "o",     "of",  "on",  "os",  "the", "to",  "um",  "un",  "una", "und", "une",  "with", "zur"};

/// Takes the next code point off the front; bytes that are no UTF-8 are skipped and answered as a blank.
utf8proc_int32_t next_code_point(std::string_view& rest) noexcept {
    utf8proc_int32_t c = 0;
    auto const length = utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(rest.data()),
                                         static_cast<utf8proc_ssize_t>(rest.size()), &c);
    rest.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    return length > 0 ? c : ' ';
}

/// Appends the ASCII letters and digits of one code point, in lower case. False: it ends a word.
bool fold(utf8proc_int32_t c, std::string& to) {
    c = utf8proc_tolower(c);
    if (auto const letters = plain_letter(static_cast<char32_t>(c)); !letters.empty()) {
        to += letters;
        return true;
    }
    std::array<utf8proc_int32_t, 16> parts{};
    int last_class = 0;
    auto const count = utf8proc_decompose_char(c, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                                               UTF8PROC_DECOMPOSE, &last_class);
    auto const first = count > 0 ? parts[0] : c;
    bool const wanted = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
    if (wanted) to += static_cast<char>(first);
    bool const inside = first == '\'' || first == 0x2019 || utf8proc_category(first) == UTF8PROC_CATEGORY_MN;
    return wanted || inside;
}

/// The first word that is not weak; the first of all if there is no such. Words without a Latin letter do not count.
std::string telling_word(std::string_view text) {
    std::string first, word;
    while (!text.empty()) {
        bool const goes_on = fold(next_code_point(text), word) && !text.empty() && word.size() < longest_part;
        if (goes_on || word.empty()) continue;
        if (std::find(weak_words.begin(), weak_words.end(), word) == weak_words.end()) return word;
        if (first.empty()) first = word;
        word.clear();
    }
    return first;
}

/// All letters of a text: "van der Berg" is `vanderberg`.
void append_letters(std::string_view text, std::string& to) {
    std::size_t const most = to.size() + longest_part;
    while (!text.empty() && to.size() < most) fold(next_code_point(text), to);
}

std::string name_part(Record const& record) {
    std::string part;
    for (Field const& f : record.fields()) {
        if (f.kind() != Kind::names || f.names().list.empty()) continue;
        Name const& name = f.names().list.front();
        if (!name.literal.empty()) return telling_word(name.literal.plain);
        append_letters(name.non_dropping_particle.plain, part);
        append_letters(name.family.empty() ? name.given.plain : name.family.plain, part);
        return part;
    }
    return part;
}

std::string year_part(Record const& record) {
    Date const* const date = record.find(var::issued);
    if (date == nullptr || !date->literal.empty()) return {};
    bool const known_begin = date->range != DateRange::open_begin && date->range != DateRange::unknown_begin;
    auto const year = csl_year((known_begin ? date->begin : date->end).year);
    return year < 0 ? std::to_string(-std::int64_t{year}) + "bc" : std::to_string(year);
}

/// 1 is "a", 26 "z", 27 "aa".
std::string suffix(std::size_t number) {
    std::string letters;
    for (; number != 0; number = (number - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('a' + (number - 1) % 26));
    return letters;
}

std::uint64_t hash(std::string_view key) noexcept { return std::hash<std::string_view>{}(key); }

}  // namespace

std::string key_of(Record const& record) {
    std::string key = name_part(record) + year_part(record);
    if (auto const* title = record.find(var::title); title != nullptr) key += telling_word(title->plain);
    return key.empty() ? "item" : key;
}

bool KeyMaker::make_key(Record& record) {
    if (!record.id.empty()) return false;
    ++count_;
    std::string key = key_of(record);
    auto const base = made_.insert(hash(key));
    if (base.slot == nullptr) {
        key += '-' + std::to_string(count_);
    } else if (base.is_new && !owners_.contains(hash(key))) {
        *base.slot |= 1;
    } else {
        // A suffixed key may be another record's own key ("item" + "s"), so look until one is free.
        std::uint64_t& used = *base.slot;
        std::string suffixed;
        do suffixed = key + suffix(used & made_.counter);
        while ((used & made_.counter) != made_.counter && (++used, made_.contains(hash(suffixed)) || owners_.contains(hash(suffixed))));
        key = std::move(suffixed);
        if (auto const own = made_.insert(hash(key)); own.slot != nullptr) *own.slot |= 1;
    }
    record.set_id(key);
    return true;
}

std::string_view KeyMaker::own_key(std::string_view key, std::string_view id, Arena& arena) {
    std::uint64_t const of_id = hash(id), owner = of_id & owners_.counter;
    auto const is_taken = [&](std::uint64_t wanted) {
        if (count_ != 0 && made_.contains(wanted)) return true;
        auto const found = owners_.insert(wanted);
        if (found.slot == nullptr) return false;
        if (found.is_new) *found.slot |= owner;
        return (*found.slot & owners_.counter) != owner;
    };
    if (!is_taken(key == id ? of_id : hash(key))) return key;
    std::string suffixed;
    std::size_t number = 0;
    do suffixed = std::string(key).append(suffix(++number));
    while (is_taken(hash(suffixed)));
    return arena.copy(suffixed);
}

}  // namespace ibid::text
