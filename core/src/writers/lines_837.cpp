// SPDX-License-Identifier: Apache-2.0
// Lines of an 837: 005010X222A1 and 005010X223A2, loops 2400 to 2440.
#include "lines_837.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace deltoid {
namespace {

// SV101-3 to -6 and SV202-3 to -6: modifiers; -7 the description.
constexpr std::size_t first_modifier = 3, description = 7;

/// 2400 LX occurs up to 50 times in an 837P, 999 times in an 837I.
constexpr std::size_t most_lines = 50, most_hospital_lines = 999;

/// New lines stand behind everything else.
constexpr unsigned new_line_rank = 10'000;

/// MEA02 codes that the reader gives these names.
struct Measure {
    std::string_view name, code, kind;
};
constexpr std::array measures{Measure{"height", "HT", "OG"}, Measure{"hemoglobin", "R1", "TR"},
                              Measure{"hematocrit", "R2", "TR"}, Measure{"epoetin starting dosage", "R3", "TR"},
                              Measure{"creatinine", "R4", "TR"}};

}   // namespace

const Lines837::Service& Lines837::service() const {
    static constexpr Service professional{"SV1", 1, 2, 3, 4, 5, 7, 0}, institutional{"SV2", 2, 3, 4, 5, 0, 0, 1};
    return institutional_ ? institutional : professional;
}

bool Lines837::refuse_line(std::size_t number, std::string_view sentence) {
    return refuse("Line " + std::to_string(number) + ": " + std::string(sentence));
}

bool Lines837::is_taken(std::size_t number) const {
    return std::find(numbers_.begin(), numbers_.end(), number) == numbers_.end();
}

bool Lines837::adjudicated(std::size_t number) const {
    for (std::size_t i = lines_[number - 1].begin; i < lines_[number - 1].end; ++i)
        if (text_.id(i) == "SVD") return true;
    return false;
}

bool Lines837::lines() {
    for (std::size_t number = 1; number <= before_.lines.size(); ++number)
        if (is_taken(number) && !take_line(number)) return false;
    for (std::size_t i = 0; i < numbers_.size(); ++i)
        if (numbers_[i] != 0 && !change_line(numbers_[i] - 1U, i)) return false;
    rank_ = new_line_rank;
    for (std::size_t i = 0; i < numbers_.size(); ++i)
        if (numbers_[i] == 0 && !new_line(after_.lines[i], i + 1)) return false;
    return follow_line_numbers();
}

// --- a line that stays ----------------------------------------------------------------------------------------------

bool Lines837::change_line(std::size_t was, std::size_t is) {
    const Line& old_line = before_.lines[was];
    const Line& new_line = after_.lines[is];
    const std::size_t number = was + 1;
    for (const FieldRow& row : field_rows()) {
        if (row.part == Part::claim || row.type == FieldType::list) continue;
        if (row.get(before_, &old_line) == row.get(after_, &new_line)) continue;
        if (!field(row, old_line, new_line, number)) return false;
    }
    return modifiers(old_line, new_line, number) && pointers(old_line, new_line, number) &&
           dates(old_line, new_line, number) && drug(old_line, new_line, number) &&
           provider(Loop::line_party, number, "82", old_line.rendering, new_line.rendering, Field::line_rendering_npi);
}

bool Lines837::field(const FieldRow& row, const Line& was, const Line& is, std::size_t number) {
    switch (row.field) {
        case Field::line_from:
        case Field::line_to:
        case Field::line_ndc_code:
        case Field::line_ndc_quantity:
        case Field::line_ndc_unit:
        case Field::line_rendering_npi:
        case Field::line_rendering_taxonomy:
            return true;   // with their kind
        case Field::line_code:
            return service_element(row.field, number, service().procedure, 2, is.code, 48);
        case Field::line_description:
            return service_element(row.field, number, service().procedure, description, is.description, 80);
        case Field::line_units:
            return service_element(row.field, number, service().units, 0, is.units.text, 15);
        case Field::line_unit_type:
            return service_element(row.field, number, service().unit_type, 0, is.unit_type, 2);
        case Field::line_charge:
            if (adjudicated(number))
                return refuse_line(number, "It has what another payer paid, which adds up to its charge.");
            return service_element(row.field, number, service().charge, 0, is.charge.text, 18);
        case Field::line_pos:
            return service_element(row.field, number, service().pos, 0, is.pos, 2);
        case Field::line_revenue_code:
            return service_element(row.field, number, service().revenue_code, 0, is.revenue_code, 48);
        default:
            return scalar(row.field, row.get(before_, &was), row.get(after_, &is), number);
    }
}

