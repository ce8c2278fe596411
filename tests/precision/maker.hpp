// SPDX-License-Identifier: Apache-2.0
// Makes clean claims: lawful by the rulebook and the fact book, written from the facts and not from the rules' code.
// Scenarios (clean.hpp) and mutations build on the same pieces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "precision/dice.hpp"
#include "precision/draft.hpp"
#include "precision/facts.hpp"

namespace deltoid::test::precision {

/// Who is billed, by contract class and payer id.
struct PayerChoice {
    std::string_view payer_class, id, name;
    int weight;
};

/// What a mutation asks of the claim it will spoil; what is left open is chosen by chance.
struct Wish {
    std::string_view payer_class = {};           ///< "" any
    std::vector<std::string_view> payers = {};   ///< or one of these
    std::string_view drug = {};                  ///< "" any
    std::string_view diagnosis = {};
    Day day = {};      ///< of service
    int visit = -1;    ///< 1 with, 0 without, -1 either
    int record = -1;   ///< a full administration record, the same
    int age_min = 0, age_max = 120;
    std::string_view sex = {};
    std::string_view container = {};   ///< of the drug: "single", "multi"
    std::string_view pos = {};
    bool weighed = false;   ///< a drug counted in mg, mcg, g, mL, units: a dose can be written
};

/// A drug as it was given: what its line, its record and its reason say.
struct Given {
    const Drug* drug = nullptr;
    std::int64_t dose = 0;   ///< thousandths of the drug's measure
    std::string route;       ///< IM or SC
    std::string_view diagnosis;
};

class Maker {
public:
    Maker(Dice& chance, Day checked, int serial) : dice(chance), as_of(checked), serial_(serial) {}

    Dice& dice;
    const Day as_of;   ///< of the batch; services lie before it

    /// A claim with payer, patient and providers, without lines, and its day of service in day().
    DraftClaim start(const Wish& wish);
    [[nodiscard]] Day day() const { return day_; }
    void move_to(Day day) { day_ = day; }
    [[nodiscard]] int age() const { return age_; }
    /// Another claim of the same patient, payer and providers.
    [[nodiscard]] DraftClaim again(const DraftClaim& first, char suffix) const;

    /// A drug that payer, sex, age and day allow; for a wished one the patient was chosen by start().
    Given choose(const DraftClaim& claim, const Wish& wish = {});
    /// The drug that start() chose its patient for.
    [[nodiscard]] const Given& chosen() const { return chosen_; }

    DraftLine line(std::string_view code, int cents) const;
    DraftLine& add(DraftClaim& claim, std::string_view code, int cents, std::string_view diagnosis);
    void add_visit(DraftClaim& claim, std::string_view diagnosis);
    /// 96372 for one drug; returns its position.
    int add_injection(DraftClaim& claim, std::string_view diagnosis, int units = 1);
    /// The drug line as the payer wants it: units, JZ, NDC, ESA modifiers and count.
    int add_drug(DraftClaim& claim, const Given& given);
    /// The record of what was given on the line; whole, as DOC001 to DOC012 want it.
    void add_record(DraftClaim& claim, int line, const Given& given, int injections);

    [[nodiscard]] bool medicare(const DraftClaim& claim) const;
    [[nodiscard]] static std::string dose_text(const Given& given);
    std::string ndc();
    std::string name_of_practitioner();

private:
    void choose_payer(DraftClaim& claim, const Wish& wish);
    void choose_patient(DraftClaim& claim, const Wish& wish);
    void choose_providers(DraftClaim& claim);
    void choose_place(DraftClaim& claim);
    [[nodiscard]] bool suits(const DraftClaim& claim, const Drug& drug) const;
    Given given_of(const DraftClaim& claim, const Drug& drug, const Wish& wish);
    std::string member_id(std::string_view payer_class);

    int serial_;
    Day day_;
    int age_ = 0;
    Given chosen_;
};

/// Practitioners bill; staff do not (fact book 5): taxonomies of physicians, nurse practitioners, assistants.
[[nodiscard]] bool wants_ndc(const DraftClaim& claim);

}   // namespace deltoid::test::precision
