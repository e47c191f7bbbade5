// WindowSource: how the window is filled. UTF-8 is read straight into it and checked there; from the first bad byte
// on, or after a byte order mark of UTF-16, bytes go through a converter.
#include "io/window_source.hpp"

#include "io/compression/decompressed_input.hpp"
#include "io/evidence.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ibid::io {

namespace {
constexpr std::size_t piece = 16 * 1024;         // what is converted at once
constexpr std::size_t line_kept = 1025;          // bytes before the window, for what line_at() shows, and its line break
}  // namespace

WindowSource::WindowSource(std::unique_ptr<ByteInput> input, std::string_view name, Diagnostics* diagnostics,
                           std::size_t capacity, std::string_view encoding, Limits const& limits)
    : input_{std::move(input)}, name_{name}, diagnostics_{diagnostics}, limits_{limits},
      capacity_{std::max(capacity, longest_sequence)}, window_{capacity_}, wanted_{encoding} {
    begin();
}

WindowSource::~WindowSource() { tell_at_end(); }

void WindowSource::begin() {
    read_begin(3);
    if (may_be_packed(raw_)) unpack();
    ByteOrderMark const mark = byte_order_mark(raw_);
    mark_ = raw_.substr(0, mark.size);
    raw_.erase(0, mark.size);
    encoding_ = mark.encoding;
    if (mark.size == 0 && wanted_.empty() && raw_.size() > 1) {  // "@" in sixteen bits
        if (raw_[0] != 0 && raw_[1] == 0) encoding_ = Encoding::utf16le;
        else if (raw_[0] == 0 && raw_[1] != 0) encoding_ = Encoding::utf16be;
    }
    if (mark.size == 0 && !wanted_.empty()) choose(wanted_);
    converting_ = encoding_ != Encoding::utf8 || charset_ != nullptr;
    if (encoding_ != Encoding::utf8) tell_encoding(encoding_ == Encoding::utf16le ? "UTF-16, little-endian" : "UTF-16, big-endian");
    fill(window_.capacity());
    begun_ = true;
}

/// Reads until `size` bytes are known, or the end.
void WindowSource::read_begin(std::size_t size) {
    while (raw_.size() < size && !input_ended_) {
        char bytes[longest_magic];
        raw_.append(bytes, read(bytes, size - raw_.size()));
    }
}

/// Puts the input's content in the place of an input that is compressed.
void WindowSource::unpack() {
    read_begin(longest_magic);
    Codec const* const codec = codec_of_content(raw_, input_ended_);
    bool const is_archive = begins_archive(raw_);
    if (codec == nullptr && !is_archive) {
        input_ = prefixed_input(std::exchange(raw_, {}), std::move(input_));  // a small window has no room for so many bytes
    } else if (input_->decompresses()) {
        return refuse((is_archive ? "a zip archive" : std::string(codec->name) + " data").append(" inside compressed data is not opened"));
    } else if (is_archive) {
        return refuse("a zip archive is opened by the name of its file, not read as a stream");
    } else {
        auto const allowance = std::make_shared<Allowance>(Allowance{limits_.decompressed_size, limits_.decompressed_ratio});
        input_ = std::make_unique<DecompressedInput>(packing_of(*codec), std::exchange(raw_, {}), std::move(input_), allowance);
    }
    bytes_read_ = 0;
    input_ended_ = false;
    read_begin(3);
    if (input_->decompresses() && may_be_packed(raw_)) unpack();
}

void WindowSource::refuse(std::string_view why) {
    tell({Code::cannot_read, std::string(why)});
    raw_.clear();
    bytes_read_ = 0;
    input_ended_ = true;
}

void WindowSource::choose(std::string_view encoding) {
    if (auto const unicode = unicode_named(encoding)) encoding_ = *unicode;
    else charset_ = Charset::named(encoding);
}