bool Lines837::service_element(Field field, std::size_t number, std::size_t element, std::size_t component,
                               std::string_view value, std::size_t room) {
    if (element == 0) return no_place(field);
    const std::size_t segment = lines_[number - 1].service;
    if (segment == none || text_.id(segment) != service().id) return not_found(field);
    if (!fits(value, field, room)) return false;
    if (component == 2 && text_.element(segment, element, 1).empty() && !text_.set(segment, element, 1, "HC"))
        return too_long();
    return text_.set(segment, element, component, value) || too_long();
}

bool Lines837::modifiers(const Line& was, const Line& is, std::size_t number) {
    const auto* const old_begin = was.modifiers.data();
    const auto* const new_begin = is.modifiers.data();
    const bool grown =
        is.modifier_count >= was.modifier_count && std::equal(old_begin, old_begin + was.modifier_count, new_begin);
    if (grown && is.modifier_count == was.modifier_count) return true;
    const std::size_t segment = lines_[number - 1].service;
    if (segment == none || text_.id(segment) != service().id) return not_found(Field::line_modifiers);
    const std::size_t element = service().procedure;
    if (was.description.empty() && !text_.element(segment, element, description).empty())
        return refuse_line(number,
                           "A fifth modifier stands in the place of a description and would not be one any more.");
    std::size_t last = 0;   // place of the last one: a gap between two is left as it is, when there is room behind
    for (std::size_t i = 0; i < Line::modifier_room; ++i)
        if (!text_.element(segment, element, first_modifier + i).empty()) last = i + 1;
    std::size_t first = 0, place = 0;
    if (grown && last + (is.modifier_count - was.modifier_count) <= Line::modifier_room) {
        first = was.modifier_count;
        place = last;
    }
    for (; first < is.modifier_count; ++first, ++place)
        if (!service_element(Field::line_modifiers, number, element, first_modifier + place, is.modifiers[first], 2))
            return false;
    while (last > place)   // from the end, so that nothing is left of those that went
        if (!text_.set(segment, element, first_modifier + --last, {})) return too_long();
    return true;
}

std::string Lines837::pointers_of(const Line& line, std::size_t from) const {
    std::string text;
    for (std::size_t i = from; i < line.pointer_count; ++i) {
        if (i != 0) text += text_.separators().component;
        text += std::to_string(line.pointers[i]);
    }
    return text;
}

bool Lines837::pointers(const Line& was, const Line& is, std::size_t number) {
    const auto* const old_begin = was.pointers.data();
    const auto* const new_begin = is.pointers.data();
    const bool grown =
        is.pointer_count >= was.pointer_count && std::equal(old_begin, old_begin + was.pointer_count, new_begin);
    if (grown && is.pointer_count == was.pointer_count) return true;
    const std::size_t segment = lines_[number - 1].service, element = service().pointers;
    if (element == 0) return no_place(Field::line_pointers);
    if (segment == none || text_.id(segment) != service().id) return not_found(Field::line_pointers);
    // What stands there stays as it was sent, letters among it, when others are added.
    const std::string text =
        grown ? text_.element(segment, element) + pointers_of(is, was.pointer_count) : pointers_of(is, 0);
    return text_.set(segment, element, 0, text) || too_long();
}

bool Lines837::period(const Line& line, std::string& format, std::string& text) {
    text = eight_digits(line.from);
    if (text.empty()) return no_day(line.from.text);
    format = "D8";
    if (line.to.absent()) return true;
    const std::string end = eight_digits(line.to);
    if (end.empty()) return no_day(line.to.text);
    format = "RD8";
    text.append("-").append(end);
    return true;
}

bool Lines837::dates(const Line& was, const Line& is, std::size_t number) {
    if (was.from.text == is.from.text && was.to.text == is.to.text) return true;
    std::string format, text;
    if (!period(is, format, text)) return false;
    std::size_t segment = was.from.text.empty() ? find(Loop::line, number, "DTP", "472")
                                                : text_.at(locate(before_, was.from.text).offset).segment;
    if (segment != none && text_.id(segment) != "DTP") segment = none;
    if (segment != none) return (text_.set(segment, 2, 0, format) && text_.set(segment, 3, 0, text)) || too_long();
    if (!was.from.text.empty()) return not_found(Field::line_from);
    const unsigned rank = rank_of(Loop::line, "DTP");
    text_.insert(behind(lines_[number - 1].begin, rank), rank, {"DTP", "472", format, text});
    return true;
}

