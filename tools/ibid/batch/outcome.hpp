// Outcome: how the work on one output ended, for the summary and the report.
#pragma once

#include <ibid/convert.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid::tools {

struct Outcome {
    enum class Status {
        left,     ///< not begun, or broken off by a signal
        written,
        skipped,  ///< there was nothing to do
        failed,   ///< there is no output, or no new one
    };

    Status status = Status::left;
    std::string reason{};      ///< why it failed or was skipped; of one that was written: which of its inputs is missing, and why
    Counts counts{};           ///< of its records; none if the status is `left`
    std::size_t records_left = 0;  ///< if it is: that were read before
    std::string to_tell{};     ///< lines for standard error that are no diagnostics
    bool is_up_to_date = false;   ///< skipped because the output is there
    bool stopped = false;         ///< OnError::stop has ended it: nothing else is to be begun
    bool reader_is_gone = false;  ///< nobody reads the output any more: the same
    bool told_unseen = false;     ///< `to_tell` says that no record has a field that was asked for
    bool is_own_fault = false;    ///< the program is to blame
};

/// "written".
constexpr std::string_view spelling(Outcome::Status status) noexcept {
    constexpr std::string_view words[] = {"left", "written", "skipped", "failed"};
    return words[static_cast<std::size_t>(status)];
}

}  // namespace ibid::tools
