// SPDX-License-Identifier: Apache-2.0
// A claim while it is being made up: plain fields that scenarios fill and mutations spoil, written as contract JSON.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deltoid/values.hpp"

namespace deltoid::test::precision {

using Named = std::vector<std::pair<std::string, std::string>>;

struct DraftLine {
    std::string code;
    std::vector<std::string> modifiers;
    std::string units = "1", unit_type = "UN";
    int cents = 0;
    std::string charge;   ///< instead of `cents`, as it stands
    Day from, to;
    std::string pos;
    std::vector<std::string> pointers{"1"};
    std::string note, revenue_code;
    struct {
        std::string code, quantity, unit;
    } ndc;
    std::string rendering_npi, rendering_taxonomy;
    Named measurements;
    Named record;   ///< contract `documentation`

    [[nodiscard]] bool has(std::string_view modifier) const;
    void drop(std::string_view modifier);
    void write(std::string_view field, std::string_view value);   ///< into the record, over what stood there
    void unwrite(std::string_view field);
};

struct DraftClaim {
    std::string id, kind = "professional";
    struct {
        std::string payer_class, id, name, sequence = "P";
    } payer;
    Day received;
    std::string frequency = "1", original_reference, prior_authorization;
    int total_off_by = 0;   ///< cents
    std::string pos, bill_type, note;
    std::string billing_npi, billing_taxonomy, billing_entity = "organization";
    std::string rendering_npi, rendering_taxonomy, supervising_npi, ordering_npi, facility_npi;
    std::string patient_id, sex, subscriber;
    Day birth, death;
    std::vector<std::string> diagnoses;
    std::vector<DraftLine> lines;

    [[nodiscard]] std::string json() const;
    /// Position from 1 of the first line with the code; 0 when there is none.
    [[nodiscard]] int line_of(std::string_view code) const;
    DraftLine& line(int position) { return lines.at(static_cast<std::size_t>(position - 1)); }
    /// Pointer text of the diagnosis, which is added when it is not there.
    std::string pointer_to(std::string_view diagnosis);
};

/// Claims that belong together: one patient, or a patient and what must not touch his claims.
struct Scenario {
    std::string what;
    std::vector<DraftClaim> claims;
    std::vector<DraftClaim> earlier{};   ///< sent before, in a file of the past
    std::string profile{};               ///< JSON of a profile; "" none
    std::string tables{};                ///< JSON list of packs that are loaded beside the built-in ones; "" none
    std::string file{};                  ///< instead of claims: a whole file as it is sent

    /// What is checked in a session of its own.
    [[nodiscard]] bool stands_alone() const { return !profile.empty() || !tables.empty() || !file.empty(); }
};

/// A national provider identifier from nine digits: the check digit is Luhn's over 80840 and the nine (fact book 9.2).
[[nodiscard]] std::string npi_of(int nine_digits);

}   // namespace deltoid::test::precision
