// SPDX-License-Identifier: Apache-2.0
// Findings as JSON: one object a line (jsonl), or one document. Bytes are appended; a rule's constant part is made once.
#include <array>

#include "about.hpp"
#include "catalogue.hpp"
#include "fields.hpp"
#include "json_text.hpp"
#include "ub04.hpp"
#include "writers/json_parts.hpp"
#include "writers/message.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

void append_pointer_string(std::string& out, Field field, unsigned line, unsigned element) {
    out += '"';
    append_pointer(out, field, line, element);
    out += '"';
}

/// A text of ours, or null when it is empty.
void append_or_null(std::string& out, std::string_view text) {
    if (text.empty()) out += "null";
    else out.append("\"").append(text).append("\"");
}

void append_edit(std::string& out, const Edit& edit) {
    out.append("{\"op\":\"").append(operation_name(edit.operation)).append("\"");
    if (edit.line != 0) {
        out += ",\"line\":";
        append_number(out, edit.line);
    }
    if (!edit.value.empty()) {
        out += ",\"value\":";
        if (edit.operation == Operation::add_line) out += edit.value;
        else append_json_string(out, edit.value);
    }
    if (edit.field != Field::none) {
        out += ",\"field\":";
        append_pointer_string(out, edit.field, edit.line, 0);
    }
    if (edit.needs_chart) out += ",\"needs\":\"chart\"";
}

void append_count(std::string& out, std::string_view key, std::uint64_t count) {
    out.append(",\"").append(key).append("\":");
    append_number(out, static_cast<std::int64_t>(count));
}

void append_file(std::string& out, const FileSummary& file, bool first) {
    out += first ? "{\"name\":" : ",{\"name\":";
    append_json_string(out, file.name);
    out += ",\"format\":";
    append_json_string(out, file.format);   // of an unknown transaction set it is what the file says
    append_count(out, "bytes", file.bytes);
    append_count(out, "claims", file.claims);
    append_count(out, "lines", file.lines);
    out += file.complete ? ",\"complete\":true}" : ",\"complete\":false}";
}

}  // namespace

void append_json_sources(std::string& out, std::span<const Source> sources) {
    out += '[';
    for (const Source& source : sources) {
        if (&source != sources.data()) out += ',';
        out += "{\"title\":";
        append_json_string(out, source.title);
        out += ",\"ref\":";
        append_json_string(out, source.ref);
        const auto day = [&](std::string_view key, std::string_view value) {
            out += key;
            if (value.empty()) out += "null";
            else append_json_string(out, value);
        };
        day(",\"from\":", source.from);
        day(",\"to\":", source.to);
        out += '}';
    }
    out += ']';
}

void append_json_tags(std::string& out, const Finding& finding) {
    constexpr std::array<std::pair<Tag, std::string_view>, 3> names{
        {{Tag::chart, "\"chart\""}, {Tag::payer, "\"payer\""}, {Tag::not_evaluated, "\"not_evaluated\""}}};
    bool first = true;
    for (const auto& [tag, name] : names) {
        if (!finding.has(tag)) continue;
        if (!first) out += ',';
        out += name;
        first = false;
    }
}

void append_json_field(std::string& out, const Finding& finding, Kind kind) {
    out += ",\"field\":";
    if (finding.field == Field::none) out += "null";
    else append_pointer_string(out, finding.field, finding.line, finding.element);
    out += ",\"box\":";
    append_or_null(out, box_of(finding.field, kind));
    out += ",\"x12\":";
    append_or_null(out, x12_of(finding.field, kind));
}

void append_json_fixes(std::string& out, const Finding& finding) {
    for (std::size_t number = 0;; ++number) {
        const auto edits = alternative(finding, number);
        if (edits.empty()) return;
        if (number != 0) out += ',';
        append_edit(out, edits.front());
        if (edits.size() > 1) out += ",\"also\":[";
        for (std::size_t i = 1; i < edits.size(); ++i) {
            if (i != 1) out += ',';
            append_edit(out, edits[i]);
            out += '}';
        }
        out += edits.size() > 1 ? "]}" : "}";
    }
}

