// SPDX-License-Identifier: Apache-2.0
// JSON to nodes, and what is asked of them.
#include "readers/fhir_element.hpp"

#include "json_text.hpp"
#include "writers/message.hpp"

namespace deltoid {

FhirElement FhirElement::operator[](std::string_view name) const {
    FhirElement found;
    if (kind() != JsonKind::object) return found;
    for (const FhirElement child : children())
        if (child.key() == name) found = child;
    return found;
}

FhirElement FhirElement::either(std::string_view name, std::string_view former) const {
    const FhirElement found = (*this)[name];
    return found ? found : (*this)[former];
}

FhirElement::Range FhirElement::children() const {
    if (kind() != JsonKind::object && kind() != JsonKind::list) return {nullptr, nullptr};
    return {node_ + 1, node_ + node_->span};
}

FhirElement::Range FhirElement::each() const {
    if (kind() == JsonKind::list) return children();
    if (kind() == JsonKind::nothing) return {nullptr, nullptr};
    return {node_, node_ + node_->span};
}

FhirElement FhirElement::first() const {
    const Range range = each();
    return range.first == range.last ? FhirElement() : FhirElement(range.first);
}

std::size_t FhirTape::read(std::string_view text) {
    nodes_.clear();
    open_.clear();
    arena_.clear();
    key_ = last_key_ = {};
    full_ = false;
    latin1_ = !is_utf8(text);
    std::size_t at = no_json_error;
    if (!latin1_) {
        at = parse_json(text, *this);
    } else {
        as_utf8_.clear();
        for (const char c : text) append_utf8(as_utf8_, static_cast<unsigned char>(c));
        at = parse_json(as_utf8_, *this);
        std::size_t continued = 0;
        for (std::size_t i = 0; at != no_json_error && i < at; ++i)
            continued += (static_cast<unsigned char>(as_utf8_[i]) & 0xC0) == 0x80 ? 1 : 0;
        if (at != no_json_error) at -= continued;
    }
    while (!open_.empty()) close();
    return at;
}

void FhirTape::key(std::string_view text) {
    if (text != last_key_) last_key_ = full_ ? std::string_view() : arena_.keep(text);
    key_ = last_key_;
}

void FhirTape::add(JsonKind kind, std::string_view text) {
    full_ = full_ || nodes_.size() == node_limit;
    if (full_) return;
    // A key belongs to the value behind it alone: elements of a list have none.
    nodes_.push_back({kind, 1, key_, arena_.keep(text)});
    key_ = {};
}

void FhirTape::open(JsonKind kind) {
    add(kind, {});
    open_.push_back(static_cast<std::uint32_t>(nodes_.size()));   // one past it
}

/// After the limit the last node is closed again and again, which changes nothing: nothing stands behind it.
void FhirTape::close() {
    FhirNode& node = nodes_[open_.back() - 1U];
    node.span = static_cast<std::uint32_t>(nodes_.size() - open_.back() + 1U);
    open_.pop_back();
}

std::string FhirTape::path(FhirElement resource, const FhirNode* wanted) {
    std::string path;
    const FhirNode* at = resource.node();
    const auto inside = [&] { return at != nullptr && wanted >= at && wanted < at + at->span; };
    if (!inside()) return path;
    while (at != wanted) {
        const bool list = at->kind == JsonKind::list;
        std::int64_t index = 0;
        const FhirNode* const end = at + at->span;
        for (++at; at < end && !inside(); at += at->span) ++index;
        if (at >= end) return path;
        if (list)
            append_number(path += '[', index);
        else
            path.append(path.empty() ? "" : ".").append(shown_text(at->key));
        if (list) path += ']';
    }
    return path;
}

bool contains(std::string_view text, std::string_view part) {
    for (std::size_t at = 0; at + part.size() <= text.size(); ++at) {
        std::size_t same = 0;
        while (same < part.size() && upper(text[at + same]) == upper(part[same])) ++same;
        if (same == part.size()) return true;
    }
    return false;
}

std::string_view code_in(FhirElement concept_or_code, std::string_view system) {
    std::string_view found;
    each_coding(concept_or_code, [&](FhirElement coding) {
        if (found.empty() && contains(coding["system"].text(), system)) found = code_of(coding);
    });
    return found;
}

FhirElement extension(FhirElement of, std::string_view url_end) {
    for (const FhirElement one : of["extension"].each())
        if (one["url"].text().ends_with(url_end)) return value_of(one);
    return {};
}

FhirElement value_of(FhirElement holder) {
    if (holder.kind() == JsonKind::object)
        for (const FhirElement child : holder.children())
            if (child.key().starts_with("value") && child) return child;
    return {};
}

}   // namespace deltoid
