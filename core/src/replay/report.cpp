// SPDX-License-Identifier: Apache-2.0
// Tables and sentences that both forms of the report share.
#include "report.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "keys.hpp"
#include "sorting.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"

namespace deltoid::replay {
namespace {

/// A reason without its group: CO-97 and OA-97 are one row.
std::uint32_t key_of(const DenialRow& denial) {
    if (denial.reason == 0) return 0;
    const bool status = Reason::kind_of(denial.reason) == Reason::Kind::status;
    return Reason::of(status ? Reason::Kind::status : Reason::Kind::CO, Reason::packed_of(denial.reason));
}

template <class Key>
std::vector<ReasonCount> grouped(const Tally& tally, Key key) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    for (std::uint32_t i = 0; i < tally.denials.size(); ++i) keys.emplace_back(key(tally.denials[i]), i);
    sort_rows(keys);
    std::vector<ReasonCount> counts;
    for (const auto& [one, row] : keys) {
        if (counts.empty() || counts.back().key != one) {
            counts.emplace_back();
            counts.back().key = one;
            counts.back().kind = Reason::kind_of(one);
        }
        const DenialRow& denial = tally.denials[row];
        const bool injection = denial.what == LineClass::injection;
        ReasonCount& count = counts.back();
        count.rows.push_back(row);
        count.cause = denial.cause;
        count.lines.add(injection);
        (denial.caught ? count.caught : count.missed).add(injection);
        if (denial.same_reason) count.same_reason.add(injection);
        count.money += denial.denied;
        if (!denial.caught) count.missed_money += denial.denied;
    }
    sort_rows(counts, [](const ReasonCount& a, const ReasonCount& b) {
        return a.lines.all != b.lines.all ? a.lines.all > b.lines.all : a.key < b.key;
    });
    return counts;
}

template <class Same>
std::vector<PeriodRow> joined(std::vector<PeriodRow> rows, Same same) {
    std::vector<PeriodRow> all;
    for (const PeriodRow& row : rows) {
        if (!all.empty() && same(all.back(), row))
            all.back().add(row);
        else
            all.push_back(row);
    }
    return all;
}

void say(std::vector<std::string>& sentences, std::initializer_list<std::string_view> parts) {
    std::string& sentence = sentences.emplace_back();
    for (const std::string_view part : parts) sentence += part;
}

/// What is odd about one file of answers.
void say_of_file(std::vector<std::string>& sentences, const RemitFile& remit) {
    const AnswerFile& file = remit.file;
    const std::string& name = remit.name;
    if (!file.other.empty() && file.format.empty())
        say(sentences, {name, ": this is ", file.other,
                        ", not a remittance (835) or a claim acknowledgement (277CA). Nothing in it was read."});
    else if (file.other_sets != 0)
        say(sentences, {name, ": ", count_of(file.other_sets, "transaction", "transactions"), " of another kind, ",
                        file.other, " among them, not read."});
    else if (file.sets != 0 && file.claims == 0)
        say(sentences, {name, ": it answers no claim."});
    if (!file.complete) say(sentences, {name, ": it is cut off or a trailer is missing. What is there was read."});
    if (file.unreadable_amounts != 0)
        say(sentences,
            {name, ": ", count_of(file.unreadable_amounts, "amount", "amounts"),
             " could not be read and counted as 0, the first at segment ", std::to_string(file.first_unreadable), "."});
    if (file.too_long != 0)
        say(sentences, {name, ": ", count_of(file.too_long, "segment", "segments"), " over 16 MB passed over."});
    if (file.text_between && !file.format.empty())
        say(sentences, {name, ": text outside of the interchanges was passed over."});
    if (file.broken_lines) say(sentences, {name, ": line breaks inside segments were taken out."});
}

/// Payments to a practice that billed none of the claims, by file and number.
void say_other_practices(std::vector<std::string>& sentences, const Book& book) {
    struct Practice {
        std::uint32_t file;
        std::string_view npi, name;
        std::uint64_t sets, claims, joined;
    };
    std::vector<Practice> practices;
    for (const SetRow& set : book.sets)
        if (set.foreign && !set.again)
            practices.push_back({set.file, book.view(set.npi), book.view(set.payee), 1, set.claims, set.joined});
    sort_rows(practices,
              [](const Practice& a, const Practice& b) { return std::tie(a.file, a.npi) < std::tie(b.file, b.npi); });
    for (std::size_t i = 0; i < practices.size();) {
        Practice sum = practices[i];
        for (++i; i < practices.size() && practices[i].file == sum.file && practices[i].npi == sum.npi; ++i) {
            sum.sets += practices[i].sets;
            sum.claims += practices[i].claims;
            sum.joined += practices[i].joined;
        }
        say(sentences,
            {book.remit_files[sum.file].name, ": ", count_of(sum.sets, "payment", "payments"), " to another practice, ",
             sum.name, " (NPI ", sum.npi, "), which billed none of these claims. ", with_commas(sum.joined), " of ",
             count_of(sum.claims, "claim", "claims"),
             sum.joined == 0 ? " belong here." : " fit by number, member, date and charge and were joined."});
    }
}

}   // namespace

std::vector<ReasonCount> by_reason(const Tally& tally) { return grouped(tally, key_of); }

std::vector<ReasonCount> by_cause(const Tally& tally) {
    return grouped(tally, [](const DenialRow& denial) { return std::uint32_t{denial.cause}; });
}

