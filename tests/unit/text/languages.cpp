// Languages: babel names and BCP 47 tags.
#include "text/languages.hpp"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace ibid::text;

BOOST_AUTO_TEST_SUITE(text_languages)

BOOST_AUTO_TEST_CASE(gives_names_their_tags) {
    BOOST_TEST(language_tag("english") == "en");
    BOOST_TEST(language_tag("American") == "en-US");
    BOOST_TEST(language_tag("ngerman") == "de");
    BOOST_TEST(language_tag("german") == "de-DE");
    BOOST_TEST(language_tag("chinese-traditional") == "zh-TW");
    BOOST_TEST(language_tag("norsk") == "nb");
    BOOST_TEST(language_tag(" langfrench ") == "fr-FR");
    BOOST_TEST(language_tag("klingon") == "");
    BOOST_TEST(language_tag("") == "");
}

BOOST_AUTO_TEST_CASE(lets_options_say_more) {
    BOOST_TEST(language_tag("english", "variant=british") == "en-GB");
    BOOST_TEST(language_tag("german", "spelling=new, variant=austrian") == "de-AT");
    BOOST_TEST(language_tag("english", "variant=martian") == "en");
    BOOST_TEST(language_tag("english", "") == "en");
}

BOOST_AUTO_TEST_CASE(gives_tags_their_names) {
    bool exact = false;
    BOOST_TEST(babel_name("en-GB", &exact) == "british");
    BOOST_TEST(exact);
    BOOST_TEST(babel_name("DE", &exact) == "ngerman");
    BOOST_TEST(exact);
    BOOST_TEST(babel_name("de-LU", &exact) == "ngerman");
    BOOST_TEST(!exact);
    BOOST_TEST(babel_name("fr", &exact) == "french");
    BOOST_TEST(!exact);
    BOOST_TEST(babel_name("zh-Hant-HK", &exact) == "chinese-hant");
    BOOST_TEST(!exact);
    BOOST_TEST(babel_name("tlh", &exact) == "");
    BOOST_TEST(!exact);
    BOOST_TEST(babel_name("") == "");
}

BOOST_AUTO_TEST_CASE(reads_back_what_it_writes_exactly) {
    for (std::string_view const tag : {"en", "en-US", "de", "de-AT", "pt-BR", "zh-Hans", "nn", "grc", "el-polyton", "sr-Cyrl"}) {
        bool exact = false;
        BOOST_TEST(language_tag(babel_name(tag, &exact)) == tag);
        BOOST_TEST(exact);
    }
}

BOOST_AUTO_TEST_CASE(knows_the_form_of_a_tag) {
    for (std::string_view const tag : {"en", "pt-BR", "zh-Hans-CN", "grc", "la-x-classic"}) BOOST_TEST(is_language_tag(tag));
    for (std::string_view const text : {"", "e", "english", "en_US", "en-", "-en", "12", "en--US"}) BOOST_TEST(!is_language_tag(text));
}

BOOST_AUTO_TEST_CASE(knows_english_by_any_name) {
    for (std::string_view const english : {"en", "en-GB", "EN-us", "english", "British", "eng"}) BOOST_TEST(is_english(english));
    for (std::string_view const other : {"", "de", "enm", "french", "England"}) BOOST_TEST(!is_english(other));
}

BOOST_AUTO_TEST_SUITE_END()
