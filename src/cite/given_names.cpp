// Given names: persons are gathered by how they are shown, then those who are shown alike are told apart.
#include "cite/given_names.hpp"

#include <unordered_set>

namespace ibid::cite {
namespace {

/// A person in a list of names of an item.
struct Place {
    std::size_t item = 0, list = 0, name = 0;
    Name const* person = nullptr;
    NamesElement const* element = nullptr;
};

/// All persons who are shown alike.
struct Alike {
    std::vector<Place> places{};
    Name const* first = nullptr;
    bool differ = false;  ///< there are two persons or more
};

bool same_person(Name const& a, Name const& b) {
    return a.given.plain == b.given.plain && a.family.plain == b.family.plain && a.suffix.plain == b.suffix.plain &&
           a.dropping_particle.plain == b.dropping_particle.plain &&
           a.non_dropping_particle.plain == b.non_dropping_particle.plain;
}

}  // namespace

void expand_given_names(Document::State& state, GivennameRule rule) {
    bool const primary = rule == GivennameRule::primary_name || rule == GivennameRule::primary_name_with_initials;
    bool const initials_only =
        rule == GivennameRule::all_names_with_initials || rule == GivennameRule::primary_name_with_initials;
    Elements const& elements = state.processor->style().citation->elements;
    StringMap<Alike> alike;
    for (std::size_t i = 0; i < state.items.size(); ++i) {
        Situation const at = state.situation_of(state.items[i], nullptr, {});
        Renderer renderer(at);
        renderer.keep_traces();
        renderer.render(elements);
        auto const traces = renderer.traces();
        for (std::size_t list = 0; list < traces.size(); ++list) {
            auto const& names = traces[list].names;
            for (std::size_t k = 0; k < (primary ? std::min<std::size_t>(names.size(), 1) : names.size()); ++k) {
                if (!names[k]->literal.empty()) continue;
                std::string const shown = text_of(renderer.show(*names[k], *traces[list].element, GivenLevel::base));
                Alike& group = alike[shown];
                group.places.push_back({i, list, k, names[k], traces[list].element});
                if (group.first == nullptr) group.first = names[k];
                else group.differ = group.differ || !same_person(*group.first, *names[k]);
            }
        }
    }
    for (auto const& [shown, group] : alike) {
        if (!group.differ) continue;
        // By what initials make of a person: which whole names there are.
        std::vector<std::string> initials, full;
        StringMap<std::unordered_set<std::string>> wholes;
        for (Place const& place : group.places) {
            Situation const at = state.situation_of(state.items[place.item], nullptr, {});
            Renderer renderer(at);
            initials.push_back(text_of(renderer.show(*place.person, *place.element, GivenLevel::initials)));
            full.push_back(text_of(renderer.show(*place.person, *place.element, GivenLevel::full)));
            wholes[initials.back()].insert(full.back());
        }
        for (std::size_t i = 0; i < group.places.size(); ++i) {
            Place const& place = group.places[i];
            GivenLevel level = GivenLevel::base;
            if (wholes.size() > 1) level = GivenLevel::initials;
            if (!initials_only && wholes.find(initials[i])->second.size() > 1) level = GivenLevel::full;
            if (level == GivenLevel::base) continue;
            auto& names = state.items[place.item].distinction.names;
            if (names.size() <= place.list) names.resize(place.list + 1);
            auto& given = names[place.list].given;
            if (given.size() <= place.name) given.resize(place.name + 1, GivenLevel::base);
            given[place.name] = level;
        }
    }
}

}  // namespace ibid::cite
