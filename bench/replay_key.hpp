// SPDX-License-Identifier: Apache-2.0
// The answer key of a generated year: counted from what was planted, by the definitions of docs/replay.md and with none
// of the code that it is the key to.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims_837.hpp"

namespace deltoid::bench {

using Json = nlohmann::json;

struct KeyFlag {
    std::string_view rule;
    int line = 0, denied_line = 0;   ///< from 1; 0 the claim as a whole
    std::string_view carc;           ///< "" when it forecasts no denial
};

struct KeyLine {
    std::string code;
    std::string_view what, outcome;
    std::int64_t charge = 0, paid = 0, patient = 0, contract = 0, denied = 0, recovered = 0;
    std::string_view group, carc, remark, status;

    static bool refused(std::string_view outcome) {
        return outcome == "denied" || outcome == "partly_denied" || outcome == "rejected";
    }
    [[nodiscard]] bool is_refused() const { return refused(outcome); }
    [[nodiscard]] bool is_settled() const { return outcome == "paid" || outcome == "patient"; }
    [[nodiscard]] bool is_answered() const {
        return is_refused() || is_settled() || outcome == "written_off" || outcome == "no_line_answer";
    }
    [[nodiscard]] std::string reason() const {
        return status.empty() ? std::string(group) + "-" + std::string(carc) : std::string(status);
    }
};

struct KeyClaim {
    std::string id, month;
    std::string_view payer;
    std::int64_t charge = 0;
    std::vector<KeyLine> lines;
    std::vector<KeyFlag> flags;
};

class ReplayKey {
public:
    std::uint64_t reversals = 0, sets_again = 0;

    void payment(std::int64_t money, std::int64_t paid, std::int64_t provider) {
        ++payments_;
        payment_ += money;
        paid_out_ += paid;
        provider_ += provider;
        off_ += money != paid - provider ? 1 : 0;
    }
    void provider(const std::string& reason, std::int64_t cents) {
        ++by_adjustment_[reason].first;
        by_adjustment_[reason].second += cents;
    }
    void stray(const std::string& id, int status, std::int64_t charge, std::int64_t paid, Day day,
               std::string_view why) {
        strays_.push_back({{"claim", id},
                           {"status", status},
                           {"charge", money(charge)},
                           {"paid", money(paid)},
                           {"day", iso(day)},
                           {"why", why}});
    }

    void add(const KeyClaim& claim) {
        std::vector<bool> flagged(claim.lines.size()), same(claim.lines.size());
        for (const KeyFlag& flag : claim.flags) rate(claim, flag, flagged, same);
        bool answered = false, refused = false, settled = false, rejected = false;
        Period period;
        for (std::size_t i = 0; i < claim.lines.size(); ++i) {
            const KeyLine& line = claim.lines[i];
            const bool injection = line.what == "injection";
            answered |= line.is_answered();
            refused |= line.is_refused();
            rejected |= line.outcome == "rejected";
            settled |= line.is_settled();
            auto& outcome = outcomes_[std::string(line.outcome)];
            outcome.add(injection);
            outcome.cents += line.charge;
            period.paid += line.paid;
            period.patient += line.patient;
            contract_ += line.contract;
            period.injections += injection ? 1 : 0;
            period.denied_injections += injection && line.is_refused() ? 1 : 0;
            if (line.is_settled()) (flagged[i] ? alarms_ : quiet_).add(injection);
            if (line.is_settled() && flagged[i]) alarms_.cents += line.charge;
            if (line.outcome == "no_line_answer")
                silent_.push_back({{"claim", claim.id}, {"line", i + 1}, {"charge", money(line.charge)}});
            if (line.is_refused()) deny(claim, i, flagged[i], same[i], period);
        }
        period.claims = 1;
        period.clean = claim.flags.empty() ? 1 : 0;
        period.answered = answered ? 1 : 0;
        period.first_pass = settled && !refused ? 1 : 0;
        period.denied = refused && !rejected ? 1 : 0;
        period.rejected = rejected ? 1 : 0;
        period.charged = claim.charge;
        if (!answered)
            open_.push_back({{"claim", claim.id},
                             {"payer", claim.payer},
                             {"charge", money(claim.charge)},
                             {"state", claim.lines.front().outcome}});
        months_[claim.month].add(period);
        payers_[std::string(claim.payer)].add(period);
        payer_months_[{std::string(claim.payer), claim.month}].add(period);
        all_.add(period);
    }

