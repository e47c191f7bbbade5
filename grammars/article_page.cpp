// The grammar of article pages: a line begins with a label, or is a phrase that every page has, or goes on with what the
// label above it has begun. Nothing nests, and no rule looks further than the line it is in.

#include "grammars/article_page.hpp"

#include <boost/spirit/home/x3.hpp>

#include "grammars/article_page_words.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::article_page {
namespace {

namespace x3 = boost::spirit::x3;
using support::put;
using support::Spelling;

// ---- The sink: the pieces of a page ---------------------------------------------------------------------------

class Sink {
public:
    explicit Sink(std::vector<Piece>& page) noexcept : page_{page} {}

    template <Part Which>
    void put_value(std::string_view value) {
        if (value = trimmed(value); !value.empty()) page_.push_back({Which, value});
    }
    /// Begins a piece that later lines go on with.
    template <Part Which>
    void open(std::string_view value) {
        part_ = Which;
        is_open_ = false;
        go_on(value);
    }
    void go_on(std::string_view value) {
        if (value = trimmed(value); value.empty()) return;
        if (!is_open_) {
            is_open_ = true;
            page_.push_back({part_, value});
            return;
        }
        std::string_view& whole = page_.back().value;
        whole = {whole.data(), static_cast<std::size_t>(value.data() + value.size() - whole.data())};
    }

