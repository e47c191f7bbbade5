// OutputState: what stands in a .bib file that is written, as far as it decides what comes next and how: its last block,
// and the macros that it defines.
#pragma once

#include "formats/bibtex/macros.hpp"
#include "ibid/writer.hpp"

#include <memory>
#include <set>
#include <string>

namespace ibid::formats::bibtex {

/// Copies cost little.
class OutputState final : public WriterState {
public:
    enum class Last { nothing, text, comment, entry, kept };  ///< what was printed last; kept: a block as it was

    OutputState() = default;
    OutputState(OutputState const& other) { *this = other; }
    OutputState& operator=(OutputState const& other) {
        last = other.last;
        macros_ = std::static_pointer_cast<Macros>(other.macros_->copy());
        of_file_ = other.of_file_;
        is_shared_ = other.is_shared_ = true;
        return *this;
    }

    void note(Item const& item) override {
        if (begin(item)) end(item);
    }
    [[nodiscard]] std::unique_ptr<WriterState> copy() const override { return std::make_unique<OutputState>(*this); }

    /// Defines what an item defines. False: it is not written, for it is no block of a .bib file, or an earlier input has defined
    /// the macro so. What a file itself repeats is repeated.
    bool begin(Item const& item) {
        Verbatim const& v = item.verbatim;
        if (item.kind == ItemKind::record) return true;
        if (v.format != "bibtex") return false;
        if (!defines(v)) return true;
        std::string_view const file = item.record.origin.where.file;
        if (of_file_->file != file) of_file_ = std::make_shared<Names>(Names{std::string(file), {}});
        else if (is_shared_) of_file_ = std::make_shared<Names>(*of_file_);
        is_shared_ = false;
        auto const before = macros_->find(v.name);
        if (of_file_->names.emplace(v.name).second && before && *before == v.value) return false;
        macros_->define(v.name, v.value);
        return true;
    }
    /// It is written.
    void end(Item const& item) {
        Verbatim const& v = item.verbatim;
        bool const is_text = item.kind == ItemKind::verbatim && v.kind == VerbatimKind::text;
        if (!is_text) last = Last::entry;
        // Blocks may begin anywhere but behind a `%`, where they would look like a comment.
        else if (!v.source.empty()) last = v.source.find('%', v.source.rfind('\n') + 1) != std::string_view::npos ? Last::comment : Last::text;
    }

    static bool defines(Verbatim const& v) noexcept { return v.kind == VerbatimKind::macro || v.kind == VerbatimKind::further_macro; }
    void define(std::string_view name, std::string_view value) { macros_->define(name, value); }
    [[nodiscard]] Macros const& macros() const noexcept { return *macros_; }

    Last last = Last::nothing;

private:
    /// The macros that a file defines itself.
    struct Names {
        std::string file;
        std::set<std::string> names;
    };

    std::shared_ptr<Macros> macros_ = std::make_shared<Macros>();
    std::shared_ptr<Names> of_file_ = std::make_shared<Names>();  ///< the one that the items come from
    mutable bool is_shared_ = false;                              ///< copies of this have the same names
};

}  // namespace ibid::formats::bibtex
