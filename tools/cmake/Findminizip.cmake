# Finds minizip (the directories of zip archives) and gives minizip::minizip.
include("${CMAKE_CURRENT_LIST_DIR}/IbidFindLibrary.cmake")
ibid_find_library(minizip minizip/unzip.h)
