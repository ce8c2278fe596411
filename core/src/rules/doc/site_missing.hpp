// SPDX-License-Identifier: Apache-2.0
// DOC005: a record without the site of the injection.
#pragma once

#include "rules/doc/example_record.hpp"
#include "rules/doc/records.hpp"
#include "rules/doc/sources.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view site_missing_messages[] = {
    "Line {line}: the record does not say where the drug was injected. Write site and side, as in left deltoid.",
    "Line {line}: the record gives the site as \"{site}\" without a side. Write left or right.",
};
inline constexpr Source site_missing_sources[] = {source::record_of_services};
inline constexpr std::string_view site_missing_edits1 = R"(,{"op":"remove","path":"/lines/2/documentation/site"})";
inline constexpr std::string_view site_missing_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/site","value":"deltoid"})";
inline constexpr std::string_view site_missing_good_edits2 =
    R"(,{"op":"replace","path":"/lines/2/documentation/site","value":"abdomen"})";
inline constexpr Example site_missing_bad[] = {
    {"No site is written down.", with_record<site_missing_edits1>},
    {"The site has no side.", with_record<site_missing_edits2>},
};
inline constexpr Example site_missing_good[] = {
    {"The record is complete.", with_record<>},
    {"The abdomen has no side.", with_record<site_missing_good_edits2>},
};

inline constexpr std::array<std::string_view, 22> side_words{
    "LEFT", "RIGHT", "L",   "R",  "LT", "RT",  "LUE", "RUE",  "LLE",       "RLE",         "LUQ",
    "RUQ",  "LLQ",   "RLQ", "LD", "RD", "LVG", "RVG", "BOTH", "BILATERAL", "BILATERALLY", "MIDLINE"};
/// Sites that need no side.
inline constexpr std::array<std::string_view, 6> middle_words{"ABDOMEN", "ABDOMINAL", "ABD",
                                                              "BELLY",   "UMBILICUS", "PERIUMBILICAL"};

inline void check_site_missing(const ClaimContext& context, Report& report) {
    say_when_missing(context, &Documentation::site, Field::doc_site, report);
    each_record(context, [&](const InjectionDay& record) {
        const std::string_view site = record.text(&Documentation::site);
        if (site.empty() || has_any_word(site, side_words) || has_any_word(site, middle_words)) return;
        ask_to_complete(report.say(1, record.line), Field::doc_site).with("site", site);
    });
}

inline constexpr Rule site_missing{
    .id = "DOC005",
    .name = "site-missing",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::record,
    .institutional = true,
    .record = record_fields(Field::doc_site),
    .summary = "The administration record does not give the site of the injection, or not its side.",
    .why = "Two injections of a day are told apart by their sites, and reviewers ask for the site and side of each.",
    .fix = "Write the muscle or region and the side into the record.",
    .confidence = Confidence::secondary,
    .messages = site_missing_messages,
    .sources = site_missing_sources,
    .bad = site_missing_bad,
    .good = site_missing_good,
    .check_claim = &check_site_missing,
};

}   // namespace deltoid::rulebook
