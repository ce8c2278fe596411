// SPDX-License-Identifier: Apache-2.0
// Any format without what names a patient or a claim: for reports that are passed on. The claim's place in its file
// stays, so that who has the file can find it again.
#include <memory>
#include <string>
#include <utility>

#include "deltoid/rule.hpp"
#include "fields.hpp"
#include "writers/writer.hpp"

namespace deltoid {
namespace {

/// What stands in a sentence where an identifier would.
constexpr std::string_view left_out = "(left out)";

bool names_somebody(Field field) {
    switch (field) {
        case Field::id:
        case Field::original_reference:
        case Field::patient_id:
        case Field::patient_birth_date:
        case Field::patient_death_date:
        case Field::subscriber_id: return true;
        default: return false;
    }
}

/// Readers quote what they could not read, and that may be anything.
bool quotes_the_input(const Rule& rule) { return rule.id.starts_with("SRC") || rule.id.starts_with("X12"); }

/// Another claim that is named by its number is named by its place.
void name_by_place(Finding& told, Value& value) {
    for (std::size_t i = 0; i < told.other_count; ++i) {
        const OtherLine& other = told.others[i];
        if (value.kind != Value::Kind::text || other.claim.empty() || !value.text.ends_with(other.claim)) continue;
        const std::string_view kept = told.keep("claim " + std::to_string(other.claim_index + std::uint64_t{1}));
        value.text = kept.empty() ? left_out : kept;
        return;
    }
}

class WithoutIdentifiers final : public Writer {
public:
    explicit WithoutIdentifiers(std::unique_ptr<Writer> inner) : inner_(std::move(inner)) {}

    void begin(std::string& out) override { inner_->begin(out); }
    [[nodiscard]] std::string_view separator() const override { return inner_->separator(); }
    [[nodiscard]] std::size_t holds() const override { return inner_->holds(); }

    void finding(std::string& out, const Finding& finding, const FindingScope& scope) override {
        Finding told = finding;
        const bool about_somebody = names_somebody(told.field);
        for (std::size_t i = 0; i < told.value_count; ++i) {
            Value& value = told.values[i];
            const std::string_view name = value.name;
            const bool quoted = quotes_the_input(*told.rule) && (name == "text" || name == "key");
            if (about_somebody || quoted || name == "id") value = {value.name, Value::Kind::text, left_out, 0};
            else name_by_place(told, value);
        }
        for (std::size_t i = 0; i < told.edit_count; ++i)
            if (names_somebody(told.edits[i].field)) told.edits[i].value = {};
        for (std::size_t i = 0; i < told.other_count; ++i) told.others[i].claim = {};
        FindingScope nameless = scope;
        nameless.claim = {};
        inner_->finding(out, told, nameless);
    }

    void finish(std::string& out, const Summary& summary) override { inner_->finish(out, summary); }

private:
    std::unique_ptr<Writer> inner_;
};

}   // namespace

std::unique_ptr<Writer> make_writer_without_identifiers(std::unique_ptr<Writer> inner) {
    return std::make_unique<WithoutIdentifiers>(std::move(inner));
}

}   // namespace deltoid
