// LatexDecoder: a walk over the tokens of a value, with a stack of what is open. Groups nest to a limit; nothing
// recurses, and nothing is walked through more often than groups nest.
// Tokens and groups are in latex_decode.cpp, commands in latex_decode_commands.cpp.
#pragma once

#include "grammars/latex_text.hpp"
#include "text/draft.hpp"
#include "text/latex.hpp"
#include "text/latex_source.hpp"
#include "text/latex_table.hpp"

#include <cstdint>
#include <string_view>

namespace ibid::text {

class LatexDecoder {
public:
    LatexDecoder(std::string_view value, Arena& arena, LatexOptions const& options, Issues* issues)
        : next_(value.data()), last_(next_ + value.size()), options_(options), issues_(issues), draft_(arena, value.size()) {}

    /// The text; `plain` as many bytes at the begin are known to be text.
    Text decode(std::size_t plain);

private:
    using Token = grammars::latex_text::Token;
    static constexpr std::uint32_t depth_limit = 64;
    static constexpr std::uint32_t no_mark = 0xFFFFFFFF;

    /// Something that is open: a group, or a command that waits for its argument or is in the midst of it.
    struct Frame {
        Command command{};             // what to do at its end; action `nothing`: a group
        char const* source = nullptr;  // a group's brace
        std::uint32_t begin = 0;       // where its text begins
        std::uint32_t mark = no_mark;  // its own mark
        std::uint32_t first_mark = 0;  // marks from here on were opened inside
        bool braced = true;            // false: the next token is the argument
        bool protects = false;         // a nocase mark is open
        bool has_fonts = false;        // marks last to its end

        void open(Draft& draft, Style style, std::string_view argument = {}) {
            mark = draft.open(style, argument);
            first_mark = mark + 1;
        }
    };

    // Tokens
    void take(Token const& token);
    bool plain_text();
    void text(std::string_view words);
    void character(char32_t code);
    void end_line(std::string_view kind);
    void verbatim(Token const& token);
    void formula(std::string_view source);

    // What is open
    void open(char const* source);
    void close();
    void close_group();
    void keep_silent_group(Frame const& group);
    [[nodiscard]] bool waiting() noexcept { return !frames_.empty() && !frames_.back().braced; }
    /// A character, a group or a command with its argument is complete: it was the argument of those that waited.
    void item_done() {
        while (waiting()) close();
    }
    bool has_room(char const* where);

    // Commands
    void command(Token const& token);
    std::string_view argument_at(char const* source);
    void accent(char32_t mark, char const* source);
    void font_accent(Token const& token);
    void tabbing_accent(Token const& token);
    bool wait(Command const& found, char const* source);
    bool around(char const* source, Action action = Action::around);
    bool second(char const* source);
    bool several_arguments(char const* source);
    void quotation(char const* source);
    void font(Style style, std::string_view argument = {});
    void plain_font(Token const& token);
    void silent(Token const& token);
    void silent_argument(char const* source);
    void space_argument(char const* source);
    void counter(Token const& token);
    void bibstring(Token const& token, bool capitalised);
    void reading(std::string_view plain, std::string_view source);
    void math_argument();
    void chemistry(char const* source);
    void code(Token const& token, CharacterCode const& number);
    void code_argument(Token const& token, bool is_dingbat);
    void unknown(Token const& token);
    void show_unknown(Frame const& frame);
    [[nodiscard]] bool begins_group(Token const& token) noexcept;
    [[nodiscard]] std::string_view group_source() noexcept;

    static std::string_view slice(char const* first, char const* last) noexcept {
        return {first, static_cast<std::size_t>(last - first)};
    }

    char const* next_;
    char const* last_;
    LatexOptions const& options_;
    Issues* issues_;
    Draft draft_;
    SmallBuffer<Frame, 12> frames_;
    std::uint32_t ignored_groups_ = 0;  // beyond the limit of depth
    std::uint32_t quotations_ = 0;      // that are open
    bool protected_ = false;
};

}  // namespace ibid::text