/// 2410: LIN with the code, CTP with quantity and unit behind it.
bool Lines837::drug(const Line& was, const Line& is, std::size_t number) {
    const DrugCode& now = is.ndc;
    const bool code = was.ndc.code != now.code, quantity = was.ndc.quantity.text != now.quantity.text,
               unit = was.ndc.unit != now.unit;
    if (!code && !quantity && !unit) return true;
    if (!fits(now.code, Field::line_ndc_code, 48) || !fits(now.quantity.text, Field::line_ndc_quantity, 15) ||
        !fits(now.unit, Field::line_ndc_unit, 2))
        return false;
    if (now.code.empty()) return refuse_line(number, "A quantity of a drug stands with its NDC, and there is none.");
    const LineSpan& span = lines_[number - 1];
    std::size_t lin = none, ctp = none, place = span.begin;
    for (std::size_t i = span.begin; i < span.end; ++i) {
        if (text_.loop(i) == Loop::line) place = i + 1;
        if (text_.id(i) == "LIN" && lin == none) lin = i;
        if (text_.id(i) == "CTP" && ctp == none) ctp = i;
    }
    constexpr unsigned rank = 100;   // behind 2400, before 2420
    if (lin == none) {
        text_.insert(place, rank, {"LIN", "", "N4", now.code});
    } else if (code) {
        if (text_.element(lin, 2).empty() && !text_.set(lin, 2, 0, "N4")) return too_long();
        if (!text_.set(lin, 3, 0, now.code)) return too_long();
    }
    if (!quantity && !unit) return true;
    if (ctp == none) {
        text_.insert(lin == none ? place : lin + 1, rank + 1, {"CTP", "", "", "", now.quantity.text, now.unit});
        return true;
    }
    if (quantity && !text_.set(ctp, 4, 0, now.quantity.text)) return too_long();
    return !unit || text_.set(ctp, 5, 1, now.unit) || too_long();
}

// --- a line that goes -----------------------------------------------------------------------------------------------

bool Lines837::take_line(std::size_t number) {
    if (adjudicated(number))
        return refuse_line(number, "It has what another payer paid, and the payments of the claim add up with it.");
    const LineSpan& span = lines_[number - 1];
    for (std::size_t i = span.begin; i < span.end; ++i)
        if (text_.loop(i) == Loop::other_payer || text_.id(i) == "HI")
            return refuse_line(number, "Segments stand in it that belong to the claim: another payer's, or diagnoses.");
    if (!names_no_provider(number, before_.supervising, "DQ", Field::supervising_npi) ||
        !names_no_provider(number, before_.ordering, "DK", Field::ordering_npi) ||
        !names_no_provider(number, before_.referring, "DN", Field::referring_npi) ||
        !names_no_provider(number, before_.facility, "77", Field::facility_npi))
        return false;
    for (std::size_t i = span.begin; i < span.end; ++i) text_.remove(i);
    return true;
}

/// A party of a line counts for a claim that names none: with the line it would be gone.
bool Lines837::names_no_provider(std::size_t number, const Provider& provider, std::string_view qualifier,
                                 Field field) {
    if (provider.npi.empty()) return true;
    const SegmentText::Spot spot = text_.at(locate(before_, provider.npi).offset);
    if (spot.segment == none || text_.line(spot.segment) != number) return true;
    for (std::size_t i = claim_; i < text_.count(); ++i) {
        if (text_.loop(i) != Loop::line_party || text_.id(i) != "NM1" || is_taken(text_.line(i))) continue;
        const std::string code = text_.element(i, 1);
        if (code != qualifier && !(qualifier == "DN" && code == "P3")) continue;
        if (!same_code(text_.element(i, 8), "XX")) continue;
        if (text_.element(i, 9) == trim(provider.npi)) return true;
        break;
    }
    return refuse_line(number,
                       "The " + std::string(row_of(field).label) + " stands on it alone, and would go with it.");
}

/// SVD06 names the line that a payer has put this one into, by its LX01.
bool Lines837::follow_line_numbers() {
    bool any_taken = false;
    for (std::size_t number = 1; number <= before_.lines.size(); ++number) any_taken = any_taken || is_taken(number);
    if (!any_taken) return true;
    for (std::size_t i = claim_; i < text_.count(); ++i) {
        if (text_.id(i) != "SVD") continue;
        const std::string into = text_.element(i, 6);
        if (into.empty()) continue;
        for (std::size_t number = 1; number <= before_.lines.size(); ++number) {
            if (trim(before_.lines[number - 1].number) != into) continue;
            const auto now = std::find(numbers_.begin(), numbers_.end(), number);
            if (now == numbers_.end())
                return refuse_line(number,
                                   "Another payer has paid line " + std::to_string(text_.line(i)) + " with it.");
            const std::string_view is = after_.lines[static_cast<std::size_t>(now - numbers_.begin())].number;
            if (is != into && !text_.set(i, 6, 0, is)) return too_long();
            break;
        }
    }
    return true;
}

