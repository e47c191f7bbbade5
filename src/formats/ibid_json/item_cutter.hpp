// ItemCutter: takes the items of an ibid-json file out of its window, one at a time, so that memory holds one item.
// It knows strings and brackets, not whether the JSON between them is right.
#pragma once

#include "ibid/source.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::formats::ibid_json {

class ItemCutter {
public:
    enum class Found {
        item,
        end,          ///< the array of items is closed
        unclosed,     ///< the file ended before
        truncated,    ///< the file ended inside an item
        too_large,    ///< an item beyond Limits::record_size; it was skipped
        too_deep,     ///< an item beyond Limits::depth; it was skipped
        no_items,     ///< this is no ibid-json
        new_version,  ///< it is a version that this program does not know
    };

    explicit ItemCutter(Source& source) noexcept : source_(source) {}

    /// The next one. The item, and all slices of it, live until the next call.
    Found next(std::string_view& item);

private:
    bool read(std::size_t at, char& c);
    bool skip_separators();
    Found open();
    Found skip_value(bool keep, std::size_t& size);

    Source& source_;
    std::size_t used_ = 0;  ///< bytes of the window that the last item took
    bool opened_ = false;
    bool closed_ = false;
};

}  // namespace ibid::formats::ibid_json
