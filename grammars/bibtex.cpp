// The rules of .bib files: the straight way first, what bibtex.web takes; then what is repaired and told of instead
// of refused; then the loop over a window. Steps in bibtex_steps, scanners in bibtex_scan, the tree in bibtex_sink.
#include "grammars/bibtex.hpp"

#include <array>

#include <boost/spirit/home/x3.hpp>

#include "grammars/bibtex_steps.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::bibtex {

namespace {

using namespace support;

/// The sink by a name of this file: so are the rules made for it, and the compiler knows that it sees all their uses.
struct Tree : Sink {
    using Sink::Sink;
};

// clang-format off

// A value is one operand of # or more: "text", {text}, a number, the name of a macro.
auto const hash     = blank >> punct<'#'> >> blank;
auto const number   = run<digit> >> &does<operand_end>;
auto const macro    = (word<identifier> - one<digit>) >> &does<operand_end>;
auto const operand  = takes<braced>[put<&Sink::braced>]
                    | takes<quoted>[put<&Sink::quoted>]
                    | number[put<&Sink::number>]
                    | macro[put<&Sink::macro>]
                    | rare[takes<bare>[put<&Sink::bare>]];
auto const operands = operand % hash;
auto const value    = operands
                    | rare[does<odd_blank> >> operands]
                    | does<missing<Code::missing_value>>;

// A field is name = value; each stands behind a comma.
auto const name     = word<identifier - beyond_ascii>;
auto const field    = name[put<&Sink::name>] >> blank >> punct<'='> >> does<begin_field> >> blank >> value >> blank;
auto const more     = tight[*(punct<','> >> blank >> field)];

// Where that ends before the closing delimiter, one thing is repaired, skipped or told of at a time.
auto const gap      = does<any_blank>;
auto const late     = rare[value];
auto const odd_name = takes<any_name>[put<&Sink::name>];
auto const odd_field
    = does<field_ahead> >> odd_name >> gap >> punct<'='>            >> does<begin_field> >> gap >> late
    | does<after_comma> >> takes<name_of_words>[put<&Sink::name>] >> gap >> punct<'='> >> does<begin_field> >> gap >> late
    | does<after_comma> >> odd_name >> gap >> &does<value_opener>   >> does<begin_field>
                        >> does<missing<Code::missing_equals>>      >> late
    | does<after_comma> >> odd_name >> &does<operand_end>           >> does<begin_field>
                        >> does<missing<Code::missing_value>>;
auto const in_field = does<percent_comment>
                    | does<commas>
                    | odd_field
                    | does<stray_delimiter>
                    | does<junk>;
auto const repair   = rare[(  does<odd_blank>
                            |  &does<fields_end> >> does<cut_value>
                            | !does<fields_end> >> in_field)
                           >> blank];
auto const fields   = more >> *(!does<closing> >> repair >> more) >> (does<closing> | does<unclosed>);

// A key is anything without blanks, braces, = and comma; an @ might be the next entry's.
auto const key_end  = blank >> (punct<','> | does<delimiter>);
auto const key_text = (run<any_byte - control_or_space - bytes(",{}=")> - punct<'@'>) >> &key_end;
auto const key      = key_text[put<&Sink::key>]
                    | rare[does<key_is_missing> | does<odd_key>];

// The four kinds of blocks.
auto const entry    = does<is_entry> >> key >> blank >> fields;
auto const macros   = does<is_macro> >> does<expect_field> >> -field >> fields;
auto const preamble = does<no_name> >> value >> blank >> fields;
auto const comment  = does<is_comment> >> does<comment_body>;

auto const type     = word<type_name>[put<&Sink::type>];
auto const block    = punct<'@'> >> does<remarks> >> type
                      >> (comment | does<remarks> >> does<opening> >> blank >> (entry | macros | preamble));

// clang-format on

}  // namespace

Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits) {
    batch.clear();
    Tree sink{batch, limits};
    char const* const begin = window.data();
    char const* const end = begin + window.size();
    char const* at = begin;
    bool need_more = false;
    bool at_block = false;  // the text before has been divided from it already
    while (at < end && static_cast<std::size_t>(at - begin) < limits.batch_bytes) {
        bool const cut = static_cast<std::size_t>(end - at) > limits.max_record;
        char const* const last = cut ? at + limits.max_record : end;
        bool const settled = cut || at_end;  // more text would change nothing

        Next const next = at_block ? Next{at, false, nullptr} : next_block(at, last);
        at_block = false;
        need_more = !settled && (next.unknown || next.at == last);
        if (need_more) break;  // a text is not divided: what it holds must not depend on where windows end
        if (next.at != at || next.unknown) {
            char const* const text_end = next.unknown && (!cut || next.at == at) ? last : next.at;
            if (next.stray != nullptr && next.stray < text_end) sink.problem(Code::stray_at, {next.stray, 1});
            sink.text(at, text_end);
            at = text_end;
            at_block = !next.unknown && at != last;
            continue;
        }

        Sink::Mark const mark = sink.mark();
        char const* block_end = at;
        sink.begin_block(at);
        parse_into(block, block_end, last, sink);  // cannot fail: next_block() has seen all that must be there
        need_more = !settled && (sink.watch.hit_end || block_end == last);
        if (need_more) {
            sink.rewind(mark);
            break;
        }
        if (cut && sink.block.truncated && block_end == last) sink.problem(Code::record_too_long, {block_end, 0});
        sink.end_block(block_end);
        at = block_end;
    }
    return {static_cast<std::size_t>(at - begin), need_more};
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
        "a field name without blanks",                     // odd_name
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
