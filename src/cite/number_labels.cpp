// Labels within numbers. See number_labels.hpp.
#include "cite/number_labels.hpp"

#include <utility>

namespace ibid::cite {
namespace {

constexpr std::pair<std::string_view, std::string_view> labels[] = {
    {"art.", "article-locator"}, {"bk.", "book"}, {"ch.", "chapter"}, {"chap.", "chapter"}, {"col.", "column"},
    {"fig.", "figure"}, {"fol.", "folio"}, {"l.", "line"}, {"ll.", "line"}, {"n.", "note"}, {"nn.", "note"},
    {"no.", "issue"}, {"nos.", "issue"}, {"op.", "opus"}, {"p.", "page"}, {"pp.", "page"}, {"para.", "paragraph"},
    {"paras.", "paragraph"}, {"pt.", "part"}, {"pts.", "part"}, {"sec.", "section"}, {"secs.", "section"},
    {"s.v.", "sub-verbo"}, {"v.", "verse"}, {"vv.", "verse"}, {"vol.", "volume"}, {"vols.", "volume"},
};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The label at a place, with a number behind it.
struct Found {
    std::string_view term{};
    std::size_t number = 0;  ///< where it begins
};

Found label_at(std::string_view value, std::size_t at) noexcept {
    for (auto const& [word, term] : labels) {
        if (value.substr(at, word.size()) != word) continue;
        std::size_t const number = value.find_first_not_of(' ', at + word.size());
        if (number != std::string_view::npos && is_digit(value[number])) return {term, number};
    }
    return {};
}

}  // namespace

std::vector<LabelledNumber> split_labels(std::string_view value) {
    std::vector<LabelledNumber> parts;
    LabelledNumber open;
    std::size_t begin = 0;
    if (Found const first = label_at(value, 0); !first.term.empty()) open.term = first.term, begin = first.number;
    for (std::size_t at = begin + 1; at < value.size(); ++at) {
        if (value[at - 1] != ' ') continue;
        Found const found = label_at(value, at);
        if (found.term.empty()) continue;
        std::size_t const last = value.find_last_not_of(' ', at - 1);
        if (last == std::string_view::npos || last < begin) continue;
        bool const marked = std::string_view(",;:&").find(value[last]) != std::string_view::npos;
        if (!marked && !is_digit(value[last])) continue;
        std::size_t const end = marked ? value.find_last_not_of(" ,;:&", last) + 1 : last + 1;
        if (end <= begin) continue;
        open.number = value.substr(begin, end - begin);
        parts.push_back(open);
        open = {value.substr(end, at - end), found.term, {}};
        begin = at = found.number;
    }
    open.number = value.substr(begin);
    parts.push_back(open);
    return parts;
}

}  // namespace ibid::cite
