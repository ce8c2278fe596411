// SPDX-License-Identifier: Apache-2.0
// The book of a replay gives back what was put in, however it is packed.
#include "replay/book.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "replay/numbered.hpp"

using namespace deltoid;
using namespace deltoid::replay;

namespace {

bool same(const LineRow& a, const LineRow& b) {
    return a.charge == b.charge && a.code == b.code && a.control == b.control && a.modifiers == b.modifiers &&
           a.day == b.day && a.what == b.what && a.coded == b.coded;
}

bool same(const ServiceRow& a, const ServiceRow& b) {
    return a.charge == b.charge && a.paid == b.paid && a.code == b.code && a.control == b.control &&
           a.modifiers == b.modifiers && a.day == b.day && a.reasons == b.reasons;
}

constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min(),
                       most = std::numeric_limits<std::int32_t>::max();

}   // namespace

TEST_CASE("a number for every value, also behind the first 65,535", "[replay]") {
    Numbered numbered;
    constexpr std::uint32_t rows = 200'000;
    std::vector<std::uint16_t> numbers;
    // Every third value is one of ten, the others are all different.
    const auto value_of = [](std::uint32_t row) {
        return row % 3 == 0 ? std::uint64_t{row} % 10 : ~std::uint64_t{row};
    };
    for (std::uint32_t row = 0; row < rows; ++row) numbers.push_back(numbered.keep(value_of(row), row));
    std::uint32_t wrong = 0;
    for (std::uint32_t row = 0; row < rows; ++row)
        wrong += numbered.value(numbers[row], row) == value_of(row) ? 0U : 1U;
    CHECK(wrong == 0);
    CHECK(numbers[0] == numbers[30]);
}

TEST_CASE("texts come back as they were, long ones and empty ones among them", "[replay]") {
    Book book;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 3000; ++i) texts.push_back(std::string(i % 97, static_cast<char>('a' + i % 26)));
    for (const std::size_t size : {65'535U, 65'536U, 65'537U, 200'000U, 1U, 0U, 65'536U, 0U, 2U})
        texts.push_back(std::string(size, static_cast<char>('A' + size % 26)));
    std::vector<Text> kept;
    for (const std::string& text : texts) kept.push_back(book.keep(text));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) wrong += book.view(kept[i]) == texts[i] ? 0U : 1U;
    CHECK(wrong == 0);
    CHECK(Book().view({}).empty());
}

TEST_CASE("lines and reasons come back as they were", "[replay]") {
    Book book;
    const std::vector<LineRow> lines{
        {2600, 0x06F12345, 7, 0xFFFF, -1, LineClass::injection, true},
        {least, 0xFFFFFFFF, 0xFFFFFFFF, 0, std::numeric_limits<std::int16_t>::min(), LineClass::visit, false},
        {most, 0, 0, 1, 8189, LineClass::drug, true},
        {0, 0x06F12345, 0, 0xFFFF, 5, LineClass::other, false}};
    ClaimRow claim;
    claim.day = -1;
    for (const LineRow& line : lines) book.add_line(claim, line);
    REQUIRE(book.line_count() == lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) CHECK(same(book.line(claim, i), lines[i]));

    const std::vector<ReasonRow> reasons{{0xFFFFFFFF, most}, {1, least}, {1, -1}, {2, 0}, {3, 0x12345678}, {3, -65536}};
    for (const ReasonRow& reason : reasons) book.add_reason(reason);
    REQUIRE(book.reason_count() == reasons.size());
    for (std::uint32_t i = 0; i < reasons.size(); ++i) {
        CHECK(book.reason(i).code == reasons[i].code);
        CHECK(book.reason(i).amount == reasons[i].amount);
    }
}

TEST_CASE("a service comes back as it was, whether it repeats a line or not", "[replay]") {
    Book book;
    ClaimRow& claim = book.add_claim(3, 0);
    claim.lines = 3;
    claim.day = 49;
    const LineRow visit{9200, 10, 101, 25, 50, LineClass::visit, true};
    const LineRow injection{2600, 20, 102, 0, 50, LineClass::injection, true};
    for (const LineRow& line : {visit, injection, injection}) book.add_line(claim, line);
    book.by_id.push_back(0);
    CHECK(book.file_of(0) == 3);

    AnswerRow answer;
    const ServiceRow as_sent{9200, 8000, 10, 101, 25, 50, 2};
    std::vector<ServiceRow> services(12, as_sent);
    services[1] = {2600, 0, 20, 102, 0, 50, 250};   // the injection
    services[2] = {2600, 2000, 20, 0, 0, 50, 0};    // without a control number
    services[3].charge = -9200;                     // everything that may differ
    services[4].code = 11;
    services[5].control = 999;
    services[6].modifiers = 59;
    services[7].day = 51;
    services[8].paid = least;
    services[9] = {};
    services[10].charge = most, services[10].paid = most;
    answer.first_service = book.service_count();
    for (std::uint32_t i = 0; i < services.size(); ++i) book.add_service(answer, i, services[i]);
    REQUIRE(book.service_count() == services.size());
    for (std::uint32_t i = 0; i < services.size(); ++i) {
        INFO(i);
        CHECK(same(book.service(answer, i), services[i]));
    }
}

TEST_CASE("a claim is found by its file and its index there, whatever files and claims are missing", "[replay]") {
    Book book;
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> places{{0, 0}, {0, 1}, {0, 5}, {2, 0},
                                                                      {5, 3}, {5, 4}, {5, 9}, {7, 10}};
    for (const auto& [file, index] : places) book.add_claim(file, index).set_id(0xFEDCBA9876543210U + index);
    for (std::uint32_t row = 0; row < places.size(); ++row) {
        INFO(row);
        CHECK(book.file_of(row) == places[row].first);
        CHECK(book.index_of(row) == places[row].second);
        CHECK(book.find_claim(places[row].first, places[row].second) == row);
        CHECK(book.claims[row].id() == 0xFEDCBA9876543210U + places[row].second);
    }
    for (const auto& [file, index] : std::vector<std::pair<std::uint32_t, std::uint32_t>>{
             {0, 2}, {0, 4}, {0, 6}, {1, 0}, {2, 1}, {5, 0}, {5, 2}, {5, 5}, {5, 10}, {7, 0}, {7, 11}, {8, 0}})
        CHECK(book.find_claim(file, index) == places.size());
    CHECK(Book().find_claim(0, 0) == 0);
}
