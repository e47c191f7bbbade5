// The grammar of JSON, in the words of RFC 8259. Every token takes the white space behind it.
#include "grammars/csl_json_value.hpp"

#include <algorithm>
#include <cstring>

#include <boost/spirit/home/x3.hpp>

#include "grammars/csl_json_string.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::csl_json {
namespace {

namespace x3 = boost::spirit::x3;
using support::does;

// ---- The sink: nodes, open brackets, the furthest error -------------------------------------------------------

class Sink {
public:
    Sink(Batch& into, Limits const& limits) noexcept : batch{into}, max_depth_{limits.max_depth} {}

    /// Keeps the furthest error: X3 tries what else could stand at a place, but its word there comes later.
    bool fail(Code code, char const* where, bool cut) noexcept {
        if (where > error.where || cut) error = {.code = code, .where = where, .cut = cut};
        return false;
    }

    IBID_INLINE void add(Kind kind, bool escaped, char const* first, char const* last) {
        batch.nodes.push_back({kind, escaped, ++count_, {first, static_cast<std::size_t>(last - first)}});
    }
    /// A container's `next` is the index of the one around it until its end is known.
    IBID_INLINE bool open(Kind kind, char const* first) {
        if (depth == max_depth_) return fail(Code::too_deep, first, false);
        ++depth;
        batch.nodes.push_back({kind, false, innermost_, {first, first}});
        innermost_ = count_++;
        return true;
    }
    IBID_INLINE void close(char const* last) {
        --depth;
        Node& node = batch.nodes[innermost_];
        node.text = {node.text.data(), static_cast<std::size_t>(last - node.text.data())};
        innermost_ = node.next;
        node.next = count_;
    }

    Batch& batch;
    Read error{};
    std::uint32_t depth = 0;

private:
    std::uint32_t max_depth_;
    std::uint32_t count_ = static_cast<std::uint32_t>(batch.nodes.size());
    std::uint32_t innermost_ = 0;
};

// ---- Tokens ---------------------------------------------------------------------------------------------------

/// ws = *( space / tab / line feed / carriage return )
IBID_INLINE char const* skip_space(char const* first, char const* last) noexcept {
    if (static_cast<unsigned char>(*first) > ' ') return first;
    return support::skip_while<' ', '\n', '\r', '\t'>(first, last);
}

template <char Byte, Kind What>
IBID_INLINE bool begin(char const*& first, char const* last, Sink& sink) {
    if (first >= last || *first != Byte || !sink.open(What, first)) return false;
    first = skip_space(first + 1, last);
    return true;
}
template <char Byte>
IBID_INLINE bool end(char const*& first, char const* last, Sink& sink) {
    if (first >= last || *first != Byte) return false;
    sink.close(first + 1);
    first = skip_space(first + 1, last);
    return true;
}
template <char Byte>
IBID_INLINE bool separator(char const*& first, char const* last, Sink&) {
    if (first >= last || *first != Byte) return false;
    first = skip_space(first + 1, last);
    return true;
}
/// Fails, and says what should have stood here.
template <Code Missing>
IBID_INLINE bool missing(char const*& first, char const* last, Sink& sink) {
    return sink.fail(first >= last ? Code::truncated_item : Missing, first, first >= last);
}

IBID_INLINE bool string_token(char const*& first, char const* last, Sink& sink) {
    if (first >= last || *first != '"') return false;
    StringScan const scan = scan_string(first + 1, last, sink.batch);
    if (scan.end == nullptr) [[unlikely]] return sink.fail(scan.code, scan.where, scan.cut);
    sink.add(Kind::string, scan.escaped, first + 1, scan.end);
    first = skip_space(scan.end + 1, last);
    return true;
}

/// number = [ minus ] int [ frac ] [ exp ]
IBID_INLINE bool number(char const*& first, char const* last, Sink& sink) {
    if (first >= last || (*first != '-' && !support::in<support::digit>(*first))) return false;
    char const* at = *first == '-' ? first + 1 : first;
    auto const digits = [&at, last] {
        char const* const before = at;
        at = support::scan_class<support::digit>(at, last);
        return at - before;
    };
    bool const leading_zero = at < last && *at == '0';
    auto const integer = digits();
    bool whole = integer == 1 || (integer > 1 && !leading_zero);
    if (whole && at < last && *at == '.') {
        ++at;
        whole = digits() > 0;
    }
    if (whole && at < last && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < last && (*at == '+' || *at == '-')) ++at;
        whole = digits() > 0;
    }
    if (!whole) return sink.fail(Code::bad_number, first, at >= last);
    sink.add(Kind::number, false, first, at);
    first = skip_space(at, last);
    return true;
}

template <support::Spelling Word, Kind What>
bool literal(char const*& first, char const* last, Sink& sink) {
    auto const there = std::min(static_cast<std::size_t>(last - first), Word.length);
    if (std::memcmp(first, Word.text, there) != 0) return false;
    if (there < Word.length) return there != 0 && sink.fail(Code::truncated_item, last, true);
    sink.add(What, false, first, first + Word.length);
    first = skip_space(first + Word.length, last);
    return true;
}

/// A comma with nothing behind it but the closing bracket.
bool trailing_comma(char const*& first, char const* last, Sink& sink) {
    if (first >= last || *first != ',') return false;
    char const* const behind = skip_space(first + 1, last);
    if (behind >= last || (*behind != ']' && *behind != '}')) return false;
    sink.batch.problems.push_back({Code::trailing_comma, first});
    first = behind;
    return true;
}

