# SPDX-License-Identifier: Apache-2.0
# Finds nlohmann/json for the command line, the tests and the benchmarks: the system's headers first, else one pinned
# download. The result is deltoid::nlohmann, headers only. The core has a parser of its own: this one was a seventh of
# the engine's code.

find_path(DELTOID_NLOHMANN nlohmann/json.hpp PATHS /usr/include /usr/local/include)

if(NOT DELTOID_NLOHMANN)
  message(STATUS "nlohmann/json is not on this system: downloading it")
  include(FetchContent)
  # The hash is the one that other projects pin for this release; the download itself could not be tried where
  # this was written, for lack of a way to GitHub.
  FetchContent_Declare(nlohmann_json
    URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
    URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(nlohmann_json)
  set(DELTOID_NLOHMANN "${nlohmann_json_SOURCE_DIR}/include")
endif()

# Only nlohmann's own folder is linked into the build, so that nothing else of the system's comes along.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/include")
file(CREATE_LINK "${DELTOID_NLOHMANN}/nlohmann" "${PROJECT_BINARY_DIR}/include/nlohmann" SYMBOLIC)

add_library(deltoid_nlohmann INTERFACE)
add_library(deltoid::nlohmann ALIAS deltoid_nlohmann)
target_include_directories(deltoid_nlohmann SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/include")
# Off in every unit alike, or two units would see two versions of its types. What would throw aborts instead, so
# only sax_parse, accept and parse(..., nullptr, false) are used on what comes from outside.
target_compile_definitions(deltoid_nlohmann INTERFACE JSON_NOEXCEPTION)
