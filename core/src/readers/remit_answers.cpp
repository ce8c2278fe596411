// SPDX-License-Identifier: Apache-2.0
// The segments of 835 (005010X221A1) and 277CA (005010X214) that a replay reads.
#include "remit_answers.hpp"

#include <array>

#include "replay/keys.hpp"
#include "x12_delimiters.hpp"
#include "x12_transaction.hpp"

namespace deltoid {

void ClaimAnswer::clear() {
    // The vectors and strings keep their memory.
    id.clear();
    payer_number.clear();
    original_number.clear();
    member.clear();
    services.clear();
    reasons.clear();
    status = 0;
    charge = paid = patient = adjusted = 0;
    frequency = 0;
    day = answered = Day::none();
    segment = own_reasons = unbalanced = first_unbalanced = 0;
    all_services = 0;
    unreadable = false;
}

void AnswerSet::clear() { *this = AnswerSet(); }

}   // namespace deltoid

namespace deltoid::x12 {
namespace {

using Kind = Reason::Kind;

constexpr std::size_t text_limit = 80;       // ids have 50 characters at most, names 60
constexpr std::size_t reason_limit = 4000;   // of one claim: 99 adjustments for each of 40 lines

std::string_view shortened(std::string_view text) { return trim(text).substr(0, text_limit); }

Kind group_of(std::string_view text) {
    constexpr std::array<std::string_view, 5> groups{"CO", "PR", "OA", "PI", "CR"};
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (same_code(text, groups[i])) return static_cast<Kind>(i + 1);
    return Kind::OA;
}

/// Components of a composite, one after another.
std::string_view next_component(std::string_view& rest, char component) {
    const std::size_t end = rest.find(component);
    const std::string_view first = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return first;
}

/// 0 to 9999; 0 for anything else.
std::uint32_t small_number(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 4) return 0;
    std::uint32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
}

}   // namespace

bool is_rejection(std::string_view category, std::string_view action) {
    category = trim(category);
    if (category.size() >= 2 && upper(category[0]) == 'A' && category[1] >= '0' && category[1] <= '9')
        return category[1] == '3' || category[1] == '4' || category[1] == '6' || category[1] == '7' ||
               category[1] == '8';
    return same_code(action, "U");   // another category (E0, R0 ...): what is done about it counts
}

void AnswerBuilder::begin_set(bool acknowledgement, std::uint32_t segment) {
    end_set(false);
    set_.clear();
    set_.acknowledgement = acknowledgement;
    set_.segment = segment;
    in_set_ = true;
    level_ = Level::other;
    payer_here_ = payee_here_ = refused_here_ = false;
    ++file_.sets;
}

void AnswerBuilder::end_set(bool complete) {
    if (!in_set_) return;
    end_claim();
    set_.complete = complete;
    if (!complete) file_.complete = false;
    set_.refused_above += refused_here_ ? 1 : 0;
    sink_.end_set(set_);
    in_set_ = false;
}

void AnswerBuilder::segment(std::uint32_t id, const Elements& elements, std::string_view bytes, std::uint32_t number,
                            char component) {
    number_ = number;
    set_.content = replay::mix(set_.content, replay::fold(bytes));
    if (set_.acknowledgement)
        acknowledgement_segment(id, elements, component);
    else
        remittance_segment(id, elements, component);
}

// --- 835 ----------------------------------------------------------------------------------------------------------

