// SPDX-License-Identifier: Apache-2.0
// Reads samples: the examples of the catalogue, tests/rules/*.json and tests/golden/*.
#include "support/samples.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "rules/clean_claim.hpp"
#include "rules/x12/examples.hpp"

namespace deltoid::test {
namespace {

constexpr std::string_view file_name_of_json = "claims.json";
constexpr std::string_view file_name_of_x12 = "claims.837";

std::string options_over_usual(std::string_view options) { return merged(rulebook::example_options, options); }

/// A list of patches is a batch; a list of operations is one claim.
bool is_batch(const Json& patch) { return !patch.values.empty() && patch.values.front().kind == Json::Kind::list; }

void take_claims(Sample& sample, const std::vector<std::string>& patches, std::string_view on = rulebook::clean_claim) {
    for (const std::string& patch : patches) sample.claims.push_back(patched(on, patch));
    const bool alone = sample.inputs.empty();
    sample.inputs.push_back(as_lines(sample.claims));
    if (!alone) sample.claims.clear();   // what is said rests on the earlier claims as well
}

void take_history(Sample& sample, std::string_view patch, std::string_view on = rulebook::clean_claim) {
    sample.inputs.push_back({"earlier.json", patched(on, patch), Role::history});
}

/// "2020-01-01", the number of days after `day`.
std::string days_after(std::string_view day, int days) {
    const YearMonthDay date = civil(Day{read_date(day).value.number + days});
    const auto padded = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(date.year) + "-" + padded(date.month) + "-" + padded(date.day);
}

/// The clean claim with its services on another day.
std::string clean_claim_of(std::string_view day) {
    std::string moved;
    for (const char* line : {"0", "1", "2"})
        moved.append(moved.empty() ? "[" : ",").append(R"({"op":"replace","path":"/lines/)").append(line)
            .append(R"(/from","value":")").append(day).append("\"}");
    return patched(rulebook::clean_claim, moved + "]");
}

/// Text of a case: one text, or a list of text lines.
std::string joined(const Json& text) {
    if (text.kind != Json::Kind::list) return text.text;
    std::string all;
    for (const Json& line : text.values) all.append(line.text).append("\n");
    return all;
}

/// The clean 837P with [from, to] replaced; each `from` must stand there exactly once.
std::string edited_x12(const Json& edits) {
    std::string text(rulebook::x12::clean);
    for (const Json& edit : edits.values) {
        const std::string& from = edit.values.at(0).text;
        const std::size_t at = text.find(from);
        if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
            throw std::invalid_argument("stands not once in the clean 837P: " + from);
        text.replace(at, from.size(), joined(edit.values.at(1)));
    }
    return text;
}

/// JSON holds Unicode only; what a file of other bytes looks like is said by its encoding.
std::string encoded(const std::string& text, std::string_view encoding) {
    if (encoding.empty()) return text;
    const bool latin1 = encoding == "latin1";
    std::string bytes = latin1 ? "" : encoding == "utf16be" ? "\xFE\xFF" : "\xFF\xFE";
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto unit = static_cast<unsigned char>(text[i]);
        if (unit >= 0xC2 && unit <= 0xC3 && i + 1 < text.size())   // U+0080 to U+00FF is all that cases need
            unit = static_cast<unsigned char>((unit & 3) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
        if (encoding == "utf16be") bytes += '\0';
        bytes += static_cast<char>(unit);
        if (encoding == "utf16le") bytes += '\0';
    }
    return bytes;
}

std::vector<std::string> texts_of(const Json& list) {
    std::vector<std::string> texts;
    for (const Json& one : list.values) texts.push_back(to_text(one));
    return texts;
}

RuleCase read_case(const Json& json, std::string_view rule) {
    constexpr std::array known{"what", "patch", "claims", "input", "x12", "encoding", "name", "day", "history", "options", "expect",
                               "expect_rule"};
    for (const std::string& key : json.keys)
        if (std::find(known.begin(), known.end(), key) == known.end()) throw std::invalid_argument("a case has no \"" + key + "\"");
    RuleCase made;
    made.rule = rule;
    made.what = json["what"].text;
    made.name = made.rule + ": " + made.what;
    made.options = json.has("options") ? to_text(json["options"]) : "{}";
    if (json.has("day")) made.options = merged("{\"as_of\":\"" + days_after(json["day"].text, 7) + "\"}", made.options);
    made.options = options_over_usual(made.options);
    const std::string clean = clean_claim_of(json.has("day") ? json["day"].text : "2026-09-15");
    if (json.has("history")) take_history(made, to_text(json["history"]), clean);
    const auto named = [&](std::string_view usual) { return json.has("name") ? json["name"].text : std::string(usual); };
    if (json.has("x12"))
        made.inputs.push_back({named(file_name_of_x12), encoded(edited_x12(json["x12"]), json["encoding"].text)});
    else if (json.has("input"))
        made.inputs.push_back({named("input"), encoded(joined(json["input"]), json["encoding"].text)});
    else
        take_claims(made, json.has("claims") ? texts_of(json["claims"]) : std::vector<std::string>{to_text(json["patch"])},
                    clean);
    made.exact = json.has("expect");
    made.expected = json["expect"].values;
    return made;
}

std::vector<std::filesystem::path> in_order(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    if (!std::filesystem::exists(folder)) return paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<Sample> examples(std::string_view kind, std::span<const Example> Rule::*list) {
    std::vector<Sample> samples;
    for (const Rule* rule : rules())
        for (const Example& example : rule->*list) {
            samples.push_back(sample_of(*rule, example));
            samples.back().name = std::string(rule->id) + " " + std::string(kind) + ": " + std::string(example.what);
        }
    return samples;
}

}  // namespace

bool RuleCase::fires() const {
    return std::any_of(expected.begin(), expected.end(), [&](const Json& finding) { return finding["rule"].text == rule; });
}

std::filesystem::path project_folder() { return DELTOID_SOURCE_DIR; }

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::invalid_argument("cannot be read: " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

Input as_lines(const std::vector<std::string>& claims) {
    std::string bytes;
    for (const std::string& claim : claims) bytes.append(claim).append("\n");
    return {std::string(file_name_of_json), std::move(bytes)};
}

Sample sample_of(const Rule& rule, const Example& example) {
    Sample sample;
    sample.name = rule.id;
    sample.options = options_over_usual(example.options);
    if (example.whole_input) {
        sample.inputs.push_back({std::string(example.patch.starts_with("ISA") ? file_name_of_x12 : file_name_of_json),
                                 std::string(example.patch)});
        return sample;
    }
    if (!example.history.empty()) take_history(sample, example.history);
    const Json patch = parse_json(example.patch);
    take_claims(sample, is_batch(patch) ? texts_of(patch) : std::vector<std::string>{std::string(example.patch)});
    return sample;
}

std::vector<Sample> bad_examples() { return examples("bad", &Rule::bad); }
std::vector<Sample> good_examples() { return examples("good", &Rule::good); }

std::vector<RuleCase> cases_of(std::string_view rule) {
    std::vector<RuleCase> cases;
    const std::filesystem::path path = project_folder() / "tests/rules" / (std::string(rule) + ".json");
    if (!std::filesystem::exists(path)) return cases;
    const Json list = parse_json(read_file(path));
    for (const Json& json : list.values) try {
            cases.push_back(read_case(json, rule));
        } catch (const std::invalid_argument& problem) {
            throw std::invalid_argument(path.filename().string() + ", \"" + json["what"].text + "\": " + problem.what());
        }
    return cases;
}

std::vector<RuleCase> all_cases() {
    std::vector<RuleCase> all;
    for (const Rule* rule : rules()) {
        std::vector<RuleCase> cases = cases_of(rule->id);
        all.insert(all.end(), std::make_move_iterator(cases.begin()), std::make_move_iterator(cases.end()));
    }
    return all;
}

std::vector<Sample> golden_samples() {
    std::vector<Sample> samples;
    for (const std::filesystem::path& folder : in_order(project_folder() / "tests/golden")) {
        if (!std::filesystem::is_directory(folder)) continue;
        Sample sample;
        sample.name = folder.filename().string();
        sample.options = read_file(folder / "options.json");
        for (const std::filesystem::path& file : in_order(folder))
            if (const std::string name = file.filename().string(); name.starts_with("input."))
                sample.inputs.push_back({name, read_file(file)});
            else if (name.starts_with("earlier."))
                sample.inputs.push_back({name, read_file(file), Role::history});
        samples.push_back(std::move(sample));
    }
    return samples;
}

std::vector<Sample> all_samples() {
    std::vector<Sample> samples = bad_examples();
    const auto add = [&](auto more) { samples.insert(samples.end(), more.begin(), more.end()); };
    add(good_examples());
    add(all_cases());
    add(golden_samples());
    return samples;
}

}  // namespace deltoid::test
