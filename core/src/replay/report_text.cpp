// SPDX-License-Identifier: Apache-2.0
// The report for people: what was denied, what was caught before, what to look at next. Long lists end after twenty
// rows and say how many are left; the JSON report has them all.
#include <algorithm>
#include <array>

#include "deltoid/rule.hpp"
#include "keys.hpp"
#include "report.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"

namespace deltoid::replay {
namespace {

constexpr std::size_t most_rows = 20;

std::string percent(std::uint64_t part, std::uint64_t whole) {
    const std::int64_t share = thousandths(part, whole);
    if (share < 0) return "-";
    return std::to_string(share / 10) + "." + std::to_string(share % 10) + "%";
}

/// "-$86.76"
std::string money(Cents cents) { return cents < 0 ? "-" + dollars(-cents) : dollars(cents); }

class TextReport {
public:
    TextReport(std::string& out, const Book& book, const Tally& tally, bool identifiers)
        : out_(out), book_(book), tally_(tally), identifiers_(identifiers) {}

    void write() {
        opening();
        verdicts();
        rules_table();
        reasons_table();
        causes_table();
        periods("Month", by_month(tally_), true);
        periods("Payer", by_payer(book_, tally_), false);
        sums();
        unmatched();
        missed();
        say_notices();
    }

private:
    void line(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) out_ += part;
        out_ += '\n';
    }
    void heading(std::string_view text) { line({"\n", text}); }
    /// Cells in columns: the first `left` of them to the left, the rest to the right.
    void row(std::initializer_list<std::string_view> cells, std::initializer_list<std::size_t> widths,
             std::size_t left) {
        out_ += "  ";
        std::size_t i = 0;
        for (const std::string_view cell : cells) {
            const std::size_t width = widths.begin()[i];
            const std::size_t fill = cell.size() < width ? width - cell.size() : 0;
            if (i++ >= left)
                out_.append(fill, ' ').append(cell);
            else
                out_.append(cell).append(i == cells.size() ? 0 : fill, ' ');
            if (i != cells.size()) out_ += "  ";
        }
        while (out_.back() == ' ') out_.pop_back();
        out_ += '\n';
    }
    void rest(std::size_t all) {
        if (all > most_rows) line({"  ... and ", with_commas(all - most_rows), " more (--format json has them all)"});
    }

    void opening() {
        std::uint64_t sets = 0;
        for (const SetRow& set : book_.sets) sets += set.again ? 0 : 1;
        line({count_of(tally_.injection_claims, "injection claim", "injection claims"), " of ",
              with_commas(book_.claims.size()), " read; ",
              count_of(tally_.answered_claims, "was answered", "were answered"), " in ",
              count_of(sets, "remittance or acknowledgement", "remittances and acknowledgements"), "."});
        if (tally_.other_claims != 0)
            line({count_of(tally_.other_claims, "claim", "claims"),
                  " without an injection: ", with_commas(tally_.other_claims_answered), " answered, none compared."});
        line({"Charged ", money(tally_.charged), ", paid ", money(tally_.paid), ", left to the patient ",
              money(tally_.patient), ", taken off by contract ", money(tally_.contract), "."});
    }

