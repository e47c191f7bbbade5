// The grammar of CSL-JSON against nlohmann/json as oracle; documents in all shapes; what is left of broken ones; and
// that it does not matter how a file is cut into windows.
#include "grammars/csl_json.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "padded.hpp"

namespace csl = ibid::grammars::csl_json;
using csl::Code;
using csl::Kind;
using csl::Shape;
using ibid::tests::Padded;

namespace {

// ---- What the grammar makes of a text -------------------------------------------------------------------------

std::string counted(std::string_view text) { return std::to_string(text.size()) + '"' + std::string(text) + '"'; }

/// A value in a spelling of its own, so that two parsers can be compared: strings decoded and counted.
std::string spelled(csl::Batch const& batch, std::uint32_t index) {
    csl::Node const& node = batch.nodes[index];
    switch (node.kind) {
    case Kind::number: return node.text == "-0" ? "0" : std::string(node.text);
    case Kind::null:
    case Kind::boolean: return std::string(node.text);
    case Kind::string: {
        if (!node.escaped) return counted(node.text);
        std::string decoded(node.text.size(), '?');
        decoded.resize(static_cast<std::size_t>(csl::unescape(node.text, decoded.data()) - decoded.data()));
        return counted(decoded);
    }
    case Kind::array:
    case Kind::object: break;
    }
    std::string all(1, node.kind == Kind::array ? '[' : '{');
    std::uint32_t child = index + 1;
    for (bool name = node.kind == Kind::object; child < node.next; child = batch.nodes[child].next) {
        all += spelled(batch, child) + (name ? ":" : ",");
        if (node.kind == Kind::object) name = !name;
    }
    BOOST_REQUIRE_EQUAL(child, node.next);
    return all + (node.kind == Kind::array ? ']' : '}');
}

struct Found {
    std::vector<std::string> items;
    std::vector<std::string> sources;
    std::vector<bool> complete;
    std::vector<Code> problems;
    std::vector<std::size_t> places;
    std::string skipped;
    Shape shape{};
    std::size_t batches = 0;
    friend bool operator==(Found const& a, Found const& b) {
        return a.items == b.items && a.sources == b.sources && a.complete == b.complete && a.problems == b.problems
               && a.places == b.places && a.skipped == b.skipped && a.shape == b.shape;
    }
};

/// Reads `text` by windows of `size` bytes, which grow where the grammar asks for it.
Found read(std::string_view text, std::size_t size = std::string_view::npos, csl::Limits const& limits = {}) {
    Found found;
    csl::State state;
    std::size_t at = 0;
    for (std::size_t room = size;;) {
        Padded const window{text.substr(at, room)};
        bool const at_end = room >= text.size() - at;
        csl::Batch batch;
        csl::Parsed const parsed = csl::parse(window.view(), at_end, state, batch, limits);
        for (csl::Item const& item : batch.items) {
            found.items.push_back(spelled(batch, item.first_node));
            found.sources.emplace_back(item.source);
            found.complete.push_back(item.complete);
            BOOST_TEST((batch.nodes[item.first_node].text == item.source));
        }
        for (csl::Problem const& problem : batch.problems) {
            found.problems.push_back(problem.code);
            found.places.push_back(at + static_cast<std::size_t>(problem.where - window.begin()));
        }
        for (std::string_view const piece : batch.skipped) found.skipped += piece;
        ++found.batches;
        at += parsed.consumed;
        BOOST_REQUIRE_LE(at, text.size());
        if (at == text.size() && at_end) break;
        if (parsed.consumed == 0 || parsed.need_more) {
            BOOST_REQUIRE(parsed.need_more);
            BOOST_REQUIRE(!at_end);
            room *= 2;
        } else {
            room = size;
        }
    }
    found.shape = state.shape;
    return found;
}

std::vector<Code> problems(std::string_view text) { return read(text).problems; }
std::vector<std::string> items(std::string_view text) { return read(text).items; }
/// The codes that an item with this value has.
std::vector<Code> in_value(std::string const& value) { return problems("[{\"a\":" + value + "}]"); }

using Strings = std::vector<std::string>;
using Codes = std::vector<Code>;

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
BOOST_AUTO_TEST_SUITE(csl_json_grammar)

BOOST_AUTO_TEST_CASE(lays_nodes_in_the_order_of_the_file) {
    constexpr std::string_view text = R"([{"id":"a\n","n":[1,null],"o":{}}])";
    Padded const window{text};
    csl::State state;
    csl::Batch batch;
    csl::Parsed const parsed = csl::parse(window.view(), true, state, batch);
    BOOST_TEST(parsed.consumed == text.size());
    BOOST_TEST(!parsed.need_more);
    BOOST_TEST((state.shape == Shape::array));
    BOOST_REQUIRE_EQUAL(batch.items.size(), 1U);
    BOOST_TEST(batch.items[0].source == text.substr(1, text.size() - 2));
    BOOST_TEST(batch.items[0].complete);
    BOOST_REQUIRE_EQUAL(batch.nodes.size(), 9U);
    constexpr std::uint32_t next[] = {9, 2, 3, 4, 7, 6, 7, 8, 9};
    constexpr Kind kinds[] = {Kind::object, Kind::string, Kind::string, Kind::string, Kind::array,
                              Kind::number, Kind::null,   Kind::string, Kind::object};
    for (std::size_t i = 0; i < 9; ++i) {
        BOOST_TEST(batch.nodes[i].next == next[i]);
        BOOST_TEST((batch.nodes[i].kind == kinds[i]));
    }
    BOOST_TEST(batch.nodes[2].text == "a\\n");
    BOOST_TEST(batch.nodes[2].escaped);
    BOOST_TEST(batch.nodes[4].text == "[1,null]");
    BOOST_TEST(batch.nodes[4].text.data() == window.begin() + text.find("[1"));
    BOOST_TEST(batch.nodes[8].text == "{}");
}

BOOST_AUTO_TEST_CASE(reads_documents_of_every_shape) {
    Strings const two = {R"({2"id":1"a",})", R"({2"id":1"b",})"};
    std::string const a = R"({"id":"a"})";
    std::string const b = R"({"id":"b"})";
    struct Case {
        std::string text;
        Shape shape;
    };
    for (auto const& [text, shape] : {Case{" [" + a + " ,\n" + b + "]\n", Shape::array}, Case{a + "\n" + b, Shape::lines},
                                      Case{a + b + "\n", Shape::lines},
                                      Case{R"({"items":[)" + a + "," + b + "]}", Shape::wrapped},
                                      Case{R"({"v":[1,{}],"references" : [)" + a + "," + b + R"(],"x":{}})", Shape::wrapped},
                                      Case{R"({"references":[)" + a + R"(],"items":[)" + b + "]}", Shape::wrapped}}) {
        Found const found = read(text);
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(found.items == two, boost::test_tools::per_element());
            BOOST_TEST((found.shape == shape));
            BOOST_TEST(found.problems.empty());
        }
    }
    BOOST_TEST((read(a).shape == Shape::object));
    BOOST_TEST(read("[]").problems.empty());
    BOOST_TEST(read(R"({"items":[]})").problems.empty());
}

