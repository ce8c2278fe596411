// SPDX-License-Identifier: Apache-2.0
// Writes a batch of claims as an 837P (005010X222A1): clean, but for the defects that are planted, one in a claim. The
// same claims can be had as a hospital's, in an 837I (005010X223A2), where other rules look at them.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deltoid/values.hpp"
#include "practice.hpp"
#include "random.hpp"

namespace deltoid::bench {

/// What can be wrong with a claim; each gives a finding whoever pays.
enum class Defect : std::uint8_t {
    visit_without_25,
    waste_modifier_missing,
    wrong_total,
    bad_npi,
    pointer_missing,
    ten_digit_ndc,
    facility,
    no_drug,
    duplicate_line,
    over_limit,
    none
};
inline constexpr std::array<std::string_view, 11> defect_names{"visit-without-25",
                                                               "waste-modifier-missing",
                                                               "wrong-total",
                                                               "bad-npi",
                                                               "pointer-missing",
                                                               "ten-digit-ndc",
                                                               "facility",
                                                               "no-drug",
                                                               "duplicate-line",
                                                               "over-limit",
                                                               ""};

// In the quarter whose table of edits is complete, so that no pair is left unchecked; sent soon after.
inline constexpr Day first_day = Day::of(2024, 7, 1);
inline constexpr Day last_day = Day::of(2024, 9, 30);
inline constexpr std::string_view sent_on = "20241010";

inline std::string eight_digits(Day day) {
    const YearMonthDay date = civil(day);
    const int number = date.year * 10000 + date.month * 100 + date.day;
    return std::to_string(number);
}

inline std::string padded(std::uint64_t number, int width) {
    std::array<char, 24> text;
    const int size = std::snprintf(text.data(), text.size(), "%0*llu", width, static_cast<unsigned long long>(number));
    return {text.data(), static_cast<std::size_t>(size)};
}

/// An id of the shape of Medicare's (digits and letters in their places), another one for each number.
inline std::string member_id(std::uint64_t number) {
    constexpr std::string_view letters = "ACDEFGHJKMNPQRTUVWXY";
    std::string id = "1GNNANNAANN";
    for (std::size_t i = id.size(); i-- > 2;) {
        const std::uint64_t base = id[i] == 'A' ? letters.size() : 10;
        id[i] = id[i] == 'A' ? letters[number % base] : static_cast<char>('0' + number % base);
        number /= base;
    }
    return id;
}

/// "92", "0.6", "131.25"
inline std::string dollars(std::int64_t cents) {
    std::string text = std::to_string(cents / 100);
    if (cents % 100 == 0) return text;
    text += '.';
    text += static_cast<char>('0' + cents % 100 / 10);
    if (cents % 10 != 0) text += static_cast<char>('0' + cents % 10);
    return text;
}

/// Days between which the services lie, and the day on which the file is made.
struct Window {
    Day first = first_day, last = last_day;
    std::string made{sent_on};
};

enum class Form : std::uint8_t { professional, institutional };

struct ServiceLine {
    std::string_view code, modifier;
    std::int64_t cents = 0;
    std::uint32_t units = 1;
    const Drug* drug = nullptr;
    std::string_view quantity = {};
};

/// Makes the claims one after another; the same seed gives the same bytes on every machine.
class Claims837 {
public:
    /// `defects`: how many in a million claims get one.
    Claims837(std::uint64_t seed, std::uint32_t defects, Window window = {}, Form form = Form::professional)
        : seed_(seed), defects_(defects), random_(seed), window_(std::move(window)), form_(form) {}

    /// Appends the next claim, with the envelopes and loops that begin there. Returns what is wrong with it.
    Defect add(std::string& out);
    /// Appends the trailers.
    void finish(std::string& out);
    /// The number of the claim that add() wrote last.
    [[nodiscard]] std::string id() const { return "GEN" + std::to_string(seed_) + "-" + padded(claims_, 7); }

