// SPDX-License-Identifier: Apache-2.0
// The shapes of JSON, appended to a text: keys, values, objects and lists with their commas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "json_text.hpp"
#include "writers/message.hpp"

namespace deltoid::replay {

class JsonOut {
public:
    explicit JsonOut(std::string& out) : out_(out) {}

protected:
    void key(std::string_view name) {
        if (out_.back() != '{' && out_.back() != '[') out_ += ',';
        out_.append("\"").append(name).append("\":");
    }
    void text(std::string_view name, std::string_view value) {
        key(name);
        append_json_string(out_, value);
    }
    void text_or_null(std::string_view name, std::string_view value) {
        if (!value.empty()) return text(name, value);
        key(name);
        out_ += "null";
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        append_number(out_, static_cast<std::int64_t>(value));
    }
    void money(std::string_view name, Cents value) {
        key(name);
        out_ += '"';
        append_money(out_, value);
        out_ += '"';
    }
    void boolean(std::string_view name, bool value) {
        key(name);
        out_ += value ? "true" : "false";
    }
    void day(std::string_view name, Day value) {
        key(name);
        if (!value.known()) {
            out_ += "null";
            return;
        }
        out_ += '"';
        append_day(out_, value);
        out_ += '"';
    }
    /// Thousandths as 0.947; null for a negative number.
    void ratio(std::string_view name, std::int64_t share) {
        key(name);
        if (share < 0) {
            out_ += "null";
            return;
        }
        out_ += share >= 1000 ? "1." : "0.";
        const std::string digits = std::to_string(1000 + share % 1000);
        out_ += std::string_view(digits).substr(1);
    }
    template <class List, class Write>
    void each(std::string_view name, const List& list, Write write) {
        key(name);
        out_ += '[';
        bool first = true;
        for (const auto& one : list) {
            if (!first) out_ += ',';
            first = false;
            write(one);
        }
        out_ += ']';
    }
    template <class Write>
    void object(Write write) {
        out_ += '{';
        write();
        out_ += '}';
    }
    template <class Write>
    void object(std::string_view name, Write write) {
        key(name);
        object(write);
    }

    std::string& out_;
};

}   // namespace deltoid::replay