    void verdicts() {
        const std::uint64_t denied = tally_.caught.all + tally_.missed.all;
        const std::uint64_t injections = tally_.caught.injection + tally_.missed.injection;
        heading("Denied or rejected lines");
        const auto figures = [&](std::string_view what, const Split& split, Cents cents) {
            row({what, with_commas(split.all), with_commas(split.injection), money(cents)}, {28, 9, 12, 15}, 1);
        };
        row({"", "lines", "injections", "money"}, {28, 9, 12, 15}, 1);
        figures("denied or rejected", {denied, injections}, tally_.denied_money);
        figures("  caught before", tally_.caught, tally_.caught_money);
        figures("  missed", tally_.missed, tally_.missed_money);
        figures("flagged, but paid", tally_.alarms, tally_.alarm_money);
        figures("not flagged and paid", tally_.quiet, tally_.charges[0] + tally_.charges[1] - tally_.alarm_money);
        line({"  Of the flagged lines ", percent(tally_.caught.all, tally_.caught.all + tally_.alarms.all),
              " were denied (precision); of the denied lines ", percent(tally_.caught.all, denied),
              " were flagged (recall)."});
        if (tally_.recovered_lines != 0)
            line({"  ", count_of(tally_.recovered_lines, "denied line was", "denied lines were"),
                  " paid later: ", money(tally_.recovered_money), "."});
        std::uint64_t without = 0;
        for (std::size_t i = 0; i < outcome_count; ++i)
            if (const auto one = static_cast<Outcome>(i); !is_refusal(one) && !is_settled(one))
                without += tally_.lines[i].all;
        if (without == 0) return;
        heading("Not comparable");
        constexpr std::array<std::string_view, outcome_count> words{"",
                                                                    "",
                                                                    "settled by the payer before",
                                                                    "",
                                                                    "",
                                                                    "",
                                                                    "nothing allowed, all written off by contract",
                                                                    "no charge",
                                                                    "paid nothing and gave no reason",
                                                                    "line not named in the answer",
                                                                    "acknowledged, not yet paid or denied",
                                                                    "still pending",
                                                                    "forwarded to another payer",
                                                                    "predetermination only",
                                                                    "answered by another payer only",
                                                                    "no answer"};
        for (std::size_t i = 0; i < outcome_count; ++i)
            if (!words[i].empty() && tally_.lines[i].all != 0)
                row({words[i], with_commas(tally_.lines[i].all), with_commas(tally_.lines[i].injection),
                     money(tally_.charges[i])},
                    {44, 9, 12, 15}, 1);
    }

    void rules_table() {
        heading(
            "Rules (R: right, F: flagged but paid, N: not comparable; recall of lines denied with the CARC it "
            "forecasts)");
        row({"rule", "flags", "R", "F", "N", "precision", "recall", "denied", "paid anyway"},
            {36, 7, 7, 7, 7, 9, 9, 14, 14}, 1);
        for (std::size_t i = 0; i < tally_.rules.size(); ++i) {
            const RuleRow& rule = tally_.rules[i];
            if (rule.flags == 0) continue;
            const std::string name = std::string(rules()[i]->id) + " " + std::string(rules()[i]->name);
            row({name, with_commas(rule.flags), with_commas(rule.right), with_commas(rule.false_alarms),
                 with_commas(rule.not_comparable), percent(rule.right, rule.right + rule.false_alarms),
                 percent(rule.forecast_caught, rule.forecast_lines), money(rule.denied_money), money(rule.alarm_money)},
                {36, 7, 7, 7, 7, 9, 9, 14, 14}, 1);
        }
    }

    [[nodiscard]] std::string join(std::span<const KeyCount> counts, bool are_rules) const {
        std::string text;
        for (const KeyCount& count : counts.first(std::min<std::size_t>(counts.size(), 4))) {
            if (!text.empty()) text += ' ';
            if (are_rules)
                text += rules()[count.key]->id;
            else
                append_reason(text, count.key);
        }
        return text;
    }

    void reasons_table() {
        const auto all = by_reason(tally_);
        if (all.empty()) return;
        heading("Reasons (CARC, or the status of a rejection)");
        row({"reason", "remarks", "lines", "injections", "caught", "missed", "missed money", "rules that saw it"},
            {8, 24, 8, 10, 8, 8, 14, 18}, 2);
        for (const ReasonCount& count : std::span(all).first(std::min(all.size(), most_rows))) {
            std::string reason;
            if (count.kind == Reason::Kind::status)
                append_reason_text(reason, count.key);
            else
                append_reason(reason, Reason::packed_of(count.key));
            const std::string remarks = join(remarks_of(tally_, count.rows), false),
                              seen = join(rules_of(book_, tally_, count.rows), true);
            row({reason.empty() ? std::string_view("none") : std::string_view(reason), remarks,
                 with_commas(count.lines.all), with_commas(count.lines.injection), with_commas(count.caught.all),
                 with_commas(count.missed.all), money(count.missed_money)},
                {8, 24, 8, 10, 8, 8, 14}, 2);
            out_.pop_back();
            line({seen.empty() ? "" : "  ", seen});
        }
        rest(all.size());
    }

