// Native types: the type that a record had in its file, for the way back. A format that has another word for it carries
// it in its extension slot, if the item type alone would not give it back. What was carried is an extra of kind
// `expression` that has the id of the format, not its family, for dialects have types of their own.
#pragma once

#include "ibid/format.hpp"
#include "ibid/record.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::mapping {

inline constexpr std::string_view native_type_name = "native-type";

constexpr bool is_native_type(Extra const& x) noexcept { return x.kind == ExtraKind::expression && x.name == native_type_name; }

/// The type that other formats have carried for a format, by its id; empty: none.
std::string_view carried_type(Record const& record, std::string_view format) noexcept;

/// The extra that a carried type becomes. The views stay the caller's.
constexpr Extra native_type_extra(std::string_view format, std::string_view native) noexcept {
    return {.format = format, .name = native_type_name, .value = native, .kind = ExtraKind::expression};
}

/// Finds the types that a writer has to carry.
class NativeTypes {
public:
    /// `written`: the id of the format that is written, whose own types are no business of its slot; may be empty.
    explicit NativeTypes(std::string_view written) : written_(written) {}

    /// A type, as an extra; `is_synonym`: what comes back without it means the same.
    struct Left {
        Extra extra{};
        bool is_synonym = false;
        bool is_origin = false;  ///< of the file that the record came from; else it was carried there for a third format
    };
    /// Those of a record; they live until the next call.
    std::span<Left const> of(Record const& record);

private:
    [[nodiscard]] bool comes_back(Record const& record) const noexcept;
    void find_origin(Record const& record, bool noted);

    std::string_view written_;
    std::string format_{};           ///< of the record before, ...
    Format const* known_ = nullptr;  ///< ... and its descriptor, unless it is the one written
    /// The native type of that format that last came back by itself, by item type: so does every record of both.
    std::array<std::optional<std::string>, item_type_count> known_types_{};
    std::string native_{};
    std::vector<Left> left_{};
};

}  // namespace ibid::mapping
