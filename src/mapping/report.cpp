// What a reporter tells of records as a whole.
#include "mapping/report.hpp"

#include "text/identifiers.hpp"

#include <string>

namespace ibid::mapping {

void Reporter::put_beyond(Code code, char const* at, About about) {
    LimitInfo const& limit = limit_of(code);
    std::string const message = std::string(about.message) + " than the limit of " + amount(limit.unit, source_.limits().*limit.value);
    std::string const hint = hint_of_limit(code);
    about.message = message;
    about.hint = hint;
    put(code, at, about);
}

bool Reporter::has_too_many_fields(std::size_t count, char const* at, std::string_view key) {
    if (count <= source_.limits().fields) return false;
    put_beyond(Code::too_many_fields, at, {.key = key, .message = "the record has more fields"});
    return true;
}

bool Reporter::has_too_many_names(Record const& record, char const* at) {
    for (Field const& field : record.fields()) {
        if (field.kind() != Kind::names || field.names().list.size() <= source_.limits().names) continue;
        put_beyond(Code::too_many_names, at, {.key = record.id, .field = spelling(field.id()), .message = "a list has more names"});
        return true;
    }
    return false;
}

void Reporter::check_isbn(Record const& record, char const* at) {
    Field const* const field = record.field(VariableId::ISBN);
    if (field->kind() != Kind::list) return;
    for (Text const& isbn : field->list()) {
        text::StandardNumber const number = text::standard_number(isbn.plain);
        if (number.kind != text::NumberKind::isbn || number.check_digit) continue;
        std::string const message = "the check digit of ISBN '" + std::string(isbn.plain) + "' is wrong";
        put(Code::bad_value, at, {.key = record.id, .field = spelling(field->id()), .message = message, .before = isbn.plain});
    }
}

}  // namespace ibid::mapping
