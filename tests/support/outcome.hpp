// Outcome: all that comes of a conversion, what is written and what is told, so that two ways to it can be compared.
#pragma once

#include <ibid/ibid.hpp>

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>

namespace ibid::tests {

struct Outcome {
    std::string text;
    std::string told;
    std::string lines;  ///< of the file, that messages show
    std::size_t read = 0, written = 0, rejected = 0, absorbed = 0;
    bool operator==(Outcome const&) const = default;
};

/// Converts a text with so many threads, which read pieces of so many bytes.
inline Outcome convert_with(std::string_view text, std::string_view from, std::string_view to, unsigned threads, std::size_t piece, Limits const& limits = {}) {
    Outcome outcome;
    std::ostringstream told, lines;
    Diagnostics::Settings settings;
    settings.repeat_limit = 5;
    settings.summary_limit = 2;
    settings.handler = [&](Diagnostic const& d, Severity) {
        told << d.where.file << ':' << d.where.line << ':' << d.where.column << ' ' << info(d.code).spelling << ' ' << d.key << '|' << d.field << '|' << d.message << '|'
             << d.hint << '|' << d.before << '|' << d.after << '\n';
        lines << d.source_line << '\n';
    };
    Diagnostics diagnostics(settings);
    {
        Workers workers(threads);
        DiagnosticLog log(diagnostics);
        Diagnostics& on_the_way = threads > 1 ? log.diagnostics() : diagnostics;
        auto const source = open_memory(text, "file", on_the_way, {}, limits);
        auto const sink = sink_to_string(outcome.text);
        Options const options;
        WriteContext const context{*sink, diagnostics, options, true};
        auto const writer = threads > 1 ? make_shared_writer(*find_format(to), context, workers, log) : find_format(to)->make_writer(context);
        auto const keyed = make_keys(*writer, *find_format(to), on_the_way);
        auto const checked = warn_of_duplicate_keys(*keyed, on_the_way);
        Database database;
        Counts const counts = read_all(*source, *find_format(from), *checked, on_the_way, {.database = &database, .workers = &workers, .piece = piece});
        checked->finish();
        log.deliver_all(diagnostics);
        outcome.written = writer->written();
        sink->finish();
        std::tie(outcome.read, outcome.rejected, outcome.absorbed) = std::tuple(counts.read, counts.rejected, counts.absorbed);
    }
    for (Tally const& tally : diagnostics.tallies()) told << info(tally.code).spelling << ' ' << tally.field << ' ' << tally.count << '\n';
    outcome.told = told.str();
    outcome.lines = lines.str();
    return outcome;
}

}  // namespace ibid::tests
