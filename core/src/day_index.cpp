// SPDX-License-Identifier: Apache-2.0
// Rows of the day index: appended from claims, sorted once, turned back into services.
#include "day_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

#include "rules/bnd/edit_pair.hpp"
#include "sorting.hpp"

namespace deltoid {
namespace {

constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;   // 2^64 / golden ratio

std::uint64_t mix(std::uint64_t state, std::uint64_t word) {
    state = (state ^ word) * multiplier;
    return state ^ (state >> 32);
}

template <class Word>
std::uint64_t word_at(const char* bytes) {
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// One to eight bytes; some of them twice, which keeps texts of one length apart as well as once.
std::uint64_t last_word(const char* bytes, std::size_t size) {
    if (size >= 4) return word_at<std::uint32_t>(bytes) | word_at<std::uint32_t>(bytes + size - 4) << 32;
    return word_at<std::uint8_t>(bytes) | word_at<std::uint8_t>(bytes + size / 2) << 8 | word_at<std::uint8_t>(bytes + size - 1) << 16;
}

/// Eight bytes at a time. Bit 5 is dropped, which is upper case for letters and does not join two digits; blanks at the
/// ends were trimmed before.
std::uint64_t hash(std::uint64_t state, std::string_view text) {
    constexpr std::uint64_t upper_mask = ~0x2020202020202020ULL;
    text = trim(text);
    state = mix(state, text.size());
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 8; left -= 8, at += 8) state = mix(state, word_at<std::uint64_t>(at) & upper_mask);
    return left == 0 ? state : mix(state, last_word(at, left) & upper_mask);
}

/// A member id with hyphens, as on the card (1EG4-TE5-MK73), is the one without.
std::uint64_t hash_id(std::uint64_t state, std::string_view id) {
    if (id.find('-') == std::string_view::npos) return hash(state, id);
    std::array<char, 80> kept{};   // an NM109 has no more
    std::size_t size = 0;
    for (const char c : id.substr(0, kept.size()))
        if (c != '-') kept[size++] = c;
    return hash(state, {kept.data(), size});
}

template <class To, class From>
To saturated(From value) {
    constexpr auto most = static_cast<From>(std::numeric_limits<To>::max());
    return value > most ? std::numeric_limits<To>::max() : static_cast<To>(value);
}

}  // namespace

std::uint64_t DayIndex::key_of(const Claim& claim) {
    if (trim(claim.subscriber_id).empty() && trim(claim.patient.id).empty()) return 0;
    std::uint64_t state = hash(multiplier, claim.billing.npi);
    state = hash_id(state, claim.subscriber_id);
    state = hash(state, claim.patient.id);
    state = mix(state, static_cast<std::uint64_t>(claim.patient.birth_date.value.number));
    state = hash(state, claim.payer.id);
    state = mix(state, static_cast<std::uint64_t>(claim.payer.payer_class) << 8 | static_cast<std::uint64_t>(claim.kind));
    return state == 0 ? 1 : state;
}

std::uint32_t DayIndex::hash_of(std::string_view text) {
    if (trim(text).empty()) return 0;
    const auto folded = static_cast<std::uint32_t>(hash(multiplier, text) >> 32);
    return folded == 0 ? 1 : folded;
}

/// What a rule of a day may ask for: injections, visits, drugs, procedures with an edit, codes that no table tells of.
bool DayIndex::matters(const Service& service) {
    const Answer<EditRow>& edit = rulebook::edit_of(service);
    if (service.packaged_drug) return service.day.known();
    return service.facts.code.valid() && service.day.known() &&
           (service.facts.sets != 0 || edit || !edit.covered || service.facts.drug);
}

/// By an eighth at a time: doubling would leave half of it empty.
void DayIndex::keep_id(std::string_view id) {
    if (ids_.capacity() - ids_.size() < id.size()) ids_.reserve(ids_.size() + id.size() + ids_.size() / 8 + 4096);
    ids_.insert(ids_.end(), id.begin(), id.end());
}

std::uint8_t DayIndex::flags_of(const ServiceClaim& of) {
    return static_cast<std::uint8_t>((of.supply_noted ? noted : 0) | (of.institutional ? institutional : 0) |
                                     (of.administration_alone ? alone : 0) | (of.cancer ? cancer : 0) |
                                     (of.dates_differ ? dates_differ : 0));
}

std::uint8_t DayIndex::more_of(const ServiceClaim& of) {
    return static_cast<std::uint8_t>(of.care | static_cast<unsigned>(of.bill) << bill_at);
}

std::uint32_t DayIndex::add(std::uint64_t key, const Claim& claim, std::span<const Service> services, const ServiceClaim& of,
                            std::uint32_t file, Place place) {
    const std::uint32_t number = claims_.size();
    ClaimRow& row = claims_.add();
    row.key = key;
    row.set_offset(place.offset);
    row.segment = place.segment;
    row.text_line = place.text_line;
    row.index = of.index;
    row.id_begin = static_cast<std::uint32_t>(ids_.size());
    row.id_size = saturated<std::uint16_t>(claim.id.size());
    row.file = std::min(file, most_files) & most_files;
    row.set_kind(of.payer, of.frequency);
    row.flags = flags_of(of);
    const std::string_view sequence = trim(claim.payer.sequence);
    if (!sequence.empty() && upper(sequence[0]) != 'P') row.flags |= secondary;
    row.more = more_of(of);
    keep_id(claim.id.substr(0, row.id_size));
    add_lines(row, services, place);
    return number;
}

void DayIndex::replace(std::uint32_t row_number, std::span<const Service> services, const ServiceClaim& of) {
    ClaimRow& row = claims_[row_number];
    row.set_kind(row.payer(), of.frequency);
    constexpr std::uint8_t of_the_claim = noted | institutional | alone | cancer | dates_differ;   // what flags_of() tells
    row.flags = static_cast<std::uint8_t>((row.flags & ~of_the_claim) | flags_of(of));
    row.more = (row.more & earlier) | more_of(of);
    add_lines(row, services, {});
}

/// Behind the others: what was remembered of a claim before stays where it is, and nobody looks at it again.
void DayIndex::add_lines(ClaimRow& row, std::span<const Service> services, Place place) {
    row.first_line = lines_.size();
    row.line_count = 0;
    for (const Service& service : services) {
        if (!matters(service) || row.line_count == std::numeric_limits<std::uint16_t>::max()) continue;
        LineRow& line = lines_.add();
        line.day = service.day;
        line.code = service.facts.code.packed();
        for (std::size_t i = 0; i < line.modifiers.size(); ++i) line.modifiers[i] = service.modifiers[i].packed();
        line.charge_low = static_cast<std::uint32_t>(service.charge);
        line.charge_high = static_cast<std::int32_t>(service.charge >> 32);
        line.units = saturated<std::int32_t>(service.units);
        line.taxonomy = service.taxonomy;
        line.offset = saturated<std::uint32_t>(service.at.offset - place.offset);
        line.segment = saturated<std::uint16_t>(service.at.segment - place.segment);
        line.text_line = saturated<std::uint16_t>(service.at.text_line - place.text_line);
        line.line = service.line;
        const std::uint8_t place_or_drug = service.packaged_drug ? packaged_drug : service.place;
        line.place = static_cast<std::uint8_t>(place_or_drug | (service.injected ? injected : 0));
        line.flags = static_cast<std::uint8_t>((service.brought ? brought : 0) | (service.charge_known ? 0 : no_charge) |
                                               (service.counted ? counted : 0) | static_cast<unsigned>(service.record) << record_at |
                                               (service.duplicate ? duplicate : 0));
        if (row.line_count != 0 && line.day != lines_[row.first_line].day) row.more = (row.more | several_days) & 255U;
        ++row.line_count;
    }
}

void DayIndex::add_text(std::uint32_t row, const Claim& claim, std::uint16_t line, Field field, std::string_view text) {
    std::uint64_t patient = hash_id(multiplier, claim.subscriber_id);
    patient = mix(hash(patient, claim.patient.id), static_cast<std::uint64_t>(claim.patient.birth_date.value.number));
    TextRow& added = texts_.add();
    added.text = hash(static_cast<std::uint64_t>(field), text);
    added.patient = static_cast<std::uint32_t>(patient >> 32);
    added.claim = row;
    added.line = line;
    added.field = field;
}

std::uint64_t DayIndex::content_of(const ClaimRow& row) const {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < row.line_count; ++i) {
        const LineRow& line = lines_[row.first_line + i];
        std::uint64_t modifiers = 0;
        for (const std::uint16_t modifier : line.modifiers) modifiers += mix(multiplier, modifier);
        const auto day = static_cast<std::uint32_t>(line.day.number);
        std::uint64_t state = mix(multiplier, std::uint64_t{line.code} << 32 | day);
        state = mix(state, modifiers);
        state = mix(state, static_cast<std::uint64_t>(charge(line)));
        state = mix(state, std::uint64_t{line.taxonomy} << 32 | static_cast<std::uint32_t>(line.units));
        sum += mix(state, line.place & ~unsigned{injected});
    }
    return mix(sum, std::uint64_t{static_cast<std::uint32_t>(row.rest_charge)} << 8 | (row.flags & secondary));
}

