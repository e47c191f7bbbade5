// The rules of formatted citations, a set for each style. They mirror the layouts of src/cite/styles/own_styles.cpp: what
// a layout joins, a split takes apart, from the end of a line towards its beginning where it is the end that tells. Where
// two readings fit, each gives back the same line when it is printed; the one that says more stands first.
#include "grammars/citation_rules.hpp"

#include "grammars/citation_sink.hpp"
#include "grammars/citation_words.hpp"
#include "grammars/support/primitives.hpp"
#include "grammars/support/split.hpp"

#include <boost/spirit/home/x3/auxiliary/eps.hpp>
#include <boost/spirit/home/x3/operator.hpp>

namespace ibid::grammars::citation {
namespace {

namespace x3 = boost::spirit::x3;
using namespace support;

/// All that is left, if anything is.
struct All : SlicePrimitive<All> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return first != last ? last : nullptr;
    }
    static constexpr char const* what() noexcept { return "text"; }
};
constexpr All all{};

/// `followed_by<", ", " and ">`: one of these comes next, or the end; takes nothing.
template <Spelling... Texts>
struct FollowedBy : SilentPrimitive<FollowedBy<Texts...>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return first == last || ((Keyword<Texts>::scan(first, last) != nullptr) || ...) ? first : nullptr;
    }
    static constexpr char const* what() noexcept { return "the end of a name"; }
};
template <Spelling... Texts>
constexpr FollowedBy<Texts...> followed_by{};

// Steps. A slice that is wrong is not taken.

/// That a person is among the names.
bool some_person(char const*&, char const*, Sink& sink) { return sink.has_person(); }
/// All that is left, if it is a year.
bool year_slice(char const*& first, char const* last, Sink&, std::string_view& slice) {
    slice = {first, static_cast<std::size_t>(last - first)};
    std::string_view suffix;
    first = last;
    return is_year(slice, suffix);
}
/// A year up to a closing parenthesis.
bool year_in_parentheses(char const*& first, char const* last, Sink&, std::string_view& slice) {
    slice = std::string_view(first, static_cast<std::size_t>(last - first)).substr(0, longest_year + 1);
    slice = slice.substr(0, slice.find(')'));
    first += slice.size();
    std::string_view suffix;
    return is_year(slice, suffix);
}
/// Not the second initial of a name: other styles print them all.
bool no_initial(char const*& first, char const* last, Sink& sink) {
    char const* at = first;
    std::string_view initials;
    return !dotted_initials(at, last, sink, initials) || at == last || *at != ' ' || in<lower | digit>(at[1]);
}
/// That a year is not where it is in other styles (`J. Med. 2021, 21, 24`, `Springer, 1997`).
bool no_year(char const*&, char const*, Sink& sink) {
    std::string_view const title = sink.now.container;
    std::string_view suffix;
    if (sink.now.page.empty() && is_year(sink.now.volume, suffix)) return false;
    return title.size() < 5 || !is_year(title.substr(title.size() - 4), suffix);
}
/// All that is left, if it is a number.
bool number_slice(char const*& first, char const* last, Sink&, std::string_view& slice) {
    slice = {first, static_cast<std::size_t>(last - first)};
    first = last;
    return is_number(slice);
}

/// Numbers with commas between.
bool number_list(char const*& first, char const* last, Sink&, std::string_view& slice) {
    slice = {first, static_cast<std::size_t>(last - first)};
    for (std::string_view rest = slice;;) {
        std::size_t const comma = rest.find(", ");
        if (!is_number(rest.substr(0, comma))) return false;
        if (comma == rest.npos) break;
        rest.remove_prefix(comma + 2);
    }
    first = last;
    return true;
}

// A rule set reads; its `_reach` finds, of a line that none reads, how far the style's form goes.
// clang-format off
auto const title     = all[put<&Sink::put_title>];
auto const container = all[put<&Sink::put_container>];
auto const volume    = all[put<&Sink::put_volume>];
auto const issue     = all[put<&Sink::put_issue>];
auto const page      = all[put<&Sink::put_page>];
auto const publisher = all[put<&Sink::put_publisher>];
auto const place     = all[put<&Sink::put_place>];
auto const doi       = all[put<&Sink::put_doi>];
auto const year      = takes<&year_slice>[put<&Sink::put_year>];
auto const a_volume  = takes<&number_slice>[put<&Sink::put_volume>];
auto const page_list = takes<&number_list>[put<&Sink::put_page>];
auto const number    = takes<&number_slice>[put<&Sink::put_number>];  // a volume, or pages
auto const nothing   = x3::eps;
auto const never     = x3::eps(false);
auto const one_blank = punct<' '>;
auto const comma     = keyword<", ">;

