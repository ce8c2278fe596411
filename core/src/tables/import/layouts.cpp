// SPDX-License-Identifier: Apache-2.0
// The published files, one after the other: edit pairs, unit limits, ICD-10-CM lists, the crosswalk, the fee schedule.
#include "tables/import/layout.hpp"

#include <algorithm>
#include <cstring>

#include "deltoid/diagnosis.hpp"

namespace deltoid::packs {
namespace {

constexpr std::string_view injection = "96372";
constexpr std::size_t nowhere = CsvCutter::column_limit;   // CsvRow::cell() is "" there
constexpr std::string_view wrong_year = "The name or the title is of another edition than the rows.";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

/// The first column whose name in plain words is among `names`, or begins with one that ends in '*'.
std::size_t find_column(const CsvRow& row, std::initializer_list<std::string_view> names) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string words = plain_words(row.cells[i]);
        for (const std::string_view name : names)
            if (words == name || (name.back() == '*' && words.starts_with(name.substr(0, name.size() - 1)))) return i;
    }
    return nowhere;
}

/// "0.43" with four decimals: 4300. Nothing for what is no number, or finer, or too big.
std::optional<std::int64_t> read_decimal(std::string_view text, int decimals) {
    std::int64_t value = 0;
    int left = -1;   // decimals still to come; -1 before the point
    if (text.size() > 12 || text.empty() || text == ".") return std::nullopt;
    for (const char c : text) {
        if (c == '.' && left < 0) {
            left = decimals;
            continue;
        }
        if (!is_digit(c) || left == 0) return std::nullopt;
        value = value * 10 + (c - '0');
        if (left > 0) --left;
    }
    for (int i = left < 0 ? decimals : left; i > 0; --i) value *= 10;
    return value;
}

Day compact_day(std::string_view text) {
    if (text.size() != 8 || !all_digits(text)) return Day::none();
    return read_date(text).value;
}

void set_window(Reading& reading, const std::optional<Quarter>& quarter, std::string_view like) {
    if (!quarter) {
        reading.complaints.at(1,
                              "Neither name nor title tells the edition. Keep the name under which CMS publishes the "
                              "file, such as " +
                                  std::string(like) + ".");
        return;
    }
    reading.edition = quarter->name();
    reading.from = quarter->first_day();
    reading.to = quarter->last_day();
    const std::string day = text_of(reading.to);
    reading.last_day = day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2);
}

/// What name and title tell must be one quarter.
void set_window(Reading& reading, const std::optional<Quarter>& by_title, const std::optional<Quarter>& by_name,
                std::string_view like) {
    if (by_title && by_name && !(*by_title == *by_name))
        reading.complaints.at(1, "The title says " + by_title->name() + ", the name says " + by_name->name() +
                                     ": one of them is of another edition.");
    set_window(reading, by_title ? by_title : by_name, like);
}

bool too_short(Reading& reading, const CsvRow& row, std::size_t least) {
    if (row.cell_count >= least) return false;
    reading.complain(row, "The row has " + std::to_string(row.cell_count) + " columns where " +
                              std::to_string(reading.column_count) + " belong: the file is damaged or was cut short.");
    return true;
}

/// A note below or between the rows: only its first cell is filled.
bool is_note(const CsvRow& row) {
    return std::all_of(row.cells.begin() + 1, row.cells.end(),
                       [](std::string_view cell) { return trim(cell).empty(); });
}

Kept& keep(Reading& reading, const CsvRow& row, std::string_view key) {
    Kept& kept = reading.kept.emplace_back();
    kept.set_key(key);
    kept.text_line = row.text_line;
    return kept;
}

/// Codes that claims with injections bring: those of the code sets, and the letters under which drugs are coded.
bool is_neighbour(Code code) {
    if (Tables::built_in()->sets(code, Day::none()) != 0) return true;
    return std::string_view("JQSCG").find(code.text().front()) != std::string_view::npos;
}

// Edit pairs (NCCI PTP). The header is that of ccipra-v323r0-f1.txt; cells of it may hold line ends.

struct EditColumns {
    enum : std::size_t { first, second, from, to, indicator };
};

