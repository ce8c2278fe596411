// SPDX-License-Identifier: Apache-2.0
// A plain writer of 837P and 837I files, which knows nothing of the reader's code.
#include "support/write_837.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace deltoid::test {
namespace {

class Writer837 {
public:
    Writer837(const Style837& style, precision::Dice& dice) : style_(style), dice_(dice) {}

    std::string write(const std::vector<std::string>& claims) {
        if (style_.byte_order_mark) out_ += "\xEF\xBB\xBF";
        if (style_.interchange) {
            add({"ISA", "00", "          ", "00", "          ", "ZZ", "SENDER         ", "ZZ", "RECEIVER       ",
                 "260918", "1200",
                 style_.separators.repetition == 0 ? "U" : std::string(1, style_.separators.repetition), "00501",
                 "000000001", "0", "P", std::string(1, style_.separators.component)},
                false);
            add({"GS", "HC", "SENDER", "RECEIVER", "20260918", "1200", "1", "X", version()});
        }
        begin_ = segments_;
        add({"ST", "837", "0001", version()});
        add({"BHT", "0019", "00", "1", "20260918", "1200", "CH"});
        add({"NM1", "41", "2", "CLINIC", "", "", "", "", "46", "SENDER"});
        add({"NM1", "40", "2", "PAYER", "", "", "", "", "46", "RECEIVER"});
        for (const std::string& claim : claims) add_claim(parse_json(claim));
        add({"SE", std::to_string(segments_ - begin_ + 1 + style_.count_off_by), "0001"});
        if (style_.interchange) {
            add({"GE", "1", "1"});
            add({"IEA", "1", "000000001"});
        }
        if (!style_.last_terminator) {
            out_.resize(out_.size() - style_.line_end.size() - 1);
            if (!out_.empty() && out_.back() == '\r') out_.pop_back();
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool institutional() const { return style_.kind == Kind::institutional; }
    [[nodiscard]] std::string version() const { return institutional() ? "005010X223A2" : "005010X222A1"; }

    void add(std::vector<std::string> elements, bool may_wrap = true) {
        while (elements.size() > 1 && elements.back().empty()) elements.pop_back();
        std::string text;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (i != 0) text += style_.separators.element;
            text += elements[i];
        }
        text += style_.separators.terminator;
        for (const char c : text) {
            if (may_wrap && style_.wrap != 0 && column_ >= style_.wrap) {
                out_ += '\n';
                column_ = 0;
            }
            out_ += c;
            ++column_;
        }
        out_ += style_.line_end;
        if (!style_.line_end.empty()) column_ = 0;
        ++segments_;
    }

    static std::string day(const Json& text) {
        std::string digits;
        for (const char c : text.text)
            if (c != '-') digits += c;
        return digits;
    }

    static std::string indicator(std::string_view payer_class) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 8> codes{{{"medicare_b", "MB"},
                                                                                      {"medicare_advantage", "16"},
                                                                                      {"medicaid", "MC"},
                                                                                      {"commercial", "CI"},
                                                                                      {"tricare", "CH"},
                                                                                      {"va", "VA"},
                                                                                      {"workers_comp", "WC"},
                                                                                      {"auto", "AM"}}};
        for (const auto& [name, code] : codes)
            if (name == payer_class) return std::string(code);
        return "ZZ";
    }

