// SPDX-License-Identifier: Apache-2.0
// A session in blocks: inputs cut as they come, each block checked by itself and joined as if it were read in place.
#include "deltoid/crew.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "batch.hpp"
#include "input.hpp"
#include "readers/x12_cutter.hpp"
#include "session.hpp"

namespace deltoid {

/// A stretch of one input, with what reading it takes and what it found. Used again for its memory.
class Crew::Block {
public:
    Block(std::shared_ptr<const Tables> tables, std::shared_ptr<const Options> options)
        : batch(std::move(tables), std::move(options)) {
        batch.output().clear();   // what a writer begins with is said by the session
    }

    std::unique_ptr<char[]> room;
    std::size_t capacity = 0;
    std::size_t filled = 0;             ///< bytes in the room
    std::size_t size = 0;               ///< bytes that are the block's, at the front
    std::uint64_t offset = 0;           ///< of its first byte in the input
    std::string file;
    std::uint32_t file_number = 0;
    std::uint64_t file_bytes = 0;       ///< of the whole input; known to its last block
    bool first = false, last = false;   ///< of its input
    bool in_order = false;              ///< it is read when it is joined, behind the ones before it
    std::unique_ptr<Reader> reader;     ///< in order: that of the rest of the input, with its first block only
    Batch batch;

    void reserve(std::size_t wanted) {
        if (wanted <= capacity) return;
        wanted = std::max(wanted, capacity + capacity / 2);
        std::unique_ptr<char[]> larger(new char[wanted]);   // not make_unique: it would clear every byte
        if (filled != 0) std::memcpy(larger.get(), room.get(), filled);
        room = std::move(larger);
        capacity = wanted;
    }

    bool checked = false;

    void check() {
        if (in_order || checked) return;
        checked = true;
        batch.continue_file(file, file_number, true, reader.get());
        const std::span<const char> bytes(room.get(), size);
        const std::size_t done = reader->read(bytes, offset, batch);
        reader->end(bytes.subspan(done), offset + done, batch);
    }
};

namespace {

/// What is left of an 837 file that cannot be cut, read piece by piece.
struct Rest {
    std::unique_ptr<Reader> reader;
    std::uint64_t offset;      ///< of the first unread byte
    std::string unread = {};

    void read(std::span<const char> bytes, Sink& sink) {
        unread.append(bytes.data(), bytes.size());
        const std::size_t done = reader->read(unread, offset, sink);
        unread.erase(0, done);
        offset += done;
    }
    void end(Sink& sink) { reader->end(unread, offset, sink); }
};

}  // namespace

/// Where the crew stands: the input that is being cut, and the blocks on their way.
class Crew::Cutting {
public:
    Cutting(Checker::Session& session, std::size_t block_size) : session_(session), block_size_(block_size) {
        session_.end_input();   // the last of the tables
    }

    void begin(std::string_view name) {
        name_ = name;
        kind_ = Kind::undecided;
        bytes_ = offset_ = 0;
        first_ = true;
        cutter_.reset();
        open_ = spare();
    }

    std::span<char> buffer(std::size_t size) {
        open_->reserve(open_->filled + size);
        return {open_->room.get() + open_->filled, open_->capacity - open_->filled};
    }

    void feed(std::size_t size) {
        open_->filled += size;
        bytes_ += size;
        cut(false);
    }

    void end() {
        cut(true);
        open_.reset();
        ++file_number_;
    }

    Block* take() {
        if (ready_.empty()) return nullptr;
        taken_.push_back(std::move(ready_.front()));
        ready_.pop_front();
        return taken_.back().get();
    }

    std::string_view join(Block& block) {
        session_.start_writing();
        if (!block.in_order) join_checked(block);
        else if (block.reader != nullptr || rest_) join_rest(block);
        else join_unread(block);
        const std::string_view output = session_.take_output();
        spares_.push_back(std::move(taken_.front()));
        taken_.pop_front();
        return output;
    }

    std::string_view finish() { return session_.finish(); }

private:
    enum class Kind : std::uint8_t {
        undecided,
        segments,    ///< cut at subscriber loops
        in_order,    ///< cut anywhere, and read when joined
    };

    /// Blocks with no subscriber loop to cut at are kept up to so many usual ones.
    static constexpr std::size_t patience = 16;

    std::unique_ptr<Block> spare() {
        if (spares_.empty()) {
            auto block = std::make_unique<Block>(session_.tables_, session_.options_);
            if (session_.records_ != nullptr) block->batch.use_records(session_.records_);
            return block;
        }
        std::unique_ptr<Block> block = std::move(spares_.back());
        spares_.pop_back();
        block->filled = block->size = 0;
        block->reader.reset();
        block->checked = false;
        return block;
    }

