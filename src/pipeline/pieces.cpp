// How pieces are read. A cut is a guess, and so is what a piece's reader knows of what is before it (the macros of @string,
// see Database): both are verified when the piece is delivered. One that ends inside of a record is joined with the next and
// read again; so is one that was read with a database that has changed since. Both are rare.
#include "pipeline/pieces.hpp"

#include "pipeline/drain.hpp"
#include "pipeline/piece.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace ibid::pipeline {

namespace {

constexpr std::size_t pieces_ahead = 3;                       // for each thread: they bound the memory
constexpr std::size_t most_joined = 8;                        // pieces: where each record's end is in the next, one thread reads on
constexpr std::size_t longest_search = std::size_t{32} << 20;  // for a cut; what has none is read as the rest of the file is

class Pieces {
public:
    Pieces(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how)
        : source_{source}, from_{from}, to_{to}, diagnostics_{diagnostics}, how_{how}, cuts_{from.cuts(source.window())},
          database_{std::make_shared<Database const>(how.database != nullptr ? how.database->copy() : Database{})} {}

    Counts run() {
        {
            Helpers const helpers(*this);
            while (to_.wants_more() && rest_ == nullptr) {
                cut_ahead();
                if (queue_.empty()) break;
                deliver_next();
            }
        }
        Database database = database_->copy();
        if (rest_ != nullptr) read_on(database);
        else if (rest_taken_) source_.consume(source_.window().size());  // now it tells what it has to tell at its end
        else if (to_.wants_more()) read_rest(database);
        if (how_.database != nullptr) *how_.database = std::move(database);
        return counts_;
    }

private:
    /// The other threads, as long as it lives.
    class Helpers {
    public:
        explicit Helpers(Pieces& pieces) : pieces_{pieces} {
            for (unsigned n = 1; n < pieces.how_.threads; ++n) threads_.emplace_back([&pieces] { pieces.help(); });
        }
        ~Helpers() {
            std::lock_guard const lock(pieces_.mutex_);
            pieces_.stopped_ = true;
            pieces_.changed_.notify_all();
        }
        Helpers(Helpers const&) = delete;
        Helpers& operator=(Helpers const&) = delete;

    private:
        Pieces& pieces_;
        std::vector<std::jthread> threads_;
    };

    /// Cuts pieces until enough of them wait.
    void cut_ahead() {
        while (!cut_all_ && queue_.size() < pieces_ahead * how_.threads) cut_one();
    }

    /// Cuts a piece off, if there is a cut. What has none behind it stays in the source.
    void cut_one() {
        std::unique_lock source_lock(source_mutex_);
        std::size_t cut = std::string_view::npos;
        while (source_.is_utf8()) {
            if (source_.window().size() > how_.piece) cut = cuts_.find(source_.window(), how_.piece);
            if (cut != std::string_view::npos || source_.window().size() > longest_search || !source_.more()) break;
        }
        cut_all_ = cut == std::string_view::npos || !source_.is_utf8();
        if (cut_all_) return;
        if (spare_.empty()) spare_.push_back(std::make_unique<Piece>());
        spare_.back()->begin(source_, cut, continues_);
        continues_ = cuts_.framed;
        source_.consume(cut);
        source_lock.unlock();
        std::lock_guard const lock(mutex_);
        queue_.push_back(std::move(spare_.back()));
        spare_.pop_back();
        changed_.notify_one();
    }

    /// Reads pieces that wait until there is no more to do.
    void help() {
        std::unique_lock lock(mutex_);
        while (!stopped_)
            if (!read_waiting(lock)) changed_.wait(lock);
    }

    /// Reads the first piece that waits, without holding the lock meanwhile; false if there is none.
    bool read_waiting(std::unique_lock<std::mutex>& lock) {
        auto const at = std::find_if(queue_.begin(), queue_.end(), [](auto const& piece) { return piece->stage == Piece::Stage::waiting; });
        if (at == queue_.end()) return false;
        Piece& piece = **at;
        piece.stage = Piece::Stage::reading;
        auto const known = database_;
        lock.unlock();
        piece.read(again_, from_, how_.options, diagnostics_, *known);
        lock.lock();
        piece.stage = Piece::Stage::read;
        changed_.notify_all();
        return true;
    }

