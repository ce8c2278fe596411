// SPDX-License-Identifier: Apache-2.0
// The command line: reads the arguments and hands over to the command.
#include "arguments.hpp"
#include "check.hpp"
#include "files.hpp"
#include "fix.hpp"
#include "interrupt.hpp"
#include "replay.hpp"
#include "rulebook.hpp"
#include "tables.hpp"
#include "template.hpp"

int main(int count, char** texts) {
    using namespace deltoid::cli;
    hold_standard_descriptors();
    prepare_for_interrupts();
    Arguments arguments;
    int status = 0;
    if (!read_arguments(count, texts, arguments, status)) return status;
    switch (arguments.command) {
        case Arguments::Command::check: return check(arguments.check);
        case Arguments::Command::fix: return fix(arguments.check, arguments.fix);
        case Arguments::Command::replay: return replay(arguments.check, arguments.replay);
        case Arguments::Command::note_template: return note_template(arguments.check);
        case Arguments::Command::explain: return explain_rule(arguments);
        case Arguments::Command::rules: return list_rules(arguments);
        case Arguments::Command::tables_import: return import_tables(arguments.tables);
        case Arguments::Command::tables_list: return list_tables(arguments.tables);
        case Arguments::Command::tables_verify: return verify_tables(arguments.tables);
        case Arguments::Command::version: return show_version(arguments);
    }
    return status;
}
