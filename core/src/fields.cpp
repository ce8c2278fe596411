// SPDX-License-Identifier: Apache-2.0
// THE TABLE: every field of a claim in JSON, CSV, 837P and on the CMS-1500 form, with its label and its accessors.
// Elements of the 837P: 005010X222A1; boxes: CMS-1500 (02/12), NUCC instruction manual.
#include "fields.hpp"

#include <array>
#include <charconv>

namespace deltoid {
namespace {

void assign(std::string_view& to, std::string_view text) { to = text; }
void assign(Money& to, std::string_view text) { to = read_money(text); }
void assign(Quantity& to, std::string_view text) { to = read_quantity(text); }
void assign(Date& to, std::string_view text) { to = read_date(text); }

std::string_view sent(std::string_view text) { return text; }
template <class Value, int decimals>
std::string_view sent(const Read<Value, decimals>& read) { return read.text; }

template <class Holder, class Member>
auto& follow(Holder& holder, Member member) { return holder.*member; }
template <class Holder, class Member, class... Rest>
auto& follow(Holder& holder, Member member, Rest... rest) { return follow(holder.*member, rest...); }

/// Get and set of a member of the claim, named by the path of members that leads to it.
template <auto... path>
struct OfClaim {
    static std::string_view get(const Claim& claim, const Line*) { return sent(follow(claim, path...)); }
    static bool set(Claim& claim, Line*, std::string_view text) {
        assign(follow(claim, path...), text);
        return true;
    }
};

template <auto... path>
struct OfLine {
    static std::string_view get(const Claim&, const Line* line) { return sent(follow(*line, path...)); }
    static bool set(Claim&, Line* line, std::string_view text) {
        assign(follow(*line, path...), text);
        return true;
    }
};

template <auto member>
struct OfRecord {
    static std::string_view get(const Claim& claim, const Line* line) {
        const Documentation* record = record_of(claim, *line);
        return record == nullptr ? std::string_view() : record->*member;
    }
    static bool set(Claim& claim, Line* line, std::string_view text) {
        if (line->documentation < 0) return false;
        claim.documentations[static_cast<std::size_t>(line->documentation)].*member = text;
        return true;
    }
};

std::string_view patient_birth_date(const Claim& claim, const Line*) { return claim.patient.birth_date.text; }
bool set_patient_birth_date(Claim& claim, Line*, std::string_view text) {
    claim.patient.birth_date = read_date(text);
    return true;
}
std::string_view patient_death_date(const Claim& claim, const Line*) { return claim.patient.death_date.text; }
bool set_patient_death_date(Claim& claim, Line*, std::string_view text) {
    claim.patient.death_date = read_date(text);
    return true;
}
std::string_view patient_id(const Claim& claim, const Line*) { return claim.patient.id; }
bool set_patient_id(Claim& claim, Line*, std::string_view text) {
    claim.patient.id = text;
    return true;
}
std::string_view patient_sex(const Claim& claim, const Line*) { return claim.patient.sex; }
bool set_patient_sex(Claim& claim, Line*, std::string_view text) {
    claim.patient.sex = text;
    return true;
}
std::string_view kind(const Claim& claim, const Line*) {
    return claim.kind == Kind::institutional ? "institutional" : "professional";
}
bool set_kind(Claim& claim, Line*, std::string_view text) {
    claim.kind = same_code(text, "INSTITUTIONAL") ? Kind::institutional : Kind::professional;
    return true;
}
std::string_view no_text(const Claim&, const Line*) { return {}; }
bool no_set(Claim&, Line*, std::string_view) { return false; }

using enum FieldType;
constexpr Part claim = Part::claim;
constexpr Part line = Part::line;
constexpr Part chart = Part::documentation;

template <class Access>
constexpr FieldRow row(Field field, Part part, FieldType type, std::string_view pointer, std::string_view csv,
                       std::string_view x12, std::string_view box, std::string_view label, std::string_view control) {
    return {field, part, type, pointer, csv, x12, box, label, control, &Access::get, &Access::set};
}
template <auto... path>
constexpr FieldRow row(Field field, FieldType type, std::string_view pointer, std::string_view csv, std::string_view x12,
                       std::string_view box, std::string_view label, std::string_view control = "text") {
    return row<OfClaim<path...>>(field, claim, type, pointer, csv, x12, box, label, control);
}
template <auto... path>
constexpr FieldRow line_row(Field field, FieldType type, std::string_view pointer, std::string_view csv,
                            std::string_view x12, std::string_view box, std::string_view label,
                            std::string_view control = "text") {
    return row<OfLine<path...>>(field, line, type, pointer, csv, x12, box, label, control);
}
template <auto member>
constexpr FieldRow chart_row(Field field, FieldType type, std::string_view pointer, std::string_view csv,
                             std::string_view label, std::string_view control = "text") {
    return row<OfRecord<member>>(field, chart, type, pointer, csv, "", "", label, control);
}

constexpr std::array rows{
    FieldRow{Field::none, claim, text, "", "", "", "", "", "", &no_text, &no_set},
    row<&Claim::id>(Field::id, text, "/id", "claim_id", "2300 CLM01", "26", "patient account number"),
    FieldRow{Field::kind, claim, text, "/kind", "kind", "ST03", "", "kind of claim", "select", &kind, &set_kind},
    row<&Claim::payer, &Payer::name>(Field::payer_name, text, "/payer/name", "payer_name", "2010BB NM103", "", "payer"),
    row<&Claim::payer, &Payer::id>(Field::payer_id, text, "/payer/id", "payer_id", "2010BB NM109", "", "payer id"),
    row<&Claim::payer, &Payer::declared_class>(Field::payer_class, text, "/payer/class", "payer_class", "2000B SBR09", "1",
                                               "kind of payer", "select"),
    row<&Claim::payer, &Payer::sequence>(Field::payer_sequence, text, "/payer/sequence", "payer_sequence", "2000B SBR01",
                                         "", "order of the payer", "select"),
    row<&Claim::payer, &Payer::state>(Field::payer_state, text, "/payer/state", "payer_state", "2010BB N402", "",
                                      "state of the payer"),
    row<&Claim::payer, &Payer::contractor>(Field::payer_contractor, text, "/payer/contractor", "payer_contractor", "", "",
                                           "Medicare contractor"),
    row<&Claim::received_date>(Field::received_date, date, "/received_date", "received_date", "", "",
                               "day the payer got it", "date"),
    row<&Claim::frequency>(Field::frequency, text, "/frequency", "frequency", "2300 CLM05-3", "22", "resubmission code"),
    row<&Claim::original_reference>(Field::original_reference, text, "/original_reference", "original_reference",
                                    "2300 REF*F8", "22", "original reference number"),
    row<&Claim::prior_authorization>(Field::prior_authorization, text, "/prior_authorization", "prior_authorization",
                                     "2300 REF*G1", "23", "authorization number"),
    row<&Claim::total_charge>(Field::total_charge, money, "/total_charge", "total_charge", "2300 CLM02", "28",
                              "total charge", "money"),
    row<&Claim::pos>(Field::pos, text, "/pos", "pos", "2300 CLM05-1", "24B", "place of service"),
    row<&Claim::bill_type>(Field::bill_type, text, "/bill_type", "bill_type", "2300 CLM05", "", "type of bill"),
    row<&Claim::note>(Field::note, text, "/note", "note", "2300 NTE02", "19", "claim note"),
    row<&Claim::billing, &Provider::npi>(Field::billing_npi, text, "/billing/npi", "billing_npi", "2010AA NM109", "33a",
                                         "billing provider NPI"),
    row<&Claim::billing, &Provider::taxonomy>(Field::billing_taxonomy, text, "/billing/taxonomy", "billing_taxonomy",
                                              "2000A PRV03", "33b", "billing provider taxonomy"),
    row<&Claim::billing, &Provider::entity>(Field::billing_entity, text, "/billing/entity", "billing_entity",
                                            "2010AA NM102", "", "billing provider: person or organization", "select"),
    row<&Claim::rendering, &Provider::npi>(Field::rendering_npi, text, "/rendering/npi", "rendering_npi", "2310B NM109",
                                           "24J", "rendering provider NPI"),
    row<&Claim::rendering, &Provider::taxonomy>(Field::rendering_taxonomy, text, "/rendering/taxonomy",
                                                "rendering_taxonomy", "2310B PRV03", "24J", "rendering provider taxonomy"),
    row<&Claim::rendering, &Provider::entity>(Field::rendering_entity, text, "/rendering/entity", "rendering_entity",
                                              "2310B NM102", "", "rendering provider: person or organization", "select"),
    row<&Claim::supervising, &Provider::npi>(Field::supervising_npi, text, "/supervising/npi", "supervising_npi",
                                             "2310D NM109", "17b", "supervising provider NPI"),
    row<&Claim::ordering, &Provider::npi>(Field::ordering_npi, text, "/ordering/npi", "ordering_npi", "2420E NM109", "17b",
                                          "ordering provider NPI"),
    row<&Claim::referring, &Provider::npi>(Field::referring_npi, text, "/referring/npi", "referring_npi", "2310A NM109",
                                           "17b", "referring provider NPI"),
    row<&Claim::facility, &Provider::npi>(Field::facility_npi, text, "/facility/npi", "facility_npi", "2310C NM109", "32a",
                                          "service facility NPI"),
    FieldRow{Field::patient_id, claim, text, "/patient/id", "patient_id", "2010CA NM103", "2", "patient", "text",
             &patient_id, &set_patient_id},
    FieldRow{Field::patient_birth_date, claim, date, "/patient/birth_date", "birth_date", "2010BA DMG02", "3",
             "birth date", "date", &patient_birth_date, &set_patient_birth_date},
    FieldRow{Field::patient_sex, claim, text, "/patient/sex", "sex", "2010BA DMG03", "3", "sex", "select", &patient_sex,
             &set_patient_sex},
    FieldRow{Field::patient_death_date, claim, date, "/patient/death_date", "death_date", "2000B PAT06", "",
             "date of death", "date", &patient_death_date, &set_patient_death_date},
    row<&Claim::subscriber_id>(Field::subscriber_id, text, "/subscriber/id", "member_id", "2010BA NM109", "1a",
                               "insured's id"),
    FieldRow{Field::diagnoses, claim, list, "/diagnoses", "dx", "2300 HI", "21", "diagnoses", "list", &no_text, &no_set},
    FieldRow{Field::lines, claim, list, "/lines", "", "2400 LX", "24", "lines", "list", &no_text, &no_set},

    line_row<&Line::number>(Field::line_number, integer, "/line", "line", "2400 LX01", "24", "line number"),
    line_row<&Line::code>(Field::line_code, text, "/code", "code", "2400 SV101-2", "24D", "procedure or drug code"),
    line_row<&Line::description>(Field::line_description, text, "/description", "description", "2400 SV101-7", "24",
                                 "description of an unlisted code"),
    FieldRow{Field::line_modifiers, line, list, "/modifiers", "mod", "2400 SV101-3", "24D", "modifiers", "list", &no_text,
             &no_set},
    line_row<&Line::units>(Field::line_units, quantity, "/units", "units", "2400 SV104", "24G", "units", "number"),
    line_row<&Line::unit_type>(Field::line_unit_type, text, "/unit_type", "unit_type", "2400 SV103", "24G",
                               "kind of units", "select"),
    line_row<&Line::charge>(Field::line_charge, money, "/charge", "charge", "2400 SV102", "24F", "charge", "money"),
    line_row<&Line::from>(Field::line_from, date, "/from", "dos", "2400 DTP*472", "24A", "date of service", "date"),
    line_row<&Line::to>(Field::line_to, date, "/to", "dos_to", "2400 DTP*472", "24A", "last date of service", "date"),
    line_row<&Line::pos>(Field::line_pos, text, "/pos", "line_pos", "2400 SV105", "24B", "place of service"),
    FieldRow{Field::line_pointers, line, list, "/pointers", "pointers", "2400 SV107", "24E", "diagnosis pointers", "list",
             &no_text, &no_set},
    line_row<&Line::note>(Field::line_note, text, "/note", "line_note", "2400 NTE02", "24", "line note"),
    line_row<&Line::revenue_code>(Field::line_revenue_code, text, "/revenue_code", "revenue_code", "2400 SV201", "",
                                  "revenue code"),
    line_row<&Line::ndc, &DrugCode::code>(Field::line_ndc_code, text, "/ndc/code", "ndc", "2410 LIN03", "24", "NDC"),
    line_row<&Line::ndc, &DrugCode::quantity>(Field::line_ndc_quantity, quantity, "/ndc/quantity", "ndc_quantity",
                                              "2410 CTP04", "24", "NDC quantity", "number"),
    line_row<&Line::ndc, &DrugCode::unit>(Field::line_ndc_unit, text, "/ndc/unit", "ndc_unit", "2410 CTP05-1", "24",
                                          "NDC unit", "select"),
    line_row<&Line::rendering, &Provider::npi>(Field::line_rendering_npi, text, "/rendering/npi", "line_rendering_npi",
                                               "2420A NM109", "24J", "rendering provider NPI"),
    line_row<&Line::rendering, &Provider::taxonomy>(Field::line_rendering_taxonomy, text, "/rendering/taxonomy",
                                                    "line_rendering_taxonomy", "2420A PRV03", "24J",
                                                    "rendering provider taxonomy"),
    line_row<&Line::prior_authorization>(Field::line_prior_authorization, text, "/prior_authorization",
                                         "line_prior_authorization", "2400 REF*G1", "23", "authorization number"),
    FieldRow{Field::line_measurements, line, list, "/measurements", "", "2400 MEA", "19", "test results", "list", &no_text,
             &no_set},

    chart_row<&Documentation::drug>(Field::doc_drug, text, "/drug", "doc_drug", "drug given"),
    chart_row<&Documentation::dose>(Field::doc_dose, text, "/dose", "doc_dose", "dose given"),
    chart_row<&Documentation::route>(Field::doc_route, text, "/route", "doc_route", "route", "select"),
    chart_row<&Documentation::site>(Field::doc_site, text, "/site", "doc_site", "site and side"),
    chart_row<&Documentation::lot>(Field::doc_lot, text, "/lot", "doc_lot", "lot number"),
    chart_row<&Documentation::expiration>(Field::doc_expiration, text, "/expiration", "doc_expiration", "expiry date",
                                          "date"),
    chart_row<&Documentation::given_at>(Field::doc_given_at, text, "/given_at", "doc_given_at", "date and time given",
                                        "date"),
    chart_row<&Documentation::ordered_by>(Field::doc_ordered_by, text, "/ordered_by", "doc_ordered_by", "ordered by"),
    chart_row<&Documentation::order_date>(Field::doc_order_date, text, "/order_date", "doc_order_date", "date of the order",
                                          "date"),
    chart_row<&Documentation::given_by>(Field::doc_given_by, text, "/given_by", "doc_given_by", "given by"),
    chart_row<&Documentation::credential>(Field::doc_credential, text, "/credential", "doc_credential", "credential"),
    chart_row<&Documentation::supervised_by>(Field::doc_supervised_by, text, "/supervised_by", "doc_supervised_by",
                                             "supervised by"),
    chart_row<&Documentation::supervision>(Field::doc_supervision, text, "/supervision", "doc_supervision",
                                           "how it was supervised", "select"),
    chart_row<&Documentation::response>(Field::doc_response, text, "/response", "doc_response", "patient's response"),
    chart_row<&Documentation::indication>(Field::doc_indication, text, "/indication", "doc_indication", "indication"),
    chart_row<&Documentation::container>(Field::doc_container, text, "/container", "doc_container", "container", "select"),
    chart_row<&Documentation::discarded>(Field::doc_discarded, text, "/discarded", "doc_discarded", "amount discarded"),
    chart_row<&Documentation::source>(Field::doc_source, text, "/source", "doc_source", "who supplied the drug", "select"),
    chart_row<&Documentation::injections>(Field::doc_injections, integer, "/injections", "doc_injections",
                                          "number of injections", "number"),
    chart_row<&Documentation::visit_documented_separately>(Field::doc_visit_documented_separately, boolean,
                                                           "/visit_documented_separately",
                                                           "doc_visit_documented_separately",
                                                           "separate note for the visit", "check"),
    chart_row<&Documentation::reason_distinct>(Field::doc_reason_distinct, text, "/reason_distinct", "doc_reason_distinct",
                                               "why it was a separate service"),
    chart_row<&Documentation::new_problem>(Field::doc_new_problem, boolean, "/new_problem", "doc_new_problem",
                                           "new problem", "check"),
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].field) != i) return false;
    return rows.size() == static_cast<std::size_t>(Field::count);
}
static_assert(in_order(), "every field has its row, in the order of the enumeration");

}  // namespace