void AnswerBuilder::remittance_segment(std::uint32_t id, const Elements& elements, char component) {
    switch (id) {
        case id_of("BPR"):
            return begin_payment(elements);
        case id_of("TRN"):
            if (set_.trace.empty()) set_.trace = shortened(elements[2]);
            return;
        case id_of("N1"):
            if (in_claim_) return;
            payer_here_ = same_code(elements[1], "PR");
            payee_here_ = same_code(elements[1], "PE");
            if (payer_here_) set_.payer = shortened(elements[2]);
            if (payee_here_) set_.payee = shortened(elements[2]);
            if (payee_here_ && same_code(elements[3], "XX")) set_.payee_npi = shortened(elements[4]);
            return;
        case id_of("CLP"):
            return begin_claim_payment(elements);
        case id_of("NM1"):
            if (!in_claim_ || in_service_) return;
            if (same_code(elements[1], "IL") && !trim(elements[9]).empty()) {
                claim_.member = shortened(elements[9]);
                member_is_subscribers_ = true;
            } else if (same_code(elements[1], "QC") && !member_is_subscribers_) {
                claim_.member = shortened(elements[9]);
            }
            return;
        case id_of("SVC"):
            return service_payment(elements, component);
        case id_of("CAS"):
            return adjustment(elements);
        case id_of("DTM"):
            if (!in_claim_ && same_code(elements[1], "405") && !set_.day.known())
                set_.day = read_envelope_day(elements[2]);
            return date(trim(elements[1]), elements[2]);
        case id_of("REF"):
            if (in_service_ && kept_service_ && same_code(elements[1], "6R"))
                claim_.services.back().control = replay::fold_short(elements[2]);
            else if (in_claim_ && !in_service_ && same_code(elements[1], "F8"))
                claim_.original_number = shortened(elements[2]);
            else if (!in_claim_ && payee_here_ && same_code(elements[1], "HPI") && set_.payee_npi.empty())
                set_.payee_npi = shortened(elements[2]);
            return;
        case id_of("LQ"):
            if (in_service_ && same_code(elements[1], "HE")) remark(elements[2]);
            return;
        case id_of("MOA"):
            for (std::size_t i = 3; i <= 7; ++i) remark(elements[i]);
            return;
        case id_of("MIA"):
            for (const std::size_t i : {5U, 20U, 21U, 22U, 23U}) remark(elements[i]);
            return;
        case id_of("PLB"):
            return provider_adjustments(elements);
        default:
            return;
    }
}

void AnswerBuilder::begin_payment(const Elements& bpr) {
    set_.payment = money(bpr[2]);
    if (same_code(bpr[3], "D")) set_.payment = -set_.payment;
    set_.payment_known = !trim(bpr[2]).empty();
    if (const Day day = read_envelope_day(bpr[16]); day.known()) set_.day = day;
}

void AnswerBuilder::begin_claim_payment(const Elements& clp) {
    end_claim();
    in_claim_ = true;
    claim_.segment = number_;
    claim_.id = shortened(clp[1]);
    claim_.status = static_cast<std::uint8_t>(small_number(clp[2]) < 100 ? small_number(clp[2]) : 0);
    claim_.charge = money(clp[3]);
    claim_.paid = money(clp[4]);
    claim_.patient = money(clp[5]);
    claim_.payer_number = shortened(clp[7]);
    claim_.frequency = trim(clp[9]).empty() ? '\0' : upper(trim(clp[9]).front());
    set_.paid += claim_.paid;
    ++set_.claims;
    ++file_.claims;
}

void AnswerBuilder::end_claim() {
    end_service();
    if (!in_claim_) return;
    in_claim_ = false;
    if (claim_.unreadable) {
        if (file_.unreadable_amounts++ == 0) file_.first_unreadable = claim_.segment;
    }
    sink_.answer(set_, claim_);
    claim_.clear();
    member_is_subscribers_ = false;
}

ServiceAnswer* AnswerBuilder::add_service() {
    end_service();
    in_service_ = true;
    service_segment_ = number_;
    service_charge_ = service_paid_ = service_adjusted_ = 0;
    ++claim_.all_services;
    ++set_.services;
    ++file_.services;
    kept_service_ = claim_.services.size() < ClaimAnswer::service_room;
    return kept_service_ ? &claim_.services.emplace_back() : nullptr;
}

void AnswerBuilder::set_procedure(ServiceAnswer& service, std::string_view composite, char component) {
    next_component(composite, component);   // the qualifier: HC, AD, NU ...
    service.code = replay::code_key(next_component(composite, component));
    service.modifiers = 0;
    for (int i = 0; i < 4; ++i) {
        const std::string_view modifier = trim(next_component(composite, component));
        if (!modifier.empty())
            service.modifiers = static_cast<std::uint16_t>(service.modifiers + replay::modifier_key(modifier));
    }
}

