// SPDX-License-Identifier: Apache-2.0
// What the reader of payers' answers hands over, as a text; for tests and the fuzzer.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "readers/remit.hpp"
#include "replay/keys.hpp"
#include "replay/reasons.hpp"
#include "writers/message.hpp"

namespace remit_test {

class Recorder final : public deltoid::AnswerSink {
public:
    std::string text;
    deltoid::AnswerFile file;
    std::uint64_t answers = 0, kept_services = 0;

    void answer(const deltoid::AnswerSet&, const deltoid::ClaimAnswer& answer) override {
        ++answers;
        kept_services += answer.services.size();
        text += answer.id + " status " + std::to_string(answer.status) + " " + money(answer.charge) + " " +
                money(answer.paid) + " " + answer.payer_number + " " + answer.original_number + " " + answer.member +
                " freq " + (answer.frequency == 0 ? '-' : answer.frequency) + " day " + day(answer.day);
        if (answer.unbalanced != 0) text += " unbalanced " + std::to_string(answer.unbalanced);
        text += '\n';
        std::size_t at = 0;
        if (answer.own_reasons != 0) text += "  " + reasons(answer, at, answer.own_reasons) + "\n";
        for (const deltoid::ServiceAnswer& service : answer.services) {
            const auto code = deltoid::Code::from_packed(service.code);
            text += "  " + (code.valid() ? std::string(code.text().data(), 5) : std::string("-")) + " " +
                    std::to_string(service.modifiers) + " " + money(service.charge) + " " + money(service.paid) +
                    " control " + std::to_string(service.control) + ": " + reasons(answer, at, service.reasons) + "\n";
        }
    }
    void provider_adjustment(std::uint32_t reason, deltoid::Cents amount) override {
        text += "PLB ";
        deltoid::replay::append_reason(text, reason);
        text += " " + money(amount) + "\n";
    }
    void end_set(const deltoid::AnswerSet& set) override {
        text += std::string("set ") + (set.acknowledgement ? "277CA " : "835 ") + set.payer + " / " + set.payee_npi +
                " " + set.trace + " " + day(set.day) + " pays " + money(set.payment) + " of " + money(set.paid) +
                " less " + money(set.provider) + (set.complete ? ", complete\n" : ", cut off\n");
    }

private:
    static std::string money(deltoid::Cents cents) {
        std::string shown;
        deltoid::append_money(shown, cents);
        return shown;
    }
    static std::string day(deltoid::Day day) {
        if (!day.known()) return "none";
        std::string shown;
        deltoid::append_day(shown, day);
        return shown;
    }
    static std::string reasons(const deltoid::ClaimAnswer& answer, std::size_t& at, std::uint32_t count) {
        std::string all;
        for (std::uint32_t i = 0; i < count; ++i, ++at) {
            const deltoid::Reason& reason = answer.reasons[at];
            if (!all.empty()) all += ", ";
            deltoid::replay::append_reason_text(all, reason.code);
            if (deltoid::replay::share_of(reason.code) != deltoid::replay::Share::remark)
                all += " " + money(reason.amount);
        }
        return all;
    }
};

/// Nobody is told of findings: a reader of answers has none.
class Silent final : public deltoid::Sink {
public:
    void claim(deltoid::Claim&, std::span<const deltoid::Finding>) override {}
    void trouble(const deltoid::Finding&) override {}
};

[[nodiscard]] inline Recorder record(std::string_view bytes, std::size_t piece = ~std::size_t{0}) {
    Recorder recorder;
    Silent silent;
    const auto reader = deltoid::make_answer_reader(recorder);
    std::string unread;
    std::uint64_t offset = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::string_view more = bytes.substr(at, piece);
        unread += more;
        at += more.size();
        const std::size_t done = reader->read({unread.data(), unread.size()}, offset, silent);
        unread.erase(0, done);
        offset += done;
    }
    reader->end({unread.data(), unread.size()}, offset, silent);
    recorder.file = reader->file();
    return recorder;
}

}   // namespace remit_test
