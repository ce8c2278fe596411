// SPDX-License-Identifier: Apache-2.0
// Says what is wrong with a file, and keeps the short texts that outlive the bytes they came from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalogue.hpp"
#include "deltoid/finding.hpp"
#include "readers/reader.hpp"

namespace deltoid::x12 {

/// A copy of a control number, a version or the like, without line breaks; longer texts are cut.
class ShortText {
public:
    ShortText() = default;
    explicit ShortText(std::string_view text) {
        for (const char c : text)
            if (c != '\r' && c != '\n' && size_ < bytes_.size()) bytes_[size_++] = c;
    }
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

private:
    std::array<char, 40> bytes_{};
    std::size_t size_ = 0;
};

/// Where findings about the file go. Without a sink it is mute: the light scan of the cutter counts, and says nothing.
class Speaker {
public:
    void listen(Sink* sink) { sink_ = sink; }

    /// `fill` gives the finding its values.
    template <class Message, class Fill>
    void say(DefinedRule rule, Message message, const Place& place, Fill&& fill) {
        if (sink_ == nullptr) return;
        finding_.reset(catalogued(rule), static_cast<std::uint8_t>(message));
        finding_.about_file = true;
        finding_.has_place = true;
        finding_.place = place;
        fill(finding_);
        sink_->trouble(finding_);
    }
    template <class Message>
    void say(DefinedRule rule, Message message, const Place& place) {
        say(rule, message, place, [](Finding&) {});
    }

private:
    Sink* sink_ = nullptr;
    Finding finding_;
};

}   // namespace deltoid::x12
