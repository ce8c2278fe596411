// SPDX-License-Identifier: Apache-2.0
// Reads a pack's header and cells. Nothing is copied: every cell is a view into the pack's text.
#include "tables/pack.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "sha256.hpp"

namespace deltoid::packs {
namespace {

std::string quoted(std::string_view text) {
    constexpr std::size_t shown = 40;   // a cell of a file that is no pack can be the whole file
    std::string result = "\"";
    result += text.substr(0, shown);
    result += text.size() > shown ? "...\"" : "\"";
    return result;
}

std::string_view take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

constexpr std::array<std::string_view, 3> confidences{"verified", "secondary", "professional"};

/// The lines of a header that mean something; every other comment is for people.
enum HeaderKey : std::size_t { pack, edition, from, to, complete, covers, source, confidence, header_keys };
constexpr std::array<std::string_view, header_keys> header_names{"pack",     "edition", "from",   "to",
                                                                 "complete", "covers",  "source", "confidence"};

struct HeaderValue {
    std::string_view text;
    std::size_t line = 0;   ///< 0: not there
};
using Header = std::array<HeaderValue, header_keys>;

/// "# from: 2024-07-01" into its place.
void read_header_line(std::string_view line, std::size_t line_number, Header& header, Complaints& complaints) {
    line = trim(line.substr(1));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto name = std::find(header_names.begin(), header_names.end(), line.substr(0, colon));
    if (name == header_names.end()) return;
    HeaderValue& value = header[static_cast<std::size_t>(name - header_names.begin())];
    if (value.line != 0) {
        complaints.at(line_number, "The header says \"" + std::string(*name) + "\" twice.");
        return;
    }
    value = {trim(line.substr(colon + 1)), line_number};
}

Day header_day(const HeaderValue& value, std::string_view name, Complaints& complaints) {
    if (const auto day = read_day(value.text)) return *day;
    complaints.at(value.line, "The header's \"" + std::string(name) + "\" is " + quoted(value.text) +
                                  ", which is not a date written YYYY-MM-DD.");
    return Day::none();
}

bool header_yes(const HeaderValue& value, Complaints& complaints) {
    if (value.text == "yes") return true;
    if (value.text != "no")
        complaints.at(value.line, "The header's \"complete\" is " + quoted(value.text) + "; it must be yes or no.");
    return false;
}

/// "J0000-J9999 G0008-G0013"
std::vector<CodeRange> header_covers(const HeaderValue& value, Complaints& complaints) {
    std::vector<CodeRange> ranges;
    std::string_view rest = value.text;
    while (!rest.empty()) {
        const auto blank = rest.find(' ');
        const std::string_view word = rest.substr(0, blank);
        rest = trim(rest.substr(std::min(word.size(), rest.size())));
        const Code first = read_code(word.substr(0, 5));
        const Code last = word.size() == 11 && word[5] == '-' ? read_code(word.substr(6)) : first;
        const bool whole = word.size() == 5 || word.size() == 11;
        if (!whole || !first.valid() || !last.valid() || last < first)
            complaints.at(value.line, "The header's \"covers\" holds " + quoted(word) +
                                          ", which is neither a code nor a range such as J0000-J9999.");
        ranges.push_back({first, last});
    }
    return ranges;
}

void require_header(const Header& header, std::size_t line, Complaints& complaints) {
    for (const HeaderKey key : {pack, edition, from, to, complete, source, confidence})
        if (header[key].line == 0)
            complaints.at(line, "The header has no line \"# " + std::string(header_names[key]) + ": ...\".");
}

void fill_edition(const Header& header, Pack& result, Complaints& complaints) {
    Edition& into = result.edition;
    into.table = header[pack].text;
    into.name = header[edition].text;
    into.source = header[source].text;
    into.from = header_day(header[from], "from", complaints);
    into.to = header[to].text == "open" ? Day::open() : header_day(header[to], "to", complaints);
    if (into.to < into.from) complaints.at(header[to].line, "The edition ends before it begins.");
    into.complete = header_yes(header[complete], complaints);
    if (const auto tag = read_confidence(header[confidence].text)) {
        into.confidence = *tag;
    } else {
        complaints.at(header[confidence].line, "The header's \"confidence\" is " + quoted(header[confidence].text) +
                                                   "; it must be verified, secondary or professional.");
    }
    if (into.name.empty()) complaints.at(header[edition].line, "The edition has no name.");
    result.covers = header_covers(header[covers], complaints);
}

std::vector<std::string_view> split_cells(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
        const auto tab = line.find('\t');
        cells.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

}  // namespace

void Complaints::at(std::size_t line, std::string message) {
    if (enough()) return;
    problems_.push_back({pack_ + ":" + std::to_string(line), std::move(message)});
}

std::string both_names(const Edition& refused, const Edition& loaded) {
    const auto name = [&](const Edition& edition) {
        return refused.name == loaded.name && refused.source != loaded.source ? edition.name + " (" + edition.source + ")"
                                                                               : edition.name;
    };
    return "The edition " + name(refused) + " of " + refused.table + " is for days that edition " + name(loaded) +
           " already covers, and they differ";
}

std::optional<Day> read_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::string_view year = text.substr(0, 4);
    const std::string_view month = text.substr(5, 2);
    const std::string_view day = text.substr(8, 2);
    if (!is_digits(year) || !is_digits(month) || !is_digits(day)) return std::nullopt;
    const Day result = Day::of(number(year), number(month), number(day));
    if (!result.known()) return std::nullopt;
    return result;
}

std::string text_of(Day day) {
    if (day == Day::open()) return "open";
    if (!day.known()) return "";
    const auto digits = [](int value, std::size_t width) {
        std::string text = std::to_string(value);
        return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
    };
    const YearMonthDay date = civil(day);
    return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

std::string text_of(Code code) {
    if (!code.valid()) return "";
    const auto text = code.text();
    return {text.begin(), text.end()};
}

Code read_code(std::string_view text) {
    if (text.size() != 5) return {};
    for (const char c : text)
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) return {};
    return Code(text);
}

std::optional<Confidence> read_confidence(std::string_view text) {
    const auto found = std::find(confidences.begin(), confidences.end(), text);
    if (found == confidences.end()) return std::nullopt;
    return static_cast<Confidence>(found - confidences.begin());
}

std::string by_rows(std::string_view header, std::size_t columns, std::string_view cells) {
    const auto rows = static_cast<std::size_t>(std::count(cells.begin(), cells.end(), '\n')) / columns;
    std::vector<std::string_view> rest(columns);   // of each column
    for (std::string_view& column : rest) {
        column = cells;
        for (std::size_t i = 0; i < rows; ++i) (void)take_line(cells);
    }
    std::string text(header);
    text.reserve(header.size() + rest.front().size());
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::string_view& column : rest) text.append(take_line(column)).append("\t");
        text.back() = '\n';
    }
    return text;
}

