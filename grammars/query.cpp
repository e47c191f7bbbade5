// The rules of queries, as tools/README.md prints them.
#include "grammars/query.hpp"

#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3/nonterminal/rule.hpp>
#include <boost/spirit/home/x3/operator.hpp>

namespace ibid::grammars::query {
namespace {

namespace x3 = boost::spirit::x3;
using namespace support;

constexpr ByteClass name_byte = letter | digit | beyond_ascii | bytes("-_.:+/*");
constexpr ByteClass operator_byte = bytes("=<>~!");
constexpr ByteClass word_byte = ~(control_or_space | bytes("()\"'"));

/// The tree under construction. Nothing is undone: where an alternative fails behind what it wrote, the whole fails.
class Sink {
public:
    Sink(Tree& tree, Limits const& limits) noexcept : tree_{tree}, limits_{limits} {}

    void field(std::string_view name) { tree_.nodes.push_back({.kind = NodeKind::test, .field = name}); }
    void op(Operator op) noexcept { tree_.nodes.back().op = op; }
    void word(std::string_view value) noexcept { tree_.nodes.back().value = value; }
    void quotation(std::string_view value) noexcept {
        tree_.nodes.back().value = value;
        tree_.nodes.back().quoted = true;
    }
    void push_test() { open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size() - 1)); }

    /// What comes until close() are members of one node.
    void open() { begins_.push_back(open_.size()); }
    /// One member stands for itself.
    void close(NodeKind kind) {
        std::size_t const begin = begins_.back();
        begins_.pop_back();
        if (open_.size() == begin) return;  // a member failed, and so will the whole
        if (kind != NodeKind::negation && open_.size() == begin + 1) return;
        for (std::size_t i = begin; i + 1 < open_.size(); ++i) tree_.nodes[open_[i]].next_sibling = open_[i + 1];
        tree_.nodes.push_back({.kind = kind, .first_child = open_[begin]});
        open_.resize(begin);
        open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size() - 1));
    }

    bool enter(char const* where) noexcept {
        if (depth_ == limits_.max_depth) too_deep_ = where;
        return depth_++ < limits_.max_depth;
    }
    void leave() noexcept { --depth_; }

    [[nodiscard]] char const* too_deep() const noexcept { return too_deep_; }
    [[nodiscard]] std::uint32_t root() const noexcept { return open_.front(); }

private:
    Tree& tree_;
    Limits const& limits_;
    std::vector<std::uint32_t> open_;   ///< nodes that are nobody's member yet
    std::vector<std::size_t> begins_;   ///< where in these the members of an open node begin
    std::size_t depth_ = 0;
    char const* too_deep_ = nullptr;
};

template <Operator Op>
bool set_op(char const*&, char const*, Sink& sink) noexcept { return sink.op(Op), true; }
bool push_test(char const*&, char const*, Sink& sink) { return sink.push_test(), true; }
bool open(char const*&, char const*, Sink& sink) { return sink.open(), true; }
template <NodeKind Kind>
bool close(char const*&, char const*, Sink& sink) { return sink.close(Kind), true; }
bool enter(char const*& first, char const*, Sink& sink) noexcept { return sink.enter(first); }
bool leave(char const*&, char const*, Sink& sink) noexcept { return sink.leave(), true; }
/// Whether a keyword ends here: `order` is no `or`. No parser, whose failure would be the furthest.
bool ends_word(char const*& first, char const* last, Sink&) noexcept { return first == last || !in<name_byte>(*first); }

/// The bytes before the mark that closes a quotation; a backslash takes the byte behind it along.
template <char Mark>
struct Quotation : SlicePrimitive<Quotation<Mark>> {
    static char const* scan(char const* first, char const* last) noexcept {
        for (; first < last && *first != Mark; ++first)
            if (*first == '\\' && first + 1 < last) ++first;
        return first;
    }
    static constexpr char const* what() noexcept { return ""; }
};

namespace rule {
// clang-format off
auto const and_ = keyword_in_any_case<"and"> >> does<&ends_word>;
auto const or_  = keyword_in_any_case<"or">  >> does<&ends_word>;
auto const not_ = keyword_in_any_case<"not"> >> does<&ends_word>;

auto const op = punct<'='>                   >> does<&set_op<Operator::equal>>
              | punct<'~'>                   >> does<&set_op<Operator::contains>>
              | keyword<"!="> >> does<&set_op<Operator::not_equal>>     | keyword<"!~"> >> does<&set_op<Operator::lacks>>
              | keyword<"<="> >> does<&set_op<Operator::less_equal>>    | punct<'<'>    >> does<&set_op<Operator::less>>
              | keyword<">="> >> does<&set_op<Operator::greater_equal>> | punct<'>'>    >> does<&set_op<Operator::greater>>;

template <char Mark>
auto const quotation = punct<Mark> >> Quotation<Mark>{}[put<&Sink::quotation>] >> expected("a closing quotation mark")[ punct<Mark> ];
auto const word  = !one<operator_byte> >> run<word_byte>[put<&Sink::word>];
auto const value = quotation<'"'> | quotation<'\''> | word;

auto const field = !and_ >> !or_ >> !not_ >> run<name_byte>[put<&Sink::field>];
auto const test  = expected("a field")[ field ] >> blank >> -( op >> blank >> expected("a value")[ value ] ) >> does<&push_test>;

x3::rule<struct TermRule> const term{"term"};
x3::rule<struct QueryRule> const query{"query"};
auto const negation = not_ >> does<&enter> >> does<&open> >> blank >> term >> does<&close<NodeKind::negation>> >> does<&leave>;
auto const group    = punct<'('> >> does<&enter> >> blank >> query >> blank
                   >> expected("'and', 'or' or ')'")[ punct<')'> ] >> does<&leave>;
auto const term_def = negation | group | test;
auto const all_of   = does<&open> >> term   >> *( blank >> and_ >> blank >> term   ) >> does<&close<NodeKind::all_of>>;
auto const query_def = does<&open> >> all_of >> *( blank >> or_ >> blank >> all_of ) >> does<&close<NodeKind::any_of>>;
BOOST_SPIRIT_DEFINE(term, query)

auto const text = blank >> query >> blank >> expected("an operator, 'and', 'or' or the end")[ end_of_text ];
// clang-format on
}  // namespace rule

}  // namespace

bool parse(std::string_view text, Tree& tree, Problem& problem, Limits const& limits) {
    tree = Tree{};
    problem = Problem{};
    if (text.size() > limits.max_length) {
        problem.code = Code::too_long;
        problem.where = limits.max_length;
        return false;
    }
    Sink sink{tree, limits};
    Furthest furthest;
    char const* first = text.data();
    if (parse_into(rule::text, first, first + text.size(), sink, furthest)) {
        tree.root = sink.root();
        return true;
    }
    tree = Tree{};
    if (sink.too_deep() != nullptr) {
        problem.code = Code::too_deep;
        problem.where = static_cast<std::size_t>(sink.too_deep() - text.data());
    } else {
        problem.where = furthest.where == nullptr ? 0 : static_cast<std::size_t>(furthest.where - text.data());
        problem.expected = furthest.expected;
    }
    return false;
}

std::string unescaped(Node const& test) {
    std::string value(test.value);
    if (!test.quoted) return value;
    std::size_t size = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) ++i;
        value[size++] = value[i];
    }
    value.resize(size);
    return value;
}

}  // namespace ibid::grammars::query
