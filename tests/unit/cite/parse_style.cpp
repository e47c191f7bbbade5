// The parser of styles: what is inherited, what is told, what is refused.
#include "cite/style.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using ibid::VariableId;
using namespace ibid::cite;

namespace {

struct Parsed {
    Style style{};
    std::vector<StyleProblem> problems{};
};

/// A style of what stands in cs:style.
Parsed parse(std::string const& content, std::string const& attributes = "") {
    Parsed parsed;
    parsed.style = parse_style("<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='note' " + attributes + ">" +
                                   content + "</style>",
                               parsed.problems);
    return parsed;
}

std::string in_layout(std::string const& elements) { return "<citation><layout>" + elements + "</layout></citation>"; }

template <class T> T const& get(Elements const& elements, std::size_t at) { return std::get<T>(elements.at(at).is); }

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_parse_style)

BOOST_AUTO_TEST_CASE(names_inherit_from_the_layout_over_the_style) {
    auto const [style, problems] = parse("<macro name='m'><names variable='author'><name and='text'/></names></macro>"
                                         "<citation et-al-min='3' name-delimiter='; '><layout><text macro='m'/></layout></citation>"
                                         "<bibliography et-al-min='9'><layout><text macro='m'/></layout></bibliography>",
                                         "et-al-use-first='2' names-delimiter=' / '");
    BOOST_TEST(problems.empty());
    BOOST_REQUIRE(style.macros.size() == 2U);  // one for each layout
    auto const& cited = get<NamesElement>(style.macros[get<TextElement>(style.citation->elements, 0).macro], 0);
    auto const& listed = get<NamesElement>(style.macros[get<TextElement>(style.bibliography->elements, 0).macro], 0);
    BOOST_TEST(cited.name.et_al_min == 3);
    BOOST_TEST(cited.name.et_al_use_first == 2);
    BOOST_TEST(cited.name.delimiter == "; ");
    BOOST_TEST(cited.delimiter == " / ");
    BOOST_CHECK(cited.name.and_word == And::text);
    BOOST_TEST(listed.name.et_al_min == 9);
    BOOST_TEST(listed.name.delimiter == ", ");
}

BOOST_AUTO_TEST_CASE(a_macro_is_compiled_once_if_nothing_is_inherited) {
    auto const parsed = parse("<macro name='m'><text variable='title'/></macro><citation><layout><text macro='m'/></layout></citation>"
                              "<bibliography hanging-indent='true'><layout><text macro='m'/><text macro='m'/></layout></bibliography>");
    BOOST_TEST(parsed.style.macros.size() == 1U);
}

BOOST_AUTO_TEST_CASE(bare_names_in_substitute_are_like_those_they_stand_for) {
    auto const parsed = parse(in_layout("<names variable='author'><name and='symbol'/><label form='short' prefix=' '/>"
                                        "<substitute><names variable='editor'/><names variable='translator'><name/></names>"
                                        "</substitute></names>"));
    auto const& names = get<NamesElement>(parsed.style.citation->elements, 0);
    BOOST_REQUIRE(names.substitute.size() == 2U);
    auto const& bare = get<NamesElement>(names.substitute, 0);
    BOOST_CHECK(bare.name.and_word == And::symbol);
    BOOST_TEST(bare.label.has_value());
    BOOST_TEST(bare.label_look.prefix == " ");
    BOOST_CHECK(bare.variables == std::vector<VariableId>{VariableId::editor});
    auto const& full = get<NamesElement>(names.substitute, 1);
    BOOST_CHECK(full.name.and_word == And::none);
    BOOST_TEST(!full.label.has_value());
}

BOOST_AUTO_TEST_CASE(a_label_may_stand_before_the_names) {
    auto const parsed = parse(in_layout("<names variable='editor'><label form='verb'/><name/></names>"
                                        "<names variable='editor'><name/><label/></names>"));
    BOOST_TEST(get<NamesElement>(parsed.style.citation->elements, 0).label_first);
    BOOST_TEST(!get<NamesElement>(parsed.style.citation->elements, 1).label_first);
}

BOOST_AUTO_TEST_CASE(a_macro_that_calls_itself_is_refused) {
    auto const parsed = parse("<macro name='a'><text macro='b'/></macro><macro name='b'><group><text macro='a'/></group></macro>" +
                              in_layout("<text macro='a'/>"));
    BOOST_REQUIRE(parsed.problems.size() == 1U);
    BOOST_TEST(parsed.problems[0].fatal);
    BOOST_TEST(parsed.problems[0].message == "macro 'a' calls itself");
}

BOOST_AUTO_TEST_CASE(elements_do_not_nest_without_end) {
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "<group>";
    deep += "<text value='x'/>";
    for (int i = 0; i < 1000; ++i) deep += "</group>";
    auto const parsed = parse(in_layout(deep));
    BOOST_REQUIRE(parsed.problems.size() == 1U);
    BOOST_TEST(parsed.problems[0].fatal);
}

BOOST_AUTO_TEST_CASE(unknown_things_are_told_with_their_place) {
    auto const parsed = parse("\n<citation>\n  <layout>\n    <text variable='colour'/><blink/>\n"
                              "    <text term='nonsense' size='big'/><text macro='none'/></layout></citation>");
    std::string all;
    for (StyleProblem const& problem : parsed.problems)
        all += std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.message + "\n";
    BOOST_TEST(all == "4:5 unknown variable 'colour'\n"
                      "4:30 unknown element 'blink' in 'layout'\n"
                      "5:5 unknown attribute 'size' of 'text'\n"
                      "5:39 unknown macro 'none'\n");
    BOOST_TEST(parsed.style.citation->elements.size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_no_style_is_fatal) {
    std::vector<StyleProblem> problems;
    static_cast<void>(parse_style("<style><citation></style>", problems));
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems[0].fatal);
    problems.clear();
    static_cast<void>(parse_style("<locale/>", problems));
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems[0].fatal);
    problems.clear();
    static_cast<void>(parse_style("", problems));
    BOOST_TEST(problems.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_condition_of_what_nothing_is_called_never_holds) {
    auto const parsed = parse(in_layout("<choose><if type='book spaceship' variable='title colour' match='any'/><else/></choose>"));
    auto const& choose = get<ChooseElement>(parsed.style.citation->elements, 0);
    BOOST_REQUIRE(choose.branches.size() == 2U);
    BOOST_TEST(choose.branches[0].condition.types.size() == 1U);
    BOOST_TEST(choose.branches[0].condition.variables.size() == 1U);
    BOOST_TEST(choose.branches[0].condition.unknown.size() == 1U);
    BOOST_TEST(choose.branches[1].condition.empty());
}

BOOST_AUTO_TEST_CASE(a_prefix_of_the_namespace_does_not_matter) {
    std::vector<StyleProblem> problems;
    auto const style = parse_style("<csl:style xmlns:csl='http://purl.org/net/xbiblio/csl' version='1.0' class='in-text'>"
                                   "<csl:citation><csl:layout><csl:text value='x'/></csl:layout></csl:citation></csl:style>",
                                   problems);
    BOOST_TEST(problems.empty());
    BOOST_TEST(style.citation->elements.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
