// How the lines of a record are printed.
#include "formats/ris/encoder.hpp"

#include "formats/ris/plain.hpp"
#include "grammars/ris_tag.hpp"
#include "mapping/lost_marks.hpp"
#include "text/markup.hpp"
#include "text/names.hpp"

#include <algorithm>
#include <string>

namespace ibid::formats::ris {
namespace {

/// Copies a short text without a call.
inline void copy(char* to, std::string_view from) noexcept {
    char const* const at = from.data();
    std::size_t const size = from.size();
    if (size > 32) {
        std::memcpy(to, at, size);
    } else if (size >= 16) {
        std::memcpy(to, at, 16);
        std::memcpy(to + size - 16, at + size - 16, 16);
    } else if (size >= 8) {
        std::memcpy(to, at, 8);
        std::memcpy(to + size - 8, at + size - 8, 8);
    } else if (size >= 4) {
        std::memcpy(to, at, 4);
        std::memcpy(to + size - 4, at + size - 4, 4);
    } else {
        for (std::size_t i = 0; i < size; ++i) to[i] = at[i];
    }
}

/// Whether none of the bytes is in a text that 16 readable bytes follow.
template <char... Bytes>
inline bool is_free_of(char const* first, std::size_t size) noexcept {
    using grammars::support::Lane;
    for (std::size_t at = 0; at < size; at += Lane::width) {
        Lane const lane(first + at);
        auto const hits = (lane.equals(Bytes) | ...).hits();
        if (hits.any() && at + static_cast<std::size_t>(hits.first()) < size) return false;
    }
    return true;
}

/// Whether a value can stand on its line as it is: no line break, nothing that looks like an entity or a tag.
inline bool stands_as_it_is(char const* first, std::size_t size) noexcept {
    return is_free_of<'\n', '\r', '&', '<'>(first, size);
}

constexpr bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }

/// A number below 100 in two digits.
char* put_two(char* to, unsigned number) noexcept {
    to[0] = static_cast<char>('0' + number / 10);
    to[1] = static_cast<char>('0' + number % 10);
    return to + 2;
}
void put_year(char* to, unsigned year) noexcept { put_two(put_two(to, year / 100), year % 100); }

/// Month and day behind a year, and the third slash: `/10/03/`.
char* put_rest(char* to, DatePoint const& at) noexcept {
    *to++ = '/';
    if (at.month != 0) to = put_two(to, at.month);
    *to++ = '/';
    if (at.day != 0) to = put_two(to, at.day);
    *to++ = '/';
    return to;
}

/// A year, a month or a day, and nothing said about how sure that is.
bool is_plain(Date const& date) noexcept {
    DatePoint const& at = date.begin;
    return date.literal.empty() && date.range == DateRange::none && at.year >= 1000 && at.year <= 9999 &&
           at == DatePoint{.year = at.year, .month = at.month, .day = at.day};
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace

void Encoder::line(std::string_view tag, std::string_view value) {
    char* const to = open(sink_.reserve(value.size() + 64), tag);
    copy(to, value);
    if (stands_as_it_is(to, value.size())) close(to + value.size());
    else escaped_line(tag, {to, value.size()});  // the copy, which readable bytes follow
}

bool Encoder::plain_date_of_issue(Date const& value, bool one_tag) {
    if (!is_plain(value)) return false;
    DatePoint const& at = value.begin;
    bool const y1 = style_.profile == Profile::ris2001;
    bool const whole = y1 || (one_tag && at.month != 0);
    char year[4];
    put_year(year, static_cast<unsigned>(at.year));
    auto const begin = [&](std::string_view tag) {
        char* const to = open(sink_.reserve(64), tag);
        std::memcpy(to, year, sizeof year);
        return to + sizeof year;
    };
    char* const to = begin(y1 ? "Y1" : "PY");
    close(whole ? put_rest(to, at) : to);
    if (!whole && at.month != 0) close(put_rest(begin("DA"), at));
    return true;
}

void Encoder::raw(std::string_view tag, std::string_view value) {
    char* const to = open(sink_.reserve(value.size() + 64), tag);
    copy(to, value);
    if (is_free_of<'\n', '\r'>(to, value.size())) close(to + value.size());
    else broken_line(tag, value);
}

void Encoder::broken_line(std::string_view tag, std::string_view value) {
    sink_.append(tag);
    sink_.append("  - ");
    value = trimmed(value);
    while (!value.empty()) {
        std::size_t const end = value.find_first_of("\n\r");
        sink_.append(trimmed(value.substr(0, end)));
        value = end == std::string_view::npos ? std::string_view{} : value.substr(end);
        std::size_t breaks = 0;
        for (; !value.empty() && is_blank(value.front()); value.remove_prefix(1)) breaks += value.front() == '\n';
        if (value.empty()) break;
        grammars::ris::Spelling spelling;
        bool const looks_like_a_tag = grammars::ris::spell(value.substr(0, value.find_first_of("\n\r")), spelling);
        if (looks_like_a_tag || breaks == 0) sink_.append(" ");
        else sink_.append(style_.newline);
        if (!looks_like_a_tag && breaks > 1) sink_.append(style_.newline);
    }
    sink_.append(style_.newline);
}

std::string_view Encoder::encoded(Text const& value) {
    scratch_.resize(text::csl_markup_size(value));
    char* const end = text::encode_plain(value, scratch_.data());
    return {scratch_.data(), static_cast<std::size_t>(end - scratch_.data())};
}

void Encoder::tell_of_marks(Text const& value) {
    Field const* field = record_->fields().data();
    Field const* const end = field + record_->fields().size();
    while (field != end && (field->kind() != Kind::text || field->text().plain.data() != value.plain.data())) ++field;
    if (field != end) mapping::report_lost_marks(*record_, *field, {}, losses_);
    else met_marks_ = true;  // it stands in a list
}

bool Encoder::marked(std::string_view tag, Text const& value) {
    if (Extra const* const source = source_of(value)) return raw(tag, source->value), true;
    tell_of_marks(value);
    if (std::none_of(value.marks.begin(), value.marks.end(), text::shows_in_plain)) return padded_line(tag, value.plain);
    raw(tag, encoded(value));
    return true;
}

void Encoder::lines(std::string_view tag, Text const& value) {
    std::string_view rest = value.plain;
    if (!value.marks.empty()) {
        if (source_of(value) != nullptr) {
            for (Extra const& x : record_->extras())  // one for each line
                if (is_source_of(x, value)) raw(x.name, x.value);
            return;
        }
        tell_of_marks(value);
    }
    if (!value.marks.empty() || rest.find_first_of("&<") != std::string_view::npos) rest = encoded(value);
    while (!rest.empty()) {
        std::size_t end = rest.find('\n');
        while (end != std::string_view::npos && rest.substr(end).starts_with("\n\n")) end = rest.find('\n', end + 2);
        if (std::string_view const part = trimmed(rest.substr(0, end)); !part.empty()) raw(tag, part);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
}

bool Encoder::list(std::string_view tag, List values) {
    if (values.size() == 1) return text(tag, values.front());
    met_marks_ = true;
    std::string joined;
    for (Text const& value : values) {
        if (!joined.empty()) joined += "; ";
        joined += encoded(value);
    }
    raw(tag, joined);
    return true;
}

bool Encoder::person(std::string_view tag, Name const& name) {
    std::string_view const family = name.family.plain, given = name.given.plain;
    char* const begin = sink_.reserve(family.size() + given.size() + 64);
    if (!given.empty())  // what BibTeX spells so is plain here too
        if (char* const end = text::copy_as_bib_name(name, open(begin, tag))) return close(end), true;
    bool const has_more = !name.literal.empty() || !name.suffix.empty() || !name.dropping_particle.empty() ||
                          !name.non_dropping_particle.empty() || !name.identifier.empty();
    if (has_more || !name.family.marks.empty() || !name.given.marks.empty()) return false;
    if (!is_capital_words(family) || (!given.empty() && !is_capital_words(given))) return false;
    char* to = open(begin, tag);
    copy(to, family);
    to += family.size();
    *to++ = ',';
    if (!given.empty()) {
        *to++ = ' ';
        copy(to, given);
        to += given.size();
    }
    if (!stands_as_it_is(begin + 6, static_cast<std::size_t>(to - begin - 6))) return false;
    close(to);
    return true;
}

bool Encoder::names(std::string_view tag, Names const& value, VariableId variable) {
    text::NameLoss loss = text::NameLoss::none;
    met_others_ |= value.others;
    for (Name const& name : value.list) {
        if (person(tag, name)) continue;
        met_marks_ = true;
        line(tag, text::encode_ris_name(name, loss));
    }
    if (loss != text::NameLoss::none) lost(loss, variable);
    if (Extra const* const word = value.others ? source_of_others(variable) : nullptr) line(tag, word->value);
    return true;
}

void Encoder::lost(text::NameLoss loss, VariableId variable) {
    auto const say = [&](Code code, std::string_view message) { lost(code, spelling(variable), {}, {}, message); };
    if (loss & text::NameLoss::comma) say(Code::name_flattened, "a comma in a part of a name became a blank");
    if (loss & text::NameLoss::particle) say(Code::name_flattened, "a particle became part of another kind");
    if (loss & text::NameLoss::given) say(Code::name_flattened, "a given name that is alone became a family name");
    if (loss & text::NameLoss::identifier) losses_.put_identifiers(*record_, *record_->field(variable));
}

bool Encoder::date(std::string_view tag, Field const& field) {
    Date const& value = field.date();
    if (!value.literal.empty()) {
        line(tag, value.literal);
        return true;
    }
    text::DateLoss loss = text::DateLoss::none;
    text::ShortText const whole = text::encode_ris_whole(value, loss);
    line(tag, whole.view());
    if (loss != text::DateLoss::none) lost(loss, spelling(field.id()), value, whole.view());
    return true;
}

void Encoder::print_pair() {
    if (!pair_.empty()) line("M3", pair_);
    pair_ = {};
}

void Encoder::lost(text::DateLoss loss, std::string_view field, Date const& value, std::string_view written) {
    std::string const edtf = text::edtf_of(value);
    auto const has = [loss](text::DateLoss flag) { return (loss & flag) != text::DateLoss::none; };
    if (has(text::DateLoss::day)) lost(Code::lost_day, field, edtf, written);
    if (has(text::DateLoss::range_end)) lost(Code::lost_range_end, field, edtf, written);
    if (has(text::DateLoss::precision)) lost(Code::lost_precision, field, edtf, written);
}

void Encoder::begin(Record const& record, std::string_view pair) noexcept {
    record_ = &record;
    pair_ = pair;
    met_marks_ = met_others_ = false;
    has_own_extras_ = std::any_of(record.extras().begin(), record.extras().end(), [](Extra const& x) { return x.format == "ris"; });
}

Extra const* Encoder::source_of(Text const& value) const noexcept {
    if (!has_own_extras_) return nullptr;
    for (Extra const& x : record_->extras())
        if (is_source_of(x, value)) return &x;
    return nullptr;
}

Extra const* Encoder::source_of_others(VariableId variable) const noexcept {
    return source_of(variable, [](std::string_view value) { return text::is_others(value); });
}

bool Encoder::is_source_of(Extra const& extra, Text const& value) const noexcept {
    if (extra.kind != ExtraKind::expression || extra.format != "ris") return false;
    Field const* const field = record_->field(extra.variable);
    return field != nullptr && field->kind() == Kind::text && field->text().plain.data() == value.plain.data();
}

}  // namespace ibid::formats::ris
