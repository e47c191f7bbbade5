// Native: BibTeX and BibLaTeX as the mapping engine knows them.
#pragma once

namespace ibid::formats::bibtex {

class Decoder;
class Encoder;

struct Native {
    using Decoder = bibtex::Decoder;
    using Encoder = bibtex::Encoder;
};

}  // namespace ibid::formats::bibtex
