// The small words that ibid's X3 grammars are made of. Each consumes bytes by a scanner of scan.hpp and yields a
// slice of the source (std::string_view) or nothing; they combine with >> | * % & ! - like any X3 parser.
// Iterators are `char const*` into a text with 64 readable bytes behind its end. No skipper: blanks are said.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "grammars/support/directives.hpp"
#include "grammars/support/scan.hpp"
#include "grammars/support/spelling.hpp"

namespace ibid::grammars::support {

/// A parser of which only the scanning is to be written: `char const* scan(first, last)` answers where the slice
/// ends, or nullptr when nothing is there.
template <typename Derived>
struct SlicePrimitive : x3::parser<Derived> {
    using attribute_type = std::string_view;
    static bool const has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute& attribute) const {
        char const* const end = this->derived().scan(first, last);
        if (end == nullptr) {
            note_failure(context, first, this->derived().what());
            return false;
        }
        give(attribute, first, end);
        first = end;
        return true;
    }
};

/// The same for what only has to be there: no attribute.
template <typename Derived>
struct SilentPrimitive : x3::parser<Derived> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute&) const {
        char const* const end = this->derived().scan(first, last);
        if (end == nullptr) {
            note_failure(context, first, this->derived().what());
            return false;
        }
        first = end;
        return true;
    }
};

/// `until<'a', 'b'>`: everything before the first of these bytes, or before the end; may be empty, never fails.
template <char... Bytes>
struct Until : SlicePrimitive<Until<Bytes...>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept { return scan_to<Bytes...>(first, last); }
    static constexpr char const* what() noexcept { return ""; }
};
template <char... Bytes>
inline constexpr Until<Bytes...> until{};

/// `run<letter | digit>`: one or more bytes of a class.
template <ByteClass Class, std::size_t Least>
struct Run : SlicePrimitive<Run<Class, Least>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        char const* const end = scan_class<Class>(first, last);
        return static_cast<std::size_t>(end - first) >= Least ? end : nullptr;
    }
    static constexpr char const* what() noexcept { return "a character of another kind"; }
};
template <ByteClass Class, std::size_t Least = 1>
inline constexpr Run<Class, Least> run{};

/// `any_run<digit>`: zero or more bytes of a class; never fails.
template <ByteClass Class>
inline constexpr Run<Class, 0> any_run{};

/// `word<letter | digit>`: as `run`, faster where most bytes are ASCII letters, all of which the class must hold.
template <ByteClass Class>
struct Word : SlicePrimitive<Word<Class>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        char const* const end = scan_word<Class>(first, last);
        return end != first ? end : nullptr;
    }
    static constexpr char const* what() noexcept { return "a word"; }
};
template <ByteClass Class>
inline constexpr Word<Class> word{};

/// `one<digit>`: exactly one byte of a class.
template <ByteClass Class>
struct One : SlicePrimitive<One<Class>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return first < last && in<Class>(*first) ? first + 1 : nullptr;
    }
    static constexpr char const* what() noexcept { return "a character of another kind"; }
};
template <ByteClass Class>
inline constexpr One<Class> one{};

/// `blank`: white space and control characters, line ends included, or nothing; never fails.
struct Blank : SilentPrimitive<Blank> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept { return skip_blank(first, last); }
    static constexpr char const* what() noexcept { return ""; }
};
inline constexpr Blank blank{};

/// `spaces`: spaces and tabs on this line, or nothing; never fails.
struct Spaces : SilentPrimitive<Spaces> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return first < last && (*first == ' ' || *first == '\t') ? skip_while<' ', '\t'>(first, last) : first;
    }
    static constexpr char const* what() noexcept { return ""; }
};
inline constexpr Spaces spaces{};

/// `newline`: one line end, LF, CR LF or CR.
struct Newline : SilentPrimitive<Newline> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        if (first >= last) return nullptr;
        if (*first == '\n') return first + 1;
        if (*first != '\r') return nullptr;
        return first + 1 < last && first[1] == '\n' ? first + 2 : first + 1;
    }
    static constexpr char const* what() noexcept { return "the end of the line"; }
};
inline constexpr Newline newline{};

/// `punct<'='>`: this byte.
template <char Byte>
struct Punct : SilentPrimitive<Punct<Byte>> {
    static constexpr char text[] = {Byte, '\0'};
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return first < last && *first == Byte ? first + 1 : nullptr;
    }
    static constexpr char const* what() noexcept { return text; }
};
template <char Byte>
inline constexpr Punct<Byte> punct{};

/// `keyword<"TY  - ">`: these bytes.
template <Spelling Word>
struct Keyword : SilentPrimitive<Keyword<Word>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return static_cast<std::size_t>(last - first) >= Word.length && std::memcmp(first, Word.text, Word.length) == 0
                   ? first + Word.length
                   : nullptr;
    }
    static constexpr char const* what() noexcept { return Word.text; }
};
template <Spelling Word>
inline constexpr Keyword<Word> keyword{};

/// `keyword_in_any_case<"comment">`: these letters, upper or lower case; written here in lower case.
template <Spelling Word>
struct KeywordInAnyCase : SilentPrimitive<KeywordInAnyCase<Word>> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept {
        return static_cast<std::size_t>(last - first) >= Word.length && spells<Word>(first) ? first + Word.length : nullptr;
    }
    static constexpr char const* what() noexcept { return Word.text; }
};
template <Spelling Word>
inline constexpr KeywordInAnyCase<Word> keyword_in_any_case{};

/// `end_of_text`: nothing is left.
struct EndOfText : SilentPrimitive<EndOfText> {
    IBID_INLINE static char const* scan(char const* first, char const* last) noexcept { return first == last ? first : nullptr; }
    static constexpr char const* what() noexcept { return "the end of the text"; }
};
inline constexpr EndOfText end_of_text{};

}  // namespace ibid::grammars::support
