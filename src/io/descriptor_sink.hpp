// DescriptorSink: a sink that writes to an open descriptor, and says once what went wrong.
#pragma once

#include "ibid/sink.hpp"

#include <string>

namespace ibid::io {

/// Puts a cannot-write diagnostic about a file, with the words for an errno value.
void report_cannot_write(Diagnostics& diagnostics, std::string_view name, int error);

class DescriptorSink : public Sink {
public:
    DescriptorSink(int descriptor, std::string_view name, Diagnostics& diagnostics)
        : descriptor_{descriptor}, name_{name}, diagnostics_{diagnostics} {}

    bool finish() override;

protected:
    void flush(std::string_view bytes) override;
    void fail(int error);

    int descriptor_;
    std::string name_;

private:
    Diagnostics& diagnostics_;
};

}  // namespace ibid::io
