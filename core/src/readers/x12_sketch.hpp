// SPDX-License-Identifier: Apache-2.0
// Of a claim, what the light walk of the cutter counts instead of building it.
#pragma once

#include <cstdint>

#include "x12_segments.hpp"
#include "x12_transaction.hpp"

namespace deltoid::x12 {

struct ClaimSketch {
    std::uint32_t lines = 0;

    [[nodiscard]] Content content() const {
        if (professional_) return Content::professional;
        if (institutional_) return Content::institutional;
        return dental_ ? Content::dental : Content::unknown;
    }

    void segment(Kind kind) {
        switch (kind) {
            case Kind::lx:
                return line(false);
            case Kind::sbr:
                other_payer_ = true;
                return;
            case Kind::sv1:
                return service(professional_);
            case Kind::sv2:
                return service(institutional_);
            case Kind::sv3:
                return service(dental_);
            default:
                return;
        }
    }

private:
    void line(bool with_service) {
        ++lines;
        has_line_ = true;
        other_payer_ = false;
        has_service_ = with_service;
    }

    void service(bool& kind) {
        kind = true;
        if (!has_line_ || other_payer_ || has_service_) line(true);
        has_service_ = true;
    }

    bool has_line_ = false, other_payer_ = false, has_service_ = false;
    bool professional_ = false, institutional_ = false, dental_ = false;
};

}   // namespace deltoid::x12
