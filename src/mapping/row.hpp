// Row: one correspondence between native names and variables, read in both directions. The only place where a
// native name and a CSL name meet.
//
//   row<text >(any_of("TI", "T1"), var::title),
//   row<pages>(parts("SP", "EP"),  var::page),
//   row<names>(repeat("A2"),       var::editor, in(parts_of_books)),
//
// A codec is a type with a pair of static functions:
//   static bool decode(F::Decoder&, Match<F> const&)   native -> variables; false: not understood, next row's turn
//   static bool encode(F::Encoder&, Job<F> const&)     variables -> native; false: cannot say it, next row's turn
// and `static constexpr std::string_view name`, and `template <Kind> static constexpr bool takes`.
#pragma once

#include "mapping/sets.hpp"

#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>

namespace ibid::mapping {

inline constexpr std::size_t max_names = 10;
inline constexpr std::size_t max_row_variables = 8;
inline constexpr std::size_t max_profiles = 4;
inline constexpr std::uint8_t not_written = 0xff;

/// How a row's native names belong together.
enum class Join : std::uint8_t {
    any_of,  ///< alternatives, the first one present counts
    parts,   ///< parts of one value: year, month, day
    repeat,  ///< each occurrence counts, in the order of the file
};

struct NativeNames {
    Join join{};
    std::uint8_t count = 0;
    std::array<std::string_view, max_names> name{};
};

template <class... Names>
constexpr NativeNames names_of(Join join, Names... native) noexcept {
    static_assert(sizeof...(Names) > 0 && sizeof...(Names) <= max_names);
    return {join, static_cast<std::uint8_t>(sizeof...(Names)), {std::string_view(native)...}};
}
template <class... Names>
constexpr NativeNames any_of(Names... native) noexcept { return names_of(Join::any_of, native...); }
template <class... Names>
constexpr NativeNames parts(Names... native) noexcept { return names_of(Join::parts, native...); }
template <class... Names>
constexpr NativeNames repeat(Names... native) noexcept { return names_of(Join::repeat, native...); }

/// Only for records of these native types (spelled as in the table of types), or of any but these: the type that was
/// read and, if the format tells the engine which one it writes, the type that is written.
struct From {
    static constexpr std::size_t capacity = 40;
    std::uint8_t count = 0;
    bool complement = false;
    std::array<std::string_view, capacity> type{};

    [[nodiscard]] constexpr bool names(std::string_view native) const noexcept {
        for (std::uint8_t i = 0; i < count; ++i)
            if (type[i] == native) return true;
        return false;
    }
    [[nodiscard]] constexpr bool is_all() const noexcept { return count == 0; }
    [[nodiscard]] constexpr bool has(std::string_view native) const noexcept { return is_all() || names(native) != complement; }
    /// Whether some native type may be in both.
    [[nodiscard]] constexpr bool meets(From const& other) const noexcept {
        if (is_all() || other.is_all() || (complement && other.complement)) return true;
        From const& listed = complement ? other : *this;
        From const& rest = complement ? *this : other;
        for (std::uint8_t i = 0; i < listed.count; ++i)
            if (rest.has(listed.type[i])) return true;
        return false;
    }
    friend constexpr From operator|(From a, From const& b) noexcept {
        for (std::uint8_t i = 0; i < b.count; ++i)
            if (!a.names(b.type[i])) a.type[a.count++] = b.type[i];
        return a;
    }
};
template <class... Types>
constexpr From from(Types... native) noexcept {
    static_assert(sizeof...(Types) <= From::capacity);
    return {static_cast<std::uint8_t>(sizeof...(Types)), false, {std::string_view(native)...}};
}
/// The guard's complement.
constexpr From not_from(From guard) noexcept {
    guard.complement = !guard.complement;
    return guard;
}

/// A row that is only read, or only written.
struct ReadOnly {};
struct WriteOnly {};
inline constexpr ReadOnly read_only{};
/// A row that is only read, of names that another row writes otherwise: what had them is kept beside its variable.
struct Alias {};
inline constexpr Alias alias{};
inline constexpr WriteOnly write_only{};

/// In a profile (a dialect of the format), which of the names is written; `no_name`: the row is not written there.
struct WriteAs {
    std::uint8_t profile;
    std::string_view name;
};
constexpr WriteAs write_as(std::uint8_t profile, std::string_view name) noexcept { return {profile, name}; }
constexpr WriteAs not_in_profile(std::uint8_t profile) noexcept { return {profile, {}}; }

template <class F>
struct Row;
template <class F>
struct Match;
template <class F>
struct Job;

/// What a row says, without the format's functions.
struct RowBase {
    std::string_view codec{};
    NativeNames names{};
    std::array<VariableId, max_row_variables> variable{};
    std::uint8_t variable_count = 0;
    TypeSet types = TypeSet::all();
    From native_types{};
    std::array<std::uint8_t, max_profiles> written{};  ///< index into names, or not_written, by profile
    bool reads = true;
    bool keeps = false;  ///< see Alias; rows of one name that are only read keep it anyway

