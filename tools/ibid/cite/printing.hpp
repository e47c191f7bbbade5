// Printing: records in one style after the other, and which of them a style prints nothing of.
#pragma once

#include "cite/cited.hpp"

#include <ibid/cite.hpp>
#include <ibid/diagnostic.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ibid::tools {

/// Prints records, all or those that a text cites, and tells of those that are not to be seen.
class Printing {
public:
    /// What is given outlives it.
    Printing(std::vector<Record> const& records, std::optional<Cited> const& cited, Diagnostics& diagnostics);

    /// All in one style; ends in a line end.
    std::string text(CitationFormatter const& formatter, std::vector<Record> const& records);
    /// One record, the one at a place; empty if the style prints nothing of it.
    std::string entry(CitationFormatter const& formatter, Record const& record, std::size_t place);

    /// How many records are to be printed, and of how many of them a style printed nothing.
    [[nodiscard]] std::size_t wanted() const;
    [[nodiscard]] std::size_t unprinted() const { return without_.size(); }

private:
    std::string of_document(CitationFormatter const& formatter, std::vector<Record> const& records, std::vector<bool>& printed) const;
    void tell(std::size_t place, Record const& record);

    std::optional<Cited> const& cited_;
    Diagnostics& diagnostics_;
    std::vector<bool> wanted_;
    std::set<std::size_t> without_;
};

}  // namespace ibid::tools
