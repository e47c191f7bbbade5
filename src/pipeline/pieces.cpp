// How pieces are read. A cut is a guess, and so is what a piece's reader knows of what is before it (the macros of @string,
// see Database): both are verified when the piece is delivered. One that ends inside of a record is joined with the next and
// read again; so is one that was read with a database that has changed since. Both are rare.
#include "pipeline/pieces.hpp"

#include "pipeline/drain.hpp"
#include "pipeline/piece.hpp"

#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

namespace ibid::pipeline {

namespace {

constexpr std::size_t pieces_ahead = 3;                       // for each thread: they bound the memory
constexpr std::size_t most_joined = 32;                       // pieces: where each record's end is in the next, one thread reads on
constexpr std::size_t longest_search = std::size_t{32} << 20;  // for a cut; what has none is read as the rest of the file is

class Pieces {
public:
    Pieces(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how)
        : source_{source}, from_{from}, to_{to}, diagnostics_{diagnostics}, how_{how}, cuts_{from.cuts(source.window())}, spare_(how.workers->size()),
          database_{std::make_shared<Database const>(how.database != nullptr ? how.database->copy() : Database{})} {}
    ~Pieces() {
        stopped_ = true;
        while (!queue_.empty()) take_next();
    }
    Pieces(Pieces const&) = delete;
    Pieces& operator=(Pieces const&) = delete;

    Counts run() {
        while (to_.wants_more() && rest_ == nullptr) {
            cut_ahead();
            if (queue_.empty()) break;
            deliver_next();
        }
        Database database = database_->copy();
        if (rest_ != nullptr) read_on(database);
        else if (rest_taken_) source_.consume(source_.window().size());  // now it tells what it has to tell at its end
        else if (to_.wants_more()) read_rest(database);
        if (how_.database != nullptr) *how_.database = std::move(database);
        return counts_;
    }

private:
    /// Cuts pieces until enough of them wait.
    void cut_ahead() {
        while (!cut_all_ && queue_.size() < pieces_ahead * how_.workers->size()) cut_one();
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
        while (source_.window().size() < cut + Piece::longest_line && source_.more()) {}  // to show the line that it ends in
        auto& spare = spare_[next_home_];
        if (spare.empty()) spare.push_back(std::make_unique<Piece>(next_home_));
        spare.back()->begin(source_, cut, continues_);
        continues_ = cuts_.framed;
        source_.consume(cut);
        queue_.push_back(std::move(spare.back()));
        spare.pop_back();
        next_home_ = (next_home_ + 1) % how_.workers->size();
        how_.workers->submit(queue_.back()->home, Workers::Urgency::usual, [this, &piece = *queue_.back()](unsigned) {
            if (!stopped_) read(piece);
            piece.is_done = true;
        });
    }

    void read(Piece& piece) noexcept { piece.read(again_, from_, how_.options, diagnostics_, *database()); }

    /// The first piece, read.
    std::unique_ptr<Piece> take_next() {
        how_.workers->work_until([&piece = *queue_.front()] { return piece.is_done.load(); });
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
            read(*piece);
        }
        if (!piece->was_read_with(*database_)) read(*piece);
        how_.workers->nearest = piece->home;
        counts_ += piece->deliver(to_, diagnostics_);
        delivered_ += piece->bytes().size();
        auto behind = std::make_shared<Database const>(piece->take_database());
        put_aside(std::move(piece));
        std::lock_guard const lock(database_mutex_);
        database_ = std::move(behind);
    }

    std::shared_ptr<Database const> database() {
        std::lock_guard const lock(database_mutex_);
        return database_;
    }

    /// For its memory.
    void put_aside(std::unique_ptr<Piece> piece) { spare_[piece->home].push_back(std::move(piece)); }

    /// Joins a piece with the bytes behind it.
    void join_next(Piece& piece) {
        cut_ahead();
        if (!queue_.empty()) {
            std::unique_ptr<Piece> next = take_next();
            piece.join(*next);
            put_aside(std::move(next));
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
    unsigned next_home_ = 0;
    std::vector<std::vector<std::unique_ptr<Piece>>> spare_;  ///< by their homes

    std::deque<std::unique_ptr<Piece>> queue_;

    std::atomic<bool> stopped_ = false;  ///< nobody wants what was not read yet
    std::mutex database_mutex_;  ///< of what follows, which this thread alone sets
    std::shared_ptr<Database const> database_;  ///< behind the last piece that was delivered
};

}  // namespace

bool can_read_in_pieces(Source const& source, Format const& from, ReadSettings const& how) {
    if (how.workers == nullptr || how.workers->size() < 2 || from.cuts == nullptr || how.on_error == OnError::stop || how.options.flag("keep-source", false)) return false;
    bool const is_long = source.window().size() > 2 * how.piece || !source.at_end();
    return is_long && source.is_repeatable() && source.is_utf8() && from.cuts(source.window()).find != nullptr;
}

Counts read_in_pieces(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how) {
    return Pieces(source, from, to, diagnostics, how).run();
}

}  // namespace ibid::pipeline
