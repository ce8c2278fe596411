// SPDX-License-Identifier: Apache-2.0
// An 837 fixed and written again as an 837: only what was approved differs, what was approved is gone, and the claims are
// those that the same fixes make of them in JSON.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/fixer.hpp"
#include "fields.hpp"
#include "readers/reader.hpp"
#include "support/corpus.hpp"
#include "support/samples.hpp"
#include "support/write_837.hpp"

using namespace deltoid;
using namespace deltoid::test;
using precision::Dice;

namespace {

struct Fixed {
    std::string written, changes;
    FixTotals totals;
    Totals left;
    std::vector<Problem> problems, unwritten;
};

Fixed fixed(std::string_view options, const Input& input, std::string_view approved, Fixer::Form form,
            std::size_t chunk = in_one_piece) {
    Checker checker;
    for (const Problem& problem : checker.open(in_format(options, "none")))
        throw std::invalid_argument(problem.path + ": " + problem.message);
    checker.begin(Role::claims, input.name);
    (void)checker.feed(input.bytes);
    Fixer fixer(checker, input.name, form);
    Fixed result;
    result.problems = fixer.approve(approved);
    for (std::size_t at = 0; at < input.bytes.size(); at += std::min(chunk, input.bytes.size() - at)) {
        const std::string piece = input.bytes.substr(at, chunk);
        std::copy(piece.begin(), piece.end(), fixer.buffer(piece.size()).begin());
        result.written += fixer.feed(piece.size());
        result.changes += fixer.changes();
    }
    result.written += fixer.finish();
    result.changes += fixer.changes();
    for (Problem& problem : fixer.problems()) result.problems.push_back(std::move(problem));
    result.unwritten = fixer.unwritten();
    result.totals = fixer.fixed();
    result.left = fixer.left();
    return result;
}

// --- generated files ------------------------------------------------------------------------------------------------

/// Claims of one set of options, so that any of them make a batch.
using Pools = std::map<std::string, std::vector<std::string>>;

/// The claim as a hospital or clinic bills it: one that is institutional already as it is; another with a type of bill
/// and with revenue codes, which by themselves tell nothing of its codes.
std::string as_institutional(const std::string& claim, Dice& dice) {
    const Json parsed = parse_json(claim);
    static const std::vector<std::string> types{"0131", "0131", "0131", "0851", "0711", "0771", "0341", "0137", "13"};
    static const std::vector<std::string> revenue{"0510", "0450", "0940", "0260", "0300", "0761"};
    std::string changes = R"([{"op":"add","path":"/kind","value":"institutional"})";
    if (parsed["bill_type"].is_null())
        changes += R"(,{"op":"add","path":"/bill_type","value":")" + dice.of(types) + "\"}";
    const auto& lines = parsed["lines"].values;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != Json::Kind::object || !lines[i]["revenue_code"].is_null()) continue;
        const std::string code = lines[i]["code"].text;
        const bool drug = !code.empty() && (code[0] == 'J' || code[0] == 'Q');
        changes += R"(,{"op":"add","path":"/lines/)" + std::to_string(i) + R"(/revenue_code","value":")" +
                   (drug ? dice.chance(80) ? "0636" : "0250" : dice.of(revenue)) + "\"}";
    }
    return patched(claim, changes + "]");
}

/// Of `kind`: claims of professionals are made institutional.
Pools pools(Kind kind = Kind::professional) {
    Dice dice(1);
    Pools all;
    for (const Sample& sample : all_samples()) {
        const bool well_formed = std::none_of(sample.claims.begin(), sample.claims.end(), [&](const std::string& claim) {
            const Json parsed = parse_json(claim);
            return parsed["lines"].kind != Json::Kind::list ||
                   (kind == Kind::professional && parsed["kind"].text == "institutional");
        });
        if (sample.claims.empty() || sample.inputs.size() != 1 || !well_formed ||
            parse_json(sample.options)["as_of"].text == "file")
            continue;
        auto& pool = all[sample.options];
        for (const std::string& claim : sample.claims) {
            constexpr std::size_t room = 25;   // a principal diagnosis and two HI of others (005010X223A2)
            if (kind == Kind::professional)
                pool.push_back(claim);
            else if (parse_json(claim)["diagnoses"].values.size() <= room)
                pool.push_back(as_institutional(claim, dice));
        }
    }
    return all;
}

