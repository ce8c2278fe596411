// SPDX-License-Identifier: Apache-2.0
// Takes down what rules say.
#include "collector.hpp"

#include <tuple>
#include <utility>

#include "rules/src/csv_cell.hpp"
#include "sorting.hpp"

namespace deltoid {

Finding& Report::say(std::uint8_t message) { return begin_finding(message, nullptr); }

Finding& Report::say(std::uint8_t message, const Service& service) { return begin_finding(message, &service); }

Finding& Collector::begin_finding(std::uint8_t message, const Service* service) {
    Finding& finding = next();
    finding.reset(*rule_, message);
    said_.push_back({&finding, index_, position(), service});
    if (service == nullptr) return finding;
    finding.line = service->line;
    if (service->charge_known) {
        finding.amount.value = service->charge;
        finding.amount.shape = Shape::valid;
    }
    return finding;
}

void Collector::adopt(const Finding& made) {
    Finding& finding = next();
    finding = made;
    said_.push_back({&finding, static_cast<std::uint16_t>(rule_index(*made.rule)), position(), nullptr});
}

void Collector::drop_beside_unread(std::span<const Finding> troubles) {
    for (const Finding& trouble : troubles)
        if (trouble.message == static_cast<std::uint8_t>(CsvCell::not_read) && trouble.field != Field::none &&
            trouble.rule == &catalogued(rule_src002))
            drop_beside(trouble);
}

void Collector::drop_beside(const Finding& unread) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < said_.size(); ++i) {
        const Finding& said = *said_[i].finding;
        const bool same = said.rule != unread.rule && said.field == unread.field && said.line == unread.line &&
                          (unread.element == 0 || said.element == unread.element) && !said.has(Tag::not_evaluated);
        if (same) continue;
        std::swap(pool_[kept], pool_[i]);   // those that are dropped are used again
        said_[kept++] = said_[i];
    }
    said_.resize(kept);
}

void Collector::sort() {
    constexpr std::size_t few = 32;   // nearly always: each is put between those before it, in place
    const auto order = [](const Said& said) {
        const Finding& finding = *said.finding;
        return std::tuple(finding.line, said.rule, finding.field, finding.element, finding.message, said.position);
    };
    const auto before = [&](const Said& a, const Said& b) { return order(a) < order(b); };
    if (said_.size() > few) return sort_rows(said_, before);
    for (std::size_t i = 1; i < said_.size(); ++i)
        for (std::size_t j = i; j > 0 && before(said_[j], said_[j - 1]); --j) std::swap(said_[j], said_[j - 1]);
}

Finding& Collector::next() {
    if (said_.size() == pool_.size()) pool_.push_back(std::make_unique<Finding>());
    return *pool_[said_.size()];
}

}  // namespace deltoid
