// SPDX-License-Identifier: Apache-2.0
// Which answer belongs to which claim, and which of its lines to which line.
#include "join.hpp"

#include <algorithm>
#include <tuple>

#include "keys.hpp"
#include "sorting.hpp"

namespace deltoid::replay {
namespace {

/// A row beside what it is sorted by.
struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t row = 0;   ///< position in the list it was made from: ties keep its order
    bool operator<(const Keyed& other) const { return std::tie(key, row) < std::tie(other.key, other.row); }
};

std::uint64_t hash(std::initializer_list<std::uint64_t> values) {
    std::uint64_t all = 0x51ED270B27A1F3C5U;
    for (const std::uint64_t value : values) all = mix(all, value + 1);
    return all == 0 ? 1 : all;
}

std::uint64_t bits(std::int64_t value) { return static_cast<std::uint64_t>(value); }

/// Calls `meet` with the stretches of both that share a key; both must be sorted.
template <class Meet>
void merge(const std::vector<Keyed>& left, const std::vector<Keyed>& right, Meet meet) {
    auto l = left.begin();
    auto r = right.begin();
    while (l != left.end() && r != right.end()) {
        if (l->key != r->key) {
            ++(l->key < r->key ? l : r);
            continue;
        }
        const std::uint64_t key = l->key;
        const auto l_begin = l, r_begin = r;
        while (l != left.end() && l->key == key) ++l;
        while (r != right.end() && r->key == key) ++r;
        meet(std::span(&*l_begin, static_cast<std::size_t>(l - l_begin)),
             std::span(&*r_begin, static_cast<std::size_t>(r - r_begin)));
    }
}

void mark_sets_read_again(Book& book) {
    std::vector<Keyed> sets;
    for (std::uint32_t i = 0; i < book.sets.size(); ++i)
        if (book.sets[i].claims != 0 || book.sets[i].payment != 0) sets.push_back({book.sets[i].content, i});
    sort_rows(sets);
    for (std::size_t i = 1; i < sets.size(); ++i)
        if (sets[i].key == sets[i - 1].key) book.sets[sets[i].row].again = true;
}

class Assigner {
public:
    explicit Assigner(Book& book) : book_(book) {}

    std::vector<std::uint32_t> run() {
        mark_sets_read_again(book_);
        std::erase_if(book_.loose, [&](const LooseRow& row) { return book_.sets[row.set].again; });
        for (LooseRow& row : book_.loose)
            if (book_.sets[row.set].foreign) row.why = LooseRow::Why::other_practice;
        assign_groups();
        std::vector<std::uint32_t> assigned = in_order([](const AnswerRow& row) { return row.claim; });
        std::erase_if(assigned, [&](std::uint32_t row) { return !book_.answers[row].is(AnswerRow::assigned); });
        return assigned;
    }

private:
    using Key = std::uint32_t (*)(const AnswerRow&);

    void assign_groups() {
        std::vector<std::uint32_t> order = in_order([](const AnswerRow& row) { return row.group; });
        std::erase_if(order, [&](std::uint32_t row) { return book_.sets[book_.answers[row].set].again; });
        for (std::size_t begin = 0; begin < order.size();) {
            const std::uint32_t group = book_.answers[order[begin]].group;
            std::size_t end = begin + 1;
            while (end < order.size() && book_.answers[order[end]].group == group) ++end;
            assign(group, std::span(order).subspan(begin, end - begin));
            begin = end;
        }
    }

    /// Answers by the key, then by time: the day of the answer, then its set's content and place in it.
    std::vector<std::uint32_t> in_order(Key key) {
        struct Context {
            const Book& book;
            Key key;
        } context{book_, key};
        return sorted_positions(
            book_.answers.size(), &context, [](const void* untyped, std::uint32_t a, std::uint32_t b) {
                const Context& in = *static_cast<const Context*>(untyped);
                const AnswerRow& x = in.book.answers[a];
                const AnswerRow& y = in.book.answers[b];
                const auto order = [&](const AnswerRow& row) {
                    return std::tuple(in.key(row), row.answered, in.book.sets[row.set].content, row.segment);
                };
                return order(x) < order(y);
            });
    }

