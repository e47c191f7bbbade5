// Query: which records are wanted, said in a small language of field tests:
// `type=article-journal and issued>=2015 and author~"Chen"`. The language: tools/README.md, "Choosing records".
#pragma once

#include "ibid/record.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

/// Whether a query, an order or a list of fields may name a field so: a variable in any letter case, `type`, `key`, `id`,
/// `year`, or any name behind `native:`. Other names are those of native fields as well, but may be slips.
bool is_field_name(std::string_view name);

/// Why a text is no query.
struct QueryProblem {
    std::size_t column = 0;  ///< code points from the beginning of the text, from 1
    std::string message;     ///< "expected a value"
};

/// A name in a query that is_field_name() does not know: of residue, or a slip.
struct NativeName {
    std::string name;
    std::size_t column = 0;  ///< as in QueryProblem
};

/// A query, compiled; copies share what it was compiled to. Any number of threads may ask one.
class Query {
public:
    /// Reads a text of UTF-8. None and a problem if it is no query, or compares a date or a year with what is none.
    static std::optional<Query> compile(std::string_view text, QueryProblem& problem);

    /// Whether the record is one of those wanted.
    [[nodiscard]] bool matches(Record const& record) const;

    /// What may be a slip, in the order of the text.
    [[nodiscard]] std::span<NativeName const> native_names() const noexcept;

private:
    struct Program;
    explicit Query(std::shared_ptr<Program const> program) : program_(std::move(program)) {}
    std::shared_ptr<Program const> program_;
};

}  // namespace ibid
