// SPDX-License-Identifier: Apache-2.0
// Collects what rules say: findings that are used again for the next claim, in the order they are written.
#pragma once

#include <memory>
#include <span>
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

/// What a rule could not answer: the message that says so, and the day that no table knows.
struct LeftOpen {
    std::uint16_t rule = 0;
    std::uint8_t message = 0;
    Day day;
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

    void leave_open(std::uint8_t message, Day day) override { left_open_.push_back({index_, message, day}); }
    [[nodiscard]] std::span<const LeftOpen> left_open() const { return left_open_; }

    /// A finding made elsewhere: by a reader.
    void adopt(const Finding& made);

    /// A cell of a spreadsheet that was not read stands in the claim as it is sent. What rules make of it goes: they would
    /// only say again that it is damaged. What was not checked for want of it stays. Before sort().
    void drop_beside_unread(std::span<const Finding> troubles);

    /// By line (the whole claim first), rule, field.
    void sort();

    [[nodiscard]] std::span<Said> said() { return said_; }

private:
    void drop_beside(const Finding& unread);
    Finding& begin_finding(std::uint8_t message, const Service* service) override;
    [[nodiscard]] std::uint16_t position() const { return static_cast<std::uint16_t>(said_.size()); }
    Finding& next();

    // Findings stay where they are: texts in them point into their own scratch.
    std::vector<std::unique_ptr<Finding>> pool_;
    std::vector<Said> said_;
    std::vector<LeftOpen> left_open_;
    const Rule* rule_ = nullptr;
    std::uint16_t index_ = 0;
};

}  // namespace deltoid
