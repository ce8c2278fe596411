// SPDX-License-Identifier: Apache-2.0
// deltoid tables: official files into packs, the packs there are, and whether they can be used together.
#pragma once

#include "arguments.hpp"

namespace deltoid::cli {

/// Returns the exit status.
[[nodiscard]] int import_tables(const TablesArguments& arguments);
[[nodiscard]] int list_tables(const TablesArguments& arguments);
[[nodiscard]] int verify_tables(const TablesArguments& arguments);

}   // namespace deltoid::cli
