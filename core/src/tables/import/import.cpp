// SPDX-License-Identifier: Apache-2.0
// Published files read and put together: bytes to rows, rows to what is kept, the parts of an edition to one pack.
#include "deltoid/import.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "sha256.hpp"
#include "sorting.hpp"
#include "tables/import/layout.hpp"

namespace deltoid {

using packs::Kept;
using packs::Reading;
using packs::Target;
using packs::text_of;

namespace {

constexpr std::size_t sniffed = std::size_t{64} << 10;   // so many bytes tell tabs from commas
constexpr std::uint64_t most_rows_above = 60;            // a title, notes and stacked captions
constexpr std::size_t most_kept = 400'000;               // four times the longest list there is

constexpr std::string_view none_of_them =
    "This is none of the files that are read: NCCI edit pairs (text), unit limits (MUE, CSV), ICD-10-CM code and order "
    "files, "
    "the ASP NDC-HCPCS crosswalk (CSV) and the physician fee schedule's relative values (PPRRVU, CSV).";

/// In a comment of a pack: one line, nothing that steers a terminal.
std::string harmless(std::string_view text) {
    std::string shown(text);
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    return shown;
}

bool same_values(const Kept& a, const Kept& b) {
    return a.key == b.key && a.code == b.code && a.column == b.column && a.flag == b.flag &&
           a.amounts[0] == b.amounts[0] && a.amounts[1] == b.amounts[1];
}

std::string dollars_of(std::int64_t cents) {
    if (cents == 0) return {};   // the schedule has no amount
    const std::string digits = std::to_string(cents % 100);
    return std::to_string(cents / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

struct PackShape {
    std::string_view columns;
    void (*write)(std::string& text, const Kept& kept);
    std::string_view comment;
};

void write_edit(std::string& text, const Kept& kept) {
    text.append(kept.key_text())
        .append("\t")
        .append(kept.key_text())
        .append("\t")
        .append(text_of(kept.from))
        .append("\t");
    if (kept.to != Day::open()) text += text_of(kept.to);
    text.append("\t").append(std::to_string(kept.column)).append("\t").append(std::to_string(kept.flag));
}

void write_limit(std::string& text, const Kept& kept) {
    text.append(kept.key_text()).append("\t").append(std::to_string(kept.amounts[0])).append("\t");
    if (kept.flag != 0) text += std::to_string(kept.flag);
}

void write_diagnosis(std::string& text, const Kept& kept) {
    text.append(kept.key_text()).append(kept.flag != 0 ? "\ty" : "\tn");
}

void write_package(std::string& text, const Kept& kept) {
    text.append(kept.key_text()).append("\t").append(kept.code_text());
}

void write_fee(std::string& text, const Kept& kept) {
    text.append(kept.key_text()).append("\t").append(dollars_of(kept.amounts[0]));
    text.append("\t").append(dollars_of(kept.amounts[1]));
}

/// By Target.
constexpr PackShape shapes[] = {
    {"first\tlast\tfrom\tto\tcolumn\tindicator", write_edit,
     "Every pair of 96372 and another code in these files, with its official days; pairs taken back from their first "
     "day on are "
     "left out."},
    {"code\tunits\tadjudication", write_limit,
     "The codes that claims with injections bring; the table has no row dates."},
    {"code\theader", write_diagnosis, "All codes; header y: the code has codes below it and is not for claims."},
    {"ndc\tcode", write_package, "All packages with an NDC of eleven digits."},
    {"code\toffice\tfacility", write_fee,
     "All codes with an amount, without modifier: relative value units times conversion factor, before the locality's "
     "adjustment."},
};

}   // namespace

class Import::Work {
public:
    void begin(std::string_view name) {
        readings_.emplace_back(name);
        cutter_ = CsvCutter();
        sha256_ = Sha256();
        pending_.clear();
        pending_at_ = 0;
        begun_ = false;
        given_up_.clear();
    }

    void feed(std::string_view bytes) {
        sha256_.update(bytes);
        if (!given_up_.empty() || reading().complaints.any()) return;
        pending_ += bytes;
        if (!begun_ && pending_.size() < sniffed) return;
        cut(false);
    }

    ImportedFile end() {
        Reading& file = reading();
        if (given_up_.empty() && !file.complaints.any()) cut(true);
        ImportedFile told;
        told.name = file.name;
        told.sha256 = sha256_.finish();
        told.rows = file.rows;
        told.kept = file.kept.size();
        if (given_up_.empty() && file.layout == nullptr && !file.complaints.any()) given_up_ = none_of_them;
        told.official = given_up_.empty() && file.layout != nullptr && !file.lacks_columns;
        if (file.layout != nullptr && !file.complaints.any()) finish_file(file);
        told.not_read = given_up_;
        told.edition = file.edition;
        if (!file.complaints.any() && given_up_.empty()) told.table = file.table;
        sha256s_.push_back(told.sha256);
        pending_ = {};
        return told;
    }

    std::vector<ImportedPack> finish(Tables& beside) {
        std::vector<ImportedPack> made;
        std::vector<bool> done(readings_.size(), false);
        for (std::size_t i = 0; i < readings_.size(); ++i) done[i] = says_less(readings_[i]);
        for (std::size_t i = 0; i < readings_.size(); ++i) {
            const Reading& first = readings_[i];
            if (done[i] || first.table.empty() || first.edition.empty()) continue;
            std::vector<std::size_t> parts;
            for (std::size_t j = i; j < readings_.size(); ++j) {
                if (done[j] || readings_[j].table != first.table || readings_[j].edition != first.edition) continue;
                done[j] = true;
                parts.push_back(j);
            }
            put_together(parts, beside, made);
        }
        for (Reading& file : readings_)
            for (Problem& problem : file.complaints.take()) problems_.push_back(std::move(problem));
        readings_.clear();
        sha256s_.clear();
        return made;
    }

    std::vector<Problem> problems() { return std::exchange(problems_, {}); }

private:
    [[nodiscard]] Reading& reading() { return readings_.back(); }

    /// Tabs anywhere part a text. Lists of diagnoses are cut at line ends alone, whatever quotations their titles hold.
    void choose_separator() {
        const std::string_view seen = std::string_view(pending_).substr(0, sniffed);
        constexpr char none = '\x1F';
        const std::string_view line = seen.substr(seen.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        const bool tabs = seen.find('\t') != std::string_view::npos;
        cutter_ = CsvCutter(packs::is_list_of_diagnoses(line) ? none : tabs ? '\t' : ',');
        begun_ = true;
        if (seen.starts_with("PK\x03\x04"))
            given_up_ = "This is a workbook or an archive. The text or CSV file that lies beside it is what is read.";
        if (seen.starts_with("\xFF\xFE") || seen.starts_with("\xFE\xFF"))
            given_up_ = "This is UTF-16 text; the published files are not.";
    }

    void cut(bool last) {
        if (!begun_) choose_separator();
        while (given_up_.empty() && !reading().complaints.any()) {
            const CsvRow* const row = cutter_.next(pending_, pending_at_, last);
            if (row == nullptr) break;
            take(*row);
        }
        const auto used = static_cast<std::size_t>(cutter_.needed_from() - pending_at_);
        pending_.erase(0, used);
        pending_at_ += used;
    }

    void take(const CsvRow& row) {
        Reading& file = reading();
        if (row.too_long || row.unbalanced_quote)
            return file.complain(row, row.too_long
                                          ? "The row is longer than any row of a table."
                                          : "A quotation mark is never closed: the file is damaged or was cut short.");
        if (file.layout == nullptr && !find_layout(row)) return;
        if (row.ends_input) return file.complain(row, "The file ends in the middle of a row: it was cut short.");
        ++file.rows;
        if (file.kept.size() >= most_kept) return file.complain(row, "There are more rows here than any table has.");
        file.layout->row(file, row);
    }

    /// Whether the row is one of the table.
    bool find_layout(const CsvRow& row) {
        Reading& file = reading();
        bool header = false;
        file.layout = packs::layout_of(file, row, header);
        if (file.layout == nullptr) {
            note_caption(file, row);
            return false;
        }
        file.column_count = row.cell_count;
        const std::string words = file.own_name() + " " + file.title;
        if (const auto why = packs::known_but_not_read(words); !why.empty()) {
            given_up_ = why;
            file.layout = nullptr;
            file.table.clear();
            return false;
        }
        file.layout->settle(file);
        return !header && !file.complaints.any();
    }

    void note_caption(Reading& file, const CsvRow& row) {
        std::vector<std::string> caption;
        for (const std::string_view cell : row.cells) {
            caption.push_back(packs::plain_words(cell.substr(0, 200)));
            if (!caption.back().empty() && file.title.size() < 4000) file.title += caption.back() + " ";
        }
        std::rotate(file.captions.begin(), file.captions.begin() + 1, file.captions.end());
        file.captions.back() = std::move(caption);
        if (const auto why = packs::known_but_not_read(file.title); !why.empty()) given_up_ = why;
        if (row.number >= most_rows_above) given_up_ = none_of_them;
    }

    static void finish_file(Reading& file) {
        if (file.rows == 0) file.complaints.at(1, "The table has no rows below its header: it was cut short.");
        file.layout->end(file);
        if (file.complaints.any()) file.kept = {};
    }

    /// The archives of CMS hold two files where one is wanted: of diagnoses the order file, which has the headers too;
    /// of fees those for everybody, not those for participants of advanced payment models.
    [[nodiscard]] bool says_less(const Reading& file) const {
        const std::string_view qualifying = "-QPP";
        for (const Reading& other : readings_) {
            if (other.table != file.table || file.table.empty()) continue;
            if (other.edition == file.edition && other.layout->has_all && !file.layout->has_all &&
                file.layout->target == Target::diagnoses)
                return true;
            if (file.layout->target == Target::fees && file.edition == other.edition + std::string(qualifying))
                return true;
        }
        return false;
    }

    /// Why the parts cannot be one edition; "" when they can. The same file twice counts once.
    std::string part_problem(std::vector<std::size_t>& parts) {
        std::vector<std::size_t> different;
        for (const std::size_t part : parts) {
            bool again = false;
            for (const std::size_t other : different) {
                again = again || sha256s_[other] == sha256s_[part];
                if (again || readings_[other].part != readings_[part].part) continue;
                return readings_[other].name + " and " + readings_[part].name + " are both edition " +
                       readings_[part].edition + " of " + readings_[part].table + ", and they differ.";
            }
            if (!again) different.push_back(part);
        }
        parts = std::move(different);
        return {};
    }

    void put_together(std::vector<std::size_t>& parts, Tables& beside, std::vector<ImportedPack>& made) {
        for (const std::size_t part : parts)
            if (readings_[part].complaints.any()) return;
        const Reading& first = readings_[parts.front()];
        if (std::string problem = part_problem(parts); !problem.empty()) {
            problems_.push_back({first.name, std::move(problem)});
            return;
        }
        std::vector<Kept> rows;
        for (const std::size_t part : parts)
            for (Kept& kept : readings_[part].kept) {
                rows.push_back(kept);
                rows.back().file = static_cast<std::uint32_t>(part);
            }
        if (!sort(rows, first.layout->target)) return;
        if (rows.empty()) {
            problems_.push_back(
                {first.name, "Nothing in edition " + first.edition + " of " + first.table + " touches injections."});
            return;
        }
        ImportedPack pack = pack_of(parts, rows);
        auto problems = beside.add(pack.file_name, pack.text);
        if (problems.empty()) made.push_back(std::move(pack));
        for (Problem& problem : problems) problems_.push_back({first.name, std::move(problem.message)});
    }

    /// By key and day, each once. Two rows that answer one question in two ways are a problem.
    bool sort(std::vector<Kept>& rows, Target target) {
        sort_rows(rows, [](const Kept& a, const Kept& b) {
            return a.key != b.key ? a.key < b.key : a.from != b.from ? a.from < b.from : a.code < b.code;
        });
        std::vector<Kept> once;
        for (const Kept& row : rows) {
            Kept* const before = once.empty() ? nullptr : &once.back();
            const bool meets = before != nullptr && before->key == row.key && row.from <= before->to;
            if (meets && same_values(*before, row)) {
                before->to = std::max(before->to, row.to);
            } else if (meets && target != Target::packages) {
                problems_.push_back({readings_[row.file].name + ":" + std::to_string(row.text_line),
                                     "The rows of " + std::string(row.key_text()) + " here and on line " +
                                         std::to_string(before->text_line) + " of " + readings_[before->file].name +
                                         " are for the same days and differ."});
                return false;
            } else {
                once.push_back(row);
            }
        }
        rows = std::move(once);
        return true;
    }

    ImportedPack pack_of(const std::vector<std::size_t>& parts, const std::vector<Kept>& rows) {
        const Reading& first = readings_[parts.front()];
        const PackShape& shape = shapes[static_cast<std::size_t>(first.layout->target)];
        ImportedPack pack;
        pack.table = first.table;
        pack.edition = first.edition;
        pack.from = first.from;
        pack.to = first.to;
        pack.rows = rows.size();
        settle_completeness(parts, pack);
        for (const Reading& file : readings_)
            if (file.table == first.table && says_less(file) && file.edition.starts_with(first.edition))
                pack.note =
                    file.name + " was left out: " + first.name +
                    (first.layout->target == Target::fees ? " is for practitioners outside of advanced payment models. "
                                                            "Import the other one alone to have its amounts."
                                                          : " says the same and more.");
        pack.file_name = pack_file_name(pack.table, pack.edition);
        std::string& text = pack.text;
        text += "# pack: " + pack.table + "\n# edition: " + pack.edition + "\n# from: " + text_of(pack.from);
        text += "\n# to: " + text_of(pack.to) + "\n# complete: " + (pack.complete ? "yes" : "no");
        text += "\n# source: " + first.source + "\n# confidence: verified\n";
        for (const std::size_t part : parts)
            text += "# made from " + harmless(readings_[part].name) + ", SHA-256 " + sha256s_[part] + "\n";
        text.append("# ").append(shape.comment).append("\n").append(shape.columns).append("\n");
        for (const Kept& row : rows) {
            shape.write(text, row);
            text += '\n';
        }
        return pack;
    }

    /// CMS publishes the pairs of a quarter in four files, cut by the first code.
    void settle_completeness(const std::vector<std::size_t>& parts, ImportedPack& pack) const {
        const Reading& first = readings_[parts.front()];
        pack.complete = first.complete;
        if (first.layout->target != Target::edits) return;
        std::string missing;
        for (int part = 1; part <= 4; ++part) {
            const auto is_it = [&](std::size_t i) { return readings_[i].part == part; };
            if (std::none_of(parts.begin(), parts.end(), is_it))
                missing += (missing.empty() ? "f" : ", f") + std::to_string(part);
        }
        pack.complete = missing.empty();
        if (!pack.complete)
            pack.note = "Of the four files of the quarter " + missing + (missing.size() > 2 ? " are" : " is") +
                        " missing: a pair that is not in the pack may still have an edit.";
    }

    std::deque<Reading> readings_;
    std::vector<std::string> sha256s_;   ///< of each reading
    std::vector<Problem> problems_;

    // The file that is being read.
    CsvCutter cutter_;
    Sha256 sha256_;
    std::string pending_;
    std::uint64_t pending_at_ = 0;   ///< where it begins in the file
    bool begun_ = false;
    std::string given_up_;   ///< it is none of the files that are read
};

std::string pack_file_name(std::string_view table, std::string_view edition) {
    std::string name;
    for (const char c : std::string(table) + "-" + std::string(edition))
        name += c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return name + ".tsv";
}

Import::Import() : work_(std::make_unique<Work>()) {}
Import::~Import() = default;

void Import::begin(std::string_view name) { work_->begin(name); }
void Import::feed(std::string_view bytes) { work_->feed(bytes); }
ImportedFile Import::end() { return work_->end(); }
std::vector<ImportedPack> Import::finish(Tables& beside) { return work_->finish(beside); }
std::vector<Problem> Import::problems() { return work_->problems(); }

}   // namespace deltoid
