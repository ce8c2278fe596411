// SPDX-License-Identifier: Apache-2.0
// Numbers with commas, lists in words, and the nearest of known words to a mistyped one.
#include "words.hpp"

#include <algorithm>
#include <numeric>

namespace deltoid::cli {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// How many letters must be changed, added or left out to make one word the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = corner + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            corner = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, corner + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string with_commas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::string indent(std::min(line.find_first_not_of(' '), line.size()), ' ');
        line.remove_prefix(indent.size());
        const std::size_t room = width > indent.size() ? width - indent.size() : 1;
        while (line.size() > room) {
            const std::size_t blank = line.rfind(' ', room);
            if (blank == std::string_view::npos) break;   // a word longer than the line
            out.append(indent).append(line.substr(0, blank)).append("\n");
            line.remove_prefix(blank + 1);
        }
        out.append(indent).append(line).append("\n");
    }
    return out;
}

std::string one_of(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i != 0) text += i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return text;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 64;   // nobody mistypes more, and the work grows with the length
    if (word.size() > longest) return {};
    std::string best;
    // A third of it may be wrong, and two letters changed places in a short one.
    std::size_t least = 1 + (word.size() < 4 ? 1 : std::max<std::size_t>(2, word.size() / 3));
    for (const std::string& candidate : candidates) {
        const std::size_t apart = distance(word, candidate);
        if (apart >= least) continue;
        least = apart;
        best = candidate;
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string meant = nearest(word, candidates);
    return meant.empty() ? std::string() : " Did you mean " + meant + "?";
}

}  // namespace deltoid::cli
