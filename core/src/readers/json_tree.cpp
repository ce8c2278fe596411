// SPDX-License-Identifier: Apache-2.0
// Events to a tree, and the tree to text.
#include "readers/json_tree.hpp"

#include "json_text.hpp"

namespace deltoid {
namespace {

using Kind = JsonNode::Kind;

class TreeBuilder final : public JsonEvents {
public:
    explicit TreeBuilder(JsonNode& root) : root_(root) {}

    [[nodiscard]] bool too_deep() const { return left_out_ > 0; }

    void null() override { add(Kind::null, {}); }
    void boolean(bool value) override { add(Kind::boolean, value ? "true" : "false"); }
    void number(std::string_view text) override { add(Kind::number, text); }
    void string(std::string_view text) override { add(Kind::text, text); }
    void key(std::string_view text) override { key_ = text; }
    void begin_object() override { open(Kind::object); }
    void end_object() override { close(); }
    void begin_array() override { open(Kind::list); }
    void end_array() override { close(); }

private:
    JsonNode* add(Kind kind, std::string_view text) {
        if (left_out_ > 0) return nullptr;
        // Only the innermost open node grows, so the pointers to those round it stay good.
        JsonNode& node = open_.empty() ? root_ : open_.back()->children.emplace_back();
        node.kind = kind;
        node.text = text;
        if (!open_.empty() && open_.back()->kind == Kind::object) node.key = key_;
        return &node;
    }
    void open(Kind kind) {
        JsonNode* const node = open_.size() < json_tree_depth_limit ? add(kind, {}) : nullptr;
        if (node == nullptr)
            ++left_out_;
        else
            open_.push_back(node);
    }
    void close() {
        if (left_out_ == 0) open_.pop_back();
    }

    JsonNode& root_;
    std::vector<JsonNode*> open_;
    std::string key_;
    std::size_t left_out_ = 0;   ///< too deep: nothing more is read
};

}   // namespace

bool read_json_tree(std::string_view text, JsonNode& root) {
    root = {};
    TreeBuilder builder(root);
    return parse_json(text, builder) == no_json_error && !builder.too_deep();
}

void append_json(std::string& out, const JsonNode& node) {
    if (node.kind == Kind::null)
        out += "null";
    else if (node.kind == Kind::text)
        append_json_string(out, node.text);
    else if (node.is_scalar())
        out += node.text;
    else {
        const bool object = node.kind == Kind::object;
        out += object ? '{' : '[';
        for (const JsonNode& child : node.children) {
            if (&child != node.children.data()) out += ',';
            if (object) {
                append_json_string(out, child.key);
                out += ':';
            }
            append_json(out, child);
        }
        out += object ? '}' : ']';
    }
}

}   // namespace deltoid
