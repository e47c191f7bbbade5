// The tables of the targets, and how each escapes its text.
#include "cite/writer.hpp"

#include "cite/unicode.hpp"
#include "ibid/arena.hpp"
#include "text/latex.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace ibid::cite {
namespace {

void escape_nothing(std::string& to, std::string_view text) { to += text; }

void escape_html(std::string& to, std::string_view text) {
    bool blank = false;
    for (char const c : text) {
        if (blank && c == ' ') to.replace(to.size() - 1, 1, "\u00A0");  // HTML would show one of the two
        blank = c == ' ';
        switch (c) {
        case '&': to += "&#38;"; break;
        case '<': to += "&#60;"; break;
        case '>': to += "&#62;"; break;
        default: to += c;
        }
    }
}

/// What LaTeX's own fonts and its "utf8" input encoding have: Latin letters, dashes, quotation marks. Cyrillic needs fonts
/// that have letters and commands alike.
bool is_known_to_latex(char32_t c) noexcept {
    if (c < 0x180 || (c >= 0x400 && c < 0x530)) return true;
    if (c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0x20AC || c == 0x2122) return true;
    return c >= 0x2018 && c <= 0x2022 && c != 0x201B && c != 0x201F;
}

/// Characters that have a meaning for the line rather than a glyph, and the minus sign.
constexpr std::pair<std::string_view, std::string_view> latex_of[] = {
    {"\u2011", "\\mbox{-}"}, {"\u2010", "-"}, {"\u2212", "$-$"}, {"\u2009", "\\,"}, {"\u202F", "\\,"},
    {"\u200B", "\\hspace{0pt}"}, {"\u2028", " "}, {"\u2060", ""}, {"\uFEFF", ""},
};

/// Characters as commands, where there is one.
void escape_as_commands(std::string& to, std::string_view text) {
    if (text.empty()) return;
    Arena arena;  // pads the text, as encode_latex() wants it
    Text const symbols(arena.copy(text));
    text::LatexTarget const target{text::LatexDialect::biblatex, true};
    std::string latex(text::latex_size(symbols, target), '\0');
    latex.resize(static_cast<std::size_t>(text::encode_latex(symbols, latex.data(), target) - latex.data()));
    to += latex;
}

void escape_latex_symbols(std::string& to, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const size = code_point_at(text, at).size;
        auto const known = std::find_if(std::begin(latex_of), std::end(latex_of), [&](auto const& one) { return one.first == text.substr(at, size); });
        if (known != std::end(latex_of)) {
            escape_as_commands(to, text.substr(begin, at - begin));
            to += known->second;
            begin = at + size;
        }
        at += size;
    }
    escape_as_commands(to, text.substr(begin));
}

void escape_latex(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        char const c = text[at];
        CodePoint const point = code_point_at(text, at);
        if (!is_known_to_latex(point.value)) {
            std::size_t end = at + point.size;
            while (end < text.size() && !is_known_to_latex(code_point_at(text, end).value)) end += code_point_at(text, end).size;
            escape_latex_symbols(to, text.substr(at, end - at));
            at = end;
            continue;
        }
        switch (c) {
        case '<': to += "\\textless{}"; break;
        case '>': to += "\\textgreater{}"; break;
        case '|': to += "\\textbar{}"; break;
        case '\\': to += "\\textbackslash{}"; break;
        case '~': to += "\\textasciitilde{}"; break;
        case '^': to += "\\textasciicircum{}"; break;
        case '#':
        case '$':
        case '%':
        case '&':
        case '_':
        case '{':
        case '}': to += '\\'; [[fallthrough]];
        default: to += text.substr(at, point.size);
        }
        at += point.size;
    }
}

void escape_with_backslash(std::string& to, std::string_view text, std::string_view special) {
    for (char const c : text) {
        if (special.find(c) != std::string_view::npos) to += '\\';
        to += c;
    }
}

