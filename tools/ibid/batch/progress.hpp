// Progress: a line at the end of standard error that says how far the work has come.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace ibid::tools {

/// How far some work has come.
struct ProgressState {
    std::size_t files_done = 0;
    std::size_t files = 0;
    std::size_t records = 0;
    std::uint64_t bytes_read = 0;   ///< decompressed
    std::uint64_t bytes_done = 0;   ///< of `bytes`
    std::uint64_t bytes = 0;        ///< of all input as it is stored; 0: not known
    double seconds = 0;             ///< since it began
};

/// "[=====>    ]  53%  812/1204 files, 120345 records, 35.1 MB/s, 0:42 left", cut to `width` columns. What is not known is
/// left out.
std::string progress_line(ProgressState const& state, std::size_t width);

/// Draws the line ten times a second, from a thread of its own, and takes it away at its end. Any thread may tell it.
class Progress {
public:
    enum class When { automatic, always, never };

    /// Whether to draw. Automatic: on a terminal that has cursor movements, and not into `on_terminal`: an output there.
    static bool is_wanted(When when, bool output_is_on_terminal);

    /// `bytes`: of all input, 0 if not known. Draws from the first second on, or `at_once`.
    Progress(std::size_t files, std::uint64_t bytes, bool at_once);
    ~Progress();
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    void add_read(std::size_t records, std::uint64_t bytes_read, std::uint64_t bytes_done) noexcept;
    void add_file() noexcept { files_done_.fetch_add(1, std::memory_order_relaxed); }

private:
    using Clock = std::chrono::steady_clock;
    void draw() const;
    void tick(bool at_once);

    std::size_t files_;
    std::uint64_t bytes_;
    Clock::time_point begin_ = Clock::now();
    std::atomic<std::size_t> files_done_{0}, records_{0};
    std::atomic<std::uint64_t> bytes_read_{0}, bytes_done_{0};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool ended_ = false;   ///< held by the mutex
    std::thread thread_;
};

}  // namespace ibid::tools
