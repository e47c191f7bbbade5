// Target: what the items of a conversion become in the end: one file, or several of so many records each.
#pragma once

#include <ibid/convert.hpp>
#include <ibid/diagnostic.hpp>
#include <ibid/format.hpp>
#include <ibid/sink.hpp>
#include <ibid/writer.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ibid::tools {

/// Takes items; finish() completes what was written, publish() makes it visible.
class Target : public ItemSink {
public:
    /// False: something could not be written, and nothing new is to be seen. Without it nothing is either.
    virtual bool publish() = 0;
    [[nodiscard]] virtual std::size_t written() const noexcept = 0;
    [[nodiscard]] virtual std::size_t rejected() const noexcept = 0;
};

/// What several threads need to write one file.
struct SharedWork {
    Workers& workers;
    DiagnosticLog& before;  ///< what is told of items on their way to the target
};

/// How a target writes. The options outlive it.
struct TargetSettings {
    Format const& to;
    Options const& options;
    bool carry;
    std::optional<Compression> compression;  ///< none: as the name of a file says
    std::optional<SharedWork> shared = {};   ///< none: one thread writes
};

/// Opens an output, "-" being standard output, to be compressed as it is `said` or else as its name says; null and a
/// diagnostic if that fails.
std::unique_ptr<Sink> open_output(std::filesystem::path const& output, std::optional<Compression> said, Diagnostics& diagnostics);

/// One file, or standard output for "-". Null and a diagnostic if it cannot be made.
std::unique_ptr<Target> one_file(std::filesystem::path const& output, TargetSettings const& settings, Diagnostics& diagnostics);

/// Files of `most` records, `name-0001.json`, `name-0002.json` ... for the output `name.json`; at least one. Each is
/// complete: the macros that its records use, preambles and @xdata entries are repeated. They are made in a hidden folder
/// beside the output and get their names together. Null and a diagnostic if that folder cannot be made.
std::unique_ptr<Target> files_of(std::size_t most, std::filesystem::path const& output, TargetSettings const& settings, Diagnostics& diagnostics);

/// The name of a part, from 1.
std::filesystem::path part_of(std::filesystem::path const& output, std::size_t number);
/// The names of outputs that a file of this name may be a part of.
std::vector<std::string> wholes_of_part(std::filesystem::path const& file);
/// Whether a file has the name of some part of an output.
bool is_part_of(std::filesystem::path const& file, std::filesystem::path const& output);

}  // namespace ibid::tools
