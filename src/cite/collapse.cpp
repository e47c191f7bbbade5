// Collapse: runs of citation numbers, names that repeat, years that differ in their suffix alone.
#include "cite/collapse.hpp"

#include "cite/unicode.hpp"
#include "cite/state.hpp"

#include <algorithm>
#include <span>

namespace ibid::cite {
namespace {

Output text_node(std::string_view text) {
    Output output;
    output.text = text;
    return output;
}

/// Whether a blank stands between a character of an affix and the cite: beside letters and digits of scripts with blanks.
bool is_word_character(CodePoint const& point) noexcept {
    return point.size != 0 && is_letter_or_digit(point.value) && !is_east_asian(point.value);
}

/// A prefix without a blank behind it: "see", "see:".
bool wants_blank_behind(std::string_view prefix) noexcept {
    while (prefix.ends_with('>')) {
        std::size_t const tag = prefix.rfind('<');
        if (tag == std::string_view::npos) break;
        prefix = prefix.substr(0, tag);
    }
    if (prefix.empty()) return false;
    bool const stops = std::string_view(".,:;!?\"").find(prefix.back()) != std::string_view::npos || prefix.ends_with("”");
    return stops || is_word_character(code_point_before(prefix, prefix.size()));
}

/// A suffix without a blank before it: "on birds", "(on birds)".
bool wants_blank_before(std::string_view suffix) noexcept {
    while (suffix.starts_with('<')) {
        std::size_t const end = suffix.find('>');
        if (end == std::string_view::npos) break;
        suffix.remove_prefix(end + 1);
    }
    if (suffix.empty()) return false;
    return suffix.front() == '(' || suffix.front() == '[' || is_word_character(code_point_at(suffix, 0));
}

/// The cite with the prefix and suffix that the writer gave it.
Output with_affixes(RenderedCite& cite) {
    if (cite.cite->prefix.empty() && cite.cite->suffix.empty()) return std::move(cite.output);
    Output all;
    if (!cite.cite->prefix.empty()) {
        std::string_view prefix = cite.cite->prefix;
        while (prefix.ends_with("  ")) prefix.remove_suffix(1);
        all.children.push_back(output_of_markup(prefix));
        if (wants_blank_behind(cite.cite->prefix)) all.children.push_back(text_node(" "));
    }
    all.children.push_back(std::move(cite.output));
    if (!cite.cite->suffix.empty()) {
        if (wants_blank_before(cite.cite->suffix)) all.children.push_back(text_node(" "));
        all.children.push_back(output_of_markup(cite.cite->suffix));
    }
    return all;
}

bool is_bare(RenderedCite const& cite) noexcept {
    return cite.cite->prefix.empty() && cite.cite->suffix.empty() && cite.cite->locator.empty();
}

bool begins_with_punctuation(std::string_view text) noexcept {
    return !text.empty() && std::string_view(",.;:!?").find(text.front()) != std::string_view::npos;
}

/// Adds parts with delimiters before all but the first.
class Joiner {
public:
    /// `cite`: whose affixes meet the delimiter; null if none do.
    void put(std::string_view delimiter, Output part, Cite const* cite = nullptr) {
        if (part.empty()) return;
        if (cite != nullptr && begins_with_punctuation(cite->prefix)) delimiter = {};
        bool const sentence = after_stop_ && cite != nullptr && is_upper(code_point_at(cite->prefix, 0).value);
        if ((after_comma_ || sentence) && begins_with_punctuation(delimiter)) delimiter.remove_prefix(1);
        after_comma_ = cite != nullptr && cite->suffix.ends_with(',');
        after_stop_ = cite != nullptr && cite->suffix.ends_with('.');
        if (!all_.children.empty() && !delimiter.empty()) all_.children.push_back(text_node(delimiter));
        all_.children.push_back(std::move(part));
    }
    Output take() { return std::move(all_); }

private:
    Output all_{};
    bool after_comma_ = false;
    bool after_stop_ = false;  ///< where a prefix that begins with a capital begins a sentence
};

/// Cites of the same names are moved to the first of them.
void group(std::vector<RenderedCite>& cites) {
    for (std::size_t i = 0; i + 1 < cites.size(); ++i) {
        if (cites[i].names.empty()) continue;
        auto const same = [&](RenderedCite const& cite) { return cite.names == cites[i].names; };
        std::stable_partition(cites.begin() + static_cast<std::ptrdiff_t>(i) + 1, cites.end(), same);
    }
}

Output join_numbers(std::vector<RenderedCite>& cites, Layout const& layout, CitationOptions const& options) {
    Joiner joiner;
    std::string_view delimiter;
    for (std::size_t i = 0; i < cites.size();) {
        std::size_t end = i + 1;
        while (end < cites.size() && cites[end].number_only && cites[end - 1].number_only &&
               cites[end].number == cites[end - 1].number + 1)
            ++end;
        if (end - i < 3) {
            end = i + 1;
            joiner.put(delimiter, with_affixes(cites[i]), cites[i].cite);
            delimiter = layout.delimiter;
        } else {
            Output range;
            range.children.push_back(std::move(cites[i].output));
            range.children.push_back(text_node("–"));
            range.children.push_back(std::move(cites[end - 1].output));
            joiner.put(delimiter, std::move(range));
            delimiter = options.after_collapse_delimiter ? *options.after_collapse_delimiter : layout.delimiter;
        }
        i = end;
    }
    return joiner.take();
}

/// What a cite says beside its year suffix; cites of which this is the same differ in the suffix alone.
std::string without_suffix(Output& output) {
    Output* const suffix = find_role(output, Role::year_suffix);
    if (suffix == nullptr) return {};
    Output kept = std::move(*suffix);
    *suffix = Output{};
    std::string text = text_of(output);
    *suffix = std::move(kept);
    return text;
}

/// The year suffixes of cites [begin, end), which differ in nothing else; the first is shown in full.
Output join_suffixes(std::vector<RenderedCite>& cites, std::size_t begin, std::size_t end, Layout const& layout,
                     CitationOptions const& options) {
    std::string_view const delimiter =
        options.year_suffix_delimiter  ? std::string_view(*options.year_suffix_delimiter)
        : options.cite_group_delimiter ? std::string_view(*options.cite_group_delimiter)
                                       : std::string_view(layout.delimiter);
    Joiner joiner;
    auto const suffix = [&](std::size_t i) {
        if (i == begin) return with_affixes(cites[i]);
        Output* const found = find_role(cites[i].output, Role::year_suffix);
        return found != nullptr ? std::move(*found) : Output{};
    };
    for (std::size_t i = begin; i < end;) {
        std::size_t last = i + 1;
        while (last < end && cites[last].year_suffix == cites[last - 1].year_suffix + 1) ++last;
        if (options.collapse == Collapse::year_suffix_ranged && last - i >= 3) {
            Output range;
            range.children.push_back(suffix(i));
            range.children.push_back(text_node("–"));
            range.children.push_back(suffix(last - 1));
            joiner.put(delimiter, std::move(range));
        } else {
            for (std::size_t k = i; k < last; ++k) joiner.put(delimiter, suffix(k));
        }
        i = last;
    }
    return joiner.take();
}

Output join_groups(std::vector<RenderedCite>& cites, Layout const& layout, Style const& style) {
    CitationOptions const& options = style.citation_options;
    bool const years = options.collapse == Collapse::year || options.collapse == Collapse::year_suffix ||
                       options.collapse == Collapse::year_suffix_ranged;
    bool const suffixes = options.collapse == Collapse::year_suffix || options.collapse == Collapse::year_suffix_ranged;
    auto const pinpoints = [](RenderedCite const& cite) { return !cite.cite->locator.empty(); };
    std::string_view const within_group =
        options.cite_group_delimiter ? std::string_view(*options.cite_group_delimiter)
        : style.in_note            ? std::string_view(layout.delimiter)
                                   : std::string_view(", ");
    Joiner joiner;
    std::string_view delimiter;
    for (std::size_t i = 0; i < cites.size();) {
        std::size_t end = i + 1;
        while (end < cites.size() && cites[end].names == cites[i].names &&
               (!cites[i].names.empty() || (suffixes && cites[end].year_suffix != 0 && cites[i].year_suffix != 0)))
            ++end;
        bool const collapsed = years && end - i > 1;
        // "Doe 2015, 333; 2016": a comma would not say where a cite ends.
        std::span<RenderedCite const> const these(&cites[i], end - i);
        bool const pinpointed =
            collapsed && !options.cite_group_delimiter && std::any_of(these.begin(), these.end(), pinpoints);
        std::string_view const within = pinpointed ? std::string_view(layout.delimiter) : within_group;
        for (std::size_t k = i; k < end;) {
            if (collapsed && k != i)
                if (Output* const names = find_role(cites[k].output, Role::names)) *names = Output{};
            std::size_t last = k + 1;
            Cite const& cite = *cites[k].cite;
            if (suffixes && collapsed && cites[k].year_suffix != 0 && cite.suffix.empty() && cite.locator.empty()) {
                auto const bare = [&](std::size_t c) {
                    Output copy = cites[c].output;
                    if (Output* const names = find_role(copy, Role::names)) *names = Output{};
                    return without_suffix(copy);
                };
                std::string const text = bare(k);
                while (!text.empty() && last < end && is_bare(cites[last]) && bare(last) == text) ++last;
            }
            joiner.put(k == i ? delimiter : within, join_suffixes(cites, k, last, layout, options),
                       last == k + 1 ? cites[k].cite : nullptr);
            k = last;
        }
        delimiter = collapsed && options.after_collapse_delimiter ? std::string_view(*options.after_collapse_delimiter)
                                                                  : std::string_view(layout.delimiter);
        i = end;
    }
    return joiner.take();
}

}  // namespace

void prepare(RenderedCite& cite) {
    Output* const names = find_role(cite.output, Role::names);
    if (names != nullptr) cite.names = text_of(*names);
    if (cite.cite->mode == CiteMode::suppress_author && names != nullptr) *names = Output{};
    if (cite.cite->mode == CiteMode::author_only) {
        Output only = names != nullptr ? std::move(*names) : Output{};
        cite.output = std::move(only);
    }
    Output* const number = find_role(cite.output, Role::citation_number);
    if (number == nullptr || !is_bare(cite)) return;
    Output kept = std::move(*number);
    *number = Output{};
    cite.number_only = cite.output.empty();
    *number = std::move(kept);
}

Output join_cites(std::vector<RenderedCite> cites, Style const& style) {
    Layout const& layout = *style.citation;
    CitationOptions const& options = style.citation_options;
    if (options.collapse == Collapse::citation_number) return join_numbers(cites, layout, options);
    bool const grouped = options.collapse != Collapse::none || options.cite_group_delimiter;
    if (!grouped) {
        Joiner joiner;
        for (RenderedCite& cite : cites) joiner.put(layout.delimiter, with_affixes(cite), cite.cite);
        return joiner.take();
    }
    if (!layout.sort.empty() && !style.in_note) group(cites);
    return join_groups(cites, layout, style);
}

}  // namespace ibid::cite
