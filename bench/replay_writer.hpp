// SPDX-License-Identifier: Apache-2.0
// Segments of an 835 (005010X221A1) as a generated year needs them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "claims_837.hpp"

namespace deltoid::bench {

/// What an adjustment or remark of the payer is.
struct Adjusted {
    std::string_view group, carc;
    std::int64_t cents = 0;
};

/// One SVC.
struct Service {
    std::size_t line = 0;   ///< of the claim, from 0
    std::int64_t charge = 0, paid = 0;
    std::vector<Adjusted> adjustments;
    std::string_view remark;
};

struct Batch {
    std::string bytes;
    std::uint32_t sets = 0;
};

/// Payments of one payer to one practice.
struct Payment {
    std::string claims;
    std::int64_t paid = 0;
    std::uint32_t count = 0;
};

inline std::string money(std::int64_t cents) { return cents < 0 ? "-" + dollars(-cents) : dollars(cents); }

inline void segment(std::string& out, std::initializer_list<std::string_view> elements) {
    const auto* end = elements.end();
    while (end != elements.begin() && end[-1].empty()) --end;
    for (const auto* element = elements.begin(); element != end; ++element) {
        if (element != elements.begin()) out += '*';
        out += *element;
    }
    out += "~\n";
}

inline std::size_t segments(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += c == '~' ? 1 : 0;
    return count;
}

inline std::size_t number_of(const Insurer& insurer) { return static_cast<std::size_t>(&insurer - insurers.data()); }

struct Head {
    std::string id, icn, member;
    std::string_view status = "1";
    std::string_view frequency = "1";
    Day day;
    std::int64_t charge = -1;   ///< -1: the sum of its lines
    Adjusted whole;             ///< of the claim, when it names no lines
    std::string_view remark;
};

inline void write_claim(Payment& payment, const Head& head, const std::vector<Service>& services,
                        const Claims837& claims, int sign = 1) {
    std::int64_t charge = 0, paid = 0, patient = 0;
    for (const Service& service : services) {
        charge += service.charge;
        paid += service.paid;
        for (const Adjusted& one : service.adjustments) patient += one.group == "PR" ? one.cents : 0;
    }
    if (head.charge >= 0) charge = head.charge;
    std::string& out = payment.claims;
    segment(out, {"CLP", head.id, head.status, money(sign * charge), money(sign * paid), money(sign * patient), "12",
                  head.icn, "11", head.frequency});
    if (head.whole.cents != 0) segment(out, {"CAS", head.whole.group, head.whole.carc, money(head.whole.cents)});
    segment(out, {"NM1", "QC", "1", "NAME", "SOME", "", "", "", "MI", head.member});
    if (!head.remark.empty()) segment(out, {"MOA", "", "", head.remark});
    const std::size_t insurer = number_of(claims.insurer());
    segment(out, {"DTM", "232", eight_digits(head.day)});
    for (const Service& service : services) {
        const ServiceLine& line = claims.lines()[service.line];
        const std::string code =
            "HC:" + std::string(line.code) + (line.modifier.empty() ? "" : ":") + std::string(line.modifier);
        // This payer bills drugs by a code of its own, and says what was sent.
        const bool changed = insurer == 3 && line.drug != nullptr;
        segment(out, {"SVC", changed ? std::string_view("HC:X9999") : std::string_view(code),
                      money(sign * service.charge), money(sign * service.paid), "", std::to_string(line.units),
                      changed ? std::string_view(code) : std::string_view()});
        if (insurer != 2) segment(out, {"DTM", "472", eight_digits(head.day)});
        for (const Adjusted& one : service.adjustments)
            segment(out, {"CAS", one.group, one.carc, money(sign * one.cents)});
        if (insurer % 2 == 0) segment(out, {"REF", "6R", claims.control(service.line)});
        if (!service.remark.empty()) segment(out, {"LQ", "HE", service.remark});
    }
    payment.paid += sign * paid;
    ++payment.count;
}

}   // namespace deltoid::bench
