// SPDX-License-Identifier: Apache-2.0
// Drawing the progress line: bar, percent, bytes, claims, speed; the bar gives way on a narrow terminal.
#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "terminal.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

using namespace std::chrono_literals;

// A run that is over in a moment shows nothing.
constexpr auto first_after = 300ms;
constexpr auto between = 100ms;
constexpr double megabyte = 1e6;

std::string bar(double share, std::size_t width) {
    const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
    return "[" + std::string(full, '#') + std::string(width - full, '.') + "] ";
}

}  // namespace

Progress::Progress(bool wanted, std::optional<std::uint64_t> total, const char* counted)
    : shown_(wanted && is_terminal(STDERR_FILENO) && terminal_is_able()), total_(total), counted_(counted), begun_(Clock::now()),
      next_(begun_ + first_after) {}

Progress::~Progress() { erase_status(); }

void Progress::update(std::uint64_t bytes, std::uint64_t count) {
    if (!shown_) return;
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + between;
    draw(bytes, count, std::chrono::duration<double>(now - begun_).count());
}

void Progress::draw(std::uint64_t bytes, std::uint64_t count, double seconds) const {
    const double done = static_cast<double>(bytes);
    const std::string things = counted_ == nullptr ? std::string() : fmt::format("{} {}  ", with_commas(count), counted_);
    const std::string speed = fmt::format("{}{:.0f} MB/s", things, done / megabyte / seconds);
    const std::size_t width = terminal_width(STDERR_FILENO) - 1;   // the last column would break the line
    if (!total_ || *total_ == 0) {
        show_status(fmt::format("{:.1f} MB  {}", done / megabyte, speed).substr(0, width));
        return;
    }
    const double all = static_cast<double>(*total_);
    const double share = std::min(1.0, done / all);   // a file may grow while it is read
    const std::string line =
        fmt::format("{:3.0f} %  {:.1f} of {:.1f} MB  {}", share * 100, done / megabyte, all / megabyte, speed);
    constexpr std::size_t least = 8, most = 32, frame = 3;
    const bool fits = width >= line.size() + frame + least;
    const std::string drawn = fits ? bar(share, std::min(most, width - line.size() - frame)) : std::string();
    show_status((drawn + line).substr(0, width));
}

}  // namespace deltoid::cli
