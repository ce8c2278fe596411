// SPDX-License-Identifier: Apache-2.0
// The reader of X12 interchanges: 837P and 837I claims as they come, and the name of everything else.
#include "x12_reader.hpp"

#include "x12_walk.hpp"

namespace deltoid::x12 {

std::size_t X12Reader::read(std::span<const char> bytes, std::uint64_t offset, Sink& sink) {
    if (bytes.size() < retry_size_) return 0;
    speaker_.listen(&sink);
    Walk<false> walk({state_, speaker_, builder_, clean_bytes_, &sink, sketch_}, bytes, offset, false);
    const char* done = walk.run();
    state_.billing.keep();
    state_.subscriber.keep();
    state_.patient.keep();
    speaker_.listen(nullptr);
    const auto size = static_cast<std::size_t>(done - bytes.data());
    // A long claim that comes in small pieces is not read again for each of them.
    retry_size_ = std::min(2 * (bytes.size() - size), claim_size_limit);
    return size;
}

void X12Reader::end(std::span<const char> bytes, std::uint64_t offset, Sink& sink) {
    speaker_.listen(&sink);
    Walk<false> walk({state_, speaker_, builder_, clean_bytes_, &sink, sketch_}, bytes, offset, true);
    walk.run();
    const File::End how = walk.end();
    if (last_) File(state_, speaker_).finish(how);
    speaker_.listen(nullptr);
}

InputEnd X12Reader::summary() const {
    InputEnd end;
    if (!state_.format.empty()) end.format = state_.format.view();
    end.claims = state_.claims + state_.dental;   // named and counted, though not read
    end.lines = state_.lines;
    end.complete = state_.complete;
    end.made = state_.made;
    return end;
}

}   // namespace deltoid::x12

namespace deltoid {

std::unique_ptr<Reader> make_x12_reader() { return std::make_unique<x12::X12Reader>(); }

}   // namespace deltoid
