// The rules of .bib files. The straight way first: what bibtex.web takes. Then, out of line, what is repaired and
// told of instead of refused; then the loop over a window. Scanners are in bibtex_scan, the tree in bibtex_sink.
#include "grammars/bibtex.hpp"

#include <algorithm>
#include <array>

#include <boost/spirit/home/x3.hpp>

#include "grammars/bibtex_sink.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::bibtex {

namespace {

using namespace support;

// --- Words of this format ----------------------------------------------------------------------------------------

/// `{text}` or `"text"`; when it is not closed, everything up to where a record begins, or the end.
template <char Open, char Close, auto EndOf>
struct Delimited : x3::parser<Delimited<Open, Close, EndOf>> {
    using attribute_type = std::string_view;
    static bool const has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute& attribute) const {
        if (first == last || *first != Open) return false;
        Sink& sink = sink_of(context);
        char const* const end = EndOf(first + 1, last, sink.watch);
        give(attribute, first + 1, end);
        sink.value_is_open = end == last || *end != Close;
        first = sink.value_is_open ? end : end + 1;
        return true;
    }
};
constexpr Delimited<'{', '}', end_of_braces> braced{};
constexpr Delimited<'"', '"', end_of_quotes> quoted{};

/// Text without delimiters, on this line.
struct Bare : x3::parser<Bare> {
    using attribute_type = std::string_view;
    static bool const has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
               Attribute& attribute) const {
        Sink& sink = sink_of(context);
        if (first == last || *first == ',' || *first == '%' || *first == sink.close || assignment_ahead(first, last))
            return false;
        char const* const end = end_of_bare(first, last, sink.close, sink.watch, sink.value_is_open);
        if (end == first) return false;
        give(attribute, first, end);
        first = end;
        return true;
    }
};
constexpr Bare bare{};

IBID_INLINE bool is_entry(char const*&, char const*, Sink& sink) { return sink.block.kind == BlockKind::entry; }
IBID_INLINE bool is_macro(char const*&, char const*, Sink& sink) { return sink.block.kind == BlockKind::macro; }
IBID_INLINE bool is_comment(char const*&, char const*, Sink& sink) { return sink.block.kind == BlockKind::comment; }
IBID_INLINE bool after_comma(char const*&, char const*, Sink& sink) { return sink.after_comma; }

IBID_INLINE bool opening(char const*& first, char const* last, Sink& sink) {
    if (first == last || (*first != '{' && *first != '(')) return false;
    sink.close = *first == '{' ? '}' : ')';
    ++first;
    return true;
}

/// What opening() made the closing one.
IBID_INLINE bool delimiter(char const*& first, char const* last, Sink& sink) {
    if (first == last || *first != sink.close) return false;
    ++first;
    return true;
}

/// The same, if it does close the block: `, name =` behind it, or a whole field, tell that it is one too many.
IBID_INLINE bool closing(char const*& first, char const* last, Sink& sink) {
    char const* at = first;
    if (!delimiter(at, last, sink)) return false;
    char const* const next = skip_blank(at, last);
    if (next == last) {
        sink.watch.hit_end = true;
    } else if (*next != '@' && *next != '%' && field_goes_on(next, last, sink.watch)) {
        return false;
    }
    first = at;
    return true;
}

IBID_INLINE bool operand_end(char const*& first, char const* last, Sink&) {
    return (first < last && *first == ',') || value_ends(first, last);
}

/// Succeeds on nothing and tells of it.
template <Code What>
bool missing(char const*& first, char const*, Sink& sink) {
    sink.problem(What, {first, 0});
    return true;
}

bool no_name(char const*& first, char const*, Sink& sink) {
    sink.field({first, 0});
    return true;
}

bool first_field_is_due(char const*&, char const*, Sink& sink) {
    sink.after_comma = true;
    return true;
}

bool comment_body(char const*& first, char const* last, Sink& sink);
bool key_is_missing(char const*& first, char const* last, Sink& sink);
bool odd_key(char const*& first, char const* last, Sink& sink);
bool fields_end(char const*& first, char const* last, Sink& sink);
bool cut_value(char const*& first, char const*, Sink& sink) { return sink.cut_value(first); }
bool percent_comment(char const*& first, char const* last, Sink& sink);
bool commas(char const*& first, char const* last, Sink& sink);
bool comma_or_told(char const*& first, char const* last, Sink& sink);
bool value_opener(char const*& first, char const* last, Sink& sink);
bool stray_delimiter(char const*& first, char const* last, Sink& sink);
bool junk(char const*& first, char const* last, Sink& sink);
bool unclosed(char const*& first, char const* last, Sink& sink);

