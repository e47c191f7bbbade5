// Database: files that are read as one, as BibTeX reads those that \bibliography names. What @string defines in one
// holds in those behind it, and an entry inherits from its parent in whichever of them that stands.
#pragma once

#include "ibid/source.hpp"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

/// The files, and what their readers keep from one to the next. Give the same to each of them, in order.
class Database {
public:
    /// Opens a file once more, for a pass ahead; null if that cannot be done, or its format is of another family.
    using Open = std::function<std::unique_ptr<Source>(std::string_view family)>;

    Database() = default;
    explicit Database(std::vector<Open> files) : files_{std::move(files)} {}

    [[nodiscard]] std::span<Open const> files() const noexcept { return files_; }

    /// What the readers of a family of formats keep: an object of theirs, made when it is first asked for.
    template <class State>
    State& kept(std::string_view family) {
        auto const at = kept_.try_emplace(std::string(family)).first;
        if (at->second == nullptr) at->second = std::make_shared<State>();
        return *static_cast<State*>(at->second.get());
    }

private:
    std::vector<Open> files_;
    std::map<std::string, std::shared_ptr<void>> kept_;
};

}  // namespace ibid
