// SPDX-License-Identifier: Apache-2.0
// Numbers and sentences: how values look in every output, and how a message's named places are filled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"

namespace deltoid {

void append_number(std::string& out, std::int64_t number);
/// "120.00"
void append_money(std::string& out, Cents cents);
/// "1", "0.5"
void append_quantity(std::string& out, Thousandths thousandths);
/// "2026-09-15"
void append_day(std::string& out, Day day);
/// For terminals and logs: valid UTF-8, control characters as \u00XX.
void append_printable(std::string& out, std::string_view text);
/// "CO", "PR" ...; "" for none.
[[nodiscard]] std::string_view group_name(Group group);
/// "add_modifier" ...
[[nodiscard]] std::string_view operation_name(Operation operation);
/// "error", "warning", "info"
[[nodiscard]] std::string_view level_name(Level level);
/// "verified", "secondary", "professional"
[[nodiscard]] std::string_view confidence_name(Confidence confidence);

/// How a text is put into the output: append_printable or append_json_escaped.
using AppendText = void (*)(std::string&, std::string_view);

/// A message cut at its places once, its fixed pieces already in the output's dress.
class Template {
public:
    Template() = default;
    Template(std::string_view message, AppendText append);
    /// Fills the places; a place without a value stays as it is written.
    void write(std::string& out, const Finding& finding) const;

private:
    struct Piece {
        std::string fixed;   ///< before the place
        std::string place;   ///< "" at the end
    };
    std::vector<Piece> pieces_;
    AppendText append_ = nullptr;
};

/// The messages of all rules, each rule's made when it first speaks.
class Messages {
public:
    explicit Messages(AppendText append);
    /// In the words of the claim's form.
    [[nodiscard]] const Template& of(const Finding& finding, Kind kind);

private:
    AppendText append_;
    std::vector<std::vector<Template>> made_;   ///< by the rule's index in the catalogue; then those for institutions
};

/// The message of a finding, filled in: for tests and single uses.
[[nodiscard]] std::string message_of(const Finding& finding);

/// A fix in words: "add modifier 25 to line 1".
void append_fix_in_words(std::string& out, std::span<const Edit> alternative);
/// The edits of alternative `number` from 0; empty when there is none.
[[nodiscard]] std::span<const Edit> alternative(const Finding& finding, std::size_t number);

}  // namespace deltoid
