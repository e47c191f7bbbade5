// The stages that the public face is enough for: `read` and `write` by themselves, and `convert` from file to file.

#include "bench/stage.hpp"

#include <ibid/ibid.hpp>

#include <fcntl.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace ibid::bench {
namespace {

Format const& format_named(std::string_view id) {
    auto const* format = find_format(id);
    if (format == nullptr) throw std::invalid_argument("no such format: " + std::string(id));
    return *format;
}

/// Counts what comes and throws it away.
class Counter : public ItemSink {
public:
    void put(Item& item) override {
        if (item.kind != ItemKind::record) return;
        ++work.records;
        work.fields += item.record.fields().size() + item.record.extras().size();
    }
    void finish() override {}
    Work work;
};

/// Keeps what comes.
class Keeper : public ItemSink {
public:
    void put(Item& item) override {
        items.push_back(item);
        if (item.kind != ItemKind::verbatim) return;  // its text lives in the arena of the record that is used again
        for (auto part : {&Verbatim::name, &Verbatim::value, &Verbatim::source})
            items.back().verbatim.*part = items.back().record.arena().copy(item.verbatim.*part);
    }
    void finish() override {}
    std::vector<Item> items;
};

/// One way through the library, with everything it needs kept alive.
struct Way {
    Diagnostics diagnostics;
    Options options;
    std::unique_ptr<Source> source;
    std::unique_ptr<Sink> sink;
    std::vector<Item> items;
    Work input;  ///< what the file holds
};

Work count(std::string_view text, Format const& from) {
    Way way;
    Counter counter;
    way.source = open_memory(text, "bench", way.diagnostics);
    read_all(*way.source, from, counter, way.diagnostics, {.options = way.options});
    counter.work.bytes = text.size();
    return counter.work;
}

void open(Way& way, std::string_view text) {
    way.source = open_memory(text, "bench", way.diagnostics);
    static int const nowhere = ::open("/dev/null", O_WRONLY);  // what a string would cost to grow is not the library's
    way.sink = sink_to_descriptor(nowhere, "bench", way.diagnostics);
}

std::unique_ptr<Writer> writer(Way& way, Format const& to) {
    return to.make_writer({*way.sink, way.diagnostics, way.options, to.carries});
}

Job prepare_read(Input const& input) {
    auto const way = std::make_shared<Way>();
    auto const& from = format_named(input.from);
    return {[=] { open(*way, input.text); },
            [=, &from] {
                Counter counter;
                read_all(*way->source, from, counter, way->diagnostics, {.options = way->options});
                counter.work.bytes = input.text.size();
                return counter.work;
            }};
}

Job prepare_write(Input const& input) {
    auto const way = std::make_shared<Way>();
    auto const& to = format_named(input.to);
    auto const set_up = [=, &from = format_named(input.from)] {
        Keeper keeper;  // a writer may change what it is given, so each run gets its own
        open(*way, input.text);
        read_all(*way->source, from, keeper, way->diagnostics, {.options = way->options});
        way->items = std::move(keeper.items);
    };
    return {set_up, [=, &to] {
                auto const out = writer(*way, to);
                Work work;
                for (auto& item : way->items) {
                    work.fields += item.record.fields().size() + item.record.extras().size();
                    out->put(item);
                }
                out->finish();
                work.records = out->written();
                work.bytes = way->sink->size();
                return work;
            }};
}

Job prepare_convert(Input const& input) {
    auto const way = std::make_shared<Way>();
    auto const& from = format_named(input.from);
    auto const& to = format_named(input.to);
    way->input = count(input.text, from);
    return {[=] { open(*way, input.text); },
            [=, &from, &to] {
                auto const out = writer(*way, to);
                read_all(*way->source, from, *out, way->diagnostics, {.options = way->options});
                out->finish();
                return way->input;
            }};
}

constexpr Stage stages[] = {
    {"read", "input byte", prepare_read},
    {"write", "output byte", prepare_write},
    {"convert", "input byte", prepare_convert},
};

}  // namespace

std::span<Stage const> whole_stages() { return stages; }

}  // namespace ibid::bench
