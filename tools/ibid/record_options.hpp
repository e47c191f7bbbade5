// Record options: which records and fields a command line wants, and in which order; the same for every command that has
// them.
#pragma once

#include "options.hpp"

#include <ibid/filter.hpp>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace ibid::tools {

/// Names of fields that may be slips, of which no record has been seen to have the residue.
using UnseenFields = std::set<std::string>;

/// What the options below ask for.
struct RecordWishes {
    std::vector<Query> filters;     ///< a record is wanted if it matches all
    std::vector<SortField> sort;
    std::vector<std::string> keep;  ///< fields; empty: all
    std::vector<std::string> drop;
    std::shared_ptr<UnseenFields> unseen = std::make_shared<UnseenFields>();  ///< of filters and sort; shared by all outputs
};

/// --filter.
OptionTable filter_options();
/// --filter, --sort, --fields, --drop.
OptionTable record_options();

/// What was given. Throws UsageError for what is no query, or names a field that is probably another one.
RecordWishes record_wishes_of(Arguments const& arguments);

/// A filter that takes the names off the list that a record has as residue.
std::unique_ptr<Filter> look_for(ItemSink& next, std::shared_ptr<UnseenFields> unseen);
/// "no record has a field 'x'; did you mean 'y'?" for the first; empty if there is none.
std::string complaint_about(UnseenFields const& unseen);

/// The documentation of the query language: `ibid help filter`.
std::string help_about_filter();

}  // namespace ibid::tools
