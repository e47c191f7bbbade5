// Formatted citations: records as a CSL style prints them, the article page's four among them. The library for this is
// ibid::cite; what reads and converts is in ibid::ibid.
// Specification: Citation Style Language 1.0.2.
#pragma once

#include "ibid/record.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

/// What is wrong with a style or its locale, and where.
struct CitationProblem {
    std::size_t line = 0, column = 0;  ///< from 1; 0: of no place
    std::string message{};
    bool fatal = false;                ///< nothing can be formatted
};

/// Which style to format with, in which language, for whom.
struct CitationSettings {
    std::string style{};            ///< a name ("apa"), the path of a .csl file, or the id of a style
    std::string locale{};           ///< a BCP 47 tag; empty: the style's own, or en-US
    std::string target = "text";    ///< one of citation_targets()
    std::vector<std::string> style_folders{}, locale_folders{};  ///< looked through before the usual ones
};

/// An entry of a bibliography.
struct CitationEntry {
    std::size_t record = 0;  ///< its place among the records that were given
    std::string text{};
};

/// How much of a reference a cite shows.
enum class CiteMode : std::uint8_t { normal, suppress_author, author_only };

/// One reference within a citation. Prefix, suffix and locator may hold the markup of CSL-JSON.
struct Cite {
    std::string item{};              ///< the id of a record
    std::string locator{};           ///< "" if there is none
    std::string label{};             ///< what the locator counts: "page", "chapter" ...; "" is page
    std::string prefix{}, suffix{};
    CiteMode mode{};
};

/// Cites that stand together, in one note or between one pair of parentheses.
struct Citation {
    std::string id{};     ///< of the caller's choice; "" for one that is never changed
    std::vector<Cite> cites{};
    int note = 0;         ///< number of the note; 0: in the text
    bool sorted = true;   ///< false: the cites keep their order whatever the style says
};

/// A citation's place in the text.
struct CitationPlace {
    std::string id{};
    int note = 0;
};

/// Formats records. Immutable, so that threads may share it.
class CitationFormatter {
public:
    /// Nothing if the style cannot be found or used, or if there is no such target; `problems` says why, and what of a
    /// style that can be used was not understood.
    static std::optional<CitationFormatter> open(CitationSettings const& settings, std::vector<CitationProblem>& problems);

    /// One record as an entry of a bibliography, on its own: number 1, and nothing to be told apart from.
    [[nodiscard]] std::string entry(Record const& record) const;
    /// Records as the entries of one bibliography: in the style's order, numbered and told apart. A record of which the
    /// style prints nothing has no entry. Ids need not differ. A style without a bibliography gives what it cites, each alone.
    [[nodiscard]] std::vector<CitationEntry> entries(std::span<Record const> records) const;
    /// The same entries as one document, with what the target has around a bibliography.
    /// `printed`: if not null, says afterwards which records have an entry.
    [[nodiscard]] std::string bibliography(std::span<Record const> records, std::vector<bool>* printed = nullptr) const;

    /// What the style calls itself.
    [[nodiscard]] std::string_view title() const noexcept;
    /// Whether the style is one that ibid has with it.
    [[nodiscard]] bool is_own_style() const noexcept;

    struct State;

private:
    friend class CitationDocument;
    explicit CitationFormatter(std::shared_ptr<State const> state) : state_(std::move(state)) {}
    std::shared_ptr<State const> state_;
};

/// A text that cites: its records, its citations in their order, and the bibliography that follows. Changes are
/// collected, update() works them off. Not for sharing by threads.
class CitationDocument {
public:
    explicit CitationDocument(CitationFormatter formatter);
    ~CitationDocument();
    CitationDocument(CitationDocument&&) noexcept;
    CitationDocument& operator=(CitationDocument&&) noexcept;

    /// The records that may be cited; they outlive the document. Of several with one id the first is cited.
    void set_records(std::span<Record const> records);
    /// Whether the bibliography has records that are not cited (default: it has not).
    void set_uncited(bool all);

    /// Takes a citation in the stead of the one with the same id, else as a new last one.
    void set_citation(Citation citation);
    /// The citations there are, in their order; others are dropped, ids that are not known are skipped.
    void set_order(std::span<CitationPlace const> order);
    /// All citations at once.
    void set_citations(std::span<Citation const> citations);

    /// Works off what has been set. Answers the places (from 0) of the citations that read differently now.
    std::vector<std::size_t> update();

    /// After update(): what a citation reads, by its place; empty if the style shows nothing of it.
    [[nodiscard]] std::string text(std::size_t place) const;
    [[nodiscard]] std::size_t size() const noexcept;
    /// After update(): cites as they would read in a citation that stands nowhere.
    [[nodiscard]] std::string preview(std::span<Cite const> cites) const;
    /// After update(): the bibliography, as CitationFormatter has it.
    [[nodiscard]] std::vector<CitationEntry> entries() const;
    [[nodiscard]] std::string bibliography(std::vector<bool>* printed = nullptr) const;
    /// After update(): the citations, one after the other, and the bibliography.
    [[nodiscard]] std::string whole(std::vector<bool>* printed = nullptr) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What citations can be written as: text, html, json, latex, markdown, rtf, thebibliography, typst.
std::span<std::string_view const> citation_targets() noexcept;

/// The names of the styles that ibid has with it, in the order of the article page's box.
std::span<std::string_view const> own_citation_styles() noexcept;

/// The names of all styles that can be found, sorted; `folders` are looked through before the usual ones: those of
/// IBID_STYLE_PATH, the user's (XDG_DATA_HOME/ibid/styles), the system's (citation-style-language/styles).
std::vector<std::string> citation_styles(std::vector<std::string> const& folders = {}, bool dependent = false);

}  // namespace ibid
