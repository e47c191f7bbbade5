// The BibTeX grammar on files that are wrong: what was meant is read where it can be told, and each repair is told
// of, where it was made.
#include <boost/test/unit_test.hpp>

#include "bibtex_tree.hpp"

namespace {

using ibid::tests::parse_bibtex;
using ibid::tests::problems_of;
using ibid::tests::tree_of;

bool repaired(std::string_view file, std::string_view tree, std::string_view problems) {
    BOOST_TEST(tree_of(file) == tree);
    BOOST_TEST(problems_of(file) == problems);
    return tree_of(file) == tree && problems_of(file) == problems;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(bibtex_repairs)

BOOST_AUTO_TEST_CASE(a_missing_comma_is_put_in) {
    BOOST_TEST(repaired("@a{k, x = {1} y = 2\n z = \"3\" u = v\n w = 4}", "a k: x {1}, y 2, z \"3\", u v, w 4",
                        "missing_comma@13 missing_comma@19 missing_comma@28 missing_comma@34"));
    BOOST_TEST(repaired("@a{k\n  x = 1}", "a k: x 1", "missing_comma@4"));
    BOOST_TEST(repaired("@a{k x = 1}", "a k: x 1", "missing_comma@4"));
}

BOOST_AUTO_TEST_CASE(a_comma_too_many_is_skipped) {
    BOOST_TEST(repaired("@a{k,, x = 1,,}", "a k: x 1", "extra_comma@5 extra_comma@13"));
}

BOOST_AUTO_TEST_CASE(a_missing_equals_sign_is_put_in) {
    BOOST_TEST(repaired("@a{k, x {1}, y \"2\"}", "a k: x {1}, y \"2\"", "missing_equals@8 missing_equals@15"));
}

BOOST_AUTO_TEST_CASE(a_field_without_a_value_has_no_tokens) {
    BOOST_TEST(repaired("@a{k, x = , y, z =}", "a k: x, y, z", "missing_value@10 missing_value@13 missing_value@18"));
    BOOST_TEST(repaired("@a{k, x =\n  y = 1}", "a k: x, y 1", "missing_value@12 missing_comma@9"));
}

BOOST_AUTO_TEST_CASE(text_without_delimiters_ends_with_its_line_or_field) {
    BOOST_TEST(repaired("@a{k, x = 1999a, y = 10~jan}", "a k: x <1999a>, y <10~jan>",
                        "undelimited_value@10 undelimited_value@21"));
    BOOST_TEST(tree_of("@a{k, x = 1--2\n y = 1 / 2\n}") == "a k: x <1--2>, y <1 / 2>");
    BOOST_TEST(tree_of("@a{k, x = The {TeX, b}book, and more,\n  y = 1}") == "a k: x <The {TeX, b}book, and more>, y 1");
    BOOST_TEST(tree_of("@a{k, x = Some words, y = 1}") == "a k: x <Some words>, y 1");
    BOOST_TEST(tree_of("@preamble{\\def\\x{y}}") == "preamble: <\\def\\x{y}>");
}

BOOST_AUTO_TEST_CASE(a_missing_key_is_empty) {
    BOOST_TEST(repaired("@a{, x = 1}", "a : x 1", "missing_key@3"));
    BOOST_TEST(repaired("@a{ x = {1}}", "a : x {1}", "missing_key@4"));
    BOOST_TEST(repaired("@a{}", "a :", "missing_key@3"));
}

BOOST_AUTO_TEST_CASE(a_key_with_blanks_or_braces_is_kept_whole) {
    BOOST_TEST(repaired("@a{van der Berg 2019, x = 1}", "a van der Berg 2019: x 1", "odd_key@3"));
    BOOST_TEST(repaired("@a{a{b,c}d, x = 1}", "a a{b,c}d: x 1", "odd_key@3"));
}

BOOST_AUTO_TEST_CASE(a_quote_with_text_behind_it_is_text) {
    BOOST_TEST(repaired("@a{k, x = \"Foo \"bar\" baz\", y = 1}", "a k: x \"Foo \"bar\" baz\", y 1", "inner_quote@15"));
    // What begins like this and never ends well is read as BibTeX does.
    BOOST_TEST(repaired("@a{k, x = \"Foo\" bar, y = 1}", "a k: x \"Foo\", y 1", "unexpected_text@16"));
}

BOOST_AUTO_TEST_CASE(a_brace_too_many_in_quotes_is_text) {
    BOOST_TEST(repaired("@a{k, x = \"Foo} bar\", y = 1}", "a k: x \"Foo} bar\", y 1", "stray_delimiter@14"));
}

BOOST_AUTO_TEST_CASE(a_brace_too_many_between_fields_is_skipped) {
    BOOST_TEST(repaired("@a{k, x = {1}}, y = 2}", "a k: x {1}, y 2", "stray_delimiter@13"));
    BOOST_TEST(repaired("@a{k}\n x = {1},\n y = 2}", "a k: x {1}, y 2", "stray_delimiter@4 missing_comma@5"));
}

BOOST_AUTO_TEST_CASE(the_wrong_delimiter_closes_all_the_same) {
    BOOST_TEST(repaired("@a{k, x = 1)\n@b{l}", "a k: x 1; b l:", "stray_delimiter@11"));
}

BOOST_AUTO_TEST_CASE(a_percent_comment_between_fields_is_skipped) {
    BOOST_TEST(repaired("@a{k, % c, d\n x = 1, % e }\n%y = 2,\n z = 3}", "a k: x 1, z 3",
                        "percent_comment@6 percent_comment@21 percent_comment@27"));
}

BOOST_AUTO_TEST_CASE(text_between_fields_is_skipped) {
    BOOST_TEST(repaired("@a{k, x = {1} and {2}, y = 3}", "a k: x {1}, y 3", "unexpected_text@14"));
    BOOST_TEST(repaired("@a{k, = {1}, y = 3}", "a k: y 3", "unexpected_text@6"));
    BOOST_TEST(repaired("@a{k, 'x', \"y\"\n z = 3}", "a k: 'x', z 3", "missing_value@9 unexpected_text@11"));
}

BOOST_AUTO_TEST_CASE(blanks_from_web_pages_are_blanks) {
    BOOST_TEST(repaired("@a{k,\n\xC2\xA0 x\xC2\xA0=\xC2\xA0{1}\xC2\xA0,\n\xE2\x80\x82y = 2\xE3\x80\x80}", "a k: x {1}, y 2", ""));
}

BOOST_AUTO_TEST_CASE(the_next_record_ends_an_entry_that_is_not_closed) {
    BOOST_TEST(repaired("@a{k, x = 1, y = {2}\n\n@b{l, z = 3}", "a k~: x 1, y {2}; b l: z 3", "unclosed_block@20"));
    BOOST_TEST(repaired("@a{k, x = 1,\n@b{l}", "a k~: x 1; b l:", "unclosed_block@12"));
    BOOST_TEST(repaired("@a{k,\n@string{m = 1}", "a k~:; string: m 1", "unclosed_block@5"));
    BOOST_TEST(repaired("@a{\n@b{l, x = 1}", "a ~:; b l: x 1", "missing_key@4 unclosed_block@3"));
}

BOOST_AUTO_TEST_CASE(the_next_record_ends_a_value_that_is_not_closed) {
    BOOST_TEST(repaired("@a{k, x = 1, y = {2\n\n  @b{l,\n z = 3}", "a k~: x 1; b l: z 3", "unclosed_value@18"));
    BOOST_TEST(repaired("@a{k, x = 1, y = \"2},\n}\n@b{l,\n z = 3}", "a k~: x 1; b l: z 3", "unclosed_value@18"));
}

BOOST_AUTO_TEST_CASE(the_next_field_ends_a_value_that_is_not_closed) {
    BOOST_TEST(repaired("@a{k,\n x = {1 {2},\n y = {3},\n z = 4\n}\n\n@b{l, u = 1}", "a k: x {1 {2}}, y {3}, z 4; b l: u 1",
                        "unclosed_value@12"));
    BOOST_TEST(repaired("@a{k,\n x = \"1,\n y = {3},\n z = 4\n}\n\n@b{l, u = 1}", "a k: x \"1\", y {3}, z 4; b l: u 1",
                        "unclosed_value@12"));
}

BOOST_AUTO_TEST_CASE(the_end_of_the_file_ends_everything) {
    BOOST_TEST(repaired("@a{k, x = 1, y = {2}\n", "a k~: x 1, y {2}", "unclosed_block@20"));
    BOOST_TEST(repaired("@a{k, x = 1, y = {2", "a k~: x 1", "unclosed_value@18"));
    BOOST_TEST(repaired("@a{k, x = 1, y", "a k~: x 1, y", "missing_value@14 unclosed_block@14"));
    BOOST_TEST(repaired("@a{", "a ~:", "missing_key@3 unclosed_block@3"));
    BOOST_TEST(repaired("@a", "text <@a>", "stray_at@0"));
}

BOOST_AUTO_TEST_CASE(what_only_resembles_a_record_ends_no_value) {
    for (std::string_view const line : {"@i[Computer Vision], 1", "@@@@ IC\\/} \\par||", "@COMMENT{ note}", "@b{x and, y}",
                                        "@ 3pm", "@{}lll@{}", "me@b{l,", "@i(A, B c)", "@"}) {
        std::string const note = "a {\n" + std::string{line} + "\n";
        std::string const file = "@a{k, x = \"" + note + "\", y = 1}";
        BOOST_TEST(tree_of(file).find("; ") == std::string::npos, file);
        BOOST_TEST(tree_of(file).starts_with("a k"), file);
    }
    BOOST_TEST(repaired("@a{k, x = {\n@i[Computer Vision], 1}, y = 1}", "a k: x {\n@i[Computer Vision], 1}, y 1", ""));
    BOOST_TEST(repaired("@a{k, x = {\n@COMMENT{ note}}, y = 1}", "a k: x {\n@COMMENT{ note}}, y 1", ""));
}

BOOST_AUTO_TEST_CASE(a_comment_that_is_not_closed_has_one_line) {
    BOOST_TEST(repaired("@comment{flight speed 1.4m/s)\n@a{k, x = 1}\n", "comment: <{flight speed 1.4m/s)>; a k: x 1",
                        "unclosed_comment@8"));
}

BOOST_AUTO_TEST_CASE(an_at_that_begins_a_line_but_no_block_is_told) {
    BOOST_TEST(repaired("@article k, x = 1\n@a{k}", "text <@article k, x = 1\n>; a k:", "stray_at@0"));
    BOOST_TEST(repaired("@@a{k}", "text <@>; a k:", "stray_at@0"));
}

BOOST_AUTO_TEST_CASE(a_problem_knows_its_block_and_what_was_expected) {
    ibid::tests::Padded const text{"@a{k, x = 1}\n@b{l, y = 1 z = 2}"};
    ibid::tests::bibtex::Batch batch;
    ibid::tests::bibtex::parse(text.view(), true, batch);
    BOOST_REQUIRE(batch.problems.size() == 1U);
    BOOST_TEST(batch.blocks.at(batch.problems[0].block).key == "l");
    BOOST_TEST(std::string_view{expectation(batch.problems[0].code)} == "a comma between fields");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