/// The member of a wrapper that holds the items: its name, and the beginning of an array of objects.
bool items_array(char const*& first, char const* last, Sink& sink) {
    char const* at = first;
    auto const takes = [&](std::string_view token) {
        auto const there = std::min(static_cast<std::size_t>(last - at), token.size());
        if (std::memcmp(at, token.data(), there) != 0) return false;
        if (there < token.size()) return sink.fail(Code::truncated_item, last, true);
        at = skip_space(at + there, last);
        return true;
    };
    if (!(takes("\"items\"") || takes("\"references\"")) || !takes(":") || !takes("[")) return false;
    if (at >= last) return sink.fail(Code::truncated_item, last, true);
    if (*at != '{' && *at != ']') return false;
    first = at;
    return true;
}

// ---- Rules ----------------------------------------------------------------------------------------------------

// clang-format off
auto const begin_array     = does<begin<'[', Kind::array>>;
auto const begin_object    = does<begin<'{', Kind::object>>;
auto const end_array       = does<end<']'>>;
auto const end_object      = does<end<'}'>>;
auto const name_separator  = does<separator<':'>> | does<missing<Code::expected_colon>>;
auto const value_separator = does<separator<','>>;
auto const no_comma        = does<missing<Code::expected_comma>>;
auto const no_name         = does<missing<Code::expected_name>>;
auto const no_value        = does<missing<Code::expected_value>>;

auto const repaired_comma  = support::rare[does<trailing_comma>];

struct ValueRule;
x3::rule<ValueRule> const value{"value"};

auto const string  = does<string_token>;
auto const member  = (string | no_name) >> name_separator >> (string | value);
auto const object  = begin_object >> (end_object | (member % value_separator
                     >> (end_object | (repaired_comma >> end_object) | no_comma)));
auto const array   = begin_array >> (end_array | ((string | value) % value_separator
                     >> (end_array | (repaired_comma >> end_array) | no_comma)));
auto const value_def = object | array | does<number> | string
                      | does<literal<"null", Kind::null>>
                      | does<literal<"true", Kind::boolean>> | does<literal<"false", Kind::boolean>>
                      | no_value;
BOOST_SPIRIT_DEFINE(value)

// {"items": [...]}: the members before the items; behind them, one at a time.
auto const wrapper  = begin_object >> *(!does<items_array> >> member >> (value_separator | no_comma)) >> does<items_array>;
auto const further  = (value_separator | no_comma) >> (does<items_array> | member);
// clang-format on

bool is_whole(Node const& node, std::uint32_t index) noexcept { return node.next > index; }

char const* end_of(Node const& node) noexcept {
    return node.text.data() + node.text.size() + (node.kind == Kind::string ? 1 : 0);
}

/// Only a number has no end of its own.
bool may_go_on(Node const& node, char const* last) noexcept {
    return node.kind == Kind::number && end_of(node) == last;
}

}  // namespace

Read read_value(char const* first, char const* last, Batch& batch, Limits const& limits) {
    Sink sink{batch, limits};
    std::size_t const node = batch.nodes.size();
    if (support::parse_into(value, first, last, sink)) {
        Node const& root = batch.nodes[node];
        return {.whole = true, .end = end_of(root), .cut = may_go_on(root, last)};
    }
    sink.error.depth = sink.depth;
    return sink.error;
}

bool keep_whole_members(Batch& batch, std::uint32_t first_node, char const* end) {
    if (batch.nodes.size() <= first_node || batch.nodes[first_node].kind != Kind::object) return false;
    std::uint32_t kept = first_node + 1;
    for (std::uint32_t name = kept; name + 1 < batch.nodes.size();) {
        Node const& member_value = batch.nodes[name + 1];
        if (!is_whole(member_value, name + 1)) break;
        // Without its comma a value may have ended too early: `"The "best" book"`.
        if (char const* const behind = skip_space(end_of(member_value), end); behind >= end || *behind != ',') break;
        name = kept = member_value.next;
    }
    batch.nodes.resize(kept);
    Node& root = batch.nodes[first_node];
    root.next = kept;
    root.text = {root.text.data(), static_cast<std::size_t>(end - root.text.data())};
    return kept != first_node + 1;
}

char const* find_items(char const* first, char const* last, Batch& batch, Limits const& limits, bool& cut) {
    Sink sink{batch, limits};
    std::size_t const nodes = batch.nodes.size();
    std::size_t const problems = batch.problems.size();
    bool const found = support::parse_into(wrapper, first, last, sink)
                       && !has_member(batch, static_cast<std::uint32_t>(nodes), "type");
    cut = !found && sink.error.cut;
    batch.nodes.resize(nodes);
    if (!found) batch.problems.resize(problems);
    return found ? first : nullptr;
}

Read read_member(char const* first, char const* last, Batch& batch, Limits const& limits, bool& items) {
    Sink sink{batch, limits};
    std::size_t const nodes = batch.nodes.size();
    bool const whole = support::parse_into(further, first, last, sink);
    items = whole && batch.nodes.size() == nodes;
    bool const cut = whole && !items && may_go_on(batch.nodes.back(), last);
    batch.nodes.resize(nodes);
    if (whole) return {.whole = true, .end = first, .cut = cut};
    sink.error.depth = sink.depth;
    return sink.error;
}

bool has_member(Batch const& batch, std::uint32_t first_node, std::string_view name) {
    Node const& root = batch.nodes[first_node];
    std::size_t const last = is_whole(root, first_node) ? root.next : batch.nodes.size();
    for (std::uint32_t at = first_node + 1; at + 1 < last; at = batch.nodes[at + 1].next) {
        if (batch.nodes[at].text == name) return true;
        if (!is_whole(batch.nodes[at + 1], at + 1)) return false;
    }
    return false;
}

}  // namespace ibid::grammars::csl_json