    /// The first piece, read. Until it is, this thread reads others.
    std::unique_ptr<Piece> take_next() {
        std::unique_lock lock(mutex_);
        while (queue_.front()->stage != Piece::Stage::read)
            if (!read_waiting(lock)) changed_.wait(lock);
        std::unique_ptr<Piece> piece = std::move(queue_.front());
        queue_.pop_front();
        return piece;
    }

    void deliver_next() {
        std::unique_ptr<Piece> piece = take_next();
        for (std::size_t pieces = 1; piece->broke_off(); pieces *= 2) {  // a record over many pieces costs linear time
            if (pieces >= most_joined && (rest_ = again_()) != nullptr) {
                rest_continues_ = piece->continues();
                return;
            }
            for (std::size_t n = 0; n < pieces; ++n) join_next(*piece);
            piece->read(again_, from_, how_.options, diagnostics_, *database_);
        }
        if (!piece->was_read_with(*database_)) piece->read(again_, from_, how_.options, diagnostics_, *database_);
        counts_ += piece->deliver(to_, diagnostics_);
        delivered_ += piece->bytes().size();
        auto behind = std::make_shared<Database const>(piece->take_database());
        spare_.push_back(std::move(piece));
        std::lock_guard const lock(mutex_);
        database_ = std::move(behind);
    }

    /// Joins a piece with the bytes behind it.
    void join_next(Piece& piece) {
        cut_ahead();
        if (!queue_.empty()) {
            std::unique_ptr<Piece> next = take_next();
            piece.join(next->bytes());
            spare_.push_back(std::move(next));
        } else if (piece.goes_on) {
            std::lock_guard const lock(source_mutex_);
            piece.join(source_.window());
            piece.goes_on = !source_.at_end();
            rest_taken_ = !piece.goes_on;
            if (piece.goes_on) source_.consume(source_.window().size());
        }
    }

    /// Reads by one thread, from a source of its own, what was not delivered.
    void read_on(Database& database) {
        pass_over(*rest_, delivered_);
        auto const reader = from_.make_reader({*rest_, diagnostics_, how_.options, nullptr, &database, rest_continues_, false});
        counts_ += drain(*reader, to_);
        pass_over(source_, UINT64_MAX);  // it tells what it has to tell at its end
    }

    void read_rest(Database& database) {
        auto const reader = from_.make_reader({source_, diagnostics_, how_.options, nullptr, &database, continues_, false});
        counts_ += drain(*reader, to_);
    }

    Source& source_;
    std::mutex source_mutex_;  ///< of the source, which other threads open once more while this one reads on
    Piece::Again again_ = [this] {
        std::lock_guard const lock(source_mutex_);
        return source_.again();
    };
    Format const& from_;
    ItemSink& to_;
    Diagnostics& diagnostics_;
    ReadSettings const& how_;
    Cuts cuts_;
    Counts counts_;
    bool continues_ = false;   ///< a frame is open where the next piece begins
    bool cut_all_ = false;     ///< no more pieces can be cut off
    std::uint64_t delivered_ = 0;   ///< bytes
    std::unique_ptr<Source> rest_;  ///< where one thread is to read on; null: it need not
    bool rest_continues_ = false;   ///< a frame is open there
    bool rest_taken_ = false;  ///< what is in the source's window was joined to a piece
    std::vector<std::unique_ptr<Piece>> spare_;

    std::mutex mutex_;  ///< of what follows; but only this thread adds to the queue and takes from it, and sets the database
    std::condition_variable changed_;
    std::deque<std::unique_ptr<Piece>> queue_;
    std::shared_ptr<Database const> database_;  ///< behind the last piece that was delivered
    bool stopped_ = false;
};

}  // namespace

bool can_read_in_pieces(Source const& source, Format const& from, ReadSettings const& how) {
    if (how.threads < 2 || from.cuts == nullptr || how.on_error == OnError::stop || how.options.flag("keep-source", false)) return false;
    bool const is_long = source.window().size() > 2 * how.piece || !source.at_end();
    return is_long && source.is_repeatable() && source.is_utf8() && from.cuts(source.window()).find != nullptr;
}

Counts read_in_pieces(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how) {
    return Pieces(source, from, to, diagnostics, how).run();
}

}  // namespace ibid::pipeline
