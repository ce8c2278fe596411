// SPDX-License-Identifier: Apache-2.0
// The end of a batch: the lines of one patient, provider and day meet across claims. What the rules say of the day and no
// claim could say by itself is said now; what a claim missed and another supplies is dropped.
#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include "batch.hpp"
#include "rules/src/input_limit.hpp"

namespace deltoid {

class Batch::Groups {
public:
    explicit Groups(Batch& batch) : batch_(batch), index_(batch.index_) {
        auto& waiting = index_.waiting();
        std::stable_sort(waiting.begin(), waiting.end(),
                         [](const WaitingFinding& a, const WaitingFinding& b) { return a.claim < b.claim; });
        answered_.assign(waiting.size(), false);
    }

    void run() {
        const std::vector<DayIndex::Keyed> rows = index_.in_groups();
        for (std::size_t begin = 0; begin < rows.size();) {
            std::size_t end = begin + 1;
            while (end < rows.size() && rows[end].key == rows[begin].key) ++end;
            if (end - begin > 1) meet(std::span(rows).subspan(begin, end - begin));
            begin = end;
        }
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

    /// The services of a group, in order of day; within a day claim by claim.
    void meet(std::span<const DayIndex::Keyed> rows) {
        claims_.clear();
        services_.clear();
        note_replacements(rows);
        for (const auto& [key, row] : rows) {
            const auto& claim = index_.claim(row);
            if (claim.frequency == '8' || is_replaced(claim)) continue;
            claims_.push_back(index_.service_claim(claim, batch_.summary_.files[claim.file].name));
            claims_.back().row = row;
            for (std::uint32_t i = 0; i < claim.line_count; ++i) add_service(index_.line(claim.first_line + i), claim);
        }
        std::stable_sort(services_.begin(), services_.end(), [](const Service& a, const Service& b) { return a.day < b.day; });
        for (auto begin = services_.begin(); begin != services_.end();) {
            const auto end = std::find_if(begin, services_.end(), [&](const Service& service) { return service.day != begin->day; });
            meet_on_day(stretch(begin, end));
            begin = end;
        }
    }

    void add_service(const DayIndex::LineRow& line, const DayIndex::ClaimRow& claim) {
        const Code code = Code::from_packed(line.code);
        services_.push_back(DayIndex::service(line, claim, claims_.back(), batch_.facts_.at(code, line.day)));
    }

    // A corrected claim stands in the place of the one it replaces. The number it names is the payer's, which the first
    // claim does not carry: the same account number tells; where no claim has it, a code on a day that both bill.
    void note_replacements(std::span<const DayIndex::Keyed> rows) {
        replacing_ids_.clear();
        replacing_lines_.clear();
        std::set<std::string_view> first_ids;
        for (const auto& [key, row] : rows)
            if (const auto& claim = index_.claim(row); claim.frequency != '7' && claim.frequency != '8') first_ids.insert(index_.id(claim));
        for (const auto& [key, row] : rows) {
            const auto& claim = index_.claim(row);
            if (claim.frequency != '7') continue;
            const std::string_view id = index_.id(claim);
            if (!id.empty() && first_ids.contains(id)) {
                replacing_ids_.insert(id);
                continue;
            }
            for (std::uint32_t i = 0; i < claim.line_count; ++i) replacing_lines_.insert(billed(index_.line(claim.first_line + i)));
        }
    }

    [[nodiscard]] bool is_replaced(const DayIndex::ClaimRow& claim) {
        if (claim.frequency == '7') return false;
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
        for (auto begin = services.begin(); begin != services.end();) {
            const auto end = std::find_if(begin, services.end(), [&](const Service& service) { return service.claim != begin->claim; });
            ask(stretch(begin, end));
            for (const Said& said : collector_.said()) alone_.insert(key_of(said));
            begin = end;
        }
        ask(services);
        together_.clear();
        for (Said& said : collector_.said()) {
            together_.insert(key_of(said));
            if (!alone_.contains(key_of(said))) say(said);
        }
        drop_answered(services);
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
            const auto lower = std::lower_bound(waiting.begin(), waiting.end(), row,
                                                [](const WaitingFinding& finding, std::uint32_t wanted) { return finding.claim < wanted; });
            for (auto it = lower; it != waiting.end() && it->claim == row; ++it) {
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
        const Service& about = *said.about;
        Finding& finding = *said.finding;
        const std::uint32_t row = about.claim->row;
        finding.place = about.at;
        finding.has_place = about.at.text_line != 0;
        batch_.settle_level(finding, about.claim->payer);
        if (!batch_.is_written(said.rule) || finding.level == Level::off) return;
        const std::uint16_t denied = finding.level == Level::error ? finding.denial.line : std::uint16_t{0};
        count(row, finding.line, finding.level, finding.tags, said.rule, denied);
        Piece piece = piece_of(row, finding.line, said.rule, finding.message);
        if (batch_.writer_)
            batch_.writer_->finding(piece.rendered, finding, {about.claim->file, about.claim->id, about.claim->index});
        pieces_.push_back(std::move(piece));
    }

    void say_limit(const Service& first) {
        Collector collector;
        collector.ask(rule_src005, rule_index(rule_src005));
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
            piece.rendered = std::move(finding.rendered);
            pieces_.push_back(std::move(piece));
        }
    }

    [[nodiscard]] Piece piece_of(std::uint32_t row, std::uint16_t line, std::uint16_t rule, std::uint8_t message) {
        const auto& claim = index_.claim(row);
        return {claim.file, claim.index, line, rule, message, static_cast<std::uint32_t>(pieces_.size()), {}};
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
            }
        }
    }

    void write() {
        std::sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) { return a.order() < b.order(); });
        for (const Piece& piece : pieces_) batch_.write_rendered(piece.rendered);
    }

    Batch& batch_;
    DayIndex& index_;
    Collector collector_;
    std::vector<bool> answered_;
    std::deque<ServiceClaim> claims_;   // services point at them
    std::set<std::string_view> replacing_ids_;
    std::set<std::pair<std::uint32_t, std::int32_t>> replacing_lines_;
    std::vector<Service> services_;
    std::set<Key> alone_, together_;
    std::vector<Piece> pieces_;
};

void Batch::finish() {
    Groups(*this).run();
    index_.clear();
    say_what_stayed_open();
    if (writer_) writer_->finish(output_, summary_);
}

}  // namespace deltoid
