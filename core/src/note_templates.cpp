// SPDX-License-Identifier: Apache-2.0
// The notes that a claim's injections ask for: each claim is heard with a record that is all but empty, and with answers
// put into it one by one. What the rules then say tells which lines the note must have.
#include "deltoid/template.hpp"

#include <algorithm>

#include "batch.hpp"
#include "input.hpp"
#include "note_template.hpp"
#include "rules/doc/records.hpp"
#include "session.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// An answer that some rule may object to: when one does, it matters on this claim.
struct Probe {
    Field field;
    std::string_view value;
};
constexpr Probe probes[] = {
    {Field::doc_supervision, "none"},      {Field::doc_supervision, "audio"},    {Field::doc_new_problem, "true"},
    {Field::doc_container, "single_dose"}, {Field::doc_container, "multi_dose"}, {Field::doc_source, "patient"},
    {Field::doc_injections, "99"},
};
/// Of whom supervision is asked.
constexpr std::string_view any_staff = "RN";

/// Which lines one note is about.
struct Injected {
    std::size_t injection = 0;
    std::size_t drug = none;
    bool first_of_day = false;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t record_line() const { return drug == none ? injection : drug; }
};

void set(Claim& claim, std::size_t line, Field field, std::string_view value) {
    row_of(field).set(claim, &claim.lines[line], value);
}

std::string_view value_on(const Claim& claim, std::size_t line, Field field) {
    const Line& on = claim.lines[line];
    return record_of(claim, on) == nullptr ? std::string_view() : trim(row_of(field).get(claim, &on));
}

/// The finding wants the field written, or is about what stands there.
bool names(const Finding& finding, Field field) {
    if (finding.field == field) return true;
    for (const Edit& edit : finding.fix())
        if (edit.operation == Operation::document && edit.field == field) return true;
    return false;
}

bool names_any_record_field(const Finding& finding) {
    for (unsigned i = static_cast<unsigned>(Field::doc_drug); i < static_cast<unsigned>(Field::count); ++i)
        if (names(finding, static_cast<Field>(i))) return true;
    return false;
}

bool declares(const Rule& rule, Field field) { return (rule.record & record_fields(field)) != 0; }

}   // namespace

class NoteTemplates::Work final : public Sink {
public:
    Work(Checker::Session& session, NoteForm form)
        : options_(session.options_), tables_(session.tables_), batch_(session.open_batch()), form_(form) {
        session.claims_begun_ = true;
    }

    void begin(std::string_view name) {
        start_writing();
        end_input();
        name_ = name;
        input_ = std::make_unique<Input>(*options_, *this);
    }

    std::span<char> buffer(std::size_t size) { return input_->buffer(size); }

    std::string_view feed(std::size_t size) {
        start_writing();
        input_->feed(size, [this](const Reader& reader, bool x12) { batch_.continue_file(name_, 0, x12, &reader); });
        return given_out_ = true, output_;
    }

    std::string_view finish() {
        start_writing();
        end_input();
        if (form_ == NoteForm::json) output_ += totals_.notes == 0 ? "{\"notes\":[]}\n" : "\n]}\n";
        return given_out_ = true, output_;
    }

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        ++totals_.claims;
        for (const Finding& trouble : troubles) tell(trouble, "Claim " + std::to_string(claim.index + 1) + ": ");
        if (trim(claim.frequency) == "8") return;   // it takes back what was billed
        batch_.hear(claim, {}, {}, 0, heard_);      // joins its records and tells its payer
        find_administrations(claim);
        for (const Injected& one : found_) write(claim, one);
    }

    void trouble(const Finding& finding) override { tell(finding, {}); }

    [[nodiscard]] std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }
    [[nodiscard]] const Totals& totals() const { return totals_; }

