// SPDX-License-Identifier: Apache-2.0
// What payers answer: remittances (835, 005010X221A1) and acknowledgements of claims (277CA, 005010X214, X364), read
// as a stream. One answer to one claim at a time is handed over; nothing else is kept.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/values.hpp"
#include "readers/reader.hpp"

namespace deltoid {

/// Why money is missing, or why a claim was turned back. The kind stands in the upper five bits of `code`.
struct Reason {
    enum class Kind : std::uint8_t {
        none,
        CO,
        PR,
        OA,
        PI,
        CR,       ///< CAS01 (claim adjustment group), `code` a CARC
        remark,   ///< LQ, MOA, MIA: `code` a RARC
        status    ///< STC: `code` category and number, `amount` the entity
    };
    std::uint32_t code = 0;
    Cents amount = 0;

    static constexpr unsigned kind_at = 27;
    [[nodiscard]] static constexpr std::uint32_t of(Kind kind, std::uint32_t packed) {
        return static_cast<std::uint32_t>(kind) << kind_at | packed;
    }
    [[nodiscard]] static constexpr Kind kind_of(std::uint32_t code) { return static_cast<Kind>(code >> kind_at); }
    [[nodiscard]] static constexpr std::uint32_t packed_of(std::uint32_t code) { return code & ((1U << kind_at) - 1); }
};
/// "A7" and 562 in one number.
[[nodiscard]] constexpr std::uint32_t pack_status(std::uint32_t category, std::uint32_t number) {
    return category * 10000 + number;
}

/// What the payer says of one line of a claim: SVC of an 835, SVC of a 277CA.
struct ServiceAnswer {
    std::uint32_t code = 0;        ///< replay::code_key of SVC06, where the payer changed it, else of SVC01
    std::uint32_t control = 0;     ///< REF*6R, in a 277CA REF*FJ: fold_short
    std::uint16_t modifiers = 0;   ///< sum of modifier_key
    Day day;                       ///< none: the claim's
    Cents charge = 0, paid = 0;
    std::uint32_t reasons = 0;   ///< how many of the claim's list are this line's
};

struct ClaimAnswer {
    static constexpr std::size_t service_room = 1000;   // more are added up, but not kept

    /// CLP02; the others are ours: what a 277CA says.
    static constexpr std::uint8_t accepted = 200, rejected = 201;

    std::string id;            ///< CLP01, in a 277CA TRN02: the claim's CLM01
    std::uint8_t status = 0;   ///< 0: cannot be read
    Cents charge = 0, paid = 0, patient = 0;
    std::string payer_number;      ///< CLP07
    std::string original_number;   ///< REF*F8
    std::string member;            ///< NM1*IL, else NM1*QC
    char frequency = 0;            ///< CLP09
    Day day;                       ///< first day of service
    Day answered;                  ///< STC02; none: the set's
    std::uint32_t segment = 0;     ///< where it begins, from 1 in the file
    std::vector<ServiceAnswer> services;
    std::vector<Reason> reasons;   ///< the claim's own first, then those of each service in turn
    std::uint32_t own_reasons = 0;
    std::uint64_t all_services = 0;
    Cents adjusted = 0;                   ///< all CAS, claim and lines, of kept lines and others
    std::uint32_t unbalanced = 0;         ///< lines whose SVC02 less CAS is not SVC03
    std::uint32_t first_unbalanced = 0;   ///< its segment
    bool unreadable = false;              ///< an amount could not be read

    void clear();
};

/// One transaction set: a payment, or an acknowledgement.
struct AnswerSet {
    bool acknowledgement = false;                 ///< 277CA
    std::string payer, payee, payee_npi, trace;   ///< N1*PR, N1*PE, TRN02
    Day day;                                      ///< BPR16, else DTM*405; of a 277CA BHT04
    Cents payment = 0;                            ///< BPR02, negative when BPR03 is D
    bool payment_known = false;
    Cents paid = 0;       ///< sum of CLP04
    Cents provider = 0;   ///< sum of PLB
    std::uint64_t claims = 0, services = 0;
    std::uint32_t segment = 0;
    std::uint64_t content = 0;   ///< hash of its segments but ST and SE: the same set sent twice has the same
    /// Rejections that name no claim (277CA: receiver and provider levels).
    std::uint32_t refused_above = 0;
    bool complete = false;   ///< its SE was there

    void clear();
};

/// Whom the reader tells. References are good during the call only.
class AnswerSink {
public:
    virtual ~AnswerSink() = default;
    virtual void answer(const AnswerSet& set, const ClaimAnswer& answer) = 0;
    /// PLB: `reason` packed; in the order in which they stand, before end_set().
    virtual void provider_adjustment(std::uint32_t reason, Cents amount) = 0;
    virtual void end_set(const AnswerSet& set) = 0;
};

/// What a file of answers is and what was odd about it.
struct AnswerFile {
    std::string format;   ///< "835", "277CA", another transaction; "" none
    std::uint64_t sets = 0, claims = 0, services = 0;
    bool complete = true;
    std::string other;   ///< "a claim status answer (277)": what else is in it, or what the file is instead
    std::uint32_t other_sets = 0;
    std::uint32_t unreadable_amounts = 0, first_unreadable = 0;   ///< the second: a segment
    std::uint32_t too_long = 0;                                   ///< segments over the limit that were passed over
    bool text_between = false;                                    ///< text outside of interchanges
    bool broken_lines = false;                                    ///< line breaks inside segments
};

class AnswerReader : public Reader {
public:
    [[nodiscard]] virtual const AnswerFile& file() const = 0;
};

[[nodiscard]] std::unique_ptr<AnswerReader> make_answer_reader(AnswerSink& sink);

}   // namespace deltoid
