// What a CitationFormatter holds, for those who implement the public face.
#pragma once

#include "cite/processor.hpp"
#include "cite/writer.hpp"
#include "ibid/cite.hpp"

namespace ibid {

struct CitationFormatter::State {
    cite::Processor processor;
    cite::Writer const& writer;
    bool own = false;
};

}  // namespace ibid
