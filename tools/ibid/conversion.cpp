// Conversion: an output is opened when the first input is known to be readable, so that a mistyped name does not
// empty a file.
#include "conversion.hpp"

#include "batch/gate.hpp"
#include "format_choice.hpp"
#include "limit_options.hpp"
#include "reports/terminal.hpp"
#include "target.hpp"

#include <ibid/filter.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <utility>

#include <unistd.h>

namespace ibid::tools {

namespace fs = std::filesystem;

namespace {

void put_about(Diagnostics& diagnostics, Code code, std::string_view file, std::string_view message = {}) {
    Diagnostic d;
    d.code = code;
    d.where.file = file;
    d.message = message;
    diagnostics.put(d);
}

/// The threads to share the work on an output. For little, one is done as soon as several: what they need to begin with, and to
/// hand records over, is more than they spare.
unsigned threads_for(Job const& job, ConversionSettings const& settings) {
    constexpr std::uintmax_t worth_threads = 4U << 20;
    std::uintmax_t size = 0;
    for (Input const& input : job.inputs) {
        std::error_code error;
        bool const is_known = !input.is_standard() && input.archive == nullptr && compression_of_name(input.path.native()) == Compression::none;
        std::uintmax_t const more = is_known ? fs::file_size(input.path, error) : worth_threads;
        if (!error) size += more;
    }
    return size < worth_threads ? 1 : settings.threads;
}

/// Whether threads share the writing of an output as well. That of several files looks at what is written as it goes, and what
/// keeps bytes needs all of them.
bool can_share_writing(ConversionSettings const& settings) noexcept { return settings.records_per_file == 0 && !settings.preserve; }

}  // namespace

/// Where the items go, and the filters before it.
class Conversion::Output {
public:
    Output(std::unique_ptr<Target> target, Format const& to, ConversionSettings const& settings, Diagnostics& diagnostics)
        : target_{std::move(target)}, to_{to} {
        RecordWishes const& records = settings.records;
        // From the writer to the reader: the last filter is the first that an item meets.
        if (!settings.preserve) add(make_keys(first(), to, diagnostics));  // for the writers that share the items
        if (settings.eprint_urls) add(make_eprint_urls(first()));
        if (settings.expand_pages) add(expand_pages(first()));
        if (settings.normalize_ids) add(normalize_identifiers(first()));
        if (settings.journals != nullptr) add(abbreviate_containers(first(), settings.journals));
        if (settings.short_titles) add(make_short_titles(first()));
        if (settings.sentence_case) add(sentence_case(first(), *settings.sentence_case));
        if (!records.drop.empty()) add(drop_fields(first(), records.drop));
        if (!records.keep.empty()) add(keep_fields(first(), records.keep));
        if (settings.records_per_file != 0) add(say_inherited(first()));
        if (!records.sort.empty()) add(sort_records(first(), records.sort, to.family == "bibtex" ? ParentOrder::last : ParentOrder::sorted));
        add(warn_of_duplicate_keys(first(), diagnostics));
        for (Query const& query : records.filters) add(keep_records(first(), query));
        if (settings.note_fields) add(read_note_fields(first()));
        if (!settings.types.empty()) add(map_types(first(), settings.types));
        if (!records.unseen->empty()) add(look_for(first(), records.unseen));
        if (!settings.preserve) add(compose_unicode(first()));
        gate_.emplace(first());
    }

    [[nodiscard]] Gate& items() noexcept { return *gate_; }
    [[nodiscard]] Format const& format() const noexcept { return to_; }
    bool publish() { return target_->publish(); }
    /// `kept`: the output is there; else what was written to it is lost.
    void add_to(Counts& counts, bool kept) const noexcept {
        (kept ? counts.written : counts.rejected) += target_->written();
        counts.rejected += target_->rejected();
        for (auto const& filter : filters_) counts.filtered += filter->filtered();
    }

private:
    void add(std::unique_ptr<Filter> filter) { filters_.push_back(std::move(filter)); }
    [[nodiscard]] ItemSink& first() noexcept { return filters_.empty() ? static_cast<ItemSink&>(*target_) : *filters_.back(); }