    /// What must stand in the report: members that it has besides are not looked at.
    [[nodiscard]] Json report() const {
        Json key;
        key["claims"] = {{"read", all_.claims},
                         {"injection", all_.claims},
                         {"other", 0},
                         {"void", 0},
                         {"clean", all_.clean},
                         {"answered", all_.answered},
                         {"unanswered", all_.claims - all_.answered},
                         {"reversals", reversals},
                         {"sets_read_again", sets_again}};
        for (const char* name : {"paid", "patient", "prior_payer", "partly_denied", "denied", "rejected", "written_off",
                                 "no_charge", "unexplained", "no_line_answer", "acknowledged", "pending", "forwarded",
                                 "predetermined", "other_payer", "unanswered"}) {
            const auto found = outcomes_.find(name);
            const Count count = found == outcomes_.end() ? Count() : found->second;
            key["lines"][name] = {
                {"lines", count.all}, {"lines_injection", count.injection}, {"charge", money(count.cents)}};
        }
        Count denied = caught_;
        denied.all += missed_.all, denied.injection += missed_.injection, denied.cents += missed_.cents;
        key["verdicts"] = {{"precision", ratio(caught_.all, caught_.all + alarms_.all)},
                           {"recall", ratio(caught_.all, denied.all)},
                           {"recovered", recovered_.all}};
        split(key["verdicts"], "denied", denied);
        split(key["verdicts"], "caught", caught_);
        split(key["verdicts"], "same_reason", same_reason_);
        split(key["verdicts"], "missed", missed_);
        split(key["verdicts"], "flagged_but_paid", alarms_);
        split(key["verdicts"], "quiet_and_paid", quiet_);
        key["money"] = {{"charged", money(all_.charged)},
                        {"paid", money(all_.paid)},
                        {"patient", money(all_.patient)},
                        {"contract", money(contract_)},
                        {"prior_payer", "0.00"},
                        {"denied", money(denied.cents)},
                        {"caught", money(caught_.cents)},
                        {"missed", money(missed_.cents)},
                        {"flagged_but_paid", money(alarms_.cents)},
                        {"recovered", money(recovered_.cents)}};
        key["by_rule"] = rules();
        key["by_carc"] = reasons(carcs_, "carc");
        key["by_status"] = reasons(statuses_, "status");
        key["causes"] = reasons(causes_, "cause");
        key["by_rarc"] = Json::array();
        for (const auto& [remark, counts] : remarks_)
            key["by_rarc"].push_back({{"rarc", remark}, {"lines", counts.first}, {"missed", counts.second}});
        key["by_month"] = key["by_payer"] = key["by_payer_month"] = Json::array();
        for (const auto& [month, period] : months_) key["by_month"].push_back(period.row({{"month", month}}));
        for (const auto& [payer, period] : payers_) key["by_payer"].push_back(period.row({{"payer", payer}}));
        for (const auto& [both, period] : payer_months_)
            key["by_payer_month"].push_back(period.row({{"payer", both.first}, {"month", both.second}}));
        Json& sums = key["reconciliation"];
        sums = {{"payments", payments_},
                {"payment", money(payment_)},
                {"claims_paid", money(paid_out_)},
                {"provider_adjustments", money(provider_)},
                {"difference", money(payment_ - (paid_out_ - provider_))},
                {"unbalanced", off_},
                {"by_adjustment", Json::array()},
                {"imbalances", Json::array()}};
        for (const auto& [reason, counts] : by_adjustment_)
            sums["by_adjustment"].push_back(
                {{"reason", reason}, {"count", counts.first}, {"amount", money(counts.second)}});
        key["unmatched"] = {{"answers", strays_}, {"claims", open_}, {"lines", silent_}, {"services", Json::array()}};
        key["denials"] = denials_;
        key["false_alarms"] = false_alarms_;
        return key;
    }

private:
    struct Count {
        std::uint64_t all = 0, injection = 0;
        std::int64_t cents = 0;
        void add(bool is_injection) { ++all, injection += is_injection ? 1 : 0; }
    };
    struct Period {
        std::uint64_t claims = 0, clean = 0, answered = 0, first_pass = 0, denied = 0, rejected = 0, injections = 0,
                      denied_injections = 0;
        std::uint64_t clean_answered = 0, clean_first_pass = 0;
        std::int64_t charged = 0, paid = 0, patient = 0, denied_cents = 0, recovered = 0;
        void add(const Period& more) {
            claims += more.claims, clean += more.clean, answered += more.answered, first_pass += more.first_pass;
            denied += more.denied, rejected += more.rejected, injections += more.injections,
                denied_injections += more.denied_injections;
            clean_answered += more.answered & more.clean, clean_first_pass += more.first_pass & more.clean;
            charged += more.charged, paid += more.paid, patient += more.patient, denied_cents += more.denied_cents,
                recovered += more.recovered;
        }
        [[nodiscard]] Json row(Json of) const {
            of.update({{"claims", claims},
                       {"clean", clean},
                       {"clean_rate", ratio(clean, claims)},
                       {"answered", answered},
                       {"first_pass", first_pass},
                       {"first_pass_rate", ratio(first_pass, answered)},
                       {"clean_answered", clean_answered},
                       {"clean_first_pass", clean_first_pass},
                       {"denied", denied},
                       {"rejected", rejected},
                       {"unanswered", claims - answered},
                       {"injection_lines", injections},
                       {"denied_injection_lines", denied_injections},
                       {"charged", money(charged)},
                       {"paid", money(paid)},
                       {"patient", money(patient)},
                       {"denied_money", money(denied_cents)},
                       {"recovered", money(recovered)}});
            return of;
        }
    };
    struct RuleCount {
        std::uint64_t flags = 0, right = 0, false_alarms = 0, not_comparable = 0, same = 0, denied_injections = 0;
        std::uint64_t denied_lines = 0;
        std::int64_t denied_cents = 0, alarm_cents = 0;
        std::set<std::string> forecast;
        std::map<std::string, std::uint64_t> caught_by_carc;
    };
    struct ReasonCounts {
        Count lines, caught, same, missed;
        std::map<std::string, std::uint64_t> remarks, rules;
    };

