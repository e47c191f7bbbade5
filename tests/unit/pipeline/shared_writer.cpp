// The writer that threads share: a fault of one of them reaches the caller, and a short output needs no thread. That it writes
// what one thread writes is shown by tests/properties/pieces.cpp.
#include "ibid/convert.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

using namespace ibid;

/// Writes keys, a line each; it cannot bear one.
class KeyWriter final : public Writer {
public:
    explicit KeyWriter(WriteContext const& context) : sink_{context.sink}, shares_{context.options.flag("shares", true)} {}
    void put(Item& item) override {
        if (item.record.id == "fault") throw std::runtime_error("a fault");
        if (std::this_thread::get_id() != first_thread) by_others = true;
        sink_.append(item.record.id);
        sink_.append("\n");
        ++written_;
    }
    void finish() override { sink_.append("end\n"); }
    [[nodiscard]] WriterState const* state() const noexcept override { return shares_ ? &state_ : nullptr; }

    inline static std::thread::id first_thread;
    inline static std::atomic<bool> by_others = false;

private:
    Sink& sink_;
    bool shares_;
    WriterState state_;
};

Format const& toy() {
    static Format const format = [] {
        Format f;
        f.id = "toy";
        f.make_writer = [](WriteContext const& context) -> std::unique_ptr<Writer> { return std::make_unique<KeyWriter>(context); };
        return f;
    }();
    return format;
}

struct Shared {
    std::string text;
    Diagnostics diagnostics;
    DiagnosticLog log{diagnostics};
    std::unique_ptr<Sink> sink = sink_to_string(text);
    Workers workers{3};
    Options options;

    std::string write(std::size_t count, std::size_t fault) {
        KeyWriter::first_thread = std::this_thread::get_id();
        KeyWriter::by_others = false;
        auto const writer = make_shared_writer(toy(), {*sink, diagnostics, options}, workers, log);
        std::string expected;
        Item item;
        for (std::size_t n = 0; n < count; ++n) {
            item.record.clear();
            item.record.set_id(n == fault ? "fault" : std::to_string(n));
            expected += std::to_string(n) + "\n";
            writer->put(item);
        }
        writer->finish();
        sink->finish();
        BOOST_TEST(writer->written() == count);
        return expected + "end\n";
    }
};

BOOST_AUTO_TEST_SUITE(pipeline)
BOOST_FIXTURE_TEST_SUITE(shared_writer, Shared)

BOOST_AUTO_TEST_CASE(long_outputs_keep_their_order) {
    std::string const expected = write(20'000, 20'000);
    BOOST_TEST((text == expected));
}

BOOST_AUTO_TEST_CASE(a_short_one_needs_no_other_thread) {
    BOOST_TEST(write(100, 100) == text);
    BOOST_TEST(!KeyWriter::by_others);
}

BOOST_AUTO_TEST_CASE(nor_does_one_whose_state_is_not_told) {
    options.set("shares", "false");
    BOOST_TEST((write(5'000, 5'000) == text));
    BOOST_TEST(!KeyWriter::by_others);
}

BOOST_AUTO_TEST_CASE(what_a_thread_throws_reaches_the_caller) { BOOST_CHECK_THROW(write(20'000, 7'000), std::runtime_error); }

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
