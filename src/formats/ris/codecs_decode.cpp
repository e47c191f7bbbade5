// How the codecs of RIS read; they write in codecs_encode.cpp.
#include "formats/ris/codecs.hpp"
#include "formats/ris/plain.hpp"
#include "text/dates.hpp"
#include "text/identifiers.hpp"
#include "text/numbers.hpp"
#include "text/pages.hpp"
#include "text/rich.hpp"
#include "text/small_buffer.hpp"

#include <algorithm>
#include <string>

namespace ibid::formats::ris::field_codecs {
namespace {

using mapping::NativeField;

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool begins_as(std::string_view text, std::string_view beginning) noexcept {
    auto const same = [](char a, char b) { return a == lower(b); };
    return text.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), text.begin(), same);
}
/// The first occurrence of the i-th name, claimed or not.
NativeField* any_part(Match const& m, std::size_t i) noexcept {
    return i < m.ids.size() ? m.native.first(m.ids[i]) : nullptr;
}

/// Whether a date only adds month and day to a year.
bool completes(Date const& year, Date const& date) noexcept {
    bool const is_year = year.begin == DatePoint{.year = year.begin.year} && year.range == DateRange::none;
    return is_year && year.begin.year == date.begin.year && year.literal.empty() && date.literal.empty();
}

/// Whether a date knows more than another one that contradicts it.
bool is_richer(Date const& a, Date const& b) noexcept {
    if (!a.literal.empty() || !b.literal.empty()) return a.literal.empty();
    bool const a_has_month = a.begin.month != 0 || a.begin.season != 0;
    bool const b_has_month = b.begin.month != 0 || b.begin.season != 0 || b.range != DateRange::none;
    return a.begin.year != 0 && a_has_month && !b_has_month;
}

/// What the names of a row from the `first` on say of one date: each refines the ones before; of two that contradict
/// each other the richer one counts. False: nothing, or no year.
bool merge_dates(Decoder& d, Match const& m, std::size_t first, Date& date) {
    NativeField* winner = nullptr;
    for (std::size_t i = first; i < m.ids.size(); ++i) {
        NativeField* const f = m.part(i);
        Date other;
        if (f == nullptr || !d.part_of_date(*f, other)) continue;
        if (winner != nullptr && completes(date, other)) {
            date = other;
            f->claimed = true;
        } else if (winner == nullptr || is_richer(other, date)) {
            bool const refines = winner != nullptr && text::refine(other, date);
            if (winner != nullptr) winner->claimed = refines;
            date = other;
            winner = f;
            f->claimed = true;
        } else if (date == other || text::refine(date, other)) {
            f->claimed = true;
        } else if (other.literal.empty() && text::refine(other, date)) {  // the first was a day without a year
            date = other;
            f->claimed = true;
        } else {
            f->variable = m.variable();
        }
    }
    if (winner == nullptr) return false;
    bool const dated = !date.literal.empty() || date.begin.year != 0 || date.begin.month == 0;
    if (dated) return true;
    auto const is_letter = [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
    std::string_view const words = d.text(*winner).plain;
    winner->claimed = std::any_of(words.begin(), words.end(), is_letter);  // "April"; "/10/03" is residue
    date = Date{};
    date.literal = words;
    return winner->claimed;
}

/// The DOI of a value that holds nothing else, or nothing.
std::string_view only_doi(Decoder& d, NativeField const& field) {
    std::string_view const bare = text::decode_doi(d.text(field).plain, d.record.arena());
    return text::is_doi(bare) && bare.find(' ') == std::string_view::npos ? bare : std::string_view{};
}

/// Takes a DOI from a field that is not DOI's own; one that repeats the record's is residue.
void take_doi(Decoder& d, NativeField& field, std::string_view doi) {
    if (!d.record.has(var::DOI)) {
        d.adopt(var::DOI, Text(doi));
        field.claimed = true;
    } else if (d.record.find(var::DOI)->plain == doi) {
        field.variable = var::DOI;
    }
}

/// One text of several, a line each.
void adopt_lines(Decoder& d, VariableId variable, List lines) {
    d.adopt(variable, lines.size() == 1 ? lines[0] : text::concat(lines, "\n", d.record.arena()));
}

bool read_numbers(Decoder& d, Match const& m, bool only_formed) {
    text::SmallBuffer<Text, 8> issn, isbn;
    m.each([&](NativeField& f) {
        Text const value = d.text(f);
        if (text::is_plain_issn(value.plain)) {
            issn.push(value);
            f.claimed = true;
            return;
        }
        std::string_view rest = value.plain;
        char const* const last = rest.data() + rest.size();
        text::StandardNumber number;
        std::size_t found = 0;
        bool has_note = false;
        auto const keep_up_to = [&](char const* end) {
            std::string_view const source(number.text.data(), static_cast<std::size_t>(end - number.text.data()));
            d.keep_source(number.kind == text::NumberKind::issn ? VariableId::ISSN : VariableId::ISBN, f.name, source);
        };
        for (; !rest.empty() && text::next_standard_number(rest, number); ++found) {
            bool const serial = number.kind == text::NumberKind::issn;
            (serial ? issn : isbn).push(Text(number.text));
            has_note = has_note || number.tells_edition();
            if (!number.note.empty()) keep_up_to(std::min(number.note.data() + number.note.size() + 1, last));
        }
        if (found != 0 && !rest.empty() && number.note.empty()) keep_up_to(last);  // "158113858X/04/06"
        if (has_note) d.report(Code::text_beside_number, f, "a note beside the number");
        if (found == 0 && only_formed) return;
        if (found == 0) (serials.has(d.record.type) ? issn : isbn).push(value);
        f.claimed = true;
    });
    Arena& arena = d.record.arena();
    if (!issn.empty()) d.append(var::ISSN, List(arena.copy_array(std::span<Text const>(issn.begin(), issn.end()))));
    if (!isbn.empty()) d.append(var::ISBN, List(arena.copy_array(std::span<Text const>(isbn.begin(), isbn.end()))));
    return true;
}

}  // namespace

