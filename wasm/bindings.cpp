// SPDX-License-Identifier: Apache-2.0
// The whole border between core and JavaScript: bytes in, bytes out, and no claim logic. An instance holds one
// session at a time. Every Uint8Array returned is a view of the heap, valid until the next call: copy it before.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "deltoid/checker.hpp"
#include "deltoid/lookup.hpp"
#include "json_text.hpp"

namespace {

using emscripten::val;

deltoid::Checker& session() {
    static deltoid::Checker checker;
    return checker;
}

// Views, not strings: embind copies a std::string byte by byte, seven times slower.
val view(std::string_view bytes) {
    return val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data())));
}

val keep(std::string text) {
    static std::string kept;   // what the last returned view shows
    kept = std::move(text);
    return view(kept);
}

// [{"path","message"}], or "" when there are none.
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

deltoid::Role role_of(std::string_view name) {
    if (name == "tables") return deltoid::Role::tables;
    if (name == "history") return deltoid::Role::history;
    if (name == "documentation") return deltoid::Role::documentation;
    if (name == "remits") return deltoid::Role::remits;
    return deltoid::Role::claims;
}

std::string open(const std::string& options) { return as_json(session().open(options)); }

void begin(const std::string& role, const std::string& name) { session().begin(role_of(role), name); }

val buffer(std::uint32_t size) {
    const auto room = session().buffer(size);
    return view({room.data(), size});
}

val feed(std::uint32_t size) { return view(session().feed(size)); }

val finish() { return view(session().finish()); }

// So far; for progress. A double, since no 64-bit value crosses.
double claims() { return static_cast<double>(session().totals().claims); }

// A line about each claim that the last call has read, with the option `roster`.
val roster() { return view(session().roster()); }

// One claim of an input had again, beside the session: its own buffer and feed.
std::optional<deltoid::Lookup>& lookup() {
    static std::optional<deltoid::Lookup> lookup;
    return lookup;
}

void seek(std::uint32_t claim_index) { lookup().emplace(claim_index); }

val seek_buffer(std::uint32_t size) {
    const auto room = lookup()->buffer(size);
    return view({room.data(), size});
}

// Both: the claim as contract JSON, empty as long as it is not found.
val seek_feed(std::uint32_t size) {
    lookup()->feed(size);
    return view(lookup()->claim());
}

val seek_finish() {
    lookup()->finish();
    return view(lookup()->claim());
}

std::string problems() { return as_json(session().problems()); }

val catalogue() { return keep(deltoid::catalogue("json")); }

val explain(const std::string& rule) { return keep(deltoid::explain(rule, "json")); }

// The claim with the fix; a string, the problems, when it cannot be applied.
val apply(const std::string& claim, const std::string& fix) {
    std::vector<deltoid::Problem> problems;
    auto fixed = deltoid::apply(claim, fix, problems);
    return problems.empty() ? keep(std::move(fixed)) : val(as_json(problems));
}

val about() { return keep(deltoid::about()); }

}  // namespace

EMSCRIPTEN_BINDINGS(deltoid) {
    emscripten::function("open", &open);
    emscripten::function("begin", &begin);
    emscripten::function("buffer", &buffer);
    emscripten::function("feed", &feed);
    emscripten::function("finish", &finish);
    emscripten::function("claims", &claims);
    emscripten::function("roster", &roster);
    emscripten::function("seek", &seek);
    emscripten::function("seekBuffer", &seek_buffer);
    emscripten::function("seekFeed", &seek_feed);
    emscripten::function("seekFinish", &seek_finish);
    emscripten::function("problems", &problems);
    emscripten::function("catalogue", &catalogue);
    emscripten::function("explain", &explain);
    emscripten::function("apply", &apply);
    emscripten::function("about", &about);
}
