// SPDX-License-Identifier: Apache-2.0
// Reading approvals.
#include "approvals.hpp"

#include <algorithm>
#include <string>

#include "arena.hpp"
#include "batch.hpp"
#include "catalogue.hpp"
#include "fixes.hpp"
#include "readers/json_tree.hpp"
#include "sorting.hpp"
#include "whole_number.hpp"

namespace deltoid {
namespace {

/// One line of the file. Keys that a finding has beside these may stay: the line may be a finding with its "fix" chosen.
class ApprovalReader {
public:
    ApprovalReader(std::size_t text_line, std::vector<Problem>& problems) : problems_(problems) {
        approval_.text_line = text_line;
    }

    bool read(std::string_view json, Approval& approval) {
        JsonNode root;
        if (!read_json_tree(json, root) || root.kind != JsonNode::Kind::object)
            return refuse(
                "An approval is one JSON object: {\"claim_index\": 0, \"rule\": \"BND003\", \"line\": 1, \"fix\": 0}.");
        for (const JsonNode& member : root.children)
            if (!take(member)) return false;
        if (!has_claim_) return refuse("An approval needs the claim_index of its finding.");
        if (approval_.rule == nullptr) return refuse("An approval needs the rule of its finding.");
        if (!has_fix_)
            return refuse("An approval needs a fix: the index of the chosen alternative, from 0, or null for none.");
        approval = approval_;
        return true;
    }

private:
    bool take(const JsonNode& member) {
        std::uint32_t number = 0;
        if (member.key == "claim_index") {
            if (!read_number(member, 999'999'999, number)) return refuse("A claim_index is a whole number from 0.");
            approval_.claim_index = number;
            has_claim_ = true;
        } else if (member.key == "rule") {
            approval_.rule = find_rule(member.text);
            if (approval_.rule == nullptr) return refuse("There is no rule \"" + member.text + "\".");
        } else if (member.key == "line") {
            if (member.says_nothing()) return true;
            if (!read_number(member, line_limit, number)) return refuse("A line is a whole number from 1, or null.");
            approval_.line = static_cast<std::uint16_t>(number);
        } else if (member.key == "fix") {
            has_fix_ = true;
            if (member.kind == JsonNode::Kind::null) return true;
            if (member.kind == JsonNode::Kind::object) return take_alternative(member);
            if (!read_number(member, Finding::edit_room, number))
                return refuse(
                    "A fix is the index of the chosen alternative, from 0, the alternative itself, or null for none.");
            approval_.fix = number;
        } else {
            return refuse("An approval has no key \"" + member.key + "\".");
        }
        return true;
    }

    bool take_alternative(const JsonNode& node) {
        append_json(approval_.alternative, node);
        Arena arena;
        std::vector<Problem> found;
        static_cast<void>(read_fix(approval_.alternative, arena, found));
        return found.empty() || refuse(found.front().message);
    }

    static bool read_number(const JsonNode& node, std::uint32_t most, std::uint32_t& to) {
        if (node.kind != JsonNode::Kind::number || !is_whole_number(node.text)) return false;
        to = whole_number(node.text);
        return to <= most;
    }

    bool refuse(std::string message) {
        problems_.push_back({std::to_string(approval_.text_line), std::move(message)});
        return false;
    }

    std::vector<Problem>& problems_;
    Approval approval_;
    bool has_claim_ = false, has_fix_ = false;
};

}   // namespace

std::vector<Approval> read_approvals(std::string_view jsonl, std::vector<Problem>& problems) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (jsonl.starts_with(byte_order_mark)) jsonl.remove_prefix(byte_order_mark.size());
    std::vector<Approval> all;
    for (std::size_t text_line = 1; !jsonl.empty(); ++text_line) {
        const auto end = jsonl.find('\n');
        const std::string_view text = trim(jsonl.substr(0, end));
        Approval approval;
        if (!text.empty() && ApprovalReader(text_line, problems).read(text, approval)) all.push_back(approval);
        jsonl.remove_prefix(end == std::string_view::npos ? jsonl.size() : end + 1);
    }
    sort_rows(all, [](const Approval& a, const Approval& b) { return a.claim_index < b.claim_index; });
    return all;
}

std::span<const Approval> approvals_of(std::span<const Approval> all, std::uint32_t claim_index) {
    const auto before = [](const Approval& approval, std::uint32_t index) { return approval.claim_index < index; };
    const auto begin = std::lower_bound(all.begin(), all.end(), claim_index, before);
    const auto end = std::lower_bound(begin, all.end(), claim_index + 1, before);
    return all.subspan(static_cast<std::size_t>(begin - all.begin()), static_cast<std::size_t>(end - begin));
}

}   // namespace deltoid
