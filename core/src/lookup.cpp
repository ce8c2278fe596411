// SPDX-License-Identifier: Apache-2.0
// Reads an input up to one claim and writes that one.
#include "deltoid/lookup.hpp"

#include <string>
#include <vector>

#include "input.hpp"
#include "payer_class.hpp"
#include "writers/claim_json.hpp"

namespace deltoid {

class Lookup::Work final : public Sink {
public:
    Work(std::uint32_t claim_index, std::string_view options)
        : wanted_(claim_index), options_(read_options(options, problems_)), input_(options_, *this) {}

    void claim(Claim& claim, std::span<const Finding>) override {
        if (claim.index != wanted_ || !json_.empty()) return;
        // As the file says it: a profile may know better, but the claim does not say so.
        claim.payer.payer_class = class_of_filing_indicator(claim.payer.filing_indicator);
        append_claim_json(json_, claim);
    }
    void trouble(const Finding&) override {}

    Input& input() { return input_; }
    [[nodiscard]] const std::string& json() const { return json_; }

private:
    std::uint32_t wanted_;
    std::vector<Problem> problems_;   ///< the session that found the claim has told them
    Options options_;
    Input input_;
    std::string json_;
};

Lookup::Lookup(std::uint32_t claim_index, std::string_view options)
    : work_(std::make_unique<Work>(claim_index, options)) {}
Lookup::~Lookup() = default;

std::span<char> Lookup::buffer(std::size_t size) { return work_->input().buffer(size); }

bool Lookup::feed(std::size_t size) {
    work_->input().feed(size, [](const Reader&, bool) {});
    return found();
}

bool Lookup::finish() {
    work_->input().end([](const Reader&, bool) {});
    return found();
}

bool Lookup::found() const { return !work_->json().empty(); }
std::string_view Lookup::claim() const { return work_->json(); }

}  // namespace deltoid