    [[nodiscard]] bool ends_in_separator() const noexcept {
        return is_open_ && (page_.back().value.ends_with(',') || page_.back().value.ends_with(';'));
    }

private:
    std::vector<Piece>& page_;
    Part part_{};
    bool is_open_ = false;
};

template <Part Which>
constexpr auto value_of = put<&Sink::put_value<Which>>;
template <Part Which>
constexpr auto begin_of = put<&Sink::open<Which>>;
constexpr auto more = put<&Sink::go_on>;

// ---- Rules ----------------------------------------------------------------------------------------------------
// Heads have no actions: they also say, looking ahead, that a line is not the last one's continuation.

// clang-format off
auto const line_break  = support::newline | support::end_of_text;
auto const rest        = support::until<'\n', '\r'>;
auto const in_line     = support::one<support::any_byte - support::bytes("\n\r")>;
auto const digit       = support::one<support::digit>;
auto const four_digits = digit >> digit >> digit >> digit;
auto const token       = support::run<support::any_byte - support::control_or_space - support::bytes(",\xC2\xE2")>;
auto const empty_line  = gap >> support::newline;
auto const item        = gap >> -(bullet >> gap);
auto const colon       = gap >> support::punct<':'> >> gap;
auto const line_ends   = gap >> &line_break;

template <Spelling Name> auto const label  = words<Name> >> colon;
template <Spelling Name> auto const phrase = words<Name> >> gap >> -(support::punct<':'> | support::punct<'.'>) >> line_ends;

// ---- Heads: what a known line begins with, behind its bullet
auto const authors_head   = label<"authors"> | label<"author">;
auto const address_head   = label<"affiliations"> | label<"affiliation">;
auto const online_head    = label<"published online on"> | label<"published online">;
auto const resolver       = (words<"https://"> | words<"http://">) >> -words<"dx."> >> words<"doi.org/">;
auto const doi_head       = &(resolver | label<"doi"> | (support::keyword<"10."> >> four_digits));
auto const number_head    = label<"article number"> | label<"article no.">;
auto const pages_head     = (label<"pages"> | label<"page">) >> &(*(in_line - digit) >> digit);
auto const copyright_head = label<"copyright">;
auto const abstract_head  = words<"abstract"> >> (colon | line_ends);
auto const keywords_head  = (words<"keywords"> | words<"key words"> | words<"keyword">) >> (colon | line_ends);
auto const month          = (words<"jan"> | words<"feb"> | words<"mar"> | words<"apr"> | words<"may"> | words<"jun"> | words<"jul"> | words<"aug">
                           | words<"sep"> | words<"oct"> | words<"nov"> | words<"dec"> | words<"spring"> | words<"summer"> | words<"autumn">
                           | words<"fall"> | words<"winter">) >> support::any_run<support::letter>;
auto const month_year     = month >> -((hyphen | support::punct<'/'>) >> month) >> gap >> -(hyphen >> gap) >> four_digits;
auto const issue_word     = words<"issue"> | words<"number"> | words<"no.">;
auto const volume_head    = words<"volume"> >> gap >> token >> -support::punct<','> >> gap >> (line_break | issue_word | words<"suppl">);
auto const issue_head     = &((month_year >> gap >> (line_break | volume_head)) | volume_head);
auto const issn_head      = label<"print issn"> | label<"online issn"> | label<"eissn"> | label<"e-issn"> | label<"issn">;
auto const style_head     = phrase<"spandidos publications style"> | phrase<"apa"> | phrase<"mla"> | phrase<"chicago">;

// ---- Furniture: what every page has and no article
auto const access         = words<"open access"> | words<"free access"> | words<"full access">;
auto const counts         = (words<"metrics"> >> (colon | line_ends)) | label<"total views"> | label<"total pdf downloads">
                          | words<"cited by (crossref)">;
auto const links          = phrase<"view affiliations"> | phrase<"hide affiliations"> | phrase<"view figures"> | phrase<"view references">
                          | phrase<"view abstract"> | phrase<"view full text"> | phrase<"download pdf"> | phrase<"download xml">
                          | phrase<"related articles"> | phrase<"similar articles"> | phrase<"journal cover"> | words<"sign up for">
                          | phrase<"recommend to library"> | phrase<"copy and paste a formatted citation"> | phrase<"export citation">
                          | phrase<"share this article"> | phrase<"this article is mentioned in"> | phrase<"x"> | phrase<"\xC3\x97">;
auto const furniture_head = counts | links | (access >> line_ends);

auto const known_head     = authors_head | address_head | online_head | doi_head | number_head | pages_head | copyright_head | abstract_head
                          | keywords_head | issue_head | issn_head | style_head | furniture_head;
auto const known          = item >> known_head;

// ---- Lines
auto const furniture      = item >> furniture_head >> rest >> line_break;
auto const doi_begin      = resolver | words<"doi"> | (support::keyword<"10."> >> four_digits);
auto const online         = online_head >> support::view[*(in_line - doi_begin)][value_of<Part::published>] >> rest[value_of<Part::doi>];
auto const issue_date     = support::view[month_year][value_of<Part::issue_date>];
auto const volume         = words<"volume"> >> gap >> token[value_of<Part::volume>] >> -support::punct<','> >> gap
                          >> -(issue_word >> -colon) >> rest[value_of<Part::issue>];
auto const issn           = (label<"print issn"> >> rest[value_of<Part::print_issn>])
                          | ((label<"online issn"> | label<"eissn"> | label<"e-issn">) >> rest[value_of<Part::online_issn>])
                          | (label<"issn"> >> rest[value_of<Part::issn>]);
auto const field          = item >> ( online
                                    | (doi_head >> rest[value_of<Part::doi>])
                                    | (number_head >> rest[value_of<Part::article_number>])
                                    | (pages_head >> rest[value_of<Part::pages>])
                                    | (copyright_head >> rest[value_of<Part::copyright>])
                                    | (address_head >> rest[value_of<Part::affiliation>])
                                    | (issue_head >> -issue_date >> gap >> -volume)
                                    | issn) >> line_break;

// ---- Blocks
auto const more_follows   = !support::end_of_text;
auto const open_list      = x3::eps[([](auto& context) { x3::_pass(context) = support::sink_of(context).ends_in_separator(); })];
auto const text_line      = more_follows >> !empty_line >> !known >> rest[more] >> line_break;
auto const indent         = bullet | (!support::one<support::any_byte - support::bytes(" \t\xC2\xE2")> >> gap >> -bullet);
auto const no_label       = !(support::until<':', '\n', '\r'> >> support::punct<':'>);
auto const author         = no_label >> gap >> rest[value_of<Part::author>] >> line_break;
auto const listed_author  = *empty_line >> more_follows >> !known >> indent >> author;
auto const bare_author    = more_follows >> !empty_line >> !known >> author;
auto const authors        = item >> authors_head >> rest[value_of<Part::author>] >> line_break >> (+listed_author | (*empty_line >> *bare_author));
auto const abstract       = item >> abstract_head >> rest[begin_of<Part::abstract>] >> line_break >> *(empty_line | text_line);
auto const keywords_below = item >> keywords_head >> &line_break >> rest[begin_of<Part::keywords>] >> line_break >> *empty_line >> *text_line;
auto const keywords_aside = item >> keywords_head >> rest[begin_of<Part::keywords>] >> line_break >> *(open_list >> text_line);
template <Spelling Style, Part Which>
auto const citation       = phrase<Style> >> line_break >> *empty_line >> !known >> rest[value_of<Which>] >> line_break;
auto const citations      = item >> ( citation<"spandidos publications style", Part::spandidos_citation>
                                    | citation<"apa", Part::apa_citation>
                                    | citation<"mla", Part::mla_citation>
                                    | citation<"chicago", Part::chicago_citation>
                                    | (style_head >> line_break));

// ---- The page
auto const kind_word      = words<"review"> | words<"article"> | words<"original article"> | words<"research article"> | words<"case report">
                          | words<"editorial"> | words<"short communication"> | words<"correction"> | words<"erratum"> | words<"retraction">;
auto const above_title    = gap >> -access >> gap >> kind_word >> gap >> -access >> gap >> line_break >> *empty_line >> !(item >> authors_head);
auto const kind           = &above_title >> gap >> -access >> gap >> support::view[kind_word][value_of<Part::kind>] >> rest >> line_break;
auto const head           = *(more_follows >> (empty_line | kind | furniture | field));
auto const title          = more_follows >> !known >> rest[value_of<Part::title>] >> line_break;
auto const unknown        = rest[value_of<Part::unknown>] >> line_break;
auto const body           = *(more_follows >> (empty_line | authors | abstract | keywords_below | keywords_aside | citations | field | furniture | unknown));
auto const page_rule      = head >> -title >> body;
// clang-format on

}  // namespace

void parse(std::string_view text, std::vector<Piece>& page) {
    Sink sink{page};
    char const* first = text.data();
    char const* const last = first + text.size();
    support::parse_into(page_rule, first, last, sink);
}

}  // namespace ibid::grammars::article_page
