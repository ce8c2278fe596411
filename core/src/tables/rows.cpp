// SPDX-License-Identifier: Apache-2.0
// Cells to typed rows, table by table, and the order that the rows of a pack must keep.
#include "tables/rows.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

#include "dose.hpp"
#include "sorting.hpp"

namespace deltoid::packs {
namespace {

constexpr std::int32_t most_units = 1'000'000;

/// The names of CodeSet, in its order.
constexpr std::array<std::string_view, code_set_count> set_names{
    "injection", "injection-predecessor", "visit", "nurse-visit", "preventive-visit", "drug", "unlisted-drug",
    "vaccine", "vaccine-influenza", "vaccine-pneumococcal", "vaccine-hepatitis-b", "vaccine-covid",
    "vaccine-after-exposure", "vaccine-administration", "allergen-product", "allergen-injection", "rsv-antibody",
    "skin-test", "toxin", "drug-administration", "procedure-with-drug", "inpatient-visit", "emergency-visit", "supply",
    "evaluation-and-management", "immune-globulin", "preventive-service"};

/// The names of DiagnosisSet, in its order.
constexpr std::array<std::string_view, diagnosis_set_count> diagnosis_set_names{
    "external-cause", "female", "male", "manifestation", "maternity", "newborn", "status", "symptom", "unspecified"};

DiagnosisCode diagnosis_code(Rows& rows, std::size_t column) {
    const std::string_view text = rows.cell(column);
    const DiagnosisCode code(text);
    bool plain = code.valid() && code.text().size() == text.size();
    for (const char c : text) plain = plain && (c < 'a' || c > 'z');
    if (!plain) rows.complain_of(column, "an ICD-10-CM code in capital letters without its dot");
    return code;
}

NdcCode ndc_code(Rows& rows, std::size_t column) {
    const NdcCode ndc(rows.cell(column));
    if (!ndc.valid()) rows.complain_of(column, "an NDC of eleven digits");
    return ndc;
}

/// How a table's rows stand in a pack: the columns by name, and how one row is read from its cells. Columns named
/// confidence, source and note are for people, but in the drug pack.
template <class Row>
struct Format;

template <>
struct Format<EditRow> {
    enum : std::size_t { first, last, from, to, column, indicator };
    static constexpr std::array<Column, 6> columns{
        {{"first"}, {"last"}, {"from"}, {"to"}, {"column"}, {"indicator"}}};
    static void read(Rows& rows, EditRow& row) {
        row.first = rows.code(first);
        row.last = rows.code(last);
        row.column = static_cast<std::uint8_t>(rows.count(column, 1, 2));
        row.indicator = static_cast<std::uint8_t>(rows.count(indicator, 0, 9));
        if (row.indicator > 1 && row.indicator < 9) rows.complain_of(indicator, "0, 1 or 9");
    }
};

template <>
struct Format<UnitLimitRow> {
    enum : std::size_t { code, from, to, units, adjudication };
    static constexpr std::array<Column, 5> columns{
        {{"code"}, {"from", false}, {"to", false}, {"units"}, {"adjudication", false}}};
    static void read(Rows& rows, UnitLimitRow& row) {
        row.code = rows.code(code);
        row.units = rows.count(units, 0, most_units);
        if (!rows.cell(adjudication).empty())
            row.adjudication = static_cast<std::uint8_t>(rows.count(adjudication, 0, 3));
    }
};

template <>
struct Format<PlaceRow> {
    enum : std::size_t { code, from, to, place_class, note };
    static constexpr std::array<Column, 5> columns{{{"place"}, {"from"}, {"to"}, {"class"}, {"note", false}}};
    static constexpr std::array<std::string_view, 6> classes{"office",    "facility",       "facility-for-some-payers",
                                                             "telehealth", "encounter-rate", "unassigned"};
    static void read(Rows& rows, PlaceRow& row) {
        row.code = static_cast<std::uint8_t>(rows.count(code, 1, 99));
        if (row.code != 0 && rows.cell(code).size() != 2) rows.complain_of(code, "two digits from 01 to 99");
        row.place_class = static_cast<PlaceClass>(rows.word(place_class, classes));
    }
};

template <>
struct Format<CodeRow> {
    enum : std::size_t { code, from, to, coverage, note };
    static constexpr std::array<Column, 5> columns{{{"code"}, {"from"}, {"to"}, {"coverage", false}, {"note", false}}};
    static void read(Rows& rows, CodeRow& row) {
        row.code = rows.code(code);
        const std::string_view letter = rows.cell(coverage);
        if (letter.empty()) return;
        row.coverage = letter.front();
        if (letter.size() != 1 || std::string_view("CDIMS").find(letter) == std::string_view::npos)
            rows.complain_of(coverage, "one of: C D I M S");
    }
};

template <>
struct Format<SuccessorRow> {
    enum : std::size_t { code, from, to, successor, factor, full_units_only, confidence, note };
    static constexpr std::array<Column, 8> columns{{{"code"}, {"from"}, {"to"}, {"successor"}, {"factor"},
                                                    {"full_units_only"}, {"confidence", false}, {"note", false}}};
    static constexpr std::array<std::string_view, 2> no_yes{"n", "y"};
    static void read(Rows& rows, SuccessorRow& row) {
        row.code = rows.code(code);
        if (rows.cell(successor) != "none") row.successor = rows.code(successor);
        row.factor = rows.thousandths(factor);
        row.full_units_only = rows.word(full_units_only, no_yes, true) == 1;
        if (rows.has_column(confidence)) row.confidence = rows.confidence(confidence);
    }
};

template <>
struct Format<CodeSetRow> {
    enum : std::size_t { set, first, last, from, to, confidence, source };
    static constexpr std::array<Column, 7> columns{
        {{"set"}, {"first"}, {"last"}, {"from"}, {"to"}, {"confidence", false}, {"source", false}}};
    static void read(Rows& rows, CodeSetRow& row) {
        row.set = static_cast<CodeSet>(rows.word(set, set_names));
        row.first = rows.code(first);
        row.last = rows.code(last);
        if (rows.has_column(confidence)) (void)rows.confidence(confidence);
    }
};

template <>
struct Format<DiagnosisRow> {
    enum : std::size_t { code, from, to, header, confidence, source };
    static constexpr std::array<Column, 6> columns{
        {{"code"}, {"from", false}, {"to", false}, {"header"}, {"confidence", false}, {"source", false}}};
    static constexpr std::array<std::string_view, 2> no_yes{"n", "y"};
    static void read(Rows& rows, DiagnosisRow& row) {
        row.code = diagnosis_code(rows, code);
        row.header = rows.word(header, no_yes) == 1;
        if (rows.has_column(confidence)) (void)rows.confidence(confidence);
    }
};

template <>
struct Format<DiagnosisSetRow> {
    enum : std::size_t { set, first, last, from, to, confidence, source };
    static constexpr std::array<Column, 7> columns{
        {{"set"}, {"first"}, {"last"}, {"from"}, {"to"}, {"confidence", false}, {"source", false}}};
    static void read(Rows& rows, DiagnosisSetRow& row) {
        row.set = static_cast<DiagnosisSet>(rows.word(set, diagnosis_set_names));
        row.first = diagnosis_code(rows, first);
        row.last = diagnosis_code(rows, last);
        if (rows.has_column(confidence)) (void)rows.confidence(confidence);
    }
};

template <>
struct Format<NdcBillingRow> {
    enum : std::size_t { ndc, code, from, to };
    static constexpr std::array<Column, 4> columns{{{"ndc"}, {"code"}, {"from", false}, {"to", false}}};
    static void read(Rows& rows, NdcBillingRow& row) {
        row.ndc = ndc_code(rows, ndc);
        row.code = rows.code(code);
    }
};

template <>
struct Format<NdcMarketRow> {
    enum : std::size_t { ndc, from, to };
    static constexpr std::array<Column, 3> columns{{{"ndc"}, {"from"}, {"to"}}};
    static void read(Rows& rows, NdcMarketRow& row) { row.ndc = ndc_code(rows, ndc); }
};

template <>
struct Format<FeeRow> {
    enum : std::size_t { code, from, to, office, facility };
    static constexpr std::array<Column, 5> columns{
        {{"code"}, {"from", false}, {"to", false}, {"office"}, {"facility"}}};
    static void read(Rows& rows, FeeRow& row) {
        row.code = rows.code(code);
        row.office = amount(rows, office);
        row.facility = amount(rows, facility);
    }
    static Cents amount(Rows& rows, std::size_t column) {
        constexpr Thousandths most = 1'000'000'000;   // no service costs a million dollars
        const Thousandths value = rows.thousandths(column);
        if (value % 10 != 0 || value > most) rows.complain_of(column, "dollars with at most two decimals");
        return value / 10;
    }
};

template <>
struct Format<DrugRow> {
    enum : std::size_t {
        code, from, to, substance, drug_class, unit_amount, unit_measure, unit_style, routes, container, doses,
        dose_min, dose_max, admin, complex_list, self_administered, esa, waste, dx_support, dx_against, interval_min,
        interval_max, course_max, sex, age_min, age_max, payer_notes, confidence, conf_fields, sources
    };
    static constexpr std::array<Column, 30> columns{
        {{"code"}, {"from"}, {"to"}, {"substance"}, {"class"}, {"unit_amount"}, {"unit_measure"}, {"unit_style"},
         {"routes"}, {"container"}, {"doses"}, {"dose_min"}, {"dose_max"}, {"admin"}, {"complex_list"}, {"sad"},
         {"esa"}, {"jw_jz"}, {"dx_support"}, {"dx_against"}, {"interval_min_days"}, {"interval_max_days"},
         {"course_max"}, {"sex"}, {"age_min"}, {"age_max"}, {"payer_notes"}, {"confidence"}, {"conf_fields"},
         {"sources"}}};
    static constexpr std::array<std::string_view, 3> styles{"each", "up_to", "per_dose"};
    static constexpr std::array<std::string_view, 4> containers{"unknown", "single", "multi", "both"};
    static constexpr std::array<std::string_view, 8> administrations{"96372", "none",  "procedure", "9638x",
                                                                     "9047x", "95115", "96401",     "96402"};
    static constexpr std::array<std::string_view, 3> waste_modifiers{"n", "y", "varies"};

