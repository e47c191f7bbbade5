// Files: folders are walked in the order of names, so that the same command gives the same output everywhere.
#include "files.hpp"

#include "format_choice.hpp"
#include "target.hpp"

#include <algorithm>
#include <map>

namespace ibid::tools {

namespace fs = std::filesystem;

namespace {

bool same_file(fs::path const& a, fs::path const& b) {
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

bool is_wanted(fs::path const& file, Format const* only) {
    std::string const name = file.filename().string();
    if (only != nullptr) return has_extension_of(name, *only);
    Format const* const format = format_of_extension(name);
    return format != nullptr && format->make_reader != nullptr;
}

void walk(fs::path const& folder, Format const* only, fs::path const& not_in, std::vector<Input>& inputs) {
    std::vector<Input> found;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code unknown;
        bool const hidden = at->path().filename().native().starts_with('.');
        if (at->is_directory(unknown)) {
            if (hidden || (!not_in.empty() && same_file(at->path(), not_in))) at.disable_recursion_pending();
        } else if (!hidden && at->is_regular_file(unknown) && is_wanted(at->path(), only)) {
            found.push_back({at->path(), at->path().lexically_relative(folder)});
        }
    }
    std::sort(found.begin(), found.end(), [](Input const& a, Input const& b) { return a.path < b.path; });
    inputs.insert(inputs.end(), found.begin(), found.end());
}

}  // namespace

std::vector<Input> inputs_of(std::vector<std::string> const& operands, Format const* only, fs::path const& not_in) {
    std::vector<Input> inputs;
    if (operands.empty()) inputs.push_back({standard_stream, {}});
    for (std::string const& operand : operands) {
        std::error_code error;
        if (operand != standard_stream && fs::is_directory(operand, error))
            walk(operand, only, not_in, inputs);
        else
            inputs.push_back({operand, fs::path(operand).filename()});
    }
    return inputs;
}

bool names_folder(std::string const& output) {
    std::error_code error;
    return output.ends_with('/') || (output != standard_stream && fs::is_directory(output, error));
}

std::vector<Job> jobs_of(std::vector<Input> inputs, std::string const& output, std::string_view extension) {
    if (!names_folder(output)) return {{std::move(inputs), output, false}};
    std::vector<Job> jobs;
    std::map<fs::path, fs::path> taken;
    for (Input& input : inputs) {
        if (input.is_standard()) throw UsageError("standard input has no name to be written to a folder under");
        fs::path to = fs::path(output) / input.relative;
        to.replace_filename(without_extension(to.filename().string()) + "." + std::string(extension));
        auto const [other, is_new] = taken.emplace(to, input.path);
        if (!is_new)
            throw UsageError(other->second.string() + " and " + input.path.string() + " would both be written to "
                             + to.string());
        jobs.push_back({{std::move(input)}, std::move(to), true});
    }
    return jobs;
}

void refuse_overwriting(std::vector<Job> const& jobs, bool may_rewrite) {
    std::error_code error;
    std::map<fs::path, Job const*> inputs;
    for (Job const& job : jobs)
        for (Input const& input : job.inputs)
            if (!input.is_standard()) inputs.emplace(fs::weakly_canonical(input.path, error), &job);
    for (Job const& job : jobs) {
        if (!fs::is_regular_file(job.output, error)) continue;
        auto const found = inputs.find(fs::weakly_canonical(job.output, error));
        if (found == inputs.end()) continue;
        if (may_rewrite && found->second == &job && job.inputs.size() == 1) continue;
        throw UsageError(job.output.string() + " is an input and would be overwritten");
    }
}

void refuse_overwriting_by_parts(std::vector<Job> const& jobs) {
    for (Job const& from : jobs)
        for (Input const& input : from.inputs)
            for (Job const& to : jobs)
                if (!input.is_standard() && is_part_of(input.path, to.output))
                    throw UsageError(input.path.string() + " is an input and might be overwritten");
}

}  // namespace ibid::tools
