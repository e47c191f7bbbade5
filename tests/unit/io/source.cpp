// Source: the window over files, pipes and memory; encodings; places.
#include "support/places.hpp"
#include "unit/io/support.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace ibid;
using namespace ibid::tests;

using sizes = std::initializer_list<std::size_t>;

std::string numbered_lines(int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) text += "line " + std::to_string(i) + "\n";
    return text;
}

BOOST_AUTO_TEST_SUITE(io)
BOOST_AUTO_TEST_SUITE(source)

BOOST_AUTO_TEST_CASE(all_bytes_come_through_whatever_the_window_the_pieces_and_the_steps) {
    std::string const text = numbered_lines(300) + "na\xC3\xAFve \xE2\x82\xAC \xF0\x9F\x93\x9A" + std::string(3, '\0') + "end";
    for (std::size_t const capacity : sizes{4, 5, 16, 100, 5000})
        for (std::size_t const piece : sizes{1, 2, 3, 7, 64, 9999})
            for (std::size_t const step : sizes{1, 10, 333}) {
                Kept kept;
                BOOST_REQUIRE(drain(*dripping(text, piece, kept.diagnostics, capacity), step) == text);
                BOOST_REQUIRE(kept.lines.empty());
            }
}

BOOST_AUTO_TEST_CASE(behind_the_window_there_are_zeros) {
    Kept kept;
    auto const source = dripping(std::string(1000, 'x'), 10, kept.diagnostics, 64);
    auto const zeros = [&] {
        auto const window = source->window();
        for (std::size_t i = 0; i < 64; ++i)
            if (window.data()[window.size() + i] != 0) return false;
        return true;
    };
    BOOST_TEST(zeros());
    BOOST_TEST(source->more());
    BOOST_TEST(zeros());
    while (!source->window().empty()) {
        source->consume(std::min<std::size_t>(37, source->window().size()));
        BOOST_TEST(zeros());
    }
    BOOST_TEST(source->at_end());
}

BOOST_AUTO_TEST_CASE(more_doubles_the_window_until_the_end) {
    Kept kept;
    auto const source = dripping(std::string(1000, 'x'), 10, kept.diagnostics, 64);
    for (std::size_t size = source->window().size(); source->more(); size = source->window().size())
        BOOST_TEST((source->window().size() >= 2 * size || source->at_end()));
    BOOST_TEST(source->window().size() == 1000U);
    BOOST_TEST(source->at_end());
    BOOST_TEST(!source->more());
    BOOST_TEST(source->bytes_read() == 1000U);
}

BOOST_AUTO_TEST_CASE(an_empty_input_is_at_its_end) {
    for (char const* const bytes : {"", "\xEF\xBB\xBF"}) {
        Kept kept;
        auto const source = open_memory(bytes, "in", kept.diagnostics);
        BOOST_TEST(source->at_end());
        BOOST_TEST(source->window().empty());
        BOOST_TEST(source->locate(source->window().data()).line == 1U);
    }
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_not_text) {
    Kept kept;
    auto const source = open_memory("\xEF\xBB\xBF" "TY  - JOUR", "in", kept.diagnostics);
    BOOST_TEST(source->window() == "TY  - JOUR");
    BOOST_TEST(source->locate(source->window().data()).column == 1U);
}

