// SPDX-License-Identifier: Apache-2.0
// The words by which a note is understood, as tables: what was given and what only ordered, remembered or refused,
// labels of templates, routes, sites, credentials, months. English and Spanish stand side by side.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fields.hpp"

namespace deltoid::notes {

/// How a stretch of a note speaks of what stands in it.
enum class Mood : std::uint8_t {
    neutral,
    given,     ///< it was done
    reason,    ///< what the patient came for
    ordered,   ///< it is to be done
    later,     ///< next time
    earlier,   ///< it was done another time
    home,      ///< what the patient takes
    beside,    ///< what the drug was mixed with
    allergy,
    taught,   ///< what the patient was told
    refused   ///< it was not done
};

/// How far the mood of a phrase reaches.
enum class Reach : std::uint8_t {
    onward,     ///< from the phrase on
    sentence,   ///< the whole sentence, unless it says "given" too
    all         ///< the whole sentence, whatever else it says
};

struct Cue {
    std::string_view phrase;   ///< folded words, parted by a blank
    Mood mood;
    Reach reach = Reach::onward;
};
[[nodiscard]] std::span<const Cue> cues();

/// The label of a template's field, in front of a colon or its like. A heading sets the mood of what follows it.
struct Label {
    std::string_view phrase;
    Field field = Field::none;   ///< none: the label of something else
    Mood mood = Mood::neutral;
    bool date_only = false, time_only = false;   ///< parts of doc_given_at
};
[[nodiscard]] std::span<const Label> labels();

/// A phrase that names a value: routes, containers, sources, credentials.
struct Named {
    std::string_view phrase;
    std::string_view value;
};
[[nodiscard]] std::span<const Named> routes();
[[nodiscard]] std::span<const Named> containers();
[[nodiscard]] std::span<const Named> sources();
[[nodiscard]] std::span<const Named> supervisions();
[[nodiscard]] std::span<const Named> credentials();
/// Brands and short names, and the word of the drug pack that they stand for; "" when it may be several drugs.
[[nodiscard]] std::span<const Named> drug_aliases();
/// Spanish measures, as doses are read.
[[nodiscard]] std::span<const Named> measures();
[[nodiscard]] std::span<const Named> sides();

struct SitePart {
    std::string_view phrase;
    std::string_view value;
    bool injection_only;   ///< charts name it for injections; the others are parts that hurt, too
};
[[nodiscard]] std::span<const SitePart> site_parts();
/// "upper outer": what stands between side and part.
[[nodiscard]] std::span<const Named> site_adjectives();

/// Closed lists, one blank between the words and at both ends.
struct WordList {
    std::string_view words;
    [[nodiscard]] bool has(std::string_view word) const;
};
extern const WordList practitioner_credentials, person_titles, no_names, complaint_words, waste_words, container_words,
    frequency_words, good_response_words, bad_response_words, time_of_others, indication_ends, indication_not,
    indication_not_behind, english_words, spanish_words, foreign_words, date_of_others, local_anaesthetics,
    short_conditions;

/// 1 to 12; 0 for another word.
[[nodiscard]] int month_named(std::string_view word);
/// "but", "however": what follows speaks of something else.
[[nodiscard]] bool parts_sentences(std::string_view word);

}   // namespace deltoid::notes
