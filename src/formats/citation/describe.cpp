// The descriptor of citation.
#include "formats/citation/describe.hpp"

#include "grammars/citation.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace ibid::formats::citation {
namespace {

namespace grammar = grammars::citation;

/// Text whose first line cites persons, and where and when they published: "Plan B: wait" is no citation. Any other format
/// that knows a text knows it better.
int recognise(std::string_view beginning) {
    constexpr std::size_t longest = 4096;
    constexpr int a_guess = 15;
    std::array<char, longest + 64> padded{};  // the grammar may look beyond its text
    grammar::Batch batch;
    while (!beginning.empty() && batch.references.empty() && batch.problems.empty()) {
        std::size_t const end = std::min(beginning.find_first_of("\n\r"), beginning.size());
        if (end > longest) return 0;
        std::memcpy(padded.data(), beginning.data(), end);
        grammar::parse_line({padded.data(), end}, batch);
        beginning.remove_prefix(std::min(end + 1, beginning.size()));
    }
    auto const is_person = [](grammar::Name const& name) { return !name.family.empty(); };
    if (batch.references.size() != 1 || std::none_of(batch.names.begin(), batch.names.end(), is_person)) return 0;
    grammar::Reference const& first = batch.references[0];
    bool const where = !first.container.empty() || !first.publisher.empty();
    bool const when = !first.year.empty() || (!first.volume.empty() && !first.page.empty());
    return !first.title.empty() && where && when ? a_guess : 0;
}

}  // namespace

void describe_citation(Format& format) {
    format.make_reader = make_reader;
    format.recognise = recognise;
}

}  // namespace ibid::formats::citation
