// SPDX-License-Identifier: Apache-2.0
// The kinds of input and their readers.
#include "readers/make_reader.hpp"

#include "deltoid/values.hpp"
#include "readers/csv_columns.hpp"
#include "readers/fhir_kind.hpp"

namespace deltoid {

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return trim(text);
}

namespace {

/// An interchange: ISA and a separator, which no letter or digit can be.
bool x12_begins(std::string_view text) {
    return text.starts_with("ISA") && text.size() > 3 && detail::base36(text[3]) < 0;
}

/// Which of the other formats, of what is neither an interchange nor one claim as JSON. Nothing: not to be told yet.
std::optional<InputFormat> other_format([[maybe_unused]] std::string_view text, bool json, [[maybe_unused]] const Options& options,
                                        [[maybe_unused]] bool at_end) {
    const InputFormat otherwise = json ? InputFormat::json : InputFormat::x12;
#ifdef DELTOID_CHECKS_ONLY
    return otherwise;
#else
    const std::optional<bool> other = json ? is_fhir(text, at_end) : is_csv(text, options.columns, at_end);
    if (!other) return std::nullopt;
    if (!*other) return otherwise;
    return json ? InputFormat::fhir : InputFormat::csv;
#endif
}

}   // namespace

std::optional<InputFormat> format_of(std::string_view text, const Options& options, bool at_end) {
    if (options.from != InputFormat::automatic) return options.from;
    const std::string_view begin = without_mark(text);
    if (begin.empty() || x12_begins(begin)) return InputFormat::x12;
    return other_format(text, begin.front() == '{' || begin.front() == '[', options, at_end);
}

bool has_reader([[maybe_unused]] InputFormat format) {
#ifdef DELTOID_CHECKS_ONLY
    return format != InputFormat::csv && format != InputFormat::fhir;
#else
    return true;
#endif
}

std::unique_ptr<Reader> make_reader(InputFormat format, [[maybe_unused]] const Options& options) {
    switch (format) {
        case InputFormat::json:
            return make_json_reader();
#ifndef DELTOID_CHECKS_ONLY
        case InputFormat::csv:
            return make_csv_reader(options.columns);
        case InputFormat::fhir:
            return make_fhir_reader();
#endif
        default:
            return make_x12_reader();
    }
}

std::unique_ptr<AdministrationReader> make_records_reader([[maybe_unused]] Administrations& records) {
#ifdef DELTOID_CHECKS_ONLY
    return nullptr;
#else
    return make_administration_reader(records);
#endif
}

}   // namespace deltoid
