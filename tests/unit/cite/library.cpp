// The library: where styles and locales are found, dependent styles, and ibid's own.
#include "cite/library.hpp"
#include "cite/processor.hpp"
#include "cite/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <string>

using ibid::Date, ibid::ItemType, ibid::Name, ibid::Names, ibid::Record;
namespace var = ibid::var;
using namespace ibid::cite;

namespace {

/// A folder that goes when the test does.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("ibid-library-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() { std::filesystem::create_directories(path / "dependent"); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }

    void put(std::string const& name, std::string_view text) const { std::ofstream(path / name) << text; }
    [[nodiscard]] Library library() const { return Library({{path}, {path}}); }
};

std::string style(std::string_view id, std::string_view rest) {
    return "<style version='1.0' class='in-text'><info><title>T " + std::string(id) + "</title><id>" + std::string(id) + "</id>" +
           std::string(rest) + "</style>";
}

constexpr std::string_view empty_citation = "</info><citation><layout/></citation>";

/// What an own style makes of the article on the page that it comes from.
std::string article(std::string_view name) {
    Record record;
    record.type = ItemType::article_journal;
    Name names[5];
    constexpr std::string_view people[5][2] = {
        {"Chen", "Jia-Jie"}, {"Zhang", "Li-Na"}, {"Hou", "Hu"}, {"Xu", "Lingqing"}, {"Ji", "Kunmei"}};
    for (std::size_t i = 0; i < 5; ++i) names[i].family = people[i][0], names[i].given = people[i][1];
    record.set(var::author, Names{names, false});
    record.set(var::title, "Interleukin‑6 signaling blockade treatment for cytokine release syndrome in COVID‑19 (Review)");
    record.set(var::container_title, "Experimental and Therapeutic Medicine");
    record.set(var::container_title_short, "Exp Ther Med");
    record.set(var::volume, "21");
    record.set(var::issue, "1");
    record.set(var::number, "24");
    record.set(var::DOI, "10.3892/etm.2020.9456");
    Date issued;
    issued.begin.year = 2021;
    issued.begin.month = 1;
    record.set(var::issued, issued);
    Library const library(LibraryFolders{});
    std::vector<StyleProblem> problems;
    auto found = library.style(name, problems);
    BOOST_REQUIRE(found);
    auto locale = library.locale(*found, {}, problems);
    BOOST_TEST(problems.empty());
    return write(*find_writer("plain"), Processor(std::move(*found), std::move(locale)).format_entry(record));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_library)

BOOST_AUTO_TEST_CASE(own_styles_give_the_four_strings_of_the_page) {
    BOOST_TEST(article("spandidos") ==
               "Chen J, Zhang L, Hou H, Xu L and Ji K: Interleukin‑6 signaling blockade treatment for cytokine release syndrome "
               "in COVID‑19 (Review). Exp Ther Med 21: 24, 2021");
    BOOST_TEST(article("spandidos-apa") ==
               "Chen, J., Zhang, L., Hou, H., Xu, L., & Ji, K. (2021). Interleukin‑6 signaling blockade treatment for cytokine "
               "release syndrome in COVID‑19 (Review). Experimental and Therapeutic Medicine, 21, 24. "
               "https://doi.org/10.3892/etm.2020.9456");
    BOOST_TEST(article("spandidos-mla") ==
               "Chen, J., Zhang, L., Hou, H., Xu, L., Ji, K.\"Interleukin‑6 signaling blockade treatment for cytokine release "
               "syndrome in COVID‑19 (Review)\". Experimental and Therapeutic Medicine 21.1 (2021): 24.");
    BOOST_TEST(article("spandidos-chicago") ==
               "Chen, J., Zhang, L., Hou, H., Xu, L., Ji, K.\"Interleukin‑6 signaling blockade treatment for cytokine release "
               "syndrome in COVID‑19 (Review)\". Experimental and Therapeutic Medicine 21, no. 1 (2021): 24. "
               "https://doi.org/10.3892/etm.2020.9456");
}

