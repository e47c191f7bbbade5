// The grammar of RIS: what is a tag, where records begin and end, that no byte is lost, and that it does not matter
// how a file is cut into windows.
#include "grammars/ris.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "padded.hpp"

namespace ris = ibid::grammars::ris;
using ibid::tests::Padded;
using ris::Code;

namespace {

/// What a file holds, owned, whatever the windows were.
struct Reference {
    std::string lines;  // "TY:JOUR AU:Smith", "+" behind the colon of a continued value, " ER" if it has one
    std::string source;
    friend bool operator==(Reference const&, Reference const&) = default;
};
struct File {
    std::vector<Reference> references;
    std::vector<Code> problems;
    std::vector<std::size_t> places;  // of the problems
    std::string bytes;                // every record's source and every piece of junk, in order
    std::string junk;
    std::size_t batches = 0;
};

void append(File& file, ris::Batch const& batch, char const* begin, std::size_t offset) {
    for (ris::Record const& record : batch.records) {
        Reference reference{.lines = {}, .source = std::string(record.source)};
        for (std::uint32_t i = record.first_line; i < record.first_line + record.line_count; ++i) {
            ris::Line const& line = batch.lines[i];
            if (!reference.lines.empty()) reference.lines += ' ';
            reference.lines += static_cast<char>(line.tag >> 8);
            reference.lines += static_cast<char>(line.tag & 0xFF);
            reference.lines += line.continued ? ":+" : ":";
            reference.lines += line.value;
        }
        if (record.has_end) reference.lines += " ER";
        file.references.push_back(std::move(reference));
    }
    for (ris::Problem const& problem : batch.problems) {
        file.problems.push_back(problem.code);
        file.places.push_back(offset + static_cast<std::size_t>(problem.where - begin));
    }
    std::vector<std::string_view> pieces = batch.junk;
    for (std::string_view const piece : batch.junk) file.junk += piece;
    for (ris::Record const& record : batch.records) pieces.push_back(record.source);
    std::sort(pieces.begin(), pieces.end(), [](auto a, auto b) { return a.data() < b.data(); });
    for (std::string_view const piece : pieces) file.bytes += piece;
    ++file.batches;
}

/// Reads `text` by windows of `size` bytes, which grow where the grammar asks for it.
File read(std::string_view text, std::size_t size = std::string_view::npos, ris::Limits const& limits = {}) {
    File file;
    std::size_t at = 0;
    for (std::size_t room = size;;) {
        Padded const window{text.substr(at, room)};
        bool const at_end = room >= text.size() - at;
        ris::Batch batch;
        ris::Parsed const parsed = ris::parse(window.view(), at_end, batch, limits);
        append(file, batch, window.begin(), at);
        at += parsed.consumed;
        BOOST_REQUIRE_LE(at, text.size());
        if (at == text.size() && at_end) return file;
        if (parsed.consumed == 0 || parsed.need_more) {
            BOOST_REQUIRE(parsed.need_more);
            BOOST_REQUIRE(!at_end);
            room *= 2;
        } else {
            room = size;
        }
    }
}

std::vector<std::string> references(std::string_view text) {
    std::vector<std::string> all;
    for (Reference& reference : read(text).references) all.push_back(std::move(reference.lines));
    return all;
}
std::string only(std::string_view text) {
    std::vector<std::string> const all = references(text);
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " references";
}
bool problems_are(std::string_view text, std::vector<Code> const& expected) {
    return read(text).problems == expected;
}

constexpr std::string_view plain = "TY  - JOUR\nAU  - Smith, J.\nER  - \n";

/// Small files with everything that is nasty, for the properties below.
std::vector<std::string> const nasty = {
    "",
    "\n",
    "\r",
    "TY",
    "TY  -",
    "TY  - ",
    std::string(plain),
    "TY  - JOUR\r\nAU  - A\r\n\r\nTI  - two\r\n  lines\r\n\r\nmore\r\nER  - \r\n\r\n",
    "TY  - JOUR\rTI  - a\r\rb\r\nER  - \rTY  - BOOK\rER  -",
    "Provider: x\nContent: text/plain; charset=\"UTF-8\"\n\nTY  - JOUR\nER  - \n\nRecord #2\n\nTY  - BOOK\nER  - \n",
    "TY - JOUR\nAU - Smith\nAB - In - depth\nIN - depth\nER -\n",
    "ty-JOUR\nau-Smith\nt2-weighted\ner-\n",
    "TY  - JOUR\nAB  - a\nT2-weighted\nIn - depth\nAU - X\nER-\nTY-BOOK\nER-\n",
    "DB  - x\nTI  - y\nTY  - JOUR\nAU  - z\nER  - \nC1  - stray\nprose\n\n1.\nTY  - BOOK\nTY  - CHAP\nER  - end\nER  - \n",
    "\xEF\xBB\xBFTY  \xE2\x80\x93 JOUR\nAU  \xE2\x80\x93 \xC3\x89mile\nER  \xE2\x80\x93\n",
    "TY  - JOUR\nTI  -\nAU  -Smith\nEP  -\n\n \t\nPB  - \t x \t \nTY  - BOOK\nTI  - no end",
    "TY  - GEN\nUR  - u\nER\n\nTY  - GEN\nAB  - an\nER\nroom\nER\n\n",
    std::string("TY  - \0\nA\0  - \xFF\xFE\nER  - \n", 25),
};

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(ris_grammar)

BOOST_AUTO_TEST_CASE(reads_tags_and_values_of_a_plain_record) {
    Padded const window{plain};
    ris::Batch batch;
    ris::Parsed const parsed = ris::parse(window.view(), true, batch);
    BOOST_TEST(parsed.consumed == plain.size());
    BOOST_TEST(!parsed.need_more);
    BOOST_REQUIRE_EQUAL(batch.records.size(), 1U);
    BOOST_REQUIRE_EQUAL(batch.lines.size(), 2U);
    BOOST_TEST(batch.records[0].source == plain);
    BOOST_TEST(batch.records[0].has_type);
    BOOST_TEST(batch.records[0].has_end);
    BOOST_TEST(batch.records[0].first_line == 0U);
    BOOST_TEST(batch.records[0].line_count == 2U);
    BOOST_TEST(batch.lines[0].tag == ris::tag("TY"));
    BOOST_TEST(batch.lines[1].tag == ris::tag("AU"));
    BOOST_TEST(batch.lines[1].value == "Smith, J.");
    BOOST_TEST(batch.lines[1].value.data() == window.begin() + plain.find("Smith"));
    BOOST_TEST(batch.problems.empty());
    BOOST_TEST(batch.junk.empty());
}

BOOST_AUTO_TEST_CASE(takes_any_line_end_in_any_mixture) {
    std::string const expected = "TY:JOUR AU:Smith TI:x ER";
    for (std::string const a : {"\n", "\r\n", "\r"})
        for (std::string const b : {"\n", "\r\n", "\r"})
            BOOST_TEST(only("TY  - JOUR" + a + "AU  - Smith" + b + "TI  - x" + a + "ER  - " + b) == expected);
    BOOST_TEST(only("TY  - JOUR\nER  - ") == "TY:JOUR ER");
}

BOOST_AUTO_TEST_CASE(trims_blanks_around_values_and_keeps_empty_tags_empty) {
    BOOST_TEST(only("TY  -  JOUR \nVL  - \t8 \t\nSP  -\nEP  - \nPB  - Sage\nER  -\n")
               == "TY:JOUR VL:8 SP: EP: PB:Sage ER");
}

BOOST_AUTO_TEST_CASE(keeps_repeated_tags_in_order_and_tags_it_never_heard_of) {
    BOOST_TEST(only("TY  - JOUR\nAU  - A\nAU  - B\nQ9  - x\nC1  - y\nAU  - C\nER  - \n")
               == "TY:JOUR AU:A AU:B Q9:x C1:y AU:C ER");
}

BOOST_AUTO_TEST_CASE(goes_on_with_the_value_on_untagged_lines) {
    BOOST_TEST(only("TY  - JOUR\nAB  - one\n   two \nthree\nKW  - k\nER  - \n") == "TY:JOUR AB:+one\n   two \nthree KW:k ER");
    BOOST_TEST(only("TY  - JOUR\nAB  - one\r\n\r\ntwo\r\n\r\nER  - \n") == "TY:JOUR AB:+one\r\n\r\ntwo ER");
    BOOST_TEST(only("TY  - JOUR\nAB  -\n  late\nER  - \n") == "TY:JOUR AB:late ER");
}

BOOST_AUTO_TEST_CASE(is_not_disturbed_by_blank_lines_inside_a_record) {
    BOOST_TEST(only("TY  - JOUR\n\nAU  - A\n \t\n\nTI  - T\n\nER  - \n") == "TY:JOUR AU:A TI:T ER");
    BOOST_TEST(read("TY  - JOUR\n\nAU  - A\n\nER  - \n").problems.empty());
}

BOOST_AUTO_TEST_CASE(does_not_take_prose_for_a_tag) {
    for (std::string const prose : {"In - depth", "in - depth", "IN - depth", "T2-weighted images", "UV-B", "is - or was",
                                    "AS -", "PD-L1", "T2 weighted", "TI: x", "er-", "1. TY - x", "TY- two words",
                                    "TY - a sentence", "ER - not yet", "A", "", "-", "  -"}) {
        std::string const value = prose.empty() ? "x" : "+x\n" + prose;
        BOOST_TEST(only("TY  - JOUR\nAB  - x\n" + prose + "\nER  - \n") == "TY:JOUR AB:" + value + " ER");
    }
}

BOOST_AUTO_TEST_CASE(takes_exact_tags_also_when_indented_or_without_the_last_blank) {
    BOOST_TEST(only("   TY  - JOUR\n\tAU  - A\n  ER  - \n") == "TY:JOUR AU:A ER");
    BOOST_TEST(only("TY  -JOUR\nA1  -Smith\nER  -\n") == "TY:JOUR A1:Smith ER");
    BOOST_TEST(read("  TY  - JOUR\n  A1  -Smith\nER  -\n").problems.empty());
}

BOOST_AUTO_TEST_CASE(lets_a_record_be_spelled_as_loosely_as_its_type_line) {
    for (std::string const like : {"TY - JOUR\nAU - A\nQQ - odd\nER -\n", "TY-JOUR\nAU-A\nER-\n", "ty  - JOUR\nau  - A\nqq  - odd\ner  - \n",
                                   "Ty - JOUR\nAu - A\nEr -\n", "TY\t-\tJOUR\nAU\t-\tA\nER\t-\n", "TY   - JOUR\nAU   - A\nER   -\n",
                                   "TY  \xE2\x80\x93 JOUR\nAU  \xE2\x80\x93 A\nER  \xE2\x80\x93\n",
                                   "TY  \xE2\x88\x92 JOUR\nAU  \xE2\x88\x92 A\nER  \xE2\x88\x92\n"}) {
        std::string const found = only(like);
        BOOST_TEST_CONTEXT(like) {
            BOOST_TEST(found.starts_with("TY:JOUR AU:"));
            BOOST_TEST(found.ends_with(" ER"));
            BOOST_TEST(problems_are(like, {Code::loose_tag}));
        }
    }
    BOOST_TEST(only("ty  - JOUR\nab  - x\nin - depth\ner  - \n") == "TY:JOUR AB:+x\nin - depth ER");
    BOOST_TEST(only("TY- JOUR\nAB- x\nT2-weighted\nER-\n") == "TY:JOUR AB:+x\nT2-weighted ER");
}

BOOST_AUTO_TEST_CASE(takes_a_listed_tag_with_one_blank_in_any_record) {
    BOOST_TEST(only("TY  - JOUR\nAU - Smith\nVL -\nER  - \n") == "TY:JOUR AU:Smith VL: ER");
    BOOST_TEST(problems_are("TY  - JOUR\nAU - Smith\nVL -\nER  - \n", {Code::loose_tag}));
}

BOOST_AUTO_TEST_CASE(sees_structure_however_it_is_spelled) {
    BOOST_TEST((references("TY  - JOUR\nTI  - a\nER-\nTY-BOOK\nTI  - b\nER -\n")
                == std::vector<std::string>{"TY:JOUR TI:a ER", "TY:BOOK TI:b ER"}));
    BOOST_TEST((references("TY  - JOUR\nTI  - a\nTY - BOOK\nTI  - b\nER  -\n")
                == std::vector<std::string>{"TY:JOUR TI:a", "TY:BOOK TI:b ER"}));
}

BOOST_AUTO_TEST_CASE(takes_a_lone_er_for_an_end_where_nothing_but_a_record_follows) {
    std::string const text = "TY  - GEN\nUR  - u\nER\n\nTY  - BOOK\nTI  - b\nER \r\n";
    BOOST_TEST((references(text) == std::vector<std::string>{"TY:GEN UR:u ER", "TY:BOOK TI:b ER"}));
    BOOST_TEST(problems_are(text, {Code::loose_tag, Code::loose_tag}));
    BOOST_TEST(only("TY  - GEN\nTI  - u\nER") == "TY:GEN TI:u ER");
    BOOST_TEST(only("TY  - GEN\nAB  - an\nER\nroom\nER  - \n") == "TY:GEN AB:+an\nER\nroom ER");
    BOOST_TEST(only("TY  - GEN\nAB  - an\nERA\n") == "TY:GEN AB:+an\nERA");
}

BOOST_AUTO_TEST_CASE(ends_a_record_without_end_at_the_next_type_or_the_end_of_the_file) {
    std::string const text = "TY  - JOUR\nTI  - a\n\nTY  - BOOK\nTI  - b";
    BOOST_TEST((references(text) == std::vector<std::string>{"TY:JOUR TI:a", "TY:BOOK TI:b"}));
    BOOST_TEST(problems_are(text, {Code::missing_end, Code::missing_end}));
    BOOST_TEST(read(text).places == (std::vector<std::size_t>{text.find("TY  - BOOK"), text.size()}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(takes_type_lines_right_below_each_other_as_one_record) {
    BOOST_TEST(only("TY  - BOOK\nTY  - JOUR\nTI  - a\nER  - \n") == "TY:BOOK TY:JOUR TI:a ER");
    BOOST_TEST(problems_are("TY  - BOOK\nTY  - JOUR\nTI  - a\nER  - \n", {Code::repeated_type}));
}

BOOST_AUTO_TEST_CASE(keeps_what_stands_between_records_as_junk) {
    std::string const head = "Provider: John Wiley\nContent: text/plain; charset=\"UTF-8\"\n\n";
    File const file = read(head + "TY  - JOUR\nER  - \n\nRecord #2 of 2\n\n" + std::string(plain) + "\n\n");
    BOOST_TEST(file.references.size() == 2U);
    BOOST_TEST(file.junk == head + "\nRecord #2 of 2\n\n\n\n");
    BOOST_TEST(file.problems.empty());
}

BOOST_AUTO_TEST_CASE(reports_an_end_that_ends_nothing) {
    BOOST_TEST(problems_are("ER  - \nTY  - JOUR\nTI  - a\n", {Code::end_without_record, Code::missing_end}));
    BOOST_TEST(only("ER  - \nTY  - JOUR\nTI  - a\n") == "TY:JOUR TI:a");
    BOOST_TEST(problems_are(std::string(plain) + "ER  - \n", {Code::end_without_record}));
}

BOOST_AUTO_TEST_CASE(keeps_a_record_whose_type_comes_later_or_never) {
    BOOST_TEST(only("DB  - Scopus\nTI  - a\nTY  - JOUR\nAU  - B\nER  - \n") == "DB:Scopus TI:a TY:JOUR AU:B ER");
    BOOST_TEST(problems_are("DB  - Scopus\nTI  - a\nTY  - JOUR\nAU  - B\nER  - \n", {}));
    BOOST_TEST(only("JF  - x\nT1  - y\nER  -\n  \n") == "JF:x T1:y ER");
    BOOST_TEST(problems_are("JF  - x\nT1  - y\nER  -\n  \n", {Code::missing_type}));
    BOOST_TEST(only("JF  - x\nT1  - y") == "JF:x T1:y");
}

BOOST_AUTO_TEST_CASE(takes_a_stray_tag_and_its_prose_for_junk) {
    std::string const stray = "\nC1  - Database: Embase\n\nSearch Strategy:\n-----\n1 foo\n\n2. \n";
    std::string const text = std::string(plain) + stray + std::string(plain);
    File const file = read(text);
    BOOST_TEST(file.references.size() == 2U);
    BOOST_TEST(file.junk == stray);
    BOOST_TEST((file.problems == std::vector<Code>{Code::stray_tag}));
    BOOST_TEST(file.places[0] == text.find("C1"));
}

BOOST_AUTO_TEST_CASE(reports_text_behind_the_end_tag) {
    BOOST_TEST(problems_are("TY  - JOUR\nER  - kmpt\n", {Code::text_after_end}));
}

BOOST_AUTO_TEST_CASE(takes_a_byte_order_mark_between_joined_files_for_a_blank) {
    BOOST_TEST(references(std::string(plain) + "\xEF\xBB\xBF" + std::string(plain)).size() == 2U);
}

BOOST_AUTO_TEST_CASE(cuts_a_record_that_is_too_long_and_goes_on_behind_it) {
    ris::Limits const limits{.max_record = 100};
    std::string text = "TY  - JOUR\nAB  - ";
    for (int i = 0; i < 40; ++i) text += "\xC3\xA9\xC3\xA8";
    text += "\nER  - \n" + std::string(plain);
    for (std::size_t const size : {std::size_t{16}, std::size_t{128}, std::size_t{4096}}) {
        File const file = read(text, size, limits);
        BOOST_TEST(file.bytes == text);
        BOOST_REQUIRE_EQUAL(file.references.size(), 2U);
        BOOST_TEST(file.references[0].source.size() <= 100U);
        BOOST_TEST(file.references[0].source.ends_with("\xA9"));
        BOOST_TEST(file.references[1].lines == "TY:JOUR AU:Smith, J. ER");
        BOOST_TEST((file.problems == std::vector<Code>{Code::record_too_long, Code::end_without_record}));
    }
}

BOOST_AUTO_TEST_CASE(answers_need_more_inside_a_record_and_leaves_no_trace_of_it) {
    std::string const text = std::string(plain) + "TY  - BOOK\nTI  - half\n";
    Padded const window{text};
    ris::Batch batch;
    ris::Parsed const parsed = ris::parse(window.view(), false, batch);
    BOOST_TEST(parsed.need_more);
    BOOST_TEST(parsed.consumed == plain.size());
    BOOST_TEST(batch.records.size() == 1U);
    BOOST_TEST(batch.lines.size() == 2U);
    BOOST_TEST(batch.problems.empty());
}

BOOST_AUTO_TEST_CASE(returns_batches_of_whole_records) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += plain;
    File const file = read(text, std::string_view::npos, {.max_batch = 1024});
    BOOST_TEST(file.references.size() == 1000U);
    BOOST_TEST(file.batches > text.size() / 1100);
    BOOST_TEST(file.batches < text.size() / 900);
}

BOOST_AUTO_TEST_CASE(finds_the_same_whatever_the_windows_are) {
    for (std::string const& text : nasty) {
        File const whole = read(text);
        BOOST_TEST(whole.bytes == text);
        for (std::size_t size = 1; size <= text.size(); ++size) {
            File const pieces = read(text, size);
            BOOST_TEST_CONTEXT(text << " by " << size) {
                BOOST_TEST((pieces.references == whole.references));
                BOOST_TEST((pieces.problems == whole.problems));
                BOOST_TEST((pieces.places == whole.places));
                BOOST_TEST(pieces.bytes == text);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(accounts_for_every_byte_of_every_prefix_and_mutation) {
    constexpr std::string_view alphabet = " \t\r\n--TYERAUty01\xE2\x80\x93\xEF\xBB\xBFx";
    std::mt19937 random(1);
    auto const below = [&random](std::size_t end) { return random() % end; };
    for (std::string const& text : nasty) {
        for (std::size_t size = 0; size <= text.size(); ++size)
            BOOST_TEST(read(std::string_view(text).substr(0, size)).bytes == text.substr(0, size));
        for (int i = 0; i < 300; ++i) {
            std::string mutant = text + text;
            for (std::size_t n = 1 + below(6); n != 0 && !mutant.empty(); --n) {
                std::size_t const at = below(mutant.size());
                switch (below(3)) {
                case 0: mutant[at] = alphabet[below(alphabet.size())]; break;
                case 1: mutant.erase(at, 1 + below(4)); break;
                default: mutant.insert(at, 1, alphabet[below(alphabet.size())]);
                }
            }
            File const whole = read(mutant);
            File const pieces = read(mutant, 1 + below(40));
            BOOST_TEST_CONTEXT(mutant) {
                BOOST_TEST(whole.bytes == mutant);
                BOOST_TEST(pieces.bytes == mutant);
                BOOST_TEST((pieces.references == whole.references));
                BOOST_TEST((pieces.problems == whole.problems));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
