// SPDX-License-Identifier: Apache-2.0
// The end of a batch: the lines of one patient, provider and day meet across claims. What the rules say of the day and no
// claim could say by itself is said now; what a claim missed and another supplies is dropped.
#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include "batch.hpp"
#include "json_text.hpp"
#include "needs.hpp"
#include "rules/clm/duplicate_claim.hpp"
#include "rules/doc/copied_wording.hpp"
#include "rules/pos/facility_places.hpp"
#include "rules/src/input_limit.hpp"
#include "sorting.hpp"

namespace deltoid {

class Batch::Groups {
public:
    /// One claim of a group that is heard while the batch waits: its services as they are now, and what is said of it.
    struct Hearing {
        std::uint32_t row;
        Heard& heard;
        std::set<std::tuple<std::uint16_t, std::uint16_t, std::uint8_t>> answered;   ///< line, rule, message
    };
    Groups(Batch& batch, Hearing& hearing) : batch_(batch), index_(batch.index_), hearing_(&hearing) {}
    void hear(std::span<const DayIndex::Keyed> rows) { meet(rows); }

    explicit Groups(Batch& batch) : batch_(batch), index_(batch.index_) {
        auto& waiting = index_.waiting();
        sort_rows(waiting, [](const WaitingFinding& a, const WaitingFinding& b) { return a.claim < b.claim; });
        answered_.assign(waiting.size(), false);
    }

    void run() {
        const std::vector<DayIndex::Keyed> rows = index_.in_groups();
        for (std::size_t begin = 0; begin < rows.size();) {
            std::size_t end = begin + 1;
            while (end < rows.size() && rows[end].key == rows[begin].key) ++end;
            // One claim alone meets nobody; it is here for its several days, or because its key looked like another's.
            if (end - begin > 1 || index_.has_several_days(rows[begin].row)) meet(std::span(rows).subspan(begin, end - begin));
            begin = end;
        }
        say_copied_wording();
        say_what_waited();
        write();
    }

private:
    /// A finding to be written, with its place in the order: file, claim, line, rule.
    struct Piece {
        std::uint32_t file;
        std::uint32_t claim_index;
        std::uint16_t line;
        std::uint16_t rule;
        std::uint8_t message;
        std::uint32_t position;
        std::string rendered;
        [[nodiscard]] auto order() const { return std::tie(file, claim_index, line, rule, message, position); }
    };

    /// What tells one finding of a day from another.
    using Key = std::tuple<const ServiceClaim*, std::uint16_t, std::uint16_t, std::uint8_t>;   // claim, line, rule, message
    static Key key_of(const Said& said) { return {said.about->claim, said.about->line, said.rule, said.finding->message}; }

    /// The services of a group, in order of day; within a day claim by claim. Days are of the batch, patients of all.
    void meet(std::span<const DayIndex::Keyed> rows) {
        claims_.clear();
        services_.clear();
        note_replacements(rows);
        note_copies(rows);
        for (const auto& [key, row] : rows) {
            const auto& claim = index_.claim(row);
            if (claim.frequency() == '8' || is_replaced(claim) || is_copy(row)) continue;
            claims_.push_back(index_.service_claim(claim, name_of_file(claim)));
            claims_.back().row = row;
            if (hearing_ != nullptr && row == hearing_->row) {
                add_services_heard();
                continue;
            }
            for (std::uint32_t i = 0; i < claim.line_count; ++i) add_service(index_.line(claim.first_line + i), claim);
        }
        const auto by_day = [](const Service& a, const Service& b) { return a.day < b.day; };
        sort_rows(services_, by_day);
        if (hearing_ == nullptr) ask_of_patient();
        std::erase_if(services_, [](const Service& service) { return service.claim->earlier; });
        for (auto begin = services_.begin(); begin != services_.end();) {
            const auto end = std::find_if(begin, services_.end(), [&](const Service& service) { return service.day != begin->day; });
            meet_on_day(stretch(begin, end));
            begin = end;
        }
        // While one claim is heard nothing waits to be answered, and what is said of the patient has no fix.
        if (hearing_ != nullptr) return;
        for (const auto& [copy, first] : copies_) say_copy(copy, first);
    }

