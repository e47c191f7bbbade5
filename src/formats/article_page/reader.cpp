// The reader of article pages: a file is one page, and one record.
#include "formats/article_page/describe.hpp"
#include "formats/article_page/mapping.hpp"
#include "mapping/engine.hpp"
#include "mapping/report.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ibid::formats::article_page {
namespace {

using grammar::Part;
using mapping::NativeField;

mapping::Engine<Native> const& engine() {
    static mapping::Engine<Native> const ready(field_table::rows, {}, mapping::LetterCase::counts);
    return ready;
}

std::string_view first_line(std::string_view text) noexcept { return text.substr(0, text.find_first_of("\n\r")); }

class ArticlePageReader final : public Reader {
public:
    explicit ArticlePageReader(ReadContext const& context)
        : source_(context.source), reporter_(context.source, context.diagnostics, context.tracer), native_(engine().names().size()) {}

    bool next(Item& item) override {
        if (done_) return false;
        done_ = true;
        while (!source_.at_end() && source_.window().size() <= source_.limits().record_size) source_.more();
        std::string_view const window = source_.window();
        if (window.size() > source_.limits().record_size) {
            reporter_.put_beyond(Code::too_large, window.data(), {.message = "the page is longer"});
            return reject();
        }
        pieces_.clear();
        grammar::parse(window, pieces_);
        if (pieces_.empty()) return false;
        if (reporter_.has_too_many_fields(pieces_.size(), window.data())) return reject();
        item.kind = ItemKind::record;
        item.record.clear();
        read(item.record);
        if (reporter_.has_too_many_names(item.record, window.data())) return reject();
        item.record.begin_changes();
        return true;
    }

private:
    bool reject() noexcept {
        ++rejected_;
        return false;
    }

    void read(Record& record) {
        record.type = type_rows[0].type;
        record.origin.format = "article-page";
        record.set_location(source_.locate(pieces_.front().value.data()));
        take_pieces(record);
        Citations const citations = read_citations();
        Decoder decoder(record, citations, reporter_);
        engine().decode(decoder, native_, record, 0);
        // What no issue has yet is published with its page.
        if (Date const* const online = record.find(var::available_date); online != nullptr && !record.has(VariableId::issued)) {
            Date const date = *online;
            decoder.adopt(VariableId::issued, date);
        }
        keep_residue(record);
    }

    void take_pieces(Record& record) {
        native_.clear();
        if (pieces_.front().part != Part::title && std::none_of(pieces_.begin(), pieces_.end(), [](auto const& p) { return p.part == Part::title; }))
            reporter_.put(Code::syntax_repaired, pieces_.front().value.data(), {.message = "no title stands above the authors"});
        bool has_authors = false, in_authors = false;
        for (grammar::Piece const& piece : pieces_) {
            std::string_view const name = part_names[static_cast<std::size_t>(piece.part)];
            if (piece.part == Part::unknown) {
                reporter_.put(Code::unknown_line, piece.value.data(), {.message = "'" + std::string(piece.value.substr(0, 80)) + "' is no part of the page that is known", .before = piece.value});
                record.adopt(Extra{"article-page", name, record.arena().copy(piece.value), {}, ExtraKind::unclaimed, VariableId::none});
                continue;
            }
            // A second list of authors is another page's.
            bool const is_author = piece.part == Part::author;
            bool const is_second = is_author && has_authors && !in_authors;
            if (!is_second) in_authors = is_author;
            has_authors = has_authors || is_author;
            native_.add(is_second ? mapping::unknown_name : engine().names().find_unpadded(name), name, piece.value, piece.value.data());
        }
    }

    [[nodiscard]] Citations read_citations() {
        Citations citations;
        auto const first = [this](Part part) {
            mapping::NativeField const* const f = native_.first(engine().names().find_unpadded(part_names[static_cast<std::size_t>(part)]));
            return f != nullptr ? f->value : std::string_view{};
        };
        std::string_view const title = first(Part::title);
        for (std::size_t i = 0; i < grammar::style_count; ++i) {
            auto const part = static_cast<Part>(static_cast<std::size_t>(Part::spandidos_citation) + i);
            citations.by_style[i] = read_citation(first(part), title, static_cast<grammar::Style>(i));
        }
        citations.authors = cited_authors(citations.by_style[0].authors);
        return citations;
    }

    /// What no row has claimed. What a codec has told of names a variable.
    void keep_residue(Record& record) {
        for (NativeField const& f : native_.fields()) {
            if (f.claimed) continue;
            record.adopt(Extra{"article-page", f.name, record.arena().copy(f.value), {}, ExtraKind::shadowed, f.variable});
            if (f.variable == VariableId::none) reporter_.put(Code::repeated_field, f.where, {.field = f.name, .before = first_line(f.value)});
        }
    }

    Source& source_;
    mapping::Reporter reporter_;
    mapping::NativeRecord native_;
    std::vector<grammar::Piece> pieces_;
    bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context) { return std::make_unique<ArticlePageReader>(context); }

}  // namespace ibid::formats::article_page
