// SPDX-License-Identifier: Apache-2.0
// Runs sessions for the tests and reads their findings.
#include "support/session.hpp"

#include <algorithm>
#include <stdexcept>

namespace deltoid::test {
namespace {

void feed(Checker& checker, std::string_view bytes, std::size_t chunk, std::string& output) {
    for (std::size_t at = 0; at < bytes.size(); at += std::min(chunk, bytes.size() - at))
        output += checker.feed(bytes.substr(at, chunk));
}

std::string run(Checker& checker, std::string_view options, std::span<const Input> inputs, std::size_t chunk) {
    for (const Problem& problem : checker.open(options))
        throw std::invalid_argument(problem.path + ": " + problem.message);
    std::string output;
    for (const Input& input : inputs) {
        checker.begin(input.role, input.name);
        feed(checker, input.bytes, chunk, output);
    }
    return output += checker.finish();
}

void append_word(std::string& out, std::string_view word) {
    if (word.empty()) return;
    if (!out.empty()) out += ' ';
    out += word;
}

std::string edit_in_short(const Json& edit) {
    std::string text = edit["op"].text;
    if (edit.has("line")) append_word(text, "line " + edit["line"].text);
    append_word(text, edit["field"].text);
    append_word(text, edit["value"].kind == Json::Kind::object ? to_text(edit["value"]) : edit["value"].text);
    if (edit.has("needs")) append_word(text, "(" + edit["needs"].text + ")");
    return text;
}

/// "CO-16 N822 MA130 line 3"
std::string denial_in_short(const Json& denial) {
    std::string text = denial["group"].text + "-" + denial["carc"].text;
    for (const Json& rarc : denial["rarc"].values) append_word(text, rarc.text);
    if (!denial["line"].is_null()) append_word(text, "line " + denial["line"].text);
    return text;
}

template <class Shorten>
Json each(const Json& list, Shorten shorten) {
    Json texts;
    texts.kind = Json::Kind::list;
    for (const Json& one : list.values) texts.values.push_back(Json::of_text(shorten(one)));
    return texts;
}

}   // namespace

std::string in_format(std::string_view options, std::string_view format) {
    return merged(options, "{\"format\":\"" + std::string(format) + "\"}");
}

std::string check(std::string_view options, std::span<const Input> inputs, std::size_t chunk) {
    Checker checker;
    return run(checker, options, inputs, chunk);
}

Outcome outcome_of(std::string_view options, std::span<const Input> inputs) {
    Checker checker;
    const std::string output = run(checker, in_format(options, "jsonl"), inputs, in_one_piece);
    Outcome outcome;
    outcome.totals = checker.totals();
    for (std::size_t at = 0; at < output.size();) {
        const std::size_t end = output.find('\n', at);
        Json line = parse_json(std::string_view(output).substr(at, end - at));
        if (line["kind"].text == "summary")
            outcome.summary = std::move(line);
        else
            outcome.findings.push_back(std::move(line));
        at = end == std::string::npos ? output.size() : end + 1;
    }
    return outcome;
}

Portable portable_findings(std::string_view options, std::span<const Input> inputs, std::string_view ignored) {
    Portable portable;
    const std::string left = merged(options, R"({"ignore":)" + std::string(ignored) + "}");
    for (Json finding : outcome_of(left, inputs).findings) {
        for (const std::string_view key : {"at", "file", "claim_index"}) finding.remove(key);
        Json others = finding["other_claims"];
        for (Json& other : others.values)
            for (const std::string_view key : {"file", "claim_index"}) other.remove(key);
        finding.set("other_claims", others);
        portable.findings.append(to_text(finding)).append("\n");
        portable.rules.insert(finding["rule"].text);
        ++portable.count;
    }
    return portable;
}

std::string first_difference(std::string_view got, std::string_view wanted) {
    const auto parted = std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end());
    if (parted.first == got.end() && parted.second == wanted.end()) return {};
    const auto line_round = [](std::string_view text, std::size_t at) {
        const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        return std::string(text.substr(begin, text.find('\n', begin) - begin));
    };
    const auto at = static_cast<std::size_t>(parted.first - got.begin());
    return "text line " + std::to_string(std::count(got.begin(), parted.first, '\n') + 1) + "\n  got    " +
           line_round(got, at) + "\n  wanted " + line_round(wanted, at);
}

bool is_error_or_warning(const Json& finding) {
    return finding["level"].text == "error" || finding["level"].text == "warning";
}

std::string fix_in_short(const Json& alternative) {
    std::string text = edit_in_short(alternative);
    for (const Json& other : alternative["also"].values) text.append(" + ").append(edit_in_short(other));
    return text;
}

Json in_short(const Json& finding) {
    Json text;
    for (const std::string_view key : {"rule", "level"}) text.set(key, finding[key]);
    text.set("claim", finding["claim_index"]);
    for (const std::string_view key : {"line", "tags", "field"}) text.set(key, finding[key]);
    text.set("fix", each(finding["fix"], fix_in_short));
    text.set("denial", finding["denial"].is_null() ? Json() : Json::of_text(denial_in_short(finding["denial"])));
    text.set("amount", finding["amount"]);
    text.set("others", each(finding["other_claims"],
                            [](const Json& other) { return other["claim"].text + " line " + other["line"].text; }));
    text.set("evidence", each(finding["evidence"], [](const Json& row) {
                 return row["table"].text + " " + row["edition"].text + ": " + row["row"].text;
             }));
    text.set("message", finding["message"]);
    return text;
}

}   // namespace deltoid::test
