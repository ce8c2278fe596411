// SPDX-License-Identifier: Apache-2.0
// What every reader is, and whom it tells: bytes of one input go in, claims and what was wrong with the bytes come out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "deltoid/claim.hpp"
#include "deltoid/finding.hpp"

namespace deltoid {

struct CsvMapping;   // readers/csv_columns.hpp

/// Whom a reader tells. Views are good during the call only.
class Sink {
public:
    virtual ~Sink() = default;
    /// A claim is complete. `troubles` are findings about its own bytes (a fifth modifier, a date out of shape ...).
    virtual void claim(Claim& claim, std::span<const Finding> troubles) = 0;
    /// A finding about the file: an envelope, an encoding. Said where it is seen, with its place.
    virtual void trouble(const Finding& finding) = 0;
};

/// What a reader knows of its input when it ends.
struct InputEnd {
    std::string_view format = "unknown";   ///< "837P", "json", "ndjson", "835" ... for the summary
    std::uint64_t claims = 0;
    std::uint64_t lines = 0;
    bool complete = true;                  ///< false: truncated, or left at a limit
    Day made;                              ///< the day the file says it was made; none() when it does not say
};

/// The most bytes one claim may take (SRC005).
inline constexpr std::size_t claim_size_limit = std::size_t{16} << 20;

class Reader {
public:
    virtual ~Reader() = default;

    /// Reads what is complete in `bytes`: the unread tail of the last call with what has come since, in one piece.
    /// `offset` is where bytes.data() lies in the input. Returns how many bytes it is done with; the rest comes again,
    /// maybe elsewhere in memory. Must make progress or need more: a tail never grows over claim_size_limit.
    [[nodiscard]] virtual std::size_t read(std::span<const char> bytes, std::uint64_t offset, Sink& sink) = 0;

    /// The same for the end of the input: everything left must be read, named or counted.
    virtual void end(std::span<const char> bytes, std::uint64_t offset, Sink& sink) = 0;

    [[nodiscard]] virtual InputEnd summary() const = 0;
};

/// X12 interchanges; says what it is when it is another transaction than 837P.
[[nodiscard]] std::unique_ptr<Reader> make_x12_reader();
/// Rows of claims, as spreadsheets write them. `mapping` must outlive it.
[[nodiscard]] std::unique_ptr<Reader> make_csv_reader(std::span<const CsvMapping> mapping = {});
/// Contract JSON: one claim, an array, {"claims": [...]}, one claim per line.
[[nodiscard]] std::unique_ptr<Reader> make_json_reader();
/// FHIR Claims and ExplanationOfBenefits: one, a Bundle, an array, one resource per line.
[[nodiscard]] std::unique_ptr<Reader> make_fhir_reader();

}  // namespace deltoid
