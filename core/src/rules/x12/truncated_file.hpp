// SPDX-License-Identifier: Apache-2.0
// X12004: the file ends before its envelope does.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12004.
enum class TruncatedFile : std::uint8_t {
    inside_claim,    ///< {claim} {trailer}
    before_trailer   ///< {trailer}
};

inline constexpr std::string_view truncated_file_messages[] = {
    "The file ends inside claim \"{claim}\", without {trailer}. That claim may be incomplete, and "
    "others may be missing.",
    "The file ends without {trailer}. Claims may be missing at its end.",
};
inline constexpr Source truncated_file_sources[] = {x12::application, x12::envelope};
inline constexpr auto truncated_file_text = x12::join(x12::isa, x12::group, x12::set, x12::provider, x12::subscriber,
                                                      x12::claim, x12::visit_and_injection, x12::drug);
inline constexpr Example truncated_file_bad[] = {
    {"The file ends behind its last service line.", x12::view(truncated_file_text), "{}", true}};
inline constexpr Example truncated_file_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule truncated_file{
    .id = "X12004",
    .name = "truncated-file",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The file ends before its closing segments.",
    .why = "Part of the file was lost: claims may be missing, and the last one may lack lines.",
    .fix = "Get the file again from where it was made, and compare the sizes.",
    .myth = "",
    .messages = truncated_file_messages,
    .sources = truncated_file_sources,
    .bad = truncated_file_bad,
    .good = truncated_file_good,
};

}   // namespace deltoid::rulebook
