// Progress: who works adds to counters; who draws looks at them when it is time.
#include "batch/progress.hpp"

#include "reports/terminal.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace ibid::tools {

namespace {

constexpr std::size_t bar_width = 20;
constexpr auto interval = std::chrono::milliseconds(100);
constexpr auto patience = std::chrono::seconds(1);  // work that is done by then needs no bar

/// The part that is done, by bytes where their number is known; negative: not known.
double part_done(ProgressState const& s) {
    if (s.bytes != 0) return std::min(1.0, static_cast<double>(s.bytes_done) / static_cast<double>(s.bytes));
    return s.files > 1 ? static_cast<double>(s.files_done) / static_cast<double>(s.files) : -1.0;
}

std::string bar(double part) {
    auto const full = static_cast<std::size_t>(part * bar_width);
    std::string line = "[" + std::string(full, '=');
    if (full < bar_width) line += ">" + std::string(bar_width - full - 1, ' ');
    std::string const percent = std::to_string(static_cast<int>(part * 100));
    return line + "] " + std::string(3 - std::min<std::size_t>(3, percent.size()), ' ') + percent + "%  ";
}

/// "0:42", "1:05:00".
std::string time_text(double seconds) {
    auto const whole = static_cast<unsigned long>(seconds + 0.5);
    char text[40];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%lu:%02lu:%02lu", whole / 3600, whole / 60 % 60, whole % 60);
    else std::snprintf(text, sizeof text, "%lu:%02lu", whole / 60, whole % 60);
    return text;
}

}  // namespace

std::string progress_line(ProgressState const& s, std::size_t width) {
    double const part = part_done(s);
    std::string line = part < 0 ? std::string{} : bar(part);
    if (s.files > 1) line += std::to_string(s.files_done) + "/" + std::to_string(s.files) + " files, ";
    line += std::to_string(s.records) + " records";
    if (s.seconds > 0) {
        char rate[40];
        std::snprintf(rate, sizeof rate, ", %.1f MB/s", static_cast<double>(s.bytes_read) / 1e6 / s.seconds);
        line += rate;
    }
    if (part > 0 && s.seconds > 0) line += ", " + time_text(s.seconds * (1 - part) / part) + " left";
    if (line.size() > width) line.resize(width);
    return line;
}

bool Progress::is_wanted(When when, bool output_is_on_terminal) {
    return when == When::always || (when == When::automatic && is_moving_terminal() && !output_is_on_terminal);
}

Progress::Progress(std::size_t files, std::uint64_t bytes, bool at_once) : files_{files}, bytes_{bytes}, thread_{[this, at_once] { tick(at_once); }} {}

Progress::~Progress() {
    {
        std::lock_guard const lock(mutex_);
        ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
    show_status({});
}

void Progress::add_read(std::size_t records, std::uint64_t bytes_read, std::uint64_t bytes_done) noexcept {
    records_.fetch_add(records, std::memory_order_relaxed);
    bytes_read_.fetch_add(bytes_read, std::memory_order_relaxed);
    bytes_done_.fetch_add(bytes_done, std::memory_order_relaxed);
}

void Progress::draw() const {
    std::chrono::duration<double> const passed = Clock::now() - begin_;
    show_status(progress_line({files_done_.load(), files_, records_.load(), bytes_read_.load(), bytes_done_.load(), bytes_, passed.count()},
                              terminal_width() - 1));  // the last column makes some terminals begin a line
}

void Progress::tick(bool at_once) {
    std::unique_lock lock(mutex_);
    auto const ended = [this] { return ended_; };
    if (!at_once && changed_.wait_for(lock, patience, ended)) return;
    do draw();
    while (!changed_.wait_for(lock, interval, ended));
    if (at_once) draw();
}

}  // namespace ibid::tools
