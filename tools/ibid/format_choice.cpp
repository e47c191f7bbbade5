// Formats and their options: look-ups that answer with what was probably meant.
#include "format_choice.hpp"

#include "suggest.hpp"

#include <ibid/compression.hpp>

#include <algorithm>
#include <cctype>

namespace ibid::tools {

namespace {

std::vector<std::string> words_of(std::string_view list, char separator) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= list.size();) {
        std::size_t const end = std::min(list.find(separator, at), list.size());
        if (end != at) words.emplace_back(list.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// What to say to an id that is none: an extension that was meant as one, or the nearest id.
std::string suggestion(std::string const& id) {
    std::vector<std::string> ids;
    for (Format const* format : all_formats()) {
        ids.emplace_back(format->id);
        auto const extensions = words_of(format->extensions, ' ');
        if (std::find(extensions.begin(), extensions.end(), id) != extensions.end())
            return "; did you mean '" + std::string(format->id) + "'?";
    }
    std::string const near = did_you_mean(id, ids);
    return near.empty() ? "; 'ibid formats' lists them" : near;
}

OptionInfo const* find_option(std::string_view name, std::vector<Format const*> const& formats) {
    for (Format const* format : formats)
        for (OptionInfo const& option : format->options)
            if (option.name == name) return &option;
    return nullptr;
}

/// Whether the value is one of "a|b|c"; words in capitals ("TEXT") stand for anything.
bool allows(OptionInfo const& option, std::string const& value) {
    auto const values = words_of(option.values, '|');
    if (values.size() < 2) {
        bool const digits = std::all_of(value.begin(), value.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
        return option.values != "NUMBER" || (!value.empty() && digits);
    }
    return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Format const& format_named(std::string const& id) {
    if (Format const* const format = find_format(id)) return *format;
    throw UsageError("there is no format '" + id + "'" + suggestion(id));
}

Format const& format_to_read(std::string const& id) {
    Format const& format = format_named(id);
    if (format.make_reader == nullptr) throw UsageError("the format '" + id + "' can only be written");
    return format;
}

Format const& format_to_write(std::string const& id) {
    Format const& format = format_named(id);
    if (format.make_writer == nullptr) throw UsageError("the format '" + id + "' can only be read");
    return format;
}

std::string_view usual_extension(Format const& format) {
    return format.extensions.substr(0, format.extensions.find(' '));
}

namespace {

/// The size of the longest extension of the format that the name ends in, its dot included; 0: none.
std::size_t extension_size(std::string_view file_name, Format const& format) {
    std::size_t longest = 0;
    file_name = without_compression(file_name);
    for (std::string const& extension : words_of(format.extensions, ' ')) {
        std::string const ending = "." + extension;
        if (file_name.size() <= ending.size() || ending.size() <= longest) continue;
        auto const tail = file_name.substr(file_name.size() - ending.size());
        auto const same = [](unsigned char a, unsigned char b) { return std::tolower(a) == b; };
        if (std::equal(tail.begin(), tail.end(), ending.begin(), same)) longest = ending.size();
    }
    return longest;
}

}  // namespace

bool has_extension_of(std::string_view file_name, Format const& format) { return extension_size(file_name, format) != 0; }

std::string without_extension(std::string_view compressed_name) {
    std::string const file_name(without_compression(compressed_name));
    std::size_t longest = 0;
    for (Format const* format : all_formats()) longest = std::max(longest, extension_size(file_name, *format));
    if (longest != 0) return file_name.substr(0, file_name.size() - longest);
    std::size_t const dot = file_name.rfind('.');
    return dot == 0 ? file_name : file_name.substr(0, dot);
}

Format const* format_of_output(std::string_view file_name, Format const& input) {
    Format const* const usual = format_of_extension(file_name);
    bool const same_file_type = usual != nullptr && usual_extension(*usual) == usual_extension(input);
    return same_file_type && has_extension_of(file_name, input) && input.make_writer != nullptr ? &input : usual;
}

bool has_option(Format const& format, std::string_view name) { return find_option(name, {&format}) != nullptr; }

Options format_options(std::vector<std::string> const& given, std::vector<Format const*> const& formats) {
    Options options;
    for (std::string const& pair : given) {
        std::size_t const equals = pair.find('=');
        std::string const name = pair.substr(0, equals);
        std::string const value = equals == std::string::npos ? "true" : pair.substr(equals + 1);
        OptionInfo const* const option = find_option(name, formats);
        if (option == nullptr) {
            std::vector<std::string> names;
            for (Format const* format : formats)
                for (OptionInfo const& known : format->options) names.emplace_back(known.name);
            throw UsageError("no format in use has an option '" + name + "'" + did_you_mean(name, names));
        }
        // Formats may have an option of one name with values of their own.
        std::string values;
        bool const allowed = std::any_of(formats.begin(), formats.end(), [&](Format const* format) {
            OptionInfo const* const own = find_option(name, {format});
            if (own == nullptr) return false;
            if (values.find(own->values) == std::string::npos) values += (values.empty() ? "" : " or ") + std::string(own->values);
            return allows(*own, value);
        });
        if (!allowed) throw UsageError("-O " + name + " is " + values + ", not '" + value + "'");
        options.set(name, value);
    }
    return options;
}

}  // namespace ibid::tools
