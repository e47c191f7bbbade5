// Text -> LaTeX: a walk over the marks of a text, each as the command of its style where its source can be written
// and read again, else as its plain text.
#include "text/latex.hpp"

#include "text/latex_escape.hpp"
#include "text/latex_source.hpp"
#include "text/latex_table.hpp"
#include "text/small_buffer.hpp"

#include <algorithm>
#include <initializer_list>

namespace ibid::text {
namespace {

constexpr std::uint32_t depth_limit = 64;
constexpr std::uint32_t quote_size = 3;  // bytes of “ ” ‘ ’

std::string_view command_of(Style style) noexcept {
    switch (style) {
    case Style::italic: return "\\emph{";
    case Style::bold: return "\\textbf{";
    case Style::superscript: return "\\textsuperscript{";
    case Style::subscript: return "\\textsubscript{";
    case Style::small_caps: return "\\textsc{";
    default: return {};
    }
}

bool is_quoted(std::string_view plain) noexcept {
    if (plain.size() < 2 * quote_size) return false;
    std::string_view const first = plain.substr(0, quote_size);
    std::string_view const last = plain.substr(plain.size() - quote_size);
    return (first == "“" && last == "”") || (first == "‘" && last == "’");
}

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `\TeX`
bool is_control_word(std::string_view source) noexcept {
    return source.size() > 1 && source.front() == '\\' && std::all_of(source.begin() + 1, source.end(), is_letter);
}

/// Whether the command at the begin of `source` might take what follows for its argument.
bool takes_arguments(std::string_view source) noexcept {
    char name[64]{};  // no more than this can be known, and it has to have readable bytes behind it
    std::size_t size = 0;
    while (size + 1 < source.size() && size < sizeof name / 2 && is_letter(source[size + 1])) {
        name[size] = source[size + 1];
        ++size;
    }
    Action const action = find_command({name, std::max<std::size_t>(size, 1)}).action;
    return action != Action::plain_font && action != Action::silent;
}

class LatexEncoder {
public:
    LatexEncoder(Text const& text, char* out, LatexTarget const& target, Issues* issues) noexcept
        : text_(text), size_(static_cast<std::uint32_t>(text.plain.size())), target_(target), issues_(issues),
          writer_(out, target, issues) {
        if (text.plain.find('{') != text.plain.npos) writer_.trust_braces(braces_balance());
    }

    char* encode() {
        for (std::size_t next = 0;;) {
            if (!open_.empty() && open_.back().end <= at_) {
                close();
            } else if (next < text_.marks.size() && text_.marks[next].begin <= at_) {
                open(text_.marks[next++]);
            } else if (at_ < size_) {
                std::uint32_t end = open_.empty() ? size_ : open_.back().end;
                if (next < text_.marks.size()) end = std::min(end, text_.marks[next].begin);
                writer_.text(text_.plain.substr(at_, end - at_));
                at_ = end;
            } else {
                return writer_.end();
            }
        }
    }

private:
    struct Open {
        std::uint32_t end;
        Style style;
        std::string_view closing;
        std::uint32_t skipped;  // bytes of plain text that the command prints itself
    };

    /// Whether braces may be written as `\{` and `\}`: all of them are written, and they balance.
    [[nodiscard]] bool braces_balance() const noexcept {
        for (Mark const& mark : text_.marks)
            if (mark.style == Style::math || mark.style == Style::tex || mark.style == Style::verbatim) return false;
        std::int64_t depth = 0;
        for (char const c : text_.plain) {
            if (c == '{') ++depth;
            else if (c == '}' && --depth < 0) return false;
        }
        return depth == 0;
    }

    [[nodiscard]] bool in_quotation() noexcept {
        return std::any_of(open_.begin(), open_.end(), [](Open const& o) { return o.style == Style::quoted; });
    }

    void open(Mark const& mark) {
        if (mark.begin < at_) return;  // inside of what was written as a whole, or crossing what is open
        std::uint32_t const end = std::max(at_, std::min(mark.end, open_.empty() ? size_ : open_.back().end));
        std::string_view const plain = text_.plain.substr(at_, end - at_);
        if (open_.size() >= depth_limit) return report(issues_, IssueCode::too_deep, plain);
        switch (mark.style) {
        case Style::math: return whole(plain, formula(mark.argument.empty() ? plain : mark.argument));
        case Style::verbatim: return whole(plain, plain.empty() || verbatim(plain, mark.argument));
        case Style::tex: return tex(mark.argument, plain);
        case Style::nocase:
            if (plain.empty() || protected_) return;
            writer_.open_protection();
            open_.push({end, mark.style, "}", 0});
            protected_ = true;
            return;
        case Style::quoted:
            if (target_.dialect != LatexDialect::biblatex || !is_quoted(plain)) return;
            wrap(plain.starts_with("‘") && !in_quotation() ? "\\enquote*{" : "\\mkbibquote{", end - quote_size, mark.style, quote_size);
            at_ += quote_size;
            return;
        case Style::language: return report(issues_, IssueCode::lost_markup, plain);
        case Style::subtitle: return;
        default:
            if (!plain.empty()) wrap(command_of(mark.style), end, mark.style, 0);
            return;
        }
    }

    void close() noexcept {
        Open const open = open_.back();
        open_.pop();
        if (open.style == Style::nocase) protected_ = false;
        writer_.source(open.closing);
        at_ += open.skipped;
    }