    static std::string money(std::int64_t cents) {
        const std::uint64_t magnitude = static_cast<std::uint64_t>(cents < 0 ? -cents : cents);
        return (cents < 0 ? "-" : "") + std::to_string(magnitude / 100) + "." + padded(magnitude % 100, 2);
    }
    static std::string iso(Day day) {
        const std::string digits = eight_digits(day);
        return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
    }
    /// Rounded to three decimals, as the report writes it; null of nothing.
    static Json ratio(std::uint64_t part, std::uint64_t whole) {
        if (whole == 0) return nullptr;
        const std::uint64_t thousandths =
            (part * 1000 + whole / 2 + (whole % 2 != 0 && part * 1000 % whole > whole / 2 ? 1 : 0)) / whole;
        return static_cast<double>(thousandths) / 1000.0;
    }
    static void split(Json& to, const std::string& name, const Count& count) {
        to[name] = count.all;
        to[name + "_injection"] = count.injection;
    }

    static bool names(const KeyFlag& flag, std::size_t i) {
        const int line = static_cast<int>(i) + 1;
        if (flag.line == 0 || (!flag.carc.empty() && flag.denied_line == 0)) return true;
        return flag.line == line || (!flag.carc.empty() && flag.denied_line == line);
    }

    void rate(const KeyClaim& claim, const KeyFlag& flag, std::vector<bool>& flagged, std::vector<bool>& same) {
        RuleCount& rule = rules_[std::string(flag.rule)];
        ++rule.flags;
        if (!flag.carc.empty()) rule.forecast.insert(std::string(flag.carc));
        bool refused = false, settled = false, agrees = false;
        std::int64_t charge = 0;
        for (std::size_t i = 0; i < claim.lines.size(); ++i) {
            if (!names(flag, i)) continue;
            const KeyLine& line = claim.lines[i];
            flagged[i] = true;
            charge += line.charge;
            refused |= line.is_refused();
            settled |= line.is_settled();
            if (line.is_refused() && !flag.carc.empty() && line.carc == flag.carc) same[i] = agrees = true;
        }
        rule.same += agrees ? 1 : 0;
        ++(refused ? rule.right : settled ? rule.false_alarms : rule.not_comparable);
        if (refused || !settled) return;
        rule.alarm_cents += charge;
        false_alarms_.push_back({{"claim", claim.id},
                                 {"line", flag.line == 0 ? Json() : Json(flag.line)},
                                 {"rule", flag.rule},
                                 {"charge", money(charge)}});
    }

