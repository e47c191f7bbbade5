// Diagnostics and counts as JSON, by nlohmann/json.
#include "reports/json.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace ibid::tools {

namespace {

using Json = nlohmann::ordered_json;

/// File names need not be UTF-8; what is not is replaced.
std::string in_one_line(Json const& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// What a value begins with, if it is long.
std::string glimpse(std::string_view value) {
    constexpr std::size_t longest = 1024;
    if (value.size() <= longest) return std::string(value);
    std::size_t end = longest;
    while ((static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;  // no half code points
    return std::string(value.substr(0, end)) + "…";
}

void add(Json& object, char const* name, std::string_view value) {
    if (!value.empty()) object[name] = value;
}

}  // namespace

std::string to_json(Diagnostic const& d, Severity severity) {
    Json object;
    object["severity"] = spelling(severity);
    object["code"] = info(d.code).spelling;
    add(object, "file", d.where.file);
    if (d.where.line != 0) {
        object["line"] = d.where.line;
        object["column"] = d.where.column;
    }
    add(object, "key", d.key);
    add(object, "field", d.field);
    add(object, "message", d.message);
    add(object, "hint", d.hint);
    // A value that is told of at each of its bytes must not make a report of its square.
    add(object, "before", glimpse(d.before));
    add(object, "after", glimpse(d.after));
    return in_one_line(object);
}

std::string to_json(Tally const& tally, Severity severity) {
    Json object;
    object["severity"] = spelling(severity);
    object["code"] = info(tally.code).spelling;
    add(object, "field", tally.field);
    object["count"] = tally.count;
    return in_one_line(object);
}

std::string to_json(Counts const& counts) {
    Json object;
    object["read"] = counts.read;
    object["made"] = counts.made;
    object["written"] = counts.written;
    object["rejected"] = counts.rejected;
    object["absorbed"] = counts.absorbed;
    object["filtered"] = counts.filtered;
    return in_one_line(object);
}

std::string to_json(Job const& job, Outcome const& outcome) {
    Json object;
    object["inputs"] = Json::array();
    for (Input const& input : job.inputs) object["inputs"].push_back(input.name());
    object["output"] = job.output.string();
    object["status"] = spelling(outcome.status);
    object["read"] = outcome.counts.read;
    object["written"] = outcome.counts.written;
    object["rejected"] = outcome.counts.rejected;
    add(object, "reason", outcome.reason);
    return in_one_line(object);
}

}  // namespace ibid::tools