    void cut(bool at_end) {
        if (kind_ == Kind::undecided) decide(at_end);
        if (kind_ == Kind::in_order) return cut_off(open_->filled, at_end, nullptr);
        while (kind_ == Kind::segments) {
            // A file without subscribers, an 835 for one, is no file to be held in memory: the last block's reader goes
            // on reading what comes.
            const bool give_up = open_->filled > patience * block_size_;
            auto block = cutter_->cut({open_->room.get(), open_->filled}, at_end || give_up);
            if (!block) return;
            if (!block->last || at_end) {
                cut_off(block->size, block->last, std::move(block->reader));
                if (block->last) return;
            } else {
                kind_ = Kind::in_order;
                return cut_off(block->size, false, std::move(block->reader));
            }
        }
    }

    void decide(bool at_end) {
        const auto x12 = Input::is_plain_x12({open_->room.get(), open_->filled}, *session_.options_, at_end);
        if (!x12) return;
        kind_ = *x12 ? Kind::segments : Kind::in_order;
        if (*x12) cutter_.emplace(block_size_);
    }

    /// The first `size` bytes are a block; what follows them begins the next one.
    void cut_off(std::size_t size, bool last, std::unique_ptr<Reader> reader) {
        std::unique_ptr<Block> next = last ? nullptr : spare();
        const std::size_t rest = open_->filled - size;
        if (next != nullptr) next->reserve(std::max(rest, block_size_ + block_size_ / 4));
        if (rest != 0) {
            std::memcpy(next->room.get(), open_->room.get() + size, rest);
            next->filled = rest;
        }
        open_->size = size;
        open_->offset = offset_;
        open_->file = name_;
        open_->file_number = file_number_;
        open_->file_bytes = bytes_;
        open_->first = first_;
        open_->last = last;
        open_->in_order = kind_ == Kind::in_order;
        open_->reader = std::move(reader);
        offset_ += size;
        first_ = false;
        ready_.push_back(std::move(open_));
        open_ = std::move(next);
    }

    void join_checked(Block& block) {
        block.check();
        Batch& batch = session_.open_batch();
        if (block.first) batch.begin_file(block.file, true, nullptr);
        batch.absorb(block.batch);
        if (block.last) batch.end_file(block.reader->summary(), block.file_bytes);
    }

    void join_rest(Block& block) {
        Batch& batch = session_.open_batch();
        if (block.first) batch.begin_file(block.file, true, nullptr);
        if (!rest_) {
            rest_.emplace(Rest{std::move(block.reader), block.offset});
            batch.continue_file(block.file, block.file_number, true, rest_->reader.get());
        }
        rest_->read({block.room.get(), block.size}, batch);
        if (!block.last) return;
        rest_->end(batch);
        batch.end_file(rest_->reader->summary(), block.file_bytes);
        rest_.reset();
    }

    /// Inputs that are not X12, or not as they lie.
    void join_unread(Block& block) {
        if (block.first) session_.begin(Role::claims, block.file);
        if (block.size != 0) {
            std::memcpy(session_.buffer(block.size).data(), block.room.get(), block.size);
            (void)session_.feed(block.size);
        }
        if (block.last) session_.end_input();
    }

    Checker::Session& session_;
    std::size_t block_size_;

    // The input that is being cut.
    std::string name_;
    std::uint32_t file_number_ = 0;
    Kind kind_ = Kind::undecided;
    std::uint64_t bytes_ = 0;            ///< fed so far
    std::uint64_t offset_ = 0;           ///< of the next block
    bool first_ = true;
    std::optional<x12::X12Cutter> cutter_;
    std::unique_ptr<Block> open_;        ///< what came behind the last cut

    std::optional<Rest> rest_;           ///< of the input that is being joined

    std::deque<std::unique_ptr<Block>> ready_, taken_;
    std::vector<std::unique_ptr<Block>> spares_;
};

Crew::Crew(Checker& checker, std::size_t block_size)
    : cutting_(std::make_unique<Cutting>(*checker.session_, block_size)) {}
Crew::~Crew() = default;
void Crew::begin(std::string_view name) { cutting_->begin(name); }
std::span<char> Crew::buffer(std::size_t size) { return cutting_->buffer(size); }
void Crew::feed(std::size_t size) { cutting_->feed(size); }
void Crew::end() { cutting_->end(); }
Crew::Block* Crew::take() { return cutting_->take(); }
std::string_view Crew::join(Block& block) { return cutting_->join(block); }
std::string_view Crew::finish() { return cutting_->finish(); }
std::size_t Crew::work(const Block& block) { return block.in_order ? 0 : block.size; }

void Crew::check(Block& block) { block.check(); }

}  // namespace deltoid
