// How values are printed as LaTeX.
#include "formats/bibtex/encoder.hpp"

#include "formats/bibtex/annotations.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/residue.hpp"
#include "formats/bibtex/role_table.hpp"
#include "grammars/support/scan.hpp"
#include "text/dates.hpp"
#include "text/latex.hpp"
#include "text/latex_escape.hpp"
#include "text/names.hpp"
#include "text/pages.hpp"

#include <algorithm>
#include <span>

namespace ibid::formats::bibtex {

using grammars::support::Lane;

namespace {

text::LatexTarget target_of(WriteStyle const& style) noexcept {
    return {style.dialect == Dialect::bibtex ? text::LatexDialect::bibtex : text::LatexDialect::biblatex, style.ascii};
}

/// Whether all of a text is under one nocase mark, which is written as braces.
bool is_braced(Text const& value) noexcept {
    return !value.marks.empty() && value.marks.front().style == Style::nocase && value.marks.front().begin == 0 &&
           value.marks.front().end == value.plain.size();
}

/// Whether the bytes [begin, end) of a text are written in braces, or with some in between.
bool stands_in_braces(Text const& text, std::size_t begin, std::size_t end) noexcept {
    return std::any_of(text.marks.begin(), text.marks.end(), [=](Mark const& mark) {
        bool const braces = mark.style == Style::nocase || mark.style == Style::italic || mark.style == Style::bold;
        return braces && mark.begin < end && begin < mark.end;
    });
}

/// Whether an element of a list would be read as two: a separator stands in it outside of braces.
bool holds(Text const& text, std::string_view separator) noexcept {
    std::string_view const plain = text.plain, word = separator.substr(separator.find_first_not_of(' '));  // "and "
    for (std::size_t at = 0; at < plain.size(); at += Lane::width) {
        Lane const here(plain.data() + at), next(plain.data() + at + 1);
        for (auto hits = (here.equals(separator[0]) & next.equals(separator[1])).hits(); hits.any(); hits.drop_first()) {
            std::size_t const place = at + static_cast<std::size_t>(hits.first());
            if (place >= plain.size() || !plain.substr(place).starts_with(separator)) continue;
            std::size_t const begin = place + separator.size() - word.size();
            if (!stands_in_braces(text, begin, begin + word.find_last_not_of(' ') + 1)) return true;
        }
    }
    return false;
}
bool holds_delimiter(Text const& text) noexcept {
    char const *const first = text.plain.data(), *const last = first + text.plain.size();
    for (char const* at = first; (at = grammars::support::scan_to<',', ';'>(at, last)) != last; ++at) {
        auto const place = static_cast<std::size_t>(at - first);
        if (!stands_in_braces(text, place, place + 1)) return true;
    }
    return false;
}

/// Four digits.
char* put_year(char* to, int year) noexcept {
    int const century = year / 100, rest = year % 100;
    for (int const digit : {century / 10, century % 10, rest / 10, rest % 10}) *to++ = static_cast<char>('0' + digit);
    return to;
}

}  // namespace

bool Encoder::print_sources(mapping::Job<Native> const& job) {
    // In the dialect that the file was in, a source keeps its name; in the other one it gets the row's, if it is one
    // that the row reads.
    bool const home = at_home();
    auto const names = std::span(job.row.names.name).first(job.row.names.count);
    auto const is_common = [](SourceField const& s) { return same_name(s.name, "howpublished"); };  // both dialects have it
    auto const fits = [&](SourceField const& s) {
        return home || is_common(s) || std::any_of(names.begin(), names.end(), [&](std::string_view n) { return same_name(n, s.name); });
    };
    mapping::VariableSet wanted, found;
    for (std::size_t v = 0; v < job.row.variable_count; ++v)
        if (job.has(v)) wanted.add(static_cast<std::size_t>(job.row.variable[v]));
    for (SourceField& s : sources_) {
        auto const variable = static_cast<std::size_t>(s.variable);
        s.chosen = wanted.has(variable) && sourced_.has(variable) && fits(s);
        if (s.chosen) found.add(variable);
    }
    if (found != wanted) return false;  // all of the row's values, or none
    for (SourceField const& s : sources_) {
        if (!s.chosen) continue;
        bool const keeps_name = home || is_common(s) || job.row.names.join == mapping::Join::parts;
        std::string_view const name = keeps_name ? s.name : job.row.names.join == mapping::Join::any_of ? job.name() : names[0];
        print_source(name, s);
    }
    sourced_ -= found;
    return true;
}

bool Encoder::has_printed(std::string_view name) const noexcept {
    return (name_signs_ & sign_of(name)) != 0 && std::any_of(names_.begin(), names_.end(), [name](std::string_view n) { return n.size() == name.size() && same_name(n, name); });
}

bool Encoder::repeat(VariableId variable) {
    if (!at_home() || !sourced_.has(static_cast<std::size_t>(variable))) return false;
    for (SourceField const& s : sources_)
        if (s.variable == variable) print_source(s.name, s);
    return true;
}

bool Encoder::text(std::string_view name, Text const& value) {
    if (!value.marks.empty()) return marked_text(name, value);
    char const* const first = value.plain.data();
    if (char* const end = text::copy_unescaped(first, first + value.plain.size(), open(name, value.plain.size()), style_.ascii))
        return close(end), true;
    return long_text(name, value);
}

bool Encoder::marked_text(std::string_view name, Text const& value) {
    std::size_t room = value.plain.size();
    bool has_subtitle = false;
    for (Mark const& mark : value.marks) {
        room += mark.argument.size() + 2;
        has_subtitle |= mark.style == Style::subtitle;
    }
    if (has_subtitle) [[unlikely]] tell_of_subtitle(name, value);
    char* const to = open(name, room);
    if (char* const end = text::copy_as_latex(value, to, style_.ascii)) return close(end), true;
    return long_text(name, value);
}

bool Encoder::long_text(std::string_view name, Text const& value) {
    text::LatexTarget const target = target_of(style_);
    text::Issues issues;
    close(text::encode_latex(value, open(name, text::latex_size(value, target)), target, &issues));
    if (!issues.empty()) tell(issues, name, value);
    return true;
}

std::string_view Encoder::variable_of(Text const& value, std::string_view name) const noexcept {
    for (Field const& f : record_->fields())
        if (f.kind() == Kind::text && f.text().plain.data() == value.plain.data()) return spelling(f.id());
    return name;
}

void Encoder::tell(text::Issues const& issues, std::string_view name, Text const& value) {
    for (text::Issue const& issue : issues) {
        if (issue.code == text::IssueCode::lost_markup) lost(Code::lost_markup, variable_of(value, name), value.plain, issue.where);
        if (issue.code == text::IssueCode::no_escape) lost(Code::not_ascii, variable_of(value, name), issue.where);
    }
}

/// BibTeX has one field for a title and its subtitle.
void Encoder::tell_of_subtitle(std::string_view name, Text const& value) {
    lost(Code::lost_subtitle, variable_of(value, name), value.plain);
}

bool Encoder::joined(std::string_view name, List values, std::string_view separator, ListKind kind) {
    if (values.size() == 1 && values[0].marks.empty() && kind == ListKind::words && !holds(values[0], separator)) return text(name, values[0]);
    text::LatexTarget const target = target_of(style_);
    text::Issues issues;
    sink_.commit(open(name, 0));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i != 0) sink_.append(separator);
        // To BibTeX a list is a text like others; braces tell the reader that this one was a list.
        bool const is_text = style_.dialect == Dialect::bibtex && kind == ListKind::words;
        bool const divides = is_text ? values.size() > 1 : holds(values[i], separator) || (kind == ListKind::keywords && holds_delimiter(values[i]));
        bool const braced = divides && !is_braced(values[i]);
        if (braced) sink_.append("{");
        put_text(values[i], target, issues);
        if (braced) sink_.append("}");
    }
    close(sink_.reserve(1));
    if (!issues.empty()) tell(issues, name, values[0]);
    return true;
}

