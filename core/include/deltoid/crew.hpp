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
/// An 837 file is cut at subscriber loops; other inputs are read in order, when their blocks are joined. Memory is that
/// of the blocks which are not joined yet, and of the session.
class Crew {
public:
    class Block;

    /// Bytes of a block: large enough that its overheads do not count, small enough for the caches and for many at once.
    static constexpr std::size_t usual_block_size = std::size_t{1} << 20;

    /// `checker` has been opened without a problem. Until finish() its session is driven through the crew alone.
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

    /// The next block that is complete, for the host to check and join; null when there is none yet. Blocks are the
    /// crew's own.
    [[nodiscard]] Block* take();
    /// Reads the block's claims and asks the rules about them. Needs nothing but the block: each on a thread of its own,
    /// if the host likes, while the crew goes on.
    static void check(Block& block);
    /// What the block has to say, in the order of take(); a block that nobody checked is checked first. The text stays
    /// valid until the next join() or finish(); the block is the crew's again.
    [[nodiscard]] std::string_view join(Block& block);

    /// When every block was joined: what waited for other claims, then the summary.
    [[nodiscard]] std::string_view finish();

    /// Bytes that check() has to read: what the block is worth to another thread. 0: there is nothing to do before it is
    /// joined.
    [[nodiscard]] static std::size_t work(const Block& block);

private:
    class Cutting;
    std::unique_ptr<Cutting> cutting_;
};

}  // namespace deltoid
