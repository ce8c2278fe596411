// SPDX-License-Identifier: Apache-2.0
// Findings for people: place, level, message and rule as a compiler prints them, then the fix; at the end what was found.
#include <algorithm>
#include <numeric>

#include "catalogue.hpp"
#include "deltoid/rule.hpp"
#include "ub04.hpp"
#include "sorting.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

/// ANSI colours that read on light and dark terminals.
struct Dress {
    std::string_view bold, error, warning, info, dim, end;
};
constexpr Dress plain{};
constexpr Dress colored{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[2m", "\x1b[0m"};

class TextWriter final : public Writer {
public:
    TextWriter(bool color, bool stats) : dress_(color ? colored : plain), stats_(stats), messages_(&append_printable) {}

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        append_place(out, finding, scope);
        append_level(out, finding);
        append_claim(out, finding, scope);
        out.append(" ").append(dress_.dim).append("[").append(finding.rule->id).append("]").append(dress_.end).append("\n");
        append_where(out, finding, scope.kind);
        append_fixes(out, finding);
        append_denial(out, finding);
        append_others(out, finding);
    }

    void finish(std::string& out, const Summary& summary) override {
        const Totals& totals = summary.totals;
        for (const FileSummary& file : summary.files) {
            append_printable(out, file.name.empty() ? "claim" : file.name);
            out.append(": ").append(count_of(file.claims, "claim", "claims")).append(", ");
            out.append(count_of(file.lines, "line", "lines")).append(" (");
            append_printable(out, file.format);
            out += ')';
            out += file.complete ? "\n" : ", not complete\n";
        }
        out.append(dress_.bold).append(count_of(totals.injection_claims, "claim", "claims")).append(" with injections: ");
        out.append(with_commas(totals.clean_injection_lines)).append(" of ");
        out.append(count_of(totals.injection_lines, "injection line", "injection lines")).append(" clean").append(dress_.end);
        out.append("; ").append(count_of(totals.errors, "error", "errors")).append(", ");
        out.append(count_of(totals.warnings, "warning", "warnings")).append(", ");
        out.append(count_of(totals.infos, "note", "notes"));
        if (totals.not_evaluated != 0) out.append(" (").append(with_commas(totals.not_evaluated)).append(" not checked)");
        out.append("; ").append(dollars(totals.amount_at_risk)).append(" at risk");
        if (summary.has_fees()) out.append(" (").append(dollars(totals.medicare_at_risk)).append(" by Medicare's fee schedule)");
        out += ".\n";
        if (stats_) append_stats(out, summary);
    }

private:
    void append_place(std::string& out, const Finding& finding, const FindingScope& scope) const {
        if (scope.file.empty()) return;
        out += dress_.bold;
        append_printable(out, scope.file);
        if (finding.has_place) {
            out += ':';
            append_number(out, finding.place.text_line);
            // A file without line breaks is one text line; the segment is the place then.
            if (finding.place.segment != 0 && finding.place.segment != finding.place.text_line) {
                out += " (segment ";
                append_number(out, finding.place.segment);
                out += ')';
            }
        }
        out.append(":").append(dress_.end).append(" ");
    }

    void append_level(std::string& out, const Finding& finding) const {
        const std::string_view color = finding.level == Level::error ? dress_.error
                                       : finding.level == Level::warning ? dress_.warning
                                                                          : dress_.info;
        out.append(color).append(finding.has(Tag::not_evaluated) ? "not checked" : level_name(finding.level)).append(dress_.end);
        if (finding.has(Tag::chart)) out += " (check the chart)";
        if (finding.has(Tag::payer)) out += " (depends on the payer)";
        out += ": ";
    }

    /// "claim A-1, line 3: ..."; messages about a line begin with "Line 3: ".
    void append_claim(std::string& out, const Finding& finding, const FindingScope& scope) {
        std::string text;
        messages_.of(finding, scope.kind).write(text, finding);
        if (finding.about_file || scope.claim.empty()) {
            out += text;
            return;
        }
        constexpr std::string_view line_begins = "Line ";
        out += "claim ";
        append_printable(out, scope.claim);
        if (text.starts_with(line_begins)) out.append(", line ").append(text, line_begins.size());
        else out.append(": ").append(text);
    }

    /// Box and segment of the field, for those who know the one or the other.
    static void append_where(std::string& out, const Finding& finding, Kind kind) {
        const std::string_view box = box_of(finding.field, kind), x12 = x12_of(finding.field, kind);
        if (box.empty() && x12.empty()) return;
        out += "    where: ";
        if (!box.empty()) out.append(kind == Kind::institutional ? "" : "box ").append(box);
        if (!x12.empty()) out.append(box.empty() ? "" : ", ").append(transaction_of(kind)).append(" ").append(x12);
        out += '\n';
    }

    static void append_fixes(std::string& out, const Finding& finding) {
        for (std::size_t number = 0;; ++number) {
            const auto edits = alternative(finding, number);
            if (edits.empty()) return;
            out += number == 0 ? "    fix: " : "     or: ";
            append_fix_in_words(out, edits);
            out += '\n';
        }
    }

    static void append_denial(std::string& out, const Finding& finding) {
        if (finding.denial.group == Group::none || finding.level < Level::warning) return;
        out += "    payer's answer: ";
        append_denial_in_words(out, finding.denial);
        out += '\n';
    }

    static void append_others(std::string& out, const Finding& finding) {
        for (std::size_t i = 0; i < finding.other_count; ++i) {
            out += "    see also: claim ";
            append_printable(out, finding.others[i].claim);
            out += ", line ";
            append_number(out, finding.others[i].line);
            out += '\n';
        }
    }

    void append_stats(std::string& out, const Summary& summary) const {
        std::vector<std::size_t> order(summary.by_rule.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        sort_rows(order, [&](std::size_t a, std::size_t b) { return summary.by_rule[a] > summary.by_rule[b]; });
        for (const std::size_t i : order) {
            if (summary.by_rule[i] == 0) break;
            const std::string count = with_commas(summary.by_rule[i]);
            out.append(count.size() < 10 ? 10 - count.size() : 0, ' ').append(count).append("  ");
            out.append(rules()[i]->id).append("  ").append(rules()[i]->name).append("\n");
        }
    }

    const Dress& dress_;
    bool stats_;
    Messages messages_;
};

}  // namespace

std::unique_ptr<Writer> make_text_writer(bool color, bool stats) { return std::make_unique<TextWriter>(color, stats); }

}  // namespace deltoid
