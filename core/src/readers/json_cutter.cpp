// SPDX-License-Identifier: Apache-2.0
// The cutter is a pushdown automaton over bytes whose stack is a counter and 64 bits, so that no nesting can overflow it.
//
// A value is first read strictly. When its brackets, commas and colons are out of order, the claim is told as broken and
// the search for the next one begins: at the first line inside it that looks like a claim's beginning, else wherever the
// brackets are even again. So a line cut short costs one claim, not the rest of the file.
#include "readers/json_cutter.hpp"

namespace deltoid {
namespace {

constexpr std::size_t stray_text_room = 24;

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && !is_blank(c); }
/// Also what parts texts of a JSON sequence (RFC 7464).
constexpr bool parts_values(char c) { return is_blank(c) || c == '\x1E'; }
constexpr bool ends_scalar(char c) {
    return is_blank(c) || c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']' || c == '"';
}

}   // namespace

void JsonCutter::pass(char c) {
    ++at_;
    if (c == '\n') {
        ++line_;
        line_begin_ = at_;
        line_blank_ = true;
    } else if (!is_blank(c)) {
        line_blank_ = false;
    }
}

Piece JsonCutter::piece(Cut cut, std::uint64_t end, std::uint32_t end_line) const {
    return {cut, begin_, end, begin_line_, end_line};
}

Piece JsonCutter::next(std::string_view bytes, std::uint64_t offset, bool last) {
    while (at_ - offset < bytes.size()) {
        const char c = bytes[static_cast<std::size_t>(at_ - offset)];
        Piece found;
        switch (mode_) {
            case Mode::top:
                found = at_top(c);
                break;
            case Mode::list:
                found = in_list(c);
                break;
            case Mode::stray:
                found = in_stray(c);
                break;
            case Mode::skip:
                found = in_skip(c);
                break;
            case Mode::claim:
            case Mode::rest:
                found = in_value(bytes, offset);
                break;
        }
        if (found.cut != Cut::none) return found;
    }
    return last ? at_end() : Piece();
}

// Between values.

Piece JsonCutter::at_top(char c) {
    if (parts_values(c)) {
        pass(c);
    } else if (c == '{') {
        ++top_values_;
        begin_value();
    } else if (c == '[') {
        ++top_values_;
        begin_list(false);
        pass(c);
    } else {
        begin_stray();
    }
    return {};
}

void JsonCutter::begin_list(bool in_object) {
    mode_ = Mode::list;
    ++lists_;
    in_list_ = true;
    in_object_ = in_object;
    elements_ = false;
    commas_ = 0;
}

Piece JsonCutter::in_list(char c) {
    if (is_blank(c)) {
        pass(c);
        return {};
    }
    if (c == ',') {
        ++commas_;
        pass(c);
        return {};
    }
    // One comma between two elements, none elsewhere.
    const std::uint32_t wanted = elements_ && c != ']' ? 1 : 0;
    const bool in_order = commas_ == wanted;
    commas_ = 0;
    Piece found;
    if (!in_order) {
        found = {Cut::comma, at_, at_, line_, line_};
        elements_ = false;   // said once
    }
    if (c == ']') {
        pass(c);
        in_list_ = false;
        mode_ = in_object_ ? Mode::rest : Mode::top;
        // Only a list as a value of an object's first level is one of claims: the object's bracket alone is open.
        depth_ = 1;
        objects_ = 1;
        value_ended();
    } else if (c == '}' || c == ':') {
        begin_stray();
    } else if (in_order) {
        elements_ = true;
        begin_value();
    }
    return found;
}

void JsonCutter::begin_stray() {
    mode_ = Mode::stray;
    begin_ = at_;
    begin_line_ = line_;
    stray_text_.clear();
}

Piece JsonCutter::in_stray(char c) {
    suspect_ = suspect_ || is_control(c);
    const bool first = at_ == begin_;
    const bool value = suspect_ ? c == '{' && line_blank_ && at_ == line_begin_ : c == '{' || c == '[';
    if (!first && (value || (in_list_ && (c == ',' || c == ']')))) {
        mode_ = in_list_ ? Mode::list : Mode::top;
        return piece(Cut::stray, at_, line_);
    }
    if (stray_text_.size() < stray_text_room) stray_text_ += c;
    pass(c);
    return {};
}

void JsonCutter::begin_value() {
    mode_ = Mode::claim;
    begin_ = at_;
    begin_line_ = line_;
    begun_in_list_ = in_list_;
    column_ = line_blank_ ? at_ - line_begin_ : 0;
    candidate_ = {};
    colon_seen_ = false;
    expect_ = Expect::value;
    depth_ = 0;
    objects_ = 0;
    in_string_ = escaped_ = in_scalar_ = false;
    claims_follow_ = false;
    indented_ = true;
}

