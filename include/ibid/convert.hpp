// Conversion: sources through readers into one writer, with counts that always add up.
#pragma once

#include "ibid/format.hpp"
#include "ibid/workers.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid {

/// read + made = written + rejected + absorbed + filtered.
struct Counts {
    std::size_t read = 0;      ///< records that the inputs hold, the rejected ones included
    std::size_t made = 0;      ///< records that filters made
    std::size_t written = 0;
    std::size_t rejected = 0;  ///< could not be read or written
    std::size_t absorbed = 0;  ///< went into other records (xdata, merged duplicates)
    std::size_t filtered = 0;  ///< taken out on request

    Counts& operator+=(Counts const& other) noexcept;
    [[nodiscard]] bool add_up() const noexcept { return read + made == written + rejected + absorbed + filtered; }
};

/// How to go on after a record that could not be read.
enum class OnError { skip, stop };

/// How to read a source.
struct ReadSettings {
    Options options{};
    OnError on_error = OnError::skip;
    Database* database = nullptr;  ///< the files that are read as one with the source; null: it stands alone
    Workers* workers = nullptr;  ///< the threads that read, if format and source let several do so; what comes out does not depend on them. Null: the caller's
    std::size_t piece = std::size_t{16} << 10;  ///< bytes that one of several threads reads at a time: few, so that its records stay in the cache
};

/// Reads every item of the source and puts it to the sink of items, as long as that wants more; does not finish() it.
/// What is counted is what the reader knows: read, rejected and absorbed. A format that cannot be read is an error of
/// the caller. The sink is called from the caller's thread alone.
Counts read_all(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how = {});

/// A writer whose items several threads encode: what it writes, and what there is to tell, is what the format's own writer makes
/// of them, in the same order. Where that has no state() it is left to one thread. Items have citation keys as the format wants
/// them (make_keys()), and are not the caller's again: what they hold is taken.
/// What is told of items on their way is to be put to `before`. It is delivered to the context's diagnostics, each before what the
/// writer tells of the same item; what is told behind the last item is left in it.
std::unique_ptr<Writer> make_shared_writer(Format const& to, WriteContext const& context, Workers& workers, DiagnosticLog& before);

/// What convert() gives: the text, the diagnostics' counts, the records' counts.
struct Converted {
    std::string text;
    Counts counts;
};

/// Converts a whole text in memory. Throws std::invalid_argument if there is no such format or direction.
Converted convert(std::string_view text, std::string_view from, std::string_view to, Diagnostics& diagnostics,
                  Options const& options = {});
/// The same with diagnostics thrown away.
Converted convert(std::string_view text, std::string_view from, std::string_view to);

}  // namespace ibid
