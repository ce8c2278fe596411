// SPDX-License-Identifier: Apache-2.0
// Fixes as findings write them, read into edits.
#include <string>

#include "claim_keys.hpp"
#include "fields.hpp"
#include "fixes.hpp"
#include "readers/json_claim.hpp"
#include "readers/json_tree.hpp"
#include "whole_number.hpp"
#include "writers/message.hpp"

namespace deltoid {
namespace {

/// Turns one alternative into edits: the first, then those of its "also".
class FixReader {
public:
    FixReader(Arena& arena, std::vector<Problem>& problems) : arena_(arena), problems_(problems) {}

    std::vector<Edit> read(std::string_view json) {
        JsonNode root;
        if (!read_json_tree(json, root) || root.kind != JsonNode::Kind::object) {
            problem("", "A fix is one JSON object, as it stands in a finding.");
            return {};
        }
        std::vector<Edit> edits{edit(root, "", true)};
        for (const JsonNode& member : root.children) {
            if (member.key != "also") continue;
            if (member.kind != JsonNode::Kind::list) problem("/also", "There must be a list of edits here.");
            for (const JsonNode& other : member.children) {
                edits.push_back(edit(other, "/also/" + std::to_string(edits.size() - 1), false));
                edits.back().also = true;
            }
        }
        return edits;
    }

private:
    void problem(std::string path, std::string message) { problems_.push_back({std::move(path), std::move(message)}); }

    Edit edit(const JsonNode& node, const std::string& path, bool first) {
        Edit made;
        bool has_operation = false;
        std::uint16_t field_line = 0;
        for (const JsonNode& member : node.children) {
            const std::string here = path + "/" + member.key;
            if (member.says_nothing() || (first && member.key == "also")) continue;
            if (member.key == "value")
                made.value = value(member);
            else if (!member.is_scalar())
                problem(here, "There must be a text or a number here.");
            else if (member.key == "op")
                has_operation = read_operation(member.text, made.operation);
            else if (member.key == "line")
                made.line = line_number(member.text, here);
            else if (member.key == "field")
                field(member.text, here, made.field, field_line);
            else if (member.key == "needs")
                made.needs_chart = true;
            else
                problem(here, "A fix has no key \"" + member.key + "\".");
        }
        if (!has_operation)
            problem(path + "/op", "The fix does not say what to do: add_modifier, set_field or the like.");
        if (made.line == 0)
            made.line = field_line;
        else if (field_line != 0 && field_line != made.line)
            problem(path + "/field", "The field is on another line than the fix.");
        return made;
    }

    /// A line to add may be an object, all other values are texts.
    std::string_view value(const JsonNode& node) {
        if (node.is_scalar()) return arena_.keep(node.text);
        std::string text;
        append_json(text, node);
        return arena_.keep(text);
    }

    static bool read_operation(std::string_view name, Operation& operation) {
        for (auto candidate = Operation::add_modifier; candidate <= Operation::document;
             candidate = static_cast<Operation>(static_cast<int>(candidate) + 1)) {
            if (operation_name(candidate) != name) continue;
            operation = candidate;
            return true;
        }
        return false;
    }

    std::uint16_t line_number(std::string_view text, const std::string& path) {
        if (is_whole_number(text) && whole_number(text) <= line_limit)
            return static_cast<std::uint16_t>(whole_number(text));
        problem(path, "A line is a number from 1.");
        return 0;
    }

    /// "/lines/1/ndc/code" is a field of line 2, "/total_charge" one of the claim.
    void field(std::string_view pointer, const std::string& path, Field& field, std::uint16_t& line) {
        constexpr std::string_view lines = "/lines/";
        Part part = Part::claim;
        std::string_view rest = pointer;
        if (rest.substr(0, lines.size()) == lines) {
            rest.remove_prefix(lines.size());
            const std::string_view index = rest.substr(0, rest.find('/'));
            rest.remove_prefix(index.size());
            if (is_whole_number(index) && whole_number(index) < line_limit)
                line = static_cast<std::uint16_t>(whole_number(index) + 1);
            part = Part::line;
            const std::string record = std::string("/").append(documentation_key).append("/");
            if (rest.substr(0, record.size()) == record) {
                rest.remove_prefix(record.size() - 1);
                part = Part::documentation;
            }
        }
        const FieldRow* const row = field_at(part, rest);
        if (row != nullptr && (part == Part::claim || line != 0))
            field = row->field;
        else
            problem(path, "\"" + std::string(pointer) + "\" is no field of a claim.");
    }

    Arena& arena_;
    std::vector<Problem>& problems_;
};

}   // namespace

std::vector<Edit> read_fix(std::string_view json, Arena& arena, std::vector<Problem>& problems) {
    return FixReader(arena, problems).read(json);
}

}   // namespace deltoid
