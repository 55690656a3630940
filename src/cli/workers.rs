//! The processes that read letters.

use crate::cli::args::Recognition;
use crate::worker;

/// As many as there are cores, each this program again.
pub(super) fn workers(recognition: Recognition) -> anyhow::Result<worker::Config> {
    let program = std::env::current_exe()?;
    let config = worker::Config::new(program, vec!["worker".into()]);
    Ok(worker::Config { scans: recognition.scans(), ..config })
}
