// SPDX-License-Identifier: Apache-2.0
// A rule is a value: what it is called, when it looks, what it says and why, with its sources and examples.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "deltoid/finding.hpp"

namespace deltoid {

/// Where a rule's authority is written, and from when to when it holds ("" open).
struct Source {
    std::string_view title;
    std::string_view ref;
    std::string_view from;
    std::string_view to;
};

/// An example is documentation, test and demonstration at once.
struct Example {
    std::string_view what;      ///< a sentence
    /// A JSON Patch (RFC 6902) on the clean claim; or, for several claims of a batch, an array of such patches;
    /// or, for rules of readers, a whole input.
    std::string_view patch;
    std::string_view options = "{}";   ///< over {"as_of":"2026-09-20"}
    bool whole_input = false;
    std::string_view history = {};     ///< a patch on the clean claim: sent earlier, in a file of the past; "" none
};

/// What a claim or a day must hold for a rule to be asked, as bits. 0: always.
enum class Need : std::uint32_t {
    injection = 1U << 0, visit = 1U << 1, nurse_visit = 1U << 2, drug = 1U << 3, vaccine = 1U << 4,
    edit = 1U << 5,              ///< a procedure that the injection has an edit with
    modified = 1U << 6,          ///< an injection line with a modifier
    bypass = 1U << 7,            ///< 59, XE, XS, XP or XU
    again = 1U << 8,             ///< 76 or 77
    liability = 1U << 9,         ///< a modifier that begins with G
    self_administered = 1U << 10,   ///< a drug that contractors list
    esa = 1U << 11,
    labelled_for = 1U << 12,     ///< a drug with limits of age or sex
    unsupported_by = 1U << 13,   ///< a drug with diagnoses known not to support it
    hospital_code = 1U << 14,    ///< C codes
    cancer_injection = 1U << 15, ///< 96401, 96402
    complexity = 1U << 16,       ///< G2211
    waste = 1U << 17,            ///< JW or JZ
    several_injections = 1U << 18,   ///< more than one unit of injections, on one line or several
    // Of a claim by itself; rules of a day must not ask for these.
    package = 1U << 19,          ///< a line with an NDC
    odd_package = 1U << 20,      ///< one that is not eleven digits with a usual unit and a quantity, or on an injection
    record = 1U << 21,           ///< a record of what was given
    own_rendering = 1U << 22,    ///< a line that names its own rendering provider
    diagnoses = 1U << 23,        ///< two or more
    encounter = 1U << 24,        ///< a vaccine, or a diagnosis of chapter Z
    corrected = 1U << 25,        ///< frequency 7 or 8
    marked_diagnosis = 1U << 26, ///< one that is in a set (DiagnosisSet)
    several_modifiers = 1U << 27,///< a line with two or more
    institutional = 1U << 28     ///< a claim of an institution (837I, UB-04)
};
using Needs = std::uint32_t;
constexpr Needs needs(Need a) { return static_cast<Needs>(a); }
/// What only a claim by itself tells: `package` and all behind it.
inline constexpr Needs needs_of_claims = ~(needs(Need::package) - 1);
constexpr Needs operator|(Need a, Need b) { return static_cast<Needs>(needs(a) | needs(b)); }
constexpr Needs operator|(Needs a, Need b) { return static_cast<Needs>(a | needs(b)); }

/// Fields of the administration record, as bits; record_fields() of core/src/fields.hpp makes them.
using RecordFields = std::uint32_t;

/// Who is asked.
enum class Scope : std::uint8_t {
    reader,   ///< a reader says it; no check function
    claim,    ///< a claim by itself
    day,      ///< the lines of a patient, provider and day: what is there can be said at once
    absence,  ///< the same, but what is missing may stand on another claim: waits for the end of the batch
    patient,  ///< all days of a patient, those of an earlier file among them: asked at the end of the batch
    verdict   ///< what the other rules said of a claim: asked last
};

struct ClaimContext;   // core/src/context.hpp
struct DayContext;
struct PatientContext;
class Report;

struct Rule {
    std::string_view id;         ///< for ever
    std::string_view name;       ///< kebab-case, as the file
    Level level = Level::error;  ///< the usual one
    Scope scope = Scope::claim;
    Needs needs = 0;             ///< all of them
    bool institutional = false;  ///< also for 837I, UB-04
    bool on_voids = false;       ///< also for claims of frequency 8
    bool any_claim = false;      ///< also for claims without an injection
    /// What it asks the record of the injection for, or holds the claim against: the note to complete asks for these.
    RecordFields record = 0;
    std::string_view summary;    ///< a sentence: when it speaks
    std::string_view why;        ///< a sentence: why it matters
    std::string_view fix;        ///< a sentence: what to do
    std::string_view myth = {};       ///< "Often advised, but ..."; "" when there is none
    Confidence confidence = Confidence::verified;
    std::span<const std::string_view> messages = {};   ///< templates with named places: "Line {line}: ..."
    std::span<const Source> sources = {};
    std::span<const Example> bad = {};
    std::span<const Example> good = {};
    void (*check_claim)(const ClaimContext&, Report&) = nullptr;
    void (*check_day)(const DayContext&, Report&) = nullptr;
    void (*check_patient)(const PatientContext&, Report&) = nullptr;
    void (*check_verdict)(const ClaimContext&, std::span<const Finding* const> said, Report&) = nullptr;
};

/// All rules, in order of id.
[[nodiscard]] std::span<const Rule* const> rules();
/// By id or name, without regard to case; null when there is none.
[[nodiscard]] const Rule* find_rule(std::string_view id_or_name);

}  // namespace deltoid
