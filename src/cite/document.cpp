// Document: what is set, and what update() does with it, in order: items, positions, sorting, telling apart, clusters.
#include "cite/document.hpp"

#include "cite/state.hpp"

namespace ibid::cite {

Document::Document(Processor const& processor) : state_(std::make_unique<State>(processor)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

void Document::set_items(std::span<Record const> records) {
    std::vector<Record const*> all;
    all.reserve(records.size());
    for (Record const& record : records) all.push_back(&record);
    set_items(all);
}

void Document::set_items(std::span<Record const* const> records) {
    state_->known.clear();
    state_->known_by_id.clear();
    for (Record const* const record : records) {
        auto const [at, is_new] = state_->known_by_id.try_emplace(std::string(record->id), state_->known.size());
        if (is_new) state_->known.push_back(record);
        else state_->known[at->second] = record;
    }
}

void Document::set_uncited(Uncited uncited) { state_->uncited = uncited; }

void Document::set_labels(bool shown) { state_->labels = shown; }
void Document::set_no_printed_form(std::string text) { state_->no_printed_form = std::move(text); }

void Document::set_cluster(Cluster cluster) {
    for (ClusterState& state : state_->clusters) {
        if (state.cluster.id != cluster.id) continue;
        state.cluster = std::move(cluster);
        return;
    }
    state_->clusters.emplace_back().cluster = std::move(cluster);
}

void Document::set_order(std::span<ClusterPlace const> order) {
    std::vector<ClusterState> ordered;
    ordered.reserve(order.size());
    StringMap<std::size_t> places;
    for (std::size_t i = 0; i < state_->clusters.size(); ++i) places.emplace(state_->clusters[i].cluster.id, i);
    for (ClusterPlace const& place : order) {
        auto const at = places.find(place.id);
        if (at == places.end()) continue;
        ordered.push_back(std::move(state_->clusters[at->second]));
        ordered.back().cluster.note = place.note;
        places.erase(at);
    }
    state_->clusters = std::move(ordered);
}

void Document::set_clusters(std::vector<Cluster> clusters) {
    StringMap<std::size_t> places;
    for (std::size_t i = 0; i < state_->clusters.size(); ++i) places.emplace(state_->clusters[i].cluster.id, i);
    std::vector<ClusterState> all;
    all.reserve(clusters.size());
    for (Cluster& cluster : clusters) {
        ClusterState state;
        if (auto const at = places.find(cluster.id); at != places.end() && !cluster.id.empty()) {
            state = std::move(state_->clusters[at->second]);
            places.erase(at);
        }
        state.cluster = std::move(cluster);
        all.push_back(std::move(state));
    }
    state_->clusters = std::move(all);
}

void Document::State::collect_items() {
    items.clear();
    item_by_id.clear();
    auto const take = [&](std::string_view id) {
        auto const at = known_by_id.find(id);
        if (at == known_by_id.end()) return;
        auto const [place, is_new] = item_by_id.try_emplace(std::string(id), items.size());
        if (!is_new) return;
        DocumentItem& item = items.emplace_back();
        item.record = known[at->second];
        item.number = static_cast<int>(items.size());
    };
    if (uncited == Uncited::all)
        for (Record const* const record : known) take(record->id);
    for (ClusterState const& state : clusters)
        for (Cite const& cite : state.cluster.cites) take(cite.item);
}

DocumentItem const* Document::State::item(std::string_view id) const {
    auto const at = item_by_id.find(id);
    return at == item_by_id.end() ? nullptr : &items[at->second];
}

std::vector<std::size_t> Document::update() {
    State& state = *state_;
    state.collect_items();
    state.find_positions();
    state.sort_items();
    state.disambiguate();
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < state.clusters.size(); ++i) {
        ClusterState& cluster = state.clusters[i];
        Output const output = state.render_cluster(cluster.cluster.cites, cluster.positions, cluster.cluster.sorted);
        auto text = flatten(output, state.processor->punctuation());
        std::string dependencies = state.dependencies_of(cluster);
        if (!cluster.rendered || text != cluster.text || dependencies != cluster.dependencies) changed.push_back(i);
        cluster.dependencies = std::move(dependencies);
        cluster.text = std::move(text);
        cluster.rendered = true;
    }
    return changed;
}

std::size_t Document::cluster_count() const noexcept { return state_->clusters.size(); }
Cluster const& Document::cluster(std::size_t place) const { return state_->clusters[place].cluster; }
std::vector<Block> const& Document::text(std::size_t place) const { return state_->clusters[place].text; }

std::vector<Block> Document::preview(std::span<Cite const> cites) const {
    std::vector<CitePosition> positions(cites.size());
    for (std::size_t i = 0; i < cites.size(); ++i) {
        if (!cites[i].position) continue;
        CitePosition& to = positions[i];
        using Position = Condition::Position;
        to.first = *cites[i].position == Position::first;
        to.subsequent = !to.first;
        to.ibid = *cites[i].position == Position::ibid || *cites[i].position == Position::ibid_with_locator;
        to.ibid_with_locator = *cites[i].position == Position::ibid_with_locator;
        to.near_note = cites[i].near_note || *cites[i].position == Position::near_note;
        to.first_note = cites[i].first_note;
    }
    return flatten(state_->render_cluster(cites, positions, true), state_->processor->punctuation());
}

std::vector<std::string_view> Document::order() const {
    std::vector<std::string_view> ids;
    ids.reserve(state_->items.size());
    for (DocumentItem const& item : state_->items) ids.push_back(item.record->id);
    return ids;
}

Bibliography Document::bibliography() const { return state_->make_bibliography(); }

}  // namespace ibid::cite
