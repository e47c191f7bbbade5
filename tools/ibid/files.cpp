// Files: folders are walked in the order of names, so that the same command gives the same output everywhere.
#include "files.hpp"

#include "format_choice.hpp"
#include "target.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace ibid::tools {

namespace fs = std::filesystem;

namespace {

bool same_file(fs::path const& a, fs::path const& b) {
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

/// Whether a file in a folder or an archive is meant: macOS and its archives have hidden ones beside each file.
bool is_hidden(fs::path const& file) { return file.native().starts_with('.') || file.native() == "__MACOSX"; }

bool is_named_archive(fs::path const& file) {
    auto const is = [&](char const* extension) { return file.extension() == extension; };
    return is(".zip") || is(".ZIP");
}

bool is_wanted(fs::path const& file, Format const* only) {
    std::string const name = file.filename().string();
    if (only != nullptr) return has_extension_of(name, *only);
    Format const* const format = format_of_extension(name);
    return format != nullptr && format->make_reader != nullptr;
}

/// The members of an archive that a format reads. Archives in it stay among them, for somebody to be told of.
std::vector<Input> members_of(fs::path const& path, fs::path const& below, Format const* only, DecompressionLimit limit) {
    Diagnostics unheard;  // who reads it tells
    std::shared_ptr<Archive> const archive = open_archive(path, unheard, limit);
    if (archive == nullptr) return {{path, path.filename()}};
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < archive->members().size(); ++i) {
        fs::path const& file = archive->members()[i].relative;
        bool const hidden = std::any_of(file.begin(), file.end(), is_hidden);
        if (!hidden && (is_wanted(file, only) || is_named_archive(file))) inputs.push_back({path, below / file, archive, i});
    }
    return inputs;
}

void walk(fs::path const& folder, Format const* only, fs::path const& not_in, DecompressionLimit limit, std::vector<Input>& inputs) {
    std::vector<Input> found;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code unknown;
        bool const hidden = is_hidden(at->path().filename());
        if (at->is_directory(unknown)) {
            if (hidden || (!not_in.empty() && same_file(at->path(), not_in))) at.disable_recursion_pending();
        } else if (!hidden && at->is_regular_file(unknown) && (is_named_archive(at->path()) || is_wanted(at->path(), only))) {
            found.push_back({at->path(), at->path().lexically_relative(folder)});
        }
    }
    std::sort(found.begin(), found.end(), [](Input const& a, Input const& b) { return a.path < b.path; });
    for (Input& input : found) {
        if (!is_named_archive(input.path) || !is_archive(input.path)) {
            if (is_wanted(input.path, only)) inputs.push_back(std::move(input));
            continue;
        }
        auto members = members_of(input.path, input.relative.replace_extension(), only, limit);
        std::move(members.begin(), members.end(), std::back_inserter(inputs));
    }
}

}  // namespace

std::string Input::name() const {
    return archive == nullptr ? path.string() : path.string() + "/" + archive->members()[member].name;
}

std::string Input::file_name() const {
    if (is_standard()) return {};
    return (archive == nullptr ? path : archive->members()[member].relative).filename().string();
}

std::vector<Input> inputs_of(std::vector<std::string> const& operands, Format const* only, fs::path const& not_in,
                             DecompressionLimit limit) {
    std::vector<Input> inputs;
    if (operands.empty()) inputs.push_back({standard_stream, {}});
    for (std::string const& operand : operands) {
        std::error_code error;
        if (operand != standard_stream && fs::is_directory(operand, error))
            walk(operand, only, not_in, limit, inputs);
        else if (auto members = is_archive(operand) ? members_of(operand, {}, only, limit) : std::vector<Input>{}; !members.empty())
            std::move(members.begin(), members.end(), std::back_inserter(inputs));
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
    std::map<fs::path, std::string> taken;
    for (Input& input : inputs) {
        if (input.is_standard()) throw UsageError("standard input has no name to be written to a folder under");
        fs::path to = fs::path(output) / input.relative;
        to.replace_filename(without_extension(to.filename().string()) + "." + std::string(extension));
        auto const [other, is_new] = taken.emplace(to, input.name());
        if (!is_new)
            throw UsageError(other->second + " and " + input.name() + " would both be written to "
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
        if (may_rewrite && found->second == &job && job.inputs.size() == 1 && job.inputs.front().archive == nullptr) continue;
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
