// SPDX-License-Identifier: Apache-2.0
// What the made-up claims are made of: people, payers, visits, drugs and diagnoses. All persons, practices, payers and
// package numbers are invented; codes, doses and the diagnoses that go with them are as in core/data/drugs.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace deltoid::bench {

inline constexpr std::array<std::string_view, 22> last_names{
    "SMITH",     "JOHNSON",  "WILLIAMS",  "BROWN", "JONES",  "GARCIA",   "MILLER", "DAVIS",
    "RODRIGUEZ", "MARTINEZ", "HERNANDEZ", "LOPEZ", "WILSON", "ANDERSON", "THOMAS", "TAYLOR",
    "MOORE",     "JACKSON",  "MARTIN",    "LEE",   "ISAACS", "STEVENS"};
inline constexpr std::array<std::string_view, 16> first_names{
    "JAMES", "MARY",      "ROBERT",  "PATRICIA", "JOHN",   "JENNIFER", "MICHAEL", "LINDA",
    "DAVID", "ELIZABETH", "WILLIAM", "BARBARA",  "MARISA", "NARCISA",  "SUSAN",   "JOSEPH"};

struct City {
    std::string_view name, state, zip;
};
inline constexpr std::array<City, 5> cities{{{"BUFFALO", "NY", "142020001"},
                                             {"MIAMI", "FL", "331110001"},
                                             {"AUSTIN", "TX", "787010001"},
                                             {"PORTLAND", "OR", "972010001"},
                                             {"SALEM", "MA", "019700001"}}};

struct Insurer {
    std::string_view name, id, filing_indicator;
    bool medicare = false;
    bool own_subscriber = false;   ///< every member is a subscriber: no dependents
};
inline constexpr std::array<Insurer, 5> insurers{{{"BLUE TEST PLAN", "00590", "BL"},
                                                  {"KEY TEST INSURANCE", "99999", "CI"},
                                                  {"TEST HMO", "62308", "HM"},
                                                  {"STATE MEDICAID TEST", "77027", "MC", false, true},
                                                  {"MEDICARE PART B", "04402", "MB", true, true}}};

struct Priced {
    std::string_view code;
    std::int64_t cents = 0;
};
inline constexpr std::array<Priced, 5> visits{
    {{"99212", 5500}, {"99213", 9200}, {"99214", 13100}, {"99215", 18400}, {"99203", 11300}}};
inline constexpr std::array<Priced, 3> labs{{{"36415", 1200}, {"81002", 900}, {"85025", 2100}}};
inline constexpr std::int64_t injection_cents = 2600;

struct Dose {
    std::uint32_t units = 0;
    std::string_view quantity;   ///< of the NDC, in its unit
};

struct Drug {
    std::string_view code;
    std::int64_t cents = 0;   ///< a unit
    std::array<Dose, 2> doses;
    std::string_view ndc, ndc_unit;
    bool single_dose = false;     ///< Medicare wants JZ
    bool birth_control = false;   ///< for women of 15 to 50
    std::array<std::string_view, 2> diagnoses;
};
inline constexpr std::array<Drug, 8> drugs{{
    {"J3420", 850, {{{1, "1"}, {1, "1"}}}, "99999010101", "ML", false, false, {"D510", "E538"}},
    {"J1885", 125, {{{2, "1"}, {4, "2"}}}, "99999020201", "ML", true, false, {"M5459", "G43909"}},
    {"J1100", 60, {{{4, "1"}, {8, "2"}}}, "99999030301", "ML", true, false, {"J209", "L500"}},
    {"J0696", 475, {{{1, "1"}, {4, "4"}}}, "99999040401", "UN", true, false, {"N390", "J020"}},
    {"J3301", 310, {{{4, "1"}, {6, "1.5"}}}, "99999050501", "ML", true, false, {"M1711", "J301"}},
    {"J1010", 16, {{{40, "1"}, {80, "2"}}}, "99999060601", "ML", true, false, {"M25561", "J4520"}},
    {"J2550", 220, {{{1, "1"}, {1, "1"}}}, "99999070701", "ML", true, false, {"R112", "L509"}},
    {"J1050", 70, {{{150, "1"}, {150, "1"}}}, "99999080801", "ML", true, true, {"Z3042", "Z3042"}},
}};

/// Beside the diagnosis that the drug is for.
inline constexpr std::array<std::string_view, 6> other_diagnoses{"I10", "E119", "E785", "K219", "Z87891", "F419"};
/// Places where the practice may bill for an injection: office, urgent care.
inline constexpr std::array<std::string_view, 6> places{"11", "11", "11", "11", "11", "20"};
inline constexpr std::string_view hospital = "22";

}   // namespace deltoid::bench
