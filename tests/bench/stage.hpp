// A stage: a part of the way from file to file that is measured by itself. bench.cpp runs one; the stages_*.cpp
// say what they are.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace ibid::bench {

/// What one run of a stage got through; instructions and time are divided by it.
struct Work {
    std::size_t bytes = 0;    ///< of what the stage's unit says
    std::size_t fields = 0;   ///< fields, tags or variables that the stage saw; 0: not counted
    std::size_t records = 0;
};

/// The file under measurement, in memory with 64 readable bytes behind its end, and the formats of the stage's name.
struct Input {
    std::string_view text;
    std::string_view from;  ///< format id: convert:FROM:TO, else that of the file
    std::string_view to;    ///< format id, or empty
};

/// A stage that is ready for a file. `set_up` is never measured and comes before each `run`.
struct Job {
    std::function<void()> set_up;
    std::function<Work()> run;
};

struct Stage {
    std::string_view name;  ///< "raw_bibtex"; "convert" and "write" take formats behind colons
    std::string_view unit;  ///< what Work::bytes counts: "input byte", "value byte", "output byte"
    Job (*prepare)(Input const& input);
};

std::span<Stage const> parsing_stages();  ///< stages_parsing.cpp: bytes to tree
std::span<Stage const> text_stages();     ///< stages_text.cpp: what is inside values
std::span<Stage const> whole_stages();    ///< stages_whole.cpp: records to bytes, file to file

}  // namespace ibid::bench
