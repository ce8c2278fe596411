// SPDX-License-Identifier: Apache-2.0
// The catalogue and a rule's page, as text, JSON or Markdown: everything that explains a rule prints this one text.
#include <array>
#include <utility>

#include "about.hpp"
#include "catalogue.hpp"
#include "deltoid/checker.hpp"
#include "json_text.hpp"
#include "rules/clean_claim.hpp"
#include "writers/message.hpp"
#include "writers/words.hpp"

namespace deltoid {
namespace {

std::string_view scope_name(Scope scope) {
    switch (scope) {
        case Scope::reader: return "reader";
        case Scope::day:
        case Scope::absence: return "day";
        case Scope::patient: return "patient";
        case Scope::claim:
        case Scope::verdict: break;
    }
    return "claim";
}

std::string_view family_of(const Rule& rule) { return rule.id.substr(0, rule.id.size() - 3); }

class JsonObject {
public:
    explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
    ~JsonObject() { out_ += '}'; }
    JsonObject(const JsonObject&) = delete;
    JsonObject& operator=(const JsonObject&) = delete;

    std::string& key(std::string_view name) {
        out_.append(first_ ? "\"" : ",\"").append(name).append("\":");
        first_ = false;
        return out_;
    }
    void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
    void text_or_null(std::string_view name, std::string_view value) {
        if (value.empty()) key(name) += "null";
        else text(name, value);
    }

private:
    std::string& out_;
    bool first_ = true;
};

template <class Item, class Write>
void append_list(std::string& out, std::span<const Item> items, Write write) {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) out += ',';
        write(items[i]);
    }
    out += ']';
}

void append_source(std::string& out, const Source& source) {
    JsonObject object(out);
    object.text("title", source.title);
    object.text("ref", source.ref);
    object.text_or_null("from", source.from);
    object.text_or_null("to", source.to);
}

void append_example(std::string& out, const Example& example) {
    JsonObject object(out);
    object.text("what", example.what);
    if (example.whole_input) object.text("input", example.patch);
    else object.key("patch") += example.patch;
    if (!example.history.empty()) object.key("history") += example.history;
    object.key("options") += example.options;
}

enum class Settings : std::uint8_t { both, professional, institutional };

Settings settings_of(const Rule& rule) {
    if (!rule.institutional) return Settings::professional;
    return (rule.needs & needs(Need::institutional)) != 0 ? Settings::institutional : Settings::both;
}

std::string_view settings_in_words(Settings settings) {
    constexpr std::array<std::string_view, 3> words{"professional and institutional claims", "professional claims only",
                                                    "institutional claims only"};
    return words[static_cast<std::size_t>(settings)];
}

void append_rule_json(std::string& out, const Rule& rule) {
    JsonObject object(out);
    object.text("id", rule.id);
    object.text("name", rule.name);
    object.text("family", family_of(rule));
    object.text("level", level_name(rule.level));
    object.text("scope", scope_name(rule.scope));
    const Settings settings = settings_of(rule);
    object.key("settings") += settings == Settings::both            ? R"(["professional","institutional"])"
                              : settings == Settings::professional ? R"(["professional"])"
                                                                    : R"(["institutional"])";
    object.text("summary", rule.summary);
    object.text("why", rule.why);
    object.text("fix", rule.fix);
    object.text_or_null("myth", rule.myth);
    object.text("confidence", confidence_name(rule.confidence));
    append_list(object.key("messages"), rule.messages, [&](std::string_view message) { append_json_string(out, message); });
    append_list(object.key("sources"), rule.sources, [&](const Source& source) { append_source(out, source); });
    append_list(object.key("bad"), rule.bad, [&](const Example& example) { append_example(out, example); });
    append_list(object.key("good"), rule.good, [&](const Example& example) { append_example(out, example); });
}

/// How a page is dressed.
struct Dress {
    std::string_view title, part, item, code_begin, code_end;
};
constexpr Dress plain{"", "", "  ", "    ", "\n"};
constexpr Dress markdown{"# ", "## ", "- ", "```json\n", "\n```\n"};

void append_part(std::string& out, const Dress& dress, std::string_view title) {
    out.append("\n").append(dress.part).append(title).append("\n");
    if (!dress.part.empty()) out += '\n';
}

/// Pages are UTF-8: bytes of an example that are not are shown as Latin-1.
void append_example_text(std::string& out, std::string_view text) {
    if (is_utf8(text)) out += text;
    else
        for (const char c : text) append_utf8(out, static_cast<unsigned char>(c));
}

void append_example_block(std::string& out, const Dress& dress, const Example& example) {
    if (example.patch == "[]") out += "The clean claim as it stands.\n";
    else {
        out += example.whole_input ? "```\n" : dress.code_begin;
        append_example_text(out, example.patch);
        out += example.patch.ends_with('\n') ? "```\n" : dress.code_end;
    }
    if (example.options != "{}") out.append("\nwith the options `").append(example.options).append("`\n");
}

void append_examples(std::string& out, const Dress& dress, std::string_view title, std::span<const Example> examples) {
    const bool terminal = dress.title.empty();   // which is shown the sentences only
    append_part(out, dress, title);
    for (const Example& example : examples) {
        if (!terminal && &example != examples.data()) out += '\n';
        out.append(dress.item).append(example.what).append("\n");
        if (terminal) continue;
        out += '\n';
        append_example_block(out, dress, example);
    }
}

void append_page(std::string& out, const Rule& rule, const Dress& dress) {
    out.append(dress.title).append(rule.id).append(" ").append(rule.name).append("\n\n");
    out.append(rule.summary).append("\n");
    append_part(out, dress, "Why");
    out.append(rule.why).append("\n");
    append_part(out, dress, "What to do");
    out.append(rule.fix).append("\n");
    if (!rule.myth.empty()) {
        append_part(out, dress, "What people wrongly advise");
        out.append(rule.myth).append("\n");
    }
    append_part(out, dress, "What it says");
    for (const std::string_view message : rule.messages) out.append(dress.item).append(message).append("\n");
    append_part(out, dress, "Level and confidence");
    out.append("Usually ").append(level_name(rule.level)).append("; ");
    out.append(confidence_in_words(rule.confidence));
    out.append(". Looks at ").append(settings_in_words(settings_of(rule))).append(".\n");
    append_part(out, dress, "Sources");
    for (const Source& source : rule.sources) {
        out += dress.item;
        append_source_in_words(out, source);
        out += '\n';
    }
    append_examples(out, dress, "Speaks on", rule.bad);
    append_examples(out, dress, "Silent on", rule.good);
}

}  // namespace

std::string catalogue(std::string_view format) {
    std::string out;
    if (format == "json") {
        JsonObject object(out);
        object.text("version", version_text());
        object.text("rulebook", rulebook_digest());
        object.key("clean_claim") += rulebook::clean_claim;
        append_list(object.key("rules"), rules(), [&](const Rule* rule) { append_rule_json(out, *rule); });
    } else {
        for (const Rule* rule : rules()) {
            out.append(rule->id).append(8 - rule->id.size(), ' ').append(level_name(rule->level));
            out.append(9 - level_name(rule->level).size(), ' ').append(rule->name).append("\n");
            out.append(17, ' ').append(rule->summary).append("\n");
        }
    }
    if (format == "json") out += '\n';
    return out;
}

std::string explain(std::string_view id_or_name, std::string_view format) {
    std::string out;
    const Rule* rule = find_rule(id_or_name);
    if (rule == nullptr) return out;
    if (format == "json") append_rule_json(out, *rule);
    else append_page(out, *rule, format == "markdown" ? markdown : plain);
    return out;
}

}  // namespace deltoid
