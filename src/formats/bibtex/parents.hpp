// Parents: the entries that `crossref` and `xdata` name, wherever in the file they stand, or in another file of its
// database. The file is read a second time for them, raw, from the first such field on, and the others where that did not
// do; what is kept is the text of the parents alone.
#pragma once

#include "formats/bibtex/entry.hpp"
#include "ibid/database.hpp"
#include "ibid/source.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ibid::formats::bibtex {

class Parents {
public:
    /// `database` may be null. `related`: the entries that `related` names as well.
    Parents(Source& source, Database const* database, bool related) : source_(source), database_(database), related_(related) {}

    /// The entry with the key, letter case ignored, or null. The first call reads the file.
    Parent const* find(std::string_view key);

    /// Keeps an entry that was just read, for children behind it: from a pipe it cannot be read again.
    void remember(grammar::Block const& entry);

private:
    struct Kept {
        std::string bytes;  ///< the entry's source, padded
        Parent parent;
        bool parsed = false;
    };
    void collect();
    bool collect_once();
    void collect_from(Source& source);
    void collect_from(grammar::Batch const& batch);

    Source& source_;
    Database const* database_;
    bool related_, collected_ = false;
    std::unordered_map<std::string, std::unique_ptr<Kept>> kept_;  ///< by key in lower case; null: wanted, not seen yet
    std::size_t missing_ = 0;  ///< that are null
    bool news_ = false;        ///< something more is wanted than when the pass began
};

}  // namespace ibid::formats::bibtex
