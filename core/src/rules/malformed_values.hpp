// SPDX-License-Identifier: Apache-2.0
// X12007 and SRC003 for values: every date, amount and quantity of a claim that cannot be read as one.
#pragma once

#include <charconv>

#include "context.hpp"
#include "rules/ndc/ndc_quantity.hpp"

namespace deltoid::rulebook {

inline std::string_view wanted_shape(FieldType type, bool x12) {
    switch (type) {
        case FieldType::money: return "an amount with at most two decimals, as 120.00";
        case FieldType::quantity: return "a number with at most three decimals, as 4 or 0.5";
        case FieldType::date: return x12 ? "a day as CCYYMMDD" : "a day as YYYY-MM-DD";
        default: return "of the right shape";
    }
}

inline bool is_malformed(FieldType type, std::string_view text) {
    switch (type) {
        case FieldType::money: return read_money(text).shape == Shape::malformed;
        case FieldType::quantity: return read_quantity(text).shape == Shape::malformed;
        case FieldType::date: return read_date(text).shape == Shape::malformed;
        default: return false;
    }
}

/// A number with more than two decimals: CLM003 speaks of it where it is a line's charge.
inline bool has_parts_of_cents(std::string_view text) {
    text = trim(text);
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || text.size() - point < 4) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != point && (text[i] < '0' || text[i] > '9')) return false;
    return true;
}

/// "The" or "Line 3: the", to go before the name of the value.
inline std::string_view place_words(Finding& finding) {
    if (finding.line == 0) return "The";
    std::array<char, 24> text{'L', 'i', 'n', 'e', ' '};
    char* end = std::to_chars(text.data() + 5, text.data() + 12, finding.line).ptr;
    for (const char c : std::string_view(": the")) *end++ = c;
    return finding.keep({text.data(), static_cast<std::size_t>(end - text.data())});
}

inline void say_malformed(const FieldRow& row, std::string_view text, const Service* service, bool x12, Report& report) {
    Finding& finding = service == nullptr ? report.say(0) : report.say(0, *service);
    finding.in(row.field).with("place", place_words(finding)).with("what", row.label).with("text", text).with("wanted", wanted_shape(row.type, x12));
    finding.amount = {};   // nothing is at risk before it can be read
}

/// An injection or drug line without a date is no line that rules of a day can look at: said rather than passed over.
inline void say_missing_date(const Service& service, std::uint8_t message, Report& report) {
    report.say(message, service).in(Field::line_from).amount = {};
}

/// Says one finding for each malformed value of the claim: of its own fields, then of its lines.
inline void say_malformed_values(const ClaimContext& context, std::uint8_t missing_date, Report& report) {
    const Claim& claim = context.claim;
    const auto look = [&](const FieldRow& row, const Line* line, const Service* service) {
        const std::string_view text = row.get(claim, line);
        if (row.field == Field::line_charge && has_parts_of_cents(text)) return;
        if (!text.empty() && is_malformed(row.type, text)) say_malformed(row, text, service, context.from_x12, report);
    };
    // The reader has read these once; asking the rows again for every claim of a clean file would cost too much.
    const auto any_malformed = [](const auto&... values) { return ((values.shape == Shape::malformed) || ...); };
    if (any_malformed(claim.received_date, claim.total_charge, claim.patient.birth_date, claim.patient.death_date))
        for (const FieldRow& row : field_rows())
            if (row.part == Part::claim) look(row, nullptr, nullptr);
    for (const Service& service : context.services) {
        const Line& line = claim.lines[service.line - 1U];
        if (line.from.absent() && (service.is(CodeSet::injection) || service.is(CodeSet::drug)))
            say_missing_date(service, missing_date, report);
        if (!any_malformed(line.units, line.charge, line.from, line.to, line.ndc.quantity)) continue;
        for (const FieldRow& row : field_rows())
            if (row.part == Part::line && !(row.field == Field::line_ndc_quantity && speaks_of_ndc_quantity(context, service)))
                look(row, &line, &service);
    }
}

}  // namespace deltoid::rulebook
