// SPDX-License-Identifier: Apache-2.0
// Phrases that outputs for people share.
#include "writers/words.hpp"

#include "writers/message.hpp"

namespace deltoid {

std::string with_commas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string count_of(std::uint64_t number, std::string_view one, std::string_view many) {
    return with_commas(number).append(" ").append(number == 1 ? one : many);
}

std::string dollars(Cents cents) {
    std::string text;
    append_money(text, cents);
    const auto point = text.find('.');
    for (std::size_t at = point; at > 3 && text[at - 4] != '-'; at -= 3) text.insert(at - 3, ",");
    return "$" + text;
}

void append_denial_in_words(std::string& out, const Denial& denial) {
    if (denial.group == Group::none) return;
    out.append(group_name(denial.group)).append("-").append(denial.carc);
    for (const std::string_view rarc : denial.rarc)
        if (!rarc.empty()) out.append(" ").append(rarc);
    if (denial.line == 0) return;
    out += " on line ";
    append_number(out, denial.line);
}

void append_source_in_words(std::string& out, const Source& source) {
    out.append(source.title).append(" (").append(source.ref).append(")");
    if (!source.from.empty()) out.append(", from ").append(source.from);
    if (!source.to.empty()) out.append(" to ").append(source.to);
}

std::string_view confidence_in_words(Confidence confidence) {
    return confidence == Confidence::verified    ? "read in the sources below"
           : confidence == Confidence::secondary ? "reported by others, not read in an official text"
                                                 : "professional knowledge, no source read";
}

}   // namespace deltoid
