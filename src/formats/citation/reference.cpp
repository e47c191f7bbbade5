// How a citation becomes a record. There is no table of rows: the parts have no names of their own in a line, and the
// layouts of the styles (src/cite/styles/own_styles.cpp) say which variables they are.
#include "formats/citation/reference.hpp"

#include "text/dates.hpp"
#include "text/pages.hpp"

#include <algorithm>
#include <charconv>

namespace ibid::formats::citation {
namespace {

/// What a citation is seen to be from.
struct Signs {
    explicit Signs(grammar::Reference const& r) noexcept
        : numbered(!r.volume.empty() || !r.issue.empty() || !r.page.empty()),
          imprint_alone(!numbered && r.publisher.empty() && !r.container.empty()),
          imprint(imprint_alone || !r.publisher.empty() || !r.place.empty()) {}

    bool numbered;
    bool imprint_alone;  ///< the one thing behind the title: a publisher rather than a journal without a volume
    bool imprint;
};

/// "J" of "J" and "J.": one initial has no full stop in a record, as in other lists of initials; "A. B." of "AB". Two
/// letters that are one initial keep theirs, or they would be a name.
std::string_view decode_initials(std::string_view initials, Arena& arena) {
    std::size_t const letters = initials.ends_with('.') ? initials.size() - 1 : initials.size();
    std::string_view const bare = initials.substr(0, letters);
    bool const several = bare.find_first_of(". -") != bare.npos;
    auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    bool const one = bare.size() == 1 || !std::all_of(bare.begin(), bare.end(), is_ascii);
    if (several) return arena.copy(initials);
    if (one) return arena.copy(bare);
    char* const to = arena.reserve(3 * bare.size() + 1);
    char* out = to;
    if (bare[1] >= 'a' && bare[1] <= 'z') {
        out = std::copy(bare.begin(), bare.end(), out);
        *out++ = '.';
        return arena.commit(out);
    }
    for (char const c : bare) {
        if (out != to) *out++ = ' ';
        *out++ = c;
        *out++ = '.';
    }
    return arena.commit(out);
}

void decode_names(grammar::Batch const& batch, grammar::Reference const& reference, Record& record) {
    if (reference.name_count == 0) return;
    Arena& arena = record.arena();
    auto const names = arena.array<Name>(reference.name_count);
    for (std::size_t i = 0; i < names.size(); ++i) {
        grammar::Name const& from = batch.names[reference.first_name + i];
        names[i].literal = arena.copy(from.literal);
        names[i].family = arena.copy(from.family);
        if (!from.initials.empty()) names[i].given = decode_initials(from.initials, arena);
        names[i].non_dropping_particle = arena.copy(from.particle_before);
        names[i].dropping_particle = arena.copy(from.particle);
        names[i].suffix = arena.copy(from.suffix);
    }
    record.adopt(Field(VariableId::author, Names{names, reference.others}));
}

/// A year with its era off the front of a text. False: there is none.
bool take_year(std::string_view& text, DatePoint& point) noexcept {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), point.year);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (text.starts_with("BC")) point.year = text::edtf_year(-point.year);
    if (text.starts_with("BC") || text.starts_with("AD")) text.remove_prefix(2);
    return true;
}

Date decode_year(std::string_view year, Arena& arena) {
    constexpr std::string_view dash = "–";
    Date date;
    std::string_view rest = year;
    if (take_year(rest, date.begin)) {
        if (rest.empty()) return date;
        if (rest.starts_with(dash)) rest.remove_prefix(dash.size());
        date.range = rest.empty() ? DateRange::open_end : DateRange::closed;
        if (rest.empty() || take_year(rest, date.end)) return date;
    }
    date = Date{};
    date.literal = arena.copy(year);
    return date;
}

void put(Record& record, TextKey key, std::string_view value) {
    if (!value.empty()) record.set(key, Text(value));
}

void put(Record& record, ListKey key, std::string_view value) {
    if (value.empty()) return;
    Text const one(value);
    record.set(key, List(&one, 1));
}

/// Numbers and pages have hyphens in a record; the styles print en dashes.
void put_number(Record& record, TextKey key, std::string_view value) {
    put(record, key, text::decode_pages(value, record.arena()));
}

}  // namespace

ItemType type_of(grammar::Reference const& reference) noexcept {
    Signs const signs(reference);
    bool const contained = !reference.container.empty() && !signs.imprint_alone;
    if (signs.imprint) return contained ? ItemType::chapter : ItemType::book;
    return signs.numbered || contained ? ItemType::article_journal : ItemType::document;
}

void decode(grammar::Batch const& batch, grammar::Reference const& reference, Record& record) {
    record.origin.format = "citation";
    record.type = type_of(reference);
    Signs const signs(reference);
    decode_names(batch, reference, record);
    put(record, var::title, reference.title);
    std::string_view const container = signs.imprint_alone ? std::string_view{} : reference.container;
    put(record, var::container_title, container);
    // The style prints the short title. It is the only one there is, and so the title as well: most targets, and the
    // other styles, have a place for one title only, and ask for that.
    if (reference.style == grammar::Style::spandidos && record.type == ItemType::article_journal)
        put(record, var::container_title_short, container);
    put(record, var::publisher, signs.imprint_alone ? reference.container : reference.publisher);
    put(record, var::publisher_place, reference.place);
    put_number(record, var::volume, reference.volume);
    put_number(record, var::issue, reference.issue);
    put_number(record, var::page, reference.page);
    if (!reference.year.empty()) record.set(var::issued, decode_year(reference.year, record.arena()));
    put(record, var::year_suffix, reference.year_suffix);
    put(record, var::DOI, reference.doi);
}

}  // namespace ibid::formats::citation