BOOST_AUTO_TEST_CASE(utf16_of_either_order_becomes_utf8) {
    std::u16string const text = u"K\u00F6nig \u20AC \U0001F4DA\n";
    for (bool const little : {true, false})
        for (std::size_t const piece : sizes{1, 3, 100}) {
            std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
            for (char16_t const unit : text) {
                char const halves[] = {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
                bytes += halves[little ? 0 : 1];
                bytes += halves[little ? 1 : 0];
            }
            Kept kept;
            auto const source = dripping(bytes, piece, kept.diagnostics, 7);
            BOOST_TEST(drain(*source, 2) == "K\xC3\xB6nig \xE2\x82\xAC \xF0\x9F\x93\x9A\n");
            BOOST_REQUIRE_EQUAL(kept.lines.size(), 1U);
            BOOST_TEST(kept.lines[0].find("encoding: UTF-16") != std::string::npos);
        }
}

BOOST_AUTO_TEST_CASE(half_surrogates_of_utf16_are_replaced_and_reported) {
    Kept kept;
    auto const source = open_memory({"\xFF\xFE" "a\0\x3D\xD8" "b\0\x3D", 9}, "in", kept.diagnostics);
    BOOST_TEST(source->window() == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
    BOOST_TEST(kept.lines.size() == 1U);  // the rest is told at the end
    source->consume(source->window().size());
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 2U);
    BOOST_TEST(kept.lines[1] == "1:2 bad-utf8: 2 surrogates without a partner became U+FFFD");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf8_are_windows_1252_and_reported_once) {
    std::string const bytes = "K\xC3\xB6nig\n\x84M\xFCller\x93 \x80 \x81 \xC3";
    std::string const text = "K\xC3\xB6nig\n\xE2\x80\x9EM\xC3\xBCller\xE2\x80\x9C \xE2\x82\xAC \xC2\x81 \xC3\x83";
    for (std::size_t const capacity : sizes{4, 6, 50, 1000})
        for (std::size_t const piece : sizes{1, 2, 5, 100}) {
            Kept kept;
            BOOST_TEST(drain(*dripping(bytes, piece, kept.diagnostics, capacity), 3) == text);
            BOOST_REQUIRE_EQUAL(kept.lines.size(), 1U);
            BOOST_TEST(kept.lines[0] == "2:1 bad-utf8: 6 bytes are not UTF-8 and were read as Windows-1252");
        }
}

BOOST_AUTO_TEST_CASE(bad_bytes_are_reported_even_if_nobody_reads_to_the_end) {
    Kept kept;
    dripping("\xFC" + std::string(1000, 'x'), 10, kept.diagnostics, 16).reset();
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 1U);
    BOOST_TEST(kept.lines[0].starts_with("1:1 bad-utf8: 1 byte is"));
}

BOOST_AUTO_TEST_CASE(a_large_file_of_bad_bytes_comes_through_a_small_window) {
    Kept kept;
    std::string text;
    auto const source = dripping(std::string(100000, '\x80'), 50000, kept.diagnostics, 1000);
    while (!source->window().empty()) {
        BOOST_REQUIRE_LE(source->window().size(), 1000U);
        text += source->window();
        source->consume(source->window().size());
    }
    BOOST_TEST(text.size() == 300000U);  // euro signs
}

BOOST_AUTO_TEST_CASE(other_encodings_are_told_by_a_header_or_by_their_bytes) {
    struct { std::string_view bytes, text, told; } const cases[] = {
        {"author = {\xD6\xDC\xB9\xFA\xC3\xF1}", "author = {\u5468\u56FD\u6C11}", "GBK, as its bytes show"},
        {"Andr\x8Es et Fran\x8Dois", "Andr\u00E9s et Fran\u00E7ois", "MACINTOSH, as its bytes show"},
        {"dla ka\xBF" "dego tak\xBF" "e", "dla ka\u017Cdego tak\u017Ce", "ISO-8859-2, as its bytes show"},
        {"% Encoding: Cp1251\n\xCF\xF0\xE8", "% Encoding: Cp1251\n\u041F\u0440\u0438", "CP1251, as its header says"},
        {"M\xFCller, Andr\xE9s, l\x92\xE9tat, L\xF3pez", "M\u00FCller, Andr\u00E9s, l\u2019\u00E9tat, L\u00F3pez", {}},
        {"% Encoding: windows-1252\nM\xFCller", "% Encoding: windows-1252\nM\u00FCller", {}},
        {{"@\0b\0", 4}, "@b", "UTF-16, little-endian"},
        {{"\0@\0b", 4}, "@b", "UTF-16, big-endian"},
    };
    for (auto const& [bytes, text, told] : cases) {
        Kept kept;
        auto const source = open_memory(bytes, "in", kept.diagnostics);
        BOOST_TEST(source->window() == text);
        BOOST_REQUIRE(!told.empty() || kept.lines.empty() || kept.lines[0].find("Windows-1252") != std::string::npos);
        if (!told.empty()) BOOST_TEST((!kept.lines.empty() && kept.lines[0].find(told) != std::string::npos), text);
    }
}