// --- a line that comes ----------------------------------------------------------------------------------------------

bool Lines837::new_line(const Line& line, std::size_t number) {
    if (line.documentation >= 0) return no_place(Field::doc_drug);
    if (number > (institutional_ ? most_hospital_lines : most_lines))
        return refuse("A claim has room for " + std::to_string(institutional_ ? most_hospital_lines : most_lines) +
                      " lines.");
    if (institutional_ && line.revenue_code.empty())
        return refuse("The new line needs a revenue code, and the fix does not say it.");
    struct Sent {
        std::string_view value;
        Field field;
        std::uint8_t room;
    };
    const Sent parts[] = {{line.code, Field::line_code, 48},
                          {line.description, Field::line_description, 80},
                          {line.charge.text, Field::line_charge, 18},
                          {line.units.text, Field::line_units, 15},
                          {line.unit_type, Field::line_unit_type, 2},
                          {line.pos, Field::line_pos, 2},
                          {line.revenue_code, Field::line_revenue_code, 48},
                          {line.note, Field::line_note, 80},
                          {line.prior_authorization, Field::line_prior_authorization, 50},
                          {line.ndc.code, Field::line_ndc_code, 48},
                          {line.ndc.quantity.text, Field::line_ndc_quantity, 15},
                          {line.ndc.unit, Field::line_ndc_unit, 2}};
    for (const Sent& part : parts)
        if (!fits(part.value, part.field, part.room)) return false;
    const char component = text_.separators().component;
    std::string procedure;
    if (!line.code.empty()) procedure.append("HC").append(1, component).append(line.code);
    for (std::size_t i = 0; i < line.modifier_count; ++i) {
        if (!fits(line.modifiers[i], Field::line_modifiers, 2)) return false;
        procedure.append(1, component).append(line.modifiers[i]);
    }
    if (!line.description.empty())
        procedure.append(1 + Line::modifier_room - line.modifier_count, component).append(line.description);
    const std::string_view unit_type = line.unit_type.empty() ? std::string_view("UN") : line.unit_type;
    const std::string counted = std::to_string(number);
    const std::size_t end = text_.count();
    text_.insert(end, rank_++, {"LX", line.number.empty() ? std::string_view(counted) : line.number});
    if (institutional_) {
        if (line.pointer_count != 0) return no_place(Field::line_pointers);
        if (!line.pos.empty()) return no_place(Field::line_pos);
        text_.insert(end, rank_++, {"SV2", line.revenue_code, procedure, line.charge.text, unit_type, line.units.text});
    } else {
        if (!line.revenue_code.empty()) return no_place(Field::line_revenue_code);
        text_.insert(
            end, rank_++,
            {"SV1", procedure, line.charge.text, unit_type, line.units.text, line.pos, "", pointers_of(line, 0)});
    }
    if (!line.from.text.empty()) {
        std::string format, text;
        if (!period(line, format, text)) return false;
        text_.insert(end, rank_++, {"DTP", "472", format, text});
    }
    if (!new_measurements(number - 1, number)) return false;
    if (!line.prior_authorization.empty()) text_.insert(end, rank_++, {"REF", "G1", line.prior_authorization});
    if (!line.note.empty()) text_.insert(end, rank_++, {"NTE", "ADD", line.note});
    if (!line.ndc.code.empty()) text_.insert(end, rank_++, {"LIN", "", "N4", line.ndc.code});
    if (!line.ndc.quantity.text.empty() || !line.ndc.unit.empty())
        text_.insert(end, rank_++, {"CTP", "", "", "", line.ndc.quantity.text, line.ndc.unit});
    if (line.rendering.npi.empty()) return true;
    if (!fits(line.rendering.npi, Field::line_rendering_npi, 80)) return false;
    return add_provider(Loop::line_party, number, "82", line.rendering, Field::line_rendering_npi, end, rank_++);
}

bool Lines837::new_measurements(std::size_t index, std::size_t number) {
    for (const Measurement& measurement : after_.measurements) {
        if (measurement.line != index) continue;
        const auto known = std::find_if(measures.begin(), measures.end(),
                                        [&](const Measure& one) { return one.name == measurement.name; });
        if (known == measures.end())
            return refuse_line(number,
                               "An 837 has no code for the test result \"" + std::string(measurement.name) + "\".");
        if (!fits(measurement.value, Field::line_measurements, 20)) return false;
        text_.insert(text_.count(), rank_++, {"MEA", known->kind, known->code, measurement.value});
    }
    return true;
}

}   // namespace deltoid
