// SPDX-License-Identifier: Apache-2.0
// A year of claims, the payers' answers to them (835, 277CA) and the answer key: what a replay must report, told from
// what was planted and not from what is read. Seeded, the same on every machine; everything in it is invented.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims_837.hpp"
#include "replay_key.hpp"
#include "replay_writer.hpp"

namespace deltoid::bench {

struct YearFile {
    std::string name, bytes;
    bool remits = false;
};

struct Year {
    std::vector<YearFile> files;   ///< claims first
    Json key;                      ///< a part of the report of a replay, docs/replay.md
};

class YearMaker {
public:
    explicit YearMaker(std::uint64_t seed) : seed_(seed), random_(seed * 1000 + 7) {}

    Year make(std::uint32_t claims) {
        for (int month = 0; month < 12; ++month)
            make_month(month, claims / 12 + (month < static_cast<int>(claims % 12) ? 1 : 0));
        add_file("remits-late.835", late_, "HP", "005010X221A1");
        add_other_practice();
        // One month is given twice, as happens when files are collected from two places.
        year_.files.push_back({"copy-of-remits-03.835", march_, true});
        key_.sets_again = march_sets_;
        std::stable_partition(year_.files.begin(), year_.files.end(),
                              [](const YearFile& file) { return !file.remits; });
        year_.key = key_.report();
        return std::move(year_);
    }

private:
    // --- one month ------------------------------------------------------------------------------------------------

    void make_month(int month, std::uint32_t count) {
        const auto first_of = [](int number) { return Day::of(2024 + (6 + number) / 12, (6 + number) % 12 + 1, 1); };
        const Day first = first_of(month), next = first_of(month + 1);
        paid_on_ = eight_digits({next.number + 14});
        Claims837 claims(seed_ * 100 + static_cast<std::uint64_t>(month), 60'000,
                         {first, {next.number - 1}, eight_digits({next.number + 4})});
        std::string sent;
        remits_ = {};
        acknowledgements_.clear();
        first_of_month_ = true;
        practice_.clear();
        for (std::uint32_t i = 0; i < count; ++i) {
            const Defect defect = claims.add(sent);
            if (claims.practice_npi() != practice_) flush();
            practice_ = claims.practice_npi();
            answer(claims, defect);
        }
        flush();
        claims.finish(sent);
        const std::string number = padded(static_cast<std::uint64_t>(month + 1), 2);
        year_.files.push_back({"claims-" + number + ".837", std::move(sent), false});
        const std::uint32_t sets = remits_.sets;
        add_file("remits-" + number + ".835", remits_, "HP", "005010X221A1");
        if (month == 2) march_ = year_.files.back().bytes, march_sets_ = sets;
        add_acknowledgements("accepted-" + number + ".277");
    }

    void add_file(const std::string& name, const Batch& batch, std::string_view code, std::string_view version) {
        std::string out;
        segment(out, {"ISA", "00", "          ", "00", "          ", "ZZ", "GENPAYER       ", "ZZ", "GENSENDER      ",
                      "250801", "1200", "^", "00501", "000000009", "0", "T", ":"});
        segment(out, {"GS", code, "GENPAYER", "GENSENDER", "20250801", "1200", "1", "X", version});
        out += batch.bytes;
        segment(out, {"GE", std::to_string(batch.sets), "1"});
        segment(out, {"IEA", "1", "000000009"});
        year_.files.push_back({name, std::move(out), true});
    }

    // --- payments -------------------------------------------------------------------------------------------------

    void flush() {
        for (std::size_t i = 0; i < insurers.size(); ++i) {
            write_payment(remits_, payments_[i], insurers[i], practice_, paid_on_, true);
            write_payment(late_, late_payments_[i], insurers[i], practice_, "20250901", false);
            payments_[i] = late_payments_[i] = {};
        }
    }

