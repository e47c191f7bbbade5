// The tables of the targets, and how each escapes its text.
#include "cite/writer.hpp"

#include "cite/unicode.hpp"

#include <array>

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

void escape_latex(std::string& to, std::string_view text) {
    for (char const c : text) {
        switch (c) {
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
        default: to += c;
        }
    }
}

void escape_with_backslash(std::string& to, std::string_view text, std::string_view special) {
    for (char const c : text) {
        if (special.find(c) != std::string_view::npos) to += '\\';
        to += c;
    }
}
void escape_markdown(std::string& to, std::string_view text) { escape_with_backslash(to, text, "\\`*_[]<>~^$#|"); }
void escape_typst(std::string& to, std::string_view text) { escape_with_backslash(to, text, "\\`*_[]<>@$#~"); }

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
    };
}
// The test-suite's, which has no links and a baseline that no browser knows; and the one for people.
Writer const html_writer = html("html", nullptr, "<span style=\"baseline\">");
Writer const linked_html_writer = html("html-links", link_html, "<span style=\"vertical-align:baseline;\">");

Writer const plain_writer{
    "plain", escape_nothing, {},
    {{}, {"", "\n"}, {"", " "}, {}, {"\n    ", ""}},
    nullptr, {"", "\n"}, {},
};

Writer const latex_writer{
    "latex", escape_latex,
    {{"\\textit{", "}"}, {"\\textsl{", "}"}, {"\\textup{", "}"}, {"\\textsc{", "}"}, {"\\textnormal{", "}"},
     {"\\textbf{", "}"}, {"{\\fontseries{l}\\selectfont ", "}"}, {"\\textmd{", "}"}, {"\\underline{", "}"}, {},
     {"\\textsuperscript{", "}"}, {"\\textsubscript{", "}"}, {"\\textnormal{", "}"}, {}},
    {{}, {"", "\\par\n"}, {"", "\\quad "}, {}, {"\\par\\indent ", ""}},
    link_latex, {"", "\n\n"}, {},
};

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
    nullptr, {"", "\\par\n"}, {"{\\rtf1\\ansi\n", "}"},
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

Writer const* find_writer(std::string_view name) noexcept {
    std::array const writers{&html_writer, &linked_html_writer, &plain_writer, &latex_writer,
                             &markdown_writer, &rtf_writer, &typst_writer};
    for (Writer const* writer : writers)
        if (writer->name == name) return writer;
    return nullptr;
}

}  // namespace ibid::cite
