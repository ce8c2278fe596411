// SPDX-License-Identifier: Apache-2.0
// Form locators: NUBC, Official UB-04 Data Specifications Manual, as CMS Pub 100-04 ch. 25, 75 lists them. Elements:
// 005010X223A2.
#include "ub04.hpp"

#include <array>

namespace deltoid {
namespace {

struct Name {
    Field field;
    std::string_view x12;
    std::string_view box;
};

/// Fields that the two kinds of claims call by other names; all others have the elements of fields.cpp and no locator.
constexpr std::array names{
    Name{Field::id, "2300 CLM01", "FL 3a"},
    Name{Field::payer_name, "2010BB NM103", "FL 50"},
    Name{Field::payer_id, "2010BB NM109", "FL 51"},
    Name{Field::payer_class, "2000B SBR09", "FL 50"},
    Name{Field::frequency, "2300 CLM05-3", "FL 4"},
    Name{Field::original_reference, "2300 REF*F8", "FL 64"},
    Name{Field::prior_authorization, "2300 REF*G1", "FL 63"},
    Name{Field::total_charge, "2300 CLM02", "FL 47"},
    Name{Field::pos, "", ""},
    Name{Field::bill_type, "2300 CLM05", "FL 4"},
    Name{Field::note, "2300 NTE02", "FL 80"},
    Name{Field::billing_npi, "2010AA NM109", "FL 56"},
    Name{Field::billing_taxonomy, "2000A PRV03", "FL 81"},
    Name{Field::rendering_npi, "2310A NM109", "FL 76"},
    Name{Field::rendering_taxonomy, "2310A PRV03", ""},
    Name{Field::rendering_entity, "2310A NM102", ""},
    Name{Field::supervising_npi, "", ""},
    Name{Field::ordering_npi, "", ""},
    Name{Field::referring_npi, "2310F NM109", "FL 78"},
    Name{Field::facility_npi, "2310E NM109", ""},
    Name{Field::patient_id, "2010CA NM103", "FL 8"},
    Name{Field::patient_birth_date, "2010BA DMG02", "FL 10"},
    Name{Field::patient_sex, "2010BA DMG03", "FL 11"},
    Name{Field::subscriber_id, "2010BA NM109", "FL 60"},
    Name{Field::diagnoses, "2300 HI", "FL 67"},
    Name{Field::lines, "2400 LX", "FL 42"},
    Name{Field::line_number, "2400 LX01", "FL 42"},
    Name{Field::line_code, "2400 SV202-2", "FL 44"},
    Name{Field::line_description, "2400 SV202-7", "FL 80"},
    Name{Field::line_modifiers, "2400 SV202-3", "FL 44"},
    Name{Field::line_units, "2400 SV205", "FL 46"},
    Name{Field::line_unit_type, "2400 SV204", "FL 46"},
    Name{Field::line_charge, "2400 SV203", "FL 47"},
    Name{Field::line_from, "2400 DTP*472", "FL 45"},
    Name{Field::line_to, "2400 DTP*472", "FL 45"},
    Name{Field::line_pos, "", ""},
    Name{Field::line_pointers, "", ""},
    Name{Field::line_note, "2400 NTE02", "FL 80"},
    Name{Field::line_revenue_code, "2400 SV201", "FL 42"},
    Name{Field::line_ndc_code, "2410 LIN03", "FL 43"},
    Name{Field::line_ndc_quantity, "2410 CTP04", "FL 43"},
    Name{Field::line_ndc_unit, "2410 CTP05-1", "FL 43"},
    Name{Field::line_rendering_npi, "2420C NM109", ""},
    Name{Field::line_rendering_taxonomy, "", ""},
    Name{Field::line_prior_authorization, "2300 REF*G1", "FL 63"},
    Name{Field::line_measurements, "2300 HI*BE", "FL 39"},
};

const Name* name_of(Field field, Kind kind) {
    if (kind != Kind::institutional) return nullptr;
    for (const Name& name : names)
        if (name.field == field) return &name;
    return nullptr;
}

/// A word of a message that stands for a place on the CMS-1500 or in an 837P, and what stands there on the other side.
struct Pair {
    std::string_view from, to;
};

constexpr std::array boxes{
    Pair{"1", "50"},   Pair{"1a", "60"},  Pair{"3", "10-11"}, Pair{"17b", "78"}, Pair{"19", "80"},  Pair{"21", "67"},
    Pair{"22", "64"},  Pair{"23", "63"},  Pair{"24", "42"},   Pair{"24A", "45"}, Pair{"24D", "44"}, Pair{"24E", "67"},
    Pair{"24F", "47"}, Pair{"24G", "46"}, Pair{"24J", "76"},  Pair{"26", "3a"},  Pair{"28", "47"},  Pair{"33a", "56"},
};
constexpr std::array elements{
    Pair{"shaded part of box 24", "FL 43"}, Pair{"SV101-7", "SV202-7"}, Pair{"SV101-1", "SV202-1"},
    Pair{"SV103", "SV204"}, Pair{"(SV1)", "(SV2)"}, Pair{"MEA segment", "value code 48 or 49"},
    Pair{"the practice", "the facility"}, Pair{"an 837P", "an 837I"},
    // Nothing points on a UB-04: all diagnoses are of all lines.
    Pair{"points only to", "has only"}, Pair{"the line points to", "the claim has"}, Pair{"Point to", "List"},
    Pair{" and point to the other", ""}, Pair{"resubmission code", "frequency"},
    Pair{"KX on the line", "condition code 45"},   // CMS Pub 100-04 ch. 32, 240
};

constexpr bool is_of_number(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Writes the locator of the box whose number begins `text`, and says how long that number is; 0 when none begins there.
std::size_t append_locator(std::string& out, std::string_view text) {
    std::size_t size = 0;
    if (text.empty() || text[0] < '0' || text[0] > '9') return 0;
    while (size < text.size() && is_of_number(text[size])) ++size;
    std::string_view number = text.substr(0, size);
    for (const Pair& box : boxes)
        if (box.from == number) number = box.to;
    out += number;
    return size;
}

}   // namespace

std::string_view box_of(Field field, Kind kind) {
    if (const Name* name = name_of(field, kind)) return name->box;
    return kind == Kind::institutional ? std::string_view() : row_of(field).box;
}

std::string_view x12_of(Field field, Kind kind) {
    const Name* name = name_of(field, kind);
    return name != nullptr ? name->x12 : row_of(field).x12;
}

std::string_view transaction_of(Kind kind) { return kind == Kind::institutional ? "837I" : "837P"; }

std::string with_form_locators(std::string_view message) {
    std::string out;
    const auto takes = [&](std::string_view word) {
        if (!message.starts_with(word)) return false;
        message.remove_prefix(word.size());
        return true;
    };
    while (!message.empty()) {
        if (takes("boxes ")) {
            out += "FL ";
            // "24D and 24G", up to the bracket's end.
            while (!message.empty() && message[0] != ')' && message[0] != '.') {
                const std::size_t size = append_locator(out, message);
                if (size == 0) out += message[0];
                message.remove_prefix(size == 0 ? 1 : size);
            }
            continue;
        }
        if (takes("box {box}")) {   // the field's own name is filled in
            out += "{box}";
            continue;
        }
        if (message.starts_with("box ") && message.size() > 4 && message[4] >= '0' && message[4] <= '9') {
            out += "FL ";
            message.remove_prefix(4);
            message.remove_prefix(append_locator(out, message));
            continue;
        }
        bool replaced = false;
        for (const Pair& element : elements)
            if (!replaced && takes(element.from)) {
                out += element.to;
                replaced = true;
            }
        if (replaced) continue;
        out += message[0];
        message.remove_prefix(1);
    }
    return out;
}

}   // namespace deltoid
