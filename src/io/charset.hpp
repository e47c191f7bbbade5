// Charset: an encoding that is known by its name, there and back, by the converters of the C library (iconv).
#pragma once

#include "io/converter.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace ibid::io {

class Charset {
public:
    /// Null if there is no encoding of the name, or none in which ASCII is ASCII. Names are those of IANA, and of Java,
    /// which JabRef writes: "GBK", "windows-1251", "ISO8859_1", "x-MacRoman".
    static std::unique_ptr<Charset> named(std::string_view name);
    ~Charset();
    Charset(Charset const&) = delete;
    Charset& operator=(Charset const&) = delete;

    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// As convert(): what is no text of the encoding becomes U+FFFD, byte by byte.
    Conversion decode(std::string_view bytes, bool last, char* to, std::size_t room);
    /// Adds UTF-8 text in the encoding; what it has not, as UTF-8.
    void encode(std::string_view text, std::string& to) const;

private:
    struct Handles;
    Charset(std::string name, std::unique_ptr<Handles> handles);

    std::string name_;
    std::unique_ptr<Handles> handles_;
};

}  // namespace ibid::io