bool edits_begin(Reading& reading, const CsvRow& row) {
    const std::array<std::size_t, 5> named{find_column(row, {"column 1", "column1"}),
                                           find_column(row, {"column 2", "column2"}), find_column(row, {"effective*"}),
                                           find_column(row, {"deletion*"}), find_column(row, {"modifier*"})};
    if (std::find(named.begin(), named.end(), nowhere) == named.end()) {
        std::copy(named.begin(), named.end(), reading.columns.begin());
        return true;
    }
    // A header whose line ends are not quoted lies in pieces: then the first pair tells.
    reading.columns = {0, 1, 3, 4, 5};
    return row.cell_count >= 6 && read_code(trim(row.cell(0))).valid() && read_code(trim(row.cell(1))).valid() &&
           compact_day(trim(row.cell(3))).known() && trim(row.cell(5)).size() == 1;
}

bool edits_have_no_header(const CsvRow& row) { return read_code(trim(row.cell(0))).valid(); }

void settle_edits(Reading& reading) {
    const std::string own = reading.own_name(), whole = reading.whole_name();
    for (const std::string& words : {own, whole}) {
        const bool outpatient = has(words, "ccioph") || has(words, "outpatient") || has(words, "hospital");
        const bool practitioner = has(words, "ccipra") || has(words, "practitioner");
        if (reading.table.empty() && outpatient != practitioner)
            reading.table = outpatient ? "ncci-ptp-outpatient" : "ncci-ptp-practitioner";
    }
    const auto quarter = quarter_of_version(own);
    set_window(reading, quarter ? quarter : quarter_of_version(whole), "ccipra-v323r0-f1.txt");
    reading.part = part_of(own);
}

void edit_row(Reading& reading, const CsvRow& row) {
    if (too_short(reading, row, 6)) return;
    const std::string_view first = reading.column(row, EditColumns::first),
                           second = reading.column(row, EditColumns::second);
    const std::string_view from = reading.column(row, EditColumns::from),
                           indicator = reading.column(row, EditColumns::indicator);
    if (first.size() != 5 || second.size() != 5 || from.size() != 8 || indicator.size() != 1)
        return reading.complain(row, "This is no pair of codes with its day and its modifier indicator.");
    if (from > reading.last_day)
        return reading.complain(row, "The pair begins on " + std::string(from) + ", when the edition " +
                                         reading.edition + " has ended. " + std::string(wrong_year));
    if (first != injection && second != injection) return;
    const Code other = read_code(first == injection ? second : first);
    const std::string_view to = reading.column(row, EditColumns::to);
    const bool open = to.empty() || to == "*";
    const Day begins = compact_day(from), ends = open ? Day::open() : compact_day(to);
    if (!other.valid() || !begins.known() || ends == Day::none() || !has("019", indicator))
        return reading.complain(row, "This is no pair of codes with its day and its modifier indicator.");
    if (ends <= begins || indicator == "9") return;   // taken back as if it had never been
    Kept& kept = keep(reading, row, text_of(other));
    kept.column = first == injection ? 2 : 1;
    kept.flag = static_cast<std::uint8_t>(indicator.front() - '0');
    kept.from = begins;
    kept.to = ends;
    if (open && kept.column == 1 && kept.key_text() >= "00100" && kept.key_text() <= "01999")
        ++(kept.flag == 0 ? reading.never : reading.sometimes);
}

/// The files of the two settings look alike, but for an injection inside anesthesia: practitioners can never open the
/// pair with a modifier, hospitals can (both files of 2024Q3, all pairs).
void end_edits(Reading& reading) {
    const bool tells = reading.never != reading.sometimes;
    const std::string told = reading.never > reading.sometimes ? "ncci-ptp-practitioner" : "ncci-ptp-outpatient";
    if (reading.table.empty() && tells) reading.table = told;
    if (reading.table.empty())
        reading.complaints.at(
            1,
            "The name does not tell whether the pairs are those of practitioners or of outpatient "
            "hospitals. Keep the name under which CMS publishes the file, such as ccipra-v323r0-f1.txt.");
    else if (tells && told != reading.table)
        reading.complaints.at(1, "By its name the file is a part of " + reading.table +
                                     ", by its pairs of anesthesia it is of " + told + ": it has the wrong name.");
    const bool practitioner = reading.table == "ncci-ptp-practitioner";
    reading.source = std::string("CMS, Medicare NCCI PTP edits, ") +
                     (practitioner ? "practitioner" : "outpatient hospital") + " services, edition " + reading.edition;
}

