// SPDX-License-Identifier: Apache-2.0
// FHIR to claims: every Claim and ExplanationOfBenefit of the file is counted, those with professional procedure codes
// become claims, and the end says of the others how many there were of each kind.
#include <array>
#include <string>

#include "catalogue.hpp"
#include "readers/fhir_claim.hpp"
#include "readers/fhir_stream.hpp"
#include "readers/reader.hpp"
#include "rules/src/element_shape.hpp"
#include "rules/src/input_limit.hpp"
#include "rules/src/no_professional_codes.hpp"

namespace deltoid {
namespace {

/// A file with more text between its resources than this has other worries.
constexpr std::uint32_t stray_limit = 10;
constexpr char no_source = ' ';

constexpr std::array<std::string_view, fhir_missing_kinds> missing_names{"a Patient",
                                                                         "a Coverage",
                                                                         "the payer",
                                                                         "a provider",
                                                                         "a place of service",
                                                                         "a diagnosis",
                                                                         "the Claim that was answered"};

class FhirReader final : public Reader, public FhirStream::Taker {
public:
    std::size_t read(std::span<const char> bytes, std::uint64_t, Sink& sink) override {
        sink_ = &sink;
        stream_.read({bytes.data(), bytes.size()});
        return bytes.size();
    }

    void end(std::span<const char> bytes, std::uint64_t, Sink& sink) override {
        sink_ = &sink;
        stream_.read({bytes.data(), bytes.size()});
        stream_.end();
        say_what_was_counted();
    }

    [[nodiscard]] InputEnd summary() const override {
        return {"fhir", claims_, lines_, stream_.complete(), Day::none()};
    }

    [[nodiscard]] bool wants(std::string_view type) const override {
        return type == "Claim" || type == "ExplanationOfBenefit";
    }
    bool resource(FhirElement resource, const FhirPlace& place, const FhirDirectory& directory, FhirTape& tape,
                  bool may_wait) override;
    void unreadable(std::string_view type, std::string_view id, const FhirPlace& place,
                    const FhirDefect& defect) override;
    void lost(std::string_view type, const FhirPlace& place, const FhirDefect& defect) override;
    void file_defect(const Piece& piece, std::string_view stray) override;
    void directory_full() override;

private:
    /// How many claims or lines a sentence is about, and where the first one lies.
    struct Tally {
        std::uint64_t count = 0;
        Place first;
        void add(std::uint64_t more, const Place& place) {
            if (count == 0) first = place;
            count += more;
        }
    };

    void begin_claim(const FhirPlace& place);
    void tally(const FhirReading& reading, const Place& place);
    void say_what_was_counted();
    void say(ElementShape message, const Tally& tally, Level level, std::string_view what = {});
    void say(UncodedResource message, const Tally& tally, Level level);
    Finding& file_finding(const Rule& rule, std::uint8_t message, const Place& place, Level level);
    [[nodiscard]] static Place place_of(const FhirPlace& place) { return {place.offset, 0, place.text_line}; }

