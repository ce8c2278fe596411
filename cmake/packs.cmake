# SPDX-License-Identifier: Apache-2.0
# Embeds the built-in packs and the version: deltoid_embed_packs() writes packs.hpp and version.hpp into a folder.
# No generator has to be built first, which keeps cross-compiling simple.
# A pack lies there column by column, in a raw string literal: so it compresses to five sixths of what its rows do. Its
# bytes, and with them its digest, are put together again when it is read; tests/policy/packs.cpp compares them.

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
    string(REGEX MATCH "^(#[^\n]*\n)+" header "${text}")
    string(LENGTH "${header}" header_length)
    string(SUBSTRING "${text}" ${header_length} -1 rows)
    string(REGEX MATCH "^[^\n]*" names "${rows}")
    string(REGEX REPLACE "[^\t]" "" tabs "${names}")
    string(LENGTH "${tabs}" last)
    set(columns "")
    foreach(column RANGE ${last})
      string(REPEAT "[^\t\n]*\t" ${column} before)
      string(REGEX REPLACE "\n${before}([^\t\n]*)[^\n]*" "\\1\n" cells "\n${rows}")
      string(REGEX REPLACE "\n$" "" cells "${cells}")   # behind the last row's end stood nothing
      string(APPEND columns "${cells}")
    endforeach()
    math(EXPR column_count "${last} + 1")
    # Not text_@number@ = std::string_view(R"(...)"): its length would be counted character by character in a
    # constant expression, which clang gives up on at a million steps.
    string(APPEND PACK_TEXTS "inline constexpr char header_${number}[] = R\"~pack~(${header})~pack~\";\n")
    string(APPEND PACK_TEXTS "inline constexpr char columns_${number}[] = R\"~pack~(${columns})~pack~\";\n")
    string(APPEND PACK_ENTRIES "    {\"${name}\", {embedded::header_${number}, sizeof embedded::header_${number} - 1}, "
      "${column_count}, {embedded::columns_${number}, sizeof embedded::columns_${number} - 1}},\n")
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
