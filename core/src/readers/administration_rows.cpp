// SPDX-License-Identifier: Apache-2.0
// Columns of administration records by their headers, cells into records; days and times brought into one shape.
#include "readers/administration_rows.hpp"

#include <array>
#include <utility>
#include <vector>

#include "readers/administration_fhir.hpp"
#include "readers/csv_rows.hpp"
#include "whole_number.hpp"

namespace deltoid {
namespace {

/// What a column holds beside the fields of a record.
enum class Column : std::uint8_t {
    unknown,
    claim_id,
    line,
    patient_id,
    member_id,
    birth_date,
    day,
    time,
    code,
    ndc,
    dose_unit,
    field
};

struct Header {
    std::string_view letters;   ///< of the header: upper case, letters and digits alone
    Column column;
    Field field = Field::none;
};

// clang-format off
constexpr Header headers[] = {
    {"CLAIMID", Column::claim_id}, {"CLAIM", Column::claim_id}, {"CLAIMNUMBER", Column::claim_id},
    {"CLAIMNO", Column::claim_id}, {"PATIENTCONTROLNUMBER", Column::claim_id}, {"ENCOUNTERID", Column::claim_id},
    {"ACCOUNTNUMBER", Column::claim_id}, {"ACCOUNT", Column::claim_id}, {"VISITID", Column::claim_id},
    {"CLM01", Column::claim_id}, {"LINE", Column::line}, {"LINENUMBER", Column::line}, {"LINENO", Column::line},
    {"CLAIMLINE", Column::line}, {"PATIENTID", Column::patient_id}, {"PATIENT", Column::patient_id},
    {"MRN", Column::patient_id}, {"CHARTNUMBER", Column::patient_id}, {"MEDICALRECORDNUMBER", Column::patient_id},
    {"PTID", Column::patient_id}, {"MEMBERID", Column::member_id}, {"SUBSCRIBERID", Column::member_id},
    {"INSUREDID", Column::member_id}, {"MBI", Column::member_id}, {"POLICYNUMBER", Column::member_id},
    {"INSURANCEID", Column::member_id}, {"MEMBERNUMBER", Column::member_id}, {"BIRTHDATE", Column::birth_date},
    {"DOB", Column::birth_date}, {"DATEOFBIRTH", Column::birth_date}, {"PATIENTBIRTHDATE", Column::birth_date},
    {"DATE", Column::day}, {"DOS", Column::day}, {"DATEOFSERVICE", Column::day}, {"SERVICEDATE", Column::day},
    {"ADMINDATE", Column::day}, {"ADMINISTRATIONDATE", Column::day}, {"DATEGIVEN", Column::day},
    {"DATEADMINISTERED", Column::day}, {"GIVENDATE", Column::day}, {"INJECTIONDATE", Column::day},
    {"FROM", Column::day}, {"TIME", Column::time}, {"TIMEGIVEN", Column::time}, {"ADMINTIME", Column::time},
    {"ADMINISTRATIONTIME", Column::time}, {"TIMEADMINISTERED", Column::time}, {"GIVENTIME", Column::time},
    {"CODE", Column::code}, {"HCPCS", Column::code}, {"HCPCSCODE", Column::code}, {"JCODE", Column::code},
    {"CPT", Column::code}, {"DRUGCODE", Column::code}, {"PROCEDURECODE", Column::code}, {"CPTHCPCS", Column::code},
    {"NDC", Column::ndc}, {"NDCCODE", Column::ndc}, {"NDCNUMBER", Column::ndc},
    {"DRUG", Column::field, Field::doc_drug}, {"DRUGNAME", Column::field, Field::doc_drug},
    {"MEDICATION", Column::field, Field::doc_drug}, {"MEDICATIONNAME", Column::field, Field::doc_drug},
    {"MED", Column::field, Field::doc_drug}, {"PRODUCT", Column::field, Field::doc_drug},
    {"DOSE", Column::field, Field::doc_dose}, {"DOSEGIVEN", Column::field, Field::doc_dose},
    {"AMOUNT", Column::field, Field::doc_dose}, {"AMOUNTGIVEN", Column::field, Field::doc_dose},
    {"DOSEADMINISTERED", Column::field, Field::doc_dose}, {"DOSAGE", Column::field, Field::doc_dose},
    {"DOSEUNIT", Column::dose_unit}, {"DOSEUNITS", Column::dose_unit}, {"UNITOFMEASURE", Column::dose_unit},
    {"UOM", Column::dose_unit}, {"ROUTE", Column::field, Field::doc_route},
    {"ADMINROUTE", Column::field, Field::doc_route}, {"ROUTEOFADMINISTRATION", Column::field, Field::doc_route},
    {"SITE", Column::field, Field::doc_site}, {"INJECTIONSITE", Column::field, Field::doc_site},
    {"BODYSITE", Column::field, Field::doc_site}, {"ADMINSITE", Column::field, Field::doc_site},
    {"SITEOFINJECTION", Column::field, Field::doc_site}, {"LOCATION", Column::field, Field::doc_site},
    {"LOT", Column::field, Field::doc_lot}, {"LOTNUMBER", Column::field, Field::doc_lot},
    {"LOTNO", Column::field, Field::doc_lot}, {"EXP", Column::field, Field::doc_expiration},
    {"EXPDATE", Column::field, Field::doc_expiration}, {"EXPIRY", Column::field, Field::doc_expiration},
    {"EXPIRATION", Column::field, Field::doc_expiration}, {"EXPIRATIONDATE", Column::field, Field::doc_expiration},
    {"EXPIRYDATE", Column::field, Field::doc_expiration}, {"GIVENAT", Column::field, Field::doc_given_at},
    {"DATETIME", Column::field, Field::doc_given_at}, {"ADMINISTEREDAT", Column::field, Field::doc_given_at},
    {"ADMINDATETIME", Column::field, Field::doc_given_at},
    {"ADMINISTRATIONDATETIME", Column::field, Field::doc_given_at},
    {"DATETIMEGIVEN", Column::field, Field::doc_given_at}, {"ORDEREDBY", Column::field, Field::doc_ordered_by},
    {"ORDERINGPROVIDER", Column::field, Field::doc_ordered_by},
    {"ORDERINGPHYSICIAN", Column::field, Field::doc_ordered_by}, {"ORDERDATE", Column::field, Field::doc_order_date},
    {"DATEORDERED", Column::field, Field::doc_order_date}, {"GIVENBY", Column::field, Field::doc_given_by},
    {"ADMINISTEREDBY", Column::field, Field::doc_given_by}, {"NURSE", Column::field, Field::doc_given_by},
    {"ADMINBY", Column::field, Field::doc_given_by}, {"INJECTEDBY", Column::field, Field::doc_given_by},
    {"CREDENTIAL", Column::field, Field::doc_credential}, {"CREDENTIALS", Column::field, Field::doc_credential},
    {"TITLE", Column::field, Field::doc_credential}, {"SUPERVISEDBY", Column::field, Field::doc_supervised_by},
    {"SUPERVISINGPROVIDER", Column::field, Field::doc_supervised_by},
    {"SUPERVISINGPHYSICIAN", Column::field, Field::doc_supervised_by},
    {"SUPERVISION", Column::field, Field::doc_supervision}, {"RESPONSE", Column::field, Field::doc_response},
    {"REACTION", Column::field, Field::doc_response}, {"PATIENTRESPONSE", Column::field, Field::doc_response},
    {"TOLERANCE", Column::field, Field::doc_response}, {"INDICATION", Column::field, Field::doc_indication},
    {"REASON", Column::field, Field::doc_indication}, {"DIAGNOSIS", Column::field, Field::doc_indication},
    {"CONTAINER", Column::field, Field::doc_container}, {"VIALTYPE", Column::field, Field::doc_container},
    {"DISCARDED", Column::field, Field::doc_discarded}, {"WASTE", Column::field, Field::doc_discarded},
    {"WASTED", Column::field, Field::doc_discarded}, {"WASTAGE", Column::field, Field::doc_discarded},
    {"AMOUNTDISCARDED", Column::field, Field::doc_discarded}, {"AMOUNTWASTED", Column::field, Field::doc_discarded},
    {"SOURCE", Column::field, Field::doc_source}, {"DRUGSOURCE", Column::field, Field::doc_source},
    {"SUPPLY", Column::field, Field::doc_source}, {"INJECTIONS", Column::field, Field::doc_injections},
};
// clang-format on

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text.substr(0, 60)) {
        const char big = upper(c);
        if ((big >= 'A' && big <= 'Z') || (big >= '0' && big <= '9')) letters += big;
    }
    return letters;
}

