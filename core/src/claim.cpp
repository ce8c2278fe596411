// SPDX-License-Identifier: Apache-2.0
// Claims: forgetting one to read the next, and where their bytes lie.
#include "deltoid/claim.hpp"

#include <functional>

#include "count_bytes.hpp"

namespace deltoid {

void Claim::clear() {
    auto keep_diagnoses = std::move(diagnoses);
    auto keep_lines = std::move(lines);
    auto keep_measurements = std::move(measurements);
    auto keep_documentations = std::move(documentations);
    auto keep_regions = std::move(regions);
    *this = Claim();
    diagnoses = std::move(keep_diagnoses);
    lines = std::move(keep_lines);
    measurements = std::move(keep_measurements);
    documentations = std::move(keep_documentations);
    regions = std::move(keep_regions);
    diagnoses.clear();
    lines.clear();
    measurements.clear();
    documentations.clear();
    regions.clear();
}

namespace {

bool holds(const Region& region, const char* byte) {
    return std::less_equal<>()(region.begin, byte) && std::less<>()(byte, region.end);
}

Place place_in(const Region& region, const char* byte) {
    if (region.changed) byte = region.begin;
    Place place;
    place.offset = region.offset + static_cast<std::uint64_t>(byte - region.begin);
    place.segment = region.segment == 0 ? 0 : region.segment + count_bytes(region.begin, byte, region.terminator);
    place.text_line = region.text_line == 0 ? 0 : region.text_line + count_bytes(region.begin, byte, '\n');
    return place;
}

}  // namespace

Place locate(const Claim& claim, std::string_view view) {
    if (claim.regions.empty()) return {};
    if (view.data() != nullptr)
        for (const Region& region : claim.regions)
            if (holds(region, view.data())) return place_in(region, view.data());
    return place_in(claim.regions.front(), claim.regions.front().begin);
}

const Documentation* record_of(const Claim& claim, const Line& line) {
    return line.documentation < 0 ? nullptr : &claim.documentations[static_cast<std::size_t>(line.documentation)];
}

std::string_view place_of_service(const Claim& claim, const Line& line) {
    const std::string_view own = trim(line.pos);
    return own.empty() ? trim(claim.pos) : own;
}

}  // namespace deltoid