bool is_pubmed(std::string_view database) noexcept {
    auto const contains = [database](std::string_view word) {
        auto const same = [](char a, char b) { return lower(a) == b; };
        return std::search(database.begin(), database.end(), word.begin(), word.end(), same) != database.end();
    };
    return contains("pubmed") || contains("medline");
}

bool each::read(Decoder& d, Match const& m) {
    if (NativeField const* const f = sole(m)) {
        auto const one = d.record.arena().array<Text>(1);
        one[0] = d.text(*f);
        d.append(m.variable(), List(one));
        return true;
    }
    std::size_t count = 0;
    m.each([&](NativeField&) { ++count; });
    auto const all = d.record.arena().array<Text>(count);
    std::size_t filled = 0;
    m.each([&](NativeField& f) { all[filled++] = d.text(f); });
    d.append(m.variable(), all.first(filled));
    return true;
}

bool lines::read(Decoder& d, Match const& m) {
    text::SmallBuffer<Text, 8> all;
    m.each([&](NativeField& f) {
        all.push(d.text(f));
        f.variable = m.variable();
    });
    adopt_lines(d, m.variable(), List(all.begin(), all.end()));
    return true;
}

bool issued::read(Decoder& d, Match const& m) {
    NativeField const* const only = sole(m);
    Date date;
    if (d.record.has(m.variable()) || !merge_dates(d, m, 0, date)) return false;
    d.adopt(m.variable(), date);
    if (only != nullptr && text::has_year_sign(only->value) && date.literal.empty()) {
        d.keep_source(m.variable(), only->name, d.text(*only).plain);
        d.report(Code::text_beside_number, *only, "a sign beside the year");
    }
    return true;
}

bool conference_dates::read(Decoder& d, Match const& m) {
    NativeField* const year = m.part(0);
    Date published, held;
    if (year == nullptr || !d.exact_date(*year, published)) return false;
    year->claimed = true;
    d.adopt(var::issued, published);
    if (merge_dates(d, m, 1, held)) d.adopt(var::event_date, held);
    return true;
}

