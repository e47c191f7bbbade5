// Runs a command and tells what it used: a small process to start it from, for the kernel counts the memory of the
// process that forked into the peak of the one that came of it, and a script's interpreter would be a floor below it.
// usage: ibid_peak DESCRIPTOR SECONDS COMMAND ARGUMENT...
// Tells on the descriptor: exit code (128 + signal, or 124 if it was stopped after SECONDS), peak memory of its
// largest process in KiB, CPU seconds of all of them.

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
    child = fork();
    if (child == 0) {
        setpgid(0, 0);  // so that all it starts can be stopped
        close(tell);
        execvp(argv[3], argv + 3);
        std::perror(argv[3]);
        _exit(127);
    }
    std::signal(SIGALRM, stop);
    alarm(static_cast<unsigned>(std::atoi(argv[2])));
    int status = 0;
    rusage used{};
    while (wait4(child, &status, 0, &used) < 0) {}
    int const code = stopped != 0 ? 124 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    dprintf(tell, "%d %ld %.6f\n", code, used.ru_maxrss, seconds(used.ru_utime) + seconds(used.ru_stime));
}
