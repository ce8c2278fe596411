// SPDX-License-Identifier: Apache-2.0
// Makes 837P files of any size for benchmarks and tests: seeded, the same on every machine, all persons invented.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "claims_837.hpp"

namespace {

constexpr std::string_view usage = R"(Usage: generate [OPTIONS]

Writes an 837P file of injection claims, about 740 bytes each. Everything in it is invented.
Check it with --as-of 2024-10-15: then only the planted defects give findings.

  --claims N         how many claims (1000)
  --seed N           another seed gives other claims (1)
  --defects SHARE    share of claims with one defect, from 0 to 1 (0)
  --out FILE         where to (standard output)
  --truth FILE       a line for each defective claim: its number, a tab, the defect
  --help             this text
)";

struct Arguments {
    std::uint64_t claims = 1000;
    std::uint64_t seed = 1;
    std::uint32_t defects = 0;   ///< of a million claims
    std::string out, truth;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end;
}

bool read_share(std::string_view text, std::uint32_t& millionths) {
    double share = -1;
    if (!read_number(text, share) || !(share >= 0 && share <= 1)) return false;
    millionths = static_cast<std::uint32_t>(share * 1e6 + 0.5);
    return true;
}

bool read_option(std::string_view name, std::string_view value, Arguments& arguments) {
    if (name == "--claims") return read_number(value, arguments.claims);
    if (name == "--seed") return read_number(value, arguments.seed);
    if (name == "--defects") return read_share(value, arguments.defects);
    if (name == "--out") return arguments.out = value, true;
    if (name == "--truth") return arguments.truth = value, true;
    return false;
}

/// A file, or standard output; what cannot be written ends the program.
class Output {
public:
    explicit Output(const std::string& path)
        : file_(path.empty() ? stdout : std::fopen(path.c_str(), "wb")), path_(path) {
        if (file_ == nullptr) fail();
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() {
        if (std::fflush(file_) != 0) fail();
        if (file_ != stdout) std::fclose(file_);
    }

    void write(std::string_view bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
    }

private:
    [[noreturn]] void fail() const {
        std::perror(path_.empty() ? "standard output" : path_.c_str());
        std::exit(2);
    }

    std::FILE* file_;
    std::string path_;
};

void generate(const Arguments& arguments) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    Output out(arguments.out);
    std::string bytes, truth;
    deltoid::bench::Claims837 claims(arguments.seed, arguments.defects);
    for (std::uint64_t i = 0; i < arguments.claims; ++i) {
        const auto defect = claims.add(bytes);
        if (defect != deltoid::bench::Defect::none)
            truth.append(claims.id())
                .append("\t")
                .append(deltoid::bench::defect_names[static_cast<std::size_t>(defect)])
                .append("\n");
        if (bytes.size() < piece) continue;
        out.write(bytes);
        bytes.clear();
    }
    claims.finish(bytes);
    out.write(bytes);
    if (!arguments.truth.empty()) Output(arguments.truth).write(truth);
}

}   // namespace

int main(int count, char** words) {
    Arguments arguments;
    for (int i = 1; i < count; i += 2) {
        const std::string_view name = words[i];
        if (name == "--help" || name == "-h") return std::fputs(usage.data(), stdout) < 0 ? 2 : 0;
        if (i + 1 < count && read_option(name, words[i + 1], arguments)) continue;
        std::fprintf(stderr, "generate does not understand %s; generate --help says what it knows\n", words[i]);
        return 2;
    }
    generate(arguments);
    return 0;
}
