// Identifiers: DOI, ISBN, ISSN, PMID, PMCID, arXiv and URLs, told by their form and freed of what people put around
// them. All take plain text (no LaTeX) and answer slices of it, unless they say otherwise.
// ISBN: ISO 2108:2017. ISSN: ISO 3297:2022. DOI: ISO 26324:2022. arXiv: "Understanding the arXiv identifier".
#pragma once

#include "ibid/arena.hpp"

#include <string_view>

namespace ibid::text {

/// The DOI inside: without resolver ("https://doi.org/") and label ("doi:"), letter case kept, percent escapes of a
/// resolver undone (hence the arena). Empty if there is none.
std::string_view decode_doi(std::string_view plain, Arena& arena);
/// Whether it has the form of one: `10.`, a registrant, `/`, anything.
bool is_doi(std::string_view plain) noexcept;

/// Whether a text has another DOI behind the one that decode_doi() found in it.
bool has_further_doi(std::string_view plain, std::string_view doi) noexcept;

/// What a standard number is by its form.
enum class NumberKind : unsigned char { none, issn, isbn };

/// A number found in a value: as written, hyphens kept, without label and note.
struct StandardNumber {
    NumberKind kind{};
    std::string_view text{};   ///< "978-3-16-148410-0"
    bool check_digit = false;  ///< its check digit is right
    std::string_view note{};   ///< what stands behind it in brackets: "electronic"

    /// Whether the note tells editions apart: "pbk." of an ISBN. That an ISSN is "print" says little, "ISBN" nothing.
    [[nodiscard]] bool tells_edition() const noexcept { return kind == NumberKind::isbn && !note.empty() && note != "ISBN"; }
};

/// Takes the first number off the front of `rest`, with what separates it from the next one.
/// False: there is none; `rest` is then what is left.
bool next_standard_number(std::string_view& rest, StandardNumber& number) noexcept;
/// What the whole text is: 4+4 characters an ISSN, 10 or 13 digits an ISBN; `check_digit` says whether to believe it.
StandardNumber standard_number(std::string_view plain) noexcept;
/// `0896-3207`; the check digit is not looked at.
bool is_plain_issn(std::string_view number) noexcept;

/// The digits of a PubMed id, "PMID:" and URL taken off; empty if there are none.
std::string_view decode_pmid(std::string_view plain) noexcept;
/// A PubMed Central id as "PMC" and digits; in the arena where it had to be made.
std::string_view decode_pmcid(std::string_view plain, Arena& arena);

/// An arXiv id: "2101.00001v2", "hep-th/9901001"; class only where the text says one ("[math.AG]", "math.AG/0506203").
struct ArxivId {
    std::string_view id{};
    std::string_view primary_class{};
};
/// Takes "arXiv:" and URL off; empty id if it is none.
ArxivId decode_arxiv(std::string_view plain) noexcept;

/// The first URL (http, https, ftp, or "www.") inside a text, without the punctuation that ends a sentence.
std::string_view find_url(std::string_view plain) noexcept;
/// Whether the whole text is one URL.
bool is_url(std::string_view plain) noexcept;

}  // namespace ibid::text