auto const of_small_words = takes<&particle>[put<&Sink::put_particle>];
auto const generation     = takes<&suffix>[put<&Sink::put_suffix>];
auto const et_al          = view[ keyword<" et al."> ][put<&Sink::put_others>];
auto const et_al_unstopped = view[ keyword<" et al"> ][put<&Sink::put_others>];  // as journals print it
auto const comma_et_al    = view[ keyword<", et al."> ][put<&Sink::put_others>];
auto const and_others     = view[ keyword<"et al."> ][put<&Sink::put_others>];
auto const a_literal      = takes<&literal_before_comma>[put<&Sink::put_literal>];
auto const an_institution = takes<&institution>[put<&Sink::put_literal>];
auto const a_proper_name  = takes<&proper_name>[put<&Sink::put_literal>];

// ---- spandidos: "Chen J, Berg K van den and King M Jr: " --------------------------------------------------------

// "Smith AB" is a person among others; alone it may be a firm ("Novartis AG").
template <bool Several>
auto const bare = attempt[
       takes<&family_before_initials<Several>>[put<&Sink::put_family>]
    >> one_blank >> takes<&bare_initials<Several>>[put<&Sink::put_initials>]
    >> -attempt[ one_blank >> of_small_words >> followed_by<", ", " and ", ": ", " et al", " Jr", " Sr", " I"> ]
    >> -attempt[ one_blank >> generation >> followed_by<", ", " and ", ": ", " et al"> ]
    >> followed_by<", ", " and ", ": ", " et al"> ];

auto const bare_list   = bare<true> >> *attempt[ comma >> bare<true> ];
auto const bare_names  = attempt[ bare_list >> keyword<" and "> >> bare<true> >> end_of_text ]
                       | attempt[ bare<true> >> +attempt[ comma >> bare<true> ] >> comma_et_al >> end_of_text ]
                       | attempt[ bare<true> >> et_al >> end_of_text ]
                       | attempt[ bare_list >> ( keyword<","> | x3::eps ) >> et_al_unstopped >> end_of_text ]
                       | attempt[ bare<false> >> end_of_text ];
auto const bare_or_literal = bare<true> | a_literal;
auto const mixed_list  = bare_or_literal >> *attempt[ comma >> bare_or_literal ];
auto const listed_institution = takes<&institution_in_list>[put<&Sink::put_literal>];
auto const mixed_names = split<&at_each_and>(bare_list, listed_institution)
                       | split<&at_last_and>(mixed_list, bare<true>)
                       | split<&at_each_and>(mixed_list >> does<&some_person>, listed_institution)
                       | split<&at_comma_et_al>(mixed_list >> does<&some_person>, and_others)
                       | split<&at_et_al>(a_proper_name, and_others);

// "Exp Ther Med 21: 24", "Book 12–30, Springer, Berlin", "Springer, Berlin"
auto const imprint     = split<&at_last_comma>(split<&at_comma>(container, publisher) | publisher, place) | container;
auto const in_volume   = split<&before_volume>(container, volume) | a_volume;
auto const pages_etc   = split<&behind_pages>(page, split<&at_last_comma>(publisher, place) | publisher)
                       | page_list;
auto const periodical  = split<&at_colon_before_page>(in_volume, pages_etc);
auto const numbered    = split<&before_volume>(container, number) | number;
auto const numbered_book = split<&at_comma>(numbered, split<&at_last_comma>(publisher, place) | publisher);
auto const in_source   = periodical | numbered | numbered_book | imprint;
auto const undated     = split<&at_end_of_title>(title, in_source) | in_source;
auto const dated       = split<&before_year>(undated, year) | split<&at_sentence_before_year>(title, year) | year;

// A list of other programs ends with a full stop; without persons it is too little to go by.
auto const of_persons  = dated | split<&at_stop_after_digit>(dated, nothing)
                       | split<&at_end_of_title>(title, in_source) | periodical | title;
