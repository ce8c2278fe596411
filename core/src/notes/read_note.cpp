// SPDX-License-Identifier: Apache-2.0
// From what a note may say to records: which drugs were given, whose is each value, and what is left open.
#include "deltoid/notes.hpp"

#include <algorithm>

#include "json_text.hpp"
#include "notes/note_choice.hpp"
#include "notes/note_guidance.hpp"
#include "notes/note_scan.hpp"
#include "sorting.hpp"

namespace deltoid {
namespace {

using namespace notes;

constexpr bool was_done(Mood mood) { return mood == Mood::neutral || mood == Mood::given; }
constexpr bool may_tell_order(Mood mood) { return was_done(mood) || mood == Mood::reason || mood == Mood::ordered; }

/// Values of an injection, not of the whole visit.
constexpr bool is_of_one_injection(Field field) {
    return field == Field::doc_dose || field == Field::doc_route || field == Field::doc_site ||
           field == Field::doc_lot || field == Field::doc_expiration || field == Field::doc_container ||
           field == Field::doc_discarded || field == Field::doc_indication || field == Field::doc_source ||
           field == Field::doc_injections || field == Field::doc_reason_distinct;
}

/// A drug that the note says, or may say, was given.
struct Group {
    std::string key;
    std::vector<const Found*> mentions;
    std::uint32_t first_sentence = 0, last_sentence = 0;
    bool evidence = false;
};

class NoteReading {
public:
    explicit NoteReading(std::string_view text)
        : whole_size_(text.size()),
          text_(without_guidance(text.substr(0, note_limit + 4))),
          note_(text_),
          tables_(Tables::built_in()),
          scan_(note_, *tables_),
          found_(scan_.found()) {
        sort_rows(found_, [](const Found& a, const Found& b) { return a.token < b.token; });
        owners_.assign(found_.size(), shared);
    }

    std::string read() {
        if (note_.tokens.empty()) {
            remarks_.push_back("The note is empty.");
        } else if (scan_.language() == Language::unknown) {
            remarks_.push_back("Nothing was read: the note is neither in English nor in Spanish, or it is no text.");
        } else {
            find_groups();
            assign_owners();
            weigh_evidence();
            write_records();
        }
        if (whole_size_ > note_.text.size()) remarks_.push_back("The note is long: only its first 64 KB were read.");
        return as_json();
    }

private:
    static constexpr std::size_t most_drugs = 20;   ///< of a note
    static constexpr int shared = -1, nobody = -2, doubtful = -3;

    /// A drug given by mouth or otherwise not injected: the next route in its sentence says so.
    [[nodiscard]] bool is_swallowed(std::size_t at) const {
        for (std::size_t i = at + 1; i < found_.size() && found_[i].sentence == found_[at].sentence; ++i) {
            if (found_[i].field == Field::doc_drug) return false;
            if (found_[i].field == Field::doc_route) return is_no_injection(found_[i].value);
        }
        return false;
    }

    /// A local anaesthetic beside another drug is what that one is mixed with.
    [[nodiscard]] bool is_mixed_in(const Found& drug) const {
        std::string key = drug.key;
        for (char& c : key) c = upper(c);
        if (!local_anaesthetics.has(key)) return false;
        for (const Found& other : found_)
            if (other.field == Field::doc_drug && other.key != drug.key && was_done(other.mood)) return true;
        return false;
    }

    void find_groups() {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            Found& drug = found_[i];
            if (drug.field != Field::doc_drug) continue;
            if (was_done(drug.mood) && is_swallowed(i)) {
                drug.mood = Mood::home;
                owners_[i] = nobody;
                continue;
            }
            if (was_done(drug.mood) && mixed_in_ < most_drugs && ++mixed_in_ != 0 && is_mixed_in(drug))
                drug.mood = Mood::beside;
            if (drug.mood == Mood::ordered || drug.mood == Mood::reason) orders_.push_back(&drug);
            if (drug.mood == Mood::refused) refusals_.push_back(&drug);
            if (!was_done(drug.mood)) continue;
            const std::size_t number = group_of(drug.key);
            if (number == groups_.size()) {
                if (groups_.size() == most_drugs) continue;
                groups_.push_back({drug.key, {}, drug.sentence, drug.sentence, false});
            }
            groups_[number].mentions.push_back(&drug);
            groups_[number].last_sentence = drug.sentence;
            owners_[i] = static_cast<int>(number);
        }
    }