    // Of the claim that add() wrote last, for who makes the payers' answers to it.
    [[nodiscard]] const std::vector<ServiceLine>& lines() const { return lines_; }
    [[nodiscard]] const Insurer& insurer() const { return *patient_.insurer; }
    [[nodiscard]] Day seen() const { return patient_.seen; }
    [[nodiscard]] const std::string& member() const { return patient_.member; }
    [[nodiscard]] const std::string& practice_npi() const { return practice_npi_; }
    [[nodiscard]] std::int64_t total() const { return total_; }
    [[nodiscard]] std::string control(std::size_t line) const { return std::to_string(claims_) + "-" + std::to_string(line + 1); }

private:
    static constexpr std::uint32_t claims_per_set = 5000;   // the most that the guide recommends
    static constexpr std::uint32_t claims_per_practice = 250;
    static constexpr int days_between_visits = 28;

    struct Patient {
        std::string_view last, first;
        const Insurer* insurer = nullptr;
        const City* city = nullptr;
        std::string member, street, birth;
        std::string_view sex;
        std::uint32_t age = 0;
        bool dependent = false;
        Day seen;
    };
    struct Practitioner {
        std::string_view last, first;
        std::string npi;
    };
    void open_set(std::string& out);
    void close_set(std::string& out);
    void open_practice(std::string& out);
    void next_patient(Defect defect);
    void write_patient(std::string& out);
    void write_person(std::string& out);
    void make_lines(Defect defect);
    [[nodiscard]] const Drug& pick_drug(Defect defect);
    void write_claim_head(std::string& out, std::string_view place);
    void write_claim(std::string& out, Defect defect);
    void write_parties(std::string& out, Defect defect);
    void write_practitioner(std::string& out, Defect defect);
    void write_facility(std::string& out);
    void write_other_payer(std::string& out);
    void write_line(std::string& out, std::size_t number, Defect defect);

    /// Empty elements at the end are left out.
    void segment(std::string& out, std::initializer_list<std::string_view> elements);
    [[nodiscard]] std::string make_npi();
    [[nodiscard]] std::string digits(std::uint32_t count);
    [[nodiscard]] bool institutional() const { return form_ == Form::institutional; }
    [[nodiscard]] std::string_view version() const { return institutional() ? "005010X223A2" : "005010X222A1"; }
    [[nodiscard]] std::string street(std::string_view name) {
        return std::to_string(random_.between(1, 9999)) + std::string(name);
    }

