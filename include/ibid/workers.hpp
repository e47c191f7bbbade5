// Workers: threads that read and write one file side by side.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ibid {

/// So many threads, that of the caller among them.
class Workers {
public:
    /// A piece of work, which throws nothing. It is told the number of the thread that does it: 0 is the caller's, and each does
    /// one task at a time.
    using Task = std::function<void(unsigned)>;
    enum class Urgency : unsigned { urgent, usual };

    explicit Workers(unsigned threads) : queues_(threads < 1 ? 1 : threads) {}
    /// Tasks that are not begun are never done.
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    /// How many threads there are. All but the caller's are made when there is a task for them.
    [[nodiscard]] unsigned size() const noexcept { return static_cast<unsigned>(queues_.size()); }
    /// The thread that is asked first: what the task works on is in that one's cache. Those that have nothing to do take what others
    /// have not begun. Of one thread urgent tasks come first, then older ones. From the caller's thread, not from a task.
    void submit(unsigned thread, Urgency urgency, Task task);
    /// Does tasks, whichever comes first, until it is `done`, which a task sees to. From the caller's thread.
    void work_until(std::function<bool()> const& done);

    /// The thread whose cache has what the caller works on now, as whoever gave it has said: for tasks that go on with it.
    unsigned nearest = 0;

private:
    using Queue = std::array<std::deque<Task>, 2>;  // by urgency

    /// The next task of a thread; null if there is none.
    std::deque<Task>* find_task(unsigned thread);
    bool do_one(std::unique_lock<std::mutex>& lock, unsigned thread);
    void help(unsigned thread);

    std::mutex mutex_;  ///< of what follows
    std::condition_variable changed_;
    std::vector<Queue> queues_;  ///< of each thread
    bool stopped_ = false;
    std::vector<std::jthread> threads_;  ///< the last: they end before the rest goes
};

}  // namespace ibid
