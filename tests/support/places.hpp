// Where tests find files: the project's own, and the data that may be kept beside it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace ibid::tests {

/// The exit code by which a test program says that what it needs is not there; print why before.
inline constexpr int skipped = 77;

/// A path inside the project: source("samples").
inline std::filesystem::path source(std::string const& path) { return std::filesystem::path(IBID_SOURCE_DIR) / path; }

/// A path inside the data kept beside the project (environment variable IBID_SHARED, else the CMake variable of this
/// name, else ../shared); empty if it is not there.
inline std::filesystem::path shared(std::string const& path) {
    char const* const place = std::getenv("IBID_SHARED");
    std::filesystem::path const root = place != nullptr ? place : IBID_SHARED_DIR;
    return !root.empty() && std::filesystem::exists(root / path) ? root / path : std::filesystem::path{};
}

}  // namespace ibid::tests
