// SPDX-License-Identifier: Apache-2.0
// The names that billing systems, clearinghouses and people give their columns. A name is here only when it means one
// thing: "NPI", "ID" or "amount paid" are not.
#include "readers/csv_columns.hpp"

#include <algorithm>
#include <array>

#include "deltoid/values.hpp"

namespace deltoid {
namespace {

struct Names {
    Field field;
    std::string_view names;   ///< bare, surest first, parted by blanks
};

/// Beside the table of fields, whose own name for a column goes first. CMS-1500 (02/12) items by their words where they
/// have any; the rest as exports of practice management systems have it.
constexpr Names synonyms[] = {
    {Field::id,
     "claim claimno claimnumber claimnum clm clmid clmno patientcontrolnumber patientcontrolno pcn encounterid "
     "encounter "
     "encounterno encounternumber visitid invoice invoiceno invoicenumber invoiceid superbill ticket ticketno voucher "
     "voucherno "
     "patientaccountno patientaccountnumber"},
    {Field::kind, "claimkind formtype claimform"},
    {Field::payer_name,
     "payer payor payorname insurance insurancename insurancecompany insurancecarrier insuranceplanname "
     "primaryinsurance primarypayer primarypayor carrier carriername plan planname insurer ins insname"},
    {Field::payer_id, "payorid payercode payorcode payerno payernumber carrierid electronicpayerid"},
    {Field::payer_class,
     "payorclass payertype payortype financialclass finclass insurancetype insurancetypecode plantype coveragetype "
     "lineofbusiness lob sbr09 claimfilingindicator"},
    {Field::payer_sequence, "sequence cobsequence payorsequence"},
    {Field::payer_state, "payorstate insurancestate"},
    {Field::payer_contractor, "contractor mac macjurisdiction"},
    {Field::received_date, "received datereceived receiveddt receiptdate"},
    {Field::frequency, "frequencycode claimfrequency claimfrequencycode resubmissioncode"},
    {Field::original_reference,
     "originalreferenceno originalreferencenumber originalref originalrefno originalclaimnumber icn dcn "
     "payercontrolnumber payerclaimcontrolnumber payerclaimnumber"},
    {Field::prior_authorization,
     "priorauthorizationnumber priorauth priorauthno priorauthnumber authorization authorizationnumber "
     "authorizationno authno authnumber auth pano panumber preauth preauthorization"},
    {Field::total_charge,
     "totalcharges claimtotal claimcharge claimcharges claimamount totalclaimcharge totalclaimchargeamount"},
    {Field::pos, "placeofservice placeofsvc poscode posc placeofservicecode place servicelocationcode"},
    {Field::bill_type, "typeofbill tob billtypecode"},
    {Field::note, "claimnote notes remarks claimnotes"},
    {Field::billing_npi, "billingprovidernpi billingproviderid groupnpi billnpi paytonpi npibilling"},
    {Field::billing_taxonomy, "billingprovidertaxonomy grouptaxonomy"},
    {Field::rendering_npi,
     "renderingprovidernpi renderingproviderid renderingprovider rendering renderingid performingnpi "
     "performingprovidernpi servicingnpi servicingprovidernpi providernpi rendernpi rendprovnpi npirendering"},
    {Field::rendering_taxonomy, "renderingprovidertaxonomy performingtaxonomy providertaxonomy"},
    {Field::supervising_npi,
     "supervisingprovidernpi supervisingprovider supervising supervisornpi supervisingphysiciannpi"},
    {Field::ordering_npi, "orderingprovidernpi orderingprovider ordering orderingphysiciannpi"},
    {Field::referring_npi, "referringprovidernpi referringprovider referring referringphysiciannpi refnpi"},
    {Field::facility_npi, "servicefacilitynpi facilityid locationnpi servicelocationnpi"},
    {Field::patient_id,
     "patientno patientnumber mrn medicalrecordnumber chart chartno chartnumber chartid patient patientname ptname "
     "ptid"},
    {Field::patient_birth_date,
     "dob patientdob dateofbirth patientbirthdate patientdateofbirth birthday birthdt ptdob"},
    {Field::patient_sex, "gender patientsex patientgender ptsex"},
    {Field::patient_death_date, "dateofdeath dod patientdeathdate"},
    {Field::subscriber_id,
     "subscriberid insuredid insuredsid insuredsidnumber insuredidnumber policy policyno policynumber policyid mbi "
     "hicn hic memberno membernumber subscriberno subscribernumber medicareid medicaidid beneficiaryid"},
    {Field::diagnoses,
     "diagnosis diagnoses diag diags diagnosiscode diagnosiscodes diagcode diagcodes dxcode dxcodes icd icdcode "
     "icdcodes icddx icddiagnosis icddiagnosiscode icddiagnosiscodes diagcd"},
    {Field::line_number,
     "lineno linenumber linenum ln lineitem lineitemno serviceline servicelineno serviceline svcline seqno"},
    {Field::line_code,
     "cpt hcpcs cpthcpcs hcpcscpt cptcode hcpcscode cpthcpcscode cptorhcpcs proc proccode proccd procedure "
     "procedurecode "
     "procedures servicecode svccode billingcode px pxcode proceduresservicesorsupplies cptcd hcpcscd"},
    {Field::line_modifiers,
     "mods modifier modifiers modifiercode modcode cptmod cptmodifier cptmodifiers procmod proceduremodifier"},
    {Field::line_units,
     "unit qty quantity unitsbilled billedunits billunits daysorunits daysunits serviceunits svcunits unitsofservice "
     "unitcount servicequantity procedureunits"},
    {Field::line_unit_type, "unittype unitbasis unitofservicetype"},
    {Field::line_charge,
     "charges chargeamount chargeamt linecharge linecharges chrg chg amountcharged amountbilled billedamount billedamt "
     "billedcharge billedcharges billed billamount grosscharge grosscharges lineitemchargeamount "
     "amount"},
    {Field::line_from,
     "dateofservice servicedate svcdate dosfrom fromdos datefrom fromdate servicedatefrom servicefromdate "
     "servicestartdate fromdateofservice dateofservicefrom datesofservice dosstart begindate startdate svcdt dosdate "
     "linefrom beginservicedate firstdos from"},
    {Field::line_to,
     "todos dosthru thrudos dosend dateto todate thrudate throughdate servicedateto servicetodate serviceenddate "
     "todateofservice dateofserviceto lineto enddate endservicedate lastdos to"},
    {Field::line_pos, "lineplaceofservice"},
    {Field::line_pointers,
     "pointer ptr ptrs dxpointer dxpointers dxptr dxptrs diagpointer diagpointers diagptr diagptrs "
     "diagnosispointer diagnosispointers diagnosisptr diagnosiscodepointer diagcodepointer icdpointer icdptr"},
    {Field::line_note, "linenotes servicenote"},
    {Field::line_revenue_code, "revcode revcd rev revenue"},
    {Field::line_ndc_code, "ndccode ndcno ndcnumber ndcnum drugndc nationaldrugcode"},
    {Field::line_ndc_quantity,
     "ndcqty ndcunits ndcunitquantity ndccount drugquantity ndcunitqty ndcunitcount nationaldrugunitcount"},
    {Field::line_ndc_unit,
     "ndcunitofmeasure ndcuom ndcmeasure ndcunittype ndcunitofmeasurement ndcunitcode ndcunitqualifier ndcum"},
    {Field::line_rendering_npi, "linerenderingprovidernpi"},
    {Field::line_prior_authorization, "linepriorauth lineauthorization"},
    {Field::doc_drug, "documentationdrug drug drugname medication druggiven medicationname"},
    {Field::doc_dose, "documentationdose dose dosegiven doseadministered"},
    {Field::doc_route, "documentationroute route routeofadministration adminroute"},
    {Field::doc_site, "documentationsite injectionsite adminsite"},
    {Field::doc_lot, "documentationlot lot lotno lotnumber"},
    {Field::doc_expiration, "documentationexpiration lotexpiration lotexpirationdate lotexpdate drugexpiration"},
    {Field::doc_given_at,
     "documentationgivenat givenat timegiven administeredat datetimegiven administrationtime admintime"},
    {Field::doc_ordered_by, "orderedby orderingprovidername"},
    {Field::doc_order_date, "orderdate dateordered"},
    {Field::doc_given_by, "givenby administeredby adminby"},
    {Field::doc_credential, "credential credentials"},
    {Field::doc_supervised_by, "supervisedby supervisingprovidername"},
    {Field::doc_supervision, "supervision"},
    {Field::doc_response, "response patientresponse"},
    {Field::doc_indication, "indication"},
    {Field::doc_container, "container vialtype"},
    {Field::doc_discarded, "discarded wasted waste amountdiscarded"},
    {Field::doc_source, "drugsource"},
    {Field::doc_injections, "injections numberofinjections injectioncount"},
};

constexpr std::string_view measurements[] = {"hematocrit", "hemoglobin"};

constexpr std::size_t bare_room = 64;

/// A header without what people change about it: "DOS (MM/DD/YYYY)", "date_of_service" and "Date of Service:".
class Bare {
public:
    explicit Bare(std::string_view header) {
        bool aside = false;
        for (std::size_t i = 0; i < header.size(); ++i) {
            const char c = upper(header[i]);
            if (c == '(') aside = i + 1 < header.size() && (header[i + 1] < '0' || header[i + 1] > '9');
            if (c == ')') aside = false;
            if (aside || !((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) continue;
            if (size_ == text_.size()) {
                size_ = 0;   // no name is so long
                return;
            }
            text_[size_++] = c >= 'A' ? static_cast<char>(c + 32) : c;
        }
    }
    [[nodiscard]] std::string_view text() const { return {text_.data(), size_}; }

private:
    std::array<char, bare_room> text_{};
    std::size_t size_ = 0;
};

/// The place of a word among words parted by blanks, from 1; 0 when it is not there.
std::uint8_t place_among(std::string_view words, std::string_view word) {
    for (std::uint8_t place = 1; !words.empty(); ++place) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return place;
        words.remove_prefix(std::min(words.size(), end + 1));
    }
    return 0;
}

CsvColumn column_of_name(std::string_view bare) {
    if (bare.empty()) return {};
    for (const FieldRow& row : field_rows())
        if (!row.csv.empty() && Bare(row.csv).text() == bare) return {row.field, 0, 0};
    for (const Names& names : synonyms)
        if (const std::uint8_t place = place_among(names.names, bare); place != 0) return {names.field, 0, place};
    for (std::size_t i = 0; i < std::size(measurements); ++i)
        if (measurements[i] == bare) return {Field::line_measurements, static_cast<std::uint8_t>(i + 1), 0};
    return {};
}

/// "dx1", "icd10code3", "Diagnosis A", "primary diagnosis", "m1".
CsvColumn numbered_column(std::string_view bare) {
    constexpr std::array<std::string_view, 4> ordinals{"primary", "principal", "secondary", "first"};
    for (const std::string_view ordinal : ordinals)
        if (bare.starts_with(ordinal)) {
            CsvColumn column = column_of_name(bare.substr(ordinal.size()));
            column.element = ordinal == "secondary" ? 2 : 1;
            return column.field == Field::diagnoses ? column : CsvColumn();
        }
    std::size_t end = bare.size();
    while (end > 0 && bare[end - 1] >= '0' && bare[end - 1] <= '9') --end;
    const std::string_view digits = bare.substr(end);
    const std::string_view name = bare.substr(0, end);
    if (digits.size() > 2 || name.empty()) return {};
    CsvColumn column = column_of_name(name);
    unsigned element = 0;
    for (const char c : digits) element = element * 10 + static_cast<unsigned>(c - '0');
    if (name == "m") column = {Field::line_modifiers, 0, 1};
    if (digits.empty() && bare.size() > 2 && bare.back() <= 'l') {
        column = column_of_name(bare.substr(0, bare.size() - 1));
        element = static_cast<unsigned>(bare.back() - 'a' + 1);
        if (column.field != Field::diagnoses) return {};
    }
    if (element == 0 || element > csv_numbered(column.field)) return {};
    column.element = static_cast<std::uint8_t>(element);
    return column;
}

constexpr std::size_t first_bytes = std::size_t{64} << 10;
constexpr int first_rows = 10;
/// Fewer understood columns may be chance.
constexpr std::uint32_t enough_columns = 3;

std::uint32_t understood_of(const CsvRow& row, std::span<const CsvMapping> mapping) {
    std::uint32_t count = 0;
    for (const std::string_view cell : row.cells) count += csv_column(cell, mapping).known() ? 1 : 0;
    return count;
}

/// Names of columns: words, not numbers, prose or segments of another format.
bool looks_like_header(const CsvRow& row) {
    std::size_t names = 0;
    for (const std::string_view cell : row.cells) {
        const std::string_view name = trim(cell);
        if (name.empty()) continue;
        if (name.size() > bare_room || Bare(name).text().empty()) return false;
        for (const char c : name)
            if (static_cast<unsigned char>(c) < ' ' || std::string_view("*~^{}<>\\=").find(c) != std::string_view::npos)
                return false;
        if (std::all_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; }))
            return false;
        ++names;
    }
    return names >= enough_columns;
}

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

/// The better of what was found and what this separator makes of the first rows. True when no better can come.
bool look_at(std::string_view text, char separator, std::span<const CsvMapping> mapping, bool last, CsvLayout& best) {
    CsvCutter cutter(separator);
    for (int i = 0; i < first_rows; ++i) {
        const CsvRow* row = cutter.next(text, 0, last);
        if (row == nullptr) return false;
        const std::uint32_t understood = understood_of(*row, mapping);
        if (understood > best.understood || best.cells == 0)
            best = {cutter.separator(), row->number, understood, row->cell_count};
        if (understood >= enough_columns) return true;
    }
    return false;
}

}   // namespace

