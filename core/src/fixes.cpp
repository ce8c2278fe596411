// SPDX-License-Identifier: Apache-2.0
// Applying fixes: edits of lines where they stand first, then new lines at the end, then deleted lines, so that the line
// numbers of all edits are those of the claim before the fix.
#include "fixes.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>

#include "claim_keys.hpp"
#include "diagnosis_pointer.hpp"
#include "fields.hpp"
#include "readers/json_claim.hpp"
#include "readers/json_events.hpp"
#include "readers/reader.hpp"
#include "sorting.hpp"
#include "whole_number.hpp"
#include "writers/claim_json.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// CMS-1500 item 21 and HI hold twelve diagnoses; item 24E and SV107 four pointers.
constexpr std::size_t claim_diagnosis_room = 12;
constexpr std::size_t claim_pointer_room = 4;

/// Sums wrap rather than overflow: only differences of them are used.
std::uint64_t sum_of_charges(const Claim& claim) {
    std::uint64_t sum = 0;
    for (const Line& line : claim.lines)
        if (line.charge.valid()) sum += static_cast<std::uint64_t>(line.charge.value);
    return sum;
}

/// An 837 has diagnoses without their dots.
bool same_diagnosis(std::string_view a, std::string_view b) {
    const auto without_dot = [](std::string_view code) {
        std::string kept(trim(code));
        kept.erase(std::remove(kept.begin(), kept.end(), '.'), kept.end());
        return kept;
    };
    return same_code(without_dot(a), without_dot(b));
}

class Editor {
public:
    Editor(Claim& claim, Arena& arena, std::string& why_not) : claim_(claim), arena_(arena), why_not_(why_not) {}

    bool apply(std::span<const Edit> edits) {
        const std::uint64_t charges = sum_of_charges(claim_);
        const std::size_t lines = claim_.lines.size();
        for (const Edit& edit : edits)
            if (!is_structural(edit) && !change(edit)) return false;
        for (const Edit& edit : edits)
            if (edit.operation == Operation::add_line && !add_line(edit)) return false;
        if (!delete_lines(edits, lines)) return false;
        const auto sets_total = [](const Edit& edit) { return edit.field == Field::total_charge; };
        if (std::none_of(edits.begin(), edits.end(), sets_total)) move_total(sum_of_charges(claim_) - charges);
        return true;
    }

private:
    static bool is_structural(const Edit& edit) {
        return edit.operation == Operation::add_line || edit.operation == Operation::delete_line;
    }

    bool refuse(std::string sentence) {
        why_not_ = std::move(sentence);
        return false;
    }

    static std::string of_line(std::uint16_t number) {
        return number == 0 ? std::string() : " of line " + std::to_string(number);
    }

    bool needs_person(const Edit& edit, std::string_view what) {
        return refuse("Only a person can say what the " + std::string(what) + of_line(edit.line) +
                      " must be; the fix does not say it.");
    }

    Line* line_of(const Edit& edit) {
        if (edit.line >= 1 && edit.line <= claim_.lines.size()) return &claim_.lines[edit.line - 1U];
        refuse(edit.line == 0 ? "The fix does not say which line it means."
                              : "The claim has no line " + std::to_string(edit.line) + ".");
        return nullptr;
    }

    bool change(const Edit& edit) {
        switch (edit.operation) {
            case Operation::add_modifier:
                return add_modifier(edit);
            case Operation::remove_modifier:
                return remove_modifier(edit);
            case Operation::replace_code:
                return set(edit, Field::line_code);
            case Operation::set_units:
                return set(edit, Field::line_units);
            case Operation::add_diagnosis:
                return add_diagnosis(edit);
            case Operation::set_field:
            case Operation::document:
                return set(edit, edit.field);
            case Operation::add_line:
            case Operation::delete_line:
                break;
        }
        return true;
    }

    bool add_modifier(const Edit& edit) {
        Line* const line = line_of(edit);
        if (line == nullptr) return false;
        if (edit.value.empty()) return needs_person(edit, "modifier");
        for (std::size_t i = 0; i < line->modifier_count; ++i)
            if (same_code(line->modifiers[i], edit.value)) return true;
        if (line->modifier_count == Line::modifier_room)
            return refuse("Line " + std::to_string(edit.line) + " already has four modifiers.");
        line->modifiers[line->modifier_count++] = edit.value;
        return true;
    }

    bool remove_modifier(const Edit& edit) {
        Line* const line = line_of(edit);
        if (line == nullptr) return false;
        if (edit.value.empty()) return needs_person(edit, "modifier");
        const auto end = line->modifiers.begin() + line->modifier_count;
        const auto kept = std::remove_if(line->modifiers.begin(), end,
                                         [&](std::string_view modifier) { return same_code(modifier, edit.value); });
        std::fill(kept, end, std::string_view());
        line->modifier_count = static_cast<std::uint8_t>(kept - line->modifiers.begin());
        return true;
    }

