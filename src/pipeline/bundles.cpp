// The writer that several threads share. Items are put into bundles, each with the state that the output is in where it begins
// (WriterState): so a bundle can be written before those in front of it are. They are delivered in their order.
#include "ibid/convert.hpp"
#include "pipeline/bundle.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

namespace ibid {

namespace {

using pipeline::Bundle, pipeline::Desk;

constexpr std::size_t bundles_ahead = 3;  // for each thread: they bound the memory

class Bundles final : public Writer {
public:
    Bundles(Format const& to, WriteContext const& context, std::unique_ptr<Writer> own, Workers& workers, DiagnosticLog& before)
        : to_{to}, context_{context}, own_{std::move(own)}, workers_{workers}, before_{before}, spare_(workers.size()), desks_(workers.size()) {
        if (workers.size() > 1 && own_->state() != nullptr) state_ = own_->state()->copy();
    }
    ~Bundles() override {
        stopped_ = true;
        for (auto const& bundle : queue_) wait_for(*bundle);
    }
    Bundles(Bundles const&) = delete;
    Bundles& operator=(Bundles const&) = delete;

    void put(Item& item) override {
        if (state_ == nullptr) return put_to_own(item);
        if (open_ != nullptr && open_->home != workers_.nearest) submit();
        if (open_ == nullptr) open();
        state_->note(item);
        open_->add(item, before_.size());
        if (open_->is_full()) submit();
    }

    void finish() override {
        if (open_ != nullptr && is_alone_) {  // what one bundle holds is not worth a thread
            open_->put_to(*own_, before_, context_.diagnostics);
            count(*open_);
        } else {
            if (open_ != nullptr) submit();
            while (!queue_.empty()) deliver_next();
            if (state_ != nullptr) own_->go_on_from(*state_);
        }
        own_->finish();
        for (auto const& desk : desks_)
            if (desk != nullptr) desk->log.deliver_all(context_.diagnostics);
    }

private:
    /// One thread alone can write.
    void put_to_own(Item& item) {
        before_.deliver(before_.size(), context_.diagnostics);
        own_->put(item);
        written_ = own_->written();
        rejected_ = own_->rejected();
    }

    void open() {
        auto& spare = spare_[workers_.nearest];
        if (spare.empty()) spare.push_back(std::make_unique<Bundle>(workers_.nearest));
        open_ = std::move(spare.back());
        spare.pop_back();
        open_->begin(state_->copy());
    }

    void submit() {
        if (queue_.size() == bundles_ahead * workers_.size()) deliver_next();
        queue_.push_back(std::move(open_));
        is_alone_ = false;
        workers_.submit(queue_.back()->home, Workers::Urgency::urgent, [this, &bundle = *queue_.back()](unsigned thread) {
            if (!stopped_) write(bundle, desks_[thread]);
            bundle.is_done = true;
        });
        while (!queue_.empty() && queue_.front()->is_done) deliver_next();
    }

    void write(Bundle& bundle, std::unique_ptr<Desk>& desk) noexcept {
        if (desk == nullptr) desk = std::make_unique<Desk>(to_, context_);
        bundle.write(*desk);
    }

    void wait_for(Bundle const& bundle) {
        workers_.work_until([&bundle] { return bundle.is_done.load(); });
    }

    void deliver_next() {
        wait_for(*queue_.front());
        std::unique_ptr<Bundle> bundle = std::move(queue_.front());
        queue_.pop_front();
        bundle->deliver(context_.sink, before_, context_.diagnostics);
        count(*bundle);
        spare_[bundle->home].push_back(std::move(bundle));
    }

    void count(Bundle const& bundle) noexcept {
        written_ += bundle.written;
        rejected_ += bundle.rejected;
    }

    Format const& to_;
    WriteContext context_;
    std::unique_ptr<Writer> own_;  ///< of the sink itself; it writes what stands behind all bundles
    std::unique_ptr<WriterState> state_;  ///< behind the last item; null: it cannot be told
    Workers& workers_;
    DiagnosticLog& before_;
    std::unique_ptr<Bundle> open_;  ///< the one that is filled
    std::deque<std::unique_ptr<Bundle>> queue_;
    bool is_alone_ = true;  ///< no bundle has been before the open one
    std::vector<std::vector<std::unique_ptr<Bundle>>> spare_;  ///< by their homes
    std::vector<std::unique_ptr<Desk>> desks_;  ///< of each thread, which makes its own
    std::atomic<bool> stopped_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_shared_writer(Format const& to, WriteContext const& context, Workers& workers, DiagnosticLog& before) {
    return std::make_unique<Bundles>(to, context, to.make_writer(context), workers, before);
}

}  // namespace ibid
