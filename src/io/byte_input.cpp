// ByteInput over POSIX descriptors and over memory. A regular file is read at offsets of its own, so that a second
// input over the same descriptor does not disturb the first.
#include "io/byte_input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

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
                fault_ = fault_of(errno);
                return 0;
            }
        }
    }

    [[nodiscard]] std::unique_ptr<ByteInput> again() const override {
        if (!begin_) return nullptr;
        return std::make_unique<DescriptorInput>(descriptor_, begin_);
    }
    [[nodiscard]] bool is_repeatable() const noexcept override { return begin_.has_value(); }

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
    [[nodiscard]] bool is_repeatable() const noexcept override { return true; }

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

/// Bytes that were read ahead and are read once more.
class PrefixedInput final : public ByteInput {
public:
    PrefixedInput(std::string front, std::unique_ptr<ByteInput> input) : front_{std::move(front)}, input_{std::move(input)} {}

    std::size_t read(char* to, std::size_t size) override {
        if (at_ == front_.size()) {
            std::size_t const got = input_->read(to, size);
            fault_ = input_->fault();
            return got;
        }
        std::size_t const taken = front_.copy(to, size, at_);
        at_ += taken;
        return taken;
    }
    [[nodiscard]] std::unique_ptr<ByteInput> again() const override { return input_->again(); }
    [[nodiscard]] bool is_repeatable() const noexcept override { return input_->is_repeatable(); }

private:
    std::string front_;
    std::unique_ptr<ByteInput> input_;
    std::size_t at_ = 0;
};

/// Nothing but a fault.
class FailedInput final : public ByteInput {
public:
    explicit FailedInput(Notice fault) { fault_ = std::move(fault); }
    std::size_t read(char*, std::size_t) override { return 0; }
    [[nodiscard]] std::unique_ptr<ByteInput> again() const override { return nullptr; }
    [[nodiscard]] bool is_repeatable() const noexcept override { return false; }
};

/// Writes all of the bytes; false if that fails.
bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno != EINTR) return false;
        if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

/// A file that is gone when it is closed; -1 if there is no place for one.
int nameless_file() {
    std::error_code none;
    std::string path = (std::filesystem::temp_directory_path(none) / "ibid-XXXXXX").string();
    int const descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (descriptor >= 0) ::unlink(path.c_str());
    return descriptor;
}

}  // namespace

Spooled spool(std::string_view front, ByteInput& input) {
    int const number = nameless_file();
    if (number < 0) return {};
    auto const descriptor = std::make_shared<Descriptor const>(number, true);
    if (!write_all(number, front)) return {};
    std::vector<char> piece(std::size_t{64} << 10);
    while (std::size_t const got = input.read(piece.data(), piece.size()))
        if (!write_all(number, {piece.data(), got})) return {nullptr, std::make_unique<FailedInput>(fault_of(errno))};
    if (input.fault()) return {nullptr, std::make_unique<FailedInput>(*input.fault())};
    return {std::make_unique<DescriptorInput>(descriptor, 0),
            std::make_unique<DescriptorInput>(descriptor, static_cast<off_t>(front.size()))};
}

Notice fault_of(int error) { return {Code::cannot_read, std::generic_category().message(error)}; }

void put(Diagnostics& diagnostics, std::string_view name, Notice const& notice) {
    Diagnostic d;
    d.code = notice.code;
    d.where.file = name;
    d.message = notice.message;
    d.hint = notice.hint;
    diagnostics.put(d);
}

std::unique_ptr<ByteInput> prefixed_input(std::string front, std::unique_ptr<ByteInput> input) {
    return std::make_unique<PrefixedInput>(std::move(front), std::move(input));
}

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
