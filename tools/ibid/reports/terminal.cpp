// Terminals: isatty(3), NO_COLOR and control characters.
#include "reports/terminal.hpp"

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

namespace ibid::tools {

bool wants_colour() {
    char const* const forbidden = std::getenv("NO_COLOR");
    return is_moving_terminal() && (forbidden == nullptr || *forbidden == '\0');
}

bool is_moving_terminal() {
    char const* const terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) != 0 && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::size_t terminal_width() {
    struct winsize size {};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : 80;
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

namespace {

std::mutex standard_error;      // of what follows
bool has_status = false;

void write_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void take_status_away() {
    if (std::exchange(has_status, false)) write_error("\r\x1b[K");
}

}  // namespace

void print_error(std::string_view text) {
    if (text.empty()) return;
    std::lock_guard const lock(standard_error);
    take_status_away();
    write_error(text);
}

void show_status(std::string_view line) {
    std::lock_guard const lock(standard_error);
    if (line.empty()) return take_status_away();
    write_error(std::string("\r").append(line).append("\x1b[K"));  // in one piece: stderr is not buffered
    has_status = true;
}

}  // namespace ibid::tools