void AnswerBuilder::service_payment(const Elements& svc, char component) {
    if (!in_claim_) return;
    ServiceAnswer* service = add_service();
    service_charge_ = money(svc[2]);
    service_paid_ = money(svc[3]);
    if (service == nullptr) return;
    service->charge = service_charge_;
    service->paid = service_paid_;
    // SVC06: what was sent, where the payer changed it.
    set_procedure(*service, trim(svc[6]).empty() ? svc[1] : svc[6], component);
}

void AnswerBuilder::end_service() {
    if (!in_service_) return;
    in_service_ = false;
    if (set_.acknowledgement || service_charge_ - service_adjusted_ == service_paid_) return;
    if (claim_.unbalanced++ == 0) claim_.first_unbalanced = service_segment_;
}

void AnswerBuilder::add_reason(Reason reason) {
    if (claim_.reasons.size() >= reason_limit || (in_service_ && !kept_service_)) return;
    claim_.reasons.push_back(reason);
    if (in_service_)
        ++claim_.services.back().reasons;
    else
        ++claim_.own_reasons;
}

/// A group, then up to six of reason, amount and quantity.
void AnswerBuilder::adjustment(const Elements& cas) {
    if (!in_claim_) return;
    const Kind group = group_of(cas[1]);
    for (std::size_t i = 2; i + 1 < cas.count() && i <= 17; i += 3) {
        if (trim(cas[i]).empty() && trim(cas[i + 1]).empty()) continue;
        const Cents amount = money(cas[i + 1]);
        claim_.adjusted += amount;
        if (in_service_) service_adjusted_ += amount;
        const std::uint32_t reason = replay::pack_reason(cas[i]);
        if (amount != 0 || reason != 0) add_reason({Reason::of(group, reason), amount});
    }
}

void AnswerBuilder::remark(std::string_view code) {
    const std::uint32_t packed = replay::pack_reason(code);
    if (in_claim_ && packed != 0) add_reason({Reason::of(Kind::remark, packed), 0});
}

/// PLB03 and PLB04, then five more pairs: "WO:reference" and an amount that is taken off the payment.
void AnswerBuilder::provider_adjustments(const Elements& plb) {
    end_claim();
    for (std::size_t i = 3; i + 1 < plb.count() && i <= 13; i += 2) {
        if (trim(plb[i]).empty() && trim(plb[i + 1]).empty()) continue;
        const Cents amount = money(plb[i + 1]);
        set_.provider += amount;
        std::size_t size = 0;
        const std::string_view reason = trim(plb[i]);
        while (size < reason.size() && size < 2 && is_alphanumeric(reason[size])) ++size;
        sink_.provider_adjustment(replay::pack_reason(reason.substr(0, size)), amount);
    }
}

void AnswerBuilder::date(std::string_view qualifier, std::string_view text) {
    if (!in_claim_) return;
    const Day day = read_envelope_day(trim(text).substr(0, 8));   // RD8: the first of both
    if (!day.known()) return;
    const auto earlier = [&](Day& known) {
        if (!known.known() || day < known) known = day;
    };
    const bool of_line = in_service_ && (qualifier == "472" || qualifier == "150");
    const bool of_claim = !in_service_ && (qualifier == "232" || qualifier == "472" || qualifier == "434");
    if (of_line && kept_service_) earlier(claim_.services.back().day);
    if (of_line || of_claim) earlier(claim_.day);
}

Cents AnswerBuilder::money(std::string_view text) {
    constexpr Cents most = 100'000'000'000;   // a billion dollars; so that no sum of a file can overflow
    const Money read = read_money(trim(text));
    if (read.valid() && read.value <= most && read.value >= -most) return read.value;
    if (!read.absent()) {
        if (in_claim_)
            claim_.unreadable = true;
        else if (file_.unreadable_amounts++ == 0)
            file_.first_unreadable = number_;
    }
    return 0;
}

// --- 277CA --------------------------------------------------------------------------------------------------------

