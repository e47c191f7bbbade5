// Identifiers: what they are freed of, and what is none.
#include "text/identifiers.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid;
using namespace ibid::text;

namespace {

std::string doi(std::string_view text) {
    Arena arena;
    return std::string(decode_doi(arena.copy(text), arena));
}

std::string pmcid(std::string_view text) {
    Arena arena;
    return std::string(decode_pmcid(arena.copy(text), arena));
}

std::string numbers(std::string_view text) {
    std::string out;
    for (StandardNumber number; next_standard_number(text, number);) {
        out += (out.empty() ? "" : "; ") + std::string(number.kind == NumberKind::issn ? "issn " : "isbn ") + std::string(number.text);
        if (!number.check_digit) out += " !";
        if (!number.note.empty()) out += " (" + std::string(number.note) + ")";
    }
    return out;
}

std::string arxiv(std::string_view text) {
    ArxivId const id = decode_arxiv(text);
    return std::string(id.id) + (id.primary_class.empty() ? "" : " [" + std::string(id.primary_class) + "]");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_identifiers)

BOOST_AUTO_TEST_CASE(frees_a_doi_of_resolvers_and_labels) {
    for (std::string_view const text : {"10.1000/Ab.182", "doi:10.1000/Ab.182", "DOI: 10.1000/Ab.182", "https://doi.org/10.1000/Ab.182",
                                        "http://dx.doi.org/10.1000/Ab.182", "https://doi.org/10.1000%2FAb.182", "doi.org/10.1000/Ab.182",
                                        "https://www.example.org/doi/10.1000/Ab.182", "10.1000/Ab.182.", "info:doi/10.1000/Ab.182"})
        BOOST_TEST(doi(text) == "10.1000/Ab.182");
}

BOOST_AUTO_TEST_CASE(keeps_the_odd_bytes_of_a_doi) {
    constexpr std::string_view sici = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";
    BOOST_TEST(doi(sici) == sici);
    BOOST_TEST(doi("https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2") == sici);
    BOOST_TEST(doi("10.1016/0022-4898(64)90020-4") == "10.1016/0022-4898(64)90020-4");
    BOOST_TEST(doi("10.1000/50%25") == "10.1000/50%25");
}

BOOST_AUTO_TEST_CASE(finds_no_doi_where_there_is_none) {
    for (std::string_view const text : {"", "10.", "10.1000/", "10.10/x", "https://example.org/10.html", "doi:", "see note", "////", "%%%"})
        BOOST_TEST(doi(text) == "");
}

BOOST_AUTO_TEST_CASE(tells_numbers_by_their_form) {
    BOOST_TEST(numbers("978-3-16-148410-0") == "isbn 978-3-16-148410-0");
    BOOST_TEST(numbers("0-306-40615-2") == "isbn 0-306-40615-2");
    BOOST_TEST(numbers("080442957X") == "isbn 080442957X");
    BOOST_TEST(numbers("0378-5955") == "issn 0378-5955");
    BOOST_TEST(numbers("2434-561x") == "issn 2434-561x");
    BOOST_TEST(numbers("0378-5956") == "issn 0378-5956 !");
    BOOST_TEST(numbers("0 306 40615 2") == "isbn 0 306 40615 2");
    BOOST_TEST(numbers("12345") == "");
    BOOST_TEST(numbers("no number") == "");
}

BOOST_AUTO_TEST_CASE(splits_several_numbers) {
    BOOST_TEST(numbers("0-306-40615-2, 978-3-16-148410-0") == "isbn 0-306-40615-2; isbn 978-3-16-148410-0");
    BOOST_TEST(numbers("0306406152 9783161484100") == "isbn 0306406152; isbn 9783161484100");
    BOOST_TEST(numbers("ISBN-13: 9783161484100 (hardback) ISBN-10: 0306406152") == "isbn 9783161484100 (hardback); isbn 0306406152");
    BOOST_TEST(numbers("0378-5955 (Print) 2434-561X (Electronic)") == "issn 0378-5955 (Print); issn 2434-561X (Electronic)");
    BOOST_TEST(numbers("0378-5955; 2434-561X") == "issn 0378-5955; issn 2434-561X");
}

BOOST_AUTO_TEST_CASE(knows_a_whole_number) {
    BOOST_TEST((standard_number("0378-5955").kind == NumberKind::issn));
    BOOST_TEST((standard_number(" 9783161484100 ").kind == NumberKind::isbn));
    BOOST_TEST((standard_number("TR-0378-5955").kind == NumberKind::none));
    BOOST_TEST((standard_number("").kind == NumberKind::none));
}

BOOST_AUTO_TEST_CASE(reads_ids_of_pubmed) {
    BOOST_TEST(decode_pmid("12345") == "12345");
    BOOST_TEST(decode_pmid("PMID: 12345") == "12345");
    BOOST_TEST(decode_pmid("https://pubmed.ncbi.nlm.nih.gov/12345/") == "12345");
    BOOST_TEST(decode_pmid("12a") == "");
    BOOST_TEST(pmcid("PMC12345") == "PMC12345");
    BOOST_TEST(pmcid("12345") == "PMC12345");
    BOOST_TEST(pmcid("PMCID: pmc12345") == "PMC12345");
    BOOST_TEST(pmcid("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345/") == "PMC12345");
    BOOST_TEST(pmcid("http://x/pmc") == "");
}

BOOST_AUTO_TEST_CASE(reads_ids_of_arxiv) {
    BOOST_TEST(arxiv("2101.00001") == "2101.00001");
    BOOST_TEST(arxiv("arXiv:0704.0001v2 [hep-ph]") == "0704.0001v2 [hep-ph]");
    BOOST_TEST(arxiv("hep-th/9901001") == "hep-th/9901001");
    BOOST_TEST(arxiv("math.AG/0506203") == "math.AG/0506203 [math.AG]");
    BOOST_TEST(arxiv("https://arxiv.org/abs/2101.00001v3") == "2101.00001v3");
    BOOST_TEST(arxiv("https://arxiv.org/pdf/2101.00001.pdf") == "2101.00001");
    for (std::string_view const text : {"", "2101", "2101.1", "2101.000011", "12.34/567", "2101.00001 and more", "arXiv:"}) BOOST_TEST(arxiv(text) == "");
}

BOOST_AUTO_TEST_CASE(finds_urls) {
    BOOST_TEST(find_url("see https://example.org/a_(b)?c=d#e.") == "https://example.org/a_(b)?c=d#e");
    BOOST_TEST(find_url("(www.example.org)") == "www.example.org");
    BOOST_TEST(find_url("<http://example.org>") == "http://example.org");
    BOOST_TEST(find_url("https://") == "");
    BOOST_TEST(find_url("awww.example") == "");
    BOOST_TEST(is_url("http://example.org/"));
    BOOST_TEST(!is_url("at http://example.org/"));
    BOOST_TEST(!is_url("http://example.org/ today"));
}

BOOST_AUTO_TEST_SUITE_END()