BOOST_AUTO_TEST_CASE(does_not_take_an_item_for_a_wrapper) {
    for (std::string const text : {R"({"id":"a","references":"none"})", R"({"type":"book","items":[{"id":"b"}]})",
                                   R"({"id":"a","items":["x"]})", R"({"a":{"items":[{}]}})"}) {
        BOOST_TEST((read(text).shape == Shape::object));
        BOOST_TEST(read(text).sources == Strings{text}, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(passes_over_the_other_members_of_a_wrapper_visibly) {
    BOOST_TEST(read(R"({"v":1,"items":[{}],"w":2})").skipped == R"({"v":1,"items":[,"w":2)");
}

BOOST_AUTO_TEST_CASE(takes_numbers_as_the_specification_has_them) {
    for (std::string const number : {"0", "-0", "10", "-1.5", "0.0", "1e5", "1E+5", "1.25e-10", "123456789012345678901234567890", "1e999"})
        BOOST_TEST(in_value(number).empty());
    for (std::string const number : {"01", "-", "1.", "1.e5", "1e", "1e+", "-01", "00"})
        BOOST_TEST((in_value(number) == Codes{Code::bad_number}));
    for (std::string const number : {"+1", ".5", "NaN", "Infinity", "nul", "True", "'x'", "}", ","})
        BOOST_TEST((in_value(number) == Codes{Code::expected_value}));
    for (std::string const number : {"0x10", "1a", "1 2", "truex", "--1"})
        BOOST_TEST(in_value(number).size() == 1U);
}

BOOST_AUTO_TEST_CASE(decodes_escapes) {
    auto const decoded = [](std::string_view raw) {
        Padded const padded{raw};
        std::string text(raw.size() + 1, '#');
        std::size_t const size = static_cast<std::size_t>(csl::unescape(padded.view(), text.data()) - text.data());
        BOOST_TEST(text.back() == '#');
        return text.substr(0, size);
    };
    BOOST_TEST(decoded(R"(\"\\\/\b\f\n\r\t)") == "\"\\/\b\f\n\r\t");
    BOOST_TEST(decoded(R"(plain \u0041\u00e9\u20AC\uD83D\uDE00!)") == "plain A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80!");
    BOOST_TEST(decoded(R"(\u0000)") == std::string(1, '\0'));
    BOOST_TEST(decoded(R"(\ud800x)") == "\xEF\xBF\xBDx");
    BOOST_TEST(decoded(R"(\udc00\ud83d\ud83d\ude00)") == "\xEF\xBF\xBD\xEF\xBF\xBD\xF0\x9F\x98\x80");
    BOOST_TEST(decoded("") == "");
}

BOOST_AUTO_TEST_CASE(refuses_bad_escapes_and_bad_utf8) {
    for (std::string const text : {R"("\x")", R"("\u12")", R"("\u12g4")", R"("\U0041")", "\"\\\x01\""})
        BOOST_TEST((in_value(text) == Codes{Code::bad_escape}));
    // Lone tail, overlong, surrogate, beyond U+10FFFF, cut by the quote.
    for (std::string const bytes : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                    "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "fifteen bytes...\xC3"})
        BOOST_TEST((in_value("\"" + bytes + "\"") == Codes{Code::bad_utf8}));
    for (std::string const bytes : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
                                    "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        BOOST_TEST(in_value("\"" + bytes + "\"").empty());
}

BOOST_AUTO_TEST_CASE(repairs_what_is_plain_to_repair) {
    BOOST_TEST((problems(R"([{"id":"a",},{"id":"b","x":[1,],},])")
                == Codes{Code::trailing_comma, Code::trailing_comma, Code::trailing_comma, Code::trailing_comma}));
    BOOST_TEST(items(R"([{"id":"a",},{"x":[1,],},])") == (Strings{R"({2"id":1"a",})", R"({1"x":[1,],})"}),
               boost::test_tools::per_element());
    BOOST_TEST((problems(R"([{"id":"a"} {"id":"b"}])") == Codes{Code::missing_comma}));
    BOOST_TEST((in_value("\"a\tb\x01\"") == Codes{Code::control_character}));
    BOOST_TEST((in_value(R"("\ud800 \udc00")") == Codes{Code::lone_surrogate}));
    for (Found const& found : {read("[{\"a\":\"b\tc\"}]"), read(R"([{"a":"\ud800"}])"), read(R"([{"a":1,}])")})
        BOOST_TEST(found.complete.at(0));
}

BOOST_AUTO_TEST_CASE(names_what_is_wrong_and_where) {
    struct Case {
        std::string text;
        Code code;
        std::size_t place;
    };
    for (auto const& [text, code, place] : {
             Case{R"([{"a" 1}])", Code::expected_colon, 6}, Case{R"([{"a":}])", Code::expected_value, 6},
             Case{R"([{a:1}])", Code::expected_name, 2}, Case{R"([{"a":1 "b":2}])", Code::expected_comma, 8},
             Case{R"([{"a":1]])", Code::expected_comma, 7}, Case{R"([{"a":[1}])", Code::expected_comma, 8},
             Case{R"([{"a":[,1]}])", Code::expected_value, 7}, Case{R"([{"a":1,,"b":2}])", Code::expected_name, 8},
             Case{"[{\"a\":\"x\n\"}]", Code::unclosed_string, 6}, Case{R"([{"a":"x)", Code::unclosed_string, 6},
             Case{R"([{"a":1)", Code::truncated_item, 7}, Case{R"([{"a":tr)", Code::truncated_item, 8},
             Case{"[{}", Code::unclosed_array, 3}, Case{"[", Code::unclosed_array, 1}, Case{R"({"items":[{}])", Code::unclosed_array, 13},
             Case{"[{}] x", Code::trailing_text, 5}, Case{"[{}]]", Code::trailing_text, 4}, Case{"{} x", Code::trailing_text, 3},
             Case{"[1]", Code::not_an_item, 1}, Case{" \"x\"", Code::not_items, 1}, Case{"12", Code::not_items, 0},
             Case{"<html>", Code::not_json, 0}, Case{"\"x", Code::not_json, 0}, Case{"]", Code::not_json, 0},
             Case{"", Code::empty_document, 0}, Case{" \n", Code::empty_document, 2}}) {
        Found const found = read(text);
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST((found.problems == Codes{code}));
            BOOST_TEST(found.places.at(0) == place);
        }
    }
}

BOOST_AUTO_TEST_CASE(limits_depth) {
    auto const nested = [](std::size_t depth) {
        return "[{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "},{\"id\":\"b\"}]";
    };
    BOOST_TEST(problems(nested(64)).empty());
    BOOST_TEST((problems(nested(65)) == Codes{Code::too_deep}));
    BOOST_TEST(items(nested(65)).back() == R"({2"id":1"b",})");
    BOOST_TEST((problems(nested(100000)) == Codes{Code::too_deep}));
    BOOST_TEST(problems(std::string(100000, '[')).size() == 1U);
    BOOST_TEST(!problems(std::string(50000, '{')).empty());
}

BOOST_AUTO_TEST_CASE(keeps_the_whole_members_of_a_broken_item) {
    Found const found = read(R"([{"id":"a","x":{"y":1},"t":"The "best" book","n":2},{"id":"b"}])");
    BOOST_TEST(found.items == (Strings{R"({2"id":1"a",1"x":{1"y":1,},})", R"({2"id":1"b",})"}), boost::test_tools::per_element());
    BOOST_TEST(found.complete == (std::vector<bool>{false, true}), boost::test_tools::per_element());
    BOOST_TEST((found.problems == Codes{Code::expected_comma}));
    BOOST_TEST(found.sources[0] + found.skipped == R"({"id":"a","x":{"y":1},"t":"The "best" book","n":2})");
}

BOOST_AUTO_TEST_CASE(loses_one_item_to_an_error_in_it) {
    std::string const a = R"({"id":"a","author":[{"family":"X","given":"Y"},{"family":"Z"}]})";
    std::string const c = R"({"id":"c","type":"book","author":[{"family":"X"},{"family":"Z"}]})";
    for (std::string const broken : {
             R"({"id":"b","t":"The "best" book"})", R"({"id":"b","t":"cut,"author":[{"family":"X"},{"family":"Y"}]})",
             R"({"id":"b","author":[{"family":"X"},{"family":"Y"}})", R"({"id":"b","author":[{"family":"X"},{"family":"Y"]})",
             R"({"id":"b","n":01,"x":"}]"})", R"({"id":"b","t":"\q}","x":[{"y":"{"}]})", "{\"id\":\"b\",\"t\":\"raw\nbreak\",\"x\":[{}]}",
             "{\"id\":\"b\",\"t\":\"\xFF\",\"x\":{}}", R"({"id":"b" "x":1})", R"({"id":"b","x":NaN,"author":[{"family":"X"},{"family":"Y"}]})",
             R"({id:"b"})", R"({"id":"b","t":unquoted text, "u":{"v":[}})"}) {
        std::string const text = "[" + a + "," + broken + "," + c + "]";
        std::string const lines = a + "\n" + broken + "\n" + c + "\n";
        for (Found const& found : {read(text), read(lines)}) {
            BOOST_TEST_CONTEXT(text) {
                BOOST_REQUIRE_GE(found.sources.size(), 2U);
                BOOST_TEST(found.sources.front() == a);
                BOOST_TEST(found.sources.back() == c);
                BOOST_TEST(found.sources.size() <= 3U);
                BOOST_TEST(found.problems.size() == 1U);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(finds_the_items_of_a_second_document_and_behind_garbage) {
    Found const found = read(R"([{"id":"a"}][{"id":"b"}])");
    BOOST_TEST(found.items.size() == 2U);
    BOOST_TEST((found.problems == Codes{Code::trailing_text}));
    BOOST_TEST(items(R"([{"id":"a"}}],"t":1},{"id":"b"}])").size() == 2U);
    BOOST_TEST(items(R"([{"id":"a"}, what is this {"id":"b"}])").size() == 2U);
    BOOST_TEST(items(R"({"id":"a"},{"id":"b"},)").size() == 2U);
}

BOOST_AUTO_TEST_CASE(keeps_what_was_complete_before_the_end_of_a_truncated_file) {
    std::string const text = R"([{"id":"a"},{"id":"b","x":[{"y":1},{"y")";
    Found const found = read(text);
    BOOST_TEST(found.items == (Strings{R"({2"id":1"a",})", R"({2"id":1"b",})"}), boost::test_tools::per_element());
    BOOST_TEST((found.problems == Codes{Code::truncated_item}));
}

BOOST_AUTO_TEST_CASE(cuts_an_item_that_is_too_long_and_goes_on_behind_it) {
    csl::Limits const limits{.max_record = 256};
    std::string const text = R"([{"id":"a","t":")" + std::string(1000, 'x') + R"(","u":[{"v":1},{"v":2}]},{"id":"b"}])";
    for (std::size_t const size : {std::size_t{16}, std::size_t{300}, std::size_t{4096}}) {
        Found const found = read(text, size, limits);
        BOOST_TEST((found.problems == Codes{Code::item_too_long}));
        BOOST_TEST(found.items == (Strings{R"({2"id":1"a",})", R"({2"id":1"b",})"}), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(answers_need_more_inside_an_item_and_leaves_no_trace_of_it) {
    constexpr std::string_view text = "[{\"id\":\"a\"},{\"id\":\"b\",\"t\":\"\t\\ud800";
    Padded const window{text};
    csl::State state;
    csl::Batch batch;
    csl::Parsed const parsed = csl::parse(window.view(), false, state, batch);
    BOOST_TEST(parsed.need_more);
    BOOST_TEST(parsed.consumed == text.find(",{") + 1);
    BOOST_TEST(batch.items.size() == 1U);
    BOOST_TEST(batch.nodes.size() == 3U);
    BOOST_TEST(batch.problems.empty());
}

BOOST_AUTO_TEST_CASE(returns_batches_of_whole_items) {
    std::string text = "[{\"id\":\"a\"}";
    for (int i = 0; i < 1000; ++i) text += ",{\"id\":\"b\"}";
    Found const found = read(text + "]", std::string_view::npos, {.max_batch = 1024});
    BOOST_TEST(found.items.size() == 1001U);
    BOOST_TEST(found.batches > 9U);
    BOOST_TEST(found.problems.empty());
}

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
