// SPDX-License-Identifier: Apache-2.0
// Reading cells. Excel stores what looks like a number as one: zeros in front are gone, days are counted from
// 1899-12-30, and what is written out has as many digits as the column was wide (Microsoft Support: "Keeping leading
// zeros and large numbers"; ECMA-376 Part 1, 18.17.4).
#include "readers/csv_cells.hpp"

#include <algorithm>
#include <array>

#include "deltoid/values.hpp"
#include "payer_class.hpp"

namespace deltoid {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_one_of(std::string_view text, std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (same_code(words.substr(0, end), text)) return true;
        words.remove_prefix(std::min(words.size(), end + 1));
    }
    return false;
}

/// A short text that is put together.
class Made {
public:
    Made& add(std::string_view text) {
        for (const char c : text)
            if (size_ < text_.size()) text_[size_++] = c;
        return *this;
    }
    Made& add_number(unsigned value, unsigned digits) {
        std::array<char, 10> all{};
        for (unsigned i = digits; i-- > 0; value /= 10) all[i] = static_cast<char>('0' + value % 10);
        return add({all.data(), digits});
    }
    [[nodiscard]] std::string_view text() const { return {text_.data(), size_}; }

private:
    std::array<char, 64> text_{};
    std::size_t size_ = 0;
};

// Numbers that were no numbers.

/// "9.6372E4", "6.33E+10": digits, maybe a point and more digits, E, maybe a sign, an exponent.
bool is_scientific(std::string_view text, std::size_t& point, std::size_t& e) {
    e = text.find_first_of("eE");
    if (e == none || e == 0 || e + 1 >= text.size()) return false;
    std::string_view exponent = text.substr(e + 1);
    if (exponent.front() == '+') exponent.remove_prefix(1);
    point = text.find('.');
    if (!all_digits(exponent) || exponent.size() > 2 || (point != none && point > e)) return false;
    if (point == none) return all_digits(text.substr(0, e)) && text[e + 1] == '+';   // 1E5 may be a code, 1E+5 is none
    return all_digits(text.substr(0, point)) && all_digits(text.substr(point + 1, e - point - 1));
}

/// A whole number that a spreadsheet wrote in its own way: 25.0, 9.6372E4. Certain when every digit is written.
Cell whole_form(std::string_view text, CellRoom& room) {
    std::size_t point = 0, e = 0;
    if (is_scientific(text, point, e)) {
        std::string_view exponent = text.substr(e + 1);
        if (exponent.front() == '+') exponent.remove_prefix(1);
        unsigned shift = 0;
        for (const char c : exponent) shift = shift * 10 + static_cast<unsigned>(c - '0');
        const std::string_view fraction = point == none ? std::string_view() : text.substr(point + 1, e - point - 1);
        if (fraction.size() != shift) return {text, CellDamage::digits_lost};
        Made made;
        made.add(text.substr(0, point)).add(fraction);
        return {room.put(made.text()), CellDamage::number_form};
    }
    point = text.find('.');
    const bool whole = point != none && point > 0 && point + 1 < text.size() && all_digits(text.substr(0, point)) &&
                       text.find_first_not_of('0', point + 1) == none;
    return whole ? Cell{text.substr(0, point), CellDamage::number_form} : Cell{text};
}

// Days.

/// Goes through a date: numbers, words and what stands between them.
struct Scanner {
    std::string_view rest;

    bool number(unsigned& value, std::size_t& digits) {
        value = 0;
        for (digits = 0; digits < rest.size() && is_digit(rest[digits]) && digits < 9; ++digits)
            value = value * 10 + static_cast<unsigned>(rest[digits] - '0');
        rest.remove_prefix(digits);
        return digits != 0;
    }
    /// The month of a name or its first three letters; 0 when there is none.
    unsigned month() {
        constexpr std::string_view names =
            "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER";
        std::size_t letters = 0;
        while (letters < rest.size() && is_letter(rest[letters])) ++letters;
        std::size_t at = 0;
        for (unsigned month = 1; letters >= 3 && month <= 12; ++month) {
            const std::string_view name = names.substr(at, std::min(names.find(' ', at), names.size()) - at);
            at += name.size() + 1;
            const bool sept = month == 9 && letters == 4;
            if ((letters == 3 || sept || letters == name.size()) && letters <= name.size() &&
                same_code(rest.substr(0, letters), name.substr(0, letters))) {
                rest.remove_prefix(letters);
                return month;
            }
        }
        return 0;
    }
    bool one_of(std::string_view characters, char& found) {
        if (rest.empty() || characters.find(rest.front()) == none) return false;
        found = rest.front();
        rest.remove_prefix(1);
        return true;
    }
    bool skip(std::string_view characters) {
        const std::size_t before = rest.size();
        rest.remove_prefix(std::min(rest.find_first_not_of(characters), rest.size()));
        return rest.size() != before;
    }
};