    // What a claim bills again is not added to its day: CLM002 speaks, and the rules that add lines up are silent. The
    // first by claim id, then by place, is the one that counts.
    void note_copies(std::span<const DayIndex::Keyed> rows) {
        copies_.clear();
        contents_.clear();
        for (const auto& [key, row] : rows) {
            const auto& claim = index_.claim(row);
            if (claim.frequency() != '1' || claim.line_count == 0 || claim.is_earlier() || is_replaced(claim)) continue;
            contents_.push_back({index_.content_of(claim), row});
        }
        sort_rows(contents_, [&](const auto& a, const auto& b) {
            if (a.first != b.first) return a.first < b.first;
            const std::string id_a = shown_id(a.second), id_b = shown_id(b.second);
            return std::tie(id_a, a.second) < std::tie(id_b, b.second);
        });
        for (std::size_t i = 1, first = 0; i < contents_.size(); ++i) {
            if (contents_[i].first != contents_[first].first)
                first = i;
            else
                copies_.emplace_back(contents_[i].second, contents_[first].second);
        }
        sort_rows(copies_);
    }

    [[nodiscard]] bool is_copy(std::uint32_t row) const {
        const auto found = std::lower_bound(copies_.begin(), copies_.end(), std::pair{row, std::uint32_t{0}});
        return found != copies_.end() && found->first == row;
    }

    /// A claim's id as it is written, so that files of other encodings give the same order.
    [[nodiscard]] std::string shown_id(std::uint32_t row) const {
        std::string shown;
        append_json_escaped(shown, index_.id(index_.claim(row)));
        return shown;
    }

    void say_copy(std::uint32_t copy, std::uint32_t first) {
        answer_as(copy, first);
        const Service about = whole_claim(copy);
        const Service other = whole_claim(first);
        Collector collector;
        collector.ask(rulebook::duplicate_claim);
        const bool second_payer = (index_.claim(copy).flags & DayIndex::secondary) != 0;
        rulebook::say_duplicate_claim(second_payer, shown_id(copy) == shown_id(first), other, collector);
        collector.said().front().about = &about;
        say(collector.said().front());
    }

    /// A claim as the place of a finding about all of it; the line is the first that is remembered.
    [[nodiscard]] Service whole_claim(std::uint32_t row) {
        const auto& claim = index_.claim(row);
        claims_.push_back(index_.service_claim(claim, name_of_file(claim)));
        claims_.back().row = row;
        Service whole;
        whole.claim = &claims_.back();
        whole.at = {claim.offset(), claim.segment, claim.text_line};
        whole.line = claim.line_count == 0 ? std::uint16_t{1} : index_.line(claim.first_line).line;
        return whole;
    }

    [[nodiscard]] auto waiting_of(std::uint32_t row) {
        const auto before = [](const WaitingFinding& finding, std::uint32_t wanted) { return finding.claim < wanted; };
        return std::lower_bound(index_.waiting().begin(), index_.waiting().end(), row, before);
    }

    /// What other claims answered of the first is answered of its copy.
    void answer_as(std::uint32_t copy, std::uint32_t first) {
        const auto& waiting = index_.waiting();
        const auto position = [&](auto found) { return static_cast<std::size_t>(found - index_.waiting().begin()); };
        for (auto own = waiting_of(copy); own != waiting.end() && own->claim == copy; ++own)
            for (auto its = waiting_of(first); its != waiting.end() && its->claim == first; ++its)
                if (its->rule == own->rule && its->message == own->message && answered_[position(its)])
                    answered_[position(own)] = true;
    }