private:
    /// A claim form has 6 lines, an 837P 50; what has more is no visit.
    static constexpr std::size_t most_notes = 50;

    void start_writing() {
        if (given_out_) output_.clear();
        given_out_ = false;
    }

    void end_input() {
        if (input_ == nullptr) return;
        input_->end([this](const Reader& reader, bool x12) { batch_.continue_file(name_, 0, x12, &reader); });
        input_.reset();
    }

    void tell(const Finding& finding, std::string before) {
        if (finding.level < Level::warning) return;
        tell(before + message_of(finding));
    }
    void tell(std::string sentence) {
        if (++totals_.problems <= most_told) problems_.push_back({name_, std::move(sentence)});
    }

    [[nodiscard]] CodeFacts facts_of(const Line& line) const {
        return tables_->facts(Code(line.code), line.from.valid() ? line.from.value : Day::none());
    }

    /// The day's drugs by turns to its injections; the last one has those that are left, each with a note of its own.
    void find_administrations(const Claim& claim) {
        found_.clear();
        const std::size_t shown = std::min(claim.lines.size(), line_limit);
        struct One {
            std::size_t line;
            Day day;
        };
        std::vector<One> injections, drugs;
        for (std::size_t i = 0; i < shown; ++i) {
            const Line& line = claim.lines[i];
            const CodeFacts facts = facts_of(line);
            bool waste = false;
            for (std::size_t m = 0; m < line.modifier_count; ++m) waste |= same_code(line.modifiers[m], "JW");
            if (facts.is(CodeSet::injection)) injections.push_back({i, facts.day});
            if (facts.is(CodeSet::drug) && !facts.is(CodeSet::vaccine) && !waste) drugs.push_back({i, facts.day});
        }
        if (injections.size() > most_notes) {
            tell("Claim " + std::to_string(claim.index + 1) + " has " + std::to_string(injections.size()) +
                 " lines of 96372: the first " + std::to_string(most_notes) + " have notes.");
            injections.resize(most_notes);
        }
        std::vector<bool> taken(drugs.size(), false);
        for (std::size_t i = 0; i < injections.size(); ++i) {
            bool first = true, last = true;
            for (std::size_t k = 0; k < injections.size(); ++k)
                if (k != i && injections[k].day == injections[i].day) (k < i ? first : last) = false;
            bool any = false;
            for (std::size_t d = 0; d < drugs.size() && found_.size() < most_notes; ++d) {
                if (taken[d] || drugs[d].day != injections[i].day || (any && !last)) continue;
                taken[d] = true;
                found_.push_back({injections[i].line, drugs[d].line, first && !any});
                any = true;
            }
            if (!any) found_.push_back({injections[i].line, Injected::none, first});
        }
    }

    /// On the drug's line, else on that of its injection.
    [[nodiscard]] static std::string_view recorded(const Claim& claim, const Injected& one, Field field) {
        const std::string_view own = value_on(claim, one.record_line(), field);
        return own.empty() ? value_on(claim, one.injection, field) : own;
    }

    void write(const Claim& claim, const Injected& one) {
        NoteToWrite note;
        describe(note, claim, one);
        for (const NoteLine& line : note_lines()) {
            NoteEntry entry;
            entry.line = &line;
            entry.value = recorded(claim, one, line.field);
            if (line.second != Field::none) entry.second_value = recorded(claim, one, line.second);
            note.entries.push_back(std::move(entry));
        }
        ask(note, claim, one);
        prefill(note, claim, one);
        tell_claim(note, claim, one);
        if (form_ == NoteForm::json)
            output_ += totals_.notes == 0 ? "{\"notes\":[\n" : ",\n";
        else if (totals_.notes != 0)
            output_ += "\n----------------------------------------\n\n";
        append_note(output_, note, form_);
        ++totals_.notes;
    }

    void describe(NoteToWrite& note, const Claim& claim, const Injected& one) const {
        const Line& injection = claim.lines[one.injection];
        note.file = name_;
        note.claim = claim.id;
        note.claim_index = claim.index;
        note.line = static_cast<std::uint16_t>(one.injection + 1);
        note.drug_line = one.drug == Injected::none ? 0 : static_cast<std::uint16_t>(one.drug + 1);
        if (injection.from.valid()) append_day(note.day, injection.from.value);
        std::string& heading = note.heading;
        if (!claim.id.empty()) heading.append(claim.id).append(", ");
        heading.append("line ").append(std::to_string(note.line)).append(": ").append(trim(injection.code));
        append_units(heading, injection);
        if (!note.day.empty()) heading.append(" on ").append(note.day);
        if (const std::string_view pos = place_of_service(claim, injection); !pos.empty())
            heading.append(", place of service ").append(pos);
        if (!claim.bill_type.empty()) heading.append(", type of bill ").append(trim(claim.bill_type));
        if (!claim.payer.name.empty()) heading.append(", ").append(trim(claim.payer.name));
    }

    static void append_units(std::string& out, const Line& line) {
        if (!line.units.valid()) return;
        out += " x ";
        append_quantity(out, line.units.value);
    }

    /// A record that is empty but for the day, and then with each answer that might matter.
    void ask(NoteToWrite& note, const Claim& claim, const Injected& one) {
        base_ = claim;
        Line& line = base_.lines[one.record_line()];
        if (line.documentation < 0) {
            line.documentation = static_cast<std::int32_t>(base_.documentations.size());
            base_.documentations.emplace_back();
        }
        if (recorded(base_, one, Field::doc_given_at).empty())
            set(base_, one.record_line(), Field::doc_given_at, note.day);
        hear(base_);
        for (const Heard::One& said : heard_.said) take(note, claim, one, said, Field::none);
        if (recorded(base_, one, Field::doc_credential).empty() &&
            recorded(base_, one, Field::doc_given_by).find(',') == std::string_view::npos) {
            set(base_, one.record_line(), Field::doc_credential, any_staff);
            hear(base_);
            for (const Heard::One& said : heard_.said) take(note, claim, one, said, Field::none);
        }
        for (const Probe& probe : probes) {
            if (!recorded(base_, one, probe.field).empty()) continue;
            set(base_, one.record_line(), probe.field, probe.value);
            hear(base_);
            for (const Heard::One& said : heard_.said) take(note, claim, one, said, probe.field);
            set(base_, one.record_line(), probe.field, {});
        }
    }

    void hear(const Claim& claim) {
        probe_ = claim;
        batch_.hear(probe_, {}, {}, 0, heard_);
    }

    /// A line of another note speaks of another injection.
    [[nodiscard]] bool is_about(const Claim& claim, const Injected& one, std::uint16_t line) const {
        if (line == 0 || line - 1U == one.injection || line - 1U == one.drug) return true;
        for (const Injected& other : found_)
            if (line - 1U == other.injection || line - 1U == other.drug) return false;
        const Date& day = claim.lines[line - 1U].from;
        return day.valid() && claim.lines[one.injection].from.valid() &&
               day.value == claim.lines[one.injection].from.value;
    }

    void take(NoteToWrite& note, const Claim& claim, const Injected& one, const Heard::One& said, Field probed) {
        const Finding& finding = said.finding;
        const Rule& rule = *finding.rule;
        if (rule.record == 0 || !batch_.is_written(said.rule) || finding.level == Level::off) return;
        if (!is_about(claim, one, finding.line)) return;
        const bool named = names_any_record_field(finding);
        for (NoteEntry& entry : note.entries) {
            if (entry.line->field == Field::doc_visit_documented_separately && !one.first_of_day) continue;
            for (const Field field : {entry.line->field, entry.line->second}) {
                if (field == Field::none || !declares(rule, field)) continue;
                const bool wanted = named ? names(finding, field) : probed == Field::none || probed == field;
                if (!wanted) continue;
                const bool recorded_here = !recorded(claim, one, field).empty();
                if (!recorded_here)
                    entry.ask(rule);
                else if (named && probed == Field::none)
                    add_check(entry, finding);
            }
        }
    }

    static void add_check(NoteEntry& entry, const Finding& finding) {
        std::string check(finding.rule->id);
        check.append(": ").append(message_of(finding));
        if (std::find(entry.checks.begin(), entry.checks.end(), check) == entry.checks.end())
            entry.checks.push_back(std::move(check));
    }

    static NoteEntry& entry_of(NoteToWrite& note, Field field) {
        std::size_t at = 0;
        while (at + 1 < note.entries.size() && note.entries[at].line->field != field) ++at;
        return note.entries[at];
    }

    /// What names the note: the day and the drug. Amounts and routes are for the chart to say.
    void prefill(NoteToWrite& note, const Claim& claim, const Injected& one) const {
        NoteEntry& given = entry_of(note, Field::doc_given_at);
        if (given.value.empty() && given.is_shown()) given.value = note.day;
        NoteEntry& drug = entry_of(note, Field::doc_drug);
        if (one.drug == Injected::none || !drug.value.empty() || !drug.is_shown()) return;
        const CodeFacts facts = facts_of(claim.lines[one.drug]);
        if (!facts.drug || facts.is(CodeSet::unlisted_drug)) return;
        std::string_view name = facts.drug.row->substance;
        if (name.ends_with(" NOS")) name.remove_suffix(4);   // not otherwise specified: no label says so
        drug.value = name;
    }

    void tell_claim(NoteToWrite& note, const Claim& claim, const Injected& one) const {
        tell_diagnoses(entry_of(note, Field::doc_indication).claim, claim, one);
        tell_visit(entry_of(note, Field::doc_visit_documented_separately).claim, claim, one);
        if (one.drug == Injected::none) return;
        const Line& line = claim.lines[one.drug];
        const CodeFacts facts = facts_of(line);
        std::string& drug = entry_of(note, Field::doc_drug).claim;
        drug.append("line ").append(std::to_string(note.drug_line)).append(", ").append(trim(line.code));
        append_units(drug, line);
        for (std::size_t i = 0; i < line.modifier_count; ++i) drug.append(" ").append(trim(line.modifiers[i]));
        if (!line.ndc.code.empty()) drug.append(", NDC ").append(trim(line.ndc.code));
        if (!facts.drug) return;
        const DrugRow& row = *facts.drug.row;
        tell_dose(entry_of(note, Field::doc_dose).claim, line, row);
        tell_waste(entry_of(note, Field::doc_discarded).claim, claim, one, row);
        tell_routes(entry_of(note, Field::doc_route).claim, row);
        std::string& container = entry_of(note, Field::doc_container).claim;
        if (row.container == Container::single) container = "this drug is sold in single-dose containers";
        if (row.container == Container::multi) container = "this drug is sold in multi-dose containers";
        if (row.container == Container::both) container = "this drug is sold in single- and multi-dose containers";
    }

    /// The amount that the units bill; units are rounded up from the dose.
    static void tell_dose(std::string& out, const Line& line, const DrugRow& row) {
        if (!line.units.valid() || line.units.value <= 0) return;
        append_quantity(out, line.units.value);
        out += line.units.value == 1000 ? " unit" : " units";
        if (row.unit_style == UnitStyle::per_dose) {
            out += ", one for a dose";
        } else if (row.unit_amount > 0) {
            out += row.unit_style == UnitStyle::up_to ? " of up to " : " of ";
            append_quantity(out, row.unit_amount);
            out.append(" ").append(row.unit_measure).append(": at most ");
            append_quantity(out, scaled_up(line.units.value, row.unit_amount, 1000));
            out.append(" ").append(row.unit_measure);
        }
    }

    static void tell_waste(std::string& out, const Claim& claim, const Injected& one, const DrugRow& row) {
        for (std::size_t i = 0; i < claim.lines.size(); ++i) {
            const Line& line = claim.lines[i];
            const Line& drug = claim.lines[one.drug];
            if (i == one.drug || !same_code(line.code, drug.code) || line.from.value != drug.from.value) continue;
            for (std::size_t m = 0; m < line.modifier_count; ++m) {
                if (!same_code(line.modifiers[m], "JW") || !out.empty()) continue;
                out.append("line ").append(std::to_string(i + 1)).append(" bills with JW ");
                tell_dose(out, line, row);
            }
        }
    }

    static void tell_routes(std::string& out, const DrugRow& row) {
        std::string expected;
        for (std::string_view rest = row.routes; !rest.empty();) {
            const std::string_view route = rest.substr(0, rest.find('|'));
            rest.remove_prefix(std::min(rest.size(), route.size() + 1));
            if (route != "IM" && route != "SC") continue;
            if (!expected.empty()) expected += " or ";
            expected += route;
        }
        if (!expected.empty())
            out.append(expected).append(" is expected of this drug with 96372");
        else if (!row.routes.empty())
            out = "neither IM nor SC is known of this drug";
    }

    static void tell_diagnoses(std::string& out, const Claim& claim, const Injected& one) {
        for (const std::size_t on : {one.record_line(), one.injection}) {
            const Line& line = claim.lines[on];
            for (std::size_t i = 0; i < line.pointer_count && out.size() < 200; ++i) {
                const std::size_t pointer = line.pointers[i];
                if (pointer == Line::unreadable_pointer || pointer > claim.diagnoses.size()) continue;
                out.append(out.empty() ? "" : ", ").append(trim(claim.diagnoses[pointer - 1].code));
            }
            if (!out.empty()) return;
        }
        // An institution's lines point to none.
        if (claim.kind == Kind::institutional && !claim.diagnoses.empty()) out = trim(claim.diagnoses[0].code);
    }

    void tell_visit(std::string& out, const Claim& claim, const Injected& one) const {
        for (std::size_t i = 0; i < std::min(claim.lines.size(), line_limit) && out.empty(); ++i) {
            const Line& line = claim.lines[i];
            if (line.from.value != claim.lines[one.injection].from.value) continue;
            if (!facts_of(line).is(CodeSet::evaluation_and_management)) continue;
            out.append("line ").append(std::to_string(i + 1)).append(", ").append(trim(line.code));
            for (std::size_t m = 0; m < line.modifier_count; ++m) out.append(" ").append(trim(line.modifiers[m]));
        }
    }

    std::shared_ptr<const Options> options_;
    std::shared_ptr<const Tables> tables_;
    Batch& batch_;
    NoteForm form_;
    std::string name_;
    std::unique_ptr<Input> input_;
    Claim base_, probe_;   ///< kept for their memory
    Heard heard_;
    std::vector<Injected> found_;
    std::string output_;
    bool given_out_ = false;
    std::vector<Problem> problems_;
    Totals totals_;
};

NoteTemplates::NoteTemplates(Checker& checker, NoteForm form)
    : work_(std::make_unique<Work>(*checker.session_, form)) {}
NoteTemplates::~NoteTemplates() = default;
void NoteTemplates::begin(std::string_view name) { work_->begin(name); }
std::span<char> NoteTemplates::buffer(std::size_t size) { return work_->buffer(size); }
std::string_view NoteTemplates::feed(std::size_t size) { return work_->feed(size); }
std::string_view NoteTemplates::finish() { return work_->finish(); }
std::vector<Problem> NoteTemplates::problems() { return work_->take_problems(); }
const NoteTemplates::Totals& NoteTemplates::totals() const { return work_->totals(); }

}   // namespace deltoid
