// SPDX-License-Identifier: Apache-2.0
// One claim of an input had again, without keeping the input: it is read once more, up to that claim.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace deltoid {

///     deltoid::Lookup lookup(412);
///     while ((n = read(lookup.buffer(1 << 20))) && !lookup.feed(n)) {}
///     if (!lookup.found()) lookup.finish();
///     write(lookup.claim());
///
/// No rule is asked. The claim is written as the input says it: profile and payer are not looked at.
class Lookup {
public:
    /// `claim_index` as in findings: from 0 within the input. `options`: those of the session, of which `from` and
    /// `columns` say how the input is read.
    explicit Lookup(std::uint32_t claim_index, std::string_view options = "{}");
    ~Lookup();
    Lookup(const Lookup&) = delete;
    Lookup& operator=(const Lookup&) = delete;

    /// Room for `size` more bytes of the input. Valid until the next call.
    [[nodiscard]] std::span<char> buffer(std::size_t size);
    /// Takes the first `size` bytes of buffer() as read. True once the claim is found; nothing more need be fed.
    bool feed(std::size_t size);
    /// Ends the input. True when the claim was found.
    bool finish();

    [[nodiscard]] bool found() const;
    /// The claim as contract JSON, on one line; empty as long as it is not found.
    [[nodiscard]] std::string_view claim() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace deltoid
