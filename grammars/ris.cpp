// The grammar of RIS: a line is a tag line or goes on with the value above it; nothing nests.
// Which loose spellings of a tag count is decided by evidence: a record may be as loose as its own `TY` line is.

#include "grammars/ris.hpp"

#include <algorithm>
#include <cstring>

#include <boost/spirit/home/x3.hpp>

#include "grammars/ris_tag.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::ris {
namespace {

namespace x3 = boost::spirit::x3;
using support::put;

constexpr bool is_blank(char byte) noexcept { return byte == ' ' || byte == '\t'; }

IBID_INLINE std::string_view trimmed(std::string_view text) noexcept {
    char const* first = text.data();
    char const* last = first + text.size();
    while (first != last && is_blank(*first)) ++first;
    while (first != last && is_blank(last[-1])) --last;
    return {first, static_cast<std::size_t>(last - first)};
}

// ---- The sink: a record under construction --------------------------------------------------------------------

class Sink {
public:
    explicit Sink(Batch& batch) noexcept : batch_{batch} {}

    /// What support::attempt[] needs, and parse() where a record turns out to go on behind the window.
    struct Mark {
        std::size_t lines, problems;
    };
    [[nodiscard]] Mark mark() const noexcept { return {batch_.lines.size(), batch_.problems.size()}; }
    void rewind(Mark mark) {
        batch_.lines.resize(mark.lines);
        batch_.problems.resize(mark.problems);
    }

    void begin_record(char const* first) {
        record = {};
        record.source = {first, first};
        record.first_line = static_cast<std::uint32_t>(batch_.lines.size());
        allowed_looseness = exact;
        blank_line_above = told_loose_ = false;
    }
    void report(Code code, char const* where) { batch_.problems.push_back({code, where}); }

    IBID_INLINE void put_tag(std::string_view spelled) { tag_ = tag(spelled[0], spelled[1]); }
    IBID_INLINE void put_field(std::string_view rest) {
        batch_.lines.push_back({tag_, false, trimmed(rest)});
        blank_line_above = false;
    }
    void put_type(std::string_view rest) {
        if (record.has_type) report(Code::repeated_type, rest.data());
        record.has_type = true;
        tag_ = tag("TY");
        put_field(rest);
    }
    void put_end(std::string_view rest) {
        record.has_end = true;
        if (rest = trimmed(rest); !rest.empty()) report(Code::text_after_end, rest.data());
    }
    void put_stray_end(std::string_view rest) { report(Code::end_without_record, rest.data()); }
    /// An untagged line: more of the value above, line breaks and blank lines between included.
    void put_text(std::string_view text) {
        text = trimmed(text);
        if (text.empty()) {
            blank_line_above = true;
            return;
        }
        Line& line = batch_.lines.back();
        line.continued = !line.value.empty();
        char const* const first = line.continued ? line.value.data() : text.data();
        line.value = {first, static_cast<std::size_t>(text.data() + text.size() - first)};
    }
    void put_loose(Spelling const& spelling, char const* where) {
        tag_ = spelling.tag;
        if ((spelling.looseness & ~unsigned{no_blank}) == exact || told_loose_) return;
        told_loose_ = true;
        report(Code::loose_tag, where);
    }

    Record record{};
    unsigned allowed_looseness = exact;  // that of the record's TY line
    bool blank_line_above = false;       // since the last tag line
    bool sees_end = false;               // the file ends where the text does

private:
    Batch& batch_;
    std::uint16_t tag_ = 0;
    bool told_loose_ = false;
};

// ---- Tags -----------------------------------------------------------------------------------------------------

/// `AU  - `, the blank behind the dash not insisted on: a field's tag as the specification has it.
struct FieldTag : support::SlicePrimitive<FieldTag> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        using namespace support;
        if (last - first < 5 || std::memcmp(first + 2, "  -", 3) != 0) return nullptr;
        if (!in<upper>(first[0]) || !in<upper | digit>(first[1])) return nullptr;
        std::uint16_t const found = tag(first[0], first[1]);
        return found == tag("TY") || found == tag("ER") ? nullptr : first + 5;
    }
    static constexpr char const* what() noexcept { return "a tag"; }
};
constexpr FieldTag field_tag{};

