// Colons and semicolons, escaped or not.
#include "text/file_paths.hpp"

namespace ibid::text {
namespace {

/// The parts of a value between separators that no backslash stands before.
std::vector<std::string_view> split(std::string_view value, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
            ++i;
        } else if (value[i] == separator) {
            parts.push_back(value.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(value.substr(begin));
    return parts;
}

std::string_view unescaped(std::string_view path, Arena& arena) {
    if (path.find('\\') == std::string_view::npos) return path;
    char* to = arena.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        bool const escapes = path[i] == '\\' && i + 1 < path.size() && (path[i + 1] == ':' || path[i + 1] == ';' || path[i + 1] == '\\');
        *to++ = escapes ? path[++i] : path[i];
    }
    return arena.commit(to);
}

/// "PDF", "application/pdf", "text/html", "" : nothing that a path would end in.
bool is_type(std::string_view part) noexcept { return part.size() <= 80 && part.find_first_of(" .\\") == std::string_view::npos; }

}  // namespace

std::vector<std::string_view> listed_paths(std::string_view value, Arena& arena) {
    std::vector<std::string_view> paths;
    for (std::string_view const entry : split(value, ';')) {
        std::vector<std::string_view> const parts = split(entry, ':');
        if (entry.empty()) continue;
        if (parts.size() != 3 || parts[1].empty() || parts[1].starts_with("//") || !is_type(parts[2])) return {};
        paths.push_back(unescaped(parts[1], arena));
    }
    return paths;
}

std::string_view join_paths(List paths, Arena& arena) {
    std::size_t room = 0;
    for (Text const& path : paths) room += path.plain.size() * 2 + 3;
    char* to = arena.reserve(room);
    for (Text const& path : paths) {
        if (&path != paths.data()) *to++ = ';';
        *to++ = ':';
        for (char const c : path.plain) {
            if (c == ':' || c == ';' || c == '\\') *to++ = '\\';
            *to++ = c;
        }
        *to++ = ':';
    }
    return arena.commit(to);
}

}  // namespace ibid::text
