// SPDX-License-Identifier: Apache-2.0
// From the segments of an 835 or 277CA to answers: what each segment adds to the set, the claim or the line at hand.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/remit.hpp"
#include "x12_scan.hpp"

namespace deltoid::x12 {

class AnswerBuilder {
public:
    AnswerBuilder(AnswerSink& sink, AnswerFile& file) : sink_(sink), file_(file) {}

    void begin_set(bool acknowledgement, std::uint32_t segment);
    /// Hands over what is open. `complete`: by its SE.
    void end_set(bool complete);
    [[nodiscard]] bool in_set() const { return in_set_; }

    /// Any segment of the set but ST and SE.
    void segment(std::uint32_t id, const Elements& elements, std::string_view bytes, std::uint32_t number,
                 char component);

private:
    void remittance_segment(std::uint32_t id, const Elements& elements, char component);
    void acknowledgement_segment(std::uint32_t id, const Elements& elements, char component);

    void begin_payment(const Elements& bpr);
    void begin_claim_payment(const Elements& clp);
    void service_payment(const Elements& svc, char component);
    void adjustment(const Elements& cas);
    void provider_adjustments(const Elements& plb);
    void date(std::string_view qualifier, std::string_view text);
    void level(const Elements& hl);
    void begin_acknowledged(std::string_view id);
    void status(const Elements& stc, char component);
    void service_status(const Elements& svc, char component);

    /// The answer that is open goes to the sink.
    void end_claim();
    void end_service();
    ServiceAnswer* add_service();
    void set_procedure(ServiceAnswer& service, std::string_view composite, char component);
    void remark(std::string_view code);
    void add_reason(Reason reason);
    [[nodiscard]] Cents money(std::string_view text);

    AnswerSink& sink_;
    AnswerFile& file_;
    AnswerSet set_;
    ClaimAnswer claim_;
    bool in_set_ = false;
    bool in_claim_ = false;
    bool in_service_ = false;
    bool kept_service_ = false;   ///< the open service is the last of claim_.services
    std::uint32_t number_ = 0;    ///< of the segment at hand
    std::uint32_t service_segment_ = 0;
    Cents service_charge_ = 0, service_paid_ = 0, service_adjusted_ = 0;
    enum class Level : std::uint8_t { other, receiver, provider, patient } level_ = Level::other;
    bool payer_here_ = false;   ///< the last N1 names the payer, payee
    bool payee_here_ = false;
    std::string member_of_patient_;   ///< NM1*QC, should there be no NM1*IL
    bool member_is_subscribers_ = false;
    bool refused_here_ = false;   ///< one STC of the level above is a rejection
};

/// Whether a category of claim status turns the claim back (507: A3 to A8 but A5, which splits it).
[[nodiscard]] bool is_rejection(std::string_view category, std::string_view action);

}   // namespace deltoid::x12