BOOST_AUTO_TEST_CASE(an_encoding_that_is_asked_for_overrules_the_evidence) {
    Kept kept;
    BOOST_TEST(open_memory("\xCF\xF0\xE8 \xC0", "in", kept.diagnostics, "windows-1251")->window() == "\u041F\u0440\u0438 \u0410");
    BOOST_TEST(open_memory("Andr\x8Es et Fran\x8Dois", "in", kept.diagnostics, "utf-8")->window() == "Andr\u017Ds et Fran\u008Dois");
    BOOST_TEST(is_encoding("GBK"));
    BOOST_TEST(is_encoding("x-MacRoman"));
    BOOST_TEST(is_encoding("utf16be"));
    BOOST_TEST(!is_encoding("EBCDIC-US"));  // ASCII is not ASCII there
    BOOST_TEST(!is_encoding("no-such-thing"));
}

BOOST_AUTO_TEST_CASE(the_bytes_of_a_slice_are_known_whatever_their_encoding) {
    for (std::string_view const bytes : {"\xEF\xBB\xBF" "a\xE9z", "K\xC3\xB6nig M\xFCller \x93", "ab\xD6\xDC\xB9\xFA\xC3\xF1z", "Andr\x8Es et Fran\x8Dois"}) {
        Kept kept;
        auto const source = open_memory(bytes, "in", kept.diagnostics);
        std::string original;
        std::string_view const window = source->window();
        source->append_original(window.substr(0, 1), original);
        source->append_original(window.substr(1), original);
        BOOST_TEST(original == bytes);
    }
}

BOOST_AUTO_TEST_CASE(places_are_lines_and_columns_in_code_points_while_the_window_moves) {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> places;  // of each byte
    std::size_t line = 1;
    std::size_t column = 1;
    for (int i = 0; i < 3000; ++i) {
        std::string const piece = i % 41 == 0 ? "\n" : i % 3 == 0 ? "\xC3\xA4" : "x";
        places.insert(places.end(), piece.size(), {line, column});
        text += piece;
        ++column;
        if (piece == "\n") ++line, column = 1;
    }
    Kept kept;
    auto const source = dripping(text, 100, kept.diagnostics, 500);
    std::size_t before = 0;
    for (std::size_t turn = 0; !source->window().empty(); ++turn) {
        auto const window = source->window();
        for (std::size_t const share : sizes{0, 3, 1, 2, 2, 0}) {  // forwards and back
            std::size_t at = share * (window.size() - 1) / 3;
            while ((static_cast<unsigned char>(window[at]) & 0xC0) == 0x80) --at;
            auto const where = source->locate(window.data() + at);
            BOOST_REQUIRE_EQUAL(where.line, places[before + at].first);
            BOOST_REQUIRE_EQUAL(where.column, places[before + at].second);
        }
        std::size_t step = std::min<std::size_t>(13 + turn % 50, window.size());
        while (step < window.size() && (static_cast<unsigned char>(window[step]) & 0xC0) == 0x80) ++step;
        before += step;
        source->consume(step);
        if (turn % 9 == 0) source->more();
    }
    BOOST_TEST(before == text.size());
}

