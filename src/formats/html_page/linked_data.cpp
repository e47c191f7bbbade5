// How JSON-LD is read: not as linked data in general, but in the shapes that publishers give schema.org's types.
#include "formats/html_page/linked_data.hpp"

#include "formats/html_page/types.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

namespace ibid::formats::html_page {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 64;
constexpr std::size_t longest_chain = 8;  // article, issue, volume, periodical, and what else a page may nest

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// Whether brackets nest no deeper than any page has them. A parser's callback could say so as well, but with one
/// nlohmann/json 3.11 takes time with the square of an array's length.
bool is_shallow(std::string_view text) noexcept {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c == '"') in_string = !in_string;
        else if (in_string) i += c == '\\';
        else if (c == '[' || c == '{') ++depth;
        else if ((c == ']' || c == '}') && depth > 0) --depth;
        if (depth > deepest) return false;
    }
    return true;
}

json const* member(json const& object, char const* name) {
    auto const found = object.find(name);
    return found != object.end() && !found->is_null() ? &*found : nullptr;
}

/// A string or a number as a string; of an object its name or its value, of a list the first.
std::string text_of(json const& value, int depth = 0) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return value.dump();
    if (depth > 2) return {};
    if (value.is_array()) return value.empty() ? std::string() : text_of(value.front(), depth + 1);
    if (value.is_object())
        for (char const* const name : {"name", "@value", "value", "url", "@id"})
            if (json const* const inner = member(value, name)) return text_of(*inner, depth + 1);
    return {};
}

/// "https://schema.org/Book", "schema:Book" and "Book" in small letters.
std::string type_name(std::string_view type) {
    std::size_t const begin = type.find_last_of("/:#");
    return lower(begin == type.npos ? type : type.substr(begin + 1));
}

/// How early the table has one of an object's types; its size: not at all.
std::size_t rank_of(json const& object, std::string* type = nullptr) {
    constexpr std::size_t none = std::size(type_table::rows);
    std::size_t best = none;
    json const* const types = object.is_object() ? member(object, "@type") : nullptr;
    if (types == nullptr) return none;
    auto const try_type = [&](json const& one) {
        if (!one.is_string()) return;
        std::string const name = type_name(one.get_ref<std::string const&>());
        for (std::size_t r = 0; r < best; ++r)
            if (type_table::rows[r].native == schema_type && type_table::rows[r].subtype == name) {
                best = r;
                if (type != nullptr) *type = name;
            }
    };
    if (types->is_array()) std::for_each(types->begin(), types->end(), try_type);
    else try_type(*types);
    return best;
}

bool is_of(json const& object, std::string_view wanted) {
    json const* const types = member(object, "@type");
    if (types == nullptr) return false;
    auto const fits = [&](json const& one) { return one.is_string() && type_name(one.get_ref<std::string const&>()) == wanted; };
    return types->is_array() ? std::any_of(types->begin(), types->end(), fits) : fits(*types);
}

class WorkReader {
public:
    explicit WorkReader(LinkedWork& work) : work_(work) {}

    void add_script(Script const& script) {
        json& tree = trees_.emplace_back(is_shallow(script.text) ? json::parse(script.text, nullptr, false) : json(json::value_t::discarded));
        if (tree.is_discarded()) work_.broken.push_back(script.place);
        else see(tree, script.place, false, 0);
    }

    void read() {
        if (main_ == nullptr) return;
        work_.place = place_;
        work_.others = works_ - (rank_ < web_page_rank() ? 1 : 0);
        rank_of(*main_, &work_.type);
        read_members(*main_);
        read_containers(*main_);
    }

private:
    /// Looks for works at the top of a script, in its graph and as main entities.
    void see(json const& value, std::size_t place, bool is_main, int depth) {
        if (depth > 4) return;
        if (value.is_array()) {
            for (json const& one : value) see(one, place, is_main, depth + 1);
            return;
        }
        if (!value.is_object()) return;
        if (json const* const id = member(value, "@id"); id != nullptr && id->is_string() && value.size() > 1) by_id_.emplace(id->get<std::string>(), &value);
        if (json const* const graph = member(value, "@graph")) see(*graph, place, false, depth + 1);
        if (json const* const entity = member(value, "mainEntity")) see(*entity, place, true, depth + 1);
        std::size_t const rank = rank_of(value);
        if (rank == std::size(type_table::rows)) return;
        works_ += rank < web_page_rank();
        bool const better = main_ == nullptr || (is_main && !is_main_) || (is_main == is_main_ && rank < rank_);
        if (better) main_ = &value, rank_ = rank, is_main_ = is_main, place_ = place;
    }
    /// From here on in the table are pages, of which each has one.
    static std::size_t web_page_rank() {
        static std::size_t const rank = rank_of(json{{"@type", "CreativeWork"}});
        return rank;
    }

