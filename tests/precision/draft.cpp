// SPDX-License-Identifier: Apache-2.0
// Drafts of claims written as contract JSON.
#include "precision/draft.hpp"

#include <algorithm>

#include "precision/facts.hpp"

namespace deltoid::test::precision {
namespace {

/// Answers that the contract writes as numbers and truth values.
bool stands_bare(std::string_view key) {
    return key == "injections" || key == "visit_documented_separately" || key == "new_problem";
}

class Object {
public:
    Object& put(std::string_view key, std::string_view value) {
        if (value.empty()) return *this;
        return raw(key, stands_bare(key) ? std::string(value) : '"' + std::string(value) + '"');
    }
    Object& raw(std::string_view key, std::string_view json) {
        text_.append(text_.empty() ? "\"" : ",\"").append(key).append("\":").append(json);
        return *this;
    }
    [[nodiscard]] std::string done() const { return "{" + text_ + "}"; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

std::string texts(const std::vector<std::string>& list) {
    std::string json;
    for (const std::string& one : list) json.append(json.empty() ? "\"" : ",\"").append(one).append("\"");
    return "[" + json + "]";
}

std::string money(int cents) {
    const std::string sign = cents < 0 ? "-" : "";
    cents = std::abs(cents);
    return sign + std::to_string(cents / 100) + (cents % 100 < 10 ? ".0" : ".") + std::to_string(cents % 100);
}

std::string day_text(Day day) { return day.known() ? iso(day) : std::string(); }

std::string json_of(const Named& list) {
    Object object;
    for (const auto& [key, value] : list) object.put(key, value);
    return object.done();
}

std::string json_of(const DraftLine& line, int number) {
    Object object;
    object.raw("line", std::to_string(number)).put("code", line.code).raw("modifiers", texts(line.modifiers));
    object.put("units", line.units).put("unit_type", line.unit_type);
    object.put("charge", line.charge.empty() ? money(line.cents) : line.charge);
    object.put("from", day_text(line.from)).put("to", day_text(line.to)).put("pos", line.pos);
    object.raw("pointers", texts(line.pointers)).put("note", line.note).put("revenue_code", line.revenue_code);
    Object ndc;
    ndc.put("code", line.ndc.code).put("quantity", line.ndc.quantity).put("unit", line.ndc.unit);
    if (!ndc.empty()) object.raw("ndc", ndc.done());
    Object rendering;
    rendering.put("npi", line.rendering_npi).put("taxonomy", line.rendering_taxonomy);
    if (!rendering.empty()) object.raw("rendering", rendering.put("entity", "person").done());
    std::string measured;
    for (const auto& [name, value] : line.measurements)
        measured.append(measured.empty() ? "" : ",").append(Object().put("name", name).put("value", value).done());
    if (!measured.empty()) object.raw("measurements", "[" + measured + "]");
    if (!line.record.empty()) object.raw("documentation", json_of(line.record));
    return object.done();
}

void put_provider(Object& object, std::string_view role, std::string_view npi, std::string_view taxonomy,
                  std::string_view entity) {
    if (!npi.empty()) object.raw(role, Object().put("npi", npi).put("taxonomy", taxonomy).put("entity", entity).done());
}

}   // namespace

bool DraftLine::has(std::string_view modifier) const {
    return std::find(modifiers.begin(), modifiers.end(), modifier) != modifiers.end();
}

void DraftLine::drop(std::string_view modifier) { std::erase(modifiers, modifier); }

void DraftLine::write(std::string_view field, std::string_view value) {
    unwrite(field);
    record.emplace_back(field, value);
}

void DraftLine::unwrite(std::string_view field) {
    std::erase_if(record, [&](const auto& entry) { return entry.first == field; });
}

int DraftClaim::line_of(std::string_view code) const {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].code == code) return static_cast<int>(i + 1);
    return 0;
}

std::string DraftClaim::pointer_to(std::string_view diagnosis) {
    auto found = std::find(diagnoses.begin(), diagnoses.end(), diagnosis);
    if (found == diagnoses.end()) found = diagnoses.emplace(diagnoses.end(), diagnosis);
    return std::to_string(found - diagnoses.begin() + 1);
}

std::string DraftClaim::json() const {
    Object object;
    object.put("id", id).put("kind", kind);
    Object to;
    to.put("name", payer.name).put("id", payer.id).put("class", payer.payer_class).put("sequence", payer.sequence);
    object.raw("payer", to.done()).put("received_date", day_text(received)).put("frequency", frequency);
    object.put("original_reference", original_reference).put("prior_authorization", prior_authorization);
    int total = total_off_by;
    for (const DraftLine& line : lines) total += line.cents;
    object.put("total_charge", money(total)).put("pos", pos).put("bill_type", bill_type).put("note", note);
    put_provider(object, "billing", billing_npi, billing_taxonomy, billing_entity);
    put_provider(object, "rendering", rendering_npi, rendering_taxonomy, "person");
    put_provider(object, "supervising", supervising_npi, {}, "person");
    put_provider(object, "ordering", ordering_npi, {}, "person");
    put_provider(object, "facility", facility_npi, {}, "organization");
    Object patient;
    patient.put("id", patient_id).put("birth_date", day_text(birth)).put("sex", sex).put("death_date", day_text(death));
    object.raw("patient", patient.done()).raw("subscriber", Object().put("id", subscriber).done());
    object.raw("diagnoses", texts(diagnoses));
    std::string written;
    for (std::size_t i = 0; i < lines.size(); ++i)
        written.append(i == 0 ? "" : ",").append(json_of(lines[i], static_cast<int>(i + 1)));
    return object.raw("lines", "[" + written + "]").done();
}

std::string npi_of(int nine_digits) {
    const std::string nine = std::to_string(nine_digits);
    const std::string all = "80840" + nine;
    int sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        int digit = all[i] - '0';
        if ((all.size() - i) % 2 == 1) {   // every second digit, beginning beside the check digit
            digit *= 2;
            if (digit > 9) digit -= 9;
        }
        sum += digit;
    }
    return nine + std::to_string((10 - sum % 10) % 10);
}

}   // namespace deltoid::test::precision
