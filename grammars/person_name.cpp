// The rules of lists of names. A list is walked once and nothing is stored for a word: see Section.
#include "grammars/person_name.hpp"

#include "grammars/person_name_words.hpp"
#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3/auxiliary/eps.hpp>
#include <boost/spirit/home/x3/operator.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace ibid::grammars::person_name {
namespace {

namespace x3 = boost::spirit::x3;
using namespace support;

/// A particle glued to the brace group that ends the last word, as in d'{Alembert}: taken apart, which BibTeX does
/// not do. A writer puts the braces there to say that the particle is one.
void split_glued(std::string_view word, Name& name) noexcept {
    std::size_t const brace = word.find('{');
    if (brace == std::string_view::npos || brace == 0 || word[brace + 1] == '\\') return;
    std::string_view const particle = word.substr(0, brace);
    if (particle.find('\\') != std::string_view::npos) return;
    if (particle.back() != '\'' && particle.back() != '-' && !particle.ends_with("\u2019")) return;
    char const* const group = word.data() + brace;
    char const* const end = word.data() + word.size();
    if (end_of_group(group, end) != end) return;
    name.von = slice((name.von.empty() ? name.last : name.von).data(), group);
    name.last = slice(group, end);
}

class Sink {
public:
    // The sections stay as they are until start(): a constructor that clears them costs more than a name.
    Sink(std::string_view value, LetterOf letter_of, List& list) noexcept  // NOLINT(cppcoreguidelines-pro-type-member-init)
        : value_{value}, letter_of_{letter_of}, list_{list} {}

    char const* begin() const noexcept { return value_.data(); }
    bool& unbalanced() noexcept { return unbalanced_; }

    IBID_INLINE void start() noexcept {
        section_ = sections_.data();
        section_->reset();
        tidy_ = true;
    }
    IBID_INLINE void word(char const* first, char const* last) noexcept {
        if (!section_->add(first, last, is_lower(first, last, letter_of_))) [[unlikely]] tidy_ = false;
    }
    IBID_INLINE void comma() noexcept {
        if (section_ != &sections_.back()) (++section_)->reset();  // the last one takes all that is too much
    }
    IBID_INLINE void finish();

    void start_extended() { list_.names.emplace_back(); }
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
    Section* section_ = nullptr;  // the one that grows
    bool tidy_ = true;
    bool unbalanced_ = false;
    UsePrefix list_prefix_ = UsePrefix::unsaid;
    std::string_view key_{};
    std::array<Section, 4> sections_;
};

IBID_INLINE void Sink::finish() {
    auto commas = section_ - sections_.data();
    if (section_->empty()) [[unlikely]] {
        while (commas > 0 && sections_[static_cast<std::size_t>(commas)].empty()) --commas;
        if (commas == 0 && sections_[0].empty()) return report(Problem::empty_name, value_);
        if (commas == 0) report(Problem::trailing_comma, sections_[0].all());
        commas = std::max<std::ptrdiff_t>(commas, 1);
    }
    Section const& front = sections_[0];
    Name& name = list_.names.emplace_back();
    name.tidy = tidy_;
    if (commas == 0) {
        name.source = front.all();
        if (front.one_word() && *front.begin() == '{' && is_whole(name.source)) [[unlikely]] {
            name.form = Form::whole;
            name.last = name.source;
            return;
        }
        front.take_first_von_last(name);
    } else if (commas <= 2) {
        Section const& back = sections_[static_cast<std::size_t>(commas)];
        name.source = slice((front.empty() ? back : front).begin(), (back.empty() ? front : back).end());
        if (front.empty()) [[unlikely]] report(Problem::missing_last, back.all());
        else front.take_von_last(name);
        back.take_first(name);
        name.form = commas == 1 ? Form::von_last_first : Form::von_last_jr_first;
        if (commas == 2) name.jr = sections_[1].all();
    } else {
        return too_many_commas(name);
    }
    if (!front.empty() && front.ends_lower()) [[unlikely]] split_glued(front.last_word(), name);
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

/// A part of an extended name. A key that is none of the four (`middle`, `given-i`, `hash`) is told of.
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
    Name& name = list_.names.back();
    if (is("family")) name.last = value;
    else if (is("given")) name.first = value;
    else if (is("prefix")) name.von = value;
    else if (is("suffix")) name.jr = value;
    else if (is("useprefix")) name.use_prefix = value == "false" ? UsePrefix::no : UsePrefix::yes;
    else report(Problem::stray_text, slice(key_.data(), end));
    name.source = slice(name.source.empty() ? key_.data() : name.source.data(), end);
}

/// Options without a part are the options of the list: they hold for the names behind them.
void Sink::finish_extended() {
    Name& name = list_.names.back();
    if (name.last.empty()) {
        bool const nothing = name.first.empty() && name.von.empty() && name.jr.empty();
        bool const option = nothing && name.use_prefix != UsePrefix::unsaid;
        if (option) list_prefix_ = name.use_prefix;
        else report(nothing ? Problem::stray_text : Problem::missing_last, name.source);
        if (nothing) return list_.names.pop_back();
    }
    if (name.use_prefix == UsePrefix::unsaid) name.use_prefix = list_prefix_;
    name.form = Form::extended;
    name.tidy = false;
}

// ---- the grammar -------------------------------------------------------------------------------------------------

/// Tells the sink, consumes nothing. X3's semantic actions cost more than a name has bytes, so the words that occur
/// in every name tell the sink themselves.
template <auto Member>
struct Tell : x3::parser<Tell<Member>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*&, char const* const&, Context const& context, RuleContext&, Attribute&) const {
        (sink_of(context).*Member)();
        return true;
    }
};

