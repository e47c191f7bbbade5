// Which native types do not come back by themselves.
#include "mapping/native_types.hpp"

namespace ibid::mapping {

std::string_view carried_type(Record const& record, std::string_view format) noexcept {
    for (Extra const& x : record.extras())
        if (is_native_type(x) && x.format == format) return x.value;
    return {};
}

std::span<NativeTypes::Left const> NativeTypes::of(Record const& record) {
    left_.clear();
    Origin const& origin = record.origin;
    if (!origin.native_type.empty() && origin.format != written_) {
        if (origin.format != format_) {
            format_ = origin.format;
            known_ = find_format(format_);
        }
        if (known_ != nullptr && known_->left_type != nullptr) {
            LeftType left = known_->left_type(record);
            native_ = std::move(left.native);
            if (!native_.empty()) left_.push_back({native_type_extra(known_->id, native_), left.is_synonym, true});
        }
    }
    for (Extra const& x : record.extras())
        if (is_native_type(x) && x.format != written_ && x.format != origin.format) left_.push_back({x, false, false});
    return left_;
}

}  // namespace ibid::mapping