    static void read(Rows& rows, DrugRow& row) {
        row.code = rows.code(code);
        row.unit_amount = rows.thousandths(unit_amount);
        const Measure measure = read_measure(rows.cell(unit_measure));
        row.measure_family = static_cast<std::uint8_t>(measure.family);
        row.measure_steps = measure.steps;
        row.unit_style = static_cast<UnitStyle>(rows.word(unit_style, styles));
        row.container = static_cast<Container>(rows.word(container, containers, true));
        row.administration = static_cast<Administration>(rows.word(admin, administrations));
        row.complex_list = rows.cell(complex_list) == "y";
        row.waste_modifier = static_cast<WasteModifier>(rows.word(waste, waste_modifiers));
        row.confidence = rows.confidence(confidence);
        read_texts(rows, row);
    }

    static void read_texts(const Rows& rows, DrugRow& row) {
        row.substance = rows.cell(substance);
        row.drug_class = rows.cell(drug_class);
        row.unit_measure = rows.cell(unit_measure);
        row.routes = rows.cell(routes);
        row.doses = rows.cell(doses);
        row.dose_min = rows.cell(dose_min);
        row.dose_max = rows.cell(dose_max);
        row.administration_text = rows.cell(admin);
        row.self_administered = rows.cell(self_administered);
        row.esa = rows.cell(esa);
        row.dx_support = rows.cell(dx_support);
        row.dx_against = rows.cell(dx_against);
        row.interval_min_days = rows.cell(interval_min);
        row.interval_max_days = rows.cell(interval_max);
        row.course_max = rows.cell(course_max);
        row.sex = rows.cell(sex);
        row.age_min = rows.cell(age_min);
        row.age_max = rows.cell(age_max);
        row.payer_notes = rows.cell(payer_notes);
        row.conf_fields = rows.cell(conf_fields);
        row.sources = rows.cell(sources);
        read_labelled_units(row);
    }

