// SPDX-License-Identifier: Apache-2.0
// Segments of a claim to members of Claim. Every view points into the input or into a clean copy of one element.
#include "x12_claim.hpp"

#include <array>
#include <utility>

#include "fields.hpp"
#include "rules/x12/segment_order.hpp"
#include "rules/x12/x12_element_shape.hpp"

namespace deltoid::x12 {
namespace {

using rulebook::SegmentOrder;
using Shape = rulebook::X12ElementShape;

/// A claim with more is damaged from end to end; the first ones say so.
constexpr std::size_t trouble_room = 50;

/// The parts of a composite element; parts beyond the room are left out.
class Parts {
public:
    Parts(std::string_view composite, char separator) : begin_(composite.data()) {
        const char* end = begin_ + composite.size();
        for (const char* p = begin_; count_ < ends_.size(); ++p) {
            if (p != end && *p != separator) continue;
            ends_[count_++] = p;
            if (p == end) break;
        }
    }
    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        if (i >= count_) return {};
        const char* begin = i == 0 ? begin_ : ends_[i - 1] + 1;
        return {begin, static_cast<std::size_t>(ends_[i] - begin)};
    }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    const char* begin_;
    std::size_t count_ = 0;
    std::array<const char*, 12> ends_;
};

/// Two or three letters in upper case as one number, to compare at once; 0 for any other length.
constexpr std::uint32_t code_of(std::string_view code) {
    const auto byte = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(code[i]);
        return static_cast<std::uint32_t>(c >= 'a' && c <= 'z' ? c - 32 : c);
    };
    if (code.size() == 2) return byte(0) << 8 | byte(1);
    return code.size() == 3 ? byte(0) << 16 | byte(1) << 8 | byte(2) : 0;
}
consteval std::uint32_t operator""_id(const char* text, std::size_t size) {
    return code_of(std::string_view(text, size));
}

/// The code of an element as it was sent.
std::uint32_t code_in(std::string_view element) { return code_of(trim(element)); }

/// 1 to 99, or A to L as on the form; else Line::unreadable_pointer.
std::uint8_t read_pointer(std::string_view text) {
    text = trim(text);
    if (text.size() == 1 && upper(text[0]) >= 'A' && upper(text[0]) <= 'L')
        return static_cast<std::uint8_t>(upper(text[0]) - 'A' + 1);
    if (text.empty() || text.size() > 2) return Line::unreadable_pointer;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return Line::unreadable_pointer;
        value = value * 10 + (c - '0');
    }
    return static_cast<std::uint8_t>(value);
}

/// A whole number, as most amounts and units are, read at once; everything else by read().
template <class Number>
Number read_whole(std::string_view text, std::int64_t scale, Number (*read)(std::string_view)) {
    if (text.empty() || text.size() > 9) return read(text);
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return read(text);
        value = value * 10 + (c - '0');
    }
    return {text, value * scale, deltoid::Shape::valid};
}

void read_pointers(std::string_view composite, char separator, Line& line) {
    line.pointer_text = composite;
    if (composite.empty()) return;
    const Parts parts(composite, separator);
    for (std::size_t i = 0; i < parts.count(); ++i)
        if (!parts[i].empty() && line.pointer_count < Line::pointer_room)
            line.pointers[line.pointer_count++] = read_pointer(parts[i]);
}

/// A modifier is two letters or digits.
bool looks_like_modifier(std::string_view text) {
    text = trim(text);
    return text.size() == 2 && detail::base36(text[0]) >= 0 && detail::base36(text[1]) >= 0;
}

bool is_number(std::string_view text) { return read_quantity(text).valid(); }

bool is_additional(std::string_view nte01) { return code_in(nte01) == "ADD"_id; }

}   // namespace

std::string_view entity_of(std::string_view nm102) {
    nm102 = trim(nm102);
    if (nm102 == "1") return "person";
    if (nm102 == "2") return "organization";
    return {};
}

