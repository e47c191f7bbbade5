// ValueReader: a JSON value of an item as the value of a variable, by the variable's kind. Lenient: services write
// numbers, arrays, nulls and strings where CSL-JSON wants something else, and mostly it is clear what they mean.
#pragma once

#include "grammars/csl_json.hpp"
#include "ibid/diagnostic.hpp"
#include "ibid/record.hpp"
#include "text/issues.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ibid::formats::csl_json {

using grammars::csl_json::Node;

/// Takes complaints about a value; `at` is a node's text.
class Complaints {
public:
    virtual void complain(Code code, std::string_view at, std::string_view message) = 0;

protected:
    ~Complaints() = default;
};

class ValueReader {
public:
    ValueReader(std::vector<Node> const& nodes, Complaints& complaints) noexcept
        : nodes_(nodes), complaints_(complaints) {}

    /// What is read from now on goes into this record's arena.
    void begin(Record& record) noexcept { arena_ = &record.arena(); }

    /// The value at a node, into `to`. False: it says nothing, or is not of the variable's kind: see understood().
    bool read(VariableId id, ibid::Kind kind, std::uint32_t at, Field& to) {
        understood_ = true;
        complete_ = true;
        bool const plain = kind == ibid::Kind::text && nodes_[at].kind == grammars::csl_json::Kind::string;
        if (!plain) return read_other(id, kind, at, to);
        Text const value = text(nodes_[at]);
        to = Field(id, value);
        return !value.empty();
    }
    /// From now on arrays of texts are as they should be: those of `custom` are.
    void expect_arrays(bool expected) noexcept { arrays_expected_ = expected; }
    /// Of the last read(): whether the value has the form of one of the variable's kind.
    [[nodiscard]] bool understood() const noexcept { return understood_; }
    /// Of the last read(): whether the field says all that the value said.
    [[nodiscard]] bool complete() const noexcept { return complete_; }

    /// A value that says nothing: null, "", [], {}.
    [[nodiscard]] bool is_empty(std::uint32_t at) const noexcept;
    /// A string as it is, escapes decoded; a number or boolean as the file spells it. In the arena.
    std::string_view plain(Node const& node);
    /// A value as JSON.
    static std::string_view source(Node const& node) noexcept {
        bool const quoted = node.kind == grammars::csl_json::Kind::string;
        return quoted ? std::string_view(node.text.data() - 1, node.text.size() + 2) : node.text;
    }
    /// Calls visit(index) for each value of an array, or visit(index of name) for each member of an object.
    template <class Visit>
    void each(std::uint32_t container, Visit&& visit) const {
        bool const object = nodes_[container].kind == grammars::csl_json::Kind::object;
        std::uint32_t const end = nodes_[container].next;
        for (std::uint32_t i = container + 1; i < end; i = nodes_[i + (object ? 1 : 0)].next) visit(i);
    }
    [[nodiscard]] Node const& node(std::uint32_t at) const noexcept { return nodes_[at]; }

private:
    bool read_other(VariableId id, ibid::Kind kind, std::uint32_t at, Field& to);
    bool read_named(VariableId id, ibid::Kind kind, std::uint32_t at, Field& to);
    Text text(Node const& node);
    /// A string that may hold markup or references, `value` of its node; tells of a reference that was escaped twice.
    Text decoded(Node const& node, std::string_view value);
    Text joined(std::uint32_t array);
    List list(VariableId id, std::uint32_t at);
    Names names(std::uint32_t at);
    void name(std::uint32_t at, Name& to);
    void name_member(Node const& name, Node const& value, Name& to, bool& institution);
    std::optional<Date> date(std::uint32_t at);
    std::optional<Date> date_object(std::uint32_t at);
    bool date_parts(std::uint32_t at, Date& to);
    bool date_part(std::uint32_t at, DatePoint& to);
    bool date_members(std::uint32_t at, DatePoint& to);
    std::optional<std::int32_t> named_month(Node const& node);
    void month_and_day(Node const& node, std::int32_t month, std::int32_t day, DatePoint& to);
    void season(Node const& node, Date& to);
    Date date_text(Node const& node, Date date);

    void wrong_type(Node const& node, std::string_view wanted);
    void odd(Code code, Node const& node, std::string_view message);

    std::vector<Node> const& nodes_;
    Complaints& complaints_;
    Arena* arena_ = nullptr;
    text::Issues issues_;  ///< of one value
    bool understood_ = true;
    bool complete_ = true;
    bool arrays_expected_ = false;
};

}  // namespace ibid::formats::csl_json
