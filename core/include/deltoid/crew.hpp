// SPDX-License-Identifier: Apache-2.0
// The same session cut into blocks, for hosts with several cores. No thread is started here: the host has the blocks
// checked on whatever threads it likes and joins them in order, and the output is that of one Checker.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "deltoid/checker.hpp"

namespace deltoid {

/// A session in blocks:
///
///     deltoid::Crew crew(checker);                       // open, its tables given
///     crew.begin("batch.837");
///     while (n = read(crew.buffer(1 << 20))) crew.feed(n);
///     crew.end();
///     while (auto* block = crew.take()) {                // at any time, in any number
///         deltoid::Crew::check(*block);                  // on any thread
///         write(crew.join(*block));                      // in the order of take()
///     }
///     write(crew.finish());
///
/// An 837 file is cut at subscriber loops; other inputs are read in order, when their blocks are joined. Memory is
/// that of the session and of the blocks that are not joined yet.
class Crew {
public:
    class Block;

    /// Large enough that a block's overheads do not count, small enough for the caches and for many at once.
    static constexpr std::size_t usual_block_size = std::size_t{1} << 20;

    /// `checker` was opened without a problem. Until finish() its session is driven through the crew alone.
    explicit Crew(Checker& checker, std::size_t block_size = usual_block_size);
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// Begins the next input of claims; the one before was ended.
    void begin(std::string_view name);
    /// Room for at least `size` more bytes of the input. Valid until the next call but check() and join().
    [[nodiscard]] std::span<char> buffer(std::size_t size);
    /// Takes the first `size` bytes of buffer() as read.
    void feed(std::size_t size);
    /// The input has no more bytes.
    void end();

    /// The next block that is complete, for the host to check and join; null when there is none yet. The crew owns it.
    [[nodiscard]] Block* take();
    /// Reads the block's claims and asks the rules about them. Needs nothing but the block: each may be checked on a
    /// thread of its own while the crew goes on.
    static void check(Block& block);
    /// What the block has to say, in the order of take(); a block that nobody checked is checked first. The text stays
    /// valid until the next join() or finish(). The block must not be used after it.
    [[nodiscard]] std::string_view join(Block& block);

    /// When every block was joined: what waited for other claims, then the summary.
    [[nodiscard]] std::string_view finish();

    /// Bytes that check() has to read: what the block is worth to another thread. 0: nothing before it is joined.
    [[nodiscard]] static std::size_t work(const Block& block);

private:
    class Cutting;
    std::unique_ptr<Cutting> cutting_;
};

}  // namespace deltoid
