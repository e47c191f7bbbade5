// The index of members' names.
#include "formats/csl_json/names.hpp"

namespace ibid::formats::csl_json {

MemberNames const& MemberNames::all() {
    static MemberNames const names;
    return names;
}

MemberNames::MemberNames() {
    for (std::size_t v = 0; v < variable_count; ++v) {
        auto const id = static_cast<VariableId>(v);
        if (info(id).origin == VariableOrigin::csl) add(spelling(id), Role::variable, id);
    }
    for (Alias const& alias : aliases) add(alias.name, Role::alias, alias.variable);
    add("id", Role::id);
    add("type", Role::type);
    add("custom", Role::custom);
}

void MemberNames::add(std::string_view name, Role role, VariableId variable) {
    Kind const kind = variable == VariableId::none ? Kind::text : info(variable).kind;
    members_[index_.add(name)] = {role, variable, kind};
}

}  // namespace ibid::formats::csl_json
