// Spellings: every row of the .def files is found by its own spelling, and nothing else is found.
#include "ibid/record.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace {

using namespace ibid;

BOOST_AUTO_TEST_SUITE(ir)
BOOST_AUTO_TEST_SUITE(spellings)

BOOST_AUTO_TEST_CASE(each_variable_is_found_by_its_spelling) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < variable_count; ++i) {
        auto const id = static_cast<VariableId>(i);
        BOOST_TEST((variable(spelling(id)) == id), spelling(id));
        BOOST_TEST(seen.insert(spelling(id)).second, spelling(id) << " is there twice");
        BOOST_TEST(!info(id).help.empty());
    }
}

BOOST_AUTO_TEST_CASE(each_item_type_is_found_by_its_spelling) {
    for (std::size_t i = 0; i < item_type_count; ++i) {
        auto const type = static_cast<ItemType>(i);
        BOOST_TEST((item_type(spelling(type)) == type), spelling(type));
    }
}

BOOST_AUTO_TEST_CASE(near_misses_are_not_found) {
    for (std::string_view const name : {"", "x", "Title", "titl", "titles", "DOi", "container_title"})
        BOOST_TEST(!variable(name).has_value(), name);
    BOOST_TEST(!variable(std::string_view("title\0", 6)).has_value());
    for (std::size_t i = 0; i < variable_count; ++i) {
        std::string changed(spelling(static_cast<VariableId>(i)));
        changed[changed.size() / 3] = '\x01';
        BOOST_TEST(!variable(changed).has_value());
    }
    BOOST_TEST(!item_type("Book").has_value());
    BOOST_TEST(!item_type("article_journal").has_value());
}

BOOST_AUTO_TEST_CASE(keys_name_the_variables_that_they_are_called_after) {
    BOOST_TEST(spelling(var::container_title) == "container-title");
    BOOST_TEST(spelling(var::DOI) == "DOI");
    BOOST_TEST(spelling(Style::small_caps) == "small-caps");
    BOOST_TEST((info(var::eprint).origin == VariableOrigin::ibid));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
