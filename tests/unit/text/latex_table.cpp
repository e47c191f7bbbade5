// The tables of TeX commands against themselves and Unicode.
#include "text/latex_table.hpp"

#include "ibid/arena.hpp"
#include "text/latex.hpp"
#include "text/latex_command_rows.hpp"
#include "text/unicode.hpp"

#include "unit/grammars/padded.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace text = ibid::text;
using ibid::tests::Padded;
using text::Action;

BOOST_AUTO_TEST_SUITE(text_latex_table)

BOOST_AUTO_TEST_CASE(has_each_name_once) {
    std::set<std::string_view> names;
    for (text::CommandRow const& row : text::command_rows) BOOST_TEST(names.insert(row.name).second, row.name);
    for (text::Symbol const& row : text::symbol_rows) BOOST_TEST(names.insert(row.name).second, row.name);
}

BOOST_AUTO_TEST_CASE(finds_each_command) {
    for (text::CommandRow const& row : text::command_rows)
        BOOST_TEST((text::find_command(Padded(row.name).view()).action == row.command.action), row.name);
    for (text::Symbol const& row : text::symbol_rows)
        BOOST_TEST((text::find_command(Padded(row.name).view()).code == row.code), row.name);
    BOOST_TEST((text::find_command(Padded("alp").view()).action == Action::unknown));
    BOOST_TEST((text::find_command(Padded("alphaa").view()).action == Action::unknown));
}

BOOST_AUTO_TEST_CASE(holds_composed_characters_only) {
    ibid::Arena arena;
    for (text::Symbol const& row : text::symbol_rows) {
        char spelled[4];
        Padded const character({spelled, static_cast<std::size_t>(text::put_utf8(row.code, spelled) - spelled)});
        BOOST_TEST(text::to_nfc(character.view(), arena) == character.view(), row.name);
    }
}

BOOST_AUTO_TEST_CASE(reads_every_command_that_it_writes_as_the_same_character) {
    for (text::Symbol const& row : text::symbol_rows) {
        if (row.code < 0x80) continue;
        char spelled[4];
        std::string_view const character(spelled, static_cast<std::size_t>(text::put_utf8(row.code, spelled) - spelled));
        Padded const padded(character);
        ibid::Text const value(padded.view());
        std::string out(text::latex_size(value, {.ascii = true}), '?');
        out.resize(static_cast<std::size_t>(text::encode_latex(value, out.data(), {.ascii = true}) - out.data()));
        Padded const latex(out);
        ibid::Arena arena;
        BOOST_TEST(text::decode_latex(latex.view(), arena).plain == character, row.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
