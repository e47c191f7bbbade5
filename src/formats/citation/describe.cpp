// The descriptor of citation.
#include "formats/citation/describe.hpp"

#include "grammars/citation.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace ibid::formats::citation {
namespace {

namespace grammar = grammars::citation;

constexpr std::size_t longest = 4096;

/// Whether the next line that is no heading is a citation as well.
bool goes_on(std::string_view rest) {
    grammar::Batch batch;
    std::array<char, longest + 64> padded{};
    while (!rest.empty() && batch.references.empty() && batch.problems.empty()) {
        std::size_t const end = std::min(rest.find_first_of("\n\r"), rest.size());
        if (end > longest) return false;
        std::memcpy(padded.data(), rest.data(), end);
        padded[end] = 0;
        grammar::parse_line({padded.data(), end}, batch);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return !batch.references.empty();
}

/// Text whose first line cites persons, and where and when they published: "Plan B: wait" is no citation. Any other format
/// that knows a text knows it better.
int recognise(std::string_view beginning) {
    constexpr int a_guess = 15;
    std::array<char, longest + 64> padded{};  // the grammar may look beyond its text
    grammar::Batch batch;
    bool listed = false;
    while (!beginning.empty() && batch.references.empty() && batch.problems.empty()) {
        std::size_t const end = std::min(beginning.find_first_of("\n\r"), beginning.size());
        if (end > longest) return 0;
        std::memcpy(padded.data(), beginning.data(), end);
        grammar::parse_line({padded.data(), end}, batch);
        // Below a heading of the box, or numbered.
        bool const numbered = end > 0 && (padded[0] == '[' || (padded[0] >= '0' && padded[0] <= '9'));
        listed = listed || (end > 0 && (numbered || batch.references.empty()));
        beginning.remove_prefix(std::min(end + 1, beginning.size()));
    }
    auto const is_person = [](grammar::Name const& name) { return !name.family.empty(); };
    if (batch.references.size() != 1 || std::none_of(batch.names.begin(), batch.names.end(), is_person)) return 0;
    grammar::Reference const& first = batch.references[0];
    // One line by one person may be the begin of a letter: "Dear A: please find attached. ..."
    if (batch.names.size() == 1 && first.doi.empty() && !listed && !goes_on(beginning)) return 0;
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