    [[nodiscard]] std::size_t group_of(std::string_view key) const {
        std::size_t number = 0;
        while (number < groups_.size() && groups_[number].key != key) ++number;
        return number;
    }

    /// Values belong to the drug of their sentence; to the one before them when the sentence names several or none.
    void assign_owners() {
        int current = shared;
        bool several_before = false;
        for (std::size_t i = 0; i < found_.size();) {
            std::size_t end = i;
            int first = shared, last = shared;
            bool several = false;
            for (; end < found_.size() && found_[end].sentence == found_[i].sentence; ++end) {
                const int owner = found_[end].field == Field::doc_drug ? owners_[end] : shared;
                if (owner == shared) continue;
                several |= first != shared && owner != first;
                if (first == shared) first = owner;
                last = owner;
            }
            if (first == shared) {
                for (std::size_t n = i; n < end; ++n)
                    if (found_[n].field != Field::doc_drug)
                        owners_[n] = several_before && is_of_one_injection(found_[n].field) ? doubtful : current;
            } else {
                assign_in_sentence(i, end, first);
                current = last;
                several_before = several;
            }
            i = end;
        }
    }

    void assign_in_sentence(std::size_t begin, std::size_t end, int first) {
        int owner = first;
        for (std::size_t i = begin; i < end; ++i) {
            if (found_[i].field == Field::doc_drug) {
                if (owners_[i] != shared) owner = owners_[i];
                continue;
            }
            owners_[i] = owner;
            // The amount behind what it was mixed with is no dose.
            const Found& before = found_[i == begin ? i : i - 1];
            if (before.field == Field::doc_drug && before.mood == Mood::beside && found_[i].field == Field::doc_dose)
                owners_[i] = nobody;
            // "60 mg of Toradol": the dose right before a name is that drug's.
            const bool before_name = i + 1 < end && found_[i + 1].field == Field::doc_drug &&
                                     owners_[i + 1] != shared && found_[i].field == Field::doc_dose &&
                                     found_[i + 1].token <= found_[i].end + 1 &&
                                     !(note_.is_mark(found_[i].end, ',') && found_[i].end < found_[i + 1].token);
            if (before_name) owners_[i] = owners_[i + 1];
        }
    }

    [[nodiscard]] bool is_usable(std::size_t i) const {
        const Found& found = found_[i];
        if (owners_[i] == nobody) return false;
        switch (found.field) {
            case Field::doc_indication:
            case Field::doc_ordered_by:
            case Field::doc_order_date:
            case Field::doc_supervised_by:
            case Field::doc_supervision:
                return may_tell_order(found.mood);
            case Field::doc_given_at:
                if (found.labelled) return was_done(found.mood) || found.mood == Mood::reason;
                return was_done(found.mood) &&
                       (scan_.says_given(found.sentence) || has_in_sentence(i, false) || stands_alone(found));
            case Field::doc_reason_distinct:
            case Field::doc_new_problem:
            case Field::doc_visit_documented_separately:
            case Field::doc_injections:
                return true;   // the answer to a template's question
            case Field::doc_site:
                return was_done(found.mood) && (found.kind != Found::Kind::weak_site ||
                                                scan_.says_given(found.sentence) || has_in_sentence(i, true));
            default:
                return was_done(found.mood);
        }
    }

    /// A date at the beginning of a line, a time that is the whole sentence.
    [[nodiscard]] bool stands_alone(const Found& found) const {
        const Sentence& sentence = note_.sentences[found.sentence];
        if (found.token != sentence.begin) return false;
        return (sentence.line_start && found.kind == Found::Kind::date) || found.end == sentence.end;
    }

    /// A drug, a dose or a route that was given stands beside it.
    [[nodiscard]] bool has_in_sentence(std::size_t at, bool route) const {
        const auto stands = [&](std::size_t i) {
            const Found& found = found_[i];
            return was_done(found.mood) && owners_[i] != nobody &&
                   (found.field == Field::doc_drug || found.field == Field::doc_dose || found.field == Field::doc_lot ||
                    (route && found.field == Field::doc_route));
        };
        constexpr std::size_t near = 16;
        for (std::size_t i = at; i > 0 && found_[i - 1].sentence == found_[at].sentence && at - i < near; --i)
            if (stands(i - 1)) return true;
        for (std::size_t i = at + 1; i < found_.size() && found_[i].sentence == found_[at].sentence && i < at + near;
             ++i)
            if (stands(i)) return true;
        return false;
    }

