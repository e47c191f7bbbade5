// How the codecs of BibTeX and BibLaTeX read, dates in codecs_dates.cpp, people in codecs_people.cpp; they write in
// codecs_encode.cpp.
#include "formats/bibtex/codecs_keep.hpp"

#include "formats/bibtex/entry.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "text/identifiers.hpp"
#include "text/languages.hpp"
#include "text/localisation_keys.hpp"
#include "text/numbers.hpp"
#include "text/pages.hpp"
#include "text/rich.hpp"

#include <string>

namespace ibid::formats::bibtex::field_codecs {
namespace {

using mapping::NativeField;

/// Sets the row's variable to what a table makes of the value, or to the value if that is the same.
bool keep_resolved(Decoder& d, Match const& m, Text const& value, std::string_view words) {
    return keep(d, m, words == value.plain ? value : Text(d.record.arena().copy(words)));
}

}  // namespace

bool title::read(Decoder& d, Match const& m) {
    NativeField* const main = m.part(0);
    if (main == nullptr || d.record.has(m.variable())) return false;
    Text value = d.text(*main);
    NativeField* const sub = m.part(1);
    if (sub != nullptr) value = text::join_subtitle(value, d.text(*sub), d.record.arena());
    // A book whose title is there again for its chapters, as BibDesk does and "BibTeXing" advises, is in no other book.
    if (d.record.type == ItemType::book && m.variable() == VariableId::container_title)
        for (TextKey const key : {var::title, var::volume_title})
            if (Text const* const own = d.record.find(key); own != nullptr && own->plain == value.plain) return false;
    if (sub != nullptr) {
        sub->claimed = true;
        for (NativeField* f : {main, sub}) f->keep_as(m.variable());
    } else {
        main->keep_as(m.variable(), m.row.keeps);
    }
    main->claimed = true;
    return keep(d, m, value);
}

bool main_title::read(Decoder&, Match const&) { return false; }  // reading is the title codec's

bool event_as_book::read(Decoder&, Match const&) { return false; }  // the container is read from it

bool short_form::read(Decoder& d, Match const& m) {
    for (NativeField const& f : m.native.fields())
        if (f.claimed && f.variable == VariableId::container_title && (same_name(f.name, "fjournal") || same_name(f.name, "journal-full")))
            return keep(d, m, d.text(*m.chosen));
    return false;
}

bool issue::read(Decoder& d, Match const& m) {
    NativeField *number = m.part(0), *issue = m.part(1);
    if ((number == nullptr && issue == nullptr) || d.record.has(m.variable())) return false;
    Text const a = number ? d.text(*number) : Text{}, b = issue ? d.text(*issue) : Text{};
    if (number != nullptr) number->claimed = true;
    if (issue != nullptr) issue->claimed = true;
    if (a.empty() || b.empty() || a == b) return keep(d, m, a.empty() ? b : a);
    Text const both[] = {a, b};
    for (NativeField* f : {number, issue}) f->keep_as(m.variable());
    return keep(d, m, text::concat(both, ", ", d.record.arena()));
}

bool edition::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    return keep_resolved(d, m, value, text::decode_edition(value.plain));
}

namespace {

Text pages_of(Decoder& d, NativeField const& field) {
    Arena& arena = d.record.arena();
    std::string_view const plain = text::copy_plain_pages(field.value, arena);
    if (!plain.empty()) return Text(plain);
    Text const value = d.text(field);
    auto const is_command = [](Mark const& mark) { return mark.style == Style::tex; };
    if (std::any_of(value.marks.begin(), value.marks.end(), is_command)) return value;  // `11\recto--11\verso`
    return Text(text::decode_pages(value.plain, arena));
}

}  // namespace

bool pages::read(Decoder& d, Match const& m) { return keep(d, m, pages_of(d, *m.chosen)); }

bool sections::read(Decoder& d, Match const& m) {
    NativeField *const pages = m.part(0), *const unit = m.part(1);
    if (pages == nullptr || unit == nullptr || unit->value != "section") return false;
    pages->claimed = true;
    pages->keep_as(m.variable());
    return keep(d, m, pages_of(d, *pages));
}

bool jurisdiction::read(Decoder& d, Match const& m) {
    List const places = d.list(*m.chosen);
    auto const all = d.record.arena().array<Text>(places.size());
    bool changed = places.size() > 1;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::string_view const words = text::resolved(text::country_keys, places[i].plain);
        bool const is_key = words != places[i].plain;
        all[i] = is_key ? Text(d.record.arena().copy(words)) : places[i];
        changed = changed || is_key;
    }
    if (changed) m.chosen->keep_as(m.variable());
    return keep(d, m, text::concat(List(all), "; ", d.record.arena()));
}

bool series::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    return keep_resolved(d, m, value, text::resolved(text::series_titles, value.plain));
}

bool genre::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    if (d.style().raw_genre) return keep(d, m, value);
    return keep_resolved(d, m, value, text::resolved(text::manuscript_keys, text::resolved(text::genre_keys, value.plain)));
}

bool status::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    return keep_resolved(d, m, value, text::resolved(text::status_keys, value.plain));
}