bool secondary_date::read(Decoder& d, Match const& m) {
    NativeField* const second = m.part(0);
    if (second == nullptr || m.part(1) != nullptr || m.part(2) != nullptr || m.part(3) == nullptr) return false;
    Date date;
    if (!d.exact_date(*second, date)) return false;
    second->claimed = true;
    d.adopt(m.variable(), date);
    return true;
}

bool second_date::read(Decoder& d, Match const& m) {
    Date date;
    if (!d.record.has(var::issued) || !d.date(*m.chosen, date)) return false;
    d.adopt(m.variable(), date);
    return true;
}

bool exact_date::read(Decoder& d, Match const& m) {
    Date date;
    if (!d.exact_date(*m.chosen, date)) return false;
    d.adopt(m.variable(), date);
    return true;
}

bool undated::read(Decoder& d, Match const& m) {
    d.adopt(m.variable(), d.text(*m.chosen));
    return true;
}

bool pages::read(Decoder& d, Match const& m) {
    NativeField *start = m.part(0), *end = m.part(1);
    if ((start == nullptr && end == nullptr) || d.record.has(m.variable())) return false;
    if (start != nullptr && end != nullptr && start->value == "No" && end->value == "Specified") return false;  // PsycINFO
    Arena& arena = d.record.arena();
    auto const page = [&](NativeField const* f) {
        return f != nullptr ? text::decode_pages(d.text(*f).plain, arena) : std::string_view{};
    };
    bool const both = start != nullptr && end != nullptr && start->value != end->value;
    if (both && text::is_digits(start->value) && text::is_digits(end->value)) {
        std::size_t const size = start->value.size() + 1 + end->value.size();
        char* const to = arena.reserve(size);
        to[start->value.copy(to, start->value.size())] = '-';
        end->value.copy(to + start->value.size() + 1, end->value.size());
        d.adopt(m.variable(), Text(arena.commit(to + size)));
    } else {
        std::string_view const first = page(start), last = page(end), merged = text::merge_pages(first, last, arena);
        d.adopt(m.variable(), Text(merged));
        if (!merged.ends_with(last)) end = nullptr;  // SP is a range by itself; what EP says is residue
    }
    for (NativeField* const f : {start, end})
        if (f != nullptr) f->claimed = true;
    return true;
}

bool page_range::read(Decoder& d, Match const& m) {
    return m.part(0) != nullptr && pages::read(d, m);  // a lone start was taken before
}

bool lone_start::read(Decoder& d, Match const& m) {
    NativeField* const start = m.part(0);
    if (start == nullptr || m.part(1) != nullptr) return false;
    Text const value = d.text(*start);
    if (!text::split_pages(text::decode_pages(value.plain, d.record.arena())).end.empty()) return false;
    d.adopt(m.variable(), value);
    start->claimed = true;
    return true;
}

bool article_number::read(Decoder& d, Match const& m) {
    NativeField *number = m.part(0), *start = m.part(1), *end = m.part(2);
    if (number == nullptr) return false;
    d.adopt(m.variable(), d.text(*number));
    number->claimed = true;
    if (start != nullptr && end == nullptr && start->value == number->value) start->claimed = true;
    return true;
}

bool short_number::read(Decoder& d, Match const& m) {
    constexpr std::size_t longest = 32;  // "12 (January-March), Supplement 1"
    Text const value = d.text(*m.chosen);
    if (value.plain.size() > longest) return false;
    d.adopt(m.variable(), value);
    return true;
}

bool doi::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    std::string_view const bare = text::decode_doi(value.plain, d.record.arena());
    d.adopt(m.variable(), bare.empty() ? value : Text(bare));
    if (!bare.empty() && bare != value.plain) d.keep_source(m.variable(), m.chosen->name, value.plain);  // the resolver
    if (!bare.empty() && text::has_further_doi(value.plain, bare)) d.report(Code::text_beside_number, *m.chosen, "another DOI beside the first");
    return true;
}

bool doi_alone::read(Decoder& d, Match const& m) {
    m.each([&](NativeField& f) {
        if (std::string_view const doi = only_doi(d, f); !doi.empty()) take_doi(d, f, doi);
    });
    return true;
}

