// Conversion: the work of `convert` and `dump`: inputs through readers into the writer of one output after the other.
#pragma once

#include "files.hpp"
#include "record_options.hpp"
#include "reports/reporter.hpp"

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
    DecompressionLimit limit{};  ///< what compressed ones may grow to
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
    unsigned threads = 1;          ///< that read one input, or have a job each
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

class Conversion {
public:
    Conversion(ConversionSettings settings, Diagnostics& diagnostics)
        : settings_{std::move(settings)}, diagnostics_{diagnostics} {}

    /// Reads the inputs of a job into its output. An input that cannot be read is diagnosed and left out. The output
    /// does not come to be, and its records count as rejected, if no input can be read, if one breaks off, or if a
    /// record could not be read and on_error is `stop` or the output is the input itself.
    void run(Job const& job);
    /// Runs one after the other, or several side by side where that makes no difference.
    void run(std::vector<Job> const& jobs);

    /// Has the reporter print the summary. That a field was asked for which no record had is an error of usage.
    ExitCode finish(Reporter& reporter) const;

private:
    class Output;
    Format const* target_of(Job const& job, Format const& input);
    std::unique_ptr<Output> open_output(Job const& job, Format const& input);
    [[nodiscard]] std::string complaint() const;
    /// Why the output must not be made; empty: nothing speaks against it.
    [[nodiscard]] std::string objection(Job const& job, bool broke_off, std::size_t rejected) const;
    void convert(Job const& job);
    Counts read(Source& source, Format const& from, Output& output, Database& database);
    void run_side_by_side(std::vector<Job> const& jobs);
    /// Tells what is no diagnostic.
    void tell();

    ConversionSettings settings_;
    Diagnostics& diagnostics_;
    Counts counts_;
    bool interrupted_ = false;  ///< whoever read the output went away
    bool stopped_ = false;      ///< on_error `stop` has ended it
    bool told_ = false;  ///< that a field is not there
    std::string to_tell_;
};

/// The options of all commands that read: --from, --encoding and --max-decompressed.
OptionTable reading_options();
/// What they say, without --from. Throws UsageError for an encoding that is not known, and for a size that is none.
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
