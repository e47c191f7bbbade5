// DescriptorSink: write(2) until all is written. A pipe that nobody reads is an end, not a fault.
#include "io/descriptor_sink.hpp"

#include <cerrno>
#include <system_error>

#include <unistd.h>

namespace ibid::io {

void report_cannot_write(Diagnostics& diagnostics, std::string_view name, int error) {
    std::string const why = std::generic_category().message(error);
    Diagnostic failure;
    failure.code = Code::cannot_write;
    failure.where.file = name;
    failure.message = why;
    diagnostics.put(failure);
}

bool DescriptorSink::finish() {
    flush_all();
    return good_;
}

void DescriptorSink::flush(std::string_view bytes) {
    while (good_ && !bytes.empty()) {
        ssize_t const put = ::write(descriptor_, bytes.data(), bytes.size());
        if (put >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(put));
        else if (errno != EINTR)
            fail(errno);
    }
}

void DescriptorSink::fail(int error) {
    if (good_ && error != EPIPE) report_cannot_write(diagnostics_, name_, error);
    good_ = false;
}

}  // namespace ibid::io

namespace ibid {

std::unique_ptr<Sink> sink_to_descriptor(int descriptor, std::string_view name, Diagnostics& diagnostics) {
    return std::make_unique<io::DescriptorSink>(descriptor, name, diagnostics);
}

}  // namespace ibid