template <class Message, class Fill>
void ClaimBuilder::trouble(DefinedRule rule, Message message, const Segment& segment, std::string_view at,
                           Fill&& fill) {
    if (troubles.size() == trouble_room) return;
    Finding& finding = troubles.emplace_back();
    finding.reset(catalogued(rule), static_cast<std::uint8_t>(message));
    finding.has_place = true;
    finding.place = segment.place;
    // Bytes that were changed on the way in have the place of their segment.
    if (at.data() >= segment.begin && at.data() < segment.end)
        finding.place.offset += static_cast<std::uint64_t>(at.data() - segment.begin);
    fill(finding);
}

void ClaimBuilder::begin(const Elements& clm, const Segment& segment, const Delimiters& delimiters,
                         const Above& above) {
    claim.clear();
    troubles.clear();
    changed_.clear();
    delimiters_ = delimiters;
    clm_ = segment;
    where_ = Where::claim;
    line_ = nullptr;
    practitioner_ = nullptr;
    has_service_ = note_is_additional_ = line_note_is_additional_ = has_rendering_ = false;
    number_is_referral_ = line_number_is_referral_ = false;
    professional_ = institutional_ = dental_ = 0;
    last_date_ = {};

    claim.has_place = true;
    claim.separators = {delimiters.element, delimiters.component, delimiters.repetition, delimiters.terminator};
    claim.id = clm[1];
    claim.total_charge = read_whole(clm[2], 100, &read_money);
    type_ = clm[5];
    attending_ = {};
    statement_from_ = statement_to_ = {};
    blood_counts_ = {};
    const Parts place(clm[5], delimiters.component);
    claim.pos = place[0];
    claim.frequency = place[2];
    inherit(above);
    if (!above.has_subscriber)
        trouble(rulebook::segment_order, SegmentOrder::no_subscriber, segment, {}, [](Finding&) {});
}

void ClaimBuilder::inherit(const Above& above) {
    using enum SharedLoop::Slot;
    claim.regions.push_back({});   // its own: finish() knows where it ends
    above.billing.add_regions(claim.regions);
    above.subscriber.add_regions(claim.regions);
    above.patient.add_regions(claim.regions);
    claim.billing = {above.billing.get(npi), above.billing.get(taxonomy), above.billing.entity};
    claim.payer.name = above.subscriber.get(payer_name);
    claim.payer.id = above.subscriber.get(payer_id);
    claim.payer.filing_indicator = above.subscriber.get(filing_indicator);
    claim.payer.sequence = above.subscriber.get(sequence);
    claim.payer.state = above.subscriber.get(state);
    claim.subscriber_id = above.subscriber.get(member);
    const SharedLoop& patient = above.is_dependent ? above.patient : above.subscriber;
    if (above.is_dependent) claim.patient.id = above.patient.get(name);
    claim.patient.birth_date = read_date(patient.get(birth_date));
    claim.patient.sex = patient.get(sex);
    claim.patient.death_date = read_date(patient.get(death_date));
}

void ClaimBuilder::finish(const char* end, Content content) {
    check_line();
    if (content == Content::institutional) make_institutional();
    claim.source = {clm_.begin, static_cast<std::size_t>(end - clm_.begin)};
    claim.regions.front() = {
        clm_.begin, end, clm_.place.offset, clm_.place.segment, clm_.place.text_line, delimiters_.terminator, false};
    for (const Changed& changed : changed_)
        claim.regions.push_back({changed.text.data(), changed.text.data() + changed.text.size(), changed.place.offset,
                                 changed.place.segment, changed.place.text_line, 0, true});
}

Content ClaimBuilder::content() const {
    if (professional_ != 0) return Content::professional;
    if (institutional_ != 0) return Content::institutional;
    return dental_ != 0 ? Content::dental : Content::unknown;
}

