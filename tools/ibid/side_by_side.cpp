// The threads take the next number each; nobody waits for anybody but the one that delivers.
#include "side_by_side.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace ibid::tools {

namespace {

class Workers {
public:
    Workers(std::size_t count, unsigned threads, std::function<void(std::size_t)> const& work) : work_{work}, done_(count), faults_(count) {
        for (std::size_t n = 0; n < std::min<std::size_t>(threads, count); ++n) threads_.emplace_back([this] { help(); });
    }
    ~Workers() {
        std::lock_guard const lock(mutex_);
        next_ = done_.size();
    }
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    void wait_for(std::size_t number) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return done_[number]; });
        if (faults_[number]) std::rethrow_exception(faults_[number]);
    }

private:
    void help() {
        std::unique_lock lock(mutex_);
        while (next_ < done_.size()) {
            std::size_t const number = next_++;
            lock.unlock();
            std::exception_ptr fault;
            try {
                work_(number);
            } catch (...) {
                fault = std::current_exception();
            }
            lock.lock();
            faults_[number] = fault;
            done_[number] = true;
            changed_.notify_one();
        }
    }

    std::function<void(std::size_t)> const& work_;
    std::mutex mutex_;  ///< of what follows
    std::condition_variable changed_;
    std::size_t next_ = 0;
    std::vector<bool> done_;
    std::vector<std::exception_ptr> faults_;
    std::vector<std::jthread> threads_;  ///< the last: they end before the rest goes
};

}  // namespace

void side_by_side(std::size_t count, unsigned threads, std::function<void(std::size_t)> const& work, std::function<bool(std::size_t)> const& deliver) {
    Workers workers(count, threads, work);
    for (std::size_t number = 0; number < count; ++number) {
        workers.wait_for(number);
        if (!deliver(number)) return;
    }
}

}  // namespace ibid::tools
