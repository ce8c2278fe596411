// SPDX-License-Identifier: Apache-2.0
// Reading a session's options and its payer profile. Unknown names are problems: a typo must not switch a rule on.
#include "options.hpp"

#include <algorithm>
#include <utility>

#include "catalogue.hpp"
#include "payer_class.hpp"
#include "profiles.hpp"
#include "readers/csv_mapping.hpp"
#include "readers/json_tree.hpp"
#include "whole_number.hpp"

namespace deltoid {
namespace {

using Json = JsonNode::Kind;
using Names = std::span<const std::string_view>;

// The names of enumerations' values, in their order.
constexpr std::string_view formats[] = {"text", "json", "jsonl", "sarif", "csv", "html", "fhir", "none"};
constexpr std::string_view sources[] = {"auto", "x12", "json", "csv", "fhir"};
constexpr std::string_view supplied_drug[] = {"drug_line", "administration_alone"};   // PayerProfile::administration_alone
constexpr std::string_view confidences[] = {"verified", "secondary", "professional"};
constexpr std::string_view levels[] = {"off", "info", "warning", "error"};

// What a profile, a payer and so on may say. docs/profile.schema.json is the same for other programs; the tests hold
// the two together.
constexpr std::string_view profile_keys[] = {
    "$schema", "name", "like", "class", "filing_limit_days", "supplied_drug", "modifiers_required", "ndc_required",
    "authorization_required", "payers", "rules", "sources"};
constexpr Names value_keys = Names(profile_keys).subspan(3, 6);
constexpr std::string_view payer_keys[] = {
    "id", "name", "like", "class", "filing_limit_days", "supplied_drug", "modifiers_required", "ndc_required",
    "authorization_required", "rules"};
constexpr std::string_view wish_keys[] = {"modifier", "codes"};
constexpr std::string_view source_keys[] = {"value", "source", "date", "confidence", "note"};

bool is_among(std::string_view name, Names names) { return std::find(names.begin(), names.end(), name) != names.end(); }

void append_list(std::string& out, Names names) {
    for (const std::string_view& name : names) out.append(&name == names.data() ? "" : ", ").append(name);
}

std::string names_of_profiles() {
    std::string names;
    for (const EmbeddedProfile& profile : embedded_profiles) names.append(names.empty() ? "" : ", ").append(profile.name);
    return names;
}

class OptionsReader {
public:
    OptionsReader(Options& options, std::vector<Problem>& problems) : options_(options), problems_(problems) {}

    void read(const JsonNode& all) {
        for (const JsonNode& member : all.children) {
            const Below below(path_, member.key);
            if (member.kind != Json::null) option(member);
        }
        if (!as_of_said_) {
            const Below below(path_, "as_of");
            problem("The day of the check is missing: write as_of as YYYY-MM-DD, or \"file\".");
        }
        if (options_.replay) settle_replay();
        for (CsvMapping& one : options_.columns) one.may_lack = options_.columns_of_many;
        apply_lists();
    }

private:
    /// While it lives, problems are of what lies one step below.
    class Below {
    public:
        Below(std::string& path, std::string_view key) : path_(path), size_(path.size()) { path.append("/").append(key); }
        Below(std::string& path, std::size_t index) : Below(path, std::string_view(std::to_string(index))) {}
        Below(const Below&) = delete;
        Below& operator=(const Below&) = delete;
        ~Below() { path_.resize(size_); }

    private:
        std::string& path_;
        std::size_t size_;
    };

    void problem(std::string message) { problems_.push_back({path_, std::move(message)}); }

    bool is(Json kind, const JsonNode& value, const char* otherwise) {
        if (value.kind == kind) return true;
        problem(otherwise);
        return false;
    }

    void option(const JsonNode& value) {
        const std::string_view key = value.key;
        if (key == "as_of") return as_of(value);
        if (key == "format") return choose(value, options_.format, formats);
        if (key == "from") return choose(value, options_.from, sources);
        if (key == "columns") return void(options_.columns = read_csv_mapping(value, path_, problems_));
        if (key == "columns_of_many") return flag(value, options_.columns_of_many);
        if (key == "payer") return payer_class(value, options_.payer);
        if (key == "select") return rule_list(value, select_);
        if (key == "ignore") return rule_list(value, ignore_);
        if (key == "profile") return profile(value);
        if (key == "tables") return tables(value);
        if (key == "color") return flag(value, options_.color);
        if (key == "stats") return flag(value, options_.stats);
        if (key == "identifiers") return flag(value, options_.identifiers);
        if (key == "roster") return flag(value, options_.roster);
        if (key == "replay") return flag(value, options_.replay);
        if (key == "keep_tables") return flag(value, options_.keep_tables);
        problem("There is no option \"" + value.key + "\".");
    }