Style837 some_style(Dice& dice) {
    static const std::vector<Separators> separators{
        {'*', ':', '^', '~'}, {'|', '>', '^', '\''}, {'*', '>', 0, '\n'},  {'\x1D', '\x1F', '!', '\x1C'},
        {'+', '<', '&', '%'}, {'^', '@', '`', '\r'}, {'!', '}', '{', '='}, {'*', ':', 'U', '~'}};
    Style837 style;
    style.separators = dice.of(separators);
    if (style.separators.repetition == 'U') style.separators.repetition = 0;
    const char terminator = style.separators.terminator;
    const bool by_lines = terminator == '\n' || terminator == '\r';
    static const std::vector<std::string> ends{"", "\n", "\r\n", " \n"};
    style.line_end = by_lines ? (terminator == '\r' && dice.chance(50) ? "\n" : "") : dice.of(ends);
    if (!by_lines && style.line_end.empty() && dice.chance(40)) style.wrap = 80;
    style.byte_order_mark = dice.chance(10);
    style.last_terminator = by_lines || !dice.chance(15);
    style.together = dice.chance(40);
    style.extras = dice.chance(60);
    style.count_off_by = dice.chance(20) ? dice.between(-3, 3) : 0;
    return style;
}

struct Made {
    std::string options;
    Input input;
    Style837 style;
};

Made made(const Pools& all, std::uint64_t seed, Kind kind = Kind::professional) {
    Dice dice(seed);
    std::size_t size = 0;
    for (const auto& [options, pool] : all) size += pool.size();
    std::size_t at = dice.next() % size;   // every claim is as likely as another
    auto chosen = all.begin();
    for (; at >= chosen->second.size(); ++chosen) at -= chosen->second.size();
    const auto& [options, pool] = *chosen;
    Made file{options, {}, some_style(dice)};
    file.style.kind = kind;
    std::vector<std::string> claims;
    for (int tries = dice.between(1, 4); tries > 0; --tries) {
        std::string claim = claims.empty() ? pool[at] : dice.of(pool);
        if (holds(claim, file.style.separators)) continue;
        // Each with a line of its own, for a fix may make two claims alike, and a copy is not added to its day.
        const std::string number = std::to_string(claims.size());
        if (dice.chance(80)) claim = merged(claim, R"({"total_charge":null})");   // the sum, then
        if (parse_json(claim)["lines"].values.empty()) continue;
        claims.push_back(patched(merged(claim, R"({"id":"A)" + number + "\"}"),
                                 R"([{"op":"add","path":"/lines/-","value":{"code":"80053","units":"1","charge":"1)" +
                                     number + R"(.00","from":"2026-09-15","pointers":[1],"revenue_code":"0300"}}])"));
    }
    file.input = {"some.837", as_837(claims, file.style, dice)};
    return file;
}

struct Approved {
    std::string jsonl;
    std::vector<std::pair<std::string, bool>> lines;   ///< claim and rule; whether it is to be fixed
};

Approved some_approvals(const std::vector<Json>& findings, Dice& dice) {
    Approved approved;
    for (const Json& finding : findings) {
        const auto& fixes = finding["fix"].values;
        if (finding["claim_index"].is_null() || fixes.empty() || !dice.chance(70)) continue;
        const bool fix = !dice.chance(10);
        const std::string choice = fix ? std::to_string(dice.between(0, static_cast<int>(fixes.size()) - 1)) : "null";
        const std::string line = finding["line"].is_null() ? "null" : finding["line"].text;
        approved.jsonl += R"({"claim_index":)" + finding["claim_index"].text + R"(,"rule":")" + finding["rule"].text +
                          R"(","line":)" + line + R"(,"fix":)" + choice + "}\n";
        approved.lines.emplace_back(finding["claim_index"].text + " " + finding["rule"].text, fix);
    }
    return approved;
}

/// The same alternative of all that have it.
Approved approvals_of(const std::vector<Json>& findings, std::size_t choice) {
    Approved approved;
    for (const Json& finding : findings) {
        if (finding["claim_index"].is_null() || finding["fix"].values.size() <= choice) continue;
        const std::string line = finding["line"].is_null() ? "null" : finding["line"].text;
        approved.jsonl += R"({"claim_index":)" + finding["claim_index"].text + R"(,"rule":")" + finding["rule"].text +
                          R"(","line":)" + line + R"(,"fix":)" + std::to_string(choice) + "}\n";
        approved.lines.emplace_back(finding["claim_index"].text + " " + finding["rule"].text, true);
    }
    return approved;
}

// --- what is compared -----------------------------------------------------------------------------------------------

std::map<std::string, int> counted(const std::vector<Json>& findings, bool errors_only) {
    std::map<std::string, int> counts;
    for (const Json& finding : findings)
        if (!finding["claim_index"].is_null() && (!errors_only || finding["level"].text == "error"))
            ++counts[finding["claim_index"].text + " " + finding["rule"].text];
    return counts;
}

