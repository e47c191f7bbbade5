// Macros: what @string defines, and the months that every BibTeX style does. Names are looked up without regard
// to letter case (BibTeX, bibtex.web "Reading the database file(s)"). Apart stand the journals that BibTeX's own styles
// define (plain.bst 0.99d, as abbrv, alpha and unsrt): BibLaTeX does not know them.
#pragma once

#include "formats/bibtex/inheritance.hpp"
#include "ibid/arena.hpp"
#include "ibid/database.hpp"
#include "mapping/name_index.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace ibid::formats::bibtex {

/// The macros that are defined at a place of a file. A later definition replaces an earlier one.
class Macros final : public Database::State {
public:
    Macros() : index_(mapping::LetterCase::ignored) {
        static constexpr std::string_view months[][2] = {
            {"jan", "January"}, {"feb", "February"}, {"mar", "March"},     {"apr", "April"},   {"may", "May"},      {"jun", "June"},
            {"jul", "July"},    {"aug", "August"},   {"sep", "September"}, {"oct", "October"}, {"nov", "November"}, {"dec", "December"}};
        for (auto const& [name, value] : months) define(name, value);
        digest_ = 0;
    }

    [[nodiscard]] std::shared_ptr<State> copy() const override {
        auto copied = std::make_shared<Macros>();
        for (std::size_t id = 0; id < values_.size(); ++id) copied->define(index_.name(static_cast<mapping::NameId>(id)), values_[id]);
        return copied;
    }
    [[nodiscard]] std::uint64_t digest() const noexcept override { return digest_; }

    /// Copies name and value.
    void define(std::string_view name, std::string_view value) {
        mapping::NameId id = index_.find_unpadded(name);
        if (id == mapping::unknown_name) {
            id = index_.add(names_.copy(name));
            size_ += name.size();
        }
        if (id == mapping::unknown_name) return;  // more macros than any file has
        if (id >= values_.size()) values_.resize(std::size_t{id} + 1);
        digest_ += digest_of(id, value) - digest_of(id, values_[id]);
        size_ += value.size() - values_[id].size();
        replaced_ += values_[id].size();
        values_[id] = value.empty() ? arena_.commit(arena_.reserve(0)) : arena_.copy(value);  // null: not defined
        if (replaced_ > size_) give_back();
    }
    /// The bytes of all names and values.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// The value of a macro whose name is readable past its end.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept {
        mapping::NameId const id = index_.find(name);
        return id == mapping::unknown_name ? std::nullopt : std::optional(values_[id]);
    }

private:
    /// Gives up the memory of values that were defined anew.
    void give_back() {
        Arena kept;
        for (std::string_view& value : values_)
            if (value.data() != nullptr) value = value.empty() ? kept.commit(kept.reserve(0)) : kept.copy(value);
        arena_ = std::move(kept);
        replaced_ = 0;
    }
    /// Of a definition, whatever the order of those before it; 0 where there is none.
    [[nodiscard]] std::uint64_t digest_of(mapping::NameId id, std::string_view value) const noexcept {
        constexpr std::hash<std::string_view> hash;
        return value.data() == nullptr ? 0 : (hash(index_.name(id)) | 1) * (hash(value) ^ 0x9E3779B97F4A7C15U);
    }

    mapping::NameIndex index_;
    std::vector<std::string_view> values_;
    Arena names_;
    Arena arena_;  ///< of the values
    std::size_t size_ = 0;
    std::size_t replaced_ = 0;  ///< bytes of the arena that are no value any more
    std::uint64_t digest_ = 0;
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
