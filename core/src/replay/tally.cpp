// SPDX-License-Identifier: Apache-2.0
// Claim by claim: what became of each line, and which findings were right.
#include "tally.hpp"

#include <algorithm>
#include <tuple>

#include "deltoid/rule.hpp"
#include "join.hpp"
#include "keys.hpp"
#include "sorting.hpp"

namespace deltoid::replay {
namespace {

/// What an answer says of a line, added up over its parts.
struct Heard {
    Outcome outcome = Outcome::unanswered;
    std::uint32_t answer = 0;
    std::uint32_t reason = 0;
    std::int64_t paid = 0, charge = 0, patient = 0, contract = 0, prior = 0, denied = 0, listed = 0, adjusted = 0;
    std::int64_t largest = 0;
    std::int64_t recovered = 0;
    bool spoken_of = false;

    void add(const ReasonRow& reason_row) {
        const std::int64_t amount = reason_row.amount;
        switch (share_of(reason_row.code)) {
            case Share::remark:
                return;
            case Share::contract:
                contract += amount;
                break;
            case Share::patient:
                patient += amount;
                break;
            case Share::payer:
                prior += amount;
                break;
            case Share::denial:
                denied += amount;
                if (is_listed_denial(reason_row.code)) listed += amount;
                if (reason == 0 || amount > largest) reason = reason_row.code, largest = amount;
                break;
        }
        adjusted += amount;
    }
};

class Teller {
public:
    Teller(Book& book, Tally& tally) : book_(book), tally_(tally) {}

    void run() {
        tally_.rules.resize(rules().size());
        const std::vector<std::uint32_t> answers = assign_answers(book_);
        for (const AnswerRow& row : all_answers())
            tally_.reversals += is_reversal(row) && !book_.sets[row.set].again ? 1 : 0;
        tally_.answers = answers.size();
        tally_.denials.reserve(book_.service_count() / 10);   // a list that grows is there twice
        for (const SetRow& set : book_.sets) tally_.sets_again += set.again ? 1 : 0;
        std::size_t at = 0;
        for (std::uint32_t row = 0; row < book_.claims.size(); ++row) {
            const std::size_t begin = at;
            while (at < answers.size() && book_.answers[answers[at]].claim == row) ++at;
            tell(row, std::span(answers).subspan(begin, at - begin));
        }
        collect_forecasts();
        rate_rules();
        sum_periods();
    }

private:
    /// Blocks have no iterators.
    struct Answers {
        Book& book;
        struct Iterator {
            Book& book;
            std::uint32_t i;
            AnswerRow& operator*() const { return book.answers[i]; }
            Iterator& operator++() { return ++i, *this; }
            bool operator!=(const Iterator& other) const { return i != other.i; }
        };
        [[nodiscard]] Iterator begin() const { return {book, 0}; }
        [[nodiscard]] Iterator end() const { return {book, book.answers.size()}; }
    };
    [[nodiscard]] Answers all_answers() { return {book_}; }

    void tell(std::uint32_t row, std::span<const std::uint32_t> answers) {
        const ClaimRow& claim = book_.claims[row];
        if (claim.is(ClaimRow::void_claim)) {
            ++tally_.void_claims;
            return;
        }
        if (!claim.is(ClaimRow::injection)) {
            ++tally_.other_claims;
            tally_.other_claims_answered += answers.empty() ? 0 : 1;
            return;
        }
        ++tally_.injection_claims;
        heard_.assign(claim.lines, Heard());
        state_ = Outcome::unanswered;
        for (const std::uint32_t answer : answers) hear(row, answer);
        for (Heard& line : heard_)
            if (!line.spoken_of) line.outcome = state_;
        mark_flags(row);
        count(row);
    }

