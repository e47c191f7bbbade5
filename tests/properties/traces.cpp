// Every word is read: if a word of a file is changed, the record changes, or a diagnostic names the field. What a reader
// drops without a word shows here, be it the half of a value.
#include "grammars/bibtex.hpp"
#include "grammars/ris.hpp"

#include "support/corpus.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

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
struct Variants {
    std::string text{};
    std::vector<Variant> all{};

    static std::string key(std::size_t number) { return "v" + std::to_string(number); }
};

/// Bytes that a grammar may load past the end of.
std::string padded(std::string text) { return text.append(64, '\0'); }

class BibVariants : public Variants {
public:
    explicit BibVariants(std::string const& file) : file_(padded(file)) {
        grammar::parse(std::string_view(file_).substr(0, file.size()), true, batch_, {.batch_bytes = static_cast<std::size_t>(-1)});
        for (grammar::Block const& block : batch_.blocks) {
            if (block.kind == grammar::BlockKind::macro) text.append(block.source).append("\n");
            if (block.kind == grammar::BlockKind::entry && !block.truncated) vary(block);
        }
    }

private:
    void vary(grammar::Block const& block) {
        std::size_t const unchanged = all.size();
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
        text.append("@").append(block.type).append("{").append(key(all.size())).append(",\n");
        for (std::uint32_t i = 0; i < block.field_count; ++i) {
            grammar::Field const& f = batch_.fields[block.first_field + i];
            text.append(f.name).append(" = ");
            for (std::uint32_t t = 0; t < f.token_count; ++t) {
                if (t != 0) text.append(" # ");
                print(batch_.tokens[f.first_token + t], word, other);
            }
            text.append(",\n");
        }
        text.append("}\n");
        all.push_back(std::move(variant));
    }

    void print(grammar::Token const& token, std::string_view word, std::string_view other) {
        std::string value(token.text);
        if (word.data() >= token.text.data() && word.data() < token.text.data() + token.text.size())
            value.replace(static_cast<std::size_t>(word.data() - token.text.data()), word.size(), other);
        switch (token.kind) {
        case grammar::TokenKind::number:
        case grammar::TokenKind::macro: text.append(value); break;
        case grammar::TokenKind::quoted: text.append("\"").append(value).append("\""); break;
        default: text.append("{").append(value).append("}");
        }
    }

    std::string file_;
    grammar::Batch batch_{};
};

class RisVariants : public Variants {
public:
    explicit RisVariants(std::string const& file) {
        namespace ris = grammars::ris;
        std::string const bytes = padded(file);
        ris::Batch batch;
        ris::parse(std::string_view(bytes).substr(0, file.size()), true, batch, {.max_batch = static_cast<std::size_t>(-1)});
        for (ris::Record const& record : batch.records) {
            auto const lines = std::span(batch.lines).subspan(record.first_line, record.line_count);
            auto const is_type = [](ris::Line const& line) { return line.tag == ris::tag("TY"); };
            if (std::count_if(lines.begin(), lines.end(), is_type) != 1) continue;
            std::size_t const unchanged = all.size();
            add({unchanged}, lines, {}, {});
            for (ris::Line const& line : lines)
                if (line.tag != ris::tag("TY") && line.tag != ris::tag("ID"))
                    each_word(line.value, [&](std::string_view word) {
                        add({unchanged, name(line), std::string(word)}, lines, word, changed(std::string(word)));
                    });
        }
    }

private:
    static std::string name(grammars::ris::Line const& line) {
        return {static_cast<char>(line.tag >> 8), static_cast<char>(line.tag & 0xFF)};
    }