// --- The straight way --------------------------------------------------------------------------------------------
// clang-format off

constexpr ByteClass key_byte = ~control_or_space - bytes(",{}=");

auto const name     = word<identifier>;
auto const number   = run<digit> >> &does<operand_end>;
auto const macro    = word<identifier> >> &does<operand_end>;
auto const operand  = braced[put<&Sink::braced>]
                    | quoted[put<&Sink::quoted>]
                    | number[put<&Sink::number>]
                    | macro[put<&Sink::macro>]
                    | rare[bare[put<&Sink::bare>]];
auto const value    = operand % (blank >> punct<'#'> >> blank)
                    | does<missing<Code::missing_value>>;
auto const field    = (name >> blank >> punct<'='> >> blank)[put<&Sink::field>] >> value >> blank;

// --- What is repaired --------------------------------------------------------------------------------------------

auto const late_value = rare[value];
auto const loose_field
    = does<comma_or_told> >> (name >> blank >> punct<'='> >> blank)[put<&Sink::field>] >> late_value
    | does<after_comma> >> (name >> blank >> &does<value_opener>)[put<&Sink::field>]
                        >> does<missing<Code::missing_equals>> >> late_value
    | does<after_comma> >> (name >> &does<operand_end>)[put<&Sink::field>] >> does<missing<Code::missing_value>>;

auto const repair   = rare[(  (&does<fields_end> >> does<cut_value>)
                            | (!does<fields_end> >> (  does<percent_comment>
                                                     | does<commas>
                                                     | loose_field
                                                     | does<stray_delimiter>
                                                     | does<junk>)))
                           >> blank];

// --- Blocks ------------------------------------------------------------------------------------------------------

auto const fields   = *(punct<','> >> blank >> field | !does<closing> >> repair) >> (does<closing> | does<unclosed>);
auto const plain_key = (run<key_byte> - punct<'@'>) >> &(blank >> (punct<','> | does<delimiter>));
auto const key      = plain_key[put<&Sink::key>] | rare[does<key_is_missing> | does<odd_key>];

auto const entry    = does<is_entry> >> key >> blank >> fields;
auto const macros   = does<is_macro> >> does<first_field_is_due> >> -field >> fields;
auto const preamble = does<no_name> >> value >> blank >> fields;
auto const comment  = does<is_comment> >> does<comment_body>;
auto const block    = punct<'@'> >> blank >> word<type_name>[put<&Sink::type>]
                      >> (comment | blank >> does<opening> >> blank >> (entry | macros | preamble));

// clang-format on
// --- Steps that are easier said as functions ---------------------------------------------------------------------

/// Bytes up to the delimiter that fits, or, as nothing fits, this line.
bool comment_body(char const*& first, char const* last, Sink& sink) {
    sink.field({first, 0});
    char const* const open = skip_while<' ', '\t'>(first, last);
    bool const delimited = open < last && (*open == '{' || *open == '(');
    if (delimited) {
        if (char const* const end = end_of_comment(open + 1, last, *open, sink.watch); end != nullptr) {
            sink.braced(Sink::slice(open + 1, end));
            first = end + 1;
            return true;
        }
        sink.problem(Code::unclosed_comment, {open, 1});
    }
    char const* const end = scan_to<'\n', '\r'>(open, last);
    if (end == last) sink.watch.hit_end = true;
    sink.comment(Sink::slice(open, end));
    first = end;
    return true;
}

bool key_is_missing(char const*& first, char const* last, Sink& sink) {
    bool const field_follows = assignment_ahead(first, last);
    char const* at = first;
    if (!field_follows && !fields_end(at, last, sink) && *first != ',' && *first != sink.close) return false;
    sink.key({first, 0});
    sink.problem(Code::missing_key, {first, 0});
    sink.after_comma = field_follows;
    return true;
}

bool odd_key(char const*& first, char const* last, Sink& sink) {
    std::string_view const text = Sink::slice(first, end_of_key(first, last, sink.close));
    sink.key(text);
    if (text.find_first_of(" \t{}@") != std::string_view::npos) sink.problem(Code::odd_key, text);
    first += text.size();
    return true;
}

/// At the end of the text, or at the block behind one that was not closed.
bool fields_end(char const*& first, char const* last, Sink& sink) {
    if (first == last) {
        sink.watch.hit_end = true;
        return true;
    }
    if (*first != '@') return false;
    Look const look = block_ahead(first, sink.block.source.data(), last);
    if (look == Look::unknown) sink.watch.hit_end = true;
    return look == Look::yes;
}

bool percent_comment(char const*& first, char const* last, Sink& sink) {
    if (*first != '%') return false;
    char const* const end = scan_to<'\n', '\r'>(first, last);
    sink.problem(Code::percent_comment, Sink::slice(first, end));
    first = end;
    return true;
}

