// Roles: BibLaTeX's editor types and the variables they are.
// Sources: BibLaTeX 3.20 manual 2.3.6 (editorial roles), biblatex-apa for those of films and broadcasts.
#pragma once

#include "ibid/variable.hpp"

#include <optional>
#include <string_view>

namespace ibid::formats::bibtex {

struct Role {
    std::string_view name;
    VariableId variable;
};

/// The first row of a variable is the one that is written.
inline constexpr Role roles[] = {
    {"editor", VariableId::editor},
    {"compiler", VariableId::compiler},
    {"director", VariableId::director},
    {"producer", VariableId::producer},
    {"executive-producer", VariableId::executive_producer},
    {"execproducer", VariableId::executive_producer},
    {"executiveproducer", VariableId::executive_producer},
    {"translator", VariableId::translator},
    {"composer", VariableId::composer},
    {"performer", VariableId::performer},
    {"narrator", VariableId::narrator},
    {"illustrator", VariableId::illustrator},
    {"scriptwriter", VariableId::script_writer},
    {"script-writer", VariableId::script_writer},
    {"writer", VariableId::script_writer},
    {"organizer", VariableId::organizer},
    {"organiser", VariableId::organizer},
    {"host", VariableId::host},
    {"guest", VariableId::guest},
    {"seriescreator", VariableId::series_creator},
    {"series-creator", VariableId::series_creator},
    {"serieseditor", VariableId::collection_editor},
    {"series-editor", VariableId::collection_editor},
    {"interviewer", VariableId::interviewer},
    {"recipient", VariableId::recipient},
    {"curator", VariableId::curator},
    {"chair", VariableId::chair},
    {"collaborator", VariableId::contributor},
    {"contributor", VariableId::contributor},
    {"founder", VariableId::founder},
    {"continuator", VariableId::continuator},
    {"redactor", VariableId::redactor},
    {"reviser", VariableId::reviser},
    {"reviewedauthor", VariableId::reviewed_author},
    {"reviewed-author", VariableId::reviewed_author},
};

constexpr std::optional<VariableId> role_variable(std::string_view name) noexcept {
    for (Role const& r : roles)
        if (r.name == name) return r.variable;
    return std::nullopt;
}

constexpr std::string_view role_name(VariableId variable) noexcept {
    for (Role const& r : roles)
        if (r.variable == variable) return r.name;
    return {};
}

}  // namespace ibid::formats::bibtex
