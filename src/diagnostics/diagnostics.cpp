// Diagnostics: counts everything, passes on the first few of each kind, judges the whole. It formats nothing.
#include "ibid/diagnostic.hpp"

#include "diagnostics/tally_table.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace ibid {

namespace {

using TallyEntry = diagnostics::TallyTable::Entry;

/// Codes that occur once a field of every record: the summary says how often, the details are for who asks.
constexpr bool summed_up(Code code) noexcept {
    switch (code) {
    case Code::dropped_field:
    case Code::shadowed_field:
    case Code::lost_protection:
    case Code::lost_subtitle:
    case Code::not_said: return true;
    default: return false;
    }
}

/// Whether a code says that a part of the input is not in the output, or not as it was.
constexpr bool is_loss(Code code) noexcept {
    switch (code) {
    case Code::syntax:
    case Code::truncated_record:
    case Code::too_large:
    case Code::line_too_long:
    case Code::too_deep:
    case Code::too_many_fields:
    case Code::too_many_names:
    case Code::expansion_too_large:
    case Code::too_many_parents:
    case Code::dropped_field:
    case Code::dropped_block:
    case Code::type_approximated:
    case Code::lost_markup:
    case Code::name_flattened:
    case Code::lost_day:
    case Code::lost_range_end:
    case Code::lost_precision:
    case Code::lost_others:
    case Code::key_changed:
    case Code::record_not_written: return true;
    default: return false;
    }
}

}  // namespace

struct Diagnostics::State {
    explicit State(Settings given) : settings{std::move(given)} {}

    [[nodiscard]] Severity severity(Code code) const noexcept {
        Severity const usual = info(code).severity;
        return settings.strict && usual == Severity::warning ? Severity::error : usual;
    }
    /// The entry of a code with a field; a new one lets the first few through to the handler.
    TallyEntry& entry(Code code, std::string_view field) {
        TallyEntry& entry = tallies.entry(code, field);
        if (entry.count == 0) entry.to_pass_on = limit(code);
        return entry;
    }
    /// How many of a code and field are passed on.
    [[nodiscard]] std::size_t limit(Code code) const noexcept {
        if (!settings.handler) return 0;
        return summed_up(code) ? settings.summary_limit : settings.repeat_limit;
    }

    Settings settings;
    diagnostics::TallyTable tallies;
};

Diagnostics::Diagnostics() : Diagnostics(Settings{}) {}
Diagnostics::Diagnostics(Settings settings) : state_{std::make_unique<State>(std::move(settings))} {}
Diagnostics::~Diagnostics() = default;

void Diagnostics::put(Diagnostic const& diagnostic) {
    TallyEntry& entry = state_->entry(diagnostic.code, diagnostic.field);
    ++entry.count;
    if (entry.to_pass_on == 0) return;
    --entry.to_pass_on;
    ++entry.passed_on;
    state_->settings.handler(diagnostic, state_->severity(diagnostic.code));
}

bool Diagnostics::count_only(Code code, std::string_view field) {
    TallyEntry& entry = state_->entry(code, field);
    if (entry.to_pass_on != 0) return true;
    ++entry.count;
    return false;
}

Diagnostics::Settings const& Diagnostics::settings() const noexcept { return state_->settings; }

void Diagnostics::add_counts(Diagnostics const& other) {
    for (auto const& entry : other.state_->tallies.entries())
        if (entry->count > entry->passed_on) state_->entry(entry->code, entry->field).count += entry->count - entry->passed_on;
}

void Diagnostics::pass_on_anew() noexcept {
    for (auto const& entry : state_->tallies.entries()) entry->to_pass_on = state_->limit(entry->code);
}

void Diagnostics::clear() noexcept {
    for (auto const& entry : state_->tallies.entries()) entry->count = entry->to_pass_on = entry->passed_on = 0;
}

std::size_t Diagnostics::count(Severity at_least) const noexcept {
    std::size_t sum = 0;
    for (auto const& entry : state_->tallies.entries())
        if (state_->severity(entry->code) >= at_least) sum += entry->count;
    return sum;
}

std::size_t Diagnostics::count(Code code) const noexcept {
    std::size_t sum = 0;
    for (auto const& entry : state_->tallies.entries())
        if (entry->code == code) sum += entry->count;
    return sum;
}

std::vector<Tally> Diagnostics::tallies() const {
    std::vector<Tally> sorted;
    for (auto const& entry : state_->tallies.entries())
        if (entry->count != 0) sorted.push_back(*entry);
    std::sort(sorted.begin(), sorted.end(), [](Tally const& a, Tally const& b) {
        return std::tie(a.code, a.field) < std::tie(b.code, b.field);
    });
    return sorted;
}

void KeptDiagnostics::keep(Diagnostic const& d) {
    kept_.push_back({d.code, d.where.line, d.where.column, std::string(d.where.file), std::string(d.key), std::string(d.field), std::string(d.message),
                     std::string(d.hint), std::string(d.before), std::string(d.after), std::string(d.source_line)});
}

void KeptDiagnostics::deliver(std::size_t end, Diagnostics& to) {
    for (; delivered_ < end; ++delivered_) {
        Kept const& k = kept_.front();
        to.put({.code = k.code, .where = {k.file, k.line, k.column}, .key = k.key, .field = k.field, .message = k.message, .hint = k.hint,
                .before = k.before, .after = k.after, .source_line = k.source_line});
        kept_.pop_front();
    }
}

DiagnosticLog::DiagnosticLog(Diagnostics const& to) {
    Diagnostics::Settings settings = to.settings();
    if (settings.handler) settings.handler = [this](Diagnostic const& d, Severity) { kept_.keep(d); };
    diagnostics_ = std::make_unique<Diagnostics>(std::move(settings));
}

void DiagnosticLog::deliver_all(Diagnostics& to) {
    deliver(size(), to);
    to.add_counts(*diagnostics_);
}

bool Diagnostics::lost_data() const noexcept {
    auto const& entries = state_->tallies.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](auto const& entry) { return entry->count != 0 && is_loss(entry->code); });
}

}  // namespace ibid