bool commas(char const*& first, char const* last, Sink& sink) {
    if (*first != ',') return false;
    for (; first < last && *first == ','; first = skip_blank(first + 1, last)) {
        if (sink.after_comma) sink.problem(Code::extra_comma, {first, 1});
        sink.after_comma = true;
    }
    return true;
}

/// At a field, whether or not a comma is before it.
bool comma_or_told(char const*& first, char const* last, Sink& sink) {
    if (!assignment_ahead(first, last)) return false;
    if (!sink.after_comma) sink.problem(Code::missing_comma, {without_blanks(sink.block.source.data(), first), 0});
    return true;
}

/// A brace, or a quote that is not rather the end of something.
bool value_opener(char const*& first, char const* last, Sink&) {
    if (first == last) return false;
    return *first == '{' || (*first == '"' && last - first > 1 && !in<control_or_space | bytes(",})")>(first[1]));
}

bool stray_delimiter(char const*& first, char const*, Sink& sink) {
    if (*first != '}' && *first != ')') return false;
    sink.problem(Code::stray_delimiter, {first, 1});
    ++first;
    return true;
}

bool junk(char const*& first, char const* last, Sink& sink) {
    char const* const end = end_of_junk(first, last, sink.close, sink.watch);
    sink.problem(Code::unexpected_text, Sink::slice(first, without_blanks(first, end)));
    first = end;
    return true;
}

bool unclosed(char const*& first, char const*, Sink& sink) {
    sink.block.truncated = true;
    first = without_blanks(sink.block.source.data(), first);
    if (sink.value_is_open)
        sink.drop_open_value();
    else
        sink.problem(Code::unclosed_block, {first, 0});
    return true;
}

}  // namespace

// --- A window ----------------------------------------------------------------------------------------------------

Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits) {
    batch.clear();
    Sink sink{batch, limits};
    char const* const begin = window.data();
    char const* const end = begin + window.size();
    char const* at = begin;
    while (at < end && static_cast<std::size_t>(at - begin) < limits.batch_bytes) {
        bool const cut = static_cast<std::size_t>(end - at) > limits.max_record;
        char const* const last = cut ? at + limits.max_record : end;
        bool const whole = cut || at_end;  // no more text can change what is read

        Next const next = next_block(at, last);
        char const* const text_end = next.unknown && whole ? last : next.at;
        if (!whole && (next.unknown || next.at == last)) {
            // A text is not divided: what it holds must not depend on where windows end.
            return {static_cast<std::size_t>(at - begin), true};
        }
        if (text_end != at) {
            if (next.stray != nullptr) sink.problem(Code::stray_at, {next.stray, 1});
            sink.text(at, text_end);
            at = text_end;
            continue;
        }

        Sink::Mark const mark = sink.mark();
        sink.begin_block(at);
        char const* block_end = at;
        parse_into(block, block_end, last, sink);  // cannot fail where next_block() saw a block
        if (!whole && (sink.watch.hit_end || block_end == last)) {
            sink.rewind(mark);
            return {static_cast<std::size_t>(at - begin), true};
        }
        if (cut && sink.block.truncated) sink.problem(Code::record_too_long, {block_end, 0});
        sink.end_block(block_end);
        at = block_end;
    }
    return {static_cast<std::size_t>(at - begin), false};
}

void Batch::clear() noexcept {
    blocks.clear();
    fields.clear();
    tokens.clear();
    problems.clear();
}

char const* expectation(Code code) noexcept {
    static constexpr std::array text{
        "the type of an entry and '{' or '(' behind '@'",  // stray_at
        "a citation key and a comma",                      // missing_key
        "a citation key without blanks and braces",        // odd_key
        "a comma between fields",                          // missing_comma
        "a field behind the comma",                        // extra_comma
        "'=' between name and value",                      // missing_equals
        "a value in braces or quotes, a number or a macro",  // missing_value
        "braces or quotes around the text",                // undelimited_value
        "braces around a quote inside of quotes",          // inner_quote
        "an opening delimiter before this closing one",    // stray_delimiter
        "no comment between fields",                       // percent_comment
        "a field, a comma or the closing delimiter",       // unexpected_text
        "the delimiter that closes the value",             // unclosed_value
        "the delimiter that closes the block",             // unclosed_block
        "the delimiter that closes the comment",           // unclosed_comment
        "fewer braces inside of each other",               // too_deep
        "the end of the block",                            // record_too_long
    };
    return text[static_cast<std::size_t>(code)];
}

}  // namespace ibid::grammars::bibtex