    /// Answers come in order of time: the first that speaks of a line stands, later ones may pay what it refused.
    void hear(std::uint32_t row, std::uint32_t number) {
        const ClaimRow& claim = book_.claims[row];
        const AnswerRow& answer = book_.answers[number];
        if (answer.status == ClaimAnswer::accepted) return raise(Outcome::acknowledged);
        if (answer.status == 23) return raise(Outcome::forwarded);
        if (answer.status == 25) return raise(Outcome::predetermined);
        const unsigned turn = turn_of(answer);
        const bool settles = turn != 0 || answer.status == 4 || answer.status == ClaimAnswer::rejected;
        if (!settles) return raise(Outcome::pending);
        if (turn != 0 && turn != turn_of(claim)) return raise(Outcome::other_payer);
        raise(Outcome::no_line_answer);
        now_.assign(claim.lines, Heard());
        own_ = Heard();
        take_down(claim, answer, number);
        for (std::uint16_t i = 0; i < claim.lines; ++i) {
            if (!now_[i].spoken_of) continue;
            settle(now_[i], answer);
            now_[i].answer = number;
            if (!heard_[i].spoken_of)
                heard_[i] = now_[i];
            else if (is_refusal(heard_[i].outcome))
                heard_[i].recovered += std::max<std::int64_t>(now_[i].paid, 0);
        }
    }

    /// What is known of a claim whose lines nobody speaks of: the furthest that it came.
    void raise(Outcome outcome) {
        constexpr std::array<Outcome, 7> order{Outcome::unanswered,    Outcome::acknowledged, Outcome::pending,
                                               Outcome::predetermined, Outcome::forwarded,    Outcome::other_payer,
                                               Outcome::no_line_answer};
        const auto rank = [&](Outcome one) { return std::find(order.begin(), order.end(), one); };
        if (rank(state_) < rank(outcome)) state_ = outcome;
    }

    void take_down(const ClaimRow& claim, const AnswerRow& answer, std::uint32_t number) {
        std::uint32_t at = answer.first_reason;
        for (std::uint32_t i = 0; i < answer.own_reasons; ++i) {
            const ReasonRow reason = book_.reason(at++);
            own_.add(reason);
            if (Reason::kind_of(reason.code) == Reason::Kind::status && own_.reason == 0) own_.reason = reason.code;
        }
        const bool whole = answer.services == 0 || answer.status == ClaimAnswer::rejected;
        for (std::uint16_t i = 0; i < claim.lines && whole; ++i) {
            now_[i].spoken_of = true;
            if (answer.services == 0) now_[i].charge = -1;   // nothing is said of the line by itself
        }
        const std::vector<std::uint16_t>& lines = lines_of(number);
        for (std::uint16_t i = 0; i < answer.services; ++i) {
            const ServiceRow service = book_.service(answer, i);
            Heard* line = lines[i] == no_line ? nullptr : &now_[lines[i]];
            if (line == nullptr)
                tally_.strange_lines.push_back(
                    {book_.answers[number].claim, 0, answer.set, answer.segment, service.charge});
            else {
                line->spoken_of = true;
                line->paid += service.paid;
                line->charge += service.charge;
            }
            for (std::uint8_t r = 0; r < service.reasons; ++r, ++at) {
                if (line == nullptr) continue;
                const ReasonRow reason = book_.reason(at);
                line->add(reason);
                if (Reason::kind_of(reason.code) == Reason::Kind::status && line->reason == 0)
                    line->reason = reason.code;
            }
        }
    }

    /// Which line each service of the answer is about; the same answer is asked for again and again.
    [[nodiscard]] const std::vector<std::uint16_t>& lines_of(std::uint32_t number) {
        if (lines_answer_ == number) return lines_;
        lines_answer_ = number;
        const AnswerRow& answer = book_.answers[number];
        match_lines(book_, book_.claims[answer.claim], answer, lines_);
        parts_.clear();
        std::uint32_t at = answer.first_reason + answer.own_reasons;
        for (std::uint16_t i = 0; i < answer.services; ++i) {
            const std::uint8_t count = book_.service(answer, i).reasons;
            parts_.push_back({lines_[i], count, at});
            at += count;
        }
        sort_rows(parts_, [](const Part& x, const Part& y) { return x.line < y.line; });
        return lines_;
    }

