// Queries: the tree, printed with parentheses, and what is said of a text that is none.
#include "grammars/query.hpp"

#include "unit/grammars/padded.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid::grammars::query;
using ibid::tests::Padded;

namespace {

std::string show(Tree const& tree, std::uint32_t at) {
    static constexpr std::string_view operators[] = {"", "=", "!=", "<", "<=", ">", ">=", "~", "!~"};
    Node const& node = tree.nodes[at];
    if (node.kind == NodeKind::test) {
        std::string const mark = node.quoted ? "'" : "";
        std::string const value = node.op == Operator::present ? "" : mark + unescaped(node) + mark;
        return std::string(node.field) + std::string(operators[static_cast<std::size_t>(node.op)]) + value;
    }
    std::string out = node.kind == NodeKind::negation ? "(not" : node.kind == NodeKind::all_of ? "(and" : "(or";
    for (std::uint32_t child = node.first_child; child != none; child = tree.nodes[child].next_sibling) out += " " + show(tree, child);
    return out + ")";
}

std::string read(std::string_view text, Limits const& limits = {}) {
    Padded const padded(text);
    Tree tree;
    Problem problem;
    if (parse(padded.view(), tree, problem, limits)) return show(tree, tree.root);
    std::string const where = std::to_string(problem.where);
    if (problem.code == Code::too_long) return where + ": too long";
    if (problem.code == Code::too_deep) return where + ": too deep";
    return where + ": " + problem.expected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars_query)

BOOST_AUTO_TEST_CASE(a_test_is_a_field_an_operator_and_a_value) {
    BOOST_TEST(read("volume=1") == "volume=1");
    BOOST_TEST(read("volume != 1") == "volume!=1");
    BOOST_TEST(read(" issued\n<2015 ") == "issued<2015");
    BOOST_TEST(read("issued<= 2015-03") == "issued<=2015-03");
    BOOST_TEST(read("issued>2015") == "issued>2015");
    BOOST_TEST(read("issued>=2015") == "issued>=2015");
    BOOST_TEST(read("title~x") == "title~x");
    BOOST_TEST(read("title!~x") == "title!~x");
}

BOOST_AUTO_TEST_CASE(a_field_alone_is_a_test) {
    BOOST_TEST(read("DOI") == "DOI");
    BOOST_TEST(read("DOI and not URL") == "(and DOI (not URL))");
    BOOST_TEST(read("(DOI)") == "DOI");
}

BOOST_AUTO_TEST_CASE(values_are_words_or_stand_in_quotation_marks) {
    BOOST_TEST(read("URL=https://x.org/?a=b&c~d") == "URL=https://x.org/?a=b&c~d");
    BOOST_TEST(read(R"(title="deep learning")") == "title='deep learning'");
    BOOST_TEST(read("title='deep learning'") == "title='deep learning'");
    BOOST_TEST(read(R"(title="a \"b\" \\ c'd")") == R"(title='a "b" \ c'd')");
    BOOST_TEST(read(R"(title='it\'s')") == "title='it's'");
    BOOST_TEST(read(R"(file=C:\x)") == R"(file=C:\x)");  // a backslash in a word is one
    BOOST_TEST(read("title=\"\"") == "title=''");
    BOOST_TEST(read("author~M\u00FCller") == "author~M\u00FCller");
    BOOST_TEST(read("title=and and title=or") == "(and title=and title=or)");
    BOOST_TEST(read("(title=x)or(title=y)") == "(or title=x title=y)");
}

BOOST_AUTO_TEST_CASE(and_binds_closer_than_or_and_not_closest) {
    BOOST_TEST(read("a and b and c") == "(and a b c)");
    BOOST_TEST(read("a or b and c or d") == "(or a (and b c) d)");
    BOOST_TEST(read("(a or b) and c") == "(and (or a b) c)");
    BOOST_TEST(read("not a and b") == "(and (not a) b)");
    BOOST_TEST(read("not (a and b)") == "(not (and a b))");
    BOOST_TEST(read("not not a") == "(not (not a))");
    BOOST_TEST(read("A AND NOT b Or c") == "(or (and A (not b)) c)");
}

BOOST_AUTO_TEST_CASE(words_that_begin_like_keywords_are_fields) {
    BOOST_TEST(read("note and order or nothing") == "(or (and note order) nothing)");
    BOOST_TEST(read("native:and=x") == "native:and=x");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_query_says_where_and_what_was_expected) {
    BOOST_TEST(read("") == "0: a field");
    BOOST_TEST(read("  ") == "2: a field");
    BOOST_TEST(read("and a") == "0: a field");
    BOOST_TEST(read("a and") == "5: a field");
    BOOST_TEST(read("a or or b") == "5: a field");
    BOOST_TEST(read("volume >=") == "9: a value");
    BOOST_TEST(read("volume == 1") == "8: a value");
    BOOST_TEST(read("volume => 1") == "8: a value");
    BOOST_TEST(read("title=(a)") == "6: a value");
    BOOST_TEST(read("title=\"a") == "8: a closing quotation mark");
    BOOST_TEST(read("title='a\\'") == "10: a closing quotation mark");
    BOOST_TEST(read("title=deep learning") == "11: an operator, 'and', 'or' or the end");
    BOOST_TEST(read("title \"deep\"") == "6: an operator, 'and', 'or' or the end");
    BOOST_TEST(read("(a or b") == "7: 'and', 'or' or ')'");
    BOOST_TEST(read("a)") == "1: an operator, 'and', 'or' or the end");
    BOOST_TEST(read("()") == "1: a field");
}

BOOST_AUTO_TEST_CASE(length_and_depth_are_limited) {
    BOOST_TEST(read("abc", {.max_length = 2}) == "2: too long");
    BOOST_TEST(read("((a))", {.max_depth = 2}) == "a");
    BOOST_TEST(read("((a))", {.max_depth = 1}) == "2: too deep");
    BOOST_TEST(read("not not a", {.max_depth = 1}) == "7: too deep");
    BOOST_TEST(read(std::string(60000, '(')) == "65: too deep");
    std::string wide = "a";
    for (int i = 0; i < 10000; ++i) wide += " or a";
    BOOST_TEST(read(wide).size() == 2 * 10001U + 4);
}

BOOST_AUTO_TEST_SUITE_END()
