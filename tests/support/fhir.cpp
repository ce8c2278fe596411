// SPDX-License-Identifier: Apache-2.0
// The way back of docs/fhir.md's table.
#include "support/fhir.hpp"

#include <algorithm>
#include <cctype>

namespace deltoid::test {
namespace {

std::string quoted(const Json& text) { return to_text(Json::of_text(text.text)); }

std::string coding(std::string_view system, const std::string& quoted_code) {
    return std::string(R"({"coding":[{"system":")")
        .append(system)
        .append(R"(","code":)")
        .append(quoted_code)
        .append("}]}");
}

/// Members of one object, with commas between them.
class Members {
public:
    void add(std::string_view key, const std::string& value) {
        text_.append(text_.empty() ? "\"" : ",\"").append(key).append("\":").append(value);
    }
    [[nodiscard]] std::string object() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

/// A list with commas.
class List {
public:
    void add(const std::string& value) { text_.append(text_.empty() ? "" : ",").append(value); }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] std::string list() const { return "[" + text_ + "]"; }
    [[nodiscard]] std::size_t next() { return ++count_; }

private:
    std::string text_;
    std::size_t count_ = 0;
};

bool is_number(const std::string& text) {
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                     [](unsigned char c) { return std::isdigit(c) != 0 || c == '.'; });
    return digits && text.front() != '.' && text.back() != '.' && std::count(text.begin(), text.end(), '.') <= 1 &&
           (text[0] != '0' || text.size() == 1 || text[1] == '.');
}

/// FHIR's numbers are JSON's; what is none stays a text, as careless senders have it.
std::string decimal(const Json& value) {
    return R"({"value":)" + (is_number(value.text) ? value.text : quoted(value)) + "}";
}

class Translator {
public:
    explicit Translator(const Json& claim) : claim_(claim) {}

    std::optional<std::string> translate() {
        if (!has_only(claim_, {"id",
                               "kind",
                               "payer",
                               "received_date",
                               "frequency",
                               "original_reference",
                               "prior_authorization",
                               "total_charge",
                               "pos",
                               "note",
                               "billing",
                               "rendering",
                               "supervising",
                               "ordering",
                               "referring",
                               "facility",
                               "patient",
                               "subscriber",
                               "diagnoses",
                               "lines"}))
            return {};
        head();
        coverage();
        people();
        diagnoses();
        for (const Json& line : claim_["lines"].values)
            if (!this->line(line)) return {};
        // In FHIR a practitioner of one line alone is the claim's when there is no other.
        if (of_lines_ != 0 && of_lines_ != claim_["lines"].values.size() && claim_["rendering"]["npi"].text.empty())
            return {};
        if (!contained_.empty()) resource_.add("contained", contained_.list());
        if (!team_.empty()) resource_.add("careTeam", team_.list());
        if (!information_.empty()) resource_.add("supportingInfo", information_.list());
        resource_.add("item", items_.list());
        return fits_ ? std::optional(resource_.object()) : std::nullopt;
    }

private:
    static bool says_nothing(const Json& value) {
        return value.is_null() || (value.kind != Json::Kind::number && value.text.empty() && value.values.empty());
    }
    static bool has_only(const Json& object, std::initializer_list<std::string_view> known) {
        return std::all_of(object.keys.begin(), object.keys.end(), [&](const std::string& key) {
            return says_nothing(object[key]) || std::find(known.begin(), known.end(), key) != known.end();
        });
    }

