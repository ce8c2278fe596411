# SPDX-License-Identifier: Apache-2.0
# Finds Catch2 v3 for the native tests: the system's (Debian 12: bookworm-backports), else one pinned download.

find_package(Catch2 3 QUIET)
if(NOT Catch2_FOUND)
  message(STATUS "Catch2 v3 is not on this system: downloading it")
  include(FetchContent)
  # The hash is that of Debian's orig tarball of the same release; the download itself could not be tried where
  # this was written, for lack of a way to GitHub.
  FetchContent_Declare(Catch2
    URL https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz
    URL_HASH SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(Catch2)
  list(APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/extras")
endif()
include(Catch)   # catch_discover_tests