    void settle(Heard& line, const AnswerRow& answer) {
        if (answer.status == ClaimAnswer::rejected) {
            line.outcome = Outcome::rejected;
            if (line.reason == 0) line.reason = own_.reason;
            return;
        }
        if (answer.services == 0) return settle_whole(line, answer);
        const bool of_claim = own_.denied > 0 && line.adjusted == 0;   // the claim's own adjustment explains the line
        if (line.paid > 0)
            line.outcome = line.listed > 0 ? Outcome::partly_denied : Outcome::paid;
        else if (line.denied > 0)
            line.outcome = Outcome::denied;
        else if (line.patient > 0)
            line.outcome = Outcome::patient;
        else if (line.prior > 0)
            line.outcome = Outcome::prior_payer;
        else if (of_claim || answer.status == 4)
            line.outcome = Outcome::denied;
        else if (line.charge == 0)
            line.outcome = Outcome::no_charge;
        else if (line.contract > 0)
            line.outcome = Outcome::written_off;
        else
            line.outcome = Outcome::unexplained;
        if (line.outcome == Outcome::denied && line.reason == 0) line.reason = own_.reason;
    }

    /// The payer answered the claim and named no line.
    void settle_whole(Heard& line, const AnswerRow& answer) {
        line.charge = 0;
        if (answer.paid > 0)
            line.outcome = own_.listed > 0 ? Outcome::unexplained : Outcome::paid;
        else if (own_.denied > 0)
            line.outcome = Outcome::denied;
        else if (own_.patient > 0)
            line.outcome = Outcome::patient;
        else if (own_.prior > 0)
            line.outcome = Outcome::prior_payer;
        else if (answer.status == 4)
            line.outcome = Outcome::denied;
        else if (own_.contract > 0)
            line.outcome = Outcome::written_off;
        else
            line.outcome = Outcome::unexplained;
        line.reason = own_.reason;
    }

    // --- findings -------------------------------------------------------------------------------------------------

    /// The lines that a finding names: the one that it says will deny and the one it stands on, or all.
    template <class Do>
    static void each_line(const FlagRow& flag, std::uint16_t lines, Do act) {
        const bool all = flag.line == 0 || (flag.denies && flag.denied_line == 0);
        if (all) {
            for (std::uint16_t i = 0; i < lines; ++i) act(i);
            return;
        }
        if (flag.line <= lines) act(static_cast<std::uint16_t>(flag.line - 1));
        if (flag.denies && flag.denied_line != flag.line && flag.denied_line <= lines)
            act(static_cast<std::uint16_t>(flag.denied_line - 1));
    }

    void mark_flags(std::uint32_t row) {
        const ClaimRow& claim = book_.claims[row];
        caught_.assign(claim.lines, 0);
        for (FlagRow& flag : book_.flags_of(row)) {
            RuleRow& rule = tally_.rules[flag.rule];
            ++rule.flags;
            bool refused = false, settled = false;
            Cents charge = 0;
            each_line(flag, claim.lines, [&](std::uint16_t i) {
                const Heard& line = heard_[i];
                charge += book_.line(claim, i).charge;
                settled |= is_settled(line.outcome);
                caught_[i] |= 1;
                if (!is_refusal(line.outcome)) return;
                refused = true;
                if (flag.carc != 0 && gives(line, flag.carc)) flag.same_reason = true, caught_[i] |= 2;
            });
            flag.result = refused   ? FlagRow::Result::right
                          : settled ? FlagRow::Result::false_alarm
                                    : FlagRow::Result::not_comparable;
            rule.same_reason += flag.same_reason ? 1 : 0;
            if (refused)
                ++rule.right;
            else if (!settled)
                ++rule.not_comparable;
            if (flag.result != FlagRow::Result::false_alarm) continue;
            ++rule.false_alarms;
            rule.alarm_money += charge;
            tally_.alarm_list.push_back({row, flag.line, flag.rule, short_money(charge)});
        }
    }

    /// Whether the payer gave the CARC for the line, first or not.
    [[nodiscard]] bool gives(const Heard& line, std::uint32_t carc) {
        if (Reason::kind_of(line.reason) != Reason::Kind::status && Reason::packed_of(line.reason) == carc) return true;
        bool found = false;
        each_reason(line, [&](const ReasonRow& reason) {
            found |= share_of(reason.code) == Share::denial && Reason::packed_of(reason.code) == carc;
        });
        return found;
    }

