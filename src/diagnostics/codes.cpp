// The rows of diagnostics.def, and the words for severities.
#include "ibid/diagnostic.hpp"

#include <array>

namespace ibid {

namespace {

constexpr CodeInfo codes[] = {
#define IBID_DIAGNOSTIC(name, spelling, severity, help) {Code::name, spelling, Severity::severity, help},
#include "ibid/diagnostics.def"
#undef IBID_DIAGNOSTIC
};

}  // namespace

CodeInfo const& info(Code code) noexcept { return codes[static_cast<std::size_t>(code)]; }

std::span<CodeInfo const> all_codes() noexcept { return codes; }

std::string_view spelling(Severity severity) noexcept {
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    case Severity::fatal: return "fatal";
    }
    return {};
}

}  // namespace ibid
