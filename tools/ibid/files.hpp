// Files: which inputs a command line names, and which outputs they go to. Nothing is opened here but the directories of
// archives.
#pragma once

#include "batch/glob.hpp"

#include <ibid/archive.hpp>
#include <ibid/format.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ibid::tools {

/// The operand and the value of -o that stand for standard input and output.
inline constexpr char standard_stream[] = "-";

/// One input.
struct Input {
    std::filesystem::path path;      ///< as given, or found in a folder that was given; "-" for standard input
    std::filesystem::path relative;  ///< what follows the folder or archive that was given; else the file's name
    std::shared_ptr<Archive> archive{};  ///< the one at `path`, if a member of it is meant; else null
    std::size_t member = 0;

    [[nodiscard]] bool is_standard() const { return path == standard_stream; }
    /// For messages: the path, and the member behind it.
    [[nodiscard]] std::string name() const;
    /// What tells the format: the last part of the name; empty for standard input.
    [[nodiscard]] std::string file_name() const;
};

/// What folders and archives stand for.
struct Holdings {
    Format const* only = nullptr;     ///< files of this format; null: of any that can be read
    Limits limits{};                  ///< of what is in archives
    std::filesystem::path not_in{};   ///< a folder that is left out
    PathRules rules{};                ///< held against the path below the folder or in the archive
};

/// The inputs that the operands name. A folder stands for the files in it and below whose extension a format reads, sorted.
/// A zip archive stands for its members of that kind, in its order; one that has none, or is damaged, stands for itself.
/// `keep_folders`: what was named goes to a path below an output folder as it was named, not to its last part.
std::vector<Input> inputs_of(std::vector<std::string> const& operands, Holdings const& holdings, bool keep_folders = false);

/// The operands, or "-" if there are none.
std::vector<std::string> or_standard_input(std::vector<std::string> operands);

/// Inputs that go to one output.
struct Job {
    std::vector<Input> inputs;
    std::filesystem::path output;  ///< "-" for standard output
    bool in_folder = false;        ///< the output is a new file in a folder, which is made if need be
};

/// Whether a value of -o means a folder: it ends in a slash, or is one.
bool names_folder(std::string const& output);

/// One job for all inputs, or one for each if `output` names a folder; `extension` is that of the new files: "ris", "ris.gz".
/// Throws UsageError if two inputs would go to one file, or standard input to a folder.
std::vector<Job> jobs_of(std::vector<Input> inputs, std::string const& output, std::string_view extension);

/// Throws UsageError if an output is one of the inputs, save a job's only one when `may_rewrite`.
void refuse_overwriting(std::vector<Job> const& jobs, bool may_rewrite);
/// Throws UsageError if an input has the name of a part of an output (target.hpp).
void refuse_overwriting_by_parts(std::vector<Job> const& jobs);

}  // namespace ibid::tools
