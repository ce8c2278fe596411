// SPDX-License-Identifier: Apache-2.0
// The options of a session and the payer profile in them: JSON in, plain values or a list of problems out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "deltoid/finding.hpp"
#include "deltoid/values.hpp"
#include "readers/csv_columns.hpp"

namespace deltoid {

enum class Format : std::uint8_t { text, json, jsonl, sarif, csv, html, fhir, none };
enum class InputFormat : std::uint8_t { automatic, x12, json, csv, fhir };

/// A modifier that a payer's programme asks for.
struct ModifierWish {
    std::string modifier;
    std::vector<Code> codes;              ///< on these codes; empty: on every drug line
};

/// A question that a profile may answer or leave open.
enum class Answered : std::uint8_t { not_said, no, yes };

/// A level in place of a rule's own; off switches it off.
struct RuleLevel {
    const Rule* rule;
    Level level;
};

/// What a profile says of one payer.
struct PayerProfile {
    std::string id;                       ///< 2010BB NM109, compared without regard to case
    std::string name;
    PayerClass payer_class = PayerClass::unknown;
    std::int32_t filing_limit_days = 0;   ///< 0: not said
    bool filing_limit_published = false;   ///< it is a payer's published default, which a contract may change
    /// A drug that the practice did not buy: no line for it at all, instead of one at 0.01.
    bool administration_alone = false;
    std::vector<ModifierWish> modifiers_required;
    std::vector<Code> authorization_required;   ///< codes that need a number in box 23
    /// Whether the payer wants an NDC on drug lines; the usual answer where the profile says nothing.
    Answered ndc_required = Answered::not_said;
    std::vector<RuleLevel> levels;   ///< on claims to this payer; they go before the profile's
};

/// A practice's own choices; docs/profiles.md.
struct Profile {
    std::string name;
    std::vector<PayerProfile> payers;
    /// For payers that are not listed, when they are of its class or it names none; nothing when the profile does not say.
    std::optional<PayerProfile> others;
    std::int32_t filing_limit_days = 0;   ///< for payers that are not listed; 0: not said
    std::vector<RuleLevel> levels;

    /// What it says of a claim's payer: listed by its id, else what it says of the others. The class must be settled.
    [[nodiscard]] const PayerProfile* payer(const Payer& payer) const;
    [[nodiscard]] const PayerProfile* listed(std::string_view id) const;
};

struct Options {
    Day as_of;                 ///< none() while `as_of_file`
    bool as_of_file = false;   ///< the day the file says it was made
    Format format = Format::jsonl;
    InputFormat from = InputFormat::automatic;
    std::vector<CsvMapping> columns;   ///< of spreadsheets, by headers that the reader does not know
    bool columns_of_many = false;      ///< these files have different headers
    PayerClass payer = PayerClass::unknown;
    bool color = false;
    bool stats = false;
    bool roster = false;
    bool replay = false;       ///< claims are held against the payers' answers; the report is all the output
    bool identifiers = true;   ///< whether findings name claims and patients
    Profile profile;
    /// Packs given with the options, as texts: an example or a form brings its small table along.
    std::vector<std::string> tables;
    bool keep_tables = false;   ///< the packs that the session before has read stay in force
    /// Rules that are written, by their index in the catalogue.
    std::vector<bool> written;
};

/// Reads options; what is wrong with them is added to `problems` and the rest keeps its default.
[[nodiscard]] Options read_options(std::string_view json, std::vector<Problem>& problems);

}  // namespace deltoid
