// SPDX-License-Identifier: Apache-2.0
// The loop: a claim in, its services and facts, every rule asked, what they say in order, written and counted.
#include "batch.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "bill_types.hpp"
#include "needs.hpp"
#include "payer_class.hpp"
#include "roster.hpp"
#include "rules/adm/stands_for_injection.hpp"
#include "rules/cancer.hpp"
#include "rules/clm/drug_on_another_day.hpp"
#include "rules/clm/identical_lines.hpp"
#include "rules/day_products.hpp"
#include "rules/doc/copied_wording.hpp"
#include "rules/routes.hpp"
#include "rules/pos/facility_places.hpp"
#include "rules/src/input_limit.hpp"
#include "rules/sup/care.hpp"
#include "rules/unt/recorded_units.hpp"
#include "sorting.hpp"
#include "supply_note.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

// Beside what the lines hold, what kind of claim a rule wants; Need has the bits from the other end.
constexpr Needs not_void = 1U << 31;
constexpr Needs professional = 1U << 30;

Needs wants_of_day(const Rule& rule) {
    return rule.needs | (rule.institutional ? 0 : professional) | (rule.any_claim ? 0 : needs(Need::injection));
}

Needs wants_of_claim(const Rule& rule) { return wants_of_day(rule) | (rule.on_voids ? 0 : not_void); }

/// The usual meaning of SBR02 and PAT is left to payers; a source that is not the practice's stock is not billed.
bool not_from_stock(const Documentation* record) {
    if (record == nullptr) return false;
    constexpr std::array<std::string_view, 4> sources{"patient", "specialty_pharmacy", "sample", "state_supplied"};
    return std::any_of(sources.begin(), sources.end(), [&](std::string_view source) { return same_code(record->source, source); });
}

/// Injections and billing units of drugs are whole (box 24G, SV104), and their type is UN (SV103).
bool is_count(const Line& line) {
    const bool type = trim(line.unit_type).empty() || same_code(line.unit_type, "UN");
    return type && line.units.valid() && line.units.value > 0 && line.units.value % 1000 == 0;
}

std::uint8_t place_number(std::string_view pos) {
    if (pos.size() != 2 || pos[0] < '0' || pos[0] > '9' || pos[1] < '0' || pos[1] > '9') return 0;
    return static_cast<std::uint8_t>((pos[0] - '0') * 10 + (pos[1] - '0'));
}

/// Void claims take services back: only X12 and CLM rules look at them (rulebook, Other lives of a claim).
bool is_void(const Claim& claim) { return trim(claim.frequency) == "8"; }

}  // namespace

Batch::Batch(std::shared_ptr<const Tables> tables, std::shared_ptr<const Options> options)
    : tables_(std::move(tables)), options_(std::move(options)), writer_(make_writer(*options_)), facts_(*tables_), diagnosis_facts_(*tables_) {
    // Rules over the verdict hear what all others say, written or not.
    const bool all_heard = std::any_of(rules().begin(), rules().end(), [&](const Rule* rule) {
        return rule->check_verdict != nullptr && is_written(static_cast<std::uint16_t>(rule_index(*rule)));
    });
    for (const Rule* rule : rules()) {
        const auto index = static_cast<std::uint16_t>(rule_index(*rule));
        if (!all_heard && !is_written(index)) continue;
        if (rule->check_claim != nullptr) claim_rules_.add({rule, index, wants_of_claim(*rule)});
        if (rule->check_day != nullptr) day_rules_.add({rule, index, wants_of_day(*rule)});
        if (rule->check_patient != nullptr) patient_rules_.add({rule, index, wants_of_day(*rule)});
        if (rule->check_verdict != nullptr) verdict_rules_.add({rule, index, wants_of_claim(*rule)});
    }
    summary_.by_rule.assign(rules().size(), 0);
    open_claims_.clear();
    summary_.editions = tables_->editions();
    if (writer_) writer_->begin(output_);
}

void Batch::begin_history(std::string_view name) {
    file_ = name;
    file_number_ = static_cast<std::uint32_t>(history_files_.size());
    history_files_.emplace_back(name);
}