auto const of_others   = dated | split<&at_end_of_title>(title, periodical);
auto const of_nobody   = split<&before_year>(split<&at_end_of_title>(title, periodical), year)
                       | does<&no_persons> >> ( split<&before_year>(split<&at_end_of_title>(title, in_source), year)
                                              | split<&at_end_of_title>(title, periodical) );

auto const spandidos   = split<&at_colon>(bare_names | mixed_names, of_persons)
                       | split<&at_colon>(a_proper_name, of_others)
                       | of_nobody;
auto const spandidos_reach = expected("names")[ bare_list ] >> -( keyword<" and "> >> bare<true> | comma_et_al | et_al )
                       >> expected("': ' and the title behind the names")[ keyword<": "> ]
                       >> expected("'. ' behind the title, then the journal, its volume and pages, or the year")[ never ];

// ---- spandidos-apa: "Chen, J., Berg, K. van den, & King, M., Jr. (2021). " ---------------------------------------

auto const dotted = attempt[
       takes<&family_before_comma>[put<&Sink::put_family>]
    >> comma >> takes<&dotted_initials>[put<&Sink::put_initials>]
    >> -attempt[ one_blank >> of_small_words >> followed_by<", ", " (", ". ", "\"", " et al."> ]
    >> -attempt[ comma >> generation >> followed_by<", ", " ", ". ", "\""> ] ];

auto const dotted_list     = dotted >> *attempt[ comma >> dotted ];
auto const dotted_or_literal = dotted | !keyword<"& "> >> !keyword<"and "> >> a_literal;
auto const dotted_mixed    = dotted_or_literal >> *attempt[ comma >> dotted_or_literal ];
auto const apa_people      = attempt[ dotted >> *attempt[ comma >> dotted ] >> keyword<", & "> >> dotted ]
                           | attempt[ dotted >> +attempt[ comma >> dotted ] >> comma_et_al ]
                           | attempt[ dotted >> et_al ]
                           | dotted;
auto const apa_names       = attempt[ apa_people >> end_of_text ]
                           | split<&at_ampersand>(dotted_mixed, attempt[ dotted >> end_of_text ] | an_institution)
                           | split<&at_comma_et_al>(dotted_mixed, and_others)
                           | split<&at_et_al>(an_institution, and_others)
                           | an_institution;

// "Journal, 21, 24", "Book, 12–30. Springer", "Springer"
auto const apa_numbers     = split<&at_comma>(a_volume, page_list) | number;
auto const apa_container   = split<&before_numbers>(container, apa_numbers) | apa_numbers;
auto const apa_title       = all[put<&Sink::put_title_before_stop>];
auto const apa_numbered    = split<&at_end_of_title>(apa_title, apa_container)
                           | split<&at_last_sentence>(split<&at_end_of_title>(apa_title, apa_container), publisher);
auto const apa_work        = apa_numbered
                           | split<&at_end_of_title>(apa_title, container)
                           | apa_container
                           | apa_title;
auto const in_year         = punct<'('> >> takes<&year_in_parentheses>[put<&Sink::put_year>] >> punct<')'>;
auto const apa_head        = split<&at_parenthesis>(apa_names, in_year) | attempt[ in_year >> end_of_text ];
auto const undated_work    = !( one<bytes("(&\"")> | keyword<"and "> ) >> does<&no_initial>
                       >> apa_numbered >> does<&no_year>;
auto const apa_without_year = split<&behind_stop>(apa_names >> does<&some_person>, undated_work)
                       | split<&at_stop>(apa_names >> does<&some_person>, undated_work);
auto const two_numbers     = split<&before_numbers>(container, split<&at_comma>(volume, page));
auto const in_two_numbers  = split<&at_end_of_title>(apa_title, two_numbers);
auto const apa_of_nobody   = does<&no_persons>
                       >> ( in_two_numbers | split<&at_last_sentence>(in_two_numbers, publisher) );
auto const apa_text        = split<&behind_year>(apa_head, apa_work) | apa_head | apa_without_year | apa_of_nobody;
auto const apa_stopped     = split<&at_final_stop>(apa_text, nothing) | split<&at_swallowed_stop>(apa_text, nothing);
auto const apa             = split<&before_doi>(apa_stopped, doi) | apa_stopped;
auto const apa_reach       = expected("names")[ apa_people ]
                       >> expected("', & ' and the last name, or the year in parentheses")
                              [ keyword<" ("> >> takes<&year_in_parentheses> ]
                       >> expected("')', a full stop and the title")[ keyword<"). "> ]
                       >> expected("a full stop at the end, or behind it the DOI")[ never ];

