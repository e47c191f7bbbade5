// Raw JSON: values that were kept as their source, printed in the style of the output.
#pragma once

#include "formats/csl_json/printer.hpp"
#include "grammars/csl_json.hpp"
#include "ibid/variable.hpp"

#include <string>
#include <string_view>

namespace ibid::formats::csl_json {

class RawJson {
public:
    /// Takes a value. What is not JSON is a string from now on: it came from elsewhere than a reader.
    void take(std::string_view source);
    /// Whether csl-data.json lets the value stand for a variable of this kind.
    [[nodiscard]] bool conforms(Kind kind) const;
    /// Prints the value on one line; `lines`: the values of an array on a line each, as names are.
    void print(Printer& to, bool lines = false);

private:
    static constexpr std::uint32_t value = 2;  ///< the value's node: behind the item and the member's name

    [[nodiscard]] bool is_json(std::size_t size) const noexcept;
    [[nodiscard]] bool is_date() const;
    [[nodiscard]] bool is_names() const;
    [[nodiscard]] bool is_name(std::uint32_t at) const;
    void print(std::uint32_t at, Printer& to);

    grammars::csl_json::Batch batch_;
    std::string wrapped_;
    std::string_view text_;  ///< what is no JSON
    std::string decoded_;
};

}  // namespace ibid::formats::csl_json
