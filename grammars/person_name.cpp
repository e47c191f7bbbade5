// The rules of lists of names. A list is walked once and nothing is stored for a word: see Section.
#include "grammars/person_name.hpp"

#include "grammars/person_name_words.hpp"
#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3/auxiliary/eps.hpp>
#include <boost/spirit/home/x3/operator.hpp>

#include <array>

namespace ibid::grammars::person_name {
namespace {

namespace x3 = boost::spirit::x3;
using namespace support;

/// A particle glued to the brace group that ends the word, as in d'{Alembert}: taken apart, which BibTeX does not do.
/// A writer puts the braces there to say that the particle is one.
void split_glued(Name& name) noexcept {
    std::string_view const last = name.last;
    std::size_t const brace = last.find('{');
    if (brace == std::string_view::npos || brace == 0 || last.back() != '}' || last[brace + 1] == '\\') return;
    std::string_view const particle = last.substr(0, brace);
    if (particle.find('\\') != std::string_view::npos) return;
    if (particle.back() != '\'' && particle.back() != '-' && !particle.ends_with("\u2019")) return;
    char const* const end = last.data() + last.size();
    if (end_of_group(last.data() + brace, end) != end) return;
    name.von = name.von.empty() ? particle : slice(name.von.data(), last.data() + brace);
    name.last = last.substr(brace);
}

class Sink {
public:
    Sink(std::string_view value, LetterOf letter_of, List& list) noexcept
        : value_{value}, letter_of_{letter_of}, list_{list} {}

    IBID_INLINE bool is_and(char const* first, char const* end) const noexcept {
        return person_name::is_and(first, end, value_.data(), value_.data() + value_.size());
    }
    bool& unbalanced() noexcept { return unbalanced_; }

    IBID_INLINE void start() noexcept {
        sections_[0].reset();
        commas_ = 0;
        tidy_ = true;
    }
    IBID_INLINE void word(std::string_view word) noexcept {
        char const* const end = word.data() + word.size();
        Section& section = sections_[commas_ < 3 ? commas_ : 3];
        tidy_ = section.add(word.data(), end, is_lower(word.data(), end, letter_of_)) && tidy_;
    }
    IBID_INLINE void comma() noexcept {
        if (++commas_ <= 3) sections_[commas_].reset();  // the last section takes all that is too much
    }
    IBID_INLINE void finish();

    void start_extended() noexcept { extended_ = Name{}; }
    void key(std::string_view key) noexcept { key_ = key; }
    void part(std::string_view value) noexcept;
    void stray(std::string_view text) { report(Problem::stray_text, text); }
    void finish_extended();

    void finish_list() {
        if (unbalanced_) report(Problem::unbalanced, value_);
        if (list_.names.empty()) return;
        std::string_view const end = list_.names.back().source;
        list_.others = end == "others" || end == "et al." || end == "et al";
        if (list_.others) list_.names.pop_back();
    }

private:
    void report(Problem problem, std::string_view where) {
        if (list_.problems == Problem::none) list_.problem_at = where;
        list_.problems = list_.problems | problem;
    }
    void too_many_commas(Name& name);

