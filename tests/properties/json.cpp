// SPDX-License-Identifier: Apache-2.0
// Laws of the JSON reader and writer, over claims made at random from the table of fields and over damaged files.
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "json_text.hpp"
#include "unit/json_support.hpp"

using namespace deltoid;
using deltoid::test::read_json;
using deltoid::test::Reading;

namespace {

class Maker {
public:
    explicit Maker(std::uint32_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_()) % limit; }
    bool chance(std::uint32_t in) { return below(in) == 0; }

    /// An object with some members of a part, each of a shape that the contract allows.
    void part(std::string& out, Part which) {
        out += '{';
        std::string open_group;
        bool first = true;
        const auto comma = [&] {
            if (!first) out += ',';
            first = false;
        };
        const auto leave = [&] {
            if (open_group.empty()) return;
            out += '}';
            open_group.clear();
            first = false;
        };
        for (const FieldRow& row : field_rows()) {
            if (row.part != which || !chance(3)) continue;
            const auto slash = row.pointer.rfind('/');
            const std::string group(row.pointer.substr(0, slash));
            if (group != open_group) {
                leave();
                if (!group.empty()) {
                    comma();
                    out.append("\"").append(group.substr(1)).append("\":{");
                    first = true;
                    open_group = group;
                }
            }
            comma();
            out.append("\"").append(row.pointer.substr(slash + 1)).append("\":");
            value(out, row);
        }
        leave();
        if (which == Part::line && chance(2)) {
            comma();
            out += "\"documentation\":";
            part(out, Part::documentation);
        }
        out += '}';
    }

    /// Bytes taken away, put in, changed or said twice.
    std::string damaged(std::string text) {
        static constexpr std::string_view marks = "{}[]\",:\\\n\r\t 0x\xFF\x01";
        for (std::uint32_t times = 1 + below(4); times > 0 && !text.empty(); --times) {
            const std::size_t at = below(static_cast<std::uint32_t>(text.size()));
            switch (below(5)) {
                case 0:
                    text.erase(at, 1 + below(20));
                    break;
                case 1:
                    text.insert(at, 1, marks[below(static_cast<std::uint32_t>(marks.size()))]);
                    break;
                case 2:
                    text[at] = marks[below(static_cast<std::uint32_t>(marks.size()))];
                    break;
                case 3:
                    text.insert(at, text.substr(at, 1 + below(30)));
                    break;
                default:
                    text.resize(at);
                    break;
            }
        }
        return text;
    }

private:
    void value(std::string& out, const FieldRow& row) {
        static constexpr std::array<std::string_view, 8> texts{
            "", "96372", " 25 ", "D51.0", "J\xC3\xB6rg \xF0\x9F\x92\x89", "a\"b\\c\n", "null", "{\"claims\":[1]}"};
        if (chance(12)) {
            out += "null";
            return;
        }
        if (row.field == Field::kind) {
            out += chance(2) ? "\"professional\"" : "\"Institutional\"";
            return;
        }
        if (row.field == Field::payer_class) {
            out += chance(2) ? "\"medicare_b\"" : chance(2) ? "\"Auto\"" : "\"unknown\"";
            return;
        }
        switch (row.type) {
            case FieldType::text:
                append_json_string(out, texts[below(texts.size())]);
                break;
            case FieldType::integer:
                out += chance(2) ? std::to_string(below(1000)) : "\"0" + std::to_string(below(99)) + "\"";
                break;
            case FieldType::boolean:
                out += chance(3) ? "\"True\"" : chance(2) ? "true" : "false";
                break;
            case FieldType::money:
            case FieldType::quantity:
                number(out);
                break;
            case FieldType::date:
                out += chance(3) ? "20260915" : chance(2) ? "\"2026-09-15\"" : "\"20260915T1020\"";
                break;
            case FieldType::list:
                list(out, row.field);
                break;
        }
    }

    void number(std::string& out) {
        static constexpr std::array<std::string_view, 8> numbers{"0",     "-1",     "12.50",   "1e3",
                                                                 "\"7\"", "\".5\"", "\"1,5\"", "99999999999999999999"};
        out += numbers[below(numbers.size())];
    }