// Most claims are alone with their key. A bit of the key's hash tells nearly all of them, so that few need sorting.
std::vector<DayIndex::Keyed> DayIndex::in_groups() const {
    const auto bits = static_cast<unsigned>(std::bit_width(claims_.size())) + 3U;   // eight bits for a claim: one in eight meets a stranger
    std::vector<bool> once(std::size_t{1} << bits), again(std::size_t{1} << bits);
    const auto bit_of = [&](std::uint64_t key) { return static_cast<std::size_t>(key >> (64 - bits)); };
    for (std::uint32_t row = 0; row < claims_.size(); ++row) {
        const std::size_t bit = bit_of(claims_[row].key);
        if (once[bit]) again[bit] = true;
        once[bit] = true;
    }
    std::vector<Keyed> found;
    for (std::uint32_t row = 0; row < claims_.size(); ++row)
        if (again[bit_of(claims_[row].key)] || (claims_[row].more & several_days) != 0) found.push_back({claims_[row].key, row});
    sort_rows(found, [&](const Keyed& a, const Keyed& b) {
        if (a.key != b.key) return a.key < b.key;
        const std::string_view id_a = id(claims_[a.row]);
        const std::string_view id_b = id(claims_[b.row]);
        return id_a != id_b ? id_a < id_b : a.row < b.row;
    });
    return found;
}

