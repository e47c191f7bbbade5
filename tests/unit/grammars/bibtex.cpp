// The BibTeX grammar: what a well-formed file is made of. What is repaired is in bibtex_repairs.cpp, what never
// happens (lost bytes, endless time, answers that depend on windows) in bibtex_guarantees.cpp.
#include <boost/test/unit_test.hpp>

#include "bibtex_tree.hpp"

namespace {

using ibid::tests::problems_of;
using ibid::tests::tree_of;

/// Parses without a problem to this tree.
bool clean(std::string_view file, std::string_view tree) {
    BOOST_TEST(problems_of(file) == "");
    BOOST_TEST(tree_of(file) == tree);
    return tree_of(file) == tree;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(bibtex)

BOOST_AUTO_TEST_CASE(an_entry_has_a_type_a_key_and_fields) {
    BOOST_TEST(clean("@article{knuth84,\n  author = {Donald Knuth},\n  year = 1984\n}\n",
                     "article knuth84: author {Donald Knuth}, year 1984"));
    BOOST_TEST(clean("@ARTICLE{k,Title=\"x\"}", "ARTICLE k: Title \"x\""));
    BOOST_TEST(clean("@ misc\n {k}", "misc k:"));
    BOOST_TEST(clean("@misc{ k , }", "misc k:"));
}

BOOST_AUTO_TEST_CASE(parentheses_delimit_as_braces_do) {
    BOOST_TEST(clean("@book(k, title = {A) b}, year = 2000)", "book k: title {A) b}, year 2000"));
    BOOST_TEST(clean("@string(acm = \"ACM\")", "string: acm \"ACM\""));
}

BOOST_AUTO_TEST_CASE(the_last_comma_is_optional_and_may_lead_a_line) {
    BOOST_TEST(clean("@a{k, x = 1,}", "a k: x 1"));
    BOOST_TEST(clean("@a{k\n , x = 1\n , y = 2\n}", "a k: x 1, y 2"));
}

BOOST_AUTO_TEST_CASE(values_are_operands_of_a_hash) {
    BOOST_TEST(clean("@a{k, x = a # \" b \" # {c} # 4}", "a k: x a # \" b \" # {c} # 4"));
    BOOST_TEST(clean("@a{k, x = a#b}", "a k: x a # b"));
}

BOOST_AUTO_TEST_CASE(braces_nest_in_values_of_both_kinds) {
    BOOST_TEST(clean("@a{k, x = {a {b {c}} \"}, y = \"{\"}o{\\\"u} {,}\"}", "a k: x {a {b {c}} \"}, y \"{\"}o{\\\"u} {,}\""));
    BOOST_TEST(clean("@a{k, x = {}, y = \"\"}", "a k: x {}, y \"\""));
}

BOOST_AUTO_TEST_CASE(a_backslash_protects_no_delimiter) {
    BOOST_TEST(tree_of("@a{k, x = {\\{}, y = 1}") == "a k~: x {\\{}, y = 1}");
    BOOST_TEST(tree_of("@a{k, x = {\\}, y = 1}") == "a k: x {\\}, y 1");
    BOOST_TEST(clean("@a{k, x = \"a\\\", y = 1}", "a k: x \"a\\\", y 1"));
}

BOOST_AUTO_TEST_CASE(percent_and_at_are_data_inside_of_values) {
    BOOST_TEST(clean("@a{k, x = {100% @home}, y = \"a@b.c % d\"}", "a k: x {100% @home}, y \"a@b.c % d\""));
}

BOOST_AUTO_TEST_CASE(names_may_hold_what_bibtex_lets_them) {
    BOOST_TEST(clean("@a{k, author+an = {1}, bdsk-url-1 = {2}, key:x = {3}, a.b/c_d = {4}}",
                     "a k: author+an {1}, bdsk-url-1 {2}, key:x {3}, a.b/c_d {4}"));
    BOOST_TEST(clean("@a{k, journal = j-TUGboat, x = ieee_j_wc # a+b:c}", "a k: journal j-TUGboat, x ieee_j_wc # a+b:c"));
    BOOST_TEST(clean("@a{k, m\xC3\xA4rz = {x}}", "a k: m\xC3\xA4rz {x}"));
    BOOST_TEST(clean("@string{'acm = \"ACM\"} @a{k, x = 'acm}", "string: 'acm \"ACM\"; a k: x 'acm"));
}

BOOST_AUTO_TEST_CASE(a_field_whose_name_begins_with_an_at_is_a_field) {
    BOOST_TEST(clean("@a{k,\n  x = {1},\n  @booktitle = {y},\n}\n", "a k: x {1}, @booktitle {y}"));
}

BOOST_AUTO_TEST_CASE(keys_are_what_stands_before_the_comma) {
    BOOST_TEST(clean("@a{DBLP:conf/x/O'Neil_(99)#a%b, x = 1}", "a DBLP:conf/x/O'Neil_(99)#a%b: x 1"));
    BOOST_TEST(clean("@a{M\xC3\xBCller20, x = 1}", "a M\xC3\xBCller20: x 1"));
    BOOST_TEST(clean("@a{2020, x = 1}", "a 2020: x 1"));
}

BOOST_AUTO_TEST_CASE(a_string_block_defines_one_macro_or_more) {
    BOOST_TEST(clean("@string{a = \"x\"}", "string: a \"x\""));
    BOOST_TEST(clean("@STRING{a = b # {x}, c = 5,}", "STRING: a b # {x}, c 5"));
}

BOOST_AUTO_TEST_CASE(a_preamble_is_a_value_without_a_name) {
    BOOST_TEST(clean("@preamble{\"\\newcommand{\\x}{y}\" # m}", "preamble: \"\\newcommand{\\x}{y}\" # m"));
}

BOOST_AUTO_TEST_CASE(a_comment_ends_with_its_brace_or_its_line) {
    BOOST_TEST(clean("@comment{jabref-meta: {a} @x{y, z = 1}}", "comment: {jabref-meta: {a} @x{y, z = 1}}"));
    BOOST_TEST(clean("@Comment(by (me))\n", "Comment: {by (me)}"));
    BOOST_TEST(clean("@comment some words\n@a{k}", "comment: <some words>; a k:"));
    BOOST_TEST(clean("@comment{\n@a{k,\n x = 1}\n}\n@b{l}", "comment: {\n@a{k,\n x = 1}\n}; b l:"));
}

BOOST_AUTO_TEST_CASE(text_between_blocks_is_kept) {
    BOOST_TEST(clean("% Encoding: UTF-8\n\n@a{k}\nSome prose.\n@b{l}",
                     "text <% Encoding: UTF-8\n\n>; a k:; text <\nSome prose.\n>; b l:"));
    BOOST_TEST(clean("\xEF\xBB\xBF@a{k, x = 1}", "text <\xEF\xBB\xBF>; a k: x 1"));
}

BOOST_AUTO_TEST_CASE(addresses_and_commands_in_prose_begin_no_block) {
    BOOST_TEST(clean("mail me@x.org {or} not\n@a{k}", "text <mail me@x.org {or} not\n>; a k:"));
    BOOST_TEST(clean("\\def\\@cite{x}\n@a{k}", "text <\\def\\@cite{x}\n>; a k:"));
    BOOST_TEST(clean("ask @twitter (me)\n@a{k}", "text <ask @twitter (me)\n>; a k:"));
}

BOOST_AUTO_TEST_CASE(an_entry_may_begin_anywhere_in_a_line) {
    BOOST_TEST(clean("@a{k, x = 1} @b {l,\n y = 2\n}@c{m}", "a k: x 1; b l: y 2; c m:"));
    BOOST_TEST(clean("vapni@book{g79,\n x = 1\n}", "text <vapni>; book g79: x 1"));
}

BOOST_AUTO_TEST_CASE(a_record_behind_percent_signs_is_commented_out) {
    BOOST_TEST(clean("%@string{a = \"b\"}\n@a{k}", "text <%@string{a = \"b\"}\n>; a k:"));
    BOOST_TEST(clean("%@a{k,\n%  x = 1,\n%}\n@b{l}", "text <%@a{k,\n%  x = 1,\n%}\n>; b l:"));
    BOOST_TEST(clean("% see @a{k, x = 1}\n@b{l}", "text <% see @a{k, x = 1}\n>; b l:"));
}

BOOST_AUTO_TEST_CASE(a_percent_sign_before_a_whole_record_is_text) {
    // BibTeX knows no comments: who writes this has a record there.
    BOOST_TEST(clean("%@a{k,\n  x = 1,\n}\n", "text <%>; a k: x 1"));
}

BOOST_AUTO_TEST_CASE(percent_lines_may_stand_around_the_type) {
    BOOST_TEST(clean("@\n %a\n preamble\n %b\n { \"x\" }", "preamble: \"x\""));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
