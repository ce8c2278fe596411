// SPDX-License-Identifier: Apache-2.0
// What the core says of itself, on standard output.
#include "rulebook.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "deltoid/checker.hpp"
#include "deltoid/rule.hpp"
#include "output.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

/// `prose`: on a terminal its lines are broken between words.
int print(std::string text, bool prose = false) {
    if (!text.ends_with('\n')) text += '\n';
    Output output;
    (void)output.open("-");
    constexpr unsigned most = 80;   // longer lines are hard to read
    if (prose && output.is_terminal()) text = wrapped(text, std::min(terminal_width(STDOUT_FILENO), most));
    output.write(text);
    output.finish();
    if (output.problem().empty()) return 0;
    complain(output.problem());
    return 2;
}

}  // namespace

std::vector<std::string> names_of_rules() {
    std::vector<std::string> names;
    for (const Rule* rule : rules()) {
        names.emplace_back(rule->id);
        names.emplace_back(rule->name);
    }
    return names;
}

int explain_rule(const Arguments& arguments) {
    const std::string page = explain(arguments.rule, arguments.format);
    if (!page.empty()) return print(page, arguments.format == "text");
    complain(fmt::format("There is no rule {}.{}", arguments.rule, did_you_mean(arguments.rule, names_of_rules())));
    return 2;
}

int list_rules(const Arguments& arguments) { 
    return print(catalogue(arguments.format), arguments.format == "text");
}

int show_version(const Arguments& arguments) {
    if (arguments.json) return print(about());
    const auto known = nlohmann::json::parse(about());
    const auto text_of = [](const nlohmann::json& value) {
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    std::string text = fmt::format("deltoid {}\nrulebook {}, {} rules\n", text_of(known["version"]),
                                   text_of(known["rulebook"]), rules().size());
    for (const auto& table : known["tables"]) {
        const std::string to = text_of(table["to"]);
        text += fmt::format("{:<24} {:<9} from {}{}\n", text_of(table["name"]), text_of(table["edition"]),
                            text_of(table["from"]), to.empty() ? "" : " to " + to);
    }
    return print(text);
}

}  // namespace deltoid::cli