void Batch::remember_earlier(Claim& claim) {
    resolve_payer(claim);
    make_services(claim);
    const std::uint64_t key = DayIndex::key_of(claim);
    if (key == 0) return;
    const std::uint32_t row = index_.add(key, claim, services_, service_claim_, file_number_, {});
    index_.claim(row).more = (index_.claim(row).more | DayIndex::earlier) & 255U;
}

void Batch::begin_file(std::string_view name, bool x12, const Reader* reader) {
    file_ = name;
    file_number_ = static_cast<std::uint32_t>(summary_.files.size());
    x12_ = x12;
    csv_ = reader != nullptr && reader->summary().format == "csv";
    reader_ = reader;
    FileSummary file;
    file.name = name;
    summary_.files.push_back(std::move(file));
}

void Batch::end_file(const InputEnd& end, std::uint64_t bytes) {
    FileSummary& file = summary_.files.back();
    file.format = end.format;
    file.bytes = bytes;
    file.claims = end.claims;
    file.lines = end.lines;
    file.complete = end.complete;
    Totals& totals = summary_.totals;
    totals.bytes += bytes;
    // Claims that were named and counted but not read (an 837I) are claims all the same.
    const auto all = [&](auto count) {
        std::uint64_t sum = 0;
        for (const FileSummary& each : summary_.files) sum += each.*count;
        return sum;
    };
    totals.claims = all(&FileSummary::claims);
    totals.lines = all(&FileSummary::lines);
    reader_ = nullptr;
}

Day Batch::as_of() const { return options_->as_of_file && reader_ != nullptr ? reader_->summary().made : options_->as_of; }

void Batch::claim(Claim& claim, std::span<const Finding> troubles) {
    Totals& totals = summary_.totals;
    ++totals.claims;
    totals.lines += claim.lines.size();
    ask(claim, troubles);
    if (records_ != nullptr) Administrations::count_lines(claim, file_, joined_);
    if (options_->roster) append_roster_row(roster_, file_number_, context_of(claim));
    if (ledger_ != nullptr) ledger_->claim(file_number_, claim, services_);
    write_claim(claim);
}

void Batch::ask(Claim& claim, std::span<const Finding> troubles) {
    resolve_payer(claim);
    if (records_ != nullptr) records_->join(claim, *tables_, joined_);
    make_services(claim);
    read_diagnoses(claim);
    collector_.clear();
    for (const Finding& trouble : troubles) collector_.adopt(trouble);
    if (claim.lines.size() > line_limit) {
        collector_.ask(rule_src005);
        collector_.say(static_cast<std::uint8_t>(InputLimit::elements)).with_number("claim", claim.index + 1).with("what", "lines")
            .with_number("limit", line_limit).in(Field::lines);
    }
    ask_claim_rules(claim);
    if (!is_void(claim)) ask_day_rules();
    if (csv_) collector_.drop_beside_unread(troubles);
    if (!is_void(claim)) ask_verdict_rules(claim);
    note_left_open(collector_.left_open());
}

void Batch::resolve_payer(Claim& claim) {
    settle_frequency(claim);
    Payer& payer = claim.payer;
    payer.payer_class = payer.declared_class.empty() ? class_of_filing_indicator(payer.filing_indicator)
                                                     : read_payer_class(payer.declared_class);
    const PayerProfile* known = options_->profile.listed(payer.id);
    if (known != nullptr && known->payer_class != PayerClass::unknown) payer.payer_class = known->payer_class;
    if (payer.payer_class == PayerClass::unknown) payer.payer_class = options_->payer;
    if (payer.payer_class == PayerClass::unknown && options_->profile.others)
        payer.payer_class = options_->profile.others->payer_class;
    payer_ = options_->profile.payer(payer);
}