    json const* resolved(json const& value) const {
        if (value.is_string() || (value.is_object() && value.size() == 1)) {
            json const* const id = value.is_string() ? &value : member(value, "@id");
            if (id == nullptr || !id->is_string()) return &value;
            auto const found = by_id_.find(id->get_ref<std::string const&>());
            return found != by_id_.end() ? found->second : &value;
        }
        return &value;
    }

    void add(std::string_view name, std::string value, bool known = true, std::size_t agent = 0) {
        if (!value.empty() || agent != 0) work_.fields.push_back({"schema." + std::string(name), std::move(value), agent, known});
    }

    void read_members(json const& object) {
        for (auto const& [name, value] : object.items()) {
            if (name.starts_with('@') || is_furniture(name)) continue;
            if (name == "author" || name == "creator" || name == "editor" || name == "translator" || name == "contributor") read_agents(name == "creator" ? "author" : name, value);
            else if (name == "keywords" || name == "inLanguage" || name == "isbn" || name == "issn" || name == "genre") read_each(name, value);
            else if (name == "identifier" || name == "sameAs") read_identifiers(value);
            else if (is_member(name)) add(name, text_of(*resolved(value)));
            else if (value.is_primitive()) add(name, text_of(value), false);
        }
        if (json const* const id = member(object, "@id"); id != nullptr && id->is_string()) add_identifier(id->get<std::string>());
    }

    /// What a row of the mapping reads, beside lists, agents and identifiers.
    static bool is_member(std::string_view name) {
        constexpr std::array<std::string_view, 21> members{
            "name", "headline", "description", "abstract", "datePublished", "publisher", "url", "license", "pageStart", "pageEnd", "pagination",
            "volumeNumber", "issueNumber", "bookEdition", "numberOfPages", "version", "softwareVersion", "sourceOrganization", "inSupportOf", "reportNumber", "alternateName"};
        return std::find(members.begin(), members.end(), name) != members.end();
    }
    /// What says nothing of the work, or is another one.
    static bool is_furniture(std::string_view name) {
        constexpr std::array<std::string_view, 26> members{
            "image", "logo", "thumbnailUrl", "mainEntityOfPage", "mainEntity", "dateModified", "dateCreated", "potentialAction", "breadcrumb", "isAccessibleForFree", "hasPart",
            "isPartOf", "speakable", "interactionStatistic", "comment", "commentCount", "wordCount", "articleBody", "text", "citation", "copyrightHolder", "copyrightYear", "sponsor",
            "provider", "accessMode", "offers"};
        return std::find(members.begin(), members.end(), name) != members.end();
    }

    void read_each(std::string_view name, json const& value) {
        if (value.is_array()) {
            for (json const& one : value) add(name, short_text_of(one));
        } else {
            add(name, short_text_of(value));
        }
    }
    /// Of a Language its tag, which is its other name.
    static std::string short_text_of(json const& value) {
        json const* const tag = value.is_object() && is_of(value, "language") ? member(value, "alternateName") : nullptr;
        return text_of(tag != nullptr ? *tag : value);
    }

