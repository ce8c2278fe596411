// SPDX-License-Identifier: Apache-2.0
// Small 837 files for tests, put together from parts; counts and control numbers are filled in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace x12_test {

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// How a file is written.
struct Style {
    char element = '*';
    char component = ':';
    std::string terminator = "~";   // and what follows it
    std::string between = "\n";
};

inline const char* const clm = "CLM*A-1*172***11:B:1*Y*A*Y*Y";

/// Segments without terminators, one a line, as a text: blanks before them are left out.
inline std::vector<std::string> segments_of(std::string_view text) {
    std::vector<std::string> segments;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
        if (!line.empty()) segments.emplace_back(line);
    }
    return segments;
}

inline std::string write(const std::vector<std::string>& segments, const Style& style = {}) {
    std::string text;
    for (const std::string& segment : segments)
        for (const char c : segment + "~")
            if (c == '*')
                text += style.element;
            else if (c == ':')
                text += style.component;
            else if (c == '~')
                text += style.terminator + style.between;
            else
                text += c;
    return text;
}

inline const char* const isa =
    "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260916*0800*^*00501*000000101*0*P*:";

inline const char* const billing = R"(
    HL*1**20*1
    PRV*BI*PXC*207Q00000X
    NM1*85*2*EXAMPLE CLINIC*****XX*1234567893
    N3*1 MAIN ST
    N4*AUSTIN*TX*787010001
    REF*EI*123456789)";

inline const char* const subscriber = R"(
    HL*2*1*22*0
    SBR*P*18*******MB
    NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73
    N3*2 MAIN ST
    N4*AUSTIN*TX*787010001
    DMG*D8*19640201*F
    NM1*PR*2*MEDICARE PART B*****PI*04402
    N3*PO BOX 1
    N4*CAMP HILL*PA*17089)";

inline const char* const one_claim = R"(
    CLM*A-1*172***11:B:1*Y*A*Y*Y
    HI*ABK:M5450
    NM1*82*1*ROE*RICHARD****XX*1234567893
    PRV*PE*PXC*207Q00000X
    LX*1
    SV1*HC:99213:25*120*UN*1***1
    DTP*472*D8*20260915
    LX*2
    SV1*HC:96372*40*UN*1***1
    DTP*472*D8*20260915
    LX*3
    SV1*HC:J1885:JZ*12*UN*4***1
    DTP*472*D8*20260915)";

/// One transaction set with its SE.
inline std::vector<std::string> set_of(std::string_view body, std::string_view control = "0001",
                                       std::string_view version = "005010X222A1") {
    std::vector<std::string> segments{
        "ST*837*" + std::string(control) + (version.empty() ? "" : "*" + std::string(version)),
        "BHT*0019*00*B-1*20260916*0800*CH", "NM1*41*2*EXAMPLE CLINIC*****46*CLINIC", "PER*IC*BILLING*TE*5555550100",
        "NM1*40*2*EXAMPLE PAYER*****46*PAYER"};
    for (std::string& segment : segments_of(body)) segments.push_back(std::move(segment));
    segments.push_back("SE*" + std::to_string(segments.size() + 1) + "*" + std::string(control));
    return segments;
}

inline std::string text_of(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
        text += '\n';
    }
    return text;
}

/// An interchange of one group of sets.
inline std::vector<std::string> interchange_of(const std::vector<std::vector<std::string>>& sets,
                                               std::string_view version = "005010X222A1") {
    std::vector<std::string> segments{isa, "GS*HC*CLINIC*PAYER*20260916*0800*101*X*" + std::string(version)};
    for (const auto& set : sets) segments.insert(segments.end(), set.begin(), set.end());
    segments.push_back("GE*" + std::to_string(sets.size()) + "*101");
    segments.push_back("IEA*1*000000101");
    return segments;
}

/// A file with one set of this body.
inline std::vector<std::string> file_of(std::string_view body) { return interchange_of({set_of(body)}); }

/// The proper file of one claim.
inline std::vector<std::string> plain_file() { return file_of(text_of({billing, subscriber, one_claim})); }

}   // namespace x12_test