    static std::string_view cause_of(const KeyLine& line) {
        const std::string_view remark = line.remark, carc = line.carc, status = line.status;
        if (!status.empty()) return status == "A7:562" ? "provider" : status == "A7:178" ? "charge" : "eligibility";
        if (remark == "M119") return "ndc";
        if (remark == "N822") return "modifier";
        if (remark == "M76") return "diagnosis";
        if (carc == "16") return "incomplete";
        const std::map<std::string_view, std::string_view> causes{
            {"236", "bundled"},      {"97", "bundled"},   {"208", "provider"},  {"5", "place"},
            {"107", "drug-missing"}, {"18", "duplicate"}, {"151", "units"},     {"197", "authorization"},
            {"50", "not-supported"}, {"29", "timely"},    {"27", "eligibility"}};
        return causes.at(carc);
    }

    void deny(const KeyClaim& claim, std::size_t i, bool flagged, bool same, Period& period) {
        const KeyLine& line = claim.lines[i];
        const bool injection = line.what == "injection";
        (flagged ? caught_ : missed_).add(injection);
        (flagged ? caught_ : missed_).cents += line.denied;
        if (same) same_reason_.add(injection);
        if (line.recovered != 0) recovered_.add(injection), recovered_.cents += line.recovered;
        period.denied_cents += line.denied;
        period.recovered += line.recovered;
        std::set<std::string> by;
        for (const KeyFlag& flag : claim.flags)
            if (names(flag, i)) by.insert(std::string(flag.rule));
        for (const std::string& one : by) {
            RuleCount& rule = rules_[one];
            ++rule.denied_lines;
            rule.denied_injections += injection ? 1 : 0;
            rule.denied_cents += line.denied;
            if (!line.carc.empty()) ++rule.caught_by_carc[std::string(line.carc)];
        }
        const std::string_view cause = cause_of(line);
        for (ReasonCounts* counts :
             {line.status.empty() ? &carcs_[std::string(line.carc)] : &statuses_[std::string(line.status)],
              &causes_[std::string(cause)]}) {
            counts->lines.add(injection);
            counts->lines.cents += line.denied;
            (flagged ? counts->caught : counts->missed).add(injection);
            if (!flagged) counts->missed.cents += line.denied;
            if (same) counts->same.add(injection);
            if (!line.remark.empty()) ++counts->remarks[std::string(line.remark)];
            for (const std::string& rule : by) ++counts->rules[rule];
        }
        if (!line.remark.empty()) {
            ++remarks_[std::string(line.remark)].first;
            remarks_[std::string(line.remark)].second += flagged ? 0 : 1;
        }
        Json remarks = Json::array();
        if (!line.remark.empty()) remarks.push_back(line.remark);
        denials_.push_back({{"claim", claim.id},
                            {"line", i + 1},
                            {"code", line.code},
                            {"class", line.what},
                            {"outcome", line.outcome},
                            {"reason", line.reason()},
                            {"rarcs", remarks},
                            {"cause", cause},
                            {"caught", flagged},
                            {"same_reason", same},
                            {"denied", money(line.denied)},
                            {"recovered", money(line.recovered)}});
    }

