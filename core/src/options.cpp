// SPDX-License-Identifier: Apache-2.0
// Reading a session's options and its payer profile. Unknown names are problems: a typo must not switch a rule on.
#include "options.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "catalogue.hpp"
#include "payer_class.hpp"
#include "profiles.hpp"

namespace deltoid {
namespace {

using Json = nlohmann::json;

class OptionsReader {
public:
    OptionsReader(Options& options, std::vector<Problem>& problems) : options_(options), problems_(problems) {}

    void read(const Json& all) {
        options_.written.assign(rules().size(), true);
        for (const auto& item : all.items()) option(item.key(), item.value());
        if (!options_.as_of.known() && !options_.as_of_file && !as_of_said_)
            problem("/as_of", "The day of the check is missing: write as_of as YYYY-MM-DD, or \"file\".");
        apply_lists();
    }

private:
    void problem(std::string path, std::string message) { problems_.push_back({std::move(path), std::move(message)}); }

    void option(const std::string& key, const Json& value) {
        const std::string path = "/" + key;
        if (value.is_null()) return;
        if (key == "as_of") return as_of(value);
        if (key == "format") return choose(path, value, options_.format, formats);
        if (key == "from") return choose(path, value, options_.from, sources);
        if (key == "payer") return payer_class(path, value, options_.payer);
        if (key == "select") return rule_list(path, value, select_);
        if (key == "ignore") return rule_list(path, value, ignore_);
        if (key == "profile") return profile(path, value);
        if (key == "tables") return tables(path, value);
        if (key == "color") return flag(path, value, options_.color);
        if (key == "stats") return flag(path, value, options_.stats);
        if (key == "identifiers") return flag(path, value, options_.identifiers);
        if (key == "roster") return flag(path, value, options_.roster);
        if (key == "keep_tables") return flag(path, value, options_.keep_tables);
        problem(path, "There is no option \"" + key + "\".");
    }

    template <class Value>
    struct Choice {
        std::string_view name;
        Value value;
    };
    static constexpr std::array<Choice<Format>, 8> formats{{{"text", Format::text},
                                                            {"json", Format::json},
                                                            {"jsonl", Format::jsonl},
                                                            {"sarif", Format::sarif},
                                                            {"csv", Format::csv},
                                                            {"html", Format::html},
                                                            {"fhir", Format::fhir},
                                                            {"none", Format::none}}};
    static constexpr std::array<Choice<InputFormat>, 3> sources{
        {{"auto", InputFormat::automatic}, {"x12", InputFormat::x12}, {"json", InputFormat::json}}};
    static constexpr std::array<Choice<bool>, 2> supplied_drug{{{"drug_line", false}, {"administration_alone", true}}};
    static constexpr std::array<Choice<Confidence>, 3> confidences{{{"verified", Confidence::verified},
                                                                    {"secondary", Confidence::secondary},
                                                                    {"professional", Confidence::professional}}};
    static constexpr std::array<Choice<Level>, 4> levels{
        {{"off", Level::off}, {"info", Level::info}, {"warning", Level::warning}, {"error", Level::error}}};

    template <class Value, std::size_t size>
    void choose(const std::string& path, const Json& value, Value& to, const std::array<Choice<Value>, size>& choices) {
        std::string names;
        if (value.is_string())
            for (const auto& choice : choices)
                if (choice.name == value.get_ref<const std::string&>()) {
                    to = choice.value;
                    return;
                }
        for (const auto& choice : choices) names.append(names.empty() ? "" : ", ").append(choice.name);
        problem(path, "It must be one of: " + names + ".");
    }

    void flag(const std::string& path, const Json& value, bool& to) {
        if (value.is_boolean()) to = value.get<bool>();
        else problem(path, "It must be true or false.");
    }

    void as_of(const Json& value) {
        as_of_said_ = true;
        if (value.is_string() && value.get_ref<const std::string&>() == "file") {
            options_.as_of_file = true;
            return;
        }
        const Date date = value.is_string() ? read_date(value.get_ref<const std::string&>()) : Date{};
        if (date.valid()) options_.as_of = date.value;
        else problem("/as_of", "It must be a day as YYYY-MM-DD, or \"file\".");
    }

