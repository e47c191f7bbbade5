// The names of members, found by one look-up: variables that CSL has, aliases, and what an item is made of beside.
#pragma once

#include "formats/csl_json/mapping.hpp"
#include "mapping/name_index.hpp"
#include "ibid/variable.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace ibid::formats::csl_json {

/// What a member of an item is.
enum class Role : std::uint8_t { unknown, variable, alias, id, type, custom };

struct MemberName {
    Role role = Role::unknown;
    VariableId variable = VariableId::none;
    Kind kind{};  ///< of the variable
};

class MemberNames {
public:
    /// There is one, forever.
    static MemberNames const& all();

    /// What a name means; letter case does not matter ("doi"). The name is readable 8 bytes past its end.
    [[nodiscard]] MemberName find(std::string_view name) const noexcept {
        mapping::NameId const id = index_.find(name);
        return id == mapping::unknown_name ? MemberName{} : members_[id];
    }

private:
    MemberNames();
    void add(std::string_view name, Role role, VariableId variable = VariableId::none);

    mapping::NameIndex index_{mapping::LetterCase::ignored};
    std::array<MemberName, variable_count + std::size(aliases) + 3> members_{};
};

}  // namespace ibid::formats::csl_json
