// Record options: names are looked at before anything is read, so that a slip does not look like an empty result.
#include "record_options.hpp"

#include "reports/terminal.hpp"
#include "suggest.hpp"

#include <ibid/format.hpp>

#include <algorithm>
#include <sstream>

namespace ibid::tools {

namespace {

constexpr std::string_view native_prefix = "native:";

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::vector<std::string> const& field_names() {
    static std::vector<std::string> const names = [] {
        std::vector<std::string> all{"type", "key", "id", "year"};
        for (std::size_t i = 0; i < variable_count; ++i) all.emplace_back(spelling(static_cast<VariableId>(i)));
        return all;
    }();
    return names;
}

/// The field that a name was meant for: one that differs by a letter, or the variable that a format has under this name;
/// empty: it is probably a native field that no variable holds.
std::string field_meant(std::string const& name) {
    std::string const small = lower(name);
    for (std::string const& field : field_names())
        if (edit_distance(small, lower(field)) == 1) return field;
    if (small.size() <= 2) return {};  // a RIS tag, which is residue in some types
    for (Format const* const format : all_formats()) {
        if (format->table == nullptr) continue;
        for (MappingRow const& row : format->table()) {
            std::string const first = row.variables.substr(0, row.variables.find_first_of(", +"));
            if (lower(row.native) == small && is_field_name(first)) return first;
        }
    }
    return {};
}

/// Throws if the name is probably meant for another; answers whether it may yet be a slip. `place`: " in column 5".
bool may_be_slip(std::string const& option, std::string const& name, std::string const& place = {}) {
    if (is_field_name(name)) return false;
    if (std::string const meant = field_meant(name); !meant.empty()) {
        std::string const shown = printable(name);
        throw UsageError("--" + option + place + ": there is no field '" + shown + "'; did you mean '" + meant + "'? (a native field that no variable holds is '"
                         + std::string(native_prefix) + shown + "')");
    }
    return true;
}

/// Names from "a,b" and further values of the same option.
std::vector<std::string> names_of(Arguments const& arguments, std::string const& option) {
    std::vector<std::string> names;
    for (std::string const& list : arguments.all(option)) {
        std::istringstream words(list);
        for (std::string word; std::getline(words, word, ',');)
            if (!word.empty()) names.push_back(word);
    }
    if (names.empty() && arguments.has(option)) throw UsageError("--" + option + " names no field");
    return names;
}

Query query_of(std::string const& text, UnseenFields& unseen) {
    QueryProblem problem;
    auto query = Query::compile(text, problem);
    auto const place = [](std::size_t column) { return ", column " + std::to_string(column); };
    if (!query) throw UsageError("--filter '" + printable(text) + "'" + place(problem.column) + ": " + problem.message + "; see 'ibid help filter'");
    for (NativeName const& name : query->native_names())
        if (may_be_slip("filter", name.name, place(name.column))) unseen.insert(lower(name.name));
    return *std::move(query);
}

class LookFor final : public Filter {
public:
    LookFor(ItemSink& next, std::shared_ptr<UnseenFields> unseen) : Filter{next}, unseen_{std::move(unseen)} {}
    void put(Item& item) override {
        if (item.kind == ItemKind::record && !unseen_->empty())
            for (Extra const& extra : item.record.extras()) unseen_->erase(lower(extra.name));
        next_.put(item);
    }

private:
    std::shared_ptr<UnseenFields> unseen_;
};

}  // namespace

OptionTable filter_options() {
    return {{"filter", 0, "QUERY", "only records that match, such as 'issued>=2015 and author~Chen'; may be repeated; 'ibid help filter'"}};
}

OptionTable record_options() {
    OptionTable table = filter_options();
    table.push_back({"sort", 0, "[-]FIELD[,...]", "sort by these fields; '-' before one: descending"});
    table.push_back({"fields", 0, "FIELD[,...]", "only these fields: variables, or native names that no variable has"});
    table.push_back({"drop", 0, "FIELD[,...]", "take these fields away"});
    return table;
}

RecordWishes record_wishes_of(Arguments const& arguments) {
    RecordWishes wishes;
    for (std::string const& text : arguments.all("filter")) wishes.filters.push_back(query_of(text, *wishes.unseen));
    for (std::string name : names_of(arguments, "sort")) {
        bool const descending = name.front() == '-';
        if (descending) name.erase(0, 1);
        if (name.empty()) throw UsageError("--sort has a '-' without a field");
        if (may_be_slip("sort", name)) wishes.unseen->insert(lower(name));
        wishes.sort.push_back({std::move(name), descending});
    }
    wishes.keep = names_of(arguments, "fields");
    wishes.drop = names_of(arguments, "drop");
    for (std::string const& name : wishes.keep) may_be_slip("fields", name);
    for (std::string const& name : wishes.drop) {
        may_be_slip("drop", name);
        for (std::string_view const stays : {"type", "key", "id"})
            if (lower(name) == stays) throw UsageError("--drop: keys and types stay");
    }
    return wishes;
}

std::unique_ptr<Filter> look_for(ItemSink& next, std::shared_ptr<UnseenFields> unseen) {
    return std::make_unique<LookFor>(next, std::move(unseen));
}

std::string complaint_about(UnseenFields const& unseen) {
    if (unseen.empty()) return {};
    std::string const& name = *unseen.begin();
    std::string const meant = did_you_mean(name, field_names());
    return "no record has a field '" + printable(name) + "'" + meant;
}

std::string help_about_filter() {
    return "A query is made of tests, which 'and', 'or', 'not' and parentheses join; 'not' binds closest, 'or' least.\n"
           "\n"
           "  query  = all_of { 'or' all_of }\n"
           "  all_of = term { 'and' term }\n"
           "  term   = 'not' term | '(' query ')' | test\n"
           "  test   = field [ op value ]\n"
           "  op     = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~'\n"
           "  value  = a word, or text in \"...\" or '...', where a backslash stands before a quotation mark or backslash\n"
           "\n"
           "  FIELD         the record has the field\n"
           "  FIELD=VALUE   it says the value and nothing else; '!=' says the contrary, also where the field is not there\n"
           "  FIELD~VALUE   it has the value in it; '!~' says the contrary\n"
           "  FIELD<VALUE   it comes before the value; '<=', '>' and '>=' likewise\n"
           "\n"
           "Letter case and accents do not count, save in 'key='. Fields are the variables that 'ibid formats ID --table' names, and\n"
           "\n"
           "  type          a type of CSL, or the file's own: type=article-journal, type=inproceedings\n"
           "  key, id       the citation key\n"
           "  year          the year of 'issued'\n"
           "  any other     a native field that no variable holds: owner, mrclass. If no record has it, that is an error;\n"
           "                'native:owner' may be in none\n"
           "\n"
           "What a value is held against:\n"
           "\n"
           "  names         each name by its family or given name and as a whole: 'Ada Lovelace', 'Lovelace, Ada'\n"
           "  dates         all days of the value: 2015-03-12 is in issued=2015, issued>=2015 and issued<2015-04. A date that says\n"
           "                less than the value matches if it does wherever it lies: 2015 is not in issued=2015-03; of a range\n"
           "                any day will do. Circa counts as it stands. '~' looks at the date as EDTF: issued~'~' is circa. A date\n"
           "                that is a text ('in press') has '=' and '~' alone\n"
           "  numbers       by value where both are numbers (volume>=10), else in their order within texts: A9 before A12\n"
           "  lists         any element: keyword=peat\n"
           "  DOI, ISBN     in one form: with or without resolver, hyphens, in 10 or 13 digits; ISSN likewise\n"
           "\n"
           "  ibid convert refs.bib --filter 'type=article-journal and issued>=2015 and author~\"Chen\"' --to ris\n"
           "  ibid convert refs.bib --filter 'not DOI and not URL' --to csl-json\n"
           "  ibid cite refs.bib --filter '(title~peat or keyword=peat) and language!=de' --style apa\n";
}

}  // namespace ibid::tools
