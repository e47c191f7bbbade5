// Zip archives: minizip reads the directory and hands the packed bytes of a member out; DecompressedInput does the rest, so
// that limits, early ends and damage are what they are for compressed files.
// The format: PKWARE's APPNOTE.TXT 6.3.10; names that are no UTF-8 are in code page 437 (its appendix D).
#include "ibid/archive.hpp"

#include "io/charset.hpp"
#include "io/compression/decompressed_input.hpp"
#include "io/utf8.hpp"
#include "io/window_source.hpp"

#include <array>
#include <fstream>
#include <optional>
#include <utility>
#include <vector>

#include <minizip/unzip.h>
#include <sys/stat.h>

namespace ibid {

namespace io {

namespace {

namespace fs = std::filesystem;

struct Closing {
    void operator()(void* zip) const noexcept { ::unzClose(zip); }
};
using Zip = std::unique_ptr<void, Closing>;

/// What the directory says of a member.
struct Entry {
    unz64_file_pos place{};
    unz_file_info64 info{};
    bool counted = false;  ///< against the limit of the archive: once, however often it is read
};

/// The bytes of a member as they stand in the archive.
class PackedInput final : public ByteInput {
public:
    PackedInput(std::string path, unz64_file_pos place) : path_{std::move(path)}, place_{place}, zip_{::unzOpen64(path_.c_str())} {
        int method = 0;
        bool const open = zip_ != nullptr && ::unzGoToFilePos64(zip_.get(), &place_) == UNZ_OK
                          && ::unzOpenCurrentFile2(zip_.get(), &method, nullptr, 1) == UNZ_OK;
        if (!open) fail();
    }

    std::size_t read(char* to, std::size_t size) override {
        if (fault_) return 0;
        int const got = ::unzReadCurrentFile(zip_.get(), to, at_most_32_bits(size));
        if (got < 0) fail();
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    [[nodiscard]] std::unique_ptr<ByteInput> again() const override { return std::make_unique<PackedInput>(path_, place_); }
    [[nodiscard]] bool is_repeatable() const noexcept override { return true; }

private:
    void fail() { fault_ = Notice{Code::cannot_read, "the archive is damaged here"}; }

    std::string path_;
    unz64_file_pos place_;
    Zip zip_;
};

std::string in_utf8(std::string name) {
    char const* const end = name.data() + name.size();
    if (skip_utf8(name.data(), end) == end) return name;
    auto const charset = Charset::named("CP437");
    if (charset == nullptr) return name;
    std::string out(3 * name.size() + longest_sequence, '\0');
    out.resize(charset->decode(name, true, out.data(), out.size()).made);
    return out;
}

/// The parts of the name that lead downwards: no root, no drive, no "..".
fs::path downwards(std::string_view name) {
    fs::path path;
    while (!name.empty()) {
        std::string_view const part = name.substr(0, name.find_first_of("/\\"));
        name.remove_prefix(std::min(part.size() + 1, name.size()));
        if (!part.empty() && part != "." && part != ".." && !part.ends_with(':')) path /= part;
    }
    return path.empty() ? fs::path("member") : path;
}

/// Why a member cannot be read; empty: nothing speaks against it.
std::string obstacle(unz_file_info64 const& info) {
    constexpr unsigned long encrypted = 1, made_by_unix = 3;
    if ((info.flag & encrypted) != 0) return "the member is encrypted";
    if (info.version >> 8 == made_by_unix && S_ISLNK(info.external_fa >> 16)) return "the member is a symbolic link";
    if (info.compression_method == 0 || info.compression_method == Z_DEFLATED) return {};
    struct Method {
        unsigned long number;
        char const* name;
    };
    constexpr Method names[] = {{1, "shrink"}, {6, "implode"}, {9, "deflate64"}, {12, "bzip2"}, {14, "lzma"}, {93, "zstd"}, {95, "xz"}, {98, "ppmd"}};
    std::string const number = std::to_string(info.compression_method);
    for (Method const& method : names)
        if (method.number == info.compression_method) return std::string("the member is compressed by ") + method.name + ", which is not read in archives";
    return "the member is compressed by method " + number + ", which is not known";
}

class ZipArchive final : public Archive {
public:
    ZipArchive(fs::path path, Limits const& limits) : path_{std::move(path)}, limits_{limits}, allowance_{fresh_allowance()} {}

