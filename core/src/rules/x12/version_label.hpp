// SPDX-License-Identifier: Apache-2.0
// X12005: the version label is old, or says something else than the content.
#pragma once

#include "rules/x12/examples.hpp"
#include "rules/x12/sources.hpp"

namespace deltoid::rulebook {

/// Messages of X12005.
enum class VersionLabel : std::uint8_t {
    content_differs,   ///< {label} {content}
    labels_differ,     ///< {group} {set}
    old_version,       ///< {label}; notice
    sibling_guide,     ///< {label} {purpose}; notice
    unknown_version    ///< {label}; notice
};

inline constexpr std::string_view version_label_messages[] = {
    "The file calls itself {label}, but its claims are {content}. They were read as what they are.",
    "GS08 says {group} and ST03 says {set}. They must name the same guide.",
    "This file has the old version {label}. It was read, but payers no longer take it.",
    "The file calls itself {label}, {purpose}. Its claims were read like claims to be paid.",
    "The file names no version that is known here (\"{label}\"). It was read by its content.",
};
inline constexpr Source version_label_sources[] = {x12::envelope, x12::adopted};
inline constexpr auto version_label_text =
    x12::join(x12::isa, "GS*HC*CLINIC*PAYER*20260916*0800*101*X*005010X223A2~\n", "ST*837*0001*005010X223A2~\n",
              x12::provider, x12::subscriber, x12::claim, x12::visit_and_injection, x12::drug, x12::ends);
inline constexpr Example version_label_bad[] = {
    {"The label is that of hospital claims, the lines are professional.", x12::view(version_label_text), "{}", true}};
inline constexpr Example version_label_good[] = {{"A proper file.", x12::clean, "{}", true}};

inline constexpr Rule version_label{
    .id = "X12005",
    .name = "version-label",
    .level = Level::warning,
    .scope = Scope::reader,
    .institutional = true,
    .on_voids = true,
    .any_claim = true,
    .summary = "The version that the file names is old, unusual, or disagrees with what is in it.",
    .why = "Payers route a file by this label; for professional claims they take 005010X222A1.",
    .fix = "Set the version in the software that writes the file (GS08 and ST03).",
    .myth = "",
    .messages = version_label_messages,
    .sources = version_label_sources,
    .bad = version_label_bad,
    .good = version_label_good,
};

}   // namespace deltoid::rulebook