/// A claim's fields that an 837 holds, each in one spelling.
class Flat final : public Sink {
public:
    std::vector<std::string> claims;

    void claim(Claim& claim, std::span<const Finding>) override {
        std::string text;
        for (const FieldRow& row : field_rows())
            if (row.part == Part::claim && row.field != Field::payer_class) add(text, row, claim, nullptr);
        for (const Diagnosis& diagnosis : claim.diagnoses) {
            text += diagnosis.icd9 ? " 9:" : " ";
            for (const char c : diagnosis.code)
                if (c != '.') text += c;
        }
        for (const Line& line : claim.lines) {
            text += '\n';
            for (const FieldRow& row : field_rows())
                if (row.part == Part::line) add(text, row, claim, &line);
            for (std::size_t i = 0; i < line.modifier_count; ++i) text.append(" m").append(line.modifiers[i]);
            for (std::size_t i = 0; i < line.pointer_count; ++i)
                text.append(" p").append(std::to_string(line.pointers[i]));
        }
        for (const Measurement& one : claim.measurements)
            text.append("\n").append(std::to_string(one.line)).append(one.name).append(one.value);
        claims.push_back(text);
    }
    void trouble(const Finding&) override {}

private:
    static void add(std::string& text, const FieldRow& row, const Claim& claim, const Line* line) {
        const std::string_view sent = trim(row.get(claim, line));
        if (row.type == FieldType::list || sent.empty()) return;
        text.append(" ").append(row.pointer).append("=");
        const Money money = read_money(sent);
        const Quantity quantity = read_quantity(sent);
        const Date date = read_date(sent);
        if (row.type == FieldType::money && money.valid())
            text += std::to_string(money.value);
        else if (row.type == FieldType::quantity && quantity.valid())
            text += std::to_string(quantity.value);
        else if (row.type == FieldType::date && date.valid())
            text += std::to_string(date.value.number);
        else
            text += sent;
    }
};

std::vector<std::string> claims_of(std::string_view bytes, bool x12) {
    Flat flat;
    (x12 ? make_x12_reader() : make_json_reader())->end(bytes, 0, flat);
    return flat.claims;
}

/// The elements that a fix may change, by segment; a segment that comes or goes with its line is another matter.
const std::map<std::string, std::set<std::size_t>> elements_of_fixes{
    {"CLM", {2, 5}}, {"LX", {1}},     {"SV1", {1, 2, 3, 4, 5, 7}}, {"SV2", {2, 3, 4, 5}},
    {"DTP", {2, 3}}, {"LIN", {3}},    {"CTP", {4, 5}},
    {"SE", {1}},     {"NM1", {9}},    {"REF", {2}},
    {"NTE", {2}},    {"DMG", {2, 3}}, {"SVD", {6}}};

/// For each segment of `before` the one of `after` that is the same, or none; the longest common subsequence.
std::vector<std::size_t> aligned(const std::vector<Segment837>& before, const std::vector<Segment837>& after) {
    constexpr std::size_t none = ~std::size_t{0};
    const std::size_t rows = before.size(), columns = after.size();
    std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1));
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            length[i][j] = before[i].bytes == after[j].bytes ? length[i + 1][j + 1] + 1
                                                             : std::max(length[i + 1][j], length[i][j + 1]);
    std::vector<std::size_t> to(rows, none);
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (before[i].bytes == after[j].bytes)
            to[i++] = j++;
        else
            (length[i + 1][j] >= length[i][j + 1] ? i : j) += 1;
    }
    return to;
}

