// SPDX-License-Identifier: Apache-2.0
// Findings as CSV (RFC 4180) for spreadsheets: one row each. The columns are those of the page's download, in its order;
// columns are only ever added at the end.
#include "deltoid/rule.hpp"
#include "ub04.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

constexpr std::string_view header =
    "file,claim,claim_index,line,rule,name,level,tags,message,why,box,field,x12,amount,group,carc,rarc,confidence,"
    "offset,segment,"
    "text_line,fix,other_claims\r\n";

/// A spreadsheet would run a text that begins like a formula, and a claim's id may come from anywhere.
bool is_like_formula(std::string_view text) {
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
    const bool is_number =
        text.front() == '-' && text.size() > 1 && text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    return !is_number;
}

class CsvWriter final : public Writer {
public:
    CsvWriter() : messages_(&append_printable) {}

    void begin(std::string& out) override { out += header; }

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        const Rule& rule = *finding.rule;
        first_ = true;
        text(out, scope.file);
        text(out, finding.about_file ? std::string_view() : scope.claim);
        number(out, !finding.about_file, scope.claim_index);
        number(out, finding.line != 0, finding.line);
        text(out, rule.id);
        text(out, rule.name);
        text(out, level_name(finding.level));
        text(out, tags_of(finding));
        std::string words;
        messages_.of(finding, scope.kind).write(words, finding);
        text(out, words);
        text(out, rule.why);
        text(out, box_of(finding.field, scope.kind));
        words.clear();
        append_pointer(words, finding.field, finding.line, finding.element);
        text(out, words);
        text(out, x12_of(finding.field, scope.kind));
        next(out);
        if (finding.amount.valid()) append_money(out, finding.amount.value);
        answer(out, finding.denial);
        text(out, confidence_name(rule.confidence));
        number(out, finding.has_place, static_cast<std::int64_t>(finding.place.offset));
        number(out, finding.has_place && finding.place.segment != 0, finding.place.segment);
        number(out, finding.has_place, finding.place.text_line);
        text(out, fixes_of(finding));
        text(out, others_of(finding));
        out += "\r\n";
    }

    void finish(std::string&, const Summary&) override {}

private:
    void next(std::string& out) {
        if (!first_) out += ',';
        first_ = false;
    }

    void number(std::string& out, bool known, std::int64_t value) {
        next(out);
        if (known) append_number(out, value);
    }

    void text(std::string& out, std::string_view value) {
        next(out);
        std::string shown;
        if (is_like_formula(value)) shown += '\'';
        append_printable(shown, value);
        if (shown.find_first_of("\",\r\n") == std::string::npos) {
            out += shown;
            return;
        }
        out += '"';
        for (const char c : shown) out.append(c == '"' ? 2 : 1, c);
        out += '"';
    }

    void answer(std::string& out, const Denial& denial) {
        std::string remarks;
        for (const std::string_view rarc : denial.rarc)
            if (!rarc.empty()) remarks.append(remarks.empty() ? "" : " ").append(rarc);
        text(out, group_name(denial.group));
        text(out, denial.group == Group::none ? std::string_view() : denial.carc);
        text(out, remarks);
    }

    static std::string tags_of(const Finding& finding) {
        std::string tags;
        const auto add = [&](Tag tag, std::string_view name) {
            if (finding.has(tag)) tags.append(tags.empty() ? "" : " ").append(name);
        };
        add(Tag::chart, "chart");
        add(Tag::payer, "payer");
        add(Tag::not_evaluated, "not_evaluated");
        return tags;
    }

    static std::string fixes_of(const Finding& finding) {
        std::string fixes;
        for (std::size_t number = 0;; ++number) {
            const auto edits = alternative(finding, number);
            if (edits.empty()) return fixes;
            if (number != 0) fixes += "; or ";
            append_fix_in_words(fixes, edits);
        }
    }

    static std::string others_of(const Finding& finding) {
        std::string others;
        for (std::size_t i = 0; i < finding.other_count; ++i) {
            if (i != 0) others += "; ";
            others += "claim ";
            if (finding.others[i].claim.empty()) append_number(others, finding.others[i].claim_index + std::int64_t{1});
            others.append(finding.others[i].claim).append(", line ");
            append_number(others, finding.others[i].line);
        }
        return others;
    }

    Messages messages_;
    bool first_ = true;
};

}   // namespace

std::unique_ptr<Writer> make_csv_writer() { return std::make_unique<CsvWriter>(); }

}   // namespace deltoid
