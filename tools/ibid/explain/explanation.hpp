// Explanation: the way of one record from its file to another format, field by field.
#pragma once

#include <ibid/format.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

/// A native field and the row that read it.
struct InputField {
    std::string name, value;
    MappingRow row;
    std::vector<VariableId> variables;  ///< that it became, or was part of
};

/// What a row wrote, and where that comes from.
struct OutputField {
    std::string text;  ///< as it stands in the output
    MappingRow row;
    std::vector<VariableId> variables;
    std::vector<InputField> from;  ///< nothing: the record's type, or what follows from other variables, says it
};

/// What was told on the way.
struct Remark {
    std::string code, field, before, after, message;
};

struct Explanation {
    std::string key;
    Location where;
    std::string file;
    std::string native_type, type;        ///< "@inproceedings", "paper-conference"
    std::string_view from, to;            ///< ids of formats
    std::vector<OutputField> fields;
    std::vector<std::string> without_row; ///< lines of the output that no row wrote: the frame, residue, what is carried
    std::vector<Remark> remarks;
};

/// Follows the record with the key; nothing if there is none.
std::optional<Explanation> explain(Source& source, Format const& from, Format const& to, std::string_view key, bool carry);

std::string as_text(Explanation const& explanation);
std::string as_json(Explanation const& explanation);

}  // namespace ibid::tools