void only_approved_bytes_differ(const std::vector<Segment837>& before, const std::vector<Segment837>& after) {
    constexpr std::size_t none = ~std::size_t{0};
    const auto to = aligned(before, after);
    const auto lines = [](const std::vector<Segment837>& all) {
        return std::count_if(all.begin(), all.end(),
                             [](const Segment837& one) { return one.elements.front() == "LX"; });
    };
    std::set<std::size_t> kept(to.begin(), to.end());
    for (std::size_t i = 0, j = 0; i < before.size() || j < after.size();) {
        std::vector<const Segment837*> gone, come;
        for (; i < before.size() && to[i] == none; ++i) gone.push_back(&before[i]);
        for (; j < after.size() && !kept.contains(j); ++j) come.push_back(&after[j]);
        if (i < before.size() && j < after.size()) ++i, ++j;
        for (const Segment837* was : gone) {
            INFO("gone: " << was->bytes);
            const auto is = std::find_if(come.begin(), come.end(), [&](const Segment837* one) {
                return one->elements.front() == was->elements.front();
            });
            if (is == come.end()) {
                CHECK(lines(after) < lines(before));
                continue;
            }
            INFO("come: " << (*is)->bytes);
            const std::string& id = was->elements.front();
            const auto allowed = elements_of_fixes.find(id);
            for (std::size_t e = 0; e < std::max(was->elements.size(), (*is)->elements.size()) && id != "HI"; ++e) {
                const std::string old_text = e < was->elements.size() ? was->elements[e] : "";
                const std::string new_text = e < (*is)->elements.size() ? (*is)->elements[e] : "";
                if (old_text == new_text || lines(after) < lines(before)) continue;
                CHECK((allowed != elements_of_fixes.end() && allowed->second.contains(e)));
            }
            come.erase(is);
        }
        for (const Segment837* is : come) {
            INFO("come: " << is->bytes);
            const std::set<std::string> added{"LX",  "SV1", "SV2", "DTP", "REF", "NTE", "LIN",
                                              "CTP", "MEA", "NM1", "PRV", "HI"};
            CHECK(added.contains(is->elements.front()));
        }
    }
}

int count_of(const std::vector<Segment837>& segments) {
    for (const Segment837& segment : segments)
        if (segment.elements.front() == "SE") return std::stoi(segment.elements.at(1));
    return 0;
}

}   // namespace

namespace {

struct Seen {
    std::size_t changed = 0, cleared = 0, compared = 0;
};

void must_hold(const Made& file, const Outcome& was, const Approved& approved, Seen& seen) {
    const Fixed result = fixed(file.options, file.input, approved.jsonl, Fixer::Form::as_read);
    INFO(file.options << "\n"
                      << file.input.bytes << "\n"
                      << approved.jsonl << "\n"
                      << result.changes << "\n"
                      << result.written);
    for (const Problem& problem : result.problems) UNSCOPED_INFO(problem.path + ": " + problem.message);
    for (const Problem& problem : result.unwritten) UNSCOPED_INFO(problem.message);

    // Nothing but the approved.
    const auto before = split_837(file.input.bytes, file.style.separators);
    const auto after = split_837(result.written, file.style.separators);
    if (result.totals.fixes == 0) CHECK(result.written == file.input.bytes);
    only_approved_bytes_differ(before, after);
    CHECK(count_of(after) - count_of(before) == static_cast<int>(after.size()) - static_cast<int>(before.size()));
    seen.changed += result.totals.claims_changed;

    // What was approved is gone, and no error is new.
    const Outcome is = outcome_of(file.options, {{{file.input.name, result.written}}});
    CHECK(is.totals.claims == was.totals.claims);
    CHECK(is.totals.errors == result.left.errors);
    CHECK(is.totals.warnings == result.left.warnings);
    CHECK(is.totals.infos == result.left.infos);
    auto errors = counted(was.findings, true);
    // A corrected member number (CLM007) makes claims one patient's that were strangers before.
    const bool same_patients = result.changes.find("CLM007") == std::string::npos;
    for (const auto& [where, count] : counted(is.findings, true)) {
        INFO(where);
        if (same_patients) CHECK(count <= errors[where]);
    }
    std::set<std::string> refused;
    for (const Problem& problem : result.problems) refused.insert(problem.path);
    auto counts = counted(was.findings, false), rest = counted(is.findings, false);
    for (std::size_t i = 0; i < approved.lines.size(); ++i) {
        const auto& [where, fix] = approved.lines[i];
        if (!fix || refused.contains(std::to_string(i + 1))) continue;
        INFO(where);
        CHECK(rest[where] < counts[where]);
        ++seen.cleared;
    }

    // The same in JSON, unless the 837 had no place for a fix.
    const Fixed in_json = fixed(file.options, file.input, approved.jsonl, Fixer::Form::lines);
    if (!result.unwritten.empty() || result.problems.size() != in_json.problems.size()) return;
    CHECK(claims_of(result.written, true) == claims_of(in_json.written, false));
    ++seen.compared;
}

/// Takes every alternative of every finding on an example; the findings that are gone.
std::size_t cleared_by_every_fix(Kind kind, unsigned seed) {
    Seen seen;
    Dice dice(seed);
    for (const auto& [options, pool] : pools(kind))
        for (const std::string& claim : pool) {
            Made file{options, {}, some_style(dice)};
            file.style.kind = kind;
            if (holds(claim, file.style.separators)) continue;
            file.input = {"one.837", as_837({claim}, file.style, dice)};
            const Outcome was = outcome_of(options, {{file.input}});
            std::size_t alternatives = 0;
            for (const Json& finding : was.findings)
                alternatives = std::max(alternatives, finding["fix"].values.size());
            for (std::size_t choice = 0; choice < alternatives; ++choice)
                must_hold(file, was, approvals_of(was.findings, choice), seen);
        }
    return seen.cleared;
}

}   // namespace

