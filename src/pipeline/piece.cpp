// How a piece is read and delivered.
#include "pipeline/piece.hpp"

#include <algorithm>
#include <utility>

namespace ibid::pipeline {

namespace {
constexpr std::size_t padding = 64;  // that readers may load past the end
}

void Piece::begin(Source& source, std::size_t size, bool continues) {
    std::string_view const bytes = source.window().substr(0, size);
    Location const where = source.locate(bytes.data());
    std::string_view const line = source.line_at(bytes.data());
    seen_ = line.empty() ? 0 : static_cast<std::size_t>(bytes.data() - line.data());
    std::string_view const rest = source.window().substr(size, longest_line);
    behind_ = std::min(rest.find('\n'), rest.size());
    bytes_.assign(line, 0, seen_).append(bytes).append(rest, 0, behind_);
    file_ = where.file;
    where_ = {file_, where.line, seen_ != 0 ? 1 : where.column};
    limits_ = source.limits();
    continues_ = continues;
    goes_on = true;
    is_done = false;
}

void Piece::join(Piece const& next) {
    join(std::string_view(next.bytes_).substr(next.seen_));
    behind_ = next.behind_;
}

void Piece::join(std::string_view rest) {
    bytes_.resize(bytes_.size() - behind_);
    bytes_ += rest;
    behind_ = 0;
}

void Piece::read(Again const& again, Format const& from, Options const& options, Diagnostics const& to_tell, Database const& known) noexcept {
    try {
        database_ = known.copy();
        digest_ = known.digest();
        told_.clear();
        size_ = 0;
        fault_ = nullptr;
        if (log_ == nullptr) log_ = std::make_unique<DiagnosticLog>(to_tell);
        log_->clear();
        read_items(again, from, options);
    } catch (...) {
        broke_off_ = false;
        fault_ = std::current_exception();
    }
}

void Piece::read_items(Again const& again, Format const& from, Options const& options) {
    std::size_t const size = bytes_.size();
    bytes_.append(padding, '\0');
    auto const source = open_piece({bytes_.data(), size}, seen_, behind_, where_, goes_on, again, limits_);
    auto const reader = from.make_reader({*source, log_->diagnostics(), options, nullptr, &database_, continues_, goes_on});
    for (;; ++size_) {
        if (size_ == items_.size()) items_.emplace_back();
        if (!reader->next(items_[size_])) break;
        told_.push_back(log_->size());
    }
    bytes_.resize(size);
    rejected_ = reader->rejected();
    absorbed_ = reader->absorbed();
    broke_off_ = goes_on && reader->broke_off();
}

Counts Piece::deliver(ItemSink& to, Diagnostics& diagnostics) {
    if (fault_) std::rethrow_exception(fault_);
    Counts counts;
    std::size_t at = 0;
    for (; at < size_ && to.wants_more(); ++at) {
        log_->deliver(told_[at], diagnostics);
        counts.read += items_[at].kind == ItemKind::record;
        to.put(items_[at]);
    }
    if (at < size_) return counts;
    log_->deliver_all(diagnostics);
    counts.rejected = rejected_;
    counts.absorbed = absorbed_;
    counts.read += counts.rejected + counts.absorbed;
    return counts;
}

}  // namespace ibid::pipeline
