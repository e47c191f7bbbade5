// cite, read, cite: a record that ibid cite has printed in one of its own four styles is read back as one that prints the
// same. What a line cannot say is gone; what it says is not. A thousand generated records, each in each style.
#include "ibid/cite.hpp"
#include "ibid/ibid.hpp"

#include "support/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace ibid;

/// Records as reference lists have them, hard ones first: each part may be absent, and holds what parts lines elsewhere.
class References {
public:
    void fill(Record& record, bool journal) {
        record.clear();
        record.type = journal ? ItemType::article_journal : pick(other_types);
        set_names(record);
        record.set(var::title, Text(title()));
        bool const contained = journal || record.type == ItemType::chapter || record.type == ItemType::paper_conference
                               || record.type == ItemType::webpage || record.type == ItemType::article_magazine;
        if (contained && !random_.one_in(12)) {
            std::size_t const which = random_(journals.size());
            record.set(var::container_title, Text(journals[which][0]));
            if (!random_.one_in(4)) record.set(var::container_title_short, Text(journals[which][1]));
        }
        bool const printed = !journal && record.type != ItemType::webpage;
        if (printed && !random_.one_in(4)) set_one(record, var::publisher, pick(publishers));
        if (printed && random_.one_in(2)) set_one(record, var::publisher_place, pick(places));
        if (journal ? !random_.one_in(8) : random_.one_in(6)) record.set(var::volume, Text(pick(volumes)));
        if (journal && random_.one_in(2)) record.set(var::issue, Text(pick(issues)));
        if (contained && !random_.one_in(5)) record.set(random_.one_in(5) ? var::number : var::page, Text(pick(pages)));
        if (!random_.one_in(10)) record.set(var::issued, date());
        if (random_.one_in(2)) record.set(var::DOI, Text(pick(dois)));
    }

private:
    template <class T, std::size_t N>
    T const& pick(std::array<T, N> const& from) { return from[random_(N)]; }

    void set_one(Record& record, ListKey key, std::string_view value) {
        Text const one(value);
        record.set(key, List(&one, 1));
    }
    void set_one(Record& record, TextKey key, std::string_view value) { record.set(key, Text(value)); }

    void set_names(Record& record) {
        if (random_.one_in(10)) return;
        static constexpr std::array<std::string_view, 13> families{
            "Chen", "O'Neill", "García Márquez", "Müller-Lüdenscheidt", "Łukasiewicz", "Öztürk", "Колмогоров", "St. John",
            "Xu", "Šimić", "D'Angelo", "MacDonald", "Παπαδόπουλος"};
        static constexpr std::array<std::string_view, 10> givens{
            "Jia-Jie", "Éric", "K. R.", "Žan", "Андрей", "Ada", "John William", "Åsa", "D.", "Ιωάννης"};
        static constexpr std::array<std::string_view, 4> particles{"van der", "de la", "von", "al"};
        static constexpr std::array<std::string_view, 4> suffixes{"Jr.", "Jr", "III", "Sr."};
        static constexpr std::array<std::string_view, 7> institutions{
            "World Health Organization", "Department of Health and Human Services", "UNICEF", "Barnes and Noble, Inc.",
            "Ministry of Agriculture, Food and Rural Affairs", "毛泽东", "Universität Zürich"};
        std::vector<Name> all(1 + random_(5));
        bool institution = random_.one_in(8);
        for (Name& name : all) {
            if (institution || random_.one_in(20)) {
                name.literal = Text(pick(institutions));
                if (institution) break;
                continue;
            }
            name.family = Text(pick(families));
            name.given = Text(pick(givens));
            if (random_.one_in(8)) name.non_dropping_particle = Text(pick(particles));
            else if (random_.one_in(12)) name.dropping_particle = Text(pick(particles));
            if (random_.one_in(12)) name.suffix = Text(pick(suffixes));
        }
        if (institution) all.resize(1);
        record.set(random_.one_in(15) ? var::editor : var::author, Names{all, random_.one_in(12)});
    }

    std::string title() {
        static constexpr std::array<std::string_view, 28> words{
            "signaling", "of", "the", "COVID-19", "IL-6", "H₂O", "(Review)", "in", "α-alumina", "E. coli", "vs. placebo",
            "naïve", "“quoted”", "\"straight\"", "O'Neill's", "1,000", "2021", "12: 24", "A, B", "and", "p<0.05", "J. Med.",
            "5' UTR", "J Med", "J, K", "[sic]", "‘single’", "10%"};
        static constexpr std::array<std::string_view, 9> between{": ", "? ", ". ", "! ", "; ", ", ", " (", " – ", ": A "};
        std::string out(pick(std::array<std::string_view, 6>{"Interleukin", "On", "Is", "“Title”", "A", "2020"}));
        for (std::uint32_t n = 1 + random_(7); n > 0; --n) {
            out += random_.one_in(6) ? pick(between) : " ";
            out += pick(words);
        }
        if (out.find('(') != out.npos && out.find(')') == out.npos) out += ")";
        if (random_.one_in(6)) out += pick(std::array<std::string_view, 5>{"?", "!", ".", ".”", "…"});
        return out;
    }

    Date date() {
        Date date;
        date.begin.year = 1850 + static_cast<int>(random_(180));
        if (random_.one_in(4)) date.begin.month = 3, date.begin.day = 7;
        if (random_.one_in(30)) date.range = DateRange::closed, date.end.year = date.begin.year + 3;
        if (random_.one_in(40)) date.literal = "in press";
        if (random_.one_in(60)) date.begin.year = random_.one_in(2) ? -43 : 850;
        return date;
    }