struct ReadDay {
    Day day = Day::none();
    CellDamage damage = CellDamage::none;
    std::string_view time = {};   ///< what stands behind the day
    std::uint32_t minute = 0;
    bool has_minute = false;
};

ReadDay no_day(CellDamage why) {
    ReadDay read;
    read.damage = why;
    return read;
}

constexpr unsigned unknown_year = 10000;

/// The year of two digits or four. Excel and people write 26 for a day of service; of a birth it may be either century.
unsigned year_of(unsigned value, std::size_t digits, bool birth) {
    if (digits == 4) return value;
    if (digits != 2) return 0;
    if (birth) return value >= 30 ? 1900 + value : unknown_year;
    return value < 70 ? 2000 + value : 1900 + value;
}

bool is_plausible(Day day) { return day >= Day::of(1850, 1, 1) && day <= Day::of(2199, 12, 31); }

Day day_of(unsigned year, unsigned month, unsigned day) {
    if (year > 9999 || month > 12 || day > 31) return Day::none();
    const Day made = Day::of(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day));
    return made.known() && is_plausible(made) ? made : Day::none();
}

ReadDay finished(Day day, unsigned year, std::string_view rest) {
    if (year == unknown_year) return no_day(CellDamage::short_year);
    if (!day.known()) return no_day(CellDamage::no_date);
    // A day has nothing behind it but a time.
    if (!rest.empty() && rest.front() != ' ' && upper(rest.front()) != 'T') return no_day(CellDamage::no_date);
    if (!rest.empty()) rest.remove_prefix(1);
    return {day, CellDamage::none, rest};
}

/// 15-Sep-26, Sep 15, 2026.
ReadDay day_with_month_name(Scanner scan, bool birth) {
    unsigned day = 0, year = 0;
    std::size_t day_digits = 0, year_digits = 0;
    const bool day_first = scan.number(day, day_digits);
    scan.skip("-/ .");
    const unsigned month = scan.month();
    const bool parted = scan.skip("-/ .,");
    if (month == 0 || !parted) return no_day(CellDamage::no_date);
    if (!day_first && (!scan.number(day, day_digits) || !scan.skip("-/ .,"))) return no_day(CellDamage::no_date);
    if (day_digits > 2 || !scan.number(year, year_digits)) return no_day(CellDamage::no_date);
    year = year_of(year, year_digits, birth);
    return finished(day_of(year, month, day), year, scan.rest);
}

/// Digits alone: 20260915, 09152026, 091526, Excel's 46280.
ReadDay day_of_digits(std::string_view digits, std::string_view rest, bool birth) {
    const auto part = [&](std::size_t at, std::size_t size) {
        unsigned value = 0;
        for (const char c : digits.substr(at, size)) value = value * 10 + static_cast<unsigned>(c - '0');
        return value;
    };
    if (digits.size() == 8) {
        const Day iso = day_of(part(0, 4), part(4, 2), part(6, 2));
        return finished(iso.known() ? iso : day_of(part(4, 4), part(0, 2), part(2, 2)), 0, rest);
    }
    if (digits.size() == 7) {
        ReadDay read = finished(day_of(part(3, 4), part(0, 1), part(1, 2)), 0, rest);
        if (read.day.known()) read.damage = CellDamage::leading_zero;
        return read;
    }
    if (digits.size() == 6) {   // as box 24A has it
        const unsigned year = year_of(part(4, 2), 2, birth);
        return finished(day_of(year, part(0, 2), part(2, 2)), year, rest);
    }
    // Days of service and births of people who are alive: 1927-05-18 to 2064-04-08.
    constexpr unsigned first_serial = 10000, last_serial = 60000, serial_of_1970 = 25569;
    if (digits.size() != 5 || part(0, 5) < first_serial || part(0, 5) > last_serial) return no_day(CellDamage::no_date);
    ReadDay read{Day{static_cast<std::int32_t>(part(0, 5)) - static_cast<std::int32_t>(serial_of_1970)},
                 CellDamage::serial_date};
    if (rest.empty()) return read;
    if (rest.front() != '.' || !all_digits(rest.substr(1))) return no_day(CellDamage::no_date);
    std::uint64_t fraction = 0, whole = 1;
    for (const char c : rest.substr(1, 9)) {
        fraction = fraction * 10 + static_cast<unsigned>(c - '0');
        whole *= 10;
    }
    read.minute = static_cast<std::uint32_t>((fraction * 1440 + whole / 2) / whole) % 1440;
    read.has_minute = fraction != 0;
    return read;
}

