// The grammar of CSL-JSON against nlohmann/json as oracle, on generated texts, on mutations of them, and on every prefix
// of nasty ones; and that it does not matter how a file is cut into windows.
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "csl_json_tree.hpp"

namespace {

using namespace ibid::tests::csl_json;
using Strings = std::vector<std::string>;

// ---- What the oracle makes of it ------------------------------------------------------------------------------

class Oracle : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Oracle(std::string_view text) {
        accepts = nlohmann::json::sax_parse(text.begin(), text.end(), this);
    }
    bool accepts = false;
    bool number_too_large = false;  // for a double: the grammar does not care
    std::string value;

    bool null() override { return put("null"); }
    bool boolean(bool truth) override { return put(truth ? "true" : "false"); }
    bool number_integer(number_integer_t number) override { return put(std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return put(std::to_string(number)); }
    bool number_float(number_float_t, string_t const& raw) override { return put(raw); }
    bool string(string_t& text) override { return put(counted(text)); }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& text) override { value += counted(text) + ":"; return true; }
    bool start_object(std::size_t) override { return open('{'); }
    bool end_object() override { return close('}'); }
    bool start_array(std::size_t) override { return open('['); }
    bool end_array() override { return close(']'); }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const& error) override {
        number_too_large = error.id == 406;
        return false;
    }

private:
    bool put(std::string const& text) {
        value += text;
        if (depth_ != 0) value += ',';
        return true;
    }
    bool open(char bracket) { ++depth_; value += bracket; return true; }
    bool close(char bracket) { --depth_; value += bracket; if (depth_ != 0) value += ','; return true; }
    int depth_ = 0;
};

bool is_repair(Code code) {
    return code == Code::trailing_comma || code == Code::control_character || code == Code::lone_surrogate;
}

/// Holds what the grammar finds in `text` against the oracle.
void compare(std::string_view text) {
    Found const found = read(text);
    Oracle const oracle{text};
    if (oracle.number_too_large) return;
    BOOST_TEST_CONTEXT(text) {
        if (oracle.accepts) {
            std::string array = "[";
            for (std::string const& item : found.items) array += item + ",";
            array += "]";
            if (found.shape == Shape::array && found.problems.empty()) BOOST_TEST(array == oracle.value);
            if (found.shape == Shape::object) BOOST_TEST(found.items.at(0) == oracle.value);
            if (found.shape == Shape::wrapped)
                for (std::string const& item : found.items) BOOST_TEST(oracle.value.find(item) != std::string::npos);
            for (Code const code : found.problems) BOOST_TEST((code == Code::not_an_item || code == Code::not_items));
        } else if (found.shape != Shape::lines) {
            BOOST_TEST(!found.problems.empty());
        }
        // Whatever the document is: an item is what the oracle takes it for, unless a problem lies inside it.
        std::size_t at = 0;
        for (std::size_t i = 0; i < found.items.size(); ++i) {
            std::size_t const begin = text.find(found.sources[i], at);
            BOOST_REQUIRE(begin != std::string_view::npos);
            at = begin + found.sources[i].size();
            bool touched = !found.complete[i];
            for (std::size_t p = 0; p < found.problems.size(); ++p)
                touched = touched || (is_repair(found.problems[p]) && found.places[p] < text.size());
            if (touched) continue;
            Oracle const alone{found.sources[i]};
            if (alone.number_too_large) continue;
            BOOST_TEST(alone.accepts);
            BOOST_TEST(found.items[i] == alone.value);
        }
    }
}

// ---- Texts ----------------------------------------------------------------------------------------------------

