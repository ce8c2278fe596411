// SPDX-License-Identifier: Apache-2.0
// A list that grows by blocks: nothing in it is copied or held twice when it grows, and no element costs more than itself.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace deltoid {

/// For small elements and up to 2^32 of them. (A std::deque has blocks of 512 bytes with libstdc++: ten rows or so, which
/// costs memory, and a division for every element asked for.) Where there are sure to be very many, larger blocks leave
/// larger holes in the heap when they go.
template <class Element, std::uint32_t block_size = 256>
class Blocks {
public:
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] Element& operator[](std::uint32_t i) { return blocks_[i / block_size][i % block_size]; }
    [[nodiscard]] const Element& operator[](std::uint32_t i) const { return blocks_[i / block_size][i % block_size]; }

    /// A new element at the end.
    Element& add() {
        if (size_ % block_size == 0 && size_ / block_size == blocks_.size()) blocks_.push_back(std::make_unique<Element[]>(block_size));
        return (*this)[size_++];
    }

    void clear() {
        blocks_.clear();
        size_ = 0;
    }

private:
    std::vector<std::unique_ptr<Element[]>> blocks_;
    std::uint32_t size_ = 0;
};

}   // namespace deltoid
