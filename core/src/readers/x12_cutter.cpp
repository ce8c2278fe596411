// SPDX-License-Identifier: Apache-2.0
// The light scan: the same walk as the reader's, which counts instead of building claims and says nothing.
#include "x12_cutter.hpp"

#include "x12_reader.hpp"

namespace deltoid::x12 {

struct X12Cutter::Scan {
    explicit Scan(std::size_t size) : block_size(size == 0 ? 1 : size) {}

    std::size_t block_size;
    State at_block;               ///< where the next block begins
    State state;                  ///< behind what was scanned
    std::size_t scanned = 0;      ///< bytes of the next block
    std::size_t retry_size = 0;   ///< of what is to be scanned, so that a long segment is not scanned for each piece
    std::uint64_t offset = 0;     ///< of the next block
    Speaker mute;
    ClaimBuilder unused;
    Arena clean_bytes;
    ClaimSketch sketch;

    std::optional<Block> cut(std::span<const char> bytes, bool at_end);
    Block block_of(std::size_t size, bool last);
};

/// The block that ends where the scan stands; the next one begins there.
X12Cutter::Block X12Cutter::Scan::block_of(std::size_t size, bool last) {
    Block block{size, offset, std::make_unique<X12Reader>(at_block, last), last};
    at_block = state;
    offset += size;
    scanned = 0;
    return block;
}

std::optional<X12Cutter::Block> X12Cutter::Scan::cut(std::span<const char> bytes, bool at_end) {
    if (at_end && bytes.size() <= block_size) return block_of(bytes.size(), true);
    const auto rest = bytes.subspan(scanned);
    if (rest.size() < retry_size && !at_end) return std::nullopt;
    Walk<true> walk({state, mute, unused, clean_bytes, nullptr, sketch}, rest, offset + scanned, false);
    walk.cut_behind(rest.data() + (scanned < block_size ? std::min(block_size - scanned, rest.size()) : 0));
    const char* done = walk.run();
    state.billing.keep();
    state.subscriber.keep();
    state.patient.keep();
    scanned = static_cast<std::size_t>(done - bytes.data());
    retry_size = walk.cut() ? 0 : std::min(2 * (bytes.size() - scanned), claim_size_limit);
    if (walk.cut()) return block_of(scanned, false);
    if (at_end) return block_of(bytes.size(), true);
    return std::nullopt;
}

X12Cutter::X12Cutter(std::size_t size) : scan_(std::make_unique<Scan>(size)) {}
X12Cutter::~X12Cutter() = default;
X12Cutter::X12Cutter(X12Cutter&&) noexcept = default;
X12Cutter& X12Cutter::operator=(X12Cutter&&) noexcept = default;

std::optional<X12Cutter::Block> X12Cutter::cut(std::span<const char> bytes, bool at_end) {
    return scan_->cut(bytes, at_end);
}

}   // namespace deltoid::x12
