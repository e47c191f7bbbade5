// What all targets have in common: blocks, entries, the bibliography around them.
#include "cite/writer.hpp"

#include "cite/spans.hpp"

namespace ibid::cite {
namespace {

void write_block(std::string& to, Writer const& writer, Block const& block) {
    Span const* formula = nullptr;  // which stands for all that is in its span
    walk_spans(
        block,
        [&](std::string_view piece) {
            if (formula == nullptr) writer.escape(to, piece);
        },
        [&](Span const& span, bool opens) {
            if (span.face == Face::tex && writer.takes_tex && (formula == nullptr || formula == &span)) {
                formula = opens ? &span : nullptr;
                if (opens) to += block.links[span.link];
                return;
            }
            if (formula != nullptr) return;
            if (span.face == Face::link) {
                if (writer.link) writer.link(to, block.links[span.link], opens);
                return;
            }
            Around const& around = writer.faces[static_cast<std::size_t>(span.face)];
            to += opens ? around.open : around.close;
        });
}

}  // namespace

void write(std::string& to, Writer const& writer, std::span<Block const> blocks) {
    if (writer.write_blocks != nullptr) return writer.write_blocks(to, blocks);
    for (Block const& block : blocks) {
        Around const& around = writer.displays[static_cast<std::size_t>(block.display)];
        to += around.open;
        write_block(to, writer, block);
        to += around.close;
    }
}

std::string write(Writer const& writer, std::span<Block const> blocks) {
    std::string to;
    write(to, writer, blocks);
    return to;
}

namespace {

void append_bibliography(std::string& to, Writer const& writer, std::span<WrittenEntry const> entries) {
    if (writer.write_bibliography != nullptr) return writer.write_bibliography(to, entries);
    to += writer.bibliography.open;
    for (WrittenEntry const& entry : entries) {
        to += writer.entry.open;
        write(to, writer, entry.blocks);
        to += writer.entry.close;
    }
    to += writer.bibliography.close;
}

}  // namespace

std::string write_bibliography(Writer const& writer, std::span<WrittenEntry const> entries) {
    std::string to(writer.document.open);
    append_bibliography(to, writer, entries);
    to += writer.document.close;
    return to;
}

std::string write_document(Writer const& writer, std::span<WrittenCitation const> citations, std::span<WrittenEntry const> entries) {
    std::string to(writer.document.open);
    if (writer.write_document != nullptr) {
        writer.write_document(to, citations, entries);
        return to;
    }
    Around const& around = writer.citation.close.empty() ? writer.entry : writer.citation;
    for (WrittenCitation const& citation : citations) {
        to += around.open;
        write(to, writer, citation.blocks);
        to += around.close;
    }
    if (!citations.empty() && !entries.empty()) to += '\n';
    append_bibliography(to, writer, entries);
    to += writer.document.close;
    return to;
}

}  // namespace ibid::cite