/// At the first byte that is no UTF-8. Text that was UTF-8 until there stays so: Windows-1252 got mixed in.
void WindowSource::choose_by_evidence() {
    if (!wanted_.empty()) return;
    std::string_view const before = window_.view();
    if (base_offset_ == 0) {
        std::string_view const said = encoding_of_header({window_.base(), static_cast<std::size_t>(window_.end() - window_.base())});
        is_windows_1252_ = is_windows_1252(said);
        if (is_windows_1252_) return;
        if (!said.empty() && !unicode_named(said)) charset_ = Charset::named(said);
        if (charset_ != nullptr) return tell_encoding(charset_->name() + ", as its header says");
    }
    auto const is_ascii = [](char c) { return static_cast<signed char>(c) >= 0; };
    if (!std::all_of(before.begin(), before.end(), is_ascii)) return;
    std::string const bytes = std::string(before.substr(before.size() - std::min<std::size_t>(before.size(), 1))) + raw_;
    std::string_view const looks_like = encoding_of_bytes(bytes);
    if (looks_like.empty()) return;
    charset_ = Charset::named(looks_like);
    if (charset_ != nullptr) tell_encoding(charset_->name() + ", as its bytes show; --encoding overrules");
}

/// Says at once what the first window shows, and all else at the end: how far ahead the window is must not be seen.
void WindowSource::tell_encoding(std::string_view message) {
    if (begun_) late_encoding_ = message;
    else tell({Code::encoding, std::string(message)});
}

void WindowSource::tell(Notice const& notice) {
    if (diagnostics_ != nullptr) put(*diagnostics_, name_, notice);
}

std::size_t WindowSource::read(char* to, std::size_t size) {
    if (input_ended_) return 0;  // what is to be told has been
    std::size_t const got = input_->read(to, size);
    bytes_read_ += got;
    if (got != 0 || size == 0) return got;
    input_ended_ = true;
    if (input_->fault()) tell(*input_->fault());
    return 0;
}

bool WindowSource::more() {
    if (at_end()) return false;
    std::size_t const before = window_.size();
    std::size_t const wanted = std::max(before, longest_sequence);  // the window doubles: growth costs linear time
    if (window_.room() < wanted) make_room(wanted);
    fill(wanted);
    return window_.size() > before;
}

void WindowSource::consume(std::size_t size) {
    window_.drop(size);
    if (at_end() && window_.size() == 0) tell_at_end();
    if (at_end() || window_.size() > window_.capacity() / 4) return;
    make_room(0);
    fill(window_.capacity());
}

void WindowSource::make_room(std::size_t wanted) {
    std::size_t const kept = std::min(line_kept, capacity_ / 4);
    auto const all = static_cast<std::size_t>(window_.begin() - window_.base());
    std::size_t const dropped = all - std::min(all, kept);
    locator_.rebase(window_.base(), dropped);
    base_offset_ += dropped;
    if (!repairs_.empty()) std::erase_if(repairs_, [this](Repair const& r) { return r.offset < base_offset_; });
    window_.make_room(wanted, kept);
}

/// Adds `wanted` bytes to the window, fewer if the input ends or there is no room for more.
void WindowSource::fill(std::size_t wanted) {
    std::size_t const target = window_.size() + std::min(wanted, window_.room());
    while (!at_end() && window_.size() < target && window_.room() >= longest_sequence) {
        if (converting_)
            fill_converting();
        else
            fill_directly();
    }
}

void WindowSource::fill_directly() {
    char* const from = window_.end();
    std::copy(raw_.begin(), raw_.end(), from);
    char* const unread = from + raw_.size();
    std::size_t const got = read(unread, window_.room() - raw_.size());
    char const* const end = unread + got;
    char const* const good = skip_utf8(from, end);
    raw_.assign(good, end);
    // A sequence that the end of the reading cuts in two waits for its other half; anything else is bad.
    if (!raw_.empty()) {
        Sequence const next = sequence_at(good, end);
        converting_ = next.length == 0 || good + next.there != end || input_ended_;
    }
    window_.extend(static_cast<std::size_t>(good - from));
    if (converting_) choose_by_evidence();
}

void WindowSource::fill_converting() {
    if (raw_.size() < longest_sequence && !input_ended_) {
        std::size_t const kept = raw_.size();
        raw_.resize(kept + piece);
        raw_.resize(kept + read(raw_.data() + kept, piece));
    }
    char* const to = window_.end();
    std::size_t const known = repairs_.size();
    Conversion const done = charset_ != nullptr ? charset_->decode(raw_, input_ended_, to, window_.room())
                                                : convert(encoding_, raw_, input_ended_, to, window_.room(), repairs_);
    for (std::size_t i = known; i < repairs_.size(); ++i) repairs_[i].offset += base_offset_ + static_cast<std::size_t>(to - window_.base());
    window_.extend(done.made);
    raw_.erase(0, done.taken);
    if (done.bad != 0 && bad_ == 0) {
        first_bad_ = locate(to + done.first_bad);
        first_bad_line_ = line_at(to + done.first_bad);
    }
    bad_ += done.bad;
}