void Batch::make_services(const Claim& claim) {
    service_claim_ = {file_, claim.id, claim.index, claim.payer.payer_class, claim.kind == Kind::institutional,
                      frequency_of(claim), says_not_bought(claim.note), payer_ != nullptr && payer_->administration_alone};
    service_claim_.cancer = rulebook::names_cancer(claim);
    taxonomy_ = DayIndex::hash_of(claim.rendering.taxonomy);
    service_claim_.bill = service_claim_.institutional ? bill_type_of(claim) : BillType::outpatient;
    services_.clear();
    have_ = 0;
    const std::size_t shown = std::min(claim.lines.size(), line_limit);
    for (std::size_t i = 0; i < shown; ++i) {
        services_.push_back(service_of(claim, claim.lines[i], static_cast<std::uint16_t>(i + 1)));
        services_.back().where = rulebook::class_of_place(*tables_, services_.back(), i == 0 ? nullptr : &services_[i - 1]);
        services_.back().has_needs = needs_of(services_.back());
        have_ = together(have_, services_.back().has_needs);
    }
    if (service_claim_.institutional) settle_institutional(claim);
    if (rulebook::stands_for_injection(claim, services_)) have_ |= needs(Need::injection);
    rulebook::mark_duplicates(services_);
    service_claim_.care = rulebook::care_of(context_of(claim));
    service_claim_.dates_differ = rulebook::dates_differ(services_);
    have_ |= needs_of(claim, services_);
    if (!claim.documentations.empty()) rulebook::check_records(claim, services_);
}

/// An institution has a type of bill instead of a place, and its lines add up whoever gave the service.
void Batch::settle_institutional(const Claim& claim) {
    for (Service& service : services_) {
        service.packaged_drug = is_packaged_drug(claim.lines[service.line - 1U]);
        service.place = 0;
        service.where = PlaceClass::office;
        service.taxonomy = 0;
    }
}

/// Rules ask for diagnoses on claims with injections alone.
void Batch::read_diagnoses(const Claim& claim) {
    diagnoses_.clear();
    first_day_ = Day::none();
    for (const Service& service : services_)
        if (service.day.known() && (!first_day_.known() || service.day < first_day_)) first_day_ = service.day;
    if ((have_ & needs(Need::injection)) == 0) return;
    for (const Diagnosis& diagnosis : claim.diagnoses) {
        DiagnosisFacts& facts = diagnoses_.emplace_back();
        if (diagnosis.icd9 || diagnosis.malformed) continue;
        facts = diagnosis_facts_.at(DiagnosisCode(diagnosis.code), first_day_);
        if (facts.sets != 0) have_ |= needs(Need::marked_diagnosis);
    }
}

Service Batch::service_of(const Claim& claim, const Line& line, std::uint16_t number) {
    const Documentation* record = record_of(claim, line);
    // All at once, for most of it are the facts: to clear them before they are copied costs as much as the copy.
    Service service{
        .facts = facts_.at(Code(line.code), line.from.value),
        .day = line.from.value,
        .modifiers = {},
        .units = line.units.valid() ? line.units.value : 0,
        .charge = line.charge.value,
        .taxonomy = line.rendering.npi.empty() ? taxonomy_ : DayIndex::hash_of(line.rendering.taxonomy),
        .line = number,
        .place = place_number(place_of_service(claim, line)),
        .brought = not_from_stock(record) || says_not_bought(line.note) || says_not_bought(line.description),
        .charge_known = line.charge.valid(),
        .counted = is_count(line),
        .injected = record != nullptr && rulebook::is_injected(rulebook::read_route(record->route)),
        .claim = &service_claim_,
        .at = {},
    };
    for (std::size_t i = 0; i < line.modifier_count; ++i) service.modifiers[i] = Modifier(line.modifiers[i]);
    return service;
}

ClaimContext Batch::context_of(const Claim& claim) const {
    const Day received = claim.received_date.valid() ? claim.received_date.value : as_of();
    return {claim, services_, diagnoses_, first_day_, *tables_, *options_, received, x12_, csv_};
}