    void add(Variant variant, std::span<grammars::ris::Line const> lines, std::string_view word, std::string_view other) {
        for (auto const& line : lines) {
            std::string value(line.value);
            bool const is_it = word.data() >= line.value.data() && word.data() < line.value.data() + line.value.size();
            if (is_it) value.replace(static_cast<std::size_t>(word.data() - line.value.data()), word.size(), other);
            if (line.tag == grammars::ris::tag("ID")) continue;
            text.append(name(line)).append("  - ").append(value).append("\n");
            if (line.tag == grammars::ris::tag("TY")) text.append("ID  - ").append(key(all.size())).append("\n");
        }
        text.append("ER  - \n\n");
        all.push_back(std::move(variant));
    }
};

class JsonVariants : public Variants {
public:
    explicit JsonVariants(std::string const& file) {
        auto items = nlohmann::json::parse(file, nullptr, false);
        if (items.is_object()) items = nlohmann::json::array({items});
        if (!items.is_array()) return;
        out_ = nlohmann::json::array();
        for (auto const& item : items)
            if (item.is_object()) vary(item);
        text = out_.dump();
    }

private:
    void vary(nlohmann::json item) {
        std::size_t const unchanged = all.size();
        add({unchanged}, item);
        for (auto member = item.begin(); member != item.end(); ++member)
            if (member.key() != "id" && member.key() != "type") vary(unchanged, item, member.key(), member.value());
    }

    /// Changes the words of a value, and of the values inside of it, one at a time.
    void vary(std::size_t unchanged, nlohmann::json const& item, std::string const& name, nlohmann::json& value) {
        if (value.is_structured()) {
            for (auto& inner : value) vary(unchanged, item, name, inner);
        } else if (value.is_string()) {
            std::string const whole = value;
            each_word(whole, [&](std::string_view word) {
                std::string other = whole;
                other.replace(static_cast<std::size_t>(word.data() - whole.data()), word.size(), changed(std::string(word)));
                value = other;
                add({unchanged, name, std::string(word)}, item);
            });
            value = whole;
        }
    }

    void add(Variant variant, nlohmann::json item) {
        item["id"] = key(all.size());
        out_.push_back(std::move(item));
        all.push_back(std::move(variant));
    }

    nlohmann::json out_{};
};

/// Checks that every variant is read otherwise, or told of; answers how many there were.
std::size_t check(tests::Case const& c, Variants const& variants) {
    tests::Told told;
    Diagnostics diagnostics(told.settings());
    auto items = tests::read_items(variants.text, c.format, diagnostics);
    std::map<std::string, Record*, std::less<>> by_key;
    for (Item& item : items)
        if (item.kind == ItemKind::record) by_key.emplace(item.record.id, &item.record);
    std::size_t words = 0;
    for (std::size_t n = 0; n < variants.all.size(); ++n) {
        Variant const& v = variants.all[n];
        auto const before = by_key.find(Variants::key(v.unchanged)), after = by_key.find(Variants::key(n));
        if (n == v.unchanged || before == by_key.end() || after == by_key.end()) continue;
        ++words;
        Record a = *before->second, b = *after->second;
        a.set_id({});
        b.set_id({});
        bool const leaves_a_trace = !(a == b) || told.of(before->first, v.field) || told.of(after->first, v.field);
        BOOST_TEST(leaves_a_trace, c.path << ": '" << v.word << "' in " << v.field);
    }
    return words;
}


}  // namespace

BOOST_AUTO_TEST_CASE(every_word_leaves_a_trace) {
    auto const cases = tests::corpus({{"bibtex", "bibtex"}, {"biblatex", "biblatex"}, {"ris", "ris"}, {"csljson", "csl-json"}});
    if (cases.empty()) BOOST_TEST_MESSAGE("SKIPPED: the corpus is not there");
    std::size_t words = 0;
    for (tests::Case const& c : cases)
        words += c.format == "ris" ? check(c, RisVariants(c.text())) : c.format == "csl-json" ? check(c, JsonVariants(c.text())) : check(c, BibVariants(c.text()));
    BOOST_TEST((cases.empty() || words > 500000), words << " words in " << cases.size() << " files");
}
