// SPDX-License-Identifier: Apache-2.0
// nlohmann's SAX parser behind JsonEvents.
#include "readers/json_events.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

namespace deltoid {
namespace {

/// The names are nlohmann's.
class Forward {
public:
    explicit Forward(JsonEvents& events) : events_(events) {}

    bool null() {
        events_.null();
        return true;
    }
    bool boolean(bool value) {
        events_.boolean(value);
        return true;
    }
    bool number_integer(nlohmann::json::number_integer_t value) { return integer(value); }
    bool number_unsigned(nlohmann::json::number_unsigned_t value) { return integer(value); }
    bool number_float(nlohmann::json::number_float_t /*value*/, const std::string& text) {
        // The lexer writes the point as the host's C locale has it; no JSON number holds a comma of its own.
        number_ = text;
        std::replace(number_.begin(), number_.end(), ',', '.');
        events_.number(number_);
        return true;
    }
    bool string(std::string& text) {
        events_.string(text);
        return true;
    }
    bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
    bool key(std::string& text) {
        events_.key(text);
        return true;
    }
    bool start_object(std::size_t /*size*/) {
        events_.begin_object();
        return true;
    }
    bool end_object() {
        events_.end_object();
        return true;
    }
    bool start_array(std::size_t /*size*/) {
        events_.begin_array();
        return true;
    }
    bool end_array() {
        events_.end_array();
        return true;
    }
    bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::json::exception& /*why*/) {
        read_ = position;
        return false;
    }

    /// How many bytes the parser had read when it gave up.
    [[nodiscard]] std::size_t read() const { return read_; }

private:
    template <class Integer>
    bool integer(Integer value) {
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        events_.number({digits.data(), static_cast<std::size_t>(end - digits.data())});
        return true;
    }

    JsonEvents& events_;
    std::string number_;
    std::size_t read_ = 0;
};

}   // namespace

std::size_t parse_json(std::string_view text, JsonEvents& events) {
    Forward forward(events);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &forward)) return no_json_error;
    const std::size_t read = forward.read();
    return std::min(read == 0 ? 0 : read - 1, text.size());
}

}   // namespace deltoid