/// The next word that is no `and`, with the white space and ties behind it.
template <Alphabet A, auto Member = nullptr>
struct NameWord : x3::parser<NameWord<A, Member>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute&) const {
        Sink& sink = sink_of(context);
        char const* const begin = first;
        if (begin >= last || *begin == ',' || is_and(begin, sink.begin(), last)) return false;
        char const* const end = end_of_word_in<A>(begin, last, sink.unbalanced());
        if constexpr (Member != nullptr) (sink.*Member)(begin, end);
        first = skip_gap<A>(end, last);
        return true;
    }
};

template <Alphabet A>
struct And : x3::parser<And<A>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute&) const {
        if (first >= last || !is_and(first, sink_of(context).begin(), last)) return false;
        first = skip_gap<A>(first + 3, last);
        return true;
    }
};

template <Alphabet A>
struct Comma : x3::parser<Comma<A>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute&) const {
        if (first >= last || *first != ',') return false;
        sink_of(context).comma();
        first = skip_gap<A>(first + 1, last);
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

// clang-format off
constexpr auto gap = Gap{};
template <Alphabet A> constexpr auto word  = NameWord<A, &Sink::word>{};
template <Alphabet A> constexpr auto comma = Comma<A>{};
template <Alphabet A> constexpr auto and_  = And<A>{};

// First von Last | von Last, First | von Last, Jr, First
template <Alphabet A>
auto const bibtex_name = Tell<&Sink::start>{} >> *( word<A> | comma<A> ) >> Tell<&Sink::finish>{};

// family=Sprat, given=Wendy, prefix={de la}, useprefix=false | "family=Sprat, Jr", ...
auto const words  = NameWord<Alphabet::latex>{};
auto const key    = run<letter | bytes("-_")>;
auto const equals = gap >> punct<'='> >> gap;
auto const content = view[ *words ];
auto const stray  = view[ +words ];
auto const pair   = punct<'"'> >> key[put<&Sink::key>] >> equals >> Quoted{}[put<&Sink::part>] >> punct<'"'> >> gap
                  | key[put<&Sink::key>] >> equals >> content[put<&Sink::part>];
auto const extended_name = &( -punct<'"'> >> key >> equals )
                        >> Tell<&Sink::start_extended>{}
                        >> ( pair | -stray[put<&Sink::stray>] ) % ( punct<','> >> gap )
                        >> Tell<&Sink::finish_extended>{};

template <Alphabet A>
auto const bibtex_list   = gap >> bibtex_name<A> % and_<A>;
auto const biblatex_list = gap >> ( extended_name | bibtex_name<Alphabet::latex> ) % and_<Alphabet::latex>;
// clang-format on

}  // namespace

void parse(std::string_view value, LetterOf letter_of, List& list) {
    list.clear();
    char const* first = value.data();
    char const* const last = first + value.size();
    char const* const special = scan_to<'\\', '{', '}', '~', '$', '='>(first, last);
    list.plain = special == last || (*special == '=' && scan_to<'\\', '{', '}', '~', '$'>(special, last) == last);
    if (skip_gap(first, last) == last) return;
    Sink sink{value, letter_of, list};
    if (special == last) parse_into(bibtex_list<Alphabet::plain>, first, last, sink);
    else if (scan_to<'='>(special, last) == last) parse_into(bibtex_list<Alphabet::latex>, first, last, sink);
    else parse_into(biblatex_list, first, last, sink);
    sink.finish_list();
}

Name parse_plain(std::string_view value, LetterOf letter_of) {
    std::array<Section, 3> sections{};
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
    Section section{};
    char const* const begin = part.data();
    char const* const last = begin + part.size();
    bool unbalanced = false;
    shape.all_lower = true;
    for (char const* first = begin; first < last;) {
        if (is_blank(*first) || *first == ',' || *first == '~') {
            shape.separator = shape.separator || !is_blank(*first);
            ++first;
            continue;
        }
        char const* const end = end_of_word(first, last, unbalanced);
        bool const lower_case = is_lower(first, end, letter_of);
        if (section.empty()) shape.first_lower = lower_case;
        shape.all_lower = shape.all_lower && lower_case;
        shape.separator = shape.separator || is_and(first, begin, last);
        if (!section.add(first, end, lower_case)) shape.untidy = true;
        ++shape.words;
        first = end;
    }
    if (section.empty()) return shape;
    shape.separator = shape.separator || unbalanced || scan_to<'=', ';'>(begin, last) != last;
    shape.untidy = shape.untidy || section.begin() != begin || section.end() != last;
    shape.last_lower = section.ends_lower();
    shape.lower_before_last = section.has_von();
    return shape;
}

}  // namespace ibid::grammars::person_name
