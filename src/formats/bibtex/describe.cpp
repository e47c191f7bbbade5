// The descriptors of bibtex and biblatex: one reader, one writer in two dialects.
#include "formats/bibtex/describe.hpp"
#include "formats/bibtex/key.hpp"
#include "formats/bibtex/mapping.hpp"
#include "formats/bibtex/providers.hpp"
#include "formats/bibtex/type_rules.hpp"
#include "grammars/bibtex.hpp"
#include "mapping/print.hpp"

namespace ibid::formats::bibtex {
namespace {

constexpr OptionInfo options[] = {
    {"ascii", "true|false", "false", "write what is not ASCII as LaTeX commands"},
    {"language", "tag|raw", "tag", "reading: `langid` as a BCP 47 tag, or as it stands"},
    {"genre", "words|raw", "words", "reading: the keys of `type` (phdthesis) in words, or as they stand"},
    {"related", "keep|copy", "keep", "reading: relations as they stand, or what they say of the original as well; --related"},
    {"provider", provider_choices, "auto", "reading: whose meaning some fields have; told by signs in each entry"},
    {"protect", "acronyms|none", "acronyms", "brace words with a capital inside (RNA) in titles of other formats"},
    {"keep-source", "true|false", "false", "reading: keep the bytes of each entry, for preserve"},
    {"preserve", "true|false", "false", "write the bytes of what has not changed; --preserve sets both"},
};

/// An `@word{` or `@word(` where a line begins.
int recognise(std::string_view beginning) noexcept {
    for (std::size_t at = 0; at < beginning.size();) {
        std::size_t i = at;
        while (i < beginning.size() && (beginning[i] == ' ' || beginning[i] == '\t')) ++i;
        if (i < beginning.size() && beginning[i] == '@') {
            std::size_t const word = ++i;
            while (i < beginning.size() && ((beginning[i] | 32) >= 'a' && (beginning[i] | 32) <= 'z')) ++i;
            bool const named = i > word;
            while (i < beginning.size() && (beginning[i] == ' ' || beginning[i] == '\n' || beginning[i] == '\r')) ++i;
            if (named && i < beginning.size() && (beginning[i] == '{' || beginning[i] == '(')) return 80;
        }
        std::size_t const line = beginning.find_first_of("\n\r", at);
        if (line == std::string_view::npos) break;
        at = line + 1;
    }
    return 0;
}

/// Fields that BibTeX does not know tell BibLaTeX.
int recognise_biblatex(std::string_view beginning) noexcept {
    int const sure = recognise(beginning);
    if (sure == 0) return 0;
    for (std::string_view const sign : {"journaltitle", "@online", "@Online", "@thesis", "@report", "location ", "location=", "date =", "date=", "langid", "eprinttype"})
        if (std::size_t const at = beginning.find(sign); at != std::string_view::npos && (sign[0] == '@' || at == 0 || !((beginning[at - 1] | 32) >= 'a' && (beginning[at - 1] | 32) <= 'z')))
            return sure + 5;
    return sure - 5;
}

template <Dialect D>
std::vector<MappingRow> table() {
    std::vector<MappingRow> rows = mapping::print_types(type_table::rows, profile_of(D));
    mapping::print_rows<Native>(field_table::rows, profile_of(D), rows);
    return rows;
}

template <Dialect D>
void describe(Format& format) {
    format.options = options;
    format.make_reader = [](ReadContext const& context) { return make_reader(context, D); };
    format.make_writer = [](WriteContext const& context) { return make_writer(context, D); };
    format.cuts = [](std::string_view) { return Cuts{.find = grammars::bibtex::find_block_line, .chained = true}; };
    format.table = table<D>;
    format.needs_keys = true;
    format.fitting_key = fitting_key;
    format.left_type = [](Record const& record) { return left_type(record, D); };
}

}  // namespace

void describe_bibtex(Format& format) {
    describe<Dialect::bibtex>(format);
    format.recognise = recognise;
}

void describe_biblatex(Format& format) {
    describe<Dialect::biblatex>(format);
    format.recognise = recognise_biblatex;
}

}  // namespace ibid::formats::bibtex