// ---- spandidos-mla and spandidos-chicago: `Chen, J., Berg, K. van den, King, M., Jr."Title". ` ---------------------

auto const quoted_names    = attempt[ dotted_list >> end_of_text ]
                           | split<&at_comma_et_al>(dotted_mixed, and_others)
                           | split<&at_et_al>(attempt[ dotted >> end_of_text ] | an_institution, and_others)
                           | attempt[ dotted_mixed >> does<&some_person> >> end_of_text ]
                           | an_institution;

// "Journal 21.1 (2021): 24", "Springer (2021)"
auto const mla_number      = split<&at_dot_in_number>(volume, issue) | a_volume;
auto const mla_source      = split<&before_volume>(container, mla_number) | mla_number | container;
auto const chicago_volume  = split<&before_volume>(container, volume) | a_volume | container;
auto const chicago_source  = split<&at_issue>(chicago_volume, issue)
                           | split<&at_issue_alone>(container, issue)
                           | attempt[ keyword<"no. "> >> issue ]
                           | chicago_volume;

auto const with_year       = [](auto const& source) {
    auto const issued = split<&at_parenthesis>(source, in_year) | in_year;
    return split<&at_colon_behind_year>(issued, page) | issued | split<&between_numbers>(source, page) | source;
};
auto const stopped         = [](auto const& text) {
    return split<&at_final_stop>(text, nothing) | split<&at_swallowed_stop>(text, nothing);
};
auto const quoted          = [](auto const& source) {
    auto const work = split<&at_end_of_quote>(title, stopped(source) | end_of_text);
    return attempt[ punct<'"'> >> work ] | split<&at_quote>(quoted_names, work);
};
auto const mla             = quoted(with_year(mla_source));
auto const undoied         = quoted(with_year(chicago_source));
auto const chicago         = split<&before_doi>(undoied, doi) | undoied;
auto const quoted_reach    = -dotted_list
                       >> expected("the title in quotation marks, with no blank before it")[ punct<'"'> ] >> until<'"'>
                       >> expected("'\".' behind the title")[ keyword<"\"."> ]
                       >> expected("the journal, its volume, the year in parentheses, pages, and a full stop")[ never ];
// clang-format on

template <typename Rule>
bool reads(Rule const& rule, std::string_view line, Batch& batch, Reference& reference) {
    Sink sink{batch};
    auto const mark = sink.mark();
    char const* first = line.data();
    char const* const last = first + line.size();
    if (parse_into(rule, first, last, sink) && first == last) {
        reference = sink.finish();
        return true;
    }
    sink.rewind(mark);
    return false;
}

template <typename Rule>
void reach(Rule const& rule, std::string_view line, Batch& batch, Furthest& furthest) {
    Sink sink{batch};
    auto const mark = sink.mark();
    char const* first = line.data();
    parse_into(rule, first, first + line.size(), sink, furthest);
    sink.rewind(mark);
}

}  // namespace

bool read_as(Style style, std::string_view line, Batch& batch, Reference& reference) {
    switch (style) {
        case Style::spandidos: return reads(spandidos, line, batch, reference);
        case Style::apa: return reads(apa, line, batch, reference);
        case Style::mla: return reads(mla, line, batch, reference);
        case Style::chicago: return reads(chicago, line, batch, reference);
    }
    return false;
}

void find_fault(std::string_view line, Batch& batch, Problem& problem) {
    Furthest furthest{line.data(), "names"};
    reach(spandidos_reach, line, batch, furthest);
    reach(apa_reach, line, batch, furthest);
    Furthest const before = furthest;
    reach(quoted_reach, line, batch, furthest);
    problem.where = furthest.where;
    problem.expected = furthest.expected;
    if (furthest.where == line.data())
        problem.expected = "names, then ': ', the year in parentheses or the title in quotation marks";
    else if (furthest.where == before.where && furthest.expected != before.expected)
        problem.expected = "', & ' and the last name, the year in parentheses, or the title in quotation marks";
}

}  // namespace ibid::grammars::citation
