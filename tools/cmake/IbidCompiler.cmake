# How every target of ibid is compiled: ibid_glob() collects its files, ibid_compiler() gives it warnings and the rest.

# Without a build type the compiler would not optimise at all.
if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

find_program(IBID_CCACHE ccache)
if(IBID_CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${IBID_CCACHE}")
endif()

if(IBID_LTO)
  include(CheckIPOSupported)
  check_ipo_supported()
endif()

# Everything that is linked together has to agree on sanitizers, hence not by target.
if(IBID_SANITIZE)
  add_compile_options("-fsanitize=${IBID_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options("-fsanitize=${IBID_SANITIZE}")
endif()
if(IBID_LIBFUZZER)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# The .cpp files below a folder of the project.
function(ibid_glob variable folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
  set(${variable} ${files} PARENT_SCOPE)
endfunction()

# Most of what a file costs to compile are the headers of the standard library. A build without this sees to it that
# each file includes what it uses.
function(ibid_precompile target)
  if(IBID_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cstdint> <deque> <filesystem> <functional> <map>
      <memory> <optional> <set> <span> <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
  endif()
endfunction()

function(ibid_compiler target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<BOOL:${IBID_WERROR}>:-Werror>)
  # g++ 12 sees copies of impossible length in std::string's operator+ once it is inlined (GCC bugs 105329, 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
  endif()
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(IBID_LTO)
    set_target_properties(${target} PROPERTIES INTERPROCEDURAL_OPTIMIZATION ON)
  endif()
endfunction()