    void add_claim(const Json& claim) {
        const Json& payer = claim["payer"];
        const std::string billing = to_text(claim["billing"]);
        const bool dependent = !claim["patient"]["id"].is_null();
        const std::string subscriber = to_text(payer) + to_text(claim["subscriber"]) + to_text(claim["patient"]);
        if (levels_ == 0 || billing != billing_ || !style_.together) {
            ++levels_;
            add({"HL", std::to_string(levels_), "", "20", "1"});
            if (!claim["billing"]["taxonomy"].is_null()) add({"PRV", "BI", "PXC", claim["billing"]["taxonomy"].text});
            add({"NM1", "85", claim["billing"]["entity"].text == "person" ? "1" : "2", "CLINIC", "", "", "", "", "XX",
                 claim["billing"]["npi"].text});
            add({"N3", "1 MAIN ST"});
            add({"N4", "BUFFALO", "NY", "14202"});
            billing_ = billing;
            subscriber_.clear();
        }
        if (subscriber != subscriber_ || !style_.together) {
            subscriber_ = subscriber;
            add({"HL", std::to_string(++levels_), "1", "22", dependent ? "1" : "0"});
            add({"SBR", payer["sequence"].is_null() ? "P" : payer["sequence"].text, dependent ? "" : "18", "", "", "",
                 "", "", "", indicator(payer["class"].text)});
            if (!dependent && !claim["patient"]["death_date"].is_null())
                add({"PAT", "", "", "", "", "D8", day(claim["patient"]["death_date"])});
            add({"NM1", "IL", "1", "DOE", "JANE", "", "", "", "MI", claim["subscriber"]["id"].text});
            if (!dependent) add_person(claim);
            add({"NM1", "PR", "2", payer["name"].is_null() ? "PAYER" : payer["name"].text, "", "", "", "", "PI",
                 payer["id"].is_null() ? "04402" : payer["id"].text});
            if (!payer["state"].is_null()) add({"N4", "TOWN", payer["state"].text, "10001"});
            if (dependent) {
                add({"HL", std::to_string(++levels_), std::to_string(levels_ - 1), "23", "0"});
                add({"PAT", "19"});
                add({"NM1", "QC", "1", claim["patient"]["id"].text, "CHILD"});
                add_person(claim);
            }
        }
        if (institutional())
            add_hospital_body(claim);
        else
            add_body(claim);
    }

    void add_person(const Json& claim) {
        add({"N3", "2 MAIN ST"});
        add({"N4", "BUFFALO", "NY", "14202"});
        const Json& patient = claim["patient"];
        if (!patient["birth_date"].is_null() || !patient["sex"].is_null())
            add({"DMG", "D8", day(patient["birth_date"]), patient["sex"].text});
    }

    [[nodiscard]] std::string joined(std::initializer_list<std::string> parts) const {
        std::string text;
        for (const std::string& part : parts) {
            if (&part != parts.begin()) text += style_.separators.component;
            text += part;
        }
        return text;
    }

    static std::string without_dot(const std::string& code) {
        std::string kept;
        for (const char c : code)
            if (c != '.') kept += c;
        return kept;
    }

    static std::string total_of(const Json& claim) {
        if (!claim["total_charge"].is_null()) return claim["total_charge"].text;
        long long cents = 0;
        for (const Json& line : claim["lines"].values)
            if (const Money charge = read_money(line["charge"].text); charge.valid()) cents += charge.value;
        return std::to_string(cents / 100) +
               (cents % 100 == 0 ? "" : (cents % 100 < 10 ? ".0" : ".") + std::to_string(cents % 100));
    }

    void add_body(const Json& claim) {
        const std::string frequency = claim["frequency"].is_null() ? "1" : claim["frequency"].text;
        add({"CLM", claim["id"].text, total_of(claim), "", "", joined({claim["pos"].text, "B", frequency}), "Y", "A",
             "Y", "Y"});
        if (style_.extras && dice_.chance(50)) add({"DTP", "431", "D8", "20260101"});
        if (style_.extras && dice_.chance(50)) add({"AMT", "F5", "10"});
        if (!claim["prior_authorization"].is_null()) add({"REF", "G1", claim["prior_authorization"].text});
        if (!claim["original_reference"].is_null()) add({"REF", "F8", claim["original_reference"].text});
        if (style_.extras && dice_.chance(50)) add({"REF", "D9", "77"});
        if (style_.extras && dice_.chance(30)) add({"K3", "FILE"});
        if (!claim["note"].is_null()) add({"NTE", "ADD", claim["note"].text});
        std::vector<std::string> hi{"HI"};
        for (const Json& code : claim["diagnoses"].values)
            hi.push_back(joined({hi.size() == 1 ? "ABK" : "ABF", without_dot(code.text)}));
        if (hi.size() > 1) add(hi);
        add_party("DN", claim["referring"], "");
        add_party("82", claim["rendering"], "PE");
        add_party("77", claim["facility"], "");
        add_party("DQ", claim["supervising"], "");
        add_lines(claim);
    }

