// SPDX-License-Identifier: Apache-2.0
// Law 13: docs/rules is what the catalogue says. scripts/docs writes it anew.
#include <filesystem>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "deltoid/checker.hpp"
#include "deltoid/rule.hpp"
#include "json_text.hpp"
#include "support/approved.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

std::filesystem::path folder() { return project_folder() / "docs/rules"; }

std::string page_name(const Rule& rule) { return std::string(rule.id) + ".md"; }

std::string_view name_of(Level level) {
    constexpr std::string_view names[] = {"off", "info", "warning", "error"};
    return names[static_cast<std::size_t>(level)];
}

/// The table of all rules, in order of id.
std::string index_page() {
    std::string page =
        "# The rules\n\n"
        "Written by `scripts/docs` from the catalogue; the same text as `deltoid explain RULE` prints. The level is the usual one.\n\n"
        "| rule | name | level | speaks when |\n|---|---|---|---|\n";
    for (const Rule* rule : rules()) {
        page.append("| [").append(rule->id).append("](").append(page_name(*rule)).append(") | ").append(rule->name);
        page.append(" | ").append(name_of(rule->level)).append(" | ").append(rule->summary).append(" |\n");
    }
    return page;
}

/// The guide with the rule that it quotes as that stands now.
std::string guide_with_rule() {
    const std::string guide = read_file(project_folder() / "docs/adding-a-rule.md");
    const std::string rule = read_file(project_folder() / "core/src/rules/mod/visit_modifier_on_injection.hpp");
    const std::size_t begin = guide.find("```cpp\n") + 7;
    return guide.substr(0, begin) + rule + guide.substr(guide.find("```", begin));
}

}  // namespace

TEST_CASE("law 13: the page of each rule is fresh", "[docs]") {
    for (const Rule* rule : rules()) {
        INFO("scripts/docs writes docs/rules/" << page_name(*rule));
        CHECK(difference_to(folder() / page_name(*rule), explain(rule->id, "markdown")) == "");
    }
}

TEST_CASE("law 13: the table of rules is fresh", "[docs]") { CHECK(difference_to(folder() / "README.md", index_page()) == ""); }

TEST_CASE("law 13: the guide shows a rule as it stands", "[docs]") {
    CHECK(difference_to(project_folder() / "docs/adding-a-rule.md", guide_with_rule()) == "");
}

TEST_CASE("law 13: no page is left of a rule that is gone", "[docs]") {
    std::set<std::string> pages{"README.md"};
    for (const Rule* rule : rules()) pages.insert(page_name(*rule));
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        const std::string name = entry.path().filename().string();
        const bool known = pages.contains(name);
        if (!known && approving()) std::filesystem::remove(entry.path());
        INFO(name);
        CHECK((known || approving()));
    }
}

TEST_CASE("every rule's page says why, what to do and where it is written", "[docs]") {
    for (const Rule* rule : rules()) {
        const std::string page = explain(rule->id, "markdown");
        INFO(page);
        for (const std::string_view part : {"## Why", "## What to do", "## What it says", "## Sources", "## Speaks on", "## Silent on"})
            CHECK(page.find(part) != std::string::npos);
        CHECK(page.find(rule->summary) != std::string::npos);
        CHECK(explain(rule->name, "markdown") == page);
        CHECK(is_utf8(page));
    }
}
