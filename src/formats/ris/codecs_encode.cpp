// How the codecs of RIS write; they read in codecs_decode.cpp.
#include "formats/ris/codecs.hpp"
#include "formats/ris/plain.hpp"
#include "text/dates.hpp"
#include "text/file_paths.hpp"
#include "text/identifiers.hpp"
#include "text/numbers.hpp"
#include "text/pages.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ibid::formats::ris::field_codecs {
namespace {

/// Whether a range is a range to the reader as well: both ends, and nothing else.
bool is_range(std::string_view pages) noexcept { return !text::split_pages(pages).end.empty(); }

/// "12-19" without looking for anything else that pages may be.
text::PageSpan ends_of(std::string_view pages) noexcept {
    using grammars::support::Lane;
    if (pages.empty()) return {};
    auto others = Lane(pages.data()).between('0', '9').misses();
    auto const next = [&] { return others.any() ? static_cast<std::size_t>(others.first()) : Lane::width; };
    std::size_t const dash = next();
    others.drop_first();
    bool const plain = dash != 0 && dash + 1 < pages.size() && pages[dash] == '-' && pages.size() <= next();
    return plain ? text::PageSpan{pages.substr(0, dash), pages.substr(dash + 1)} : text::split_pages(pages);
}

/// PY and DA; in the profile 2001, and where DA means something else, all in one.
bool write_date_of_issue(Encoder& e, Field const& field, bool one_tag) {
    Date const& date = field.date();
    if (e.plain_date_of_issue(date, one_tag)) return true;
    bool const y1 = e.style().profile == Profile::ris2001;
    text::RisDate const parts = text::encode_ris_date(date);
    if (y1 || one_tag) {
        if (parts.literal.empty() && (y1 || parts.da.size != 0)) return e.date(y1 ? "Y1" : "PY", field);
        e.line(y1 ? "Y1" : "PY", parts.literal.empty() ? parts.py.view() : parts.literal);
        e.lost(parts.loss, spelling(field.id()), date, parts.py.view());
        return true;
    }
    if (!parts.literal.empty()) e.line("PY", parts.literal);
    else if (parts.py.size != 0) e.raw("PY", parts.py.view());
    if (parts.da.size != 0) e.raw("DA", parts.da.view());
    if (parts.loss != text::DateLoss::none) e.lost(parts.loss, spelling(field.id()), date, parts.da.size != 0 ? parts.da.view() : parts.py.view());
    return true;
}

/// Whether a reader takes what SN says for a number of this variable.
bool is_read_back(VariableId variable, std::string_view number, ItemType type, bool only_formed) noexcept {
    text::NumberKind const kind = text::is_plain_issn(number) ? text::NumberKind::issn : text::standard_number(number).kind;
    if (kind != text::NumberKind::none) return (kind == text::NumberKind::issn) == (variable == VariableId::ISSN);
    return !only_formed && serials.has(type) == (variable == VariableId::ISSN);
}

bool write_numbers(Encoder& e, Job const& j, bool only_formed) {
    for (std::size_t v = 0; v < 2; ++v) {
        Field const* const field = j.field(v);
        if (field == nullptr) continue;
        List const numbers = field->list();
        for (Text const& number : numbers) {
            if (!is_read_back(field->id(), number.plain, j.record.type, only_formed)) {
                e.lost(Code::dropped_field, spelling(field->id()), number.plain, {},
                       "the number is not of the form that SN tells it by");
                continue;
            }
            auto before = std::count(numbers.data(), &number, number);  // PubMed says one number under several labels
            Extra const* const source = e.source_of(field->id(), [&](std::string_view spelled) {
                return spelled.starts_with(number.plain) && before-- == 0;
            });
            e.padded_line("SN", source != nullptr ? source->value : number.plain);
        }
    }
    return true;
}

}  // namespace

bool names::write(Encoder& e, Job const& j) { return e.names(j.name(), j.field()->names(), j.row.variable[0]); }

bool each::write(Encoder& e, Job const& j) {
    for (Text const& one : j.field()->list()) e.text(j.name(), one);
    return true;
}

bool lines::write(Encoder& e, Job const& j) {
    e.lines(j.name(), j.field()->text());
    return true;
}

bool issued::write(Encoder& e, Job const& j) {
    if (Extra const* const source = e.source_of(j.field()->id(), text::has_year_sign)) {
        e.raw(source->name, source->value);
        return true;
    }
    return write_date_of_issue(e, *j.field(), j.row.names.count == 2);
}

bool conference_dates::write(Encoder& e, Job const& j) {
    Field const *published = j.field(0), *held = j.field(1);
    if (published == nullptr || held == nullptr) return false;
    text::RisDate const year = text::encode_ris_date(published->date());
    if (year.py.size == 0 || published->date().begin.year < 1000) return false;
    write_date_of_issue(e, *held, false);
    if (year.da.size == 0) e.raw("C2", year.py.view());
    else e.date("C2", *published);
    return true;
}