    /// The claim's own reasons, then those of the line's services.
    template <class Do>
    void each_reason(const Heard& line, Do act) {
        (void)lines_of(line.answer);
        const AnswerRow& answer = book_.answers[line.answer];
        for (std::uint32_t i = 0; i < answer.own_reasons; ++i) act(book_.reason(answer.first_reason + i));
        const auto index = static_cast<std::uint16_t>(&line - heard_.data());
        const auto before = [](const Part& part, std::uint16_t wanted) { return part.line < wanted; };
        auto part = std::lower_bound(parts_.begin(), parts_.end(), index, before);
        for (; part != parts_.end() && part->line == index; ++part)
            for (std::uint32_t i = 0; i < part->reasons; ++i) act(book_.reason(part->first_reason + i));
    }

    // --- counts ---------------------------------------------------------------------------------------------------

    void count(std::uint32_t row) {
        const ClaimRow& claim = book_.claims[row];
        PeriodRow period;
        period.payer = book_.payer_key(row);
        const Day day = long_day(claim.day);
        const YearMonthDay date = day.known() ? civil(day) : YearMonthDay{0, 1, 1};
        period.month = day.known() ? date.year * 12 + date.month - 1 : -1;
        period.claims = 1;
        period.clean = claim.is(ClaimRow::dirty) ? 0 : 1;
        period.charged = claim.charge;
        bool answered = false, refused = false, rejected = false, settled = false;
        for (std::uint16_t i = 0; i < claim.lines; ++i) {
            const LineRow line = book_.line(claim, i);
            const Heard& heard = heard_[i];
            const bool injection = line.what == LineClass::injection;
            const auto outcome = static_cast<std::size_t>(heard.outcome);
            tally_.lines[outcome].add(injection);
            tally_.charges[outcome] += line.charge;
            answered |= is_answer(heard.outcome);
            settled |= is_settled(heard.outcome) || heard.outcome == Outcome::prior_payer;
            refused |= is_refusal(heard.outcome);
            rejected |= heard.outcome == Outcome::rejected;
            period.paid += heard.paid;
            period.patient += heard.patient;
            tally_.contract += heard.contract;
            tally_.prior_payer += heard.prior;
            if (injection) ++period.injection_lines;
            if (injection && is_refusal(heard.outcome)) ++period.denied_injection_lines;
            if (heard.outcome == Outcome::no_line_answer)
                tally_.silent_lines.push_back({row, static_cast<std::uint16_t>(i + 1), 0, 0, line.charge});
            if (is_settled(heard.outcome)) {
                (caught_[i] != 0 ? tally_.alarms : tally_.quiet).add(injection);
                if (caught_[i] != 0) tally_.alarm_money += line.charge;
            }
            if (is_refusal(heard.outcome)) count_denial(row, i, period);
        }
        period.answered = answered ? 1 : 0;
        period.unanswered = answered ? 0 : 1;
        period.first_pass = answered && settled && !refused ? 1 : 0;
        period.denied = refused && !rejected ? 1 : 0;
        period.rejected = rejected ? 1 : 0;
        period.clean_answered = period.answered & period.clean;
        period.clean_first_pass = period.first_pass & period.clean;
        tally_.clean_claims += period.clean;
        tally_.answered_claims += period.answered;
        if (!answered) tally_.unanswered.push_back({row, state_});
        tally_.charged += period.charged;
        tally_.paid += period.paid;
        tally_.patient += period.patient;
        add_period(period);
    }

