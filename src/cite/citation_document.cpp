// CitationDocument: the public face of Document. It gives records ids that tell them apart, and writes what Document makes.
#include "cite/document.hpp"
#include "cite/formatter_state.hpp"

#include <deque>
#include <unordered_map>

namespace ibid {
namespace {

/// Records under ids that tell them apart, as a document wants them: many files have records without one, or two alike.
class Distinct {
public:
    Distinct() = default;
    explicit Distinct(std::span<Record const> records) : given_(records) {
        for (Record const& record : records) {
            Record const* known = &record;
            if (record.id.empty() || places_.contains(record.id)) {
                Record& copy = copies_.emplace_back(record);
                copy.set_id(std::string(record.id) + '\x1f' + std::to_string(records_.size()));  // which no file has
                known = &copy;
            }
            places_.emplace(known->id, records_.size());
            records_.push_back(known);
        }
    }
    [[nodiscard]] std::span<Record const* const> records() const noexcept { return records_; }
    [[nodiscard]] std::size_t place(std::string_view id) const { return places_.find(id)->second; }
    /// The id that the caller's record has.
    [[nodiscard]] std::string_view given_id(std::size_t place) const { return given_[place].id; }

private:
    std::span<Record const> given_{};
    std::vector<Record const*> records_{};
    std::deque<Record> copies_{};
    std::unordered_map<std::string_view, std::size_t> places_{};
};

cite::Cluster cluster_of(Citation const& citation) {
    cite::Cluster cluster;
    cluster.id = citation.id, cluster.note = citation.note, cluster.sorted = citation.sorted;
    for (Cite const& one : citation.cites) static_cast<Cite&>(cluster.cites.emplace_back()) = one;
    return cluster;
}

/// Without the pair that a style puts around all of a citation.
std::string_view without_brackets(std::string_view text) noexcept {
    bool const round = text.starts_with('(') && text.ends_with(')');
    bool const square = text.starts_with('[') && text.ends_with(']');
    return (round || square) && text.size() > 1 ? text.substr(1, text.size() - 2) : text;
}

/// Whom natbib is to name where there is no author: it refuses the whole bibliography for one label without a name.
std::string name_instead(Record const& record) {
    Text const* const title = record.find(var::title_short) != nullptr ? record.find(var::title_short) : record.find(var::title);
    return std::string(title != nullptr && !title->plain.empty() ? title->plain : record.id);
}

}  // namespace

struct CitationDocument::State {
    explicit State(CitationFormatter of) : formatter(std::move(of)), document(formatter.state_->processor) {
        document.set_labels(!formatter.state_->writer.own_labels);
    }

    struct Entry {
        std::size_t record = 0;
        cite::WrittenEntry written{};
    };

    [[nodiscard]] cite::Processor const& processor() const noexcept { return formatter.state_->processor; }
    [[nodiscard]] cite::Writer const& writer() const noexcept { return formatter.state_->writer; }
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] std::vector<cite::WrittenEntry> written(std::vector<bool>* printed) const;
    [[nodiscard]] cite::BibitemLabel label(std::string_view id) const;

    CitationFormatter formatter;
    cite::Document document;
    Distinct records{};
};

/// By what a text of LaTeX cites an entry, as natbib reads it; nothing where it does by number.
cite::BibitemLabel CitationDocument::State::label(std::string_view id) const {
    if (processor().style().in_note || processor().calls(var::citation_number)) return {};
    auto const shown = [&](CiteMode mode) {
        cite::Cite one;
        one.item = id, one.mode = mode;
        return std::string(without_brackets(cite::plain(document.preview({&one, 1}))));
    };
    if (processor().calls(var::citation_label)) return {shown(CiteMode::normal), {}};
    cite::BibitemLabel label{shown(CiteMode::author_only), shown(CiteMode::suppress_author)};
    if (label.authors.empty()) label.authors = name_instead(*records.records()[records.place(id)]);
    if (label.year.empty() || label.year == label.authors) label.year = "n.d.";
    return label;
}

