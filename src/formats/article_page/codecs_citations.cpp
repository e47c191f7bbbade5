// What formatted citations add to a page: the journal, and whatever else the page leaves out. The page's own lines count.
#include "formats/article_page/codecs.hpp"

#include "text/dates.hpp"
#include "text/numbers.hpp"
#include "text/pages.hpp"

#include <string>

namespace ibid::formats::article_page::field_codecs {
namespace {

using mapping::NativeField;

/// Compares a citation with the record, and fills the record in.
class Filler {
public:
    Filler(Decoder& decoder, NativeField const& field) : decoder_(decoder), field_(field) {}

    void text(VariableId variable, std::string_view value) {
        if (value.empty()) return;
        NativeField part = field_;
        part.value = value;
        Text const said = decoder_.text(part);
        Field const* const known = decoder_.record.field(variable);
        if (known == nullptr) decoder_.adopt(variable, said);
        else if (folded(known->text().plain) != folded(said.plain)) note(variable, known->text().plain);
    }

    void pages(std::string_view value) {
        if (value.empty()) return;
        Arena& arena = decoder_.record.arena();
        std::string_view const said = text::decode_pages(arena.copy(value), arena);
        Record const& record = decoder_.record;
        Text const* const number = record.find(var::number);
        Text const* const page = record.find(var::page);
        if ((number != nullptr && number->plain == said) || (page != nullptr && page->plain == said)) return;
        if (number == nullptr && page == nullptr) decoder_.adopt(VariableId::page, Text(said));
        else note(VariableId::page, page != nullptr ? page->plain : number->plain);
    }

    void year(std::string_view value) {
        int const year = text::to_number(value);
        if (value.empty() || year <= 0) return;
        if (Date const* const known = decoder_.record.find(var::issued)) {
            if (known->literal.empty() && known->begin.year != year) note(VariableId::issued, value);
            return;
        }
        Date date;
        date.begin.year = year;
        decoder_.adopt(VariableId::issued, date);
    }

    [[nodiscard]] VariableId differs() const noexcept { return differs_; }

private:
    void note(VariableId variable, std::string_view kept) {
        if (differs_ != VariableId::none) return;
        differs_ = variable;
        decoder_.report(Code::shadowed_field, field_, std::string(spelling(variable)) + ": the citation says otherwise than the page or another one", field_.value, kept);
    }

    Decoder& decoder_;
    NativeField const& field_;
    VariableId differs_ = VariableId::none;
};

}  // namespace

bool citations::read(Decoder& d, Match const& m) {
    for (std::size_t i = 0; i < grammars::article_page::style_count; ++i) {
        NativeField* const field = m.part(i);
        if (field == nullptr) continue;
        Citation const& citation = d.cited.by_style[i];
        if (!citation.understood) {
            field->variable = m.variable();
            d.report(Code::bad_value, *field, "the citation is not of this style, or has another title; the journal is not taken from it", field->value);
            continue;
        }
        grammars::article_page::Tail const& tail = citation.tail;
        bool const is_short = i == static_cast<std::size_t>(grammars::article_page::Style::spandidos);
        Filler filler(d, *field);
        filler.text(is_short ? VariableId::container_title_short : VariableId::container_title, tail.journal);
        filler.text(VariableId::volume, tail.volume);
        filler.text(VariableId::issue, tail.issue);
        filler.pages(tail.pages);
        filler.year(tail.year);
        if (tail.in_press && !d.record.has(VariableId::status)) d.adopt(VariableId::status, Text(d.record.arena().copy("in press")));
        field->variable = filler.differs();
        field->claimed = filler.differs() == VariableId::none;
    }
    // An abbreviation alone is all that is known of the title.
    if (Text const* const alone = d.record.find(var::container_title_short); alone != nullptr && !d.record.has(VariableId::container_title)) {
        Text const title = *alone;
        d.record.erase(VariableId::container_title_short);
        d.adopt(VariableId::container_title, title);
    }
    return true;
}

}  // namespace ibid::formats::article_page::field_codecs
