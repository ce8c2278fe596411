// SPDX-License-Identifier: Apache-2.0
// Cuts one 837 file into blocks that workers read at the same time, each with a reader that goes on where the last
// block ends: claims, places and findings are those of one reader over the whole file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "readers/reader.hpp"

namespace deltoid::x12 {

/// Use: keep the bytes from the begin of the next block on in one piece; offer them to cut() whenever more have come;
/// take from their front the bytes of each block it returns, and give them with its reader to a worker.
class X12Cutter {
public:
    struct Block {
        std::size_t size = 0;       ///< bytes, from the begin of what was offered
        std::uint64_t offset = 0;   ///< of its first byte in the file
        /// Wants the whole block: read(), then end() with what it left. summary() counts from the begin of the file.
        std::unique_ptr<Reader> reader;
        bool last = false;   ///< the file ends with it
    };

    /// Blocks are cut at the first subscriber loop (HL*..*22) behind `block_size` bytes.
    explicit X12Cutter(std::size_t block_size);
    ~X12Cutter();
    X12Cutter(X12Cutter&&) noexcept;
    X12Cutter& operator=(X12Cutter&&) noexcept;

    /// `bytes`: all that has come from the begin of the next block on. `at_end`: nothing follows them; the last block
    /// is then all that is left, and comes even when it is empty. Nothing: more bytes are needed.
    [[nodiscard]] std::optional<Block> cut(std::span<const char> bytes, bool at_end);

private:
    struct Scan;
    std::unique_ptr<Scan> scan_;
};

}   // namespace deltoid::x12