    [[nodiscard]] std::size_t choice(const JsonNode& value, Names names, std::size_t otherwise) {
        const auto found = std::find(names.begin(), names.end(), value.text);
        if (value.kind == Json::text && found != names.end()) return static_cast<std::size_t>(found - names.begin());
        std::string message = "It must be one of: ";
        append_list(message, names);
        problem(message + ".");
        return otherwise;
    }
    template <class Value>
    void choose(const JsonNode& value, Value& to, Names names) {
        to = static_cast<Value>(choice(value, names, static_cast<std::size_t>(to)));
    }

    void flag(const JsonNode& value, bool& to) {
        if (is(Json::boolean, value, "It must be true or false.")) to = value.text == "true";
    }

    void as_of(const JsonNode& value) {
        as_of_said_ = true;
        options_.as_of_file = value.kind == Json::text && value.text == "file";
        if (options_.as_of_file) return;
        const Date date = value.kind == Json::text ? read_date(value.text) : Date{};
        if (date.valid()) options_.as_of = date.value;
        else problem("It must be a day as YYYY-MM-DD, or \"file\".");
    }

    void payer_class(const JsonNode& value, PayerClass& to) {
        const std::string_view name = value.kind == Json::text ? std::string_view(value.text) : std::string_view();
        to = read_payer_class(name);
        if (to == PayerClass::unknown && name != "unknown" && !name.empty())
            problem("There is no payer class \"" + value.text + "\". Classes: medicare_b, medicare_advantage, medicaid, "
                    "commercial, tricare, va, workers_comp, auto, unknown.");
        else (void)is(Json::text, value, "It must be the name of a payer class.");
    }

    void tables(const JsonNode& value) {
        if (!is(Json::list, value, "It must be a list of packs, each a text.")) return;
        for (std::size_t i = 0; i < value.children.size(); ++i) {
            const Below below(path_, i);
            const JsonNode& pack = value.children[i];
            if (is(Json::text, pack, "A pack is a text.")) options_.tables.push_back(pack.text);
        }
    }

    /// Ids ("BND003"), names or families ("BND"), as an array or parted by commas.
    void rule_list(const JsonNode& value, std::vector<std::string>& to) {
        constexpr const char* wanted = "It must be a list of rule ids.";
        if (value.kind == Json::text) return split(value.text, to);
        if (!is(Json::list, value, wanted)) return;
        for (const JsonNode& item : value.children)
            if (is(Json::text, item, wanted)) split(item.text, to);
    }

    void split(std::string_view text, std::vector<std::string>& to) {
        while (!text.empty()) {
            const auto comma = text.find(',');
            const std::string_view one = trim(text.substr(0, comma));
            if (!one.empty() && !names_rule(one)) problem("There is no rule or family \"" + std::string(one) + "\".");
            else if (!one.empty()) to.emplace_back(one);
            if (comma == std::string_view::npos) break;
            text.remove_prefix(comma + 1);
        }
    }

    static bool matches(std::string_view wanted, const Rule& rule) {
        if (same_code(wanted, rule.id) || same_code(wanted, rule.name)) return true;
        return same_code(wanted, rule.id.substr(0, rule.id.size() - 3));   // the family: BND, DX
    }
    static bool names_rule(std::string_view wanted) {
        return std::any_of(rules().begin(), rules().end(), [&](const Rule* rule) { return matches(wanted, *rule); });
    }
    static bool named(const std::vector<std::string>& list, const Rule& rule) {
        return std::any_of(list.begin(), list.end(), [&](const std::string& one) { return matches(one, rule); });
    }

    /// A replay rates every rule, whatever was selected; its report is one object or a text.
    void settle_replay() {
        select_.clear();
        ignore_.clear();
        const Below below(path_, "format");
        if (options_.format == Format::jsonl) options_.format = Format::json;
        if (options_.format != Format::json && options_.format != Format::text)
            problem("A replay is reported as text or json.");
    }

    void apply_lists() {
        for (std::size_t i = 0; i < rules().size(); ++i) {
            const Rule& rule = *rules()[i];
            if (!select_.empty() && !named(select_, rule)) options_.written[i] = false;
            if (named(ignore_, rule)) options_.written[i] = false;
        }
        for (const auto& [rule, level] : options_.profile.levels)
            if (level == Level::off && !some_payer_has(*rule)) options_.written[rule_index(*rule)] = false;
    }

    /// A level of its own for the rule, which may switch it on again.
    [[nodiscard]] bool some_payer_has(const Rule& rule) const {
        const auto& payers = options_.profile.payers;
        return std::any_of(payers.begin(), payers.end(), [&](const PayerProfile& payer) {
            return std::any_of(payer.levels.begin(), payer.levels.end(),
                               [&](const RuleLevel& level) { return level.rule == &rule; });
        });
    }

