// JSON of citations to citations.
#include "cite/citations_file.hpp"

#include "files.hpp"
#include "options.hpp"
#include "reports/terminal.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

namespace ibid::tools {

namespace {

using Json = nlohmann::json;

/// Strings, and numbers where the schema allows both.
std::string text_of(Json const& object, char const* name) {
    auto const found = object.find(name);
    if (found == object.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    return found->is_number() ? found->dump() : std::string{};
}

/// The schema allows strings and numbers: "true", 1.
bool flag(Json const& object, char const* name) {
    auto const found = object.find(name);
    if (found == object.end()) return false;
    if (found->is_boolean()) return found->get<bool>();
    if (found->is_number()) return *found != 0;
    return found->is_string() && !found->get<std::string>().empty() && *found != "false" && *found != "0";
}

/// The labels of locators in the schema csl-citation.json.
bool is_label(std::string_view label) noexcept {
    for (std::string_view const one : {"act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure", "folio",
                                       "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene", "section", "sub-verbo", "sub verbo",
                                       "supplement", "table", "timestamp", "title-locator", "verse", "version", "volume"})
        if (label == one) return true;
    return false;
}

class Reading {
public:
    Reading(std::string name, CitationsFile& to) : name_(std::move(name)), to_(to) {}

    void whole(Json const& json) {
        Json const* list = &json;
        if (json.is_object() && json.contains("citations")) list = &json["citations"];
        else if (json.is_object() && json.contains("citationItems")) return citation(json);
        if (!list->is_array()) fail("an array of citations was expected");
        for (Json const& one : *list) citation(one);
        if (!records_.empty()) to_.records = records_.dump();
    }

private:
    void citation(Json const& json) {
        Citation& to = to_.citations.emplace_back();
        place_ = "citation " + std::to_string(to_.citations.size());
        if (json.is_string() || (json.is_object() && json.contains("id") && !json.contains("citationItems"))) return cite(json, to);
        Json const* items = &json;
        if (json.is_object()) {
            if (!json.contains("citationItems")) fail("it has no citationItems");
            items = &json["citationItems"];
            to.id = text_of(json, "citationID");
            if (auto const found = json.find("properties"); found != json.end() && found->is_object()) {
                if (auto const note = found->find("noteIndex"); note != found->end()) {
                    if (note->is_number_unsigned()) to.note = note->get<int>();
                    else tell("noteIndex is no number of a note: " + note->dump());
                }
                to.sorted = !flag(*found, "unsorted");
            }
        }
        if (!items->is_array() || items->empty()) fail("an array of cites was expected");
        for (Json const& item : *items) cite(item, to);
    }

    void cite(Json const& json, Citation& to) {
        Cite& one = to.cites.emplace_back();
        if (json.is_string()) {
            one.item = json.get<std::string>();
            return;
        }
        if (!json.is_object() || text_of(json, "id").empty()) fail("a cite has no id");
        one.item = text_of(json, "id");
        one.locator = text_of(json, "locator");
        one.label = text_of(json, "label");
        if (json.contains("locator") && one.locator.empty() && json["locator"] != "") tell("the locator of '" + one.item + "' is no text");
        if (!one.label.empty() && !is_label(one.label)) {
            tell("'" + one.label + "' is no label of a locator; it is taken for a page's");
            one.label.clear();
        }
        one.prefix = text_of(json, "prefix");
        one.suffix = text_of(json, "suffix");
        if (flag(json, "suppress-author")) one.mode = CiteMode::suppress_author;
        else if (flag(json, "author-only")) one.mode = CiteMode::author_only;
        if (auto const data = json.find("itemData"); data != json.end() && data->is_object() && known_.insert(one.item).second) {
            Json record = *data;
            record["id"] = one.item;
            records_.push_back(std::move(record));
        }
    }

    void tell(std::string const& what) { to_.notes.push_back(name_ + ", " + place_ + ": " + what); }

    [[noreturn]] void fail(std::string const& why) const {
        throw FileError(printable(name_) + (place_.empty() ? "" : ", " + place_) + ": " + why);
    }

    std::string name_, place_;
    CitationsFile& to_;
    std::set<std::string> known_;
    Json records_ = Json::array();
};

/// "doc.json:3:7" of a byte of the text.
std::string located(std::string const& name, std::string const& text, std::size_t byte) {
    std::string_view const before = std::string_view(text).substr(0, byte == 0 ? 0 : byte - 1);
    auto const line = 1 + std::count(before.begin(), before.end(), '\n');
    std::size_t const begin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    return printable(name) + ':' + std::to_string(line) + ':' + std::to_string(before.size() - begin + 1);
}

}  // namespace

CitationsFile read_citations(std::string const& path) {
    std::error_code ignored;
    std::ifstream file;
    if (path != standard_stream) file.open(path, std::ios::binary);
    std::istream& in = path == standard_stream ? std::cin : file;
    if (!in || std::filesystem::is_directory(path, ignored)) throw FileError("the file '" + printable(path) + "' cannot be read");
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    CitationsFile citations;
    try {
        Reading(path, citations).whole(Json::parse(text));
    } catch (Json::parse_error const& error) {
        throw FileError(located(path, text, error.byte) + ": not JSON");
    } catch (Json::exception const&) {
        throw FileError(printable(path) + ": not a file of citations");
    }
    return citations;
}

}  // namespace ibid::tools
