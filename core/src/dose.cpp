// SPDX-License-Identifier: Apache-2.0
// Reads doses: numbers, their measures and the few words between them; the kinds of what is found say how it adds up.
#include "dose.hpp"

#include <numeric>

#include "deltoid/values.hpp"

namespace deltoid {
namespace {

/// The most steps of an amount: a kilogram, ten thousand litres, ten thousand million units.
constexpr std::int64_t most_steps = 10'000'000'000'000;
constexpr std::int64_t million = 1'000'000;

struct Word {
    std::string_view text;
    Measure measure;
};

constexpr std::array words{
    Word{"MG", milligram},
    Word{"MGS", milligram},
    Word{"MILLIGRAM", milligram},
    Word{"MILLIGRAMS", milligram},
    Word{"MCG", {DoseFamily::mass, 1000}},
    Word{"MCGS", {DoseFamily::mass, 1000}},
    Word{"UG", {DoseFamily::mass, 1000}},
    Word{"MICROGRAM", {DoseFamily::mass, 1000}},
    Word{"MICROGRAMS", {DoseFamily::mass, 1000}},
    Word{"NG", {DoseFamily::mass, 1}},
    Word{"G", gram},
    Word{"GM", gram},
    Word{"GMS", gram},
    Word{"GRAM", gram},
    Word{"GRAMS", gram},
    Word{"ML", millilitre},
    Word{"MLS", millilitre},
    Word{"CC", millilitre},
    Word{"MILLILITER", millilitre},
    Word{"MILLILITERS", millilitre},
    Word{"MILLILITRE", millilitre},
    Word{"MILLILITRES", millilitre},
    Word{"L", {DoseFamily::volume, million}},
    Word{"LITER", {DoseFamily::volume, million}},
    Word{"LITRE", {DoseFamily::volume, million}},
    Word{"UNIT", single_unit},
    Word{"UNITS", single_unit},
    Word{"U", single_unit},
    Word{"IU", single_unit},
    Word{"DOSE", {DoseFamily::doses, 1000}},
    Word{"DOSES", {DoseFamily::doses, 1000}},
    Word{"MEQ", {DoseFamily::milliequivalents, 1000}},
};

/// Words that add nothing to an amount.
constexpr std::array<std::string_view, 23> silent_words{"OF",
                                                        "IN",
                                                        "AT",
                                                        "IM",
                                                        "SC",
                                                        "SQ",
                                                        "SUBQ",
                                                        "SUBCUT",
                                                        "SUBCUTANEOUS",
                                                        "SUBCUTANEOUSLY",
                                                        "INTRAMUSCULAR",
                                                        "INTRAMUSCULARLY",
                                                        "IV",
                                                        "DEEP",
                                                        "ONCE",
                                                        "SINGLE",
                                                        "STAT",
                                                        "TODAY",
                                                        "GIVEN",
                                                        "INJECTED",
                                                        "INJECTION",
                                                        "TOTAL",
                                                        "DOSE"};
constexpr std::array<std::string_view, 8> containers{"SYRINGE", "SYRINGES", "VIAL", "VIALS", "PEN", "PENS", "AMPULE", "AMPULES"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& list) {
    for (const std::string_view one : list)
        if (same_code(word, one)) return true;
    return false;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }

/// A number without its point, and how many decimals it has.
struct Number {
    std::int64_t digits = 0;
    int decimals = 0;

    /// Times a whole number; -1 when it comes out too fine or too big.
    [[nodiscard]] std::int64_t times(std::int64_t factor) const {
        std::int64_t divisor = 1;
        for (int i = 0; i < decimals; ++i) divisor *= 10;
        const std::int64_t common = std::gcd(factor, divisor);
        factor /= common;
        divisor /= common;
        if (digits % divisor != 0 || digits / divisor > most_steps / factor) return -1;
        return digits / divisor * factor;
    }
};

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(trim(text)) {}

    Dose read() {
        Dose dose;
        while (true) {
            Term term;
            if (!read_term(term) || !settle(term) || !add(dose, term)) return {};
            if (rest_.empty()) break;
        }
        dose.readable = true;
        return dose;
    }

private:
    /// What stands between two plus signs.
    struct Term {
        std::array<std::int64_t, dose_family_count> amounts{};
        Strength strength;
        std::int64_t count = 0;   ///< 0: none
        std::int64_t second_part = 0;
        bool sign = false;   ///< an "x" stands somewhere
        bool of = false;
        bool container = false;   ///< syringes, vials or doses are named

