// Raw JSON: through the grammar, which reads items; so the value becomes the only member of one.
#include "formats/csl_json/raw_json.hpp"

namespace ibid::formats::csl_json {

using JsonKind = grammars::csl_json::Kind;

namespace {

/// Whether the grammar mended a value without loss; printing it makes it right.
constexpr bool is_mended(grammars::csl_json::Code code) noexcept {
    using enum grammars::csl_json::Code;
    return code == trailing_comma || code == control_character || code == lone_surrogate;
}

constexpr bool is_scalar(JsonKind kind) noexcept { return kind == JsonKind::string || kind == JsonKind::number; }

}  // namespace

void RawJson::take(std::string_view source) {
    constexpr std::size_t padding = 64;
    wrapped_.assign("{\"\":").append(source).append("}");
    std::size_t const size = wrapped_.size();
    wrapped_.append(padding, '\0');
    batch_.clear();
    grammars::csl_json::State state;
    grammars::csl_json::parse({wrapped_.data(), size}, true, state, batch_);
    text_ = {};
    if (is_json(size)) return;
    batch_.clear();
    text_ = source;
}

/// Whether there is one member whose value is all there is: `1, "b": 2` would be two.
bool RawJson::is_json(std::size_t size) const noexcept {
    auto const& nodes = batch_.nodes;
    for (auto const& problem : batch_.problems)
        if (!is_mended(problem.code)) return false;
    return batch_.items.size() == 1 && batch_.items[0].complete && batch_.items[0].source.size() == size
           && nodes.size() > value && nodes[1].text.empty() && nodes[value].next == nodes[0].next;
}

bool RawJson::conforms(Kind kind) const {
    if (batch_.nodes.empty()) return false;
    switch (kind) {
    case Kind::text:
    case Kind::list: return batch_.nodes[value].kind == JsonKind::string;
    case Kind::names: return is_names();
    case Kind::date: return is_date();
    }
    return false;
}

bool RawJson::is_names() const {
    auto const& nodes = batch_.nodes;
    if (nodes[value].kind != JsonKind::array) return false;
    for (std::uint32_t i = value + 1; i < nodes[value].next; i = nodes[i].next)
        if (!is_name(i)) return false;
    return true;
}

bool RawJson::is_name(std::uint32_t at) const {
    constexpr std::string_view parts[] = {"family", "given", "dropping-particle", "non-dropping-particle",
                                          "suffix", "literal"};
    constexpr std::string_view flags[] = {"comma-suffix", "static-ordering", "parse-names"};
    auto const& nodes = batch_.nodes;
    if (nodes[at].kind != JsonKind::object) return false;
    for (std::uint32_t i = at + 1; i < nodes[at].next; i = nodes[i + 1].next) {
        JsonKind const kind = nodes[i + 1].kind;
        bool fits = false;
        for (std::string_view const part : parts) fits = fits || (nodes[i].text == part && kind == JsonKind::string);
        for (std::string_view const flag : flags)
            fits = fits || (nodes[i].text == flag && (is_scalar(kind) || kind == JsonKind::boolean));
        if (!fits) return false;
    }
    return true;
}

bool RawJson::is_date() const {
    auto const& nodes = batch_.nodes;
    if (nodes[value].kind != JsonKind::object) return false;
    for (std::uint32_t i = value + 1; i < nodes[value].next; i = nodes[i + 1].next) {
        std::string_view const key = nodes[i].text;
        auto const& what = nodes[i + 1];
        bool fits = what.kind == JsonKind::string && (key == "literal" || key == "raw");
        fits = fits || (is_scalar(what.kind) && (key == "season" || key == "circa"));
        fits = fits || (what.kind == JsonKind::boolean && key == "circa");
        if (key == "date-parts" && what.kind == JsonKind::array) {
            std::size_t ends = 0;
            fits = true;
            for (std::uint32_t end = i + 2; end < what.next; end = nodes[end].next, ++ends) {
                std::size_t parts = 0;
                for (std::uint32_t k = end + 1; k < nodes[end].next; k = nodes[k].next, ++parts)
                    fits = fits && is_scalar(nodes[k].kind);
                fits = fits && nodes[end].kind == JsonKind::array && parts >= 1 && parts <= 3;
            }
            fits = fits && ends >= 1 && ends <= 2;
        }
        if (!fits) return false;
    }
    return true;
}

void RawJson::print(Printer& to, bool lines) {
    if (batch_.nodes.empty()) return to.out.word(text_);
    auto const& nodes = batch_.nodes;
    if (!lines || !to.pretty() || nodes[value].kind != JsonKind::array) return print(value, to);
    to.open('[');
    for (std::uint32_t i = value + 1; i < nodes[value].next; i = nodes[i].next) {
        to.out.raw(i == value + 1 ? "\n      " : ",\n      ");
        print(i, to);
    }
    to.out.raw("\n    ");
    to.close(']');
}

void RawJson::print(std::uint32_t at, Printer& to) {
    auto const& node = batch_.nodes[at];
    std::uint32_t i = at + 1;
    switch (node.kind) {
    case JsonKind::string:
        if (!node.escaped) return to.out.word(node.text);
        decoded_.resize(node.text.size());
        return to.out.word({decoded_.data(), grammars::csl_json::unescape(node.text, decoded_.data())});
    case JsonKind::array:
        to.open('[');
        for (; i < node.next; i = batch_.nodes[i].next) {
            to.next();
            print(i, to);
        }
        to.close(']');
        return;
    case JsonKind::object:
        to.open('{');
        for (; i < node.next; i = batch_.nodes[i + 1].next) {
            to.next();
            print(i, to);
            to.either(": ", ":");
            print(i + 1, to);
        }
        to.close('}');
        return;
    default: to.out.raw(node.text);
    }
}

}  // namespace ibid::formats::csl_json
