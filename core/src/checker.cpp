// SPDX-License-Identifier: Apache-2.0
// The public session: options and packs, one input after another, and what is written so far.
#include "deltoid/checker.hpp"

#include <cstring>

#include "batch.hpp"
#include "input.hpp"
#include "readers/make_reader.hpp"
#include "session.hpp"

namespace deltoid {
namespace {

/// Administration records are no claims: their reader tells nobody.
class IgnoringSink final : public Sink {
public:
    void claim(Claim&, std::span<const Finding>) override {}
    void trouble(const Finding&) override {}
};

}  // namespace

Checker::Checker() : session_(std::make_unique<Session>()) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

std::vector<Problem> Checker::open(std::string_view options) { return session_->open(options); }
void Checker::begin(Role role, std::string_view name) { session_->begin(role, name); }
std::span<char> Checker::buffer(std::size_t size) { return session_->buffer(size); }
std::string_view Checker::feed(std::size_t size) { return session_->feed(size); }

std::string_view Checker::feed(std::string_view bytes) {
    if (!bytes.empty()) std::memcpy(session_->buffer(bytes.size()).data(), bytes.data(), bytes.size());
    return session_->feed(bytes.size());
}

std::string_view Checker::finish() { return session_->finish(); }
std::vector<Problem> Checker::problems() { return session_->take_problems(); }
RecordsJoined Checker::joined() const { return session_->joined(); }
const Totals& Checker::totals() const { return session_->totals(); }
std::string_view Checker::roster() const { return session_->roster(); }

std::vector<Problem> Checker::Session::open(std::string_view text) {
    const auto read_before = std::move(own_tables_);
    *this = Session();
    std::vector<Problem> found;
    auto options = std::make_shared<Options>(read_options(text, found));
    if (!found.empty()) return found;
    if (!has_writer(options->format)) return {{"/format", "This engine writes JSON alone; engine-full.wasm has the other formats."}};
    if (!has_reader(options->from)) return {{"/from", "This engine reads X12 and JSON; engine-full.wasm reads the other formats."}};
    tables_ = Tables::built_in();
    if (options->keep_tables && read_before != nullptr) tables_ = own_tables_ = read_before;
    if (!options->tables.empty()) found = add_own_tables(std::move(options->tables));
    if (!found.empty()) return found;
    if (options->replay) {
        replay_ = make_replay(*options);
        if (replay_ == nullptr) return {{"/replay", "This program has no replay; the command line has one."}};
        options->format = Format::none;   // the report is all that is written
    }
    options_ = std::move(options);
    return found;
}

std::vector<Problem> Checker::Session::add_own_tables(std::vector<std::string> packs) {
    std::vector<Problem> found;
    if (own_tables_ == nullptr) own_tables_ = Tables::copy_of_built_in();
    for (std::size_t i = 0; i < packs.size(); ++i)
        for (Problem& problem : own_tables_->add("/tables/" + std::to_string(i), std::move(packs[i]))) found.push_back(std::move(problem));
    tables_ = own_tables_;
    return found;
}

void Checker::Session::begin(Role role, std::string_view name) {
    start_writing();
    end_input();
    role_ = role;
    name_ = name;
    pack_.clear();
    if (role == Role::claims && claims_settled_) {
        problems_.push_back({name_, "Claims must be given before the remittances."});
    } else if (role == Role::claims && options_ != nullptr) {
        claims_begun_ = true;
        input_ = std::make_unique<Input>(*options_, open_batch());
    } else if (role == Role::history && options_ != nullptr) {
        begin_history();
    } else if (role == Role::documentation && options_ != nullptr) {
        begin_documentation();
    } else if (role == Role::remits && replay_ != nullptr) {
        begin_remits();
    } else if (role == Role::remits) {
        problems_.push_back({name_, "Remittances are read by a replay only."});
    }
}

Batch& Checker::Session::open_batch() {
    if (batch_ == nullptr) {
        batch_ = std::make_unique<Batch>(tables_, options_);
        batch_->tell(replay_.get());
    }
    if (records_ != nullptr) batch_->use_records(records_);
    return *batch_;
}

/// Records come before the claims that they belong to: a claim is checked as it is read.
void Checker::Session::begin_documentation() {
    if (claims_begun_) {
        problems_.push_back({name_, "Administration records must be given before the claims."});
        return;
    }
    if (records_ == nullptr) records_ = std::make_shared<Administrations>();
    records_->begin_file(name_);
    auto reader = make_records_reader(*records_);
    if (reader == nullptr) {
        problems_.push_back({name_, "This engine reads no administration records; engine-full.wasm does."});
        return;
    }
    records_reader_ = reader.get();
    static IgnoringSink nobody;
    input_ = std::make_unique<Input>(std::move(reader), nobody);
}

void Checker::Session::end_documentation() {
    if (const std::string_view trouble = records_reader_->trouble(); !trouble.empty())
        problems_.push_back({name_, std::string(trouble)});
    records_->sort();
    records_reader_ = nullptr;
    input_.reset();
}

void Checker::Session::begin_remits() {
    settle_replay();
    auto reader = replay_->begin_remits(name_);
    answers_ = reader.get();
    input_ = std::make_unique<Input>(std::move(reader), *batch_);
}

void Checker::Session::settle_replay() {
    if (claims_settled_) return;
    claims_settled_ = claims_begun_ = true;
    open_batch().finish();
    replay_->settle_claims();
}

/// Earlier claims may only come first: what a rule has said must not depend on when they came.
void Checker::Session::begin_history() {
    if (claims_begun_) {
        problems_.push_back({name_, "Earlier claims must be given before the claims."});
        return;
    }
    history_ = std::make_unique<History>(open_batch());
    input_ = std::make_unique<Input>(*options_, *history_);
}

std::span<char> Checker::Session::buffer(std::size_t size) {
    if (input_ != nullptr) return input_->buffer(size);
    const std::size_t end = pack_.size();
    pack_.resize(end + size);
    pack_end_ = end;
    return {pack_.data() + end, size};
}

std::string_view Checker::Session::feed(std::size_t size) {
    start_writing();
    if (input_ == nullptr) {
        pack_.resize(pack_end_ + size);
        return take_output();
    }
    input_->feed(size, [this](const Reader& reader, bool x12) { open_file(reader, x12); });
    if (history_ != nullptr || records_reader_ != nullptr) return {};   // what begins the output comes with the claims
    return take_output();
}

void Checker::Session::open_file(const Reader& reader, bool x12) {
    if (answers_ != nullptr || records_reader_ != nullptr) return;
    if (history_ != nullptr) return batch_->begin_history(name_);
    batch_->begin_file(name_, x12, &reader);
}

void Checker::Session::end_input() {
    if (input_ != nullptr) {
        input_->end([this](const Reader& reader, bool x12) { open_file(reader, x12); });
    }
    if (records_reader_ != nullptr) {
        end_documentation();
    } else if (history_ != nullptr) {
        if (history_->claims() == 0) problems_.push_back({name_, "No claims were found in it."});
        history_.reset();
        input_.reset();
    } else if (answers_ != nullptr) {
        replay_->end_remits(*std::exchange(answers_, nullptr), input_->bytes());
        input_.reset();
    } else if (input_ != nullptr) {
        batch_->end_file(input_->reader().summary(), input_->bytes());
        if (replay_ != nullptr) replay_->end_claim_file(name_, input_->reader().summary(), input_->bytes());
        input_.reset();
    } else if (role_ == Role::tables && !pack_.empty()) {
        add_tables();
    }
    pack_.clear();
}

/// Tables may only come before claims: what a rule has said must not depend on when a table arrived.
void Checker::Session::add_tables() {
    if (batch_ != nullptr) {   // earlier claims have been read by them too
        problems_.push_back({name_, "Tables must be given before the claims."});
        return;
    }
    if (own_tables_ == nullptr) own_tables_ = Tables::copy_of_built_in();
    auto found = own_tables_->add(name_, std::move(pack_));
    problems_.insert(problems_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    tables_ = own_tables_;
}

void Checker::Session::start_writing() {
    if (!given_out_) return;
    given_out_ = false;
    if (batch_ == nullptr) return;
    batch_->output().clear();
    batch_->roster().clear();
}

std::string_view Checker::Session::take_output() {
    given_out_ = true;
    return batch_ == nullptr ? std::string_view() : std::string_view(batch_->output());
}

std::string_view Checker::Session::finish() {
    start_writing();
    end_input();
    role_ = Role::claims;
    if (options_ == nullptr) return {};
    if (replay_ == nullptr) {
        open_batch().finish();
        return take_output();
    }
    settle_replay();
    replay_->report(batch_->output());
    return take_output();
}

std::vector<Problem> Checker::Session::take_problems() { return std::exchange(problems_, {}); }

RecordsJoined Checker::Session::joined() const {
    if (records_ == nullptr || batch_ == nullptr) return {};
    return records_->apart(batch_->joined(), options_->identifiers);
}

const Totals& Checker::Session::totals() const {
    static constexpr Totals none;
    return batch_ == nullptr ? none : batch_->totals();
}

std::string_view Checker::Session::roster() const {
    return batch_ == nullptr ? std::string_view() : std::string_view(batch_->roster());
}

}  // namespace deltoid
