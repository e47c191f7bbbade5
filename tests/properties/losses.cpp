// Nothing is lost in silence: every file of the corpus is written in every format and read back. What a record said
// before and does not say then stands in the output as text, or a diagnostic names the record and the field.
#include "support/corpus.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;

constexpr std::string_view targets[] = {"bibtex", "biblatex", "ris", "csl-json"};

/// A text without what may differ: white space, the kind and number of dashes, the dollars around a formula that has
/// no reading.
std::string normal(std::string_view plain) {
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        std::string_view const rest = plain.substr(i);
        bool const dash = rest.starts_with("\u2013") || rest.starts_with("\u2014") || rest.starts_with("\u2212");
        if (dash) i += 2;
        if (dash || plain[i] == '-') {
            if (out.empty() || out.back() != '-') out += '-';
        } else if (static_cast<unsigned char>(plain[i]) > ' ' && plain[i] != '$') {
            out += plain[i];
        }
    }
    return out;
}

/// `{\noopsort{b}}` is `\noopsort{b}`.
std::string_view without_braces(std::string_view command) {
    bool const around = command.starts_with("{\\") && command.ends_with('}');
    return around ? command.substr(1, command.size() - 2) : command;
}

/// The marks of a text with what they are over, save those that change nothing of what is seen: quotation marks stand
/// in the text, and so does the source of a formula or a URL.
std::multiset<std::string> marks_of(Text const& text) {
    std::multiset<std::string> all;
    for (Mark const& m : text.marks) {
        bool const plain = m.style == Style::quoted || ((m.style == Style::verbatim || m.style == Style::math) && m.argument.empty());
        if (plain) continue;
        std::string mark(spelling(m.style));
        mark.append(" ").append(without_braces(m.argument)).append(" ").append(normal(text.plain.substr(m.begin, m.end - m.begin)));
        all.insert(std::move(mark));
    }
    return all;
}

/// A writer of .bib files adds protection to titles of other formats: nothing is lost by that.
bool is_same(Text const& a, Text const& b) {
    auto const before = marks_of(a), after = marks_of(b);
    return normal(a.plain) == normal(b.plain) && std::includes(after.begin(), after.end(), before.begin(), before.end());
}

/// A name's parts in one order, whatever they are called: "van Gogh" is a family name and a particle with one.
bool is_same(Name const& a, Name const& b) {
    auto const whole = [](Name const& n) {
        std::string all;
        for (Text const* part : {&n.dropping_particle, &n.non_dropping_particle, &n.family, &n.literal, &n.given, &n.suffix}) {
            all += normal(part->plain);
            for (std::string const& mark : marks_of(*part)) all.append("|").append(mark);
        }
        return all.append(n.identifier);
    };
    return whole(a) == whole(b);
}

/// A range from a day to the same day is that day.
bool is_same(Date const& a, Date const& b) {
    auto const is_one = [](Date const& d) { return d.range == DateRange::none || (d.range == DateRange::closed && d.begin == d.end); };
    if (!a.literal.empty() || !b.literal.empty()) return normal(a.literal) == normal(b.literal);
    return a == b || (is_one(a) && is_one(b) && a.begin == b.begin);
}

/// "216-216" is page 216.
std::string pages(Text const& text) {
    std::string const all = normal(text.plain);
    std::size_t const dash = all.find('-');
    return dash != all.npos && all.substr(0, dash) == all.substr(dash + 1) ? all.substr(0, dash) : all;
}

bool is_same(Field const& a, Field const& b) {
    switch (a.kind()) {
    case Kind::text: return a.id() == VariableId::page ? pages(a.text()) == pages(b.text()) : is_same(a.text(), b.text());
    case Kind::list:
        return std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end(),
                          [](Text const& x, Text const& y) { return is_same(x, y); });
    case Kind::names:
        return a.names().others == b.names().others &&
               std::equal(a.names().list.begin(), a.names().list.end(), b.names().list.begin(), b.names().list.end(),
                          [](Name const& x, Name const& y) { return is_same(x, y); });
    case Kind::date: return is_same(a.date(), b.date());
    }
    return false;
}

