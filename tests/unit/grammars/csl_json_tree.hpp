// What the grammar of CSL-JSON finds in a file, owned and comparable, whatever the windows were.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "grammars/csl_json.hpp"
#include "padded.hpp"

namespace ibid::tests::csl_json {

namespace csl = grammars::csl_json;
using csl::Code;
using csl::Kind;
using csl::Shape;

inline std::string counted(std::string_view text) { return std::to_string(text.size()) + '"' + std::string(text) + '"'; }

/// A value in a spelling of its own, so that two parsers can be compared: strings decoded and counted.
inline std::string spelled(csl::Batch const& batch, std::uint32_t index) {
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
inline Found read(std::string_view text, std::size_t size = std::string_view::npos, csl::Limits const& limits = {}) {
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

}  // namespace ibid::tests::csl_json