CsvColumn csv_column(std::string_view header, std::span<const CsvMapping> mapping) {
    for (const CsvMapping& own : mapping)
        if (same_header(own.header, header)) return own.column;
    const Bare bare(header);
    std::string_view name = bare.text();
    if (const CsvColumn column = column_of_name(name); column.known()) return column;
    // ICD-10 is a code set, not the tenth diagnosis.
    std::string without_edition;
    for (const std::string_view icd : {"icd10cm", "icd10"})
        if (const std::size_t at = name.find(icd); at != std::string_view::npos && without_edition.empty())
            without_edition.append(name, 0, at).append("icd").append(name, at + icd.size());
    if (!without_edition.empty()) {
        name = without_edition;
        if (const CsvColumn column = column_of_name(name); column.known()) return column;
    }
    return numbered_column(name);
}

bool same_header(std::string_view a, std::string_view b) {
    return trim(a) == trim(b) || (!Bare(a).text().empty() && Bare(a).text() == Bare(b).text());
}

std::string csv_name(const CsvColumn& column) {
    if (column.field == Field::line_measurements) return std::string(csv_measurement(column.element));
    std::string name(column.known() ? row_of(column.field).csv : std::string_view());
    if (column.element != 0) name += std::to_string(column.element);
    return name;
}

