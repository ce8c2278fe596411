// SPDX-License-Identifier: Apache-2.0
// The walk over a file of payers' answers: interchanges, sets, and the name of whatever else it is.
#include "remit.hpp"

#include <algorithm>
#include <cstring>

#include "remit_answers.hpp"
#include "x12_delimiters.hpp"
#include "x12_scan.hpp"
#include "x12_transaction.hpp"

namespace deltoid::x12 {
namespace {

constexpr bool is_padding(char c) { return is_blank(c) || c == '\0' || c == '\x1A'; }

class RemitReader final : public AnswerReader {
public:
    explicit RemitReader(AnswerSink& sink) : answers_(sink, file_) {}

    std::size_t read(std::span<const char> bytes, std::uint64_t, Sink&) override {
        if (bytes.size() < retry_size_) return 0;
        const std::size_t done = walk(bytes.data(), bytes.data() + bytes.size(), false);
        // A long segment that comes in small pieces is not looked at again for each of them.
        retry_size_ = std::min(2 * (bytes.size() - done), claim_size_limit);
        return done;
    }

    void end(std::span<const char> bytes, std::uint64_t, Sink&) override {
        walk(bytes.data(), bytes.data() + bytes.size(), true);
        if (answers_.in_set() || in_interchange_) file_.complete = false;
        answers_.end_set(false);
        if (!file_.format.empty()) return;
        const bool empty = first_.find_first_not_of(std::string_view("\0\x1A \t\r\n", 6)) == std::string::npos;
        if (!any_interchange_)
            file_.other = empty ? "an empty file" : name_of_bytes(first_);
        else if (file_.other.empty())
            file_.other = "an X12 file without a transaction";
    }

    [[nodiscard]] InputEnd summary() const override {
        InputEnd end;
        if (!file_.format.empty()) end.format = file_.format;
        end.claims = file_.claims;
        end.lines = file_.services;
        end.complete = file_.complete;
        return end;
    }

    [[nodiscard]] const AnswerFile& file() const override { return file_; }

private:
    /// Returns how many bytes it is done with.
    std::size_t walk(const char* const begin, const char* const end, bool at_end) {
        const char* at = begin;
        if (!begun_) {
            constexpr std::ptrdiff_t enough = 64;
            if (end - at < enough && !at_end) return 0;
            const auto size = static_cast<std::size_t>(std::min(end - at, enough));
            std::string_view first(at, size);
            if (first.starts_with("\xEF\xBB\xBF")) first.remove_prefix(3);
            at = first.data();
            first_ = first;
            begun_ = true;
        }
        while (endless_          ? pass_endless(at, end)
               : in_interchange_ ? read_segments(at, end, at_end)
                                 : find_header(at, end, at_end)) {
        }
        return static_cast<std::size_t>(at - begin);
    }

    bool find_header(const char*& at, const char* end, bool at_end) {
        while (at != end && is_padding(*at)) ++at;
        if (at == end) return false;
        Header header;
        Look look = read_isa(at, end, at_end, header);
        if (look == Look::not_here && !in_text_) look = read_bare(at, end, at_end, header);
        if (look == Look::need_more) return false;
        if (look == Look::not_here) return pass_text(at, end, at_end);
        begin_interchange(at, header);
        return true;
    }

    void begin_interchange(const char*& at, const Header& header) {
        delimiters_ = header.delimiters;
        in_interchange_ = any_interchange_ = true;
        in_text_ = set_is_read_ = waits_for_set_ = false;
        group_ = {};
        if (header.broken_lines) file_.broken_lines = true;
        if (header.end != at) ++segment_;   // without an ISA the first segment is still to be read
        at = header.end;
    }

    /// On to the next byte that an ISA could begin with.
    bool pass_text(const char*& at, const char* end, bool at_end) {
        file_.text_between = in_text_ = true;
        const char* p = at + 1;
        for (; p != end; ++p) {
            p = static_cast<const char*>(std::memchr(p, 'I', static_cast<std::size_t>(end - p)));
            if (p == nullptr) p = end;
            if (p == end || end - p < 4 || looks_like_isa(p, end)) break;
        }
        at = p;
        return p != end && (at_end || end - p >= 4);
    }

    /// The rest of a segment that is over the limit.
    bool pass_endless(const char*& at, const char* end) {
        if (at == end) return false;
        const void* found = std::memchr(at, delimiters_.terminator, static_cast<std::size_t>(end - at));
        at = found == nullptr ? end : static_cast<const char*>(found) + 1;
        if (found == nullptr) return false;
        endless_ = false;
        ++segment_;
        return true;
    }

    [[nodiscard]] const char* without_padding(const char* from, const char* end) const {
        while (end != from && end[-1] != delimiters_.terminator && is_padding(end[-1])) --end;
        return end;
    }

