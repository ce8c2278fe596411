// SPDX-License-Identifier: Apache-2.0
// What is measured over one file: a bare tokenizer (the yardstick), the reader alone, the whole check, the memory.
#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "child.hpp"
#include "deltoid/deltoid.hpp"
#include "input.hpp"
#include "readers/reader.hpp"

namespace deltoid::bench {

inline constexpr std::size_t chunk = std::size_t{1} << 20;
/// The day on which the generator's claims are checked.
inline constexpr std::string_view as_of = "2024-10-15";

/// What a session is opened with. `select`: rule ids with commas between; "" for all.
inline std::string check_options(std::string_view select) {
    std::string options = R"({"format":"jsonl","as_of":")" + std::string(as_of) + '"';
    if (select.empty()) return options + '}';
    options += R"(,"select":[")";
    for (const char c : select) options += c == ',' ? R"(",")" : std::string(1, c);
    return options + R"("]})";
}

struct Measured {
    double seconds = 0;
    std::uint64_t claims = 0, findings = 0, output = 0;
    std::uint64_t peak = 0;              ///< bytes; 0: not measured
    std::uint64_t index_per_claim = 0;   ///< bytes; 0: not measured
};

/// The quickest of `rounds`: what disturbs a measurement only makes it longer.
template <class Measure>
Measured best_of(unsigned rounds, Measure measure) {
    Measured best;
    for (unsigned round = 0; round < rounds; ++round) {
        const double began = seconds_worked();
        Measured measured = measure();
        measured.seconds = seconds_worked() - began;
        if (round == 0 || measured.seconds < best.seconds) best = measured;
    }
    return best;
}

inline std::string read_file(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) fail(path);
    std::string bytes;
    for (std::size_t size = 0;;) {
        bytes.resize(size + chunk);
        const std::size_t read = std::fread(bytes.data() + size, 1, chunk, file);
        size += read;
        if (read == 0) {
            bytes.resize(size);
            break;
        }
    }
    std::fclose(file);
    return bytes;
}

/// Bytes in memory, handed out as a file would be read.
class MemorySource {
public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
    std::size_t read(std::span<char> room) {
        const std::size_t size = std::min({room.size(), bytes_.size(), chunk});
        std::memcpy(room.data(), bytes_.data(), size);
        bytes_.remove_prefix(size);
        return size;
    }

private:
    std::string_view bytes_;
};

class FileSource {
public:
    explicit FileSource(const std::string& path) : file_(open(path.c_str(), O_RDONLY)) {
        if (file_ < 0) fail(path);
    }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() { close(file_); }
    std::size_t read(std::span<char> room) {
        const ssize_t size = ::read(file_, room.data(), std::min(room.size(), chunk));
        if (size < 0) fail("read");
        return static_cast<std::size_t>(size);
    }

private:
    int file_;
};

// --- the yardstick ------------------------------------------------------------------------------------------------

/// Splits segments and elements with memchr and adds up where they lie, so that nothing can be left out.
inline std::uint64_t tokenize(std::string_view bytes) {
    std::uint64_t sum = 0;
    const char* const end = bytes.data() + bytes.size();
    for (const char* segment = bytes.data(); segment != end;) {
        const auto* found =
            static_cast<const char*>(std::memchr(segment, '~', static_cast<std::size_t>(end - segment)));
        const char* const terminator = found == nullptr ? end : found;
        const char* element = segment;
        while (const void* star = std::memchr(element, '*', static_cast<std::size_t>(terminator - element))) {
            sum += static_cast<std::uint64_t>(static_cast<const char*>(star) - element);
            element = static_cast<const char*>(star) + 1;
        }
        sum += static_cast<std::uint64_t>(terminator - element);
        segment = terminator == end ? end : terminator + 1;
    }
    return sum;
}

/// The result of each round is used, and the bytes may have changed: no compiler can do one round for all.
inline Measured measure_tokenizer(std::string_view bytes, unsigned rounds) {
    return best_of(rounds, [&] {
        const char* data = bytes.data();
        asm volatile("" : "+r"(data) : : "memory");
        Measured measured;
        measured.output = tokenize({data, bytes.size()});
        asm volatile("" : : "r"(measured.output) : "memory");
        measured.output = 0;
        return measured;
    });
}

// --- the reader ---------------------------------------------------------------------------------------------------

class Counter final : public Sink {
public:
    void claim(Claim&, std::span<const Finding> troubles) override {
        ++claims;
        findings += troubles.size();
    }
    void trouble(const Finding&) override { ++findings; }
    std::uint64_t claims = 0, findings = 0;
};

inline Measured measure_reader(std::string_view bytes, unsigned rounds) {
    return best_of(rounds, [&] {
        Counter counter;
        const Options options;
        Input input(options, counter);
        MemorySource source(bytes);
        const auto opened = [](const Reader&, bool) {};
        while (const std::size_t size = source.read(input.buffer(chunk))) input.feed(size, opened);
        input.end(opened);
        Measured measured;
        measured.claims = counter.claims;
        measured.findings = counter.findings;
        return measured;
    });
}

// --- the whole check ----------------------------------------------------------------------------------------------

inline void open_or_fail(Checker& checker, const std::string& options) {
    if (checker.open(options).empty()) return;
    std::fputs("the session did not start\n", stderr);
    std::exit(2);
}

template <class Source>
Measured check(Source source, const std::string& options) {
    Checker checker;
    open_or_fail(checker, options);
    checker.begin(Role::claims, "batch.837");
    Measured measured;
    while (const std::size_t size = source.read(checker.buffer(chunk))) measured.output += checker.feed(size).size();
    measured.output += checker.finish().size();
    const Totals& totals = checker.totals();
    measured.claims = totals.claims;
    measured.findings = totals.errors + totals.warnings + totals.infos;
    return measured;
}

inline Measured measure_check(std::string_view bytes, unsigned rounds, const std::string& options) {
    return best_of(rounds, [&] { return check(MemorySource(bytes), options); });
}

/// What the day index holds of a claim: by how much the heap grows from the middle of the file to its end.
inline std::uint64_t index_per_claim(const std::string& path, std::uint64_t bytes, const std::string& options) {
    Checker checker;
    open_or_fail(checker, options);
    checker.begin(Role::claims, "batch.837");
    FileSource source(path);
    const auto feed = [&](std::uint64_t amount) {
        for (std::uint64_t fed = 0; fed < amount;) {
            const std::size_t size = source.read(checker.buffer(chunk));
            if (size == 0) return;
            (void)checker.feed(size);
            fed += size;
        }
    };
    feed(bytes / 2);
    const std::uint64_t claims = checker.totals().claims;
    const std::size_t heap = mallinfo2().uordblks + mallinfo2().hblkhd;
    feed(bytes);
    const std::size_t more = mallinfo2().uordblks + mallinfo2().hblkhd - heap;
    return more / std::max<std::uint64_t>(checker.totals().claims - claims, 1);
}

/// The memory of a check that reads the file piece by piece and keeps no output, as the command line does.
inline Measured measure_memory(const std::string& path, std::uint64_t bytes, const std::string& options) {
    Measured measured = check(FileSource(path), options);
    measured.peak = peak_bytes();
    measured.index_per_claim = index_per_claim(path, bytes, options);
    return measured;
}

}   // namespace deltoid::bench
