// Filters that bring identifiers and pages into one form.
#include "filters/changing.hpp"
#include "text/identifiers.hpp"
#include "text/numbers.hpp"
#include "text/pages.hpp"

#include <string>
#include <vector>

namespace ibid {

using filters::changing;

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

/// The DOI that a record says, or that its URL is of.
void normalize_doi(Record& record, Arena& arena) {
    std::string_view doi;
    if (Text const* const said = record.find(var::DOI)) doi = text::decode_doi(said->plain, arena);
    else if (List const* const urls = record.find(var::URL))
        for (Text const& url : *urls)
            if (doi.empty() && url.plain.find("doi.org/") != std::string_view::npos) doi = text::decode_doi(url.plain, arena);
    if (doi.empty()) return;
    std::string const small = lower(doi);  // DOIs do not hang on letter case (ISO 26324, 4.2)
    Text const* const said = record.find(var::DOI);
    if (said == nullptr || said->plain != small) record.set(var::DOI, Text(small));
}

/// An ISBN without hyphens, an ISSN with its one; anything else as it stands.
std::string bare_number(std::string_view number, bool serial) {
    std::string digits;
    for (char const c : number)
        if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') digits += c == 'x' ? 'X' : c;
    bool const whole = text::standard_number(number).kind != text::NumberKind::none;
    if (!whole || digits.size() != (serial ? 8U : digits.size())) return std::string(number);
    return serial ? digits.insert(4, "-") : digits;
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

/// The eprint that a URL of arXiv is of.
void find_arxiv(Record& record) {
    List const* const urls = record.find(var::URL);
    if (urls == nullptr || record.has(var::eprint)) return;
    for (Text const& url : *urls) {
        if (url.plain.find("arxiv.org/") == std::string_view::npos) continue;
        text::ArxivId const arxiv = text::decode_arxiv(url.plain);
        if (arxiv.id.empty()) continue;
        std::string const id(arxiv.id), primary_class(arxiv.primary_class);
        record.set(var::eprint, Text(id));
        record.set(var::eprint_type, "arxiv");
        if (!primary_class.empty()) record.set(var::eprint_class, Text(primary_class));
        return;
    }
}

/// "36-9" is 36 to 39: an end of fewer digits than the begin has the first of them left out.
std::string expanded(std::string_view pages) {
    text::PageSpan const span = text::split_pages(pages);
    bool const abbreviated = span.end.size() < span.start.size() && text::is_digits(span.start) && text::is_digits(span.end);
    if (!abbreviated) return std::string(pages);
    std::string end(span.start.substr(0, span.start.size() - span.end.size()));
    end += span.end;
    if (end < span.start) return std::string(pages);  // "136-9" is, "136-2" is none
    return std::string(span.start).append("-").append(end);
}

}  // namespace

std::unique_ptr<Filter> normalize_identifiers(ItemSink& next) {
    return changing(next, [arena = Arena()](Record& record) mutable {
        arena.clear();
        normalize_doi(record, arena);
        normalize_numbers(record, var::ISBN);
        normalize_numbers(record, var::ISSN);
        find_arxiv(record);
    });
}

std::unique_ptr<Filter> expand_pages(ItemSink& next) {
    return changing(next, [](Record& record) {
        Text const* const pages = record.find(var::page);
        if (pages == nullptr) return;
        std::string const whole = expanded(pages->plain);
        if (whole != pages->plain) record.set(var::page, Text(whole));
    });
}

}  // namespace ibid