bool labelled_doi::read(Decoder& d, Match const& m) {
    m.each([&](NativeField& f) {
        if (!begins_as(f.value, "doi")) return;
        if (std::string_view const doi = only_doi(d, f); !doi.empty()) take_doi(d, f, doi);
    });
    return true;
}

bool pmid::read(Decoder& d, Match const& m) {
    NativeField* const number = m.part(0);
    if (number == nullptr || d.record.has(m.variable())) return false;
    bool of_pubmed = begins_as(number->value, "pmid");
    for (std::size_t const i : {1U, 2U})
        if (NativeField const* const database = any_part(m, i)) of_pubmed = of_pubmed || is_pubmed(database->value);
    std::string_view const id = of_pubmed ? text::decode_pmid(d.text(*number).plain) : std::string_view{};
    d.adopt(m.variable(), Text(id));
    number->claimed = !id.empty();
    return number->claimed;
}

bool pubmed_number::read(Decoder& d, Match const& m) {
    std::string_view const id = text::decode_pmid(d.text(*m.chosen).plain);
    d.adopt(m.variable(), Text(id));
    return !id.empty();
}

bool pmcid::read(Decoder& d, Match const& m) {
    std::string_view const id = text::decode_pmcid(d.text(*m.chosen).plain, d.record.arena());
    d.adopt(m.variable(), Text(id));
    return !id.empty();
}

bool standard_numbers::read(Decoder& d, Match const& m) { return read_numbers(d, m, false); }
bool formed_numbers::read(Decoder& d, Match const& m) { return read_numbers(d, m, true); }

bool files::read(Decoder& d, Match const& m) {
    m.each([&](NativeField& f) {
        if (f.name != "L1") d.keep_source(m.variable(), f.name, f.value);
    });
    return each::read(d, m);
}

bool database::read(Decoder& d, Match const& m) {
    if (m.chosen->name != "DB") d.keep_source(m.variable(), m.chosen->name, m.chosen->value);
    d.adopt(m.variable(), d.text(*m.chosen));
    return true;
}

bool keywords::read(Decoder& d, Match const& m) {
    std::size_t count = 0;
    m.each([&](NativeField& f) { split(f.value, ";", [&](std::string_view) { ++count; }); });
    auto const all = d.record.arena().array<Text>(count);
    std::size_t filled = 0;
    m.each([&](NativeField& f) {
        Text const whole = d.text(f);  // decoded first: an entity ends in a semicolon
        bool const one = whole.plain.find(';') == std::string_view::npos && !whole.plain.starts_with('*');
        if (one && whole.marks.empty() && filled < all.size()) {
            if (!whole.empty()) all[filled++] = whole;
            return;
        }
        split(whole.plain, ";", [&](std::string_view word) {
            if (word.size() > 1 && word.front() == '*') {
                d.keep_source(m.variable(), f.name, word);
                word.remove_prefix(std::min(word.find_first_not_of(' ', 1), word.size()));
            }
            if (filled < all.size()) all[filled++] = Text(word);
        });
    });
    d.append(m.variable(), all.first(filled));
    return true;
}

bool genre::read(Decoder& d, Match const& m) {
    if (d.record.has(m.variable())) return false;
    for (NativeField* f = m.native.first(m.ids[0]); f != nullptr; f = m.native.next(*f)) {
        if (f->claimed || f->variable != VariableId::none) continue;  // what only repeats the DOI is residue
        d.adopt(m.variable(), d.text(*f));
        f->claimed = true;
        return true;
    }
    return false;
}

bool notes::read(Decoder& d, Match const& m) {
    NativeField const* const abstract = any_part(m, 3);
    text::SmallBuffer<Text, 8> all;
    for (std::size_t i = 0; i < 3; ++i)
        for (NativeField* f = m.native.first(m.ids[i]); f != nullptr; f = m.native.next(*f)) {
            bool const repeats_abstract = abstract != nullptr && abstract->value == f->value;
            if (f->claimed || f->variable != VariableId::none || repeats_abstract) continue;  // what repeats is residue
            all.push(d.text(*f));
            f->claimed = true;
            f->variable = m.variable();
        }
    adopt_lines(d, m.variable(), List(all.begin(), all.end()));
    return true;
}

}  // namespace ibid::formats::ris::field_codecs
