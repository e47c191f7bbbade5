// Queries: the small language in which records are asked for, `type=article-journal and issued>=2015 and author~"Chen"`.
// A tree of slices and no meaning: which fields there are, and what a value is, is told elsewhere (src/filters).
// The language is ibid's own; tools/README.md documents it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::grammars::query {

/// How a field is held against a value.
enum class Operator : std::uint8_t {
    present,        ///< the field alone: it is there
    equal,          ///< `=`
    not_equal,      ///< `!=`
    less,           ///< `<`
    less_equal,     ///< `<=`
    greater,        ///< `>`
    greater_equal,  ///< `>=`
    contains,       ///< `~`
    lacks,          ///< `!~`
};

enum class NodeKind : std::uint8_t { test, negation, all_of, any_of };

/// "No node" where the index of one stands.
inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// One test, or what joins some: its members are the node `first_child` and, from there on, each one's `next_sibling`.
struct Node {
    NodeKind kind{};
    Operator op{};                      ///< of a test
    bool quoted = false;                ///< the value stood in quotation marks, which are not in the slice
    std::string_view field{};           ///< of a test, as it is written
    std::string_view value{};           ///< of a test, escapes and all: see unescaped(); empty if `op` is `present`
    std::uint32_t first_child = none;
    std::uint32_t next_sibling = none;
};

struct Tree {
    std::vector<Node> nodes;
    std::uint32_t root = none;
};

/// Why a text is no query.
enum class Code : std::uint8_t {
    syntax,    ///< `expected` was not found at `where`
    too_long,  ///< longer than Limits::max_length
    too_deep,  ///< parentheses or `not` nest deeper than Limits::max_depth
};

struct Problem {
    Code code{};
    std::size_t where = 0;      ///< bytes from the beginning of the text
    char const* expected = "";  ///< "a value"
};

struct Limits {
    std::size_t max_length = std::size_t{64} << 10;  ///< bytes
    std::size_t max_depth = 64;
};

/// Whether all of `text` is a query, and if so which; else `problem` says why not. 64 readable bytes follow the text.
bool parse(std::string_view text, Tree& tree, Problem& problem, Limits const& limits = {});

/// The value of a test: in quotation marks a backslash stands for the character behind it.
std::string unescaped(Node const& test);

}  // namespace ibid::grammars::query
