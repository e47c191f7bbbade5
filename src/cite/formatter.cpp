// CitationFormatter: the public face of the processor.
#include "ibid/cite.hpp"

#include "cite/document.hpp"
#include "cite/library.hpp"
#include "cite/processor.hpp"
#include "cite/writer.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

namespace ibid {
namespace {

constexpr std::array<std::string_view, 6> targets{"text", "html", "latex", "markdown", "rtf", "typst"};

cite::Library library_of(std::vector<std::string> const& styles, std::vector<std::string> const& locales) {
    cite::LibraryFolders folders = cite::default_folders();
    folders.styles.insert(folders.styles.begin(), styles.begin(), styles.end());
    folders.locales.insert(folders.locales.begin(), locales.begin(), locales.end());
    return cite::Library(std::move(folders));
}

bool is_own(std::string_view name) noexcept {
    auto const own = cite::own_styles();
    return std::any_of(own.begin(), own.end(), [name](cite::OwnStyle const& style) { return style.name == name; });
}

}  // namespace

struct CitationFormatter::State {
    cite::Processor processor;
    cite::Writer const& writer;
    bool own;
};

std::optional<CitationFormatter> CitationFormatter::open(CitationSettings const& settings, std::vector<CitationProblem>& problems) {
    std::string_view target = settings.target;
    if (target == "text") target = "plain";
    if (target == "html") target = "html-links";
    cite::Writer const* const writer = cite::find_writer(target);
    if (writer == nullptr) problems.push_back({.message = "citations are not written as '" + settings.target + "'", .fatal = true});
    if (writer == nullptr) return std::nullopt;

    cite::Library const library = library_of(settings.style_folders, settings.locale_folders);
    std::vector<cite::StyleProblem> found;
    auto const tell = [&] {
        for (cite::StyleProblem& p : found) problems.push_back({p.line, p.column, std::move(p.message), p.fatal});
    };
    std::optional<cite::Style> style = library.style(settings.style, found);
    bool const fatal = std::any_of(found.begin(), found.end(), [](cite::StyleProblem const& p) { return p.fatal; });
    if (!style || fatal) {
        tell();
        return std::nullopt;
    }
    cite::Locale locale = library.locale(*style, settings.locale, found);
    tell();
    cite::Processor processor(std::move(*style), std::move(locale));
    return CitationFormatter(std::make_shared<State const>(State{std::move(processor), *writer, is_own(settings.style)}));
}

namespace {

/// Records under ids that tell them apart, as a document wants them: many files have records without one, or two alike.
class Distinct {
public:
    explicit Distinct(std::span<Record const> records) {
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

private:
    std::vector<Record const*> records_;
    std::deque<Record> copies_;
    std::unordered_map<std::string_view, std::size_t> places_;
};

struct Entry {
    std::size_t record = 0;
    std::vector<cite::Block> blocks{};
};

std::vector<Entry> entries_of(cite::Processor const& processor, std::span<Record const> records) {
    std::vector<Entry> entries;
    Distinct const distinct(records);
    if (!processor.style().bibliography) {
        for (std::size_t i = 0; i < records.size(); ++i)
            entries.push_back({i, processor.format_entry(*distinct.records()[i])});
        return entries;
    }
    cite::Document document(processor);
    document.set_items(distinct.records());
    document.set_uncited(cite::Uncited::all);
    document.update();
    for (cite::BibliographyEntry& entry : document.bibliography().entries)
        entries.push_back({distinct.place(entry.item), std::move(entry.blocks)});
    return entries;
}

}  // namespace

std::string CitationFormatter::entry(Record const& record) const {
    std::vector<Entry> const alone = entries_of(state_->processor, {&record, 1});
    return alone.empty() ? std::string{} : cite::write(state_->writer, alone.front().blocks);
}

std::vector<CitationEntry> CitationFormatter::entries(std::span<Record const> records) const {
    std::vector<CitationEntry> all;
    for (Entry const& entry : entries_of(state_->processor, records)) all.push_back({entry.record, cite::write(state_->writer, entry.blocks)});
    return all;
}

std::string CitationFormatter::bibliography(std::span<Record const> records, std::vector<bool>* printed) const {
    if (printed != nullptr) printed->assign(records.size(), false);
    std::vector<std::vector<cite::Block>> blocks;
    for (Entry& entry : entries_of(state_->processor, records)) {
        if (printed != nullptr) (*printed)[entry.record] = true;
        blocks.push_back(std::move(entry.blocks));
    }
    return cite::write_bibliography(state_->writer, blocks);
}

bool CitationFormatter::is_own_style() const noexcept { return state_->own; }

std::span<std::string_view const> citation_targets() noexcept { return targets; }

std::span<std::string_view const> own_citation_styles() noexcept {
    static std::vector<std::string_view> const names = [] {
        std::vector<std::string_view> all;
        for (cite::OwnStyle const& style : cite::own_styles()) all.push_back(style.name);
        return all;
    }();
    return names;
}

std::vector<std::string> citation_styles(std::vector<std::string> const& folders, bool dependent) {
    return library_of(folders, {}).style_names(dependent);
}

}  // namespace ibid