void WindowSource::append_original(std::string_view slice, std::string& to) const {
    // What a writer prints between the pieces that are kept is no UTF-16: the whole is UTF-8 then.
    if (encoding_ != Encoding::utf8 && diagnostics_ != nullptr && !std::exchange(told_of_utf8_, true))
        put(*diagnostics_, name_, {Code::not_preserved, "the file is UTF-16; its text is kept, in UTF-8"});
    auto const at_base = static_cast<std::size_t>(slice.data() - window_.base());
    std::uint64_t at = base_offset_ + at_base;
    if (at == 0 && encoding_ == Encoding::utf8) to += mark_;
    if (charset_ != nullptr) return charset_->encode(slice, to);
    auto const before = [](Repair const& r, std::uint64_t offset) { return r.offset < offset; };
    auto repair = std::lower_bound(repairs_.begin(), repairs_.end(), at, before);
    while (!slice.empty()) {
        bool const here = repair != repairs_.end() && repair->offset < at + slice.size();
        std::size_t const good = here ? static_cast<std::size_t>(repair->offset - at) : slice.size();
        to += slice.substr(0, good);
        if (!here) return;
        to += repair->byte;
        slice.remove_prefix(good + repair->made);
        at += good + repair->made;
        ++repair;
    }
}

void WindowSource::tell_at_end() {
    if (!late_encoding_.empty()) {
        begun_ = false;
        tell_encoding(std::exchange(late_encoding_, {}));
    }
    if (input_ended_ && input_->remark() && !std::exchange(remarked_, true)) tell(*input_->remark());
    report_bad_bytes();
}

/// Says once for the whole file what was bad: in a file in another encoding, that is every line.
void WindowSource::report_bad_bytes() {
    std::size_t const bad = std::exchange(bad_, 0);
    if (bad == 0 || diagnostics_ == nullptr) return;
    if (is_windows_1252_) return tell({Code::encoding, "Windows-1252, as its header says"});  // nothing is bad
    std::string_view const what = charset_ != nullptr         ? " bytes are not of the encoding and became U+FFFD"
                                  : encoding_ != Encoding::utf8 ? " surrogates without a partner became U+FFFD"
                                  : bad == 1                  ? " byte is not UTF-8 and was read as Windows-1252"
                                                              : " bytes are not UTF-8 and were read as Windows-1252";
    std::string const message = std::to_string(bad).append(what);
    Diagnostic warning;
    warning.code = Code::bad_utf8;
    warning.where = first_bad_;
    warning.message = message;
    warning.source_line = first_bad_line_;
    if (charset_ == nullptr && encoding_ == Encoding::utf8) warning.hint = "if letters look wrong, say the encoding with --encoding";
    diagnostics_->put(warning);
}

Location WindowSource::locate(char const* at) {
    auto const place = locator_.locate(window_.base(), static_cast<std::size_t>(at - window_.base()));
    return {name_, place.line, place.column};
}

std::string_view WindowSource::line_at(char const* at) const noexcept {
    // What was consumed is still there until room is made: a line may begin before the window.
    char const* const end = window_.view().data() + window_.size();
    return line_around(at, {window_.base(), static_cast<std::size_t>(end - window_.base())}, locator_.base_begins_line());
}

std::unique_ptr<Source> WindowSource::again() {
    auto input = spooled_ != nullptr ? spooled_->again() : input_->again();
    if (input == nullptr && encoding_ == Encoding::utf8 && charset_ == nullptr) {
        // A pipe: what is left of it moves to a temporary file, and is read from there from now on.
        Spooled both = spool(std::string(window_.view()) + raw_, *input_);
        if (both.whole == nullptr) {
            if (both.rest != nullptr) input_ = std::move(both.rest);
            return nullptr;
        }
        input = both.whole->again();
        spooled_ = std::move(both.whole);
        input_ = std::move(both.rest);
    }
    if (input == nullptr) return nullptr;
    return std::make_unique<WindowSource>(std::move(input), name_, nullptr, capacity_, charset_ != nullptr ? charset_->name() : wanted_, limits_);
}

}  // namespace ibid::io
