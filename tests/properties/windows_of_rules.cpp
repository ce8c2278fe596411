// SPDX-License-Identifier: Apache-2.0
// The dates that rules have of their own (no table holds them): what each says the day before and on the day.
#include <array>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "rules/clean_claim.hpp"
#include "support/samples.hpp"
#include "unit/tables_support.hpp"

using namespace deltoid;
using namespace deltoid::table_tests;
using namespace deltoid::test;

namespace {

/// One change of what a rule says, on the first day that it holds.
struct Window {
    const char* rule;
    const char* what;
    const char* day;
    const char *before, *from;   ///< the level of what the rule says; "" nothing; with " ..." a part of the message
    const char* patch;           ///< on the clean claim of the day
};

constexpr const char* without_jz = R"([{"op":"remove","path":"/lines/2/modifiers"}])";
constexpr const char* complex_drug =
    R"([{"op":"replace","path":"/lines/1/code","value":"96401"},
        {"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0897","units":"60","unit_type":"UN","charge":"12.00",
            "from":"DAY","pointers":[1]}},{"op":"replace","path":"/diagnoses/0","value":"M81.0"}])";
constexpr const char* complexity =
    R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"G2211","units":"1","unit_type":"UN","charge":"16.00",
            "from":"DAY","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"188.00"}])";
constexpr const char* complexity_and_wellness =
    R"([{"op":"add","path":"/lines/3","value":{"line":4,"code":"G2211","units":"1","unit_type":"UN","charge":"16.00",
            "from":"DAY","pointers":[1]}},
        {"op":"add","path":"/lines/4","value":{"line":5,"code":"G0439","units":"1","unit_type":"UN","charge":"100.00",
            "from":"DAY","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"288.00"}])";
constexpr const char* complexity_at_home =
    R"([{"op":"replace","path":"/lines/0/code","value":"99348"},{"op":"replace","path":"/pos","value":"12"},
        {"op":"add","path":"/lines/3","value":{"line":4,"code":"G2211","units":"1","unit_type":"UN","charge":"16.00",
            "from":"DAY","pointers":[1]}},{"op":"replace","path":"/total_charge","value":"188.00"}])";
constexpr const char* bypass_on_procedure =
    R"([{"op":"replace","path":"/lines/0/code","value":"11042"},{"op":"replace","path":"/lines/0/modifiers","value":["59"]}])";
constexpr const char* without_25 = R"([{"op":"remove","path":"/lines/0/modifiers"}])";
constexpr const char* nurse = R"([{"op":"replace","path":"/lines/0/code","value":"99211"}])";
constexpr const char* by_video =
    R"([{"op":"add","path":"/lines/1/documentation","value":{"supervision":"audio_video","given_by":"A. Lee","credential":"RN",
            "supervised_by":"Dr. Roe","route":"IM"}}])";
constexpr const char* medicaid = R"([{"op":"replace","path":"/payer/class","value":"medicaid"}])";
constexpr const char* united =
    R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/payer/id","value":"87726"}])";

constexpr const char* united_hospital =
    R"([{"op":"replace","path":"/payer/class","value":"commercial"},{"op":"replace","path":"/payer/id","value":"87726"},
        {"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0131"}])";
constexpr const char* hospital_visit =
    R"([{"op":"replace","path":"/lines/0/code","value":"G0463"},
        {"op":"replace","path":"/kind","value":"institutional"},{"op":"add","path":"/bill_type","value":"0131"}])";

