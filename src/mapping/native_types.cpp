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
    bool noted = false;  // something beside the type: a subtype that decided, types that were carried
    for (Extra const& x : record.extras()) {
        if (x.kind != ExtraKind::expression || x.variable != VariableId::none) continue;
        noted = true;
        if (is_native_type(x) && x.format != written_ && x.format != record.origin.format) left_.push_back({x, false, false});
    }
    if (record.origin.native_type.empty() || (!noted && comes_back(record))) return left_;
    find_origin(record, noted);
    return left_;
}

bool NativeTypes::comes_back(Record const& record) const noexcept {
    auto const& known = known_types_[static_cast<std::size_t>(record.type)];
    return known && record.origin.format == format_ && record.origin.native_type == *known;
}

void NativeTypes::find_origin(Record const& record, bool noted) {
    Origin const& origin = record.origin;
    if (origin.format != format_) {
        known_types_.fill(std::nullopt);
        format_ = origin.format;
        known_ = origin.format != written_ ? find_format(format_) : nullptr;
    }
    LeftType left = known_ != nullptr && known_->left_type != nullptr ? known_->left_type(record) : LeftType{.is_synonym = true};
    native_ = std::move(left.native);
    if (!native_.empty()) left_.insert(left_.begin(), {native_type_extra(known_->id, native_), left.is_synonym, true});
    // Nothing left, and that a synonym: so it is for every record of these types.
    if (!noted && native_.empty() && left.is_synonym) known_types_[static_cast<std::size_t>(record.type)] = origin.native_type;
}

}  // namespace ibid::mapping
