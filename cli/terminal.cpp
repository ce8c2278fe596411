// SPDX-License-Identifier: Apache-2.0
// What stderr's terminal shows, in plain ASCII and two escape sequences.
#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <string>

namespace deltoid::cli {
namespace {

std::atomic<bool> status_is_shown = false;

/// To stderr, whole if it can be; nobody is left to tell when it cannot.
void write_to_stderr(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool terminal_is_able() {
    const char* kind = std::getenv("TERM");
    return kind != nullptr && *kind != '\0' && std::string_view(kind) != "dumb";
}

unsigned terminal_width(int descriptor) {
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col != 0 ? size.ws_col : 80;
}

void show_status(std::string_view line) {
    std::string text = "\r";
    text.append(line).append("\x1b[K");
    status_is_shown = true;
    write_to_stderr(text);
}

void erase_status() {
    if (status_is_shown.exchange(false)) write_to_stderr("\r\x1b[K");
}

void complain(std::string_view sentence) {
    erase_status();
    std::string text = "deltoid: ";
    text.append(sentence).append("\n");
    write_to_stderr(text);
}

}  // namespace deltoid::cli
