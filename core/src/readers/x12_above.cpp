// SPDX-License-Identifier: Apache-2.0
// The tree above claims, built from the order of its segments, and the values that claims take from it.
#include "x12_above.hpp"

namespace deltoid::x12 {

using Loop = State::Loop;
using Party = State::Party;

SharedLoop* LoopReader::current() {
    switch (state_.loop) {
        case Loop::billing:
            return &state_.billing;
        case Loop::subscriber:
            return &state_.subscriber;
        case Loop::patient:
            return &state_.patient;
        case Loop::none:
            break;
    }
    return nullptr;
}

void LoopReader::open_stretch(const char* begin, const Place& place) {
    open_ = current();
    if (open_ != nullptr) open_->stretch = {begin, begin, place, state_.delimiters.terminator};
}

void LoopReader::close_stretch(const char* end) {
    if (open_ != nullptr) open_->stretch.end = end;
    open_ = nullptr;
}

/// A value of a loop: a view into its stretch, or a copy when it does not lie there as it is.
void LoopReader::put(SharedLoop& loop, SharedLoop::Slot slot, std::string_view text, const Segment& segment) {
    const bool in_segment = text.data() >= segment.begin && text.data() <= segment.end;
    if (in_segment && &loop == open_) return loop.set(slot, text);
    Place place = segment.place;
    if (in_segment) place.offset += static_cast<std::uint64_t>(text.data() - segment.begin);
    for (const Changed& change : changes_)
        if (text.data() == change.text.data()) place = change.place;
    loop.set_copy(slot, text, place);
}

void LoopReader::hierarchy(const Elements& hl, const Segment& segment) {
    close_stretch(segment.begin);
    // Numbers and parents (HL01, HL02, HL04) are often wrong: the order of segments makes the tree.
    const std::string_view level = trim(hl[3]);
    if (level == "22")
        enter(Loop::subscriber, segment);
    else if (level == "23")
        enter(Loop::patient, segment);
    else if (level == "20")
        enter(Loop::billing, segment);
    else
        file_.unknown_level(hl[3], segment.place);
}

/// A new HL forgets everything below it.
void LoopReader::enter(Loop loop, const Segment& segment) {
    if (loop == Loop::billing) state_.billing.clear();
    if (loop != Loop::patient) state_.subscriber.clear();
    state_.patient.clear();
    state_.loop = loop;
    state_.party = Party::other;
    open_stretch(segment.begin, segment.place);
}

void LoopReader::subscriber(const Elements& sbr, const Segment& segment) {
    if (state_.loop != Loop::subscriber) return;
    put(state_.subscriber, SharedLoop::sequence, sbr[1], segment);
    put(state_.subscriber, SharedLoop::filing_indicator, sbr[9], segment);
}

void LoopReader::patient(const Elements& pat, const Segment& segment) {
    if (state_.loop == Loop::subscriber) put(state_.subscriber, SharedLoop::death_date, pat[6], segment);
    if (state_.loop == Loop::patient) put(state_.patient, SharedLoop::death_date, pat[6], segment);
}

void LoopReader::taxonomy(const Elements& prv, const Segment& segment) {
    // It comes before the NM1*85 that it belongs to.
    if (state_.loop == Loop::billing && same_code(prv[1], "BI"))
        put(state_.billing, SharedLoop::taxonomy, prv[3], segment);
}

void LoopReader::demographics(const Elements& dmg, const Segment& segment) {
    if (state_.party != Party::subscriber && state_.party != Party::patient) return;
    SharedLoop& loop = state_.party == Party::subscriber ? state_.subscriber : state_.patient;
    put(loop, SharedLoop::birth_date, dmg[2], segment);
    put(loop, SharedLoop::sex, dmg[3], segment);
}

void LoopReader::address(const Elements& n4, const Segment& segment) {
    if (state_.party == Party::payer) put(state_.subscriber, SharedLoop::state, n4[2], segment);
}

void LoopReader::party(const Elements& nm1, const Segment& segment) {
    const std::string_view code = trim(nm1[1]);
    state_.party = Party::other;
    if (code == "IL" && state_.loop == Loop::subscriber) {
        state_.party = Party::subscriber;
        put(state_.subscriber, SharedLoop::member, nm1[9], segment);
    } else if (code == "PR" && state_.loop == Loop::subscriber) {
        state_.party = Party::payer;
        put(state_.subscriber, SharedLoop::payer_name, nm1[3], segment);
        put(state_.subscriber, SharedLoop::payer_id, nm1[9], segment);
    } else if (code == "QC" && state_.loop == Loop::patient) {
        state_.party = Party::patient;
        dependent(nm1, segment);
    } else if (code == "85") {
        billing_provider(nm1, segment);
    }
}

void LoopReader::billing_provider(const Elements& nm1, const Segment& segment) {
    SharedLoop& billing = state_.billing;
    if (!billing.entity.empty() || billing.has(SharedLoop::npi)) return file_.second_provider(segment.place);
    billing.entity = entity_of(nm1[2]);
    if (same_code(nm1[8], "XX")) put(billing, SharedLoop::npi, nm1[9], segment);
}

/// A dependent has no number of its own: the name, as it stands from NM103 to NM105, tells it apart.
void LoopReader::dependent(const Elements& nm1, const Segment& segment) {
    if (nm1.count() <= 3) return;
    const char* begin = nm1[3].data();
    const std::string_view last = nm1[nm1.count() > 5 ? 5 : nm1.count() - 1];
    std::string_view name(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
    while (!name.empty() && (name.back() == state_.delimiters.element || is_blank(name.back()))) name.remove_suffix(1);
    put(state_.patient, SharedLoop::name, name, segment);
}

}   // namespace deltoid::x12
