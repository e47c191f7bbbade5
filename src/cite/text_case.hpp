// Letter case of a flat text: which bytes become what. It knows no spans; whoever has some keeps them in step.
// Specification: CSL 1.0.2, "Text-case", "Title Case Conversion"; where the official suite differs (sentence case,
// titles in capitals), as the suite has it.
#pragma once

#include "cite/output.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// The bytes [begin, end).
struct Range {
    std::uint32_t begin = 0, end = 0;
};

/// Bytes [begin, end) that become something else.
struct CaseEdit {
    std::uint32_t begin = 0, end = 0;
    std::string text{};
};

/// How to bring a text to a letter case: edits in their order, none of which holds one of the places `cuts` inside it.
/// `kept` are ranges that stay as they are; both are sorted. Titles change if `language` (BCP 47) is English only.
std::vector<CaseEdit> case_edits(TextCase text_case, std::string_view text, std::span<Range const> kept,
                                 std::span<std::uint32_t const> cuts, std::string_view language);

/// The same for a text that has no spans.
std::string with_case(TextCase text_case, std::string_view text, std::string_view language);

/// Whether a language is English; none is, too.
bool is_english(std::string_view language) noexcept;

/// The edits of TextCase::title (title_case.cpp).
std::vector<CaseEdit> title_edits(std::string_view text, std::span<Range const> kept, std::string_view language);

}  // namespace ibid::cite