    std::uint64_t seed_;
    std::uint32_t defects_;
    Random random_;
    std::uint32_t claims_ = 0, sets_ = 0;
    std::uint32_t level_ = 0, practice_level_ = 0;   // HL01 of the last loop, and of the practice's
    std::uint64_t segments_ = 0, segments_before_set_ = 0;
    std::array<Practitioner, 4> practitioners_;
    Patient patient_;
    bool returns_ = false;   // the patient was here before
    std::vector<ServiceLine> lines_;
    const Drug* drug_ = nullptr;
    Window window_;
    Form form_;
    std::string practice_npi_;
    std::int64_t total_ = 0;   // CLM02
};

inline void Claims837::segment(std::string& out, std::initializer_list<std::string_view> elements) {
    const auto* end = elements.end();
    while (end != elements.begin() && end[-1].empty()) --end;
    for (const auto* element = elements.begin(); element != end; ++element) {
        if (element != elements.begin()) out += '*';
        out += *element;
    }
    out += "~\n";
    ++segments_;
}

inline std::string Claims837::digits(std::uint32_t count) {
    std::string text;
    while (count-- > 0) text += static_cast<char>('0' + random_.below(10));
    return text;
}

/// Nine digits and the check digit of ISO/IEC 7812 over "80840" and them.
inline std::string Claims837::make_npi() {
    std::string npi = random_.percent(50) ? "1" : "2";
    npi += digits(8);
    int sum = 24;
    for (std::size_t i = 0; i < npi.size(); ++i) {
        const int digit = npi[i] - '0';
        const int counted = i % 2 == 0 ? digit * 2 : digit;
        sum += counted / 10 + counted % 10;
    }
    npi += static_cast<char>('0' + (10 - sum % 10) % 10);
    return npi;
}

// --- envelopes and practices --------------------------------------------------------------------------------------

inline void Claims837::open_set(std::string& out) {
    if (sets_ == 0) {
        segment(out, {"ISA", "00", "          ", "00", "          ", "ZZ", "GENSENDER      ", "ZZ", "GENRECEIVER    ",
                      std::string_view(window_.made).substr(2), "1200", "^", "00501", "000000001", "0", "T", ":"});
        segment(out, {"GS", "HC", "GENSENDER", "GENRECEIVER", window_.made, "1200", "1", "X", version()});
    }
    ++sets_;
    segments_before_set_ = segments_;
    level_ = 0;
    segment(out, {"ST", "837", padded(sets_, 4), version()});
    segment(out, {"BHT", "0019", "00", "GEN" + padded(sets_, 6), window_.made, "1200", "CH"});
    segment(out, {"NM1", "41", "2", "GENERATED BILLING SERVICE", "", "", "", "", "46", "GEN001"});
    segment(out, {"PER", "IC", "TEST DESK", "TE", "5555550100"});
    segment(out, {"NM1", "40", "2", "GEN RECEIVER", "", "", "", "", "46", "GENRCV"});
}

inline void Claims837::close_set(std::string& out) {
    segment(out, {"SE", std::to_string(segments_ - segments_before_set_ + 1), padded(sets_, 4)});
}

inline void Claims837::finish(std::string& out) {
    if (sets_ == 0) open_set(out);
    close_set(out);
    segment(out, {"GE", std::to_string(sets_), "1"});
    segment(out, {"IEA", "1", "000000001"});
}

inline void Claims837::open_practice(std::string& out) {
    practice_level_ = ++level_;
    const City& city = random_.pick(cities);
    segment(out, {"HL", std::to_string(level_), "", "20", "1"});
    segment(out, {"PRV", "BI", "PXC", "207Q00000X"});
    const std::string name = "GEN FAMILY PRACTICE " + std::to_string(random_.between(1, 998));
    practice_npi_ = make_npi();
    segment(out, {"NM1", "85", "2", name, "", "", "", "", "XX", practice_npi_});
    segment(out, {"N3", street(" TEST AVE")});
    segment(out, {"N4", city.name, city.state, city.zip});
    segment(out, {"REF", "EI", "9" + digits(8)});
    for (Practitioner& each : practitioners_) each = {random_.pick(last_names), random_.pick(first_names), make_npi()};
    patient_ = {};
}

// --- patients -----------------------------------------------------------------------------------------------------

/// Whether a payer's claims show the defect: JZ is Medicare's, and Medicaid's unit limits are those of another year.
inline bool shows(const Insurer& insurer, Defect defect) {
    if (defect == Defect::waste_modifier_missing) return insurer.medicare;
    return defect != Defect::over_limit || insurer.filing_indicator != "MC";
}

/// Every tenth or so is the patient before, four weeks later: claims of one patient meet in the day index.
inline void Claims837::next_patient(Defect defect) {
    const bool may_return = patient_.seen.known() && patient_.seen.number + days_between_visits <= window_.last.number &&
                            shows(*patient_.insurer, defect);
    returns_ = random_.percent(15) && may_return;
    if (returns_) {
        patient_.seen.number += days_between_visits;
        return;
    }
    do patient_.insurer = &random_.pick(insurers);
    while (!shows(*patient_.insurer, defect));
    patient_.dependent = !patient_.insurer->own_subscriber && random_.percent(25);   // 15 % of all
    patient_.last = random_.pick(last_names);
    patient_.first = random_.pick(first_names);
    patient_.city = &random_.pick(cities);
    patient_.member = member_id(claims_);
    patient_.street = street(" MAIN ST");
    patient_.sex = random_.percent(50) ? "F" : "M";
    patient_.age = patient_.insurer->medicare ? random_.between(66, 90) : random_.between(16, 60);
    const auto birth_month =
        static_cast<int>(random_.between(1, 6));   // drawn one by one: compilers order arguments as they like
    const auto birth_day = static_cast<int>(random_.between(1, 28));
    patient_.birth = eight_digits(Day::of(civil(window_.first).year - static_cast<int>(patient_.age), birth_month, birth_day));
    const auto days = static_cast<std::uint32_t>(window_.last.number - window_.first.number + 1);
    patient_.seen = {window_.first.number + static_cast<std::int32_t>(random_.below(days))};
}

inline void Claims837::write_person(std::string& out) {
    segment(out, {"N3", patient_.street});
    segment(out, {"N4", patient_.city->name, patient_.city->state, patient_.city->zip});
    segment(out, {"DMG", "D8", patient_.birth, patient_.sex});
}

inline void Claims837::write_patient(std::string& out) {
    const Insurer& insurer = *patient_.insurer;
    const std::uint32_t subscriber = ++level_;
    segment(out,
            {"HL", std::to_string(subscriber), std::to_string(practice_level_), "22", patient_.dependent ? "1" : "0"});
    segment(out, {"SBR", "P", patient_.dependent ? "" : "18", "", "", "", "", "", "", insurer.filing_indicator});
    segment(out, {"NM1", "IL", "1", patient_.last, patient_.dependent ? first_names[0] : patient_.first, "", "", "",
                  "MI", patient_.member});
    if (!patient_.dependent) write_person(out);
    segment(out, {"NM1", "PR", "2", insurer.name, "", "", "", "", "PI", insurer.id});
    segment(out, {"N3", "PO BOX " + digits(5)});
    segment(out, {"N4", "TESTVILLE", "PA", "15" + digits(3)});
    if (!patient_.dependent) return;
    segment(out, {"HL", std::to_string(++level_), std::to_string(subscriber), "23", "0"});
    segment(out, {"PAT", patient_.age > 25 ? "01" : "19"});
    segment(out, {"NM1", "QC", "1", patient_.last, patient_.first});
    write_person(out);
}

// --- claims -------------------------------------------------------------------------------------------------------

inline const Drug& Claims837::pick_drug(Defect defect) {
    while (true) {
        const Drug& drug = random_.pick(drugs);
        const bool fits = !drug.birth_control || (patient_.sex == "F" && patient_.age < 50);
        if (fits && (drug.single_dose || defect != Defect::waste_modifier_missing)) return drug;
    }
}

/// A visit with 25, the injection, its drug and sometimes a laboratory test.
inline void Claims837::make_lines(Defect defect) {
    drug_ = &pick_drug(defect);
    lines_.clear();
    const Priced& visit = visits[random_.below(returns_ ? 4 : 5)];   // the last one is for new patients
    lines_.push_back({visit.code, defect == Defect::visit_without_25 ? "" : "25", visit.cents});
    const std::uint32_t injections = defect == Defect::over_limit ? 6 : 1;
    lines_.push_back({"96372", "", injection_cents * injections, injections});
    if (defect == Defect::duplicate_line) lines_.push_back(lines_.back());
    if (defect != Defect::no_drug) {
        const Dose& dose = random_.pick(drug_->doses);
        const bool waste = drug_->single_dose && patient_.insurer->medicare && defect != Defect::waste_modifier_missing;
        lines_.push_back({drug_->code, waste ? "JZ" : "", drug_->cents * dose.units, dose.units, drug_, dose.quantity});
    }
    if (!random_.percent(35) || lines_.size() == 4) return;
    const Priced& lab = random_.pick(labs);
    lines_.push_back({lab.code, "", lab.cents});
}

/// A hospital's claim has a type of bill (outpatients, all at once), the days of its statement, and how the patient
/// came.
inline void Claims837::write_claim_head(std::string& out, std::string_view place) {
    if (!institutional())
        return segment(out, {"CLM", id(), dollars(total_), "", "", std::string(place) + ":B:1", "Y", "A", "Y", "Y"});
    segment(out, {"CLM", id(), dollars(total_), "", "", "13:A:1", "", "A", "Y", "Y"});
    segment(out, {"DTP", "434", "RD8", eight_digits(patient_.seen) + "-" + eight_digits(patient_.seen)});
    segment(out, {"CL1", "3", "1", "01"});
}

/// Clinic, treatment room, drugs that a code details, laboratory (NUBC revenue codes).
inline std::string_view revenue_code(const ServiceLine& line) {
    if (line.drug != nullptr) return "0636";
    if (line.code == "96372") return "0761";
    return line.code.starts_with("99") ? "0510" : "0300";
}

inline void Claims837::write_claim(std::string& out, Defect defect) {
    std::int64_t total = defect == Defect::wrong_total ? 1 : 0;
    for (const ServiceLine& line : lines_) total += line.cents;
    total_ = total;
    const std::string_view place = defect == Defect::facility ? hospital : random_.pick(places);
    write_claim_head(out, place);
    if (random_.percent(5)) segment(out, {"REF", "G1", "PA" + digits(7)});
    segment(out, {"REF", "D9", padded(claims_, 12)});
    const std::string second = random_.percent(50) ? "ABF:" + std::string(random_.pick(other_diagnoses)) : "";
    segment(out, {"HI", "ABK:" + std::string(random_.pick(drug_->diagnoses)), second});
    write_parties(out, defect);
    if (random_.percent(8)) write_other_payer(out);
    for (std::size_t i = 0; i < lines_.size(); ++i) write_line(out, i, defect);
}

inline void Claims837::write_parties(std::string& out, Defect defect) {
    std::string referring;   // before the others in an 837P (2310A), behind them in an 837I (2310F)
    if (random_.percent(40))
        segment(referring,
                {"NM1", "DN", "1", random_.pick(last_names), random_.pick(first_names), "", "", "", "XX", make_npi()});
    if (!institutional()) out += referring;
    write_practitioner(out, defect);
    if (random_.percent(60)) write_facility(out);
    if (institutional()) out += referring;
}

inline void Claims837::write_practitioner(std::string& out, Defect defect) {
    const Practitioner& practitioner = random_.pick(practitioners_);
    std::string npi = practitioner.npi;
    if (defect == Defect::bad_npi) npi.back() = npi.back() == '9' ? '0' : static_cast<char>(npi.back() + 1);
    segment(out, {"NM1", institutional() ? "71" : "82", "1", practitioner.last, practitioner.first, "", "", "", "XX",
                  npi});
    segment(out, {"PRV", institutional() ? "AT" : "PE", "PXC", "207Q00000X"});
}

inline void Claims837::write_facility(std::string& out) {
    const City& city = random_.pick(cities);
    segment(out, {"NM1", "77", "2", "GEN FAMILY PRACTICE ANNEX", "", "", "", "", "XX", make_npi()});
    segment(out, {"N3", street(" ANNEX RD")});
    segment(out, {"N4", city.name, city.state, city.zip});
}

inline void Claims837::write_other_payer(std::string& out) {
    segment(out, {"SBR", "S", "18", "", "", "", "", "", "", "CI"});
    segment(out, {"OI", "", "", "Y", "", "", "Y"});
    segment(out, {"NM1", "IL", "1", patient_.last, patient_.first, "", "", "", "MI", "SEC" + digits(7)});
    segment(out, {"NM1", "PR", "2", "SECOND TEST PLAN", "", "", "", "", "PI", "88888"});
}

inline void Claims837::write_line(std::string& out, std::size_t number, Defect defect) {
    const ServiceLine& line = lines_[number];
    const bool no_pointer = defect == Defect::pointer_missing && line.code == "96372";
    const std::string code =
        "HC:" + std::string(line.code) + (line.modifier.empty() ? "" : ":") + std::string(line.modifier);
    segment(out, {"LX", std::to_string(number + 1)});
    const std::string units = std::to_string(line.units);
    if (institutional())
        segment(out, {"SV2", revenue_code(line), code, dollars(line.cents), "UN", units});
    else
        segment(out, {"SV1", code, dollars(line.cents), "UN", units, "", "", no_pointer ? "" : "1"});
    segment(out, {"DTP", "472", "D8", eight_digits(patient_.seen)});
    segment(out, {"REF", "6R", control(number)});
    if (line.drug == nullptr) return;
    const std::string_view ndc = line.drug->ndc;
    segment(out, {"LIN", "", "N4", defect == Defect::ten_digit_ndc ? ndc.substr(0, 10) : ndc});
    segment(out, {"CTP", "", "", "", line.quantity, line.drug->ndc_unit});
    if (random_.percent(5)) segment(out, {"REF", "XZ", "RX" + digits(7)});
}

inline Defect Claims837::add(std::string& out) {
    if (claims_ % claims_per_set == 0) {
        if (claims_ != 0) close_set(out);
        open_set(out);
    }
    if (claims_ % claims_per_practice == 0) open_practice(out);
    ++claims_;
    const bool defective = random_.below(1'000'000) < defects_;
    const Defect defect =
        defective ? static_cast<Defect>(random_.below(static_cast<std::uint32_t>(Defect::none))) : Defect::none;
    next_patient(defect);
    write_patient(out);
    make_lines(defect);
    write_claim(out, defect);
    return defect;
}

}   // namespace deltoid::bench