// Unit limits (MUE).

struct LimitColumns {
    enum : std::size_t { code, units, adjudication };
};

bool limits_begin(Reading& reading, const CsvRow& row) {
    const std::size_t units = find_column(row, {"practitioner services mue*", "outpatient hospital services mue*"});
    const std::size_t code = find_column(row, {"hcpcs/cpt code*", "hcpcs/cpt*", "cpt/hcpcs*"});
    if (units == nowhere || code == nowhere) return false;
    const bool outpatient = has(plain_words(row.cell(units)), "outpatient");
    reading.columns = {code, units, find_column(row, {"mue adjudication*"})};
    reading.table = outpatient ? "mue-outpatient" : "mue-practitioner";
    return true;
}

void settle_limits(Reading& reading) {
    const std::string own = reading.own_name(), whole = reading.whole_name();
    const bool outpatient = reading.table == "mue-outpatient";
    if (has(own, outpatient ? "practitioner" : "outpatient"))
        reading.complaints.at(1, "By its name the file is of another setting than by its columns, which are those of " +
                                     reading.table + ": it has the wrong name.");
    if (reading.columns[LimitColumns::adjudication] == nowhere) {
        // Medicaid's table has no such column.
        const bool medicaid = has(whole, "mcd") || has(whole, "medicaid") || has(reading.title, "medicaid");
        if (!medicaid || outpatient)
            reading.complaints.at(1, "The table of unit limits has no column \"MUE Adjudication Indicator\".");
        reading.table = "mue-medicaid";
    }
    const auto quarter = quarter_of_day(own);
    set_window(reading, quarter_of_day(reading.title), quarter ? quarter : quarter_of_day(whole),
               "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv");
    reading.source = std::string("CMS, ") + (reading.table == "mue-medicaid" ? "Medicaid" : "Medicare") +
                     " NCCI MUE, " + (outpatient ? "outpatient hospital" : "practitioner") + " services, effective " +
                     text_of(reading.from);
}

void limit_row(Reading& reading, const CsvRow& row) {
    if (is_note(row)) return;
    const bool adjudicates = reading.columns[LimitColumns::adjudication] != nowhere;
    if (too_short(reading, row, adjudicates ? 3 : 2)) return;
    const Code code = read_code(reading.column(row, LimitColumns::code));
    const std::string_view units = reading.column(row, LimitColumns::units);
    const std::string_view adjudication = reading.column(row, LimitColumns::adjudication);
    const bool by_known = !adjudicates || (!adjudication.empty() && has("123", adjudication.substr(0, 1)));
    if (!code.valid() || !all_digits(units) || units.size() > 6 || !by_known)
        return reading.complain(row, "This is no code with its limit and how it is adjudicated.");
    if (!is_neighbour(code)) return;
    Kept& kept = keep(reading, row, text_of(code));
    for (const char c : units) kept.amounts[0] = kept.amounts[0] * 10 + (c - '0');
    if (adjudicates) kept.flag = static_cast<std::uint8_t>(adjudication.front() - '0');
}

void nothing_at_the_end(Reading&) {}

// ICD-10-CM: the order file, in columns of fixed width (number, code, 1 for codes that may be billed, titles), and the
// code file (code, title) that has only those.

struct Order {
    std::string_view number, code;
    bool header = false;
};