ReadDay read_day(std::string_view text, bool birth) {
    constexpr std::string_view parts = "/-.";
    Scanner scan{text};
    unsigned a = 0, b = 0, c = 0;
    std::size_t a_digits = 0, b_digits = 0, c_digits = 0;
    if (!scan.number(a, a_digits)) return day_with_month_name({text}, birth);
    char first = 0, second = 0;
    const bool digits_alone =
        scan.rest.empty() || (a_digits >= 5 && parts.find(scan.rest.front()) != 0 && scan.rest.front() != '-');
    if (digits_alone) return day_of_digits(text.substr(0, a_digits), scan.rest, birth);
    if (!scan.one_of(parts, first)) return day_with_month_name({text}, birth);
    if (!scan.number(b, b_digits)) return day_with_month_name({text}, birth);
    if (!scan.one_of(parts, second) || second != first || !scan.number(c, c_digits) || b_digits > 2)
        return no_day(CellDamage::no_date);
    if (a_digits == 4 && c_digits <= 2) return finished(day_of(a, b, c), 0, scan.rest);
    if (a_digits > 2) return no_day(CellDamage::no_date);
    const unsigned year = year_of(c, c_digits, birth);
    // With points the day comes first in most of the world, and 15/9 can be nothing else.
    if (year != 0 && (first == '.' || a > 12))
        return no_day(b >= 1 && b <= 31 ? CellDamage::day_first : CellDamage::no_date);
    return finished(day_of(year, a, b), year, scan.rest);
}

/// "10:20", "1:05:00 PM" to minutes. False when it is no time.
bool read_time(std::string_view text, std::uint32_t& minutes) {
    Scanner scan{text};
    unsigned hour = 0, minute = 0, second = 0;
    std::size_t digits = 0;
    char colon = 0;
    if (!scan.number(hour, digits) || digits > 2 || !scan.one_of(":", colon) || !scan.number(minute, digits) ||
        digits != 2)
        return false;
    if (scan.one_of(":", colon) && (!scan.number(second, digits) || digits != 2)) return false;
    if (scan.one_of(".", colon) && !scan.number(second, digits)) return false;
    scan.skip(" ");
    const char half = scan.rest.empty() ? '\0' : upper(scan.rest.front());
    if (half == 'A' || half == 'P') {
        if (!is_one_of(scan.rest, "A AM A.M. P PM P.M.") || hour == 0 || hour > 12) return false;
        hour = hour % 12 + (half == 'P' ? 12 : 0);
    }
    minutes = hour * 60 + minute;
    return hour < 24 && minute < 60;
}

Cell read_date_cell(std::string_view cell, bool with_time, bool birth, CellRoom& room) {
    // Most files have ISO dates, or eight digits; both are read as they are.
    if (!with_time && (cell.size() == 10 || cell.size() == 8))
        if (const Date date = read_date(cell); date.valid() && is_plausible(date.value)) return {cell};
    const ReadDay read = read_day(cell, birth);
    if (!read.day.known()) return {cell, with_time ? CellDamage::none : read.damage};   // the rules look at it
    const YearMonthDay date = civil(read.day);
    Made made;
    made.add_number(static_cast<unsigned>(date.year), 4).add("-").add_number(static_cast<unsigned>(date.month), 2);
    made.add("-").add_number(static_cast<unsigned>(date.day), 2);
    std::uint32_t minute = read.minute;
    const bool timed = read.has_minute || (!trim(read.time).empty() && read_time(trim(read.time), minute));
    if (with_time && timed)
        made.add("T").add_number(minute / 60, 2).add(":").add_number(minute % 60, 2);
    else if (with_time && !trim(read.time).empty())
        return {cell};   // a time in words of its own, which the rules look at
    return {made.text() == cell ? cell : room.put(made.text()), read.damage};
}