        std::int64_t& amount(DoseFamily family) { return amounts[static_cast<std::size_t>(family)]; }
    };

    void skip_blanks() {
        constexpr std::string_view blanks = " \t\r\n,;:()=@";
        while (!rest_.empty() && blanks.find(rest_.front()) != std::string_view::npos) rest_.remove_prefix(1);
    }

    bool skip(std::string_view text) {
        if (rest_.substr(0, text.size()) != text) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    [[nodiscard]] bool at_number() const {
        return !rest_.empty() && (is_digit(rest_[0]) || (rest_.size() > 1 && rest_[0] == '.' && is_digit(rest_[1])));
    }

    bool read_term(Term& term) {
        while (true) {
            skip_blanks();
            if (rest_.empty()) return true;
            if (skip("+") || skip("&")) return !rest_.empty();
            if (skip("x") || skip("X") || skip("*") || skip("\xC3\x97")) {   // the multiplication sign in UTF-8
                term.sign = true;
            } else if (at_number()) {
                if (!read_element(term)) return false;
            } else if (rest_.front() == '.' || is_hyphen_between_words()) {
                rest_.remove_prefix(1);
            } else {
                const std::string_view word = read_word();
                if (same_code(word, "AND")) return !rest_.empty();
                if (is_one_of(word, containers))
                    term.container = true;
                else if (!is_one_of(word, silent_words))
                    return false;
                term.of |= same_code(word, "OF");
            }
        }
    }

    /// "single-dose"; never before a number, where it would be a range or a sign.
    [[nodiscard]] bool is_hyphen_between_words() const { return rest_.size() > 1 && rest_[0] == '-' && is_letter(rest_[1]); }

    std::string_view read_word() {
        std::size_t size = 0;
        while (size < rest_.size() && is_letter(rest_[size])) ++size;
        const std::string_view word = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return word;
    }

    /// "1,000.5", ".5"; commas only before three digits.
    bool read_number(Number& number) {
        int digits = 0;
        int in_group = -1;   // digits behind the last comma; -1 before the first
        while (!rest_.empty() && (is_digit(rest_[0]) || (rest_[0] == ',' && rest_.size() > 1 && is_digit(rest_[1])))) {
            if (rest_[0] == ',') {
                if (in_group == -1 ? digits == 0 || digits > 3 : in_group != 3) return false;
                in_group = 0;
            } else {
                number.digits = number.digits * 10 + (rest_[0] - '0');
                in_group += in_group >= 0 ? 1 : 0;
                if (++digits > 12) return false;
            }
            rest_.remove_prefix(1);
        }
        if (in_group != -1 && in_group != 3) return false;
        if (rest_.size() < 2 || rest_[0] != '.' || !is_digit(rest_[1])) return digits > 0;
        rest_.remove_prefix(1);
        for (; !rest_.empty() && is_digit(rest_[0]); rest_.remove_prefix(1)) {
            number.digits = number.digits * 10 + (rest_[0] - '0');
            if (++digits > 15 || ++number.decimals > 9) return false;
        }
        return true;
    }

    /// The measure behind a number, with what multiplies it ("million", "international").
    Measure read_measure_behind() {
        skip_spaces();
        if (skip("\xC2\xB5g") || skip("\xCE\xBCg")) return {DoseFamily::mass, 1000};   // micro sign, Greek mu
        std::string_view word = read_word();
        std::int64_t factor = 1;
        if (same_code(word, "MILLION")) {
            factor = million;
            skip_spaces();
            word = read_word();
        }
        const bool of_units = same_code(word, "INTERNATIONAL") || same_code(word, "USP");
        if (of_units) {
            skip_spaces();
            word = read_word();
        }
        Measure measure = read_measure(word);
        if ((factor != 1 || of_units) && measure.family != DoseFamily::units) return {};
        measure.steps *= factor;
        return measure;
    }

    void skip_spaces() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t' || rest_.front() == '-')) {
            if (rest_.front() == '-' && (rest_.size() < 2 || !is_letter(rest_[1]))) return;
            rest_.remove_prefix(1);
        }
    }

