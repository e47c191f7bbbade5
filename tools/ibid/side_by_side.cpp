// All is handed to the workers at once; what is done waits for its turn.
#include "side_by_side.hpp"

#include <ibid/workers.hpp>

#include <algorithm>
#include <atomic>
#include <exception>
#include <vector>

namespace ibid::tools {

void side_by_side(std::size_t count, unsigned threads, std::function<void(std::size_t)> const& work, std::function<bool(std::size_t)> const& deliver) {
    std::vector<std::atomic<bool>> done(count);
    std::vector<std::exception_ptr> faults(count);
    Workers workers(static_cast<unsigned>(std::min<std::size_t>(threads, count)));
    for (std::size_t number = 0; number < count; ++number)
        workers.submit(static_cast<unsigned>(number % workers.size()), Workers::Urgency::usual, [&, number](unsigned) {
            try {
                work(number);
            } catch (...) {
                faults[number] = std::current_exception();
            }
            done[number] = true;
        });
    for (std::size_t number = 0; number < count; ++number) {
        workers.work_until([&] { return done[number].load(); });
        if (faults[number]) std::rethrow_exception(faults[number]);
        if (!deliver(number)) return;
    }
}

}  // namespace ibid::tools