// Amounts.

/// "$1,234.50", "(12.00)", "1.234,50": the point is the last of the signs that stands once, with one, two or (for a
/// quantity below one) more digits behind it; what parts groups of three is left out.
Cell read_number_cell(std::string_view cell, bool money, CellRoom& room) {
    const CellDamage damage = money ? CellDamage::no_amount : CellDamage::no_number;
    // Nearly all are digits and a point.
    if (std::all_of(cell.begin(), cell.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
        (money ? read_money(cell).valid() : read_quantity(cell).valid()))
        return {cell};
    if (const Cell whole = whole_form(cell, room);
        whole.damage == CellDamage::digits_lost || whole.text.size() > cell.size())
        return whole;
    std::string_view text = cell;
    bool negative = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        negative = true;
        text = text.substr(1, text.size() - 2);
    }
    Made made;
    const std::size_t point = text.find_last_of(".,");
    const char sign = point == none ? '\0' : text[point];
    const bool once = point != none && text.find(sign) == point;
    const bool other = point != none && text.find(sign == '.' ? ',' : '.') != none;
    std::size_t behind = 0;
    while (point != none && point + 1 + behind < text.size() && is_digit(text[point + 1 + behind])) ++behind;
    const bool decimal = once && (sign == '.' || other || behind != 3 || text.find_first_of("123456789") > point);
    std::size_t group = 0;   // digits since the last sign of thousands
    bool grouped = false, digits = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            made.add({&c, 1});
            ++group;
            digits = true;
        } else if ((c == '.' || c == ',') && i == point && decimal) {
            if (grouped && group != 3) return {cell, damage};
            grouped = false;
            made.add(".");
        } else if (c == '.' || c == ',') {
            if (!digits || (grouped ? group != 3 : group > 3)) return {cell, damage};
            grouped = true;
            group = 0;
        } else if (c == '-' && !negative && (!digits || i + 1 == text.size())) {
            negative = true;
        } else if (!(c == ' ' || c == '+' || (money && c == '$')) || (c != ' ' && digits)) {
            return {cell, damage};
        }
    }
    if (!digits || (grouped && group != 3) || cell.size() > 40) return {cell, damage};
    Made all;
    all.add(negative ? "-" : "").add(made.text());
    const bool valid = money ? read_money(all.text()).valid() : read_quantity(all.text()).valid();
    if (!valid) return {cell, damage};
    return {all.text() == cell ? cell : room.put(all.text())};
}

// Codes.

/// The directory's older labelers have four digits in all; in eleven they have a zero or more before them, and always a
/// product of four digits and a package of two behind (21 CFR 207.33). Ten digits may be either form: NDC003 asks.
Cell read_ndc(std::string_view cell, CellRoom& room) {
    if (cell.size() == 13 && same_code(cell.substr(0, 2), "N4"))
        cell.remove_prefix(2);   // box 24, shaded: its qualifier
    Cell read = whole_form(cell, room);
    if (!all_digits(read.text) || read.text.size() < 7 || read.text.size() > 9) return read;
    Made made;
    made.add(std::string_view("00000000000").substr(read.text.size())).add(read.text);
    return {room.put(made.text()), CellDamage::leading_zero};
}

Cell read_pos(std::string_view cell, CellRoom& room) {
    if (cell.size() > 2 && is_digit(cell[0]) && is_digit(cell[1]) &&
        (cell[2] == ' ' || cell[2] == '-' || cell[2] == ':'))
        return {cell.substr(0, 2)};   // 11 - Office
    const Cell read = whole_form(cell, room);
    if (read.text.size() != 1 || !is_digit(read.text[0]) || read.text[0] == '0') return read;
    Made made;
    made.add("0").add(read.text);
    return {room.put(made.text()), CellDamage::leading_zero};
}

