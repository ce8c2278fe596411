// SPDX-License-Identifier: Apache-2.0
// The run of a template: the note for any injection, or those that the claims of a file ask for.
#include "template.hpp"

#include <fmt/format.h>

#include <string>

#include "deltoid/template.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "session.hpp"
#include "terminal.hpp"
#include "words.hpp"

namespace deltoid::cli {
namespace {

NoteForm form_of(const std::string& format) {
    return format == "json" ? NoteForm::json : format == "plain" ? NoteForm::plain : NoteForm::text;
}

class TemplateRun {
public:
    explicit TemplateRun(const CheckArguments& arguments) : arguments_(arguments), form_(form_of(arguments.format)) {
        arguments_.format = "none";   // nothing is said of the claims
    }

    int run() {
        if (arguments_.files.empty()) return write_blank();
        Inputs inputs(arguments_.files, [this](const std::string& sentence) { (void)is_well(sentence); });
        if (!is_well(output_.open(arguments_.out)) || !output_is_no_input(inputs) ||
            !open_checker(arguments_, false, checker_) || !give_tables(arguments_.tables, checker_) || !give_records())
            return not_done;
        NoteTemplates notes(checker_, form_);
        std::size_t files = 0;
        for (; inputs.next(); ++files) read(inputs, notes);
        if (files == 0) return not_done;
        output_.write(notes.finish());
        tell_problems(notes);
        return finish(notes.totals());
    }

private:
    static constexpr std::size_t piece = std::size_t{1} << 20;

    int write_blank() {
        if (!is_well(output_.open(arguments_.out))) return not_done;
        output_.write(deltoid::note_template(form_));
        output_.finish();
        return is_well(output_.problem()) ? all_is_well : not_done;
    }

    /// Administration records, before the claims that they belong to.
    bool give_records() {
        if (arguments_.documentation.empty()) return true;
        Inputs records({arguments_.documentation}, [this](const std::string& sentence) { (void)is_well(sentence); });
        while (records.next()) {
            checker_.begin(Role::documentation, records.name());
            while (const std::size_t got = records.read(checker_.buffer(piece))) (void)checker_.feed(got);
        }
        checker_.begin(Role::tables, {});   // an input is looked at when the next one begins
        const auto problems = checker_.problems();
        for (const Problem& problem : problems) complain(fmt::format("{}: {}", problem.path, problem.message));
        return problems.empty() && well_;
    }

    void read(Inputs& inputs, NoteTemplates& notes) {
        notes.begin(inputs.name());
        while (output_.problem().empty()) {
            const std::size_t got = inputs.read(notes.buffer(piece));
            if (got == 0) break;
            output_.write(notes.feed(got));
        }
    }

    static void tell_problems(NoteTemplates& notes) {
        for (const Problem& problem : notes.problems()) complain(fmt::format("{}: {}", problem.path, problem.message));
        const std::uint64_t all = notes.totals().problems;
        if (all > NoteTemplates::most_told)
            complain(fmt::format("{} more like these.", with_commas(all - NoteTemplates::most_told)));
    }

    /// That there is no note to complete is said: an empty output could be anything.
    int finish(const NoteTemplates::Totals& totals) {
        if (totals.notes == 0 && totals.claims != 0)
            complain(totals.claims == 1 ? "The claim has no line of 96372 with an injection to write a note for."
                                        : fmt::format("None of the {} claims has a line of 96372 to write a note for.",
                                                      with_commas(totals.claims)));
        if (totals.claims == 0) complain("No claim was read, so there is no note to complete.");
        output_.finish();
        if (!is_well(output_.problem()) || !well_) return not_done;
        return totals.notes == 0 ? something_found : all_is_well;
    }

    bool output_is_no_input(const Inputs& inputs) {
        if (output_.replaced() == nullptr) return true;
        const std::string path = inputs.path_of(*output_.replaced());
        return path.empty() || is_well(fmt::format("--out would replace {}, which is to be read.", path));
    }

    bool is_well(const std::string& sentence) {
        if (sentence.empty()) return true;
        complain(sentence);
        well_ = false;
        return false;
    }

    CheckArguments arguments_;
    NoteForm form_;
    Output output_;
    Checker checker_;
    bool well_ = true;
};

}   // namespace

int note_template(const CheckArguments& arguments) { return TemplateRun(arguments).run(); }

}   // namespace deltoid::cli