    bool set(const Edit& edit, Field field) {
        if (field == Field::none || field >= Field::count) return refuse("The fix does not say which field it means.");
        const FieldRow& row = row_of(field);
        Line* line = nullptr;
        if (row.part != Part::claim && (line = line_of(edit)) == nullptr) return false;
        if (edit.value.empty()) return needs_person(edit, row.label);
        if (row.part == Part::documentation && line->documentation < 0) {
            line->documentation = static_cast<std::int32_t>(claim_.documentations.size());
            claim_.documentations.emplace_back();
        }
        if (field == Field::line_modifiers) return set_modifiers(*line, edit);
        if (field == Field::line_pointers) return set_pointers(*line, edit.value);
        if (!row.set(claim_, line, edit.value))
            return refuse("A fix cannot set the " + std::string(row.label) + " as a whole.");
        return true;
    }

    /// Calls `take` for each piece of a list written as "25 59", "1:2" or "A,B"; stops when it says no.
    template <class Take>
    static bool each(std::string_view list, Take take) {
        constexpr std::string_view separators = " ,:;";
        while (true) {
            list.remove_prefix(std::min(list.size(), list.find_first_not_of(separators)));
            if (list.empty()) return true;
            const std::string_view piece = list.substr(0, list.find_first_of(separators));
            if (!take(piece)) return false;
            list.remove_prefix(piece.size());
        }
    }

    bool set_modifiers(Line& line, const Edit& edit) {
        line.modifier_count = 0;
        line.modifiers.fill({});
        return each(edit.value, [&](std::string_view modifier) {
            Edit one = edit;
            one.value = modifier;
            return add_modifier(one);
        });
    }

    bool set_pointers(Line& line, std::string_view list) {
        line.pointer_count = 0;
        line.pointer_text = {};
        return each(list, [&](std::string_view text) {
            const std::uint8_t pointer = read_pointer(text);
            if (pointer == Line::unreadable_pointer)
                return refuse("\"" + std::string(text) +
                              "\" is no diagnosis pointer: a number from 1 or a letter from A to L.");
            return add_pointer(line, pointer);
        });
    }

    bool add_pointer(Line& line, std::uint8_t pointer) {
        const auto end = line.pointers.begin() + line.pointer_count;
        if (std::find(line.pointers.begin(), end, pointer) != end) return true;
        if (line.pointer_count >= claim_pointer_room)
            return refuse("A line has room for four diagnosis pointers only.");
        std::string text(line.pointer_text);
        if (!text.empty()) text += ':';
        append_number(text, pointer);
        line.pointers[line.pointer_count++] = pointer;
        line.pointer_text = arena_.keep(text);
        return true;
    }

    bool add_diagnosis(const Edit& edit) {
        if (edit.value.empty()) return needs_person(edit, "diagnosis");
        Line* const line = edit.line == 0 ? nullptr : line_of(edit);
        if (edit.line != 0 && line == nullptr) return false;
        const auto same = [&](const Diagnosis& diagnosis) { return same_diagnosis(diagnosis.code, edit.value); };
        const auto found = std::find_if(claim_.diagnoses.begin(), claim_.diagnoses.end(), same);
        const auto position = static_cast<std::size_t>(found - claim_.diagnoses.begin());
        if (found == claim_.diagnoses.end()) {
            if (position >= claim_diagnosis_room) return refuse("The claim has twelve diagnoses already.");
            claim_.diagnoses.push_back({edit.value, false, false});
        }
        if (line == nullptr) return true;
        if (position >= 99) return refuse("A pointer cannot count as far as that diagnosis.");
        return add_pointer(*line, static_cast<std::uint8_t>(position + 1));
    }

    bool add_line(const Edit& edit);

    bool delete_lines(std::span<const Edit> edits, std::size_t lines_before) {
        std::vector<std::uint16_t> numbers;
        for (const Edit& edit : edits) {
            if (edit.operation != Operation::delete_line) continue;
            if (edit.line == 0 || edit.line > lines_before)
                return refuse("The claim has no line " + std::to_string(edit.line) + ".");
            numbers.push_back(edit.line);
        }
        sort_rows(numbers, std::greater<>());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        for (const std::uint16_t number : numbers) delete_line(number - 1U);
        return true;
    }

