//! Runs code of the PDF crates so that a panic in it is an error and prints nothing.
//!
//! **Invariant:** the panic hook that was set before keeps working for every panic outside of this.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

/// Most characters of a panic's message that are kept: some print whole objects.
const MAX_REASON: usize = 160;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; a panic in it becomes an error with the first line of its message.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
    let before = QUIET.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(before);
    result.map_err(|reason| {
        let text = reason.downcast_ref::<String>().map(String::as_str).or_else(|| reason.downcast_ref().copied());
        let line = text.and_then(|text| text.lines().next()).unwrap_or("the PDF reader gave up");
        line.chars().take(MAX_REASON).collect()
    })
}