    /// Once for all lines: the labelled doses as billing units.
    static void read_labelled_units(DrugRow& row) {
        const Quantity least = read_quantity(row.dose_min), most = read_quantity(row.dose_max);
        if (!least.valid() || !most.valid() || row.unit_amount <= 0) return;
        const auto units = [&](Thousandths dose) { return dose <= 0 ? 0 : (dose - 1) / row.unit_amount + 1; };
        row.least_units = units(least.value);
        row.most_units = units(most.value);
        const std::string_view all = row.doses;
        const Quantity first = read_quantity(all.substr(0, all.find('|')));
        const Quantity last = read_quantity(all.substr(all.rfind('|') + 1));   // npos + 1 is the begin
        const Quantity interval = read_quantity(row.interval_min_days);
        constexpr Thousandths two_weeks = 14'000;   // long-acting products in single-dose containers
        row.listed_doses_only = row.container == Container::single && row.unit_style == UnitStyle::each &&
                                interval.valid() && interval.value >= two_weeks && first.valid() && last.valid() &&
                                units(first.value) == row.least_units && units(last.value) == row.most_units;
    }
};

std::uint64_t first_key(const EditRow& row) { return row.first.packed(); }
std::uint64_t last_key(const EditRow& row) { return row.last.packed(); }
std::uint64_t first_key(const CodeSetRow& row) { return row.first.packed(); }
std::uint64_t last_key(const CodeSetRow& row) { return row.last.packed(); }
std::uint64_t key_of(const PlaceRow& row) { return row.code; }
std::uint64_t key_of(const DiagnosisRow& row) { return row.code.key(); }
std::uint64_t key_of(const NdcBillingRow& row) { return row.ndc.key(); }
std::uint64_t key_of(const NdcMarketRow& row) { return row.ndc.key(); }
template <class Row>
std::uint64_t key_of(const Row& row) {
    return row.code.packed();
}
template <class Row>
std::uint64_t first_key(const Row& row) {
    return key_of(row);
}
template <class Row>
std::uint64_t last_key(const Row& row) {
    return key_of(row);
}

// Codes of one shape lie in one block of 2^26 numbers (values.hpp); within a block they have the order of their texts.
// Diagnoses and NDCs have one shape, and the order of their texts.
template <class Row>
constexpr unsigned text_bits = 26;
template <>
constexpr unsigned text_bits<DiagnosisRow> = 63;
template <>
constexpr unsigned text_bits<DiagnosisSetRow> = 63;
template <>
constexpr unsigned text_bits<NdcBillingRow> = 63;
template <>
constexpr unsigned text_bits<NdcMarketRow> = 63;

template <class Row>
constexpr bool rows_add_up = false;
template <>
constexpr bool rows_add_up<SuccessorRow> = true;
template <>
constexpr bool rows_add_up<CodeSetRow> = true;
template <>
constexpr bool rows_add_up<DiagnosisSetRow> = true;
template <>
constexpr bool rows_add_up<NdcBillingRow> = true;

/// Set names are in the order of their texts, as the codes are.
std::string_view leading_key(const CodeSetRow& row) { return name_of(row.set); }
std::string_view leading_key(const DiagnosisSetRow& row) { return name_of(row.set); }
template <class Row>
std::string_view leading_key(const Row&) { return {}; }

bool same_answer(const EditRow& a, const EditRow& b) { return a.column == b.column && a.indicator == b.indicator; }

bool same_answer(const UnitLimitRow& a, const UnitLimitRow& b) {
    return a.units == b.units && a.adjudication == b.adjudication;
}

bool same_answer(const PlaceRow& a, const PlaceRow& b) { return a.place_class == b.place_class; }

bool same_answer(const CodeRow&, const CodeRow&) { return true; }   // both say that the code is valid

bool same_answer(const DiagnosisRow& a, const DiagnosisRow& b) { return a.header == b.header; }

bool same_answer(const NdcMarketRow&, const NdcMarketRow&) { return true; }   // both say that it is marketed

bool same_answer(const FeeRow& a, const FeeRow& b) { return a.office == b.office && a.facility == b.facility; }

bool same_answer(const SuccessorRow& a, const SuccessorRow& b) {
    return a.successor == b.successor && a.factor == b.factor && a.full_units_only == b.full_units_only;
}

bool same_answer(const DrugRow& a, const DrugRow& b) {
    const auto texts = [](const DrugRow& row) {
        return std::array{row.substance, row.drug_class, row.unit_measure, row.routes, row.doses, row.dose_min,
                          row.dose_max, row.administration_text, row.self_administered, row.esa, row.dx_support,
                          row.dx_against, row.interval_min_days, row.interval_max_days, row.course_max, row.sex,
                          row.age_min, row.age_max};
    };
    return a.unit_amount == b.unit_amount && a.unit_style == b.unit_style && a.container == b.container &&
           a.administration == b.administration && a.complex_list == b.complex_list &&
           a.waste_modifier == b.waste_modifier && texts(a) == texts(b);
}

std::string key_text(const EditRow& row) {
    return text_of(row.first) + (row.last == row.first ? std::string() : "-" + text_of(row.last));
}

std::string key_text(const CodeSetRow& row) {
    return text_of(row.first) + (row.last == row.first ? std::string() : "-" + text_of(row.last));
}

std::string ndc_text(NdcCode ndc) {
    const std::string digits = std::to_string(ndc.valid() ? ndc.key() - 1 : 0);
    return std::string(digits.size() < 11 ? 11 - digits.size() : 0, '0') + digits;
}

std::string key_text(const DiagnosisRow& row) { return std::string(row.code.text()); }

std::string key_text(const DiagnosisSetRow& row) {
    return std::string(row.first.text()) + (row.last == row.first ? std::string() : "-" + std::string(row.last.text()));
}

std::string key_text(const NdcBillingRow& row) { return ndc_text(row.ndc); }

std::string key_text(const NdcMarketRow& row) { return ndc_text(row.ndc); }

std::string key_text(const PlaceRow& row) { return (row.code < 10 ? "0" : "") + std::to_string(row.code); }

template <class Row>
std::string key_text(const Row& row) {
    return text_of(row.code);
}

// Rows that add up are not compared, but for successors.
template <class Row>
bool same_answer(const Row&, const Row&) {
    return true;
}

/// A list of the diagnoses for claims has no headers.
bool may_be_left_out(const DiagnosisRow& row) { return row.header; }
/// The official list of edits has no rows for pairs without one.
bool may_be_left_out(const EditRow& row) { return !row.bundles(); }
template <class Row>
bool may_be_left_out(const Row&) {
    return false;
}

/// A pack without the columns from and to is a table without row dates: it speaks from its edition's first day on.
void read_days(Rows& rows, const Pack& pack, const RowKind& kind, Dated& row) {
    row.from = rows.has_column(kind.from) ? rows.day(kind.from, Day::none()) : pack.edition.from;
    row.to = rows.day(kind.to, Day::open());
    if (row.to < row.from) rows.complain("The row ends before it begins.");
}

/// Sees the rows in the order of the file and complains when they are not sorted or speak twice. Rows seen must stay
/// where they are.
class Order {
public:
    explicit Order(const RowKind& kind) : kind_(kind) {}

