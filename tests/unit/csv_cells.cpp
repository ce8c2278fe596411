// SPDX-License-Identifier: Apache-2.0
// Cells as spreadsheets and people write them: what is read, what is read with a word, and what is never guessed.
#include "readers/csv_cells.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "readers/csv_columns.hpp"

using namespace deltoid;

namespace {

/// The value, with ! behind it when it was read as something else, or why it was not read.
std::string read(CellKind kind, std::string_view cell) {
    std::string room_text(cell.size() + CellRoom::more_than_cell, '\0');
    CellRoom room(room_text.data(), room_text.data() + room_text.size());
    const std::string_view bare = bare_cell(cell);
    if (bare.empty()) return "";
    const Cell value = read_cell(kind, bare, room);
    if (value.damage >= first_unread) return "not read: " + std::string(csv_cause(value.damage));
    return std::string(value.text) + (value.damage == CellDamage::none ? "" : "!");
}

std::string first_words(const std::string& text) { return text.substr(0, 9); }

}   // namespace

TEST_CASE("dates as Americans, forms and spreadsheets write them", "[csv]") {
    for (const char* text : {"2026-09-15", "9/15/2026", "09/15/26", "9-15-2026", "09152026", "091526", "15-Sep-26",
                             "15 September 2026", "Sep 15, 2026", "SEPT 15 2026", "2026/9/15", "2026-09-15 00:00:00",
                             "2026-09-15T10:20:00Z", "9/15/2026 12:00:00 AM", " '9/15/2026 ", "=\"9/15/2026\"",
                             "\xC2\xA0"
                             "9/15/2026"}) {
        INFO(text);
        CHECK(read(CellKind::date, text) == "2026-09-15");
    }
    CHECK(read(CellKind::date, "20260915") == "20260915");
    CHECK(read(CellKind::date, "46280") == "2026-09-15!");
    CHECK(read(CellKind::date, "46280.4306") == "2026-09-15!");
    CHECK(read(CellKind::date, "9152026") == "2026-09-15!");
    CHECK(read(CellKind::birth, "2/1/64") == "1964-02-01");
    CHECK(read(CellKind::birth, "23408") == "1964-02-01!");
    for (const char* text :
         {"15/09/2026", "15.09.2026", "9.15.2026", "2/30/2026", "2026-13-01", "91526", "4.628E+04", "September", "9/15",
          "9/15/2026x", "0", "99999999", "1/2/3/4", "12/31/10000", "00/00/0000"}) {
        INFO(text);
        CHECK(first_words(read(CellKind::date, text)) == "not read:");
    }
    CHECK(first_words(read(CellKind::birth, "2/1/26")) == "not read:");
}

TEST_CASE("times of the chart are turned into ISO, and left alone when they are not understood", "[csv]") {
    CHECK(read(CellKind::time, "9/15/2026 1:05 PM") == "2026-09-15T13:05");
    CHECK(read(CellKind::time, "9/15/2026 12:05:30 am") == "2026-09-15T00:05");
    CHECK(read(CellKind::time, "46280.4305556") == "2026-09-15T10:20!");
    CHECK(read(CellKind::time, "2026-09-15T10:20") == "2026-09-15T10:20");
    CHECK(read(CellKind::time, "2026-09-15") == "2026-09-15");
    CHECK(read(CellKind::time, "in the morning") == "in the morning");
    CHECK(read(CellKind::time, "9/15/2026 25:00") == "9/15/2026 25:00");
}

TEST_CASE("amounts with signs, thousands and both kinds of point", "[csv]") {
    const std::pair<const char*, const char*> amounts[] = {{"120.00", "120.00"},
                                                           {"$1,234.50", "1234.50"},
                                                           {"(12.00)", "-12.00"},
                                                           {"12.00-", "-12.00"},
                                                           {"-12", "-12"},
                                                           {"$ 40", "40"},
                                                           {"1.234,50", "1234.50"},
                                                           {"120,00", "120.00"},
                                                           {"1,234", "1234"},
                                                           {"1,234,567.89", "1234567.89"},
                                                           {"1.234.567,89", "1234567.89"},
                                                           {"1 234.50", "1234.50"},
                                                           {"($1,234.50)", "-1234.50"},
                                                           {".5", ".5"},
                                                           {"1.2E2", "not read:"},
                                                           {"12,34.00", "not read:"},
                                                           {"1,2345", "not read:"},
                                                           {"forty", "not read:"},
                                                           {"12.345", "not read:"},
                                                           {"1..2", "not read:"},
                                                           {"--5", "not read:"},
                                                           {"$", "not read:"},
                                                           {"5 USD", "not read:"},
                                                           {"1,23,4.5", "not read:"}};
    for (const auto& [cell, wanted] : amounts) {
        INFO(cell);
        const std::string value = read(CellKind::money, cell);
        CHECK((value.starts_with("not read:") ? first_words(value) : value) == wanted);
    }
    CHECK(read(CellKind::quantity, "0,5") == "0.5");
    CHECK(read(CellKind::quantity, "0,500") == "0.500");
    CHECK(read(CellKind::quantity, "1,000") == "1000");
    CHECK(read(CellKind::quantity, "4.0") == "4.0");
    CHECK(first_words(read(CellKind::quantity, "four")) == "not read:");
}

