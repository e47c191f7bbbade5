// Archive: a zip archive, whose members are read as files are. Nothing is unpacked to disk, archives are not written, and
// archives within archives are not opened.
#pragma once

#include "ibid/diagnostic.hpp"
#include "ibid/limits.hpp"
#include "ibid/source.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace ibid {

/// A file in an archive.
struct ArchiveMember {
    std::string name;                ///< as the archive has it, in UTF-8: "dir/a.bib"
    std::filesystem::path relative;  ///< the same for a file to be made below a folder: no root, no "..", never empty
};

/// An archive by its directory. Its file is opened anew for each member, so many archives need no more descriptors.
class Archive {
public:
    virtual ~Archive() = default;

    /// The path that it was opened by.
    [[nodiscard]] virtual std::filesystem::path const& path() const noexcept = 0;
    /// Its files, in the order of its directory; folders are left out.
    [[nodiscard]] virtual std::span<ArchiveMember const> members() const noexcept = 0;
    /// A member, named "refs.zip/dir/a.bib" in messages; null and a cannot-read diagnostic if it is encrypted, a link or packed
    /// in a way that is not known (stored and deflated members are read). That its checksum is wrong shows at its end.
    /// All members together are held against the limits of what is decompressed; one that is read again, by itself.
    [[nodiscard]] virtual std::unique_ptr<Source> open(std::size_t member, Diagnostics& diagnostics, std::string_view encoding = {}) = 0;
};

/// Whether a regular file begins as zip archives do. Archives with a program before them are none.
bool is_archive(std::filesystem::path const& path);
/// Reads the directory of a zip archive; null and a cannot-read diagnostic if that fails. `limits`: of its members.
std::unique_ptr<Archive> open_archive(std::filesystem::path const& path, Diagnostics& diagnostics, Limits const& limits = {});

}  // namespace ibid