void Batch::ask_claim_rules(const Claim& claim) {
    const Needs kind = (is_void(claim) ? 0 : not_void) | (service_claim_.institutional ? 0 : professional);
    const ClaimContext context = context_of(claim);
    for (const Candidate& candidate : claim_rules_.of(have_ | kind)) {
        collector_.ask(*candidate.rule, candidate.index);
        candidate.rule->check_claim(context, collector_);
    }
}

/// Without an injection only the rules that look at any claim are asked, and they read drugs (DRG002).
void Batch::ask_day_rules() {
    if ((have_ & (Need::injection | Need::drug)) == 0) return;
    const Day first = services_.front().day;
    const bool one_day = std::all_of(services_.begin(), services_.end(), [&](const Service& service) { return service.day == first; });
    if (one_day && first.known()) return ask_day_rules_of(services_, collector_);
    // Several days: each by itself. Sorted copies, since rules want one stretch. A line without a day has no neighbours.
    std::vector<Service> by_day(services_);
    std::erase_if(by_day, [](const Service& service) { return !service.day.known(); });
    sort_rows(by_day, [](const Service& a, const Service& b) { return a.day < b.day; });
    day_services_ = std::move(by_day);
    for (auto begin = day_services_.begin(); begin != day_services_.end();) {
        const auto end = std::find_if(begin, day_services_.end(), [&](const Service& service) { return service.day != begin->day; });
        ask_day_rules_of(stretch(begin, end), collector_);
        begin = end;
    }
}

void Batch::ask_day_rules_of(std::span<const Service> services, Collector& collector) {
    Needs have = services.front().claim->institutional ? Needs{0} : professional;
    for (const Service& service : services) have = together(have, service.has_needs);
    const rulebook::DayProducts products = rulebook::products_of(services, services.front().day);
    const DayContext day{services, services.front().day, *tables_, *options_, products};
    for (const Candidate& candidate : day_rules_.of(have)) {
        collector.ask(*candidate.rule, candidate.index);
        candidate.rule->check_day(day, collector);
    }
}

void Batch::ask_patient_rules(std::span<const Service> services, Collector& collector) {
    const Needs have = services.front().claim->institutional ? Needs{0} : professional;
    const PatientContext patient{services, *tables_, *options_};
    for (const Candidate& candidate : patient_rules_.all()) {
        if ((candidate.wants & professional & ~have) != 0) continue;
        collector.ask(*candidate.rule, candidate.index);
        candidate.rule->check_patient(patient, collector);
    }
}

/// Over what was said of the claim by itself, before levels are settled: no switch of a profile changes who speaks.
void Batch::ask_verdict_rules(const Claim& claim) {
    said_of_claim_.clear();
    for (const Said& said : collector_.said()) said_of_claim_.push_back(said.finding);
    const Needs have = have_ | not_void | (service_claim_.institutional ? Needs{0} : professional);
    const ClaimContext context = context_of(claim);
    for (const Candidate& candidate : verdict_rules_.of(have)) {
        collector_.ask(*candidate.rule, candidate.index);
        candidate.rule->check_verdict(context, said_of_claim_, collector_);
    }
}

void Batch::settle_level(Finding& finding, PayerClass payer, const PayerProfile* profile) const {
    if (finding.medicare && payer == PayerClass::medicare_advantage) {
        finding.tag(Tag::payer);
        if (finding.level > Level::info) finding.level = static_cast<Level>(static_cast<int>(finding.level) - 1);
    }
    const auto set = [&](const std::vector<RuleLevel>& levels) {
        for (const auto& [rule, level] : levels)
            if (rule == finding.rule) finding.level = level;
    };
    set(options_->profile.levels);
    if (profile != nullptr) set(profile->levels);
}

void Batch::settle_place(Finding& finding, const Claim* claim) const {
    if (file_.empty() || (claim != nullptr && !claim->has_place)) {
        finding.has_place = false;
        return;
    }
    if (finding.has_place || claim == nullptr) return;   // a reader said where
    finding.has_place = true;
    const Line* line = finding.line == 0 || finding.line > claim->lines.size() ? nullptr : &claim->lines[finding.line - 1U];
    std::string_view view = view_of(*claim, line, finding.field, finding.element);
    if (view.empty()) view = line != nullptr ? line->source : claim->source;
    finding.place = locate(*claim, view);
}