    /// The lines, and before them now and then another payer who has paid.
    void add_lines(const Json& claim) {
        const bool paid = style_.extras && dice_.chance(25);
        if (paid) {
            add({"SBR", "S", "18", "", "", "", "", "", "", "CI"});
            add({"NM1", "IL", "1", "DOE", "JANE", "", "", "", "MI", "77"});
            add({"NM1", "PR", "2", "OTHER", "", "", "", "", "PI", "88"});
        }
        int number = 0;
        for (const Json& line : claim["lines"].values) add_line(claim, line, ++number, paid);
    }

    /// 005010X223A2: a type of bill, the days of the statement, one HI for each kind of code, an attending practitioner.
    void add_hospital_body(const Json& claim) {
        std::string bill = claim["bill_type"].text;
        if (bill.size() > 2 && bill[0] == '0') bill.erase(0, 1);
        std::string frequency = claim["frequency"].text;
        if (frequency.empty() && bill.size() == 3) frequency = bill[2];
        add({"CLM", claim["id"].text, total_of(claim), "", "", joined({bill.substr(0, 2), "A", frequency}), "", "A",
             "Y", "Y"});
        std::string first, last;
        for (const Json& line : claim["lines"].values) {
            const std::string from = day(line["from"]), to = day(line["to"]);
            if (first.empty() || (!from.empty() && from < first)) first = from;
            last = std::max({last, from, to});
        }
        if (!first.empty()) add({"DTP", "434", "RD8", first + "-" + last});
        if (style_.extras && dice_.chance(50)) add({"DTP", "435", "DT", "202609150800"});
        add({"CL1", "3", "1", "01"});
        if (style_.extras && dice_.chance(50)) add({"AMT", "F3", "10"});
        if (!claim["prior_authorization"].is_null()) add({"REF", "G1", claim["prior_authorization"].text});
        if (!claim["original_reference"].is_null()) add({"REF", "F8", claim["original_reference"].text});
        if (style_.extras && dice_.chance(50)) add({"REF", "D9", "77"});
        if (style_.extras && dice_.chance(30)) add({"K3", "FILE"});
        if (!claim["note"].is_null()) add({"NTE", "ADD", claim["note"].text});
        add_hospital_codes(claim);
        add_party("71", claim["rendering"], "AT");
        if (style_.extras && dice_.chance(30)) add({"NM1", "72", "1", "DOE", "JOHN", "", "", "", "XX", "1234567893"});
        add_party("77", claim["facility"], "");
        add_party("DN", claim["referring"], "");
        add_lines(claim);
    }

    void add_hospital_codes(const Json& claim) {
        const auto& codes = claim["diagnoses"].values;
        const std::string present =
            style_.extras && dice_.chance(50) ? std::string(7, style_.separators.component) + "Y" : "";
        if (!codes.empty()) add({"HI", joined({"ABK", without_dot(codes[0].text)}) + present});
        if (style_.extras && dice_.chance(30)) add({"HI", joined({"ABJ", "R109"})});
        if (style_.extras && dice_.chance(30)) add({"HI", joined({"APR", "R52"})});
        for (std::size_t i = 1; i < codes.size();) {
            std::vector<std::string> hi{"HI"};
            for (; i < codes.size() && hi.size() <= 12; ++i) hi.push_back(joined({"ABF", without_dot(codes[i].text)}));
            add(hi);
        }
        if (style_.extras && dice_.chance(30)) add({"HI", joined({"BG", "09"})});
        std::vector<std::string> values{"HI"};
        for (const Json& line : claim["lines"].values)
            for (const Json& measurement : line["measurements"].values)
                if (values.size() == 1)
                    values.push_back(joined({"BE", measurement["name"].text == "hemoglobin" ? "48" : "49", "", "",
                                             measurement["value"].text}));
        if (values.size() > 1) add(values);
    }

    void add_party(const char* code, const Json& provider, const char* role) {
        if (provider["npi"].is_null() && provider["taxonomy"].is_null()) return;
        add({"NM1", code, provider["entity"].text == "organization" ? "2" : "1", "ROE", "RICHARD", "", "", "",
             provider["npi"].is_null() ? "" : "XX", provider["npi"].text});
        if (*role != 0 && !provider["taxonomy"].is_null()) add({"PRV", role, "PXC", provider["taxonomy"].text});
    }