    void take(Rows& rows, const Dated& row) {
        const std::uint64_t first = kind_.first_key(row), last = kind_.last_key(row);
        if (last < first || shape_of(first) != shape_of(last)) {
            rows.complain("The range " + kind_.key_text(row) +
                          " does not run from a lower to a higher code of one shape.");
            return;
        }
        if (previous_ != nullptr && sorts_before(row, *previous_))
            rows.complain("The row of " + kind_.key_text(row) + " is out of order: rows are sorted by key, then by from.");
        else if (!kind_.adds_up)
            check_overlap(rows, row);
        previous_ = &row;
    }

private:
    [[nodiscard]] std::size_t shape_of(std::uint64_t key) const { return static_cast<std::size_t>(key >> kind_.text_bits); }

    [[nodiscard]] bool sorts_before(const Dated& a, const Dated& b) const {
        const std::string_view lead_a = kind_.leading_key(a), lead_b = kind_.leading_key(b);
        if (lead_a != lead_b) return lead_a < lead_b;
        const std::uint64_t texts = (std::uint64_t{1} << kind_.text_bits) - 1;
        const std::uint64_t key_a = kind_.first_key(a) & texts, key_b = kind_.first_key(b) & texts;
        return key_a != key_b ? key_a < key_b : a.from < b.from;
    }