    void read_agents(std::string_view role, json const& value) {
        if (value.is_array()) {
            for (json const& one : value) read_agent(role, *resolved(one));
        } else {
            read_agent(role, *resolved(value));
        }
    }
    void read_agent(std::string_view role, json const& value) {
        // Persons whose names stand in one list have nothing else that could be told apart.
        if (json const* const names = value.is_object() ? member(value, "name") : nullptr; names != nullptr && names->is_array() && names->size() > 1) {
            for (json const& one : *names)
                if (one.is_string()) read_agent(role, one);
            return;
        }
        Agent agent;
        if (value.is_object()) {
            auto const of = [&](char const* name) { json const* const m = member(value, name); return m != nullptr ? text_of(*m) : std::string(); };
            agent.family = of("familyName");
            agent.given = of("givenName");
            agent.name = of("name");
            agent.is_group = is_of(value, "organization") || is_of(value, "collegeoruniversity") || is_of(value, "newsmediaorganization");
            for (char const* const name : {"@id", "sameAs", "identifier", "url"})
                if (std::string const id = of(name); agent.identifier.empty() && id.find("orcid.org/") != id.npos) agent.identifier = id;
        } else {
            agent.name = text_of(value);
        }
        if (agent.family.empty() && agent.name.empty()) return;
        std::string shown = !agent.name.empty() ? agent.name : agent.given.empty() ? agent.family : agent.given + ' ' + agent.family;
        work_.agents.push_back(std::move(agent));
        add(role, std::move(shown), true, work_.agents.size());
    }

    /// A string, a PropertyValue, or several.
    void read_identifiers(json const& value) {
        if (value.is_array()) {
            for (json const& one : value) read_identifiers_of(one);
        } else {
            read_identifiers_of(value);
        }
    }
    void read_identifiers_of(json const& value) {
        if (value.is_string()) return add_identifier(value.get<std::string>());
        if (!value.is_object()) return;
        json const* const property = member(value, "propertyID");
        json const* const inner = member(value, "value");
        std::string const kind = property != nullptr ? type_name(text_of(*property)) : std::string();
        std::string text = text_of(inner != nullptr ? *inner : value);
        if (kind == "doi") add("doi", std::move(text));
        else if (kind == "pmid") add("pmid", std::move(text));
        else if (kind == "issn" || kind == "isbn") add(kind, std::move(text));
        else add_identifier(std::move(text));
    }
    /// Of bare identifiers a DOI is known by its form; URLs are mostly those of the page itself.
    void add_identifier(std::string text) {
        bool const is_doi = text.find("doi.org/10.") != text.npos || text.starts_with("10.") || text.starts_with("doi:");
        if (is_doi) add("doi", std::move(text));
        else if (!text.starts_with("http") && !text.starts_with('#') && !text.starts_with('_')) add("identifier", std::move(text), false);
    }

    /// Issue, volume, journal; or the book of a chapter.
    void read_containers(json const& object) {
        json const* at = &object;
        for (std::size_t i = 0; i < longest_chain; ++i) {
            json const* part = member(*at, "isPartOf");
            if (part != nullptr && part->is_array()) {
                for (std::size_t k = 1; k < part->size(); ++k) read_container(*resolved((*part)[k]));
                part = part->empty() ? nullptr : &part->front();
            }
            if (part == nullptr) return;
            at = resolved(*part);
            if (at->is_string()) return add("isPartOf.name", at->get<std::string>());
            if (!at->is_object()) return;
            read_container(*at);
        }
    }
    void read_container(json const& container) {
        if (!container.is_object()) return;
        auto const take = [&](char const* name, std::string_view as) {
            if (json const* const value = member(container, name)) add(as, text_of(*resolved(*value)));
        };
        bool const is_site = is_of(container, "website") || is_of(container, "webpage");
        bool const is_part = is_of(container, "publicationissue") || is_of(container, "publicationvolume");
        take("volumeNumber", "volumeNumber");
        take("issueNumber", "issueNumber");
        if (is_part) return;
        take("name", is_site ? "isPartOf.name (site)" : "isPartOf.name");
        if (is_site) return;
        if (json const* const issn = member(container, "issn")) read_each("issn", *issn);
        if (json const* const isbn = member(container, "isbn")) read_each("isbn", *isbn);
        take("alternateName", "isPartOf.alternateName");
        take("publisher", "publisher");
        if (json const* const editor = member(container, "editor"); editor != nullptr && is_of(container, "book")) read_agents("editor", *editor);
    }

    LinkedWork& work_;
    std::deque<json> trees_;
    std::unordered_map<std::string, json const*> by_id_;
    json const* main_ = nullptr;
    std::size_t rank_ = 0, place_ = 0, works_ = 0;
    bool is_main_ = false;
};

}  // namespace

LinkedWork read_linked_data(std::vector<Script> const& scripts) {
    LinkedWork work;
    WorkReader reader(work);
    for (Script const& script : scripts) reader.add_script(script);
    reader.read();
    return work;
}

}  // namespace ibid::formats::html_page
