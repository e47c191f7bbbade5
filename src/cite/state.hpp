// State: what a Document holds, for the files that implement it: positions, sort, disambiguate, collapse, bibliography.
#pragma once

#include "cite/document.hpp"
#include "cite/render.hpp"
#include "cite/unicode.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ibid::cite {

/// A record that is part of the document.
struct DocumentItem {
    Record const* record = nullptr;
    int number = 0;       ///< citation number, from 1
    int first_note = 0;   ///< the first note that cites it; 0: none
    bool cited_again = false;  ///< there is a subsequent cite of it
    Distinction distinction{};
};

/// Where a cite stands among the cites of its item.
struct CitePosition {
    bool first = true, subsequent = false, ibid = false, ibid_with_locator = false, near_note = false;
    int first_note = 0;
};

/// A cluster and what became of it.
struct ClusterState {
    Cluster cluster{};
    std::vector<CitePosition> positions{};  ///< by cite
    std::vector<Block> text{};
    std::string dependencies{};             ///< what the text depends on beside the cites
    bool rendered = false;
};

/// Hashes string views and strings alike.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// A value to sort by; values that are not there come last, whatever the direction.
struct SortValue {
    std::string key{};
    bool there = false;
};

struct Document::State {
    explicit State(Processor const& of) : processor(&of), collator(of.locale().language()) {}

    Processor const* processor;
    Collator collator;
    std::vector<Record const*> known{};
    StringMap<std::size_t> known_by_id{};
    Uncited uncited = Uncited::none;
    std::string no_printed_form{};
    bool labels = true;
    std::vector<ClusterState> clusters{};

    std::vector<DocumentItem> items{};  ///< in the order of the bibliography
    StringMap<std::size_t> item_by_id{};

    // document.cpp
    void collect_items();
    [[nodiscard]] DocumentItem const* item(std::string_view id) const;
    // positions.cpp
    void find_positions();
    [[nodiscard]] std::string dependencies_of(ClusterState const& cluster) const;
    // sort.cpp
    void sort_items();
    [[nodiscard]] std::vector<std::size_t> sorted_cites(std::span<Cite const> cites,
                                                        std::span<CitePosition const> positions) const;
    [[nodiscard]] std::vector<SortValue> sort_values(std::vector<SortKey> const& keys, Situation const& situation) const;
    // disambiguate.cpp
    void disambiguate();
    // cluster.cpp
    [[nodiscard]] Situation situation_of(DocumentItem const& item, Cite const* cite, CitePosition const& position) const;
    [[nodiscard]] Output render_cluster(std::span<Cite const> cites, std::span<CitePosition const> positions,
                                        bool sorted) const;
    // bibliography.cpp
    [[nodiscard]] Bibliography make_bibliography() const;
};

/// All letters of a tree, affixes included, in their order.
void append_text(Output const& output, std::string& to);
[[nodiscard]] std::string text_of(Output const& output);
/// The first node of a role, in the order of reading; null if there is none.
[[nodiscard]] Output with_look(Look const& look, Output output);
bool capitalize_term(Output& output, std::string_view language);
[[nodiscard]] Output* find_role(Output& output, Role role);

}  // namespace ibid::cite