    std::string_view value_;
    LetterOf letter_of_;
    List& list_;
    std::size_t commas_ = 0;
    bool tidy_ = true;
    bool unbalanced_ = false;
    UsePrefix list_prefix_ = UsePrefix::unsaid;
    std::string_view key_{};
    Name extended_{};
    std::array<Section, 4> sections_{};
};

IBID_INLINE void Sink::finish() {
    bool const trailing = commas_ > 0 && sections_[commas_ < 3 ? commas_ : 3].empty();
    if (trailing) [[unlikely]] {
        if (commas_ > 3) commas_ = 3;
        while (commas_ > 0 && sections_[commas_].empty()) --commas_;
        if (commas_ == 0) {
            report(sections_[0].empty() ? Problem::empty_name : Problem::trailing_comma, sections_[0].all());
            if (sections_[0].empty()) return;
            commas_ = 1;
        }
    }
    Section const& front = sections_[0];
    if (commas_ == 0 && front.empty()) [[unlikely]] return report(Problem::empty_name, value_);

    Name& name = list_.names.emplace_back();
    name.tidy = tidy_;
    if (commas_ == 0) {
        name.source = front.all();
        if (front.one_word() && *front.begin() == '{' && is_whole(name.source)) [[unlikely]] {
            name.form = Form::whole;
            name.last = name.source.substr(1, name.source.size() - 2);
            return;
        }
        front.take_first_von_last(name);
    } else if (commas_ <= 2) {
        Section const& back = sections_[commas_];
        name.source = slice((front.empty() ? back : front).begin(), (back.empty() ? front : back).end());
        if (front.empty()) [[unlikely]] report(Problem::missing_last, back.all());
        else front.take_von_last(name);
        back.take_first(name);
        name.form = commas_ == 1 ? Form::von_last_first : Form::von_last_jr_first;
        if (commas_ == 2) name.jr = sections_[1].all();
    } else {
        return too_many_commas(name);
    }
    if (front.ends_lower()) [[unlikely]] split_glued(name);
}

[[gnu::noinline]] void Sink::too_many_commas(Name& name) {
    char const* begin = sections_[3].begin();
    for (Section const& section : sections_)
        if (!section.empty() && section.begin() < begin) begin = section.begin();
    name.source = name.last = slice(begin, sections_[3].end());
    name.form = Form::whole;
    name.tidy = false;
    report(Problem::too_many_commas, name.source);
}

/// A part of an extended name; keys that ibid has no use for (`given-i`, `hash`) are passed over, as biber does.
void Sink::part(std::string_view value) noexcept {
    char const* const end = value.data() + value.size();
    char const* last = end;
    while (last > value.data() && (is_blank(last[-1]) || last[-1] == '~')) --last;
    value = slice(value.data(), last);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    auto const is = [&](std::string_view name) {
        if (key_.size() != name.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i)
            if ((key_[i] | 0x20) != name[i]) return false;
        return true;
    };
    if (is("family")) extended_.last = value;
    else if (is("given")) extended_.first = value;
    else if (is("prefix")) extended_.von = value;
    else if (is("suffix")) extended_.jr = value;
    else if (is("useprefix")) extended_.use_prefix = value == "false" ? UsePrefix::no : UsePrefix::yes;
    if (extended_.source.empty()) extended_.source = key_;
    extended_.source = slice(extended_.source.data(), end);
}

/// Options without a part are the options of the list: they hold for the names behind them.
void Sink::finish_extended() {
    Name& name = extended_;
    if (name.last.empty() && name.first.empty() && name.von.empty() && name.jr.empty()) {
        if (name.use_prefix != UsePrefix::unsaid) list_prefix_ = name.use_prefix;
        else report(Problem::stray_text, name.source);
        return;
    }
    if (name.last.empty()) report(Problem::missing_last, name.source);
    if (name.use_prefix == UsePrefix::unsaid) name.use_prefix = list_prefix_;
    name.form = Form::extended;
    name.tidy = false;
    list_.names.push_back(name);
}

// ---- the grammar -------------------------------------------------------------------------------------------------

/// A word that is no `and`; the answer of `And` is the opposite.
template <bool And>
struct NameWord : x3::parser<NameWord<And>> {
    using attribute_type = std::string_view;
    static bool const has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute& attribute) const {
        if (first >= last || *first == ',') return false;
        Sink& sink = sink_of(context);
        char const* const end = end_of_word(first, last, sink.unbalanced());
        if (sink.is_and(first, end) != And) return false;
        give(attribute, first, end);
        first = end;
        return true;
    }
};

struct Gap : SilentPrimitive<Gap> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept { return skip_gap(first, last); }
    static constexpr char const* what() noexcept { return ""; }
};

/// A value in quotation marks, up to the closing one.
struct Quoted : SlicePrimitive<Quoted> {
    static char const* scan(char const* first, char const* last) noexcept {
        while (first < last && *first != '"') {
            if (*first == '{') first = end_of_group(first, last);
            else first += *first == '\\' ? 2 : 1;
            if (first == nullptr) return nullptr;
        }
        return first < last ? first : nullptr;
    }
    static constexpr char const* what() noexcept { return "a quoted value"; }
};

