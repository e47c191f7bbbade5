// Patterns of paths: what `*` and `**` are, and that none takes long.
#include "batch/glob.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using ibid::tools::Glob;
using ibid::tools::PathRules;

BOOST_AUTO_TEST_SUITE(tools_glob)

BOOST_AUTO_TEST_CASE(a_star_stays_within_a_name) {
    BOOST_TEST(Glob("*.bib").matches("a.bib"));
    BOOST_TEST(!Glob("*.bib").matches("sub/a.bib"));
    BOOST_TEST(!Glob("*").matches("sub/a.bib"));
    BOOST_TEST(Glob("*/*.bib").matches("sub/a.bib"));
    BOOST_TEST(!Glob("sub/*.bib").matches("sub/deep/a.bib"));
}

BOOST_AUTO_TEST_CASE(two_stars_are_any_number_of_folders) {
    BOOST_TEST(Glob("**/*.bib").matches("a.bib"));
    BOOST_TEST(Glob("**/*.bib").matches("sub/deep/a.bib"));
    BOOST_TEST(Glob("sub/**").matches("sub/deep/a.bib"));
    BOOST_TEST(Glob("sub/**").matches("sub"));
    BOOST_TEST(Glob("a/**/b/**/c").matches("a/x/b/b/y/c"));
    BOOST_TEST(!Glob("a/**/b/**/c").matches("a/x/c"));
}

BOOST_AUTO_TEST_CASE(sets_and_single_characters_are_those_of_shells) {
    BOOST_TEST(Glob("refs-[0-9]?.bib").matches("refs-12.bib"));
    BOOST_TEST(!Glob("refs-[0-9]?.bib").matches("refs-1.bib"));
    BOOST_TEST(Glob("\\*.bib").matches("*.bib"));
    BOOST_TEST(!Glob("\\*.bib").matches("a.bib"));
}

BOOST_AUTO_TEST_CASE(letter_case_counts_and_slashes_too_many_do_not) {
    BOOST_TEST(!Glob("A.bib").matches("a.bib"));
    BOOST_TEST(Glob("./sub//a.bib").matches("sub/a.bib"));
    BOOST_TEST(Glob("sub/").matches("sub"));
}

BOOST_AUTO_TEST_CASE(an_empty_pattern_matches_nothing) {
    BOOST_TEST(!Glob("").matches("a.bib"));
}

BOOST_AUTO_TEST_CASE(many_stars_take_no_longer) {
    std::string pattern, path;
    for (int i = 0; i < 40; ++i) pattern += "**/a/", path += "a/";
    BOOST_TEST(!Glob(pattern + "b").matches(path + "c"));
}

BOOST_AUTO_TEST_CASE(what_excludes_a_folder_excludes_all_in_it) {
    PathRules const rules{{Glob("**/*.bib")}, {Glob("drafts"), Glob("**/old-*")}};
    BOOST_TEST(rules.admits("a.bib"));
    BOOST_TEST(!rules.admits("a.ris"));
    BOOST_TEST(!rules.admits("drafts/deep/a.bib"));
    BOOST_TEST(rules.admits("more/drafts/a.bib"));
    BOOST_TEST(!rules.admits("more/old-1/a.bib"));
    BOOST_TEST(PathRules{}.admits("any/thing"));
}

BOOST_AUTO_TEST_SUITE_END()
