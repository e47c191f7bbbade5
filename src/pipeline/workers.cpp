// Workers: a queue for each thread, from which others take when their own is empty.
#include "ibid/workers.hpp"

#include <utility>

namespace ibid {

Workers::~Workers() {
    std::lock_guard const lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
}

void Workers::submit(unsigned thread, Urgency urgency, Task task) {
    while (threads_.size() + 1 < size()) threads_.emplace_back([this, number = static_cast<unsigned>(threads_.size() + 1)] { help(number); });
    std::lock_guard const lock(mutex_);
    queues_[thread % size()][static_cast<std::size_t>(urgency)].push_back(std::move(task));
    changed_.notify_one();
}

void Workers::work_until(std::function<bool()> const& done) {
    std::unique_lock lock(mutex_);
    while (!done())
        if (!do_one(lock, 0)) changed_.wait(lock);
}

std::deque<Workers::Task>* Workers::find_task(unsigned thread) {
    for (unsigned n = 0; n < size(); ++n)
        for (auto& tasks : queues_[(thread + n) % size()])
            if (!tasks.empty()) return &tasks;
    return nullptr;
}

/// Does one task, without holding the lock meanwhile; false if there is none.
bool Workers::do_one(std::unique_lock<std::mutex>& lock, unsigned thread) {
    auto* const tasks = find_task(thread);
    if (tasks == nullptr) return false;
    Task const task = std::move(tasks->front());
    tasks->pop_front();
    lock.unlock();
    task(thread);
    lock.lock();
    changed_.notify_all();
    return true;
}

void Workers::help(unsigned thread) {
    std::unique_lock lock(mutex_);
    while (!stopped_)
        if (!do_one(lock, thread)) changed_.wait(lock);
}

}  // namespace ibid