    void assign(std::uint32_t group, std::span<const std::uint32_t> answers) {
        open_ = {answers.begin(), answers.end()};
        pair_reversals();
        // Those of one id stand together; mostly it is one.
        claims_.clear();
        const std::uint64_t id = book_.claims[book_.by_id[group]].id();
        for (std::size_t i = group; i < book_.by_id.size() && book_.claims[book_.by_id[i]].id() == id; ++i)
            claims_.push_back(book_.by_id[i]);
        if (claims_.size() == 1 &&
            std::all_of(open_.begin(), open_.end(), [&](std::uint32_t row) { return suits_alone(row); })) {
            for (const std::uint32_t row : open_) give(row, claims_.front());
            return;
        }
        for (std::size_t pass = 0; pass < pass_count && !open_.empty(); ++pass) assign_by(pass);
        if (claims_.size() <= few_claims) assign_by_range();
        for (const std::uint32_t row : open_) {
            const bool foreign = book_.answers[row].is(AnswerRow::foreign);
            add_loose(row, foreign ? LooseRow::Why::other_practice : LooseRow::Why::other_date_or_amount);
        }
    }

    // --- reversals ------------------------------------------------------------------------------------------------

    /// A reversal takes back the earliest answer of its amounts, one with the same number first. Neither is an answer.
    void pair_reversals() {
        if (std::none_of(open_.begin(), open_.end(),
                         [&](std::uint32_t row) { return is_reversal(book_.answers[row]); }))
            return;
        const auto by_amount = [](std::uint32_t) { return std::uint32_t{0}; };
        const auto by_number = [&](std::uint32_t row) { return book_.answers[row].payer_number; };
        pair_by(by_number, by_number);
        pair_by([&](std::uint32_t row) { return original_of(row); }, by_number);
        pair_by(by_amount, by_amount);
        for (const std::uint32_t row : open_)
            if (is_reversal(book_.answers[row]) && !book_.answers[row].is(AnswerRow::reversed))
                add_loose(row, LooseRow::Why::reversal_alone);
        std::erase_if(open_, [&](std::uint32_t row) {
            return is_reversal(book_.answers[row]) || book_.answers[row].is(AnswerRow::reversed);
        });
    }

    [[nodiscard]] std::uint32_t original_of(std::uint32_t reversal) const {
        const auto before = [](const OriginalRow& row, std::uint32_t wanted) { return row.answer < wanted; };
        return std::lower_bound(book_.originals.begin(), book_.originals.end(), reversal, before)->number;
    }

    template <class A, class B>
    void pair_by(A number_of_reversal, B number_of_answer) {
        std::vector<Keyed> reversals, answers;
        for (std::uint32_t i = 0; i < open_.size(); ++i) {
            const AnswerRow& row = book_.answers[open_[i]];
            if (row.is(AnswerRow::reversed) || is_acknowledgement(row)) continue;
            if (is_reversal(row))
                reversals.push_back({hash({bits(-std::int64_t{row.charge}), bits(-std::int64_t{row.paid}),
                                           number_of_reversal(open_[i])}),
                                     i});
            else
                answers.push_back({hash({bits(row.charge), bits(row.paid), number_of_answer(open_[i])}), i});
        }
        sort_rows(reversals);
        sort_rows(answers);
        merge(reversals, answers, [&](std::span<const Keyed> taken_back, std::span<const Keyed> given) {
            for (std::size_t i = 0; i < std::min(taken_back.size(), given.size()); ++i) {
                book_.answers[open_[taken_back[i].row]].flags |= AnswerRow::reversed;
                book_.answers[open_[given[i].row]].flags |= AnswerRow::reversed;
            }
        });
    }

    // --- claims ---------------------------------------------------------------------------------------------------

    static constexpr std::size_t few_claims = 16;

    static bool is_of_day(const ClaimRow& claim, std::int16_t day) { return claim.day <= day && day <= claim.last_day; }

    [[nodiscard]] bool suits_alone(std::uint32_t row) const {
        const AnswerRow& answer = book_.answers[row];
        const ClaimRow& claim = book_.claims[claims_.front()];
        if (answer.is(AnswerRow::foreign)) return false;
        if (answer.day == no_day || claim.day == no_day) return answer.charge == claim.charge;
        return is_of_day(claim, answer.day);
    }

    /// What must be the same in one pass after another. Account numbers are used again for the same patient's next visit,
    /// so nothing is joined by the number alone.
    struct Pass {
        bool day, charge, member, turn, frequency, foreign;
    };
    static constexpr std::size_t pass_count = 7;
    static constexpr Pass passes[pass_count]{
        {true, true, true, true, true, false},     {true, true, false, true, true, false},
        {true, true, false, false, true, false},   {true, true, false, false, false, false},
        {true, false, false, false, false, false}, {false, true, false, false, false, false},
        {true, true, true, false, false, true},
    };

