# SPDX-License-Identifier: Apache-2.0
# What every unit of the project is compiled with: the warnings, the sanitizers and link-time optimisation.

add_library(deltoid_options INTERFACE)
target_compile_options(deltoid_options INTERFACE
  -Wall -Wextra -Wconversion -Wshadow
  # g++ 12 sees overlapping copies in std::string where there are none (GCC bug 105651, mended in 13).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${DELTOID_WERROR}>:-Werror>)

if(DELTOID_SANITIZERS)
  # A finding must end the run: without no-recover UBSan only prints, and the test would pass.
  # vptr reads type information, which the core has none of: every shared_ptr that the core made would be a finding.
  target_compile_options(deltoid_options INTERFACE
    -fsanitize=${DELTOID_SANITIZERS} -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(deltoid_options INTERFACE -fsanitize=${DELTOID_SANITIZERS})
endif()

if(DELTOID_FUZZ)
  # Coverage in the core as well; the fuzzers themselves add the libFuzzer main.
  target_compile_options(deltoid_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(deltoid_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(DELTOID_LTO)
  if(EMSCRIPTEN)
    # CMake does not know that em++ can: it is told by hand, when compiling and when linking.
    target_compile_options(deltoid_options INTERFACE -flto)
    target_link_options(deltoid_options INTERFACE -flto)
  else()
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
  endif()
endif()
