// SPDX-License-Identifier: Apache-2.0
// Names of drugs in a note: the substances of the drug pack and their brands, in Spanish too, or with one letter wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deltoid/tables.hpp"
#include "notes/note_text.hpp"
#include "notes/phrase_index.hpp"

namespace deltoid::notes {

struct DrugMatch {
    std::string_view substance;   ///< a word of the pack's; "" for a name that may be several drugs
    std::string_view spelled;     ///< the name that a misspelt word stands for; "" when it is spelled so
    std::size_t end = 0;          ///< the token behind the name; 0: no drug
    explicit operator bool() const { return end != 0; }
};

class DrugNames {
public:
    explicit DrugNames(const Tables& tables);
    [[nodiscard]] DrugMatch at(const NoteText& note, std::size_t token, std::size_t end);

private:
    struct Name {
        std::string sounds;   ///< as it sounds in English and Spanish
        std::string_view substance;
    };
    [[nodiscard]] const Name* nearest(std::string_view word, bool& exact);

    PhraseIndex aliases_;
    std::vector<Name> names_;   ///< by their sound
    std::size_t searches_ = 0;
};

}   // namespace deltoid::notes
