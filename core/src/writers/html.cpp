// SPDX-License-Identifier: Apache-2.0
// The report: one HTML file to be read, printed and worked off with a pen. Nothing in it runs or is fetched: its own
// policy forbids both. Findings are written when they are said and held until the end, for the sums come first.
#include <algorithm>
#include <cstring>
#include <utility>

#include "about.hpp"
#include "catalogue.hpp"
#include "sha256.hpp"
#include "ub04.hpp"
#include "writers/html_style.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

constexpr std::size_t most_findings = 20'000;   // more make no page that a browser opens, or a person reads

/// Text between tags or in a quoted attribute.
void append_html(std::string& out, std::string_view text) {
    std::string shown;
    append_printable(shown, text);
    for (const char c : shown) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
}

/// Names that come from outside may run from right to left; they must not take the rest of the line along.
void append_name(std::string& out, std::string_view name) {
    out += "<bdi>";
    append_html(out, name);
    out += "</bdi>";
}

/// A verdict has a word, a shape and a colour of its own.
struct Verdict {
    std::string_view shape, word;
};

Verdict verdict_of(const Finding& finding) {
    if (finding.level == Level::error) return {"deny", "will deny"};
    if (finding.level != Level::warning)
        return finding.has(Tag::not_evaluated) ? Verdict{"unchecked", "not checked"} : Verdict{"note", "good to know"};
    if (finding.has(Tag::payer)) return {"payer", "depends on the payer"};
    return finding.has(Tag::chart) ? Verdict{"chart", "check the chart"} : Verdict{"may", "may deny"};
}

void append_shape(std::string& out, std::string_view shape) {
    out.append("<svg aria-hidden=\"true\"><use href=\"#").append(shape).append("\"/></svg>");
}

/// What a held finding is sorted and summed by; its message, its claim's id and its row of the report follow.
struct Head {
    std::uint32_t message_size = 0, id_size = 0, row_size = 0;
    std::uint32_t file = 0, claim_index = 0;
    std::uint16_t line = 0, denied_line = 0;
    Cents at_risk = 0;
    bool about_file = false, error = false, denies = false;
};

struct Held : Head {
    std::string_view message, id, row;   ///< in HTML
    std::size_t end = 0;                 ///< where the next one begins
};

Held held_at(std::string_view bytes, std::size_t at) {
    Held held;
    Head& head = held;
    std::memcpy(&head, bytes.data() + at, sizeof head);
    at += sizeof head;
    held.message = bytes.substr(at, head.message_size);
    held.id = bytes.substr(at += head.message_size, head.id_size);
    held.row = bytes.substr(at += head.id_size, head.row_size);
    held.end = at + head.row_size;
    return held;
}

/// A sort key and what it belongs to. There is one vector and one sort of these small values alone, because each kind
/// more would be some KB of the engine.
struct Key {
    std::uint64_t first = 0;
    std::uint32_t second = 0;
    std::size_t what = 0;   ///< what is equal otherwise keeps its order
    bool operator<(const Key& other) const {
        return first != other.first     ? first < other.first
               : second != other.second ? second < other.second
                                        : what < other.what;
    }
};
using Keys = std::vector<Key>;

void sort(Keys& keys) {
    std::make_heap(keys.begin(), keys.end());
    std::sort_heap(keys.begin(), keys.end());
}

/// Where the findings lie: those of files first, then claim by claim; a claim's late ones among its others.
Keys in_order(std::string_view bytes) {
    Keys keys;
    for (std::size_t at = 0; at != bytes.size() && keys.size() < most_findings;) {
        const Held held = held_at(bytes, at);
        const std::uint64_t claim = std::uint64_t{held.file} << 32 | held.claim_index;
        keys.push_back({held.about_file ? claim : claim | std::uint64_t{1} << 63, held.line, at});
        at = held.end;
    }
    sort(keys);
    return keys;
}

/// The findings of one claim: keys from `begin` to `end`.
struct ClaimPart {
    std::size_t begin = 0, end = 0;
    Held first, first_error;
    std::size_t errors = 0;
    Cents at_risk = 0;
};

