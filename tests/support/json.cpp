// SPDX-License-Identifier: Apache-2.0
// The one unit of the tests that compiles nlohmann/json.
#include "support/json.hpp"

#include <charconv>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace deltoid::test {
namespace {

using Tree = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& what, std::string_view text) {
    throw std::invalid_argument(what + ": " + std::string(text.substr(0, 200)));
}

Tree read(std::string_view text) {
    Tree tree = Tree::parse(text, nullptr, false);
    if (tree.is_discarded()) refuse("not JSON", text);
    return tree;
}

/// Values that lost an unpaired surrogate or hold bytes that are no UTF-8 must not end the program.
std::string write(const Tree& tree) { return tree.dump(-1, ' ', false, Tree::error_handler_t::replace); }

Json from_tree(const Tree& tree) {
    Json value;
    switch (tree.type()) {
        case Tree::value_t::object:
            value.kind = Json::Kind::object;
            for (const auto& [key, member] : tree.items()) {
                value.keys.push_back(key);
                value.values.push_back(from_tree(member));
            }
            break;
        case Tree::value_t::array:
            value.kind = Json::Kind::list;
            for (const Tree& element : tree) value.values.push_back(from_tree(element));
            break;
        case Tree::value_t::string:
            value.kind = Json::Kind::text;
            value.text = tree.get<std::string>();
            break;
        case Tree::value_t::null:
            break;
        default:
            value.kind = tree.is_boolean() ? Json::Kind::boolean : Json::Kind::number;
            value.text = tree.dump();
    }
    return value;
}

void append_text(std::string& out, const Json& value) {
    switch (value.kind) {
        case Json::Kind::null: out += "null"; break;
        case Json::Kind::boolean:
        case Json::Kind::number: out += value.text; break;
        case Json::Kind::text: out += write(Tree(value.text)); break;
        case Json::Kind::object:
        case Json::Kind::list: {
            const bool object = value.kind == Json::Kind::object;
            out += object ? '{' : '[';
            for (std::size_t i = 0; i < value.values.size(); ++i) {
                if (i != 0) out += ',';
                if (object) out.append(write(Tree(value.keys[i]))).append(":");
                append_text(out, value.values[i]);
            }
            out += object ? '}' : ']';
        }
    }
}

/// nlohmann is built without exceptions and would end the program: what cannot apply is refused before.
void apply(Tree& document, const Tree& operation) {
    const std::string text = operation.dump();
    if (!operation.is_object() || !operation.contains("op") || !operation.contains("path")) refuse("no operation", text);
    const std::string name = operation["op"].get<std::string>();
    const std::string path = operation["path"].get<std::string>();
    if (!path.empty() && path[0] != '/') refuse("a path begins with /", text);
    const Tree::json_pointer pointer(path);
    if (name == "add") {
        const Tree::json_pointer parent = pointer.empty() ? pointer : pointer.parent_pointer();
        if (!document.contains(parent)) refuse("nothing to add to", text);
        const Tree& holder = document[parent];
        const std::string last = pointer.empty() ? std::string() : pointer.back();
        const bool appends = last == "-" || (holder.is_array() && last == std::to_string(holder.size()));
        if (holder.is_array() && !pointer.empty() && !appends && !document.contains(pointer)) refuse("no such place in the list", text);
        if (!holder.is_structured()) refuse("nothing to add to", text);
    } else if (name == "replace" || name == "remove") {
        if (!document.contains(pointer)) refuse("nothing stands at the path", text);
    } else {
        refuse("cases use add, replace and remove only", text);
    }
    if (name != "remove" && !operation.contains("value")) refuse("no value", text);
    document.patch_inplace(Tree::array({operation}));
}

}  // namespace

Json Json::of_text(std::string_view text) {
    Json value;
    value.kind = Kind::text;
    value.text = text;
    return value;
}

const Json& Json::operator[](std::string_view key) const {
    static const Json nothing;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == key) return values[i];
    return nothing;
}

bool Json::has(std::string_view key) const {
    for (const std::string& own : keys)
        if (own == key) return true;
    return false;
}

std::int64_t Json::number() const {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void Json::remove(std::string_view key) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] != key) continue;
        keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(i));
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

void Json::set(std::string_view key, Json value) {
    kind = Kind::object;
    remove(key);
    keys.emplace_back(key);
    values.push_back(std::move(value));
}

Json parse_json(std::string_view text) { return from_tree(read(text)); }

std::string to_text(const Json& value) {
    std::string out;
    append_text(out, value);
    return out;
}

std::string patched(std::string_view document, std::string_view patch) {
    Tree tree = read(document);
    const Tree operations = read(patch);
    if (!operations.is_array()) refuse("a patch is a list", patch);
    for (const Tree& operation : operations) apply(tree, operation);
    return write(tree);
}

std::string merged(std::string_view document, std::string_view over) {
    Tree tree = read(document);
    tree.merge_patch(read(over));
    return write(tree);
}

}  // namespace deltoid::test