Header column_of(std::string_view text) {
    const std::string letters = letters_of(text);
    // Without "doc_" the names of the contract are synonyms as well.
    for (const FieldRow& row : field_rows())
        if (row.part == Part::documentation && (letters == letters_of(row.csv) || letters == letters_of(row.pointer)))
            return {row.csv, Column::field, row.field};
    for (const Header& header : headers)
        if (header.letters == letters) return header;
    return {{}, Column::unknown, Field::none};
}

int two_digits(std::string_view text) {
    return text.size() == 2 && is_whole_number(text) ? static_cast<int>(whole_number(text)) : -1;
}

/// "10:20", "9:05:00", "2:15 PM" as hours and minutes of 24; "" for other texts.
std::string clock_of(std::string_view text) {
    text = trim(text);
    const std::size_t colon = text.find(':');
    std::string_view hours = text.substr(0, colon);
    if (colon == std::string_view::npos || hours.empty() || hours.size() > 2 || !is_whole_number(hours)) return {};
    int hour = static_cast<int>(whole_number(hours));
    const int minute = two_digits(text.substr(colon + 1, 2));
    const std::string rest = letters_of(text.substr(std::min(colon + 3, text.size())));
    const bool evening = rest.size() >= 2 && rest.substr(rest.size() - 2) == "PM";
    const bool morning = rest.size() >= 2 && rest.substr(rest.size() - 2) == "AM";
    if ((evening || morning) && (hour < 1 || hour > 12)) return {};
    if (evening || morning) hour = hour % 12 + (evening ? 12 : 0);
    if (hour > 23 || minute < 0 || minute > 59) return {};
    std::string clock = std::to_string(hour);
    if (clock.size() < 2) clock.insert(0, 1, '0');
    return clock.append(minute < 10 ? ":0" : ":").append(std::to_string(minute));
}