/// All plain texts of a value.
std::vector<std::string> texts_of(Field const& field) {
    std::vector<std::string> all;
    switch (field.kind()) {
    case Kind::text: all.push_back(normal(field.text().plain)); break;
    case Kind::list:
        for (Text const& t : field.list()) all.push_back(normal(t.plain));
        break;
    case Kind::names:
        for (Name const& n : field.names().list)
            for (Text const* part : {&n.family, &n.given, &n.dropping_particle, &n.non_dropping_particle, &n.suffix, &n.literal})
                all.push_back(normal(part->plain));
        break;
    case Kind::date: all.push_back(normal(field.date().literal)); break;
    }
    return all;
}

/// Whether a value stands in the output as it is, though it is read otherwise there: "5th ed." is an edition 5, a
/// keyword that holds a semicolon is two.
bool stands_in(std::string const& output, Field const& field) {
    if (field.kind() == Kind::date && field.date().literal.empty()) return false;
    auto const texts = texts_of(field);
    return std::all_of(texts.begin(), texts.end(), [&](std::string const& t) { return output.find(t) != output.npos; });
}

/// The names of what `before` says and neither `after` nor the output does.
template <class Output>
std::vector<std::string> missing(Record const& before, Record const& after, Output const& output) {
    std::vector<std::string> names;
    if (before.type != after.type) names.emplace_back("type");
    for (Field const& f : before.fields()) {
        Field const* const g = after.field(f.id());
        if (g != nullptr && is_same(f, *g)) continue;
        bool const only_marks = g != nullptr && texts_of(f) == texts_of(*g);
        if (only_marks || !stands_in(output(), f)) names.emplace_back(spelling(f.id()));
    }
    for (Extra const& x : before.extras()) {
        bool const is_value = x.kind == ExtraKind::unclaimed || x.kind == ExtraKind::shadowed;
        std::string const value = normal(x.value);
        if (!is_value || value.empty()) continue;
        auto const is_it = [&](Extra const& y) { return y.name == x.name && y.format == x.format && normal(y.value) == value; };
        bool const comes_back = std::any_of(after.extras().begin(), after.extras().end(), is_it);
        if (!comes_back && output().find(value) == std::string::npos) names.emplace_back(x.name);
    }
    return names;
}

/// What is lost without a word on the way to a format: "csl-json: title of knuth84".
std::vector<std::string> silent_losses(std::vector<Item> const& items, std::string_view to, bool carry) {
    std::vector<std::string> silent;
    tests::Told told;
    Diagnostics diagnostics(told.settings()), ignored;
    auto const back = tests::read_items(tests::written(items, to, carry, diagnostics), to, ignored);
    std::map<std::string_view, Record const*> by_key;
    for (Item const& item : back)
        if (item.kind == ItemKind::record) by_key.emplace(item.record.id, &item.record);
    for (Item const& item : items) {
        if (item.kind != ItemKind::record) continue;
        auto const add = [&](std::string_view field) {
            silent.push_back(std::string(to) + (carry ? ", carried: " : ", dropped: ") + std::string(field) + " of " + std::string(item.record.id));
        };
        auto const found = by_key.find(item.record.id);
        if (found == by_key.end()) {
            if (!told.of(item.record.id, "id")) add("id");
            continue;
        }
        std::string alone;
        auto const output = [&]() -> std::string const& {
            if (alone.empty()) alone = normal(tests::written({item}, to, carry, ignored));
            return alone;
        };
        for (std::string const& field : missing(item.record, *found->second, output))
            if (!told.of(item.record.id, field) && !told.of(item.record.id, field + ".identifier")) add(field);
    }
    return silent;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_a_conversion_changes_is_told) {
    auto const cases = tests::corpus({{"bibtex", "bibtex"}, {"biblatex", "biblatex"}, {"ris", "ris"}, {"csljson", "csl-json"}});
    if (cases.empty()) BOOST_TEST_MESSAGE("SKIPPED: the corpus is not there");
    std::size_t records = 0;
    for (tests::Case const& c : cases) {
        Diagnostics ignored;
        auto items = tests::read_items(c.text(), c.format, ignored);
        std::set<std::string> keys;  // records are found again by them
        std::erase_if(items, [&](Item const& i) {
            return i.kind == ItemKind::record && (i.record.id.empty() || !keys.emplace(i.record.id).second);
        });
        records += keys.size();
        for (std::string_view const to : targets)
            for (bool const carry : {true, false})
                for (std::string const& loss : silent_losses(items, to, carry)) BOOST_ERROR(c.path << " to " << loss);
    }
    BOOST_TEST((cases.empty() || records > 30000), records << " records in " << cases.size() << " files");
}

