// Charset over iconv.
#include "io/charset.hpp"

#include "io/utf8.hpp"

#include <cerrno>
#include <cstdint>
#include <utility>

#include <iconv.h>

namespace ibid::io {

namespace {

constexpr std::uint32_t replacement_character = 0xFFFD;

/// A conversion that is closed with its owner.
class Handle {
public:
    Handle(char const* to, char const* from) : handle_{::iconv_open(to, from)} {}
    ~Handle() {
        if (*this) ::iconv_close(handle_);
    }
    Handle(Handle const&) = delete;
    Handle& operator=(Handle const&) = delete;
    explicit operator bool() const noexcept { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// 0, or why it stopped: EILSEQ, EINVAL (the end is missing), E2BIG.
    int run(char const*& from, std::size_t& left, char*& to, std::size_t& room) const noexcept {
        char* at = const_cast<char*>(from);  // iconv does not write there
        std::size_t const done = ::iconv(handle_, &at, &left, &to, &room);
        int const error = done == static_cast<std::size_t>(-1) ? errno : 0;
        from = at;
        return error;
    }

private:
    iconv_t handle_;
};

/// The names by which iconv may know what others write otherwise: x-MacRoman, ISO8859_1, Cp1252.
std::string iconv_name(std::string_view name, bool dashed) {
    if (name.starts_with("x-") || name.starts_with("X-")) name.remove_prefix(2);
    std::string plain(name);
    for (char& c : plain) {
        if (c == '_' && dashed) c = '-';
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    if (plain == "MACROMAN") return "MACINTOSH";
    if (plain == "MS932" || plain == "WINDOWS-31J") return "CP932";
    return plain;
}

}  // namespace

struct Charset::Handles {
    Handles(char const* name) : decode("UTF-8", name), encode(name, "UTF-8") {}
    Handle decode;
    Handle encode;
};

std::unique_ptr<Charset> Charset::named(std::string_view name) {
    for (bool const dashed : {false, true}) {
        std::string known = iconv_name(name, dashed);
        if (known.empty() || known.find('\0') != known.npos || known.find('/') != known.npos) return nullptr;
        auto handles = std::make_unique<Handles>(known.c_str());
        if (!handles->decode || !handles->encode) continue;
        std::unique_ptr<Charset> charset(new Charset(std::move(known), std::move(handles)));
        std::string at;
        charset->encode("@", at);
        return at == "@" ? std::move(charset) : nullptr;
    }
    return nullptr;
}

Charset::Charset(std::string name, std::unique_ptr<Handles> handles) : name_{std::move(name)}, handles_{std::move(handles)} {}
Charset::~Charset() = default;

Conversion Charset::decode(std::string_view bytes, bool last, char* to, std::size_t room) {
    Conversion done;
    char const* at = bytes.data();
    char* out = to;
    std::size_t left = bytes.size();
    while (left != 0 && room >= longest_sequence) {
        int const stopped = handles_->decode.run(at, left, out, room);
        if (stopped == 0 || stopped == E2BIG || (stopped == EINVAL && !last)) break;
        if (room < longest_sequence) break;
        if (done.bad++ == 0) done.first_bad = static_cast<std::size_t>(out - to);
        char* const behind = put_utf8(replacement_character, out);
        room -= static_cast<std::size_t>(behind - out);
        out = behind;
        ++at;
        --left;
    }
    done.taken = static_cast<std::size_t>(at - bytes.data());
    done.made = static_cast<std::size_t>(out - to);
    return done;
}

void Charset::encode(std::string_view text, std::string& to) const {
    char const* at = text.data();
    std::size_t left = text.size();
    while (left != 0) {
        char piece[4096];
        char* out = piece;
        std::size_t room = sizeof piece;
        int const stopped = handles_->encode.run(at, left, out, room);
        to.append(piece, static_cast<std::size_t>(out - piece));
        if (stopped != EILSEQ && stopped != EINVAL) continue;
        to += *at++;
        --left;
    }
}

}  // namespace ibid::io