    /// The charges of all lines are at risk, each counted once. Returns what the claim is worth.
    Cents deny_claim(std::uint32_t row) {
        auto& claim = index_.claim(row);
        Cents all = claim.rest_charge, counted = 0;
        for (std::uint32_t i = 0; i < claim.line_count; ++i) {
            auto& line = index_.line(claim.first_line + i);
            all += DayIndex::charge(line);
            if ((line.flags & DayIndex::at_risk) != 0) counted += DayIndex::charge(line);
            else batch_.summary_.totals.medicare_at_risk += fee_of(line, claim);
            line.flags |= DayIndex::at_risk;
        }
        claim.rest_charge = 0;
        batch_.summary_.totals.medicare_at_risk += index_.take_rest_fee(row);
        batch_.summary_.totals.amount_at_risk += all - counted;
        return all;
    }

    /// The same long text in the records of many patients (DOC018): said once, of the first by claim id.
    void say_copied_wording() {
        std::vector<DayIndex::TextRow> texts;
        for (std::uint32_t i = 0; i < index_.texts().size(); ++i) texts.push_back(index_.texts()[i]);
        sort_rows(texts, [&](const auto& a, const auto& b) {
            if (a.text != b.text) return a.text < b.text;
            const std::string id_a = shown_id(a.claim), id_b = shown_id(b.claim);
            return std::tie(id_a, a.patient, a.line, a.claim, a.field) <
                   std::tie(id_b, b.patient, b.line, b.claim, b.field);
        });
        for (auto begin = texts.begin(); begin != texts.end();) {
            const auto differs = [&](const DayIndex::TextRow& text) { return text.text != begin->text; };
            const auto end = std::find_if(begin, texts.end(), differs);
            if (end - begin >= rulebook::patients_of_copied_wording) say_copied(stretch(begin, end));
            begin = end;
        }
    }

    void say_copied(std::span<const DayIndex::TextRow> texts) {
        std::set<std::uint32_t> patients;
        claims_.clear();
        std::vector<Service> others;   // one of each patient
        for (const DayIndex::TextRow& text : texts) {
            if (!patients.insert(text.patient).second || others.size() > Finding::other_room) continue;
            others.push_back(whole_claim(text.claim));
            others.back().line = text.line;
        }
        if (patients.size() < static_cast<std::size_t>(rulebook::patients_of_copied_wording)) return;
        Collector collector;
        collector.ask(rulebook::copied_wording);
        rulebook::say_copied_wording(texts.front().field, patients.size(), others, collector);
        say(collector.said().front());
    }

    [[nodiscard]] std::string_view name_of_file(const DayIndex::ClaimRow& claim) const {
        return claim.is_earlier() ? batch_.history_files_[claim.file] : batch_.summary_.files[claim.file].name;
    }

    void ask_of_patient() {
        if (services_.empty()) return;
        collector_.clear();
        batch_.ask_patient_rules(services_, collector_);
        for (Said& said : collector_.said()) say(said);
    }

    void add_services_heard() {
        const std::uint32_t row = claims_.back().row;
        claims_.back() = batch_.service_claim_;
        claims_.back().row = row;
        for (const Service& service : batch_.services_) {
            if (!DayIndex::matters(service)) continue;
            services_.push_back(service);
            services_.back().claim = &claims_.back();
        }
    }

    void add_service(const DayIndex::LineRow& line, const DayIndex::ClaimRow& claim) {
        const Code code = Code::from_packed(line.code);
        services_.push_back(DayIndex::service(line, claim, claims_.back(), batch_.facts_.at(code, line.day)));
        Service& added = services_.back();
        added.has_needs = needs_of(added);
        added.where = rulebook::class_of_place(*batch_.tables_, added, services_.size() == 1 ? nullptr : &added - 1);
    }

