// SPDX-License-Identifier: Apache-2.0
// What every output format is: one finding to bytes that stand by themselves, then the summary.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deltoid/checker.hpp"
#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"
#include "options.hpp"

namespace deltoid {

/// Where a finding belongs.
struct FindingScope {
    std::string_view file;          ///< "" for a claim that came from no file
    std::string_view claim;         ///< its id
    std::uint32_t claim_index = 0;  ///< unused when the finding is about the file
    std::uint32_t file_number = 0;  ///< from 0 within the batch: two files may have one name
    Kind kind = Kind::professional;
    Cents at_risk = 0;              ///< charges that an error says will deny, as the summary counts them
    std::uint32_t origin = 0;       ///< Claim::origin
};

struct FileSummary {
    std::string name;
    std::string format;
    std::uint64_t bytes = 0;
    std::uint64_t claims = 0;
    std::uint64_t lines = 0;
    bool complete = true;
};

struct Summary {
    Totals totals;
    std::vector<std::uint64_t> by_rule;   ///< findings of each rule of the catalogue
    std::vector<FileSummary> files;
    std::span<const Edition> editions;
    std::string_view held;                ///< findings as a writer that holds them wrote them

    /// A fee schedule is loaded: Totals::medicare_at_risk says something.
    [[nodiscard]] bool has_fees() const {
        for (const Edition& edition : editions)
            if (edition.table == "physician-fees") return true;
        return false;
    }
};

class Writer {
public:
    virtual ~Writer() = default;
    virtual void begin(std::string&) {}
    /// Bytes between two findings.
    [[nodiscard]] virtual std::string_view separator() const { return {}; }
    /// How many findings are held back for finish(), which is shown them in Summary::held; 0: each is written at once.
    [[nodiscard]] virtual std::size_t holds() const { return 0; }
    virtual void finding(std::string& out, const Finding& finding, const FindingScope& scope) = 0;
    virtual void finish(std::string& out, const Summary& summary) = 0;
};

[[nodiscard]] std::unique_ptr<Writer> make_json_writer(bool lines);
[[nodiscard]] std::unique_ptr<Writer> make_text_writer(bool color, bool stats);
[[nodiscard]] std::unique_ptr<Writer> make_csv_writer();
/// SARIF 2.1.0 (OASIS).
[[nodiscard]] std::unique_ptr<Writer> make_sarif_writer();
/// A FHIR R4 OperationOutcome.
[[nodiscard]] std::unique_ptr<Writer> make_fhir_writer();
/// A page to be read and printed, complete in itself.
[[nodiscard]] std::unique_ptr<Writer> make_html_writer(const Options& options);

/// Writes as `inner` does, without what names a patient or a claim.
[[nodiscard]] std::unique_ptr<Writer> make_writer_without_identifiers(std::unique_ptr<Writer> inner);

/// Whether this program has a writer of the format: the smaller engine has those of JSON only.
[[nodiscard]] bool has_writer(Format format);
/// The writer of the options' format; null for none.
[[nodiscard]] std::unique_ptr<Writer> make_writer(const Options& options);

}  // namespace deltoid
