// How an old and a new spelling of an entry are merged.
#include "formats/bibtex/preserve.hpp"

#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/entry.hpp"
#include "grammars/bibtex.hpp"
#include "mapping/sets.hpp"

#include <algorithm>
#include <vector>

namespace ibid::formats::bibtex {
namespace {

namespace grammar = grammars::bibtex;

/// A field of an entry as slices of its source.
struct Span {
    std::string_view name;   ///< as the file spells it
    std::string_view value;  ///< with its delimiters: from the first operand to the last
};

/// An entry taken apart.
class Entry {
public:
    explicit Entry(std::string_view source) : text_(source), size_(source.size()) {
        text_.append(64, '\0');  // the grammar loads past the end
        grammar::parse(std::string_view(text_).substr(0, size_), true, batch_);
        for (grammar::Block const& block : batch_.blocks) {
            if (block.kind != grammar::BlockKind::entry || block.truncated) continue;
            block_ = &block;
            break;
        }
        if (block_ == nullptr) return;
        for (std::uint32_t i = 0; i < block_->field_count; ++i) {
            grammar::Field const& field = batch_.fields[block_->first_field + i];
            if (field.token_count == 0) continue;
            std::string_view const first = outside(batch_.tokens[field.first_token]);
            std::string_view const last = outside(batch_.tokens[field.first_token + field.token_count - 1]);
            fields_.push_back({field.name, {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())}});
        }
    }

    [[nodiscard]] bool is_whole() const noexcept { return block_ != nullptr; }
    [[nodiscard]] std::string_view text() const noexcept { return std::string_view(text_).substr(0, size_); }
    [[nodiscard]] std::string_view type() const noexcept { return block_->type; }
    [[nodiscard]] std::string_view key() const noexcept { return block_->key; }
    [[nodiscard]] std::vector<Span> const& fields() const noexcept { return fields_; }

private:
    static std::string_view outside(grammar::Token const& token) noexcept {
        bool const delimited = token.kind == grammar::TokenKind::braced || token.kind == grammar::TokenKind::quoted;
        return delimited ? std::string_view(token.text.data() - 1, token.text.size() + 2) : token.text;
    }

    std::string text_;
    std::size_t size_;
    grammar::Batch batch_{};
    grammar::Block const* block_ = nullptr;
    std::vector<Span> fields_{};
};

/// Bytes of a text in the place of others, in order.
class Patches {
public:
    Patches(std::string_view text, std::string& to) : text_(text), to_(to) {}
    /// All up to the begin of a slice goes out, the slice is left out, `instead` is put.
    void replace(std::string_view slice, std::string_view instead) {
        keep_up_to(slice.data());
        to_ += instead;
        at_ = offset(slice.data()) + slice.size();
    }
    void keep_up_to(char const* end) {
        std::size_t const size = offset(end) - at_;
        to_ += text_.substr(at_, size);
        at_ += size;
    }
    void keep_rest() { keep_up_to(text_.data() + text_.size()); }

private:
    [[nodiscard]] std::size_t offset(char const* at) const noexcept { return static_cast<std::size_t>(at - text_.data()); }

    std::string_view text_;
    std::string& to_;
    std::size_t at_ = 0;
};

char const* end_of(std::string_view slice) noexcept { return slice.data() + slice.size(); }

}  // namespace

std::string merge_entry(std::string_view source, std::string_view printed, Record const& record) {
    Entry const before(source), after(printed);
    if (!before.is_whole() || !after.is_whole()) return {};
    mapping::VariableSet const changed(record.changed());
    auto const has_changed = [&](std::string_view name) {
        mapping::NameId const id = engine().names().find_unpadded(name);
        bool any = false;
        changed.each([&](std::size_t v) { any = any || engine().reads(id, static_cast<VariableId>(v)); });
        return any;
    };
    std::vector<Span> added;
    for (Span const& field : after.fields())
        if (has_changed(field.name)) added.push_back(field);
    // Residue is told by its name: no row reads it into what the record has.
    auto const is_residue = [&](std::string_view name) {
        mapping::NameId const id = engine().names().find_unpadded(name);
        return std::none_of(record.fields().begin(), record.fields().end(), [&](Field const& f) { return engine().reads(id, f.id()); });
    };
    auto const has_gone = [&](std::string_view name) {
        auto const is_it = [name](Span const& f) { return same_name(f.name, name); };
        return record.rest_changed() && is_residue(name) && std::none_of(after.fields().begin(), after.fields().end(), is_it);
    };

    std::string merged;
    Patches patches(before.text(), merged);
    if (record.rest_changed()) patches.replace(before.type(), after.type());
    if (record.id_changed()) patches.replace(before.key(), after.key());
    char const* behind = end_of(before.key());  // of the last field that stays
    for (Span const& field : before.fields()) {
        if (has_changed(field.name) || has_gone(field.name)) {
            auto const same = std::find_if(added.begin(), added.end(), [&](Span const& f) { return same_name(f.name, field.name); });
            if (same == added.end()) {
                patches.keep_up_to(behind);
                patches.replace({behind, static_cast<std::size_t>(end_of(field.value) - behind)}, {});
            } else {
                patches.replace(field.value, same->value);
                added.erase(same);
            }
        }
        behind = end_of(field.value);
    }
    // What stands between the last two fields, a comma and the indentation, stands before a new one.
    auto const& fields = before.fields();
    char const* const last = fields.size() > 1 ? end_of(fields[fields.size() - 2].value) : end_of(before.key());
    std::string const between = fields.empty() ? ",\n  " : std::string(last, fields.back().name.data());
    patches.keep_up_to(behind);
    for (Span const& field : added) merged.append(between).append(field.name).append(" = ").append(field.value);
    patches.keep_rest();
    return merged;
}

}  // namespace ibid::formats::bibtex
