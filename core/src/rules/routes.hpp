// SPDX-License-Identifier: Apache-2.0
// The route that a record names, read from the words that charts use.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid::rulebook {

enum class Route : std::uint8_t {
    unknown, intramuscular, subcutaneous, intravenous, push, infusion, subcutaneous_infusion, intradermal, joint, lesion, eye,
    spine, nerve, on_body, implant, swallowed, inhaled, skin
};

/// One of the texts, by its letters and digits alone, without regard to case: "I.M.", "sub-q", "IV push".
inline bool same_letters(std::string_view text, std::string_view letters) {
    std::size_t at = 0;
    for (const char c : text) {
        const bool counts = (upper(c) >= 'A' && upper(c) <= 'Z') || (c >= '0' && c <= '9');
        if (!counts) continue;
        if (at == letters.size() || upper(c) != letters[at]) return false;
        ++at;
    }
    return at == letters.size();
}

struct RouteWord {
    std::string_view letters;
    Route route;
};
inline constexpr std::array<RouteWord, 59> route_words{{
    {"IM", Route::intramuscular}, {"INTRAMUSCULAR", Route::intramuscular}, {"INTRAMUSCULARLY", Route::intramuscular},
    {"DEEPIM", Route::intramuscular}, {"IMINJECTION", Route::intramuscular}, {"MUSCLE", Route::intramuscular},
    {"SC", Route::subcutaneous}, {"SQ", Route::subcutaneous}, {"SUBQ", Route::subcutaneous}, {"SUBCUT", Route::subcutaneous},
    {"SUBCUTANEOUS", Route::subcutaneous}, {"SUBCUTANEOUSLY", Route::subcutaneous}, {"DEEPSC", Route::subcutaneous},
    {"SCINJECTION", Route::subcutaneous},
    {"IV", Route::intravenous}, {"INTRAVENOUS", Route::intravenous}, {"INTRAVENOUSLY", Route::intravenous},
    {"IVP", Route::push}, {"IVPUSH", Route::push}, {"IVBOLUS", Route::push}, {"PUSH", Route::push},
    {"INTRAVENOUSPUSH", Route::push},
    {"IVINFUSION", Route::infusion}, {"INFUSION", Route::infusion}, {"IVPB", Route::infusion}, {"IVDRIP", Route::infusion},
    {"INTRAVENOUSINFUSION", Route::infusion},
    {"SCINFUSION", Route::subcutaneous_infusion}, {"SUBCUTANEOUSINFUSION", Route::subcutaneous_infusion},
    {"SUBQINFUSION", Route::subcutaneous_infusion}, {"SCIG", Route::subcutaneous_infusion},
    {"ID", Route::intradermal}, {"INTRADERMAL", Route::intradermal},
    {"IA", Route::joint}, {"INTRAARTICULAR", Route::joint}, {"JOINT", Route::joint}, {"INTRABURSAL", Route::joint},
    {"IL", Route::lesion}, {"INTRALESIONAL", Route::lesion},
    {"IVT", Route::eye}, {"INTRAVITREAL", Route::eye}, {"INTRAOCULAR", Route::eye},
    {"IT", Route::spine}, {"INTRATHECAL", Route::spine}, {"EPIDURAL", Route::spine},
    {"NERVEBLOCK", Route::nerve}, {"PERINEURAL", Route::nerve},
    {"ONBODY", Route::on_body}, {"ONBODYINJECTOR", Route::on_body}, {"OBI", Route::on_body},
    {"IMPLANT", Route::implant}, {"PELLET", Route::implant},
    {"PO", Route::swallowed}, {"ORAL", Route::swallowed}, {"BYMOUTH", Route::swallowed},
    {"INHALED", Route::inhaled}, {"INTRANASAL", Route::inhaled}, {"NEBULIZED", Route::inhaled}, {"TOPICAL", Route::skin},
}};

/// A text that is none of the words is unknown: nothing is concluded from it.
inline Route read_route(std::string_view text) {
    for (const RouteWord& word : route_words)
        if (same_letters(text, word.letters)) return word.route;
    return Route::unknown;
}

/// The two routes of 96372.
constexpr bool is_injected(Route route) { return route == Route::intramuscular || route == Route::subcutaneous; }

}  // namespace deltoid::rulebook
