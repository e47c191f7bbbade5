// The way from a source through a reader, and for whole texts through a writer as well. It counts, and knows no format.
#include "ibid/convert.hpp"

#include "ibid/filter.hpp"
#include "pipeline/drain.hpp"
#include "pipeline/pieces.hpp"

#include <algorithm>
#include <stdexcept>

namespace ibid {

Counts& Counts::operator+=(Counts const& other) noexcept {
    read += other.read;
    made += other.made;
    written += other.written;
    rejected += other.rejected;
    absorbed += other.absorbed;
    filtered += other.filtered;
    return *this;
}

Counts pipeline::drain(Reader& reader, ItemSink& to, OnError on_error) {
    Counts counts;
    Item item;
    while (to.wants_more() && reader.next(item)) {
        if (on_error == OnError::stop && reader.rejected() != 0) {
            // The reader has got beyond the fault; what came before it was put, what comes after is not looked at.
            break;
        }
        counts.read += item.kind == ItemKind::record;
        to.put(item);
    }
    counts.rejected = reader.rejected();
    counts.absorbed = reader.absorbed();
    counts.read += counts.rejected + counts.absorbed;
    return counts;
}

bool pipeline::pass_over(Source& source, std::uint64_t size) {
    while (size != 0) {
        std::size_t const step = static_cast<std::size_t>(std::min<std::uint64_t>(size, source.window().size()));
        if (step == 0 && !source.more()) return false;
        source.consume(step);
        size -= step;
    }
    return true;
}

Counts read_all(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how) {
    if (pipeline::can_read_in_pieces(source, from, how)) return pipeline::read_in_pieces(source, from, to, diagnostics, how);
    auto const reader = from.make_reader({source, diagnostics, how.options, nullptr, how.database});
    return pipeline::drain(*reader, to, how.on_error);
}

namespace {

Format const& format_for(std::string_view id, bool writing) {
    Format const* const format = find_format(id);
    if (format == nullptr) throw std::invalid_argument("there is no format '" + std::string(id) + "'");
    if (writing ? format->make_writer == nullptr : format->make_reader == nullptr)
        throw std::invalid_argument("the format '" + std::string(id) + "' cannot be " + (writing ? "written" : "read"));
    return *format;
}

}  // namespace

Converted convert(std::string_view text, std::string_view from, std::string_view to, Diagnostics& diagnostics,
                  Options const& options) {
    Format const& reading = format_for(from, false);
    Format const& writing = format_for(to, true);
    Converted converted;
    auto const source = open_memory(text, "<text>", diagnostics);
    auto const sink = sink_to_string(converted.text);
    auto const writer = writing.make_writer({*sink, diagnostics, options, writing.carries});
    auto const checked = warn_of_duplicate_keys(*writer, diagnostics);
    converted.counts = read_all(*source, reading, *checked, diagnostics, {.options = options});
    checked->finish();
    sink->finish();
    converted.counts.written = writer->written();
    converted.counts.rejected += writer->rejected();
    return converted;
}

Converted convert(std::string_view text, std::string_view from, std::string_view to) {
    Diagnostics unheard;
    return convert(text, from, to, unheard);
}

}  // namespace ibid
