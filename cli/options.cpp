// SPDX-License-Identifier: Apache-2.0
// Options as one JSON object. The profile goes in as its file has it, once it is known to be JSON.
#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>

#include "files.hpp"
#include "rulebook.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

using Json = nlohmann::ordered_json;

/// The calendar day where the user sits: the core asks no clock.
std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

/// Finds where a text stops being JSON.
class WhereItBreaks : public nlohmann::json_sax<Json> {
public:
    std::size_t byte = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        byte = position;
        return false;
    }
};

std::string read_json_file(const std::string& path, Json& value) {
    std::string text;
    if (std::string problem = read_whole_file(path, text); !problem.empty()) return problem;
    value = Json::parse(text, nullptr, false);
    if (!value.is_discarded()) return {};
    WhereItBreaks breaks;
    Json::sax_parse(text, &breaks);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(breaks.byte, text.size()));
    return fmt::format("{}:{}: this is not JSON.", path, 1 + std::count(text.begin(), end, '\n'));
}

/// The first quoted word of a sentence.
std::string quoted_in(const std::string& sentence) {
    const std::size_t begin = sentence.find('"');
    const std::size_t end = begin == std::string::npos ? begin : sentence.find('"', begin + 1);
    return end == std::string::npos ? std::string() : sentence.substr(begin + 1, end - begin - 1);
}

}  // namespace

std::string write_options(const CheckArguments& arguments, bool color, std::string& options) {
    Json all;
    all["as_of"] = arguments.as_of.empty() ? today() : arguments.as_of;
    all["format"] = arguments.format;
    all["from"] = arguments.from;
    if (!arguments.payer.empty()) all["payer"] = arguments.payer;
    if (!arguments.select.empty()) all["select"] = arguments.select;
    if (!arguments.ignore.empty()) all["ignore"] = arguments.ignore;
    if (color) all["color"] = true;
    if (arguments.replay) all["replay"] = true;
    if (arguments.stats) all["stats"] = true;
    if (!arguments.profile.empty()) {
        // A file goes before a built-in profile of its name; a word that is no file can only be such a name.
        const bool is_file =
            arguments.profile.find_first_of("./") != std::string::npos || size_of(arguments.profile) != 0U;
        if (!is_file)
            all["profile"] = arguments.profile;
        else if (std::string problem = read_json_file(arguments.profile, all["profile"]); !problem.empty())
            return problem;
    }
    if (!arguments.columns.empty())
        if (std::string problem = read_json_file(arguments.columns, all["columns"]); !problem.empty()) return problem;
    // What the user typed may be no UTF-8; the core then names what it does not know.
    options = all.dump(-1, ' ', false, Json::error_handler_t::replace);
    return {};
}

std::string sentence_of(const Problem& problem, const CheckArguments& arguments) {
    const std::string& path = problem.path;
    // Of what stands in a file the place in it is told.
    const auto is_below = [&](std::string_view key) {
        return path.starts_with(key) && (path.size() == key.size() || path[key.size()] == '/');
    };
    const auto in_file = [&](const std::string& file, std::string_view key) {
        const std::string below = path.substr(key.size());
        return fmt::format("{}: {}{}{}", file, below, below.empty() ? "" : ": ", problem.message);
    };
    if (is_below("/profile")) return in_file(arguments.profile, "/profile");
    if (is_below("/columns")) return in_file(arguments.columns, "/columns");
    std::string option = "--" + path.substr(std::min<std::size_t>(1, path.size()));
    option = option.substr(0, option.find('/'));
    std::replace(option.begin(), option.end(), '_', '-');
    std::string sentence = fmt::format("{}: {}", option, problem.message);
    if (option == "--select" || option == "--ignore")
        sentence += did_you_mean(quoted_in(problem.message), names_of_rules());
    return sentence;
}

}  // namespace deltoid::cli
