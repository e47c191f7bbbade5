// Options of the command line, by Boost.ProgramOptions.
#include "options.hpp"

#include "suggest.hpp"

#include <boost/program_options.hpp>

#include <algorithm>

namespace ibid::tools {

namespace po = boost::program_options;

namespace {

constexpr char const* operand_name = "operand";

po::options_description description_of(OptionTable const& table) {
    po::options_description description;
    for (Option const& option : table) {
        std::string const names = option.short_name != 0 ? option.long_name + "," + option.short_name : option.long_name;
        if (option.parameter.empty())
            description.add_options()(names.c_str(), "");
        else
            description.add_options()(names.c_str(), po::value<std::vector<std::string>>(), "");
    }
    description.add_options()(operand_name, po::value<std::vector<std::string>>(), "");
    return description;
}

[[noreturn]] void fail_unknown(OptionTable const& table, std::string const& given) {
    std::vector<std::string> names;
    for (Option const& option : table) names.push_back("--" + option.long_name);
    throw UsageError("unknown option '" + given + "'" + did_you_mean(given, names));
}

}  // namespace

std::string Arguments::get(std::string const& name, std::string default_value) const {
    auto const found = values_.find(name);
    return found == values_.end() ? std::move(default_value) : found->second.back();
}

std::vector<std::string> Arguments::all(std::string const& name) const {
    auto const found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

Arguments parse(OptionTable const& table, std::vector<std::string> const& words) {
    namespace style = po::command_line_style;
    auto const description = description_of(table);
    po::positional_options_description positions;
    positions.add(operand_name, -1);
    Arguments arguments;
    try {
        auto const parsed = po::command_line_parser(words)
                                .options(description)
                                .positional(positions)
                                .style(style::unix_style & ~style::allow_guessing)
                                .run();
        for (auto const& option : parsed.options) {
            if (option.string_key == operand_name)
                arguments.operands.insert(arguments.operands.end(), option.value.begin(), option.value.end());
            else
                arguments.add(option.string_key, option.value.empty() ? std::string{} : option.value.front());
        }
    } catch (po::unknown_option const& error) {
        fail_unknown(table, error.get_option_name());
    } catch (po::error const& error) {
        throw UsageError(error.what());
    }
    return arguments;
}

std::string describe(OptionTable const& table) {
    std::vector<std::string> left;
    std::size_t width = 0;
    for (Option const& option : table) {
        std::string names = option.short_name != 0 ? std::string("-") + option.short_name + ", " : "    ";
        names += "--" + option.long_name;
        if (!option.parameter.empty()) names += " " + option.parameter;
        width = std::max(width, names.size());
        left.push_back(std::move(names));
    }
    std::string text;
    for (std::size_t i = 0; i < table.size(); ++i)
        text += "  " + left[i] + std::string(width - left[i].size() + 2, ' ') + table[i].help + "\n";
    return text;
}

}  // namespace ibid::tools
