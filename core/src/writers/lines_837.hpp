// SPDX-License-Identifier: Apache-2.0
// The service lines of an 837 claim changed, added and taken away: loops 2400 to 2440.
#pragma once

#include "edits_837.hpp"

namespace deltoid {

class Lines837 : public Edits837 {
public:
    using Edits837::Edits837;

protected:
    [[nodiscard]] bool lines();

private:
    /// Elements of SV1 and SV2; 0 where the segment has none. They stand in another order.
    struct Service {
        std::string_view id;
        std::uint8_t procedure, charge, unit_type, units, pos, pointers, revenue_code;
    };
    [[nodiscard]] const Service& service() const;

    [[nodiscard]] bool change_line(std::size_t was, std::size_t is);
    [[nodiscard]] bool field(const FieldRow& row, const Line& was, const Line& is, std::size_t number);
    [[nodiscard]] bool service_element(Field field, std::size_t number, std::size_t element, std::size_t component,
                                       std::string_view value, std::size_t room);
    [[nodiscard]] bool modifiers(const Line& was, const Line& is, std::size_t number);
    [[nodiscard]] bool pointers(const Line& was, const Line& is, std::size_t number);
    [[nodiscard]] bool dates(const Line& was, const Line& is, std::size_t number);
    [[nodiscard]] bool drug(const Line& was, const Line& is, std::size_t number);
    [[nodiscard]] bool take_line(std::size_t number);
    [[nodiscard]] bool names_no_provider(std::size_t number, const Provider& provider, std::string_view qualifier,
                                         Field field);
    [[nodiscard]] bool new_line(const Line& line, std::size_t number);
    [[nodiscard]] bool new_measurements(std::size_t index, std::size_t number);
    [[nodiscard]] bool follow_line_numbers();
    [[nodiscard]] bool adjudicated(std::size_t number) const;
    [[nodiscard]] bool is_taken(std::size_t number) const;
    [[nodiscard]] bool period(const Line& line, std::string& format, std::string& text);
    [[nodiscard]] std::string pointers_of(const Line& line, std::size_t from) const;
    bool refuse_line(std::size_t number, std::string_view sentence);

    unsigned rank_ = 0;   ///< of the next segment of a new line
};

}   // namespace deltoid
