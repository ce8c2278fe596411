// SPDX-License-Identifier: Apache-2.0
// A file of administration records: separated text, one row for each administration, columns by the names of the
// contract or of the charting programs that write such files.
#pragma once

#include <memory>
#include <string>

#include "administrations.hpp"
#include "readers/reader.hpp"

namespace deltoid {

/// Reads the rows into `records`. What keeps the file from serving (no header that is understood, another kind of file)
/// is told by trouble(); rows that cannot be joined are kept and told at the end of the session.
class AdministrationReader : public Reader {
public:
    /// One plain sentence; empty when the file serves.
    [[nodiscard]] virtual std::string_view trouble() const = 0;
    /// How many records were read.
    [[nodiscard]] virtual std::uint64_t records() const = 0;
};

[[nodiscard]] std::unique_ptr<AdministrationReader> make_administration_reader(Administrations& records);

/// A day as people's programs write it: ISO, month/day/year with two digits or four; `time` receives "10:20" when one
/// stands behind it.
[[nodiscard]] Day read_day_and_time(std::string_view text, std::string& time);

}   // namespace deltoid