Cell read_code(std::string_view cell, CellRoom& room) {
    const Cell read = whole_form(cell, room);
    if (read.damage < first_unread && all_digits(read.text) && read.text.size() >= 3 && read.text.size() < 5)
        return {cell, CellDamage::no_code};
    return read;
}

/// Medicare alone does not say whether it is Part B or a plan.
Cell read_class(std::string_view cell) {
    if (read_payer_class(cell) != PayerClass::unknown || same_code(cell, "unknown")) return {cell};
    if (const PayerClass filed = class_of_filing_indicator(cell); filed != PayerClass::unknown)
        return {payer_class_name(filed)};
    struct Other {
        std::string_view words;
        PayerClass payer_class;
    };
    constexpr Other others[] = {
        {"MEDICAREB MEDICAREPARTB PARTB MCRB", PayerClass::medicare_b},
        {"MEDICAREADVANTAGE MEDICAREPARTC PARTC MEDICAREHMO MAPD MAPLAN", PayerClass::medicare_advantage},
        {"MEDICAIDHMO MANAGEDMEDICAID", PayerClass::medicaid},
        {"COMMERCIALINSURANCE BLUECROSS BLUESHIELD BCBS PPO EPO", PayerClass::commercial},
        {"CHAMPUS", PayerClass::tricare},
        {"VETERANS VETERANSAFFAIRS", PayerClass::va},
        {"WORKERSCOMPENSATION WORKERSCOMP WORKCOMP WORKMANSCOMP WORKERCOMP", PayerClass::workers_comp},
        {"AUTOINSURANCE AUTOMOBILE NOFAULT MVA", PayerClass::auto_insurance},
    };
    Made bare;
    for (const char c : cell)
        if (is_letter(c)) bare.add({&c, 1});
    for (const Other& other : others)
        if (is_one_of(bare.text(), other.words)) return {payer_class_name(other.payer_class)};
    return {cell, CellDamage::no_class};
}

Cell read_yes_no(std::string_view cell) {
    if (is_one_of(cell, "TRUE YES Y 1 X T")) return {"true"};
    if (is_one_of(cell, "FALSE NO N 0 F")) return {"false"};
    return {cell, CellDamage::no_yes_no};
}

Cell read_kind(std::string_view cell) {
    if (is_one_of(cell, "PROFESSIONAL P 837P CMS1500 CMS-1500 HCFA HCFA-1500 HCFA1500 1500")) return {"professional"};
    if (is_one_of(cell, "INSTITUTIONAL I 837I UB04 UB-04 UB")) return {"institutional"};
    return {cell, CellDamage::no_kind};
}

Cell read_sex(std::string_view cell) {
    if (is_one_of(cell, "FEMALE WOMAN")) return {"F"};
    if (is_one_of(cell, "MALE MAN")) return {"M"};
    if (is_one_of(cell, "UNKNOWN")) return {"U"};
    return {cell};
}

/// Lots and ids that were taken for numbers: what they were is gone. 12E5 may be one; 1.2E+06 is none.
Cell read_text(std::string_view cell) {
    std::size_t point = 0, e = 0;
    return cell.size() < 16 && cell.find('+') != none && is_scientific(cell, point, e)
               ? Cell{{}, CellDamage::digits_lost}
               : Cell{cell};
}

bool is_sheet_error(std::string_view cell) {
    if (cell.find_first_not_of('#') == none) return cell.size() > 1;
    return is_one_of(cell, "#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL! #SPILL! #CALC!");
}

}   // namespace

CellKind cell_kind(const FieldRow& row) {
    switch (row.field) {
        case Field::kind:
            return CellKind::claim_kind;
        case Field::payer_class:
            return CellKind::payer_class;
        case Field::pos:
        case Field::line_pos:
            return CellKind::pos;
        case Field::patient_sex:
            return CellKind::sex;
        case Field::line_code:
            return CellKind::code;
        case Field::line_modifiers:
            return CellKind::modifiers;
        case Field::line_pointers:
            return CellKind::pointers;
        case Field::line_ndc_code:
            return CellKind::ndc;
        case Field::doc_given_at:
        case Field::doc_expiration:
        case Field::doc_order_date:
            return CellKind::time;
        case Field::line_revenue_code:
            return CellKind::npi;   // a number whose digits are its own
        default:
            break;
    }
    if (row.pointer.ends_with("/npi")) return CellKind::npi;
    if (row.field == Field::patient_birth_date) return CellKind::birth;
    if (row.control == "date") return CellKind::date;
    switch (row.type) {
        case FieldType::money:
            return CellKind::money;
        case FieldType::quantity:
            return CellKind::quantity;
        case FieldType::integer:
            return CellKind::whole;
        case FieldType::boolean:
            return CellKind::yes_no;
        default:
            return CellKind::text;
    }
}

