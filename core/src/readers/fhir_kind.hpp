// SPDX-License-Identifier: Apache-2.0
// Whether JSON is FHIR, told from its beginning.
#pragma once

#include <optional>
#include <string_view>

namespace deltoid {

/// True: the first object has the key "resourceType" (or a Bundle's "entry"); false: it has a key that only a contract
/// claim has, ends, or goes on for 16 KiB without either. Nothing while there are too few bytes to tell.
[[nodiscard]] std::optional<bool> is_fhir(std::string_view text, bool at_end);

}   // namespace deltoid
