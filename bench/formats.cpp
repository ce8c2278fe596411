// SPDX-License-Identifier: Apache-2.0
// How fast each kind of input is read and worked on, natively and in WebAssembly, as a table and as JSON. Makes its own
// files: the same claims in every format.
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "inputs.hpp"
#include "telling.hpp"

namespace {

using namespace deltoid::bench;
using nlohmann::json;

constexpr std::string_view usage = R"(Usage: formats [OPTIONS] FOLDER

Makes files of the same claims in every format in FOLDER, and measures over each: reading alone, the whole work, the
same with the engine in Node. MB/s, claims a second, the ratio to a bare memchr tokenizer over the 837P, memory.

  --claims N     claims in each file (20000)
  --rounds N     the best of N counts (3)
  --notes FOLDER where the notes are (tests/notes)
  --wasm FILE    measures the engine in Node as well, through this script (bench/wasm.mjs)
  --json FILE    writes the figures there as well
  --help         this text
)";

struct Arguments {
    std::uint32_t claims = 20'000;
    unsigned rounds = 3;
    std::string notes = "tests/notes", wasm, json, folder;
};

struct Told {
    std::string name, things;
    std::uint64_t bytes = 0;
    Measured reader, native, wasm;   ///< seconds are 0 where it was not measured
};

double megabytes_a_second(const Told& told, const Measured& measured) {
    return measured.seconds <= 0 ? 0 : static_cast<double>(told.bytes) / 1e6 / measured.seconds;
}

// --- measuring ----------------------------------------------------------------------------------------------------

std::uint64_t size_of(const std::vector<std::string>& files, bool answers_alone) {
    std::uint64_t bytes = 0;
    for (const std::string& file : files)
        if (!answers_alone || has_answers(file)) bytes += std::filesystem::file_size(file);
    return bytes;
}

Worked measure_wasm(const Arguments& arguments, const Row& row) {
    std::vector<std::string> words{"node",
                                   arguments.wasm,
                                   "--full",
                                   "--rounds",
                                   std::to_string(arguments.rounds),
                                   "--work",
                                   std::string(work_names[static_cast<std::size_t>(row.work)]),
                                   "--options",
                                   options_of(row.work)};
    words.insert(words.end(), row.files.begin(), row.files.end());
    const Ran ran = run_program(words, true);
    const json told = json::parse(ran.output, nullptr, false);
    if (ran.status != 0 || told.is_discarded()) {
        std::fprintf(stderr, "%s broke off over %s\n", arguments.wasm.c_str(), row.files[0].c_str());
        std::exit(2);
    }
    Worked worked;
    worked.all.seconds = told["seconds"];
    worked.all.claims = told["claims"];
    worked.all.findings = told["findings"];
    worked.all.output = told["output"];
    worked.all.peak = told["memory"];
    worked.answers.seconds = told["answers_seconds"];
    worked.answers.claims = told["answers"];
    return worked;
}

/// A row, and behind a replay one of its answers alone.
void measure(const Arguments& arguments, const Row& row, std::vector<Told>& told) {
    std::fprintf(stderr, "measuring %s\n", row.name.c_str());
    Told one{row.name, row.things, size_of(row.files, false), {}, {}, {}};
    Worked native = in_child<Worked>([&] { return measure_work(row.work, row.files, arguments.rounds); });
    native.all.peak = in_child<std::uint64_t>([&] { return measure_peak(row.work, row.files); });
    if (row.work == Work::check)
        one.reader = in_child<Measured>([&] { return measure_reader(read_file(row.files[0]), arguments.rounds); });
    const Worked wasm = arguments.wasm.empty() ? Worked() : measure_wasm(arguments, row);
    if (!arguments.wasm.empty() && wasm.all.claims != native.all.claims) {
        std::fprintf(stderr, "%s: the engine in Node counts %llu %s and not %llu\n", row.name.c_str(),
                     static_cast<unsigned long long>(wasm.all.claims), row.things.c_str(),
                     static_cast<unsigned long long>(native.all.claims));
        std::exit(2);
    }
    one.native = native.all;
    one.wasm = wasm.all;
    told.push_back(one);
    if (row.work == Work::replay)
        told.push_back({"835 and 277CA of it", "answers", size_of(row.files, true), {}, native.answers, wasm.answers});
}

// --- telling ------------------------------------------------------------------------------------------------------

double a_second(const Measured& measured) {
    return measured.seconds <= 0 ? 0 : static_cast<double>(measured.claims) / measured.seconds;
}

