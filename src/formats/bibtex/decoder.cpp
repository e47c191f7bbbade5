// How .bib values are decoded; the meaning of strings is in src/text.
#include "formats/bibtex/decoder.hpp"

#include "grammars/support/scan.hpp"
#include "text/dates.hpp"
#include "text/latex.hpp"
#include "text/names.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace ibid::formats::bibtex {

using mapping::NativeField;

std::string_view Decoder::unreferenced(NativeField const& field, std::string_view part) {
    std::string_view const latex = text::without_references(part, record.arena());
    if (latex.data() != part.data()) report(Code::decoded_entity, field, "character references in the value were decoded");
    return latex;
}

Text Decoder::text(NativeField const& field, std::string_view part) {
    return told(field, text::decode_latex(unreferenced(field, part), record.arena(), {}, &issues_));
}

Text Decoder::paragraphs(NativeField const& field) {
    return told(field, text::decode_latex(unreferenced(field, field.value), record.arena(), {.paragraphs = true}, &issues_));
}

Text Decoder::told(NativeField const& field, Text const& decoded) {
    met_marks_ = met_marks_ || !decoded.marks.empty();
    if (!issues_.empty()) report_issues(field);
    return decoded;
}

void Decoder::report_issues(NativeField const& field) {
    for (text::Issue const& issue : issues_) {
        // Of a value it is said once, however many braces and elements of it are odd.
        bool const of_braces = issue.code == text::IssueCode::unbalanced_brace || issue.code == text::IssueCode::too_deep;
        if (of_braces && std::exchange(odd_value_, field.value.data()) == field.value.data()) continue;
        std::string const where(issue.where.substr(0, 60));
        switch (issue.code) {
            case text::IssueCode::unknown_command: report(Code::unknown_command, field, "TeX command '" + where + "' not known"); break;
            case text::IssueCode::unbalanced_brace: report(Code::bad_value, field, "braces do not balance"); break;
            case text::IssueCode::too_deep: report(Code::bad_value, field, "groups nest too deep"); break;
            default: break;
        }
    }
    issues_.clear();
}

std::string_view Decoder::verbatim(NativeField const& field) { return text::decode_verbatim(field.value, record.arena()); }

std::size_t and_separator(std::string_view rest) noexcept {
    auto const blank = [&](std::size_t i) { return i < rest.size() && static_cast<unsigned char>(rest[i]) <= ' '; };
    if (!blank(0)) return 0;
    std::size_t i = 1;
    while (blank(i)) ++i;
    if (rest.substr(i, 3) != "and" || !blank(i + 3)) return 0;
    return i + 3;  // the blank behind stays, so that "a and and b" is two separators
}

std::string_view inside_braces(std::string_view value) noexcept {
    if (value.size() < 2 || value.front() != '{' || value.back() != '}') return {};
    std::string_view const inside = value.substr(1, value.size() - 2);
    std::size_t depth = 0;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == '\\') ++i;
        else if (inside[i] == '{') ++depth;
        else if (inside[i] == '}' && depth-- == 0) return {};
    }
    return inside;
}

namespace {

/// `{Taylor and Francis}`: the braces make one element of it, and say nothing of letter case.
std::string_view unbraced(std::string_view part) noexcept {
    std::string_view const inside = inside_braces(part);
    for (std::size_t i = 0; i < inside.size(); ++i)
        if (and_separator(inside.substr(i)) != 0) return inside;
    return part;
}

}  // namespace

List Decoder::list(NativeField const& field) {
    std::size_t count = 0, braced = 0;
    split_raw(field.value, and_separator, [&](std::string_view part) {
        ++count;
        braced += !inside_braces(part).empty();
    });
    if (!style_.has_lists && braced != count) {
        Text const whole = text(field, field.value);
        return whole.empty() ? List{} : List(record.arena().copy_array(std::span<Text const>(&whole, 1)));
    }
    auto const all = record.arena().array<Text>(count);
    std::size_t filled = 0;
    split_raw(field.value, and_separator, [&](std::string_view part) {
        Text const one = text(field, style_.has_lists || count == 1 ? unbraced(part) : inside_braces(part));
        if (!one.empty()) all[filled++] = one;
    });
    return all.first(filled);
}

namespace {

/// What is wrong with a name.
std::string_view fault(text::NameIssues const& issues) noexcept {
    if (issues.too_many_commas) return "has more than two commas";
    if (issues.unbalanced) return "has unbalanced braces";
    if (issues.missing_family) return "has no family name";
    if (issues.trailing_comma) return "ends in a comma";
    if (issues.suffix_last) return "has its suffix last; read as 'Family, Suffix, Given'";
    if (issues.institution) return "reads as a person; an institution wants braces around it";
    if (issues.several) return "looks like two persons; names are separated by 'and'";
    if (issues.others_inside) return "ends in 'et al.'; write 'and others'";
    return "is empty";
}

}  // namespace

Names Decoder::names(NativeField& field, VariableId variable) {
    text::NameIssues issues;
    Names const decoded = text::decode_names(unreferenced(field, field.value), record.arena(), {}, &issues);
    if (issues.mended) {
        std::size_t const count = decoded.list.size();
        report(Code::split_names, field, "names are separated by 'and' alone; read as " + std::to_string(count) + (count == 1 ? " name" : " names"));
    }
    if (issues.stray_text) {
        report(Code::unknown_name_part, field, "'" + std::string(issues.where) + "' has no place in a name");
    } else if (issues.any()) {
        report(Code::bad_name, field, "name '" + std::string(issues.where) + "' " + std::string(fault(issues)));
    }
    if (issues.stray_text || !text::is_spelled_by_bibtex(decoded)) field.keep_as(variable);
    return decoded;
}

std::string_view Decoder::date_text(NativeField const& field) {
    // In a date `~` is EDTF's sign of approximation, not TeX's blank.
    char const* const last = field.value.data() + field.value.size();
    bool const tex = grammars::support::scan_to<'\\', '{', '$'>(field.value.data(), last) != last;
    return tex ? plain(field) : verbatim(field);
}

bool Decoder::date(NativeField const& field, Date& date) {
    std::string_view const value = date_text(field);
    if (value.empty()) return false;
    if (!text::decode_date(value, record.arena(), date))
        report(Code::bad_date, field, "date '" + std::string(value) + "' not understood, kept as text");
    return true;
}

void Decoder::adopt(VariableId variable, Date const& date) {
    if (text::is_empty(date)) return;
    auto const kept = record.arena().array<Date>(1);
    kept[0] = date;
    record.adopt(Field(variable, kept.data()));
}

void Decoder::report(Code code, NativeField const& field, std::string_view message) {
    reporter_.put(code, field.where, {.key = record.id, .field = field.name, .message = message, .before = field.value});
}

}  // namespace ibid::formats::bibtex