void ClaimBuilder::repeated(std::string_view name, const Segment& segment) {
    trouble(rulebook::segment_order, SegmentOrder::repeated, segment, {},
            [&](Finding& finding) { finding.with("segment", name); });
}

// --- 2300 ---------------------------------------------------------------------------------------------------------

void ClaimBuilder::diagnoses(const Elements& hi, const Segment& segment) {
    bool said = false;
    for (std::size_t i = 1; i < hi.count(); ++i) {
        const Parts parts(hi[i], delimiters_.component);
        const std::string_view qualifier = trim(parts[0]);
        if (parts.count() < 2 || parts[1].empty()) {
            // "HI*BK*8901": the code stands alone. Empty elements and qualifiers without a code are passed over.
            if (qualifier.size() < 4 || said) continue;
            said = true;
            trouble(rulebook::x12_element_shape, Shape::diagnosis_qualifier, segment, hi[i],
                    [&](Finding& finding) { finding.in(Field::diagnoses).with("text", qualifier); });
            continue;
        }
        // BP and BO are anesthesia procedures, BG conditions: no diagnoses. In an 837I the admitting diagnosis (ABJ) and
        // the patient's reasons (APR) repeat others or give way to them; the ninth part says what was present on admission.
        switch (code_of(qualifier)) {
            case "ABK"_id:
            case "ABF"_id:
            case "ABN"_id:   // external cause, in an 837I only
                claim.diagnoses.push_back({parts[1], false, false});
                break;
            case "BK"_id:
            case "BF"_id:
            case "BN"_id:
                claim.diagnoses.push_back({parts[1], true, false});
                break;
            case "BE"_id:
                value_code(trim(parts[1]), parts[4]);
                break;
            default:
                break;
        }
    }
}

void ClaimBuilder::reference(const Elements& ref, const Segment& segment) {
    const std::uint32_t qualifier = code_in(ref[1]);
    if (line_ != nullptr) return line_reference(qualifier, ref[2]);
    if (where_ == Where::other_payer) return;
    if (qualifier == "9F"_id) return take_referral(claim.prior_authorization, number_is_referral_, ref[2]);
    if (qualifier != "F8"_id && qualifier != "G1"_id) return;
    if (qualifier == "G1"_id && std::exchange(number_is_referral_, false)) claim.prior_authorization = {};
    const std::string_view name = qualifier == "F8"_id ? "REF*F8" : "REF*G1";
    if (where_ == Where::claim_party)
        trouble(rulebook::segment_order, SegmentOrder::out_of_place, segment, ref[0],
                [&](Finding& finding) { finding.with("segment", name); });
    std::string_view& number = qualifier == "F8"_id ? claim.original_reference : claim.prior_authorization;
    if (number.empty())
        number = ref[2];
    else if (number != ref[2])
        repeated(name, segment);
}

/// Box 23 holds an authorization or a referral; where both are sent the authorization counts.
void ClaimBuilder::take_referral(std::string_view& number, bool& is_referral, std::string_view referral) {
    if (!number.empty()) return;
    number = referral;
    is_referral = !referral.empty();
}

void ClaimBuilder::line_reference(std::uint32_t qualifier, std::string_view number) {
    if (where_ != Where::line && where_ != Where::drug) return;   // 2320, 2420, 2430: other parties' numbers
    if (qualifier == "9F"_id) return take_referral(line_->prior_authorization, line_number_is_referral_, number);
    if (qualifier == "G1"_id && std::exchange(line_number_is_referral_, false)) line_->prior_authorization = {};
    if (qualifier != "6R"_id && qualifier != "G1"_id) return;
    std::string_view& to = qualifier == "6R"_id ? line_->control_number : line_->prior_authorization;
    if (to.empty()) to = number;
}

void ClaimBuilder::note(const Elements& nte) {
    if (where_ == Where::other_payer) return;
    std::string_view& text = line_ == nullptr ? claim.note : line_->note;
    bool& settled = line_ == nullptr ? note_is_additional_ : line_note_is_additional_;
    // The first note counts, but additional information (ADD) before certification or goals.
    if (!text.empty() && (settled || !is_additional(nte[1]))) return;
    text = nte[2];
    settled = is_additional(nte[1]);
}