    /// Reads the directory; false if it is damaged.
    bool read_directory() {
        if (is_empty()) return true;
        Zip const zip{::unzOpen64(path_.c_str())};
        unz_global_info64 all{};
        if (zip == nullptr || ::unzGetGlobalInfo64(zip.get(), &all) != UNZ_OK) return false;
        if (all.number_entry == 0) return false;  // its end is cut off
        int state = ::unzGoToFirstFile(zip.get());
        for (; state == UNZ_OK; state = ::unzGoToNextFile(zip.get()))
            if (!add(zip.get())) return false;
        return state == UNZ_END_OF_LIST_OF_FILE;
    }

    [[nodiscard]] fs::path const& path() const noexcept override { return path_; }
    [[nodiscard]] std::span<ArchiveMember const> members() const noexcept override { return members_; }

    [[nodiscard]] std::unique_ptr<Source> open(std::size_t member, Diagnostics& diagnostics, std::string_view encoding) override {
        std::string const name = path_.string() + "/" + members_[member].name;
        auto& [place, info, counted] = entries_[member];
        if (std::string why = obstacle(info); !why.empty()) {
            put(diagnostics, name, {Code::cannot_read, std::move(why)});
            return nullptr;
        }
        bool const stored = info.compression_method == 0;
        Packing const packing{stored ? "stored" : "deflated", stored ? nullptr : make_deflate_decoder, nullptr,
                              static_cast<std::uint32_t>(info.crc), info.uncompressed_size};
        auto const allowance = std::exchange(counted, true) ? fresh_allowance() : allowance_;
        auto input = std::make_unique<DecompressedInput>(packing, std::string_view{}, std::make_unique<PackedInput>(path_.string(), place), allowance);
        return std::make_unique<WindowSource>(std::move(input), name, &diagnostics, WindowSource::usual_capacity, encoding, limits_);
    }

private:
    /// Whether the end of the directory is all there is, which minizip takes for damage.
    [[nodiscard]] bool is_empty() const {
        std::ifstream file(path_, std::ios::binary);
        std::array<char, 23> bytes{};
        file.read(bytes.data(), bytes.size());
        return file.gcount() == 22 && std::string_view(bytes.data(), 4) == "PK\5\6";
    }
    bool add(unzFile zip) {
        Entry entry;
        auto const look = [&](std::string& name) {
            return ::unzGetCurrentFileInfo64(zip, &entry.info, name.data(), name.size(), nullptr, 0, nullptr, 0) == UNZ_OK;
        };
        std::string name;
        if (::unzGetFilePos64(zip, &entry.place) != UNZ_OK || !look(name)) return false;
        name.resize(entry.info.size_filename);
        if (!look(name)) return false;
        name.resize(std::min(name.find('\0'), name.size()));
        if (name.empty() || name.ends_with('/') || name.ends_with('\\')) return true;
        name = in_utf8(std::move(name));
        fs::path relative = downwards(name);
        members_.push_back({std::move(name), std::move(relative)});
        entries_.push_back(entry);
        return true;
    }

    [[nodiscard]] std::shared_ptr<Allowance> fresh_allowance() const {
        return std::make_shared<Allowance>(Allowance{limits_.decompressed_size, limits_.decompressed_ratio});
    }

    fs::path path_;
    Limits limits_;
    std::shared_ptr<Allowance> allowance_;
    std::vector<ArchiveMember> members_;
    std::vector<Entry> entries_;  ///< of the members, in their order
};

}  // namespace

}  // namespace io

bool is_archive(std::filesystem::path const& path) {
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(path, unknown)) return false;
    int error = 0;
    auto const input = io::file_input(path.string(), error);
    std::array<char, 4> begin{};
    return input != nullptr && input->read(begin.data(), begin.size()) == begin.size() && io::begins_archive({begin.data(), begin.size()});
}

std::unique_ptr<Archive> open_archive(std::filesystem::path const& path, Diagnostics& diagnostics, Limits const& limits) {
    int error = 0;
    bool const readable = io::file_input(path.string(), error) != nullptr;
    auto archive = std::make_unique<io::ZipArchive>(path, limits);
    if (readable && archive->read_directory()) return archive;
    io::Notice const damaged{Code::cannot_read, "the directory of the zip archive is damaged, or its end is missing"};
    io::put(diagnostics, path.native(), readable ? damaged : io::fault_of(error));
    return nullptr;
}

}  // namespace ibid
