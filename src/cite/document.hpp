// Document: the records a text may cite, the clusters in which it cites them, and the bibliography that follows.
// It is what there is of state; what is rendered, it keeps, and tells what has changed. Not for sharing by threads.
// Specification: CSL 1.0.2, "Citation-specific Options", "Disambiguation", "Cite Collapsing", "Note Distance",
// "Bibliography-specific Options", "Locators", "position".
#pragma once

#include "cite/processor.hpp"
#include "ibid/cite.hpp"
#include "ibid/record.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// A cite with what takes the place of its context.
struct Cite : ibid::Cite {
    /// The position to be taken instead of the one that is found.
    std::optional<Condition::Position> position{};
    bool near_note = false;           ///< with a forced position: whether it is near-note as well
    /// Number of the note that first cites the item, to be taken instead of the one that is found; 0: none.
    int first_note = 0;
};

/// Cites that stand together, in one note or between one pair of parentheses.
struct Cluster {
    std::string id{};
    std::vector<Cite> cites{};
    int note = 0;        ///< number of the note; 0: in the text
    bool sorted = true;  ///< false: the cites keep their order whatever the style says
};
using ClusterPlace = CitationPlace;

/// An entry of the bibliography. Of second-field-align: a block left_margin and one right_inline.
struct BibliographyEntry {
    std::string_view item{};
    std::vector<Block> blocks{};
};

/// The bibliography and what is said of its layout.
struct Bibliography {
    std::vector<BibliographyEntry> entries{};
    int entry_spacing = 1, line_spacing = 1;
    bool hanging_indent = false;
    BibliographyOptions::SecondFieldAlign second_field_align{};
    std::size_t widest_label = 0;  ///< code points of the longest first field, if it is aligned
};

/// Which records the bibliography holds besides the cited ones.
enum class Uncited : std::uint8_t { none, all };

/// Records, clusters, bibliography. Changes are collected; update() works them off.
class Document {
public:
    /// The processor outlives the document.
    explicit Document(Processor const& processor);
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;

    /// The records that may be cited, in their order; they outlive the document. Of two with the same id the last counts.
    void set_items(std::span<Record const> records);
    void set_items(std::span<Record const* const> records);
    /// Whether records that no cluster cites are part of the document (default: none).
    void set_uncited(Uncited uncited);
    /// Whether entries of the bibliography begin with their numbers or labels, where the style has such (default: they do).
    void set_labels(bool shown);
    /// What a cluster reads of which the style shows nothing (default: nothing).
    void set_no_printed_form(std::string text);

    /// Takes a cluster in the stead of the one with the same id, else as a new last one.
    void set_cluster(Cluster cluster);
    /// The clusters there are, in their order; others are dropped, ids that are not known are skipped.
    void set_order(std::span<ClusterPlace const> order);
    /// All clusters at once.
    void set_clusters(std::vector<Cluster> clusters);

    /// Works off what has been set. Answers the places (from 0) of the clusters that read differently now.
    std::vector<std::size_t> update();

    /// After update(): how many clusters there are, and what the one at a place reads.
    [[nodiscard]] std::size_t cluster_count() const noexcept;
    [[nodiscard]] Cluster const& cluster(std::size_t place) const;
    [[nodiscard]] std::vector<Block> const& text(std::size_t place) const;

    /// After update(): cites as they would read in a cluster that stands nowhere; all are first cites unless a
    /// position is forced.
    [[nodiscard]] std::vector<Block> preview(std::span<Cite const> cites) const;

    /// After update(): the ids of all records of the document, in the order of the bibliography.
    [[nodiscard]] std::vector<std::string_view> order() const;

    /// After update(): the bibliography; no entries if the style has none.
    [[nodiscard]] Bibliography bibliography() const;

    struct State;  ///< for the files that implement this

private:
    std::unique_ptr<State> state_;
};

}  // namespace ibid::cite