    void causes_table() {
        const auto all = by_cause(tally_);
        if (all.empty()) return;
        heading("Root causes");
        row({"cause", "lines", "caught", "missed", "denied", "missed money"}, {54, 8, 8, 8, 14, 14}, 1);
        for (const ReasonCount& count : all)
            row({causes()[count.key].words, with_commas(count.lines.all), with_commas(count.caught.all),
                 with_commas(count.missed.all), money(count.money), money(count.missed_money)},
                {54, 8, 8, 8, 14, 14}, 1);
    }

    void periods(std::string_view what, const std::vector<PeriodRow>& all, bool month) {
        if (all.empty()) return;
        heading(month ? "By month of service" : "By payer");
        row({what, "claims", "clean", "answered", "first pass", "denied", "rejected", "charged", "paid"},
            {30, 8, 8, 9, 10, 8, 8, 15, 15}, 1);
        for (const PeriodRow& period : std::span(all).first(std::min<std::size_t>(all.size(), 36))) {
            std::string name;
            if (month)
                append_month(name, period.month);
            else
                name = printable(payer_name(book_, period.payer));
            row({std::string_view(name).substr(0, 30), with_commas(period.claims), percent(period.clean, period.claims),
                 with_commas(period.answered), percent(period.first_pass, period.answered), with_commas(period.denied),
                 with_commas(period.rejected), money(period.charged), money(period.paid)},
                {30, 8, 8, 9, 10, 8, 8, 15, 15}, 1);
        }
        if (all.size() > 36) line({"  ... and ", with_commas(all.size() - 36), " more (--format json has them all)"});
    }

    static std::string printable(std::string_view text) {
        std::string shown;
        append_printable(shown, text);
        return shown;
    }

    void sums() {
        Cents payment = 0, paid = 0, provider = 0;
        std::uint64_t payments = 0;
        std::vector<const SetRow*> off;
        for (const SetRow& set : book_.sets) {
            if (set.again || set.acknowledgement) continue;
            ++payments;
            payment += set.payment, paid += set.paid, provider += set.provider;
            if (!balances(set)) off.push_back(&set);
        }
        if (payments == 0) return;
        heading("Sums");
        line({"  ", count_of(payments, "payment", "payments"), " of ", money(payment), ": claims ", money(paid),
              ", provider adjustments ", money(-provider), "."});
        if (off.empty()) line({"  Every payment comes to its claims less its provider adjustments."});
        for (const SetRow* set : std::span(off).first(std::min(off.size(), most_rows)))
            line({"  ", printable(book_.remit_files[set->file].name), ", segment ", std::to_string(set->segment), ", ",
                  printable(book_.view(set->trace)), ": pays ", money(set->payment),
                  ", its claims and adjustments come to ", money(set->paid - set->provider), "."});
        rest(off.size());
        for (const ImbalanceRow& row :
             std::span(book_.imbalances).first(std::min(book_.imbalances.size(), most_rows))) {
            const std::string where = place(row.set, row.segment);
            if (row.what == ImbalanceRow::What::line)
                line({"  ", where, claim_words(book_.view(row.id)), ": on ", count_of(row.count, "line", "lines"),
                      " the charge less adjustments is not what was paid."});
            else
                line({"  ", where, claim_words(book_.view(row.id)), ": charge less adjustments is ",
                      money(row.expected), ", paid is ", money(row.found), "."});
        }
        rest(book_.imbalances.size());
    }

    [[nodiscard]] std::string place(std::uint32_t set, std::uint32_t segment) const {
        return printable(book_.remit_files[book_.sets[set].file].name) + ", segment " + std::to_string(segment);
    }
    [[nodiscard]] std::string claim_words(std::string_view id) const {
        return identifiers_ && !id.empty() ? ", claim " + printable(id) : std::string();
    }
    [[nodiscard]] std::string place_of(std::uint32_t claim) const {
        const ClaimRow& row = book_.claims[claim];
        return printable(book_.file_name_of(claim)) + ", claim " +
               (identifiers_ && row.id_size != 0 ? printable(book_.id_of(row))
                                                 : std::to_string(book_.index_of(claim) + 1U));
    }

