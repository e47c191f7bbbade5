// Fuzz target: names of persons, lists and single ones. The parts of a name lie in it.

#include "fuzz/padded.hpp"

#include "grammars/person_name.hpp"

#include <cstdlib>

namespace person_name = ibid::grammars::person_name;

namespace {

person_name::Letter letter_of(char32_t c) {
    return c < 0xC0 ? person_name::Letter::none : (c & 1U) != 0 ? person_name::Letter::lower : person_name::Letter::other;
}

void check(person_name::Name const& name, ibid::fuzz::Padded const& text) {
    for (auto const part : {name.source, name.first, name.von, name.last, name.jr, name.first_von})
        if (!text.holds(part)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    person_name::List list;
    person_name::parse(text.view(), letter_of, list);
    for (auto const& name : list.names) {
        check(name, text);
        person_name::shape(name.last, letter_of);
    }
    check(person_name::parse_plain(text.view(), letter_of), text);
    return 0;
}
