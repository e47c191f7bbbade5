// The documents of CSL-JSON: how items are packed. The grammar of an item is in csl_json_value.cpp.

#include "grammars/csl_json.hpp"

#include "grammars/csl_json_document.hpp"

namespace ibid::grammars::csl_json {

Parsed parse(std::string_view window, bool at_end, State& state, Batch& batch, Limits const& limits) {
    return Document{window, at_end, state, batch, limits}.parse();
}

Parsed Document::parse() {
    while (!need_more_ && consumed() < limits_.max_batch) {
        bool const by_tokens = state_.stage != Stage::skipping && state_.stage != Stage::failed;
        if (by_tokens) first_ = skip_space(first_);
        if (first_ == last_) break;
        if (state_.stage == Stage::skipping) skip();
        else step();
    }
    if (first_ == last_ && at_end_) finish();
    return {consumed(), need_more_};
}

void Document::step() {
    switch (state_.stage) {
    case Stage::start: return begin_document();
    case Stage::first_item: return *first_ == ']' ? end_array() : read_item();
    case Stage::item:
        if (*first_ != ']') return read_item();
        report(Code::trailing_comma, first_);
        return end_array();
    case Stage::separator: return read_separator();
    case Stage::members: return read_further_member();
    case Stage::objects: return read_next_object();
    case Stage::done:
        if (!state_.ended) report(Code::trailing_text, first_);
        state_.ended = true;
        if (*first_ == '[' || *first_ == '{') state_.stage = Stage::start;
        else begin_skipping(0, false);
        return;
    case Stage::skipping:
    case Stage::failed: pass_over(last_);
    }
}

void Document::begin_document() {
    if (*first_ == '[') {
        ++first_;
        state_.shape = Shape::array;
        state_.stage = Stage::first_item;
        return;
    }
    char const* const stop = limit(first_);
    if (*first_ == '{') {
        bool cut = false;
        char const* const items = find_items(first_, stop, batch_, limits_, cut);
        if (cut && may_grow(stop)) {
            need_more_ = true;
            return;
        }
        if (items != nullptr) pass_over(items);
        state_.shape = items != nullptr ? Shape::wrapped : Shape::unknown;
        state_.stage = items != nullptr ? Stage::first_item : Stage::objects;
        return;
    }
    Mark const before = mark();
    Read const value = read_value(first_, stop, batch_, limits_);
    rewind(before);
    if (value.cut && may_grow(stop)) {
        need_more_ = true;
        return;
    }
    report(value.whole ? Code::not_items : Code::not_json, first_);
    pass_over(value.whole ? value.end : last_);
    state_.stage = value.whole ? Stage::done : Stage::failed;
}

void Document::end_array() {
    ++first_;
    state_.stage = state_.shape == Shape::wrapped ? Stage::members : Stage::done;
}

void Document::read_separator() {
    switch (*first_) {
    case ']': return end_array();
    case ',':
        ++first_;
        state_.stage = Stage::item;
        return;
    case '{':
        report(Code::missing_comma, first_);
        state_.stage = Stage::item;
        return;
    default:
        report(Code::expected_comma, first_);
        begin_skipping(0, false);
    }
}

void Document::read_further_member() {
    if (*first_ == '}') {
        ++first_;
        state_.stage = Stage::done;
        return;
    }
    char const* const stop = limit(first_);
    Mark const before = mark();
    bool items = false;
    Read const member = read_member(first_, stop, batch_, limits_, items);
    if (member.cut && may_grow(stop)) {
        rewind(before);
        need_more_ = true;
    } else if (member.whole) {
        pass_over(member.end);
        if (items) state_.stage = Stage::first_item;
    } else {
        report(member.code, member.where);
        pass_over(member.cut ? stop : member.where);
        begin_skipping(member.depth, false);
    }
}

void Document::read_next_object() {
    if (*first_ == '{') return read_item();
    report(Code::trailing_text, first_);
    if (*first_ == ',') ++first_;  // an array without its brackets
    else if (*first_ == '[') state_.stage = Stage::start;
    else begin_skipping(0, false);
}

void Document::read_item() {
    char const* const stop = limit(first_);
    Mark const before = mark();
    Read const value = read_value(first_, stop, batch_, limits_);
    if (value.cut && may_grow(stop)) {
        rewind(before);
        need_more_ = true;
    } else if (!value.whole) {
        give_up(stop, value, before);
    } else if (*first_ == '{') {
        take(value.end, before);
    } else {
        rewind(before);
        report(Code::not_an_item, first_);
        pass_over(value.end);
        end_item();
    }
}

void Document::take(char const* end, Mark before, bool complete) {
    batch_.items.push_back({{first_, static_cast<std::size_t>(end - first_)},
                            static_cast<std::uint32_t>(before.nodes), complete});
    first_ = end;
    end_item();
}

void Document::end_item() noexcept {
    if (is_array()) {
        state_.stage = Stage::separator;
    } else {
        state_.shape = state_.shape == Shape::unknown ? Shape::object : Shape::lines;
        state_.stage = Stage::objects;
    }
}

/// The window is at its end, and so is the file.
void Document::finish() {
    switch (state_.stage) {
    case Stage::start:
        if (state_.shape == Shape::unknown) report(Code::empty_document, last_);
        break;
    case Stage::first_item:
    case Stage::item:
    case Stage::separator:
    case Stage::members: report(Code::unclosed_array, last_); break;
    default: break;
    }
    state_.stage = Stage::failed;
}

void Document::pass_over(char const* to) {
    if (to == first_) return;
    auto& skipped = batch_.skipped;
    if (!skipped.empty() && skipped.back().data() + skipped.back().size() == first_)
        skipped.back() = {skipped.back().data(), static_cast<std::size_t>(to - skipped.back().data())};
    else skipped.emplace_back(first_, static_cast<std::size_t>(to - first_));
    first_ = to;
}

}  // namespace ibid::grammars::csl_json
