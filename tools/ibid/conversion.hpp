// Conversion: the work of `convert` and `dump` on one output: inputs through readers into its writer.
#pragma once

#include "batch/outcome.hpp"
#include "batch/progress.hpp"
#include "files.hpp"
#include "record_options.hpp"

#include <ibid/convert.hpp>
#include <ibid/database.hpp>
#include <ibid/filter.hpp>
#include <ibid/format.hpp>
#include <ibid/range.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ibid::tools {

/// How inputs are read, whatever their format.
struct Reading {
    std::string encoding;        ///< empty: found out for each
    Limits limits{};       ///< what each may ask for
};

/// What a command line asks for.
struct ConversionSettings {
    Format const* from = nullptr;  ///< null: told from name and content, for each input
    Format const* to = nullptr;    ///< null: told from the output's name and the first input's format
    Reading reading;
    std::optional<Compression> compression;  ///< of the output; none: as its name says
    Options options;
    OnError on_error = OnError::skip;
    std::optional<ByteRange> range;  ///< of the one input
    unsigned threads = 1;          ///< that work on one output, or have a job each
    std::optional<bool> carry;     ///< none: as the format has it
    std::optional<SentenceCase> sentence_case;
    RecordWishes records;          ///< which of them, which of their fields, in which order
    std::size_t records_per_file = 0;  ///< 0: all in one
    TypeMap types;                  ///< native types that are read as another item type
    std::shared_ptr<JournalList const> journals;  ///< to abbreviate titles of containers by; null: none
    bool note_fields = false;       ///< lines of notes that are fields
    bool short_titles = false;      ///< make those that are not there
    bool eprint_urls = false;       ///< the same of URLs
    bool normalize_ids = false;     ///< identifiers in one form
    bool expand_pages = false;      ///< ends of page ranges written out
    bool preserve = false;         ///< keep the bytes of what goes back to its own format as it was
};

/// The work on one output.
class Conversion {
public:
    /// The settings and the job outlive it, as does the progress, which is told if it is not null.
    Conversion(ConversionSettings const& settings, Job const& job, Diagnostics& diagnostics, Progress* progress = nullptr);

    /// Once: reads the inputs of the job into its output. An input that cannot be read is diagnosed and left out. The output
    /// does not come to be, and its records count as rejected, if no input can be read, if one breaks off, or if a
    /// record could not be read and on_error is `stop` or the output is the input itself. A signal ends it at the next
    /// record (batch/interruption.hpp), and there is no output either.
    Outcome run();

private:
    class Output;
    Format const* target_of(Format const& input);
    std::unique_ptr<Output> open_output(Format const& input);
    /// Why the output must not be made; empty: nothing speaks against it.
    [[nodiscard]] std::string objection(bool broke_off) const;
    /// Puts what has been told on the way to where all is told in the end; of what was only counted, it does so once.
    void tell(bool all);
    /// Reads the inputs into the output, which is opened with the first of them.
    std::unique_ptr<Output> read(bool& broke_off);
    /// Reads one input, or the range of it that is asked for.
    Counts read_one(Source& source, Format const& from, Output& output, Database& database);

    ConversionSettings const& settings_;
    Job const& job_;
    Diagnostics& diagnostics_;
    Progress* progress_;
    Workers workers_;
    std::unique_ptr<DiagnosticLog> log_;  ///< where threads share the work: what is told of items on their way to the target
    Diagnostics& on_the_way_;           ///< of the log, if there is one
    Outcome outcome_;
};

/// That no record has had a field that was asked for; empty: all were there, or no record was.
std::string complaint_about_fields(ConversionSettings const& settings, Counts const& counts);

/// The options of all commands that read: --from, --encoding, --limit and --max-decompressed.
OptionTable reading_options();
/// What they say, without --from. Throws UsageError for an encoding or a limit that is not known, and for a size that is none.
Reading reading_of(Arguments const& arguments);

/// The format of an input: what was `said`, else told from name and content; null and a diagnostic if it cannot be told.
Format const* format_of(Source const& source, Input const& input, Format const* said, Diagnostics& diagnostics);

/// The inputs as one database, for what files of one format know of each other. What cannot be opened twice is not in it.
Database database_of(std::vector<Input> const& inputs, Format const* said, Reading const& reading);

/// Opens an input; null and a diagnostic if that fails, or nothing can be read of it. Says so if it is a terminal that a
/// person has to type at.
std::unique_ptr<Source> open(Input const& input, Reading const& reading, Diagnostics& diagnostics);
/// How many inputs could not be read, or not to their end.
std::size_t reading_faults(Diagnostics const& diagnostics);

}  // namespace ibid::tools
