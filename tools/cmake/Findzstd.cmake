# Finds zstd (compression) and gives zstd::zstd.
include("${CMAKE_CURRENT_LIST_DIR}/IbidFindLibrary.cmake")
ibid_find_library(zstd zstd.h)