// Inside a value.

void JsonCutter::pass_text(std::string_view bytes, std::uint64_t offset) {
    std::size_t from = static_cast<std::size_t>(at_ - offset);
    const std::size_t begin = from;
    const std::uint64_t left = mode_ == Mode::claim ? size_limit_ - (at_ - begin_) : bytes.size();
    const std::size_t end = left < bytes.size() - from ? from + static_cast<std::size_t>(left) : bytes.size();
    while (from < end && bytes[from] != '"' && bytes[from] != '\\' && bytes[from] != '\n') ++from;
    if (from > begin) line_blank_ = false;
    at_ += from - begin;
}

Piece JsonCutter::in_value(std::string_view bytes, std::uint64_t offset) {
    const bool kept = mode_ == Mode::claim;
    while (at_ - offset < bytes.size()) {
        if (in_string_ && !key_matches_ && !escaped_) pass_text(bytes, offset);
        if (kept && at_ - begin_ >= size_limit_) return cannot_read(Cut::too_large);
        if (at_ - offset == bytes.size()) return {};
        const char c = bytes[static_cast<std::size_t>(at_ - offset)];
        switch (step(c)) {
            case Step::more:
                pass(c);
                continue;
            case Step::done:
                pass(c);
                break;
            case Step::done_before:
                break;
            case Step::broken:
                return cannot_read(Cut::broken);
            case Step::too_deep:
                return cannot_read(Cut::too_deep);
            case Step::list:
                pass(c);
                begin_list(true);
                return {};
        }
        leave_value();
        suspect_ = false;
        return kept ? piece(Cut::claim, at_, line_) : Piece();
    }
    return {};
}

JsonCutter::Step JsonCutter::step(char c) {
    if (in_string_) return string_step(c);
    if (in_scalar_) {
        if (is_control(c)) return Step::broken;
        if (!ends_scalar(c)) return Step::more;
        in_scalar_ = false;
        if (depth_ == 0) return Step::done_before;
        value_ended();
    }
    if (is_blank(c)) return Step::more;
    const bool value_wanted = expect_ == Expect::value || expect_ == Expect::first_value;
    const bool list_follows = claims_follow_ && expect_ == Expect::value;
    if (c != ':') claims_follow_ = false;
    switch (c) {
        case '"':
            if (!value_wanted && expect_ != Expect::key && expect_ != Expect::first_key) return Step::broken;
            if (expect_ == Expect::first_key && depth_ == 1 && begins_line()) indented_ = false;
            begin_string(!value_wanted);
            return Step::more;
        case '{':
        case '[':
            if (!value_wanted) return Step::broken;
            if (list_follows && c == '[') return Step::list;
            return open(c == '{');
        case '}':
        case ']':
            return close(c == '}');
        case ',':
            if (expect_ != Expect::separator) return Step::broken;
            expect_ = (objects_ >> (depth_ - 1) & 1) != 0 ? Expect::key : Expect::value;
            return Step::more;
        case ':':
            if (expect_ != Expect::colon) return Step::broken;
            expect_ = Expect::value;
            colon_seen_ = true;
            return Step::more;
        default:
            if (!value_wanted || is_control(c)) return Step::broken;
            in_scalar_ = true;
            return Step::more;
    }
}

void JsonCutter::begin_string(bool key) {
    in_string_ = true;
    escaped_ = false;
    is_key_ = key;
    key_size_ = 0;
    key_matches_ = key && !in_list_ && depth_ == 1;
}

void JsonCutter::compare_key(char c) {
    key_matches_ = key_matches_ && key_size_ < list_key_.size() && list_key_[key_size_] == c;
    ++key_size_;
}

JsonCutter::Step JsonCutter::string_step(char c) {
    if (escaped_) {
        escaped_ = false;
    } else if (c == '"') {
        in_string_ = false;
        if (is_key_) {
            claims_follow_ = key_matches_ && key_size_ == list_key_.size();
            expect_ = Expect::colon;
        } else if (depth_ == 0) {
            return Step::done;
        } else {
            value_ended();
        }
        return Step::more;
    } else if (c == '\\') {
        escaped_ = true;
    }
    if (c == '\n') return Step::broken;   // a string never runs over the end of its line
    compare_key(c);
    return Step::more;
}

void JsonCutter::set_kind(bool object) {
    const std::uint64_t bit = std::uint64_t{1} << depth_;
    objects_ = object ? objects_ | bit : objects_ & ~bit;
}