bool is_diagnosis(std::string_view code) {
    if (code.size() < 3 || code.size() > DiagnosisCode::most || code[0] < 'A' || code[0] > 'Z' || !is_digit(code[1]))
        return false;
    return std::all_of(code.begin(), code.end(), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
}

std::optional<Order> order_of(std::string_view line) {
    if (line.size() < 16 || !all_digits(line.substr(0, 5)) || line[5] != ' ' || line[13] != ' ' || line[15] != ' ')
        return std::nullopt;
    const Order order{line.substr(0, 5), trim(line.substr(6, 7)), line[14] == '0'};
    if ((line[14] != '0' && line[14] != '1') || !is_diagnosis(order.code)) return std::nullopt;
    return order;
}

std::string_view listed_code(std::string_view line) {
    const std::size_t end = line.find_first_of(" \t");
    if (end == std::string_view::npos || trim(line.substr(end)).empty()) return {};
    return is_diagnosis(line.substr(0, end)) ? line.substr(0, end) : std::string_view();
}

bool order_begins(Reading&, const CsvRow& row) { return row.number == 1 && order_of(row.bytes).has_value(); }

bool codes_begin(Reading& reading, const CsvRow& row) {
    const std::string_view code = listed_code(row.bytes);
    return row.number == 1 && !code.empty() && (code.starts_with("A00") || has(reading.own_name(), "icd10cm"));
}

bool diagnoses_have_no_header(const CsvRow&) { return true; }

void settle_diagnoses(Reading& reading) {
    const std::string own = reading.own_name(), whole = reading.whole_name();
    const std::optional<int> year = year_of(own) ? year_of(own) : year_of(whole);
    reading.table = "icd10-codes";
    reading.complete = true;
    if (!year) {
        reading.complaints.at(
            1,
            "The name does not tell the fiscal year. Keep the name under which the list is published, such "
            "as icd10cm_order_2027.txt.");
        return;
    }
    const bool april = has(own, "april") || has(whole, "april");
    reading.edition = "FY" + std::to_string(*year) + (april ? "-April" : "");
    reading.from = april ? Day::of(*year, 4, 1) : Day::of(*year - 1, 10, 1);
    reading.to = Day::of(*year, 9, 30);
    reading.source =
        "CMS and NCHS, ICD-10-CM codes of fiscal year " + std::to_string(*year) + (april ? ", update of April" : "");
}

void take_diagnosis(Reading& reading, const CsvRow& row, std::string_view code, bool header) {
    if (reading.first_key.empty()) reading.first_key = code;
    if (code <= std::string_view(reading.last_key))
        return reading.complain(row, "The code " + std::string(code) + " stands behind " + reading.last_key +
                                         ": the list is out of order, so it is not the published one.");
    reading.last_key = code;
    keep(reading, row, code).flag = header ? 1 : 0;
}

void order_row(Reading& reading, const CsvRow& row) {
    const std::optional<Order> order = order_of(row.bytes);
    if (!order)
        return reading.complain(row,
                                "This is no row of the order file: number, code, 0 or 1 and titles in their columns.");
    std::int64_t number = 0;
    for (const char c : order->number) number = number * 10 + (c - '0');
    if (number != reading.number + 1)
        reading.complain(row, "The order number is " + std::to_string(number) + " where " +
                                  std::to_string(reading.number + 1) + " belongs: rows are missing.");
    reading.number = number;
    take_diagnosis(reading, row, order->code, order->header);
}

void code_row(Reading& reading, const CsvRow& row) {
    const std::string_view code = listed_code(row.bytes);
    if (code.empty()) return reading.complain(row, "This is no row of the code file: a code, and behind it its title.");
    take_diagnosis(reading, row, code, false);
}

void end_diagnoses(Reading& reading) {
    if (!reading.first_key.starts_with("A00") || !reading.last_key.starts_with("Z99"))
        reading.complaints.at(1, "The list goes from " + reading.first_key + " to " + reading.last_key +
                                     "; the published one goes from A00 to Z99: it was cut short.");
}

// The crosswalk of NDC and HCPCS that CMS publishes with the average sales prices.

struct CrosswalkColumns {
    enum : std::size_t { code, ndc };
};

bool crosswalk_begins(Reading& reading, const CsvRow& row) {
    reading.columns = {nowhere, find_column(row, {"ndc", "ndc2"})};
    for (std::size_t i = row.cells.size(); i-- > 0;) {
        const std::string words = plain_words(row.cells[i]);
        if (words.ends_with(" code") && (has(words, "hcpcs") || year_of(words))) {
            reading.columns[CrosswalkColumns::code] = i;
            if (const auto year = year_of(words)) reading.number = *year;
        }
    }
    const bool whole = reading.columns[0] != nowhere && reading.columns[1] != nowhere;
    return whole && find_column(row, {"billunitspkg", "bill units pkg"}) != nowhere;
}

void settle_crosswalk(Reading& reading) {
    const std::string own = reading.own_name(), whole = reading.whole_name();
    const auto by_name = quarter_of_month(own);
    reading.table = "ndc-hcpcs";
    set_window(reading, quarter_of_month(reading.title), by_name ? by_name : quarter_of_month(whole),
               "October 2026 ASP NDC-HCPCS Crosswalk.csv");
    if (reading.number != 0 && reading.from.known() && civil(reading.from).year != reading.number)
        reading.complaints.at(1, "The column of codes is of " + std::to_string(reading.number) + ", the edition is " +
                                     reading.edition + ". " + std::string(wrong_year));
    reading.source = "CMS, ASP NDC-HCPCS crosswalk, edition " + reading.edition;
}

void crosswalk_row(Reading& reading, const CsvRow& row) {
    if (is_note(row) || too_short(reading, row, std::min<std::size_t>(reading.column_count, 8))) return;
    const Code code = read_code(reading.column(row, CrosswalkColumns::code));
    std::string ndc;
    for (const char c : reading.column(row, CrosswalkColumns::ndc))
        if (c != '-') ndc += c;
    if (!code.valid()) return reading.complain(row, "This is no billing code with its package.");
    if (!NdcCode(ndc).valid()) {   // a few packages have other numbers; a column of them is the wrong column
        if (reading.odd++ == 0) reading.first_odd = row.text_line;
        return;
    }
    const std::string text = text_of(code);
    std::copy(text.begin(), text.end(), keep(reading, row, ndc).code.begin());
}

void end_crosswalk(Reading& reading) {
    if (reading.odd * 20 > reading.rows)
        reading.complaints.at(reading.first_odd, "This row and many others have no NDC of eleven digits.");
}

// The fee schedule's relative values (PPRRVU). Captions stand in several rows above the header, a word in each.

struct FeeColumns {
    enum : std::size_t { code, modifier, status, office, facility, factor };
};

bool fees_begin(Reading& reading, const CsvRow& row) {
    if (plain_words(row.cell(0)) != "hcpcs" || !plain_words(row.cell(1)).starts_with("mod")) return false;
    reading.columns = {0, 1, nowhere, nowhere, nowhere, nowhere};
    for (std::size_t i = 2; i < row.cells.size(); ++i) {
        std::string words;   // "non-facility total"
        for (const auto& captions : reading.captions)
            if (i < captions.size()) words += captions[i] + " ";
        words += plain_words(row.cells[i]);
        const auto note = [&](std::size_t column, bool fits) {
            if (fits && reading.columns[column] == nowhere) reading.columns[column] = i;
        };
        const bool total = words.ends_with("total");
        const bool outside = has(words, "non-fac") || has(words, "nonfac");
        note(FeeColumns::status, words.ends_with("code"));
        note(FeeColumns::office, total && outside);
        note(FeeColumns::facility, total && !outside && has(words, "facility"));
        note(FeeColumns::factor, has(words, "conv") && words.ends_with("factor"));
    }
    return true;
}

void settle_fees(Reading& reading) {
    const std::string own = reading.own_name();
    reading.table = "physician-fees";
    set_window(reading, quarter_of_month(reading.title), quarter_of_month(own), "PPRRVU2026_Oct_nonQPP.csv");
    // From 2026 on there are two: for participants of advanced payment models, and for all others.
    const bool qualifying = has(own, "qpp") && !has(own, "nonqpp");
    if (qualifying && !reading.edition.empty()) reading.edition += "-QPP";
    for (const std::size_t column : reading.columns)
        if (column == nowhere) {
            reading.lacks_columns = true;
            return reading.complaints.at(
                1,
                "The relative value file has not the columns that it should have: code, modifier, status "
                "code, non-facility total, facility total and conversion factor.");
        }
    reading.source = "CMS, physician fee schedule relative value file, edition " + reading.edition +
                     "; totals times conversion factor, national, in dollars";
}

void fee_row(Reading& reading, const CsvRow& row) {
    if (is_note(row) || too_short(reading, row, reading.columns[FeeColumns::factor] + 1)) return;
    const Code code = read_code(reading.column(row, FeeColumns::code));
    const std::string_view status = reading.column(row, FeeColumns::status);
    const auto office = read_decimal(reading.column(row, FeeColumns::office), 2);
    const auto facility = read_decimal(reading.column(row, FeeColumns::facility), 2);
    const auto factor = read_decimal(reading.column(row, FeeColumns::factor), 4);
    if (!code.valid() || status.size() != 1 || !office || !facility || !factor)
        return reading.complain(row, "This is no code with its status, its relative values and the conversion factor.");
    if (reading.factor == 0) reading.factor = *factor;
    if (*factor != reading.factor)
        return reading.complain(row, "The conversion factor is not that of the rows before.");
    // A: paid. R: paid where it is covered. T: paid when nothing else is. Components (26, TC) do not come with drugs.
    const bool paid = has("ART", status) && (*office != 0 || *facility != 0);
    if (!paid || !reading.column(row, FeeColumns::modifier).empty()) return;
    constexpr std::int64_t cent = 10'000;   // hundredths times ten-thousandths of a dollar
    Kept& kept = keep(reading, row, text_of(code));
    kept.amounts[0] = (*office * *factor + cent / 2) / cent;
    kept.amounts[1] = (*facility * *factor + cent / 2) / cent;
}

bool begins_with_its_header(const CsvRow&) { return false; }

constexpr std::array<Layout, 6> layouts{{
    {"a table of edit pairs (NCCI PTP)", Target::edits, true, edits_begin, edits_have_no_header, settle_edits, edit_row,
     end_edits},
    {"a table of unit limits (MUE)", Target::limits, true, limits_begin, begins_with_its_header, settle_limits,
     limit_row, nothing_at_the_end},
    {"an ICD-10-CM order file", Target::diagnoses, true, order_begins, diagnoses_have_no_header, settle_diagnoses,
     order_row, end_diagnoses},
    {"an ICD-10-CM code file", Target::diagnoses, false, codes_begin, diagnoses_have_no_header, settle_diagnoses,
     code_row, end_diagnoses},
    {"an NDC-HCPCS crosswalk", Target::packages, true, crosswalk_begins, begins_with_its_header, settle_crosswalk,
     crosswalk_row, end_crosswalk},
    {"a relative value file", Target::fees, true, fees_begin, begins_with_its_header, settle_fees, fee_row,
     nothing_at_the_end},
}};

}   // namespace