    void head() {
        resource_.add("resourceType", "\"Claim\"");
        resource_.add("status", "\"active\"");
        resource_.add("use", "\"claim\"");
        const std::string kind = claim_["kind"].text.empty() ? "professional" : claim_["kind"].text;
        resource_.add("type", coding("http://terminology.hl7.org/CodeSystem/claim-type", "\"" + kind + "\""));
        if (!claim_["id"].text.empty())
            resource_.add("identifier",
                          R"([{"type":{"coding":[{"code":"PATNO"}]},"value":)" + quoted(claim_["id"]) + "}]");
        if (!claim_["total_charge"].text.empty()) resource_.add("total", decimal(claim_["total_charge"]));
        if (!claim_["original_reference"].text.empty())
            resource_.add("related",
                          R"([{"relationship":{"coding":[{"code":"replaces"}]},"claim":{"identifier":{"value":)" +
                              quoted(claim_["original_reference"]) + "}}}]");
        fits_ = fits_ && (claim_["original_reference"].text.empty() || !claim_["frequency"].text.empty()) &&
                claim_["frequency"].text.size() < 2;
        if (!claim_["frequency"].text.empty())
            info(R"("code":)" +
                     coding("https://bluebutton.cms.gov/resources/variables/clm_freq_cd", quoted(claim_["frequency"])),
                 "info");
        if (!claim_["received_date"].text.empty())
            info(R"("timingDate":)" + quoted(claim_["received_date"]), "clmrecvddate");
        if (!claim_["note"].text.empty()) info(R"("valueString":)" + quoted(claim_["note"]), "note");
    }

    std::size_t info(const std::string& members, std::string_view category) {
        const std::size_t sequence = information_.next();
        information_.add(R"({"sequence":)" + std::to_string(sequence) + R"(,"category":{"coding":[{"code":")" +
                         std::string(category) + "\"}]}," + members + "}");
        return sequence;
    }

