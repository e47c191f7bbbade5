// Raw JSON: values that were kept as their source, printed in the style of the output.
#pragma once

#include "formats/csl_json/printer.hpp"
#include "grammars/csl_json.hpp"

#include <string>
#include <string_view>

namespace ibid::formats::csl_json {

class RawJson {
public:
    /// Prints a value on one line. What is not JSON is printed as a string: it came from elsewhere than a reader.
    void print(std::string_view source, Printer& to);

private:
    void print(std::uint32_t at, Printer& to) const;

    grammars::csl_json::Batch batch_;
    std::string wrapped_;
};

}  // namespace ibid::formats::csl_json
