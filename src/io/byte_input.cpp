// ByteInput over POSIX descriptors and over memory. A regular file is read at offsets of its own, so that a second
// input over the same descriptor does not disturb the first.
#include "io/byte_input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ibid::io {

namespace {

/// A descriptor, closed with its last input if it was opened here.
class Descriptor {
public:
    Descriptor(int number, bool owned) noexcept : number_{number}, owned_{owned} {}
    ~Descriptor() {
        if (owned_) ::close(number_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_;
    bool owned_;
};

class DescriptorInput final : public ByteInput {
public:
    /// `begin`: the offset of a regular file's first byte; none: a pipe, a terminal, a device.
    DescriptorInput(std::shared_ptr<Descriptor const> descriptor, std::optional<off_t> begin)
        : descriptor_{std::move(descriptor)}, begin_{begin}, at_{begin.value_or(0)} {}

    std::size_t read(char* to, std::size_t size) override {
        for (;;) {
            ssize_t const got = begin_ ? ::pread(descriptor_->number(), to, size, at_)
                                       : ::read(descriptor_->number(), to, size);
            if (got >= 0) {
                at_ += got;
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) {
                error_ = errno;
                return 0;
            }
        }
    }

    [[nodiscard]] std::unique_ptr<ByteInput> again() const override {
        if (!begin_) return nullptr;
        return std::make_unique<DescriptorInput>(descriptor_, begin_);
    }

private:
    std::shared_ptr<Descriptor const> descriptor_;
    std::optional<off_t> begin_;
    off_t at_;
};

class MemoryInput final : public ByteInput {
public:
    explicit MemoryInput(std::shared_ptr<std::string const> bytes) : bytes_{std::move(bytes)} {}

    std::size_t read(char* to, std::size_t size) override {
        std::size_t const taken = std::min(size, bytes_->size() - at_);
        if (taken != 0) std::memcpy(to, bytes_->data() + at_, taken);
        at_ += taken;
        return taken;
    }

    [[nodiscard]] std::unique_ptr<ByteInput> again() const override { return std::make_unique<MemoryInput>(bytes_); }

private:
    std::shared_ptr<std::string const> bytes_;
    std::size_t at_ = 0;
};

std::unique_ptr<ByteInput> open_input(std::shared_ptr<Descriptor const> descriptor, int& error) {
    struct stat status {};
    if (::fstat(descriptor->number(), &status) != 0) {
        error = errno;
        return nullptr;
    }
    if (S_ISDIR(status.st_mode)) {
        error = EISDIR;
        return nullptr;
    }
    std::optional<off_t> begin;
    if (S_ISREG(status.st_mode)) {
        off_t const at = ::lseek(descriptor->number(), 0, SEEK_CUR);  // standard input may have been read before
        if (at >= 0) begin = at;
    }
    return std::make_unique<DescriptorInput>(std::move(descriptor), begin);
}

}  // namespace

std::unique_ptr<ByteInput> file_input(std::string const& path, int& error) {
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        error = errno;
        return nullptr;
    }
    return open_input(std::make_shared<Descriptor const>(descriptor, true), error);
}

std::unique_ptr<ByteInput> descriptor_input(int descriptor, int& error) {
    return open_input(std::make_shared<Descriptor const>(descriptor, false), error);
}

std::unique_ptr<ByteInput> memory_input(std::string_view bytes) {
    return std::make_unique<MemoryInput>(std::make_shared<std::string const>(bytes));
}

}  // namespace ibid::io