void Batch::write_claim(const Claim& claim) {
    const std::uint64_t key = is_void(claim) ? 0 : DayIndex::key_of(claim);
    line_flags_.assign(claim.lines.size() + 1, 0);
    waiting_now_.clear();
    collector_.sort();
    FindingScope scope{file_, claim.id, claim.index, file_number_, claim.kind, 0, claim.origin};
    if (claim.origin != 0 && key != 0) note_origin(claim);
    for (Said& said : collector_.said()) {
        Finding& finding = *said.finding;
        settle_level(finding, claim.payer.payer_class, payer_);
        settle_place(finding, &claim);
        if (!is_written(said.rule) || finding.level == Level::off) continue;
        scope.at_risk = charge_at_risk(finding, claim);
        if (key != 0 && finding.rule->scope == Scope::absence) {
            WaitingFinding waiting{0, finding.line, said.rule, finding.message, finding.level, finding.tags, 0, {}, {}};
            if (finding.level == Level::error) waiting.denial_line = finding.denial.line;
            if (ledger_ != nullptr) waiting.forecast = finding.denial;
            if (writer_) writer_->finding(waiting.rendered, finding, scope);
            waiting_now_.push_back(std::move(waiting));
            continue;
        }
        if (finding.level >= Level::warning && finding.line < line_flags_.size()) line_flags_[finding.line] |= DayIndex::dirty;
        if (finding.level == Level::error) note_denial(finding.denial);
        tell_ledger(file_number_, claim.index, finding.line, said.rule, finding.level, finding.denial);
        write(finding, said.rule, scope);
    }
    count_clean_lines(claim);
    if (key != 0) remember(key, claim);
}

void Batch::note_origin(const Claim& claim) {
    if (origins_.size() <= file_number_) origins_.resize(file_number_ + 1);
    std::vector<std::uint32_t>& of_file = origins_[file_number_];
    if (of_file.size() <= claim.index) of_file.resize(claim.index + 1);
    of_file[claim.index] = claim.origin;
}

std::uint32_t Batch::origin_of(std::uint32_t file, std::uint32_t index) const {
    return file < origins_.size() && index < origins_[file].size() ? origins_[file][index] : 0;
}

void Batch::tell_ledger(std::uint32_t file, std::uint32_t claim_index, std::uint16_t line, std::uint16_t rule,
                        Level level, const Denial& forecast) {
    if (ledger_ == nullptr) return;
    ledger_->said({file, claim_index, line, rule, level, forecast.group != Group::none, forecast.line, forecast.carc});
}

/// The charges that this finding alone puts at risk: a denial of the whole claim takes every line.
Cents Batch::charge_at_risk(const Finding& finding, const Claim& claim) const {
    const Denial& denial = finding.denial;
    if (finding.level != Level::error || denial.group == Group::none || !writer_ || writer_->holds() == 0) return 0;
    Cents sum = 0;
    for (const Service& service : services_)
        if (denial.line == 0 || denial.line == service.line) sum += claim.lines[service.line - 1U].charge.value;
    return sum;
}

/// A denial of the whole claim takes every line.
void Batch::note_denial(const Denial& denial) {
    if (denial.group == Group::none) return;
    for (std::size_t line = 1; line < line_flags_.size(); ++line)
        if (denial.line == 0 || denial.line == line) line_flags_[line] |= DayIndex::at_risk;
}

void Batch::count_clean_lines(const Claim& claim) {
    Totals& totals = summary_.totals;
    std::uint64_t injections = 0;
    for (const Service& service : services_) {
        if ((line_flags_[service.line] & DayIndex::at_risk) != 0) {
            totals.amount_at_risk += claim.lines[service.line - 1U].charge.value;
            totals.medicare_at_risk += fee_of(service);
        }
        if (!service.is(CodeSet::injection)) continue;
        ++injections;
        if (((line_flags_[service.line] | line_flags_[0]) & DayIndex::dirty) == 0) ++totals.clean_injection_lines;
    }
    totals.injection_lines += injections;
    totals.injection_claims += injections != 0 ? 1 : 0;
}