std::string iso(Day day) {
    const YearMonthDay parts = civil(day);
    const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return std::to_string(parts.year) + two(parts.month) + two(parts.day);
}

class AdministrationRows final : public AdministrationReader {
public:
    explicit AdministrationRows(Administrations& records) : records_(records) {}

    std::size_t read(std::span<const char> bytes, std::uint64_t offset, Sink&) override {
        return take({bytes.data(), bytes.size()}, offset, false);
    }
    void end(std::span<const char> bytes, std::uint64_t offset, Sink&) override {
        (void)take({bytes.data(), bytes.size()}, offset, true);
        if (trouble_.empty() && !header_read_) trouble_ = "It is empty.";
        if (trouble_.empty() && read_ == 0) trouble_ = "It has a header and no administration records.";
    }
    [[nodiscard]] InputEnd summary() const override { return {}; }
    [[nodiscard]] std::string_view trouble() const override { return trouble_; }
    [[nodiscard]] std::uint64_t records() const override { return read_; }

private:
    std::size_t take(std::string_view text, std::uint64_t offset, bool last) {
        if (!trouble_.empty()) return text.size();
        if (!header_read_ && looks_like_other(text)) return text.size();
        while (const CsvRow* row = cutter_.next(text, offset, last)) {
            if (header_read_)
                add(*row);
            else
                read_header(*row);
            if (!trouble_.empty()) return text.size();
        }
        return static_cast<std::size_t>(cutter_.needed_from() - offset);
    }

    bool looks_like_other(std::string_view text) {
        const std::string_view start = trim(text.substr(0, 64));
        if (start.substr(0, 3) == "ISA") trouble_ = "It is an X12 file; administration records are rows of text (CSV).";
        if (!start.empty() && (start[0] == '{' || start[0] == '['))
            trouble_ = "It is JSON; administration records are rows of text (CSV).";
        return !trouble_.empty();
    }

    void read_header(const CsvRow& row) {
        header_read_ = true;
        bool finds = false, records = false;
        for (const std::string_view cell : row.cells) {
            Header column = column_of(cell);
            for (const Header& before : columns_)   // the first column of a name counts
                if (column.column == before.column && column.field == before.field)
                    column = {{}, Column::unknown, Field::none};
            finds |= column.column == Column::claim_id || column.column == Column::patient_id ||
                     column.column == Column::member_id;
            records |= column.column == Column::field || column.column == Column::code || column.column == Column::ndc;
            columns_.push_back(column);
        }
        if (!finds)
            trouble_ =
                "No column names the claim or the patient: one of claim_id, patient_id or member_id is needed in the "
                "first row.";
        else if (!records)
            trouble_ =
                "No column tells what was given: drug, code, ndc or one of doc_dose, doc_route ... is needed in the "
                "first row.";
    }

