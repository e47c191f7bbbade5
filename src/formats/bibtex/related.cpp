// Which relation says what.
#include "formats/bibtex/related.hpp"

#include "formats/bibtex/entry.hpp"
#include "formats/bibtex/inheritance.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace ibid::formats::bibtex {
namespace {

using Copies = std::pair<VariableId, VariableId>;

constexpr std::string_view originals[] = {"origpubin", "origpubas", "reprintof", "reprintfrom", "translationof", "translationfrom"};
constexpr Copies of_original[] = {{VariableId::title, VariableId::original_title},
                                  {VariableId::author, VariableId::original_author},
                                  {VariableId::issued, VariableId::original_date},
                                  {VariableId::publisher, VariableId::original_publisher},
                                  {VariableId::publisher_place, VariableId::original_publisher_place},
                                  {VariableId::language, VariableId::original_language}};
constexpr Copies of_reviewed[] = {{VariableId::title, VariableId::reviewed_title},
                                  {VariableId::author, VariableId::reviewed_author},
                                  {VariableId::genre, VariableId::reviewed_genre}};

}  // namespace

void copy_related(Record const& related, std::string_view relation, Record& record) {
    bool const is_original = std::find(std::begin(originals), std::end(originals), relation) != std::end(originals);
    if (!is_original && relation != "reviewof") return;
    for (auto const& [from, to] : is_original ? std::span<Copies const>(of_original) : std::span<Copies const>(of_reviewed)) {
        Field const* const field = related.field(from);
        if (field == nullptr || record.has(to)) continue;
        switch (field->kind()) {
            case Kind::text: record.set(TextKey{to}, field->text()); break;
            case Kind::list: record.set(ListKey{to}, field->list()); break;
            case Kind::names: record.set(NamesKey{to}, field->names()); break;
            case Kind::date: record.set(DateKey{to}, field->date()); break;
        }
    }
}

void EntryDecoder::add_related(Record& record) {
    if (!record.has(var::related) || !record.has(var::related_type) || !find_parent_) return;
    std::string_view const keys = record.find(var::related)->plain, relation = record.find(var::related_type)->plain;
    mapping::Reporter muted = reporter_.muted();  // the entry tells of itself where it stands
    ReadStyle style = style_;
    style.copies_related = false;
    EntryDecoder decoder(muted, macros_, limits_, style, find_parent_);
    std::size_t count = 0;
    each_key(keys, [&](std::string_view key) {
        if (count++ == limits_.parents) reporter_.put_beyond(Code::too_many_parents, nullptr, {.key = record.id, .field = "related", .message = "the entry is related to more others"});
        if (count > limits_.parents) return;
        Parent const* const parent = find_parent_(key);
        if (parent == nullptr)
            reporter_.put(Code::missing_parent, nullptr, {.key = record.id, .field = "related", .message = "no entry '" + std::string(key) + "' that it is related to"});
        if (parent == nullptr || key == record.id) return;
        Record related;
        decoder.decode(parent->tree, parent->entry(), related);
        copy_related(related, relation, record);
    });
}

}  // namespace ibid::formats::bibtex
