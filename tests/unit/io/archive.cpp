// Archive: members of zip archives, what cannot be read of them, names that lead astray, damage and limits.
#include "ibid/archive.hpp"
#include "ibid/sink.hpp"

#include "unit/io/support.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace ibid;
using namespace ibid::tests;

std::string little_endian(std::uint64_t number, unsigned bytes) {
    std::string out;
    for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
    return out;
}

std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (char const byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/// The deflated data in what the gzip sink makes.
std::string deflated(std::string_view text) {
    std::string bytes;
    auto const sink = compressed_sink(sink_to_string(bytes), Compression::gzip);
    sink->append(text);
    BOOST_REQUIRE(sink->finish());
    return bytes.substr(10, bytes.size() - 18);
}

struct Packed {
    std::string name;
    std::string text;
    unsigned method = 8;
    unsigned flags = 0;
    unsigned mode = 0;  ///< of Unix
    std::uint32_t crc_error = 0;
};

/// A zip archive, as APPNOTE.TXT has it.
std::string zip_of(std::vector<Packed> const& members) {
    std::string bytes;
    std::string directory;
    for (Packed const& m : members) {
        std::string const data = m.method == 8 ? deflated(m.text) : m.text;
        std::string const common = little_endian(20, 2) + little_endian(m.flags, 2) + little_endian(m.method, 2) + little_endian(0, 4)
                                   + little_endian(crc32_of(m.text) ^ m.crc_error, 4) + little_endian(data.size(), 4)
                                   + little_endian(m.text.size(), 4) + little_endian(m.name.size(), 2) + little_endian(0, 2);
        directory += "PK\1\2" + little_endian(m.mode != 0 ? 0x0314 : 20, 2) + common + little_endian(0, 6)
                     + little_endian(std::uint64_t{m.mode} << 16, 4) + little_endian(bytes.size(), 4) + m.name;
        bytes += "PK\3\4" + common + m.name + data;
    }
    std::string const end = "PK\5\6" + little_endian(0, 4) + little_endian(members.size(), 2) + little_endian(members.size(), 2)
                            + little_endian(directory.size(), 4) + little_endian(bytes.size(), 4) + little_endian(0, 2);
    return bytes + directory + end;
}

struct File {
    fs::path path = fs::temp_directory_path() / ("ibid-archive-" + std::to_string(::getpid()) + ".zip");
    Kept kept;
    ~File() { fs::remove(path); }

    void write(std::string const& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
    std::unique_ptr<Archive> open(std::vector<Packed> const& members, Limits const& limits = {}) {
        write(zip_of(members));
        return open_archive(path, kept.diagnostics, limits);
    }
    std::string text(Archive& archive, std::size_t member) {
        auto const source = archive.open(member, kept.diagnostics);
        return source != nullptr ? drain(*source, 1000) : "(none)";
    }
};

BOOST_AUTO_TEST_SUITE(io)
BOOST_FIXTURE_TEST_SUITE(archive, File)

BOOST_AUTO_TEST_CASE(members_are_read_in_their_order_also_twice_and_at_once) {
    std::string const large(1'000'000, 'x');
    auto const zip = open({{"a.bib", "deflated"}, {"dir/", ""}, {"dir/b.ris", "stored", 0}, {"empty.bib", ""}, {"large", large}});
    BOOST_REQUIRE(zip != nullptr);
    BOOST_REQUIRE_EQUAL(zip->members().size(), 4U);
    BOOST_TEST(zip->members()[1].name == "dir/b.ris");
    BOOST_TEST(text(*zip, 0) == "deflated");
    BOOST_TEST(text(*zip, 1) == "stored");
    BOOST_TEST(text(*zip, 2) == "");
    BOOST_TEST((text(*zip, 3) == large));
    auto const source = zip->open(3, kept.diagnostics);
    BOOST_TEST(source->name() == path.string() + "/large");
    BOOST_TEST((drain(*source->again(), 1000) == large));
    BOOST_TEST(text(*zip, 0) == "deflated");
    BOOST_TEST((drain(*source, 1000) == large));
    BOOST_TEST(kept.lines.empty());
}

BOOST_AUTO_TEST_CASE(a_member_that_cannot_be_read_says_why_and_costs_itself) {
    auto const zip = open({{"a", "x", 8, 1}, {"b", "x", 93}, {"c", "x", 77}, {"d", "x", 0, 0, 0120777}, {"e", "text", 8, 0, 0100644}});
    BOOST_REQUIRE(zip != nullptr);
    for (std::size_t i = 0; i < 4; ++i) BOOST_TEST(zip->open(i, kept.diagnostics) == nullptr);
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 4U);
    BOOST_TEST(kept.lines[0] == "0:0 cannot-read: the member is encrypted");
    BOOST_TEST(kept.lines[1] == "0:0 cannot-read: the member is compressed by zstd, which is not read in archives");
    BOOST_TEST(kept.lines[2] == "0:0 cannot-read: the member is compressed by method 77, which is not known");
    BOOST_TEST(kept.lines[3] == "0:0 cannot-read: the member is a symbolic link");
    BOOST_TEST(text(*zip, 4) == "text");
}

BOOST_AUTO_TEST_CASE(files_that_are_made_of_members_stay_below_their_folder) {
    auto const zip = open({{"/etc/passwd", ""}, {"../../a.bib", ""}, {"a/../../b.bib", ""}, {"C:\\x\\c.bib", ""}, {"./.././..", ""}, {"a//d.bib", ""}});
    BOOST_REQUIRE(zip != nullptr);
    std::vector<std::string> paths;
    for (ArchiveMember const& member : zip->members()) paths.push_back(member.relative.string());
    std::vector<std::string> const expected{"etc/passwd", "a.bib", "a/b.bib", "x/c.bib", "member", "a/d.bib"};
    BOOST_TEST(paths == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(names_are_utf8_or_code_page_437) {
    auto const zip = open({{"B\xC3\xBC" "cher.bib", ""}, {"B\x81" "cher.bib", ""}});
    BOOST_REQUIRE(zip != nullptr);
    for (ArchiveMember const& member : zip->members()) BOOST_TEST(member.name == "B\xC3\xBC" "cher.bib");
}

BOOST_AUTO_TEST_CASE(a_wrong_checksum_shows_at_the_end) {
    for (unsigned const method : {0U, 8U}) {
        auto const zip = open({{"a", "text", method, 0, 0, 1}});
        kept.lines.clear();
        BOOST_TEST(text(*zip, 0) == "text");
        BOOST_REQUIRE_EQUAL(kept.lines.size(), 1U);
        BOOST_TEST(kept.lines[0].ends_with(" data is damaged"));
    }
}

BOOST_AUTO_TEST_CASE(damage_anywhere_is_told_or_harmless) {
    std::vector<Packed> const members{{"a", "some text of a member"}, {"b", "more text, stored", 0}};
    std::string const bytes = zip_of(members);
    auto const is_told_or_harmless = [&](std::string const& damaged) {
        write(damaged);
        Kept told;
        auto const zip = open_archive(path, told.diagnostics);
        bool good = zip != nullptr ? !zip->members().empty() : told.lines.size() == 1;
        for (std::size_t i = 0; zip != nullptr && i < zip->members().size(); ++i) {
            Kept of_member;
            auto const source = zip->open(i, of_member.diagnostics);
            std::string const got = source != nullptr ? drain(*source, 1000) : "";
            good = good && (got == members[0].text || got == members[1].text || !of_member.lines.empty());
        }
        return good;
    };
    for (std::size_t size = 0; size < bytes.size(); ++size) BOOST_TEST(is_told_or_harmless(bytes.substr(0, size)));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x21);
        BOOST_TEST(is_told_or_harmless(damaged));
    }
}

BOOST_AUTO_TEST_CASE(the_limit_is_one_for_all_members) {
    auto const zip = open({{"a", std::string(60, 'x')}, {"b", std::string(60, 'x'), 0}}, {.decompressed_size = 100, .decompressed_ratio = 0});
    BOOST_TEST(text(*zip, 0).size() == 60U);
    BOOST_TEST(kept.lines.empty());
    BOOST_TEST(text(*zip, 1).size() == 40U);
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 1U);
    BOOST_TEST(kept.lines[0] == "0:0 decompressed-too-large: the data grows to more than 100 bytes");
}