    void list(std::string& out, Field field) {
        static constexpr std::array<std::string_view, 6> modifiers{"\"25\"", "\"\"", "null", "59", "\"jz\"", "\" LT\""};
        static constexpr std::array<std::string_view, 8> pointers{"1",       "\"B\"",  "\"X\"", "0",
                                                                  "\"1:2\"", "\"12\"", "null",  "\"1-2\""};
        static constexpr std::array<std::string_view, 6> diagnoses{
            "\"D51.0\"", "\"\"", "null", "7", R"({"code":"281.0","version":"9"})", R"({"code":"Z23","version":10})"};
        static constexpr std::array<std::string_view, 4> measurements{R"({"name":"h","value":31.20})", "{}",
                                                                      R"({"value":"1"})", "null"};
        out += '[';
        for (std::uint32_t i = 0, count = below(4); i < count; ++i) {
            if (i != 0) out += ',';
            switch (field) {
                case Field::lines:
                    part(out, Part::line);
                    break;
                case Field::line_modifiers:
                    out += modifiers[below(modifiers.size())];
                    break;
                case Field::line_pointers:
                    out += pointers[below(pointers.size())];
                    break;
                case Field::line_measurements:
                    out += measurements[below(measurements.size())];
                    break;
                default:
                    out += diagnoses[below(diagnoses.size())];
                    break;
            }
        }
        out += ']';
    }

    std::mt19937 random_;
};

std::string file_of(Maker& maker) {
    const std::uint32_t shape = maker.below(4);
    std::string text = shape == 1 ? "[\n" : shape == 2 ? R"({"version":1,"claims":[)" : "";
    for (std::uint32_t i = 0, count = shape == 0 ? 1 : 1 + maker.below(5); i < count; ++i) {
        if (i != 0) text += shape == 3 ? "\n" : maker.chance(2) ? ",\n" : ", ";
        maker.part(text, Part::claim);
    }
    return text + (shape == 1 ? "]" : shape == 2 ? R"(],"note":"end"})" : "\n");
}

void check_same(const Reading& one, const Reading& other) {
    CHECK(one.claims == other.claims);
    CHECK(one.findings == other.findings);
    CHECK(one.end.format == other.end.format);
    CHECK(one.end.claims == other.end.claims);
    CHECK(one.end.lines == other.end.lines);
    CHECK(one.end.complete == other.end.complete);
}

}   // namespace

TEST_CASE("claims in are claims counted, and a proper file has no findings") {
    Maker maker(1);
    for (int i = 0; i < 500; ++i) {
        std::string text;
        maker.part(text, Part::claim);
        const Reading one = read_json(text);
        INFO(text);
        REQUIRE(one.end.claims == 1);
        REQUIRE(one.claims.size() == 1);
        REQUIRE(one.findings.empty());
    }
    for (int i = 0; i < 200; ++i) {
        const std::string text = file_of(maker);
        const Reading whole = read_json(text);
        INFO(text);
        REQUIRE(whole.findings.empty());
        REQUIRE(whole.claims.size() == whole.end.claims);
        REQUIRE(whole.end.complete);
    }
}

TEST_CASE("a claim written and read again is the same claim") {
    Maker maker(2);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        maker.part(text, Part::claim);
        const Reading first = read_json(text);
        INFO(text);
        REQUIRE(first.claims.size() == 1);
        const Reading again = read_json(first.claims[0]);
        REQUIRE(again.claims == first.claims);
        REQUIRE(again.findings.empty());
    }
}

TEST_CASE("however a file is cut into chunks, the reader says the same") {
    Maker maker(3);
    for (int i = 0; i < 60; ++i) {
        const std::string text = i % 2 == 0 ? file_of(maker) : maker.damaged(file_of(maker));
        const Reading whole = read_json(text);
        INFO(text);
        for (const std::size_t chunk :
             {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}})
            check_same(read_json(text, chunk), whole);
    }
    const std::string text =
        "\xEF\xBB\xBF"
        R"({"meta":{"a":"\"}"},"claims":[{"id":"A","total_charge":12.50},7,{"id":"\u00fc"}],"x":[{}]})"
        "\n{\"id\":\"B\"}";
    const Reading whole = read_json(text);
    CHECK(whole.claims.size() == 4);
    for (std::size_t chunk = 1; chunk < text.size(); ++chunk) check_same(read_json(text, chunk), whole);
}

TEST_CASE("whatever is damaged, every claim handed over is counted and what is lost is told") {
    Maker maker(4);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = maker.damaged(file_of(maker));
        const Reading reading = read_json(text);
        INFO(text);
        REQUIRE(reading.claims.size() == reading.end.claims);
        REQUIRE((reading.end.complete || !reading.findings.empty()));
    }
}
