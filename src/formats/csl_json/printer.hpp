// Printer: the JSON of one item, pretty (a member a line) or compact. It knows brackets and commas, no variables.
#pragma once

#include "text/json_out.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::formats::csl_json {

class Printer {
public:
    Printer(Sink& sink, bool pretty) noexcept : out(sink), pretty_(pretty) {}

    [[nodiscard]] bool pretty() const noexcept { return pretty_; }

    /// One of two tokens.
    template <std::size_t N, std::size_t M>
    void either(char const (&pretty)[N], char const (&compact)[M]) {
        if (pretty_) out.token(pretty);
        else out.token(compact);
    }
    void comma() { either(", ", ","); }

    /// Opens an object or array on this line; `next` separates what is in it.
    void open(char bracket) {
        out.character(bracket);
        first_ = true;
    }
    void close(char bracket) {
        out.character(bracket);
        first_ = false;
    }
    void next() {
        if (!first_) comma();
        first_ = false;
    }
    /// The name of the next member of an object on this line.
    void name(std::string_view key) {
        next();
        out.word(key);
        either(": ", ":");
    }
    /// The name of the next member of the item.
    void member(std::string_view key) {
        either(",\n    ", ",");
        out.word(key);
        either(": ", ":");
    }

    text::JsonOut out;

private:
    bool pretty_;
    bool first_ = true;
};

}  // namespace ibid::formats::csl_json
