// Positions: first, subsequent, ibid, ibid-with-locator and near-note for each cite, in the order of the text. Cites in
// notes and cites in the text are counted apart.
// Specification: CSL 1.0.2, "Choose" (position), "Note Distance".
#include "cite/state.hpp"

namespace ibid::cite {
namespace {

using Position = Condition::Position;

/// Where an item was cited before.
struct Seen {
    int first_note = 0, last_note = 0;
};

void force(Cite const& cite, CitePosition& to) {
    if (!cite.position) return;
    to.first = *cite.position == Position::first;
    to.subsequent = !to.first;
    to.ibid = *cite.position == Position::ibid || *cite.position == Position::ibid_with_locator;
    to.ibid_with_locator = *cite.position == Position::ibid_with_locator;
    to.near_note = cite.near_note || *cite.position == Position::near_note;
    if (cite.first_note != 0) to.first_note = cite.first_note;
}

/// The cite right before one: in its cluster, or the only cite of the cluster before.
Cite const* cite_before(ClusterState const& cluster, std::size_t index, ClusterState const* previous) {
    if (index > 0) return &cluster.cluster.cites[index - 1];
    if (previous == nullptr || previous->cluster.cites.empty()) return nullptr;
    int const distance = cluster.cluster.note - previous->cluster.note;
    if (distance < 0 || distance > 1) return nullptr;  // another note stands between
    auto const& cites = previous->cluster.cites;
    for (Cite const& cite : cites)
        if (cite.item != cites.front().item) return nullptr;
    return &cites.back();
}

CitePosition position_of(ClusterState const& cluster, std::size_t index, ClusterState const* previous, Seen const& seen,
                         int near_note_distance) {
    Cite const& cite = cluster.cluster.cites[index];
    CitePosition to;
    to.first = false, to.subsequent = true;
    to.first_note = seen.first_note;
    int const distance = cluster.cluster.note - seen.last_note;
    to.near_note = cluster.cluster.note != 0 && distance >= 0 && distance <= near_note_distance;
    Cite const* const before = cite_before(cluster, index, previous);
    if (before == nullptr || before->item != cite.item) return to;
    if (before->locator.empty()) {
        to.ibid = true;
        to.ibid_with_locator = !cite.locator.empty();
    } else if (!cite.locator.empty()) {
        to.ibid = true;
        to.ibid_with_locator = before->locator != cite.locator || before->label != cite.label;
    }
    return to;
}

void put(std::string& to, int number) {
    to += std::to_string(number);
    to += ' ';
}

}  // namespace

/// What a cluster's text depends on beside its own cites, for finding out what has changed.
std::string Document::State::dependencies_of(ClusterState const& cluster) const {
    std::string to;
    put(to, cluster.cluster.note);
    for (std::size_t i = 0; i < cluster.positions.size(); ++i) {
        CitePosition const& at = cluster.positions[i];
        put(to, at.first * 1 + at.ibid * 2 + at.ibid_with_locator * 4 + at.near_note * 8);
        put(to, at.first_note);
        DocumentItem const* const one = item(cluster.cluster.cites[i].item);
        if (one == nullptr) continue;
        put(to, one->cited_again ? one->distinction.disambiguate : 0);
        put(to, one->distinction.year_suffix);
    }
    return to;
}

void Document::State::find_positions() {
    int const near = processor->style().citation_options.near_note_distance;
    for (bool const notes : {false, true}) {
        StringMap<Seen> seen;
        ClusterState const* previous = nullptr;
        for (ClusterState& cluster : clusters) {
            if ((cluster.cluster.note != 0) != notes) continue;
            cluster.positions.assign(cluster.cluster.cites.size(), CitePosition{});
            for (std::size_t i = 0; i < cluster.cluster.cites.size(); ++i) {
                Cite const& cite = cluster.cluster.cites[i];
                int const note = cluster.cluster.note;
                auto const [at, is_new] = seen.try_emplace(cite.item, Seen{note, note});
                if (!is_new) cluster.positions[i] = position_of(cluster, i, previous, at->second, near);
                at->second.last_note = note;
                if (auto const one = item_by_id.find(cite.item); one != item_by_id.end()) {
                    if (is_new && note != 0) items[one->second].first_note = note;
                    if (!is_new) items[one->second].cited_again = true;
                }
                force(cite, cluster.positions[i]);
            }
            previous = &cluster;
        }
    }
}

}  // namespace ibid::cite