/// A denied line counts once; a denial of the whole claim is all of them.
ClaimPart claim_at(std::string_view bytes, const Keys& keys, std::size_t begin) {
    ClaimPart claim;
    claim.begin = claim.end = begin;
    claim.first = held_at(bytes, keys[begin].what);
    std::string counted;
    bool whole = false;
    for (; claim.end < keys.size() && keys[claim.end].first == keys[begin].first; ++claim.end) {
        const Held one = held_at(bytes, keys[claim.end].what);
        if (one.error && claim.errors++ == 0) claim.first_error = one;
        if (!one.denies || whole) continue;
        whole = one.denied_line == 0 && one.at_risk != 0;
        if (whole) claim.at_risk = one.at_risk;
        if (whole) continue;
        if (counted.size() <= one.denied_line) counted.resize(one.denied_line + std::size_t{1});
        if (std::exchange(counted[one.denied_line], '\1') == '\0') claim.at_risk += one.at_risk;
    }
    return claim;
}

std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto value = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string out;
    for (std::size_t at = 0; at < hex.size(); at += 3) {   // three hex digits are two of base64
        unsigned bits = 0;
        for (std::size_t i = 0; i < 3; ++i) bits = bits << 4 | (at + i < hex.size() ? value(hex[at + i]) : 0);
        out += digits[bits >> 6];
        if (at + 1 < hex.size()) out += digits[bits & 63];
    }
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

class HtmlWriter final : public Writer {
public:
    explicit HtmlWriter(const Options& options)
        : messages_(&append_html), as_of_(options.as_of), as_of_file_(options.as_of_file) {}

    [[nodiscard]] std::size_t holds() const override { return most_findings; }

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        std::string message, id, row;
        messages_.of(finding, scope.kind).write(message, finding);
        append_claim_name(id, scope.claim, scope.claim_index);
        append_row(row, finding, scope.kind, message);
        Head head;
        head.message_size = static_cast<std::uint32_t>(message.size());
        head.id_size = static_cast<std::uint32_t>(id.size());
        head.row_size = static_cast<std::uint32_t>(row.size());
        head.file = scope.file_number;
        head.claim_index = finding.about_file ? 0 : scope.claim_index;
        head.line = finding.line;
        head.denied_line = finding.denial.line;
        head.at_risk = scope.at_risk;
        head.about_file = finding.about_file;
        head.error = finding.level == Level::error;
        head.denies = head.error && finding.denial.group != Group::none;
        out.append(reinterpret_cast<const char*>(&head), sizeof head);
        out.append(message).append(id).append(row);
    }

    void finish(std::string& out, const Summary& summary) override {
        const Keys keys = in_order(summary.held);
        std::size_t of_files = 0;
        while (of_files < keys.size() && keys[of_files].first >> 63 == 0) ++of_files;
        const Totals& totals = summary.totals;
        const std::uint64_t found = totals.errors + totals.warnings + totals.infos;

        append_top(out, summary);
        append_figures(out, summary);
        if (found > keys.size())
            out.append("<p class=\"notice\">This report lists the first ")
                .append(with_commas(keys.size()))
                .append(" of ")
                .append(with_commas(found))
                .append(" findings. The formats text, csv, json and jsonl have them all.</p>\n");
        if (found == 0 && totals.injection_lines != 0)
            out.append("<p class=\"good\">Nothing was found: ")
                .append(count_of(totals.injection_lines, "injection line", "injection lines"))
                .append(totals.injection_lines == 1 ? " is" : " are")
                .append(" clean by the rules and the tables named below.</p>\n");
        append_claims_in_error(out, keys, of_files, summary);
        append_findings_of_files(out, keys, of_files, summary);
        append_claims(out, keys, of_files, summary);
        append_rules(out, summary);
        append_bottom(out, summary);
    }