    void write_payment(Batch& batch, const Payment& payment, const Insurer& insurer, std::string_view npi,
                       std::string_view day, bool oddities) {
        if (payment.count == 0) return;
        ++batch.sets;
        ++checks_;
        std::int64_t provider = 0;
        std::string adjustments;
        if (oddities && checks_ % 7 == 0) {   // interest that is paid, and an old overpayment that is taken back
            segment(adjustments,
                    {"PLB", npi, "20251231", "L6:" + padded(checks_, 6), "-1.25", "WO:" + padded(checks_, 6), "12.5"});
            provider = 1250 - 125;
            key_.provider("L6", -125);
            key_.provider("WO", 1250);
        }
        // Once a month the money that came is a dollar less than what is explained.
        const std::int64_t gap = oddities && first_of_month_ ? -100 : 0;
        if (oddities) first_of_month_ = false;
        key_.payment(payment.paid - provider + gap, payment.paid, provider);
        std::string set;
        const std::string control = padded(checks_, 4);
        segment(set, {"ST", "835", control});
        segment(set, {"BPR", "I", money(payment.paid - provider + gap), "C", "ACH", "CCP", "01", "011000015", "DA", "1",
                      "1999999999", "", "01", "011000015", "DA", "2", day});
        segment(set, {"TRN", "1", "CHK" + padded(checks_, 8), "1999999999"});
        segment(set, {"DTM", "405", day});
        segment(set, {"N1", "PR", insurer.name});
        segment(set, {"N1", "PE", "GEN FAMILY PRACTICE", "XX", npi});
        segment(set, {"LX", "1"});
        set += payment.claims;
        set += adjustments;
        segment(set, {"SE", std::to_string(segments(set) + 1), control});
        batch.bytes += set;
    }

    // --- what becomes of a claim ----------------------------------------------------------------------------------

    static std::string_view class_of(const ServiceLine& line) {
        if (line.code == "96372") return "injection";
        if (line.drug != nullptr) return "drug";
        return line.code.substr(0, 2) == "99" ? "visit" : "other";
    }

    /// What deltoid must say of each defect, by docs/rules.
    static std::vector<KeyFlag> flags_of(Defect defect, const Insurer& insurer, std::string_view drug) {
        // These come in multi-dose vials too, where no JZ is missing: nobody can tell from the claim.
        if (defect == Defect::waste_modifier_missing && (drug == "J1100" || drug == "J1010" || drug == "J3301"))
            return {};
        switch (defect) {
            case Defect::visit_without_25:
                return {{"BND003", 1, 1, insurer.medicare ? "236" : "97"}};
            case Defect::waste_modifier_missing:
                return {{"DRG004", 3, 3, "16"}};
            case Defect::wrong_total:
                return {{"CLM004", 0, 0, ""}};
            case Defect::bad_npi:
                return {{"CLM006", 0, 0, "208"}};
            case Defect::pointer_missing:
                return {{"DX001", 2, 2, "16"}};
            case Defect::ten_digit_ndc:
                return {{"NDC003", 3, 3, "16"}};
            case Defect::facility:
                return {{"POS001", 2, 2, "5"}, {"POS001", 3, 3, "5"}};
            case Defect::no_drug:
                return {{"DRG001", 2, 2, insurer.medicare ? "107" : "16"}};
            case Defect::duplicate_line:
                return {{"CLM001", 3, 3, "18"}};
            case Defect::over_limit:
                return {{"UNT001", 2, 2, "151"}};
            default:
                return {};
        }
    }
    /// Patients come back after 28 days; a contraceptive injection is due after 77 at the earliest (HIS001).
    void note_repeated(const Claims837& claims, KeyClaim& claim) {
        const bool same_patient = claims.member() == last_member_ && claims.insurer().id == last_insurer_;
        last_member_ = claims.member();
        last_insurer_ = claims.insurer().id;
        if (!same_patient) last_contraceptive_ = Day::none();
        for (std::size_t i = 0; i < claims.lines().size(); ++i) {
            if (claims.lines()[i].code != "J1050") continue;
            const int line = static_cast<int>(i) + 1;
            if (last_contraceptive_.known() && claims.seen().number - last_contraceptive_.number < 77)
                claim.flags.push_back({"HIS001", line, line, "151"});
            last_contraceptive_ = claims.seen();
        }
    }

    static std::string_view remark_for(Defect defect) {
        switch (defect) {
            case Defect::waste_modifier_missing:
                return "N822";
            case Defect::pointer_missing:
                return "M76";
            case Defect::ten_digit_ndc:
                return "M119";
            case Defect::visit_without_25:
                return "M15";
            default:
                return "";
        }
    }

    static void set_paid(KeyLine& line, Service& service) {
        const std::int64_t allowed = line.charge * 7 / 10, share = allowed / 5;
        line.outcome = "paid";
        line.group = line.carc = line.remark = {};
        line.denied = 0;
        line.paid = allowed - share;
        line.patient = share;
        line.contract = line.charge - allowed;
        service.paid = line.paid;
        service.adjustments = {{"CO", "45", line.contract}};
        if (share != 0) service.adjustments.push_back({"PR", "2", share});
        service.remark = {};
    }

    static void set_denied(KeyLine& line, Service& service, std::string_view group, std::string_view carc,
                           std::string_view remark) {
        line.outcome = "denied";
        line.group = group;
        line.carc = carc;
        line.remark = remark;
        line.denied = line.charge;
        line.paid = line.patient = line.contract = service.paid = 0;
        service.adjustments = {{group, carc, line.charge}};
        service.remark = remark;
    }