    void count_denial(std::uint32_t row, std::uint16_t i, PeriodRow& period) {
        const LineRow line = book_.line(book_.claims[row], i);
        const Heard& heard = heard_[i];
        const AnswerRow& answer = book_.answers[heard.answer];
        DenialRow denial;
        denial.claim = row;
        denial.line = static_cast<std::uint16_t>(i + 1);
        denial.outcome = heard.outcome;
        denial.what = line.what;
        denial.reason = heard.reason;
        denial.denied = heard.outcome == Outcome::partly_denied ? short_money(heard.listed) : line.charge;
        denial.recovered = short_money(heard.recovered);
        denial.set = answer.set;
        denial.segment = answer.segment;
        denial.caught = caught_[i] != 0;
        denial.same_reason = (caught_[i] & 2) != 0;
        keep_remarks(denial, heard);
        denial.cause = cause_of(denial.reason, std::span(tally_.remarks).subspan(denial.first_remark, denial.remarks));
        const bool injection = line.what == LineClass::injection;
        (denial.caught ? tally_.caught : tally_.missed).add(injection);
        (denial.caught ? tally_.caught_money : tally_.missed_money) += denial.denied;
        if (denial.same_reason) tally_.same_reason.add(injection);
        tally_.denied_money += denial.denied;
        tally_.recovered_money += heard.recovered;
        tally_.recovered_lines += heard.recovered > 0 ? 1 : 0;
        period.denied_money += denial.denied;
        period.recovered += heard.recovered;
        tally_.denials.push_back(denial);
        credit_rules(denial);
    }

    void keep_remarks(DenialRow& denial, const Heard& heard) {
        constexpr std::uint8_t most = 20;
        denial.first_remark = static_cast<std::uint32_t>(tally_.remarks.size());
        each_reason(heard, [&](const ReasonRow& reason) {
            if (Reason::kind_of(reason.code) != Reason::Kind::remark || denial.remarks == most) return;
            const std::uint32_t packed = Reason::packed_of(reason.code);
            const auto known = std::span(tally_.remarks).subspan(denial.first_remark);
            if (std::find(known.begin(), known.end(), packed) != known.end()) return;
            tally_.remarks.push_back(packed);
            ++denial.remarks;
        });
    }

    /// Each rule that named the line, once.
    void credit_rules(const DenialRow& denial) {
        credited_.clear();
        for (const FlagRow& flag : book_.flags_of(denial.claim)) {
            const bool named = flag.line == 0 || flag.line == denial.line ||
                               (flag.denies && (flag.denied_line == 0 || flag.denied_line == denial.line));
            if (!named || std::find(credited_.begin(), credited_.end(), flag.rule) != credited_.end()) continue;
            credited_.push_back(flag.rule);
            RuleRow& rule = tally_.rules[flag.rule];
            ++rule.denied_lines;
            rule.denied_injection_lines += denial.what == LineClass::injection ? 1 : 0;
            rule.denied_money += denial.denied;
            catches_.push_back({flag.rule, denial.reason});
        }
    }

    void collect_forecasts() {
        for (const FlagRow& flag : book_.flags)
            if (flag.carc != 0) tally_.forecasts.push_back({flag.rule, flag.carc});
        sort_once(tally_.forecasts);
    }

    static void sort_once(std::vector<Tally::Forecast>& list) {
        sort_rows(list);
        const auto same = [](const Tally::Forecast& a, const Tally::Forecast& b) { return !(a < b) && !(b < a); };
        list.erase(std::unique(list.begin(), list.end(), same), list.end());
    }

    /// Recall: of the lines denied with a CARC that the rule forecasts, how many it flagged.
    void rate_rules() {
        std::vector<std::uint32_t> carcs;
        for (const DenialRow& denial : tally_.denials)
            if (share_of(denial.reason) == Share::denial) carcs.push_back(Reason::packed_of(denial.reason));
        sort_rows(carcs);
        for (const auto& [rule, carc] : tally_.forecasts) {
            const auto [begin, end] = std::equal_range(carcs.begin(), carcs.end(), carc);
            tally_.rules[rule].forecast_lines += static_cast<std::uint64_t>(end - begin);
        }
        for (const auto& [rule, reason] : catches_) {
            const Tally::Forecast wanted{rule, Reason::packed_of(reason)};
            if (share_of(reason) == Share::denial &&
                std::binary_search(tally_.forecasts.begin(), tally_.forecasts.end(), wanted))
                ++tally_.rules[rule].forecast_caught;
        }
    }