    // A corrected claim stands in the place of the one it replaces. The number it names is the payer's, which the first
    // claim does not carry: the same account number tells; where no claim has it, a code on a day that both bill.
    void note_replacements(std::span<const DayIndex::Keyed> rows) {
        replacing_ids_.clear();
        replacing_lines_.clear();
        std::set<std::string_view> first_ids;
        for (const auto& [key, row] : rows)
            if (const auto& claim = index_.claim(row); !stands_for_another(claim)) first_ids.insert(index_.id(claim));
        for (const auto& [key, row] : rows) {
            const auto& claim = index_.claim(row);
            if (!stands_for_another(claim)) continue;
            const std::string_view id = index_.id(claim);
            if (!id.empty() && first_ids.contains(id)) {
                replacing_ids_.insert(id);
                continue;
            }
            for (std::uint32_t i = 0; i < claim.line_count; ++i) replacing_lines_.insert(billed(index_.line(claim.first_line + i)));
        }
    }

    /// A corrected claim; or a void, of which only earlier files tell: it takes back a claim and brings nothing.
    static bool stands_for_another(const DayIndex::ClaimRow& claim) { return claim.frequency() == '7' || claim.frequency() == '8'; }

    [[nodiscard]] bool is_replaced(const DayIndex::ClaimRow& claim) {
        if (stands_for_another(claim)) return false;
        if (!replacing_ids_.empty() && replacing_ids_.contains(index_.id(claim))) return true;
        if (replacing_lines_.empty()) return false;
        for (std::uint32_t i = 0; i < claim.line_count; ++i)
            if (replacing_lines_.contains(billed(index_.line(claim.first_line + i)))) return true;
        return false;
    }

    static std::pair<std::uint32_t, std::int32_t> billed(const DayIndex::LineRow& line) { return {line.code, line.day.number}; }

    void meet_on_day(std::span<Service> services) {
        if (services.front().claim == services.back().claim) return;
        if (!may_be_asked(services)) return;
        if (services.size() > day_limit) {
            say_limit(services.front());
            services = services.first(day_limit);
        }
        alone_.clear();
        bool open_alone = false;   // then it is said already
        for (auto begin = services.begin(); begin != services.end();) {
            const auto end = std::find_if(begin, services.end(), [&](const Service& service) { return service.claim != begin->claim; });
            ask(stretch(begin, end));
            for (const Said& said : collector_.said()) alone_.insert(key_of(said));
            open_alone |= !collector_.left_open().empty();
            begin = end;
        }
        ask(services);
        if (hearing_ == nullptr && !open_alone) batch_.note_left_open(collector_.left_open());
        together_.clear();
        for (Said& said : collector_.said()) {
            together_.insert(key_of(said));
            if (hearing_ != nullptr || !alone_.contains(key_of(said))) say(said);
        }
        if (hearing_ == nullptr) return drop_answered(services);
        for (const Service& service : services)
            if (service.claim->row == hearing_->row) hear_answers(service);
    }

    void hear(Said& said) {
        Finding& finding = *said.finding;
        batch_.settle_level(finding, said.about->claim->payer, index_.profile_of(said.about->claim->row));
        Heard& heard = hearing_->heard;
        if (said.about->claim->row != hearing_->row) {
            if (finding.level == Level::error) ++heard.errors_of_others[said.rule];
        } else if (!alone_.contains(key_of(said))) {
            heard.said.push_back({finding, said.rule});
        }
    }

    /// What the claim by itself says of the line and its day as a whole does not.
    void hear_answers(const Service& service) {
        for (const Said& said : batch_.collector_.said()) {
            const Finding& finding = *said.finding;
            if (finding.rule->scope == Scope::absence && finding.line == service.line &&
                !together_.contains(Key{service.claim, finding.line, said.rule, finding.message}))
                hearing_->answered.insert({finding.line, said.rule, finding.message});
        }
    }

    void ask(std::span<const Service> services) {
        collector_.clear();
        if (may_be_asked(services)) batch_.ask_day_rules_of(services, collector_);
    }