std::string shown_speed(double speed) { return shown(speed, speed < 10 ? 1 : 0); }

void print_row(const Told& told, double yardstick) {
    const auto speed = [&](const Measured& measured) { return megabytes_a_second(told, measured); };
    const std::string things = shown(a_second(told.native), 0) + " " + told.things;
    std::printf("| %-31s | %7.1f | %6s | %6s | %16s | %9s | %8s | %6s | %9s | %8s |\n", told.name.c_str(),
                static_cast<double>(told.bytes) / 1e6, shown_speed(speed(told.reader)).c_str(),
                shown_speed(speed(told.native)).c_str(), things.c_str(),
                shown(speed(told.native) / yardstick, 3).c_str(), shown_memory(told.native.peak).c_str(),
                shown_speed(speed(told.wasm)).c_str(), shown(speed(told.wasm) / yardstick, 3).c_str(),
                shown_memory(told.wasm.peak).c_str());
}

void print_table(const std::vector<Told>& told, double yardstick) {
    std::printf("| %-31s | %7s | %6s | %6s | %16s | %9s | %8s | %6s | %9s | %8s |\n", "input", "MB", "reader", "MB/s",
                "a second", "yardstick", "memory", "wasm", "yardstick", "memory");
    std::printf(
        "|---------------------------------|--------:|-------:|-------:|-----------------:|----------:|---------:|"
        "-------:|----------:|---------:|\n");
    for (const Told& one : told) print_row(one, yardstick);
}

json as_json(const Told& told, const Measured& measured, double yardstick) {
    json measure{{"seconds", measured.seconds}, {"mb_per_second", megabytes_a_second(told, measured)}};
    measure["ratio_to_yardstick"] = megabytes_a_second(told, measured) / yardstick;
    measure[told.things] = measured.claims;
    measure[told.things + "_per_second"] = a_second(measured);
    if (measured.findings != 0) measure["findings"] = measured.findings;
    if (measured.output != 0) measure["output_bytes"] = measured.output;
    if (measured.peak != 0) measure["peak_memory_bytes"] = measured.peak;
    return measure;
}

json as_json(const std::vector<Told>& told, double yardstick) {
    json rows = json::array();
    for (const Told& one : told) {
        json row{{"name", one.name}, {"bytes", one.bytes}, {"native", as_json(one, one.native, yardstick)}};
        if (one.reader.seconds > 0) row["reader"] = as_json(one, one.reader, yardstick);
        if (one.wasm.seconds > 0) row["wasm"] = as_json(one, one.wasm, yardstick);
        rows.push_back(std::move(row));
    }
    return {{"yardstick_mb_per_second", yardstick}, {"inputs", rows}};
}

template <class Number>
bool read_number(const std::string& text, Number& number) {
    const char* end = text.data() + text.size();
    return std::from_chars(text.data(), end, number).ptr == end && number > 0;
}

bool read_option(std::string_view name, const std::string& value, Arguments& arguments) {
    if (name == "--claims") return read_number(value, arguments.claims);
    if (name == "--rounds") return read_number(value, arguments.rounds);
    if (name == "--notes") return arguments.notes = value, true;
    if (name == "--wasm") return arguments.wasm = value, true;
    if (name == "--json") return arguments.json = value, true;
    return false;
}

}   // namespace

int main(int count, char** words) {
    Arguments arguments;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--help" || word == "-h") return std::fputs(usage.data(), stdout) < 0 ? 2 : 0;
        if (!word.starts_with("--") && arguments.folder.empty())
            arguments.folder = word;
        else if (i + 1 == count || !read_option(word, words[++i], arguments)) {
            std::fprintf(stderr, "formats does not understand %s; formats --help says what it knows\n", words[i]);
            return 2;
        }
    }
    if (arguments.folder.empty()) return std::fputs(usage.data(), stderr), 2;
    const std::vector<Row> rows = InputMaker(arguments.folder, arguments.claims, arguments.notes).make();
    const auto tokenized =
        in_child<Measured>([&] { return measure_tokenizer(read_file(rows[0].files[0]), arguments.rounds); });
    const double yardstick = static_cast<double>(size_of(rows[0].files, false)) / 1e6 / tokenized.seconds;
    std::vector<Told> told;
    for (const Row& row : rows) measure(arguments, row, told);
    std::printf("%u claims in each format, 2 %% with a defect; the yardstick: %.0f MB/s\n\n", arguments.claims,
                yardstick);
    print_table(told, yardstick);
    if (!arguments.json.empty()) write_json(arguments.json, as_json(told, yardstick));
    return 0;
}
