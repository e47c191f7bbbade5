# Finds utf8proc (Unicode normalisation and properties) and gives utf8proc::utf8proc.
include("${CMAKE_CURRENT_LIST_DIR}/IbidFindLibrary.cmake")
ibid_find_library(utf8proc utf8proc.h)
