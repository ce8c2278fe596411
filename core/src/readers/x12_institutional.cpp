// SPDX-License-Identifier: Apache-2.0
// What makes an institutional claim of the segments of an 837I once its end is there (005010X223A2).
#include <algorithm>
#include <array>

#include "x12_claim.hpp"

namespace deltoid::x12 {

/// What the statement of an institution covers: a range, of one day or more.
void ClaimBuilder::statement(const Elements& dtp) {
    if (where_ == Where::other_payer || line_ != nullptr || !statement_from_.absent()) return;
    const std::string_view text = trim(dtp[3]);
    const std::size_t dash = std::min(text.find('-'), text.size());
    statement_from_ = read_date(text.substr(0, dash));
    statement_to_ = dash == text.size() ? statement_from_ : read_date(text.substr(dash + 1));
}

/// 48 and 49: the latest hemoglobin and hematocrit (NUBC, FL 39-41).
void ClaimBuilder::value_code(std::string_view code, std::string_view amount) {
    if (code == "48") blood_counts_[0] = amount;
    if (code == "49") blood_counts_[1] = amount;
}

/// CLM05 is a type of bill, no place of service; the attending practitioner rendered what nobody else is named for
/// (005010X223A2, 2310D); a line without a date has the statement's when that is one day (2400 DTP*472).
void ClaimBuilder::make_institutional() {
    claim.kind = Kind::institutional;
    claim.bill_type = trim(claim.pos);
    claim.pos = {};
    const std::string_view frequency = trim(claim.frequency);
    if (claim.bill_type.size() == 2 && frequency.size() == 1) {
        bill_type_ = {'0', claim.bill_type[0], claim.bill_type[1], frequency[0]};
        Place place = clm_.place;
        if (type_.data() >= clm_.begin && type_.data() < clm_.end)
            place.offset += static_cast<std::uint64_t>(type_.data() - clm_.begin);
        claim.bill_type = {bill_type_.data(), bill_type_.size()};
        add_changed({claim.bill_type, place});
    }
    if (!has_rendering_) claim.rendering = attending_;
    constexpr std::array<std::string_view, 2> names{"hemoglobin", "hematocrit"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!blood_counts_[i].empty() && !claim.lines.empty())
            claim.measurements.push_back({0, names[i], blood_counts_[i]});
    if (!statement_from_.valid() || !statement_to_.valid() || statement_from_.value != statement_to_.value) return;
    for (Line& line : claim.lines)
        if (line.from.absent()) line.from = statement_from_;
}

}   // namespace deltoid::x12
