// SPDX-License-Identifier: Apache-2.0
// What a rule asks a record for stands in its declaration (Rule::record): the note to complete is made of it.
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "fields.hpp"
#include "support/samples.hpp"

using namespace deltoid;
using namespace deltoid::test;

namespace {

/// Names of record fields in a finding's field and in what its fixes would document.
void note_fields(const std::string& pointer, std::set<std::string>& names) {
    constexpr std::string_view part = "/documentation/";
    if (const auto at = pointer.find(part); at != std::string::npos) names.insert(pointer.substr(at + part.size()));
}

std::set<std::string> fields_named(const Json& finding) {
    std::set<std::string> names;
    note_fields(finding["field"].text, names);
    for (const Json& alternative : finding["fix"].values) {
        if (alternative["op"].text == "document") note_fields(alternative["field"].text, names);
        for (const Json& also : alternative["also"].values)
            if (also["op"].text == "document") note_fields(also["field"].text, names);
    }
    return names;
}

std::set<std::string> declared(const Rule& rule) {
    std::set<std::string> names;
    for (const FieldRow& row : field_rows())
        if (row.part == Part::documentation && (rule.record & record_fields(row.field)) != 0)
            names.insert(std::string(row.pointer.substr(1)));
    return names;
}

}   // namespace

TEST_CASE("a rule declares every record field that its findings name, and no field that its cases do not show",
          "[policy]") {
    for (const Rule* rule : rules()) {
        std::set<std::string> named;
        std::string texts;
        const auto look = [&](const Sample& sample) {
            for (const Input& input : sample.inputs) texts += input.bytes;
            for (const Json& finding : outcome_of(sample.options, sample.inputs).findings)
                if (finding["rule"].text == rule->id) named.merge(fields_named(finding));
        };
        for (const Example& example : rule->bad) look(sample_of(*rule, example));
        for (const RuleCase& one : cases_of(rule->id)) look(one);
        const std::set<std::string> fields = declared(*rule);
        for (const std::string& name : named) {
            // What a reader says of a record's shape (a date, a number) is no question of the record's content.
            INFO(rule->id << " names " << name);
            CHECK((rule->scope == Scope::reader || fields.contains(name)));
        }
        for (const std::string& name : fields) {
            INFO(rule->id << " declares " << name);
            CHECK((named.contains(name) || texts.find("\"" + name + "\"") != std::string::npos));
        }
    }
}

TEST_CASE("every field of a record is asked for by some rule", "[policy]") {
    RecordFields all = 0;
    for (const Rule* rule : rules()) all |= rule->record;
    for (const FieldRow& row : field_rows()) {
        if (row.part != Part::documentation) continue;
        INFO(row.label);
        CHECK((all & record_fields(row.field)) != 0);
    }
}