    void add_line(const Json& claim, const Json& line, int number, bool paid) {
        const char component = style_.separators.component;
        add({"LX", std::to_string(number)});
        std::string procedure = joined({"HC", line["code"].text});
        for (const Json& modifier : line["modifiers"].values) procedure.append(1, component).append(modifier.text);
        if (!line["description"].is_null())
            procedure.append(5 - std::min<std::size_t>(line["modifiers"].values.size(), 4), component)
                .append(line["description"].text);
        std::string pointers;
        for (const Json& pointer : line["pointers"].values)
            pointers.append(pointers.empty() ? "" : std::string(1, component)).append(pointer.text);
        const std::string unit_type = line["unit_type"].is_null() ? "UN" : line["unit_type"].text;
        if (institutional())
            add({"SV2", line["revenue_code"].text, line["code"].is_null() ? "" : procedure, line["charge"].text,
                 unit_type, line["units"].text});
        else
            add({"SV1", procedure, line["charge"].text, unit_type, line["units"].text, line["pos"].text, "", pointers});
        if (!line["from"].is_null()) {
            const std::string from = day(line["from"]), to = day(line["to"]);
            add({"DTP", "472", to.empty() ? "D8" : "RD8", to.empty() ? from : from + "-" + to});
        }
        if (!institutional())
            for (const Json& measurement : line["measurements"].values)
                add({"MEA", "TR", measurement["name"].text == "hemoglobin" ? "R1" : "R2", measurement["value"].text});
        if (!line["prior_authorization"].is_null() && !institutional())
            add({"REF", "G1", line["prior_authorization"].text});
        if (style_.extras) add({"REF", "6R", claim["id"].text + "-" + std::to_string(number)});
        if (!line["note"].is_null()) add({"NTE", institutional() ? "TPO" : "ADD", line["note"].text});
        const Json& ndc = line["ndc"];
        if (!ndc["code"].is_null()) {
            add({"LIN", "", "N4", ndc["code"].text});
            if (!ndc["quantity"].is_null() || !ndc["unit"].is_null())
                add({"CTP", "", "", "", ndc["quantity"].text, ndc["unit"].text});
            if (style_.extras && dice_.chance(30)) add({"REF", "XZ", "RX7"});
        }
        add_party("82", line["rendering"], institutional() ? "" : "PE");
        if (!institutional() && !claim["ordering"]["npi"].is_null()) add_party("DK", claim["ordering"], "");
        if (paid && dice_.chance(50)) {
            add({"SVD", "88", "0", joined({"HC", line["code"].text}), "", "1", dice_.chance(20) ? "1" : std::string()});
            add({"CAS", "CO", "45", "1"});
        }
    }

    const Style837& style_;
    precision::Dice& dice_;
    std::string out_, billing_, subscriber_;
    std::size_t column_ = 0;
    int segments_ = 0, begin_ = 0, levels_ = 0;
};

}   // namespace

std::string as_837(const std::vector<std::string>& claims, const Style837& style, precision::Dice& dice) {
    return Writer837(style, dice).write(claims);
}

bool holds(std::string_view claims, const Separators& separators) {
    const Json list = parse_json(claims);
    const auto look = [&](const auto& self, const Json& value) -> bool {
        for (const char c :
             {separators.element, separators.component, separators.terminator, separators.repetition, '\\'})
            if (c != 0 && value.text.find(c) != std::string::npos) return true;
        for (const char c : value.text)
            if (static_cast<unsigned char>(c) < 0x20) return true;
        for (const Json& inner : value.values)
            if (self(self, inner)) return true;
        return false;
    };
    return look(look, list);
}

std::vector<Segment837> split_837(std::string_view file, const Separators& separators) {
    std::vector<Segment837> segments;
    while (!file.empty()) {
        const std::size_t end = std::min(file.find(separators.terminator), file.size() - 1);
        Segment837& segment = segments.emplace_back();
        segment.bytes = file.substr(0, end + 1);
        std::string text;
        for (const char c : segment.bytes)
            if (c != '\r' && c != '\n' && c != separators.terminator) text += c;
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        segment.elements.emplace_back();
        for (const char c : text) {
            if (c == separators.element)
                segment.elements.emplace_back();
            else
                segment.elements.back() += c;
        }
        file.remove_prefix(end + 1);
    }
    return segments;
}

}   // namespace deltoid::test
