// Compression: how the bytes of a file may be packed. Inputs are told by their content and unpacked by every Source, as far as
// its Limits allow; outputs are packed by compressed_sink().
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ibid {

/// The compressions that are read and written: gzip (RFC 1952), zstd (RFC 8878), xz (the .xz file format 1.1) and bzip2.
enum class Compression : std::uint8_t { none, gzip, zstd, xz, bzip2 };

/// The one that a file's name ends in (.gz, .zst, .xz, .bz2, in any letter case); else none.
Compression compression_of_name(std::string_view file_name) noexcept;
/// The name without that ending: "refs.bib" of "refs.bib.gz".
std::string_view without_compression(std::string_view file_name) noexcept;
/// The one that is called "gzip", "zstd", "xz" or "bzip2"; nothing for any other name.
std::optional<Compression> compression_named(std::string_view name) noexcept;
/// The ending of its files, without a dot: "gz"; empty for none.
std::string_view extension(Compression) noexcept;

}  // namespace ibid
