// SPDX-License-Identifier: Apache-2.0
// Runs a measurement in a process of its own, so that its peak memory is its own, or another program for its output.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace deltoid::bench {

[[noreturn]] inline void fail(const std::string& what) {
    std::perror(what.c_str());
    std::exit(2);
}

inline double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The most memory that this process has had in use at once: VmHWM.
inline std::uint64_t peak_bytes() {
    std::FILE* status = std::fopen("/proc/self/status", "r");
    std::array<char, 256> line;
    unsigned long long kilobytes = 0;
    while (status != nullptr && std::fgets(line.data(), static_cast<int>(line.size()), status) != nullptr)
        if (std::sscanf(line.data(), "VmHWM: %llu", &kilobytes) == 1) break;
    if (status != nullptr) std::fclose(status);
    return kilobytes * 1024;
}

/// `measure()` in a child process; its result, plain bytes, comes back through a pipe.
template <class Result, class Measure>
Result in_child(Measure measure) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) fail("pipe");
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        const Result result = measure();
        const bool sent = write(ends[1], &result, sizeof result) == static_cast<ssize_t>(sizeof result);
        _exit(sent ? 0 : 1);
    }
    close(ends[1]);
    Result result{};
    const bool whole = read(ends[0], &result, sizeof result) == static_cast<ssize_t>(sizeof result);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!whole || status != 0) {
        std::fputs("a measurement broke off\n", stderr);
        std::exit(2);
    }
    return result;
}

/// What another program wrote, and what it took.
struct Ran {
    int status = -1;
    double seconds = 0;
    std::uint64_t peak = 0;
    std::string output;
};

/// Runs a program and reads its standard output; with `keep` false the output goes nowhere.
inline Ran run_program(std::vector<std::string> words, bool keep) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) fail("pipe");
    const double began = seconds_now();
    const pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        dup2(keep ? ends[1] : open("/dev/null", O_WRONLY), STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execvp(arguments[0], arguments.data());
        std::perror(arguments[0]);
        _exit(127);
    }
    close(ends[1]);
    Ran ran;
    std::array<char, 4096> piece;
    for (ssize_t size; (size = read(ends[0], piece.data(), piece.size())) > 0;)
        ran.output.append(piece.data(), static_cast<std::size_t>(size));
    close(ends[0]);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    ran.seconds = seconds_now() - began;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ran.peak = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
    return ran;
}

}   // namespace deltoid::bench
