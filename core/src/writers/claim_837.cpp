// SPDX-License-Identifier: Apache-2.0
// The changes of a claim, field by field, as edits of its segments. Loops and the order in them: 005010X222A1 (837P) and
// 005010X223A2 (837I).
#include "claim_837.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "fields.hpp"
#include "lines_837.hpp"
#include "whole_number.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

using Loop = SegmentText::Loop;

/// SBR09 for the classes of the contract. Whether a plan is Medicare's own or an Advantage HMO it says as well.
struct Indicator {
    std::string_view payer_class, code;
};
constexpr std::array indicators{Indicator{"medicare_b", "MB"},   Indicator{"medicare_advantage", "16"},
                                Indicator{"medicaid", "MC"},     Indicator{"commercial", "CI"},
                                Indicator{"tricare", "CH"},      Indicator{"va", "VA"},
                                Indicator{"workers_comp", "WC"}, Indicator{"auto", "AM"}};

class Redraft final : public Lines837 {
public:
    using Lines837::Lines837;

    bool write() {
        if (!index()) return refuse("The segments of the claim do not stand in an order that could be kept.");
        for (const FieldRow& row : field_rows())
            if (row.part == Part::claim && !claim_field(row)) return false;
        return providers() && diagnoses() && patient() && lines();
    }

private:
    bool claim_field(const FieldRow& row) {
        std::string_view was = row.get(before_, nullptr), is = row.get(after_, nullptr);
        if (was == is || row.type == FieldType::list) return true;
        switch (row.field) {
            case Field::rendering_npi:
            case Field::rendering_taxonomy:
            case Field::rendering_entity:
            case Field::supervising_npi:
            case Field::ordering_npi:
            case Field::referring_npi:
            case Field::facility_npi:
            case Field::patient_birth_date:
            case Field::patient_sex:
            case Field::patient_death_date:
                return true;   // with their kind, below
            case Field::billing_entity:
                return billing_entity(is);
            case Field::total_charge:
                return scalar(row.field, was, as_before(was, is), 0);
            case Field::bill_type:
                return bill_type(is);
            case Field::payer_class:
                for (const Indicator& one : indicators)
                    if (one.payer_class == is)
                        return scalar(Field::payer_class, before_.payer.filing_indicator, one.code, 0);
                return refuse("SBR09 has no code for \"" + std::string(is) + "\".");
            default:
                return scalar(row.field, was, is, 0);
        }
    }

    /// Whole dollars stay without cents where the file has them so.
    static std::string_view as_before(std::string_view was, std::string_view is) {
        constexpr std::string_view no_cents = ".00";
        if (was.find('.') == std::string_view::npos && is.size() > no_cents.size() && is.ends_with(no_cents) &&
            !was.empty())
            is.remove_suffix(no_cents.size());
        return is;
    }

    bool billing_entity(std::string_view is) {
        const Field field = Field::billing_entity;
        if (!may_change(Loop::billing, field)) return false;
        const std::size_t nm1 = find(Loop::billing, 0, "NM1", "85");
        if (nm1 == SegmentText::none) return not_found(field);
        return text_.set(nm1, 2, 0, is == "person" ? "1" : "2") || too_long();
    }

    /// "131" or "0131": two digits of facility and care in CLM05-1, the frequency in CLM05-3. A leading 0 is not sent.
    bool bill_type(std::string_view is) {
        if (!is.empty() && is.front() == '0') is.remove_prefix(1);
        if (!institutional_) return no_place(Field::bill_type);
        if (is.size() != 3 || !fits(is, Field::bill_type, 3)) return no_place(Field::bill_type);
        return text_.set(claim_, 5, 1, is.substr(0, 2)) && (text_.set(claim_, 5, 3, is.substr(2)) || too_long());
    }

    bool providers() {
        return provider(Loop::claim_party, 0, "82", before_.rendering, after_.rendering, Field::rendering_npi) &&
               provider(Loop::claim_party, 0, "DQ", before_.supervising, after_.supervising, Field::supervising_npi) &&
               provider(Loop::claim_party, 0, "DK", before_.ordering, after_.ordering, Field::ordering_npi) &&
               provider(Loop::claim_party, 0, "DN", before_.referring, after_.referring, Field::referring_npi) &&
               provider(Loop::claim_party, 0, "77", before_.facility, after_.facility, Field::facility_npi);
    }

