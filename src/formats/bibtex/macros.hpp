// Macros: what @string defines, and the months that every BibTeX style does. Names are looked up without regard
// to letter case (BibTeX, bibtex.web "Reading the database file(s)"). Apart stand the journals that BibTeX's own styles
// define (plain.bst 0.99d, as abbrv, alpha and unsrt): BibLaTeX does not know them.
#pragma once

#include "formats/bibtex/inheritance.hpp"
#include "ibid/arena.hpp"
#include "ibid/database.hpp"
#include "mapping/name_index.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid::formats::bibtex {

/// The macros that are defined at a place of a file. A later definition replaces an earlier one. Copies cost nothing until one
/// of them defines more; threads may copy what none of them changes.
class Macros final : public Database::State {
public:
    Macros() : Macros(months()) {}

    [[nodiscard]] std::shared_ptr<State> copy() const override {
        is_shared_ = true;
        return std::shared_ptr<State>(new Macros(table_));
    }
    [[nodiscard]] std::uint64_t digest() const noexcept override { return table_->digest; }

    /// Copies name and value.
    void define(std::string_view name, std::string_view value) {
        if (is_shared_) table_ = clone(*table_);
        is_shared_ = false;
        table_->define(name, value);
    }
    /// The bytes of all names and values.
    [[nodiscard]] std::size_t size() const noexcept { return table_->size; }

    /// The value of a macro whose name is readable past its end.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept {
        mapping::NameId const id = table_->index.find(name);
        return id == mapping::unknown_name ? std::nullopt : std::optional(table_->values[id]);
    }

private:
    struct Table {
        mapping::NameIndex index{mapping::LetterCase::ignored};
        std::vector<std::string_view> values;
        Arena names;
        Arena arena;  ///< of the values
        std::size_t size = 0;
        std::size_t replaced = 0;  ///< bytes of the arena that are no value any more
        std::uint64_t digest = 0;

        void define(std::string_view name, std::string_view value) {
            mapping::NameId id = index.find_unpadded(name);
            if (id == mapping::unknown_name) {
                id = index.add(names.copy(name));
                size += name.size();
            }
            if (id == mapping::unknown_name) return;  // more macros than any file has
            if (id >= values.size()) values.resize(std::size_t{id} + 1);
            digest += digest_of(id, value) - digest_of(id, values[id]);
            size += value.size() - values[id].size();
            replaced += values[id].size();
            values[id] = value.empty() ? arena.commit(arena.reserve(0)) : arena.copy(value);  // null: not defined
            if (replaced > size) give_back();
        }
        /// Gives up the memory of values that were defined anew.
        void give_back() {
            Arena kept;
            for (std::string_view& value : values)
                if (value.data() != nullptr) value = value.empty() ? kept.commit(kept.reserve(0)) : kept.copy(value);
            arena = std::move(kept);
            replaced = 0;
        }
        /// Of a definition, whatever the order of those before it; 0 where there is none.
        [[nodiscard]] std::uint64_t digest_of(mapping::NameId id, std::string_view value) const noexcept {
            constexpr std::hash<std::string_view> hash;
            return value.data() == nullptr ? 0 : (hash(index.name(id)) | 1) * (hash(value) ^ 0x9E3779B97F4A7C15U);
        }
    };

    explicit Macros(std::shared_ptr<Table> table) : table_{std::move(table)} {}

    static std::shared_ptr<Table> clone(Table const& table) {
        auto copied = std::make_shared<Table>();
        for (std::size_t id = 0; id < table.values.size(); ++id) copied->define(table.index.name(static_cast<mapping::NameId>(id)), table.values[id]);
        copied->digest = table.digest;
        return copied;
    }

    /// What is defined where nothing is.
    static std::shared_ptr<Table> const& months() {
        static std::shared_ptr<Table> const table = [] {
            static constexpr std::string_view names[][2] = {
                {"jan", "January"}, {"feb", "February"}, {"mar", "March"},     {"apr", "April"},   {"may", "May"},      {"jun", "June"},
                {"jul", "July"},    {"aug", "August"},   {"sep", "September"}, {"oct", "October"}, {"nov", "November"}, {"dec", "December"}};
            auto made = std::make_shared<Table>();
            for (auto const& [name, value] : names) made->define(name, value);
            made->digest = 0;
            return made;
        }();
        return table;
    }

    std::shared_ptr<Table> table_;
    mutable std::atomic<bool> is_shared_ = true;  ///< others may have the table as well
};

/// The journal that a macro of BibTeX's own styles means, where the file does not define it.
constexpr std::optional<std::string_view> journal_of_styles(std::string_view macro) noexcept {
    constexpr std::string_view journals[][2] = {
        {"acmcs", "ACM Computing Surveys"},
        {"acta", "Acta Informatica"},
        {"cacm", "Communications of the ACM"},
        {"ibmjrd", "IBM Journal of Research and Development"},
        {"ibmsj", "IBM Systems Journal"},
        {"ieeese", "IEEE Transactions on Software Engineering"},
        {"ieeetc", "IEEE Transactions on Computers"},
        {"ieeetcad", "IEEE Transactions on Computer-Aided Design of Integrated Circuits"},
        {"ipl", "Information Processing Letters"},
        {"jacm", "Journal of the ACM"},
        {"jcss", "Journal of Computer and System Sciences"},
        {"scp", "Science of Computer Programming"},
        {"sicomp", "SIAM Journal on Computing"},
        {"tocs", "ACM Transactions on Computer Systems"},
        {"tods", "ACM Transactions on Database Systems"},
        {"tog", "ACM Transactions on Graphics"},
        {"toms", "ACM Transactions on Mathematical Software"},
        {"toois", "ACM Transactions on Office Information Systems"},
        {"toplas", "ACM Transactions on Programming Languages and Systems"},
        {"tcs", "Theoretical Computer Science"}};
    for (auto const& [name, journal] : journals)
        if (same_name(name, macro)) return journal;
    return std::nullopt;
}

}  // namespace ibid::formats::bibtex
