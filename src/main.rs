//! Hands the command line to the face that answers it.

use std::process::ExitCode;

fn main() -> ExitCode {
    vraagbaak::cli::run()
}
