// SPDX-License-Identifier: Apache-2.0
// Whether a note says that the practice did not buy the drug: words that billers write in box 19 or the line note.
#pragma once

#include <array>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid {

/// Case does not count. Source of the words: Medicare Benefit Policy Manual ch. 15, 60.1.A asks for such a note but fixes
/// no wording; these are the ones contractors print (NGS, CGS).
[[nodiscard]] inline bool says_not_bought(std::string_view note) {
    static constexpr std::array<std::string_view, 17> phrases{
        "PATIENT SUPPLIED", "PATIENT-SUPPLIED", "PT SUPPLIED", "PATIENT BROUGHT", "PT BROUGHT", "PATIENT PROVIDED DRUG",
        "SUPPLIED BY", "PROVIDED BY PATIENT", "PHARMACY SUPPLIED", "SPECIALTY PHARMACY", "WHITE BAG", "BROWN BAG",
        "DRUG SAMPLE", "SAMPLE DRUG", "FREE SAMPLE", "OFFICE SAMPLE", "FREE DRUG"};
    for (std::size_t at = 0; at < note.size(); ++at)
        for (const std::string_view phrase : phrases) {
            if (phrase.size() > note.size() - at || upper(note[at]) != phrase[0]) continue;
            std::size_t same = 1;
            while (same < phrase.size() && upper(note[at + same]) == phrase[same]) ++same;
            if (same == phrase.size()) return true;
        }
    return false;
}

}  // namespace deltoid
