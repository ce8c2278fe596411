// SPDX-License-Identifier: Apache-2.0
// The segments of an 837 by their ids: a number for each that is read, one for all others that belong there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "x12_scan.hpp"

namespace deltoid::x12 {

enum class Kind : std::uint8_t {
    unknown,
    isa,   // looked at before anything else
    hl,
    clm,
    st,
    se,
    gs,
    ge,
    iea,   // end a claim
    bht,
    nm1,
    sbr,
    pat,
    dmg,
    prv,
    n4,
    ref,
    dtp,
    hi,
    nte,
    lx,
    sv1,
    sv2,
    sv3,
    lin,
    ctp,
    mea,
    svd,
    other   // of an 837, and nothing in it is read
};

constexpr bool ends_claim(Kind kind) { return kind >= Kind::isa && kind <= Kind::iea; }

/// Kinds as bits.
using Kinds = std::uint32_t;
constexpr Kinds bit(Kind kind) { return Kinds{1} << static_cast<unsigned>(kind); }
template <class... Many>
constexpr Kinds bits(Many... kinds) {
    return (bit(kinds) | ...);
}

namespace detail {

struct KnownSegment {
    std::string_view id;
    Kind kind;
};

// 005010X222A1, X223A3, X224A3 and their 004010 predecessors.
inline constexpr std::array<KnownSegment, 66> known_segments{{
    {"ISA", Kind::isa},   {"HL", Kind::hl},     {"CLM", Kind::clm},   {"ST", Kind::st},     {"SE", Kind::se},
    {"GS", Kind::gs},     {"GE", Kind::ge},     {"IEA", Kind::iea},   {"BHT", Kind::bht},   {"NM1", Kind::nm1},
    {"SBR", Kind::sbr},   {"PAT", Kind::pat},   {"DMG", Kind::dmg},   {"PRV", Kind::prv},   {"N4", Kind::n4},
    {"REF", Kind::ref},   {"DTP", Kind::dtp},   {"HI", Kind::hi},     {"NTE", Kind::nte},   {"LX", Kind::lx},
    {"SV1", Kind::sv1},   {"SV2", Kind::sv2},   {"SV3", Kind::sv3},   {"LIN", Kind::lin},   {"CTP", Kind::ctp},
    {"MEA", Kind::mea},   {"SVD", Kind::svd},   {"AMT", Kind::other}, {"CAS", Kind::other}, {"CL1", Kind::other},
    {"CN1", Kind::other}, {"CR1", Kind::other}, {"CR2", Kind::other}, {"CR3", Kind::other}, {"CR4", Kind::other},
    {"CR5", Kind::other}, {"CR6", Kind::other}, {"CR7", Kind::other}, {"CR8", Kind::other}, {"CRC", Kind::other},
    {"CUR", Kind::other}, {"DN1", Kind::other}, {"DN2", Kind::other}, {"DSB", Kind::other}, {"FRM", Kind::other},
    {"HCP", Kind::other}, {"HSD", Kind::other}, {"IMM", Kind::other}, {"K3", Kind::other},  {"LQ", Kind::other},
    {"MIA", Kind::other}, {"MOA", Kind::other}, {"N2", Kind::other},  {"N3", Kind::other},  {"OI", Kind::other},
    {"PER", Kind::other}, {"PS1", Kind::other}, {"PWK", Kind::other}, {"QTY", Kind::other}, {"SV4", Kind::other},
    {"SV5", Kind::other}, {"SV6", Kind::other}, {"SV7", Kind::other}, {"TA1", Kind::other}, {"TOO", Kind::other},
    {"UR", Kind::other},
}};

/// No two known ids meet under this multiplier (found by trial).
constexpr std::size_t slot_of(std::uint32_t id) { return (id * 0x87DFFCD1U) >> 24; }

struct Slot {
    std::uint32_t id = 0;
    Kind kind = Kind::unknown;
};

consteval std::array<Slot, 256> fill_table() {
    std::array<Slot, 256> table{};
    for (const KnownSegment& segment : known_segments) {
        Slot& slot = table[slot_of(id_of(segment.id))];
        slot = {id_of(segment.id), segment.kind};
    }
    return table;
}

inline constexpr std::array<Slot, 256> table = fill_table();

consteval bool all_in_table() {
    for (const KnownSegment& segment : known_segments)
        if (table[slot_of(id_of(segment.id))].id != id_of(segment.id)) return false;
    return true;
}
static_assert(all_in_table(), "two ids share a slot: choose another multiplier");

}   // namespace detail

inline Kind kind_of(std::uint32_t id) {
    const detail::Slot& slot = detail::table[detail::slot_of(id)];
    return slot.id == id ? slot.kind : Kind::unknown;
}

}   // namespace deltoid::x12
