// SPDX-License-Identifier: Apache-2.0
// Collects what rules say: findings that are used again for the next claim, in the order they are written.
#pragma once

#include <memory>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "catalogue.hpp"
#include "context.hpp"
#include "sorting.hpp"

namespace deltoid {

/// A finding with the rule's place in the catalogue and, for rules of a day, the service it is about.
struct Said {
    Finding* finding = nullptr;
    std::uint16_t rule = 0;
    std::uint16_t position = 0;   ///< in which it was said: settles what is equal otherwise
    const Service* about = nullptr;
};

class Collector final : public Report {
public:
    void clear() {
        said_.clear();
        left_open_.clear();
    }
    /// The rule that is asked next.
    void ask(DefinedRule definition) {
        const Rule& rule = catalogued(definition);
        ask(rule, rule_index(rule));
    }
    void ask(const Rule& rule, std::size_t index) {
        rule_ = &rule;
        index_ = static_cast<std::uint16_t>(index);
    }

    Finding& say(std::uint8_t message) override {
        Finding& finding = next();
        finding.reset(*rule_, message);
        said_.push_back({&finding, index_, position(), nullptr});
        return finding;
    }

    Finding& say(std::uint8_t message, const Service& service) override {
        Finding& finding = say(message);
        finding.line = service.line;
        if (service.charge_known) {
            finding.amount.value = service.charge;
            finding.amount.shape = Shape::valid;
        }
        said_.back().about = &service;
        return finding;
    }

    void leave_open() override { left_open_.push_back(index_); }
    /// The rules that no table could answer, by their place in the catalogue.
    [[nodiscard]] std::span<const std::uint16_t> left_open() const { return left_open_; }

    /// A finding made elsewhere: by a reader.
    void adopt(const Finding& made) {
        Finding& finding = next();
        finding = made;
        said_.push_back({&finding, static_cast<std::uint16_t>(rule_index(*made.rule)), position(), nullptr});
    }

    /// By line (the whole claim first), rule, field.
    void sort() {
        constexpr std::size_t few = 32;   // nearly always: each is put between those before it, in place
        const auto before = [](const Said& a, const Said& b) { return order(a) < order(b); };
        if (said_.size() > few) return sort_rows(said_, before);
        for (std::size_t i = 1; i < said_.size(); ++i)
            for (std::size_t j = i; j > 0 && before(said_[j], said_[j - 1]); --j) std::swap(said_[j], said_[j - 1]);
    }

    [[nodiscard]] std::span<Said> said() { return said_; }

private:
    using Order = std::tuple<std::uint16_t, std::uint16_t, Field, std::uint8_t, std::uint8_t, std::uint16_t>;
    static Order order(const Said& said) {
        const Finding& finding = *said.finding;
        return {finding.line, said.rule, finding.field, finding.element, finding.message, said.position};
    }

    [[nodiscard]] std::uint16_t position() const { return static_cast<std::uint16_t>(said_.size()); }

    Finding& next() {
        if (said_.size() == pool_.size()) pool_.push_back(std::make_unique<Finding>());
        return *pool_[said_.size()];
    }

    // Findings stay where they are: texts in them point into their own scratch.
    std::vector<std::unique_ptr<Finding>> pool_;
    std::vector<Said> said_;
    std::vector<std::uint16_t> left_open_;
    const Rule* rule_ = nullptr;
    std::uint16_t index_ = 0;
};

}  // namespace deltoid