    /// That a drug was given needs more than its name: the word, a site, a lot, a giver or a time.
    void weigh_evidence() {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (!is_usable(i)) continue;
            const Found& found = found_[i];
            const bool proof =
                found.field == Field::doc_lot || found.field == Field::doc_given_by ||
                found.field == Field::doc_credential || found.field == Field::doc_response ||
                found.field == Field::doc_discarded ||
                (found.field == Field::doc_given_at && found.kind == Found::Kind::time) ||
                found.field == Field::doc_site ||
                (scan_.says_given(found.sentence) && found.field != Field::doc_drug) ||
                (found.field == Field::doc_drug && found.mood == Mood::given && scan_.says_given(found.sentence));
            if (!proof) continue;
            lone_evidence_ |= is_of_one_injection(found.field) || found.field == Field::doc_drug;
            if (owners_[i] >= 0) groups_[static_cast<std::size_t>(owners_[i])].evidence = true;
            if (groups_.size() == 1 || owners_[i] == shared)
                for (Group& group : groups_) group.evidence = true;
        }
        for (std::size_t i = 0; i < note_.sentences.size() && groups_.size() == 1; ++i)
            groups_[0].evidence |= scan_.says_given(i) && i >= groups_[0].first_sentence;
        for (Group& group : groups_) {
            if (!was_refused(group.key)) continue;
            bool said = false;
            for (const Found* mention : group.mentions) said |= scan_.says_given(mention->sentence);
            group.evidence &= said;
        }
    }

    [[nodiscard]] bool was_refused(std::string_view key) const {
        for (const Found* refusal : refusals_)
            if (refusal->key == key) return true;
        return false;
    }

