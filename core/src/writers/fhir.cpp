// SPDX-License-Identifier: Apache-2.0
// Findings as a FHIR R4 OperationOutcome (hl7.org/fhir/R4/operationoutcome.html): one issue each, and the summary as the
// resource's narrative. FHIR knows no null, no empty list or text, and no control characters: nothing of the kind is written.
#include "deltoid/rule.hpp"
#include "fhir_elements.hpp"
#include "json_text.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

/// As a person reads it, in JSON: control characters are already spelt out.
void append_fhir(std::string& out, std::string_view text) {
    std::string shown;
    append_printable(shown, text);
    append_json_escaped(out, shown);
}

/// "batch.837, text line 31, segment 31, byte 1204: claim A-1, line 2."
void append_place(std::string& out, const Finding& finding, const FindingScope& scope) {
    out += scope.file;
    const auto part = [&](std::string_view what, std::int64_t number) {
        out.append(out.empty() ? "" : ", ").append(what).append(" ");
        append_number(out, number);
    };
    if (finding.has_place) {
        part("text line", finding.place.text_line);
        if (finding.place.segment != 0) part("segment", finding.place.segment);
        part("byte", static_cast<std::int64_t>(finding.place.offset));
    }
    if (!finding.about_file) {
        part("claim", scope.claim_index + std::int64_t{1});
        if (!scope.claim.empty()) out.append(" (").append(scope.claim).append(")");
    }
    if (finding.line != 0) part("line", finding.line);
    if (!out.empty()) out += ". ";
}

std::string diagnostics_of(const Finding& finding, const FindingScope& scope) {
    std::string text;
    append_place(text, finding, scope);
    text += finding.rule->why;
    for (std::size_t number = 0;; ++number) {
        const auto edits = alternative(finding, number);
        if (edits.empty()) {
            if (number != 0) text += '.';
            break;
        }
        text += number == 0 ? " Fix: " : "; or ";
        append_fix_in_words(text, edits);
    }
    if (finding.denial.group != Group::none) {
        text += " Payer's answer: ";
        append_denial_in_words(text, finding.denial);
        text += '.';
    }
    for (std::size_t i = 0; i < finding.other_count; ++i) {
        text.append(" See also claim ").append(finding.others[i].claim).append(", line ");
        append_number(text, finding.others[i].line);
        text += '.';
    }
    return text;
}

void begin_issue(std::string& out, std::string_view severity, std::string_view code) {
    out.append("{\"severity\":\"").append(severity).append("\",\"code\":\"").append(code).append("\",\"details\":{");
}

class FhirWriter final : public Writer {
public:
    FhirWriter() : messages_(&append_fhir) {}

    void begin(std::string& out) override { out += "{\"resourceType\":\"OperationOutcome\",\"issue\":[\n"; }
    [[nodiscard]] std::string_view separator() const override { return ",\n"; }

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        const bool note = finding.level == Level::info;
        begin_issue(out, note ? "information" : level_name(finding.level), code_of(finding));
        out.append("\"coding\":[{\"system\":\"urn:deltoid:rule\",\"code\":\"")
            .append(finding.rule->id)
            .append("\",\"display\":\"");
        out.append(finding.rule->name).append("\"}],\"text\":\"");
        messages_.of(finding, scope.kind).write(out, finding);
        out += "\"},\"diagnostics\":\"";
        append_fhir(out, diagnostics_of(finding, scope));
        out += '"';
        if (!finding.about_file) {
            out += ",\"expression\":[\"";
            append_fhir_expression(out, finding, scope.origin);
            out += "\"]";
        }
        out += '}';
    }

    void finish(std::string& out, const Summary& summary) override {
        const Totals& totals = summary.totals;
        std::string words = count_of(totals.claims, "claim", "claims");
        words.append(" checked, ").append(with_commas(totals.injection_claims)).append(" with injections: ");
        words.append(count_of(totals.errors, "error", "errors")).append(", ");
        words.append(count_of(totals.warnings, "warning", "warnings")).append(", ");
        words.append(count_of(totals.infos, "note", "notes"))
            .append("; ")
            .append(dollars(totals.amount_at_risk))
            .append(" at risk");
        if (summary.has_fees()) words.append(" (").append(dollars(totals.medicare_at_risk)).append(" by Medicare's fee schedule)");
        words += '.';
        if (totals.errors + totals.warnings + totals.infos == 0) {   // there must be an issue
            begin_issue(out, "information", "informational");
            out.append("\"text\":\"Nothing was found. ").append(words).append("\"}}");
        }
        out += "\n],\n\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>";
        out.append(words).append("</p></div>\"}}\n");
    }

private:
    /// Of the value set issue-type: what the readers say of a file's form is its structure.
    static std::string_view code_of(const Finding& finding) {
        if (finding.has(Tag::not_evaluated)) return "incomplete";
        if (finding.level == Level::info) return "informational";
        return finding.rule->scope == Scope::reader ? "structure" : "business-rule";
    }

    Messages messages_;
};

}   // namespace

std::unique_ptr<Writer> make_fhir_writer() { return std::make_unique<FhirWriter>(); }

}   // namespace deltoid