    /// A number and what it counts.
    bool read_element(Term& term) {
        Number number;
        if (!read_number(number)) return false;
        if (counts_nothing()) return set_count(term, number);
        if (rest_.substr(0, 1) == "/") return read_shared_measure(term, number);
        const std::string_view before = rest_;
        const Measure measure = read_measure_behind();
        if (measure.steps == 0) {
            rest_ = before;
            skip_spaces();
            term.container = is_one_of(read_word(), containers);
            return term.container && set_count(term, number);
        }
        const std::int64_t steps = number.times(measure.steps);
        if (steps <= 0) return false;
        return read_slash(term, measure.family, steps);
    }

    /// No measure behind the number: the end, or a multiplication.
    [[nodiscard]] bool counts_nothing() const {
        const std::string_view next = trim(rest_);
        return next.empty() || next[0] == '+' || next[0] == '*' || next[0] == ')' || next.substr(0, 2) == "\xC3\x97" ||
               (upper(next[0]) == 'X' && (next.size() == 1 || !is_letter(next[1])));
    }

    static bool set_count(Term& term, Number number) {
        const std::int64_t count = number.times(1);
        if (count <= 0 || count > 1000 || term.count != 0) return false;
        term.count = count;
        return true;
    }

    /// "400/600 mg": one measure for both. Small first numbers are fractions ("1/2 mL") and not read.
    bool read_shared_measure(Term& term, Number first) {
        skip("/");
        Number second;
        if (first.decimals != 0 || first.digits < 10 || !at_number() || !read_number(second)) return false;
        const Measure measure = read_measure_behind();
        const std::int64_t steps = measure.family == DoseFamily::mass && measure.steps != 0 ? first.times(measure.steps) : -1;
        return steps > 0 && set_parts(term, steps, second.times(measure.steps));
    }

    static bool set_parts(Term& term, std::int64_t first, std::int64_t second) {
        if (second <= 0 || first > most_steps - second || term.amount(DoseFamily::mass) != 0) return false;
        term.amount(DoseFamily::mass) = first + second;
        term.second_part = second;
        return true;
    }

    /// Behind an amount: "/mL" and "per 2 mL" make a strength of it, "/900 mg" a second part.
    bool read_slash(Term& term, DoseFamily family, std::int64_t steps) {
        const std::string_view before = rest_;
        skip_spaces();
        const bool slash = skip("/");
        if (!slash && !same_code(read_word(), "PER")) {
            rest_ = before;
            return set_amount(term, family, steps);
        }
        skip_spaces();
        Number number;
        if (!at_number())
            number.digits = 1;
        else if (!read_number(number))
            return false;
        const Measure measure = read_measure_behind();
        const std::int64_t behind = measure.steps == 0 ? -1 : number.times(measure.steps);
        if (behind <= 0) return false;
        if (slash && measure.family == DoseFamily::mass && family == DoseFamily::mass) return set_parts(term, steps, behind);
        const bool is_strength =
            measure.family == DoseFamily::volume && family != DoseFamily::volume && family != DoseFamily::doses;
        if (!is_strength || term.strength.steps != 0) return false;
        term.strength = {family, steps, behind};
        return true;
    }

    /// The same amount twice is a restatement ("1 g (1,000 mg)"); two different ones contradict each other.
    static bool set_amount(Term& term, DoseFamily family, std::int64_t steps) {
        std::int64_t& amount = term.amount(family);
        if (amount != 0 && amount != steps) return false;
        amount = steps;
        return true;
    }

    /// What a term amounts to once all of it is known.
    static bool settle(Term& term) {
        if (!settle_doses(term) || !settle_strength(term)) return false;
        int told = 0;   // besides the volume, one amount: "60 mg" and "10 units" are two doses, not one
        for (std::size_t i = 0; i < dose_family_count; ++i)
            told += i != static_cast<std::size_t>(DoseFamily::volume) && term.amounts[i] != 0 ? 1 : 0;
        if (told > 1 || (told == 0 && term.amount(DoseFamily::volume) == 0)) return false;
        if (term.container && term.count == 0) return false;
        if (term.sign && term.count == 0 && term.strength.steps == 0) return false;
        if (term.count == 1 && !term.sign && !term.container) return false;   // a number that counts nothing
        if (term.count > 1 && ((!term.sign && !term.of) || term.second_part != 0)) return false;
        for (std::int64_t& amount : term.amounts) {
            if (term.count > 1) amount *= term.count;
            if (amount > most_steps) return false;
        }
        return true;
    }