bool secondary_date::write(Encoder& e, Job const& j) {
    return j.record.has(var::issued) && e.date("Y2", *j.field());
}

bool second_date::write(Encoder& e, Job const& j) {
    return j.record.has(var::issued) && e.date(j.name(), *j.field());
}

bool exact_date::write(Encoder& e, Job const& j) {
    Date const& date = j.field()->date();
    return date.literal.empty() && date.begin.year >= 1000 && e.date(j.name(), *j.field());
}

bool short_number::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }

bool undated::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    bool const looks_like_a_date = value.plain.size() >= 4 && text::is_digits(value.plain.substr(0, 4));
    return !looks_like_a_date && !j.record.has(var::available_date) && e.text(j.name(), value);
}

bool pages::write(Encoder& e, Job const& j) {
    text::PageSpan const span = ends_of(j.field()->text().plain);
    e.padded_line("SP", span.start);
    if (!span.end.empty()) e.padded_line("EP", span.end);
    return true;
}

bool page_range::write(Encoder& e, Job const& j) {
    bool const sp_is_taken = j.record.has(var::number_of_pages) || j.record.has(var::dimensions);
    return !sp_is_taken && is_range(j.field()->text().plain) && pages::write(e, j);
}

bool lone_start::write(Encoder& e, Job const& j) {
    return !is_range(j.field()->text().plain) && e.text("SP", j.field()->text());
}

bool article_number::write(Encoder& e, Job const& j) {
    bool const is_2001 = e.style().profile == Profile::ris2001;
    if (j.record.has(var::page) || !(is_2001 || e.style().profile == Profile::standard)) return false;
    e.text("SP", j.field()->text());
    return is_2001;  // else C7 says it once more, and what it is
}

bool doi::write(Encoder& e, Job const& j) {
    Text const& value = j.field()->text();
    Extra const* const source = e.source_of(j.field()->id(), [&](std::string_view spelled) { return spelled.ends_with(value.plain); });
    if (source == nullptr) return e.text(j.name(), value);
    e.padded_line(j.name(), source->value);
    return true;
}
bool doi_alone::write(Encoder&, Job const&) { return false; }
bool labelled_doi::write(Encoder&, Job const&) { return false; }
bool pmid::write(Encoder& e, Job const& j) {
    if (j.record.has(var::archive_location)) return false;  // AN is taken
    std::string_view const id = j.field()->text().plain;
    Text const* const database = j.record.find(var::source);
    if (!text::is_digits(id)) return false;
    e.line(j.name(), database != nullptr && is_pubmed(database->plain) ? std::string(id) : "PMID: " + std::string(id));
    return true;
}
bool pubmed_number::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }
bool pmcid::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }

bool standard_numbers::write(Encoder& e, Job const& j) { return write_numbers(e, j, false); }
bool formed_numbers::write(Encoder& e, Job const& j) { return write_numbers(e, j, true); }

bool files::write(Encoder& e, Job const& j) {
    for (Text const& file : j.field()->list()) {
        auto const is_this = [&](std::string_view spelled) { return spelled == file.plain; };
        Extra const* const source = e.source_of(VariableId::file, is_this);
        if (source != nullptr) {
            e.text(source->name, file);
            continue;
        }
        Arena arena;
        std::vector<std::string_view> const paths = text::listed_paths(file.plain, arena);
        for (std::string_view const path : paths) e.line(j.name(), path);
        if (paths.empty()) e.text(j.name(), file);
        else e.lost(Code::lost_description, spelling(VariableId::file), file.plain, paths[0]);
    }
    return true;
}

bool database::write(Encoder& e, Job const& j) {
    auto const is_free = [&](std::string_view) { return !j.record.has(var::database_provider); };
    Extra const* const source = e.source_of(j.row.variable[0], is_free);
    return e.text(source != nullptr ? source->name : j.name(), j.field()->text());
}

bool keywords::write(Encoder& e, Job const& j) {
    for (Text const& word : j.field()->list()) {
        Extra const* const source = e.source_of(VariableId::keyword, [&](std::string_view spelled) {
            return spelled.ends_with(word.plain) && spelled.find_first_not_of("* ") == spelled.size() - word.plain.size();
        });
        if (source != nullptr) e.line(j.name(), source->value);
        else e.text(j.name(), word);
    }
    return true;
}

bool genre::write(Encoder& e, Job const& j) {
    e.print_pair();
    return e.text(j.name(), j.field()->text());
}

bool notes::write(Encoder& e, Job const& j) { return lines::write(e, j); }

}  // namespace ibid::formats::ris::field_codecs
