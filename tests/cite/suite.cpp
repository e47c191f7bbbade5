// Runs the official CSL test-suite: `suite [-v] [--write] FOLDER LOCALES [PATTERN]`. It prints what fails and a summary;
// with -v what was expected and what came. A list of the cases that pass is kept in passing.txt: a case that is in the list
// and fails, or passes and is not in the list, makes the answer 1; --write renews the list. PATTERN: a part of the names.
#include "case.hpp"

#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#ifndef IBID_PASSING
#define IBID_PASSING "passing.txt"
#endif

namespace {

using namespace ibid::cite::suite;

struct Arguments {
    bool verbose = false, quiet = false, renew = false;
    std::vector<std::string> rest{};
};

std::set<std::string> read_list(char const* path) {
    std::set<std::string> names;
    std::ifstream stream(path);
    std::string line;
    while (std::getline(stream, line))
        if (!line.empty() && line.front() != '#') names.insert(line);
    return names;
}

void write_list(char const* path, std::set<std::string> const& names) {
    std::ofstream stream(path);
    stream << "# Cases of the official CSL test-suite that pass; made by `suite --write`.\n";
    for (std::string const& name : names) stream << name << '\n';
}

struct Count {
    int passed = 0, all = 0;
};

void show(Case const& test, std::string_view result, std::vector<std::string> const& complaints) {
    for (std::string const& complaint : complaints) std::cout << "    ! " << complaint << '\n';
    auto const lines = [](char mark, std::string_view text) {
        for (;;) {
            std::size_t const end = text.find('\n');
            std::cout << "    " << mark << ' ' << text.substr(0, end) << '\n';
            if (end == std::string_view::npos) return;
            text.remove_prefix(end + 1);
        }
    };
    lines('-', test.section("RESULT"));
    lines('+', result);
}

int run(Arguments const& arguments) {
    std::string const pattern = arguments.rest.size() > 2 ? arguments.rest[2] : "";
    Engine const engine{arguments.rest[1]};
    std::set<std::string> const listed = read_list(IBID_PASSING);
    std::set<std::string> passing;
    std::map<std::string, Count, std::less<>> counts;
    Count total;
    int surprises = 0;
    auto const begin = std::chrono::steady_clock::now();
    std::vector<Case> const cases = read_cases(arguments.rest[0]);
    if (cases.empty()) {
        std::cout << "the test-suite is not there: " << arguments.rest[0] << " has no case\n";
        return 77;
    }
    for (Case const& test : cases) {
        if (test.name.find(pattern) == std::string::npos) continue;
        std::vector<std::string> complaints;
        std::string result;
        try {
            result = engine.run(test, complaints);
        } catch (std::exception const& error) {  // of the JSON library
            complaints.emplace_back(error.what());
        }
        bool const good = complaints.empty() || !result.empty() ? result == test.section("RESULT") : false;
        Count& count = counts[std::string(test.prefix())];
        ++count.all, ++total.all;
        if (good) ++count.passed, ++total.passed, passing.insert(test.name);
        bool const surprise = listed.contains(test.name) != good;
        if (surprise) ++surprises;
        if (!good || surprise)
            std::cout << (good ? "pass " : "FAIL ") << test.name << (surprise ? good ? " (not listed)" : " (new)" : "") << '\n';
        if (!good && arguments.verbose) show(test, result, complaints);
    }
    std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - begin;
    for (auto const& [prefix, count] : counts)
        std::printf("%-14s %3d / %3d\n", prefix.c_str(), count.passed, count.all);
    std::printf("%-14s %3d / %3d   %.2f s\n", "all", total.passed, total.all, seconds.count());
    if (arguments.renew && pattern.empty()) {
        write_list(IBID_PASSING, passing);
        return 0;
    }
    return surprises == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        std::string_view const argument = argv[i];
        if (argument == "-v") arguments.verbose = true;
        else if (argument == "--write") arguments.renew = true;
        else arguments.rest.emplace_back(argument);
    }
    if (arguments.rest.size() < 2 || arguments.rest.size() > 3) {
        std::cerr << "usage: suite [-v] [--write] FOLDER LOCALES [PATTERN]\n";
        return 2;
    }
    return run(arguments);
}