    void unmatched() {
        const auto head = [&](std::size_t count, std::string_view one, std::string_view many) {
            if (count != 0) heading(count_of(count, one, many));
            return count != 0;
        };
        constexpr std::array<std::string_view, 4> why{
            "no claim has this number", "the claim of this number has another date or amount",
            "it is to another practice", "it takes back an answer that is not here"};
        if (head(book_.loose.size(), "answer without a claim", "answers without a claim"))
            for (const LooseRow& row : std::span(book_.loose).first(std::min(book_.loose.size(), most_rows)))
                line({"  ", place(row.set, row.segment), claim_words(book_.view(row.id)), ", ", money(row.charge), ": ",
                      why[static_cast<std::size_t>(row.why)], "."});
        rest(book_.loose.size());
        if (head(tally_.unanswered.size(), "claim without an answer", "claims without an answer"))
            for (const Tally::Open& open :
                 std::span(tally_.unanswered).first(std::min(tally_.unanswered.size(), most_rows)))
                line({"  ", place_of(open.claim), ", ", money(book_.claims[open.claim].charge),
                      state_words(open.state)});
        rest(tally_.unanswered.size());
        if (head(tally_.silent_lines.size(), "line that the answer leaves out", "lines that the answers leave out"))
            for (const Tally::LineRef& row :
                 std::span(tally_.silent_lines).first(std::min(tally_.silent_lines.size(), most_rows)))
                line({"  ", place_of(row.claim), ", line ", std::to_string(row.line), ", ", money(row.charge)});
        rest(tally_.silent_lines.size());
        if (head(tally_.strange_lines.size(), "answered line that is on no claim",
                 "answered lines that are on no claim"))
            for (const Tally::LineRef& row :
                 std::span(tally_.strange_lines).first(std::min(tally_.strange_lines.size(), most_rows)))
                line({"  ", place(row.set, row.segment), ", of ", place_of(row.claim), ", ", money(row.charge)});
        rest(tally_.strange_lines.size());
    }

    static std::string_view state_words(Outcome state) {
        switch (state) {
            case Outcome::acknowledged:
                return ": accepted, not yet paid or denied";
            case Outcome::pending:
                return ": pending";
            case Outcome::forwarded:
                return ": forwarded to another payer";
            case Outcome::predetermined:
                return ": predetermination only";
            case Outcome::other_payer:
                return ": answered by another payer";
            default:
                return "";
        }
    }

    void missed() {
        std::vector<const DenialRow*> rows;
        for (const DenialRow& row : tally_.denials)
            if (!row.caught) rows.push_back(&row);
        if (rows.empty()) return;
        heading(count_of(rows.size(), "denied line that no rule flagged", "denied lines that no rule flagged"));
        for (const DenialRow* row : std::span(rows).first(std::min(rows.size(), most_rows))) {
            std::string reason;
            append_reason_text(reason, row->reason);
            for (const std::uint32_t remark : std::span(tally_.remarks).subspan(row->first_remark, row->remarks))
                append_reason(reason += ' ', remark);
            line({"  ", place_of(row->claim), ", line ", std::to_string(row->line), ": ",
                  reason.empty() ? std::string_view("no reason given") : std::string_view(reason), ", ",
                  money(row->denied)});
        }
        rest(rows.size());
    }

    void say_notices() {
        const auto sentences = notices(book_, tally_);
        if (sentences.empty()) return;
        heading("Note");
        for (const std::string& sentence : sentences) line({"  ", printable(sentence)});
    }

    std::string& out_;
    const Book& book_;
    const Tally& tally_;
    bool identifiers_;
};

}   // namespace

void write_text(std::string& out, const Book& book, const Tally& tally, bool identifiers) {
    TextReport(out, book, tally, identifiers).write();
}

}   // namespace deltoid::replay