    /// A profile of its own, or the name of a built-in one.
    void profile(const JsonNode& value) {
        if (value.kind == Json::text) {
            PayerProfile others;
            if (like(value, others)) options_.profile.others = std::move(others);
            return;
        }
        if (value.kind != Json::object)
            return problem("A profile is a JSON object, or the name of a built-in one: " + names_of_profiles() + ".");
        PayerProfile others;
        bool of_others = begin_like(value, others);
        for (const JsonNode& member : value.children) {
            const Below below(path_, member.key);
            if (!is_key(member.key, "profile", profile_keys)) continue;
            if (member.key == "name") text(member, options_.profile.name);
            else if (member.key == "rules") rule_levels(member, options_.profile.levels);
            else if (member.key == "payers") payers(member);
            else if (member.key == "sources") sources_of_values(member);
            else if (is_among(member.key, value_keys)) {
                payer_value(member, others);
                of_others = true;
            }
        }
        if (!of_others) return;
        // Without a class or a built-in profile behind it, the limit is every payer's but Medicare's.
        if (others.payer_class == PayerClass::unknown)
            options_.profile.filing_limit_days = std::exchange(others.filing_limit_days, 0);
        options_.profile.others = std::move(others);
    }

    /// What a profile or a payer is like comes first, wherever it is written. False when it does not say.
    bool begin_like(const JsonNode& value, PayerProfile& to) {
        const JsonNode* const other = value.member("like");
        if (other == nullptr) return false;
        const Below below(path_, "like");
        (void)like(*other, to);
        return true;
    }

    /// Takes over what a built-in profile says. False when there is none of the name.
    bool like(const JsonNode& value, PayerProfile& to) {
        const std::string_view name = value.kind == Json::text ? std::string_view(value.text) : std::string_view();
        for (const EmbeddedProfile& profile : embedded_profiles) {
            if (profile.name != name) continue;
            JsonNode known;
            (void)read_json_tree(profile.text, known);   // tests/unit/profiles.cpp reads them all
            if (const JsonNode* other = known.member("like"); other != nullptr && !like(*other, to)) return false;
            for (const JsonNode& member : known.children)
                if (member.key == "name") to.name = member.text;
                else if (is_among(member.key, value_keys)) payer_value(member, to);
            to.filing_limit_published = to.filing_limit_days != 0;
            return true;
        }
        problem("There is no built-in profile \"" + std::string(name) + "\". Built-in profiles: " + names_of_profiles() + ".");
        return false;
    }

    bool is_key(std::string_view key, std::string_view of, Names keys) {
        if (is_among(key, keys)) return true;
        std::string message = "A ";
        message.append(of).append(" has no \"").append(key).append("\". It may have: ");
        append_list(message, keys);
        problem(message + ".");
        return false;
    }

    void text(const JsonNode& value, std::string& to) {
        if (is(Json::text, value, "It must be a text.")) to = value.text;
    }

    /// One of value_keys.
    void payer_value(const JsonNode& value, PayerProfile& payer) {
        const std::string_view key = value.key;
        if (key == "class") {
            payer_class(value, payer.payer_class);
        } else if (key == "filing_limit_days") {
            days(value, payer.filing_limit_days);
            payer.filing_limit_published = false;
        } else if (key == "supplied_drug") {
            choose(value, payer.administration_alone, supplied_drug);
        } else if (key == "modifiers_required") {
            payer.modifiers_required.clear();
            wishes(value, payer.modifiers_required);
        } else if (key == "ndc_required") {
            bool yes = false;
            flag(value, yes);
            payer.ndc_required = yes ? Answered::yes : Answered::no;
        } else if (key == "authorization_required") {
            payer.authorization_required.clear();
            codes(value, payer.authorization_required);
        }
    }

    /// Where values come from: for people, and read only to see that they are there.
    void sources_of_values(const JsonNode& value) {
        if (!is(Json::list, value, "It must be a list of sources, each with the value that it is for.")) return;
        for (std::size_t i = 0; i < value.children.size(); ++i) {
            const Below below(path_, i);
            if (is(Json::object, value.children[i], "A source is a JSON object.")) source_of_value(value.children[i]);
        }
    }

    void source_of_value(const JsonNode& source) {
        for (const JsonNode& member : source.children) {
            const Below below(path_, member.key);
            if (is_key(member.key, "source", source_keys)) part_of_source(member);
        }
        for (const char* needed : {"value", "source"})
            if (source.member(needed) == nullptr) {
                const Below below(path_, needed);
                problem("A source names the value and where it is written.");
            }
    }

