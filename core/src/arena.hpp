// SPDX-License-Identifier: Apache-2.0
// Memory for texts that a claim's views need and its source does not hold: decoded strings, values of fixes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace deltoid {

/// Copies of texts, all forgotten at once. Views stay valid until clear().
class Arena {
public:
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* place = room_for(text.size());
        std::copy(text.begin(), text.end(), place);
        return {place, text.size()};
    }

    /// Room for so many bytes, for the caller to fill.
    char* room_for(std::size_t size) {
        if (size > room_ - used_) {
            // The first block always has the usual size: clear() counts on it.
            if (blocks_.empty()) add_block(block_size);
            if (size > room_ - used_) add_block(std::max(size, block_size));
        }
        char* place = blocks_.back().get() + used_;
        used_ += size;
        return place;
    }

    /// Forgets every text but keeps the first block, which most claims fit in.
    void clear() {
        if (blocks_.size() > 1) blocks_.resize(1);
        used_ = 0;
        room_ = blocks_.empty() ? 0 : block_size;
    }

private:
    static constexpr std::size_t block_size = std::size_t{16} << 10;

    void add_block(std::size_t size) {
        blocks_.push_back(std::unique_ptr<char[]>(new char[size]));
        used_ = 0;
        room_ = size;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0;   ///< of the last block
    std::size_t room_ = 0;   ///< of the last block
};

}   // namespace deltoid
