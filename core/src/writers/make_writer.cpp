// SPDX-License-Identifier: Apache-2.0
// The writer of each format.
#include <utility>

#include "writers/writer.hpp"

namespace deltoid {

namespace {

std::unique_ptr<Writer> writer_of_format(const Options& options) {
    switch (options.format) {
        case Format::json:
            return make_json_writer(false);
        case Format::jsonl:
            return make_json_writer(true);
#ifndef DELTOID_CHECKS_ONLY
        case Format::text:
            return make_text_writer(options.color, options.stats);
        case Format::sarif:
            return make_sarif_writer();
        case Format::csv:
            return make_csv_writer();
        case Format::html:
            return make_html_writer(options);
        case Format::fhir:
            return make_fhir_writer();
#endif
        default:
            return nullptr;
    }
}

}   // namespace

bool has_writer([[maybe_unused]] Format format) {
#ifdef DELTOID_CHECKS_ONLY
    return format == Format::json || format == Format::jsonl || format == Format::none;
#else
    return true;
#endif
}

std::unique_ptr<Writer> make_writer(const Options& options) {
    auto writer = writer_of_format(options);
    return writer && !options.identifiers ? make_writer_without_identifiers(std::move(writer)) : std::move(writer);
}

}   // namespace deltoid
