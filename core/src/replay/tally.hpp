// SPDX-License-Identifier: Apache-2.0
// What the answers come to for each line, and the counts of the report.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "book.hpp"
#include "reasons.hpp"

namespace deltoid::replay {

/// What became of a line, by the first answer of its own payer that was not taken back.
enum class Outcome : std::uint8_t {
    paid,
    patient,
    prior_payer,
    partly_denied,
    denied,
    rejected,   // compared with the rules; prior_payer is not
    written_off,
    no_charge,
    unexplained,
    no_line_answer,   // answered, and nothing to learn from
    acknowledged,
    pending,
    forwarded,
    predetermined,
    other_payer,
    unanswered   // no answer
};
inline constexpr std::size_t outcome_count = 16;
inline constexpr std::array<std::string_view, outcome_count> outcome_names{
    "paid",        "patient",       "prior_payer", "partly_denied",  "denied",       "rejected",
    "written_off", "no_charge",     "unexplained", "no_line_answer", "acknowledged", "pending",
    "forwarded",   "predetermined", "other_payer", "unanswered"};
[[nodiscard]] constexpr bool is_refusal(Outcome outcome) {
    return outcome >= Outcome::partly_denied && outcome <= Outcome::rejected;
}
[[nodiscard]] constexpr bool is_settled(Outcome outcome) { return outcome <= Outcome::patient; }
[[nodiscard]] constexpr bool is_answer(Outcome outcome) { return outcome <= Outcome::no_line_answer; }

/// A line that was denied, in part or whole, or whose claim was turned back.
struct DenialRow {
    std::uint32_t claim = 0;
    std::uint16_t line = 0;   ///< from 1
    Outcome outcome = Outcome::denied;
    LineClass what = LineClass::other;
    std::uint32_t reason = 0;         ///< the adjustment of the largest amount; 0: the payer gave none
    std::uint32_t first_remark = 0;   ///< in Tally::remarks
    std::uint8_t remarks = 0;
    std::uint8_t cause = 0;
    bool caught = false;          ///< an error or warning was said of the line
    bool same_reason = false;     ///< and one of them forecast the payer's CARC
    std::int32_t denied = 0;      ///< money
    std::int32_t recovered = 0;   ///< paid for the line by a later answer
    std::uint32_t set = 0, segment = 0;
};

/// A flag on lines that were all paid.
struct AlarmRow {
    std::uint32_t claim = 0;
    std::uint16_t line = 0;   ///< 0 the claim as a whole
    std::uint16_t rule = 0;
    std::int32_t charge = 0;   ///< of the lines it named
};

struct Split {
    std::uint64_t all = 0, injection = 0;
    void add(bool is_injection) { ++all, injection += is_injection ? 1U : 0U; }
};

struct PeriodRow {
    std::uint32_t payer = 0;
    std::int32_t month = 0;   ///< months since year 0
    std::uint64_t claims = 0, clean = 0, answered = 0, first_pass = 0, denied = 0, rejected = 0, unanswered = 0;
    std::uint64_t clean_answered = 0, clean_first_pass = 0;
    std::uint64_t injection_lines = 0, denied_injection_lines = 0;
    Cents charged = 0, paid = 0, patient = 0, denied_money = 0, recovered = 0;
    void add(const PeriodRow& other);
};

struct RuleRow {
    std::uint64_t flags = 0, right = 0, false_alarms = 0, not_comparable = 0, same_reason = 0;
    std::uint64_t denied_lines = 0, denied_injection_lines = 0;   ///< that it flagged
    std::uint64_t forecast_lines = 0,
                  forecast_caught = 0;   ///< denied with a CARC that it forecasts; of these flagged by it
    Cents denied_money = 0, alarm_money = 0;
};

struct Tally {
    std::uint64_t injection_claims = 0, other_claims = 0, void_claims = 0, clean_claims = 0;
    std::uint64_t answered_claims = 0, other_claims_answered = 0;
    std::array<Split, outcome_count> lines;   ///< of injection claims
    std::array<Cents, outcome_count> charges{};
    Split caught, same_reason, missed;   ///< denied lines
    Split alarms, quiet;                 ///< settled lines, flagged and not
    Cents caught_money = 0, missed_money = 0, alarm_money = 0, recovered_money = 0, denied_money = 0;
    Cents charged = 0, paid = 0, patient = 0, contract = 0, prior_payer = 0;
    std::uint64_t recovered_lines = 0;
    std::uint64_t reversals = 0, answers = 0, sets_again = 0;
    std::vector<PeriodRow> periods;   ///< by payer, then month
    std::vector<RuleRow> rules;       ///< as the catalogue
    std::vector<DenialRow> denials;
    std::vector<std::uint32_t> remarks;   ///< of denials, packed
    std::vector<AlarmRow> alarm_list;
    struct Open {
        std::uint32_t claim;
        Outcome state;
    };
    std::vector<Open> unanswered;   ///< and how far it came: acknowledged, pending ...
    struct LineRef {
        std::uint32_t claim;
        std::uint16_t line;
        std::uint32_t set, segment;
        std::int32_t charge;
    };
    std::vector<LineRef> silent_lines;    ///< of answered claims, and the answer leaves them out
    std::vector<LineRef> strange_lines;   ///< of answers, and on no line of the claim (line 0)
    struct Forecast {
        std::uint32_t rule, carc;
        bool operator<(const Forecast& o) const { return rule != o.rule ? rule < o.rule : carc < o.carc; }
    };
    std::vector<Forecast> forecasts;   ///< CARCs that a rule has forecast in this batch; sorted, each once
};

/// Joins what was read and counts. The book's lists are in the order of the report afterwards.
[[nodiscard]] Tally join(Book& book);

}   // namespace deltoid::replay