    void delete_line(std::size_t index) {
        const std::int32_t record = claim_.lines[index].documentation;
        if (record >= 0) claim_.documentations.erase(claim_.documentations.begin() + record);
        claim_.lines.erase(claim_.lines.begin() + static_cast<std::ptrdiff_t>(index));
        for (Line& line : claim_.lines)
            if (record >= 0 && line.documentation > record) --line.documentation;
        for (std::size_t later = index; later < claim_.lines.size(); ++later)
            count_down(claim_.lines[later], later + 2);
        auto& measurements = claim_.measurements;
        const auto gone = [&](const Measurement& measurement) { return measurement.line == index; };
        measurements.erase(std::remove_if(measurements.begin(), measurements.end(), gone), measurements.end());
        for (Measurement& measurement : measurements)
            if (measurement.line > index) --measurement.line;
    }

    /// A line after a deleted one is one less, where lines are counted as the guide has it: from 1, by one (2400 LX01).
    void count_down(Line& line, std::size_t position) {
        const std::string_view number = trim(line.number);
        if (is_whole_number(number) && whole_number(number) == position)
            line.number = arena_.keep(std::to_string(whole_number(number) - 1));
    }

    void move_total(std::uint64_t by) {
        if (by == 0 || !claim_.total_charge.valid()) return;
        std::string text;
        append_money(text, static_cast<std::int64_t>(static_cast<std::uint64_t>(claim_.total_charge.value) + by));
        claim_.total_charge = read_money(arena_.keep(text));
    }

    Claim& claim_;
    Arena& arena_;
    std::string& why_not_;
};

bool Editor::add_line(const Edit& edit) {
    if (edit.value.empty())
        return refuse("Only a person can say what the new line must hold; the fix does not say it.");
    Claim wrapped;
    JsonClaim builder(wrapped, arena_);
    builder.begin(1);
    std::string text;
    text.append("{\"").append(row_of(Field::lines).pointer.substr(1)).append("\":[").append(edit.value).append("]}");
    const bool is_json = parse_json(text, builder) == no_json_error;
    if (!is_json || !builder.troubles().empty() || wrapped.lines.size() != 1)
        return refuse("The new line of the fix is not a claim line in JSON.");
    if (claim_.lines.size() >= line_limit) return refuse("The claim has no room for another line.");
    Line line = wrapped.lines.front();
    if (line.documentation >= 0) {
        line.documentation = static_cast<std::int32_t>(claim_.documentations.size());
        claim_.documentations.push_back(wrapped.documentations.front());
    }
    for (Measurement measurement : wrapped.measurements) {
        measurement.line = static_cast<std::uint32_t>(claim_.lines.size());
        claim_.measurements.push_back(measurement);
    }
    const std::string_view last = claim_.lines.empty() ? "0" : trim(claim_.lines.back().number);
    if (is_whole_number(last)) line.number = arena_.keep(std::to_string(whole_number(last) + 1));
    claim_.lines.push_back(line);
    return true;
}

/// Applies the fix to the one claim that it is given, and writes it while its texts are there.
class ApplySink final : public Sink {
public:
    ApplySink(std::span<const Edit> edits, Arena& arena, std::vector<Problem>& problems)
        : edits_(edits), arena_(arena), problems_(problems) {}

    void claim(Claim& claim, std::span<const Finding> troubles) override {
        if (++claims_ > 1) return;
        for (const Finding& trouble : troubles) {
            if (trouble.level != Level::error) continue;
            // Writing the claim would lose what could not be read.
            std::string path;
            append_pointer(path, trouble.field, trouble.line, trouble.element);
            problems_.push_back({std::move(path), message_of(trouble)});
        }
        std::string why_not;
        if (!problems_.empty()) return;
        if (apply_fix(claim, edits_, arena_, why_not))
            append_claim_json(json_, claim);
        else
            problems_.push_back({{}, std::move(why_not)});
    }
    void trouble(const Finding&) override {}

    [[nodiscard]] std::size_t claims() const { return claims_; }
    [[nodiscard]] std::string& json() { return json_; }

private:
    std::span<const Edit> edits_;
    Arena& arena_;
    std::vector<Problem>& problems_;
    std::size_t claims_ = 0;
    std::string json_;
};

}   // namespace

bool apply_fix(Claim& claim, std::span<const Edit> alternative, Arena& arena, std::string& why_not) {
    Claim changed = claim;
    if (!Editor(changed, arena, why_not).apply(alternative)) return false;
    claim = std::move(changed);
    return true;
}

std::string apply(std::string_view claim, std::string_view fix, std::vector<Problem>& problems) {
    Arena arena;
    std::vector<Problem> found;
    const std::vector<Edit> edits = read_fix(fix, arena, found);
    ApplySink sink(edits, arena, found);
    if (found.empty()) {
        const auto reader = make_json_reader();
        reader->end(claim, 0, sink);
        if (sink.claims() != 1) found.push_back({{}, "A fix is applied to one claim, as one JSON object."});
    }
    if (found.empty()) return std::move(sink.json());
    problems.insert(problems.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    return {};
}

}   // namespace deltoid
