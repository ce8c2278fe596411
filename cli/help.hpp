// SPDX-License-Identifier: Apache-2.0
// What --help prints. tests/cli/commands.test.mjs sees to it that every option is there.
#pragma once

#include <string_view>

namespace deltoid::cli::help {

inline constexpr std::string_view all = R"(Checks claims for CPT 96372 injections before they are sent.
Nothing leaves this computer.

Usage:
  deltoid check [OPTION]... FILE...   Check claims; - is standard input
  deltoid fix [OPTION]... FILE        Write the claims with their fixes applied
  deltoid replay --claims FILE... --remits FILE...
                                      What payers answered, against the rules
  deltoid template [--claim FILE]     The note to complete at an injection
  deltoid explain RULE                Explain a rule: what, why, what to do
  deltoid rules                       List all rules
  deltoid tables import|list|verify   Bring in the official tables of a quarter
  deltoid --version [--json]          Show the version and the tables in it
  deltoid COMMAND --help              Show the options of a command

Exit status: 0 nothing found, 1 something found, 2 something could not be done.
)";

inline constexpr std::string_view check =
    R"(Checks the claims in 837, CSV, FHIR and JSON files and says what will be denied,
and why.

Usage: deltoid check [OPTION]... FILE...

FILE is told by its content, not by its name; - is standard input. A folder
stands for all files below it. What is packed (.gz, .zip) is unpacked as it is
read.

What is read
  --from KIND        What the files are, where it cannot be told: x12, json,
                     csv or fhir
  --columns FILE     What columns of spreadsheets are, where their headers do
                     not tell: {"Their Header": "dos", ...} (docs/csv.md)
  --payer CLASS      Payer class of claims that do not tell theirs: medicare_b,
                     medicare_advantage, medicaid, commercial, tricare, va,
                     workers_comp or auto
  --as-of DAY        The day of the check, YYYY-MM-DD (today), or "file" for the
                     day on which each file says it was made
  --profile FILE     The practice's own choices (docs/profiles.md), or the name
                     of a built-in profile: unitedhealthcare, medicaid ...
  --tables DIR       Tables beside the built-in ones: every *.tsv in the folder
  --history FILE     Claims that were sent earlier: nothing is said of them, but
                     new claims are held against them (rules HIS001 to HIS005)
  --documentation FILE
                     Administration records (CSV), joined to the claim lines
                     that bill them (docs/documentation.md)

What is said
  --format FORMAT    text (the default), json, jsonl, sarif, csv, html or fhir
  --out FILE         Write there instead; the file appears when it is complete
  --select RULE,...  Only these rules: ids (BND003), names or families (BND)
  --ignore RULE,...  Not these
  --stats            At the end, how often each rule spoke
  --color WHEN       auto (the default: on a terminal, unless NO_COLOR is set),
                     always or never
  --no-progress      Do not show on the terminal how far the check is

How it runs
  --fail-on LEVEL    Exit status 1 for: error (the default), warning (errors and
                     warnings) or never
  --jobs N           Work on N cores (all); the output is the same

Exit status: 0 nothing found, 1 something found, 2 something could not be done.
)";

inline constexpr std::string_view fix =
    R"(Writes the claims of a file with every fix applied that nobody need be asked
about.

Usage: deltoid fix [OPTION]... FILE --out FILE

A fix that rests on the chart, deletes a line that is billed, depends on the
payer or is one of several is left to a person (--approved). The others are kept
when the finding is gone and no error came in its place. An 837 is written as the
same 837 with only those elements changed, other claims as contract JSON.

What is applied
  --approved FILE    What a person has decided, one object a line:
                     {"claim_index":0,"rule":"BND003","line":1,"fix":0}, fix
                     being the number of the chosen fix from 0, null for none
  --only-approved    That and nothing else
  --select RULE,...  Only fixes of these rules: ids, names or families (BND)
  --ignore RULE,...  None of these

What is written
  --out FILE         Write there; the file appears when it is complete
  --format FORMAT    json (one list) or jsonl (one claim a line), for an 837 too;
                     without it the name of --out says so (.json, .jsonl)
  --diff             Show what is changed; without --out, only that
  --no-progress      Do not show on the terminal how far the run is

What is read
  --from KIND        What the file is, where it cannot be told: x12, json, csv
                     or fhir
  --columns FILE     What columns of a spreadsheet are (docs/csv.md)
  --payer CLASS      Payer class of claims that do not tell theirs
  --as-of DAY        The day of the check, YYYY-MM-DD (today), or "file"
  --profile FILE     The practice's own choices (docs/profiles.md), or the name
                     of a built-in profile: unitedhealthcare, medicaid ...
  --tables DIR       Tables beside the built-in ones: every *.tsv in the folder

