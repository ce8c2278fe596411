// SPDX-License-Identifier: Apache-2.0
// Federal holidays (5 U.S.C. 6103), computed: a Medicare filing limit that ends on one moves to the next workday.
#pragma once

#include "deltoid/values.hpp"

namespace deltoid {

/// A legal public holiday, or the weekday on which a fixed one is observed: the Friday before a Saturday, the Monday
/// after a Sunday. Inauguration days are holidays of the Washington area only and are left out.
[[nodiscard]] bool is_federal_holiday(Day day);

/// Neither Saturday, Sunday nor federal holiday.
[[nodiscard]] bool is_federal_work_day(Day day);

}  // namespace deltoid
