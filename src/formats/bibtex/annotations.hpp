// Annotations: what BibLaTeX's data annotations (manual, section 3.7) say of the names of a list. A record holds one
// thing of that kind, an identifier of each name: `author+an:orcid = {1="0000-0002-1825-0097"}`.
#pragma once

#include "mapping/native.hpp"
#include "ibid/record.hpp"

#include <string_view>

namespace ibid::formats::bibtex {

/// The value of the annotation for the identifiers of the names: `1="..."; 3="..."`; empty if no name has one.
std::string_view annotation_of(Names const& names, Arena& arena);

/// What stands behind the name of the annotated field: "+an:orcid" if all of them are ORCIDs, else "+an:id".
std::string_view annotation_suffix(Names const& names) noexcept;

/// Gives the identifiers to the names of the field that was annotated, and claims the annotation; false: it is another
/// one, or says something else as well.
bool read_annotation(mapping::NativeField& annotation, mapping::NativeRecord& native, Record& record);

}  // namespace ibid::formats::bibtex
