// Interruption. The handler calls what POSIX lets it call, and no more.
#include "batch/interruption.hpp"

#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

namespace ibid::tools {

namespace {

constexpr int heeded[] = {SIGINT, SIGTERM, SIGHUP};

/// timeout(1) and service managers signal a process and then its group: within this time it is one and the same.
constexpr std::int64_t same = 200;  // milliseconds

std::atomic<int> signal_seen{0};
std::atomic<std::int64_t> seen_at{0};  // milliseconds
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<std::int64_t>::is_always_lock_free);
int nothing = -1;  // a descriptor of /dev/null

extern "C" void note_signal(int number) {
    struct timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    std::int64_t const milliseconds = std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
    if (signal_seen.load(std::memory_order_relaxed) != 0) {
        if (milliseconds - seen_at.load(std::memory_order_relaxed) < same) return;
        std::signal(number, SIG_DFL);
        ::raise(number);
        return;
    }
    seen_at.store(milliseconds, std::memory_order_relaxed);
    if (nothing >= 0) ::dup2(nothing, STDIN_FILENO);  // a read that waits begins anew, and finds the end
    signal_seen.store(number, std::memory_order_relaxed);
}

}  // namespace

void heed_signals() {
    nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    struct sigaction action {};
    action.sa_handler = note_signal;
    sigfillset(&action.sa_mask);
    for (int const number : heeded) {
        struct sigaction before {};
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) ::sigaction(number, &action, nullptr);
    }
}

int interruption() noexcept { return signal_seen.load(std::memory_order_relaxed); }

}  // namespace ibid::tools
