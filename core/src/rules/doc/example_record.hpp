// SPDX-License-Identifier: Apache-2.0
// The complete administration record of the clean claim, on its drug line: examples of the DOC family take parts away.
#pragma once

#include <array>
#include <string_view>

namespace deltoid::rulebook {

inline constexpr std::string_view whole_record =
    R"([{"op":"add","path":"/lines/2/documentation","value":{"drug":"ketorolac",
  "dose":"60 mg","route":"IM","site":"left deltoid","lot":"K4711","expiration":"2027-01-31",
   "given_at":"2026-09-15T10:20",
  "ordered_by":"A. Moss, MD","order_date":"2026-09-15","given_by":"J. Reed","credential":"RN",
   "supervised_by":"A. Moss, MD",
  "supervision":"onsite","response":"no reaction after 15 minutes","indication":"acute low back pain",
  "container":"single_dose","source":"stock","injections":1,"visit_documented_separately":true}})";
inline constexpr std::string_view end_of_patch = "]";

namespace joining {
template <const std::string_view&... parts>
struct Joined {
    static constexpr auto text = [] {
        std::array<char, (parts.size() + ...)> all{};
        std::size_t at = 0;
        const auto append = [&](std::string_view part) {
            for (const char c : part) all[at++] = c;
        };
        (append(parts), ...);
        return all;
    }();
};
}   // namespace joining

/// The patch that adds the whole record and then makes the edits: ",{...}" each.
template <const std::string_view&... edits>
inline constexpr std::string_view with_record{joining::Joined<whole_record, edits..., end_of_patch>::text.data(),
                                              joining::Joined<whole_record, edits..., end_of_patch>::text.size()};

}   // namespace deltoid::rulebook