    void part_of_source(const JsonNode& value) {
        if (value.key == "confidence") return (void)choice(value, confidences, 0);
        std::string said;
        text(value, said);
        if (value.key == "date" && value.kind == Json::text && (said.size() != 10 || !read_date(said).valid()))
            problem("It must be a day as YYYY-MM-DD.");
    }

    void days(const JsonNode& value, std::int32_t& to) {
        const bool whole = value.kind == Json::number && is_whole_number(value.text);
        const std::uint32_t number = whole ? whole_number(value.text) : 0;
        if (number >= 1 && number <= 3660) to = static_cast<std::int32_t>(number);
        else problem("It must be a whole number of days from 1 to 3660.");
    }

    void rule_levels(const JsonNode& value, std::vector<RuleLevel>& to) {
        if (!is(Json::object, value, "It must be an object of rule ids and levels.")) return;
        for (const JsonNode& member : value.children) {
            const Below below(path_, member.key);
            const Rule* rule = find_rule(member.key);
            if (rule == nullptr) {
                problem("There is no rule \"" + member.key + "\".");
                continue;
            }
            Level level = rule->level;
            choose(member, level, levels);
            to.push_back({rule, level});
        }
    }

    void payers(const JsonNode& value) {
        if (!is(Json::list, value, "It must be a list of payers.")) return;
        for (std::size_t i = 0; i < value.children.size(); ++i) {
            const Below below(path_, i);
            if (is(Json::object, value.children[i], "A payer is a JSON object.")) payer(value.children[i]);
        }
    }

    void payer(const JsonNode& value) {
        PayerProfile payer;
        (void)begin_like(value, payer);
        for (const JsonNode& member : value.children) {
            const Below below(path_, member.key);
            if (!is_key(member.key, "payer", payer_keys)) continue;
            if (member.key == "id") text(member, payer.id);
            else if (member.key == "name") text(member, payer.name);
            else if (member.key == "rules") rule_levels(member, payer.levels);
            else payer_value(member, payer);
        }
        if (!trim(payer.id).empty()) return options_.profile.payers.push_back(std::move(payer));
        const Below below(path_, "id");
        problem("A payer needs the id that its claims carry.");
    }

    void wishes(const JsonNode& value, std::vector<ModifierWish>& to) {
        if (!is(Json::list, value, "It must be a list of modifiers, each with its codes.")) return;
        for (std::size_t i = 0; i < value.children.size(); ++i) {
            const Below below(path_, i);
            if (is(Json::object, value.children[i],
                   "It must be an object as {\"modifier\": \"FP\", \"codes\": [\"J1050\"]}."))
                wish(value.children[i], to);
        }
    }

    void wish(const JsonNode& value, std::vector<ModifierWish>& to) {
        ModifierWish made;
        for (const JsonNode& member : value.children) {
            const Below below(path_, member.key);
            if (!is_key(member.key, "required modifier", wish_keys)) continue;
            if (member.key == "codes") codes(member, made.codes);
            else made.modifier = member.kind == Json::text ? trim(member.text) : std::string_view();
        }
        if (made.modifier.size() == 2) return to.push_back(std::move(made));
        const Below below(path_, "modifier");
        problem("A modifier has two characters.");
    }

    void codes(const JsonNode& value, std::vector<Code>& to) {
        if (!is(Json::list, value, "It must be a list of procedure or drug codes.")) return;
        for (std::size_t i = 0; i < value.children.size(); ++i) {
            const Below below(path_, i);
            const JsonNode& item = value.children[i];
            const Code code(item.kind == Json::text ? std::string_view(item.text) : std::string_view());
            if (code.valid()) to.push_back(code);
            else problem("A code has five letters and digits.");
        }
    }

    Options& options_;
    std::vector<Problem>& problems_;
    std::string path_;   ///< of what is being read
    std::vector<std::string> select_, ignore_;
    bool as_of_said_ = false;
};

}  // namespace

const PayerProfile* Profile::listed(std::string_view id) const {
    if (trim(id).empty()) return nullptr;
    for (const PayerProfile& candidate : payers)
        if (same_code(candidate.id, id)) return &candidate;
    return nullptr;
}

const PayerProfile* Profile::payer(const Payer& payer) const {
    if (const PayerProfile* known = listed(payer.id)) return known;
    const bool meant =
        others && (others->payer_class == PayerClass::unknown || others->payer_class == payer.payer_class);
    return meant ? &*others : nullptr;
}

Options read_options(std::string_view json, std::vector<Problem>& problems) {
    Options options;
    options.written.assign(rules().size(), true);
    JsonNode all;
    if (!read_json_tree(json, all) || all.kind != Json::object) {
        problems.push_back({"", "The options are not a JSON object."});
        return options;
    }
    OptionsReader(options, problems).read(all);
    return options;
}

}  // namespace deltoid