/// A tag in any spelling that `Accept` takes for one, given what the record has shown so far. `Take` is false for a
/// mere look ahead, which leaves no trace in the sink.
template <auto Accept, bool Take>
struct SpelledTag : x3::parser<SpelledTag<Accept, Take>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&, Attribute&) const {
        char const* const end = support::scan_to<'\n', '\r'>(first, last);
        Spelling spelling;
        Sink& sink = support::sink_of(context);
        if (!spell({first, static_cast<std::size_t>(end - first)}, spelling) || !Accept(spelling, sink)) return false;
        if constexpr (Take) sink.put_loose(spelling, first);
        first = spelling.rest.data();
        return true;
    }
};

/// A lone word as reference types are: `JOUR`, `EBOOK`.
bool is_reference_type(std::string_view text) noexcept {
    text = trimmed(text);
    return text.size() >= 2 && text.size() <= 8 && std::all_of(text.begin(), text.end(), support::in<support::upper>);
}

/// Abstracts have lines that begin `In - depth` or `T2-weighted`. So beyond the habit that the record's TY line has
/// shown only two things are tags: a listed tag in upper case with a wrong gap, and TY or ER with nothing else in
/// the line but what belongs there.
bool is_tag_line(Spelling const& spelling, Sink const& sink) noexcept {
    bool const two_blanks = (spelling.looseness & (no_gap | other_gap)) == 0;
    unsigned const looseness = two_blanks ? spelling.looseness & ~unsigned{no_blank} : spelling.looseness;
    unsigned const beyond = looseness & ~sink.allowed_looseness;
    if (beyond == exact) return two_blanks || is_known(spelling.tag);
    if ((looseness & lower_case) != 0) return false;
    if (spelling.tag == tag("TY")) return is_reference_type(spelling.rest);
    if (spelling.tag == tag("ER")) return trimmed(spelling.rest).empty();
    return looseness == other_gap && is_known(spelling.tag);
}

bool is_type(Spelling const& spelling, Sink& sink) noexcept {
    return spelling.tag == tag("TY") && is_tag_line(spelling, sink);
}
bool is_end(Spelling const& spelling, Sink& sink) noexcept {
    return spelling.tag == tag("ER") && is_tag_line(spelling, sink);
}
bool is_field(Spelling const& spelling, Sink& sink) noexcept {
    return spelling.tag != tag("TY") && spelling.tag != tag("ER") && is_tag_line(spelling, sink);
}
/// Between records there is no habit to go by, and no value that a wrong guess could cut: nearly any spelling.
bool is_first_type(Spelling const& spelling, Sink& sink) noexcept {
    if (spelling.tag != tag("TY")) return false;
    bool const prose = (spelling.looseness & lower_case) != 0 && (spelling.looseness & no_blank) != 0;
    if (spelling.looseness != exact && (prose || trimmed(spelling.rest).empty())) return false;
    sink.allowed_looseness = spelling.looseness;
    return true;
}
template <auto Accept>
constexpr SpelledTag<Accept, true> spelled{};
template <auto Accept>
constexpr SpelledTag<Accept, false> looks_like{};

/// `ER` alone in a line, as cffconvert ends its records: an end where nothing follows but the next record. Where the text ends,
/// but not the file, that is not known, and the line is held for text until more has been seen.
template <bool Take>
struct BareEnd : x3::parser<BareEnd<Take>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&, Attribute&) const {
        auto const starts = [&](char const* at, char const* word) { return last - at >= 2 && std::memcmp(at, word, 2) == 0; };
        auto const is_break = [](char byte) { return byte == '\n' || byte == '\r'; };
        if (!starts(first, "ER")) return false;
        char const* at = std::find_if_not(first + 2, last, is_blank);
        if (at != last && !is_break(*at)) return false;
        at = std::find_if_not(at, last, [&](char byte) { return is_blank(byte) || is_break(byte); });
        Sink& sink = support::sink_of(context);
        if (at == last ? !sink.sees_end : !starts(at, "TY")) return false;
        if constexpr (Take) sink.report(Code::loose_tag, first);
        first += 2;
        return true;
    }
};
constexpr BareEnd<true> bare_end{};
constexpr BareEnd<false> looks_like_bare_end{};

// ---- Rules ----------------------------------------------------------------------------------------------------

// clang-format off
auto const line_break  = support::newline | support::end_of_text;
auto const rest        = support::until<'\n', '\r'>;
auto const exact_type  = support::keyword<"TY  -">;
auto const exact_end   = support::keyword<"ER  -">;

