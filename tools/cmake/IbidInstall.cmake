# What `cmake --install` installs: headers, library, program, and the package that find_package(ibid) reads.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/ibid")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/ibid" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def")
install(TARGETS ibid ibid_cite ibid_grammars EXPORT ibid ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT ibid NAMESPACE ibid:: FILE ibid-targets.cmake DESTINATION "${package_dir}")
if(IBID_TOOLS)
  install(TARGETS ibid_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/ibid-config.cmake.in" "${PROJECT_BINARY_DIR}/ibid-config.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ibid-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/ibid-config.cmake" "${PROJECT_BINARY_DIR}/ibid-config-version.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/IbidFindLibrary.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/Findutf8proc.cmake" "${CMAKE_CURRENT_LIST_DIR}/Findgumbo.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/Findzstd.cmake" "${CMAKE_CURRENT_LIST_DIR}/Findminizip.cmake" DESTINATION "${package_dir}")
