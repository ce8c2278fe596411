// SPDX-License-Identifier: Apache-2.0
// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run, results as they come, and behind them what the run
// knows only at its end: the rules that spoke, with their pages as help, and the files.
//
// A region names the text line only. SARIF takes a line without columns for the whole of it, and calls a byte offset
// beside it invalid where the two differ (3.30.4); so offset and segment stand in the region's properties. A fix of SARIF
// replaces bytes; ours change a claim, whatever it was written as, and stand in the result's properties as the contract
// has them.
#include "about.hpp"
#include "catalogue.hpp"
#include "deltoid/checker.hpp"
#include "fields.hpp"
#include "json_text.hpp"
#include "writers/json_parts.hpp"
#include "writers/message.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

/// A file's name as a URI reference (RFC 3986): what is not unreserved is percent-encoded.
void append_uri(std::string& out, std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += name.starts_with('/') ? "\"file://" : "\"";
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const auto byte = static_cast<unsigned char>(c);
        if (letter || (c >= '-' && c <= '9') || c == '_' || c == '~')
            out += c;   // - . / and digits
        else
            out.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    out += '"';
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
    out.append("\"").append(key).append("\":{\"text\":");
    append_json_string(out, text);
    out += '}';
}

std::string_view sarif_level(Level level) { return level == Level::info ? "note" : level_name(level); }

/// The claim by its place in the file, then the line and field in it.
void append_logical(std::string& out, std::string_view claim, std::uint32_t claim_index, unsigned line,
                    std::string_view pointer) {
    const auto name = [&] {
        out += "/claims/";
        append_number(out, claim_index);
    };
    out += "\"logicalLocations\":[{\"name\":";
    append_json_string(out, claim);
    out += ",\"kind\":\"claim\",\"fullyQualifiedName\":\"";
    name();
    out += "\"}";
    if (line != 0 || !pointer.empty()) {
        out += ",{\"name\":\"";
        if (line != 0) {
            out += "line ";
            append_number(out, line);
        } else {
            out += pointer.substr(1);
        }
        out += line != 0 ? "\",\"kind\":\"line\",\"fullyQualifiedName\":\""
                         : "\",\"kind\":\"field\",\"fullyQualifiedName\":\"";
        name();
        if (pointer.empty()) {
            out += "/lines/";
            append_number(out, line - 1);
        }
        out.append(pointer).append("\"}");
    }
    out += ']';
}

void append_physical(std::string& out, const Finding& finding, const FindingScope& scope) {
    out += "\"physicalLocation\":{\"artifactLocation\":{\"uri\":";
    append_uri(out, scope.file);
    out += ",\"index\":";
    append_number(out, scope.file_number);
    out += '}';
    if (finding.has_place) {
        out += ",\"region\":{\"startLine\":";
        append_number(out, finding.place.text_line);
        out += ",\"properties\":{\"byteOffset\":";
        append_number(out, static_cast<std::int64_t>(finding.place.offset));
        if (finding.place.segment != 0) {
            out += ",\"segment\":";
            append_number(out, finding.place.segment);
        }
        out += "}}";
    }
    out += '}';
}

void append_location(std::string& out, const Finding& finding, const FindingScope& scope) {
    if (scope.file.empty() && finding.about_file) return;
    out += ",\"locations\":[{";
    if (!scope.file.empty()) append_physical(out, finding, scope);
    if (!finding.about_file) {
        if (!scope.file.empty()) out += ',';
        std::string pointer;
        append_pointer(pointer, finding.field, finding.line, finding.element);
        append_logical(out, scope.claim, scope.claim_index, finding.line, pointer);
    }
    out += "}]";
}

void append_related(std::string& out, const Finding& finding) {
    if (finding.other_count == 0) return;
    out += ",\"relatedLocations\":[";
    for (std::size_t i = 0; i < finding.other_count; ++i) {
        const OtherLine& other = finding.others[i];
        out += i == 0 ? "{\"id\":" : ",{\"id\":";
        append_number(out, static_cast<std::int64_t>(i) + 1);
        if (!other.file.empty()) {
            out += ",\"physicalLocation\":{\"artifactLocation\":{\"uri\":";
            append_uri(out, other.file);
            out += "}}";
        }
        out += ',';
        append_logical(out, other.claim, other.claim_index, other.line, {});
        out += '}';
    }
    out += ']';
}