std::vector<KeyCount> counted(std::vector<std::uint32_t> keys) {
    sort_rows(keys);
    std::vector<KeyCount> counts;
    for (const std::uint32_t key : keys) {
        if (counts.empty() || counts.back().key != key) counts.push_back({key, 0});
        ++counts.back().count;
    }
    sort_rows(counts, [](const KeyCount& a, const KeyCount& b) {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    return counts;
}

std::vector<KeyCount> remarks_of(const Tally& tally, std::span<const std::uint32_t> denials) {
    std::vector<std::uint32_t> keys;
    for (const std::uint32_t row : denials) {
        const DenialRow& denial = tally.denials[row];
        for (std::uint32_t i = 0; i < denial.remarks; ++i) keys.push_back(tally.remarks[denial.first_remark + i]);
    }
    return counted(std::move(keys));
}

std::vector<KeyCount> rules_of(const Book& book, const Tally& tally, std::span<const std::uint32_t> denials) {
    std::vector<std::uint32_t> keys, of_line;
    for (const std::uint32_t row : denials) {
        const DenialRow& denial = tally.denials[row];
        of_line.clear();
        const auto before = [](const FlagRow& flag, std::uint32_t claim) { return flag.claim < claim; };
        auto flag = std::lower_bound(book.flags.begin(), book.flags.end(), denial.claim, before);
        for (; flag != book.flags.end() && flag->claim == denial.claim; ++flag) {
            const bool all = flag->line == 0 || (flag->denies && flag->denied_line == 0);
            const bool names = all || flag->line == denial.line || (flag->denies && flag->denied_line == denial.line);
            if (names && std::find(of_line.begin(), of_line.end(), flag->rule) == of_line.end())
                of_line.push_back(flag->rule);
        }
        keys.insert(keys.end(), of_line.begin(), of_line.end());
    }
    return counted(std::move(keys));
}

std::vector<PeriodRow> by_month(const Tally& tally) {
    std::vector<PeriodRow> rows = tally.periods;
    sort_rows(rows, [](const PeriodRow& a, const PeriodRow& b) { return a.month < b.month; });
    return joined(std::move(rows), [](const PeriodRow& a, const PeriodRow& b) { return a.month == b.month; });
}

std::string_view payer_name(const Book& book, std::uint32_t payer) {
    const PayerRow* row = book.payer_of(payer);
    return row == nullptr ? std::string_view() : book.view(row->name);
}

PayerClass payer_class(const Book& book, std::uint32_t payer) {
    const PayerRow* row = book.payer_of(payer);
    return row == nullptr ? PayerClass::unknown : row->payer_class;
}

std::vector<PeriodRow> by_payer_month(const Book& book, const Tally& tally) {
    std::vector<PeriodRow> rows = tally.periods;
    sort_rows(rows, [&](const PeriodRow& a, const PeriodRow& b) {
        const std::string_view name_a = payer_name(book, a.payer), name_b = payer_name(book, b.payer);
        return std::tie(name_a, a.payer, a.month) < std::tie(name_b, b.payer, b.month);
    });
    return rows;
}

std::vector<PeriodRow> by_payer(const Book& book, const Tally& tally) {
    return joined(by_payer_month(book, tally),
                  [](const PeriodRow& a, const PeriodRow& b) { return a.payer == b.payer; });
}

void append_month(std::string& out, std::int32_t month) {
    if (month < 0) {
        out += "unknown";
        return;
    }
    std::string day;
    append_day(day, Day::of(month / 12, month % 12 + 1, 1));
    out += std::string_view(day).substr(0, 7);
}

std::vector<std::string> notices(const Book& book, const Tally& tally) {
    std::vector<std::string> sentences;
    if (book.claims.size() == 0)
        say(sentences, {"No claims were read, so nothing could be held against the answers."});
    else if (tally.injection_claims == 0)
        say(sentences, {"None of the claims bills an injection (96372), so no rule could be compared."});
    if (book.remit_files.empty()) say(sentences, {"No remittances were read."});
    for (const RemitFile& file : book.remit_files) say_of_file(sentences, file);
    say_other_practices(sentences, book);
    if (tally.sets_again != 0)
        say(sentences, {count_of(tally.sets_again, "payment was", "payments were"), " read twice and counted once."});
    std::uint64_t off = 0, refused = 0;
    for (const SetRow& set : book.sets) {
        off += !set.again && !balances(set) ? 1 : 0;
        refused += set.again ? 0 : set.refused_above;
    }
    if (off != 0)
        say(sentences, {count_of(off, "payment does not come to the sum of its claims",
                                 "payments do not come to the sum of their claims"),
                        " less provider adjustments (BPR02)."});
    if (!book.imbalances.empty())
        say(sentences, {count_of(book.imbalances.size(), "sum", "sums"),
                        " of claims or lines do not come out: charge less adjustments is not what was paid."});
    if (refused != 0)
        say(sentences, {count_of(refused, "rejection names", "rejections name"),
                        " a whole submission or provider and no claim: see the acknowledgements."});
    return sentences;
}

std::string_view name_of(LineClass what) {
    constexpr std::array<std::string_view, 4> names{"other", "injection", "drug", "visit"};
    return names[static_cast<std::size_t>(what)];
}

std::string_view name_of(LooseRow::Why why) {
    constexpr std::array<std::string_view, 4> names{"unknown_claim", "other_date_or_amount", "other_practice",
                                                    "reversal_alone"};
    return names[static_cast<std::size_t>(why)];
}

}   // namespace deltoid::replay
