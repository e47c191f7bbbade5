// Rich runs as JSON, for programs that set them in their own way. The names of the attributes and their values are those
// of CSL styles (1.0.2, "Formatting", "Display"):
//     {"id": "key", "text": "Doe, Title", "runs": [{"text": "Doe, "}, {"text": "Title", "font-style": "italic"}]}
#include "cite/spans.hpp"
#include "cite/writer.hpp"

#include <array>
#include <map>

namespace ibid::cite {
namespace {

void put_string(std::string& to, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    to += '"';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') (to += '\\') += c;
        else if (c == '\n') to += "\\n";
        else if (c == '\t') to += "\\t";
        else if (byte < 0x20) ((to += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
        else to += c;
    }
    to += '"';
}

struct Attribute {
    std::string_view name{}, value{};
};

/// By Face.
constexpr std::array<Attribute, 15> attributes{{
    {"font-style", "italic"}, {"font-style", "oblique"}, {"font-style", "normal"},
    {"font-variant", "small-caps"}, {"font-variant", "normal"},
    {"font-weight", "bold"}, {"font-weight", "light"}, {"font-weight", "normal"},
    {"text-decoration", "underline"}, {"text-decoration", "none"},
    {"vertical-align", "sup"}, {"vertical-align", "sub"}, {"vertical-align", "baseline"},
    {"href", {}}, {"tex", {}},
}};
constexpr std::array<std::string_view, 5> displays{"", "block", "left-margin", "right-inline", "indent"};

void put_runs(std::string& to, std::span<Block const> blocks) {
    bool first = true;
    for (Block const& block : blocks) {
        std::vector<Span const*> open;
        walk_spans(
            block,
            [&](std::string_view piece) {
                to += first ? "{\"text\": " : ", {\"text\": ";
                first = false;
                put_string(to, piece);
                std::map<std::string_view, std::string_view> all;  // of two the inner one holds
                for (Span const* span : open) {
                    Attribute const attribute = attributes[static_cast<std::size_t>(span->face)];
                    all[attribute.name] = span->face == Face::link || span->face == Face::tex ? std::string_view(block.links[span->link]) : attribute.value;
                }
                if (block.display != Display::none) all["display"] = displays[static_cast<std::size_t>(block.display)];
                for (auto const& [name, value] : all) {
                    ((to += ", \"") += name) += "\": ";
                    put_string(to, value);
                }
                to += '}';
            },
            [&](Span const& span, bool opens) {
                if (opens) open.push_back(&span);
                else open.pop_back();
            });
    }
}

/// The members that say what is read.
void put_text(std::string& to, std::span<Block const> blocks) {
    to += "\"text\": ";
    put_string(to, plain(blocks));
    to += ", \"runs\": [";
    put_runs(to, blocks);
    to += ']';
}

}  // namespace

void write_json(std::string& to, std::span<Block const> blocks) {
    to += '{';
    put_text(to, blocks);
    to += '}';
}

void write_json_bibliography(std::string& to, std::span<WrittenEntry const> entries) {
    to += '[';
    for (WrittenEntry const& entry : entries) {
        to += &entry == entries.data() ? "\n  {\"id\": " : ",\n  {\"id\": ";
        put_string(to, entry.id);
        to += ", ";
        put_text(to, entry.blocks);
        to += '}';
    }
    to += entries.empty() ? "]\n" : "\n]\n";
}

void write_json_document(std::string& to, std::span<WrittenCitation const> citations, std::span<WrittenEntry const> entries) {
    to += "{\"citations\": [";
    for (WrittenCitation const& citation : citations) {
        to += &citation == citations.data() ? "\n  {\"id\": " : ",\n  {\"id\": ";
        put_string(to, citation.id);
        to += ", \"note\": " + std::to_string(citation.note) + ", ";
        put_text(to, citation.blocks);
        to += '}';
    }
    to += "\n],\n\"bibliography\": ";
    write_json_bibliography(to, entries);
    to += "}\n";
}

}  // namespace ibid::cite
