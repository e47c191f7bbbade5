// The grammar of the tails of formatted citations: the name of the journal ends where the rest of the text, to its end,
// is volume, issue, pages and year in the manner of the style.
//   Spandidos  Exp Ther Med 21: 24, 2021
//   APA        Experimental and Therapeutic Medicine, 21, 24. https://doi.org/10...
//   MLA        Experimental and Therapeutic Medicine 21.1 (2021): 24.
//   Chicago    Experimental and Therapeutic Medicine 21, no. 1 (2021): 24. https://doi.org/10...

#include "grammars/article_page_citation.hpp"

#include <boost/spirit/home/x3.hpp>

#include "grammars/article_page_words.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::article_page {
namespace {

namespace x3 = boost::spirit::x3;
using support::put;

struct Sink {
    Tail tail{};

    [[nodiscard]] Tail mark() const noexcept { return tail; }
    void rewind(Tail const& mark) noexcept { tail = mark; }

    void put_journal(std::string_view value) noexcept { tail.journal = trimmed(value); }
    void put_volume(std::string_view value) noexcept { tail.volume = value; }
    void put_issue(std::string_view value) noexcept { tail.issue = trimmed(value); }
    void put_pages(std::string_view value) noexcept { tail.pages = trimmed(value); }
    void put_year(std::string_view value) noexcept { tail.year = value; }
    void put_in_press(std::string_view) noexcept { tail.in_press = true; }
};

constexpr support::ByteClass plain = support::any_byte - support::control_or_space - support::bytes(",.:;()");

// clang-format off
auto const digit      = support::one<support::digit>;
auto const dot        = -support::punct<'.'>;
auto const comma      = support::punct<','> >> gap;
auto const open       = support::punct<'('> >> gap;
auto const close      = gap >> support::punct<')'>;
auto const blank      = support::one<support::bytes(" \t\xC2")>;  // the first byte of a no-break space: gap takes it whole
auto const roman      = support::run<support::bytes("IVXLCDM")> >> !support::one<plain>;
auto const volume     = &((*(support::one<plain - support::digit>) >> digit) | roman) >> support::run<plain>[put<&Sink::put_volume>];
auto const issue      = support::until<')', '\n', '\r'>[put<&Sink::put_issue>];
auto const in_press   = support::view[words<"in press"> | words<"online ahead of print">][put<&Sink::put_in_press>];
auto const year       = support::view[digit >> digit >> digit >> digit][put<&Sink::put_year>];
auto const year_or_so = year | in_press;
auto const in_link    = words<"https://"> | words<"http://"> | words<"doi:"> | words<"doi.org/"> | (words<"10."> >> digit >> digit >> digit >> digit);
auto const end        = gap >> -(in_link >> *support::one<support::any_byte>) >> support::end_of_text;

auto const range      = support::until<',', '\n', '\r'>[put<&Sink::put_pages>];
auto const in_brackets = gap >> open >> in_press >> close;
auto const spandidos  = support::attempt[(&blank >> gap >> volume >> -(gap >> open >> issue >> close) >> support::punct<':'> >> gap >> (in_brackets | range)
                                          >> comma >> year >> dot >> end)]
                      | support::attempt[(-support::punct<':'> >> in_brackets >> -(comma >> year) >> dot >> end)]
                      | support::attempt[(-support::punct<':'> >> in_press >> -(comma >> year) >> dot >> end)]
                      | support::attempt[(support::punct<':'> >> gap >> range >> comma >> year >> dot >> end)]
                      | support::attempt[(comma >> year_or_so >> dot >> end)];

auto const pages      = support::run<plain>[put<&Sink::put_pages>];
auto const apa        = support::attempt[(comma >> volume >> -(gap >> open >> issue >> close) >> -(comma >> pages) >> dot >> end)]
                      | support::attempt[(support::punct<'.'> >> end)]
                      | end;

auto const dated      = gap >> open >> year_or_so >> close >> -(support::punct<':'> >> gap >> pages) >> dot >> end;
auto const mla        = support::attempt[(&blank >> gap >> volume >> -(support::punct<'.'> >> support::run<plain>[put<&Sink::put_issue>]) >> dated)]
                      | support::attempt[(&blank >> dated)];
auto const chicago    = support::attempt[(&blank >> gap >> volume >> -(comma >> words<"no."> >> gap >> support::run<plain>[put<&Sink::put_issue>]) >> dated)]
                      | support::attempt[(&blank >> dated)];

auto const in_line    = support::one<support::any_byte - support::bytes("\n\r")>;
auto const before     = [](auto const& tail) { return support::view[+(in_line - tail)][put<&Sink::put_journal>] >> tail; };
// clang-format on

}  // namespace

bool parse_tail(std::string_view text, Style style, Tail& tail) {
    char const* first = text.data();
    char const* const last = first + text.size();
    Sink sink;
    auto const read = [&](auto const& rule) { return support::parse_into(rule, first, last, sink) && !sink.tail.journal.empty(); };
    bool understood = false;
    switch (style) {
        case Style::spandidos: understood = read(before(spandidos)); break;
        case Style::apa: understood = read(before(apa)); break;
        case Style::mla: understood = read(before(mla)); break;
        case Style::chicago: understood = read(before(chicago)); break;
    }
    if (understood) tail = sink.tail;
    return understood;
}

}  // namespace ibid::grammars::article_page
