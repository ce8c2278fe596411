// SPDX-License-Identifier: Apache-2.0
// One value of several that a note gives for a field, or none: what differs stays open.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes/note_scan.hpp"

namespace deltoid::notes {

struct Doubt {
    Field field;
    std::vector<std::string> candidates;
    std::string_view reason;
};

struct Record {
    struct Filled {
        Field field;
        std::string value;
    };
    std::vector<Filled> filled;
    /// The words that a value was taken from: tokens of the note.
    struct Span {
        Field field;
        std::uint32_t token = 0, end = 0;
    };
    std::vector<Span> taken;
    std::vector<Doubt> unsure;
};

[[nodiscard]] bool has(const Record& record, Field field);
void take(Record& record, const Found& found, std::string_view value);
void add_candidate(Doubt& doubt, std::string_view value);
/// "oral", "topical": no injection.
[[nodiscard]] bool is_no_injection(std::string_view route);

using Candidates = std::vector<const Found*>;
void choose(Record& record, Field field, const Candidates& candidates);
void choose_time(Record& record, const Candidates& dates, const Candidates& times);
void choose_giver(Record& record, const Candidates& names, const Candidates& credentials);

void append_record(std::string& out, const Record& record, const NoteText& note);

}   // namespace deltoid::notes