    [[nodiscard]] Json rules() const {
        Json rows = Json::array();
        for (const auto& [id, rule] : rules_) {
            std::uint64_t lines = 0, caught = 0;
            for (const std::string& carc : rule.forecast) {
                if (const auto found = carcs_.find(carc); found != carcs_.end()) lines += found->second.lines.all;
                if (const auto found = rule.caught_by_carc.find(carc); found != rule.caught_by_carc.end())
                    caught += found->second;
            }
            rows.push_back({{"rule", id},
                            {"flags", rule.flags},
                            {"right", rule.right},
                            {"false_alarms", rule.false_alarms},
                            {"not_comparable", rule.not_comparable},
                            {"same_reason", rule.same},
                            {"precision", ratio(rule.right, rule.right + rule.false_alarms)},
                            {"denied_lines", rule.denied_lines},
                            {"denied_lines_injection", rule.denied_injections},
                            {"forecast", rule.forecast},
                            {"forecast_lines", lines},
                            {"forecast_caught", caught},
                            {"recall", ratio(caught, lines)},
                            {"denied", money(rule.denied_cents)},
                            {"flagged_but_paid", money(rule.alarm_cents)}});
        }
        return rows;
    }

    static Json reasons(const std::map<std::string, ReasonCounts>& all, const char* name) {
        Json rows = Json::array();
        for (const auto& [reason, counts] : all) {
            Json row{{name, reason},
                     {"denied", money(counts.lines.cents)},
                     {"missed_money", money(counts.missed.cents)},
                     {"rarcs", Json::array()},
                     {"rules", Json::array()}};
            split(row, "lines", counts.lines);
            split(row, "caught", counts.caught);
            split(row, "same_reason", counts.same);
            split(row, "missed", counts.missed);
            for (const auto& [remark, count] : counts.remarks)
                row["rarcs"].push_back({{"rarc", remark}, {"lines", count}});
            for (const auto& [rule, count] : counts.rules) row["rules"].push_back({{"rule", rule}, {"lines", count}});
            rows.push_back(std::move(row));
        }
        return rows;
    }

    Period all_;
    std::map<std::string, Count> outcomes_;
    Count caught_, missed_, same_reason_, alarms_, quiet_, recovered_;
    std::int64_t contract_ = 0;
    std::map<std::string, RuleCount> rules_;
    std::map<std::string, ReasonCounts> carcs_, statuses_, causes_;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> remarks_;
    std::map<std::string, Period> months_, payers_;
    std::map<std::pair<std::string, std::string>, Period> payer_months_;
    std::uint64_t payments_ = 0, off_ = 0;
    std::int64_t payment_ = 0, paid_out_ = 0, provider_ = 0;
    std::map<std::string, std::pair<std::uint64_t, std::int64_t>> by_adjustment_;
    Json strays_ = Json::array(), open_ = Json::array(), silent_ = Json::array(), denials_ = Json::array(),
         false_alarms_ = Json::array();
};

/// Where the report and the key part: a path and both values; "" when everything that the key says stands in the report,
/// and every list has just as many rows. The order of a list's rows is not looked at.
[[nodiscard]] inline std::string first_difference(const Json& key, const Json& report, const std::string& path = "") {
    const auto parted = [&] {
        return path + ": the key has " + key.dump().substr(0, 400) + ", the report " + report.dump().substr(0, 400);
    };
    if (key.is_object()) {
        if (!report.is_object()) return parted();
        for (const auto& [name, value] : key.items()) {
            if (!report.contains(name)) return path + "/" + name + " is not in the report";
            if (std::string found = first_difference(value, report[name], path + "/" + name); !found.empty())
                return found;
        }
        return {};
    }
    if (!key.is_array()) return key == report ? std::string() : parted();
    if (!report.is_array() || key.size() != report.size())
        return path + ": " + std::to_string(key.size()) + " rows in the key, " + std::to_string(report.size()) +
               " in the report";
    // Rows are laid beside each other by what the key says of them.
    const auto of_key = [](const Json& row, const Json& pattern) {
        if (!pattern.is_object()) return row;
        Json only;
        for (const auto& [name, value] : pattern.items())
            only[name] = row.contains(name) && !value.is_structured() ? row[name] : Json();
        return only;
    };
    const auto sorted = [&](const Json& rows) {
        std::vector<std::pair<std::string, std::size_t>> order;
        for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(of_key(rows[i], key.front()).dump(), i);
        std::sort(order.begin(), order.end());
        return order;
    };
    const auto wanted = sorted(key), got = sorted(report);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (std::string found =
                first_difference(key[wanted[i].second], report[got[i].second], path + "/" + std::to_string(i));
            !found.empty())
            return found;
    return {};
}

}   // namespace deltoid::bench
