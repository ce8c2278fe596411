// SPDX-License-Identifier: Apache-2.0
// How fast the checker is: every measure over every file in one run, best of several rounds, as a table and as JSON.
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "child.hpp"
#include "measures.hpp"
#include "telling.hpp"

namespace {

using namespace deltoid::bench;
using nlohmann::json;

constexpr std::string_view usage = R"(Usage: bench [OPTIONS] FILE...

Measures over each 837P file, in memory, in pieces of 1 MiB: a bare memchr tokenizer (the yardstick), the reader alone,
the whole check to jsonl, and its memory.

  --rounds N    the best of N counts (5)
  --cli FILE    measures this command line as well, with one and with two workers
  --wasm FILE   measures the engine in Node as well, through this script (bench/wasm.mjs)
  --json FILE   writes the figures there as well
  --select A,B  with these rules alone
  --help        this text
)";

struct Arguments {
    unsigned rounds = 5;
    std::string cli, wasm, json, select;
    std::vector<std::string> files;
};

struct Row {
    std::string name;
    Measured measured;
};

struct File {
    std::string path;
    std::uint64_t bytes = 0;
    std::vector<Row> rows;   ///< the yardstick first
};

double megabytes_a_second(const File& file, const Row& row) {
    return static_cast<double>(file.bytes) / 1e6 / row.measured.seconds;
}

// --- measuring ----------------------------------------------------------------------------------------------------

Measured measure_wasm(const Arguments& arguments, const std::string& path) {
    const Ran ran = run_program({"node", arguments.wasm, "--rounds", std::to_string(arguments.rounds), "--options",
                                 check_options(arguments.select), path}, true);
    const json told = json::parse(ran.output, nullptr, false);
    if (ran.status != 0 || told.is_discarded()) {
        std::fprintf(stderr, "%s broke off\n", arguments.wasm.c_str());
        std::exit(2);
    }
    Measured measured;
    measured.seconds = told["seconds"];
    measured.claims = told["claims"];
    measured.findings = told["findings"];
    measured.output = told["output"];
    measured.peak = told["memory"];
    return measured;
}

/// The command line from its start to its end, with the output thrown away. Its status tells only of findings.
Measured measure_cli(const Arguments& arguments, const std::string& path, std::string_view jobs, const Measured& same) {
    Measured best;
    for (unsigned round = 0; round < arguments.rounds; ++round) {
        std::vector<std::string> words{arguments.cli, "check", "--format", "jsonl", "--as-of", std::string(as_of),
                                       "--no-progress", "--jobs", std::string(jobs), path};
        if (!arguments.select.empty()) words.insert(words.end(), {"--select", arguments.select});
        const Ran ran = run_program(words, false);
        if (ran.status != 0 && ran.status != 1) {
            std::fprintf(stderr, "%s ended with status %d\n", arguments.cli.c_str(), ran.status);
            std::exit(2);
        }
        if (round == 0 || ran.seconds < best.seconds) best.seconds = ran.seconds;
        best.peak = std::max(best.peak, ran.peak);
    }
    best.claims = same.claims;
    best.findings = same.findings;
    return best;
}

File measure_file(const Arguments& arguments, const std::string& path) {
    File file;
    file.path = path;
    const auto add = [&](std::string name, auto measure) {
        std::fprintf(stderr, "%s: %s\n", path.c_str(), name.c_str());
        file.rows.push_back({std::move(name), measure()});
    };
    const auto in_memory = [&](auto measure) {
        return [&, measure] { return in_child<Measured>([&] { return measure(read_file(path), arguments.rounds); }); };
    };
    file.bytes = in_child<std::uint64_t>([&] { return std::uint64_t{read_file(path).size()}; });
    add("tokenizer (the yardstick)",
        in_memory([](const std::string& bytes, unsigned n) { return measure_tokenizer(bytes, n); }));
    add("reader", in_memory([](const std::string& bytes, unsigned n) { return measure_reader(bytes, n); }));
    const std::string options = check_options(arguments.select);
    add("check, native",
        in_memory([&](const std::string& bytes, unsigned n) { return measure_check(bytes, n, options); }));
    Measured& checked = file.rows.back().measured;
    const auto memory = in_child<Measured>([&] { return measure_memory(path, file.bytes, options); });
    checked.peak = memory.peak;
    checked.index_per_claim = memory.index_per_claim;
    const Measured native = checked;
    if (!arguments.wasm.empty()) add("check, wasm in Node", [&] { return measure_wasm(arguments, path); });
    if (arguments.cli.empty()) return file;
    add("command line, --jobs 1", [&] { return measure_cli(arguments, path, "1", native); });
    add("command line, --jobs 2", [&] { return measure_cli(arguments, path, "2", native); });
    return file;
}

