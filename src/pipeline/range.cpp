// Ranges: a source is passed over up to where a range begins, and ends for its reader where the range does.
#include "ibid/range.hpp"

#include "pipeline/drain.hpp"

#include <algorithm>

namespace ibid {

namespace {

/// A source that ends after some bytes of another. That is found out by more(), as with pieces.
class Stretch final : public Source {
public:
    Stretch(Source& whole, std::uint64_t size) : whole_{whole}, left_{size} {}

    [[nodiscard]] std::string_view name() const noexcept override { return whole_.name(); }
    [[nodiscard]] std::string_view window() const noexcept override { return whole_.window().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, whole_.window().size()))); }
    [[nodiscard]] bool at_end() const noexcept override { return ended_ || (!is_within() && whole_.at_end()); }
    bool more() override {
        if (!is_within()) return whole_.more();
        ended_ = true;
        return false;
    }
    void consume(std::size_t size) override {
        left_ -= size;
        whole_.consume(size);
    }
    [[nodiscard]] Location locate(char const* at) override { return whole_.locate(at); }
    [[nodiscard]] std::string_view line_at(char const* at) const noexcept override { return whole_.line_at(at); }
    [[nodiscard]] bool is_utf8() const noexcept override { return whole_.is_utf8(); }
    void append_original(std::string_view slice, std::string& to) const override { whole_.append_original(slice, to); }
    [[nodiscard]] std::size_t bytes_read() const noexcept override { return whole_.bytes_read(); }
    [[nodiscard]] std::unique_ptr<Source> again() override { return whole_.again(); }
    [[nodiscard]] bool is_repeatable() const noexcept override { return whole_.is_repeatable(); }
    [[nodiscard]] Limits const& limits() const noexcept override { return whole_.limits(); }

private:
    /// Whether the stretch ends in the window.
    [[nodiscard]] bool is_within() const noexcept { return left_ <= whole_.window().size(); }

    Source& whole_;
    std::uint64_t left_;
    bool ended_ = false;
};

constexpr std::size_t usual_step = std::size_t{64} << 10;
constexpr std::size_t longest_search = std::size_t{32} << 20;  // for a cut; what has none is part of the last range

/// Throws items away.
class Nowhere final : public ItemSink {
public:
    void put(Item&) override {}
    void finish() override {}
};

/// Where the first record behind `from` begins, in a window that is made longer for it; npos: nowhere.
std::size_t find_cut(Source& source, Cuts const& cuts, std::size_t from) {
    for (;;) {
        std::size_t const cut = source.window().size() > from ? cuts.find(source.window(), from) : std::string_view::npos;
        if (cut != std::string_view::npos || source.window().size() > from + longest_search || !source.more()) return cut;
    }
}

}  // namespace

std::vector<ByteRange> find_ranges(Source& source, Format const& from, std::uint64_t size) {
    std::vector<ByteRange> ranges{ByteRange{}};
    Cuts const cuts = from.cuts != nullptr ? from.cuts(source.window()) : Cuts{};
    if (cuts.find == nullptr || size == 0) return ranges;
    Nowhere nowhere;
    Diagnostics unheard;
    Options const options;
    Database database;
    for (std::uint64_t at = 0;;) {
        std::uint64_t const missing = size - (at - ranges.back().begin);
        std::size_t cut = find_cut(source, cuts, static_cast<std::size_t>(std::min<std::uint64_t>(missing, usual_step)));
        for (std::size_t step = 1;; cut = find_cut(source, cuts, cut + step), step *= 2) {  // until its reader agrees with it
            if (cut == std::string_view::npos) return ranges;
            std::string_view const bytes = source.window().substr(0, cut);
            auto const piece = open_piece(bytes, 0, 0, source.locate(bytes.data()), true, [&source] { return source.again(); }, source.limits());
            auto const reader = from.make_reader({*piece, unheard, options, nullptr, &database, cuts.framed && at != 0, true});
            pipeline::drain(*reader, nowhere);
            if (!reader->broke_off()) break;
        }
        source.consume(cut);
        at += cut;
        if (at - ranges.back().begin < size) continue;
        ranges.back().end = at;
        ranges.push_back({at, ByteRange::to_the_end});
    }
}

RangeRead read_range(Source& source, Format const& from, ByteRange range, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how) {
    Cuts const cuts = from.cuts != nullptr ? from.cuts(source.window()) : Cuts{};
    if (cuts.find == nullptr) return {{}, RangeFault::cannot_be_cut};
    Database own;
    Database& database = how.database != nullptr ? *how.database : own;
    if (cuts.chained && range.begin != 0) {
        Stretch before(source, range.begin);
        Nowhere nowhere;
        Diagnostics unheard;
        auto const reader = from.make_reader({before, unheard, how.options, nullptr, &database, false, true});
        pipeline::drain(*reader, nowhere);
        if (reader->broke_off()) return {{}, RangeFault::begins_inside};
    } else if (!pipeline::pass_over(source, range.begin)) {
        return {{}, RangeFault::behind_the_end};
    }
    bool const goes_on = range.end != ByteRange::to_the_end;
    Stretch stretch(source, range.end - range.begin);
    auto const reader = from.make_reader({stretch, diagnostics, how.options, nullptr, &database, cuts.framed && range.begin != 0, goes_on});
    Counts const counts = pipeline::drain(*reader, to, how.on_error);
    return {counts, goes_on && reader->broke_off() ? RangeFault::ends_inside : RangeFault::none};
}

}  // namespace ibid
