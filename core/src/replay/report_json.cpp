// SPDX-License-Identifier: Apache-2.0
// The report for programs: one JSON object, its keys always there and always in this order.
#include <algorithm>

#include "about.hpp"
#include "deltoid/rule.hpp"
#include "json_out.hpp"
#include "keys.hpp"
#include "payer_class.hpp"
#include "report.hpp"
#include "sorting.hpp"
#include "writers/message.hpp"

namespace deltoid::replay {
namespace {

class JsonReport : JsonOut {
public:
    JsonReport(std::string& out, const Book& book, const Tally& tally, bool identifiers)
        : JsonOut(out), book_(book), tally_(tally), identifiers_(identifiers) {}

    void write() {
        // The lists are nearly all of it: a text that grows by doubling would take three times their size for a moment.
        const std::size_t rows =
            book_.loose.size() + tally_.unanswered.size() + tally_.silent_lines.size() + tally_.strange_lines.size();
        out_.reserve(out_.size() + 65536 + 360 * tally_.denials.size() + 200 * (rows + tally_.alarm_list.size()) +
                     480 * book_.sets.size());
        out_ += '{';
        text("kind", "replay");
        text("version", version_text());
        files();
        claims();
        lines();
        verdicts();
        money_table();
        rules_table();
        reasons("by_carc", false);
        reasons("by_status", true);
        remarks();
        causes_table();
        each("by_month", by_month(tally_), [&](const PeriodRow& row) { period(row, true, false); });
        each("by_payer", by_payer(book_, tally_), [&](const PeriodRow& row) { period(row, false, true); });
        each("by_payer_month", by_payer_month(book_, tally_), [&](const PeriodRow& row) { period(row, true, true); });
        reconciliation();
        unmatched();
        lists();
        each("notices", notices(book_, tally_),
             [&](const std::string& sentence) { append_json_string(out_, sentence); });
        out_ += "}\n";
    }

private:
    void split(std::string_view name, const Split& value) {
        number(name, value.all);
        number(std::string(name) + "_injection", value.injection);
    }
    void reason(std::string_view name, std::uint32_t packed) {
        std::string shown;
        append_reason(shown, packed);
        text_or_null(name, shown);
    }
    void ratio(std::string_view name, std::uint64_t part, std::uint64_t whole) {
        JsonOut::ratio(name, thousandths(part, whole));
    }

    // --- what was read --------------------------------------------------------------------------------------------

    void files() {
        each("claim_files", book_.claim_files, [&](const ClaimFile& file) {
            object([&] {
                text("name", file.name);
                text("format", file.format);
                number("bytes", file.bytes);
                number("claims", file.claims);
                number("lines", file.lines);
                boolean("complete", file.complete);
            });
        });
        each("remit_files", book_.remit_files, [&](const RemitFile& file) {
            object([&] {
                text("name", file.name);
                text("format",
                     file.file.format.empty() ? std::string_view("unknown") : std::string_view(file.file.format));
                number("bytes", file.bytes);
                number("sets", file.file.sets);
                number("claims", file.file.claims);
                number("lines", file.file.services);
                boolean("complete", file.file.complete);
                text_or_null("other", file.file.other);
            });
        });
    }

    void claims() {
        object("claims", [&] {
            number("read", book_.claims.size());
            number("injection", tally_.injection_claims);
            number("other", tally_.other_claims);
            number("void", tally_.void_claims);
            number("clean", tally_.clean_claims);
            number("answered", tally_.answered_claims);
            number("unanswered", tally_.injection_claims - tally_.answered_claims);
            number("other_answered", tally_.other_claims_answered);
            number("answers_joined", tally_.answers);
            number("reversals", tally_.reversals);
            number("sets_read_again", tally_.sets_again);
        });
    }

    void lines() {
        object("lines", [&] {
            for (std::size_t i = 0; i < outcome_count; ++i)
                object(outcome_names[i], [&] {
                    split("lines", tally_.lines[i]);
                    money("charge", tally_.charges[i]);
                });
        });
    }

    void verdicts() {
        object("verdicts", [&] {
            Split denied = tally_.caught;
            denied.all += tally_.missed.all;
            denied.injection += tally_.missed.injection;
            split("denied", denied);
            split("caught", tally_.caught);
            split("same_reason", tally_.same_reason);
            split("missed", tally_.missed);
            split("flagged_but_paid", tally_.alarms);
            split("quiet_and_paid", tally_.quiet);
            ratio("precision", tally_.caught.all, tally_.caught.all + tally_.alarms.all);
            ratio("recall", tally_.caught.all, denied.all);
            number("recovered", tally_.recovered_lines);
        });
    }