bool language::read(Decoder& d, Match const& m) {
    NativeField *const babel = m.part(0) != nullptr ? m.part(0) : m.part(1), *const words = m.part(2), *const options = m.part(3);
    if (d.record.has(m.variable())) return false;
    if (babel == nullptr || babel->value.empty()) {
        if (words == nullptr) return false;
        words->claimed = true;
        words->variable = m.variable();
        List const value = d.list(*words);  // `language` is a list of free words, kept as they stand
        if (!value.empty()) d.record.adopt(Field(m.variable(), value));
        return true;
    }
    babel->claimed = true;
    babel->variable = m.variable();
    std::string_view const word = d.plain(*babel);
    if (d.style().raw_language) return keep_one(d, m, word);
    std::string_view tag = text::language_tag(word);
    std::string_view const exact = options != nullptr ? text::language_tag(word, d.plain(*options)) : tag;
    if (words != nullptr && options == nullptr) {
        std::string_view const said = d.plain(*words);
        bool is_all = false;
        bool const says_more = text::is_language_tag(said) && text::babel_name(said, &is_all) == word && !is_all;
        bool const is_name = said != word && same_name(said, word);  // "English" beside `english`: for the reader of the list
        if (is_name)
            for (NativeField* f : {babel, words}) f->keep_as(m.variable());
        if (says_more || is_name) {
            words->claimed = true;
            words->variable = m.variable();
            return keep_one(d, m, said);
        }
    }
    if (exact != tag) {  // they say more than the name: `variant=american`
        tag = exact;
        options->claimed = true;
        for (NativeField* f : {babel, options}) f->keep_as(m.variable());
    }
    return keep_one(d, m, tag.empty() ? word : d.record.arena().copy(tag));
}

bool eprint::read(Decoder& d, Match const& m) {
    NativeField* const id = m.part(0);
    NativeField* const type = m.part(1) != nullptr ? m.part(1) : m.part(2);
    NativeField* const cls = m.part(3) != nullptr ? m.part(3) : m.part(4);
    if ((id == nullptr && cls == nullptr && type == nullptr) || d.record.has(m.variable())) return false;
    std::string_view number = id ? d.verbatim(*id) : std::string_view{};
    std::string_view archive = type ? d.plain(*type) : std::string_view{};
    std::string const kind = lower(archive);
    for (NativeField* f : {id, type, cls})
        if (f != nullptr) f->claimed = true;
    if ((kind == "pubmed" || kind == "pmid") && !d.record.has(var::PMID)) {
        if (!number.empty()) d.record.adopt(Field(VariableId::PMID, Text(number)));
        return true;
    }
    if ((kind == "pmc" || kind == "pmcid") && !d.record.has(var::PMCID)) {
        if (!number.empty()) d.record.adopt(Field(VariableId::PMCID, Text(number)));
        return true;
    }
    bool is_arxiv = kind == "arxiv";
    if (is_arxiv || kind.empty())
        if (auto const arxiv = text::decode_arxiv(number); !arxiv.id.empty() && (is_arxiv || number.starts_with("arXiv"))) {
            is_arxiv = true;
            number = arxiv.id;
            if (cls == nullptr && !arxiv.primary_class.empty())
                d.record.adopt(Field(VariableId::eprint_class, Text(arxiv.primary_class)));
        }
    if (is_arxiv) archive = d.record.arena().copy("arxiv");
    if (!number.empty()) d.record.adopt(Field(VariableId::eprint, Text(number)));
    if (!archive.empty()) d.record.adopt(Field(VariableId::eprint_type, Text(archive)));
    if (cls != nullptr) {
        Text const value = d.text(*cls);
        if (!value.empty()) d.record.adopt(Field(VariableId::eprint_class, value));
    }
    return true;
}

bool pmid_only::read(Decoder& d, Match const& m) {
    constexpr std::size_t longest = 40;  // with braces around the label
    if (m.chosen->value.size() > longest || m.chosen->value.find("PMID") == std::string_view::npos) return false;
    std::string_view const value = d.plain(*m.chosen);
    std::string_view const digits = text::decode_pmid(value);
    bool const nothing_else = value.starts_with("PMID") && value.ends_with(digits) && value.size() <= digits.size() + 6;
    return nothing_else && !digits.empty() && keep(d, m, digits);
}

bool pubmed_id::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    bool const central = m.variable() == VariableId::PMCID;
    std::string_view const id = central ? text::decode_pmcid(value.plain, d.record.arena()) : text::decode_pmid(value.plain);
    if (id.empty()) return keep(d, m, value);
    if (id != value.plain) m.chosen->keep_as(m.variable());
    return keep(d, m, id);
}

namespace {
/// The text of a field of numbers. Mendeley writes the line breaks between them as `\r` and `\n`, which are not the accent over
/// a digit that TeX would make of the first.
std::string_view text_of_numbers(Decoder& d, NativeField const& field) {
    auto const is_break = [](std::string_view text, std::size_t at) {
        return at + 2 < text.size() && text[at] == '\\' && (text[at + 1] == 'r' || text[at + 1] == 'n') && text[at + 2] >= '0' && text[at + 2] <= '9';
    };
    std::size_t at = field.value.find('\\');
    if (at == std::string_view::npos) return d.plain(field);
    std::string mended(field.value);
    for (; at != std::string::npos; at = mended.find('\\', at + 1))
        if (is_break(mended, at)) mended.replace(at, 2, ", ");
    NativeField with = field;
    with.value = d.record.arena().copy(mended);
    return d.plain(with);
}
}  // namespace