// --- 2310, 2420: who took part ------------------------------------------------------------------------------------

void ClaimBuilder::take(Provider& provider, const Elements& nm1) {
    provider.entity = entity_of(nm1[2]);
    // 4010 also sends tax numbers there (NM108 24 and 34).
    if (code_in(nm1[8]) == "XX"_id) provider.npi = nm1[9];
}

void ClaimBuilder::claim_party(std::uint32_t code, const Elements& nm1, const Segment& segment) {
    switch (code) {
        case "82"_id:
            if (has_rendering_) return repeated("NM1*82", segment);
            has_rendering_ = true;
            practitioner_ = &claim.rendering;
            return take(claim.rendering, nm1);
        case "71"_id:
            practitioner_ = &attending_;
            return take(attending_, nm1);
        case "DQ"_id:
            return take(claim.supervising, nm1);
        case "DK"_id:
            return take(claim.ordering, nm1);
        case "DN"_id:
        case "P3"_id:
            if (claim.referring.npi.empty()) take(claim.referring, nm1);
            return;
        case "77"_id:   // and, until 4010:
        case "FA"_id:
        case "LI"_id:
        case "TL"_id:
            return take(claim.facility, nm1);
        default:
            return;
    }
}

void ClaimBuilder::line_party(std::uint32_t code, const Elements& nm1) {
    const auto take_if_none = [&](Provider& provider) {
        if (provider.npi.empty()) take(provider, nm1);
    };
    switch (code) {
        case "82"_id:
            practitioner_ = &line_->rendering;
            return take(line_->rendering, nm1);
        case "DQ"_id:
            return take_if_none(claim.supervising);
        case "DK"_id:
            return take_if_none(claim.ordering);
        case "DN"_id:
        case "P3"_id:
            return take_if_none(claim.referring);
        case "77"_id:
            return take_if_none(claim.facility);
        default:
            return;
    }
}

void ClaimBuilder::party(const Elements& nm1, const Segment& segment) {
    practitioner_ = nullptr;
    if (where_ == Where::other_payer) return;   // 2330 names the other payer's parties
    where_ = line_ == nullptr ? Where::claim_party : Where::line_party;
    if (line_ == nullptr)
        claim_party(code_in(nm1[1]), nm1, segment);
    else
        line_party(code_in(nm1[1]), nm1);
}

void ClaimBuilder::taxonomy(const Elements& prv) {
    if (practitioner_ == nullptr) return;
    const std::uint32_t role = code_in(prv[1]);
    if (role == "PE"_id || role == "AT"_id) practitioner_->taxonomy = prv[3];   // AT: an institution's attending
}

// --- 2320 ---------------------------------------------------------------------------------------------------------

void ClaimBuilder::other_payer(const Segment& segment) {
    if (line_ != nullptr)
        trouble(rulebook::segment_order, SegmentOrder::out_of_place, segment, {},
                [](Finding& finding) { finding.with("segment", "SBR"); });
    where_ = Where::other_payer;
    practitioner_ = nullptr;
}

// --- 2400 ---------------------------------------------------------------------------------------------------------

void ClaimBuilder::add_line(std::string_view number, const Segment& segment) {
    line_ = &claim.lines.emplace_back();
    line_->number = number;
    set_source(segment);
    where_ = Where::line;
    practitioner_ = nullptr;
    has_service_ = line_note_is_additional_ = line_number_is_referral_ = false;
}

void ClaimBuilder::set_source(const Segment& segment) {
    line_->source = {segment.begin, static_cast<std::size_t>(segment.end - segment.begin)};
    line_->place = segment.place;
}