Pack read_header(std::string_view text, Complaints& complaints) {
    Pack result;
    result.edition.sha256 = sha256_hex(text);
    if (text.find('\r') != std::string_view::npos) {
        complaints.at(1, "The pack has carriage returns; its lines must end with a line feed alone.");
        return result;
    }
    Header header;
    std::string_view rest = text;
    std::size_t line_number = 1;
    for (; rest.starts_with('#'); ++line_number) read_header_line(take_line(rest), line_number, header, complaints);
    require_header(header, line_number, complaints);
    if (complaints.any()) return result;
    fill_edition(header, result, complaints);
    const std::string_view columns = take_line(rest);
    if (columns.empty()) complaints.at(line_number, "The line of column names is missing.");
    result.columns = split_cells(columns);
    result.rows = rest;
    result.rows_line = line_number + 1;
    return result;
}

Rows::Rows(const Pack& pack, std::span<const Column> known, Complaints& complaints)
    : known_(known),
      place_(known.size(), absent),
      cells_(pack.columns.size()),
      rest_(pack.rows),
      line_(pack.rows_line - 1),
      complaints_(complaints) {
    for (std::size_t i = 0; i < pack.columns.size(); ++i) {
        const auto same = [&](const Column& column) { return column.name == pack.columns[i]; };
        const auto found = std::find_if(known.begin(), known.end(), same);
        if (found == known.end()) {
            complain("The column " + quoted(pack.columns[i]) + " is not one of the table " + pack.edition.table + ".");
            continue;
        }
        std::size_t& place = place_[static_cast<std::size_t>(found - known.begin())];
        if (place != absent) complain("The column " + quoted(pack.columns[i]) + " stands there twice.");
        place = i;
    }
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i].required && !has_column(i)) complain("The column " + quoted(known[i].name) + " is missing.");
}

bool Rows::next() {
    while (!rest_.empty() && !complaints_.enough()) {
        std::string_view line = take_line(rest_);
        ++line_;
        std::size_t count = 0;
        for (bool more = true; more; ++count) {
            const auto tab = line.find('\t');
            if (count < cells_.size()) cells_[count] = line.substr(0, tab);
            more = tab != std::string_view::npos;
            if (more) line.remove_prefix(tab + 1);
        }
        if (count == cells_.size()) return true;
        complain("The row has " + std::to_string(count) + " cells; the columns are " + std::to_string(cells_.size()) +
                 ".");
    }
    return false;
}

void Rows::complain_of(std::size_t column, std::string_view what) {
    complain(quoted(known_[column].name) + " is " + quoted(cell(column)) + "; it must be " + std::string(what) + ".");
}

Code Rows::code(std::size_t column) {
    const Code result = read_code(cell(column));
    if (!result.valid()) complain_of(column, "a code of five digits and capital letters");
    return result;
}

Day Rows::day(std::size_t column, Day if_empty) {
    const std::string_view text = cell(column);
    if (text.empty()) return if_empty;
    if (const auto result = read_day(text)) return *result;
    complain_of(column, "a date written YYYY-MM-DD");
    return if_empty;
}

std::int32_t Rows::count(std::size_t column, std::int32_t least, std::int32_t most) {
    const std::string_view text = cell(column);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && is_digits(text);
    if (whole && value >= least && value <= most) return value;
    complain_of(column, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return 0;
}

Thousandths Rows::thousandths(std::size_t column) {
    const std::string_view text = cell(column);
    if (text.empty()) return 0;
    const Quantity quantity = read_quantity(text);
    if (quantity.valid() && quantity.value > 0) return quantity.value;
    complain_of(column, "a number above zero with at most three decimals");
    return 0;
}

std::size_t Rows::word(std::size_t column, std::span<const std::string_view> words, bool empty_is_first) {
    const std::string_view text = cell(column);
    if (text.empty() && empty_is_first) return 0;
    const auto found = std::find(words.begin(), words.end(), text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    std::string list;
    for (const std::string_view word : words) list += (list.empty() ? "" : " ") + std::string(word);
    complain_of(column, "one of: " + list);
    return 0;
}

Confidence Rows::confidence(std::size_t column) {
    if (const auto tag = read_confidence(cell(column))) return *tag;
    complain_of(column, "verified, secondary or professional");
    return Confidence::professional;
}

}  // namespace deltoid::packs
