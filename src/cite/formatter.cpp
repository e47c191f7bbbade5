// CitationFormatter: the public face of the processor.
#include "ibid/cite.hpp"

#include "cite/document.hpp"
#include "cite/library.hpp"
#include "cite/processor.hpp"
#include "cite/writer.hpp"

#include <algorithm>
#include <array>

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
    cite::Writer const* const writer = cite::find_writer(settings.target == "text" ? "plain" : settings.target);
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

std::string CitationFormatter::entry(Record const& record) const {
    return cite::write(state_->writer, state_->processor.format_entry(record));
}

namespace {

std::vector<std::vector<cite::Block>> blocks_of(cite::Processor const& processor, std::span<Record const> records) {
    cite::Document document(processor);
    document.set_items(records);
    document.set_uncited(cite::Uncited::all);
    document.update();
    std::vector<std::vector<cite::Block>> blocks;
    for (cite::BibliographyEntry& entry : document.bibliography().entries) blocks.push_back(std::move(entry.blocks));
    return blocks;
}

}  // namespace

std::vector<std::string> CitationFormatter::entries(std::span<Record const> records) const {
    std::vector<std::string> all;
    for (std::vector<cite::Block> const& blocks : blocks_of(state_->processor, records)) all.push_back(cite::write(state_->writer, blocks));
    return all;
}

std::string CitationFormatter::bibliography(std::span<Record const> records) const {
    return cite::write_bibliography(state_->writer, blocks_of(state_->processor, records));
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