std::vector<CitationDocument::State::Entry> CitationDocument::State::entries() const {
    std::vector<Entry> all;
    auto const put = [&](std::string_view id, std::vector<cite::Block> blocks) {
        std::size_t const place = records.place(id);
        all.push_back({place, {records.given_id(place), writer().own_labels ? label(id) : cite::BibitemLabel{}, std::move(blocks)}});
    };
    if (processor().style().bibliography) {
        for (cite::BibliographyEntry& entry : document.bibliography().entries) put(entry.item, std::move(entry.blocks));
    } else {
        for (std::string_view const id : document.order())
            if (auto blocks = processor().format_entry(*records.records()[records.place(id)]); !cite::plain(blocks).empty()) put(id, std::move(blocks));
    }
    return all;
}

CitationDocument::CitationDocument(CitationFormatter formatter) : state_(std::make_unique<State>(std::move(formatter))) {}
CitationDocument::~CitationDocument() = default;
CitationDocument::CitationDocument(CitationDocument&&) noexcept = default;
CitationDocument& CitationDocument::operator=(CitationDocument&&) noexcept = default;

void CitationDocument::set_records(std::span<Record const> records) {
    state_->records = Distinct(records);
    state_->document.set_items(state_->records.records());
}

void CitationDocument::set_uncited(bool all) { state_->document.set_uncited(all ? cite::Uncited::all : cite::Uncited::none); }

void CitationDocument::set_citation(Citation citation) { state_->document.set_cluster(cluster_of(citation)); }

void CitationDocument::set_order(std::span<CitationPlace const> order) { state_->document.set_order(order); }

void CitationDocument::set_citations(std::span<Citation const> citations) {
    std::vector<cite::Cluster> clusters;
    clusters.reserve(citations.size());
    for (Citation const& citation : citations) clusters.push_back(cluster_of(citation));
    state_->document.set_clusters(std::move(clusters));
}

std::vector<std::size_t> CitationDocument::update() { return state_->document.update(); }

std::string CitationDocument::text(std::size_t place) const { return cite::write(state_->writer(), state_->document.text(place)); }

std::size_t CitationDocument::size() const noexcept { return state_->document.cluster_count(); }

std::string CitationDocument::preview(std::span<Cite const> cites) const {
    std::vector<cite::Cite> all(cites.size());
    for (std::size_t i = 0; i < cites.size(); ++i) static_cast<Cite&>(all[i]) = cites[i];
    return cite::write(state_->writer(), state_->document.preview(all));
}

std::vector<CitationEntry> CitationDocument::entries() const {
    std::vector<CitationEntry> all;
    for (State::Entry const& entry : state_->entries()) all.push_back({entry.record, cite::write(state_->writer(), entry.written.blocks)});
    return all;
}

std::vector<cite::WrittenEntry> CitationDocument::State::written(std::vector<bool>* printed) const {
    if (printed != nullptr) printed->assign(records.records().size(), false);
    std::vector<cite::WrittenEntry> all;
    for (Entry& entry : entries()) {
        if (printed != nullptr) (*printed)[entry.record] = true;
        all.push_back(std::move(entry.written));
    }
    return all;
}

std::string CitationDocument::bibliography(std::vector<bool>* printed) const {
    return cite::write_bibliography(state_->writer(), state_->written(printed));
}

std::string CitationDocument::whole(std::vector<bool>* printed) const {
    std::vector<cite::WrittenCitation> citations;
    for (std::size_t i = 0; i < size(); ++i) {
        cite::Cluster const& cluster = state_->document.cluster(i);
        citations.push_back({cluster.id, cluster.note, state_->document.text(i)});
    }
    return cite::write_document(state_->writer(), citations, state_->written(printed));
}

}  // namespace ibid
