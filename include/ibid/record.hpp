// Record: one reference, what it means. It knows no format. It owns one arena that all its text lives in.
// Item: what a file is made of: records, and between them what is no record (macros, comments, text).
#pragma once

#include "ibid/arena.hpp"
#include "ibid/date.hpp"
#include "ibid/item_type.hpp"
#include "ibid/name.hpp"
#include "ibid/origin.hpp"
#include "ibid/text.hpp"
#include "ibid/variable.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ibid {

/// One value of a record with its variable: a flat, trivially copyable row.
class Field {
public:
    Field(VariableId id, Text const& value) noexcept : id_(id), kind_(Kind::text), text_(value) {}
    Field(VariableId id, List value) noexcept : id_(id), kind_(Kind::list), list_(value) {}
    Field(VariableId id, Names const& value) noexcept : id_(id), kind_(Kind::names), names_(value) {}
    Field(VariableId id, Date const* value) noexcept : id_(id), kind_(Kind::date), date_(value) {}

    [[nodiscard]] VariableId id() const noexcept { return id_; }
    [[nodiscard]] Kind kind() const noexcept { return kind_; }

    /// The value; asking for another kind than kind() is an error of the caller.
    [[nodiscard]] Text const& text() const noexcept { return text_; }
    [[nodiscard]] List const& list() const noexcept { return list_; }
    [[nodiscard]] Names const& names() const noexcept { return names_; }
    [[nodiscard]] Date const& date() const noexcept { return *date_; }

    /// Same variable and same value.
    friend bool operator==(Field const&, Field const&) noexcept;

private:
    VariableId id_;
    Kind kind_;
    union {
        Text text_;
        List list_;
        Names names_;
        Date const* date_;
    };
};
static_assert(std::is_trivially_copyable_v<Field>);

/// One reference. Moving is O(1); copying clones. A view that the record gave lives until clear() or destruction;
/// a pointer from find() until the next set().
class Record {
public:
    std::string_view id{};  ///< the citation key, as the file has it
    ItemType type = ItemType::document;
    Origin origin{};

    Record() = default;
    Record(Record&& other) noexcept { swap(other); }
    Record& operator=(Record&& other) noexcept { swap(other); return *this; }
    Record(Record const&);
    Record& operator=(Record const&);

    /// The value of a variable, or null.
    [[nodiscard]] Text const* find(TextKey key) const noexcept { auto const* f = field(key); return f ? &f->text() : nullptr; }
    [[nodiscard]] List const* find(ListKey key) const noexcept { auto const* f = field(key); return f ? &f->list() : nullptr; }
    [[nodiscard]] Names const* find(NamesKey key) const noexcept { auto const* f = field(key); return f ? &f->names() : nullptr; }
    [[nodiscard]] Date const* find(DateKey key) const noexcept { auto const* f = field(key); return f ? &f->date() : nullptr; }
    [[nodiscard]] bool has(VariableId id_) const noexcept { return present_[word(id_)] >> bit(id_) & 1U; }

    /// A bit for each variable that is there, by its number.
    using Present = std::array<std::uint64_t, 4>;
    [[nodiscard]] Present const& present() const noexcept { return present_; }

    /// Sets a variable to a copy of the value, in place of what it was. What was noted of the old value goes: its
    /// source expression, and that it was inherited.
    void set(TextKey key, Text const& value);
    void set(ListKey key, List value);
    void set(NamesKey key, Names const& value);
    void set(DateKey key, Date const& value);
    void set_id(std::string_view key) { id = arena_.copy(key); }
    /// The name of the file is copied: records outlive their source.
    void set_location(Location where) { origin.where = {arena_.copy(where.file), where.line, where.column}; }

    /// Takes a variable away; nothing happens if it is not there.
    void erase(VariableId id);

    /// All fields, in the order of variables.def.
    [[nodiscard]] std::span<Field const> fields() const noexcept { return fields_; }
    [[nodiscard]] Field const* field(VariableId id) const noexcept;

    /// Native fields that no variable holds, in the order of the file.
    [[nodiscard]] std::span<Extra const> extras() const noexcept { return extras_; }
    void add_extra(Extra const& extra);
    void clear_extras() noexcept { extras_.clear(), extras_changed_ = true; }

    /// \name What has changed since the record was read, for writers that keep the bytes of what has not.
    ///@{
    /// From now on changes are noted. Readers call it last.
    void begin_changes() noexcept;
    /// The variables that set() and erase() have changed.
    [[nodiscard]] Present const& changed() const noexcept { return changed_; }
    [[nodiscard]] bool id_changed() const noexcept { return id != read_id_; }
    /// Whether anything has changed that is neither a variable nor the id.
    [[nodiscard]] bool rest_changed() const noexcept { return extras_changed_ || type != read_type_; }
    ///@}

    /// Makes the record empty, keeping its memory.
    void clear() noexcept;

    void swap(Record& other) noexcept;

    /// \name For readers: values that already live in the record's arena are taken without a copy.
    ///@{
    [[nodiscard]] Arena& arena() noexcept { return arena_; }
    void adopt(Field const& field) { place(field); }
    void adopt(Extra const& extra) { extras_.push_back(extra); }
    ///@}

    /// Equal: id, type, fields and extras. Where it came from does not count, its native type does.
    friend bool operator==(Record const&, Record const&) noexcept;

private:
    static constexpr std::size_t word(VariableId id_) noexcept { return static_cast<std::size_t>(id_) / 64; }
    static constexpr unsigned bit(VariableId id_) noexcept { return static_cast<unsigned>(id_) % 64; }
    void place(Field const& field);
    void replace(Field const& field);
    void drop_notes(VariableId id_) noexcept;
    void note_change(VariableId id_) noexcept;

    std::vector<Field> fields_;
    std::vector<Extra> extras_;
    Present present_{};  // a bit for each value of a VariableId, so that `none` is never there
    Present changed_{};
    std::string_view read_id_{};
    ItemType read_type_ = ItemType::document;
    bool extras_changed_ = false;
    Arena arena_;
};

/// What an item is.
enum class ItemKind : std::uint8_t { record, verbatim };

/// What stands between the records of a file.
enum class VerbatimKind : std::uint8_t {
    macro,     ///< `@string`: name and value
    preamble,  ///< `@preamble`: value
    comment,   ///< `@comment`: its whole source
    entry,     ///< an entry that is no record of its own: `@xdata`
    text,      ///< free text, blank lines
    further_macro,  ///< one more macro of an `@string` whose source stands in the item of its first
};

/// A piece of a file that is no record, kept as it stood. The views live until the item is used again.
struct Verbatim {
    VerbatimKind kind{};
    std::string_view format{};  ///< the family of formats it belongs to (Format::family)
    std::string_view name{};    ///< macro: its name
    std::string_view value{};   ///< macro, preamble: its value as an expression of the format
    std::string_view source{};  ///< its bytes, from first to last
};

/// What a reader yields and a writer takes; a reader reuses its parts.
struct Item {
    ItemKind kind{};
    Record record{};
    Verbatim verbatim{};
};

}  // namespace ibid
