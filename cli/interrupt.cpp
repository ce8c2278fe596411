// SPDX-License-Identifier: Apache-2.0
// Signal handlers that do only what a signal handler may.
#include "interrupt.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>

#include "terminal.hpp"

namespace deltoid::cli {
namespace {

// Set before the flag, read after it: the handler never sees half a path.
std::array<char, PATH_MAX> doomed_path;
std::atomic<bool> path_is_doomed = false;

void clean_up_and_end(int number) {
    erase_status();
    if (path_is_doomed) ::unlink(doomed_path.data());
    std::signal(number, SIG_DFL);
    std::raise(number);   // who waits for us sees that it was the signal
}

}  // namespace

void prepare_for_interrupts() {
    std::signal(SIGPIPE, SIG_IGN);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        action.sa_handler = clean_up_and_end;
        struct sigaction before {};
        // nohup and shells with background jobs have these ignored, and ignored they stay.
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            ::sigaction(number, &action, nullptr);
    }
}

void remove_when_interrupted(const std::string& path) {
    path_is_doomed = false;
    if (path.empty() || path.size() >= doomed_path.size()) return;
    path.copy(doomed_path.data(), path.size());
    doomed_path[path.size()] = '\0';
    path_is_doomed = true;
}

}  // namespace deltoid::cli