void Encoder::put_text(Text const& value, text::LatexTarget const& target, text::Issues& issues) {
    if (value.marks.empty()) {
        constexpr std::size_t lane = 16;
        char const* const first = value.plain.data();
        char* const to = sink_.reserve(value.plain.size() + lane);
        if (char* const end = text::copy_unescaped(first, first + value.plain.size(), to, style_.ascii)) return sink_.commit(end);
    }
    sink_.commit(text::encode_latex(value, sink_.reserve(text::latex_size(value, target)), target, &issues));
}

bool Encoder::with_dashes(std::string_view name, std::string_view value) {
    static constexpr std::string_view ascii = "--", dash = "\u2013";
    if (value.find(ascii) == std::string_view::npos) return text(name, Text(value));
    char* const begin = scratch_.reserve(value.size() * 2);
    char* to = begin;
    for (std::size_t i = 0; i < value.size();) {
        bool const is_dash = value.substr(i).starts_with(ascii);
        std::string_view const piece = is_dash ? dash : value.substr(i, 1);
        std::memcpy(to, piece.data(), piece.size());
        to += piece.size();
        i += is_dash ? ascii.size() : 1;
    }
    return text(name, Text(scratch_.commit(to)));
}

std::size_t Encoder::next_role(bool alone) noexcept {
    auto const stands = [&](Extra const& x) { return is_residue(x) || (x.kind == ExtraKind::expression && at_home() && record_->has(x.variable)); };
    auto const is_taken = [&](std::size_t row) {
        return std::any_of(record_->extras().begin(), record_->extras().end(), [&](Extra const& x) { return stands(x) && editor_row(x.name) == row; });
    };
    std::size_t at = 0;
    do at = roles_++ + (alone ? 0 : 1);
    while (at < std::size(editor_fields) && is_taken(at));
    return at;
}