    /// Diagnoses are only ever added, behind the others: ABF after the principal one.
    bool diagnoses() {
        const auto& was = before_.diagnoses;
        const auto& is = after_.diagnoses;
        const auto same = [](const Diagnosis& a, const Diagnosis& b) { return a.code == b.code; };
        if (is.size() < was.size() || !std::equal(was.begin(), was.end(), is.begin(), same))
            return refuse("An 837 gets diagnoses added to it, but none is taken away or exchanged.");
        for (std::size_t i = was.size(); i < is.size(); ++i)
            if (!add_diagnosis(is[i], i == 0)) return false;
        return true;
    }

    bool add_diagnosis(const Diagnosis& diagnosis, bool first) {
        constexpr std::size_t diagnoses_of_segment = 12;
        const unsigned rank = rank_of(Loop::claim, "HI");
        std::string code;   // sent without its dot
        for (const char c : diagnosis.code)
            if (c != '.') code += c;
        if (!fits(code, Field::diagnoses, 30)) return false;
        const bool icd9 = diagnosis.icd9 || (!first && before_.diagnoses.front().icd9);
        std::string element(icd9 ? (first ? "BK" : "BF") : (first ? "ABK" : "ABF"));
        element.append(1, text_.separators().component).append(code);
        std::size_t last = SegmentText::none;
        for (std::size_t i = claim_; i < text_.count(); ++i)
            if (text_.id(i) == "HI" && is_diagnosis(text_.element(i, 1, 1))) last = i;
        if (last == SegmentText::none) {
            text_.insert(behind(claim_, rank), rank, {"HI", element});
            return true;
        }
        const std::size_t elements = text_.element_count(last);
        // In an 837I the principal diagnosis has a segment of its own.
        const bool alone = institutional_ && is_principal(text_.element(last, 1, 1));
        if (elements <= diagnoses_of_segment && !alone) return text_.set(last, elements, 0, element) || too_long();
        text_.insert(last + 1, rank, {"HI", element});
        return true;
    }

    static bool is_principal(std::string_view qualifier) { return qualifier == "ABK" || qualifier == "BK"; }
    static bool is_diagnosis(std::string_view qualifier) {
        return is_principal(qualifier) || qualifier == "ABF" || qualifier == "BF";
    }

    /// DMG: day of birth and sex; PAT06: day of death. Of the subscriber or, below him, of the patient.
    bool patient() {
        const auto& was = before_.patient;
        const auto& is = after_.patient;
        const Loop loop = above_.has_patient ? Loop::patient : Loop::subscriber;
        if (was.death_date.text != is.death_date.text && !death(loop, is.death_date)) return false;
        const bool born = was.birth_date.text != is.birth_date.text, sexed = was.sex != is.sex;
        if (!born && !sexed) return true;
        const Field field = born ? Field::patient_birth_date : Field::patient_sex;
        if (!may_change(loop, field) || !fits(is.sex, Field::patient_sex, 1)) return false;
        const std::string day = eight_digits(is.birth_date);
        if (born && day.empty()) return no_day(is.birth_date.text);
        const std::size_t dmg = find(loop, 0, "DMG", "");
        if (dmg == SegmentText::none) {
            std::size_t name = find(loop, 0, "NM1", above_.has_patient ? "QC" : "IL");
            if (name == SegmentText::none) return not_found(field);
            while (name + 1 < text_.count() && is_address(text_.id(name + 1))) ++name;
            text_.insert(name + 1, 0, {"DMG", "D8", day, is.sex});
            return true;
        }
        if (born && !(text_.set(dmg, 1, 0, "D8") && text_.set(dmg, 2, 0, day))) return too_long();
        return !sexed || text_.set(dmg, 3, 0, is.sex) || too_long();
    }

    static bool is_address(std::string_view id) { return id == "N2" || id == "N3" || id == "N4"; }

    bool death(Loop loop, const Date& day) {
        if (!may_change(loop, Field::patient_death_date)) return false;
        const std::string digits = eight_digits(day);
        if (digits.empty()) return no_day(day.text);
        const std::size_t pat = find(loop, 0, "PAT", "");
        if (pat != SegmentText::none) return (text_.set(pat, 5, 0, "D8") && text_.set(pat, 6, 0, digits)) || too_long();
        const std::size_t subscriber = find(loop, 0, "SBR", "");
        if (subscriber == SegmentText::none) return not_found(Field::patient_death_date);
        text_.insert(subscriber + 1, 0, {"PAT", "", "", "", "", "D8", digits});
        return true;
    }
};

}   // namespace

bool write_claim_837(SegmentText& text, const Claim& before, const Claim& after, std::span<const std::uint16_t> numbers,
                     const LoopsAbove& above, std::string& why_not) {
    return Redraft(text, before, after, numbers, above, why_not).write();
}

}   // namespace deltoid
