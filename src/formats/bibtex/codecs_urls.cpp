// How what is not to be touched is read: URLs wherever they stand, DOIs, files.
#include "formats/bibtex/codecs_keep.hpp"
#include "text/file_paths.hpp"
#include "text/identifiers.hpp"
#include "text/markup.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace ibid::formats::bibtex::field_codecs {

using mapping::NativeField;

namespace {

/// A URL or DOI of a web page: its character references are decoded once, and that is told.
std::string_view from_page(Decoder& d, NativeField const& f, std::string_view what) {
    std::string_view const value = d.verbatim(f);
    if (value.find('&') == std::string_view::npos) return value;
    std::string_view const decoded = text::decode_plain(value, d.record.arena()).plain;
    if (decoded != value) d.report(Code::decoded_entity, f, std::string(what) + " has character references of HTML");
    return decoded;
}

/// `$<$` of a DOI that holds a SICI, which BibTeX's users spell so that TeX prints it.
std::string_view without_tex_signs(std::string_view doi, Arena& arena) {
    static constexpr std::pair<std::string_view, char> signs[] = {
        {"$<$", '<'}, {"$>$", '>'}, {"{\\textless}", '<'}, {"{\\textgreater}", '>'}, {"\\textless{}", '<'}, {"\\textgreater{}", '>'}};
    if (doi.find_first_of("$\\") == std::string_view::npos) return doi;
    char* const begin = arena.reserve(doi.size());
    char* to = begin;
    for (std::size_t at = 0; at < doi.size();) {
        auto const found = std::find_if(std::begin(signs), std::end(signs), [&](auto const& sign) { return doi.substr(at).starts_with(sign.first); });
        *to++ = found != std::end(signs) ? found->second : doi[at];
        at += found != std::end(signs) ? found->first.size() : 1;
    }
    return arena.commit(to);
}

/// More of a list that the record has.
void append(Decoder& d, VariableId variable, std::vector<Text> const& more) {
    List const first = d.record.field(variable)->list();
    std::vector<Text> all(first.begin(), first.end());
    all.insert(all.end(), more.begin(), more.end());
    d.record.adopt(Field(variable, List(d.record.arena().copy_array(std::span<Text const>(all)))));
}

}  // namespace

bool doi::read(Decoder& d, Match const& m) {
    std::string_view const value = from_page(d, *m.chosen, "the DOI");
    std::string_view const bare = text::decode_doi(without_tex_signs(value, d.record.arena()), d.record.arena());
    if (!bare.empty() && bare != value) m.chosen->keep_as(m.variable());  // the resolver's URL goes back to its file
    if (!bare.empty() && text::has_further_doi(value, bare)) d.report(Code::text_beside_number, *m.chosen, "another DOI beside the first");
    return keep(d, m, bare.empty() ? value : bare);
}

bool files::read(Decoder& d, Match const& m) {
    std::vector<Text> several;  // in one field, and nothing said of them
    bool const read = keep_each(d, m, [&](NativeField& f) {
        std::string_view const value = d.verbatim(f);
        if (value != f.value) f.keep_as(m.variable());  // paths have backslashes of their own
        if (!value.starts_with(':')) return value;
        std::vector<std::string_view> const paths = text::listed_paths(value, d.record.arena());
        std::vector<Text> const parts(paths.begin(), paths.end());
        if (parts.size() < 2 || text::join_paths(parts, d.record.arena()) != value) return value;
        several.insert(several.end(), parts.begin() + 1, parts.end());
        return paths[0];
    });
    if (!several.empty()) append(d, m.variable(), several);
    return read;
}

bool urls::read(Decoder& d, Match const& m) {
    std::vector<Text> several;  // in one field, with blanks or commas and blanks between: Mendeley, Zotero
    bool const read = keep_each(d, m, [&](NativeField& f) {
        std::string_view const url = from_page(d, f, "the URL");
        std::size_t const blank = url.find(' ');
        if (blank == std::string_view::npos || url.find("://", blank) == std::string_view::npos) return url;
        std::vector<Text> parts;
        auto const separator = [](std::string_view rest) -> std::size_t {
            bool const before_blank = rest.size() > 1 && (rest[0] == ',' || rest[0] == ';') && rest[1] == ' ';
            return before_blank || rest[0] == ' ';
        };
        split_raw(url, separator, [&](std::string_view one) { parts.emplace_back(one); });
        if (!std::all_of(parts.begin(), parts.end(), [](Text const& one) { return text::is_url(one.plain); })) return url;
        f.keep_as(m.variable());
        several.insert(several.end(), parts.begin() + 1, parts.end());
        return parts[0].plain;
    });
    if (!several.empty()) append(d, m.variable(), several);
    return read;
}

namespace {
/// Whether a text around a URL says more than that it is one: "Master's thesis, \url{...}", not "Available online: ...".
bool says_more(std::string_view text, std::string_view url) {
    static constexpr std::string_view fillers[] = {"available", "accessed", "online", "from", "retrieved", "website", "web", "page", "url", "at", "last",
                                                   "visited", "access", "on", "see", "www", "http", "https", "via", "link", "the", "and"};
    std::size_t const at = text.find(url);
    std::string rest(text.substr(0, at));
    if (at != std::string_view::npos) (rest += ' ') += text.substr(at + url.size());
    std::size_t letters = 0;
    std::string word;
    auto const end_word = [&] {
        bool const filler = std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
        if (!filler) letters += word.size();
        word.clear();
    };
    for (char const c : rest) {
        char const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if ((small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80) word += small;
        else end_word();
    }
    end_word();
    return letters > 3;
}
}  // namespace

bool url_within::read(Decoder& d, Match const& m) {
    if (m.chosen->value.find("http") == std::string_view::npos && m.chosen->value.find("www.") == std::string_view::npos) return false;
    std::string_view const url = text::find_url(d.verbatim(*m.chosen));
    if (url.empty()) return false;
    if (says_more(d.plain(*m.chosen), url)) d.report(Code::text_beside_url, *m.chosen, "text beside the URL");
    return keep_one(d, m, url);
}

bool url_only::read(Decoder& d, Match const& m) {
    if (m.chosen->value.size() > 2000) return false;
    if (m.chosen->value.find("http") == std::string_view::npos && m.chosen->value.find("www.") == std::string_view::npos) return false;
    std::string_view const url = d.plain(*m.chosen);
    return text::is_url(url) && keep_one(d, m, url);
}

bool no_url::read(Decoder& d, Match const& m) {
    if (text::is_url(d.verbatim(*m.chosen))) return false;
    List const value = d.list(*m.chosen);
    if (!value.empty()) d.record.adopt(Field(m.variable(), value));
    return true;
}

}  // namespace ibid::formats::bibtex::field_codecs
