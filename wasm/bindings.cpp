// SPDX-License-Identifier: Apache-2.0
// The border between core and JavaScript that both engines have: checking. What only the full one has stands in
// bindings_full.cpp.
#include "border.hpp"

#include <optional>

#include "deltoid/lookup.hpp"
#include "json_text.hpp"

namespace border {

deltoid::Checker& session() {
    static deltoid::Checker checker;
    return checker;
}

const View* view(std::string_view bytes) {
    static View handed;
    handed = {bytes.data(), bytes.size()};
    return &handed;
}

const View* keep(std::string text) {
    static std::string kept;   // what the last returned view shows
    kept = std::move(text);
    return view(kept);
}

std::string& texts() {
    static std::string texts;
    return texts;
}

std::string_view text(std::size_t size, std::size_t from) { return std::string_view(texts()).substr(from, size); }

std::string as_json(const std::vector<deltoid::Problem>& problems) {
    if (problems.empty()) return {};
    std::string json;
    for (const auto& [path, message] : problems) {
        json += json.empty() ? R"([{"path":)" : R"(,{"path":)";
        deltoid::append_json_string(json, path);
        json += R"(,"message":)";
        deltoid::append_json_string(json, message);
        json += '}';
    }
    return json + ']';
}

namespace {

// One claim of an input had again, beside the session: its own buffer and feed.
std::optional<deltoid::Lookup>& lookup() {
    static std::optional<deltoid::Lookup> lookup;
    return lookup;
}

}  // namespace

/// Room for the texts of the next call, `size` bytes of UTF-8 in all.
EXPORT("texts") char* texts_room(std::size_t size) {
    texts().resize(size);
    return texts().data();
}

EXPORT("open") const View* open(std::size_t options) { return keep(as_json(session().open(text(options)))); }

/// `role` is a deltoid::Role as a number.
EXPORT("begin") void begin(std::uint8_t role, std::size_t name) {
    session().begin(static_cast<deltoid::Role>(role), text(name));
}

EXPORT("buffer") char* buffer(std::size_t size) { return session().buffer(size).data(); }

EXPORT("feed") const View* feed(std::size_t size) { return view(session().feed(size)); }

EXPORT("finish") const View* finish() { return view(session().finish()); }

// So far; for progress. A double, since a 64-bit number would be a BigInt.
EXPORT("claims") double claims() { return static_cast<double>(session().totals().claims); }

EXPORT("roster") const View* roster() { return view(session().roster()); }

/// `options`: the session's, of which those that say how an input is read are taken; none when it is 0.
EXPORT("seek") void seek(std::uint32_t claim_index, std::size_t options) {
    lookup().emplace(claim_index, options == 0 ? "{}" : text(options));
}

EXPORT("seekBuffer") char* seek_buffer(std::size_t size) { return lookup()->buffer(size).data(); }

// Both: the claim as contract JSON, empty as long as it is not found.
EXPORT("seekFeed") const View* seek_feed(std::size_t size) {
    lookup()->feed(size);
    return view(lookup()->claim());
}

EXPORT("seekFinish") const View* seek_finish() {
    lookup()->finish();
    return view(lookup()->claim());
}

EXPORT("problems") const View* problems() { return keep(as_json(session().problems())); }

// The claim with the fix, or `problems` when it cannot be applied.
EXPORT("apply") const View* apply(std::size_t claim, std::size_t fix) {
    std::vector<deltoid::Problem> problems;
    auto fixed = deltoid::apply(text(claim), text(fix, claim), problems);
    return keep(problems.empty() ? std::move(fixed) : as_json(problems));
}

EXPORT("about") const View* about() { return keep(deltoid::about()); }

}  // namespace border