TEST_CASE("codes that were taken for numbers", "[csv]") {
    CHECK(read(CellKind::code, "96372") == "96372");
    CHECK(read(CellKind::code, "96372.0") == "96372!");
    CHECK(read(CellKind::code, "9.6372E4") == "96372!");
    CHECK(read(CellKind::code, "9.6372E+04") == "96372!");
    CHECK(read(CellKind::code, "J1885") == "J1885");
    CHECK(read(CellKind::code, "99213-25") == "99213-25");
    CHECK(first_words(read(CellKind::code, "9.637E4")) == "not read:");
    CHECK(first_words(read(CellKind::code, "9.6E+04")) == "not read:");
    CHECK(first_words(read(CellKind::code, "400")) == "not read:");
    CHECK(read(CellKind::npi, "1234567893.0") == "1234567893!");
    CHECK(read(CellKind::npi, "1.234567893E9") == "1234567893!");
    CHECK(first_words(read(CellKind::npi, "1.23E+09")) == "not read:");
    CHECK(read(CellKind::pos, "5") == "05!");
    CHECK(read(CellKind::pos, "11.0") == "11!");
    CHECK(read(CellKind::pos, "5.0") == "05!");
    CHECK(read(CellKind::pos, "11 - Office") == "11");
    CHECK(read(CellKind::pos, "Office") == "Office");
    CHECK(read(CellKind::ndc, "409379501") == "00409379501!");
    CHECK(read(CellKind::ndc, "2751001") == "00002751001!");
    CHECK(read(CellKind::ndc, "N463323016510") == "63323016510");
    CHECK(read(CellKind::ndc, "6332316510") == "6332316510");   // ten digits may be either form: NDC003
    CHECK(read(CellKind::ndc, "0409-3795-01") == "0409-3795-01");
    CHECK(first_words(read(CellKind::ndc, "6.3323E+10")) == "not read:");
    CHECK(first_words(read(CellKind::text, "1.23457E+11")) == "not read:");
    CHECK(read(CellKind::text, "12E5") == "12E5");   // a lot
}

TEST_CASE("words for few things", "[csv]") {
    CHECK(read(CellKind::sex, "Female") == "F");
    CHECK(read(CellKind::sex, "m") == "m");
    CHECK(read(CellKind::yes_no, "Yes") == "true");
    CHECK(read(CellKind::yes_no, "0") == "false");
    CHECK(first_words(read(CellKind::yes_no, "maybe")) == "not read:");
    CHECK(read(CellKind::whole, "2.0") == "2");
    CHECK(first_words(read(CellKind::whole, "two")) == "not read:");
    CHECK(read(CellKind::claim_kind, "UB-04") == "institutional");
    CHECK(read(CellKind::payer_class, "MB") == "medicare_b");
    CHECK(read(CellKind::payer_class, "Medicare Part B") == "medicare_b");
    CHECK(read(CellKind::payer_class, "Workers' Comp") == "workers_comp");
    CHECK(read(CellKind::payer_class, "Commercial") == "Commercial");   // its own name, in other letters
    CHECK(first_words(read(CellKind::payer_class, "Medicare")) == "not read:");
    for (const char* nothing : {"", " ", "NULL", "null", "N/A", "NaN", "'", "=\"\""})
        CHECK(read(CellKind::text, nothing).empty());
    for (const char* error : {"#REF!", "#N/A", "#VALUE!", "########"})
        CHECK(first_words(read(CellKind::text, error)) == "not read:");
    CHECK(read(CellKind::text, "#7") == "#7");
}

TEST_CASE("any short text is read or not, within its room", "[csv]") {
    // Each kind over all texts of three characters that matter to it.
    constexpr std::string_view alphabet = "0159/-.,:$(E+ aAP#'=\"N";
    for (int kind = 0; kind <= static_cast<int>(CellKind::payer_class); ++kind)
        for (std::size_t i = 0; i < alphabet.size() * alphabet.size() * alphabet.size() * 2; ++i) {
            std::string cell = i % 2 == 0 ? "" : "9/1";
            for (std::size_t rest = i / 2, n = 0; n < 3; ++n, rest /= alphabet.size())
                cell += alphabet[rest % alphabet.size()];
            (void)read(static_cast<CellKind>(kind), cell);
        }
}

TEST_CASE("headers are told whatever people change about them", "[csv]") {
    const auto name = [](std::string_view header) { return csv_name(csv_column(header)); };
    CHECK(name("Date of Service (MM/DD/YYYY)") == "dos");
    CHECK(name("DATE_OF_SERVICE:") == "dos");
    CHECK(name("CPT/HCPCS") == "code");
    CHECK(name("Diag Code 3") == "dx3");
    CHECK(name("ICD-10 Code 1") == "dx1");
    CHECK(name("ICD10") == "dx");
    CHECK(name("Diagnosis (2)") == "dx2");
    CHECK(name("Diagnosis A") == "dx1");
    CHECK(name("Primary Dx") == "dx1");
    CHECK(name("Mod 4") == "mod4");
    CHECK(name("M1") == "mod1");
    CHECK(name("Modifier") == "mod");
    CHECK(name("Dx Pointer 2") == "pointers2");
    CHECK(name("Charge ($)") == "charge");
    CHECK(name("doc dose") == "doc_dose");
    CHECK(name("Hematocrit") == "hematocrit");
    for (const char* unknown :
         {"", "NPI", "ID", "Amount Paid", "dx13", "mod5", "units2", "dx0", "Mod ification", "1", "\xC3\xA4"}) {
        INFO(unknown);
        CHECK(name(unknown).empty());
    }
}