/// Tells every service where its line lies. Returns where the claim does.
Place Batch::place_lines(const Claim& claim) {
    if (!claim.has_place || file_.empty()) return {};
    const Place place = locate(claim, claim.source);
    for (Service& service : services_) {
        const Line& line = claim.lines[service.line - 1U];
        service.at = line.source.empty() ? place : line.place;
    }
    return place;
}

void Batch::remember(std::uint64_t key, const Claim& claim) {
    const Place place = place_lines(claim);
    const std::uint32_t row = index_.add(key, claim, services_, service_claim_, file_number_, place);
    index_.claim(row).flags |= line_flags_[0];
    if (payer_ != nullptr && !payer_->levels.empty()) index_.note_profile(row, *payer_);
    for (std::uint32_t i = 0; i < index_.claim(row).line_count; ++i) {
        DayIndex::LineRow& line = index_.line(index_.claim(row).first_line + i);
        line.flags |= line_flags_[line.line];
    }
    index_.claim(row).rest_charge = rest_charge(row);
    if (tables_->has_fees()) note_rest_fee(row);
    if (!claim.documentations.empty())
        rulebook::each_long_text(claim, services_, [&](const Service& service, Field field, std::string_view text) {
            index_.add_text(row, claim, service.line, field, text);
        });
    for (WaitingFinding& waiting : waiting_now_) {
        waiting.claim = row;
        index_.wait(std::move(waiting));
    }
}

/// The schedule is for professional services; hospitals are paid otherwise (42 CFR 414.1, 419.2).
Cents Batch::fee_of(const Service& service) const {
    constexpr Thousandths most_units = 1'000'000'000;   // more is a mistake, and no money
    if (!tables_->has_fees() || service.claim->institutional || service.units <= 0 || service.units > most_units) return 0;
    const Answer<FeeRow> fee = tables_->fee(service.facts.code, service.day);
    if (!fee) return 0;
    return (rulebook::in_facility(service) ? fee.row->facility : fee.row->office) * service.units / 1000;
}

/// The lines that are not remembered and not at risk yet.
void Batch::note_rest_fee(std::uint32_t row) {
    Cents rest = 0;
    for (const Service& service : services_)
        if ((line_flags_[service.line] & DayIndex::at_risk) == 0 && !DayIndex::matters(service)) rest += fee_of(service);
    if (rest != 0) index_.note_rest_fee(row, rest);
}

bool Batch::is_remembered(Claim& claim) {
    resolve_payer(claim);
    return !is_void(claim) && DayIndex::key_of(claim) != 0;
}

/// The charges that no remembered line tells, as far as no error denies them yet.
std::int32_t Batch::rest_charge(std::uint32_t row) {
    Cents rest = 0;
    for (const Service& service : services_)
        if ((line_flags_[service.line] & DayIndex::at_risk) == 0) rest += service.charge;
    const DayIndex::ClaimRow& claim = index_.claim(row);
    for (std::uint32_t i = 0; i < claim.line_count; ++i) {
        const DayIndex::LineRow& line = index_.line(claim.first_line + i);
        if ((line.flags & DayIndex::at_risk) == 0) rest -= DayIndex::charge(line);
    }
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(rest, -most, most));
}

void Batch::trouble(const Finding& finding) {
    collector_.clear();
    collector_.adopt(finding);
    Said& said = collector_.said().front();
    said.finding->about_file = true;
    settle_level(*said.finding, PayerClass::unknown);
    settle_place(*said.finding, nullptr);
    if (!is_written(said.rule) || said.finding->level == Level::off) return;
    write(*said.finding, said.rule, {file_, {}, 0, file_number_});
}