void append_json_denial(std::string& out, const Denial& denial) {
    if (denial.group == Group::none) {
        out += "null";
        return;
    }
    out += "{\"line\":";
    if (denial.line == 0) out += "null";
    else append_number(out, denial.line);
    out.append(",\"group\":\"").append(group_name(denial.group)).append("\",\"carc\":\"").append(denial.carc).append("\",\"rarc\":[");
    for (std::size_t i = 0; i < denial.rarc.size() && !denial.rarc[i].empty(); ++i)
        out.append(i == 0 ? "\"" : ",\"").append(denial.rarc[i]).append("\"");
    out += "]}";
}

void append_json_amount(std::string& out, const Money& amount) {
    if (!amount.valid()) {
        out += "null";
        return;
    }
    out += '"';
    append_money(out, amount.value);
    out += '"';
}

void append_json_evidence(std::string& out, const Finding& finding) {
    for (std::size_t i = 0; i < finding.evidence_count; ++i) {
        const Evidence& evidence = finding.evidence[i];
        out += i == 0 ? "{\"table\":" : ",{\"table\":";
        append_json_string(out, evidence.edition->table);
        out += ",\"edition\":";
        append_json_string(out, evidence.edition->name);
        out += ",\"row\":";
        append_json_string(out, evidence.row);
        out += '}';
    }
}

void append_json_others(std::string& out, const Finding& finding) {
    for (std::size_t i = 0; i < finding.other_count; ++i) {
        const OtherLine& other = finding.others[i];
        out += i == 0 ? "{\"file\":" : ",{\"file\":";
        append_json_string(out, other.file);
        out += ",\"claim\":";
        append_json_string(out, other.claim);
        out += ",\"claim_index\":";
        append_number(out, other.claim_index);
        out += ",\"line\":";
        append_number(out, other.line);
        out += '}';
    }
}

void append_json_summary(std::string& out, const Summary& summary) {
    const Totals& totals = summary.totals;
    out += "{\"kind\":\"summary\"";
    append_count(out, "claims", totals.claims);
    append_count(out, "lines", totals.lines);
    append_count(out, "injection_claims", totals.injection_claims);
    append_count(out, "injection_lines", totals.injection_lines);
    append_count(out, "clean_injection_lines", totals.clean_injection_lines);
    append_count(out, "errors", totals.errors);
    append_count(out, "warnings", totals.warnings);
    append_count(out, "infos", totals.infos);
    append_count(out, "not_evaluated", totals.not_evaluated);
    out += ",\"amount_at_risk\":\"";
    append_money(out, totals.amount_at_risk);
    if (summary.has_fees()) {
        out += "\",\"medicare_amount_at_risk\":\"";
        append_money(out, totals.medicare_at_risk);
    }
    out += "\",\"by_rule\":{";
    bool first = true;
    for (std::size_t i = 0; i < summary.by_rule.size(); ++i) {
        if (summary.by_rule[i] == 0) continue;
        out.append(first ? "\"" : ",\"").append(rules()[i]->id).append("\":");
        append_number(out, static_cast<std::int64_t>(summary.by_rule[i]));
        first = false;
    }
    out += "},\"files\":[";
    for (const FileSummary& file : summary.files) append_file(out, file, &file == summary.files.data());
    out += "],";
    append_editions(out, summary.editions);
    out.append(",\"version\":\"").append(version_text()).append("\",\"rulebook\":\"").append(rulebook_digest()).append("\"}");
}

