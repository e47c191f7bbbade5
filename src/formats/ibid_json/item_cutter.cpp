// ItemCutter: where items begin and end. A value is scanned once, however often the window grows meanwhile.
#include "formats/ibid_json/item_cutter.hpp"

#include "formats/ibid_json/layout.hpp"

#include <string>

namespace ibid::formats::ibid_json {

namespace {
constexpr std::string_view behind_scalar = ",:]} \t\r\n";
}

/// The byte of the window at an offset; false if the file ends before it.
bool ItemCutter::read(std::size_t at, char& c) {
    while (at >= source_.window().size())
        if (!source_.more()) return false;
    c = source_.window()[at];
    return true;
}

/// Goes to what stands behind blanks, commas and colons; false at the end of the file.
bool ItemCutter::skip_separators() {
    char c = 0;
    while (read(used_, c)) {
        bool const separates = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':';
        if (!separates) return true;
        if (++used_ == source_.window().size()) {
            source_.consume(used_);
            used_ = 0;
        }
    }
    return false;
}

/// Goes over one value: `size` says how long it is; one that is not kept is given up on the way.
ItemCutter::Found ItemCutter::skip_value(bool keep, std::size_t& size) {
    std::size_t at = used_, depth = 0;
    bool in_string = false, escaped = false, deep = false, large = false, ends = false;
    char c = 0;
    for (; !ends && read(at, c); ++at) {
        if (escaped) escaped = false;
        else if (in_string && c == '\\') escaped = true;
        else if (in_string && (c == '"' || c == '\n')) in_string = false, ends = depth == 0;  // none has a raw line end
        else if (in_string) continue;
        else if (c == '"') in_string = true;
        else if (c == '{' || c == '[') ++depth;
        else if ((c == '}' || c == ']') && depth != 0) ends = --depth == 0;
        else if (depth == 0 && at != used_ && behind_scalar.find(c) != behind_scalar.npos) break;
        deep = deep || depth > source_.limits().depth;
        large = large || (keep && at - used_ > source_.limits().record_size);
        if ((large || deep || !keep) && !ends && at + 1 == source_.window().size() && at > used_) {
            source_.consume(at);
            at = 0;
            used_ = 0;
        }
    }
    size = at - used_;
    if (depth != 0 || in_string) return Found::truncated;
    return deep ? Found::too_deep : large ? Found::too_large : Found::item;
}

/// Reads up to the `[` of the items.
ItemCutter::Found ItemCutter::open() {
    char c = 0;
    if (!skip_separators() || !read(used_, c) || c != '{') return Found::no_items;
    ++used_;
    while (skip_separators() && read(used_, c) && c == '"') {
        std::size_t size = 0;
        if (skip_value(true, size) != Found::item) return Found::no_items;
        std::string const key(source_.window().substr(used_, size));
        used_ += size;
        if (!skip_separators() || !read(used_, c)) return Found::no_items;
        if (key == "\"items\"" && c == '[') {
            ++used_;
            return Found::item;
        }
        bool const is_version = key == "\"ibid-json\"";
        if (Found const value = skip_value(is_version, size); value != Found::item) return Found::no_items;
        if (is_version && source_.window().substr(used_, size) != std::to_string(version)) return Found::new_version;
        used_ += size;
    }
    return Found::no_items;
}

ItemCutter::Found ItemCutter::next(std::string_view& item) {
    source_.consume(used_);
    used_ = 0;
    if (closed_) return Found::end;
    if (!opened_) {
        Found const found = open();
        opened_ = true;
        closed_ = found != Found::item;
        if (closed_) return found;
    }
    char c = 0;
    closed_ = true;
    if (!skip_separators() || !read(used_, c)) return Found::unclosed;
    if (c == ']') return Found::end;
    std::size_t size = 0;
    Found const found = skip_value(true, size);
    closed_ = found == Found::truncated;
    item = source_.window().substr(used_, size);
    used_ += size;
    return found;
}

}  // namespace ibid::formats::ibid_json