    /// What the payer makes of a line that nothing is said of.
    void adjudicate(KeyLine& line, Service& service) {
        set_paid(line, service);
        const std::int64_t allowed = line.charge * 7 / 10;
        const std::uint32_t lot = random_.below(1000);
        if (lot < 8) return set_denied(line, service, "CO", "197", "");
        if (lot < 16) return set_denied(line, service, "CO", "50", "N115");
        if (lot < 20) return set_denied(line, service, "PR", "27", "");
        if (lot < 28) return set_denied(line, service, "CO", "97", "M15");
        if (lot < 38) {   // cut
            const std::int64_t cut = allowed / 2;
            line.outcome = "partly_denied";
            line.group = "CO";
            line.carc = "151";
            line.denied = cut;
            line.paid = service.paid = allowed - cut;
            line.patient = 0;
            service.adjustments = {{"CO", "45", line.contract}, {"CO", "151", cut}};
        } else if (lot < 68) {   // the deductible
            line.outcome = "patient";
            line.paid = service.paid = 0;
            line.patient = allowed;
            service.adjustments = {{"CO", "45", line.contract}, {"PR", "1", allowed}};
        } else if (lot < 73) {
            line.outcome = "written_off";
            line.paid = service.paid = line.patient = 0;
            line.contract = line.charge;
            service.adjustments = {{"CO", "45", line.charge}};
        }
    }

    void answer(const Claims837& claims, Defect defect) {
        KeyClaim claim;
        claim.id = claims.id();
        claim.payer = claims.insurer().name;
        claim.charge = claims.total();
        const YearMonthDay date = civil(claims.seen());
        claim.month = std::to_string(date.year) + "-" + padded(static_cast<std::uint64_t>(date.month), 2);
        claim.flags =
            flags_of(defect, claims.insurer(), claims.lines().size() > 2 ? claims.lines()[2].code : std::string_view());
        note_repeated(claims, claim);
        std::vector<Service> services;
        for (std::size_t i = 0; i < claims.lines().size(); ++i) {
            KeyLine line;
            line.code = claims.lines()[i].code;
            line.what = class_of(claims.lines()[i]);
            line.charge = claims.lines()[i].cents;
            services.push_back({i, line.charge, 0, {}, {}});
            adjudicate(line, services.back());
            claim.lines.push_back(line);
        }
        for (const KeyFlag& flag : claim.flags) {
            const std::size_t i = flag.line == 0 ? 1 : static_cast<std::size_t>(flag.line) - 1;
            const std::uint32_t lot = random_.below(100);
            if (lot < 60 && !flag.carc.empty())
                set_denied(claim.lines[i], services[i], flag.carc == "18" ? "OA" : "CO", flag.carc, remark_for(defect));
            else if (lot < 75)
                set_denied(claim.lines[i], services[i], "CO", "197", "");
            else
                set_paid(claim.lines[i], services[i]);
        }
        send(claims, claim, services, defect);
        key_.add(claim);
    }

    static void all_lines(KeyClaim& claim, std::string_view outcome) {
        for (KeyLine& line : claim.lines) {
            KeyLine unanswered;
            unanswered.code = line.code;
            unanswered.what = line.what;
            unanswered.charge = line.charge;
            unanswered.outcome = outcome;
            line = unanswered;
        }
    }

    /// The way the answer takes.
    void send(const Claims837& claims, KeyClaim& claim, std::vector<Service>& services, Defect defect) {
        Head head;
        head.id = claim.id;
        head.icn = "ICN" + padded(++icn_, 9);
        head.member = claims.member();
        head.day = claims.seen();
        Payment& payment = payments_[number_of(claims.insurer())];
        Payment& late = late_payments_[number_of(claims.insurer())];
        const std::uint32_t lot = random_.below(1000);
        const bool turned_back = (defect == Defect::bad_npi || defect == Defect::wrong_total) && random_.percent(60);
        if (turned_back || lot < 20) return reject(claims, claim, defect);
        if (lot < 40) return all_lines(claim, "unanswered");
        if (lot < 50) {
            acknowledge(claims, "A2:20", "WQ");
            return all_lines(claim, "acknowledged");
        }
        if (lot % 10 == 9) acknowledge(claims, "A2:20", "WQ");
        if (lot < 59) {
            head.status = lot < 53 ? "23" : lot < 56 ? "25" : "5";
            for (Service& service : services) service.paid = 0, service.adjustments = {{"OA", "133", service.charge}};
            write_claim(payment, head, services, claims);
            return all_lines(claim, lot < 53 ? "forwarded" : lot < 56 ? "predetermined" : "pending");
        }
        if (lot < 66) return deny_whole(claims, claim, head, payment);
        if (lot < 76) return reverse(claims, claim, services, head, payment, late);
        if (lot < 86) return pay_later(claims, claim, services, head, payment, late);
        if (lot < 92) return leave_out(claims, claim, services, head, payment);
        if (lot < 100) split(services);
        if (lot < 110) head.status = "19";
        write_claim(payment, head, services, claims);
        if (lot >= 100 && lot < 110) cross_over(claims, services, head, late);
        if (lot >= 110 && lot < 113) stray(claims, head, payment);
    }