namespace {

/// A record of a type with what bears on the type that is written, by the bits of `shape`.
Item item_of(ItemType type, unsigned shape, std::string_view format, std::string_view native) {
    Item item;
    Record& r = item.record;
    r.set_id("r" + std::to_string(shape));
    r.type = type;
    r.set(var::title, "X");
    Name const names[] = {{.family = Text("Doe"), .given = Text("Jane")}};
    constexpr std::string_view genres[] = {"", "Talk", "interview", "PhD thesis"};
    if (std::string_view const genre = genres[shape & 3U]; !genre.empty()) r.set(var::genre, genre);
    if ((shape & 4U) != 0) r.set(var::author, Names{names, false});
    if ((shape & 8U) != 0) r.set(var::director, Names{names, false});
    if ((shape & 16U) != 0) r.set(var::container_title, "Y"), r.set(var::container_title_short, "Z");
    if ((shape & 32U) != 0) r.set(var::eprint, "1234.5678"), r.set(var::eprint_type, "arxiv");
    if ((shape & 64U) != 0) r.set(var::event_title, "E"), r.set(var::status, "in press");
    r.origin.format = format;
    r.origin.native_type = native;
    return item;
}

}  // namespace

/// A type that is written reads back as itself, in every format and profile, or the nearest one is told of.
BOOST_AUTO_TEST_CASE(an_item_type_comes_back_or_is_told) {
    constexpr std::pair<std::string_view, std::string_view> origins[] = {
        {"csl-json", ""}, {"bibtex", "misc"}, {"bibtex", "phdthesis"}, {"biblatex", "online"}, {"biblatex", "audio"}, {"biblatex", "bookinbook"},
        {"ris", "GEN"},   {"ris", "JOUR"},    {"ris", "MPCT"},         {"ris", "UNBILL"},      {"ris", "ICOMM"},      {"ris", "Manuscript"}};
    constexpr std::string_view profiles[] = {"standard", "zotero", "endnote", "2001"};
    for (std::string_view const to : targets)
        for (std::string_view const profile : profiles) {
            if (to != "ris" && profile != profiles[0]) continue;
            for (std::size_t t = 0; t < item_type_count; ++t)
                for (auto const& [format, native] : origins) {
                    std::vector<Item> items;
                    for (unsigned shape = 0; shape < 128; ++shape) items.push_back(item_of(static_cast<ItemType>(t), shape, format, native));
                    tests::Told told;
                    Diagnostics diagnostics(told.settings()), ignored;
                    Options options;
                    if (to == "ris") options.set("ris-profile", std::string(profile));
                    std::size_t found = 0;
                    for (Item const& item : tests::read_items(tests::written(items, to, true, diagnostics, options), to, ignored)) {
                        if (item.kind != ItemKind::record) continue;
                        ++found;
                        Record const& r = item.record;
                        if (r.type == static_cast<ItemType>(t) || told.of(r.id, "type")) continue;
                        BOOST_ERROR(spelling(static_cast<ItemType>(t)) << " from " << format << " " << native << " to " << to << " " << profile << " is "
                                                                       << spelling(r.type) << " in " << r.id);
                    }
                    BOOST_TEST(found == items.size());
                }
        }
}