    template <class Row>
    static std::uint64_t key_of(const Pass& pass, const Row& row, unsigned turn, char frequency) {
        if (pass.day == (row.day == no_day)) return 0;
        if (pass.member && row.member == 0) return 0;
        if (pass.frequency && frequency == 0) return 0;
        return hash({pass.day ? bits(row.day) : 0, pass.charge ? bits(row.charge) : 0,
                     pass.member ? bits(row.member) : 0, pass.turn ? turn : 0,
                     pass.frequency ? static_cast<unsigned char>(frequency) : 0U});
    }

    /// For the pass without a day claims have one all the same.
    static std::uint64_t key_of(const Pass& pass, const ClaimRow& row) {
        ClaimRow without = row;
        if (!pass.day) without.day = no_day;
        return key_of(pass, without, turn_of(row), row.frequency);
    }

    void assign_by(std::size_t number) {
        const Pass& pass = passes[number];
        std::vector<Keyed> claims, answers;
        for (std::uint32_t i = 0; i < claims_.size(); ++i) {
            const ClaimRow& claim = book_.claims[claims_[i]];
            if (claim.is(ClaimRow::void_claim)) continue;
            if (const std::uint64_t key = key_of(pass, claim); key != 0) claims.push_back({key, i});
        }
        for (std::uint32_t i = 0; i < open_.size(); ++i) {
            const AnswerRow& answer = book_.answers[open_[i]];
            if (answer.is(AnswerRow::foreign) != pass.foreign) continue;
            const unsigned turn = turn_of(answer) == 0 ? 1 : turn_of(answer);
            if (const std::uint64_t key = key_of(pass, answer, turn, answer.frequency); key != 0)
                answers.push_back({key, i});
        }
        sort_rows(claims);
        sort_rows(answers);
        merge(claims, answers, [&](std::span<const Keyed> same_claims, std::span<const Keyed> same_answers) {
            // Claims that nothing tells apart get their answers one after another, each payer's and acknowledgements apart.
            std::size_t next[5]{};
            for (const Keyed& keyed : same_answers) {
                const AnswerRow& answer = book_.answers[open_[keyed.row]];
                std::size_t& turn = next[is_acknowledgement(answer) ? 4 : turn_of(answer) == 0 ? 1 : turn_of(answer)];
                give(open_[keyed.row], claims_[same_claims[std::min(turn++, same_claims.size() - 1)].row]);
            }
        });
        drop_assigned();
    }

    /// Claims of several days, answered in parts.
    void assign_by_range() {
        for (const std::uint32_t row : open_) {
            const AnswerRow& answer = book_.answers[row];
            if (answer.day == no_day || answer.is(AnswerRow::foreign)) continue;
            for (const std::uint32_t claim : claims_)
                if (!answer.is(AnswerRow::assigned) && is_of_day(book_.claims[claim], answer.day)) give(row, claim);
        }
        drop_assigned();
    }

    void drop_assigned() {
        std::erase_if(open_, [&](std::uint32_t row) { return book_.answers[row].is(AnswerRow::assigned); });
    }

    void give(std::uint32_t row, std::uint32_t claim) {
        AnswerRow& answer = book_.answers[row];
        answer.claim = claim;
        answer.flags |= AnswerRow::assigned;
        ++book_.sets[answer.set].joined;
    }

    void add_loose(std::uint32_t row, LooseRow::Why why) {
        const AnswerRow& answer = book_.answers[row];
        const ClaimRow& claim = book_.claims[book_.by_id[answer.group]];
        book_.loose.push_back({answer.set,
                               answer.segment,
                               {claim.id_begin, claim.id_size},
                               answer.charge,
                               answer.paid,
                               long_day(answer.day),
                               answer.status,
                               why});
    }

    Book& book_;
    std::vector<std::uint32_t> open_;     ///< answers of the group that have no claim yet, in order of time
    std::vector<std::uint32_t> claims_;   ///< of the group
};

// --- lines --------------------------------------------------------------------------------------------------------

/// What must be the same for a service to be about a line, in one pass after another.
enum class LinePass : std::uint8_t { control, all, charge, code, position };

class LineMatcher {
public:
    LineMatcher(const Book& book, const ClaimRow& claim, const AnswerRow& answer, std::vector<std::uint16_t>& lines)
        : book_(book), claim_(claim), answer_(answer), lines_(lines), taken_(claim.lines, false) {}

