// SPDX-License-Identifier: Apache-2.0
// The part of the border that only the full engine has: pages of rules, and every source beside claims.
#include <optional>

#include "border.hpp"
#include "deltoid/csv.hpp"
#include "deltoid/fixer.hpp"
#include "deltoid/import.hpp"
#include "deltoid/notes.hpp"
#include "replay/json_out.hpp"

namespace border {
namespace {

std::optional<deltoid::Import>& import() {
    static std::optional<deltoid::Import> import;
    return import;
}

std::optional<deltoid::Fixer>& fixer() {
    static std::optional<deltoid::Fixer> fixer;
    return fixer;
}

/// What the core tells of an import and of fixes, as JSON.
class Account : deltoid::replay::JsonOut {
public:
    using JsonOut::JsonOut;

    void write(const deltoid::ImportedFile& file) {
        object([&] {
            text("name", file.name);
            text("sha256", file.sha256);
            text("table", file.table);
            text("edition", file.edition);
            number("rows", file.rows);
            number("kept", file.kept);
            boolean("official", file.official);
            text("not_read", file.not_read);
        });
    }

    void write(const std::vector<deltoid::ImportedPack>& packs, const std::vector<deltoid::Problem>& problems) {
        object([&] {
            each("packs", packs, [&](const deltoid::ImportedPack& pack) { write(pack); });
            write("problems", problems);
        });
    }

    void write(const deltoid::RecordsJoined& joined) {
        object([&] {
            number("records", joined.records);
            number("records_apart", joined.records_apart);
            number("lines", joined.lines);
            number("lines_without", joined.lines_without);
            each("apart", joined.apart, [&](const deltoid::RecordsJoined::Record& record) {
                object([&] {
                    text("file", record.file);
                    number("row", record.row);
                    text("claim", record.claim);
                    text("why", record.why);
                });
            });
            each("without", joined.without, [&](const deltoid::RecordsJoined::Claim& claim) {
                object([&] {
                    text("file", claim.file);
                    number("claim_index", claim.index);
                    text("claim", claim.id);
                });
            });
            write("problems", joined.sentences());
        });
    }

    void write(deltoid::Fixer& fixer) {
        const deltoid::FixTotals& fixed = fixer.fixed();
        object([&] {
            boolean("writes_837", fixer.writes_837());
            number("claims", fixed.claims);
            number("claims_changed", fixed.claims_changed);
            number("fixes", fixed.fixes);
            number("lines_deleted", fixed.lines_deleted);
            number("as_read", fixed.as_read);
            number("unread", fixed.unread);
            number("unwritten", fixed.unwritten);
            number("errors_left", fixer.left().errors);
            number("warnings_left", fixer.left().warnings);
            write("problems", fixer.problems());
            write("unwritten_told", fixer.unwritten());
        });
    }

private:
    void write(const deltoid::ImportedPack& pack) {
        object([&] {
            text("file_name", pack.file_name);
            text("table", pack.table);
            text("edition", pack.edition);
            day("from", pack.from);
            day("to", pack.to == deltoid::Day::open() ? deltoid::Day() : pack.to);
            boolean("complete", pack.complete);
            number("rows", pack.rows);
            text("note", pack.note);
            text("text", pack.text);
        });
    }

    void write(std::string_view key, const std::vector<deltoid::Problem>& problems) {
        each(key, problems, [&](const deltoid::Problem& problem) {
            object([&] {
                text("path", problem.path);
                text("message", problem.message);
            });
        });
    }
};

template <class... What>
const View* account(What&&... what) {
    std::string json;
    Account(json).write(what...);
    return keep(std::move(json));
}

}  // namespace

EXPORT("catalogue") const View* catalogue() { return keep(deltoid::catalogue("json")); }

EXPORT("explain") const View* explain(std::size_t rule) { return keep(deltoid::explain(text(rule), "json")); }

EXPORT("joined") const View* joined() { return account(session().joined()); }

EXPORT("csvPreview") const View* csv_preview(std::size_t bytes, std::size_t columns) {
    return keep(deltoid::csv_preview(text(bytes), text(columns, bytes)));
}

EXPORT("readNote") const View* read_note(std::size_t note) { return keep(deltoid::read_note(text(note))); }

EXPORT("importBegin") void import_begin(std::size_t name) {
    if (!import()) import().emplace();
    import()->begin(text(name));
}

EXPORT("importFeed") void import_feed(std::size_t bytes) { import()->feed(text(bytes)); }

EXPORT("importEnd") const View* import_end() { return account(import()->end()); }

EXPORT("importFinish") const View* import_finish() {
    if (!import()) import().emplace();
    const auto tables = deltoid::Tables::copy_of_built_in();
    const auto packs = import()->finish(*tables);
    const View* told = account(packs, import()->problems());
    import().reset();
    return told;
}

// The approvals follow the name. Their problems; nothing when the second reading may begin.
EXPORT("fixBegin") const View* fix_begin(std::size_t name, std::size_t approved, bool only_approved) {
    fixer().emplace(session(), text(name), deltoid::Fixer::Form::as_read);
    if (only_approved) fixer()->only_approved();
    return keep(approved == 0 ? std::string() : as_json(fixer()->approve(text(approved, name))));
}

EXPORT("fixBuffer") char* fix_buffer(std::size_t size) { return fixer()->buffer(size).data(); }

EXPORT("fixFeed") const View* fix_feed(std::size_t size) { return view(fixer()->feed(size)); }

EXPORT("fixFinish") const View* fix_finish() { return view(fixer()->finish()); }

EXPORT("fixReport") const View* fix_report() {
    const View* told = account(*fixer());
    fixer().reset();
    return told;
}

}  // namespace border