    static bool may_be_asked(std::span<const Service> services) {
        return std::any_of(services.begin(), services.end(),
                           [](const Service& s) { return s.is(CodeSet::injection) || s.is(CodeSet::drug); });
    }

    /// Findings that waited and that the whole day no longer says.
    void drop_answered(std::span<const Service> services) {
        auto& waiting = index_.waiting();
        for (const Service* service = services.data(); service != services.data() + services.size();) {
            const ServiceClaim* claim = service->claim;
            const std::uint32_t row = claim->row;
            for (auto it = waiting_of(row); it != waiting.end() && it->claim == row; ++it) {
                const bool of_day = std::any_of(services.begin(), services.end(), [&](const Service& s) {
                    return s.claim == claim && s.line == it->line;
                });
                if (of_day && !together_.contains(Key{claim, it->line, it->rule, it->message}))
                    answered_[static_cast<std::size_t>(it - waiting.begin())] = true;
            }
            while (service != services.data() + services.size() && service->claim == claim) ++service;
        }
    }

    void say(Said& said) {
        if (hearing_ != nullptr) return hear(said);
        const Service& about = *said.about;
        Finding& finding = *said.finding;
        const std::uint32_t row = about.claim->row;
        finding.place = about.at;
        finding.has_place = about.at.text_line != 0;
        batch_.settle_level(finding, about.claim->payer, index_.profile_of(row));
        if (!batch_.is_written(said.rule) || finding.level == Level::off) return;
        const std::uint16_t denied = finding.level == Level::error ? finding.denial.line : std::uint16_t{0};
        count(row, finding.line, finding.level, finding.tags, said.rule, denied);
        const bool whole = finding.level == Level::error && finding.denial.group != Group::none && denied == 0;
        const Cents charge = whole ? deny_claim(row) : charge_of(row, denied);
        Piece piece = piece_of(row, finding.line, said.rule, finding.message);
        batch_.tell_ledger(piece.file, piece.claim_index, finding.line, said.rule, finding.level, finding.denial);
        if (batch_.writer_)
            batch_.writer_->finding(piece.rendered, finding,
                                    {about.claim->file, about.claim->id, about.claim->index, piece.file,
                                     about.claim->institutional ? Kind::institutional : Kind::professional, charge,
                                     batch_.origin_of(piece.file, about.claim->index)});
        pieces_.push_back(std::move(piece));
    }

    void say_limit(const Service& first) {
        Collector collector;
        collector.ask(rule_src005);
        collector.say(static_cast<std::uint8_t>(InputLimit::day), first).with_number("limit", day_limit);
        collector.said().front().finding->amount = {};
        say(collector.said().front());
    }

    void say_what_waited() {
        auto& waiting = index_.waiting();
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            WaitingFinding& finding = waiting[i];
            if (answered_[i]) continue;
            count(finding.claim, finding.line, finding.level, finding.tags, finding.rule, finding.denial_line);
            Piece piece = piece_of(finding.claim, finding.line, finding.rule, finding.message);
            batch_.tell_ledger(piece.file, piece.claim_index, finding.line, finding.rule, finding.level, finding.forecast);
            piece.rendered = std::move(finding.rendered);
            pieces_.push_back(std::move(piece));
        }
    }

    [[nodiscard]] Piece piece_of(std::uint32_t row, std::uint16_t line, std::uint16_t rule, std::uint8_t message) {
        const auto& claim = index_.claim(row);
        return {claim.file, claim.index, line, rule, message, static_cast<std::uint32_t>(pieces_.size()), {}};
    }

    [[nodiscard]] Cents charge_of(std::uint32_t row, std::uint16_t denied_line) {
        const auto& claim = index_.claim(row);
        for (std::uint32_t i = 0; denied_line != 0 && i < claim.line_count; ++i)
            if (const auto& line = index_.line(claim.first_line + i); line.line == denied_line) return DayIndex::charge(line);
        return 0;
    }