auto const field       = field_tag[put<&Sink::put_tag>]  >> rest[put<&Sink::put_field>] >> line_break;
auto const loose_field = spelled<is_field>               >> rest[put<&Sink::put_field>] >> line_break;
auto const type        = (exact_type | spelled<is_type>) >> rest[put<&Sink::put_type>]  >> line_break;
auto const end_line    = (exact_end | spelled<is_end> | bare_end) >> rest[put<&Sink::put_end>] >> line_break;
auto const text        = !(looks_like<is_tag_line> | looks_like_bare_end) >> rest[put<&Sink::put_text>]  >> line_break;
auto const fields      = *(field | (!(exact_type | exact_end | support::end_of_text) >> (loose_field | text)));

// Some exporters write TY in the middle of a record. A stray tag between records, with the prose that follows it,
// stands off from the next TY by a blank line.
auto const no_blank_line_above = x3::eps[([](auto& context) {
    x3::_pass(context) = !support::sink_of(context).blank_line_above;
})];
auto const first_type  = (exact_type | spelled<is_first_type>) >> rest[put<&Sink::put_type>] >> line_break;
auto const type_first  = first_type >> *type;
auto const type_later  = field >> fields >> -(no_blank_line_above >> +type);
auto const record      = (type_first | type_later) >> fields >> -end_line;

auto const stray_end   = (exact_end | spelled<is_end>)   >> rest[put<&Sink::put_stray_end>] >> line_break;
auto const junk        = stray_end | (rest >> line_break);
// clang-format on

// ---- The window -----------------------------------------------------------------------------------------------

/// Behind the last line break; a carriage return at the very end may be half of one.
char const* end_of_whole_lines(char const* first, char const* last) noexcept {
    if (first != last && last[-1] == '\r') --last;
    while (first != last && last[-1] != '\n' && last[-1] != '\r') --last;
    return last;
}

/// Not in the middle of a UTF-8 sequence.
char const* cut_before(char const* last) noexcept {
    for (int i = 0; i < 3 && (static_cast<unsigned char>(*last) & 0xC0U) == 0x80U; ++i) --last;
    return last;
}

constexpr std::size_t distance(char const* first, char const* last) noexcept {
    return static_cast<std::size_t>(last - first);
}

}  // namespace

Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits) {
    char const* const begin = window.data();
    char const* const end = begin + window.size();
    char const* const last = at_end ? end : end_of_whole_lines(begin, end);
    std::size_t const max_record = std::max(limits.max_record, std::size_t{64});

    Sink sink{batch};
    char const* first = begin;
    char const* junk_begin = begin;
    bool need_more = false;
    auto const end_junk = [&](char const* at) {
        if (junk_begin != at) batch.junk.emplace_back(junk_begin, distance(junk_begin, at));
    };

    while (first < last && distance(begin, first) < limits.max_batch) {
        bool const limited = distance(first, end) > max_record;
        char const* const stop = limited ? cut_before(first + max_record) : last;
        char const* next = first;
        Sink::Mark const mark = sink.mark();
        sink.begin_record(first);
        sink.sees_end = at_end && stop == end;
        if (!support::parse_into(record, next, stop, sink)) {
            support::parse_into(junk, next, stop, sink);
            first = next;
            continue;
        }
        Record& found = sink.record;
        bool const open = next == stop && !found.has_end && !(at_end && stop == end);
        if (open && !limited) {
            sink.rewind(mark);
            need_more = true;
            break;
        }
        found.source = {first, distance(first, next)};
        found.line_count = static_cast<std::uint32_t>(sink.mark().lines - mark.lines);
        if (found.line_count == 1 && !found.has_type && !found.has_end) {
            sink.rewind(mark);
            sink.report(Code::stray_tag, first);
            first = next;
            continue;
        }
        if (!found.has_type) sink.report(Code::missing_type, first);
        if (open) sink.report(Code::record_too_long, next);
        else if (!found.has_end) sink.report(Code::missing_end, next);
        end_junk(first);
        batch.records.push_back(found);
        first = junk_begin = next;
    }
    if (first == last && last != end) {  // what is left is no whole line
        need_more = distance(first, end) <= max_record;
        if (!need_more) first = cut_before(first + max_record);
    }
    end_junk(first);
    return {distance(begin, first), need_more};
}

std::size_t find_record_line(std::string_view window, std::size_t from) noexcept {
    for (std::size_t at = from; (at = window.find("\nTY  - ", at)) != std::string_view::npos; ++at) {
        std::size_t const end = window.find_last_not_of(" \t\r\n", at);
        if (end == std::string_view::npos) continue;
        std::size_t const line = window.find_last_of("\r\n", end) + 1;  // npos + 1 is 0
        if (window.substr(line).starts_with("ER  -")) return at + 1;
    }
    return std::string_view::npos;
}

}  // namespace ibid::grammars::ris
