// The sink of a file. Written aside under a name of its own and renamed at the end: whoever looks sees the old file
// or the new one, and a run that breaks off leaves the old one. No fsync: a crash of the machine is not our business.
#include "io/descriptor_sink.hpp"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ibid {

namespace {

namespace fs = std::filesystem;

class FileSink final : public io::DescriptorSink {
public:
    /// `aside`: the file that is open; finish() gives it the name `target`. Empty: the target itself is open.
    FileSink(int descriptor, fs::path target, fs::path aside, std::string_view name, Diagnostics& diagnostics)
        : DescriptorSink{descriptor, name, diagnostics}, target_{std::move(target)}, aside_{std::move(aside)} {}

    ~FileSink() override {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!aside_.empty()) ::unlink(aside_.c_str());
    }

    bool finish() override {
        if (descriptor_ < 0) return good_;
        flush_all();
        if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
        if (!good_ || aside_.empty()) return good_;
        if (::rename(aside_.c_str(), target_.c_str()) != 0)
            fail(errno);
        else
            aside_.clear();
        return good_;
    }

private:
    fs::path target_;
    fs::path aside_;
};

/// The file that a name stands for, symbolic links followed; it need not exist.
fs::path follow_links(fs::path path) {
    for (int links = 0; links < 40; ++links) {  // as many as Linux follows
        std::error_code error;
        fs::path const to = fs::read_symlink(path, error);
        if (error) break;
        path = to.is_absolute() ? to : path.parent_path() / to;
    }
    return path;
}

/// What the kernel makes out of descriptors (/dev/stdout) must not be replaced by a file of that name.
bool is_descriptor_name(fs::path const& path) {
    auto const& name = path.native();
    return name.starts_with("/dev/") || name.starts_with("/proc/");
}

/// Creates a file beside the target that nobody else has; -1 with errno if that fails.
int create_aside(fs::path const& target, fs::path& aside) {
    static std::atomic<unsigned> serial{0};
    for (;;) {
        std::string name = ".";
        name.append(target.filename().string(), 0, 200);
        name.append(".").append(std::to_string(::getpid())).append("-").append(std::to_string(serial++)).append(".part");
        aside = target.parent_path() / name;
        int const descriptor = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
}

/// Opens what is to be written: the target itself, or a file aside. An errno value is the fault.
std::optional<int> open_target(fs::path const& path, fs::path& target, fs::path& aside, int& descriptor) {
    struct stat status {};
    bool const exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) return EISDIR;
    if (exists && (!S_ISREG(status.st_mode) || is_descriptor_name(path))) {
        descriptor = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
        if (descriptor < 0) return errno;
        return std::nullopt;
    }
    target = follow_links(path);
    if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) return errno;
    descriptor = create_aside(target, aside);
    if (descriptor < 0) return errno;
    if (exists) {
        // The owner first, for a change of owner may take permissions away; that it may fail is all right.
        if (::fchown(descriptor, status.st_uid, status.st_gid) != 0) errno = 0;
        if (::fchmod(descriptor, status.st_mode & 07777) != 0) errno = 0;
    }
    return std::nullopt;
}

}  // namespace

std::unique_ptr<Sink> create_file(fs::path const& path, Diagnostics& diagnostics) {
    fs::path target;
    fs::path aside;
    int descriptor = -1;
    if (auto const error = open_target(path, target, aside, descriptor)) {
        io::report_cannot_write(diagnostics, path.string(), *error);
        return nullptr;
    }
    return std::make_unique<FileSink>(descriptor, std::move(target), std::move(aside), path.string(), diagnostics);
}

}  // namespace ibid