private:
    static void append_claim_name(std::string& out, std::string_view id, std::uint32_t claim_index) {
        if (!id.empty()) return append_name(out, id);
        out += "Claim ";
        append_number(out, claim_index + std::int64_t{1});
    }

    static void append_row(std::string& out, const Finding& finding, Kind kind, std::string_view message) {
        const Verdict verdict = verdict_of(finding);
        out.append("<li class=\"finding\"><span class=\"badge ").append(verdict.shape).append("\">");
        append_shape(out, verdict.shape);
        out.append(verdict.word).append("</span><div><p>").append(message).append("</p>");
        append_fixes(out, finding);
        append_more(out, finding, kind);
        out += "</div></li>\n";
    }

    static void append_fixes(std::string& out, const Finding& finding) {
        for (std::size_t number = 0;; ++number) {
            const auto edits = alternative(finding, number);
            if (edits.empty()) {
                if (number != 0) out += "</ul>";
                return;
            }
            out += number == 0 ? "<ul class=\"fix\"><li>" : "<li><em>or</em> ";
            std::string words;
            append_fix_in_words(words, edits);
            if (number == 0) words[0] = static_cast<char>(words[0] - 'a' + 'A');
            append_html(out, words);
            out += "</li>";
        }
    }

    /// What the payer would answer, where it stands, what else is touched, and the rule.
    static void append_more(std::string& out, const Finding& finding, Kind kind) {
        out += "<p class=\"meta\">";
        bool first = true;
        const auto next = [&] {
            if (!std::exchange(first, false)) out += " &middot; ";
        };
        const auto words = [&](std::string_view text) {
            next();
            append_html(out, text);
        };
        if (finding.level >= Level::warning && finding.denial.group != Group::none) {
            std::string answer("payer's answer ");
            append_denial_in_words(answer, finding.denial);
            words(answer);
        }
        if (finding.level == Level::error && finding.has(Tag::chart)) words("check the chart");
        if (finding.level == Level::error && finding.has(Tag::payer)) words("depends on the payer");
        const std::string_view box = box_of(finding.field, kind), x12 = x12_of(finding.field, kind);
        if (!box.empty()) words(std::string(kind == Kind::institutional ? "" : "box ").append(box));
        if (!x12.empty()) words(std::string(transaction_of(kind)).append(" ").append(x12));
        for (std::size_t i = 0; i < finding.other_count; ++i) {
            next();
            out += "see also ";
            append_claim_name(out, finding.others[i].claim, finding.others[i].claim_index);
            out += ", line ";
            append_number(out, finding.others[i].line);
        }
        if (finding.has_place) {
            next();
            const bool segment = finding.place.segment != 0;
            out += segment ? "segment " : "text line ";
            append_number(out, segment ? finding.place.segment : finding.place.text_line);
        }
        next();
        out.append("<a href=\"#").append(finding.rule->id).append("\">").append(finding.rule->id).append("</a></p>");
    }

    static std::string headline(const Totals& totals) {
        if (totals.errors != 0)
            return count_of(totals.errors, "error", "errors")
                .append(", ")
                .append(dollars(totals.amount_at_risk))
                .append(" at risk");
        if (totals.warnings != 0) return "No errors, " + count_of(totals.warnings, "warning", "warnings");
        return totals.injection_lines == 0 ? "No injections in these claims" : "No errors, no warnings";
    }

    void append_top(std::string& out, const Summary& summary) const {
        std::string style(report_style);
        style
            .append(
                "@page{margin:20mm 16mm;font-size:9pt;@top-left{content:\"Contains patient "
                "information\"}@top-right{content:\"deltoid ")
            .append(version_text())
            .append(", rulebook ")
            .append(rulebook_digest())
            .append("\"}@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages)}}\n");
        out +=
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-";
        out += base64_of_hex(sha256_hex(style));
        out +=
            "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, "
            "initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"robots\" content=\"noindex\">\n<title>Injection claims: ";
        const std::string title = headline(summary.totals);
        out.append(title)
            .append("</title>\n<style>")
            .append(style)
            .append("</style>\n</head>\n<body>\n")
            .append(report_shapes);
        out += "<header><p class=\"brand\">";
        append_shape(out, "mark");
        out.append("deltoid</p><p class=\"phi\">Contains patient information</p></header>\n<main>\n<h1>")
            .append(title)
            .append("</h1>\n");
        const Totals& totals = summary.totals;
        out.append("<p class=\"soft\">").append(count_of(totals.claims, "claim", "claims")).append(", ");
        out.append(with_commas(totals.injection_claims)).append(" with injections. Checked as of ");
        if (as_of_file_)
            out += "the day on which each file says it was made";
        else
            append_day(out, as_of_);
        out += ".</p>\n";
    }

    static void append_figures(std::string& out, const Summary& summary) {
        const Totals& totals = summary.totals;
        const auto figure = [&](std::string_view shape, const std::string& value, std::string_view name) {
            out.append("<li><b>").append(value).append("</b><span class=\"").append(shape).append("\">");
            if (!shape.empty()) append_shape(out, shape);
            out.append(" ").append(name).append("</span></li>");
        };
        out += "<ul class=\"figures\">";
        figure("", dollars(totals.amount_at_risk), "at risk");
        if (summary.has_fees()) figure("", dollars(totals.medicare_at_risk), "of it by Medicare's fees");
        figure("deny", with_commas(totals.errors), "will deny");
        figure("may", with_commas(totals.warnings), "may deny");
        figure("note", with_commas(totals.infos - totals.not_evaluated), "good to know");
        figure("unchecked", with_commas(totals.not_evaluated), "not checked");
        figure("clean", with_commas(totals.clean_injection_lines),
               "of " + count_of(totals.injection_lines, "injection line", "injection lines") + " clean");
        out += "</ul>\n";
    }

    /// The work: the most money first.
    static void append_claims_in_error(std::string& out, const Keys& keys, std::size_t of_files,
                                       const Summary& summary) {
        Keys wrong;
        for (std::size_t at = of_files; at < keys.size();) {
            const ClaimPart claim = claim_at(summary.held, keys, at);
            if (claim.errors != 0) wrong.push_back({~static_cast<std::uint64_t>(claim.at_risk), 0, at});
            at = claim.end;
        }
        if (wrong.empty()) return;
        sort(wrong);
        const bool several = summary.files.size() > 1;
        out += "<h2>Claims in error</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Claim</th>";
        if (several) out += "<th scope=\"col\" class=\"file\">File</th>";
        out += "<th scope=\"col\">Problem</th><th scope=\"col\" class=\"money\">At risk</th></tr></thead>\n<tbody>\n";
        for (const Key& key : wrong)
            append_claim_in_error(out, claim_at(summary.held, keys, key.what), several, summary);
        out += "</tbody></table></div>\n";
    }

    static void append_claim_in_error(std::string& out, const ClaimPart& claim, bool several, const Summary& summary) {
        const Held& error = claim.first_error;
        out += "<tr><th scope=\"row\"><a href=\"#claim-";
        append_number(out, static_cast<std::int64_t>(claim.begin));
        out.append("\">").append(error.id).append("</a></th>");
        if (several) {
            out += "<td class=\"file\">";
            append_name(out, summary.files[error.file].name);
            out += "</td>";
        }
        out.append("<td class=\"problem\">").append(error.message);
        if (claim.errors > 1)
            out.append(" <span class=\"soft\">(+").append(with_commas(claim.errors - 1)).append(")</span>");
        out.append("</td><td class=\"money\">")
            .append(claim.at_risk == 0 ? "&ndash;" : dollars(claim.at_risk))
            .append("</td></tr>\n");
    }

    static void append_findings_of_files(std::string& out, const Keys& keys, std::size_t of_files,
                                         const Summary& summary) {
        for (std::size_t i = 0; i < of_files; ++i) {
            const Held held = held_at(summary.held, keys[i].what);
            if (i == 0) out += "<h2>Files</h2>\n";
            if (i == 0 || keys[i].first != keys[i - 1].first) {
                if (i != 0) out += "</ol></section>\n";
                out += "<section class=\"rule\"><div class=\"head\"><h3>";
                append_name(out, summary.files[held.file].name);
                out += "</h3></div><ol>\n";
            }
            out += held.row;
        }
        if (of_files != 0) out += "</ol></section>\n";
    }

    static void append_claims(std::string& out, const Keys& keys, std::size_t of_files, const Summary& summary) {
        if (of_files < keys.size()) out += "<h2 class=\"pages\">Claim by claim</h2>\n";
        for (std::size_t at = of_files; at < keys.size();) {
            const ClaimPart claim = claim_at(summary.held, keys, at);
            append_claim_head(out, claim, summary);
            for (; at < claim.end; ++at) out += held_at(summary.held, keys[at].what).row;
            out += "</ol></section>\n";
        }
    }

    static void append_claim_head(std::string& out, const ClaimPart& claim, const Summary& summary) {
        const Held& first = claim.first;
        out += "<section class=\"claim\" id=\"claim-";
        append_number(out, static_cast<std::int64_t>(claim.begin));
        out.append("\"><div class=\"head\"><h3>").append(first.id).append("</h3><p class=\"soft\">claim ");
        out += with_commas(first.claim_index + std::uint64_t{1});
        if (const std::string& file = summary.files[first.file].name; !file.empty()) {
            out += " of ";
            append_name(out, file);
        }
        out += "</p>";
        if (claim.at_risk != 0) out.append("<p class=\"money\">").append(dollars(claim.at_risk)).append(" at risk</p>");
        out += "</div><p class=\"print soft\">Contains patient information</p><ol>\n";
    }

    static void append_rules(std::string& out, const Summary& summary) {
        bool first = true;
        for (std::size_t i = 0; i < summary.by_rule.size(); ++i) {
            if (summary.by_rule[i] == 0) continue;
            if (std::exchange(first, false)) out += "<h2 class=\"rules\">The rules that spoke, and why</h2>\n";
            append_rule(out, *rules()[i], summary.by_rule[i]);
        }
    }

    static void append_rule(std::string& out, const Rule& rule, std::uint64_t findings) {
        const auto part = [&](std::string_view term, std::string_view text) {
            out.append("<dt>").append(term).append("</dt><dd>");
            append_html(out, text);
            out += "</dd>";
        };
        out.append("<section class=\"rule\" id=\"")
            .append(rule.id)
            .append("\"><div class=\"head\"><h3>")
            .append(rule.id)
            .append(" ");
        out.append(rule.name).append("</h3><p class=\"soft\">").append(count_of(findings, "finding", "findings"));
        out += "</p></div><dl>";
        part("When", rule.summary);
        part("Why", rule.why);
        part("What to do", rule.fix);
        if (!rule.myth.empty()) part("What people advise", rule.myth);
        part("Authority", confidence_in_words(rule.confidence));
        out += "<dt>Sources</dt><dd><ul>";
        for (const Source& source : rule.sources) {
            std::string words;
            append_source_in_words(words, source);
            out += "<li>";
            append_html(out, words);
            out += "</li>";
        }
        out += "</ul></dd></dl></section>\n";
    }

    static void append_bottom(std::string& out, const Summary& summary) {
        out +=
            "<h2>What was read</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">File</th><th "
            "scope=\"col\">Format</th>"
            "<th scope=\"col\" class=\"money\">Claims</th><th scope=\"col\" "
            "class=\"money\">Lines</th></tr></thead>\n<tbody>\n";
        for (const FileSummary& file : summary.files) {
            out += "<tr><th scope=\"row\">";
            append_name(out, file.name.empty() ? std::string_view("claim") : std::string_view(file.name));
            out += "</th><td>";
            append_html(out, file.format);
            out.append(file.complete ? "" : ", not complete")
                .append("</td><td class=\"money\">")
                .append(with_commas(file.claims));
            out.append("</td><td class=\"money\">").append(with_commas(file.lines)).append("</td></tr>\n");
        }
        out +=
            "</tbody></table></div>\n<h2>What it was checked against</h2>\n<div class=\"scroll\"><table><thead><tr><th "
            "scope=\"col\">"
            "Table</th><th scope=\"col\">Edition</th><th scope=\"col\">In force</th></tr></thead>\n<tbody>\n";
        for (const Edition& edition : summary.editions) {
            out += "<tr><th scope=\"row\">";
            append_html(out, edition.table);
            out += "</th><td>";
            append_html(out, edition.name);
            out += "</td><td>";
            if (edition.from.known()) append_day(out.append("from "), edition.from);
            if (edition.to.known()) append_day(out.append(" to "), edition.to);
            out += "</td></tr>\n";
        }
        out += "</tbody></table></div>\n</main>\n<footer class=\"soft\"><p>deltoid ";
        out.append(version_text()).append(", rulebook ").append(rulebook_digest());
        out +=
            ". It does not check whether the patient is covered or what the plan pays, and it has not seen the chart. "
            "It is no "
            "coding or legal advice and has no tie to CMS or to any payer. CPT is a registered trademark of the "
            "American Medical "
            "Association.</p></footer>\n</body>\n</html>\n";
    }

    Messages messages_;
    Day as_of_;
    bool as_of_file_;
};

}   // namespace

std::unique_ptr<Writer> make_html_writer(const Options& options) { return std::make_unique<HtmlWriter>(options); }

}   // namespace deltoid