TEST_CASE("an 837 fixed and read again: 1,000 files of odd habits", "[laws][fix][fix837]") {
    const auto all = pools();
    Seen seen;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Made file = made(all, seed);
        Dice dice(seed + 1'000'000);
        const Outcome was = outcome_of(file.options, {{file.input}});
        INFO("seed " << seed);
        must_hold(file, was, some_approvals(was.findings, dice), seen);
    }
    CHECK(seen.changed > 500);
    CHECK(seen.cleared > 500);
    CHECK(seen.compared > 900);
}

TEST_CASE("an 837I fixed and read again: 1,000 files of odd habits", "[laws][fix][fix837]") {
    const Pools all = pools(Kind::institutional);
    Seen seen;
    for (std::uint64_t seed = 3001; seed <= 4000; ++seed) {
        const Made file = made(all, seed, Kind::institutional);
        Dice dice(seed + 1'000'000);
        const Outcome was = outcome_of(file.options, {{file.input}});
        INFO("seed " << seed);
        REQUIRE(was.summary["files"].values.at(0)["format"].text == "837I");
        must_hold(file, was, some_approvals(was.findings, dice), seen);
    }
    CHECK(seen.changed > 500);
    CHECK(seen.cleared > 500);
    CHECK(seen.compared > 900);
}

TEST_CASE("an 837I fixed and read again: every fix of every example", "[laws][fix][fix837]") {
    CHECK(cleared_by_every_fix(Kind::institutional, 8371) > 400);
}

TEST_CASE("an 837 fixed and read again: every fix of every example", "[laws][fix][fix837]") {
    CHECK(cleared_by_every_fix(Kind::professional, 837) > 800);
}

TEST_CASE("law 1 for an 837 that stays one: the bytes do not depend on how the input is cut", "[laws][fix][fix837]") {
    const auto all = pools();
    for (std::uint64_t seed = 2001; seed <= 2040; ++seed) {
        const Made file = made(all, seed);
        Dice dice(seed);
        const Approved approved = some_approvals(outcome_of(file.options, {{file.input}}).findings, dice);
        const Fixed whole = fixed(file.options, file.input, approved.jsonl, Fixer::Form::as_read);
        for (const std::size_t chunk : {1U, 7U, 64U, 1000U}) {
            INFO("seed " << seed << ", pieces of " << chunk);
            const Fixed cut = fixed(file.options, file.input, approved.jsonl, Fixer::Form::as_read, chunk);
            CHECK(cut.written == whole.written);
            CHECK(cut.changes == whole.changes);
        }
    }
}

TEST_CASE("an 837 fixed and read again: the corpus", "[laws][fix][fix837][corpus]") {
    const std::vector<Sample> corpus = corpus_samples();
    if (corpus.empty()) SKIP("the corpus does not lie beside the project");
    std::uint64_t fixes = 0;
    for (const Sample& sample : corpus) {
        const Input& input = sample.inputs.front();
        const Outcome was = outcome_of(sample.options, sample.inputs);
        for (std::size_t choice = 0; choice < 3; ++choice) {
            const std::string approved = choice == 2 ? "" : approvals_of(was.findings, choice).jsonl;
            INFO(sample.name << ", choice " << choice);
            const Fixed result = fixed(sample.options, input, approved, Fixer::Form::as_read);
            const Fixed cut = fixed(sample.options, input, approved, Fixer::Form::as_read, 1013);
            CHECK(cut.written == result.written);
            const bool other = input.bytes.starts_with('{') || input.bytes.starts_with('[') || input.name.ends_with(".tsv");
            const bool said_why_not = std::any_of(result.problems.begin(), result.problems.end(),
                                                  [](const Problem& problem) { return problem.path.empty(); });
            if (other || said_why_not) continue;
            if (result.totals.fixes == 0) CHECK(result.written == input.bytes);
            if (result.totals.fixes == 0) continue;
            fixes += result.totals.fixes;
            const Outcome is = outcome_of(sample.options, {{{input.name, result.written}}});
            INFO(result.changes);
            CHECK(is.totals.claims == was.totals.claims);
            CHECK(is.totals.errors == result.left.errors);
            CHECK(is.totals.warnings == result.left.warnings);
            CHECK(is.totals.infos == result.left.infos);
        }
    }
    CHECK(fixes > 50);
}