    static constexpr std::array other_types{ItemType::book,    ItemType::chapter,          ItemType::thesis,
                                            ItemType::report,  ItemType::paper_conference, ItemType::article_magazine,
                                            ItemType::webpage, ItemType::software};
    static constexpr std::array<std::array<std::string_view, 2>, 8> journals{{
        {"Experimental and Therapeutic Medicine", "Exp Ther Med"}, {"Journal of Medicinal Chemistry", "J. Med. Chem."},
        {"Nature", "Nature"}, {"3 Biotech", "3 Biotech"}, {"Circulation, Arrhythmia and Electrophysiology", "Circ Arrhythm"},
        {"eLife", "eLife"}, {"Proceedings of the National Academy of Sciences (USA)", "Proc. Natl. Acad. Sci. U.S.A."},
        {"Journal of Polymer Science: Part A", "J Polym Sci A"}}};
    static constexpr std::array<std::string_view, 6> publishers{"Springer", "Wiley, Inc.",   "MIT Press",
                                                                "O'Reilly", "North-Holland", "Наука"};
    static constexpr std::array<std::string_view, 5> places{"Berlin", "Reading, MA", "Cambridge (UK)", "St. Louis",
                                                            "Zürich"};
    static constexpr std::array<std::string_view, 8> volumes{"21",    "382", "12A",        "21 (Suppl 1)",
                                                             "12-13", "XII", "21 Suppl 2", "2021"};
    static constexpr std::array<std::string_view, 5> issues{"1", "3-4", "Suppl 1", "12", "S2"};
    static constexpr std::array<std::string_view, 9> pages{"24",  "101-119",  "e0123", "S1-S10", "12-19, 30",
                                                           "xii", "CD000123", "1024",  "36-9"};
    static constexpr std::array<std::string_view, 3> dois{
        "10.3892/etm.2020.9456", "10.1002/(SICI)1097-0142(19960501)77:9<1>2.0.CO;2-A", "10.5555/a_b"};

    tests::Random random_{7};
};

CitationFormatter formatter(std::string_view style) {
    std::vector<CitationProblem> problems;
    CitationSettings settings;
    settings.style = style;
    auto opened = CitationFormatter::open(settings, problems);
    BOOST_REQUIRE(opened.has_value());
    return *std::move(opened);
}

std::string cite(CitationFormatter const& with, Record const& record) {
    std::string line = with.entry(record);
    while (line.ends_with('\n')) line.pop_back();
    return line;
}

/// The records of a text; `told`: how many lines were rejected.
std::vector<Record> read(std::string const& text, std::size_t& rejected) {
    Diagnostics diagnostics;
    Options const options;
    auto const source = open_memory(text, "citations", diagnostics);
    auto const reader = find_format("citation")->make_reader({*source, diagnostics, options});
    std::vector<Record> records;
    for (Item item; reader->next(item);) records.push_back(std::move(item.record));
    rejected = reader->rejected();
    return records;
}

/// Whether a line can be told from prose: somebody with initials, a year, or a volume with pages.
bool says_enough(Record const& record, std::string_view style) {
    if (style.ends_with("mla") || style.ends_with("chicago")) return true;
    Names const* const names = record.find(record.has(var::author) ? var::author : var::editor);
    bool person = false;
    if (names != nullptr)
        for (Name const& name : names->list) person = person || !name.family.empty();
    bool const contained = record.has(var::container_title), dated = record.has(var::issued);
    bool const in_volume = contained && record.has(var::volume) && (record.has(var::page) || record.has(var::number));
    if (style == "spandidos") return person || in_volume || (dated && (names != nullptr || contained));
    return dated || in_volume;
}

/// Of `count` records, how many are not printed again as they were; the first few are shown.
int changed(std::string_view style, bool journal, int count) {
    CitationFormatter const with = formatter(style);
    References references;
    int wrong = 0, silent = 0;
    for (int n = 0; n < count; ++n) {
        Record record;
        references.fill(record, journal);
        std::string const line = cite(with, record);
        std::size_t rejected = 0;
        std::vector<Record> const back = read(line + "\n", rejected);
        BOOST_TEST(back.size() + rejected == 1U);
        if (!says_enough(record, style) && back.empty()) {
            ++silent;
            continue;
        }
        std::string const again = back.empty() ? "(not understood)" : cite(with, back.front());
        if (again == line) continue;
        if (++wrong <= 12) BOOST_TEST_MESSAGE(style << ":\n  " << line << "\n  " << again);
    }
    BOOST_TEST_MESSAGE(style << (journal ? " article-journal" : " other types") << ": " << count << " records, " << wrong
                             << " changed, " << silent << " say too little");
    BOOST_TEST(silent * 10 < count);
    return wrong;
}

}  // namespace

BOOST_AUTO_TEST_CASE(articles_of_journals_are_printed_again_as_they_were) {
    for (std::string_view const style : own_citation_styles()) BOOST_TEST(changed(style, true, 1000) == 0, style);
}

BOOST_AUTO_TEST_CASE(so_is_all_else) {
    for (std::string_view const style : own_citation_styles()) BOOST_TEST(changed(style, false, 1000) == 0, style);
}
