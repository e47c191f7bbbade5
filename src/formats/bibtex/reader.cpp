// The reader of .bib files: batches of blocks from the window, entries to records, all else to verbatim items.
#include "formats/bibtex/describe.hpp"
#include "formats/bibtex/entry.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/parents.hpp"
#include "formats/bibtex/providers.hpp"
#include "mapping/kept_bytes.hpp"

#include <string>

namespace ibid::formats::bibtex {
namespace {

using grammar::Block;
using grammar::BlockKind;

/// A value without an end is lost where its entry is cut off, else it ends where the next field begins.
Code code_of(grammar::Code code, bool truncated) noexcept {
    using enum grammar::Code;
    switch (code) {
        case too_deep: return Code::too_deep;
        case record_too_long: return Code::too_large;
        case unclosed_value: return truncated ? Code::truncated_record : Code::syntax_repaired;
        case unclosed_block: return Code::truncated_record;
        case stray_at: return Code::skipped_text;
        case percent_comment: return Code::skipped_text;
        default: return Code::syntax_repaired;
    }
}

class BibReader final : public Reader {
public:
    BibReader(ReadContext const& context, Dialect dialect)
        : kept_(context.source, context.options),
          dialect_(dialect),
          source_(context.source),
          reporter_(context.source, context.diagnostics, context.tracer),
          macros_(context.database != nullptr ? context.database->state<Macros>(bib_family) : own_macros_),
          is_piece_(context.continues || context.goes_on),
          parents_(is_piece_ ? context.database->shared<Parents>("parents of " + std::string(context.source.name())) : own_parents_),
          entries_(reporter_, macros_, context.source.limits(), style_of(context.options, dialect), [this, files = files_of(context, dialect)](std::string_view key) { return parents_.find(key, files); }) {}

    bool next(Item& item) override {
        for (;;) {
            if (block_ == batch_.blocks.size() && !refill()) return false;
            Block const& block = batch_.blocks[block_];
            report_problems(block_);
            if (take(block, item)) return true;
        }
    }

private:
    static ReadStyle style_of(Options const& options, Dialect dialect) {
        std::string_view const provider = options.get("provider", "auto");
        return {.raw_language = options.get("language", "tag") == "raw",
                .raw_genre = options.get("genre", "words") == "raw",
                .has_lists = dialect == Dialect::biblatex,
                .knows_journals = dialect == Dialect::bibtex,
                .copies_related = options.get("related", "keep") == "copy",
                .finds_provider = provider == "auto",
                .provider = providers().find(provider)};
    }

    static Parents::Files files_of(ReadContext const& context, Dialect dialect) {
        return {context.source, context.database, style_of(context.options, dialect).copies_related};
    }

    /// Parses the next batch; the slices of the one before are gone.
    bool refill() {
        source_.consume(consumed_);
        consumed_ = 0;
        for (;;) {
            if (source_.window().empty() && source_.at_end()) return false;
            batch_.clear();
            grammar::Parsed const parsed = grammar::parse(source_.window(), source_.at_end(), batch_, grammar_limits(source_));
            // A block that the end of a piece cut off is told of; one that is whole is so whatever follows.
            if (is_piece_ && source_.at_end() && !batch_.problems.empty()) broke_off_ = true;
            if (parsed.consumed != 0) {
                consumed_ = parsed.consumed;
                block_ = 0;
                definition_ = 0;
                problem_ = 0;
                return true;
            }
            source_.more();
        }
    }

    /// Puts the problems of a block, once.
    void report_problems(std::size_t block) {
        for (; problem_ < batch_.problems.size() && batch_.problems[problem_].block <= block; ++problem_) {
            grammar::Problem const& p = batch_.problems[problem_];
            std::string_view const key = batch_.blocks[p.block].key;
            Code const code = code_of(p.code, batch_.blocks[p.block].truncated);
            if (code == Code::too_deep) reporter_.put_beyond(code, p.where.data(), {.key = key, .message = "braces nest deeper"});
            else if (code == Code::too_large) reporter_.put_beyond(code, p.where.data(), {.key = key, .message = "the block is longer"});
            else if (reporter_.is_heard(code)) reporter_.put(code, p.where.data(), {.key = key, .message = std::string("expected ") + grammar::expectation(p.code), .before = p.where});
        }
    }