    void payer_class(const std::string& path, const Json& value, PayerClass& to) {
        const std::string name = value.is_string() ? value.get<std::string>() : std::string();
        to = read_payer_class(name);
        if (to == PayerClass::unknown && name != "unknown" && !name.empty())
            problem(path, "There is no payer class \"" + name + "\". Classes: medicare_b, medicare_advantage, medicaid, "
                          "commercial, tricare, va, workers_comp, auto, unknown.");
        else if (!value.is_string()) problem(path, "It must be the name of a payer class.");
    }

    void tables(const std::string& path, const Json& value) {
        if (!value.is_array()) return problem(path, "It must be a list of packs, each a text.");
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i].is_string()) options_.tables.push_back(value[i].get<std::string>());
            else problem(path + "/" + std::to_string(i), "A pack is a text.");
        }
    }

    /// Ids ("BND003"), names or families ("BND"), as an array or parted by commas.
    void rule_list(const std::string& path, const Json& value, std::vector<std::string>& to) {
        if (value.is_string()) return split(value.get_ref<const std::string&>(), to, path);
        if (!value.is_array()) return problem(path, "It must be a list of rule ids.");
        for (const Json& item : value) {
            if (item.is_string()) split(item.get_ref<const std::string&>(), to, path);
            else problem(path, "It must be a list of rule ids.");
        }
    }

    void split(std::string_view text, std::vector<std::string>& to, const std::string& path) {
        while (!text.empty()) {
            const auto comma = text.find(',');
            const std::string_view one = trim(text.substr(0, comma));
            if (!one.empty() && !names_rule(one)) problem(path, "There is no rule or family \"" + std::string(one) + "\".");
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
    void profile(const std::string& path, const Json& value) {
        if (value.is_string()) {
            PayerProfile others;
            if (like(path, value, others)) options_.profile.others = std::move(others);
            return;
        }
        if (!value.is_object())
            return problem(path,
                           "A profile is a JSON object, or the name of a built-in one: " + names_of_profiles() + ".");
        PayerProfile others;
        if (value.contains("like")) (void)like(path + "/like", value["like"], others);
        bool of_others = value.contains("like");
        for (const auto& item : value.items()) {
            const std::string below = path + "/" + item.key();
            if (!is_key(below, item.key(), "profile", profile_keys)) continue;
            if (item.key() == "name")
                text(below, item.value(), options_.profile.name);
            else if (item.key() == "rules")
                rule_levels(below, item.value(), options_.profile.levels);
            else if (item.key() == "payers") payers(below, item.value());
            else if (item.key() == "sources")
                sources_of_values(below, item.value());
            else if (item.key() != "$schema" && item.key() != "like") {
                payer_value(below, item.key(), item.value(), others);
                of_others = true;
            }
        }
        if (!of_others) return;
        // Without a class or a built-in profile behind it, the limit is every payer's but Medicare's.
        if (others.payer_class == PayerClass::unknown)
            options_.profile.filing_limit_days = std::exchange(others.filing_limit_days, 0);
        options_.profile.others = std::move(others);
    }

    static std::string names_of_profiles() {
        std::string names;
        for (const EmbeddedProfile& profile : embedded_profiles)
            names.append(names.empty() ? "" : ", ").append(profile.name);
        return names;
    }

    /// Takes over what a built-in profile says. False when there is none of the name.
    bool like(const std::string& path, const Json& value, PayerProfile& to) {
        const std::string name = value.is_string() ? value.get<std::string>() : std::string();
        for (const EmbeddedProfile& profile : embedded_profiles) {
            if (profile.name != name) continue;
            const Json known = Json::parse(profile.text, nullptr, false);   // tests/unit/profiles.cpp reads them all
            if (known.contains("like") && !like(path, known["like"], to)) return false;
            to.name = known["name"].get<std::string>();
            for (const auto& item : known.items())
                if (is_among(item.key(), value_keys)) payer_value(path, item.key(), item.value(), to);
            to.filing_limit_published = to.filing_limit_days != 0;
            return true;
        }
        problem(path, "There is no built-in profile \"" + name + "\". Built-in profiles: " + names_of_profiles() + ".");
        return false;
    }

    // What a profile, a payer and so on may say. docs/profile.schema.json is the same for other programs; the tests hold
    // the two together.
    static constexpr std::array<std::string_view, 6> value_keys{
        "class", "filing_limit_days", "supplied_drug", "modifiers_required", "ndc_required", "authorization_required"};
    static constexpr std::array<std::string_view, 12> profile_keys{
        "$schema",     "name",        "like",        value_keys[0], value_keys[1], value_keys[2],
        value_keys[3], value_keys[4], value_keys[5], "payers",      "rules",       "sources"};
    static constexpr std::array<std::string_view, 10> payer_keys{
        "id",          "name",        "like",        value_keys[0], value_keys[1],
        value_keys[2], value_keys[3], value_keys[4], value_keys[5], "rules"};
    static constexpr std::array<std::string_view, 2> wish_keys{"modifier", "codes"};
    static constexpr std::array<std::string_view, 5> source_keys{"value", "source", "date", "confidence", "note"};

    template <std::size_t size>
    static bool is_among(std::string_view key, const std::array<std::string_view, size>& keys) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    }

    template <std::size_t size>
    bool is_key(const std::string& path, const std::string& key, std::string_view of,
                const std::array<std::string_view, size>& keys) {
        if (is_among(key, keys)) return true;
        std::string message = "A ";
        message.append(of).append(" has no \"").append(key).append("\". It may have: ");
        for (const std::string_view known : keys) message.append(known == keys.front() ? "" : ", ").append(known);
        problem(path, message + ".");
        return false;
    }

    void text(const std::string& path, const Json& value, std::string& to) {
        if (value.is_string())
            to = value.get<std::string>();
        else
            problem(path, "It must be a text.");
    }

    void yes_or_no(const std::string& path, const Json& value, Answered& to) {
        bool yes = false;
        flag(path, value, yes);
        to = yes ? Answered::yes : Answered::no;
    }

    /// One of value_keys.
    void payer_value(const std::string& path, std::string_view key, const Json& value, PayerProfile& payer) {
        if (key == "class") {
            payer_class(path, value, payer.payer_class);
        } else if (key == "filing_limit_days") {
            days(path, value, payer.filing_limit_days);
            payer.filing_limit_published = false;
        } else if (key == "supplied_drug") {
            choose(path, value, payer.administration_alone, supplied_drug);
        } else if (key == "modifiers_required") {
            payer.modifiers_required.clear();
            wishes(path, value, payer.modifiers_required);
        } else if (key == "ndc_required") {
            yes_or_no(path, value, payer.ndc_required);
        } else if (key == "authorization_required") {
            payer.authorization_required.clear();
            codes(path, value, payer.authorization_required);
        }
    }

    void part_of_source(const std::string& path, std::string_view key, const Json& value) {
        std::string said;
        auto confidence = Confidence::verified;
        if (key == "confidence") return choose(path, value, confidence, confidences);
        text(path, value, said);
        if (key == "date" && value.is_string() && (said.size() != 10 || !read_date(said).valid()))
            problem(path, "It must be a day as YYYY-MM-DD.");
    }

    /// Where values come from: for people, and read only to see that they are there.
    void sources_of_values(const std::string& path, const Json& value) {
        if (!value.is_array())
            return problem(path, "It must be a list of sources, each with the value that it is for.");
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string below = path + "/" + std::to_string(i);
            if (!value[i].is_object()) {
                problem(below, "A source is a JSON object.");
                continue;
            }
            for (const auto& item : value[i].items())
                if (is_key(below + "/" + item.key(), item.key(), "source", source_keys))
                    part_of_source(below + "/" + item.key(), item.key(), item.value());
            for (const char* needed : {"value", "source"})
                if (!value[i].contains(needed))
                    problem(below + "/" + needed, "A source names the value and where it is written.");
        }
    }

    void days(const std::string& path, const Json& value, std::int32_t& to) {
        if (value.is_number_integer() && value.get<std::int64_t>() >= 1 && value.get<std::int64_t>() <= 3660)
            to = value.get<std::int32_t>();
        else problem(path, "It must be a whole number of days from 1 to 3660.");
    }

    void rule_levels(const std::string& path, const Json& value, std::vector<RuleLevel>& to) {
        if (!value.is_object()) return problem(path, "It must be an object of rule ids and levels.");
        for (const auto& item : value.items()) {
            const Rule* rule = find_rule(item.key());
            if (rule == nullptr) {
                problem(path + "/" + item.key(), "There is no rule \"" + item.key() + "\".");
                continue;
            }
            Level level = rule->level;
            choose(path + "/" + item.key(), item.value(), level, levels);
            to.push_back({rule, level});
        }
    }

    void payers(const std::string& path, const Json& value) {
        if (!value.is_array()) return problem(path, "It must be a list of payers.");
        for (std::size_t i = 0; i < value.size(); ++i) payer(path + "/" + std::to_string(i), value[i]);
    }

    void payer(const std::string& path, const Json& value) {
        if (!value.is_object()) return problem(path, "A payer is a JSON object.");
        PayerProfile payer;
        if (value.contains("like")) (void)like(path + "/like", value["like"], payer);
        for (const auto& item : value.items()) {
            const std::string below = path + "/" + item.key();
            if (!is_key(below, item.key(), "payer", payer_keys)) continue;
            if (item.key() == "id")
                text(below, item.value(), payer.id);
            else if (item.key() == "name")
                text(below, item.value(), payer.name);
            else if (item.key() == "rules")
                rule_levels(below, item.value(), payer.levels);
            else
                payer_value(below, item.key(), item.value(), payer);
        }
        if (trim(payer.id).empty()) return problem(path + "/id", "A payer needs the id that its claims carry.");
        options_.profile.payers.push_back(std::move(payer));
    }

    void wishes(const std::string& path, const Json& value, std::vector<ModifierWish>& to) {
        if (!value.is_array()) return problem(path, "It must be a list of modifiers, each with its codes.");
        for (std::size_t i = 0; i < value.size(); ++i) wish(path + "/" + std::to_string(i), value[i], to);
    }

    void wish(const std::string& path, const Json& value, std::vector<ModifierWish>& to) {
        if (!value.is_object()) return problem(path, "It must be an object as {\"modifier\": \"FP\", \"codes\": [\"J1050\"]}.");
        ModifierWish made;
        for (const auto& item : value.items()) {
            const std::string below = path + "/" + item.key();
            if (!is_key(below, item.key(), "required modifier", wish_keys)) continue;
            if (item.key() == "modifier") made.modifier = item.value().is_string() ? trim(item.value().get_ref<const std::string&>()) : "";
            else
                codes(below, item.value(), made.codes);
        }
        if (made.modifier.size() != 2) return problem(path + "/modifier", "A modifier has two characters.");
        to.push_back(std::move(made));
    }

    void codes(const std::string& path, const Json& value, std::vector<Code>& to) {
        if (!value.is_array()) return problem(path, "It must be a list of procedure or drug codes.");
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Code code(value[i].is_string() ? std::string_view(value[i].get_ref<const std::string&>()) : std::string_view());
            if (code.valid()) to.push_back(code);
            else problem(path + "/" + std::to_string(i), "A code has five letters and digits.");
        }
    }

    Options& options_;
    std::vector<Problem>& problems_;
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
    const Json all = Json::parse(json, nullptr, false);
    if (!all.is_object()) {
        problems.push_back({"", "The options are not a JSON object."});
        return options;
    }
    OptionsReader(options, problems).read(all);
    return options;
}

}  // namespace deltoid
