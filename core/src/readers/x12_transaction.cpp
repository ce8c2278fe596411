// SPDX-License-Identifier: Apache-2.0
// Names of transaction sets, implementation guides and files of other kinds.
#include "x12_transaction.hpp"

#include <array>

namespace deltoid::x12 {
namespace {

struct Guide {
    std::uint16_t number;
    Content content;
    std::string_view purpose;
};

// Implementation guides of the 837: ASC X12N, releases 004010 and 005010.
constexpr std::array<Guide, 12> guides{{
    {96, Content::institutional, ""},
    {97, Content::dental, ""},
    {98, Content::professional, ""},
    {222, Content::professional, ""},
    {223, Content::institutional, ""},
    {224, Content::dental, ""},
    {291, Content::professional, "a guide for predetermination"},
    {292, Content::institutional, "a guide for predetermination"},
    {293, Content::dental, "a guide for predetermination"},
    {298, Content::professional, "a guide for reporting claims already settled"},
    {299, Content::institutional, "a guide for reporting claims already settled"},
    {300, Content::dental, "a guide for reporting claims already settled"},
}};

const Guide* find_guide(std::uint16_t number) {
    for (const Guide& guide : guides)
        if (guide.number == number) return &guide;
    return nullptr;
}

struct Named {
    std::string_view identifier, name;
};

constexpr std::array<Named, 20> transactions{{
    {"835", "a remittance advice (835)"},
    {"270", "an eligibility inquiry (270)"},
    {"271", "an eligibility answer (271)"},
    {"276", "a claim status inquiry (276)"},
    {"277", "a claim status answer (277)"},
    {"278", "an authorization request or answer (278)"},
    {"275", "an attachment (275)"},
    {"820", "a premium payment (820)"},
    {"834", "an enrollment (834)"},
    {"824", "an application advice (824)"},
    {"269", "a benefit verification (269)"},
    {"999", "an acknowledgement (999)"},
    {"997", "an acknowledgement (997)"},
    {"864", "a text message (864)"},
    {"850", "a purchase order (850)"},
    {"855", "an answer to a purchase order (855)"},
    {"810", "an invoice (810)"},
    {"856", "a ship notice (856)"},
    {"210", "a freight invoice (210)"},
    {"148", "a report of injury (148)"},
}};

constexpr bool is_acknowledgement_of_claims(std::string_view identifier, std::uint16_t guide) {
    return identifier == "277" && (guide == 214 || guide == 364);
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// First bytes of files: RFC 8118 (PDF), PKWARE APPNOTE (ZIP), RFC 1952 (gzip), MS-CFB (old Office), HL7 v2, UN/EDIFACT.
constexpr std::array<Named, 14> magics{{
    {"%PDF", "a PDF document"},
    {std::string_view("PK\x03\x04", 4), "a ZIP archive or an office document"},
    {std::string_view("\x1F\x8B", 2), "a gzip archive"},
    {std::string_view("\xD0\xCF\x11\xE0", 4), "an old Excel or Word document"},
    {std::string_view("\x89PNG", 4), "a picture"},
    {std::string_view("\xFF\xD8\xFF", 3), "a picture"},
    {"GIF8", "a picture"},
    {"{\\rtf", "a rich text document"},
    {"UNA", "an EDIFACT message"},
    {"UNB", "an EDIFACT message"},
    {"MSH|", "an HL7 version 2 message"},
    {"{", "a JSON text"},
    {"[", "a JSON text"},
    {"<", "an XML or HTML page"},
}};

}   // namespace

Label read_label(std::string_view text) {
    text = trim(text);
    Label label;
    label.old_release = text.size() >= 6 && text.substr(0, 2) == "00" && text.substr(0, 6) < "005010";
    const std::size_t x = text.find('X');
    if (x == std::string_view::npos || text.size() < x + 4) return label;
    for (std::size_t i = x + 1; i < x + 4; ++i) {
        if (!is_digit(text[i])) return label;
        label.guide = static_cast<std::uint16_t>(label.guide * 10 + (text[i] - '0'));
    }
    if (const Guide* guide = find_guide(label.guide)) label.content = guide->content;
    return label;
}

std::string_view purpose_of(std::uint16_t number) {
    const Guide* guide = find_guide(number);
    return guide == nullptr ? std::string_view() : guide->purpose;
}

std::string_view name_of(Content content) {
    constexpr std::array<std::string_view, 4> names{"unknown", "professional (837P)", "institutional (837I)",
                                                    "dental (837D)"};
    return names[static_cast<std::size_t>(content)];
}

std::string_view format_of(Content content) {
    constexpr std::array<std::string_view, 4> names{"837", "837P", "837I", "837D"};
    return names[static_cast<std::size_t>(content)];
}

std::string_view name_of_transaction(std::string_view identifier, std::uint16_t guide) {
    if (is_acknowledgement_of_claims(identifier, guide)) return "a claim acknowledgement (277CA)";
    for (const Named& transaction : transactions)
        if (transaction.identifier == identifier) return transaction.name;
    return {};
}

std::string_view format_of_transaction(std::string_view identifier, std::uint16_t guide) {
    return is_acknowledgement_of_claims(identifier, guide) ? "277CA" : identifier;
}

std::string_view name_of_bytes(std::string_view first) {
    for (const Named& magic : magics)
        if (first.substr(0, magic.identifier.size()) == magic.identifier) return magic.name;
    return "a file of an unknown kind";
}

Day read_envelope_day(std::string_view text) {
    text = trim(text);
    for (const char c : text)
        if (!is_digit(c)) return Day::none();
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (std::size_t i = at; i < at + size; ++i) value = value * 10 + (text[i] - '0');
        return value;
    };
    if (text.size() == 8) return Day::of(number(0, 4), number(4, 2), number(6, 2));
    if (text.size() == 6) return Day::of(2000 + number(0, 2), number(2, 2), number(4, 2));
    return Day::none();
}

}   // namespace deltoid::x12
