// Conversion: what is counted, when it stops. The format is a toy: a line is a key, '!' a line that cannot be read.
#include "ibid/convert.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>

namespace {

using namespace ibid;

class LineReader final : public Reader {
public:
    explicit LineReader(Source& source) : source_{source} {}
    bool next(Item& item) override {
        while (!source_.window().empty()) {
            std::string const line(source_.window().substr(0, source_.window().find('\n')));
            source_.consume(line.size() + 1);
            item.record.clear();
            item.kind = line.starts_with('%') ? ItemKind::verbatim : ItemKind::record;
            item.record.set_id(line);
            if (line == "!") ++rejected_;
            else if (line == "+") ++absorbed_;
            else return true;
        }
        return false;
    }

private:
    Source& source_;
};

Format const& toy() {
    static Format const format = [] {
        Format f;
        f.id = "toy";
        f.make_reader = [](ReadContext const& context) -> std::unique_ptr<Reader> {
            return std::make_unique<LineReader>(context.source);
        };
        return f;
    }();
    return format;
}

struct Keys final : ItemSink {
    std::string keys;
    std::size_t most = 100;
    void put(Item& item) override { keys += item.record.id, --most; }
    void finish() override { keys += "."; }
    [[nodiscard]] bool wants_more() const noexcept override { return most > 0; }
};

Counts read(std::string_view text, Keys& keys, OnError on_error = OnError::skip) {
    Diagnostics diagnostics;
    return read_all(*open_memory(text, "in", diagnostics), toy(), keys, diagnostics, {.on_error = on_error});
}

BOOST_AUTO_TEST_SUITE(pipeline)
BOOST_AUTO_TEST_SUITE(convert)

BOOST_AUTO_TEST_CASE(records_are_counted_with_those_rejected_and_absorbed_but_not_what_stands_between) {
    Keys keys;
    Counts counts = read("a\n!\n%x\nb\n+\n", keys);
    BOOST_TEST(keys.keys == "a%xb");
    BOOST_TEST(counts.read == 4U);
    BOOST_TEST(counts.rejected == 1U);
    BOOST_TEST(counts.absorbed == 1U);
    counts.written = 2;
    BOOST_TEST(counts.add_up());
    counts += counts;
    BOOST_TEST(counts.read == 8U);
    BOOST_TEST(counts.add_up());
}

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_read_stops_it_if_wanted) {
    Keys keys;
    Counts const counts = read("a\n!\nb\nc\n", keys, OnError::stop);
    BOOST_TEST(keys.keys == "a");
    BOOST_TEST(counts.rejected == 1U);
    BOOST_TEST(counts.read == 2U);
}

BOOST_AUTO_TEST_CASE(nothing_is_read_for_a_sink_that_wants_no_more) {
    Keys keys;
    keys.most = 2;
    BOOST_TEST(read("a\nb\nc\nd\n", keys).read == 2U);
}

BOOST_AUTO_TEST_CASE(a_format_that_is_not_there_is_an_error_of_the_caller) {
    BOOST_CHECK_THROW((void)ibid::convert("", "no-such-format", "bibtex"), std::invalid_argument);
    BOOST_CHECK_THROW((void)ibid::convert("", "bibtex", ""), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