void AnswerBuilder::acknowledgement_segment(std::uint32_t id, const Elements& elements, char component) {
    switch (id) {
        case id_of("BHT"):
            if (set_.trace.empty()) set_.trace = shortened(elements[3]);
            set_.day = read_envelope_day(elements[4]);
            return;
        case id_of("HL"):
            return level(elements);
        case id_of("NM1"):
            if (level_ == Level::other && (same_code(elements[1], "PR") || same_code(elements[1], "AY")))
                set_.payer = shortened(elements[3]);
            if (level_ == Level::provider && same_code(elements[1], "85")) {
                set_.payee = shortened(elements[3]);
                set_.payee_npi = same_code(elements[8], "XX") ? shortened(elements[9]) : std::string_view();
            }
            if (level_ == Level::patient && same_code(elements[1], "QC")) member_of_patient_ = shortened(elements[9]);
            return;
        case id_of("TRN"):
            if (level_ == Level::patient && same_code(elements[1], "2")) begin_acknowledged(elements[2]);
            return;
        case id_of("STC"):
            return status(elements, component);
        case id_of("SVC"):
            return service_status(elements, component);
        case id_of("REF"):
            if (in_service_ && kept_service_ && same_code(elements[1], "FJ"))
                claim_.services.back().control = replay::fold_short(elements[2]);
            else if (in_claim_ && !in_service_ && same_code(elements[1], "1K"))
                claim_.payer_number = shortened(elements[2]);
            return;
        case id_of("DTP"):
            return date(trim(elements[1]), elements[3]);
        default:
            return;
    }
}

/// HL03: 20 payer or clearinghouse, 21 receiver, 19 provider, PT patient.
void AnswerBuilder::level(const Elements& hl) {
    end_claim();
    set_.refused_above += refused_here_ ? 1 : 0;
    refused_here_ = false;
    member_of_patient_.clear();
    level_ = same_code(hl[3], "PT")   ? Level::patient
             : same_code(hl[3], "19") ? Level::provider
             : same_code(hl[3], "21") ? Level::receiver
                                      : Level::other;
}

void AnswerBuilder::begin_acknowledged(std::string_view id) {
    end_claim();
    in_claim_ = true;
    claim_.segment = number_;
    claim_.id = shortened(id);
    claim_.member = member_of_patient_;
    claim_.status = ClaimAnswer::accepted;
    ++set_.claims;
    ++file_.claims;
}

/// Up to three statuses, and what is done about them: WQ accepted, U turned back.
void AnswerBuilder::status(const Elements& stc, char component) {
    const std::string_view action = in_service_ ? std::string_view() : stc[3];
    const std::string_view category = trim(stc[1]).substr(0, 2);
    const bool refused = in_service_ ? is_rejection(category, "U") : is_rejection(category, action);
    if (!in_claim_) {
        // WQ beside the totals of a receiver or provider: what is accepted below it.
        if (level_ != Level::patient && refused && !same_code(action, "WQ")) refused_here_ = true;
        return;
    }
    if (!in_service_) claim_.charge = money(stc[4]);
    if (const Day day = read_envelope_day(stc[2]); day.known()) claim_.answered = day;
    if (refused) claim_.status = ClaimAnswer::rejected;
    for (const std::size_t i : {1U, 10U, 11U}) {
        std::string_view composite = stc[i];
        if (trim(composite).empty()) continue;
        const std::uint32_t kind = replay::pack_reason(trim(next_component(composite, component)).substr(0, 2));
        const std::uint32_t number = small_number(next_component(composite, component));
        const std::string_view entity = trim(next_component(composite, component)).substr(0, 3);
        if (kind != 0 && refused)
            add_reason(
                {Reason::of(Kind::status, pack_status(kind, number)), static_cast<Cents>(replay::pack_reason(entity))});
    }
}

void AnswerBuilder::service_status(const Elements& svc, char component) {
    if (!in_claim_) return;
    ServiceAnswer* service = add_service();
    if (service == nullptr) return;
    set_procedure(*service, svc[1], component);
    service->charge = money(svc[2]);
}

}   // namespace deltoid::x12
