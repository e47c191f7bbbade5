// What the tests of the sources share: diagnostics that are kept, inputs that come in small pieces, and a window
// of any size.
#pragma once

#include "ibid/source.hpp"

#include "io/window_source.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace ibid::tests {

/// Diagnostics as lines: "3:7 bad-utf8: message".
struct Kept {
    std::vector<std::string> lines;
    Diagnostics diagnostics{{[this](Diagnostic const& d, Severity) {
                                 lines.push_back(std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + " "
                                                 + std::string(info(d.code).spelling) + ": " + std::string(d.message));
                             },
                             20, 0, false}};
};

/// An input that gives no more than `piece` bytes at once, as a slow pipe does.
class DrippingInput final : public io::ByteInput {
public:
    DrippingInput(std::string bytes, std::size_t piece) : bytes_{std::move(bytes)}, piece_{piece} {}
    std::size_t read(char* to, std::size_t size) override {
        std::size_t const taken = std::min({size, piece_, bytes_.size() - at_});
        std::memcpy(to, bytes_.data() + at_, taken);
        at_ += taken;
        return taken;
    }
    [[nodiscard]] std::unique_ptr<io::ByteInput> again() const override { return nullptr; }

private:
    std::string bytes_;
    std::size_t piece_;
    std::size_t at_ = 0;
};

inline std::unique_ptr<Source> dripping(std::string bytes, std::size_t piece, Diagnostics& diagnostics,
                                        std::size_t capacity) {
    return std::make_unique<io::WindowSource>(std::make_unique<DrippingInput>(std::move(bytes), piece), "in", &diagnostics,
                                              capacity);
}

/// Everything that a source has, taken `step` bytes at a time.
inline std::string drain(Source& source, std::size_t step) {
    std::string all;
    while (!source.window().empty() || source.more()) {
        auto const size = std::min(step, source.window().size());
        all += source.window().substr(0, size);
        source.consume(size);
    }
    return all;
}

}  // namespace ibid::tests