const std::vector<Window> windows{
    {"NDC001", "UnitedHealthcare asks hospitals", "2018-09-01", "", "error", united_hospital},
    {"BND016", "the status is known", "2025-01-01", "info from 2025 on", "info usually lies in", hospital_visit},
    {"DRG004", "JZ is asked for", "2023-07-01", "", "warning", without_jz},
    {"DRG004", "lines without it are returned", "2023-10-01", "warning", "error", without_jz},
    {"ADM007", "RSV antibodies have codes of their own", "2023-10-06", "", "error",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"90380","units":"1","unit_type":"UN","charge":"12.00",
            "from":"DAY","pointers":[1]}}])"},
    {"ADM008", "PrEP has G0012", "2024-09-30", "", "error",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0739","modifiers":["JZ"],"units":"600","unit_type":"UN",
            "charge":"12.00","from":"DAY","pointers":[1]}},{"op":"replace","path":"/diagnoses/0","value":"Z20.6"}])"},
    {"ADM008", "lenacapavir for PrEP", "2025-10-01", "", "error",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0738","modifiers":["JZ"],"units":"927","unit_type":"UN",
            "charge":"12.00","from":"DAY","pointers":[1]}},{"op":"replace","path":"/diagnoses/0","value":"Z20.6"}])"},
    {"ADM006", "contractors' complex list begins", "2021-05-01", "", "error", complex_drug},
    {"ADM006", "and is taken back", "2022-08-12", "error", "warning", complex_drug},
    {"BND010", "G2211 is paid, but not beside 25", "2024-01-01", "", "error", complexity},
    {"BND010", "beside a preventive service it is", "2025-01-01", "error", "info", complexity_and_wellness},
    {"BND010", "home visits carry it, too", "2026-01-01", "", "error", complexity_at_home},
    {"BND005", "59 counts on either line", "2019-07-01", "error", "", bypass_on_procedure},
    {"BND003", "the hole of 2020 begins", "2020-01-01", "error", "info", without_25},
    {"BND003", "and ends", "2020-10-01", "info", "error", without_25},
    {"BND001", "the edit of 99211 has the hole", "2020-01-01", "error", "", nurse},
    {"BND001", "and comes back", "2020-10-01", "", "error", nurse},
    {"BND002", "the manual speaks in the hole", "2020-01-01", "", "error", nurse},
    {"BND002", "and not behind it", "2020-10-01", "error", "", nurse},
    {"CLM007", "only the new Medicare id", "2020-01-01", "", "error",
     R"([{"op":"replace","path":"/subscriber/id","value":"123456789A"},{"op":"add","path":"/received_date","value":"DAY"}])"},
    {"SUP002", "video counts", "2020-03-01", "error", "info to 2025-12-31", by_video},
    {"SUP002", "for good", "2026-01-01", "info to 2025-12-31", "info permanently", by_video},
    {"DX004", "ICD-10-CM", "2015-10-01", "", "error", R"([{"op":"replace","path":"/diagnoses/0","value":"724.2"}])"},
    {"NDC001", "Medicaid, many drugs", "2007-01-01", "", "warning", medicaid},
    {"NDC001", "Medicaid, all covered drugs", "2024-11-19", "warning", "error", medicaid},
    {"NDC001", "UnitedHealthcare", "2017-01-01", "", "error", united},
    {"DRG015", "the day after the FDA's withdrawal", "2023-04-07", "", "error",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J1726","units":"25","unit_type":"UN","charge":"12.00",
            "from":"DAY","pointers":[1]}},{"op":"replace","path":"/patient/birth_date","value":"1996-02-01"},
         {"op":"replace","path":"/diagnoses/0","value":"O09.212"}])"},
    {"DRG017", "the day after JG", "2025-01-01", "", "error", R"([{"op":"replace","path":"/lines/2/modifiers","value":["JZ","JG"]}])"},
    {"DRG011", "the list that marks the two routes", "2021-04-05", "", "error",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J3262","modifiers":["JZ"],"units":"162","unit_type":"UN",
            "charge":"12.00","from":"DAY","pointers":[1]}},{"op":"replace","path":"/diagnoses/0","value":"M06.9"}])"},
    {"PAY004", "one payment for dialysis and its drugs", "2011-01-01", "", "warning",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J0882","modifiers":["JZ"],"units":"25","unit_type":"UN",
            "charge":"12.00","from":"DAY","pointers":[1]}},{"op":"replace","path":"/diagnoses/0","value":"N18.6"}])"},
    {"DRG003", "J1030 ended", "2024-04-01", "", "error 1 x J1030 is 40 x J1010",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J1030","modifiers":["JZ"],"units":"1","unit_type":"UN",
            "charge":"12.00","from":"DAY","pointers":[1]}}])"},
    {"DRG003", "J1010 begins", "2024-04-01", "error valid only from 2024-04-01", "",
     R"([{"op":"replace","path":"/lines/2","value":{"line":3,"code":"J1010","modifiers":["JZ"],"units":"40","unit_type":"UN",
            "charge":"12.00","from":"DAY","pointers":[1]}}])"},
    {"DRG003", "96372 begins", "2009-01-01", "error", "", "[]"},
    {"ADM015", "90772 ended", "2009-01-01", "", "error", R"([{"op":"replace","path":"/lines/1/code","value":"90772"}])"},
    {"BND003", "99201 ended", "2021-01-01", "error", "info",
     R"([{"op":"remove","path":"/lines/0/modifiers"},{"op":"replace","path":"/lines/0/code","value":"99201"}])"},
};

std::string replaced_all(std::string text, std::string_view from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The first finding of the rule on the claim of this day: its level, and its message behind a blank.
std::string said(const Window& window, Day day) {
    const std::string iso = packs::text_of(day);
    const std::string claim = patched(replaced_all(std::string(rulebook::clean_claim), "2026-09-15", iso), replaced_all(window.patch, "DAY", iso));
    const std::string options = "{\"as_of\":\"" + packs::text_of({day.number + 7}) + "\"}";   // a week later
    for (const Json& finding : outcome_of(options, std::vector<Input>{as_lines({claim})}).findings)
        if (finding["rule"].text == window.rule) return finding["level"].text + " " + finding["message"].text;
    return "";
}

void check_said(const std::string& what, std::string_view wanted) {
    INFO(what);
    const std::string level(wanted.substr(0, wanted.find(' ')));
    CHECK(what.substr(0, what.find(' ')) == level);
    if (wanted.size() > level.size()) CHECK(what.find(wanted.substr(level.size() + 1)) != std::string::npos);
}

}  // namespace