    void coverage() {
        const Json& payer = claim_["payer"];
        Members patient;
        patient.add("resourceType", "\"Patient\"");
        patient.add("id", "\"patient\"");
        const Json& of = claim_["patient"];
        if (!of["id"].text.empty()) patient.add("identifier", R"([{"value":)" + quoted(of["id"]) + "}]");
        if (!of["birth_date"].text.empty()) patient.add("birthDate", quoted(of["birth_date"]));
        if (!of["death_date"].text.empty()) patient.add("deceasedDateTime", quoted(of["death_date"]));
        const std::string& sex = of["sex"].text;
        fits_ = fits_ && (sex.empty() || sex == "F" || sex == "M" || sex == "U") && !of["id"].text.empty();
        if (!sex.empty()) patient.add("gender", sex == "F" ? "\"female\"" : sex == "M" ? "\"male\"" : "\"unknown\"");
        contained_.add(patient.object());
        resource_.add("patient", R"({"reference":"#patient"})");

        Members coverage;
        coverage.add("resourceType", "\"Coverage\"");
        coverage.add("id", "\"coverage\"");
        if (!claim_["subscriber"]["id"].text.empty()) coverage.add("subscriberId", quoted(claim_["subscriber"]["id"]));
        const std::string& payer_class = payer["class"].text;
        const std::string source = payer_class == "medicare_b"           ? "12"
                                   : payer_class == "medicare_advantage" ? "111"
                                   : payer_class == "medicaid"           ? "2"
                                   : payer_class == "commercial"         ? "512"
                                   : payer_class == "tricare"            ? "311"
                                   : payer_class == "va"                 ? "32"
                                   : payer_class == "workers_comp"       ? "95"
                                   : payer_class == "auto"               ? "96"
                                                                         : "";
        fits_ = fits_ && (!source.empty() || payer_class.empty() || payer_class == "unknown") &&
                has_only(payer, {"name", "id", "class", "sequence"});
        if (!source.empty()) coverage.add("type", coding("https://nahdo.org/sopt", "\"" + source + "\""));
        contained_.add(coverage.object());
        Members insurance;
        const std::string& order = payer["sequence"].text;
        fits_ = fits_ && (order.empty() || order == "P" || order == "S" || order == "T");
        if (!order.empty()) insurance.add("sequence", order == "P" ? "1" : order == "S" ? "2" : "3");
        insurance.add("focal", "true");
        insurance.add("coverage", R"({"reference":"#coverage"})");
        if (!claim_["prior_authorization"].text.empty())
            insurance.add("preAuthRef", "[" + quoted(claim_["prior_authorization"]) + "]");
        resource_.add("insurance", "[" + insurance.object() + "]");
        Members insurer;
        if (!payer["id"].text.empty()) insurer.add("identifier", R"({"value":)" + quoted(payer["id"]) + "}");
        if (!payer["name"].text.empty()) insurer.add("display", quoted(payer["name"]));
        resource_.add("insurer", insurer.object());
    }

    std::string provider(const Json& of, std::string_view id) {
        Members resource;
        const bool organization = of["entity"].text == "organization";
        fits_ = fits_ && (of["npi"].text.empty() || !of["entity"].text.empty() || id == "facility" ||
                          of["taxonomy"].text.empty());
        Members reference;
        if (of["taxonomy"].text.empty()) {
            if (!of["entity"].text.empty())
                reference.add("type", organization ? "\"Organization\"" : "\"Practitioner\"");
            reference.add("identifier",
                          R"({"system":"http://hl7.org/fhir/sid/us-npi","value":)" + quoted(of["npi"]) + "}");
            return reference.object();
        }
        resource.add("resourceType", organization ? "\"Organization\"" : "\"Practitioner\"");
        resource.add("id", "\"" + std::string(id) + "\"");
        if (!of["npi"].text.empty())
            resource.add("identifier",
                         R"([{"system":"http://hl7.org/fhir/sid/us-npi","value":)" + quoted(of["npi"]) + "}]");
        const std::string taxonomy = coding("http://nucc.org/provider-taxonomy", quoted(of["taxonomy"]));
        resource.add(organization ? "type" : "qualification",
                     organization ? "[" + taxonomy + "]" : R"([{"code":)" + taxonomy + "}]");
        contained_.add(resource.object());
        reference.add("reference", "\"#" + std::string(id) + "\"");
        return reference.object();
    }

    std::size_t member(const Json& of, std::string_view role, std::string_view id) {
        const std::size_t sequence = team_.next();
        team_.add(R"({"sequence":)" + std::to_string(sequence) + R"(,"role":{"coding":[{"code":")" + std::string(role) +
                  R"("}]},"provider":)" + provider(of, id) + "}");
        return sequence;
    }

    void people() {
        const auto npi = [&](std::string_view who) {
            return !claim_[who]["npi"].text.empty() || !claim_[who]["taxonomy"].text.empty();
        };
        if (npi("billing")) resource_.add("provider", provider(claim_["billing"], "billing"));
        if (npi("facility")) resource_.add("facility", provider(claim_["facility"], "facility"));
        for (const std::string_view role : {"rendering", "supervising", "ordering", "referring"})
            if (npi(role)) static_cast<void>(member(claim_[role], role, role));
    }

    void diagnoses() {
        List list;
        for (const Json& one : claim_["diagnoses"].values) {
            const bool icd9 = one.kind == Json::Kind::object;
            const Json& code = icd9 ? one["code"] : one;
            fits_ = fits_ && !code.text.empty();
            const std::size_t sequence = list.next();
            list.add(R"({"sequence":)" + std::to_string(sequence) + R"(,"diagnosisCodeableConcept":)" +
                     coding(icd9 && one["version"].text == "9" ? "http://hl7.org/fhir/sid/icd-9-cm"
                                                               : "http://hl7.org/fhir/sid/icd-10-cm",
                            quoted(code)) +
                     "}");
        }
        diagnosis_count_ = claim_["diagnoses"].values.size();
        if (!list.empty()) resource_.add("diagnosis", list.list());
    }

    bool line(const Json& line) {
        if (!has_only(line, {"line", "code", "description", "modifiers", "units", "unit_type", "charge", "from", "to",
                             "pos", "pointers", "note", "revenue_code", "ndc", "rendering", "prior_authorization"}))
            return false;
        if (!line["unit_type"].text.empty() && line["unit_type"].text != "UN") return false;
        if (line["code"].text.empty() && line["revenue_code"].text.empty()) return false;
        Members item;
        if (!line["line"].text.empty())
            item.add("sequence", is_number(line["line"].text) ? line["line"].text : quoted(line["line"]));
        Members service;
        if (!line["code"].text.empty())
            service.add("coding",
                        R"([{"system":"http://www.ama-assn.org/go/cpt","code":)" + quoted(line["code"]) + "}]");
        if (!line["description"].text.empty()) service.add("text", quoted(line["description"]));
        item.add("productOrService", service.object());
        List modifiers;
        for (const Json& one : line["modifiers"].values) {
            if (one.text.empty()) return false;
            modifiers.add(R"({"coding":[{"code":)" + quoted(one) + "}]}");
        }
        if (!modifiers.empty()) item.add("modifier", modifiers.list());
        if (!line["units"].text.empty()) item.add("quantity", decimal(line["units"]));
        if (!line["charge"].text.empty()) item.add("net", decimal(line["charge"]));
        if (!line["to"].text.empty())
            item.add("servicedPeriod", R"({"start":)" + quoted(line["from"]) + R"(,"end":)" + quoted(line["to"]) + "}");
        else if (!line["from"].text.empty())
            item.add("servicedDate", quoted(line["from"]));
        const Json& pos = line["pos"].text.empty() ? claim_["pos"] : line["pos"];
        if (pos.text.size() != 2 && !pos.text.empty()) return false;
        if (!line["pos"].text.empty() && !claim_["pos"].text.empty() && line["pos"].text != claim_["pos"].text)
            return false;
        if (!pos.text.empty())
            item.add("locationCodeableConcept",
                     coding("https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
                            quoted(pos)));
        List pointers;
        for (const Json& one : line["pointers"].values) {
            if (one.kind != Json::Kind::number || one.number() < 1 ||
                static_cast<std::size_t>(one.number()) > diagnosis_count_)
                return false;
            if (pointers.list().find("," + one.text + ",") != std::string::npos) return false;
            pointers.add(one.text);
        }
        if (!pointers.empty()) item.add("diagnosisSequence", pointers.list());
        if (!line["note"].text.empty())
            item.add("informationSequence",
                     "[" + std::to_string(info(R"("valueString":)" + quoted(line["note"]), "note")) + "]");
        if (!line["revenue_code"].text.empty())
            item.add("revenue", coding("https://www.nubc.org/CodeSystem/RevenueCodes", quoted(line["revenue_code"])));
        of_lines_ += line["rendering"]["npi"].text.empty() ? 0 : 1;
        if (!line["rendering"]["npi"].text.empty())
            item.add(
                "careTeamSequence",
                "[" + std::to_string(member(line["rendering"], "rendering", "line" + std::to_string(items_.next()))) +
                    "]");
        if (!line["prior_authorization"].text.empty())
            item.add(
                "extension",
                R"([{"url":"http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-authorizationNumber","valueString":)" +
                    quoted(line["prior_authorization"]) + "}]");
        if (const Json& ndc = line["ndc"]; !ndc["code"].text.empty()) {
            Members quantity;
            if (!ndc["quantity"].text.empty())
                quantity.add("value", is_number(ndc["quantity"].text) ? ndc["quantity"].text : quoted(ndc["quantity"]));
            if (!ndc["unit"].text.empty()) quantity.add("unit", quoted(ndc["unit"]));
            if (!ndc["qualifier"].text.empty()) return false;
            if (ndc["unit"].text.size() != 2 && !ndc["unit"].text.empty()) return false;
            item.add("detail", R"([{"sequence":1,"productOrService":)" +
                                   coding("http://hl7.org/fhir/sid/ndc", quoted(ndc["code"])) + R"(,"quantity":)" +
                                   quantity.object() + "}]");
        } else if (!line["ndc"]["quantity"].text.empty() || !line["ndc"]["unit"].text.empty()) {
            return false;
        }
        items_.add(item.object());
        return true;
    }

    const Json& claim_;
    Members resource_;
    List contained_, team_, information_, items_;
    std::size_t diagnosis_count_ = 0;
    std::size_t of_lines_ = 0;   ///< lines with a practitioner of their own
    bool fits_ = true;
};

}   // namespace

std::optional<std::string> as_fhir_claim(const Json& claim) { return Translator(claim).translate(); }

Json fit_for_fhir(Json claim) {
    const Json place = claim["pos"];
    claim.remove("pos");
    Json lines = claim["lines"];
    for (Json& line : lines.values) {
        line.remove("documentation");
        line.remove("measurements");
        if (line["pos"].text.empty() && !place.text.empty()) line.set("pos", place);
    }
    if (claim.has("lines")) claim.set("lines", lines);
    Json patient = claim["patient"];
    patient.kind = Json::Kind::object;
    if (patient["id"].text.empty()) patient.set("id", Json::of_text("patient"));
    claim.set("patient", patient);
    return claim;
}

}   // namespace deltoid::test
