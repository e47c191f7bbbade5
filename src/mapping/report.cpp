// What a reporter tells of limits.
#include "mapping/report.hpp"

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

}  // namespace ibid::mapping
