// The filter that brings identifiers into one form and finds those that stand in other fields.
#include "filters/changing.hpp"
#include "filters/number_forms.hpp"
#include "text/identifiers.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ibid {

using filters::changing, filters::lower, filters::bare_number;

namespace {

/// The word behind a label in the note, `doi:10.1000/182`; empty if there is none.
std::string_view labelled(Record const& record, std::string_view label) {
    Text const* const note = record.find(var::note);
    if (note == nullptr) return {};
    std::string_view const text = note->plain;
    auto const same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    auto const is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), label.begin(), label.end(), same);
        if (at == text.end()) return {};
        auto const behind = static_cast<std::size_t>(at - text.begin()) + label.size();
        if ((at != text.begin() && is_word(at[-1])) || behind == text.size() || text[behind] != ':') continue;
        std::size_t const begin = text.find_first_not_of(' ', behind + 1);
        if (begin == std::string_view::npos) return {};
        std::string_view word = text.substr(begin, text.find_first_of(" \n\t;,", begin) - begin);
        while (!word.empty() && word.back() == '.') word.remove_suffix(1);
        return word;
    }
}

/// The DOI that a record says, or that its URL or its note has.
void normalize_doi(Record& record, Arena& arena) {
    std::string_view doi;
    if (Text const* const said = record.find(var::DOI)) doi = text::decode_doi(said->plain, arena);
    else if (List const* const urls = record.find(var::URL))
        for (Text const& url : *urls)
            if (doi.empty() && url.plain.find("doi.org/") != std::string_view::npos) doi = text::decode_doi(url.plain, arena);
    if (doi.empty() && !record.has(var::DOI)) doi = text::decode_doi(labelled(record, "doi"), arena);
    if (doi.empty()) return;
    std::string const small = lower(doi);  // DOIs do not hang on letter case (ISO 26324, 4.2)
    Text const* const said = record.find(var::DOI);
    if (said == nullptr || said->plain != small) record.set(var::DOI, Text(small));
}

void normalize_numbers(Record& record, ListKey key) {
    List const* const numbers = record.find(key);
    if (numbers == nullptr) return;
    std::vector<std::string> bare;
    bool changed = false;
    for (Text const& number : *numbers) {
        bare.push_back(bare_number(number.plain, key.id == VariableId::ISSN));
        changed = changed || bare.back() != number.plain;
    }
    if (changed) record.set(key, List(std::vector<Text>(bare.begin(), bare.end())));
}

/// Where archives are on the web, and what identifies a work there: what stands behind, up to a `?`, `#` or `&`.
struct Place {
    std::string_view archive, address;
};
constexpr Place places[] = {{"jstor", "jstor.org/stable/"},
                            {"hdl", "hdl.handle.net/"},
                            {"googlebooks", "books.google.com/books?id="},
                            {"urn", "nbn-resolving.org/"},
                            {"urn", "nbn-resolving.de/"}};

void set_eprint(Record& record, std::string const& id, std::string_view archive, std::string const& primary_class = {}) {
    record.set(var::eprint, Text(id));
    record.set(var::eprint_type, Text(archive));
    if (!primary_class.empty()) record.set(var::eprint_class, Text(primary_class));
}

bool take_arxiv(Record& record, std::string_view text) {
    text::ArxivId const arxiv = text::decode_arxiv(text);
    if (arxiv.id.empty()) return false;
    set_eprint(record, std::string(arxiv.id), "arxiv", std::string(arxiv.primary_class));
    return true;
}

/// The eprint that a URL, the note or the title of the journal is of: "arXiv preprint arXiv:1706.03762".
void find_eprint(Record& record) {
    if (record.has(var::eprint)) return;
    List const* const urls = record.find(var::URL);
    List const all = urls != nullptr ? *urls : List{};
    for (Text const& url : all)
        if (url.plain.find("arxiv.org/") != std::string_view::npos && take_arxiv(record, url.plain)) return;
    if (std::string_view const id = labelled(record, "arxiv"); !id.empty() && take_arxiv(record, id)) return;
    if (Text const* const journal = record.find(var::container_title)) {
        std::size_t const at = journal->plain.find("arXiv:");
        if (at != std::string_view::npos && take_arxiv(record, journal->plain.substr(at))) return;
    }
    for (Text const& url : all)
        for (Place const& place : places) {
            std::size_t const at = url.plain.find(place.address);
            if (at == std::string_view::npos) continue;
            std::string_view const rest = url.plain.substr(at + place.address.size());
            std::string_view const id = rest.substr(0, rest.find_first_of("?#&"));
            bool const is_doi = id.starts_with("10.");  // JSTOR has DOIs in its addresses as well
            if (!id.empty() && !is_doi) return set_eprint(record, std::string(id), place.archive);
        }
}

/// PubMed's numbers in a URL or in the note.
void find_pubmed(Record& record, Arena& arena) {
    List const* const urls = record.find(var::URL);
    std::string pmid, pmcid;
    for (Text const& url : urls != nullptr ? *urls : List{}) {
        bool const of_ncbi = url.plain.find("ncbi.nlm.nih.gov/") != std::string_view::npos;
        if (!of_ncbi) continue;
        if (url.plain.find("/PMC") != std::string_view::npos) pmcid = text::decode_pmcid(url.plain, arena);
        else if (url.plain.find("pubmed") != std::string_view::npos) pmid = text::decode_pmid(url.plain);
    }
    if (pmid.empty()) pmid = text::decode_pmid(labelled(record, "pmid"));
    if (pmcid.empty()) pmcid = text::decode_pmcid(labelled(record, "pmcid"), arena);
    if (!pmid.empty() && !record.has(var::PMID)) record.set(var::PMID, Text(pmid));
    if (!pmcid.empty() && !record.has(var::PMCID)) record.set(var::PMCID, Text(pmcid));
}

}  // namespace

std::unique_ptr<Filter> normalize_identifiers(ItemSink& next) {
    return changing(next, [arena = Arena()](Record& record) mutable {
        arena.clear();
        normalize_doi(record, arena);
        normalize_numbers(record, var::ISBN);
        normalize_numbers(record, var::ISSN);
        find_eprint(record);
        find_pubmed(record, arena);
    });
}

}  // namespace ibid
