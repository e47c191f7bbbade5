// Files: folders are walked in the order of names, so that the same command gives the same output everywhere.
#include "files.hpp"

#include "format_choice.hpp"
#include "target.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <sys/stat.h>

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

/// The members of an archive that are wanted. Archives in it stay among them, for somebody to be told of.
std::vector<Input> members_of(fs::path const& path, fs::path const& below, Holdings const& holdings) {
    Diagnostics unheard;  // who reads it tells
    std::shared_ptr<Archive> const archive = open_archive(path, unheard, holdings.limits);
    if (archive == nullptr) return {{path, path.filename()}};
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < archive->members().size(); ++i) {
        fs::path const& file = archive->members()[i].relative;
        bool const hidden = std::any_of(file.begin(), file.end(), is_hidden);
        if (!hidden && (is_wanted(file, holdings.only) || is_named_archive(file)) && holdings.rules.admits(file))
            inputs.push_back({path, below / file, archive, i});
    }
    return inputs;
}

/// What is in a folder, with paths below `below`.
void walk(fs::path const& folder, fs::path const& below, Holdings const& holdings, std::vector<Input>& inputs) {
    std::vector<Input> found;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code unknown;
        bool const hidden = is_hidden(at->path().filename());
        auto const relative = [&] { return at->path().lexically_relative(folder); };
        if (at->is_directory(unknown)) {
            bool const is_output = !holdings.not_in.empty() && same_file(at->path(), holdings.not_in);
            if (hidden || is_output || holdings.rules.excludes(relative())) at.disable_recursion_pending();
        } else if (!hidden && (is_named_archive(at->path()) || is_wanted(at->path(), holdings.only)) && at->is_regular_file(unknown)) {
            found.push_back({at->path(), relative()});
        }
    }
    std::sort(found.begin(), found.end(), [](Input const& a, Input const& b) { return a.path < b.path; });
    for (Input& input : found) {
        if (!is_named_archive(input.path) || !is_archive(input.path)) {
            if (!is_wanted(input.path, holdings.only) || !holdings.rules.admits(input.relative)) continue;
            input.relative = below / input.relative;
            inputs.push_back(std::move(input));
        } else if (!holdings.rules.excludes(input.relative)) {
            auto members = members_of(input.path, below / input.relative.replace_extension(), holdings);
            std::move(members.begin(), members.end(), std::back_inserter(inputs));
        }
    }
}

/// The path as one below a folder: no root, and nothing that leads out of it.
fs::path below_a_folder(fs::path const& path) {
    fs::path made;
    for (fs::path const& part : path.lexically_normal().relative_path())
        if (part != ".." && part != ".") made /= part;
    return made;
}

}  // namespace

std::string Input::name() const {
    return archive == nullptr ? path.string() : path.string() + "/" + archive->members()[member].name;
}

std::string Input::file_name() const {
    if (is_standard()) return {};
    return (archive == nullptr ? path : archive->members()[member].relative).filename().string();
}

std::vector<Input> inputs_of(std::vector<std::string> const& operands, Holdings const& holdings, bool keep_folders) {
    std::vector<Input> inputs;
    for (std::string const& operand : operands) {
        std::error_code error;
        fs::path const below = keep_folders ? below_a_folder(operand) : fs::path{};
        if (operand != standard_stream && fs::is_directory(operand, error))
            walk(operand, below, holdings, inputs);
        else if (auto members = is_archive(operand) ? members_of(operand, fs::path(below).replace_extension(), holdings) : std::vector<Input>{};
                 !members.empty())
            std::move(members.begin(), members.end(), std::back_inserter(inputs));
        else
            inputs.push_back({operand, keep_folders ? below : fs::path(operand).filename()});
    }
    return inputs;
}

std::vector<std::string> or_standard_input(std::vector<std::string> operands) {
    if (operands.empty()) operands.emplace_back(standard_stream);
    return operands;
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
    // Most outputs are not there yet, and then no input needs to be looked at.
    using Identity = std::pair<dev_t, ino_t>;
    auto const identity = [](fs::path const& path) {
        struct stat status {};
        bool const is_file = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
        return is_file ? std::optional<Identity>({status.st_dev, status.st_ino}) : std::nullopt;
    };
    std::multimap<Identity, Job const*> outputs;
    for (Job const& job : jobs)
        if (auto const file = identity(job.output)) outputs.emplace(*file, &job);
    if (outputs.empty()) return;
    std::error_code error;
    for (Job const& job : jobs)
        for (Input const& input : job.inputs) {
            auto const file = input.is_standard() ? std::nullopt : identity(input.path);
            if (!file) continue;
            auto const [begin, end] = outputs.equal_range(*file);
            for (auto at = begin; at != end; ++at) {
                fs::path const& output = at->second->output;
                // Of two hard links the other one stays.
                if (fs::weakly_canonical(input.path, error) != fs::weakly_canonical(output, error)) continue;
                if (may_rewrite && at->second == &job && job.inputs.size() == 1 && input.archive == nullptr) continue;
                throw UsageError(output.string() + " is an input and would be overwritten");
            }
        }
}

void refuse_overwriting_by_parts(std::vector<Job> const& jobs) {
    std::multimap<std::string, Job const*> outputs;
    for (Job const& job : jobs) outputs.emplace(job.output.filename().string(), &job);
    for (Job const& from : jobs)
        for (Input const& input : from.inputs) {
            if (input.is_standard()) continue;
            for (std::string const& whole : wholes_of_part(input.path)) {
                auto const [begin, end] = outputs.equal_range(whole);
                for (auto at = begin; at != end; ++at)
                    if (is_part_of(input.path, at->second->output)) throw UsageError(input.path.string() + " is an input and might be overwritten");
            }
        }
}

}  // namespace ibid::tools