    [[nodiscard]] constexpr bool writes(std::size_t profile) const noexcept { return written[profile] != not_written; }
    /// Whether it is written in some profile; one that is only read cannot give a field back.
    [[nodiscard]] constexpr bool is_written() const noexcept {
        for (std::uint8_t const name : written)
            if (name != not_written) return true;
        return false;
    }
    [[nodiscard]] constexpr std::string_view written_name(std::size_t profile) const noexcept { return names.name[written[profile]]; }
};

/// A row of format F: what it says and how it is done.
template <class F>
struct Row : RowBase {
    bool (*decode)(typename F::Decoder&, Match<F> const&) = nullptr;
    bool (*encode)(typename F::Encoder&, Job<F> const&) = nullptr;
};

/// A row that knows its codec but not yet its format.
template <class Codec>
struct RowOf : RowBase {};

namespace detail {
constexpr void apply(RowBase& row, TypeSet types) noexcept { row.types = types; }
constexpr void apply(RowBase& row, From native) noexcept { row.native_types = native; }
constexpr void apply(RowBase& row, ReadOnly) noexcept { row.written.fill(not_written); }
constexpr void apply(RowBase& row, Alias) noexcept { row.written.fill(not_written); row.keeps = true; }
constexpr void apply(RowBase& row, WriteOnly) noexcept { row.reads = false; }
constexpr void apply(RowBase& row, WriteAs as) noexcept {
    row.written[as.profile] = not_written;
    for (std::uint8_t i = 0; i < row.names.count; ++i)
        if (!as.name.empty() && row.names.name[i] == as.name) row.written[as.profile] = i;
}
template <class Codec, Kind K>
constexpr void apply(RowOf<Codec>& row, Key<K> key) noexcept {
    static_assert(Codec::template takes<K>, "this codec cannot make a value of the variable's kind");
    row.variable[row.variable_count++] = key.id;
}
}  // namespace detail

/// A row: native names, then variables and attributes (guards, direction, written names) in any order.
template <class Codec, class... Parts>
constexpr RowOf<Codec> row(NativeNames names, Parts... what) noexcept {
    RowOf<Codec> r;
    r.codec = Codec::name;
    r.names = names;
    (detail::apply(r, what), ...);
    return r;
}

/// The Encoder of a format that is only read; none of its rows is written.
struct NoEncoder {};

namespace detail {
template <class F, class Codec>
constexpr Row<F> row_of(RowOf<Codec> const& said) noexcept {
    if constexpr (std::same_as<typename F::Encoder, NoEncoder>) {
        RowBase read = said;
        apply(read, read_only);
        return {read, &Codec::template decode<F>, nullptr};
    } else {
        return {said, &Codec::template decode<F>, &Codec::template encode<F>};
    }
}
}  // namespace detail

/// The rows of format F as one array.
template <class F, class... Codecs>
constexpr std::array<Row<F>, sizeof...(Codecs)> table(RowOf<Codecs> const&... rows) noexcept {
    static_assert(sizeof...(Codecs) <= RowSet::capacity);
    return {detail::row_of<F>(rows)...};
}

/// Whether a row writes a native name: parts write all of theirs, the others the one of the profile.
constexpr bool writes_name(RowBase const& row, std::size_t profile, std::string_view name) noexcept {
    if (!row.writes(profile)) return false;
    if (row.names.join != Join::parts) return row.written_name(profile) == name;
    for (std::uint8_t i = 0; i < row.names.count; ++i)
        if (row.names.name[i] == name) return true;
    return false;
}

namespace detail {
/// A bit for each name that a row writes; rows without a common bit have no name in common.
constexpr std::uint64_t written_names(RowBase const& row, std::size_t profiles) noexcept {
    std::uint64_t bits = 0;
    for (std::uint8_t i = 0; i < row.names.count; ++i) {
        std::string_view const name = row.names.name[i];
        bool written = false;
        for (std::size_t p = 0; p < profiles; ++p) written = written || writes_name(row, p, name);
        if (written) bits |= std::uint64_t{1} << ((name.size() + 7U * static_cast<unsigned char>(name.back())) % 64);
    }
    return bits;
}

/// Whether two rows write a native name in common.
constexpr bool write_same_name(RowBase const& a, RowBase const& b, std::size_t profiles) noexcept {
    for (std::size_t p = 0; p < profiles; ++p)
        for (std::uint8_t i = 0; i < a.names.count; ++i)
            if (writes_name(a, p, a.names.name[i]) && writes_name(b, p, a.names.name[i])) return true;
    return false;
}
}  // namespace detail

/// Whether no two rows write the same native name for the same item type. Meant for static_assert; rows that
/// append to a repeatable name do not count. `by_native_type`: the format tells the engine which native type it writes.
template <class F, std::size_t N>
constexpr bool writes_are_unambiguous(std::array<Row<F>, N> const& rows, std::size_t profiles, bool by_native_type = false) noexcept {
    std::uint64_t names[N]{};  // compilers count the steps of a constant expression: nearly all pairs end at these
    for (std::size_t i = 0; i < N; ++i) names[i] = detail::written_names(rows[i], profiles);
    for (std::size_t i = 0; i < N; ++i)
        for (std::size_t k = i + 1; k < N; ++k) {
            if ((names[i] & names[k]) == 0) continue;
            RowBase const &a = rows[i], &b = rows[k];
            if (b.names.join == Join::repeat || !detail::write_same_name(a, b, profiles)) continue;
            if (a.types.meets(b.types) && (!by_native_type || a.native_types.meets(b.native_types))) return false;
        }
    return true;
}

}  // namespace ibid::mapping