    bool read_segments(const char*& at, const char* const all_end, bool at_end) {
        const char* const end = at_end ? without_padding(at, all_end) : all_end;
        std::uint32_t text_line = 0;
        Scanner scanner(at, end, delimiters_, text_line);
        if (at_end) scanner.accept_unterminated();
        for (;;) {
            const char* const begin = scanner.begin();
            at = begin;
            if (begin == end) return false;
            if (looks_like_isa(begin, end)) {
                Header header;
                const Look look = read_isa(begin, end, at_end, header);
                if (look == Look::need_more) return false;
                if (look == Look::found) {
                    end_interchange(false);
                    begin_interchange(at, header);
                    return true;
                }
            }
            if (!scanner.split(elements_)) {
                if (static_cast<std::size_t>(end - begin) < claim_size_limit) return false;
                ++file_.too_long;
                endless_ = true;
                return true;
            }
            const std::string_view bytes(begin, static_cast<std::size_t>(scanner.segment_end() - begin));
            const std::string_view clean = scanner.odd() ? cleaned(bytes) : bytes;
            read_segment(id_of(elements_[0]), clean);
            ++segment_;
            at = scanner.position();
            if (!in_interchange_) return true;
        }
    }

    /// Line breaks belong to no value (X12.6); the elements are taken down again.
    std::string_view cleaned(std::string_view bytes) {
        clean_.clear();
        for (const char c : bytes)
            if (c != '\r' && c != '\n') clean_ += c;
        if (clean_.size() == bytes.size()) return bytes;
        // A CR before an LF that ends segments is part of the line end.
        if (delimiters_.terminator != '\n' || clean_.size() + 1 != bytes.size()) file_.broken_lines = true;
        elements_.split(clean_, delimiters_.element);
        return clean_;
    }

    void read_segment(std::uint32_t id, std::string_view bytes) {
        switch (id) {
            case id_of("GS"):
                answers_.end_set(false);
                group_ = read_label(elements_[8]);
                // What stands before a missing ST must not be lost.
                set_is_read_ = false;
                if (same_code(elements_[1], "HP")) waits_for_set_ = true;
                return;
            case id_of("ST"):
                return begin_set();
            case id_of("SE"):
            case id_of("GE"):
                // Claims behind a trailer that came too early must not be lost either.
                waits_for_set_ = waits_for_set_ || (set_is_read_ && !acknowledgement_);
                set_is_read_ = false;
                return answers_.end_set(id == id_of("SE"));
            case id_of("IEA"):
                return end_interchange(true);
            default:
                break;
        }
        if (!set_is_read_ && waits_for_set_ && (id == id_of("BPR") || id == id_of("CLP"))) {
            set_format("835");
            answers_.begin_set(false, segment_);
            set_is_read_ = true;
            acknowledgement_ = false;
        }
        if (set_is_read_) answers_.segment(id, elements_, bytes, segment_, delimiters_.component);
    }

    void begin_set() {
        answers_.end_set(false);
        waits_for_set_ = false;
        const std::string_view identifier = trim(elements_[1]);
        const Label own = read_label(elements_[3]);
        const std::uint16_t guide = own.guide != 0 ? own.guide : group_.guide;
        // One identifier for two: an answer to a status inquiry (X212) has other levels and is no acknowledgement.
        const bool acknowledgement = identifier == "277" && (guide == 214 || guide == 364 || guide == 0);
        set_is_read_ = identifier == "835" || acknowledgement;
        acknowledgement_ = acknowledgement;
        if (set_is_read_) {
            set_format(acknowledgement ? "277CA" : "835");
            return answers_.begin_set(acknowledgement, segment_);
        }
        ++file_.other_sets;
        if (!file_.other.empty()) return;
        file_.other = name_of_transaction(identifier, guide);
        if (identifier == "837") file_.other = "claims (837)";
        if (file_.other.empty()) file_.other = "a transaction that is not known here";
    }

    void set_format(std::string_view format) {
        if (file_.format.empty() || format == "835") file_.format = format;
    }

    void end_interchange(bool by_trailer) {
        answers_.end_set(false);
        if (!by_trailer) file_.complete = false;
        in_interchange_ = set_is_read_ = waits_for_set_ = false;
    }

    AnswerFile file_;
    AnswerBuilder answers_;
    Delimiters delimiters_;
    Elements elements_;
    Label group_;
    std::string first_;   ///< to name a file that is no X12
    std::string clean_;
    std::size_t retry_size_ = 0;
    std::uint32_t segment_ = 1;
    bool begun_ = false, in_interchange_ = false, any_interchange_ = false, in_text_ = false, endless_ = false;
    bool set_is_read_ = false;       ///< the set is an 835 or 277CA
    bool acknowledgement_ = false;   ///< that set is a 277CA
    bool waits_for_set_ = false;     ///< among remittances, and no ST came
};

}   // namespace
}   // namespace deltoid::x12

namespace deltoid {

std::unique_ptr<AnswerReader> make_answer_reader(AnswerSink& sink) { return std::make_unique<x12::RemitReader>(sink); }

}   // namespace deltoid