    /// A mark whose text is written already, inner marks and all; if it was not, they follow without it.
    void whole(std::string_view plain, bool written) {
        if (written) at_ += static_cast<std::uint32_t>(plain.size());
        else report(issues_, IssueCode::lost_markup, plain);
    }

    /// Braces around a command where it would otherwise make `{X}` a special character.
    void wrap(std::string_view command, std::uint32_t end, Style style, std::uint32_t skipped, bool braced = false) {
        braced |= writer_.in_front_of_protection() && command.front() == '\\';
        if (braced) writer_.source("{");
        writer_.source(command);
        open_.push({end, style, braced ? "}}" : "}", skipped});
    }

    void pieces(std::initializer_list<std::string_view> all, bool braced = false) {
        braced |= writer_.in_front_of_protection() && all.begin()->front() == '\\';
        if (braced) writer_.source("{");
        for (std::string_view const piece : all) writer_.source(piece);
        if (braced) writer_.source("}");
    }

    bool formula(std::string_view math) {
        if (math.empty() || open_braces(math) != 0 || math.back() == '\\') return false;
        bool const dollars = math.find('$') == math.npos;
        if (!dollars && (math.find("\\(") != math.npos || math.find("\\)") != math.npos)) return false;
        pieces({dollars ? "$" : "\\(", math, dollars ? "$" : "\\)"});
        return true;
    }

    bool verbatim(std::string_view plain, std::string_view command) {
        if (open_braces(plain) != 0) return false;
        if (command == "\\verb") {
            constexpr std::string_view delimiters = "|!+=/@;:";
            std::size_t const unused = delimiters.find_first_not_of(plain);
            if (unused == delimiters.npos || plain.find('\n') != plain.npos) return false;
            std::string_view const delimiter = delimiters.substr(unused, 1);
            pieces({command, delimiter, plain, delimiter});
            return true;
        }
        if (!is_clean_verbatim(plain)) return false;
        if (command != "\\path" && command != "\\nolinkurl") command = "\\url";
        pieces({command, "{", plain, "}"});
        return true;
    }

    void tex(std::string_view command, std::string_view plain) {
        bool const is_source = command.size() > 1 && (command[0] == '\\' || command[0] == '{');
        int const left_open = is_source ? open_braces(command) : -1;
        if (left_open == 1) {
            wrap(command, at_ + static_cast<std::uint32_t>(plain.size()), Style::tex, 0, has_capital(command));
            if (is_letter(command.back()) && !plain.empty() && plain.front() != ' ') writer_.source(" ");
            if (command.back() != '{') writer_.end_word(takes_arguments(command.substr(1)));
            return;
        }
        if (left_open == 0 && command.back() == ' ' && !writer_.in_front_of_protection()) writer_.open_ended(command, plain.ends_with(' '));
        else if (left_open == 0) pieces({command}, wants_braces(command));
        whole(plain, left_open == 0);
    }

    Text const& text_;
    std::uint32_t const size_;
    LatexTarget const& target_;
    Issues* issues_;
    LatexWriter writer_;
    SmallBuffer<Open, 16> open_;
    std::uint32_t at_ = 0;
    bool protected_ = false;
};

}  // namespace

std::size_t latex_size(Text const& text, LatexTarget const& target) noexcept {
    constexpr std::size_t longest_command = 40;  // `{\textsuperscript{}}` and the like, with room for a `{}` around
    std::size_t size = escaped_size(text.plain, target.ascii);
    for (Mark const& mark : text.marks) size += longest_command + mark.argument.size();
    constexpr std::size_t lane = 16;  // LatexWriter writes whole ones
    return size == text.plain.size() ? size : size + lane;
}

char* copy_as_latex(Text const& text, char* out, bool ascii) noexcept {
    char const *at = text.plain.data(), *const begin = at, *const last = at + text.plain.size();
    if (text.marks.empty()) return copy_unescaped(at, last, out, ascii);
    char const* protection = nullptr;  // the end of the braces that are open
    auto const copy_to = [&](char const* end) {
        out = copy_unescaped(at, end, out, ascii);
        at = end;
        return out != nullptr;
    };
    auto const close = [&] {
        if (!copy_to(protection)) return false;
        *out++ = '}';
        protection = nullptr;
        return true;
    };
    for (Mark const& mark : text.marks) {
        char const *const first = begin + mark.begin, *const end = begin + mark.end;
        if (protection != nullptr && first >= protection && !close()) return nullptr;
        if (first < at || end > (protection != nullptr ? protection : last)) return nullptr;
        if (mark.style == Style::subtitle || (mark.style == Style::nocase && (first == end || protection != nullptr))) continue;
        bool const is_command = mark.style == Style::tex && is_control_word(mark.argument) && wants_braces(mark.argument);
        if ((!is_command && mark.style != Style::nocase) || !copy_to(first)) return nullptr;
        *out++ = '{';
        if (is_command) {
            out += mark.argument.copy(out, mark.argument.size());
            *out++ = '}';
            at = end;
        } else {
            protection = end;
        }
    }
    if (protection != nullptr && !close()) return nullptr;
    return copy_to(last) ? out : nullptr;
}

char* encode_latex(Text const& text, char* out, LatexTarget const& target, Issues* issues) {
    std::string_view const plain = text.plain;
    char const* const last = plain.data() + plain.size();
    if (text.marks.empty() && find_escape(plain.data(), last, target.ascii) == last) {
        plain.copy(out, plain.size());
        return out + plain.size();
    }
    return LatexEncoder(text, out, target, issues).encode();
}

}  // namespace ibid::text