void ClaimBuilder::check_line() {
    if (line_ == nullptr || has_service_) return;
    trouble(rulebook::segment_order, SegmentOrder::line_without_service, lx_, {}, [&](Finding& finding) {
        finding.line = line_number();
        finding.with_number("line", line_number());
    });
}

void ClaimBuilder::line(const Elements& lx, const Segment& segment) {
    check_line();
    lx_ = segment;
    add_line(lx[1], segment);
}

void ClaimBuilder::procedure(std::string_view composite, Line& line, const Segment& segment) {
    // Nearly all are "HC:96372" alone.
    if (composite.size() == 8 && composite[2] == delimiters_.component && composite.substr(0, 2) == "HC" &&
        composite.find(delimiters_.component, 3) == std::string_view::npos) {
        line.code = composite.substr(3);
        return;
    }
    const Parts parts(composite, delimiters_.component);
    // Only HC is CPT and HCPCS: ICD-10 codes and others can look the same.
    if (code_in(parts[0]) != "HC"_id) {
        trouble(rulebook::x12_element_shape, Shape::code_qualifier, segment, composite, [&](Finding& finding) {
            finding.line = line_number();
            finding.in(Field::line_code).with_number("line", line_number()).with("text", trim(parts[0]));
        });
        return;
    }
    line.code = parts[1];
    for (std::size_t i = 2; i < 6; ++i)
        if (!parts[i].empty()) line.modifiers[line.modifier_count++] = parts[i];
    line.description = parts[6];
    if (line.modifier_count < Line::modifier_room || !looks_like_modifier(parts[6])) return;
    line.description = {};
    trouble(rulebook::x12_element_shape, Shape::fifth_modifier, segment, parts[6], [&](Finding& finding) {
        finding.line = line_number();
        finding.in(Field::line_modifiers).with_number("line", line_number()).with("text", parts[6]);
    });
}

/// A service without its LX, or a second one, begins a line of its own.
void ClaimBuilder::begin_service(std::string_view name, const Segment& segment) {
    if (!in_line() || has_service_) {
        add_line({}, segment);
        trouble(rulebook::segment_order, SegmentOrder::service_without_line, segment, {}, [&](Finding& finding) {
            finding.line = line_number();
            finding.with_number("line", line_number()).with("segment", name);
        });
    }
    has_service_ = true;
    set_source(segment);
}

void ClaimBuilder::service(const Elements& sv1, const Segment& segment) {
    ++professional_;
    begin_service("SV1", segment);
    Line& line = *line_;
    procedure(sv1[1], line, segment);
    line.charge = read_whole(sv1[2], 100, &read_money);
    line.unit_type = sv1[3];
    line.units = read_whole(sv1[4], 1000, &read_quantity);
    line.pos = sv1[5];
    read_pointers(sv1[7], delimiters_.component, line);
}

/// Drugs and services have a code; what is billed by its revenue code alone has none (005010X223A2, SV202).
void ClaimBuilder::institutional_service(const Elements& sv2, const Segment& segment) {
    ++institutional_;
    begin_service("SV2", segment);
    Line& line = *line_;
    line.revenue_code = sv2[1];
    // HIPPS rate codes (HP; ZZ until 4010) price a stay: they are no services.
    const std::uint32_t qualifier = code_in(Parts(sv2[2], delimiters_.component)[0]);
    if (!sv2[2].empty() && qualifier != "HP"_id && qualifier != "ZZ"_id) procedure(sv2[2], line, segment);
    line.charge = read_whole(sv2[3], 100, &read_money);
    line.unit_type = sv2[4];
    line.units = read_whole(sv2[5], 1000, &read_quantity);
}

void ClaimBuilder::foreign_service(const Segment& segment) {
    ++dental_;
    if (!in_line() || has_service_) add_line({}, segment);
    has_service_ = true;
}

