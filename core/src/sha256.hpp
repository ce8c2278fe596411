// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4): names a pack by its bytes and the rulebook by its texts. Nothing here is secret.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace deltoid {

/// The digest of bytes that come in pieces.
class Sha256 {
public:
    void update(std::string_view bytes);
    /// Lower-case hex of everything so far. The object is used up.
    [[nodiscard]] std::string finish();

private:
    void take_block(const unsigned char* block);

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> pending_{};
    std::size_t pending_size_ = 0;
    std::uint64_t total_ = 0;
};

/// Of one text, in lower-case hex.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace deltoid
