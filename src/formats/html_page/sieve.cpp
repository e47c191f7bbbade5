// How the sieve reads a page: tags, with their quotation marks, and the elements in which nothing is a tag. As the HTML
// standard (WHATWG, "Tokenization") has it, as far as metadata needs it.
#include "formats/html_page/sieve.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ibid::formats::html_page {
namespace {

/// Parsers compare each attribute with those before it.
constexpr std::size_t most_words = 64;
constexpr std::size_t longest_script = std::size_t{4} << 20;

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool begins(std::string_view text, std::string_view word) noexcept {
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// A tag from `<` to `>`, and how many words it has outside of quotation marks.
struct Tag {
    std::string_view name{};
    std::size_t end = 0;
    std::size_t words = 0;
};

class Sieve {
public:
    Sieve(std::string_view page, std::vector<Refused>& refused) : page_(page), refused_(refused), kept_(page.size(), ' ') {}

    std::string run() {
        std::size_t at = 0;
        while ((at = page_.find('<', at)) < page_.size()) {
            std::string_view const rest = page_.substr(at);
            if (rest.starts_with("<!--")) at = behind("-->", at + 4);
            else if (rest.size() > 1 && is_letter(rest[1])) at = element(at);
            else ++at;
        }
        return std::move(kept_);
    }

private:
    [[nodiscard]] std::size_t behind(std::string_view end, std::size_t from) const noexcept {
        std::size_t const at = page_.find(end, from);
        return at == page_.npos ? page_.size() : at + end.size();
    }

    [[nodiscard]] Tag tag(std::size_t begin) const noexcept {
        Tag found;
        std::size_t at = begin + 1;
        while (at < page_.size() && !is_blank(page_[at]) && page_[at] != '>' && page_[at] != '/') ++at;
        found.name = page_.substr(begin + 1, at - begin - 1);
        bool in_word = false;
        for (; at < page_.size() && page_[at] != '>'; ++at) {
            char const c = page_[at];
            if ((c == '"' || c == '\'') && at > 0 && value_begins(at)) {
                std::size_t const close = page_.find(c, at + 1);
                if (close == page_.npos) break;
                at = close;
                in_word = false;
            } else if (is_blank(c)) {
                in_word = false;
            } else if (!in_word && c != '=') {
                in_word = true;
                ++found.words;
            }
        }
        found.end = std::min(at + 1, page_.size());
        return found;
    }

    /// Whether a quotation mark opens a value: an equals sign stands before it.
    [[nodiscard]] bool value_begins(std::size_t at) const noexcept {
        while (at > 0 && is_blank(page_[at - 1])) --at;
        return at > 0 && page_[at - 1] == '=';
    }

    /// Behind the end tag of an element in which nothing else is a tag.
    [[nodiscard]] std::size_t end_of_raw(std::string_view name, std::size_t from) const noexcept {
        while ((from = page_.find("</", from)) < page_.size()) {
            if (begins(page_.substr(from + 2), name)) return behind(">", from);
            from += 2;
        }
        return page_.size();
    }

    void keep(std::size_t begin, std::size_t end) { page_.copy(kept_.data() + begin, end - begin, begin); }

    std::size_t element(std::size_t begin) {
        Tag const found = tag(begin);
        auto const is = [&](std::string_view name) { return found.name.size() == name.size() && begins(found.name, name); };
        if (is("meta")) {
            if (found.words <= most_words) keep(begin, found.end);
            else refused_.push_back({begin, false});
            return found.end;
        }
        constexpr std::array<std::string_view, 8> raw{"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "title"};
        for (std::string_view const name : raw) {
            if (!is(name)) continue;
            std::size_t const end = end_of_raw(name, found.end);
            if (name == "script" && is_linked_data(page_.substr(begin, found.end - begin)) && found.words <= most_words) {
                if (end - begin <= longest_script) keep(begin, end);
                else refused_.push_back({begin, true});
            }
            return end;
        }
        return found.end;
    }

    [[nodiscard]] static bool is_linked_data(std::string_view tag) noexcept {
        constexpr std::string_view type = "application/ld+json";
        return std::search(tag.begin(), tag.end(), type.begin(), type.end(), [](char a, char b) { return lower(a) == b; }) != tag.end();
    }

    std::string_view page_;
    std::vector<Refused>& refused_;
    std::string kept_;
};

}  // namespace

std::string sieved(std::string_view page, std::vector<Refused>& refused) { return Sieve(page, refused).run(); }

}  // namespace ibid::formats::html_page