/// What would begin a list or a heading at the begin of a line: "- ", "+ ", "= ", "1. ", "(1) ".
void escape_begin_of_line(std::string& to, std::string_view& text, std::string_view signs) {
    if (!(to.empty() || to.back() == '\n') || text.empty()) return;
    std::size_t at = 0;
    if (signs.find(text.front()) == std::string_view::npos) {
        at = std::min(text.find_first_not_of("0123456789("), text.size());
        if (at == 0 || at > 5 || at + 1 >= text.size() || (text[at] != '.' && text[at] != ')') || text[at + 1] != ' ') return;
    }
    to += text.substr(0, at);
    to += '\\';
    to += text[at];
    text.remove_prefix(at + 1);
}
void escape_markdown(std::string& to, std::string_view text) {
    escape_begin_of_line(to, text, "-+:=%");
    escape_with_backslash(to, text, "\\`*_[]<>~^$#|@");
}
void escape_typst(std::string& to, std::string_view text) {
    escape_begin_of_line(to, text, "-+=");
    escape_with_backslash(to, text, "\\`*_[]<>@$#~/");
}

void escape_rtf(std::string& to, std::string_view text) {
    auto const unit = [&to](unsigned value) {
        to += "\\uc0\\u";
        to += std::to_string(value < 0x8000 ? static_cast<int>(value) : static_cast<int>(value) - 0x10000);
        to += "{}";
    };
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const point = code_point_at(text, at);
        at += point.size;
        if (point.value == '\n') {
            to += "\\line ";
        } else if (point.value < 0x80) {
            if (point.value == '\\' || point.value == '{' || point.value == '}') to += '\\';
            to += static_cast<char>(point.value);
        } else if (point.value < 0x10000) {
            unit(static_cast<unsigned>(point.value));
        } else {
            unit(static_cast<unsigned>(0xD7C0 + (point.value >> 10)));
            unit(static_cast<unsigned>(0xDC00 + (point.value & 0x3FF)));
        }
    }
}

void link_html(std::string& to, std::string_view url, bool opens) {
    if (!opens) {
        to += "</a>";
        return;
    }
    to += "<a href=\"";
    for (char const c : url) {
        if (c == '"') to += "&#34;";
        else escape_html(to, std::string_view(&c, 1));
    }
    to += "\">";
}

void link_latex(std::string& to, std::string_view url, bool opens) {
    if (!opens) {
        to += '}';
        return;
    }
    to += "\\href{";
    for (char const c : url) {
        if (c == '%' || c == '#' || c == '\\') to += '\\';
        if (c != '{' && c != '}') to += c;
        else to += c == '{' ? "\\%7B" : "\\%7D";
    }
    to += "}{";
}

void link_markdown(std::string& to, std::string_view url, bool opens) {
    if (opens) {
        to += '[';
        return;
    }
    to += "](";
    for (char const c : url) {
        if (c == ' ') to += "%20";
        else if (c == '(') to += "%28";
        else if (c == ')') to += "%29";
        else to += c;
    }
    to += ')';
}

void link_typst(std::string& to, std::string_view url, bool opens) {
    if (!opens) {
        to += ']';
        return;
    }
    to += "#link(\"";
    escape_with_backslash(to, url, "\\\"");
    to += "\")[";
}

}  // namespace

// By Face: italic, oblique, upright, small_caps, normal_caps, bold, light, normal_weight, underline, no_underline,
// superscript, subscript, baseline, link. By Display: none, block, left_margin, right_inline, indent.

// clang-format off
namespace {

constexpr Writer html(std::string_view name, void (*link)(std::string&, std::string_view, bool), std::string_view baseline) {
    return {
        name, escape_html,
        {{"<i>", "</i>"}, {"<em>", "</em>"}, {"<span style=\"font-style:normal;\">", "</span>"},
         {"<span style=\"font-variant:small-caps;\">", "</span>"}, {"<span style=\"font-variant:normal;\">", "</span>"},
         {"<b>", "</b>"}, {"<span style=\"font-weight:lighter;\">", "</span>"}, {"<span style=\"font-weight:normal;\">", "</span>"},
         {"<span style=\"text-decoration:underline;\">", "</span>"}, {"<span style=\"text-decoration:none;\">", "</span>"},
         {"<sup>", "</sup>"}, {"<sub>", "</sub>"}, {baseline, "</span>"}, {}},
        {{}, {"\n\n    <div class=\"csl-block\">", "</div>\n"}, {"\n    <div class=\"csl-left-margin\">", "</div>"},
         {"<div class=\"csl-right-inline\">", "</div>\n  "}, {"\n    <div class=\"csl-indent\">", "</div>\n  "}},
        link,
        {"  <div class=\"csl-entry\">", "</div>\n"}, {"<div class=\"csl-bib-body\">\n", "</div>"},
        {"<div class=\"csl-citation\">", "</div>\n"},
    };
}
// The test-suite's, which has no links and a baseline that no browser knows; and the one for people.
}  // namespace

