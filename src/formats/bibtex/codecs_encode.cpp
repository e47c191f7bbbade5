// How the codecs of BibTeX and BibLaTeX write; they read in codecs.cpp.
#include "formats/bibtex/carried.hpp"
#include "formats/bibtex/codecs.hpp"
#include "formats/bibtex/inheritance.hpp"

#include "formats/bibtex/role_table.hpp"
#include "text/dates.hpp"
#include "text/file_paths.hpp"
#include "text/identifiers.hpp"
#include "text/languages.hpp"
#include "text/localisation_keys.hpp"
#include "text/numbers.hpp"
#include "text/rich.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace ibid::formats::bibtex::field_codecs {
namespace {

bool in_bibtex(Encoder const& e) noexcept { return e.style().dialect == Dialect::bibtex; }

bool has_subtitle(Text const& value) noexcept {
    for (Mark const& m : value.marks)
        if (m.style == Style::subtitle) return true;
    return false;
}

/// Writes the two fields of a title; BibTeX has one field for both.
void write_title(Encoder& e, std::string_view name, std::string_view subname, Text const& value) {
    if (!in_bibtex(e) && has_subtitle(value)) {
        auto const [main, sub] = text::split_at_subtitle(value, e.scratch());
        e.text(name, main);
        e.text(subname, sub);
    } else {
        e.text(name, value);
    }
}

}  // namespace

bool title::write(Encoder& e, Job const& j) {
    write_title(e, j.row.names.name[0], j.row.names.name[1], j.field()->text());
    return true;
}

bool main_title::write(Encoder& e, Job const& j) {
    Field const *title = j.field(0), *volume = j.field(1);
    if (title == nullptr || volume == nullptr) return false;
    if (j.row.variable_count > 2 && j.has(2)) {
        bool const in_volume = !in_bibtex(e);  // @bookinbook: a book in a volume of a work
        write_title(e, j.row.names.name[0], j.row.names.name[1], (in_volume ? j.field(2) : title)->text());
        write_title(e, "booktitle", "booksubtitle", (in_volume ? volume : j.field(2))->text());
        write_title(e, "title", "subtitle", (in_volume ? title : volume)->text());
        return true;
    }
    bool const of_part = j.row.variable[0] == VariableId::container_title;
    write_title(e, j.row.names.name[0], j.row.names.name[1], title->text());
    write_title(e, of_part ? "booktitle" : "title", of_part ? "booksubtitle" : "subtitle", volume->text());
    return true;
}

bool event_as_book::write(Encoder& e, Job const& j) {
    if (!j.record.has(var::container_title) && !e.at_home()) e.text(j.name(), j.field()->text());
    return false;  // the event is still to be said
}

bool editors::write(Encoder& e, Job const& j) { return e.names(j.row.names.name[0], j.field()->names()); }

namespace {
/// Whether editoratype = {redactor} would be read as a part's editors of the series: see editors::read().
bool is_part(Record const& record) noexcept {
    if (record.has(var::collection_editor)) return false;
    return record.has(var::collection_title) || record.has(var::container_title) || record.has(var::volume_title) || record.has(var::event_title);
}
}  // namespace

bool role::write(Encoder& e, Job const& j) {
    Names const& people = j.field()->names();
    if (j.row.variable[0] == VariableId::redactor && is_part(j.record)) return e.names(j.name(), people);
    // BibLaTeX prints the only role as that of the editor; BibTeX would take a director for an editor.
    bool const alone = !in_bibtex(e) && !e.record().has(var::editor);
    Extra const* const word = j.row.variable[0] == VariableId::contributor ? e.unknown_role() : nullptr;
    std::size_t const at = word != nullptr ? editor_row(word->name) : e.next_role(alone);
    if (at >= std::size(editor_fields)) return e.names(j.name(), people);
    auto const [field, type] = editor_fields[at];
    return e.names(field, people) && (word != nullptr ? e.raw(type, word->value) : e.plain(type, role_name(j.row.variable[0])));
}

bool issued::write(Encoder& e, Job const& j) {
    Date const& date = j.field()->date();
    if (!in_bibtex(e)) {
        if (date.literal.empty()) return e.date("date", *j.field());
        return e.plain("year", date.literal);  // `date` is EDTF and nothing else
    }
    if (date.begin.unspecified != 0 && date.begin.month == 0 && date.range == DateRange::none) return e.date("year", *j.field());  // "200X"
    if (text::is_month_or_year(date)) return e.year_and_month(date.begin);
    text::BibtexDate const out = text::encode_bibtex_date(date);
    std::string_view const year = out.literal.empty() ? out.year.view() : out.literal;
    if (!out.literal.empty()) e.plain("year", year);
    else if (!year.empty()) e.with_dashes("year", year);
    if (out.month.size != 0) {
        if (out.month_is_expression) e.expression("month", out.month.view());
        else e.with_dashes("month", out.month.view());  // seasons
    }
    if (out.loss != text::DateLoss::none) {
        std::string const whole = text::edtf_of(date);
        std::string written(year);  // what of it stands in the entry
        if (out.month.size != 0) written.append(written.empty() ? "" : " ").append(out.month.view());
        if ((out.loss & text::DateLoss::day) != text::DateLoss::none) e.lost(Code::lost_day, "issued", whole, written);
        if ((out.loss & text::DateLoss::range_end) != text::DateLoss::none) e.lost(Code::lost_range_end, "issued", whole, written);
        if ((out.loss & text::DateLoss::precision) != text::DateLoss::none) e.lost(Code::lost_precision, "issued", whole, written);
    }
    return true;
}

