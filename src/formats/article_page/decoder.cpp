// How the values of an article page are decoded; the meaning of strings is in src/text.
#include "formats/article_page/decoder.hpp"

#include "text/dates.hpp"

#include <string>

namespace ibid::formats::article_page {

Text Decoder::text(mapping::NativeField const& field) {
    char* const begin = record.arena().reserve(field.value.size());
    char* to = begin;
    for (char const c : field.value) {
        bool const blank = static_cast<unsigned char>(c) <= ' ';
        if (blank && (to == begin || to[-1] == ' ')) continue;
        *to++ = blank ? ' ' : c;
    }
    if (to != begin && to[-1] == ' ') --to;
    return Text(record.arena().commit(to));
}

bool Decoder::date(mapping::NativeField const& field, Date& date) {
    std::string_view const plain = text(field).plain;
    if (!text::decode_date(plain, record.arena(), date)) report(Code::bad_date, field, "date '" + std::string(plain) + "' not understood, kept as text", field.value);
    return !text::is_empty(date);
}

void Decoder::adopt(VariableId variable, Date const& date) {
    if (text::is_empty(date)) return;
    auto const kept = record.arena().array<Date>(1);
    kept[0] = date;
    record.adopt(Field(variable, kept.data()));
}

void Decoder::report(Code code, mapping::NativeField const& field, std::string_view message, std::string_view before, std::string_view after) {
    reporter_.put(code, field.where, {.field = field.name, .message = message, .before = before, .after = after});
}

}  // namespace ibid::formats::article_page
