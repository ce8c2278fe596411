// SPDX-License-Identifier: Apache-2.0
// What a Checker holds between its calls.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "administrations.hpp"
#include "batch.hpp"
#include "deltoid/checker.hpp"
#include "history.hpp"
#include "input.hpp"
#include "readers/administration_rows.hpp"
#include "replay/replaying.hpp"

namespace deltoid {

class Checker::Session {
public:
    [[nodiscard]] std::vector<Problem> open(std::string_view options);
    void begin(Role role, std::string_view name);
    [[nodiscard]] std::span<char> buffer(std::size_t size);
    [[nodiscard]] std::string_view feed(std::size_t size);
    [[nodiscard]] std::string_view finish();
    [[nodiscard]] std::vector<Problem> take_problems();
    [[nodiscard]] RecordsJoined joined() const;
    [[nodiscard]] const Totals& totals() const;
    [[nodiscard]] std::string_view roster() const;

private:
    friend class Crew;
    friend class Fixer;
    friend class NoteTemplates;
    [[nodiscard]] Batch& open_batch();
    void begin_history();
    void begin_remits();
    /// The claims of a replay end: what waited for other claims is said, and the day index is given back.
    void settle_replay();
    void begin_documentation();
    void end_documentation();
    void open_file(const Reader& reader, bool x12);
    void end_input();
    void add_tables();
    [[nodiscard]] std::vector<Problem> add_own_tables(std::vector<std::string> packs);
    /// Output that was handed out by the last call is dropped by the next.
    void start_writing();
    [[nodiscard]] std::string_view take_output();

    std::shared_ptr<const Options> options_;
    std::shared_ptr<const Tables> tables_;
    std::shared_ptr<Tables> own_tables_;   ///< set once packs were loaded: tables_ is the same
    std::unique_ptr<Batch> batch_;
    std::unique_ptr<History> history_;     ///< while a file of earlier claims is read
    std::unique_ptr<Replaying> replay_;   ///< null unless the options ask for it
    const AnswerReader* answers_ = nullptr;    ///< of input_, while a file of payers' answers is read
    bool claims_settled_ = false;
    std::shared_ptr<Administrations> records_;   ///< once a file of records was begun
    AdministrationReader* records_reader_ = nullptr;   ///< while one is read; input_ owns it
    std::unique_ptr<Input> input_;
    bool claims_begun_ = false;
    Role role_ = Role::claims;
    std::string name_;
    std::string pack_;                     ///< the pack that is being read
    std::size_t pack_end_ = 0;
    std::vector<Problem> problems_;
    bool given_out_ = false;
};

}  // namespace deltoid