    void run() {
        lines_.assign(answer_.services, no_line);
        for (const LinePass pass :
             {LinePass::control, LinePass::all, LinePass::charge, LinePass::code, LinePass::position})
            if (std::find(lines_.begin(), lines_.end(), no_line) != lines_.end()) match(pass);
        join_parts();
    }

private:
    [[nodiscard]] std::uint64_t key_of_line(LinePass pass, std::uint16_t i) const {
        const LineRow line = book_.line(claim_, i);
        switch (pass) {
            case LinePass::control:
                return line.control;
            case LinePass::all:
                return hash({line.code, line.modifiers, bits(line.charge), bits(line.day)});
            case LinePass::charge:
                return hash({line.code, bits(line.charge)});
            case LinePass::code:
                return hash({line.code});
            default:
                return answer_.services == claim_.lines ? i + 1U : 0U;
        }
    }

    [[nodiscard]] std::uint64_t key_of_service(LinePass pass, std::uint16_t i) const {
        const ServiceRow service = book_.service(answer_, i);
        switch (pass) {
            case LinePass::control:
                return service.control;
            case LinePass::all:
                return hash({service.code, service.modifiers, bits(service.charge), bits(service.day)});
            case LinePass::charge:
                return hash({service.code, bits(service.charge)});
            case LinePass::code:
                return hash({service.code});
            default:
                return answer_.services == claim_.lines ? i + 1U : 0U;
        }
    }

    void match(LinePass pass) {
        std::vector<Keyed> lines, services;
        for (std::uint16_t i = 0; i < claim_.lines; ++i)
            if (const std::uint64_t key = key_of_line(pass, i); key != 0 && (!taken_[i] || pass == LinePass::control))
                lines.push_back({key, i});
        for (std::uint16_t i = 0; i < answer_.services; ++i)
            if (const std::uint64_t key = key_of_service(pass, i); key != 0 && lines_[i] == no_line)
                services.push_back({key, i});
        sort_rows(lines);
        sort_rows(services);
        merge(lines, services, [&](std::span<const Keyed> some_lines, std::span<const Keyed> some_services) {
            for (std::size_t i = 0; i < some_services.size(); ++i) {
                // A control number is the line's own: several services with it are its parts.
                if (i >= some_lines.size() && pass != LinePass::control) break;
                const std::uint32_t line = some_lines[std::min(i, some_lines.size() - 1)].row;
                lines_[some_services[i].row] = static_cast<std::uint16_t>(line);
                taken_[line] = true;
            }
        });
    }

    /// Payers split a line: what is left over belongs to the line of the same code.
    void join_parts() {
        std::vector<Keyed> lines, services;
        for (std::uint16_t i = 0; i < claim_.lines; ++i) lines.push_back({key_of_line(LinePass::code, i), i});
        for (std::uint16_t i = 0; i < answer_.services; ++i)
            if (lines_[i] == no_line) services.push_back({key_of_service(LinePass::code, i), i});
        if (services.empty()) return;
        sort_rows(lines);
        sort_rows(services);
        merge(lines, services, [&](std::span<const Keyed> some_lines, std::span<const Keyed> parts) {
            for (const Keyed& part : parts) lines_[part.row] = static_cast<std::uint16_t>(some_lines.front().row);
        });
    }

    const Book& book_;
    const ClaimRow& claim_;
    const AnswerRow& answer_;
    std::vector<std::uint16_t>& lines_;
    std::vector<bool> taken_;
};

}   // namespace

bool comes_before(const Book& book, std::uint32_t a, std::uint32_t b) {
    const auto order = [](const ClaimRow& row) {
        return std::tuple(row.id(), row.day, row.frequency, row.charge, row.sequence, row.member, row.lines);
    };
    return order(book.claims[a]) < order(book.claims[b]);
}

unsigned turn_of(const AnswerRow& answer) {
    switch (answer.status) {
        case 1:
        case 19:
            return 1;
        case 2:
        case 20:
            return 2;
        case 3:
        case 21:
            return 3;
        default:
            return answer.is(AnswerRow::of_next_payer) ? 2 : 0;
    }
}

unsigned turn_of(const ClaimRow& claim) { return claim.sequence == 'S' ? 2 : claim.sequence == 'T' ? 3 : 1; }

std::vector<std::uint32_t> assign_answers(Book& book) { return Assigner(book).run(); }

void match_lines(const Book& book, const ClaimRow& claim, const AnswerRow& answer, std::vector<std::uint16_t>& lines) {
    LineMatcher(book, claim, answer, lines).run();
}

}   // namespace deltoid::replay
