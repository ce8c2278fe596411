// SPDX-License-Identifier: Apache-2.0
// A look at a spreadsheet before it is checked: what its columns were understood as, for a screen where that is put right.
#pragma once

#include <string>
#include <string_view>

namespace deltoid {

/// What the first bytes of a file (64 KiB are enough) look like as rows of claims. UTF-8, Latin-1 and UTF-16 alike.
/// `columns` is the session option of that name, a JSON object {"Their Header": "our_name"}; an empty name is a column
/// that is not to be read. The answer is one JSON object:
///
///     { "csv": true,                     false: the file is something else; `separator` and what follows are a guess
///       "separator": ";", "header_row": 1,
///       "columns": [ { "header": "Proc Code", "name": "code", "label": "procedure or drug code",
///                      "how": "header",                     "mapping" | "header" | "none" | "twice" (another one tells the same)
///                      "samples": ["99213", "96372"] } ],   its first different cells
///       "missing": ["dos"],              of claim_id, dos and code; without dos and code nothing can be checked
///       "rows": [["A-1", "99213"]],      the first rows below the header, as texts
///       "names": [ { "name": "claim_id", "label": "claim number", "numbered": 0 } ],   every column that there is; numbered:
///                                        dx has dx1 to dx12
///       "problems": [ { "path": "/Their Header", "message": "" } ] }
///
/// Nothing of the file is kept.
[[nodiscard]] std::string csv_preview(std::string_view bytes, std::string_view columns = "{}");

}   // namespace deltoid
