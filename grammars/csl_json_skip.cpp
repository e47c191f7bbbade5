// The way on behind an error: to where the broken item ends by its brackets and quotes, or, since they may be what is
// broken, to an object that can only be the next item. Every byte is looked at once more, and not a third time.

#include "grammars/csl_json_document.hpp"

#include <algorithm>

namespace ibid::grammars::csl_json {
namespace {

constexpr bool is_space(char byte) noexcept { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// Did the error happen between two quotes?
bool is_inside_string(Read const& value) noexcept {
    return value.code == Code::bad_escape || value.code == Code::bad_utf8
           || (value.cut && value.code == Code::unclosed_string);
}

/// Every item has both (CSL 1.0.2); a name or a date has neither.
bool is_like_item(Batch const& batch, std::size_t node) {
    auto const first_node = static_cast<std::uint32_t>(node);
    return has_member(batch, first_node, "id") || has_member(batch, first_node, "type");
}

}  // namespace

/// The item at `first_` is broken: its members up to the error are kept.
void Document::give_up(char const* stop, Read const& value, Mark before) {
    bool const too_long = value.cut && stop != last_;
    char const* const end = value.cut ? stop : value.where;
    report(too_long ? Code::item_too_long : value.code, too_long ? first_ : value.where);
    if (*first_ == '{' && keep_whole_members(batch_, static_cast<std::uint32_t>(before.nodes), end)) {
        take(end, before, false);
    } else {
        batch_.nodes.resize(before.nodes);
        pass_over(end);
        end_item();
    }
    if (value.cut && !too_long) state_.stage = Stage::failed;  // the end of the file, and all is said
    else begin_skipping(value.depth, is_inside_string(value));
}

void Document::begin_skipping(std::uint32_t depth, bool in_string) noexcept {
    state_.stage = Stage::skipping;
    state_.depth = depth;
    state_.in_string = in_string;
    state_.before = state_.before_that = 0;
}

void Document::skip() {
    char const* at = first_;
    while (at != last_) {
        char const byte = *at;
        if (byte == '{' && may_begin_item()) {
            char const* const name = skip_space(at + 1);
            if (name == last_ && waits_at(at)) break;
            if (name != last_ && *name == '"') {
                pass_over(at);
                at = try_item();
                if (at == nullptr) return;
                continue;
            }
        }
        if ((byte == '}' || byte == ']') && !state_.in_string && state_.depth <= 1) {
            char const* const behind = skip_space(at + 1);
            if (behind == last_ && waits_at(at)) break;
            if (ends_item(byte, behind)) {
                pass_over(ends_array(byte, behind) ? at : at + 1);
                return end_item();
            }
        }
        if (byte == '\\' && state_.in_string) {
            if (at + 1 == last_ && waits_at(at)) break;
            at = std::min(at + 2, last_);
            continue;
        }
        skip_byte(byte);
        ++at;
    }
    pass_over(at);
}

/// More of the file must be seen to know what is at `at`.
bool Document::waits_at(char const* at) noexcept {
    need_more_ = !at_end_ && room(at) <= limits_.max_record;
    return need_more_;
}

void Document::skip_byte(char byte) noexcept {
    if (is_space(byte)) {
        if (byte == '\n' || byte == '\r') state_.in_string = false;  // a string ends with its line at the latest
        return;
    }
    state_.before_that = state_.before;
    state_.before = byte;
    if (byte == '"') state_.in_string = !state_.in_string;
    if (state_.in_string) return;
    if (byte == '{' || byte == '[') ++state_.depth;
    if ((byte == '}' || byte == ']') && state_.depth != 0) --state_.depth;
}

/// `}, {` can be nothing but the next object of an array, whatever the quotes say: inside a string the quote that
/// must follow would be escaped.
bool Document::may_begin_item() const noexcept {
    if (state_.depth == 0 && !state_.in_string) return true;
    return state_.before == '}' || (state_.before == ',' && state_.before_that == '}');
}

/// Does this bracket end the array of the items, given what stands behind?
bool Document::ends_array(char bracket, char const* behind) const noexcept {
    return bracket == ']' && is_array() && !state_.ended && (state_.depth == 0 || behind == last_);
}

/// Does this bracket end the broken item, or the array around it?
bool Document::ends_item(char bracket, char const* behind) const noexcept {
    if (ends_array(bracket, behind)) return true;
    if (state_.depth == 0) return false;
    return behind == last_ || *behind == ',' || *behind == '{' || (*behind == ']' && is_array());
}

/// The object at `first_` may be an item. Answers where to go on, nullptr if passing over is at its end.
char const* Document::try_item() {
    char const* const stop = limit(first_);
    Mark const before = mark();
    Read const value = read_value(first_, stop, batch_, limits_);
    if (value.cut && may_grow(stop)) {
        rewind(before);
        need_more_ = true;
        return nullptr;
    }
    bool const expected = state_.depth == 0 && !state_.in_string;
    if (expected || is_like_item(batch_, before.nodes)) {
        if (value.whole) take(value.end, before);
        else give_up(stop, value, before);
        return nullptr;
    }
    rewind(before);
    if (value.whole) {  // a name or a date, and so there is no string around it
        state_.in_string = false;
        state_.before = '}';
        return value.end;
    }
    state_.depth += value.depth;
    state_.in_string = is_inside_string(value);
    state_.before = 0;
    return value.cut ? stop : std::max(value.where, first_ + 1);
}

}  // namespace ibid::grammars::csl_json
