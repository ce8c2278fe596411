// SPDX-License-Identifier: Apache-2.0
// A file of FHIR resources as they come: one, a Bundle, an array, one a line. It hands over those that a reader asks
// for, remembers the small ones that they refer to, and holds neither the file nor its attachments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readers/fhir_directory.hpp"
#include "readers/fhir_element.hpp"
#include "readers/json_cutter.hpp"

namespace deltoid {

/// Takes the middle out of very long texts (attachments, narratives), and knows where bytes behind them really lie.
class LongTexts {
public:
    /// No code, name or note comes near it.
    static constexpr std::size_t text_limit = std::size_t{64} << 10;

    /// Appends what is kept of `bytes`, which follow those of the last call.
    void append(std::string& to, std::string_view bytes);
    /// Where a byte lay before; `at` is not before an earlier forget().
    [[nodiscard]] std::uint64_t original(std::uint64_t at) const;
    /// Nothing before `at` will be asked for.
    void forget(std::uint64_t at);

private:
    struct Gap {
        std::uint64_t at;        ///< first byte behind it, of what was kept
        std::uint64_t removed;   ///< up to here
    };
    std::vector<Gap> gaps_;
    std::uint64_t kept_ = 0;
    std::uint64_t removed_ = 0;
    std::uint64_t forgotten_ = 0;   ///< removed before the first gap
    bool in_text_ = false;
    bool escaped_ = false;
    bool removing_ = false;
    std::size_t size_ = 0;    ///< of the text so far
    std::size_t plain_ = 0;   ///< characters since the last that a cut could fall into
};

/// Where a resource lies.
struct FhirPlace {
    std::uint64_t offset = 0;   ///< of its entry's, line's or own first byte
    std::uint32_t text_line = 0;
    bool in_bundle = false;
    std::uint32_t entry = 0;   ///< of the Bundle, from 0
};

/// Why a resource could not be read.
struct FhirDefect {
    enum class Why : std::uint8_t { not_json, too_deep, too_large, too_many_values, cut_short, no_object, no_type };
    Why why = Why::not_json;
    std::uint64_t byte = 0;               ///< not_json: from here on
    std::uint32_t row = 0;                ///< its text line
    JsonKind found = JsonKind::nothing;   ///< no_object: what it is
};

class FhirStream {
public:
    /// What is asked for.
    class Taker {
    public:
        virtual ~Taker() = default;
        /// Resources of this type are handed to resource(); others are remembered when they are small.
        [[nodiscard]] virtual bool wants(std::string_view type) const = 0;
        /// `may_wait`: false may be returned, and the resource comes again when more of its Bundle is known.
        virtual bool resource(FhirElement resource, const FhirPlace& place, const FhirDirectory& directory,
                              FhirTape& tape, bool may_wait) = 0;
        /// One that is wanted (or whose type cannot be seen) and cannot be read. `id` as far as it was seen.
        virtual void unreadable(std::string_view type, std::string_view id, const FhirPlace& place,
                                const FhirDefect& defect) = 0;
        /// One that is not wanted and cannot be read: what refers to it stays unknown.
        virtual void lost(std::string_view type, const FhirPlace& place, const FhirDefect& defect) = 0;
        /// A stray text, comma or open list of the file.
        virtual void file_defect(const Piece& piece, std::string_view stray) = 0;
        /// Small resources of one Bundle did not all fit the directory.
        virtual void directory_full() = 0;
    };

    explicit FhirStream(Taker& taker);

    /// All of `bytes` is taken; they follow those of the last call.
    void read(std::string_view bytes);
    void end();

    [[nodiscard]] bool several() const { return cutter_.several(); }
    [[nodiscard]] bool complete() const { return cutter_.complete(); }
    [[nodiscard]] bool bundles() const { return bundles_; }

private:
    /// A resource that waits for what stands behind it, or stands behind one that does.
    struct Waiting {
        FhirPlace place;
        std::size_t end = 0;   ///< of its bytes in waiting_text_
        bool readable = true;
        FhirDefect defect;
    };

    void drain(bool last);
    void tell(const Piece& piece);
    void take(const Piece& piece, std::string_view text);
    void take_readable(std::string_view text, const FhirPlace& place);
    void take_defect(std::string_view text, const FhirPlace& place, const FhirDefect& defect);
    void tell_defect(const FhirPlace& place, const FhirDefect& defect);
    void wait(std::string_view text, const FhirPlace& place);
    void let_go();
    bool visit(FhirElement element, FhirPlace place, bool may_wait);
    void remember(FhirElement element, std::string_view full_url);
    [[nodiscard]] FhirDefect defect_of(const Piece& piece, std::string_view text, std::size_t at) const;

    Taker& taker_;
    LongTexts long_texts_;
    JsonCutter cutter_;
    std::string held_;              ///< bytes that the cutter still needs, and maybe some before them
    std::uint64_t held_from_ = 0;   ///< where they begin, of what was kept
    bool begun_ = false;
    bool bundles_ = false;
    FhirTape tape_;
    FhirDirectory directory_;

    // The list that is being read.
    std::uint64_t list_ = 0;
    std::uint64_t list_begin_ = 0;
    std::uint32_t entry_ = 0;
    bool waits_ = false;   ///< what stands behind in the list may still be waited for
    std::vector<Waiting> waiting_;
    std::string waiting_text_;
};

}   // namespace deltoid
