// Uses the installed library: one conversion, by the public headers alone.
#include <ibid/ibid.hpp>

#include <iostream>

int main() {
    auto const converted = ibid::convert("TY  - BOOK\nTI  - Dubliners\nID  - joyce\nER  - \n", "ris", "bibtex");
    std::cout << converted.text;
    return converted.counts.written == 1 && converted.text.find("Dubliners") != std::string::npos ? 0 : 1;
}
