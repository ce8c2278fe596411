// SPDX-License-Identifier: Apache-2.0
// The session option `columns`: what a user says of headers that nobody else has.
#pragma once

#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "readers/csv_columns.hpp"
#include "readers/json_tree.hpp"

namespace deltoid {

/// {"Their Header": "our_name"}; null or "" for a column that is not to be read. What is wrong is added to
/// `problems`, its place being a JSON pointer below `path`.
[[nodiscard]] std::vector<CsvMapping> read_csv_mapping(const JsonNode& value, std::string_view path,
                                                       std::vector<Problem>& problems);

}   // namespace deltoid
