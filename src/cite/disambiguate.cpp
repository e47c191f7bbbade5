// Disambiguation: cites that read the same are told apart: more names, more of given names, the condition
// disambiguate="true", year suffixes. Only cites that read the same are rendered again, so that the work grows with
// the number of items. Rules that look at all names are in given_names.cpp.
// Specification: CSL 1.0.2, "Disambiguation", "givenname-disambiguation-rule".
#include "cite/given_names.hpp"
#include "cite/state.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

using Group = std::vector<std::size_t>;

class Disambiguator {
public:
    Disambiguator(Document::State& state, Style const& style)
        : state_(state), items_(state.items), style_(style), options_(style.citation_options) {}
    void run();

private:
    /// A list of names of an item's cite.
    struct Shape {
        std::size_t size = 0, shown = 0;
    };
    /// What is tried next of a list's names.
    enum class Step : std::uint8_t { show, initials, full };
    struct Cursor {
        std::size_t list = 0, name = 0;
        Step step = Step::show;
    };

    [[nodiscard]] std::string text_of_item(std::size_t item);
    [[nodiscard]] std::vector<Group> groups_of(Group const& all) const;
    void find_shapes(Group const& group);
    void refine(Group const& group, Cursor from);
    bool take_step(std::size_t item, Cursor const& at);
    void take_back(std::size_t item, Cursor const& at);
    bool try_condition(Group const& group, int count);

    Document::State& state_;
    std::vector<DocumentItem>& items_;
    Style const& style_;
    CitationOptions const& options_;
    std::vector<std::string> texts_{};
    std::vector<std::vector<Shape>> shapes_{};
};

std::string Disambiguator::text_of_item(std::size_t item) {
    Situation at = state_.situation_of(items_[item], nullptr, {});
    at.telling_apart = true;
    at.first = false, at.subsequent = true;
    Renderer renderer(at);
    return text_of(renderer.render(style_.citation->elements));
}

/// Those of the items that read the same, two or more each, in order.
std::vector<Group> Disambiguator::groups_of(Group const& all) const {
    std::unordered_map<std::string_view, std::size_t> places;
    std::vector<Group> groups;
    for (std::size_t const item : all) {
        auto const [at, is_new] = places.try_emplace(texts_[item], groups.size());
        if (is_new) groups.emplace_back();
        groups[at->second].push_back(item);
    }
    std::erase_if(groups, [](Group const& group) { return group.size() < 2; });
    return groups;
}

void Disambiguator::find_shapes(Group const& group) {
    for (std::size_t const item : group) {
        Situation const at = state_.situation_of(items_[item], nullptr, {});
        Renderer renderer(at);
        renderer.keep_traces();
        renderer.render(style_.citation->elements);
        auto& shapes = shapes_[item];
        auto& names = items_[item].distinction.names;
        if (names.size() < renderer.traces().size()) names.resize(renderer.traces().size());
        for (NamesTrace const& trace : renderer.traces()) shapes.push_back({trace.names.size(), trace.shown});
    }
}

bool Disambiguator::take_step(std::size_t item, Cursor const& at) {
    if (at.list >= shapes_[item].size()) return false;
    Shape const& shape = shapes_[item][at.list];
    if (at.name >= shape.size) return false;
    NameState& state = items_[item].distinction.names[at.list];
    std::size_t const shown = std::max(shape.shown, static_cast<std::size_t>(state.shown));
    if (at.step == Step::show) {
        if (at.name < shown) return false;
        state.shown = static_cast<int>(at.name + 1);
        return true;
    }
    if (at.name >= shown) return false;
    if (state.given.size() <= at.name) state.given.resize(at.name + 1, GivenLevel::base);
    state.given[at.name] = at.step == Step::initials ? GivenLevel::initials : GivenLevel::full;
    return true;
}

void Disambiguator::take_back(std::size_t item, Cursor const& at) {
    if (at.list >= shapes_[item].size()) return;
    NameState& state = items_[item].distinction.names[at.list];
    if (at.name < state.given.size()) state.given[at.name] = GivenLevel::base;
}

