// Raw JSON: through the grammar, which reads items; so the value becomes the only member of one.
#include "formats/csl_json/raw_json.hpp"

namespace ibid::formats::csl_json {

using JsonKind = grammars::csl_json::Kind;

void RawJson::print(std::string_view source, Printer& to) {
    constexpr std::size_t padding = 64;
    wrapped_.assign("{\"\":").append(source).append("}");
    std::size_t const size = wrapped_.size();
    wrapped_.append(padding, '\0');
    batch_.clear();
    grammars::csl_json::State state;
    grammars::csl_json::parse({wrapped_.data(), size}, true, state, batch_);
    // One member, whose value is all there is: `1, "b": 2` would be two.
    auto const& nodes = batch_.nodes;
    bool const one = batch_.items.size() == 1 && batch_.items[0].complete && batch_.items[0].source.size() == size
                     && batch_.problems.empty() && nodes.size() > 2 && nodes[1].text.empty()
                     && nodes[2].next == nodes[0].next;
    if (one) print(2, to);
    else to.out.word(source);
}

void RawJson::print(std::uint32_t at, Printer& to) const {
    auto const& node = batch_.nodes[at];
    std::uint32_t i = at + 1;
    switch (node.kind) {
    case JsonKind::string:
        to.out.character('"');
        to.out.raw(node.text);
        to.out.character('"');
        return;
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
