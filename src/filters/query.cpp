// Queries: a tree of the grammar with its tests compiled, and what it says of a record.
#include "ibid/query.hpp"

#include "filters/field_test.hpp"
#include "filters/standing_alone.hpp"
#include "grammars/query.hpp"
#include "ibid/filter.hpp"

#include <algorithm>
#include <utility>

namespace ibid {

namespace grammar = grammars::query;
using grammar::NodeKind;

/// The tree, whose slices are of `text`, and for each node that is a test the place of it.
struct Query::Program {
    std::string text;  ///< with the bytes behind it that grammars read
    grammar::Tree tree;
    std::vector<filters::FieldTest> tests;
    std::vector<std::size_t> test_of;
    std::vector<NativeName> native_names;

    /// As deep as the grammar lets a query nest.
    [[nodiscard]] bool holds(std::uint32_t at, Record const& record) const {
        grammar::Node const& node = tree.nodes[at];
        if (node.kind == NodeKind::test) return tests[test_of[at]].holds(record);
        if (node.kind == NodeKind::negation) return !holds(node.first_child, record);
        bool const wanted = node.kind == NodeKind::any_of;  // what decides
        for (std::uint32_t child = node.first_child; child != grammar::none; child = tree.nodes[child].next_sibling)
            if (holds(child, record) == wanted) return wanted;
        return !wanted;
    }
};

namespace {

/// The column of the byte at `where`: code points count, not bytes.
std::size_t column_of(std::string_view text, std::size_t where) noexcept {
    auto const begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return 1 + static_cast<std::size_t>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(where), begins));
}

std::string wording(grammar::Problem const& problem) {
    switch (problem.code) {
    case grammar::Code::too_long: return "the query is longer than " + std::to_string(problem.where) + " bytes";
    case grammar::Code::too_deep: return "the query nests too deep";
    case grammar::Code::syntax: break;
    }
    return std::string("expected ") + problem.expected;
}

/// Of what parts records, as much goes as records do: what stands behind one that is taken out, and the comma before the
/// end of an array.
class Keep final : public Filter {
public:
    Keep(ItemSink& next, Query query) : Filter{next}, query_{std::move(query)} {}

    void put(Item& item) override {
        if (item.kind == ItemKind::verbatim) return put_verbatim(item);
        after_gap_ = !query_.matches(item.record);
        filtered_ += after_gap_;
        if (after_gap_) return;
        put_separator();
        if (!filters::parent_of(item.record).empty()) filters::say_inherited(item.record);
        next_.put(item);
    }

    void finish() override {
        put_separator();
        Filter::finish();
    }

private:
    void put_verbatim(Item& item) {
        if (filters::is_separator(item.verbatim)) {
            if (!std::exchange(after_gap_, false)) separator_.append(item.verbatim.source), format_ = item.verbatim.format;
            return;
        }
        after_gap_ = false;
        if (separator_.find(',') != separator_.npos) separator_.clear();
        put_separator();
        next_.put(item);
    }

    void put_separator() {
        if (separator_.empty()) return;
        Item item;
        item.kind = ItemKind::verbatim;
        item.verbatim = {.kind = VerbatimKind::text, .format = format_, .source = separator_};
        next_.put(item);
        separator_.clear();
    }

    Query query_;
    bool after_gap_ = false;         ///< right behind a record that was taken out
    std::string separator_, format_; ///< what stands behind a record that was kept
};

}  // namespace

std::optional<Query> Query::compile(std::string_view written, QueryProblem& problem) {
    auto program = std::make_shared<Program>();
    program->text.assign(written).append(Arena::padding, '\0');
    std::string_view const text(program->text.data(), written.size());
    grammar::Tree& tree = program->tree;
    grammar::Problem why;
    if (!grammar::parse(text, tree, why)) {
        problem = {column_of(text, why.where), wording(why)};
        return std::nullopt;
    }
    auto const column = [&](std::string_view slice) { return column_of(text, static_cast<std::size_t>(slice.data() - text.data())); };
    for (grammar::Node const& node : tree.nodes) {
        program->test_of.push_back(program->tests.size());
        if (node.kind != NodeKind::test) continue;
        std::string fault;
        filters::FieldTest const& test = program->tests.emplace_back(node, fault);
        if (!fault.empty()) {
            problem = {column(node.value), std::move(fault)};
            return std::nullopt;
        }
        if (!test.field().is_said) program->native_names.push_back({test.field().native, column(node.field)});
    }
    return Query(std::move(program));
}

bool Query::matches(Record const& record) const { return program_->holds(program_->tree.root, record); }

std::span<NativeName const> Query::native_names() const noexcept { return program_->native_names; }

std::unique_ptr<Filter> keep_records(ItemSink& next, Query query) { return std::make_unique<Keep>(next, std::move(query)); }

}  // namespace ibid