namespace {

/// What a rule contributes to each of its findings.
struct Prepared {
    std::string rule_and_name;   ///< "rule":"...","name":"...","level":
    std::vector<Template> messages;
    std::string why;             ///< "why":"...","fix":
    std::string confidence_and_sources;
};

Prepared prepare(const Rule& rule, Kind kind) {
    Prepared made;
    made.rule_and_name = ",\"rule\":\"";
    made.rule_and_name.append(rule.id).append("\",\"name\":\"").append(rule.name).append("\",\"level\":\"");
    for (const std::string_view message : rule.messages) {
        if (kind == Kind::institutional) made.messages.emplace_back(with_form_locators(message), &append_json_escaped);
        else made.messages.emplace_back(message, &append_json_escaped);
    }
    made.why = "\",\"why\":";
    append_json_string(made.why, rule.why);
    made.why += ",\"fix\":[";
    made.confidence_and_sources = ",\"confidence\":\"";
    made.confidence_and_sources.append(confidence_name(rule.confidence)).append("\",\"sources\":");
    append_json_sources(made.confidence_and_sources, rule.sources);
    made.confidence_and_sources += ",\"evidence\":[";
    return made;
}

void append_place(std::string& out, const Finding& finding) {
    out += ",\"at\":";
    if (!finding.has_place) {
        out += "null";
        return;
    }
    out += "{\"offset\":";
    append_number(out, static_cast<std::int64_t>(finding.place.offset));
    out += ",\"segment\":";
    if (finding.place.segment == 0) out += "null";
    else append_number(out, finding.place.segment);
    out += ",\"text_line\":";
    append_number(out, finding.place.text_line);
    out += '}';
}

class JsonWriter final : public Writer {
public:
    explicit JsonWriter(bool lines) : lines_(lines), prepared_(2 * rules().size()) {}

    void begin(std::string& out) override {
        if (!lines_) out += "{\"findings\":[\n";
    }
    [[nodiscard]] std::string_view separator() const override { return lines_ ? "" : ",\n"; }

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        const Prepared& rule = prepared(*finding.rule, scope.kind);
        out += "{\"kind\":\"finding\",\"file\":";
        if (scope.file.empty()) out += "null";
        else append_json_string(out, scope.file);
        out += ",\"claim\":";
        if (finding.about_file) out += "null,\"claim_index\":null";
        else {
            append_json_string(out, scope.claim);
            out += ",\"claim_index\":";
            append_number(out, scope.claim_index);
        }
        out.append(rule.rule_and_name).append(level_name(finding.level)).append("\",\"tags\":[");
        append_json_tags(out, finding);
        out += "],\"line\":";
        if (finding.line == 0) out += "null";
        else append_number(out, finding.line);
        append_json_field(out, finding, scope.kind);
        append_place(out, finding);
        out += ",\"message\":\"";
        rule.messages[finding.message].write(out, finding);
        out += rule.why;
        append_json_fixes(out, finding);
        out += "],\"denial\":";
        append_json_denial(out, finding.denial);
        out += ",\"amount\":";
        append_json_amount(out, finding.amount);
        out += rule.confidence_and_sources;
        append_json_evidence(out, finding);
        out += "],\"other_claims\":[";
        append_json_others(out, finding);
        out += lines_ ? "]}\n" : "]}";
    }

    void finish(std::string& out, const Summary& summary) override {
        if (!lines_) out += "\n],\n\"summary\":";
        append_json_summary(out, summary);
        out += lines_ ? "\n" : "}\n";
    }

private:
    const Prepared& prepared(const Rule& rule, Kind kind) {
        Prepared& found = prepared_[rule_index(rule) + (kind == Kind::institutional ? rules().size() : 0)];
        if (found.rule_and_name.empty()) found = prepare(rule, kind);
        return found;
    }

    bool lines_;
    std::vector<Prepared> prepared_;   ///< for professional claims, then for institutional ones
};

}  // namespace

std::unique_ptr<Writer> make_json_writer(bool lines) { return std::make_unique<JsonWriter>(lines); }

}  // namespace deltoid
