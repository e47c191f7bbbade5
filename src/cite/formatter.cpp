// CitationFormatter: the public face of the processor.
#include "ibid/cite.hpp"

#include "cite/formatter_state.hpp"
#include "cite/library.hpp"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

constexpr std::array<std::string_view, 8> targets{"text", "html", "json", "latex", "markdown", "rtf", "thebibliography", "typst"};

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

std::string CitationFormatter::entry(Record const& record) const {
    std::vector<CitationEntry> alone = entries({&record, 1});
    return alone.empty() ? std::string{} : std::move(alone.front().text);
}

namespace {

CitationDocument document_of(CitationFormatter const& formatter, std::span<Record const> records) {
    CitationDocument document(formatter);
    document.set_records(records);
    document.set_uncited(true);
    document.update();
    return document;
}

}  // namespace

std::vector<CitationEntry> CitationFormatter::entries(std::span<Record const> records) const {
    return document_of(*this, records).entries();
}

std::string CitationFormatter::bibliography(std::span<Record const> records, std::vector<bool>* printed) const {
    return document_of(*this, records).bibliography(printed);
}

std::string_view CitationFormatter::title() const noexcept { return state_->processor.style().title; }
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