    void check_overlap(Rows& rows, const Dated& row) {
        const std::uint64_t first = kind_.first_key(row);
        const Dated* const before = std::exchange(last_of_shape_[shape_of(first)], &row);
        if (before == nullptr || kind_.last_key(*before) < first) return;
        const bool same_key = kind_.first_key(*before) == first && kind_.last_key(*before) == kind_.last_key(row);
        if (!same_key || row.from <= before->to)
            rows.complain("The rows of " + kind_.key_text(*before) + " and " + kind_.key_text(row) +
                          " hold on the same days.");
    }

    const RowKind& kind_;
    const Dated* previous_ = nullptr;
    std::array<const Dated*, 64> last_of_shape_{};   // within a shape the order of texts is the order of keys
};

}  // namespace

std::string_view name_of(CodeSet set) { return set_names[static_cast<std::size_t>(set)]; }
std::string_view name_of(DiagnosisSet set) { return diagnosis_set_names[static_cast<std::size_t>(set)]; }

template <class Row>
const RowKind& row_kind() {
    static_assert(std::is_trivially_copyable_v<Row> && alignof(Row) <= alignof(std::uint64_t));
    static constexpr RowKind kind{
        sizeof(Row),
        Format<Row>::columns,
        Format<Row>::from,
        Format<Row>::to,
        text_bits<Row>,
        rows_add_up<Row>,
        [](Rows& rows, void* place) -> Dated& {
            Row& row = *new (place) Row;
            Format<Row>::read(rows, row);
            return row;
        },
        [](const Dated& row) { return first_key(static_cast<const Row&>(row)); },
        [](const Dated& row) { return last_key(static_cast<const Row&>(row)); },
        [](const Dated& row) { return leading_key(static_cast<const Row&>(row)); },
        [](const Dated& row) { return key_text(static_cast<const Row&>(row)); },
        [](const Dated& a, const Dated& b) { return same_answer(static_cast<const Row&>(a), static_cast<const Row&>(b)); },
        [](const Dated& row) { return may_be_left_out(static_cast<const Row&>(row)); },
    };
    return kind;
}

template const RowKind& row_kind<EditRow>();
template const RowKind& row_kind<UnitLimitRow>();
template const RowKind& row_kind<PlaceRow>();
template const RowKind& row_kind<CodeRow>();
template const RowKind& row_kind<SuccessorRow>();
template const RowKind& row_kind<CodeSetRow>();
template const RowKind& row_kind<DrugRow>();
template const RowKind& row_kind<DiagnosisRow>();
template const RowKind& row_kind<DiagnosisSetRow>();
template const RowKind& row_kind<NdcBillingRow>();
template const RowKind& row_kind<NdcMarketRow>();
template const RowKind& row_kind<FeeRow>();

void RowList::make_room(std::size_t rows) {
    bytes_ = std::make_unique<std::byte[]>(rows * kind_->size);
    size_ = 0;
}

void RowList::sort() {
    const auto before = [](const void* list, std::uint32_t i, std::uint32_t j) {
        const RowList& rows = *static_cast<const RowList*>(list);
        const std::uint64_t a = rows.first_key(i), b = rows.first_key(j);
        return a != b ? a < b : rows[i].from < rows[j].from;
    };
    auto sorted = std::make_unique<std::byte[]>(size_ * kind_->size);
    std::byte* to = sorted.get();
    for (const std::uint32_t position : sorted_positions(size_, this, before)) {
        std::memcpy(to, place(position), kind_->size);
        to += kind_->size;
    }
    bytes_ = std::move(sorted);
}

RowList read_rows(const RowKind& kind, const Pack& pack, Complaints& complaints) {
    RowList result(kind);
    Rows rows(pack, kind.columns, complaints);
    if (complaints.any()) return result;
    // All at once: the order is checked against rows that must not move meanwhile.
    result.make_room(static_cast<std::size_t>(std::count(pack.rows.begin(), pack.rows.end(), '\n')) + 1);
    Order order(kind);
    while (rows.next()) {
        const std::size_t complaints_before = complaints.count();
        Dated& row = result.read(rows);
        read_days(rows, pack, kind, row);
        if (complaints.count() == complaints_before) order.take(rows, row);
    }
    if (result.size() == 0 && !complaints.any()) complaints.at(pack.rows_line, "The pack has no rows.");
    result.sort();
    return result;
}

}  // namespace deltoid::packs