    void add(const CsvRow& row) {
        AdministrationRecord record;
        std::string_view day, time, unit;
        Claim holder;   // the table of fields writes into a claim
        holder.documentations.emplace_back();
        Line line;
        line.documentation = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string_view cell = trim(row.cell(i));
            switch (columns_[i].column) {
                case Column::claim_id:
                    record.claim_id = cell;
                    break;
                case Column::line:
                    record.line = cell;
                    break;
                case Column::patient_id:
                    record.patient_id = cell;
                    break;
                case Column::member_id:
                    record.member_id = cell;
                    break;
                case Column::birth_date:
                    record.birth_date = cell;
                    break;
                case Column::code:
                    record.code = cell;
                    break;
                case Column::ndc:
                    record.ndc = cell;
                    break;
                case Column::day:
                    day = cell;
                    break;
                case Column::time:
                    time = cell;
                    break;
                case Column::dose_unit:
                    unit = cell;
                    break;
                case Column::field:
                    (void)row_of(columns_[i].field).set(holder, &line, cell);
                    break;
                default:
                    break;
            }
        }
        record.record = holder.documentations[0];
        if (record.code.empty() && is_drug_code(record.record.drug))
            record.code = std::exchange(record.record.drug, {});
        settle_time(record, day, time);
        std::string dose;
        if (!unit.empty() && is_number(record.record.dose))
            record.record.dose = dose.append(record.record.dose).append(" ").append(unit);
        ++read_;
        records_.add(row.number, record);
    }

    /// "J1885" in the column of the drug.
    static bool is_drug_code(std::string_view text) {
        text = trim(text);
        return text.size() == 5 && Code(text).valid() && (text[0] < '0' || text[0] > '9') &&
               is_whole_number(text.substr(1));
    }

    static bool is_number(std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos;
    }

    /// The day finds the line; day and time together are what the record tells.
    void settle_time(AdministrationRecord& record, std::string_view day, std::string_view time) {
        std::string clock;
        const std::string_view given = record.record.given_at;
        record.day = read_day_and_time(given.empty() ? day : given, clock);
        if (!record.day.known()) record.day = read_day_and_time(day, clock);
        if (const std::string own = clock_of(time); !own.empty()) clock = own;
        if (clock.empty()) clock = clock_of(given);
        if (!record.day.known()) {
            if (given.empty()) record.record.given_at = day;   // a rule says that it cannot be read
            return;
        }
        given_at_ = iso(record.day);
        if (!clock.empty()) given_at_.append("T").append(clock);
        record.record.given_at = given_at_;
    }

    Administrations& records_;
    CsvCutter cutter_;
    bool header_read_ = false;
    std::vector<Header> columns_;
    std::string trouble_;
    std::string given_at_;
    std::uint64_t read_ = 0;
};

}   // namespace

Day read_day_and_time(std::string_view text, std::string& time) {
    text = trim(text);
    const std::size_t end = text.find_first_of(" T");
    const std::string_view day = text.substr(0, end);
    Day found = Day::none();
    if (const Date iso_date = read_date(day); iso_date.valid()) {
        found = iso_date.value;
    } else {
        std::array<int, 3> parts{};
        std::size_t count = 0;
        for (std::string_view rest = day; count < 3; ++count) {
            const std::size_t bar = rest.find_first_of("/-");
            const std::string_view part = rest.substr(0, bar);
            if (part.empty() || part.size() > 4 || !is_whole_number(part) ||
                (count < 2) != (bar != std::string_view::npos))
                return Day::none();
            parts[count] = static_cast<int>(whole_number(part)) + (count == 2 && part.size() == 2 ? 2000 : 0);
            if (bar != std::string_view::npos) rest.remove_prefix(bar + 1);
        }
        found = Day::of(parts[2], parts[0], parts[1]);
    }
    if (found.known() && end != std::string_view::npos) time = clock_of(text.substr(end + 1));
    return found;
}

namespace {

/// Tells rows from FHIR by the first byte that is no blank.
class AdministrationFile final : public AdministrationReader {
public:
    explicit AdministrationFile(Administrations& records) : records_(records) {}

    std::size_t read(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override {
        if (chosen_ == nullptr && !choose({bytes.data(), bytes.size()}, false)) return 0;
        return chosen_->read(bytes, offset, sink);
    }
    void end(std::span<const char> bytes, std::uint64_t offset, Sink& sink) override {
        if (chosen_ == nullptr) (void)choose({bytes.data(), bytes.size()}, true);
        chosen_->end(bytes, offset, sink);
    }
    [[nodiscard]] InputEnd summary() const override { return {}; }
    [[nodiscard]] std::string_view trouble() const override { return chosen_ == nullptr ? "" : chosen_->trouble(); }
    [[nodiscard]] std::uint64_t records() const override { return chosen_ == nullptr ? 0 : chosen_->records(); }

private:
    bool choose(std::string_view text, bool last) {
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        const std::size_t at = text.find_first_not_of(" \t\r\n");
        if (at == std::string_view::npos && !last && text.size() < 4096) return false;
        if (at != std::string_view::npos && (text[at] == '{' || text[at] == '[')) {
            chosen_ = make_fhir_administrations_reader(records_);
            return true;
        }
        chosen_ = std::make_unique<AdministrationRows>(records_);
        return true;
    }

    Administrations& records_;
    std::unique_ptr<AdministrationReader> chosen_;
};

}   // namespace

std::unique_ptr<AdministrationReader> make_administration_reader(Administrations& records) {
    return std::make_unique<AdministrationFile>(records);
}

}   // namespace deltoid
