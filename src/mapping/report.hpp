// Reporter: the short way from a place in the window to a diagnostic; each reader has one.
#pragma once

#include "ibid/diagnostic.hpp"
#include "ibid/record.hpp"
#include "ibid/source.hpp"
#include "ibid/tracer.hpp"

#include <string_view>

namespace ibid::mapping {

/// What a diagnostic of a reader is about.
struct About {
    std::string_view key{};
    std::string_view field{};
    std::string_view message{};
    std::string_view hint{};
    std::string_view before{};
    std::string_view after{};
};

class Reporter {
public:
    Reporter(Source& source, Diagnostics& diagnostics, Tracer* tracer = nullptr)
        : source_(source), diagnostics_(&diagnostics), tracer_(tracer) {}

    /// One that tells nobody: for what is read a second time.
    [[nodiscard]] Reporter muted() const noexcept {
        Reporter copy = *this;
        copy.diagnostics_ = nullptr;
        copy.tracer_ = nullptr;
        return copy;
    }

    /// `at`: a byte of the source's window, or null.
    void put(Code code, char const* at, About const& about) {
        if (diagnostics_ == nullptr || !diagnostics_->count_only(code, about.field)) return;
        Diagnostic d;
        d.code = code;
        d.where = at != nullptr ? source_.locate(at) : Location{source_.name(), 0, 0};
        d.source_line = at != nullptr ? source_.line_at(at) : std::string_view{};
        d.key = about.key;
        d.field = about.field;
        d.message = about.message;
        d.hint = about.hint;
        d.before = about.before;
        d.after = about.after;
        diagnostics_->put(d);
    }

    /// Whether anybody looks at another one of a code, about no field; else it is counted, and that is all. For what may occur
    /// once a few bytes.
    bool is_heard(Code code) { return diagnostics_ != nullptr && diagnostics_->count_only(code, {}); }
    /// Tells of what is beyond a limit of the source: "the record is longer" than that, and how to raise it.
    void put_beyond(Code code, char const* at, About about);
    /// Whether a record has more fields than it may, which is told: it is to be rejected.
    bool has_too_many_fields(std::size_t count, char const* at, std::string_view key = {});
    /// The same of its lists of names.
    bool has_too_many_names(Record const& record, char const* at);
    /// Tells of each ISBN whose check digit is wrong. It is kept: a book may have been printed with it.
    void check_numbers(Record const& record, char const* at) {
        if (record.has(VariableId::ISBN)) check_isbn(record, at);
    }

    /// Who is told of the rows that read; may be null.
    [[nodiscard]] Tracer* tracer() const noexcept { return tracer_; }

private:
    void check_isbn(Record const& record, char const* at);

    Source& source_;
    Diagnostics* diagnostics_;  ///< null: muted
    Tracer* tracer_;
};

}  // namespace ibid::mapping
