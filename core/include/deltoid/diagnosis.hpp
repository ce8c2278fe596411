// SPDX-License-Identifier: Apache-2.0
// An ICD-10-CM code and an NDC as numbers that sort as their texts do: the keys of the tables on them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "deltoid/values.hpp"

namespace deltoid {

/// Up to seven letters and digits of a diagnosis code, without the dot and without regard to case. Codes sort as their
/// texts do, a category before the codes below it.
class DiagnosisCode {
public:
    static constexpr std::size_t most = 7;

    constexpr DiagnosisCode() = default;
    /// Not valid() when `text` is not one to seven letters and digits, one dot behind the third left out.
    constexpr explicit DiagnosisCode(std::string_view text) {
        text = trim(text);
        std::size_t size = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '.' && i == 3 && text.size() > 4) continue;
            if (detail::base36(text[i]) < 0 || size == most) return;
            text_[size++] = upper(text[i]);
        }
        size_ = static_cast<std::uint8_t>(size);
    }

    [[nodiscard]] constexpr bool valid() const { return size_ != 0; }
    /// In capital letters, without the dot.
    [[nodiscard]] constexpr std::string_view text() const { return {text_.data(), size_}; }
    /// The code's own place among all codes.
    [[nodiscard]] constexpr std::uint64_t key() const { return padded(0); }
    /// The place of the last code that begins with this one.
    [[nodiscard]] constexpr std::uint64_t last_below() const { return padded(36); }
    constexpr bool operator==(const DiagnosisCode& other) const { return text() == other.text(); }

private:
    [[nodiscard]] constexpr std::uint64_t padded(std::uint64_t with) const {
        std::uint64_t packed = 0;
        for (std::size_t i = 0; i < most; ++i)
            packed = packed * 37 + (i < size_ ? static_cast<std::uint64_t>(detail::base36(text_[i]) + 1) : with);
        return packed;
    }

    std::array<char, most> text_{};
    std::uint8_t size_ = 0;
};

/// "D51|E538|K90" holds the code or a family that it belongs to. Families are in capital letters, without dots.
[[nodiscard]] constexpr bool in_families(std::string_view families, DiagnosisCode code) {
    const std::string_view text = code.text();
    std::size_t at = 0;
    bool same = true;
    for (const char c : families) {
        if (c == '|') {
            if (same && at != 0) return true;
            at = 0;
            same = true;
        } else {
            same = same && at < text.size() && text[at] == c;
            ++at;
        }
    }
    return same && at != 0;
}

/// Eleven digits of an NDC as a number.
class NdcCode {
public:
    constexpr NdcCode() = default;
    /// Not valid() when `text` is not eleven digits.
    constexpr explicit NdcCode(std::string_view text) {
        if (text.size() != 11) return;
        std::uint64_t number = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') return;
            number = number * 10 + static_cast<std::uint64_t>(c - '0');
        }
        number_ = number + 1;   // 0 is left for "none"
    }

    [[nodiscard]] constexpr bool valid() const { return number_ != 0; }
    [[nodiscard]] constexpr std::uint64_t key() const { return number_; }

private:
    std::uint64_t number_ = 0;
};

}   // namespace deltoid
