// SPDX-License-Identifier: Apache-2.0
// A look at a spreadsheet before it is checked: what its columns were understood as, for a screen where that is put
// right.
#pragma once

#include <string>
#include <string_view>

namespace deltoid {

/// What the first bytes of a file (64 KiB are enough) look like as rows of claims. UTF-8, Latin-1 and UTF-16 alike.
/// `columns` is the session option of that name, a JSON object {"Their Header": "our_name"}; an empty name is a column
/// that is not to be read. The answer is one JSON object:
///
///     { "csv": true,                     false: the file is something else; what follows is a guess
///       "separator": ";", "header_row": 1,
///       "columns": [ { "header": "Proc Code", "name": "code", "label": "procedure or drug code", "how": "header",
///                      "samples": ["99213", "96372"] } ],
///       "missing": ["dos"],              of claim_id, dos and code; without dos and code nothing can be checked
///       "rows": [["A-1", "99213"]],      the first rows below the header
///       "names": [ { "name": "dx", "label": "diagnoses", "numbered": 12 } ],
///       "problems": [ { "path": "/Their Header", "message": "" } ] }
///
/// `how` says by what a column is understood: "mapping", "header", "none", or "twice" when another one tells the same
/// and is read. `samples` are its first different cells. `names` are all columns that there are; numbered: 12 has dx1
/// to dx12.
///
/// Nothing of the file is kept.
[[nodiscard]] std::string csv_preview(std::string_view bytes, std::string_view columns = "{}");

}   // namespace deltoid