    void money_table() {
        object("money", [&] {
            money("charged", tally_.charged);
            money("paid", tally_.paid);
            money("patient", tally_.patient);
            money("contract", tally_.contract);
            money("prior_payer", tally_.prior_payer);
            money("denied", tally_.denied_money);
            money("caught", tally_.caught_money);
            money("missed", tally_.missed_money);
            money("flagged_but_paid", tally_.alarm_money);
            money("recovered", tally_.recovered_money);
        });
    }

    // --- rules and reasons ----------------------------------------------------------------------------------------

    void rules_table() {
        std::vector<std::uint32_t> spoken;
        for (std::uint32_t i = 0; i < tally_.rules.size(); ++i)
            if (tally_.rules[i].flags != 0) spoken.push_back(i);
        each("by_rule", spoken, [&](std::uint32_t index) {
            const RuleRow& row = tally_.rules[index];
            const Rule& rule = *rules()[index];
            object([&] {
                text("rule", rule.id);
                text("name", rule.name);
                number("flags", row.flags);
                number("right", row.right);
                number("false_alarms", row.false_alarms);
                number("not_comparable", row.not_comparable);
                number("same_reason", row.same_reason);
                ratio("precision", row.right, row.right + row.false_alarms);
                number("denied_lines", row.denied_lines);
                number("denied_lines_injection", row.denied_injection_lines);
                std::vector<std::uint32_t> carcs;
                for (const Tally::Forecast& forecast : tally_.forecasts)
                    if (forecast.rule == index) carcs.push_back(forecast.carc);
                each("forecast", carcs, [&](std::uint32_t carc) {
                    out_ += '"';
                    append_reason(out_, carc);
                    out_ += '"';
                });
                number("forecast_lines", row.forecast_lines);
                number("forecast_caught", row.forecast_caught);
                ratio("recall", row.forecast_caught, row.forecast_lines);
                money("denied", row.denied_money);
                money("flagged_but_paid", row.alarm_money);
            });
        });
    }

    void counts(const ReasonCount& count) {
        split("lines", count.lines);
        money("denied", count.money);
        split("caught", count.caught);
        split("same_reason", count.same_reason);
        split("missed", count.missed);
        money("missed_money", count.missed_money);
    }

    void reasons(std::string_view name, bool status) {
        auto all = by_reason(tally_);
        std::erase_if(all, [&](const ReasonCount& count) { return (count.kind == Reason::Kind::status) != status; });
        each(name, all, [&](const ReasonCount& count) {
            object([&] {
                if (status) {
                    std::string shown;
                    append_reason_text(shown, count.key);
                    text("status", shown);
                } else {
                    reason("carc", Reason::packed_of(count.key));
                    std::vector<std::uint32_t> groups;
                    for (const std::uint32_t row : count.rows)
                        groups.push_back(static_cast<std::uint32_t>(Reason::kind_of(tally_.denials[row].reason)));
                    each("groups", counted(groups), [&](const KeyCount& group) {
                        object([&] {
                            text("group", group_text(Reason::of(static_cast<Reason::Kind>(group.key), 0)));
                            number("lines", group.count);
                        });
                    });
                }
                counts(count);
                list_causes(count);
                list_remarks(count.rows);
                list_rules(count.rows);
            });
        });
    }

    void list_causes(const ReasonCount& count) {
        std::vector<std::uint32_t> keys;
        for (const std::uint32_t row : count.rows) keys.push_back(tally_.denials[row].cause);
        each("causes", counted(std::move(keys)), [&](const KeyCount& cause) {
            object([&] {
                text("cause", causes()[cause.key].id);
                number("lines", cause.count);
            });
        });
    }

    void list_remarks(const std::vector<std::uint32_t>& rows) {
        each("rarcs", remarks_of(tally_, rows), [&](const KeyCount& remark) {
            object([&] {
                reason("rarc", remark.key);
                number("lines", remark.count);
            });
        });
    }

    void list_rules(const std::vector<std::uint32_t>& rows) {
        each("rules", rules_of(book_, tally_, rows), [&](const KeyCount& rule) {
            object([&] {
                text("rule", rules()[rule.key]->id);
                number("lines", rule.count);
            });
        });
    }

