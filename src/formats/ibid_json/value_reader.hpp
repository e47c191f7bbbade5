// ValueReader: one item of ibid-json, as nlohmann/json has it, into a record or a verbatim block. What is not as
// README.md says is left out and noted; what only has an unknown name is kept as an extra.
#pragma once

#include "ibid/record.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace ibid::formats::ibid_json {

class ValueReader {
public:
    /// Something that was left out or changed: where (a variable or a key) and what.
    struct Complaint {
        std::string field;
        std::string message;
    };

    /// Fills the item; it must be cleared.
    void read(nlohmann::json const& object, Item& item);
    [[nodiscard]] std::vector<Complaint> const& complaints() const noexcept { return complaints_; }

private:
    using Json = nlohmann::json;

    void read_record(Json const& object, Record& record);
    void read_verbatim(Json const& object, Item& item);
    void read_field(std::string const& name, Json const& value, Record& record);
    void read_extra(Json const& value, Record& record);
    void keep(std::string const& name, Json const& value, Record& record);

    bool text(Json const& value, Arena& arena, Text& to);
    bool marks(Json const& value, Arena& arena, Text& to);
    bool list(Json const& value, Arena& arena, List& to);
    bool names(Json const& value, Arena& arena, Names& to);
    bool name(Json const& value, Arena& arena, Name& to);
    bool date(Json const& value, Arena& arena, Date& to);
    bool point(Json const& value, DatePoint& to);
    std::string_view string(Json const& object, char const* key, Arena& arena);

    void complain(std::string_view message) { complaints_.push_back({field_, std::string(message)}); }

    std::vector<Complaint> complaints_;
    std::string field_;  ///< what is being read
};

}  // namespace ibid::formats::ibid_json