template <auto Member>
struct Call {
    template <typename Context>
    IBID_INLINE void operator()(Context const& context) const { (sink_of(context).*Member)(); }
};
template <auto Member>
constexpr auto call = x3::eps[Call<Member>{}];

// clang-format off
constexpr auto gap  = Gap{};
constexpr auto word = NameWord<false>{};
constexpr auto and_ = NameWord<true>{};

// First von Last | von Last, First | von Last, Jr, First
auto const bibtex_name = call<&Sink::start>
                      >> *( word[put<&Sink::word>] >> gap | punct<','> >> call<&Sink::comma> >> gap )
                      >> call<&Sink::finish>;

// family=Sprat, given=Wendy, prefix={de la}, useprefix=false | "family=Sprat, Jr", ...
auto const key    = run<letter | bytes("-_")>;
auto const equals = gap >> punct<'='> >> gap;
auto const value  = view[ *( word >> gap ) ];
auto const pair   = punct<'"'> >> key[put<&Sink::key>] >> equals >> Quoted{}[put<&Sink::part>] >> punct<'"'> >> gap
                  | key[put<&Sink::key>] >> equals >> value[put<&Sink::part>];
auto const stray  = view[ +( word >> gap ) ];
auto const extended_name = &( -punct<'"'> >> key >> equals )
                        >> call<&Sink::start_extended>
                        >> ( pair | -stray[put<&Sink::stray>] ) % ( punct<','> >> gap )
                        >> call<&Sink::finish_extended>;

auto const bibtex_list   = gap >> bibtex_name % ( and_ >> gap );
auto const biblatex_list = gap >> ( extended_name | bibtex_name ) % ( and_ >> gap );
// clang-format on

}  // namespace

void parse(std::string_view value, LetterOf letter_of, List& list) {
    list.clear();
    char const* first = value.data();
    char const* const last = first + value.size();
    if (skip_gap(first, last) == last) return;
    Sink sink{value, letter_of, list};
    if (scan_to<'='>(first, last) == last) parse_into(bibtex_list, first, last, sink);
    else parse_into(biblatex_list, first, last, sink);
    sink.finish_list();
}

Name parse_plain(std::string_view value, LetterOf letter_of) {
    std::array<Section, 3> sections;
    std::size_t commas = 0;
    Name name;
    name.source = value;
    char const* const last = value.data() + value.size();
    for (char const* first = value.data(); first < last;) {
        if (*first == ',') {
            if (++commas == sections.size()) break;
            ++first;
        } else if (is_blank(*first)) {
            ++first;
        } else {
            char const* const end = scan_to_blank_or<','>(first, last);
            name.tidy = sections[commas].add(first, end, is_lower(first, end, letter_of)) && name.tidy;
            first = end;
        }
    }
    if (commas == 0 || commas == sections.size()) {
        name.form = Form::whole;
        name.last = value;
        return name;
    }
    name.form = Form::von_last_first;
    sections[0].take_von_last(name);
    sections[1].take_first(name);
    name.jr = sections[2].all();
    return name;
}

Shape shape(std::string_view part, LetterOf letter_of) {
    Shape shape;
    Section section;
    char const* const begin = part.data();
    char const* const last = begin + part.size();
    bool unbalanced = false;
    for (char const* first = begin; first < last;) {
        if (is_blank(*first) || *first == ',' || *first == '~') {
            shape.separator = shape.separator || !is_blank(*first);
            ++first;
            continue;
        }
        char const* const end = end_of_word(first, last, unbalanced);
        bool const lower_case = is_lower(first, end, letter_of);
        if (section.empty()) shape.first_lower = lower_case;
        if (!section.add(first, end, lower_case)) shape.untidy = true;
        shape.separator = shape.separator || is_and(first, end, begin, last);
        ++shape.words;
        first = end;
    }
    shape.separator = shape.separator || unbalanced || scan_to<'='>(begin, last) != last;
    shape.untidy = shape.untidy || section.empty() || section.begin() != begin || section.end() != last;
    shape.last_lower = section.ends_lower();
    shape.lower_before_last = section.has_von();
    shape.whole = !section.empty() && section.one_word() && is_whole(section.all());
    return shape;
}

}  // namespace ibid::grammars::person_name