/// Tries more names and given names on items that read the same; what does not set one apart from another is undone.
void Disambiguator::refine(Group const& group, Cursor from) {
    bool const givens = options_.add_givenname && options_.givenname_rule == GivennameRule::by_cite;
    std::vector<Distinction> before;
    before.reserve(group.size());
    for (std::size_t const item : group) before.push_back(items_[item].distinction);
    std::size_t lists = 0;
    for (std::size_t const item : group) lists = std::max(lists, shapes_[item].size());

    for (Cursor at = from; at.list < lists; ++at.list, at.name = 0, at.step = Step::show) {
        std::size_t names = 0;
        for (std::size_t const item : group)
            if (at.list < shapes_[item].size()) names = std::max(names, shapes_[item][at.list].size);
        for (; at.name < names; ++at.name, at.step = Step::show) {
            for (;; at.step = static_cast<Step>(static_cast<int>(at.step) + 1)) {
                bool const wanted = at.step == Step::show ? options_.add_names : givens;
                bool changed = false;
                if (wanted)
                    for (std::size_t const item : group) changed = take_step(item, at) || changed;
                bool differs = false;
                if (changed) {
                    for (std::size_t const item : group) texts_[item] = text_of_item(item);
                    for (std::size_t const item : group) differs = differs || texts_[item] != texts_[group.front()];
                }
                if (differs) {
                    Cursor next = at;
                    if (at.step == Step::full) ++next.name, next.step = Step::show;
                    else next.step = static_cast<Step>(static_cast<int>(at.step) + 1);
                    for (Group const& rest : groups_of(group)) refine(rest, next);
                    return;
                }
                if (at.step == Step::full) break;
            }
            if (givens)
                for (std::size_t const item : group) take_back(item, at);
        }
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        items_[group[i]].distinction = std::move(before[i]);
        texts_[group[i]] = text_of_item(group[i]);
    }
}

/// Lets conditions disambiguate="true" hold, one after the other, until they set items apart; where they do not, they
/// do not hold. Answers whether anything has changed.
bool Disambiguator::try_condition(Group const& group, int count) {
    std::vector<std::string> texts;
    int asked = 0;
    for (std::size_t const item : group) {
        items_[item].distinction.disambiguate = count;
        Situation at = state_.situation_of(items_[item], nullptr, {});
        at.telling_apart = true;
    at.first = false, at.subsequent = true;
        Renderer renderer(at);
        texts.push_back(text_of(renderer.render(style_.citation->elements)));
        asked = std::max(asked, renderer.disambiguations());
    }
    bool const differs =
        std::any_of(texts.begin(), texts.end(), [&](std::string const& one) { return one != texts.front(); });
    if (differs) {
        for (std::size_t i = 0; i < group.size(); ++i) texts_[group[i]] = std::move(texts[i]);
        if (asked > count)
            for (Group const& rest : groups_of(group)) try_condition(rest, count + 1);
        return true;
    }
    if (asked > count && try_condition(group, count + 1)) return true;
    for (std::size_t const item : group) items_[item].distinction.disambiguate = count - 1;
    return false;
}

void Disambiguator::run() {
    if (options_.add_givenname && options_.givenname_rule != GivennameRule::by_cite)
        expand_given_names(state_, options_.givenname_rule);
    Group all(items_.size());
    texts_.reserve(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
        all[i] = i;
        texts_.push_back(text_of_item(i));
    }
    shapes_.resize(items_.size());
    std::vector<Group> groups = groups_of(all);
    if (options_.add_names || (options_.add_givenname && options_.givenname_rule == GivennameRule::by_cite)) {
        for (Group const& group : groups) {
            find_shapes(group);
            refine(group, {});
        }
        groups = groups_of(all);
    }
    bool regroup = false;
    for (Group const& group : groups) regroup = try_condition(group, 1) || regroup;
    if (regroup) groups = groups_of(all);
    if (!options_.add_year_suffix) return;
    for (Group const& group : groups) {
        int suffix = 0;
        for (std::size_t const item : group) items_[item].distinction.year_suffix = ++suffix;
    }
}

}  // namespace

void Document::State::disambiguate() {
    Style const& style = processor->style();
    if (style.citation) Disambiguator(*this, style).run();
}

}  // namespace ibid::cite
