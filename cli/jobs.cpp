// SPDX-License-Identifier: Apache-2.0
// One job feeds the checker; several share the blocks of a crew, and the calling thread cuts, joins and helps.
#include "jobs.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "deltoid/crew.hpp"

namespace deltoid::cli {
namespace {

constexpr std::size_t read_size = std::size_t{1} << 20;

class OneJob final : public Jobs {
public:
    OneJob(Checker& checker, Output& output) : checker_(checker), output_(output) {}

    void begin(std::string_view name) override { checker_.begin(Role::claims, name); }
    std::span<char> buffer() override { return checker_.buffer(read_size).first(read_size); }
    void feed(std::size_t size) override { output_.write(checker_.feed(size)); }
    void end() override {}
    void settle() override {}
    void finish() override { output_.write(checker_.finish()); }

private:
    Checker& checker_;
    Output& output_;
};

class SeveralJobs final : public Jobs {
public:
    SeveralJobs(unsigned count, Checker& checker, Output& output)
        : crew_(checker), output_(output), helpers_wanted_(count - 1), most_blocks_(2 * std::size_t{count} + 1) {}

    ~SeveralJobs() override {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        work_.notify_all();
        for (std::thread& helper : helpers_) helper.join();
    }

    SeveralJobs(const SeveralJobs&) = delete;
    SeveralJobs& operator=(const SeveralJobs&) = delete;

    void begin(std::string_view name) override { crew_.begin(name); }
    std::span<char> buffer() override { return crew_.buffer(read_size / 2); }

    void feed(std::size_t size) override {
        crew_.feed(size);
        pass_on();
    }

    void end() override {
        crew_.end();
        pass_on();
    }

    void settle() override {
        while (!tasks_.empty()) join_first();
    }

    void finish() override {
        settle();
        output_.write(crew_.finish());
    }

private:
    enum class State { waiting, taken, done };
    struct Task {
        Crew::Block* block;
        State state;
    };

    /// Gives complete blocks to the helpers and writes what is finished; waits when too much is on its way.
    void pass_on() {
        while (Crew::Block* block = crew_.take()) {
            const bool for_helpers = Crew::work(*block) != 0;
            {
                const std::lock_guard lock(mutex_);
                tasks_.push_back({block, for_helpers ? State::waiting : State::done});
                work_waiting_ += Crew::work(*block);
            }
            if (for_helpers) call_helper();
            while (tasks_.size() > most_blocks_) join_first();
        }
        while (!tasks_.empty() && first_is_done()) join_first();
    }

    /// A small input is done before a thread has begun.
    void call_helper() {
        constexpr std::size_t worth_a_thread = Crew::usual_block_size / 2;
        bool wanted = false;
        {
            const std::lock_guard lock(mutex_);
            wanted = helpers_wanted_ != 0 && work_waiting_ > worth_a_thread;
        }
        if (wanted) start_helper();
        work_.notify_one();
    }

    void start_helper() {
        try {
            helpers_.emplace_back([this] { help(); });
            --helpers_wanted_;
        } catch (const std::system_error&) {
            helpers_wanted_ = 0;   // the system gives no more threads: those there are do the work
        }
    }

    void help() {
        std::unique_lock lock(mutex_);
        for (;;) {
            Task* task = nullptr;
            work_.wait(lock, [&] { return stop_ || (task = next_waiting()) != nullptr; });
            if (stop_) return;
            check(*task, lock);
        }
    }

    /// Call with the lock held.
    [[nodiscard]] Task* next_waiting() {
        const auto next =
            std::find_if(tasks_.begin(), tasks_.end(), [](const Task& task) { return task.state == State::waiting; });
        return next == tasks_.end() ? nullptr : &*next;
    }

    /// Lets go of the lock while the block is being checked; a task stays where it is until it is done.
    void check(Task& task, std::unique_lock<std::mutex>& lock) {
        task.state = State::taken;
        work_waiting_ -= Crew::work(*task.block);
        lock.unlock();
        Crew::check(*task.block);
        lock.lock();
        task.state = State::done;
        done_.notify_one();
    }

    [[nodiscard]] bool first_is_done() {
        const std::lock_guard lock(mutex_);
        return tasks_.front().state == State::done;
    }

    /// Writes what the first block has to say; until it is done, this thread does what there is to do.
    void join_first() {
        Crew::Block* block = nullptr;
        {
            std::unique_lock lock(mutex_);
            while (tasks_.front().state != State::done) {
                if (Task* task = next_waiting()) check(*task, lock);
                else done_.wait(lock);
            }
            block = tasks_.front().block;
            tasks_.pop_front();
        }
        output_.write(crew_.join(*block));
    }

    Crew crew_;
    Output& output_;
    std::size_t helpers_wanted_;
    const std::size_t most_blocks_;       ///< on their way at once: this bounds the memory

    std::mutex mutex_;   ///< guards what follows, but for the size of tasks_: only one thread changes it
    std::condition_variable work_, done_;
    std::deque<Task> tasks_;              ///< in the order of the input
    std::size_t work_waiting_ = 0;        ///< bytes
    bool stop_ = false;
    std::vector<std::thread> helpers_;    ///< last: they use the rest
};

}  // namespace

std::unique_ptr<Jobs> make_jobs(unsigned count, Checker& checker, Output& output) {
    if (count <= 1) return std::make_unique<OneJob>(checker, output);
    return std::make_unique<SeveralJobs>(count, checker, output);
}

}  // namespace deltoid::cli