bool numbers::read(Decoder& d, Match const& m) {
    std::string_view const raw = m.chosen->value;
    if (text::is_plain_issn(raw)) return keep_one(d, m, d.record.arena().copy(raw));
    std::string_view const value = text_of_numbers(d, *m.chosen);
    std::string_view rest = value;
    std::vector<Text> found;
    text::StandardNumber number;
    auto const count_words = [](std::string_view text) {
        return std::count_if(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); });
    };
    auto more = count_words(value);  // than the numbers: "(print)", "ISBN-13"
    bool has_note = false;
    while (text::next_standard_number(rest, number)) {
        found.emplace_back(number.text);
        has_note = has_note || number.tells_edition();
        more -= count_words(number.text);
    }
    if (found.empty() || !rest.empty()) return keep_one(d, m, value);  // no number by its form: kept as it stands
    List const numbers(d.record.arena().copy_array(std::span<Text const>(found)));
    // Notes, and other separators than those that are written, go back to the file alone.
    if (more != 0 || text::concat(numbers, ", ", d.record.arena()).plain != value) m.chosen->keep_as(m.variable());
    if (has_note) d.report(Code::text_beside_number, *m.chosen, "a note beside the number");
    d.record.adopt(Field(m.variable(), numbers));
    return true;
}

bool issn_alone::read(Decoder& d, Match const& m) {
    text::StandardNumber const number = text::standard_number(m.chosen->value);
    if (number.kind != text::NumberKind::issn || !number.check_digit) return false;
    auto const fields = m.native.fields();
    auto const is_another = [&](NativeField const& f) { return f.id != m.chosen->id && engine().reads(f.id, VariableId::ISSN); };
    if (std::any_of(fields.begin(), fields.end(), is_another)) return false;
    d.report(Code::bad_value, *m.chosen, "'" + std::string(number.text) + "' is an ISSN by its form and its check digit, and read as one");
    return numbers::read(d, m);
}

bool verbatim_text::read(Decoder& d, Match const& m) { return keep(d, m, d.verbatim(*m.chosen)); }

bool note::read(Decoder& d, Match const& m) {
    NativeField *note = m.part(0), *addendum = m.part(1);
    if ((note == nullptr && addendum == nullptr) || d.record.has(m.variable())) return false;
    Text const a = note ? d.paragraphs(*note) : Text{}, b = addendum ? d.paragraphs(*addendum) : Text{};
    if (note != nullptr) note->claimed = true;
    if (addendum != nullptr) addendum->claimed = true;
    if (a.empty() && !b.empty()) addendum->keep_as(m.variable());  // else it would be a note from then on
    if (a.empty() || b.empty()) return keep(d, m, a.empty() ? b : a);
    Text const both[] = {a, b};
    for (NativeField* f : {note, addendum}) f->keep_as(m.variable());
    return keep(d, m, text::concat(both, ". ", d.record.arena()));
}

bool paragraphs::read(Decoder& d, Match const& m) { return keep(d, m, d.paragraphs(*m.chosen)); }

namespace {
/// A keyword whose braces only keep its commas together; they say nothing of letter case.
Text without_shield(Text const& word) noexcept {
    bool const all = word.marks.size() == 1 && word.marks[0].style == Style::nocase && word.marks[0].begin == 0 && word.marks[0].end == word.plain.size();
    return all && word.plain.find_first_of(",;") != std::string_view::npos ? Text(word.plain) : word;
}
}  // namespace

bool keywords::read(Decoder& d, Match const& m) {
    auto const separator = [](std::string_view rest) -> std::size_t { return rest[0] == ',' || rest[0] == ';' ? 1 : 0; };
    std::size_t count = 0;
    auto const listed = [](NativeField const& f) {  // braces around the whole list are the exporter's
        std::string_view const inside = inside_braces(f.value);
        return inside.find(';') != std::string_view::npos ? inside : f.value;
    };
    m.each([&](NativeField& f) {
        f.value = d.unreferenced(f);  // whose semicolons divide nothing
        if (f.value.size() != listed(f).size()) f.keep_as(m.variable());
        split_raw(listed(f), separator, [&](std::string_view) { ++count; });
    });
    auto const all = d.record.arena().array<Text>(count);
    std::size_t filled = 0;
    m.each([&](NativeField& f) {
        split_raw(listed(f), separator, [&](std::string_view part) {
            Text const word = without_shield(d.text(f, part));
            bool known = word.empty();
            for (std::size_t i = 0; i < filled && !known && filled < 64; ++i) known = all[i] == word;
            if (!known) all[filled++] = word;
        });
    });
    if (filled != 0) d.record.adopt(Field(m.variable(), List(all.first(filled))));
    return true;
}

}  // namespace ibid::formats::bibtex::field_codecs
