// The registry: formats.def as descriptors, and how a format is told from a name or from content.
#include "ibid/format.hpp"

#include "ibid/compression.hpp"

#include <algorithm>
#include <array>
#include <cctype>

// Each format's folder fills its own descriptors in.
#define IBID_FORMAT(id, folder, way, name, extensions, media) \
    namespace ibid::formats::folder {                         \
    void describe_##id(Format& format);                       \
    }
#include "formats/formats.def"
#undef IBID_FORMAT

namespace ibid {
namespace {

/// An identifier of C++ as an id: '-' for '_'.
template <std::size_t N>
constexpr std::array<char, N> dashed(char const (&identifier)[N]) {
    std::array<char, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = identifier[i] == '_' ? '-' : identifier[i];
    return out;
}

#define IBID_FORMAT(id, folder, way, name, extensions, media) \
    constexpr auto id_of_##id = dashed(#id);                        \
    constexpr auto family_of_##id = dashed(#folder);
#include "formats/formats.def"
#undef IBID_FORMAT

std::vector<Format> describe_all() {
    std::vector<Format> all;
#define IBID_FORMAT(format_id, folder, way, format_name, format_extensions, media) \
    {                                                                       \
        Format& f = all.emplace_back();                                     \
        f.id = id_of_##format_id.data();                                           \
        f.family = family_of_##format_id.data();                                   \
        f.name = format_name;                                               \
        f.extensions = format_extensions;                                   \
        f.media_type = media;                                               \
        formats::folder::describe_##format_id(f);                                  \
    }
#include "formats/formats.def"
#undef IBID_FORMAT
    return all;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// Whether the name ends in one of the format's extensions; longer extensions ("ibid.json") tell more than short ones.
std::size_t matched_extension(Format const& format, std::string_view lower_name) {
    std::size_t best = 0;
    std::string_view rest = format.extensions;
    while (!rest.empty()) {
        auto const blank = rest.find(' ');
        auto const extension = rest.substr(0, blank);
        rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
        if (lower_name.size() > extension.size() && lower_name.ends_with(extension) &&
            lower_name[lower_name.size() - extension.size() - 1] == '.')
            best = std::max(best, extension.size());
    }
    return best;
}

/// The formats whose extension the name has, of those with the longest; that of a compression is none.
std::vector<Format const*> by_extension(std::string_view file_name) {
    std::string const name = lower(without_compression(file_name));
    std::vector<Format const*> found;
    std::size_t longest = 0;
    for (Format const* f : all_formats()) {
        std::size_t const length = matched_extension(*f, name);
        if (length == 0 || length < longest) continue;
        if (length > longest) found.clear();
        longest = length;
        found.push_back(f);
    }
    return found;
}

Format const* surest(std::span<Format const* const> candidates, std::string_view beginning) {
    Format const* best = nullptr;
    int sureness = 0;
    for (Format const* f : candidates) {
        int const sure = f->make_reader != nullptr && f->recognise != nullptr ? f->recognise(beginning) : 0;
        if (sure > sureness) best = f, sureness = sure;
    }
    return best;
}

}  // namespace

std::span<Format const* const> all_formats() noexcept {
    static std::vector<Format> const all = describe_all();
    static std::vector<Format const*> const pointers = [] {
        std::vector<Format const*> out;
        for (Format const& f : all) out.push_back(&f);
        return out;
    }();
    return pointers;
}

Format const* find_format(std::string_view id) noexcept {
    for (Format const* f : all_formats())
        if (f->id == id) return f;
    return nullptr;
}

Format const* detect_format(std::string_view file_name, std::string_view beginning) noexcept {
    auto const named = by_extension(file_name);
    if (named.size() == 1 && named.front()->recognise == nullptr) return named.front();
    if (Format const* told = surest(named, beginning); told != nullptr) return told;
    if (Format const* told = surest(all_formats(), beginning); told != nullptr) return told;
    return named.empty() ? nullptr : named.front();
}

Format const* format_of_extension(std::string_view file_name) noexcept {
    auto const named = by_extension(file_name);
    return named.empty() ? nullptr : named.front();
}

void Options::set(std::string_view name, std::string_view value) {
    for (auto& [known, old] : values_)
        if (known == name) {
            old = value;
            return;
        }
    values_.emplace_back(name, value);
}

std::string_view Options::get(std::string_view name, std::string_view default_value) const noexcept {
    for (auto const& [known, value] : values_)
        if (known == name) return value;
    return default_value;
}

bool Options::flag(std::string_view name, bool default_value) const noexcept {
    std::string_view const value = get(name, {});
    if (value.empty()) return default_value;
    return value == "true" || value == "yes" || value == "on" || value == "1";
}

}  // namespace ibid