    [[nodiscard]] Cents fee_of(const DayIndex::LineRow& line, const DayIndex::ClaimRow& claim) {
        if (!batch_.tables_->has_fees()) return 0;
        const ServiceClaim of = index_.service_claim(claim, {});
        Service service = DayIndex::service(line, claim, of, batch_.facts_.at(Code::from_packed(line.code), line.day));
        service.where = rulebook::class_of_place(*batch_.tables_, service, nullptr);
        return batch_.fee_of(service);
    }

    /// Counts a finding said late: its line may have been counted clean, its charge may be at risk now.
    void count(std::uint32_t row, std::uint16_t line, Level level, std::uint8_t tags, std::uint16_t rule, std::uint16_t denied_line) {
        batch_.count(level, tags, rule);
        auto& claim = index_.claim(row);
        Totals& totals = batch_.summary_.totals;
        for (std::uint32_t i = 0; i < claim.line_count; ++i) {
            auto& remembered = index_.line(claim.first_line + i);
            if (level >= Level::warning && (line == 0 || remembered.line == line)) {
                const bool injection = batch_.facts_.at(Code::from_packed(remembered.code), remembered.day).is(CodeSet::injection);
                if (injection && ((remembered.flags | claim.flags) & DayIndex::dirty) == 0) --totals.clean_injection_lines;
                remembered.flags |= DayIndex::dirty;
            }
            if (denied_line != 0 && remembered.line == denied_line && (remembered.flags & DayIndex::at_risk) == 0) {
                remembered.flags |= DayIndex::at_risk;
                totals.amount_at_risk += DayIndex::charge(remembered);
                totals.medicare_at_risk += fee_of(remembered, claim);
            }
        }
    }

    void write() {
        sort_rows(pieces_, [](const Piece& a, const Piece& b) { return a.order() < b.order(); });
        for (const Piece& piece : pieces_) batch_.write_rendered(piece.rendered);
    }

    Batch& batch_;
    DayIndex& index_;
    Hearing* hearing_ = nullptr;
    Collector collector_;
    std::vector<bool> answered_;
    std::deque<ServiceClaim> claims_;   // services point at them
    /// Rows of claims that bill what the other row bills, sorted.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> copies_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> contents_;
    std::set<std::string_view> replacing_ids_;
    std::set<std::pair<std::uint32_t, std::int32_t>> replacing_lines_;
    std::vector<Service> services_;
    std::set<Key> alone_, together_;
    std::vector<Piece> pieces_;
};

void Batch::hear(Claim& claim, std::span<const Finding> troubles, std::span<const DayIndex::Keyed> meets,
                 std::uint32_t row, Heard& heard) {
    heard.said.clear();
    heard.errors.assign(rules().size(), 0);
    heard.errors_of_others.assign(rules().size(), 0);
    ask(claim, troubles);
    collector_.sort();
    Groups::Hearing hearing{row, heard, {}};
    if (meets.size() > 1) Groups(*this, hearing).hear(meets);
    for (const Said& said : collector_.said()) {
        Finding& finding = *said.finding;
        if (hearing.answered.contains({finding.line, said.rule, finding.message})) continue;
        settle_level(finding, claim.payer.payer_class, payer_);
        heard.said.push_back({finding, said.rule});
    }
    sort_rows(heard.said, [](const Heard::One& a, const Heard::One& b) {
        return std::tie(a.finding.line, a.rule) < std::tie(b.finding.line, b.rule);
    });
    for (const Heard::One& one : heard.said)
        if (one.finding.level == Level::error) ++heard.errors[one.rule];
}

void Batch::finish() {
    Groups(*this).run();
    index_.clear();
    say_what_stayed_open();
    summary_.held = held_;
    if (writer_) writer_->finish(output_, summary_);
}

}  // namespace deltoid
