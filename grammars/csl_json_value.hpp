// The values of JSON (RFC 8259, sections 2 to 6) as nodes: the grammar proper. It knows one item at a time; how items
// make a document is csl_json.cpp's business.
#pragma once

#include "grammars/csl_json.hpp"

namespace ibid::grammars::csl_json {

/// How far a value was read.
struct Read {
    bool whole = false;
    char const* end = nullptr;    ///< of a whole value; the white space behind it is not part of it
    Code code{};                  ///< of one that is not whole
    char const* where = nullptr;  ///< of the error
    bool cut = false;             ///< the only error is that the text ends; or a number, whole as it stands, may go on behind it
    std::uint32_t depth = 0;      ///< how many brackets are open at the error
};

/// Reads the value at `first` into batch.nodes. Of a value that is not whole the nodes so far are there too: call
/// keep_whole_members() or rewind.
Read read_value(char const* first, char const* last, Batch& batch, Limits const& limits);

/// Makes an object, begun at node `first_node` and not whole, one that ends with its last whole member before `end`;
/// false if it has none.
bool keep_whole_members(Batch& batch, std::uint32_t first_node, char const* end);

/// Is `first` an object with a member `items` or `references` that is an array of objects? Answers where the array
/// begins, behind its bracket, else nullptr; `cut` says that the text ends too early to know. Keeps nothing of the
/// members before it but their repaired problems.
char const* find_items(char const* first, char const* last, Batch& batch, Limits const& limits, bool& cut);

/// Reads a comma and a further member of such an object, and keeps nothing of it. `items`: it is one of `items` or
/// `references` again, and was read up to the bracket of its array.
Read read_member(char const* first, char const* last, Batch& batch, Limits const& limits, bool& items);

/// Has the object at `first_node` a member of this name? (Of an object that is not whole: among its whole members.)
bool has_member(Batch const& batch, std::uint32_t first_node, std::string_view name);

}  // namespace ibid::grammars::csl_json
