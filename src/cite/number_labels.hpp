// Labels within numbers: items hold "7, p. 3-8" or "ch. 5 para. 1-3" where a number is expected. What they are cut into;
// what is printed for them is the renderer's business.
#pragma once

#include <string_view>
#include <vector>

namespace ibid::cite {

/// A number with the label that stands before it.
struct LabelledNumber {
    std::string_view lead{};   ///< what stands between it and the one before, as it is written
    std::string_view term{};   ///< the term that the label stands for: "page"; empty: no label
    std::string_view number{}; ///< the rest, up to the next label
};

/// The numbers of a value. A label counts at its beginning, and behind a number or punctuation; all else is one number.
std::vector<LabelledNumber> split_labels(std::string_view value);

}  // namespace ibid::cite
