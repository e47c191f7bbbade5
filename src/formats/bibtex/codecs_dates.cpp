// How the date of issue is put together from `date`, `year`, `month` and `day`.
#include "formats/bibtex/codecs.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <utility>

namespace ibid::formats::bibtex::field_codecs {

using mapping::NativeField;

namespace {
/// A month or a day without a year, as text: `may # "~3"` is "May 3".
std::string_view words_of(Decoder& d, NativeField const& field) {
    static constexpr std::string_view no_break = "\u00A0";
    std::string words(d.plain(field));
    for (std::size_t at = 0; (at = words.find(no_break)) != std::string::npos;) words.replace(at, no_break.size(), " ");
    return d.record.arena().copy(words);
}
/// Words that were looked at as a date are text: a `~` is a tie, not "circa", and `--` is a dash.
std::string_view as_text(Decoder& d, std::string_view words) {
    static constexpr std::pair<std::string_view, std::string_view> ligatures[] = {{"---", "\u2014"}, {"--", "\u2013"}, {"~", "\u00A0"}};
    if (words.find('~') == std::string_view::npos && words.find("--") == std::string_view::npos) return words;
    std::string out;
    while (!words.empty()) {
        auto const* const found = std::find_if(std::begin(ligatures), std::end(ligatures), [&](auto const& l) { return words.starts_with(l.first); });
        bool const any = found != std::end(ligatures);
        out.append(any ? found->second : words.substr(0, 1));
        words.remove_prefix(any ? found->first.size() : 1);
    }
    return d.record.arena().copy(out);
}
}  // namespace

bool issued::read(Decoder& d, Match const& m) {
    NativeField *whole = m.part(0), *year = m.part(1), *month = m.part(2), *day = m.part(3);
    auto const plain = [&](NativeField const* f) { return f != nullptr ? d.date_text(*f) : std::string_view{}; };
    auto const claim = [](std::initializer_list<NativeField*> fields) {
        for (NativeField* f : fields)
            if (f != nullptr) f->claimed = true;
    };
    Date parts;
    bool const have_parts = year != nullptr || month != nullptr || day != nullptr;
    std::string_view const year_text = plain(year);
    bool const good_parts = have_parts && text::decode_year_month_day(year_text, plain(month), plain(day), d.record.arena(), parts);
    Date date;
    if (Field const* const known = d.record.field(m.variable())) {  // what a parent adds may refine it
        date = known->date();
        if (!good_parts || !text::refine(date, parts)) return false;
        claim({year, month, day});
    } else if (whole != nullptr && !whole->value.empty() && (text::decode_date(d.date_text(*whole), d.record.arena(), date) || !good_parts)) {
        claim({whole});
        if (!date.literal.empty() && !good_parts) d.date(*whole, date);  // tells what was not understood
        // The parts may say the same once more, or more precisely; else they are residue. A month alone is of the date's year.
        bool same_year = good_parts;
        if (year == nullptr && have_parts && date.literal.empty()) {
            std::string_view const of_date = d.record.arena().copy(std::to_string(date.begin.year));
            same_year = text::decode_year_month_day(of_date, plain(month), plain(day), d.record.arena(), parts);
        }
        bool const comparable = same_year && parts.literal.empty() && date.literal.empty();
        if (comparable && have_parts && (parts == date || text::refine(date, parts) || text::refine(parts, date))) {
            claim({year, month, day});
            for (NativeField* f : {whole, year, month, day})  // some styles want them, and they were there
                if (f != nullptr) f->keep_as(m.variable());
        }
    } else if (good_parts) {
        date = parts;
        claim({year});
        bool const is_text = year != nullptr && !date.literal.empty();  // "n.d.": a month beside it is residue
        if (!is_text) claim({month, day});
        bool const sorts = year != nullptr && year->value.find('\\') != std::string_view::npos;  // {\noopsort{1973b}}1973
        bool const no_year = year == nullptr && !date.literal.empty();
        if (no_year) date.literal = words_of(d, month != nullptr ? *month : *day);
        bool const has_sign = year != nullptr && text::has_year_sign(year_text) && date.literal.empty();
        if (has_sign) d.report(Code::text_beside_number, *year, "a sign beside the year");
        for (NativeField* f : {year, month, day})
            if ((sorts || no_year || has_sign) && f != nullptr) f->keep_as(m.variable());
    } else if (have_parts) {  // what can be understood without the rest; the rest is residue
        NativeField& odd = year != nullptr ? *year : month != nullptr ? *month : *day;
        bool const good_year = year != nullptr && text::decode_year_month_day(year_text, {}, {}, d.record.arena(), date);
        NativeField& told = good_year ? (month != nullptr ? *month : *day) : odd;
        d.report(Code::bad_date, told, "date '" + std::string(plain(&told)) + "' not understood, kept as text");
        if (!good_year) date = parts;
        claim({&odd});
        if (odd.value.find('\\') != std::string_view::npos) odd.keep_as(m.variable());  // {\bibnodate}, 2000\natexlab{a}
    }
    auto const says_something = [&](NativeField const* f) { return f != nullptr && f->claimed && !plain(f).empty(); };
    bool const is_year_zero = text::is_empty(date) && !d.record.has(m.variable()) && (says_something(whole) || says_something(year));
    if (is_year_zero) d.record.adopt(Field(m.variable(), d.record.arena().array<Date>(1).data()));
    auto const has_tex = [](NativeField const* f) { return f != nullptr && f->value.find_first_of("\\{$") != std::string_view::npos; };
    if (!has_tex(whole) && !has_tex(year)) date.literal = as_text(d, date.literal);  // else it is text already
    d.adopt(m.variable(), date);
    return true;
}

}  // namespace ibid::formats::bibtex::field_codecs