JsonCutter::Step JsonCutter::open(bool object) {
    if (object && depth_ > 0 && candidate_.at == 0 && begins_line()) candidate_ = {at_, line_begin_, line_};
    if (depth_ == depth_limit) return Step::too_deep;
    set_kind(object);
    ++depth_;
    expect_ = object ? Expect::first_key : Expect::first_value;
    return Step::more;
}

JsonCutter::Step JsonCutter::close(bool object) {
    if (expect_ != Expect::separator && expect_ != (object ? Expect::first_key : Expect::first_value))
        return Step::broken;
    if (depth_ == 0 || (objects_ >> (depth_ - 1) & 1) != (object ? 1 : 0)) return Step::broken;
    --depth_;
    if (depth_ == 0) return Step::done;
    value_ended();
    return Step::more;
}

void JsonCutter::leave_value() { mode_ = in_list_ ? Mode::list : Mode::top; }

Piece JsonCutter::cannot_read(Cut why) {
    const bool was_claim = mode_ == Mode::claim;
    // In what may be no text at all, an opening bracket is not yet a claim.
    const bool told = was_claim && (colon_seen_ || !suspect_);
    if (was_claim && !told && !in_list_) --top_values_;
    Piece found = piece(why, at_, line_);
    if (!was_claim) found = {Cut::stray, at_, at_, line_, line_};
    mode_ = Mode::skip;
    if (was_claim && why == Cut::broken && candidate_.at != 0) {
        found.end = candidate_.at;
        found.end_line = candidate_.line;
        at_ = candidate_.at;
        line_begin_ = candidate_.line_begin;
        line_ = candidate_.line;
        line_blank_ = true;
        if (!in_list_) ++top_values_;
        begin_value();
    }
    stray_text_.clear();
    return told || !was_claim ? found : Piece();
}

Piece JsonCutter::in_skip(char c) {
    Step what = Step::more;
    if (is_control(c)) suspect_ = true;
    if (in_string_) {
        const bool quote = c == '"' && !escaped_;
        if (quote)
            claims_follow_ = key_matches_ && key_size_ == list_key_.size();
        else
            compare_key(c);
        if (quote || c == '\n') in_string_ = false;
        escaped_ = c == '\\' && !escaped_;
    } else if (c == '{' && begins_line()) {
        if (in_list_)
            commas_ = 0;
        else
            ++top_values_;
        begin_value();
        return {};
    } else if (c == '[' && claims_follow_ && !suspect_) {
        begin_list(true);
    } else if (c == '"') {
        begin_string(true);
    } else if (c == '{' || c == '[') {
        if (depth_ < depth_limit) set_kind(c == '{');
        ++depth_;
    } else if (c == ',' && depth_ == 0) {
        what = Step::done_before;
    } else if ((c == '}' || c == ']') && !suspect_) {
        what = close_loosely(c == '}');
    }
    if (!in_string_ && c != '"' && c != ':' && !is_blank(c)) claims_follow_ = false;
    if (what != Step::done_before) pass(c);
    if (what != Step::more) leave_value();
    return {};
}

/// Closes everything up to the bracket that `object` belongs to.
JsonCutter::Step JsonCutter::close_loosely(bool object) {
    if (depth_ > depth_limit) {   // of what kind these are is not known
        --depth_;
        return Step::more;
    }
    for (std::uint32_t level = depth_; level-- > 0;) {
        if ((objects_ >> level & 1) != (object ? 1 : 0)) continue;
        depth_ = level;
        return level == 0 ? Step::done : Step::more;
    }
    return !object && in_list_ ? Step::done_before : Step::more;   // the end of the list itself
}

Piece JsonCutter::at_end() {
    switch (mode_) {
        case Mode::top:
            return {};
        case Mode::stray:
            mode_ = Mode::top;
            return piece(Cut::stray, at_, line_);
        case Mode::claim:
            if (in_scalar_ && depth_ == 0) {
                leave_value();
                return piece(Cut::claim, at_, line_);
            }
            if (candidate_.at != 0) return cannot_read(Cut::broken);
            complete_ = false;
            in_list_ = false;   // said once
            mode_ = Mode::top;
            return colon_seen_ || !suspect_ ? piece(Cut::incomplete, at_, line_) : Piece();
        case Mode::list:
        case Mode::rest:
            complete_ = false;
            mode_ = Mode::top;
            in_list_ = false;
            return {Cut::open_list, at_, at_, line_, line_};
        case Mode::skip:
            complete_ = false;
            mode_ = Mode::top;
            in_list_ = false;
            return {};
    }
    return {};
}

}   // namespace deltoid
