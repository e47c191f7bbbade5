// A document of CSL-JSON under way: what parse() does with one window. csl_json.cpp has the document as it should be,
// csl_json_skip.cpp the way on behind an item that is broken.
// All of it is linear: an item is read once, and what is broken is passed over once, forwards.
#pragma once

#include "grammars/csl_json_value.hpp"
#include "grammars/support/scan.hpp"

namespace ibid::grammars::csl_json {

class Document {
public:
    Document(std::string_view window, bool at_end, State& state, Batch& batch, Limits const& limits) noexcept
        : begin_{window.data()}, first_{begin_}, last_{begin_ + window.size()}, at_end_{at_end}, state_{state},
          batch_{batch}, limits_{limits} {}

    Parsed parse();

private:
    using Stage = State::Stage;

    /// Sizes of the batch, to go back to.
    struct Mark {
        std::size_t nodes, problems;
    };

    // As it should be. Each does something with the byte at `first_`, which is no white space.
    void step();
    void begin_document();
    void end_array();
    void read_separator();
    void read_further_member();
    void read_next_object();
    void read_item();
    void finish();

    // Items.
    void take(char const* end, Mark before, bool complete = true);
    void end_item() noexcept;
    void give_up(char const* stop, Read const& value, Mark before);

    // Behind an error.
    void begin_skipping(std::uint32_t depth, bool in_string) noexcept;
    void skip();
    void skip_byte(char byte) noexcept;
    char const* try_item();
    bool waits_at(char const* at) noexcept;
    [[nodiscard]] bool may_begin_item() const noexcept;
    [[nodiscard]] bool ends_array(char bracket, char const* behind) const noexcept;
    [[nodiscard]] bool ends_item(char bracket, char const* behind) const noexcept;

    [[nodiscard]] Mark mark() const noexcept { return {batch_.nodes.size(), batch_.problems.size()}; }
    void rewind(Mark mark) {
        batch_.nodes.resize(mark.nodes);
        batch_.problems.resize(mark.problems);
    }
    void report(Code code, char const* where) { batch_.problems.push_back({code, where}); }
    void pass_over(char const* to);

    [[nodiscard]] bool is_array() const noexcept {
        return state_.shape == Shape::array || state_.shape == Shape::wrapped;
    }
    [[nodiscard]] std::size_t consumed() const noexcept { return static_cast<std::size_t>(first_ - begin_); }
    [[nodiscard]] std::size_t room(char const* at) const noexcept { return static_cast<std::size_t>(last_ - at); }

    /// How far an item at `at` may reach.
    [[nodiscard]] char const* limit(char const* at) const noexcept {
        return room(at) > limits_.max_record ? at + limits_.max_record : last_;
    }
    /// Was what ended at `stop` ended by the window alone?
    [[nodiscard]] bool may_grow(char const* stop) const noexcept { return stop == last_ && !at_end_; }

    [[nodiscard]] char const* skip_space(char const* at) const noexcept {
        return support::skip_while<' ', '\n', '\r', '\t'>(at, last_);
    }

    char const* begin_;
    char const* first_;
    char const* last_;
    bool at_end_;
    bool need_more_ = false;
    State& state_;
    Batch& batch_;
    Limits const& limits_;
};

}  // namespace ibid::grammars::csl_json
