// Diagnostic: what went otherwise than a user would think, as a value. Every loss of data is one.
// Diagnostics: where they are put; it counts all, passes on the first few of each kind, and judges the whole.
#pragma once

#include "ibid/origin.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

/// note: nothing lost; warning: data was repaired, changed or lost; error: a record was lost; fatal: a file was.
enum class Severity : std::uint8_t { note, warning, error, fatal };

/// What happened: a row of diagnostics.def.
enum class Code : std::uint8_t {
#define IBID_DIAGNOSTIC(name, spelling, severity, help) name,
#include "ibid/diagnostics.def"
#undef IBID_DIAGNOSTIC
};

/// One row of diagnostics.def.
struct CodeInfo {
    Code code;
    std::string_view spelling;
    Severity severity;
    std::string_view help;
};

CodeInfo const& info(Code) noexcept;
std::span<CodeInfo const> all_codes() noexcept;
std::string_view spelling(Severity) noexcept;

/// One diagnostic. The views need to live during Diagnostics::put() only.
struct Diagnostic {
    Code code{};
    Location where{};
    std::string_view key{};      ///< citation key of the record, if known
    std::string_view field{};    ///< native or CSL name of the field, if it is about one
    std::string_view message{};  ///< what is special to this one: "date 'Easter term' not understood"; may be empty
    std::string_view hint{};     ///< what to do about it; may be empty
    std::string_view before{};   ///< the value as it was, where one was changed or dropped
    std::string_view after{};    ///< the value as it became
    std::string_view source_line{};  ///< the line of the file that `where` points into; may be empty
};

/// How often a code occurred with a field.
struct Tally {
    Code code{};
    std::string field{};
    std::size_t count = 0;
};

/// Takes diagnostics in, counts them and hands them on.
class Diagnostics {
public:
    using Handler = std::function<void(Diagnostic const&, Severity)>;

    struct Settings {
        Handler handler{};               ///< gets what is passed on; may be empty
        std::size_t repeat_limit = 20;   ///< of one code with one field, how many are passed on
        std::size_t summary_limit = 0;   ///< the same for losses that the summary lists (dropped-field, shadowed-field)
        bool strict = false;             ///< lift warnings to errors
    };

    Diagnostics();
    explicit Diagnostics(Settings settings);
    ~Diagnostics();
    Diagnostics(Diagnostics const&) = delete;
    Diagnostics& operator=(Diagnostics const&) = delete;

    void put(Diagnostic const& diagnostic);

    /// What it was made with.
    [[nodiscard]] Settings const& settings() const noexcept;

    /// Counts one without details; true if the handler would look at the details: then put() it instead.
    /// For what may occur once a field of every record, such as dropped-field.
    [[nodiscard]] bool count_only(Code code, std::string_view field);

    /// Counts what another has counted and has not passed on to its handler: with that put here, this has all.
    void add_counts(Diagnostics const& other);
    /// From now on as many of each are passed on as in the beginning. What was counted stays counted.
    void pass_on_anew() noexcept;
    /// As it was in the beginning.
    void clear() noexcept;

    [[nodiscard]] std::size_t count(Severity at_least) const noexcept;
    [[nodiscard]] std::size_t count(Code code) const noexcept;
    /// Every code and field that occurred, the codes in the order of diagnostics.def, fields by name.
    [[nodiscard]] std::vector<Tally> tallies() const;
    /// Whether data was lost: a dropped field, block or record, a value that was changed.
    [[nodiscard]] bool lost_data() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Diagnostics that are kept as they are, to be put to others in their order.
class KeptDiagnostics {
public:
    void keep(Diagnostic const& diagnostic);
    /// How many have been kept so far, those that were delivered among them.
    [[nodiscard]] std::size_t size() const noexcept { return delivered_ + kept_.size(); }
    /// Puts those before `end` that were not put yet, and forgets them.
    void deliver(std::size_t end, Diagnostics& to);

private:
    struct Kept {
        Code code;
        std::size_t line, column;
        std::string file, key, field, message, hint, before, after, source_line;
    };
    std::deque<Kept> kept_;
    std::size_t delivered_ = 0;
};

/// Diagnostics that others get later: what threads tell is put in the order of the files.
class DiagnosticLog {
public:
    /// For diagnostics that will be put to these.
    explicit DiagnosticLog(Diagnostics const& to);
    DiagnosticLog(DiagnosticLog const&) = delete;
    DiagnosticLog& operator=(DiagnosticLog const&) = delete;

    /// Where to put them meanwhile.
    [[nodiscard]] Diagnostics& diagnostics() noexcept { return *diagnostics_; }
    /// How many are kept so far.
    [[nodiscard]] std::size_t size() const noexcept { return kept_.size(); }
    /// Puts those before `end` that were not put yet.
    void deliver(std::size_t end, Diagnostics& to) { kept_.deliver(end, to); }
    /// Puts the rest, and counts those that were only counted.
    void deliver_all(Diagnostics& to);
    /// Forgets all.
    void clear() noexcept {
        diagnostics_->clear();
        kept_ = {};
    }
    /// Hands over what is kept, and begins anew; what was only counted stays here.
    [[nodiscard]] KeptDiagnostics take_kept() noexcept {
        diagnostics_->pass_on_anew();
        return std::exchange(kept_, {});
    }

private:
    KeptDiagnostics kept_;
    std::unique_ptr<Diagnostics> diagnostics_;
};

}  // namespace ibid
