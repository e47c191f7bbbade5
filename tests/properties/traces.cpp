// Every word is read: if a word of a .bib file is changed, the record changes, or a diagnostic names the field. What
// a reader drops without a word shows here, be it the half of a value.
#include "grammars/bibtex.hpp"

#include "support/corpus.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;
namespace grammar = grammars::bibtex;

/// Of a value the first so many words are changed, one at a time.
constexpr std::size_t words_of_a_value = 4;

/// An entry with one word of one field changed.
struct Variant {
    std::size_t unchanged = 0;  ///< the number of the variant that is the entry as it stands
    std::string field{};
    std::string word{};
};

/// Letters stay letters and digits stay digits.
std::string changed(std::string word) {
    for (char& c : word) {
        if (c == 'z' || c == 'Z') c = static_cast<char>(c - 25);
        else if (c == '9') c = '0';
        else ++c;
    }
    return word;
}

constexpr bool is_part(char c) noexcept { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Calls visit(word) for the words of a value that are more than a letter, no names of commands and no options of names.
template <class Visit>
void each_word(std::string_view value, Visit&& visit) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < value.size() && count < words_of_a_value;) {
        std::size_t end = at;
        while (end < value.size() && is_part(value[end])) ++end;
        std::string_view const word = value.substr(at, end - at);
        bool const option = word == "and" || word == "true" || word == "false";
        if (word.size() > 1 && !option && (at == 0 || value[at - 1] != '\\')) visit(word), ++count;
        at = std::max(end, at + 1);
    }
}

/// The variants of a file, as one file: each has its number as key.
class Variants {
public:
    explicit Variants(grammar::Batch const& batch) : batch_(batch) {
        for (grammar::Block const& block : batch.blocks) {
            if (block.kind == grammar::BlockKind::macro) text_.append(block.source).append("\n");
            if (block.kind == grammar::BlockKind::entry && !block.truncated) vary(block);
        }
    }
    [[nodiscard]] std::string const& text() const noexcept { return text_; }
    [[nodiscard]] std::vector<Variant> const& all() const noexcept { return all_; }
    static std::string key(std::size_t number) { return "v" + std::to_string(number); }

private:
    void vary(grammar::Block const& block) {
        std::size_t const unchanged = all_.size();
        add({unchanged}, block, {}, {});
        for (std::uint32_t i = 0; i < block.field_count; ++i) {
            grammar::Field const& f = batch_.fields[block.first_field + i];
            for (std::uint32_t t = 0; t < f.token_count; ++t) {
                grammar::Token const& token = batch_.tokens[f.first_token + t];
                if (token.kind == grammar::TokenKind::macro) continue;
                each_word(token.text, [&](std::string_view word) {
                    add({unchanged, std::string(f.name), std::string(word)}, block, word, changed(std::string(word)));
                });
            }
        }
    }

    /// The entry with `other` in the place of `word`, which is a slice of it.
    void add(Variant variant, grammar::Block const& block, std::string_view word, std::string_view other) {
        text_.append("@").append(block.type).append("{").append(key(all_.size())).append(",\n");
        for (std::uint32_t i = 0; i < block.field_count; ++i) {
            grammar::Field const& f = batch_.fields[block.first_field + i];
            text_.append(f.name).append(" = ");
            for (std::uint32_t t = 0; t < f.token_count; ++t) {
                if (t != 0) text_.append(" # ");
                print(batch_.tokens[f.first_token + t], word, other);
            }
            text_.append(",\n");
        }
        text_.append("}\n");
        all_.push_back(std::move(variant));
    }

    void print(grammar::Token const& token, std::string_view word, std::string_view other) {
        std::string value(token.text);
        if (word.data() >= token.text.data() && word.data() < token.text.data() + token.text.size())
            value.replace(static_cast<std::size_t>(word.data() - token.text.data()), word.size(), other);
        switch (token.kind) {
        case grammar::TokenKind::number:
        case grammar::TokenKind::macro: text_.append(value); break;
        case grammar::TokenKind::quoted: text_.append("\"").append(value).append("\""); break;
        default: text_.append("{").append(value).append("}");
        }
    }

    grammar::Batch const& batch_;
    std::string text_{};
    std::vector<Variant> all_{};
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_word_of_a_bib_file_leaves_a_trace) {
    auto const cases = tests::corpus({{"bibtex", "bibtex"}, {"biblatex", "biblatex"}});
    if (cases.empty()) BOOST_TEST_MESSAGE("SKIPPED: the corpus is not there");
    std::size_t words = 0;
    for (tests::Case const& c : cases) {
        std::string file = c.text();
        std::size_t const size = file.size();
        file.append(64, '\0');  // the grammar loads past the end
        grammar::Batch batch;
        grammar::parse(std::string_view(file).substr(0, size), true, batch, {.batch_bytes = static_cast<std::size_t>(-1)});
        Variants const variants(batch);

        tests::Told told;
        Diagnostics diagnostics(told.settings());
        auto items = tests::read_items(variants.text(), c.format, diagnostics);
        std::map<std::string, Record*, std::less<>> by_key;
        for (Item& item : items)
            if (item.kind == ItemKind::record) by_key.emplace(item.record.id, &item.record);
        for (std::size_t n = 0; n < variants.all().size(); ++n) {
            Variant const& v = variants.all()[n];
            auto const before = by_key.find(Variants::key(v.unchanged)), after = by_key.find(Variants::key(n));
            if (n == v.unchanged || before == by_key.end() || after == by_key.end()) continue;
            ++words;
            Record a = *before->second, b = *after->second;
            a.set_id({});
            b.set_id({});
            bool const leaves_a_trace = !(a == b) || told.of(before->first, v.field);
            BOOST_TEST(leaves_a_trace, c.path << ": '" << v.word << "' in " << v.field);
        }
    }
    BOOST_TEST((cases.empty() || words > 500000), words << " words in " << cases.size() << " files");
}