    void write_records() {
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (groups_[i].evidence) {
                write_record(static_cast<int>(i));
                continue;
            }
            std::string remark = "The note names ";
            remark.append(groups_[i].mentions[0]->value).append(", but does not say that it was given.");
            remarks_.push_back(std::move(remark));
        }
        if (groups_.empty() && lone_evidence_ && (!scan_.says_refused() || !orders_.empty())) write_record(shared);
        if (!records_.empty()) return;
        if (scan_.says_refused())
            remarks_.push_back("The note says that an injection was not given.");
        else if (remarks_.empty())
            remarks_.push_back(orders_.empty()
                                   ? "No injection was found in the note."
                                   : "The note orders or plans an injection; it does not say that one was given.");
    }

    /// The values of a field for a drug; `owner` shared: the note names none that was given.
    [[nodiscard]] std::vector<const Found*> candidates(Field field, Found::Kind kind, int owner) const {
        std::vector<const Found*> all;
        std::vector<const Found*> elsewhere;
        bool others = false;
        const bool alone = owner == shared || groups_.size() == 1;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const Found& found = found_[i];
            const bool right_kind = field != Field::doc_given_at || found.kind == kind;
            if (found.field != field || !right_kind || !is_usable(i) || found.kind == Found::Kind::strength) continue;
            if (alone || owners_[i] == owner) {
                all.push_back(&found);
            } else if (owners_[i] == shared && !is_of_one_injection(field)) {
                elsewhere.push_back(&found);
            } else if (owners_[i] >= 0 && !is_of_one_injection(field)) {
                const Group& its = groups_[static_cast<std::size_t>(owners_[i])];
                const bool behind_all =
                    owners_[i] + 1 == static_cast<int>(groups_.size()) &&
                    (found.sentence > its.last_sentence || found.kind == Found::Kind::signature ||
                     field == Field::doc_given_by || field == Field::doc_credential || field == Field::doc_response);
                if (behind_all)
                    elsewhere.push_back(&found);
                else
                    others = true;
            }
        }
        return all.empty() && !others ? elsewhere : all;
    }

    void write_record(int owner) {
        Record record;
        choose_drug(record, owner);
        static constexpr Field fields[] = {Field::doc_dose,        Field::doc_route,
                                           Field::doc_site,        Field::doc_lot,
                                           Field::doc_expiration,  Field::doc_ordered_by,
                                           Field::doc_order_date,  Field::doc_supervised_by,
                                           Field::doc_supervision, Field::doc_response,
                                           Field::doc_indication,  Field::doc_container,
                                           Field::doc_discarded,   Field::doc_source,
                                           Field::doc_injections,  Field::doc_reason_distinct,
                                           Field::doc_new_problem, Field::doc_visit_documented_separately};
        for (const Field field : fields) choose(record, field, candidates(field, Found::Kind::value, owner));
        choose_time(record, candidates(Field::doc_given_at, Found::Kind::date, owner),
                    candidates(Field::doc_given_at, Found::Kind::time, owner));
        choose_giver(record, candidates(Field::doc_given_by, Found::Kind::value, owner),
                     candidates(Field::doc_credential, Found::Kind::value, owner));
        tell_doubts(record, owner);
        if (!record.taken.empty()) records_.push_back(std::move(record));
    }

    void choose_drug(Record& record, int owner) {
        const std::vector<const Found*>& mentions =
            owner == shared ? orders_ : groups_[static_cast<std::size_t>(owner)].mentions;
        const Found* first = nullptr;
        bool several = false;
        for (const Found* mention : mentions) {
            if (first == nullptr) first = mention;
            several |= mention->key != first->key;
        }
        if (first == nullptr) {
            record.unsure.push_back({Field::doc_drug, {}, "No drug that the tables know is named."});
            return;
        }
        if (several) {
            Doubt doubt{Field::doc_drug, {}, "The note orders more than one drug."};
            for (const Found* mention : mentions) add_candidate(doubt, mention->value);
            record.unsure.push_back(std::move(doubt));
            return;
        }
        if (first->key.empty()) {
            record.unsure.push_back({Field::doc_drug, {first->value}, "The name may stand for more than one drug."});
            return;
        }
        take(record, *first, first->value);
    }

    /// What stays open although the note says something of it.
    void tell_doubts(Record& record, int owner) {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const Found& found = found_[i];
            if (!is_of_one_injection(found.field) || has(record, found.field)) continue;
            const bool ours = owner == shared || groups_.size() == 1 || owners_[i] == owner;
            if (found.kind == Found::Kind::strength) {
                if (ours && was_done(found.mood))
                    doubt(record, found, "It is a strength: the note does not say how much was given.");
            } else if (owners_[i] == doubtful && is_usable(i)) {
                doubt(record, found, "Several drugs are named before it, and the note does not say whose it is.");
            } else if (ours && found.mood == Mood::ordered && found.key.empty() == false && owner == shared) {
                if (as_ordered())
                    take(record, found, found.value);
                else
                    doubt(record, found, "It stands in the order; the note does not say that it was given so.");
            }
        }
    }

    [[nodiscard]] bool as_ordered() const {
        for (std::size_t i = 0; i < note_.sentences.size(); ++i)
            if (scan_.says_as_ordered(i) && scan_.says_given(i)) return true;
        return false;
    }

    static void doubt(Record& record, const Found& found, std::string_view reason) {
        for (Doubt& known : record.unsure) {
            if (known.field != found.field) continue;
            if (known.reason == reason) add_candidate(known, found.value);
            return;
        }
        record.unsure.push_back({found.field, {found.value}, reason});
    }

    [[nodiscard]] std::string as_json() const {
        std::string out = "{\"language\":";
        out += scan_.language() == Language::english   ? "\"en\""
               : scan_.language() == Language::spanish ? "\"es\""
                                                       : "\"unknown\"";
        out += ",\"administrations\":[";
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (i != 0) out += ',';
            append_record(out, records_[i], note_);
        }
        out += "],\"remarks\":[";
        for (std::size_t i = 0; i < remarks_.size(); ++i) {
            if (i != 0) out += ',';
            append_json_string(out, remarks_[i]);
        }
        out += "]}";
        return out;
    }

    std::size_t whole_size_;
    std::string text_;   ///< without what a template says in brackets
    NoteText note_;
    std::shared_ptr<const Tables> tables_;
    NoteScan scan_;
    std::vector<Found> found_;
    std::vector<int> owners_;   ///< of each found: a group, shared, nobody or doubtful
    std::vector<Group> groups_;
    std::vector<const Found*> orders_, refusals_;
    std::size_t mixed_in_ = 0;
    bool lone_evidence_ = false;
    std::vector<Record> records_;
    std::vector<std::string> remarks_;
};

}   // namespace

std::string read_note(std::string_view text) { return NoteReading(text).read(); }

}   // namespace deltoid
