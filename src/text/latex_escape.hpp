// Plain text -> LaTeX source: characters, one by one. What marks become is in latex_encode.cpp.
#pragma once

#include "text/issues.hpp"
#include "text/latex.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::text {

/// The first character that may need an escape, or `last`.
char const* find_escape(char const* first, char const* last, bool ascii) noexcept;

/// Copies characters that need no escape and answers the end; null if one does. `out` has room for 16 bytes more.
char* copy_unescaped(char const* first, char const* last, char* out, bool ascii) noexcept;

/// Writes LaTeX; every piece goes through it, so that no two of them join to something else.
class LatexWriter {
public:
    LatexWriter(char* out, LatexTarget const& target, Issues* issues) noexcept
        : begin_(out), out_(out), target_(target), issues_(issues) {}

    /// Whether `{` and `}` of the text may be `\{` and `\}`: BibTeX counts them, so together they have to balance.
    void trust_braces(bool trusted) noexcept { braces_ = trusted; }

    /// Plain text, escaped.
    void text(std::string_view plain);

    /// Source, as it stands.
    void source(std::string_view latex) noexcept;

    /// `{` of a group that protects letter case: a backslash must not follow.
    void open_protection() noexcept {
        open_brace();
        protection_ = out_;
    }
    [[nodiscard]] bool in_front_of_protection() const noexcept { return out_ == protection_; }

    /// The end of a command word that no brace closes, such as `{\tt`: a letter must not follow, and, if it might take
    /// arguments, no brace.
    void end_word(bool takes_arguments) noexcept {
        word_ = out_;
        word_takes_arguments_ = takes_arguments;
    }

    /// `\foo ` without an argument: a brace must not follow. `blank`: the blank is also one of the text.
    void open_ended(std::string_view command, bool blank) noexcept {
        end_open_command();
        source(command);
        open_ended_ = out_;
        open_ended_size_ = command.size();
        open_ended_blank_ = blank;
    }

    [[nodiscard]] char* end() const noexcept { return out_; }

private:
    void begin_run(char first) noexcept;
    void open_brace() noexcept;
    void end_open_command() noexcept;
    void guard(char next) noexcept;
    void special(char c);
    char const* line_end(char const* first, char const* last) noexcept;
    void command(std::string_view braced) noexcept;
    std::size_t character(std::string_view rest);
    std::size_t scripts(std::string_view rest) noexcept;
    bool symbol(char32_t code) noexcept;
    bool accents(char32_t code) noexcept;
    bool accent_before(char32_t mark) noexcept;

    char* begin_;
    char* out_;
    LatexTarget const& target_;
    Issues* issues_;
    char* protection_ = nullptr;
    char* word_ = nullptr;
    bool word_takes_arguments_ = false;
    char* open_ended_ = nullptr;
    std::size_t open_ended_size_ = 0;
    bool open_ended_blank_ = false;
    bool braces_ = false;
};

/// The most bytes that LatexWriter::text() makes of a text.
std::size_t escaped_size(std::string_view plain, bool ascii) noexcept;

}  // namespace ibid::text