    /// Few payers and months: the rows are joined whenever they have grown to twice their number.
    void add_period(const PeriodRow& period) {
        tally_.periods.push_back(period);
        if (tally_.periods.size() < period_limit_) return;
        sum_periods();
        period_limit_ = std::max<std::size_t>(4096, 2 * tally_.periods.size());
    }

    void sum_periods() {
        std::vector<PeriodRow>& periods = tally_.periods;
        const auto order = [](const PeriodRow& row) { return std::tie(row.payer, row.month); };
        sort_rows(periods, [&](const PeriodRow& a, const PeriodRow& b) { return order(a) < order(b); });
        std::size_t kept = 0;
        for (std::size_t i = 1; i < periods.size(); ++i) {
            if (order(periods[i]) == order(periods[kept]))
                periods[kept].add(periods[i]);
            else
                periods[++kept] = periods[i];
        }
        if (!periods.empty()) periods.resize(kept + 1);
    }

    Book& book_;
    Tally& tally_;
    std::vector<Heard> heard_, now_;
    Heard own_;   ///< what an answer says of the claim as a whole
    Outcome state_ = Outcome::unanswered;
    std::vector<std::uint16_t> lines_;
    std::uint32_t lines_answer_ = 0xFFFFFFFF;
    /// The services of that answer, by line.
    struct Part {
        std::uint16_t line = 0;
        std::uint8_t reasons = 0;
        std::uint32_t first_reason = 0;
    };
    std::vector<Part> parts_;
    std::vector<std::uint8_t> caught_;   ///< of each line: 1 flagged, 2 with the payer's CARC
    std::vector<std::uint16_t> credited_;
    std::vector<Tally::Forecast> catches_;   ///< rule, reason: of denied lines
    std::size_t period_limit_ = 4096;
};

/// Lists for people: by the claim's number, then line, whatever order files came in.
void sort_lists(Book& book, Tally& tally) {
    const auto id = [&](std::uint32_t claim) { return book.id_of(book.claims[claim]); };
    const auto by_claim = [&](const auto& a, const auto& b) {
        const std::string_view id_a = id(a.claim), id_b = id(b.claim);
        return std::tie(id_a, a.line, a.claim) < std::tie(id_b, b.line, b.claim);
    };
    sort_rows(tally.denials, by_claim);
    sort_rows(tally.alarm_list, by_claim);
    sort_rows(tally.silent_lines, by_claim);
    sort_rows(tally.strange_lines, by_claim);
    sort_rows(tally.unanswered, [&](const Tally::Open& a, const Tally::Open& b) {
        const std::string_view id_a = id(a.claim), id_b = id(b.claim);
        return std::tie(id_a, a.claim) < std::tie(id_b, b.claim);
    });
    const auto by_text = [&](const auto& a, const auto& b) {
        const std::string_view id_a = book.view(a.id), id_b = book.view(b.id);
        const std::uint64_t set_a = book.sets[a.set].content, set_b = book.sets[b.set].content;
        return std::tie(id_a, set_a, a.segment) < std::tie(id_b, set_b, b.segment);
    };
    sort_rows(book.loose, by_text);
    std::erase_if(book.imbalances, [&](const ImbalanceRow& row) { return book.sets[row.set].again; });
    sort_rows(book.imbalances, by_text);
}

}   // namespace

void PeriodRow::add(const PeriodRow& other) {
    claims += other.claims;
    clean += other.clean;
    answered += other.answered;
    first_pass += other.first_pass;
    denied += other.denied;
    rejected += other.rejected;
    unanswered += other.unanswered;
    clean_answered += other.clean_answered;
    clean_first_pass += other.clean_first_pass;
    injection_lines += other.injection_lines;
    denied_injection_lines += other.denied_injection_lines;
    charged += other.charged;
    paid += other.paid;
    patient += other.patient;
    denied_money += other.denied_money;
    recovered += other.recovered;
}

Tally join(Book& book) {
    Tally tally;
    Teller(book, tally).run();
    book.forget_services();
    sort_lists(book, tally);
    return tally;
}

}   // namespace deltoid::replay