BOOST_AUTO_TEST_CASE(the_line_of_a_byte_is_shown_from_its_begin) {
    Kept kept;
    auto const source = open_memory("first\r\nsecond \xC3\xA4 line\nthird", "in", kept.diagnostics);
    auto const at = [&](std::string_view word) { return source->window().data() + source->window().find(word); };
    BOOST_TEST(source->line_at(at("rst")) == "first");
    BOOST_TEST(source->line_at(at("line")) == "second \xC3\xA4 line");
    BOOST_TEST(source->line_at(at("third")) == "third");
    source->consume(9);
    BOOST_TEST(source->line_at(at("cond")) == "second \xC3\xA4 line");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_and_not_shown_far_from_its_begin) {
    Kept kept;
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "\xC3\xA4";
    auto const source = open_memory(text, "in", kept.diagnostics);
    BOOST_TEST(source->line_at(source->window().data()).size() == 1024U);
    BOOST_TEST(source->line_at(source->window().data() + 3000).empty());
}

BOOST_AUTO_TEST_CASE(memory_can_be_read_again_and_a_second_reading_reports_nothing) {
    Kept kept;
    auto const source = open_memory("a\xFC", "in", kept.diagnostics);
    source->consume(3);
    auto const second = source->again();
    BOOST_REQUIRE(second != nullptr);
    BOOST_TEST(second->window() == "a\xC3\xBC");
    BOOST_TEST(kept.lines.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_file_can_be_read_again_while_it_is_being_read) {
    auto const path = std::filesystem::temp_directory_path() / ("ibid-source-" + std::to_string(::getpid()));
    std::ofstream(path) << numbered_lines(100000);
    Kept kept;
    auto const source = open_file(path, kept.diagnostics);
    BOOST_REQUIRE(source != nullptr);
    source->consume(source->window().size());
    auto const second = source->again();
    std::filesystem::remove(path);
    BOOST_TEST((drain(*second, 10000) == numbered_lines(100000)));
    auto const rest = drain(*source, 10000);
    BOOST_TEST(numbered_lines(100000).ends_with(rest));
    BOOST_TEST(source->name() == path.string());
}

BOOST_AUTO_TEST_CASE(a_pipe_is_read_ahead_from_its_window_on_and_still_to_its_end) {
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    BOOST_REQUIRE(::write(ends[1], "some", 4) == 4);
    BOOST_REQUIRE(::write(ends[1], "thing", 5) == 5);
    ::close(ends[1]);
    Kept kept;
    auto const source = open_descriptor(ends[0], "<stdin>", kept.diagnostics);
    BOOST_TEST(source->window() == "something");
    source->consume(4);
    for (int twice = 0; twice < 2; ++twice) {
        auto const ahead = source->again();
        BOOST_REQUIRE(ahead != nullptr);
        BOOST_TEST(ahead->window() == "thing");
    }
    BOOST_TEST(source->window() == "thing");
    ::close(ends[0]);
}

BOOST_AUTO_TEST_CASE(a_long_pipe_goes_on_where_it_was_after_a_look_ahead) {
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    std::string const all = numbered_lines(100000);
    std::thread feeder([&] {
        for (std::size_t at = 0; at < all.size();) {
            auto const put = ::write(ends[1], all.data() + at, all.size() - at);
            if (put <= 0) break;
            at += static_cast<std::size_t>(put);
        }
        ::close(ends[1]);
    });
    Kept kept;
    auto const source = open_descriptor(ends[0], "<stdin>", kept.diagnostics);
    source->consume(1000);
    auto const ahead = source->again();
    BOOST_REQUIRE(ahead != nullptr);
    BOOST_TEST((drain(*ahead, 10000) == all.substr(1000)));
    BOOST_TEST((drain(*source, 10000) == all.substr(1000)));
    feeder.join();
    ::close(ends[0]);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_null_and_says_why) {
    Kept kept;
    BOOST_TEST(open_file("/nowhere/refs.bib", kept.diagnostics) == nullptr);
    BOOST_TEST(open_file(std::filesystem::temp_directory_path(), kept.diagnostics) == nullptr);
    BOOST_TEST(open_descriptor(-1, "closed", kept.diagnostics) == nullptr);
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 3U);
    BOOST_TEST(kept.lines[0] == "0:0 cannot-read: No such file or directory");
    BOOST_TEST(kept.lines[1] == "0:0 cannot-read: Is a directory");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