TEST_CASE("a rule with a date of its own says one thing the day before, and another from that day on", "[edges]") {
    for (const Window& window : windows) {
        INFO(window.rule << ", " << window.what << ", " << window.day);
        const Day day = on(window.day);
        check_said(said(window, before(day)), window.before);
        check_said(said(window, day), window.from);
        check_said(said(window, after(day)), window.from);
    }
}

TEST_CASE("every date that stands in a rule is walked", "[edges]") {
    // Days that no claim of an injection can tell, or that the words alone name.
    const std::set<std::string> not_walked{
        "1990-01-01", "2010-01-01", "2019-01-01",   // PAY001: first days of filing limits, long past every limit
        "2033-03-07",                               // NDC006 only names the day
        "2025-12-31",                               // SUP002: the last day before 2026-01-01
    };
    std::set<std::string> walked;
    for (const Window& window : windows) {
        walked.insert(window.day);
        walked.insert(packs::text_of(before(on(window.day))));
    }
    const std::regex date(R"(Day::of\((\d+), (\d+), (\d+)\))");
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(project_folder() / "core/src/rules")) {
        if (entry.path().extension() != ".hpp") continue;
        const std::string text = read_file(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), date), end; it != end; ++it) {
            const auto number = [&](int group) { return std::stoi((*it)[static_cast<std::size_t>(group)].str()); };
            const std::string day = packs::text_of(Day::of(number(1), number(2), number(3)));
            INFO(entry.path().filename().string() << ": " << day);
            CHECK((walked.contains(day) || not_walked.contains(day)));
            ++found;
        }
    }
    CHECK(found > 25);
}

namespace {

/// Sunday 0 to Saturday 6; 1970-01-01 was a Thursday.
int day_of_week(Day day) { return static_cast<int>(((day.number + 4) % 7 + 7) % 7); }

/// Federal holidays as the Office of Personnel Management prints them, for the years that the walk reaches.
const std::set<std::string> holidays{
    "2021-01-01", "2021-01-18", "2021-02-15", "2021-05-31", "2021-06-18", "2021-07-05", "2021-09-06", "2021-10-11", "2021-11-11",
    "2021-11-25", "2021-12-24", "2021-12-31", "2022-01-17", "2022-02-21", "2022-05-30", "2022-06-20", "2022-07-04", "2022-09-05",
    "2022-10-10", "2022-11-11", "2022-11-24", "2022-12-26", "2023-01-02", "2023-01-16", "2023-02-20", "2023-05-29", "2023-06-19",
    "2023-07-04", "2023-09-04", "2023-10-09", "2023-11-10", "2023-11-23", "2023-12-25", "2024-01-01", "2024-01-15", "2024-02-19",
    "2024-05-27", "2024-06-19", "2024-07-04", "2024-09-02", "2024-10-14", "2024-11-11", "2024-11-28", "2024-12-25", "2025-01-01",
    "2025-01-20", "2025-02-17", "2025-05-26", "2025-06-19", "2025-07-04", "2025-09-01", "2025-10-13", "2025-11-11", "2025-11-27",
    "2025-12-25", "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12",
    "2026-11-11", "2026-11-26", "2026-12-25"};

/// The same date next year, 28 February for the 29th; Saturdays, Sundays and holidays move on.
Day last_day_for_medicare(const std::string& service) {
    std::string next = std::to_string(std::stoi(service.substr(0, 4)) + 1) + service.substr(4);
    if (next.ends_with("-02-29")) next.replace(5, 5, "02-28");
    Day day = on(next);
    while (day_of_week(day) == 0 || day_of_week(day) == 6 || holidays.contains(packs::text_of(day))) day = after(day);
    return day;
}

}  // namespace

TEST_CASE("Medicare's year for filing, from every day of service of six years", "[edges]") {
    std::vector<std::string> claims;
    std::vector<std::string> days;
    for (Day day = on("2020-01-01"); day <= on("2025-12-15"); day = after(day)) {
        const std::string iso = packs::text_of(day);
        const Day last = last_day_for_medicare(iso);
        for (const Day received : {last, after(last)}) {
            std::string claim = replaced_all(std::string(rulebook::clean_claim), "2026-09-15", iso);
            claim = replaced_all(claim, "1EG4TE5MK73", "P" + std::to_string(claims.size()));
            claims.push_back(patched(claim, R"([{"op":"add","path":"/received_date","value":")" + packs::text_of(received) + "\"}]"));
            days.push_back(iso + ", received " + packs::text_of(received));
        }
    }
    std::set<std::size_t> late;
    for (const Json& finding : outcome_of(R"({"as_of":"2026-12-31","select":["PAY001"]})", std::vector<Input>{as_lines(claims)}).findings)
        late.insert(static_cast<std::size_t>(finding["claim_index"].number()));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (late.contains(i) != (i % 2 == 1) && ++wrong <= 5) UNSCOPED_INFO(days[i]);
    CHECK(wrong == 0);
    CHECK(claims.size() > 4000);
}