BOOST_AUTO_TEST_CASE(what_is_packed_in_a_member_is_not_opened) {
    auto const zip = open({{"a.zip", zip_of({{"b", "text"}})}, {"c.zip", zip_of({{"b", "text"}}), 0}});
    for (std::size_t i = 0; i < 2; ++i) BOOST_TEST(text(*zip, i) == "");
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 2U);
    for (std::string const& line : kept.lines) BOOST_TEST(line == "0:0 cannot-read: a zip archive inside compressed data is not opened");
}

BOOST_AUTO_TEST_CASE(an_archive_is_told_by_its_content_and_is_no_source) {
    auto const zip = open({});
    BOOST_REQUIRE(zip != nullptr);
    BOOST_TEST(zip->members().empty());
    BOOST_TEST(is_archive(path));
    BOOST_TEST(!is_archive(path.parent_path()));
    BOOST_TEST(open_file(path, kept.diagnostics)->bytes_read() == 0U);
    write("@book{a}");
    BOOST_TEST(!is_archive(path));
    fs::remove(path);
    BOOST_TEST(!is_archive(path));
    BOOST_TEST(open_archive(path, kept.diagnostics) == nullptr);
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 2U);
    BOOST_TEST(kept.lines[0] == "0:0 cannot-read: a zip archive is opened by the name of its file, not read as a stream");
    BOOST_TEST(kept.lines[1] == "0:0 cannot-read: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
