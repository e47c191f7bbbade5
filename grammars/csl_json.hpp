// CSL-JSON: the tree of a window and the function that makes it, item by item, so that memory does not grow with the
// file. It knows JSON (RFC 8259) and how items are packed into a document; it does not know what a variable means.
// Documents: an array of items (CSL 1.0.2, csl-data.json), one item, `{"items": [...]}`, `{"references": [...]}`,
// and items one after the other (JSON Lines).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::csl_json {

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

/// A value, or the name of a member. Nodes lie in the order of the file: behind an array its values, behind an
/// object name, value, name, value ...
struct Node {
    Kind kind{};
    bool escaped = false;    ///< a string that holds a backslash: see unescape()
    std::uint32_t next = 0;  ///< index, in the batch, of the node behind this one and all that is inside it
    std::string_view text;   ///< a string without its quotes, a number, a literal, a container from bracket to bracket
};

/// An item is an object: batch.nodes[first_node], and what is inside it.
struct Item {
    std::string_view source;  ///< its bytes, up to the error if it is not complete
    std::uint32_t first_node = 0;
    bool complete = true;  ///< false: what follows the last whole member was lost to an error, which is reported
};

enum class Code : std::uint8_t {
    // Repaired: nothing is lost.
    trailing_comma,     ///< before `]` or `}`
    missing_comma,      ///< between two items
    control_character,  ///< raw in a string, told once a string; a line break too, if the next quote closes the string
    lone_surrogate,     ///< `\uD800` to `\uDFFF` without its other half, told once a string; unescape() makes it U+FFFD
    // The rest of the item is lost.
    expected_value,
    expected_name,
    expected_colon,
    expected_comma,   ///< or the closing bracket
    bad_number,       ///< not as RFC 8259, section 6, has it: `01`, `1.`, `-`
    bad_escape,       ///< a backslash before something else than `"\/bfnrt` or `u` and four hexadecimal digits
    bad_utf8,         ///< not UTF-8 (RFC 3629)
    unclosed_string,  ///< the end of the file inside a string, or a line break behind which the next quote opens one; where: its opening quote
    too_deep,         ///< beyond Limits::max_depth
    item_too_long,    ///< beyond Limits::max_record
    truncated_item,   ///< the end of the file inside an item
    // The document.
    not_an_item,     ///< a value between the items that is no object; it is skipped
    unclosed_array,  ///< the end of the file before the `]` (or the `}` around it)
    trailing_text,   ///< something behind the document; items in it are found nevertheless
    not_items,       ///< a document of JSON that is neither array nor object
    not_json,        ///< nothing of the document is read
    empty_document,
};

struct Problem {
    Code code{};
    char const* where = nullptr;  ///< in the window, or its end
};

/// What parse() found, in the order of the file.
struct Batch {
    std::vector<Node> nodes;
    std::vector<Item> items;
    std::vector<Problem> problems;
    std::vector<std::string_view> skipped;  ///< bytes that errors made unreadable

    void clear() noexcept {
        nodes.clear();
        items.clear();
        problems.clear();
        skipped.clear();
    }
};

/// How the items of a document are packed. An `object` becomes `lines` when a second one follows.
enum class Shape : std::uint8_t { unknown, array, object, wrapped, lines };

/// Where in the document the window begins. One for each document, made anew, carried from call to call.
struct State {
    Shape shape = Shape::unknown;

    enum class Stage : std::uint8_t { start, first_item, item, separator, members, objects, skipping, done, failed };
    Stage stage = Stage::start;
    bool ended = false;  // trailing text was reported
    // Of `skipping`: how many brackets are open, whether a string is, and the last two bytes that were not blank.
    std::uint32_t depth = 0;
    bool in_string = false;
    char before = 0;
    char before_that = 0;
};

/// In an array, behind the comma of an item.
inline constexpr State between_items{.shape = Shape::array, .stage = State::Stage::item};
/// Whether a state is that one, or the one between items on lines of their own.
constexpr bool is_between_items(State const& state) noexcept {
    if (state.ended) return false;
    return state.shape == Shape::array ? state.stage == State::Stage::item : state.stage == State::Stage::objects;
}

struct Limits {
    std::size_t max_record = std::size_t{16} << 20;  ///< bytes of an item
    std::size_t max_batch = std::size_t{256} << 10;  ///< bytes; parse() returns behind the item that reaches it
    std::uint32_t max_depth = 64;                    ///< brackets inside brackets, the item's own included
};

struct Parsed {
    std::size_t consumed = 0;  ///< bytes from the front of the window
    bool need_more = false;    ///< the rest is the beginning of something whose end is outside the window
};

/// Appends the items of `window` to the batch; call it again with what it did not consume, at least once `at_end`
/// (an empty window will do). `window` is without a byte order mark and has 64 readable bytes behind its end.
/// On need_more give it a window with at least twice the bytes (time is linear then) or say `at_end`.
Parsed parse(std::string_view window, bool at_end, State& state, Batch& batch, Limits const& limits = {});

/// The first `{` behind `from` that begins an item, if no item is open there: of an array, or else on a line of its own. npos if
/// the window shows none. A name or a date of an item is not taken for one, as far as its first member tells.
std::size_t find_item_of_array(std::string_view window, std::size_t from) noexcept;
std::size_t find_item_line(std::string_view window, std::size_t from) noexcept;

/// Decodes the escapes of a string (Node::text) that parse() accepted into `to`, which has room for `raw.size()`
/// bytes; answers the end of what was written. Half a surrogate pair becomes U+FFFD.
char* unescape(std::string_view raw, char* to) noexcept;

}  // namespace ibid::grammars::csl_json