    FhirStream stream_{*this};
    Sink* sink_ = nullptr;
    Claim claim_;
    std::vector<Finding> troubles_;
    FhirClaim builder_{claim_, troubles_};
    Finding finding_;
    std::uint64_t claims_ = 0;
    std::uint64_t lines_ = 0;
    std::uint64_t checked_ = 0;
    std::uint32_t strays_ = 0;
    bool told_full_ = false;
    std::array<Tally, src004::messages.size()> unread_;
    std::array<Tally, fhir_missing_kinds> missing_;
    Tally diagnoses_, places_, withheld_, uncoded_;
};

void FhirReader::begin_claim(const FhirPlace& place) {
    claim_.clear();
    troubles_.clear();
    // Its views lie elsewhere: all of them are shown at the resource's first byte.
    claim_.source = {&no_source, 1};
    claim_.regions.push_back({&no_source, &no_source + 1, place.offset, 0, place.text_line, 0, true});
    claim_.has_place = true;
    claim_.index = static_cast<std::uint32_t>(claims_);
}

bool FhirReader::resource(FhirElement resource, const FhirPlace& place, const FhirDirectory& directory, FhirTape& tape,
                          bool may_wait) {
    begin_claim(place);
    FhirOrigin origin;
    origin.in_bundle = place.in_bundle;
    origin.entry = place.entry;
    const FhirReading reading = builder_.read(resource, directory, tape.arena(), origin, claims_ + 1);
    if (may_wait && reading.missing != 0) return false;
    const Place at = place_of(place);
    tally(reading, at);
    ++claims_;
    lines_ += reading.lines;
    if (reading.verdict == FhirReading::Verdict::unread) return true;
    if (tape.was_latin1()) {
        Finding& finding = troubles_.emplace_back();
        finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(ElementShape::not_utf8));
        finding.at_level(Level::warning).with_number("claim", static_cast<std::int64_t>(claims_));
    }
    for (Finding& finding : troubles_) {
        finding.has_place = true;
        finding.place = at;
    }
    ++checked_;
    sink_->claim(claim_, troubles_);
    return true;
}

void FhirReader::tally(const FhirReading& reading, const Place& place) {
    if (reading.verdict == FhirReading::Verdict::unread) {
        unread_[static_cast<std::size_t>(reading.reason)].add(1, place);
        return;   // what else is wrong with it concerns nobody
    }
    if (reading.authorization) unread_[static_cast<std::size_t>(UncodedResource::authorization)].add(1, place);
    for (std::size_t kind = 0; kind < fhir_missing_kinds; ++kind)
        if ((reading.missing >> kind & 1U) != 0) missing_[kind].add(1, place);
    if (reading.diagnoses_unread) diagnoses_.add(1, place);
    if (reading.places_unread != 0) places_.add(reading.places_unread, place);
    if (reading.lines_uncoded != 0) uncoded_.add(reading.lines_uncoded, place);
    if (reading.codes_withheld != 0) withheld_.add(reading.codes_withheld, place);
}

void FhirReader::unreadable(std::string_view type, std::string_view id, const FhirPlace& place,
                            const FhirDefect& defect) {
    using Why = FhirDefect::Why;
    begin_claim(place);
    claim_.id = id;
    FhirOrigin origin;
    origin.benefit = type == "ExplanationOfBenefit";
    origin.in_bundle = place.in_bundle;
    origin.entry = place.entry;
    claim_.origin = origin.packed();
    Finding& finding = troubles_.emplace_back();
    const auto shape = [&](ElementShape message) {
        finding.reset(catalogued(rule_src003), static_cast<std::uint8_t>(message));
    };
    const auto limit = [&](InputLimit message, std::int64_t number) {
        finding.reset(catalogued(rule_src005), static_cast<std::uint8_t>(message));
        finding.with_number("limit", number);
    };
    switch (defect.why) {
        case Why::not_json:
            shape(ElementShape::not_json);
            finding.with_number("byte", static_cast<std::int64_t>(defect.byte)).with_number("row", defect.row);
            break;
        case Why::cut_short:
            shape(ElementShape::cut_short);
            break;
        case Why::no_object:
            shape(ElementShape::no_object);
            finding.with("found", json_kind_name(defect.found));
            break;
        case Why::no_type:
            shape(ElementShape::no_claim);
            break;
        case Why::too_deep:
            limit(InputLimit::depth, JsonCutter::depth_limit);
            break;
        case Why::too_large:
            limit(InputLimit::size, static_cast<std::int64_t>(claim_size_limit >> 20));
            break;
        case Why::too_many_values:
            limit(InputLimit::values, static_cast<std::int64_t>(FhirTape::node_limit));
            break;
    }
    finding.with_number("claim", static_cast<std::int64_t>(claims_ + 1));
    finding.has_place = true;
    finding.place = place_of(place);
    ++claims_;
    ++checked_;   // it has a finding of its own
    sink_->claim(claim_, troubles_);
}

void FhirReader::lost(std::string_view type, const FhirPlace& place, const FhirDefect& defect) {
    using Why = FhirDefect::Why;
    const bool limit =
        defect.why == Why::too_deep || defect.why == Why::too_large || defect.why == Why::too_many_values;
    std::string what(type == "Organization" || type == "Observation" ? "An " : "A ");
    what.append(shown_text(type));
    if (limit)
        file_finding(rule_src005, static_cast<std::uint8_t>(InputLimit::resource), place_of(place), Level::warning);
    else
        file_finding(rule_src003, static_cast<std::uint8_t>(ElementShape::resource), place_of(place), Level::warning)
            .with_number("byte", static_cast<std::int64_t>(defect.byte))
            .with_number("row", defect.row);
    finding_.with("what", what);
    sink_->trouble(finding_);
}

void FhirReader::file_defect(const Piece& piece, std::string_view stray) {
    if (piece.cut == Cut::stray && ++strays_ > stray_limit) return;
    const ElementShape message = piece.cut == Cut::stray   ? ElementShape::stray
                                 : piece.cut == Cut::comma ? ElementShape::comma
                                                           : ElementShape::left_open;
    Finding& finding = file_finding(rule_src003, static_cast<std::uint8_t>(message), {piece.begin, 0, piece.text_line},
                                    Level::warning);
    if (piece.cut == Cut::stray)
        finding.with("text", trim(stray));
    else if (piece.cut == Cut::comma)
        finding.with_number("row", piece.text_line);
    else
        finding.with_number("claim", static_cast<std::int64_t>(claims_));
    sink_->trouble(finding_);
}

void FhirReader::directory_full() {
    if (told_full_) return;
    told_full_ = true;
    file_finding(rule_src005, static_cast<std::uint8_t>(InputLimit::references), {}, Level::warning)
        .with_number("limit", static_cast<std::int64_t>(FhirDirectory::resource_limit));
    finding_.has_place = false;
    sink_->trouble(finding_);
}

Finding& FhirReader::file_finding(const Rule& rule, std::uint8_t message, const Place& place, Level level) {
    finding_.reset(catalogued(rule), message);
    finding_.at_level(level);
    finding_.about_file = true;
    finding_.has_place = true;
    finding_.place = place;
    return finding_;
}

void FhirReader::say(ElementShape message, const Tally& tally, Level level, std::string_view what) {
    if (tally.count == 0) return;
    file_finding(rule_src003, static_cast<std::uint8_t>(message), tally.first, level)
        .with_number("count", static_cast<std::int64_t>(tally.count));
    if (!what.empty()) finding_.with("what", what);
    sink_->trouble(finding_);
}

void FhirReader::say(UncodedResource message, const Tally& tally, Level level) {
    file_finding(rule_src004, static_cast<std::uint8_t>(message), tally.first, level)
        .with_number("count", static_cast<std::int64_t>(tally.count));
    sink_->trouble(finding_);
}

void FhirReader::say_what_was_counted() {
    for (std::size_t i = 0; i < unread_.size(); ++i) {
        if (unread_[i].count == 0) continue;
        const auto reason = static_cast<UncodedResource>(i);
        const bool unexpected = reason == UncodedResource::no_codes || reason == UncodedResource::withheld ||
                                reason == UncodedResource::no_items;
        say(reason, unread_[i], unexpected ? Level::warning : Level::info);
    }
    for (std::size_t kind = 0; kind < fhir_missing_kinds; ++kind)
        say(ElementShape::reference, missing_[kind], Level::info, missing_names[kind]);
    say(ElementShape::diagnosis, diagnoses_, Level::info);
    say(ElementShape::place, places_, Level::info);
    say(ElementShape::withheld, withheld_, Level::info);
    say(ElementShape::uncoded, uncoded_, Level::info);
    if (checked_ == 0) say(UncodedResource::nothing, {claims_, {0, 0, 1}}, Level::error);
}

}   // namespace

std::unique_ptr<Reader> make_fhir_reader() { return std::make_unique<FhirReader>(); }

}   // namespace deltoid