std::string_view csv_cause(CellDamage damage) {
    switch (damage) {
        case CellDamage::leading_zero:
            return "spreadsheets drop zeros in front";
        case CellDamage::serial_date:
            return "spreadsheets count days so";
        case CellDamage::number_form:
            return "a spreadsheet took it for a number";
        case CellDamage::run_together:
            return "modifiers have two characters each";
        case CellDamage::digits_lost:
            return "a spreadsheet took it for a number and cut its digits off";
        case CellDamage::sheet_error:
            return "a spreadsheet left an error there";
        case CellDamage::no_date:
            return "it is not a date as 09/15/2026 or 2026-09-15";
        case CellDamage::short_year:
            return "the year may be of this century or the last";
        case CellDamage::day_first:
            return "its day seems to come before its month";
        case CellDamage::no_amount:
            return "it is not an amount as 120.00";
        case CellDamage::no_number:
            return "it is not a number with at most three decimals";
        case CellDamage::no_whole_number:
            return "it is not a whole number";
        case CellDamage::no_yes_no:
            return "it is neither yes nor no";
        case CellDamage::no_code:
            return "a code has five characters; a spreadsheet may have dropped zeros in front";
        case CellDamage::no_class:
            return "it is none of the payer classes";
        case CellDamage::no_kind:
            return "it is neither professional nor institutional";
        case CellDamage::shown_as_date:
            return "a spreadsheet made a date of it";
        case CellDamage::no_characters:
            return "it holds NUL bytes";
        default:
            return "";
    }
}

std::string_view bare_cell(std::string_view cell) {
    constexpr std::string_view fixed_blank = "\xC2\xA0";
    cell = trim(cell);
    while (cell.starts_with(fixed_blank)) cell = trim(cell.substr(fixed_blank.size()));
    while (cell.ends_with(fixed_blank)) cell = trim(cell.substr(0, cell.size() - fixed_blank.size()));
    if (cell.empty()) return cell;
    if (cell.front() == '=' && cell.size() > 2 && cell[1] == '"' && cell.back() == '"')
        cell = trim(cell.substr(2, cell.size() - 3));
    if (cell.starts_with('\'')) cell.remove_prefix(1);
    const char first = cell.empty() ? '\0' : upper(cell.front());
    if ((first == 'N' || first == '(') && is_one_of(cell, "NULL (NULL) N/A NAN")) return {};
    return cell;
}

Cell read_cell(CellKind kind, std::string_view cell, CellRoom& room) {
    if (cell.front() == '#' && is_sheet_error(cell)) return {{}, CellDamage::sheet_error};
    switch (kind) {
        case CellKind::text:
            return read_text(cell);
        case CellKind::date:
            return read_date_cell(cell, false, false, room);
        case CellKind::birth:
            return read_date_cell(cell, false, true, room);
        case CellKind::time:
            return read_date_cell(cell, true, false, room);
        case CellKind::money:
            return read_number_cell(cell, true, room);
        case CellKind::quantity:
            return read_number_cell(cell, false, room);
        case CellKind::whole: {
            const Cell read = whole_form(cell, room);
            return all_digits(read.text) && read.text.size() <= 9 ? Cell{read.text}
                                                                  : Cell{{}, CellDamage::no_whole_number};
        }
        case CellKind::yes_no:
            return read_yes_no(cell);
        case CellKind::code:
            return read_code(cell, room);
        case CellKind::npi:
            return whole_form(cell, room);
        case CellKind::ndc:
            return read_ndc(cell, room);
        case CellKind::pos:
            return read_pos(cell, room);
        case CellKind::sex:
            return read_sex(cell);
        case CellKind::claim_kind:
            return read_kind(cell);
        case CellKind::payer_class:
            return read_class(cell);
        default:
            return {cell};
    }
}

}   // namespace deltoid
