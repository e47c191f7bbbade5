// The reader of RIS files: batches of references from the window, one record each; what stands between them is told
// and skipped.
#include "formats/ris/describe.hpp"
#include "formats/ris/reference.hpp"
#include "mapping/kept_bytes.hpp"

#include <string>

namespace ibid::formats::ris {
namespace {

struct Told {
    Code code;
    std::string_view message;
};

Told told(grammar::Code code, bool at_end_of_file) noexcept {
    using enum grammar::Code;
    switch (code) {
        case missing_type: return {Code::missing_type, "expected a TY line"};
        case missing_end:
            if (at_end_of_file) return {Code::truncated_record, "the file ends without an ER line"};
            return {Code::syntax_repaired, "expected an ER line"};
        case repeated_type: return {Code::syntax_repaired, "second TY line ignored"};
        case loose_tag: return {Code::syntax_repaired, "tag not spelled as 'AU  - '"};
        case text_after_end: return {Code::skipped_text, "text behind ER"};
        case end_without_record: return {Code::syntax_repaired, "ER line without a record"};
        case stray_tag: return {Code::skipped_text, "a lone tag between records"};
        case record_too_long: return {Code::too_large, "the record is longer"};
    }
    return {Code::syntax, {}};
}

class RisReader final : public Reader {
public:
    explicit RisReader(ReadContext const& context)
        : source_(context.source), reporter_(context.source, context.diagnostics, context.tracer), references_(reporter_, context.options.get("provider", "auto")),
          kept_(context.source, context.options) {}

    bool next(Item& item) override {
        for (;;) {
            while (record_ == batch_.records.size()) {
                if (kept_.take_between(source_.window().data() + consumed_, "ris", item)) return true;
                if (!refill()) return false;
            }
            grammar::Record const& reference = batch_.records[record_];
            if (kept_.take_between(reference.source.data(), "ris", item)) return true;
            ++record_;
            tell_before(reference.source.data() + reference.source.size());
            if (read(reference, item)) return true;
            ++rejected_;
        }
    }

private:
    /// False if the record is beyond a limit.
    bool read(grammar::Record const& reference, Item& item) {
        char const* const at = reference.source.data();
        if (reporter_.has_too_many_fields(reference.line_count, at)) return false;
        item.kind = ItemKind::record;
        Record& record = item.record;
        record.clear();
        record.set_location(source_.locate(at));
        references_.decode(batch_, reference, record);
        if (reporter_.has_too_many_names(record, at)) return false;
        reporter_.check_numbers(record, at);
        kept_.keep(reference.source, record);
        record.begin_changes();
        return true;
    }

    /// Parses the next batch; the slices of the one before are gone.
    bool refill() {
        tell_before(nullptr);
        source_.consume(consumed_);
        consumed_ = 0;
        kept_.begin_window();
        batch_.clear();
        record_ = problem_ = junk_ = 0;
        for (;;) {
            std::string_view const window = source_.window();
            if (window.empty() && source_.at_end()) return false;
            consumed_ = grammar::parse(window, source_.at_end(), batch_, {.max_record = source_.limits().record_size}).consumed;
            if (consumed_ != 0) return true;
            if (!source_.more()) broke_off_ = source_.window().find_first_not_of(" \t\r\n") != std::string_view::npos;
        }
    }

    /// Whether a problem at the end of a record is its own, and not that of the next, which may be in another batch.
    static bool is_of_end(grammar::Code code) noexcept { return code == grammar::Code::missing_end || code == grammar::Code::record_too_long; }

    /// Tells of everything odd before a place of the window, or of all that is left, in the order of the file.
    void tell_before(char const* place) {
        for (;;) {
            char const* const problem = problem_ < batch_.problems.size() ? batch_.problems[problem_].where : nullptr;
            char const* const junk = junk_ < batch_.junk.size() ? batch_.junk[junk_].data() : nullptr;
            bool const junk_first = junk != nullptr && (problem == nullptr || junk <= problem);
            char const* const where = junk_first ? junk : problem;
            if (where == nullptr || (place != nullptr && where > place)) return;
            if (where == place && (junk_first || !is_of_end(batch_.problems[problem_].code))) return;
            if (junk_first) tell_of_junk(batch_.junk[junk_++]);
            else tell_of(batch_.problems[problem_++]);
        }
    }

    void tell_of(grammar::Problem const& problem) {
        bool const at_end = source_.at_end() && problem.where == source_.window().data() + source_.window().size();
        auto const [code, message] = told(problem.code, at_end);
        if (code == Code::too_large) reporter_.put_beyond(code, problem.where, {.message = message});
        else reporter_.put(code, problem.where, {.message = message});
    }

    void tell_of_junk(std::string_view junk) {
        std::size_t const begin = junk.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) return;
        std::string_view const line = junk.substr(begin, junk.find_first_of("\n\r", begin) - begin);
        reporter_.put(Code::skipped_text, line.data(), {.before = line});
    }

    Source& source_;
    mapping::Reporter reporter_;
    ReferenceDecoder references_;
    grammar::Batch batch_;
    std::size_t record_ = 0, problem_ = 0, junk_ = 0, consumed_ = 0;
    mapping::KeptBytes kept_;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context) { return std::make_unique<RisReader>(context); }

}  // namespace ibid::formats::ris
