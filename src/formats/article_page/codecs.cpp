// How the article page's own values are read.
#include "formats/article_page/codecs.hpp"

#include "formats/article_page/persons.hpp"
#include "text/dates.hpp"
#include "text/identifiers.hpp"
#include "text/pages.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ibid::formats::article_page::field_codecs {
namespace {

using mapping::NativeField;

/// Calls visit(line) for each line that is not empty, blanks around it off.
template <class Visit>
void each_line(std::string_view value, Visit&& visit) {
    while (!value.empty()) {
        std::size_t const end = std::min(value.find_first_of("\n\r"), value.size());
        std::string_view line = value.substr(0, end);
        value.remove_prefix(std::min(end + 1, value.size()));
        while (!line.empty() && static_cast<unsigned char>(line.front()) <= ' ') line.remove_prefix(1);
        while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
        if (!line.empty()) visit(line);
    }
}

/// The widest lines that somebody may have broken by width.
constexpr std::size_t widest_broken_line = 120;

/// Whether a line ends where it does because the next word had no room.
bool is_broken(std::string_view line, std::string_view next, std::size_t width) noexcept {
    std::size_t const word = std::min(next.find(' '), next.size());
    return width <= widest_broken_line && line.size() + 1 + word > width;
}

void adopt_list(Decoder& d, VariableId variable, std::vector<Text> const& all) {
    if (all.empty()) return;
    d.record.adopt(Field(variable, List(d.record.arena().copy_array(std::span<Text const>(all)))));
}

}  // namespace

bool authors::read(Decoder& d, Match const& m) {
    std::vector<Name> all;
    m.each([&](NativeField& f) {
        std::vector<std::string> const names = names_in(f.value);
        if (names.size() > 1) d.report(Code::split_names, f, "several names in one line, read one by one", f.value);
        for (std::string const& name : names) {
            CitedAuthor const* const cited = all.size() < d.cited.authors.size() ? &d.cited.authors[all.size()] : nullptr;
            if (!read_name(name, cited, d.record.arena(), all.emplace_back()))
                d.report(Code::bad_name, f, "name '" + name + "' could not be taken apart, kept as it stands", f.value);
        }
    });
    if (!all.empty()) d.record.adopt(Field(m.variable(), Names{d.record.arena().copy_array(std::span<Name const>(all)), false}));
    return true;
}

bool lines::read(Decoder& d, Match const& m) {
    std::string all;
    m.each([&](NativeField& f) {
        if (!all.empty()) all += '\n';
        all += d.text(f).plain;
    });
    d.adopt(m.variable(), Text(d.record.arena().copy(all)));
    return true;
}

bool issue_date::read(Decoder& d, Match const& m) {
    // "January-2021", "January-February 2021": the hyphen before the year is a blank.
    std::string plain = folded(m.chosen->value);
    if (std::size_t const hyphen = plain.rfind('-'); hyphen != plain.npos && hyphen + 5 == plain.size()) plain[hyphen] = ' ';
    NativeField field = *m.chosen;
    field.value = plain;
    Date date;
    if (!d.date(field, date)) return false;
    d.adopt(m.variable(), date);
    return true;
}

bool pages::read(Decoder& d, Match const& m) {
    d.adopt(m.variable(), Text(text::decode_pages(d.text(*m.chosen).plain, d.record.arena())));
    return true;
}

bool doi::read(Decoder& d, Match const& m) {
    std::string_view const found = text::decode_doi(d.text(*m.chosen).plain, d.record.arena());
    if (found.empty()) {
        d.report(Code::bad_value, *m.chosen, "there is no DOI in it", m.chosen->value);
        m.chosen->variable = m.variable();
        return false;
    }
    d.adopt(m.variable(), Text(found));
    return true;
}

bool issns::read(Decoder& d, Match const& m) {
    std::vector<Text> all;
    for (std::size_t i = 0; i < m.ids.size(); ++i)
        for (NativeField* f = m.native.first(m.ids[i]); f != nullptr; f = m.native.next(*f)) {
            Text const number = d.text(*f);
            if (text::standard_number(number.plain).kind != text::NumberKind::issn)
                d.report(Code::bad_value, *f, "'" + std::string(number.plain) + "' has not the form of an ISSN", f->value);
            auto const is_same = [&](Text const& other) { return other.plain == number.plain; };
            if (all.size() < 8 && std::none_of(all.begin(), all.end(), is_same)) all.push_back(number);
        }
    adopt_list(d, m.variable(), all);
    return true;
}

bool prose::read(Decoder& d, Match const& m) {
    std::size_t width = 0;
    each_line(m.chosen->value, [&](std::string_view line) { width = std::max(width, line.size()); });
    std::string all;
    std::string_view above;
    each_line(m.chosen->value, [&](std::string_view line) {
        if (!above.empty()) {
            std::string_view const between{above.data() + above.size(), static_cast<std::size_t>(line.data() - above.data()) - above.size()};
            auto const breaks = std::max(std::count(between.begin(), between.end(), '\n'), std::count(between.begin(), between.end(), '\r'));
            all += breaks > 1 ? "\n\n" : is_broken(above, line, width) ? " " : "\n";
        }
        all += line;
        above = line;
    });
    d.adopt(m.variable(), Text(d.record.arena().copy(all)));
    return true;
}

bool keywords::read(Decoder& d, Match const& m) {
    std::vector<Text> all;
    m.each([&](NativeField& f) {
        char const* const separator = f.value.find(';') != f.value.npos ? ";" : ",";
        each_line(f.value, [&](std::string_view line) {
            for (std::string_view const bullet : {"\u2022", "* ", "- "})
                if (line.starts_with(bullet)) line.remove_prefix(bullet.size());
            while (!line.empty()) {
                std::size_t const end = std::min(line.find(*separator), line.size());
                NativeField one = f;
                one.value = line.substr(0, end);
                if (Text const word = d.text(one); !word.empty()) all.push_back(word);
                line.remove_prefix(std::min(end + 1, line.size()));
            }
        });
    });
    adopt_list(d, m.variable(), all);
    return true;
}

}  // namespace ibid::formats::article_page::field_codecs
