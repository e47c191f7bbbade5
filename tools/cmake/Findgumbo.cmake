# Finds gumbo (a parser of HTML5) and gives gumbo::gumbo.
include("${CMAKE_CURRENT_LIST_DIR}/IbidFindLibrary.cmake")
ibid_find_library(gumbo gumbo.h)
