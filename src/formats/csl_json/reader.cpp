// The reader of CSL-JSON: batches out of the window, and what the grammar had to say about them, in the file's order.
#include "formats/csl_json/reader.hpp"

#include "formats/csl_json/item_reader.hpp"
#include "mapping/kept_bytes.hpp"

#include <cstdint>

namespace ibid::formats::csl_json {

namespace {

using grammars::csl_json::Batch;
using grammars::csl_json::Problem;
using Trouble = grammars::csl_json::Code;

/// What a problem of the grammar is called, and what it costs.
struct Meaning {
    Code code;
    std::string_view message;
    bool ends_item = false;  ///< the item that it stands in could not be read to its end
};

Meaning meaning(Trouble trouble) noexcept {
    switch (trouble) {
    case Trouble::trailing_comma: return {Code::syntax_repaired, "a comma with nothing behind it"};
    case Trouble::missing_comma: return {Code::syntax_repaired, "no comma between two items"};
    case Trouble::control_character: return {Code::syntax_repaired, "a control character or a line break in a string"};
    case Trouble::lone_surrogate: return {Code::syntax_repaired, "half of a surrogate pair; it became U+FFFD"};
    case Trouble::expected_value: return {Code::syntax, "a value is missing", true};
    case Trouble::expected_name: return {Code::syntax, "a member's name is missing", true};
    case Trouble::expected_colon: return {Code::syntax, "a colon is missing", true};
    case Trouble::expected_comma: return {Code::syntax, "a comma or a closing bracket is missing", true};
    case Trouble::bad_number: return {Code::syntax, "not a number as JSON has it", true};
    case Trouble::bad_escape: return {Code::syntax, "not an escape as JSON has it", true};
    case Trouble::bad_utf8: return {Code::syntax, "bytes that are no UTF-8", true};
    case Trouble::unclosed_string: return {Code::syntax, "the string is not closed on its line", true};
    case Trouble::too_deep: return {Code::too_deep, "brackets nest deeper", true};
    case Trouble::item_too_long: return {Code::too_large, "the item is longer", true};
    case Trouble::truncated_item: return {Code::syntax, "the file ends inside an item", true};
    case Trouble::not_an_item: return {Code::syntax, "an item is an object"};
    case Trouble::unclosed_array: return {Code::syntax_repaired, "the file ends before its array does"};
    case Trouble::trailing_text: return {Code::skipped_text, "text behind the document"};
    case Trouble::not_items: return {Code::syntax, "CSL-JSON is an array of items"};
    case Trouble::not_json: return {Code::syntax, "this is not JSON"};
    case Trouble::empty_document: break;
    }
    return {Code::syntax, {}};
}

bool is_blank(std::string_view text) noexcept { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class CslJsonReader final : public Reader {
public:
    explicit CslJsonReader(ReadContext const& context)
        : source_(context.source), reporter_(context.source, context.diagnostics),
          items_(batch_.nodes, context.source, context.diagnostics, context.tracer), goes_on_(context.goes_on), kept_(context.source, context.options) {
        if (context.continues) state_ = grammars::csl_json::between_items;
    }

    bool next(Item& item) override {
        for (;;) {
            while (next_item_ == batch_.items.size()) {
                if (kept_.take_between(source_.window().data() + used_, family, item)) return true;
                if (!fill()) return false;
            }
            auto const& found = batch_.items[next_item_];
            bool const empty = batch_.nodes[found.first_node].next == found.first_node + 1;
            bool const holds = found.complete || !empty;
            if (holds && kept_.take_between(found.source.data(), family, item)) return true;
            ++next_item_;
            report_up_to(found, holds);
            if (!holds) continue;
            item.kind = ItemKind::record;
            if (!read(found, item.record)) {
                ++rejected_;
                continue;
            }
            kept_.keep(found.source, item.record);
            item.record.begin_changes();
            return true;
        }
    }

private:
    /// False if the item is beyond a limit.
    bool read(grammars::csl_json::Item const& found, Record& record) {
        char const* const at = found.source.data();
        std::size_t members = 0;
        for (std::uint32_t member = found.first_node + 1; member < batch_.nodes[found.first_node].next; member = batch_.nodes[member + 1].next) ++members;
        if (reporter_.has_too_many_fields(members, at)) return false;
        items_.read(found.first_node, record);
        if (reporter_.has_too_many_names(record, at)) return false;
        reporter_.check_numbers(record, at);
        return true;
    }

    /// The next batch that holds an item, or bytes to be kept; false at the end of the file.
    bool fill() {
        for (;;) {
            report_rest();
            source_.consume(used_);
            kept_.begin_window();
            used_ = 0;
            batch_.clear();
            next_item_ = 0;
            next_problem_ = 0;
            if (ended_) return false;
            bool const at_end = source_.at_end();
            auto const parsed = grammars::csl_json::parse(source_.window(), at_end, state_, batch_, limits_);
            used_ = parsed.consumed;
            ended_ = at_end && used_ == source_.window().size();
            if (!source_.is_utf8()) kept_.stop();  // JSON is UTF-8; what is not is written anew
            if (!batch_.items.empty() || (kept_.wanted() && used_ != 0)) return true;
            if (used_ != 0 || ended_) continue;
            report_rest();  // a longer window stands elsewhere
            if (source_.more()) continue;
            if (goes_on_) {  // the file goes on where the piece ends: between two items, if it was cut well
                broke_off_ = !is_blank(source_.window()) || !is_between_items(state_);
                return false;
            }
            if (at_end) return false;
        }
    }

    /// Reports the problems up to the end of an item; of one that is kept, as a whole or in part, some are its own.
    void report_up_to(grammars::csl_json::Item const& item, bool kept) {
        char const* const begin = item.source.data();
        char const* const end = begin + item.source.size();
        for (; next_problem_ < batch_.problems.size() && batch_.problems[next_problem_].where <= end; ++next_problem_) {
            Problem const& problem = batch_.problems[next_problem_];
            // What is wrong at its first byte is wrong before it, save its length; at its end, behind it, save where it breaks off.
            bool const is_inside = problem.where == begin ? problem.code == Trouble::item_too_long : problem.where > begin && (problem.where < end || !item.complete);
            report(problem, kept && is_inside);
        }
    }
    /// Reports what is left of the batch.
    void report_rest() {
        for (; next_problem_ < batch_.problems.size(); ++next_problem_) report(batch_.problems[next_problem_], false);
    }

    void report(Problem const& problem, bool inside_of_kept) {
        if (problem.code == Trouble::empty_document) return;  // who counts records says so
        Meaning what = meaning(problem.code);
        Code const limit = what.code;
        bool const is_null = problem.code == Trouble::not_an_item && *problem.where == 'n';
        if (is_null) what.code = Code::skipped_text;
        if (what.ends_item && inside_of_kept) what.code = Code::truncated_record;
        else if (what.ends_item || (problem.code == Trouble::not_an_item && !is_null)) ++rejected_;
        bool const is_limit = problem.code == Trouble::too_deep || problem.code == Trouble::item_too_long;
        if (is_limit) reporter_.put_beyond(limit, problem.where, {.message = what.message});
        else reporter_.put(what.code, problem.where, {.message = what.message});
    }

    Source& source_;
    mapping::Reporter reporter_;
    Batch batch_;
    grammars::csl_json::Limits limits_{.max_record = source_.limits().record_size, .max_depth = static_cast<std::uint32_t>(source_.limits().depth)};
    grammars::csl_json::State state_;
    ItemReader items_;
    std::size_t next_item_ = 0;
    std::size_t next_problem_ = 0;
    bool goes_on_;
    std::size_t used_ = 0;  ///< bytes of the window that the batch took
    bool ended_ = false;
    mapping::KeptBytes kept_;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context) { return std::make_unique<CslJsonReader>(context); }

}  // namespace ibid::formats::csl_json
