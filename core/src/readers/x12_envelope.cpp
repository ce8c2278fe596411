// SPDX-License-Identifier: Apache-2.0
// Counts and control numbers of SE, GE and IEA against what was read.
#include "x12_envelope.hpp"

#include "deltoid/values.hpp"
#include "rules/x12/envelope_counts.hpp"

namespace deltoid::x12 {
namespace {

using rulebook::envelope_counts;
using rulebook::EnvelopeCounts;

struct Names {
    std::string_view header, trailer, count, control, header_control, things;
};

constexpr std::array<Names, 3> names{{
    {"ISA", "IEA", "IEA01", "IEA02", "ISA13", "groups"},
    {"GS", "GE", "GE01", "GE02", "GS06", "transaction sets"},
    {"ST", "SE", "SE01", "SE02", "ST02", "segments"},
}};

constexpr const Names& names_of(Level level) { return names[static_cast<std::size_t>(level)]; }

std::string_view without_zeros(std::string_view digits) {
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

bool all_digits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

bool says_count(std::string_view said, std::uint64_t count) {
    said = trim(said);
    if (!all_digits(said)) return false;
    said = without_zeros(said);
    if (said.size() > 18) return false;
    std::uint64_t value = 0;
    for (const char c : said) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    return value == count;
}

bool same_number(std::string_view a, std::string_view b) {
    return all_digits(a) && all_digits(b) && without_zeros(a) == without_zeros(b);
}

}   // namespace

std::string_view Envelope::missing_trailers(Level outermost) const {
    const bool interchange = outermost == Level::interchange && open(Level::interchange);
    const bool group = outermost != Level::set && open(Level::group);
    const bool set = open(Level::set);
    constexpr std::array<std::string_view, 8> words{"",   "IEA",        "GE",        "GE and IEA",
                                                    "SE", "SE and IEA", "SE and GE", "SE, GE and IEA"};
    return words[(set ? 4U : 0U) + (group ? 2U : 0U) + (interchange ? 1U : 0U)];
}

void Envelope::close_from(Level level, std::string_view next, const Place& where, Speaker* speaker) {
    const std::string_view missing = missing_trailers(level);
    if (missing.empty()) return;
    if (speaker != nullptr)
        speaker->say(envelope_counts, EnvelopeCounts::missing_trailer, where,
                     [&](Finding& finding) { finding.with("trailer", missing).with("next", next); });
    for (std::size_t i = static_cast<std::size_t>(level); i < parts_.size(); ++i) parts_[i] = {};
}

void Envelope::begin(Level level, std::string_view control, std::uint64_t segments, const Place& where,
                     Speaker* speaker) {
    close_from(level, names_of(level).header, where, speaker);
    at(level) = {true, ShortText(trim(control)), where, level == Level::set ? segments : 0};
    if (level == Level::group) ++at(Level::interchange).inside;
    if (level == Level::set) ++at(Level::group).inside;
}

void Envelope::end(Level level, std::string_view count, std::string_view control, std::uint64_t segments,
                   const Place& where, Speaker* speaker) {
    const Names& name = names_of(level);
    if (level != Level::set)
        close_from(level == Level::group ? Level::set : Level::group, name.trailer, where, speaker);
    const Part part = at(level);
    at(level) = {};
    if (speaker == nullptr) return;
    if (!part.open) {
        speaker->say(envelope_counts, EnvelopeCounts::missing_header, where,
                     [&](Finding& finding) { finding.with("trailer", name.trailer).with("header", name.header); });
        return;
    }
    const std::uint64_t found = level == Level::set ? segments + 1 - part.inside : part.inside;
    if (!says_count(count, found))
        speaker->say(envelope_counts, EnvelopeCounts::wrong_count, where, [&](Finding& finding) {
            finding.with("trailer", name.count).with("said", finding.keep(ShortText(trim(count)).view()));
            finding.with("things", name.things).with_number("found", static_cast<std::int64_t>(found));
        });
    const std::string_view wanted = part.control.view();
    const ShortText said(trim(control));
    if (said.view() == wanted) return;
    const bool zeros = same_number(said.view(), wanted);
    speaker->say(envelope_counts, zeros ? EnvelopeCounts::lost_zeros : EnvelopeCounts::wrong_control, where,
                 [&](Finding& finding) {
                     finding.with("trailer", name.control).with("said", finding.keep(said.view()));
                     finding.with("header", name.header_control).with("wanted", finding.keep(wanted));
                     if (zeros) finding.at_level(deltoid::Level::info);
                 });
}

}   // namespace deltoid::x12