    void reject(const Claims837& claims, KeyClaim& claim, Defect defect) {
        const std::string_view status = defect == Defect::bad_npi       ? "A7:562"
                                        : defect == Defect::wrong_total ? "A7:178"
                                                                        : "A3:33";
        acknowledge(claims, std::string(status) + ":85", "U");
        all_lines(claim, "rejected");
        for (KeyLine& line : claim.lines) line.status = status, line.denied = line.charge;
    }

    void deny_whole(const Claims837& claims, KeyClaim& claim, Head& head, Payment& payment) {
        all_lines(claim, "denied");
        head.status = "4";
        head.charge = 0;
        for (KeyLine& line : claim.lines) {
            line.group = "CO";
            line.carc = "29";
            line.remark = "N211";
            line.denied = line.charge;
            head.charge += line.charge;
        }
        head.whole = {"CO", "29", head.charge};
        head.remark = "N211";
        write_claim(payment, head, {}, claims);
    }

    /// First paid in full, then taken back and decided anew: only what came last counts.
    void reverse(const Claims837& claims, KeyClaim& claim, const std::vector<Service>& services, Head head,
                 Payment& payment, Payment& late) {
        std::vector<Service> first = services;
        for (std::size_t i = 0; i < first.size(); ++i) {
            KeyLine paid;
            paid.charge = claim.lines[i].charge;
            set_paid(paid, first[i]);
            first[i].remark = {};
        }
        write_claim(payment, head, first, claims);
        head.status = "22";
        write_claim(late, head, first, claims, -1);
        ++key_.reversals;
        head.status = "1";
        head.icn += "C";
        write_claim(late, head, services, claims);
    }

    /// Denied, and paid when it was sent again.
    void pay_later(const Claims837& claims, KeyClaim& claim, const std::vector<Service>& services, Head head,
                   Payment& payment, Payment& late) {
        write_claim(payment, head, services, claims);
        std::vector<Service> again = services;
        for (std::size_t i = 0; i < again.size(); ++i) {
            KeyLine paid;
            paid.charge = claim.lines[i].charge;
            set_paid(paid, again[i]);
            again[i].remark = {};
            if (KeyLine::refused(claim.lines[i].outcome)) claim.lines[i].recovered = paid.paid;
        }
        head.icn += "A";
        write_claim(late, head, again, claims);
    }

    /// The last line is in no answer.
    void leave_out(const Claims837& claims, KeyClaim& claim, std::vector<Service>& services, const Head& head,
                   Payment& payment) {
        KeyClaim without;
        without.lines = {claim.lines.back()};
        all_lines(without, "no_line_answer");
        claim.lines.back() = without.lines.front();
        services.pop_back();
        write_claim(payment, head, services, claims);
    }

    /// The payer makes two of the first line; what they say together is the same.
    static void split(std::vector<Service>& services) {
        Service second = services.front();
        Service& first = services.front();
        second.charge = first.charge / 2;
        first.charge -= second.charge;
        second.paid = first.paid / 2;
        first.paid -= second.paid;
        for (std::size_t i = 0; i < second.adjustments.size(); ++i) {
            second.adjustments[i].cents = first.adjustments[i].cents / 2;
            first.adjustments[i].cents -= second.adjustments[i].cents;
        }
        // Halves are rounded each by itself: the last adjustment takes up the cent.
        for (Service* part : {&first, &second}) {
            std::int64_t rest = part->charge - part->paid;
            for (const Adjusted& one : part->adjustments) rest -= one.cents;
            part->adjustments.back().cents += rest;
        }
        services.insert(services.begin() + 1, second);
    }

    /// The next payer's answer to the same claim: no word about ours.
    void cross_over(const Claims837& claims, std::vector<Service> services, Head head, Payment& late) {
        head.status = "2";
        head.icn = "SEC" + head.icn;
        for (Service& service : services)
            service.paid = 0, service.remark = {}, service.adjustments = {{"OA", "23", service.charge}};
        write_claim(late, head, services, claims);
    }

