// Strings of JSON (RFC 8259, section 7): where one ends, and whether all of it is as it must be.
#pragma once

#include <string_view>

#include "grammars/csl_json.hpp"
#include "grammars/support/lane.hpp"

namespace ibid::grammars::csl_json {

/// What a scan found. `end` is the closing quote; without one it is nullptr, and `code` says why at `where`.
struct StringScan {
    char const* end = nullptr;
    char const* where = nullptr;
    Code code{};
    bool escaped = false;
    bool cut = false;  ///< the text ends before the string does
};

/// Goes on with a string from a backslash or a control character at `at`; `first` is behind the opening quote.
/// Repaired problems go to the batch.
StringScan scan_unusual(char const* first, char const* at, char const* last, Batch& batch);

/// Checks what is not ASCII in a string that scans well otherwise.
StringScan checked_utf8(char const* first, StringScan scan) noexcept;

/// The string behind the opening quote at `first[-1]`.
IBID_INLINE StringScan scan_string(char const* first, char const* last, Batch& batch) {
    bool ascii = true;
    for (char const* at = first; at < last; at += support::Lane::width) {
        support::Lane const lane{at};
        support::Hits const stops = (lane.equals('"') | lane.equals('\\') | lane.at_most('\x1F')).hits();
        support::Hits const others = lane.beyond_ascii().hits();
        if (!stops.any()) {
            ascii = ascii && !others.any();
            continue;
        }
        char const* const stop = at + stops.first();
        if (stop >= last) break;
        if (*stop != '"') [[unlikely]] return scan_unusual(first, stop, last, batch);
        if (!ascii || others.any_up_to(stops)) [[unlikely]] return checked_utf8(first, {.end = stop});
        return {.end = stop};
    }
    return {.where = first - 1, .code = Code::unclosed_string, .cut = true};
}

}  // namespace ibid::grammars::csl_json
