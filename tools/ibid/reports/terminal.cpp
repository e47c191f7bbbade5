// Terminals: isatty(3), NO_COLOR and control characters.
#include "reports/terminal.hpp"

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace ibid::tools {

bool wants_colour() {
    char const* const forbidden = std::getenv("NO_COLOR");
    char const* const terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) != 0 && (forbidden == nullptr || *forbidden == '\0')
           && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::string printable(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        auto const next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
            out += replacement;
        } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {  // U+0080 to U+009F
            out += replacement;
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string coloured(std::string_view text, std::string_view colour, bool wanted) {
    if (!wanted) return std::string(text);
    return std::string("\x1b[").append(colour).append("m").append(text).append("\x1b[0m");
}

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace ibid::tools