Writer const html_writer = html("html", nullptr, "<span style=\"baseline\">");
namespace {

Writer const linked_html_writer = html("html-links", link_html, "<span style=\"vertical-align:baseline;\">");

Writer const plain_writer{
    "plain", escape_nothing, {},
    {{}, {"", "\n"}, {"", " "}, {}, {"\n    ", ""}},
    nullptr, {"", "\n"}, {},
};

constexpr Writer latex(std::string_view name) {
    Writer writer{
    name, escape_latex,
    {{"\\textit{", "}"}, {"\\textsl{", "}"}, {"\\textup{", "}"}, {"\\textsc{", "}"}, {"\\textnormal{", "}"},
     {"\\textbf{", "}"}, {"{\\fontseries{l}\\selectfont ", "}"}, {"\\textmd{", "}"}, {"\\underline{", "}"}, {},
     {"\\textsuperscript{", "}"}, {"\\textsubscript{", "}"}, {"\\textnormal{", "}"}, {}},
    {{}, {"", "\\par\n"}, {"", "\\quad "}, {}, {"\\par\\indent ", ""}},
    link_latex, {"", "\n\n"}, {},
    };
    writer.takes_tex = true;
    return writer;
}

constexpr Writer bibitems_writer = [] {
    Writer writer = latex("thebibliography");
    writer.own_labels = true;
    writer.write_bibliography = write_thebibliography;
    return writer;
}();

Writer const markdown_writer{
    "markdown", escape_markdown,
    {{"*", "*"}, {"*", "*"}, {"[", "]{.upright}"}, {"[", "]{.smallcaps}"}, {"[", "]{.normalcaps}"},
     {"**", "**"}, {}, {"[", "]{.regular}"}, {"[", "]{.underline}"}, {}, {"^", "^"}, {"~", "~"}, {}, {}},
    {{}, {"", "\n\n"}, {"", " "}, {}, {"\n\n", ""}},
    link_markdown, {"", "\n\n"}, {},
};

Writer const rtf_writer{
    "rtf", escape_rtf,
    {{"{\\i ", "}"}, {"{\\i ", "}"}, {"{\\i0 ", "}"}, {"{\\scaps ", "}"}, {"{\\scaps0 ", "}"},
     {"{\\b ", "}"}, {}, {"{\\b0 ", "}"}, {"{\\ul ", "}"}, {"{\\ulnone ", "}"}, {"{\\super ", "}"}, {"{\\sub ", "}"},
     {"{\\nosupersub ", "}"}, {}},
    {{}, {"", "\\line "}, {"", "\\tab "}, {}, {"\\line\\tab ", ""}},
    nullptr, {"", "\\par\n"}, {}, {}, {"{\\rtf1\\ansi\n", "}"},
};

Writer const typst_writer{
    "typst", escape_typst,
    {{"#emph[", "]"}, {"#text(style: \"oblique\")[", "]"}, {"#text(style: \"normal\")[", "]"}, {"#smallcaps[", "]"}, {},
     {"#strong[", "]"}, {"#text(weight: \"light\")[", "]"}, {"#text(weight: \"regular\")[", "]"}, {"#underline[", "]"}, {},
     {"#super[", "]"}, {"#sub[", "]"}, {}, {}},
    {{}, {"", " \\\n"}, {"", " #h(1em) "}, {}, {" \\\n#h(2em) ", ""}},
    link_typst, {"", "\n\n"}, {},
};
// clang-format on

Writer const json_writer{.name = "json", .write_blocks = write_json, .write_bibliography = write_json_bibliography, .write_document = write_json_document};

}  // namespace

Writer const latex_writer = latex("latex");

Writer const* find_writer(std::string_view name) noexcept {
    std::array const writers{&html_writer, &linked_html_writer, &json_writer, &latex_writer, &markdown_writer,
                             &plain_writer, &rtf_writer, &bibitems_writer, &typst_writer};
    for (Writer const* writer : writers)
        if (writer->name == name) return writer;
    return nullptr;
}

}  // namespace ibid::cite
