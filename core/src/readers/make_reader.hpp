// SPDX-License-Identifier: Apache-2.0
// What an input is, told by its first bytes, and who reads it.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "options.hpp"
#include "readers/administration_rows.hpp"
#include "readers/reader.hpp"

namespace deltoid {

/// Without a byte order mark and blanks around it.
[[nodiscard]] std::string_view without_mark(std::string_view text);

/// What an input that begins so is, by its content where the options leave it open. What is nothing else is the X12
/// reader's to name. Nothing while there are too few bytes to tell.
[[nodiscard]] std::optional<InputFormat> format_of(std::string_view text, const Options& options, bool at_end);

/// Whether this program reads the format: the smaller engine reads X12 and JSON only.
[[nodiscard]] bool has_reader(InputFormat format);

/// The format's reader; `format` is not automatic.
[[nodiscard]] std::unique_ptr<Reader> make_reader(InputFormat format, const Options& options);

/// The reader of administration records, in whatever form; null in the smaller engine.
[[nodiscard]] std::unique_ptr<AdministrationReader> make_records_reader(Administrations& records);

}   // namespace deltoid
