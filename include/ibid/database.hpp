// Database: files that are read as one, as BibTeX reads those that \bibliography names. What @string defines in one
// holds in those behind it, and an entry inherits from its parent in whichever of them that stands.
#pragma once

#include "ibid/source.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
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

    /// What readers keep.
    class State {
    public:
        virtual ~State() = default;
        /// One that goes on from here by itself.
        [[nodiscard]] virtual std::shared_ptr<State> copy() const = 0;
        /// A number of what it holds, so that two can be compared; 0: as it was made.
        [[nodiscard]] virtual std::uint64_t digest() const noexcept { return 0; }
    };

    Database() = default;
    explicit Database(std::vector<Open> files) : files_{std::move(files)} {}
    Database(Database&&) = default;
    Database& operator=(Database&&) = default;

    [[nodiscard]] std::span<Open const> files() const noexcept { return files_; }

    /// The state of that name, which is of type S; made when it is first asked for.
    template <class S>
    S& state(std::string_view name) {
        auto const at = states_.try_emplace(std::string(name)).first;
        if (at->second == nullptr) at->second = std::make_shared<S>();
        return static_cast<S&>(*at->second);
    }

    /// What all copies have together, of type T, by its name; made when it is first asked for. Threads may share it.
    template <class T>
    T& shared(std::string_view name) {
        std::lock_guard const lock(common_->mutex);
        auto const at = common_->objects.try_emplace(std::string(name)).first;
        if (at->second == nullptr) at->second = std::make_shared<T>();
        return *static_cast<T*>(at->second.get());
    }

    /// The same files, and copies of the states.
    [[nodiscard]] Database copy() const {
        Database copied(files_);
        copied.common_ = common_;
        for (auto const& [name, state] : states_) copied.states_.emplace(name, state->copy());
        return copied;
    }
    /// Equal for two with the same states.
    [[nodiscard]] std::uint64_t digest() const noexcept {
        std::uint64_t sum = 0;
        for (auto const& [name, state] : states_) sum += state->digest();
        return sum;
    }

private:
    struct Common {
        std::mutex mutex;
        std::map<std::string, std::shared_ptr<void>> objects;
    };

    std::vector<Open> files_;
    std::shared_ptr<Common> common_ = std::make_shared<Common>();
    std::map<std::string, std::shared_ptr<State>> states_;
};

}  // namespace ibid
