// Fuzz target: queries. The bytes as they are, and a query put together of words that they choose, which is one more
// often. A tree hangs together and lies in the text; a query that compiles says yes or no to any record, and its contrary
// the other.

#include "fuzz/padded.hpp"

#include "grammars/query.hpp"
#include "ibid/query.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

namespace query = ibid::grammars::query;

namespace {

void check_tree(ibid::fuzz::Padded const& text) {
    query::Tree tree;
    query::Problem problem;
    if (!query::parse(text.view(), tree, problem)) {
        if (problem.where > text.view().size()) std::abort();
        return;
    }
    std::size_t reached = 1;
    for (query::Node const& node : tree.nodes) {
        if (!text.holds(node.field) || !text.holds(node.value) || unescaped(node).size() > node.value.size()) std::abort();
        if ((node.kind == query::NodeKind::test) == node.field.empty()) std::abort();
        if ((node.kind == query::NodeKind::test) != (node.first_child == query::none)) std::abort();
        for (auto child = node.first_child; child != query::none; child = tree.nodes[child].next_sibling) {
            if (child >= tree.nodes.size()) std::abort();
            ++reached;
        }
    }
    if (reached != tree.nodes.size()) std::abort();  // each is somebody's, and only once
}

ibid::Record const& record() {
    static ibid::Record const made = [] {
        ibid::Record r;
        r.set_id("chen2021");
        ibid::Name const names[] = {{.family = "Chen", .given = "J."}, {.literal = "WHO"}};
        r.set(ibid::var::author, ibid::Names{names, true});
        r.set(ibid::var::title, ibid::Text("A title: \u00C9mile"));
        r.set(ibid::var::volume, ibid::Text("12"));
        r.set(ibid::var::DOI, ibid::Text("10.1000/1"));
        ibid::Date date;
        date.begin.year = 2015;
        date.begin.month = 3;
        r.set(ibid::var::issued, date);
        r.add_extra({.format = "bibtex", .name = "Owner", .value = "me"});
        return r;
    }();
    return made;
}

void check_meaning(std::string_view text) {
    ibid::QueryProblem problem;
    auto const query = ibid::Query::compile(text, problem);
    if (!query) {
        if (problem.column == 0 || problem.column > text.size() + 1 || problem.message.empty()) std::abort();
        return;
    }
    auto const contrary = ibid::Query::compile("not (" + std::string(text) + ")", problem);
    if (contrary && contrary->matches(record()) == query->matches(record())) std::abort();
}

std::string of_words(std::string_view choices) {
    static constexpr std::string_view words[] = {
        "(", ")", " and ", " or ", " not ", "title", "author", "issued", "year", "type", "key", "volume", "DOI", "owner", "native:x",
        "=", "!=", "<", "<=", ">", ">=", "~", "!~", "2015", "2015-03", "2010/2020", "12", "'a b'", "\"\\\"\"", "Chen", " ", "x"};
    std::string text;
    for (char const c : choices) text += words[static_cast<unsigned char>(c) % std::size(words)];
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    check_tree(text);
    check_meaning(text.view());
    std::string const words = of_words(text.view().substr(0, 64));
    check_tree(ibid::fuzz::Padded(reinterpret_cast<std::uint8_t const*>(words.data()), words.size()));
    check_meaning(words);
    return 0;
}