std::string_view csv_synonyms(Field field) {
    for (const Names& names : synonyms)
        if (names.field == field) return names.names;
    return {};
}

std::string_view csv_measurement(std::uint8_t element) {
    return element == 0 || element > std::size(measurements) ? std::string_view() : measurements[element - 1U];
}

std::uint8_t csv_numbered(Field field) {
    switch (field) {
        case Field::diagnoses:
        case Field::line_pointers:
            return 12;
        case Field::line_modifiers:
            return 4;
        default:
            return 0;
    }
}

std::optional<CsvLayout> csv_layout(std::string_view text, std::span<const CsvMapping> mapping, bool last) {
    last = last || text.size() >= first_bytes;
    text = text.substr(0, first_bytes);
    CsvLayout best;
    const std::optional<char> likely = csv_separator(without_mark(text), last);
    if (likely && look_at(text, 0, mapping, last, best)) return best;
    if (!last) return std::nullopt;
    for (const char separator : {',', ';', '\t', '|'})
        if (look_at(text, separator, mapping, true, best)) break;
    return best;
}

std::optional<bool> is_csv(std::string_view text, std::span<const CsvMapping> mapping, bool last) {
    const std::optional<CsvLayout> layout = csv_layout(text, mapping, last);
    if (!layout) return std::nullopt;
    if (layout->understood >= 2) return true;
    CsvCutter cutter(layout->separator);
    const CsvRow* row = cutter.next(text.substr(0, first_bytes), 0, true);
    return row != nullptr && looks_like_header(*row);
}

}   // namespace deltoid
