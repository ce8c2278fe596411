// SPDX-License-Identifier: Apache-2.0
// Until when a claim may be filed: a closed set of published limits, each with its days, confidence and source.
#pragma once

#include <algorithm>

#include "context.hpp"

namespace deltoid::rulebook {

struct FilingLimit {
    PayerClass payer;
    Day from;                   ///< first date of service it holds for
    Day to;
    std::int32_t days;          ///< 0: one calendar year
    Confidence confidence;
    std::string_view source;
};

/// Published defaults; a contract or a profile goes before them. Commercial payers differ too much for a default.
inline constexpr std::array<FilingLimit, 4> filing_limits{{
    {PayerClass::medicare_b, Day::of(2010, 1, 1), Day::open(), 0, Confidence::verified, "42 CFR 424.44"},
    {PayerClass::tricare, Day::of(2010, 1, 1), Day::open(), 365, Confidence::verified, "TriWest, TRICARE claims"},
    {PayerClass::va, Day::of(2019, 1, 1), Day::open(), 180, Confidence::verified, "TriWest, VA community care claims"},
    {PayerClass::medicaid, Day::of(1990, 1, 1), Day::open(), 365, Confidence::professional, "42 CFR 447.45: states may set less"},
}};

inline const FilingLimit* filing_limit(PayerClass payer, Day service) {
    const PayerClass asked = payer == PayerClass::medicare_advantage ? PayerClass::medicare_b : payer;
    for (const FilingLimit& limit : filing_limits)
        if (limit.payer == asked && limit.from <= service && service <= limit.to) return &limit;
    return nullptr;
}

/// The same date a year later, 28 February for 29 February (42 CFR 424.44; Pub 100-04 ch. 1, 70).
inline Day a_year_later(Day day) {
    const YearMonthDay date = civil(day);
    const Day same = Day::of(date.year + 1, date.month, date.day);
    return same.known() ? same : Day::of(date.year + 1, 2, 28);
}

/// A last day that is a Saturday, Sunday or federal holiday moves to the next workday (Pub 100-04 ch. 1, 70.1).
inline Day next_work_day(const Tables& tables, Day day) {
    while (!tables.is_work_day(day)) ++day.number;
    return day;
}

struct LastDay {
    Day day;                      ///< none(): no limit is known
    bool from_profile = false;
    bool medicare = false;
};

/// The last good day for the claim's earliest date of service.
inline LastDay last_filing_day(const ClaimContext& context, Day service) {
    const Profile& profile = context.options.profile;
    const PayerProfile* payer = profile.payer(context.claim.payer);
    const std::int32_t own = payer != nullptr && payer->filing_limit_days != 0 ? payer->filing_limit_days : profile.filing_limit_days;
    const bool by_law = context.payer() == PayerClass::medicare_b && (payer == nullptr || payer->filing_limit_days == 0);
    const bool published = payer != nullptr && payer->filing_limit_days != 0 && payer->filing_limit_published;
    if (own != 0 && !by_law) return {Day{service.number + own}, !published, false};
    const FilingLimit* limit = filing_limit(context.payer(), service);
    if (limit == nullptr) return {};
    if (limit->days != 0) return {Day{service.number + limit->days}, false, false};
    return {next_work_day(context.tables, a_year_later(service)), false, true};
}

/// Corrected claims and those of a second payer run against other clocks.
inline bool has_another_clock(const Claim& claim) {
    const std::string_view sequence = trim(claim.payer.sequence);
    return trim(claim.frequency) == "7" || (!sequence.empty() && upper(sequence[0]) != 'P');
}

/// The rulebook's two weeks (PAY002): enough for a rejected claim to be sent again.
inline constexpr std::int32_t filing_notice_days = 14;

/// No published limit is near yet, and the profile sets none: the usual claim, whose last day need not be found.
inline bool is_early_for_any_limit(const ClaimContext& context, Day service) {
    constexpr std::int32_t shortest = 180;
    static_assert(std::all_of(filing_limits.begin(), filing_limits.end(),
                              [](const FilingLimit& limit) { return limit.days == 0 || limit.days >= shortest; }));
    const Profile& profile = context.options.profile;
    return profile.payers.empty() && !profile.others && profile.filing_limit_days == 0 &&
           context.received.number - service.number < shortest - filing_notice_days;
}

inline Day earliest_service(const ClaimContext& context) {
    Day earliest = Day::none();
    for (const Service& service : context.services)
        if (service.day.known() && (!earliest.known() || service.day < earliest)) earliest = service.day;
    return earliest;
}

}  // namespace deltoid::rulebook
