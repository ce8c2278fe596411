// SPDX-License-Identifier: Apache-2.0
// The book of a replay is kept: claims and findings first, then the answers, and the sums of each as it is read.
#include "replay.hpp"

#include <algorithm>

#include "join.hpp"
#include "keys.hpp"
#include "reasons.hpp"
#include "report.hpp"
#include "sorting.hpp"
#include "tally.hpp"

namespace deltoid::replay {
namespace {

constexpr std::size_t id_room = 80;
constexpr std::size_t most_lines = 1000;      // as the rules look at (batch.hpp)
constexpr std::uint32_t most_reasons = 250;   // of one line

LineClass class_of(const Service& service) {
    if (service.is(CodeSet::injection)) return LineClass::injection;
    if (service.is(CodeSet::visit)) return LineClass::visit;
    return service.facts.drug ? LineClass::drug : LineClass::other;
}

char first_letter(std::string_view text, char otherwise) {
    text = trim(text);
    return text.empty() ? otherwise : upper(text.front());
}

}   // namespace

// --- claims -------------------------------------------------------------------------------------------------------

void Replay::claim(std::uint32_t file, const Claim& claim, std::span<const Service> services) {
    ClaimRow& row = book_.add_claim(file, claim.index);
    row.set_id(fold(claim.id));
    const std::string_view id = trim(claim.id).substr(0, id_room);
    row.id_size = static_cast<std::uint8_t>(id.size());
    row.id_begin = book_.keep(id).begin;
    row.charge = claim.total_charge.valid() ? short_money(claim.total_charge.value) : 0;
    row.member = member_key(trim(claim.subscriber_id).empty() ? claim.patient.id : claim.subscriber_id);
    keep_npi(fold_short(claim.billing.npi));
    book_.set_payer(book_.claims.size() - 1, keep_payer(claim.payer));
    row.frequency = first_letter(claim.frequency, '1');
    row.sequence = first_letter(claim.payer.sequence, 'P');
    if (row.frequency == '8') row.flags |= ClaimRow::void_claim;
    Day first = Day::none(), last = Day::none();
    for (const Line& line : claim.lines) {
        if (!line.from.valid()) continue;
        if (!first.known() || line.from.value < first) first = line.from.value;
        if (!last.known() || last < line.to_or_from().value) last = line.to_or_from().value;
    }
    row.day = short_day(first);
    row.last_day = short_day(last);
    const bool injection =
        std::any_of(services.begin(), services.end(), [](const Service& s) { return s.is(CodeSet::injection); });
    row.first_line = book_.line_count();
    if (!injection) return;   // that it was answered is all that is asked
    row.flags |= ClaimRow::injection;
    row.lines = static_cast<std::uint16_t>(std::min(claim.lines.size(), most_lines));
    for (std::uint16_t i = 0; i < row.lines; ++i)
        keep_line(row, claim.lines[i], i < services.size() ? &services[i] : nullptr, i + 1U);
}

void Replay::keep_line(const ClaimRow& claim, const Line& line, const Service* service, std::uint32_t number) {
    LineRow row;
    row.charge = line.charge.valid() ? short_money(line.charge.value) : 0;
    row.code = code_key(trim(line.code).empty() ? line.revenue_code : line.code);
    row.coded = Code(line.code).valid();
    row.control = fold_short(line.control_number);
    if (row.control == 0) row.control = fold_short(std::to_string(number));
    for (std::size_t i = 0; i < line.modifier_count; ++i)
        if (!trim(line.modifiers[i]).empty())
            row.modifiers = static_cast<std::uint16_t>(row.modifiers + modifier_key(line.modifiers[i]));
    row.day = short_day(line.from.valid() ? line.from.value : Day::none());
    if (service != nullptr) row.what = class_of(*service);
    book_.add_line(claim, row);
}

std::uint32_t Replay::keep_payer(const Payer& payer) {
    const std::string_view name = trim(trim(payer.name).empty() ? payer.id : payer.name).substr(0, id_room);
    const std::uint32_t key = fold_short(name) + static_cast<std::uint32_t>(payer.payer_class) * 0x9E3779B9U;
    std::uint32_t& recent = recent_payers_[key % recent_payers_.size()];
    if (book_.payers.empty() || recent != key) book_.payers.push_back({key, book_.keep(name), payer.payer_class});
    return recent = key;
}

void Replay::keep_npi(std::uint32_t npi) {
    std::uint32_t& recent = recent_npis_[npi % recent_npis_.size()];
    if (npi != 0 && recent != npi) book_.npis.push_back(npi);
    recent = npi;
}

void Replay::said(const LedgerEntry& finding) {
    if (finding.level < Level::warning) return;
    const std::uint32_t row = book_.find_claim(finding.file, finding.claim_index);
    if (row == book_.claims.size()) return;
    ClaimRow& claim = book_.claims[row];
    claim.flags |= ClaimRow::dirty;
    if (!claim.is(ClaimRow::injection) || claim.is(ClaimRow::void_claim)) return;
    FlagRow flag;
    flag.claim = row;
    flag.carc = pack_reason(finding.carc);
    flag.line = finding.line;
    flag.denied_line = finding.denied_line;
    flag.rule = finding.rule;
    flag.denies = finding.denies;
    book_.flags.push_back(flag);
}

void Replay::end_claim_file(std::string_view name, const InputEnd& end, std::uint64_t bytes) {
    book_.claim_files.push_back(
        {std::string(name), std::string(end.format), bytes, end.claims, end.lines, end.complete});
}

void Replay::settle_claims() {
    sort_rows(book_.flags, [](const FlagRow& a, const FlagRow& b) { return a.claim < b.claim; });
    sort_rows(book_.npis);
    book_.npis.erase(std::unique(book_.npis.begin(), book_.npis.end()), book_.npis.end());
    sort_rows(book_.payers, [](const PayerRow& a, const PayerRow& b) { return a.key < b.key; });
    const auto same = [](const PayerRow& a, const PayerRow& b) { return a.key == b.key; };
    book_.payers.erase(std::unique(book_.payers.begin(), book_.payers.end(), same), book_.payers.end());
    book_.by_id = sorted_positions(book_.claims.size(), &book_, [](const void* book, std::uint32_t a, std::uint32_t b) {
        return comes_before(*static_cast<const Book*>(book), a, b);
    });
}

std::uint32_t Replay::find_group(std::uint64_t id) const {
    const auto before = [&](std::uint32_t row, std::uint64_t wanted) { return book_.claims[row].id() < wanted; };
    const auto found = std::lower_bound(book_.by_id.begin(), book_.by_id.end(), id, before);
    if (id == 0 || found == book_.by_id.end() || book_.claims[*found].id() != id) return book_.claims.size();
    return static_cast<std::uint32_t>(found - book_.by_id.begin());
}

// --- answers ------------------------------------------------------------------------------------------------------

std::unique_ptr<AnswerReader> Replay::begin_remits(std::string_view name) {
    RemitFile file;
    file.name = name;
    book_.remit_files.push_back(std::move(file));
    return make_answer_reader(*this);
}

void Replay::end_remits(const AnswerReader& reader, std::uint64_t bytes) {
    book_.remit_files.back().file = reader.file();
    book_.remit_files.back().bytes = bytes;
}

void Replay::answer(const AnswerSet& set, const ClaimAnswer& answer) {
    if (!set.acknowledgement) check_balance(set, answer);
    const std::uint32_t group = find_group(fold(answer.id));
    if (group != book_.claims.size()) return keep_answer(set, answer, group);
    LooseRow loose;
    loose.set = static_cast<std::uint32_t>(book_.sets.size());
    loose.segment = answer.segment;
    loose.id = book_.keep(answer.id);
    loose.charge = answer.charge;
    loose.paid = answer.paid;
    loose.day = answer.day;
    loose.status = answer.status;
    book_.loose.push_back(loose);
}

void Replay::keep_answer(const AnswerSet& set, const ClaimAnswer& answer, std::uint32_t group) {
    AnswerRow& row = book_.answers.add();
    row = {};
    row.charge = short_money(answer.charge);
    row.paid = short_money(answer.paid);
    row.set = static_cast<std::uint32_t>(book_.sets.size());
    row.segment = answer.segment;
    row.group = group;
    row.payer_number = fold_short(answer.payer_number);
    row.member = member_key(answer.member);
    row.first_service = book_.service_count();
    row.first_reason = book_.reason_count();
    row.day = short_day(answer.day);
    row.answered = short_day(answer.answered.known() ? answer.answered : set.day);
    row.status = answer.status;
    row.frequency = answer.frequency;
    if (is_reversal(row)) book_.originals.push_back({book_.answers.size() - 1, fold_short(answer.original_number)});
    if (answer.status == 4 && std::any_of(answer.reasons.begin(), answer.reasons.end(),
                                          [](const Reason& reason) { return share_of(reason.code) == Share::payer; }))
        row.flags |= AnswerRow::of_next_payer;
    if (any_injection(group)) keep_services(row, answer);
}

/// Of a claim without an injection nobody asks what was said of its lines.
bool Replay::any_injection(std::uint32_t group) const {
    constexpr std::uint32_t few = 16;
    const std::uint64_t id = book_.claims[book_.by_id[group]].id();
    for (std::uint32_t i = group; i < book_.by_id.size(); ++i) {
        const ClaimRow& claim = book_.claims[book_.by_id[i]];
        if (claim.id() != id) return false;
        if (claim.is(ClaimRow::injection) || i - group == few) return true;
    }
    return false;
}

void Replay::keep_services(AnswerRow& row, const ClaimAnswer& answer) {
    std::size_t at = 0;
    const auto keep_reasons = [&](std::uint32_t count) {
        const auto kept = static_cast<std::uint8_t>(std::min(count, most_reasons));
        for (std::uint32_t i = 0; i < kept; ++i)
            book_.add_reason({answer.reasons[at + i].code, short_money(answer.reasons[at + i].amount)});
        at += count;
        return kept;
    };
    row.own_reasons = keep_reasons(answer.own_reasons);
    row.services = static_cast<std::uint16_t>(answer.services.size());
    std::uint32_t number = 0;
    for (const ServiceAnswer& service : answer.services)
        book_.add_service(
            row, number++,
            {short_money(service.charge), short_money(service.paid), service.code, service.control, service.modifiers,
             short_day(service.day.known() ? service.day : answer.day), keep_reasons(service.reasons)});
}

/// SVC02 less CAS is SVC03; CLP03 less all CAS is CLP04.
void Replay::check_balance(const AnswerSet&, const ClaimAnswer& answer) {
    const bool claim_differs = answer.charge - answer.adjusted != answer.paid;
    if (answer.unbalanced == 0 && !claim_differs) return;
    ImbalanceRow row;
    row.set = static_cast<std::uint32_t>(book_.sets.size());
    row.segment = answer.segment;
    row.id = book_.keep(answer.id);
    if (claim_differs) {
        row.what = ImbalanceRow::What::claim;
        row.expected = answer.charge - answer.adjusted;
        row.found = answer.paid;
        book_.imbalances.push_back(row);
    }
    if (answer.unbalanced == 0) return;
    row.what = ImbalanceRow::What::line;
    row.segment = answer.first_unbalanced;
    row.count = answer.unbalanced;
    row.expected = row.found = 0;
    book_.imbalances.push_back(row);
}

void Replay::provider_adjustment(std::uint32_t reason, Cents amount) {
    book_.provider_adjustments.push_back({static_cast<std::uint32_t>(book_.sets.size()), reason, amount});
}

void Replay::end_set(const AnswerSet& set) {
    SetRow row;
    row.file = static_cast<std::uint32_t>(book_.remit_files.size() - 1);
    row.segment = set.segment;
    row.payer = book_.keep(set.payer);
    row.payee = book_.keep(set.payee);
    row.npi = book_.keep(set.payee_npi);
    row.trace = book_.keep(set.trace);
    row.day = set.day;
    row.payment = set.payment;
    row.paid = set.paid;
    row.provider = set.provider;
    row.claims = set.claims;
    row.services = set.services;
    row.content = set.content;
    row.refused_above = set.refused_above;
    row.acknowledgement = set.acknowledgement;
    row.payment_known = set.payment_known;
    row.complete = set.complete;
    const std::uint32_t npi = fold_short(set.payee_npi);
    row.foreign = !set.acknowledgement && npi != 0 && !book_.npis.empty() &&
                  !std::binary_search(book_.npis.begin(), book_.npis.end(), npi);
    const auto number = static_cast<std::uint32_t>(book_.sets.size());
    for (std::uint32_t i = book_.answers.size(); row.foreign && i-- > 0 && book_.answers[i].set == number;)
        book_.answers[i].flags |= AnswerRow::foreign;
    book_.sets.push_back(row);
}

void Replay::report(std::string& out) {
    Tally tally = join(book_);
    (text_ ? write_text : write_json)(out, book_, tally, identifiers_);
}

}   // namespace deltoid::replay
