// Drives a fuzz target where there is no libFuzzer: every seed, every prefix of the short ones, then mutations in a
// sequence that is always the same. No coverage guides it; it is a smoke test, which finds the crude faults.
// usage: fuzz_NAME RUNS SEED_FILE_OR_FOLDER...

#include "fuzz/padded.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t max_length = 4096;    // longer seeds are cut: time goes into variety
constexpr std::size_t prefix_length = 300;  // of seeds up to here every prefix is tried
constexpr unsigned patience = 10;           // seconds for one input

std::string current;  // what the target is looking at

/// Tells which input it was, for a signal may come at any time, then ends as the signal would have.
void report(int signal) {
    std::ofstream("fuzz-input", std::ios::binary).write(current.data(), static_cast<std::streamsize>(current.size()));
    std::fprintf(stderr, "signal %d (%s) on an input of %zu bytes, kept as ./fuzz-input\n", signal,
                 signal == SIGALRM ? "it takes too long" : "a crash", current.size());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void try_input() {
    alarm(patience);
    LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(current.data()), current.size());
}

std::vector<std::string> read_seeds(int count, char** paths) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < count; ++i) {
        if (std::filesystem::is_directory(paths[i])) {
            for (auto const& entry : std::filesystem::recursive_directory_iterator(paths[i]))
                if (entry.is_regular_file()) files.push_back(entry.path());
        } else if (std::filesystem::exists(paths[i])) {
            files.emplace_back(paths[i]);
        }
    }
    std::sort(files.begin(), files.end());  // the order of a folder is not the same everywhere
    std::vector<std::string> seeds{""};
    for (auto const& file : files) {
        std::ifstream in(file, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        text.resize(std::min(text.size(), max_length));
        seeds.push_back(std::move(text));
    }
    return seeds;
}

constexpr std::array<std::string_view, 40> morsels{
    "{", "}", "\"", "\\", "@", "#", ",", "=", "%", "$", "~", "(", ")", "[", "]", ":", "\n", "\r\n", "\t", " ",
    "@string{", "@comment{", "@article{k,", "\n@book{", "{{{{{{{{", "}}}}}}}}", "ER  - \n", "TY  - JOUR\n", "\\u0000",
    "\\ud800", "<i>", "</i>", " and ", "\\'{", "--", "\xEF\xBB\xBF", "\xC3", "\xF4\x90\x80\x80", "\xFF\xFE", "9999999999",
};

void mutate(std::string& text, std::vector<std::string> const& seeds, std::mt19937& random) {
    auto const below = [&](std::size_t end) { return end == 0 ? 0 : random() % end; };
    for (auto edits = 1 + below(6); edits != 0; --edits) {
        auto const at = below(text.size() + 1);
        switch (below(7)) {
        case 0: text.insert(at, morsels[below(morsels.size())]); break;
        case 1: text.erase(at, 1 + below(30)); break;
        case 2: text.resize(at); break;
        case 3: text.insert(at, text.substr(below(text.size()), below(60))); break;
        case 4:
            if (at < text.size()) text[at] = static_cast<char>(random());
            break;
        case 5:  // targets read their choices from the end
            for (int i = 0; i < 4; ++i) text.push_back(static_cast<char>(random()));
            break;
        default: {
            auto const& other = seeds[below(seeds.size())];
            text.insert(at, other.substr(below(other.size()), below(200)));
        }
        }
    }
    text.resize(std::min(text.size(), max_length));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: %s RUNS SEED...\n", argv[0]), 2;
    for (int const signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS, SIGALRM}) std::signal(signal, report);

    auto const runs = std::strtoul(argv[1], nullptr, 10);
    auto const seeds = read_seeds(argc - 2, argv + 2);
    std::size_t tried = 0;
    for (auto const& seed : seeds) {
        current = seed;
        try_input();
        ++tried;
        if (seed.size() > prefix_length) continue;
        for (std::size_t length = 0; length < seed.size(); ++length, ++tried) {
            current.assign(seed, 0, length);
            try_input();
        }
    }
    std::mt19937 random(1);
    for (unsigned long run = 0; run < runs; ++run, ++tried) {
        current = seeds[random() % seeds.size()];
        mutate(current, seeds, random);
        try_input();
    }
    std::printf("%zu inputs from %zu seeds\n", tried, seeds.size());
}