BOOST_AUTO_TEST_CASE(a_style_is_found_by_name_by_id_and_by_path) {
    Folder const folder;
    folder.put("apa.csl", style("apa", empty_citation));
    std::vector<StyleProblem> problems;
    for (std::string const& name : {std::string("apa"), std::string("apa.csl"), std::string("http://www.zotero.org/styles/apa"),
                                    (folder.path / "apa.csl").string()}) {
        auto const found = folder.library().style(name, problems);
        BOOST_REQUIRE(found);
        BOOST_TEST(found->title == "T apa");
    }
    BOOST_TEST(problems.empty());
    BOOST_TEST(!folder.library().style("mla", problems));
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems[0].message == "style 'mla' not found");
}

BOOST_AUTO_TEST_CASE(a_dependent_style_is_its_parent_under_its_own_name) {
    Folder const folder;
    folder.put("apa.csl", style("apa", empty_citation));
    folder.put("dependent/journal.csl", style("journal", "<link rel='independent-parent' href='http://x.org/styles/apa'/></info>"));
    std::vector<StyleProblem> problems;
    auto const found = folder.library().style("journal", problems);
    BOOST_REQUIRE(found);
    BOOST_TEST(problems.empty());
    BOOST_TEST(found->id == "journal");
    BOOST_TEST(found->citation.has_value());
}

BOOST_AUTO_TEST_CASE(dependent_styles_in_a_circle_are_not_found) {
    Folder const folder;
    folder.put("a.csl", style("a", "<link rel='independent-parent' href='b'/></info>"));
    folder.put("b.csl", style("b", "<link rel='independent-parent' href='a'/></info>"));
    std::vector<StyleProblem> problems;
    BOOST_TEST(!folder.library().style("a", problems));
    BOOST_TEST(!problems.empty());
}

BOOST_AUTO_TEST_CASE(a_locale_is_merged_from_the_farthest_to_the_nearest) {
    Folder const folder;
    auto const terms = [](std::string const& text) {
        return "<locale><terms>" + text + "</terms></locale>";
    };
    folder.put("locales-en-US.xml", terms("<term name='a'>us</term><term name='b'>us</term><term name='c'>us</term>"
                                          "<term name='d'>us</term><term name='e'>us</term><term name='f'>us</term>"));
    folder.put("locales-de-DE.xml", terms("<term name='b'>de</term><term name='c'>de</term><term name='d'>de</term>"));
    folder.put("locales-de-AT.xml", terms("<term name='c'>at</term><term name='d'>at</term>"));
    Style own;
    std::vector<StyleProblem> problems;
    own = parse_style("<style version='1.0'><locale xml:lang='de'><terms><term name='e'>own de</term></terms></locale>"
                      "<locale><terms><term name='d'>own</term><term name='e'>own</term><term name='f'>own</term></terms></locale>"
                      "<locale xml:lang='de-AT'><terms><term name='f'>own at</term></terms></locale>"
                      "<citation><layout/></citation></style>",
                      problems);
    auto const locale = folder.library().locale(own, "de_at", problems);
    BOOST_TEST(problems.empty());
    std::string all;
    for (char const* name : {"a", "b", "c", "d", "e", "f"}) all += locale.term(name)->single + ", ";
    BOOST_TEST(all == "us, de, at, own, own de, own at, ");
    BOOST_TEST(locale.language() == "de-AT");
}

BOOST_AUTO_TEST_CASE(a_language_that_is_not_found_is_told) {
    std::vector<StyleProblem> problems;
    auto const locale = Library(LibraryFolders{}).locale(Style{}, "fr", problems);
    BOOST_TEST(problems.size() == 1U);
    BOOST_TEST(locale.term("and")->single == "and");
}

BOOST_AUTO_TEST_CASE(tags_have_their_usual_letter_case) {
    BOOST_TEST(language_tag("EN_us") == "en-US");
    BOOST_TEST(language_tag("sr-latn-rs") == "sr-Latn-RS");
    BOOST_TEST(language_tag("de") == "de");
    BOOST_TEST(language_tag("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
