// Parents: the entries that `crossref` and `xdata` name, wherever in the file they stand, or in another file of its
// database. The file is read a second time for them, raw, from the first such field on, and the others where that did not
// do; what is kept is the text of the parents alone.
#pragma once

#include "formats/bibtex/entry.hpp"
#include "ibid/database.hpp"
#include "ibid/source.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ibid::formats::bibtex {

/// Threads may share it.
class Parents {
public:
    /// Where parents are looked for.
    struct Files {
        Source& source;             ///< the file that names them
        Database const* database;   ///< may be null
        bool related;               ///< the entries that `related` names are wanted as well
    };

    /// The entry with the key, letter case ignored, or null. The first call reads the file. Of parents that are more than 64 MiB
    /// together, the last are not found.
    Parent const* find(std::string_view key, Files const& files);

    /// Keeps an entry that was just read, for children behind it: from a pipe it cannot be read again.
    void remember(grammar::Block const& entry);

private:
    struct Kept {
        std::string bytes;  ///< the entry's source, padded
        Parent parent;
        bool parsed = false;
    };
    void collect(Files const& files);
    bool collect_once(Files const& files);
    void collect_from(Source& source, bool related);
    void collect_from(grammar::Batch const& batch, bool related);
    void want(std::string key);

    std::mutex mutex_;
    bool collected_ = false;
    std::unordered_map<std::string, std::unique_ptr<Kept>> kept_;  ///< by key in lower case; null: wanted, not seen yet
    std::size_t size_ = 0;     ///< bytes that are kept, keys included
    std::size_t missing_ = 0;  ///< that are null
    bool news_ = false;        ///< something more is wanted than when the pass began
};

}  // namespace ibid::formats::bibtex