    /// "60 mg x 2 doses": a count; "60 mg, 1 dose": nothing new.
    static bool settle_doses(Term& term) {
        std::int64_t& doses = term.amount(DoseFamily::doses);
        const bool more = term.amount(DoseFamily::mass) != 0 || term.amount(DoseFamily::volume) != 0 ||
                          term.amount(DoseFamily::units) != 0 || term.strength.steps != 0;
        if (doses == 0 || !more) return true;
        if (doses % 1000 != 0 || doses > 1'000'000) return false;
        const Number number{doses / 1000, 0};
        doses = 0;
        term.container = true;
        return set_count(term, number);
    }

    static bool settle_strength(Term& term) {
        const Strength& strength = term.strength;
        if (strength.steps == 0) return true;
        std::int64_t& volume = term.amount(DoseFamily::volume);
        std::int64_t& amount = term.amount(strength.family);
        if (volume == 0 && amount == 0) return false;   // a strength alone says nothing of the dose
        const bool both = volume != 0 && amount != 0;
        if (volume == 0) {
            volume = scaled_up(amount, strength.in_volume, strength.steps);
            if (volume >= 0 && scaled_up(volume, strength.steps, strength.in_volume) != amount) volume = 0;   // not exact
            return volume >= 0;
        }
        const std::int64_t computed = scaled_up(volume, strength.steps, strength.in_volume);
        if (both) return computed == amount;
        amount = computed;
        return computed > 0;
    }

    /// Two terms are added in the families that both tell.
    bool add(Dose& dose, const Term& term) {
        const bool first = terms_++ == 0;
        if (terms_ > 4 || (!first && (dose.slashed || term.second_part != 0))) return false;
        bool common = first;
        for (std::size_t i = 0; i < dose_family_count; ++i) {
            const bool both = dose.amounts[i] != 0 && term.amounts[i] != 0;
            common |= both;
            dose.amounts[i] = first ? term.amounts[i] : both ? dose.amounts[i] + term.amounts[i] : 0;
        }
        const std::size_t mass = static_cast<std::size_t>(DoseFamily::mass);
        dose.second_part = first ? term.second_part : terms_ == 2 ? term.amounts[mass] : 0;
        dose.slashed = first && term.second_part != 0;
        if (first) dose.strength = term.strength;
        return common;
    }

    std::string_view rest_;
    int terms_ = 0;
};

}  // namespace

Dose read_dose(std::string_view text) {
    constexpr std::size_t longest = 200;   // what is longer is a note, not a dose
    if (trim(text).empty() || text.size() > longest) return {};
    return Reader(text).read();
}

Measure read_measure(std::string_view word) {
    if (word == "MU" || word == "MIU") return {DoseFamily::units, 1000 * million};
    for (const Word& one : words)
        if (same_code(word, one.text)) return one.measure;
    return {};
}

bool says_nothing_given(std::string_view text) {
    text = trim(text);
    std::size_t zeros = 0;
    while (zeros < text.size() && (text[zeros] == '0' || text[zeros] == '.')) ++zeros;
    if (zeros > 0 && text[0] == '0') {
        const std::string_view behind = trim(text.substr(zeros));
        return behind.empty() || read_measure(behind).steps != 0;
    }
    constexpr std::array<std::string_view, 6> nothing{"NONE", "NOTHING", "NIL", "NO", "NO WASTE", "NO WASTAGE"};
    return is_one_of(text, nothing);
}

std::int64_t scaled_up(std::int64_t a, std::int64_t b, std::int64_t c) {
    if (a < 0 || b < 0 || c <= 0) return -1;
    const std::int64_t common = std::gcd(b, c);
    b /= common;
    c /= common;
    if (b != 0 && a > std::numeric_limits<std::int64_t>::max() / b - c) return -1;
    return (a * b + c - 1) / c;
}

}  // namespace deltoid