std::span<const FieldRow> field_rows() { return std::span(rows).subspan(1); }

const FieldRow& row_of(Field field) { return rows[static_cast<std::size_t>(field)]; }

const FieldRow* field_at(Part part, std::string_view pointer) {
    for (const FieldRow& candidate : field_rows())
        if (candidate.part == part && candidate.pointer == pointer) return &candidate;
    return nullptr;
}

namespace {
void append_number(std::string& out, unsigned number) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}
}  // namespace

void append_pointer(std::string& out, Field field, unsigned line_number, unsigned element) {
    if (field == Field::none) return;
    const FieldRow& found = row_of(field);
    if (found.part != Part::claim) {
        out += "/lines/";
        append_number(out, line_number == 0 ? 0 : line_number - 1);
        if (found.part == Part::documentation) out += "/documentation";
    }
    out += found.pointer;
    if (element != 0) {
        out += '/';
        append_number(out, element - 1);
    }
}

std::string_view view_of(const Claim& of, const Line* on, Field field, unsigned element) {
    const std::size_t at = element == 0 ? 0 : element - 1;
    switch (field) {
        case Field::diagnoses: return at < of.diagnoses.size() ? of.diagnoses[at].code : std::string_view();
        case Field::line_modifiers:
            return on != nullptr && at < on->modifier_count ? on->modifiers[at] : std::string_view();
        case Field::line_pointers: return on != nullptr ? on->pointer_text : std::string_view();
        default: break;
    }
    const FieldRow& found = row_of(field);
    return found.part != Part::claim && on == nullptr ? std::string_view() : found.get(of, on);
}

}  // namespace deltoid
