# SPDX-License-Identifier: Apache-2.0
# Embeds the built-in packs and the version: deltoid_embed_packs() writes packs.hpp and version.hpp into a folder.
# A pack lies in a raw string literal byte for byte, so that its digest is the file's; no generator has to be
# built first, which keeps cross-compiling simple. tests/policy/packs.cpp compares the bytes.

function(deltoid_embed_packs folder)
  file(GLOB packs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/data/*.tsv")   # sorted by name
  set(PACK_TEXTS "")
  set(PACK_ENTRIES "")
  list(LENGTH packs PACK_COUNT)
  set(number 0)
  foreach(pack IN LISTS packs)
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${pack}")
    get_filename_component(name "${pack}" NAME_WE)
    file(READ "${pack}" text)
    # Not text_@number@ = std::string_view(R"(...)"): its length would be counted character by character in a
    # constant expression, which clang gives up on at a million steps.
    string(APPEND PACK_TEXTS "inline constexpr char pack_${number}[] = R\"~pack~(${text})~pack~\";\n")
    string(APPEND PACK_ENTRIES "    {\"${name}\", {embedded::pack_${number}, sizeof embedded::pack_${number} - 1}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  # The built-in payer profiles, the same way.
  file(GLOB profiles CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/profiles/*.json")
  set(PROFILE_TEXTS "")
  set(PROFILE_ENTRIES "")
  list(LENGTH profiles PROFILE_COUNT)
  foreach(profile IN LISTS profiles)
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${profile}")
    get_filename_component(name "${profile}" NAME_WE)
    file(READ "${profile}" text)
    string(APPEND PROFILE_TEXTS "inline constexpr char profile_${name}[] = R\"~json~(${text})~json~\";\n")
    string(APPEND PROFILE_ENTRIES "    {\"${name}\", {embedded::profile_${name}, sizeof embedded::profile_${name} - 1}},\n")
  endforeach()
  configure_file("${PROJECT_SOURCE_DIR}/cmake/profiles.hpp.in" "${folder}/profiles.hpp" @ONLY)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/packs.hpp.in" "${folder}/packs.hpp" @ONLY)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/version.hpp.in" "${folder}/version.hpp" @ONLY)
endfunction()