    /// Makes an item of a block, or of the next definition of an @string; false if there is nothing to make.
    bool take(Block const& block, Item& item) {
        item.record.clear();
        item.record.set_location(source_.locate(block.source.data()));
        if (block.kind == BlockKind::macro) return take_definition(block, item);
        ++block_;
        if (block.kind == BlockKind::entry && !same_name(block.type, "xdata")) {
            if (reporter_.has_too_many_fields(block.field_count, block.source.data(), block.key)) return reject();
            item.kind = ItemKind::record;
            item.record.origin.format = id_of(dialect_);
            entries_.decode(batch_, block, item.record);
            if (reporter_.has_too_many_names(item.record, block.source.data())) return reject();
            reporter_.check_numbers(item.record, block.source.data());
            kept_.keep(block.source, item.record);
            item.record.begin_changes();
            return true;
        }
        Arena& arena = item.record.arena();
        item.kind = ItemKind::verbatim;
        item.verbatim = {.kind = VerbatimKind::text, .format = "bibtex", .source = copy_of(block.source, arena)};
        switch (block.kind) {
            case BlockKind::entry:
                item.verbatim.kind = VerbatimKind::entry;
                item.verbatim.name = arena.copy(block.key);
                if (!source_.is_repeatable()) parents_.remember(block);
                ++absorbed_;
                break;
            case BlockKind::preamble:
                item.verbatim.kind = VerbatimKind::preamble;
                entries_.begin();
                if (block.field_count != 0) item.verbatim.value = arena.copy(entries_.expand(batch_, batch_.fields[block.first_field], arena, {}));
                break;
            case BlockKind::comment: item.verbatim.kind = VerbatimKind::comment; break;
            default: break;
        }
        return true;
    }

    bool reject() noexcept {
        ++rejected_;
        return false;
    }

    bool take_definition(Block const& block, Item& item) {
        if (definition_ == block.field_count) {
            ++block_;
            definition_ = 0;
            if (block.field_count != 0) return false;
            item.kind = ItemKind::verbatim;  // an empty @string{}
            item.verbatim = {.kind = VerbatimKind::comment, .format = "bibtex", .source = copy_of(block.source, item.record.arena())};
            return true;
        }
        grammar::Field const& field = batch_.fields[block.first_field + definition_++];
        Arena& arena = item.record.arena();
        entries_.begin();
        std::string_view value = entries_.expand(batch_, field, arena, {});
        if (macros_.size() + value.size() > source_.limits().expansion) {
            reporter_.put_beyond(Code::expansion_too_large, field.name.data(), {.field = field.name, .message = "all macros together are longer"});
            value = {};
        }
        macros_.define(field.name, value);
        item.kind = ItemKind::verbatim;
        item.verbatim = {.kind = VerbatimKind::macro, .format = "bibtex", .name = arena.copy(field.name), .value = arena.copy(value)};
        if (block.field_count == 1 || (kept_.wanted() && definition_ == 1)) item.verbatim.source = copy_of(block.source, arena);
        else if (kept_.wanted()) item.verbatim.kind = VerbatimKind::further_macro;
        return true;
    }

    /// The bytes of a block for an item: those of the window, or of the file where they are to be kept.
    std::string_view copy_of(std::string_view block, Arena& arena) {
        return kept_.wanted() ? kept_.original(block, arena) : arena.copy(block);
    }

    mapping::KeptBytes kept_;
    Dialect dialect_;  ///< what the file is said to be; what it holds is read by one table
    Source& source_;
    mapping::Reporter reporter_;
    Macros own_macros_;
    Macros& macros_;  ///< its own, or those of its database
    bool is_piece_;        ///< of a file whose parents all pieces look for together
    Parents own_parents_;
    Parents& parents_;
    EntryDecoder entries_;
    grammar::Batch batch_;
    std::size_t block_ = 0, problem_ = 0, consumed_ = 0;
    std::uint32_t definition_ = 0;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context, Dialect dialect) { return std::make_unique<BibReader>(context, dialect); }

}  // namespace ibid::formats::bibtex
