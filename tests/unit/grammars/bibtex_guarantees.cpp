// The BibTeX grammar on hostile files: every byte is in some block, the answer does not depend on where windows
// end, limits hold, and time is linear in the size of the file, whatever is in it.
#include <boost/test/unit_test.hpp>

#include <ctime>
#include <random>
#include <vector>

#include "bibtex_tree.hpp"

namespace {

namespace bibtex = ibid::tests::bibtex;
using ibid::tests::parse_bibtex;
using ibid::tests::Parsing;

/// One of everything that takes a path of its own, right or wrong.
std::string nasty_file() {
    return "% Encoding: UTF-8\n@comment{jabref-meta: {x}}\n@string{m = \"M\" # {N}}\n\n"
           "@article{k1,\n  author = {A {B} and \"C\"},\n  year = 1999a, month = may # \"~3\",\n}\n"
           "%@book{no, title = {x}}\n%@book{yes,\n title = {y},\n}\nme@x.org {z} @ @@misc(k 2, note = \"a \"b\" c\")\n"
           "@a{k3,, x {1} y = , = {2}, z = {a\n@i[b], c}}, u = 3 )\n@b{\n u = {1 {2},\n v = {3},\n w = \"4\n}\n\n"
           "@c{k4,\n note = {never closed\n @d{k5,\n y = \xC2\xA0{6}\xE3\x80\x80, % c\n %z = 1,\n}\n@comment{open\n"
           "@preamble{\"\\x{y}\" # m}\n@comment bare\n@e k6, x = 1\n@f{k7, x = {}}}}}\n@string{a = 1, 'b = c}\n@g{k8";
}

std::string repeat(std::string_view piece, std::size_t bytes) {
    std::string all;
    while (all.size() < bytes) all += piece;
    return all;
}

double seconds_for(std::string_view file) {
    ibid::tests::Padded const text{file};
    bibtex::Batch batch;
    std::clock_t const start = std::clock();
    for (std::size_t at = 0; at < file.size();) at += bibtex::parse(text.view().substr(at), true, batch).consumed;
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(bibtex_guarantees)

BOOST_AUTO_TEST_CASE(every_byte_of_every_prefix_is_in_some_block) {
    std::string const file = nasty_file();
    for (std::size_t size = 0; size <= file.size(); ++size)
        BOOST_TEST(parse_bibtex(file.substr(0, size)).sources == file.substr(0, size));
}

BOOST_AUTO_TEST_CASE(the_answer_does_not_depend_on_where_windows_end) {
    std::string const file = nasty_file() + "\n" + nasty_file();
    Parsing const whole = parse_bibtex(file);
    for (std::size_t window = 1; window < file.size(); ++window) {
        Parsing const parsed = parse_bibtex(file, {}, window);
        BOOST_TEST(parsed.sources == file, window);
        BOOST_TEST(parsed.tree == whole.tree, window);
        BOOST_TEST(parsed.problems == whole.problems, window);
    }
}

BOOST_AUTO_TEST_CASE(nor_does_it_for_any_prefix) {
    std::string const file = nasty_file();
    for (std::size_t size = 1; size <= file.size(); ++size) {
        std::string const prefix = file.substr(0, size);
        Parsing const whole = parse_bibtex(prefix);
        for (std::size_t const window : {1U, 7U, 64U}) {
            Parsing const parsed = parse_bibtex(prefix, {}, window);
            BOOST_TEST(parsed.tree == whole.tree, size);
            BOOST_TEST(parsed.problems == whole.problems, size);
        }
    }
}

BOOST_AUTO_TEST_CASE(bytes_at_random_harm_nothing) {
    std::string const alphabet = "@{}(),=\"#%\\ \n\r\tab1'\xC2\xA0\xEF\xBB\xBF" + std::string(1, '\0');
    std::mt19937 random{1984};
    for (int round = 0; round < 3000; ++round) {
        std::string file = nasty_file();
        for (int change = 0; change < 1 + round % 8; ++change) {
            std::size_t const at = random() % file.size();
            char const byte = alphabet[random() % alphabet.size()];
            switch (random() % 3) {
            case 0: file[at] = byte; break;
            case 1: file.insert(at, 1, byte); break;
            default: file.erase(at, 1 + random() % 3); break;
            }
        }
        Parsing const whole = parse_bibtex(file);
        Parsing const parsed = parse_bibtex(file, {}, 1 + random() % 200);
        BOOST_TEST(whole.sources == file);
        BOOST_TEST(parsed.tree == whole.tree, file);
        BOOST_TEST(parsed.problems == whole.problems, file);
        BOOST_TEST(parse_bibtex(file, {.max_record = 100, .batch_bytes = 50, .max_depth = 2}, 64).sources == file);
    }
}

BOOST_AUTO_TEST_CASE(one_bad_entry_costs_that_entry_only) {
    std::string const bad[] = {"@x{b, y = {1",  "@x{b, y = \"1", "@x{b, y = {{{{1}", "@x{b, y {{ = ", "@x{b, {y = 1",
                               "@x{b{, y = {1", "@x(b, y = {1)", "@x{b, y = 1a {",   "@x{",           "@x{b, y = a {b"};
    for (std::string const& entry : bad) {
        std::string const tree = parse_bibtex("@a{k, x = 1}\n" + entry + "\n@c{l, z = 2}\n").tree;
        BOOST_TEST(tree.starts_with("a k: x 1; x "), tree);
        BOOST_TEST(tree.ends_with("; c l: z 2"), tree);
    }
}

BOOST_AUTO_TEST_CASE(a_record_that_is_too_long_is_cut) {
    bibtex::Limits const limits{.max_record = 1000};
    Parsing const parsed = parse_bibtex("@a{k, x = 1, y = {" + std::string(5000, '.') + "}}\n@b{l, z = 2}", limits);
    BOOST_TEST(parsed.tree.starts_with("a k~: x 1; text <...."));
    BOOST_TEST(parsed.tree.ends_with("; b l: z 2"));
    BOOST_TEST(parsed.problems == "unclosed_value@18 record_too_long@1000");
}

BOOST_AUTO_TEST_CASE(a_long_window_is_not_asked_for_beyond_the_longest_record) {
    ibid::tests::Padded const text{"@a{k, x = {" + std::string(3000, '.')};
    bibtex::Batch batch;
    bibtex::Parsed const parsed = bibtex::parse(text.view(), false, batch, {.max_record = 1000});
    BOOST_TEST(parsed.consumed >= 1000U);
}

BOOST_AUTO_TEST_CASE(depth_is_told_of_and_costs_nothing) {
    std::string const deep = std::string(100000, '{') + "x" + std::string(100000, '}');
    Parsing const parsed = parse_bibtex("@a{k, x = " + deep + ", y = \"" + deep + "\", z = 1}");
    BOOST_TEST(parsed.tree.ends_with(", z 1"));
    BOOST_TEST(parsed.problems == "too_deep@11 too_deep@200018");
}

BOOST_AUTO_TEST_CASE(a_call_returns_after_its_share_of_bytes) {
    Parsing const parsed = parse_bibtex(repeat("@a{k, x = 1}\n", 100000), {.batch_bytes = 10000});
    BOOST_TEST(parsed.calls == 10U);
}

BOOST_AUTO_TEST_CASE(time_is_linear_in_the_size_of_hostile_files) {
    // Each of these once was quadratic, or is a scan that must not be begun anew for every piece.
    std::vector<std::string_view> const pieces{
        "@a{k,\nx = {1\n",                  // entries that nothing closes
        "@a{k,\nx = \"1\n",                 //
        "@a{k, x = {1}, y = \"",            // in one line
        "@comment{\n",                      // each could swallow the rest
        "@comment(",                        //
        "x = \"a\" b,",                     // quotes with text behind them
        "@a{k,\nx=\"a\" b,",                //
        "@a(\"k,x=\"a\" b)",                //
        "x = a {,",                         // text with open braces
        "@a{\"k,\n x = {{\n y = 1\n}\n",    // values that are cut where the next field is
        "@a{\"k,\nx={\ny={1}\n}\n",        //
        "@a{\"k,\ny={1} @a{k}}@a{\"k,",     //
        "x = {\n",                          //
        "%@a{k,x=",                         // looks ahead in one line
        "@a{b", "@a ", "@", "@\n", "\n @a{b c", "{", "}", "\"", ",", "\n\n\n\n", "x {", "x\n", "a=b ", "},x=", "\xC2\xA0",
    };
    for (std::string_view const start : {"", "@a{k, x = 1, ", "@a{k, x = {", "@a{k, x = \"", "@comment{", "%", "@a{"}) {
        for (std::string_view const piece : pieces) {
            std::string const text = std::string{start} + repeat(piece, 20'000), longer = std::string{start} + repeat(piece, 160'000);
            double small = 0, large = 0;
            bool is_linear = false;  // eight times the bytes: linear is 8, quadratic is 64, each time; a busy machine is not
            for (int tries = 0; tries < 5 && !is_linear; ++tries) {
                small = seconds_for(text);
                large = seconds_for(longer);
                is_linear = large < 0.03 || large < 25 * small;
            }
            BOOST_TEST(is_linear, start << piece << ": " << small << " s, " << large << " s");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
