// SPDX-License-Identifier: Apache-2.0
// The one way from a session to a replay, so that a program can be built without one.
#include "replay/replaying.hpp"

#ifndef DELTOID_CHECKS_ONLY
#include "replay/replay.hpp"
#endif

namespace deltoid {

std::unique_ptr<Replaying> make_replay([[maybe_unused]] const Options& options) {
#ifdef DELTOID_CHECKS_ONLY
    return nullptr;
#else
    return std::make_unique<replay::Replay>(options);
#endif
}

}   // namespace deltoid