void append_properties(std::string& out, const Finding& finding, const FindingScope& scope) {
    out += ",\"properties\":{\"tags\":[";
    append_json_tags(out, finding);
    out += "],\"claim\":";
    if (finding.about_file)
        out += "null,\"claim_index\":null";
    else {
        append_json_string(out, scope.claim);
        out += ",\"claim_index\":";
        append_number(out, scope.claim_index);
    }
    out += ",\"line\":";
    if (finding.line == 0)
        out += "null";
    else
        append_number(out, finding.line);
    append_json_field(out, finding, scope.kind);
    out += ",\"fix\":[";
    append_json_fixes(out, finding);
    out += "],\"fix_in_words\":[";
    for (std::size_t number = 0;; ++number) {
        const auto edits = alternative(finding, number);
        if (edits.empty()) break;
        if (number != 0) out += ',';
        std::string words;
        append_fix_in_words(words, edits);
        append_json_string(out, words);
    }
    out += "],\"denial\":";
    append_json_denial(out, finding.denial);
    out += ",\"amount\":";
    append_json_amount(out, finding.amount);
    out += ",\"evidence\":[";
    append_json_evidence(out, finding);
    out += "]}";
}

void append_rule(std::string& out, const Rule& rule) {
    out.append("{\"id\":\"").append(rule.id).append("\",\"name\":\"").append(rule.name).append("\",");
    append_text(out, "shortDescription", rule.summary);
    out += ',';
    append_text(out, "fullDescription", std::string(rule.summary).append(" ").append(rule.why));
    out += ",\"help\":{\"text\":";
    append_json_string(out, explain(rule.id, "text"));
    out += ",\"markdown\":";
    append_json_string(out, explain(rule.id, "markdown"));
    out.append("},\"defaultConfiguration\":{\"level\":\"")
        .append(sarif_level(rule.level))
        .append("\"},\"properties\":{\"tags\":[\"");
    out.append(rule.id.substr(0, rule.id.size() - 3))
        .append("\"],\"confidence\":\"")
        .append(confidence_name(rule.confidence));
    out += "\",\"sources\":";
    append_json_sources(out, rule.sources);
    out += "}}";
}

void append_artifact(std::string& out, const FileSummary& file, std::size_t index) {
    out += '{';
    if (file.name.empty())
        append_text(out, "description", "A claim that came from no file.");
    else {
        out += "\"location\":{\"uri\":";
        append_uri(out, file.name);
        out += ",\"index\":";
        append_number(out, static_cast<std::int64_t>(index));
        out += '}';
    }
    out += ",\"length\":";
    append_number(out, static_cast<std::int64_t>(file.bytes));
    out += ",\"roles\":[\"analysisTarget\"],\"properties\":{\"format\":";
    append_json_string(out, file.format);
    out += file.complete ? ",\"complete\":true}}" : ",\"complete\":false}}";
}

class SarifWriter final : public Writer {
public:
    SarifWriter() : messages_(&append_json_escaped) {}

    void begin(std::string& out) override {
        out +=
            "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
            "sarif-schema-2.1.0.json\","
            "\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"utf16CodeUnits\",\"results\":[\n";
    }
    [[nodiscard]] std::string_view separator() const override { return ",\n"; }

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        // "Insufficient information to decide" (3.27.9); a result that is no failure has the level none.
        const std::string_view level =
            finding.has(Tag::not_evaluated) ? "none\",\"kind\":\"open" : sarif_level(finding.level);
        out.append("{\"ruleId\":\"").append(finding.rule->id).append("\",\"level\":\"").append(level);
        out += "\",\"message\":{\"text\":\"";
        messages_.of(finding, scope.kind).write(out, finding);
        out += "\"}";
        append_location(out, finding, scope);
        append_related(out, finding);
        append_properties(out, finding, scope);
        out += '}';
    }

    void finish(std::string& out, const Summary& summary) override {
        out += "\n],\n\"artifacts\":[";
        for (std::size_t i = 0; i < summary.files.size(); ++i) {
            if (i != 0) out += ',';
            append_artifact(out, summary.files[i], i);
        }
        out.append("],\n\"tool\":{\"driver\":{\"name\":\"deltoid\",\"semanticVersion\":\"").append(version_text());
        out += "\",\"rules\":[";
        bool first = true;
        for (std::size_t i = 0; i < summary.by_rule.size(); ++i) {
            if (summary.by_rule[i] == 0) continue;
            out += first ? "\n" : ",\n";
            append_rule(out, *rules()[i]);
            first = false;
        }
        out += "]}},\n\"properties\":{\"summary\":";
        append_json_summary(out, summary);
        out += "}}]}\n";
    }

private:
    Messages messages_;
};

}   // namespace

std::unique_ptr<Writer> make_sarif_writer() { return std::make_unique<SarifWriter>(); }

}   // namespace deltoid