    void remarks() {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = 0; i < tally_.denials.size(); ++i) rows.push_back(i);
        // Missed ones apart: what the next rule may look at.
        std::vector<std::uint32_t> missed = rows;
        std::erase_if(missed, [&](std::uint32_t row) { return tally_.denials[row].caught; });
        std::vector<KeyCount> of_missed = remarks_of(tally_, missed);
        sort_rows(of_missed, [](const KeyCount& a, const KeyCount& b) { return a.key < b.key; });
        each("by_rarc", remarks_of(tally_, rows), [&](const KeyCount& remark) {
            const auto before = [](const KeyCount& count, std::uint32_t wanted) { return count.key < wanted; };
            const auto found = std::lower_bound(of_missed.begin(), of_missed.end(), remark.key, before);
            const bool any = found != of_missed.end() && found->key == remark.key;
            object([&] {
                reason("rarc", remark.key);
                number("lines", remark.count);
                number("missed", any ? found->count : 0);
            });
        });
    }

    void causes_table() {
        each("causes", by_cause(tally_), [&](const ReasonCount& count) {
            object([&] {
                const Cause& cause = causes()[count.key];
                text("cause", cause.id);
                text("words", cause.words);
                text_or_null("families", cause.families);
                counts(count);
                std::vector<std::uint32_t> keys;
                for (const std::uint32_t row : count.rows) keys.push_back(tally_.denials[row].reason);
                each("reasons", counted(std::move(keys)), [&](const KeyCount& one) {
                    object([&] {
                        std::string shown;
                        append_reason_text(shown, one.key);
                        text_or_null("reason", shown);
                        number("lines", one.count);
                    });
                });
                list_remarks(count.rows);
                list_rules(count.rows);
            });
        });
    }

    // --- months and payers ----------------------------------------------------------------------------------------

    void period(const PeriodRow& row, bool with_month, bool with_payer) {
        object([&] {
            if (with_payer) payer(row.payer);
            if (with_month) {
                std::string month;
                append_month(month, row.month);
                text("month", month);
            }
            number("claims", row.claims);
            number("clean", row.clean);
            ratio("clean_rate", row.clean, row.claims);
            number("answered", row.answered);
            number("first_pass", row.first_pass);
            ratio("first_pass_rate", row.first_pass, row.answered);
            number("clean_answered", row.clean_answered);
            number("clean_first_pass", row.clean_first_pass);
            number("denied", row.denied);
            number("rejected", row.rejected);
            number("unanswered", row.unanswered);
            number("injection_lines", row.injection_lines);
            number("denied_injection_lines", row.denied_injection_lines);
            money("charged", row.charged);
            money("paid", row.paid);
            money("patient", row.patient);
            money("denied_money", row.denied_money);
            money("recovered", row.recovered);
        });
    }

    void payer(std::uint32_t key_of_payer) {
        text("payer", payer_name(book_, key_of_payer));
        text("payer_class", payer_class_name(payer_class(book_, key_of_payer)));
    }

    // --- sums -----------------------------------------------------------------------------------------------------

    void reconciliation() {
        object("reconciliation", [&] {
            Cents payment = 0, paid = 0, provider = 0;
            std::uint64_t off = 0, payments = 0;
            for (const SetRow& set : book_.sets) {
                if (set.again || set.acknowledgement) continue;
                ++payments;
                payment += set.payment;
                paid += set.paid;
                provider += set.provider;
                off += balances(set) ? 0 : 1;
            }
            number("payments", payments);
            money("payment", payment);
            money("claims_paid", paid);
            money("provider_adjustments", provider);
            money("difference", payment - (paid - provider));
            number("unbalanced", off);
            each("sets", book_.sets, [&](const SetRow& set) { one_set(set); });
            provider_adjustments();
            each("imbalances", book_.imbalances, [&](const ImbalanceRow& row) { imbalance(row); });
        });
    }

    void one_set(const SetRow& set) {
        object([&] {
            text("file", book_.remit_files[set.file].name);
            number("segment", set.segment);
            text("type", set.acknowledgement ? "277CA" : "835");
            text("trace", book_.view(set.trace));
            text("payer", book_.view(set.payer));
            text("payee", book_.view(set.payee));
            text_or_null("payee_npi", book_.view(set.npi));
            day("day", set.day);
            number("claims", set.claims);
            number("lines", set.services);
            number("joined", set.joined);
            money("payment", set.payment);
            money("claims_paid", set.paid);
            money("provider_adjustments", set.provider);
            money("difference", set.acknowledgement ? 0 : difference(set));
            boolean("balances", balances(set));
            boolean("complete", set.complete);
            boolean("other_practice", set.foreign);
            boolean("read_again", set.again);
            number("refused_above", set.refused_above);
        });
    }