    /// Answers that belong to no claim.
    void stray(const Claims837& claims, Head head, Payment& payment) {
        head.icn = "X" + head.icn;
        const std::string id = head.id;
        head.charge = 12345;
        head.whole = {"CO", "45", 12345};
        head.id = "OLD" + id;
        write_claim(payment, head, {}, claims);
        key_.stray(head.id, 1, 12345, 0, head.day, "unknown_claim");
        head.id = id;
        head.day = {claims.seen().number - 400};
        write_claim(payment, head, {}, claims);
        key_.stray(id, 1, 12345, 0, head.day, "other_date_or_amount");
        head.status = "22";
        head.charge = 777;
        head.whole = {"CO", "45", -777};
        head.day = claims.seen();
        write_claim(payment, head, {}, claims, -1);
        key_.stray(id, 22, -777, 0, head.day, "reversal_alone");
        ++key_.reversals;
    }

    // --- acknowledgements -----------------------------------------------------------------------------------------

    struct Acknowledged {
        std::string npi, text;
    };

    void acknowledge(const Claims837& claims, std::string_view status, std::string_view action) {
        std::string text;
        segment(text, {"NM1", "QC", "1", "NAME", "SOME", "", "", "", "MI", claims.member()});
        segment(text, {"TRN", "2", claims.id()});
        segment(text, {"STC", status, paid_on_, action, money(claims.total())});
        segment(text, {"DTP", "472", "D8", eight_digits(claims.seen())});
        acknowledgements_.push_back({claims.practice_npi(), std::move(text)});
    }

    void add_acknowledgements(const std::string& name) {
        std::string set;
        segment(set, {"ST", "277", "0001", "005010X214"});
        segment(set, {"BHT", "0085", "08", "ACK", paid_on_, "1200", "TH"});
        segment(set, {"HL", "1", "", "20", "1"});
        segment(set, {"NM1", "AY", "2", "GEN CLEARINGHOUSE", "", "", "", "", "46", "GENCLR"});
        segment(set, {"HL", "2", "1", "21", "1"});
        segment(set, {"NM1", "41", "2", "GENERATED BILLING SERVICE", "", "", "", "", "46", "GEN001"});
        std::uint32_t level = 2, provider = 0;
        std::string_view npi;
        for (const Acknowledged& one : acknowledgements_) {
            if (one.npi != npi) {
                npi = one.npi;
                provider = ++level;
                segment(set, {"HL", std::to_string(level), "2", "19", "1"});
                segment(set, {"NM1", "85", "2", "GEN FAMILY PRACTICE", "", "", "", "", "XX", npi});
            }
            segment(set, {"HL", std::to_string(++level), std::to_string(provider), "PT"});
            set += one.text;
        }
        segment(set, {"SE", std::to_string(segments(set) + 1), "0001"});
        add_file(name, {set, 1}, "HN", "005010X214");
    }

    /// Numbers that our claims have too, for other patients of another practice.
    void add_other_practice() {
        Batch batch;
        Payment payment;
        Claims837 claims(seed_ * 100, 0, {});
        std::string unused;
        for (int i = 0; i < 20; ++i) {
            claims.add(unused);
            Head head;
            head.id = claims.id();
            head.icn = "OTHER" + padded(static_cast<std::uint64_t>(i), 4);
            head.member = "OTHER" + padded(static_cast<std::uint64_t>(i), 4);
            head.day = claims.seen();
            head.charge = 5000;
            head.whole = {"CO", "45", 5000};
            write_claim(payment, head, {}, claims);
            key_.stray(head.id, 1, 5000, 0, head.day, "other_practice");
        }
        write_payment(batch, payment, insurers[0], "1999999992", "20250901", false);
        add_file("remits-elsewhere.835", batch, "HP", "005010X221A1");
    }

    std::uint64_t seed_;
    Random random_;
    Year year_;
    ReplayKey key_;
    Batch remits_, late_;
    std::array<Payment, 5> payments_, late_payments_;
    std::vector<Acknowledged> acknowledgements_;
    std::string practice_, paid_on_, march_, last_member_;
    std::string_view last_insurer_;
    Day last_contraceptive_;
    std::uint32_t march_sets_ = 0;
    std::uint32_t checks_ = 0;
    std::uint64_t icn_ = 0;
    bool first_of_month_ = true;
};

[[nodiscard]] inline Year make_year(std::uint64_t seed, std::uint32_t claims) { return YearMaker(seed).make(claims); }

}   // namespace deltoid::bench
