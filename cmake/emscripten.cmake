# SPDX-License-Identifier: Apache-2.0
# The toolchain of the wasm preset: the Emscripten that is here, be it an emsdk (EMSDK or em++ on the PATH) or
# Debian's package. `emcmake cmake --preset wasm` works too and skips this file.

set(candidates "")
if(DEFINED ENV{EMSDK})
  list(APPEND candidates "$ENV{EMSDK}/upstream/emscripten")
endif()
find_program(DELTOID_EMXX em++ NO_CACHE)
if(DELTOID_EMXX)
  file(REAL_PATH "${DELTOID_EMXX}" emxx)
  get_filename_component(home "${emxx}" DIRECTORY)
  list(APPEND candidates "${home}")
endif()
list(APPEND candidates /usr/share/emscripten)

foreach(home IN LISTS candidates)
  set(toolchain "${home}/cmake/Modules/Platform/Emscripten.cmake")
  if(EXISTS "${toolchain}")
    include("${toolchain}")
    return()
  endif()
endforeach()
message(FATAL_ERROR "No Emscripten here: scripts/start installs it, or put an emsdk's em++ on the PATH")
