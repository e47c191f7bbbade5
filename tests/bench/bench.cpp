// Runs one stage over one file: once to warm up, once to be counted (under callgrind, which counts nothing else), or
// as often as half a second allows, to be timed. tests/bench/run calls it and judges what it says.
// usage: ibid_bench STAGE[:FROM:TO] FILE | ibid_bench --list

#include "bench/stage.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <limits>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_TOGGLE_COLLECT static_cast<void>(0)
#define RUNNING_ON_VALGRIND 0
#endif

namespace {

using namespace ibid::bench;

constexpr std::size_t padding = 64;
constexpr double timing_seconds = 0.5;

std::vector<Stage> all_stages() {
    std::vector<Stage> all;
    for (auto const stages : {parsing_stages(), text_stages(), whole_stages()})
        all.insert(all.end(), stages.begin(), stages.end());
    return all;
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double best_time(Job const& job) {
    double best = std::numeric_limits<double>::max();
    for (double spent = 0; spent < timing_seconds;) {
        job.set_up();
        auto const begin = cpu_seconds();
        job.run();
        auto const took = cpu_seconds() - begin;
        best = std::min(best, took);
        spent += std::max(took, 1e-3);
    }
    return best;
}

Work counted(Job const& job) {
    job.set_up();
#ifdef __GLIBC__
    malloc_trim(0);  // what set_up() has freed is put in order at the next large request, else
#endif
    CALLGRIND_TOGGLE_COLLECT;
    auto const work = job.run();
    CALLGRIND_TOGGLE_COLLECT;
    return work;
}

std::string read_padded(char const* path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return {};
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.append(padding, '\0');
    return text;
}

/// Of this process alone: getrusage() would count the one that started it as well.
long peak_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}

/// The part of a name behind its n-th colon, up to the next.
std::string_view part(std::string_view name, int n) {
    for (; n != 0; --n) {
        auto const colon = name.find(':');
        if (colon == name.npos) return {};
        name.remove_prefix(colon + 1);
    }
    return name.substr(0, name.find(':'));
}

int run(std::string_view name, char const* path) {
    auto const text = read_padded(path);
    if (text.empty()) return std::fprintf(stderr, "ibid_bench: %s cannot be read\n", path), 3;
    auto const stages = all_stages();
    auto const stage = std::find_if(stages.begin(), stages.end(), [&](Stage const& s) { return s.name == part(name, 0); });
    if (stage == stages.end()) return std::fprintf(stderr, "ibid_bench: no such stage; see --list\n"), 2;

    auto const job = stage->prepare({{text.data(), text.size() - padding}, part(name, 1), part(name, 2)});
    job.set_up();
    job.run();
    auto const work = counted(job);
    auto const seconds = RUNNING_ON_VALGRIND ? 0.0 : best_time(job);
    std::printf(R"({"unit": "%.*s", "bytes": %zu, "fields": %zu, "records": %zu, "seconds": %.9f, "peak_kib": %ld})"
                "\n", static_cast<int>(stage->unit.size()), stage->unit.data(), work.bytes, work.fields, work.records,
                seconds, peak_kib());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--list") {
        for (auto const& stage : all_stages())
            std::printf("%-16s per %s\n", std::string(stage.name).c_str(), std::string(stage.unit).c_str());
        return 0;
    }
    if (argc != 3) return std::fprintf(stderr, "usage: ibid_bench STAGE[:FROM:TO] FILE | ibid_bench --list\n"), 2;
    try {
        return run(argv[1], argv[2]);
    } catch (std::exception const& error) {
        return std::fprintf(stderr, "ibid_bench: %s\n", error.what()), 4;
    }
}
