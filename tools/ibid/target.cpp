// The target that is one file.
#include "target.hpp"

#include "files.hpp"

#include <ibid/sink.hpp>

#include <unistd.h>

namespace ibid::tools {

namespace {

class OneFile final : public Target {
public:
    OneFile(std::unique_ptr<Sink> sink, TargetSettings const& settings, Diagnostics& diagnostics)
        : sink_{std::move(sink)}, writer_{writer_for({*sink_, diagnostics, settings.options, settings.carry}, settings)} {}

    void put(Item& item) override { writer_->put(item); }
    void finish() override { writer_->finish(); }
    /// Nothing that comes would arrive where the sink has failed.
    [[nodiscard]] bool wants_more() const noexcept override { return sink_->good(); }
    bool publish() override { return sink_->finish(); }
    [[nodiscard]] std::size_t written() const noexcept override { return writer_->written(); }
    [[nodiscard]] std::size_t rejected() const noexcept override { return writer_->rejected(); }

private:
    static std::unique_ptr<Writer> writer_for(WriteContext const& context, TargetSettings const& settings) {
        if (!settings.shared) return settings.to.make_writer(context);
        return make_shared_writer(settings.to, context, settings.shared->workers, settings.shared->before);
    }

    std::unique_ptr<Sink> sink_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace

std::unique_ptr<Sink> open_output(std::filesystem::path const& output, std::optional<Compression> said, Diagnostics& diagnostics) {
    if (output == standard_stream)
        return compressed_sink(sink_to_descriptor(STDOUT_FILENO, "<stdout>", diagnostics), said.value_or(Compression::none));
    return compressed_sink(create_file(output, diagnostics), said.value_or(compression_of_name(output.native())));
}

std::unique_ptr<Target> one_file(std::filesystem::path const& output, TargetSettings const& settings, Diagnostics& diagnostics) {
    auto sink = open_output(output, settings.compression, diagnostics);
    return sink == nullptr ? nullptr : std::make_unique<OneFile>(std::move(sink), settings, diagnostics);
}

}  // namespace ibid::tools