Strings const nasty = {
    "",
    " \n",
    "[]",
    "{}",
    "[{}]",
    "null",
    "\"[]\"",
    "[1, {\"id\":\"a\"}, [2], null]",
    R"([{"id":"a","type":"book"},{"id":"b","type":"book"}])",
    R"({"id":"a","issued":{"date-parts":[[2001,-1,0]]},"x":[true,false,null,1.5e+3,-0.1E-2]})",
    "{\"id\":\"a\"}\n{\"id\":\"b\"}\r\n\n{\"id\":\"c\"}",
    R"({"meta":{"items":1},"items":[{"id":"a"},{"id":"b"}],"more":[1]})",
    R"({"references":[{"id":"a"}],"items":[{"id":"b"}],"n":1234567,"o":true})",
    "[123456, -1.5e7, true, \"x\"] 12345",
    R"([{"id":"\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t\u0000","t":"\ud800","u":"\ude00\ud83d"}])",
    "[{\"id\":\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\",\"bad\":\"\xFF\"},{\"id\":\"b\"}]",
    "[{\"id\":\"a\",\"t\":\"tab\there\",},{\"id\":\"b\"},]",
    "[{\"id\":\"a\",\"t\":\"no end},\n  {\"id\":\"b\"}]",
    R"([{"id":"a","t":"The "best" book"},{"id":"b","author":[{"family":"X"},{"family":"Y"}]},{"id":"c"}])",
    R"([{"id":"a","t":"cut,"author":[{"family":"X"},{"family":"Y"}]},{"id":"b"},{"id":"c"}])",
    R"([{"id":"a","author":[{"family":"X"}},{"id":"b"},{"id":"c"}] x [{"id":"d"}])",
    R"([{"id":"a"}} ,"title":"t"},{"id":"b"} {"id":"c"},,{"id":"d"})",
    "[\n  {\n    \"id\": \"a\",\n    \"n\": 01\n  },\n  {\n    \"id\": \"b\"\n  }\n]\n",
};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t end) { return engine_() % end; }
    char one_of(std::string_view bytes) { return bytes[below(bytes.size())]; }

    std::string space() { return below(4) != 0 ? "" : std::string(1, one_of(" \n\r\t")) + (below(2) != 0 ? "  " : ""); }
    std::string string() {
        static Strings const pieces = {"a", "id", "type", "family", " ", "\\n", "\\\"", "\\\\", "\\u00e9", "\\uD83D\\uDE00", "\\ud800",
                                       "\\uDC00", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "{", "}", "},{", "sixteen bytes ..", "\x7F"};
        std::string text = "\"";
        for (std::size_t n = below(4); n != 0; --n) text += pieces[below(pieces.size())];
        return text + "\"";
    }
    std::string value(int depth) {
        static Strings const scalars = {"null", "true", "false", "0", "-0", "12", "-3.25", "1e5", "2E-7", "1234567890123456789012"};
        std::size_t const kind = below(depth > 3 ? 2 : 4);
        if (kind == 0) return scalars[below(scalars.size())];
        if (kind == 1) return string();
        return kind == 2 ? object(depth + 1) : list('[', ']', [&] { return value(depth + 1); });
    }
    std::string object(int depth) {
        return list('{', '}', [&] { return string() + space() + ":" + space() + value(depth); });
    }
    std::string document() {
        if (below(4) == 0) return space() + object(0) + space();
        return space() + list('[', ']', [&] { return object(0); }) + space();
    }
    std::string mutant(std::string text) {
        static constexpr std::string_view alphabet = "{}[],:\"\\ \n\t0123-+.eEutfn\xC3\xA9\xED\xA0\x80\xF4\xFFx";
        for (std::size_t n = 1 + below(4); n != 0 && !text.empty(); --n) {
            std::size_t const at = below(text.size());
            switch (below(4)) {
            case 0: text[at] = one_of(alphabet); break;
            case 1: text.erase(at, 1 + below(3)); break;
            case 2: text.insert(at, 1, one_of(alphabet)); break;
            default: text.insert(at, text.substr(below(text.size()), below(12)));
            }
        }
        return text;
    }

private:
    template <typename Element>
    std::string list(char open, char close, Element element) {
        std::string all(1, open);
        all += space();
        for (std::size_t n = below(4), i = 0; i < n; ++i) all += (i != 0 ? "," + space() : "") + element() + space();
        return all + close;
    }
    std::mt19937 engine_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(csl_json_oracle)

BOOST_AUTO_TEST_CASE(agrees_with_the_oracle_on_every_prefix_of_nasty_texts) {
    for (std::string const& text : nasty)
        for (std::size_t size = 0; size <= text.size(); ++size) compare(std::string_view(text).substr(0, size));
}

BOOST_AUTO_TEST_CASE(agrees_with_the_oracle_on_generated_texts) {
    Random random(1);
    for (int i = 0; i < 3000; ++i) compare(random.document());
}

BOOST_AUTO_TEST_CASE(agrees_with_the_oracle_on_mutations) {
    Random random(2);
    for (int i = 0; i < 6000; ++i) compare(random.mutant(random.document()));
    for (std::string const& text : nasty)
        for (int i = 0; i < 200; ++i) compare(random.mutant(text));
}

BOOST_AUTO_TEST_CASE(finds_the_same_whatever_the_windows_are) {
    Random random(3);
    auto const check = [](std::string const& text, std::size_t size) {
        Found const whole = read(text);
        Found const pieces = read(text, size);
        BOOST_TEST_CONTEXT(text << " by " << size) {
            BOOST_TEST(pieces.items == whole.items, boost::test_tools::per_element());
            BOOST_TEST(pieces.places == whole.places, boost::test_tools::per_element());
            BOOST_TEST((pieces == whole));
        }
    };
    for (std::string const& text : nasty)
        for (std::size_t size = 1; size <= text.size(); ++size) check(text, size);
    for (int i = 0; i < 3000; ++i) check(random.mutant(random.document()), 1 + random.below(30));
    for (std::string const& text : nasty)
        for (int i = 0; i < 100; ++i) check(random.mutant(text), 1 + random.below(60));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
