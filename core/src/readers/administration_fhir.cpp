// SPDX-License-Identifier: Apache-2.0
// Members of a MedicationAdministration into the fields of a record.
#include "readers/administration_fhir.hpp"

#include <string>

#include "readers/fhir_administration.hpp"

namespace deltoid {
namespace {

class FhirAdministrations final : public AdministrationReader, private FhirAdministrationSink {
public:
    explicit FhirAdministrations(Administrations& records) : records_(records), reader_(*this) {}

    std::size_t read(std::span<const char> bytes, std::uint64_t, Sink&) override {
        reader_.read({bytes.data(), bytes.size()});
        return bytes.size();
    }
    void end(std::span<const char> bytes, std::uint64_t, Sink&) override {
        reader_.read({bytes.data(), bytes.size()});
        reader_.end();
        if (read_ == 0) trouble_ = "No MedicationAdministration that was carried out was found in it.";
    }
    [[nodiscard]] InputEnd summary() const override { return {}; }
    [[nodiscard]] std::string_view trouble() const override { return trouble_; }
    [[nodiscard]] std::uint64_t records() const override { return read_; }

private:
    void administration(const FhirAdministration& given) override {
        ++number_;
        if (same_code(given.status, "not-done") || same_code(given.status, "entered-in-error")) return;
        AdministrationRecord record;
        record.claim_id = given.claim;
        record.patient_id = given.patient_identifier.empty() ? id_of(given.patient) : given.patient_identifier;
        record.birth_date = given.birth_date;
        record.code = given.hcpcs;
        record.ndc = given.ndc;
        std::string clock;
        record.day = read_day_and_time(given.given_at, clock);
        std::string dose(given.dose);
        if (!dose.empty() && !given.dose_unit.empty()) dose.append(" ").append(given.dose_unit);
        const std::string time = std::string(given.given_at.substr(0, 10)) + (clock.empty() ? "" : "T") + clock;
        Documentation& says = record.record;
        says.drug = given.drug;
        says.dose = dose.empty() ? given.dose_text : std::string_view(dose);
        says.route = given.route;
        says.site = given.site;
        says.lot = given.lot;
        says.expiration = given.expiration;
        says.given_at = record.day.known() ? std::string_view(time) : given.given_at;
        says.given_by = given.performer;
        says.credential = given.performer_role;
        says.ordered_by = given.ordered_by;
        says.indication = given.reason.empty() ? given.reason_code : given.reason;
        ++read_;
        records_.add(number_, record);
    }
    void trouble(const Finding&) override {}   // a resource that cannot be read is not counted as a record

    /// "Patient/17": the resource's own number, where no identifier is told.
    static std::string_view id_of(std::string_view reference) { return reference.substr(reference.rfind('/') + 1); }

    Administrations& records_;
    FhirAdministrationReader reader_;
    std::string trouble_;
    std::uint64_t number_ = 0, read_ = 0;
};

}   // namespace

std::unique_ptr<AdministrationReader> make_fhir_administrations_reader(Administrations& records) {
    return std::make_unique<FhirAdministrations>(records);
}

}   // namespace deltoid
