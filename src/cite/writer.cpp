// Walking blocks and spans: opens and closes in their order, text between them escaped.
#include "cite/writer.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

void write_block(std::string& to, Writer const& writer, Block const& block) {
    std::string_view const text = block.text;
    std::vector<Span const*> open;
    std::size_t at = 0;
    auto const advance = [&](std::size_t end) {
        if (end > at) writer.escape(to, text.substr(at, end - at));
        at = std::max(at, end);
    };
    auto const put = [&](Span const& span, bool opens) {
        if (span.face == Face::link) {
            if (writer.link) writer.link(to, block.links[span.link], opens);
            return;
        }
        Around const& around = writer.faces[static_cast<std::size_t>(span.face)];
        to += opens ? around.open : around.close;
    };
    auto const close_until = [&](std::size_t begin) {
        while (!open.empty() && open.back()->end <= begin) {
            advance(open.back()->end);
            put(*open.back(), false);
            open.pop_back();
        }
    };
    for (Span const& span : block.spans) {
        if (span.begin >= span.end) continue;
        close_until(span.begin);
        advance(span.begin);
        put(span, true);
        open.push_back(&span);
    }
    close_until(text.size());
    advance(text.size());
}

}  // namespace

void write(std::string& to, Writer const& writer, std::vector<Block> const& blocks) {
    for (Block const& block : blocks) {
        Around const& around = writer.displays[static_cast<std::size_t>(block.display)];
        to += around.open;
        write_block(to, writer, block);
        to += around.close;
    }
}

std::string write(Writer const& writer, std::vector<Block> const& blocks) {
    std::string to;
    write(to, writer, blocks);
    return to;
}

void write_entry(std::string& to, Writer const& writer, std::vector<Block> const& blocks) {
    to += writer.entry.open;
    write(to, writer, blocks);
    to += writer.entry.close;
}

std::string write_bibliography(Writer const& writer, std::span<std::vector<Block> const> entries) {
    std::string to(writer.bibliography.open);
    for (std::vector<Block> const& entry : entries) write_entry(to, writer, entry);
    to += writer.bibliography.close;
    return to;
}

}  // namespace ibid::cite
