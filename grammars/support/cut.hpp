// A place within a text at which it is cut into two; what support::split<> asks a function for. No X3.
#pragma once

namespace ibid::grammars::support {

/// What is between the two belongs to neither side. Null: none was found yet.
struct Cut {
    char const* left_end = nullptr;
    char const* right_begin = nullptr;
};

}  // namespace ibid::grammars::support
