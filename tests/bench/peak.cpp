// Runs a command and tells what it used: a small process to start it from, for the kernel counts the memory of the
// process that forked into the peak of the one that came of it, and a script's interpreter would be a floor below it.
// usage: ibid_peak DESCRIPTOR SECONDS COMMAND ARGUMENT...
// Tells on the descriptor: exit code (128 + signal, or 124 if it was stopped), peak memory of its largest process in KiB,
// CPU seconds of all of them. A process is stopped after SECONDS of CPU, for a clock says how busy a machine is; all of
// them after twenty times as long by the clock, lest one that waits waits for ever.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

pid_t child = 0;
volatile sig_atomic_t stopped = 0;

void stop(int) {
    stopped = 1;
    kill(-child, SIGKILL);
}

double seconds(timeval const& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; }

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return std::fprintf(stderr, "usage: ibid_peak DESCRIPTOR SECONDS COMMAND ARGUMENT...\n"), 2;
    int const tell = std::atoi(argv[1]);
    auto const limit = static_cast<rlim_t>(std::atoi(argv[2]));
    child = fork();
    if (child == 0) {
        rlimit const cpu{limit, limit + 1};
        setrlimit(RLIMIT_CPU, &cpu);
        setpgid(0, 0);  // so that all it starts can be stopped
        close(tell);
        execvp(argv[3], argv + 3);
        std::perror(argv[3]);
        _exit(127);
    }
    std::signal(SIGALRM, stop);
    alarm(static_cast<unsigned>(20 * limit));
    int status = 0;
    rusage used{};
    while (wait4(child, &status, 0, &used) < 0) {}
    // In a pipe the last process ends well when another one was stopped.
    double const spent = seconds(used.ru_utime) + seconds(used.ru_stime);
    int const code = stopped != 0 || spent >= static_cast<double>(limit) ? 124 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    dprintf(tell, "%d %ld %.6f\n", code, used.ru_maxrss, spent);
}