    std::unique_ptr<Target> target_;
    Format const& to_;
    std::vector<std::unique_ptr<Filter>> filters_;
    std::optional<Gate> gate_;
};

Format const* format_of(Source const& source, Input const& input, Format const* said, Diagnostics& diagnostics) {
    if (said != nullptr) return said;
    Format const* const format = detect_format(input.file_name(), source.window());
    if (format != nullptr && format->make_reader != nullptr) return format;
    // An input that is empty, or could not be read at all, has been or is diagnosed as such.
    if (source.bytes_read() != 0) put_about(diagnostics, Code::unknown_format, source.name());
    return nullptr;
}

Conversion::Conversion(ConversionSettings const& settings, Job const& job, Diagnostics& diagnostics, Progress* progress)
    : settings_{settings}, job_{job}, diagnostics_{diagnostics}, progress_{progress}, workers_{threads_for(job, settings)},
      log_{workers_.size() > 1 && can_share_writing(settings) ? std::make_unique<DiagnosticLog>(diagnostics) : nullptr},
      on_the_way_{log_ != nullptr ? log_->diagnostics() : diagnostics} {}

void Conversion::tell(bool all) {
    if (log_ == nullptr) return;
    if (all) log_->deliver_all(diagnostics_);
    else log_->deliver(log_->size(), diagnostics_);
}

Format const* Conversion::target_of(Format const& input) {
    if (settings_.to != nullptr) return settings_.to;
    Format const* const format = format_of_output(job_.output.filename().string(), input);
    if (format != nullptr && format->make_writer != nullptr) return format;
    throw UsageError("the format to write cannot be told from '" + job_.output.string() + "'; say it with --to");
}

std::unique_ptr<Conversion::Output> Conversion::open_output(Format const& input) {
    tell(false);
    Format const& to = *target_of(input);
    std::error_code error;
    if (job_.in_folder && !fs::create_directories(job_.output.parent_path(), error) && error) {
        put_about(diagnostics_, Code::cannot_write, job_.output.string(), error.message());
        return nullptr;
    }
    if (settings_.preserve && to.is_document && job_.inputs.size() > 1)
        throw UsageError("--preserve keeps the bytes of one " + std::string(to.name) + " file; say -o DIR/ for several");
    TargetSettings const how{to, settings_.options, settings_.carry.value_or(to.carries), settings_.compression,
                             log_ != nullptr ? std::optional(SharedWork{workers_, *log_}) : std::nullopt};
    auto target = settings_.records_per_file == 0 ? one_file(job_.output, how, diagnostics_)
                                                  : files_of(settings_.records_per_file, job_.output, how, diagnostics_);
    if (target == nullptr) return nullptr;
    return std::make_unique<Output>(std::move(target), to, settings_, on_the_way_);
}

std::string Conversion::objection(bool broke_off) const {
    if (job_.output == standard_stream) return {};  // what is gone is gone
    if (broke_off) return "an input broke off";
    if (outcome_.counts.rejected != 0) {
        std::error_code error;
        bool const rewrites = settings_.records_per_file == 0 && job_.inputs.size() == 1 && fs::equivalent(job_.inputs.front().path, job_.output, error);
        if (outcome_.stopped || rewrites) return "a record could not be read";
    }
    return job_.in_folder ? std::string{} : complaint_about_fields(settings_, outcome_.counts);  // of a folder another file may have the field
}

std::string complaint_about_fields(ConversionSettings const& settings, Counts const& counts) {
    return counts.read == counts.rejected ? std::string{} : complaint_about(*settings.records.unseen);
}

Counts Conversion::read_one(Source& source, Format const& from, Output& output, Database& database) {
    ReadSettings how{.options = settings_.options, .on_error = settings_.on_error, .database = &database, .workers = &workers_};
    if (settings_.preserve && &from == &output.format()) how.options.set("keep-source", "true");
    if (!settings_.range) return read_all(source, from, output.items(), on_the_way_, how);
    auto const [counts, fault] = read_range(source, from, *settings_.range, output.items(), on_the_way_, how);
    auto const tell = [&](std::string_view message) { put_about(on_the_way_, Code::cannot_read, source.name(), message); };
    switch (fault) {
    case RangeFault::none: break;
    case RangeFault::cannot_be_cut: tell("a file of this kind is not read in ranges"); break;
    case RangeFault::begins_inside: tell("the range begins inside of a record; 'ibid split' finds ranges that do not"); break;
    case RangeFault::ends_inside: tell("the range ends inside of a record; 'ibid split' finds ranges that do not"); break;
    case RangeFault::behind_the_end: tell("the range begins behind the end"); break;
    }
    return counts;
}

std::unique_ptr<Conversion::Output> Conversion::read(bool& broke_off) {
    std::unique_ptr<Output> output;
    Database database = database_of(job_.inputs, settings_.from, settings_.reading);
    std::size_t const faults_at_begin = reading_faults(on_the_way_);
    std::size_t unopened = 0;
    for (Input const& input : job_.inputs) {
        if (interruption() != 0) break;
        std::size_t const faults_before = reading_faults(on_the_way_);
        Meter meter(progress_, input);
        auto const source = open(input, settings_.reading, on_the_way_);
        if (source == nullptr) {
            unopened += reading_faults(on_the_way_) - faults_before;
            continue;
        }
        Format const* const from = format_of(*source, input, settings_.from, on_the_way_);
        broke_off = reading_faults(on_the_way_) - faults_at_begin != unopened;
        if (from == nullptr) {
            if (source->bytes_read() == 0 && !broke_off) put_about(on_the_way_, Code::no_records, source->name());
            continue;
        }
        if (output == nullptr) output = open_output(*from);
        if (output == nullptr) return nullptr;
        meter.watch(source.get());
        output->items().set_meter(progress_ == nullptr ? nullptr : &meter);
        Counts const counts = read_one(*source, *from, *output, database);
        outcome_.counts += counts;
        meter.watch(nullptr);
        if (interruption() != 0) break;
        broke_off = reading_faults(on_the_way_) - faults_at_begin != unopened;
        if (counts.read == 0 && !broke_off) put_about(on_the_way_, Code::no_records, source->name());
        outcome_.stopped = settings_.on_error == OnError::stop && counts.rejected != 0;
        if (outcome_.stopped || !output->items().wants_more()) break;
    }
    return output;
}

Outcome Conversion::run() {
    std::size_t const faults = diagnostics_.count(Severity::fatal);
    std::size_t const write_faults = diagnostics_.count(Code::cannot_write);
    bool broke_off = false;
    auto const output = read(broke_off);
    bool const interrupted = interruption() != 0;
    if (output == nullptr || interrupted) tell(true);
    if (interrupted) {
        outcome_.records_left = std::exchange(outcome_.counts, {}).read;
        return std::move(outcome_);
    }
    outcome_.status = Outcome::Status::failed;
    if (output == nullptr) {
        if (diagnostics_.count(Severity::fatal) != faults) return std::move(outcome_);
        outcome_.status = Outcome::Status::skipped;
        outcome_.reason = info(Code::no_records).help;
        return std::move(outcome_);
    }
    outcome_.reason = objection(broke_off);
    bool const is_wanted = outcome_.reason.empty();
    if (!is_wanted) outcome_.to_tell = "ibid: " + printable(job_.output.string()) + " is not written: " + outcome_.reason + "\n";
    outcome_.told_unseen = !is_wanted && outcome_.reason == complaint_about_fields(settings_, outcome_.counts);
    output->items().finish();  // also of an output that does not come to be: what filters hold counts
    tell(true);
    bool const kept = is_wanted && output->publish();
    output->add_to(outcome_.counts, kept);
    if (kept) outcome_.status = Outcome::Status::written;
    // A sink that failed and reports nothing is a pipe that nobody reads any more.
    outcome_.reader_is_gone = is_wanted && !kept && diagnostics_.count(Code::cannot_write) == write_faults;
    return std::move(outcome_);
}

Database database_of(std::vector<Input> const& inputs, Format const* said, Reading const& reading) {
    std::vector<Database::Open> files;
    std::error_code error;
    for (Input const& input : inputs) {
        if (inputs.size() == 1 || input.is_standard() || !fs::is_regular_file(input.path, error)) continue;
        files.push_back([input, said, reading](std::string_view family) -> std::unique_ptr<Source> {
            Diagnostics unheard;  // a file tells of itself where it is read
            auto const source = open(input, reading, unheard);
            if (source == nullptr) return nullptr;
            Format const* const format = said != nullptr ? said : detect_format(input.file_name(), source->window());
            return format != nullptr && format->family == family ? source->again() : nullptr;
        });
    }
    return Database(std::move(files));
}

OptionTable reading_options() {
    OptionTable table = {
        {"from", 'f', "ID", "the format of the inputs; if left out, told from name and content"},
        {"encoding", 0, "NAME", "the encoding of the inputs; if left out, told from the bytes"},
    };
    for (Option& option : limit_options()) table.push_back(std::move(option));
    return table;
}

Reading reading_of(Arguments const& arguments) {
    Reading reading;
    reading.encoding = arguments.get("encoding");
    if (!reading.encoding.empty() && !is_encoding(reading.encoding))
        throw UsageError("the encoding '" + reading.encoding + "' is not known; utf-8, utf-16, windows-1252, gbk ... are");
    reading.limits = limits_of(arguments);
    return reading;
}

std::size_t reading_faults(Diagnostics const& diagnostics) {
    return diagnostics.count(Code::cannot_read) + diagnostics.count(Code::decompressed_too_large);
}

namespace {

std::unique_ptr<Source> open_any(Input const& input, Reading const& reading, Diagnostics& diagnostics) {
    if (input.archive != nullptr) return input.archive->open(input.member, diagnostics, reading.encoding);
    if (!input.is_standard() && !is_archive(input.path)) return open_file(input.path, diagnostics, reading.encoding, reading.limits);
    if (!input.is_standard()) {  // one whose members could not be found
        if (open_archive(input.path, diagnostics, reading.limits) != nullptr)
            put_about(diagnostics, Code::unknown_format, input.path.string(), "no file in the archive has the extension of a format");
        return nullptr;
    }
    if (::isatty(STDIN_FILENO) != 0) print_error("ibid: reading from standard input; end it with Ctrl-D\n");
    return open_descriptor(STDIN_FILENO, "<stdin>", diagnostics, reading.encoding, reading.limits);
}

}  // namespace

std::unique_ptr<Source> open(Input const& input, Reading const& reading, Diagnostics& diagnostics) {
    std::size_t const faults = reading_faults(diagnostics);
    auto source = open_any(input, reading, diagnostics);
    bool const nothing = source != nullptr && source->bytes_read() == 0 && reading_faults(diagnostics) != faults;
    return nothing ? nullptr : std::move(source);
}

}  // namespace ibid::tools