void ClaimBuilder::date(const Elements& dtp, const Segment& segment) {
    const std::uint32_t what = code_in(dtp[1]);
    if (what == "434"_id) return statement(dtp);
    if (what != "472"_id) return;
    if (!in_line()) {
        if (where_ == Where::other_payer) return;
        trouble(rulebook::segment_order, SegmentOrder::date_without_line, segment, dtp[3], [](Finding&) {});
        return;
    }
    if (where_ == Where::adjudication) return;
    if (!line_->from.absent()) return repeated("DTP*472", segment);
    const std::uint32_t format = code_in(dtp[2]);
    const std::string_view text = dtp[3];
    if (format == "D8"_id && text.size() == 8) {
        line_->from = day_of(text);
        return;
    }
    const std::size_t dash = text.find('-');
    // A range is a range whatever its qualifier says.
    if (dash == 8 || (format == "RD8"_id && dash != std::string_view::npos)) {
        line_->from = day_of(text.substr(0, dash));
        line_->to = day_of(text.substr(dash + 1));
    } else {
        line_->from = day_of(format == "DT"_id ? text.substr(0, 8) : text);
    }
    if (format == "D8"_id || format == "RD8"_id) return;
    trouble(rulebook::x12_element_shape, Shape::date_qualifier, segment, dtp[2], [&](Finding& finding) {
        finding.line = line_number();
        finding.in(Field::line_from).with_number("line", line_number()).with("text", trim(dtp[2]));
    });
}

Date ClaimBuilder::day_of(std::string_view text) {
    if (last_date_.text != text) last_date_ = read_date(text);
    return {text, last_date_.value, last_date_.shape};
}

// --- 2410 ---------------------------------------------------------------------------------------------------------

void ClaimBuilder::drug(const Elements& lin, const Segment& segment) {
    if (!in_line()) return;
    where_ = Where::drug;
    if (!line_->ndc.code.empty()) {
        trouble(rulebook::x12_element_shape, Shape::second_drug, segment, lin[3], [&](Finding& finding) {
            finding.line = line_number();
            finding.in(Field::line_ndc_code).with_number("line", line_number()).with("text", trim(lin[3]));
        });
        return;
    }
    line_->ndc.qualifier = lin[2];
    line_->ndc.code = lin[3];
}

void ClaimBuilder::drug_quantity(const Elements& ctp, const Segment& segment) {
    if (!in_line() || !line_->ndc.quantity.absent()) return;   // a second one belongs to the second NDC
    line_->ndc.quantity = read_whole(ctp[4], 1000, &read_quantity);
    line_->ndc.unit = Parts(ctp[5], delimiters_.component)[0];
    if (line_->ndc.quantity.valid()) return;
    // 4010 had a price in CTP03; some senders put the quantity there or one before, and the unit in CTP04.
    for (const std::size_t element : {std::size_t{3}, std::size_t{2}}) {
        if (!is_number(ctp[element])) continue;
        line_->ndc.quantity = {};
        trouble(rulebook::x12_element_shape, Shape::quantity_elsewhere, segment, ctp[element], [&](Finding& finding) {
            finding.line = line_number();
            finding.in(Field::line_ndc_quantity).with_number("line", line_number());
            finding.with("element", element == 3 ? "CTP03" : "CTP02").with("text", trim(ctp[element]));
        });
        return;
    }
}

void ClaimBuilder::measurement(const Elements& mea) {
    if (!in_line()) return;
    // MEA02 codes that an 837P knows (005010X222A1, 2400 MEA).
    std::string_view name = mea[2];
    switch (code_in(name)) {
        case "HT"_id:
            name = "height";
            break;
        case "R1"_id:
            name = "hemoglobin";
            break;
        case "R2"_id:
            name = "hematocrit";
            break;
        case "R3"_id:
            name = "epoetin starting dosage";
            break;
        case "R4"_id:
            name = "creatinine";
            break;
        default:
            break;
    }
    claim.measurements.push_back({static_cast<std::uint32_t>(claim.lines.size() - 1), name, mea[3]});
}

}   // namespace deltoid::x12