ServiceClaim DayIndex::service_claim(const ClaimRow& row, std::string_view file) const {
    return {file, id(row), row.index, row.payer(), (row.flags & institutional) != 0, row.frequency(), (row.flags & noted) != 0,
            (row.flags & alone) != 0, (row.flags & cancer) != 0, static_cast<std::uint8_t>(row.more & care_bits),
            (row.flags & dates_differ) != 0, 0, row.is_earlier(), static_cast<BillType>(row.more >> bill_at)};
}

Service DayIndex::service(const LineRow& line, const ClaimRow& row, const ServiceClaim& claim, const CodeFacts& facts) {
    Service service;
    service.facts = facts;
    service.day = line.day;
    for (std::size_t i = 0; i < line.modifiers.size(); ++i) service.modifiers[i] = Modifier::from_packed(line.modifiers[i]);
    service.units = line.units;
    service.charge = charge(line);
    service.charge_known = (line.flags & no_charge) == 0;
    service.taxonomy = line.taxonomy;
    service.line = line.line;
    service.place = static_cast<std::uint8_t>(line.place & ~injected);
    service.packaged_drug = service.place == packaged_drug;
    if (service.packaged_drug) service.place = 0;
    service.injected = (line.place & injected) != 0;
    service.brought = (line.flags & brought) != 0;
    service.counted = (line.flags & counted) != 0;
    service.record = static_cast<RecordCheck>(line.flags >> record_at & 3U);
    service.duplicate = (line.flags & duplicate) != 0;
    service.claim = &claim;
    service.at = {row.offset() + line.offset, row.segment == 0 ? 0 : row.segment + line.segment, row.text_line + line.text_line};
    return service;
}

const PayerProfile* DayIndex::profile_of(std::uint32_t row) const {
    const auto found = std::lower_bound(profiles_.begin(), profiles_.end(), row,
                                        [](const auto& known, std::uint32_t wanted) { return known.first < wanted; });
    return found == profiles_.end() || found->first != row ? nullptr : found->second;
}

Cents DayIndex::take_rest_fee(std::uint32_t row) {
    const auto found = std::lower_bound(rest_fees_.begin(), rest_fees_.end(), row,
                                        [](const auto& fee, std::uint32_t wanted) { return fee.first < wanted; });
    return found == rest_fees_.end() || found->first != row ? 0 : std::exchange(found->second, 0);
}

void DayIndex::append(DayIndex&& later) {
    const std::uint32_t first_claim = claims_.size();
    const std::uint32_t first_line = lines_.size();
    const auto first_id = static_cast<std::uint32_t>(ids_.size());
    for (std::uint32_t i = 0; i < later.claims_.size(); ++i) {
        ClaimRow& row = claims_.add();
        row = later.claims_[i];
        row.first_line += first_line;
        row.id_begin += first_id;
    }
    for (std::uint32_t i = 0; i < later.lines_.size(); ++i) lines_.add() = later.lines_[i];
    for (std::uint32_t i = 0; i < later.texts_.size(); ++i) {
        TextRow& row = texts_.add();
        row = later.texts_[i];
        row.claim += first_claim;
    }
    keep_id({later.ids_.data(), later.ids_.size()});
    for (WaitingFinding& finding : later.waiting_) {
        finding.claim += first_claim;
        waiting_.push_back(std::move(finding));
    }
    for (const auto& [row, profile] : later.profiles_) profiles_.push_back({row + first_claim, profile});
    for (const auto& [row, fee] : later.rest_fees_) rest_fees_.push_back({row + first_claim, fee});
    later.clear();
}

void DayIndex::clear() {
    claims_.clear();
    lines_.clear();
    texts_.clear();
    std::vector<char>().swap(ids_);   // not only emptied: a replay goes on for long, and needs the room
    waiting_.clear();
    profiles_.clear();
    rest_fees_.clear();
}

}  // namespace deltoid
