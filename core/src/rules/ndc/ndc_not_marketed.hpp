// SPDX-License-Identifier: Apache-2.0
// NDC009: a package that was not on the market on the day, by a directory that the user has imported.
#pragma once

#include "rules/ndc/drug_package.hpp"

namespace deltoid::rulebook {

inline constexpr std::string_view ndc_not_marketed_messages[] = {
    "Line {line}: by the NDC directory {ndc} was not on the market on {day} (shaded part of box 24). Check the number "
    "on the package; for old stock keep lot and expiry in the record.",
    "Line {line}: the NDC {ndc} is not in the NDC directory for {day} (shaded part of box 24). Check the number on the "
    "package.",
};
inline constexpr Source ndc_not_marketed_sources[] = {source::ndc_clearinghouse};
/// A directory of one package, as --tables would bring it: in part ...
inline constexpr std::string_view example_directory_in_part =
    R"({"tables":["# pack: ndc-directory\n# edition: example\n# from: 2026-07-01\n# to: 2026-12-31\n# complete: no\n)"
    R"(# source: example\n# confidence: verified\nndc\tfrom\tto\n00409379501\t2006-01-01\t2026-06-30\n"]})";
/// ... and as if it were whole.
inline constexpr std::string_view example_directory =
    R"({"tables":["# pack: ndc-directory\n# edition: example\n# from: 2026-07-01\n# to: 2026-12-31\n# complete: yes\n)"
    R"(# source: example\n# confidence: verified\nndc\tfrom\tto\n00409379501\t2006-01-01\t2026-06-30\n"]})";
inline constexpr Example ndc_not_marketed_bad[] = {
    {"The package left the market in June.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"00409379501","quantity":"2","unit":"ML"}}])",
     example_directory_in_part},
    {"A package that a whole directory does not have.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"63323016201","quantity":"2","unit":"ML"}}])",
     example_directory},
};
inline constexpr Example ndc_not_marketed_good[] = {
    {"A directory in part says nothing of the other packages.",
     R"([{"op":"add","path":"/lines/2/ndc","value":{"code":"63323016201","quantity":"2","unit":"ML"}}])",
     example_directory_in_part},
};

inline void check_ndc_not_marketed(const ClaimContext& context, Report& report) {
    if (!context.tables.has_directory()) return;
    for (const Service& service : context.services) {
        const NdcCode ndc = package_of(context.claim, service);
        if (!ndc.valid() || !service.day.known()) continue;
        const Answer<NdcMarketRow> answer = context.tables.marketed(ndc, service.day);
        const bool listed = context.tables.is_listed(ndc);
        if (answer || (!listed && !answer.covered)) continue;
        const Line& line = context.claim.lines[service.line - 1U];
        Finding& finding = report.say(listed ? 0 : 1, service).in(Field::line_ndc_code).tag(Tag::chart);
        finding.with("ndc", trim(line.ndc.code))
            .with_day("day", service.day)
            .denies(Group::CO, "16", service.line, "M119");
        finding.fix_by(Operation::set_field, service.line, Field::line_ndc_code).from_chart();
    }
}

inline constexpr Rule ndc_not_marketed{
    .id = "NDC009",
    .name = "ndc-not-marketed",
    .level = Level::warning,
    .scope = Scope::claim,
    .needs = Need::injection | Need::package,
    .institutional = true,
    .summary = "By an imported NDC directory the package was not on the market on the date of service.",
    .why = "Clearinghouses and payers usually reject an NDC that they cannot find for the day.",
    .fix = "Check the number against the package; for old stock keep lot and expiry in the record.",
    .confidence = Confidence::secondary,
    .messages = ndc_not_marketed_messages,
    .sources = ndc_not_marketed_sources,
    .bad = ndc_not_marketed_bad,
    .good = ndc_not_marketed_good,
    .check_claim = &check_ndc_not_marketed,
};

}   // namespace deltoid::rulebook