Extra const* Encoder::unknown_role() noexcept {
    auto const& extras = record_->extras();
    auto const has_people = [&](std::size_t row) {
        return (row == 0 && record_->has(var::editor)) || std::any_of(extras.begin(), extras.end(), [row](Extra const& x) {
                   return is_residue(x) && same_name(x.name, editor_fields[row][0]);
               });
    };
    for (Extra const& x : extras)
        if (is_residue(x) && is_role_field(x.name) && !role_variable(x.value) && !has_people(editor_row(x.name))) return unknown_role_ = &x;
    return nullptr;
}

bool Encoder::names(std::string_view name, Names const& value) {
    sink_.commit(open(name, 0));
    text::NameLoss const loss = text::encode_names(value, target_of(style_), sink_);
    close(sink_.reserve(1));
    if (loss & text::NameLoss::identifier)
        raw(scratch_.copy(std::string(name).append(annotation_suffix(value))), annotation_of(value, scratch_));
    if (loss & (text::NameLoss::given | text::NameLoss::particle)) lost(Code::name_flattened, name, {});
    return true;
}

bool Encoder::year_and_month(DatePoint const& date) {
    close(put_year(open("year", 4), date.year));
    return date.month == 0 || expression("month", text::month_macro(date.month));
}

bool Encoder::pages(std::string_view name, std::string_view value) {
    char* to = open(name, 2 * value.size());
    for (std::size_t at = 0; at < value.size(); at += Lane::width) {
        Lane const lane(value.data() + at);
        std::size_t const size = std::min<std::size_t>(value.size() - at, Lane::width);
        auto const hyphens = lane.equals('-');
        auto const others = (lane.letters() | lane.between('0', '9') | hyphens | lane.equals(',') | lane.equals(' ')).misses();
        if (others.any() && static_cast<std::size_t>(others.first()) < size) return with_dashes(name, text::encode_bibtex_pages(value, scratch_));
        std::memcpy(to, value.data() + at, Lane::width);
        std::size_t doubled = 0;
        for (auto hits = hyphens.hits(); hits.any(); hits.drop_first()) {
            auto const hyphen = static_cast<std::size_t>(hits.first());
            if (hyphen >= size) break;
            ++doubled;  // what follows is put once more, a place further on
            std::memcpy(to + hyphen + doubled, value.data() + at + hyphen, Lane::width);
        }
        to += size + doubled;
    }
    close(to);
    return true;
}

bool Encoder::date(std::string_view name, Field const& field) {
    Date const& value = field.date();
    if (text::is_month_or_year(value)) {
        char* to = put_year(open(name, 7), value.begin.year);
        if (value.begin.month != 0) {
            *to++ = '-';
            *to++ = value.begin.month < 10 ? '0' : '1';
            *to++ = static_cast<char>('0' + value.begin.month % 10);
        }
        close(to);
        return true;
    }
    if (!value.literal.empty()) return text(name, Text(value.literal));
    close(text::encode_edtf(value, open(name, text::max_date_size)));
    return true;
}

bool Encoder::verbatim(std::string_view name, std::string_view value) {
    if (char* const end = text::copy_as_verbatim(value, open(name, value.size()))) return close(end), true;
    close(text::encode_verbatim(value, open(name, text::verbatim_size(value))));
    return true;
}

bool Encoder::expression(std::string_view name, std::string_view source) {
    char* to = open(name, source.size());
    to -= 1;  // no brace: the expression has its own
    std::memcpy(to, source.data(), source.size());
    sink_.commit(to + source.size());
    return true;
}

bool Encoder::residue(std::string_view name, std::string_view value) {
    if (char* const end = text::copy_as_verbatim(value, open(name, value.size()))) return close(end), true;
    return raw(name, balanced(value, scratch_));
}

bool Encoder::raw(std::string_view name, std::string_view value) {
    char* to = open(name, value.size());
    std::memcpy(to, value.data(), value.size());
    close(to + value.size());
    return true;
}

}  // namespace ibid::formats::bibtex
