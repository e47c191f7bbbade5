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

/// Whether the record before was of the same types, and these alone told that its type comes back.
bool NativeTypes::comes_back(Record const& record) const noexcept {
    return is_known_ && record.type == type_ && same_format(record.origin.format, format_) && record.origin.native_type == native_type_;
}

void NativeTypes::find_origin(Record const& record, bool noted) {
    Origin const& origin = record.origin;
    if (origin.format != format_ || known_ == nullptr) {
        format_ = origin.format;
        known_ = origin.format != written_ ? find_format(format_) : nullptr;
    }
    LeftType left = known_ != nullptr && known_->left_type != nullptr ? known_->left_type(record) : LeftType{.is_synonym = true};
    native_ = std::move(left.native);
    if (!native_.empty()) left_.insert(left_.begin(), {native_type_extra(known_->id, native_), left.is_synonym, true});
    // Nothing left, and that a synonym: so it is for every record of these types.
    is_known_ = !noted && native_.empty() && left.is_synonym;
    type_ = record.type;
    native_type_ = origin.native_type;
}

}  // namespace ibid::mapping
