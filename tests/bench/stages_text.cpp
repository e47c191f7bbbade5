// The stages inside values: LaTeX and names, over the values of a .bib file that the set-up has parsed.

#include "bench/stage.hpp"

#include "grammars/bibtex.hpp"
#include "grammars/person_name.hpp"
#include "text/latex.hpp"
#include "text/letters.hpp"
#include "text/names.hpp"

#include <ibid/arena.hpp>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace ibid::bench {
namespace {

namespace bibtex = grammars::bibtex;
namespace person_name = grammars::person_name;

using Values = std::vector<std::string_view>;

/// The braced and quoted values of the fields whose names are wanted.
Values values(std::string_view text, bool (*wanted)(std::string_view name)) {
    Values found;
    bibtex::Batch batch;
    for (std::size_t at = 0; at < text.size();) {
        auto const parsed = bibtex::parse(text.substr(at), true, batch);
        if (parsed.consumed == 0) break;
        at += parsed.consumed;
        for (auto const& field : batch.fields) {
            if (!wanted(field.name)) continue;
            for (std::uint32_t i = 0; i < field.token_count; ++i) {
                auto const& token = batch.tokens[field.first_token + i];
                if (token.kind == bibtex::TokenKind::braced || token.kind == bibtex::TokenKind::quoted)
                    found.push_back(token.text);
            }
        }
    }
    return found;
}

std::size_t bytes(Values const& values) {
    std::size_t sum = 0;
    for (auto const value : values) sum += value.size();
    return sum;
}

bool holds_names(std::string_view field) {
    constexpr std::string_view author = "author", editor = "editor";
    auto const same = [&](std::string_view name) {
        return std::equal(field.begin(), field.end(), name.begin(), name.end(),
                          [](char a, char b) { return (static_cast<unsigned char>(a) | 0x20U) == static_cast<unsigned char>(b); });
    };
    return same(author) || same(editor);
}

Job prepare_person_name(Input const& input) {
    auto const all = std::make_shared<Values>(values(input.text, holds_names));
    auto const list = std::make_shared<person_name::List>();
    return {[] {}, [=, size = bytes(*all)] {
                Work work{.bytes = size, .fields = all->size()};
                for (auto const value : *all) {
                    person_name::parse(value, text::letter_of, *list);
                    work.records += list->names.size();
                }
                return work;
            }};
}

/// Decodes all values into an arena, which is emptied as often as a record would be.
template <typename Decode>
Job prepare_decode(Values found, Decode decode) {
    auto const all = std::make_shared<Values>(std::move(found));
    auto const arena = std::make_shared<Arena>();
    return {[] {}, [=, size = bytes(*all)] {
                constexpr std::size_t values_per_record = 16;
                Work work{.bytes = size, .fields = all->size()};
                for (auto const value : *all) {
                    if (work.records++ % values_per_record == 0) arena->clear();
                    decode(value, *arena);
                }
                return work;
            }};
}

Job prepare_latex_text(Input const& input) {
    return prepare_decode(values(input.text, [](std::string_view) { return true; }),
                          [](std::string_view value, Arena& arena) { text::decode_latex(value, arena); });
}

Job prepare_names(Input const& input) {
    return prepare_decode(values(input.text, holds_names),
                          [](std::string_view value, Arena& arena) { text::decode_names(value, arena); });
}

constexpr Stage stages[] = {
    {"latex_text", "value byte", prepare_latex_text},
    {"person_name", "value byte", prepare_person_name},
    {"names", "value byte", prepare_names},
};

}  // namespace

std::span<Stage const> text_stages() { return stages; }

}  // namespace ibid::bench