void Kept::set_key(std::string_view text) {
    text = text.substr(0, key.size() - 1);
    std::copy(text.begin(), text.end(), key.begin());
}

const Layout* layout_of(Reading& reading, const CsvRow& row, bool& header) {
    for (const Layout& layout : layouts) {
        if (!layout.begins(reading, row)) continue;
        header = !layout.has_no_header(row);
        return &layout;
    }
    return nullptr;
}

bool is_list_of_diagnoses(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    return order_of(line) || (line.find('\t') == std::string_view::npos && !listed_code(line).empty());
}

std::string_view known_but_not_read(std::string_view words) {
    struct Known {
        std::string_view word, sentence;
    };
    constexpr Known known[] = {
        {"dme supplier services mue", "These are the unit limits of equipment suppliers, which no rule asks for."},
        {"awp ndc",
         "This is the crosswalk of drugs that are not paid by their average sales price; the one named ASP is read."},
        {"opps ndc", "This is the hospitals' crosswalk; the one named ASP is read."},
        {"prep ndc", "This is the crosswalk of drugs against HIV infection; the one named ASP is read."},
        {"noc ndc", "This is the crosswalk of drugs without a code of their own; the one named ASP is read."},
        {"addenda", "This lists what is new in ICD-10-CM; the whole list is read."},
    };
    for (const Known& one : known)
        if (has(words, one.word)) return one.sentence;
    return {};
}

}   // namespace deltoid::packs
