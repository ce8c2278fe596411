// SPDX-License-Identifier: Apache-2.0
// How the book's longest lists are packed: a year of a large practice has millions of lines, services and reasons.
#include "book.hpp"

#include <algorithm>
#include <utility>

#include "keys.hpp"

namespace deltoid::replay {

ClaimRow& Book::add_claim(std::uint32_t file, std::uint32_t index) {
    const std::uint32_t number = claims.size();
    const bool follows =
        !runs_.empty() && runs_.back().file == file && runs_.back().index + (number - runs_.back().claim) == index;
    if (!follows) runs_.push_back({file, index, number});
    ClaimRow& row = claims.add();
    row = {};
    return row;
}

std::uint32_t Book::find_claim(std::uint32_t file, std::uint32_t index) const {
    const auto behind = [](const auto& wanted, const Run& run) { return wanted < std::pair(run.file, run.index); };
    const auto next = std::upper_bound(runs_.begin(), runs_.end(), std::pair(file, index), behind);
    if (next == runs_.begin() || next[-1].file != file) return claims.size();
    const std::uint32_t end = next == runs_.end() ? claims.size() : next->claim;
    const std::uint32_t row = next[-1].claim + (index - next[-1].index);
    return row < end ? row : claims.size();
}

const Book::Run& Book::run_of(std::uint32_t claim) const {
    const auto behind = [](std::uint32_t wanted, const Run& run) { return wanted < run.claim; };
    return std::upper_bound(runs_.begin(), runs_.end(), claim, behind)[-1];
}

std::string_view Book::file_name_of(std::uint32_t claim) const {
    const std::uint32_t file = file_of(claim);
    return file < claim_files.size() ? std::string_view(claim_files[file].name) : std::string_view();
}

const PayerRow* Book::payer_of(std::uint32_t key) const {
    const auto before = [](const PayerRow& row, std::uint32_t wanted) { return row.key < wanted; };
    const auto found = std::lower_bound(payers.begin(), payers.end(), key, before);
    return found == payers.end() || found->key != key ? nullptr : &*found;
}

std::span<FlagRow> Book::flags_of(std::uint32_t claim) {
    const auto before = [](const FlagRow& row, std::uint32_t wanted) { return row.claim < wanted; };
    const auto begin = std::lower_bound(flags.begin(), flags.end(), claim, before);
    const auto end = std::lower_bound(begin, flags.end(), claim + 1, before);
    return std::span(flags).subspan(static_cast<std::size_t>(begin - flags.begin()),
                                    static_cast<std::size_t>(end - begin));
}

// --- lines --------------------------------------------------------------------------------------------------------

/// Days since the claim's first, in 13 bits. A line of more than 22 years later is as one without a day.
constexpr std::uint64_t days_mask = (1U << 13) - 1, without_day = days_mask;

void Book::add_line(const ClaimRow& claim, const LineRow& line) {
    const int days = line.day == no_day || claim.day == no_day ? -1 : line.day - claim.day;
    const std::uint64_t since = days < 0 ? without_day : std::min(static_cast<std::uint64_t>(days), without_day);
    const std::uint64_t kind = std::uint64_t{line.code} << 32 | std::uint64_t{line.modifiers} << 16 | since << 3 |
                               static_cast<std::uint64_t>(line.what) << 1 | (line.coded ? 1U : 0U);
    line_kinds_.add() = kinds_.keep(kind, lines_.size());
    lines_.add() = {line.charge, line.control};
}

LineRow Book::line(const ClaimRow& claim, std::uint32_t i) const {
    const std::uint32_t row = claim.first_line + i;
    const PackedLine& packed = lines_[row];
    const std::uint64_t kind = kinds_.value(line_kinds_[row], row);
    const std::uint64_t since = kind >> 3 & days_mask;
    return {packed.charge,
            static_cast<std::uint32_t>(kind >> 32),
            packed.control,
            static_cast<std::uint16_t>(kind >> 16),
            since == without_day ? no_day : static_cast<std::int16_t>(claim.day + static_cast<int>(since)),
            static_cast<LineClass>(kind >> 1 & 3),
            (kind & 1) != 0};
}

// --- services -----------------------------------------------------------------------------------------------------

/// Mostly the line in the same place; otherwise one of the first few.
std::uint16_t Book::line_like(const AnswerRow& answer, std::uint32_t i, const ServiceRow& service) const {
    constexpr std::uint32_t few = 8;
    const ClaimRow& claim = first_claim(answer);
    const auto repeats = [&](std::uint32_t number) {
        if (number >= claim.lines) return false;
        const LineRow line = this->line(claim, number);
        return line.code == service.code && line.modifiers == service.modifiers && line.charge == service.charge &&
               line.day == service.day && (service.control == 0 || service.control == line.control);
    };
    if (repeats(i)) return static_cast<std::uint16_t>(i);
    for (std::uint16_t number = 0; number < few; ++number)
        if (repeats(number)) return number;
    return PackedService::apart;
}

void Book::add_service(const AnswerRow& answer, std::uint32_t i, const ServiceRow& service) {
    PackedService& packed = services_.add();
    packed = {service.paid, line_like(answer, i, service), service.reasons, service.control != 0};
    if (packed.line != PackedService::apart) return;
    packed.paid = static_cast<std::int32_t>(services_apart_.size());
    services_apart_.add() = service;
}

ServiceRow Book::service(const AnswerRow& answer, std::uint32_t i) const {
    const PackedService& packed = services_[answer.first_service + i];
    if (packed.line == PackedService::apart) {
        ServiceRow service = services_apart_[static_cast<std::uint32_t>(packed.paid)];
        service.reasons = packed.reasons;
        return service;
    }
    const LineRow line = this->line(first_claim(answer), packed.line);
    return {line.charge,    packed.paid, line.code,     packed.controlled ? line.control : 0,
            line.modifiers, line.day,    packed.reasons};
}

// --- reasons ------------------------------------------------------------------------------------------------------

void Book::add_reason(const ReasonRow& reason) {
    const auto amount = static_cast<std::uint32_t>(reason.amount);
    const std::uint32_t row = reasons_.size();
    reasons_.add() = {reason_codes_.keep(reason.code, row), static_cast<std::uint16_t>(amount),
                      static_cast<std::int16_t>(amount >> 16)};
}

ReasonRow Book::reason(std::uint32_t row) const {
    const PackedReason& packed = reasons_[row];
    const std::uint32_t amount =
        static_cast<std::uint32_t>(static_cast<std::uint16_t>(packed.amount_high)) << 16 | packed.amount_low;
    return {static_cast<std::uint32_t>(reason_codes_.value(packed.code, row)), static_cast<std::int32_t>(amount)};
}

void Book::forget_services() {
    services_.clear();
    services_apart_.clear();
    reasons_.clear();
}

}   // namespace deltoid::replay
