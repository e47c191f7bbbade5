// Text in, text out: one call converts a BibTeX entry to RIS.
#include <ibid/ibid.hpp>

#include <iostream>
#include <string_view>

constexpr std::string_view entry = R"(
@article{faraday1846,
  author  = {Faraday, Michael},
  title   = {Thoughts on Ray Vibrations},
  journal = {Philosophical Magazine},
  year    = 1846,
  month   = may,
  volume  = 28,
  pages   = {345--350}
}
)";

int main() {
    auto const [ris, counts] = ibid::convert(entry, "bibtex", "ris");
    std::cout << ris;

    bool const is_right = counts.written == 1 && counts.add_up()
                          && ris.find("AU  - Faraday, Michael") != std::string::npos
                          && ris.find("EP  - 350") != std::string::npos;
    return is_right ? 0 : 1;
}