// --- telling ------------------------------------------------------------------------------------------------------

void print_table(const File& file) {
    std::printf("%s: %.1f MB, %llu claims, %llu findings\n\n", file.path.c_str(), static_cast<double>(file.bytes) / 1e6,
                static_cast<unsigned long long>(file.rows[2].measured.claims),
                static_cast<unsigned long long>(file.rows[2].measured.findings));
    std::printf("| %-26s | %7s | %9s | %10s | %9s | %11s |\n", "", "MB/s", "claims/s", "findings/s", "yardstick",
                "peak memory");
    std::printf("|----------------------------|--------:|----------:|-----------:|----------:|------------:|\n");
    for (const Row& row : file.rows) {
        const Measured& m = row.measured;
        const double speed = megabytes_a_second(file, row);
        const double yardstick = megabytes_a_second(file, file.rows.front());
        std::printf("| %-26s | %7.0f | %9s | %10s | %9.2f | %11s |\n", row.name.c_str(), speed,
                    shown(static_cast<double>(m.claims) / m.seconds, 0).c_str(),
                    shown(static_cast<double>(m.findings) / m.seconds, 0).c_str(), speed / yardstick,
                    shown_memory(m.peak).c_str());
    }
    std::printf("\nThe day index holds %llu bytes a claim.\n\n",
                static_cast<unsigned long long>(file.rows[2].measured.index_per_claim));
}

json as_json(const File& file) {
    json rows = json::array();
    for (const Row& row : file.rows) {
        const Measured& m = row.measured;
        json told{{"name", row.name}, {"seconds", m.seconds}, {"mb_per_second", megabytes_a_second(file, row)}};
        told["ratio_to_yardstick"] = file.rows.front().measured.seconds / m.seconds;
        if (m.claims != 0) told["claims_per_second"] = static_cast<double>(m.claims) / m.seconds;
        if (m.claims != 0) told["findings_per_second"] = static_cast<double>(m.findings) / m.seconds;
        if (m.output != 0) told["output_bytes"] = m.output;
        if (m.peak != 0) told["peak_memory_bytes"] = m.peak;
        if (m.index_per_claim != 0) told["index_bytes_per_claim"] = m.index_per_claim;
        rows.push_back(std::move(told));
    }
    const Measured& checked = file.rows[2].measured;
    return {{"file", file.path},
            {"bytes", file.bytes},
            {"claims", checked.claims},
            {"findings", checked.findings},
            {"measures", rows}};
}

bool read_option(std::string_view name, const std::string& value, Arguments& arguments) {
    if (name == "--cli") return arguments.cli = value, true;
    if (name == "--wasm") return arguments.wasm = value, true;
    if (name == "--json") return arguments.json = value, true;
    if (name == "--select") return arguments.select = value, true;
    if (name != "--rounds") return false;
    const char* end = value.data() + value.size();
    return std::from_chars(value.data(), end, arguments.rounds).ptr == end && arguments.rounds > 0;
}

}   // namespace

int main(int count, char** words) {
    Arguments arguments;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--help" || word == "-h") return std::fputs(usage.data(), stdout) < 0 ? 2 : 0;
        if (!word.starts_with("--"))
            arguments.files.emplace_back(word);
        else if (i + 1 == count || !read_option(word, words[++i], arguments)) {
            std::fprintf(stderr, "bench does not understand %s; bench --help says what it knows\n", words[i]);
            return 2;
        }
    }
    if (arguments.files.empty()) return std::fputs(usage.data(), stderr), 2;
    json told = json::array();
    for (const std::string& path : arguments.files) {
        const File file = measure_file(arguments, path);
        print_table(file);
        told.push_back(as_json(file));
    }
    if (!arguments.json.empty()) write_json(arguments.json, told);
    return 0;
}