bool issue::write(Encoder& e, Job const& j) { return e.text("number", j.field()->text()); }

bool edition::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    if (in_bibtex(e) && value.marks.empty()) return e.plain("edition", text::encode_bibtex_edition(value.plain, e.scratch()));
    return e.text("edition", value);
}

bool pages::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    return value.marks.empty() ? e.pages("pages", value.plain) : e.text("pages", value);
}

bool sections::write(Encoder& e, Job const& j) {
    Text const* const unit = j.record.find(var::container_pagination);
    return unit != nullptr && unit->plain == "section" && !j.record.has(var::page) && pages::write(e, j);
}

bool jurisdiction::write(Encoder& e, Job const& j) { return e.list(j.name(), List(&j.field()->text(), 1)); }  // `{Trinidad and Tobago}`

bool series::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    if (in_bibtex(e) || !value.marks.empty()) return e.text("series", value);
    return e.plain("series", text::keyed(text::series_titles, value.plain));
}

bool genre::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    if (e.genre_implied()) return true;
    if (in_bibtex(e) || !value.marks.empty()) return e.text("type", value);
    return e.plain("type", text::keyed(text::genre_keys, value.plain));
}

bool status::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    return value.marks.empty() ? e.plain("pubstate", text::keyed(text::status_keys, value.plain)) : e.text("pubstate", value);
}

bool language::write(Encoder& e, Job const& j) {
    List const& values = j.field()->list();
    if (values.size() == 1) {
        bool exact = false;
        std::string_view const babel = text::babel_name(values[0].plain, &exact);
        if (!babel.empty() && exact && text::language_tag(babel) == values[0].plain) return e.plain("langid", babel);
        // "fr", "es-MX": babel has no name for the tag, but one to hyphenate by. language::read() believes the tag then.
        if (!babel.empty() && !exact && text::is_language_tag(values[0].plain)) e.plain("langid", babel);
        // "English" in words is a name of babel as well, which BibLaTeX hyphenates by. language::read() believes the words.
        std::string_view const word = text::babel_name(text::language_tag(values[0].plain));
        if (!e.at_home() && same_name(word, values[0].plain) && word != values[0].plain) e.plain("langid", word);
    }
    return e.list("language", values);
}

bool doi::write(Encoder& e, Job const& j) { return e.verbatim("doi", j.field()->text().plain); }

bool eprint::write(Encoder& e, Job const& j) {
    Field const *id = j.field(0), *type = j.field(1), *cls = j.field(2);
    if (id != nullptr) e.verbatim("eprint", id->text().plain);
    if (type != nullptr) {
        if (in_bibtex(e) && type->text().plain == "arxiv") e.plain("archiveprefix", "arXiv");
        else e.text(in_bibtex(e) ? "archiveprefix" : "eprinttype", type->text());
    }
    if (cls != nullptr) e.text(in_bibtex(e) ? "primaryclass" : "eprintclass", cls->text());
    return true;
}

namespace {
/// A field each, as the file had them. Elsewhere a second field of a name makes programs refuse the entry.
bool write_each(Encoder& e, std::string_view name, List values) {
    for (Text const& value : values) e.verbatim(name, value.plain);
    return true;
}
}  // namespace

bool files::write(Encoder& e, Job const& j) {
    List const paths = j.field()->list();
    if (paths.size() == 1 || e.at_home()) return write_each(e, j.name(), paths);
    return e.verbatim(j.name(), text::join_paths(paths, e.scratch()));
}

bool numbers::write(Encoder& e, Job const& j) {
    List const& values = j.field()->list();
    if (values.size() == 1) return e.text(j.name(), values[0]);
    return e.text(j.name(), text::concat(values, ", ", e.scratch()));
}

bool urls::write(Encoder& e, Job const& j) {
    List const all = j.field()->list();
    if (all.size() == 1 || e.at_home()) return write_each(e, j.name(), all);
    e.verbatim(j.name(), all[0].plain);
    std::string_view const word = spelling(VariableId::URL);
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (e.style().carry) e.verbatim(carried_name("csl", word, e.scratch(), i), all[i].plain);
        else e.lost(Code::dropped_field, word, all[i].plain);
    }
    return true;
}

/// @misc and @booklet have no publisher. A .bib file that says one all the same gets it back.
bool no_url::write(Encoder& e, Job const& j) {
    List const values = j.field()->list();
    bool const from_bib = is_from(e.record(), Dialect::bibtex) || is_from(e.record(), Dialect::biblatex);
    auto const looks_like_url = [](Text const& t) { return text::is_url(t.plain); };
    if (from_bib || std::any_of(values.begin(), values.end(), looks_like_url)) return false;
    return e.list(j.name(), values);
}

bool verbatim_text::write(Encoder& e, Job const& j) { return e.verbatim(j.name(), j.field()->text().plain); }

bool pubmed_id::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }

bool note::write(Encoder& e, Job const& j) { return e.text("note", j.field()->text()); }
bool paragraphs::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }

bool keywords::write(Encoder& e, Job const& j) { return e.keywords("keywords", j.field()->list()); }

// These are rows for reading alone.
bool issn_alone::write(Encoder&, Job const&) { return false; }
bool short_form::write(Encoder&, Job const&) { return false; }
bool pmid_only::write(Encoder&, Job const&) { return false; }
bool url_within::write(Encoder&, Job const&) { return false; }
bool url_only::write(Encoder&, Job const&) { return false; }

}  // namespace ibid::formats::bibtex::field_codecs
