// The reader of formatted citations: batches of lines from the window, one record each. A line that no style printed is
// told, and rejected.
#include "formats/citation/describe.hpp"
#include "formats/citation/reference.hpp"
#include "mapping/report.hpp"

#include <string>

namespace ibid::formats::citation {
namespace {

class CitationReader final : public Reader {
public:
    explicit CitationReader(ReadContext const& context)
        : source_(context.source), reporter_(context.source, context.diagnostics, context.tracer) {}

    bool next(Item& item) override {
        for (;;) {
            while (reference_ == batch_.references.size())
                if (!refill()) return false;
            grammar::Reference const& reference = batch_.references[reference_++];
            tell_before(reference.source.data());
            item.kind = ItemKind::record;
            Record& record = item.record;
            record.clear();
            record.set_location(source_.locate(reference.source.data()));
            decode(batch_, reference, record);
            if (reporter_.has_too_many_names(record, reference.source.data())) {
                ++rejected_;
                continue;
            }
            tell_of_gaps(reference, record);
            record.begin_changes();
            return true;
        }
    }

private:
    /// Parses the next batch; the slices of the one before are gone.
    bool refill() {
        tell_before(nullptr);
        source_.consume(consumed_);
        consumed_ = 0;
        batch_.clear();
        reference_ = problem_ = 0;
        for (;;) {
            std::string_view const window = source_.window();
            if (window.empty() && source_.at_end()) return false;
            consumed_ = grammar::parse(window, source_.at_end(), batch_, {.max_line = source_.limits().line_length}).consumed;
            if (consumed_ != 0) return true;
            source_.more();
        }
    }

    /// Tells of the lines before a place of the window, or of all, that are no citations.
    void tell_before(char const* place) {
        while (problem_ < batch_.problems.size()) {
            grammar::Problem const& problem = batch_.problems[problem_];
            if (place != nullptr && problem.where >= place) return;
            ++problem_;
            ++rejected_;
            if (problem.code == grammar::Code::too_long) {
                reporter_.put_beyond(Code::line_too_long, problem.where, {.message = "the line is longer"});
                continue;
            }
            std::string const message = "expected " + std::string(problem.expected);
            reporter_.put(Code::syntax, problem.where,
                          {.message = message,
                           .hint = "of citations those are read that 'ibid cite' prints without --style",
                           .before = problem.line});
        }
    }

    /// What no citation says. It was no part of the line, so nothing of the line is lost.
    void tell_of_gaps(grammar::Reference const& reference, Record const& record) {
        auto const tell = [&](std::string_view field, std::string_view message) {
            reporter_.put(Code::not_said, reference.source.data(), {.field = field, .message = message});
        };
        std::string const type = "the citation does not say what the work is; it has the shape of type '" + std::string(spelling(record.type)) + "'";
        tell("type", type);
        bool initials = false;
        if (Names const* const names = record.find(var::author))
            for (Name const& name : names->list) initials = initials || !name.given.empty();
        if (initials) tell("author", "the citation has initials for given names");
        if (record.has(VariableId::container_title_short))
            tell("container-title", "the citation has the short title of the journal; it stands for the whole one");
        if (record.has(VariableId::issued)) tell("issued", "the citation has the year alone");
    }

    Source& source_;
    mapping::Reporter reporter_;
    grammar::Batch batch_;
    std::size_t reference_ = 0, problem_ = 0, consumed_ = 0;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context) { return std::make_unique<CitationReader>(context); }

}  // namespace ibid::formats::citation