    void provider_adjustments() {
        std::vector<ProviderRow> rows = book_.provider_adjustments;
        std::erase_if(rows, [&](const ProviderRow& row) { return book_.sets[row.set].again; });
        sort_rows(rows, [](const ProviderRow& a, const ProviderRow& b) { return a.reason < b.reason; });
        std::vector<std::pair<ProviderRow, std::uint64_t>> sums;
        for (const ProviderRow& row : rows) {
            if (sums.empty() || sums.back().first.reason != row.reason)
                sums.push_back({row, 0});
            else
                sums.back().first.amount += row.amount;
            ++sums.back().second;
        }
        each("by_adjustment", sums, [&](const auto& sum) {
            object([&] {
                reason("reason", sum.first.reason);
                number("count", sum.second);
                money("amount", sum.first.amount);
            });
        });
    }

    void imbalance(const ImbalanceRow& row) {
        object([&] {
            text("what", row.what == ImbalanceRow::What::line ? "line" : "claim");
            text("file", book_.remit_files[book_.sets[row.set].file].name);
            number("segment", row.segment);
            id("claim", book_.view(row.id));
            number("count", row.count);
            money("expected", row.expected);
            money("found", row.found);
        });
    }

    // --- lists ----------------------------------------------------------------------------------------------------

    void id(std::string_view name, std::string_view value) {
        text_or_null(name, identifiers_ ? value : std::string_view());
    }

    void place_of(std::uint32_t claim) {
        const ClaimRow& row = book_.claims[claim];
        text("file", book_.file_name_of(claim));
        number("claim_index", book_.index_of(claim));
        id("claim", book_.id_of(row));
    }

    void line_of(std::uint32_t claim, std::uint16_t line) {
        number("line", line);
        const LineRow row = book_.line(book_.claims[claim], line - 1U);
        std::string code;
        if (row.coded) {
            const auto five = Code::from_packed(row.code).text();
            code.assign(five.data(), five.size());
        }
        text_or_null("code", code);
        text("class", name_of(row.what));
    }

    void answer_of(std::uint32_t set, std::uint32_t segment) {
        text("remit_file", book_.remit_files[book_.sets[set].file].name);
        number("segment", segment);
    }

    void unmatched() {
        object("unmatched", [&] {
            each("answers", book_.loose, [&](const LooseRow& row) {
                object([&] {
                    answer_of(row.set, row.segment);
                    id("claim", book_.view(row.id));
                    number("status", row.status);
                    day("day", row.day);
                    money("charge", row.charge);
                    money("paid", row.paid);
                    text("why", name_of(row.why));
                });
            });
            each("claims", tally_.unanswered, [&](const Tally::Open& open) {
                object([&] {
                    place_of(open.claim);
                    const ClaimRow& row = book_.claims[open.claim];
                    payer(book_.payer_key(open.claim));
                    day("day", long_day(row.day));
                    money("charge", row.charge);
                    text("state", outcome_names[static_cast<std::size_t>(open.state)]);
                });
            });
            each("lines", tally_.silent_lines, [&](const Tally::LineRef& row) {
                object([&] {
                    place_of(row.claim);
                    line_of(row.claim, row.line);
                    money("charge", row.charge);
                });
            });
            each("services", tally_.strange_lines, [&](const Tally::LineRef& row) {
                object([&] {
                    place_of(row.claim);
                    answer_of(row.set, row.segment);
                    money("charge", row.charge);
                });
            });
        });
    }

    void lists() {
        each("denials", tally_.denials, [&](const DenialRow& row) {
            object([&] {
                place_of(row.claim);
                line_of(row.claim, row.line);
                text("outcome", outcome_names[static_cast<std::size_t>(row.outcome)]);
                std::string shown;
                append_reason_text(shown, row.reason);
                text_or_null("reason", shown);
                each("rarcs", std::span(tally_.remarks).subspan(row.first_remark, row.remarks),
                     [&](std::uint32_t remark) {
                         out_ += '"';
                         append_reason(out_, remark);
                         out_ += '"';
                     });
                text("cause", causes()[row.cause].id);
                boolean("caught", row.caught);
                boolean("same_reason", row.same_reason);
                money("denied", row.denied);
                money("recovered", row.recovered);
                answer_of(row.set, row.segment);
            });
        });
        each("false_alarms", tally_.alarm_list, [&](const AlarmRow& row) {
            object([&] {
                place_of(row.claim);
                key("line");
                if (row.line == 0)
                    out_ += "null";
                else
                    append_number(out_, row.line);
                text("rule", rules()[row.rule]->id);
                money("charge", row.charge);
            });
        });
    }

    const Book& book_;
    const Tally& tally_;
    bool identifiers_;
};

}   // namespace

void write_json(std::string& out, const Book& book, const Tally& tally, bool identifiers) {
    JsonReport(out, book, tally, identifiers).write();
}

}   // namespace deltoid::replay
