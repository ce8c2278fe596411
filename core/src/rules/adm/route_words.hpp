// SPDX-License-Identifier: Apache-2.0
// Routes in a biller's words, with the codes that give a drug by them.
#pragma once

#include "deltoid/finding.hpp"
#include "rules/routes.hpp"

namespace deltoid::rulebook {

struct RouteCode {
    Route route;
    std::string_view label;    ///< column routes of the drug pack; "" where the pack does not know it
    std::string_view words;
    std::string_view codes;    ///< as a message names them; "" when nothing is billed for giving it
    std::string_view first, second;   ///< offered instead of 96372
};

/// Fact book 1.2, rows 19-36: closed set, current since 2009 (96374 and its neighbours replaced 90774 then).
inline constexpr std::array<RouteCode, 18> route_codes{{
    {Route::unknown, "", "another way", "", "", ""},
    {Route::intramuscular, "IM", "into a muscle", "96372", "96372", ""},
    {Route::subcutaneous, "SC", "under the skin", "96372", "96372", ""},
    {Route::intravenous, "IV", "into a vein", "96374 for a push, 96365 for an infusion of 16 minutes or more", "96374", "96365"},
    {Route::push, "", "by push into a vein", "96374", "96374", ""},
    {Route::infusion, "", "by infusion into a vein", "96365, or 96374 up to 15 minutes", "96365", "96374"},
    {Route::subcutaneous_infusion, "", "by infusion under the skin", "96369", "96369", ""},
    {Route::intradermal, "intradermal", "into the skin", "the code of the test or the vaccine", "", ""},
    {Route::joint, "intraarticular", "into a joint", "20600 to 20611 for the joint", "", ""},
    {Route::lesion, "intralesional", "into a lesion", "11900 or 11901, or the procedure's own code", "", ""},
    {Route::eye, "intravitreal", "into the eye", "67028", "67028", ""},
    {Route::spine, "", "into the spine", "the code of the procedure", "", ""},
    {Route::nerve, "", "at a nerve", "64400 to 64530 for the nerve", "", ""},
    {Route::on_body, "onbody", "by an on-body injector", "96377", "96377", ""},
    {Route::implant, "implant", "as an implant", "11980 to 11983", "", ""},
    {Route::swallowed, "oral", "by mouth", "", "", ""},
    {Route::inhaled, "inhaled", "by inhalation", "", "", ""},
    {Route::skin, "", "onto the skin", "", "", ""},
}};

constexpr const RouteCode& route_code(Route route) {
    for (const RouteCode& row : route_codes)
        if (row.route == route) return row;
    return route_codes[0];
}

/// The first route of a drug's label.
constexpr const RouteCode& route_code_of_label(std::string_view routes) {
    const std::string_view first = routes.substr(0, routes.find('|'));
    for (const RouteCode& row : route_codes)
        if (!first.empty() && row.label == first) return row;
    return route_codes[0];
}

/// The code of the route, which the chart confirms; nothing is billed for a swallowed drug.
inline void add_route_fixes(Finding& finding, const RouteCode& row, std::uint16_t line) {
    if (row.codes.empty()) {
        finding.fix_by(Operation::delete_line, line);
        return;
    }
    finding.fix_by(Operation::replace_code, line, row.first).from_chart();
    if (!row.second.empty()) finding.fix_by(Operation::replace_code, line, row.second).from_chart();
}

}  // namespace deltoid::rulebook