How it runs
  --fail-on LEVEL    Exit status 1 when of what is written there is left: error
                     (the default), warning (errors and warnings) or never
  --jobs N           Work on N cores (all); the output is the same

Exit status: 0 nothing is left, 1 something is, 2 something could not be done.
)";

inline constexpr std::string_view replay =
    R"(Holds what the payers answered against what the rules say of the same claims:
what was caught before, what was missed and why, and what was flagged but paid.

Usage: deltoid replay [OPTION]... --claims FILE... --remits FILE...

What is read
  --claims FILE...   The claims as they were sent; - is standard input
  --remits FILE...   Remittances (835) and claim acknowledgements (277CA)
  --from KIND        What the claims are, where it cannot be told: x12 or json
  --payer CLASS      Payer class of claims that do not tell theirs
  --as-of DAY        The day of the check, YYYY-MM-DD (today), or "file" for the
                     day on which each file of claims says it was made
  --profile FILE     The practice's own choices (docs/profiles.md), or the name
                     of a built-in profile: unitedhealthcare, medicaid ...
  --tables DIR       Tables beside the built-in ones: every *.tsv in the folder
  --history FILE     Claims that were sent before these

What is written
  --format FORMAT    text (the default) or json, which has every list whole
  --out FILE         Write there instead; the file appears when it is complete
  --no-progress      Do not show on the terminal how far the run is

Exit status: 0 the report was made, 2 something could not be done.
)";

inline constexpr std::string_view note_template =
    R"(Writes the note to complete at an injection: what the record must say, in the
order of the work, with the rules that ask for it.

Usage: deltoid template [OPTION]... [--claim FILE]

Without a claim it has every line that a rule asks for. With one it has a note
for each line of 96372, for each of its drugs where there are several: the day
and the drug filled in, and what a record says already; asked is what this
payer, drug and place want. What the claim bills stands beside it in brackets.

  --claim FILE       Claims: 837, CSV, FHIR or JSON; - is standard input
  --format FORMAT    text (the default), plain (without what is in brackets) or
                     json
  --out FILE         Write there instead; the file appears when it is complete

With --claim
  --from KIND        What the file is, where it cannot be told: x12, json, csv
                     or fhir
  --columns FILE     What columns of a spreadsheet are (docs/csv.md)
  --documentation FILE
                     Administration records (CSV): what they say is filled in
  --payer CLASS      Payer class of claims that do not tell theirs
  --as-of DAY        The day of the check, YYYY-MM-DD (today), or "file"
  --profile FILE     The practice's own choices (docs/profiles.md), or the name
                     of a built-in profile: unitedhealthcare, medicaid ...
  --tables DIR       Tables beside the built-in ones: every *.tsv in the folder
  --select RULE,...  Ask only what these rules ask: ids, names or families (DOC)
  --ignore RULE,...  Not what these ask

Exit status: 0 a note was written, 1 no claim has a line of 96372, 2 something
could not be done.
)";

inline constexpr std::string_view explain = R"(Explains a rule: what it says, why, what to do, where it is written.

Usage: deltoid explain [--format FORMAT] RULE

RULE is an id (BND003) or a name (visit-without-25).

  --format FORMAT    text (the default), json or markdown
)";

inline constexpr std::string_view rules = R"(Lists all rules with their usual level and what they say.

Usage: deltoid rules [--format FORMAT]

  --format FORMAT    text (the default) or json
)";

inline constexpr std::string_view tables = R"(Brings in the official tables and tells which there are.

Usage:
  deltoid tables import FILE... --out DIR   Read official files into packs
  deltoid tables list [DIR]                 The packs in DIR and the built-in ones
  deltoid tables verify DIR                 Whether the packs in DIR can be used
)";

inline constexpr std::string_view tables_import = R"(Reads the official files of a quarter into packs for check --tables DIR.

Usage: deltoid tables import FILE... --out DIR

FILE is a file as CMS publishes it, or the zip in which it comes: edit pairs (NCCI
PTP, as text), unit limits (MUE, CSV), ICD-10-CM code or order file, ASP NDC-HCPCS
crosswalk (CSV), relative values of the physician fee schedule (PPRRVU, CSV). Keep
the names: they tell the quarter. The parts of a quarter are given together.

  --out DIR          Write the packs there
  --no-progress      Do not show on the terminal how far the import is

Exit status: 0 all was read, 2 something could not be; the rest is written.
)";

inline constexpr std::string_view tables_list = R"(Lists the built-in packs, and those of a folder.

Usage: deltoid tables list [--format FORMAT] [DIR]

  --format FORMAT    text (the default) or json
)";

inline constexpr std::string_view tables_verify = R"(Says whether the packs of a folder can be used, together and with the built-in
ones.

Usage: deltoid tables verify DIR

Exit status: 0 they can, 1 some cannot, 2 the folder could not be read.
)";

}  // namespace deltoid::cli::help
