// SPDX-License-Identifier: Apache-2.0
// The roster's line of one claim.
#include "roster.hpp"

#include <algorithm>
#include <array>

#include "json_text.hpp"
#include "payer_class.hpp"
#include "rules/pay/filing_limits.hpp"

namespace deltoid {
namespace {

void append_day(std::string& out, Day day) { out.append(",").append(day.known() ? std::to_string(day.number) : "null"); }

void append_text(std::string& out, std::string_view text) {
    out += ',';
    append_json_string(out, trim(text));
}

/// The codes of its drugs and vaccines as they stand on the claim, each once. More than these nobody sorts a claim by.
void append_drugs(std::string& out, const ClaimContext& context) {
    std::array<std::string_view, 8> told;
    std::size_t count = 0;
    for (std::size_t i = 0; i < context.services.size() && count < told.size(); ++i) {
        const Service& service = context.services[i];
        if (!service.is(CodeSet::drug) && !service.is(CodeSet::vaccine)) continue;
        const auto told_end = told.begin() + static_cast<std::ptrdiff_t>(count);
        const std::string_view code = trim(context.claim.lines[i].code);
        if (std::find(told.begin(), told_end, code) != told_end) continue;
        append_json_string(out += count == 0 ? "" : ",", code);
        told[count++] = code;
    }
}

Day last_day(const ClaimContext& context, Day service) {
    if (!service.known() || context.claim.received_date.valid() || rulebook::has_another_clock(context.claim)) return Day::none();
    return rulebook::last_filing_day(context, service).day;
}

}  // namespace

void append_roster_row(std::string& out, std::uint32_t file, const ClaimContext& context) {
    const Claim& claim = context.claim;
    const Day service = rulebook::earliest_service(context);
    const bool injection = std::any_of(context.services.begin(), context.services.end(),
                                       [](const Service& one) { return one.is(CodeSet::injection); });
    out.append("[").append(std::to_string(file)).append(",").append(std::to_string(claim.index));
    append_text(out, claim.id);
    append_text(out, claim.subscriber_id);
    append_text(out, payer_class_name(claim.payer.payer_class));
    append_text(out, claim.payer.id);
    append_text(out, claim.payer.name);
    append_day(out, service);
    append_day(out, last_day(context, service));
    out.append(injection ? ",1,[" : ",0,[");
    for (const Service& line : context.services) {
        if (line.line != 1) out += ',';
        out += std::to_string(line.charge_known ? line.charge : 0);
    }
    append_drugs(out += "],[", context);
    out += "]]\n";
}

}  // namespace deltoid
