//! Runs the command line: everything it does is in [`vraagbaak::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    vraagbaak::cli::run()
}