void Batch::count(Level level, std::uint8_t tags, std::uint16_t rule) {
    Totals& totals = summary_.totals;
    ++(level == Level::error ? totals.errors : level == Level::warning ? totals.warnings : totals.infos);
    if ((tags & static_cast<std::uint8_t>(Tag::not_evaluated)) != 0) ++totals.not_evaluated;
    ++summary_.by_rule[rule];
}

void Batch::write(const Finding& finding, std::uint16_t rule, const FindingScope& scope) {
    count(finding.level, finding.tags, rule);
    if (std::string* out = next_place(1)) writer_->finding(*out, finding, scope);
}

void Batch::write_rendered(std::string_view rendered, std::size_t findings) {
    if (std::string* out = next_place(findings)) *out += rendered;
}

/// Where the next findings are written; null when they are not.
std::string* Batch::next_place(std::size_t findings) {
    if (!writer_) return nullptr;
    const std::size_t before = std::exchange(written_, written_ + findings);
    if (writer_->holds() != 0) return before < writer_->holds() ? &held_ : nullptr;
    if (before != 0) output_ += writer_->separator();
    return &output_;
}

void OpenClaims::add(const OpenClaims& more) {
    claims += more.claims;
    if (!first.known() || (more.first.known() && more.first < first)) first = more.first;
    if (!last.known() || last < more.last) last = more.last;
}

/// Of one claim, or of one day of several: however often a rule left it open, it counts once.
void Batch::note_left_open(std::span<const LeftOpen> open) {
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto same = [&](const LeftOpen& other) { return other.rule == open[i].rule && other.message == open[i].message; };
        const bool again = std::any_of(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(i), same);
        open_claims_[{open[i].rule, open[i].message}].add({again ? 0U : 1U, open[i].day, open[i].day});
    }
}

void Batch::say_what_stayed_open() {
    for (const auto& [said, open] : open_claims_) {
        const auto [rule, message] = said;
        if (!is_written(rule)) continue;
        Collector collector;
        collector.ask(*rules()[rule], rule);
        Finding& finding = collector.say(message);
        finding.at_level(Level::info).tag(Tag::not_evaluated).about_file = true;
        finding.with_number("claims", static_cast<std::int64_t>(open.claims));
        std::string days;
        append_day(days, open.first);
        if (open.first != open.last) append_day(days += " to ", open.last);
        finding.with("days", days);
        settle_level(finding, PayerClass::unknown);
        if (finding.level != Level::off) write(finding, rule, {});
    }
}

void Batch::continue_file(std::string_view name, std::uint32_t number, bool x12, const Reader* reader) {
    file_ = name;
    file_number_ = number;
    x12_ = x12;
    csv_ = reader != nullptr && reader->summary().format == "csv";
    reader_ = reader;
}

void Batch::absorb(Batch& block) {
    Totals& totals = summary_.totals;
    const Totals& more = block.summary_.totals;
    totals.claims += more.claims;
    totals.lines += more.lines;
    totals.injection_claims += more.injection_claims;
    totals.injection_lines += more.injection_lines;
    totals.clean_injection_lines += more.clean_injection_lines;
    totals.errors += more.errors;
    totals.warnings += more.warnings;
    totals.infos += more.infos;
    totals.not_evaluated += more.not_evaluated;
    totals.amount_at_risk += more.amount_at_risk;
    totals.medicare_at_risk += more.medicare_at_risk;
    for (std::size_t i = 0; i < summary_.by_rule.size(); ++i) summary_.by_rule[i] += block.summary_.by_rule[i];
    for (const auto& [said, open] : block.open_claims_) open_claims_[said].add(open);
    index_.append(std::move(block.index_));
    joined_.absorb(block.joined_);
    if (block.written_ != 0) write_rendered(writer_ && writer_->holds() != 0 ? block.held_ : block.output_, block.written_);
    roster_ += block.roster_;
    block.roster_.clear();
    block.output_.clear();
    block.held_.clear();
    block.written_ = 0;
    block.summary_.totals = {};
    block.summary_.by_rule.assign(rules().size(), 0);
    block.open_claims_.clear();
}

}  // namespace deltoid
