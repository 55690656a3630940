//! Thresholds that can be held to account: a table for each stage, and a way to move a value without a new build.
//!
//! A **threshold** is a number that was chosen by looking at letters or at scores, and that would be another number had
//! we looked at others: a share, a tolerance, a weight, a distance that still counts as near. It stands in the
//! `tuning.rs` of its stage, as a row with unit, reason, witness and the range in which nothing changes. **Not** a
//! threshold, and a plain `const` where it is used, is whatever somebody else decides or nobody reads a letter by: the
//! size of a cache, a limit on work or memory, how much is displayed, the version of a format, a number that a standard
//! fixes, the years in which a series of papers began.
//!
//! A row becomes a function of its name, so the code says `size < tuning::small() * other`:
//!
//! ```text
//! table! {
//!     stage "letter";
//!     /// Of the numbered items of a list of questions at least this share asks something.
//!     asking_min: f32 = 0.6, "share of items", same 0.54..=0.66, witness "k13-imperatives.pdf";
//! }
//! ```
//!
//! In an ordinary build that function is `const` and returns the literal. With the cargo feature `tuning` it asks
//! first whether the value is moved: for the whole process by `VRAAGBAAK_TUNING=letter.asking_min=0.7`, or for one
//! thread by `with`. `tests/tuning` moves every row that way and finds which letters notice; with `--write` it writes
//! what it found, range and witness, back into the tables.
//!
//! **Invariant:** a moved value reaches every use: what is computed from a threshold is never kept in a static.

/// The witness of a row that no letter, case or test is known to need.
pub const NONE_KNOWN: &str = "none known";

/// A threshold, with what is known of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// The stage whose table it stands in: `letter`.
    pub stage: &'static str,
    /// Its name, which is also that of its function.
    pub name: &'static str,
    /// Its value.
    pub value: f64,
    /// Whether it is an integer.
    pub whole: bool,
    /// What it is counted in.
    pub unit: &'static str,
    /// The lines of its reason.
    pub why: &'static [&'static str],
    /// The least and the greatest value between which no score changes, as far as it was moved.
    pub same: (f64, f64),
    /// The letter, case or test that changes when it is moved, or [`NONE_KNOWN`].
    pub witness: &'static str,
}

impl Row {
    /// The values to which it is moved, ascending: a quarter and a tenth down, a tenth and a quarter up, and at either
    /// end one so far off that whatever needs it shows. An integer moves by at least 1.
    #[must_use]
    pub fn moves(&self) -> [f64; 6] {
        [-0.75, -0.25, -0.1, 0.1, 0.25, 3.0].map(|share| {
            let moved = self.value + self.value.abs() * share;
            if !self.whole {
                moved
            } else if share < 0.0 {
                moved.round().min(self.value - 1.0).max(0.0)
            } else {
                moved.round().max(self.value + 1.0)
            }
        })
    }
}

/// Makes the table of a stage, and of each row a function of its name that returns its value.
macro_rules! table {
    (
        stage $stage:literal;
        $($(#[doc = $why:literal])+
        $name:ident: $type:ty = $value:literal, $unit:literal,
        same $least:literal..=$most:literal, witness $witness:literal;)+
    ) => {
        /// The thresholds of this stage, in the order in which a letter meets them.
        pub static TABLE: &[$crate::tuning::Row] = &[$($crate::tuning::Row {
            stage: $stage,
            name: stringify!($name),
            value: $value as f64,
            whole: 0.5 as $type as f64 == 0.0,
            unit: $unit,
            why: &[$($why),+],
            same: ($least as f64, $most as f64),
            witness: $witness,
        }),+];

        $(
            $(#[doc = $why])+
            #[cfg(not(feature = "tuning"))]
            #[inline]
            pub(super) const fn $name() -> $type {
                $value
            }

            $(#[doc = $why])+
            #[cfg(feature = "tuning")]
            pub(super) fn $name() -> $type {
                static KNOB: std::sync::LazyLock<$crate::tuning::Knob> =
                    std::sync::LazyLock::new(|| $crate::tuning::Knob::new($stage, stringify!($name), $value as f64));
                KNOB.value() as $type
            }
        )+
    };
}
pub(crate) use table;

/// Whether a value may be moved in this thread, so that what was remembered under other values must not be used.
#[cfg(not(feature = "tuning"))]
#[inline]
pub(crate) const fn is_moved() -> bool {
    false
}

#[cfg(feature = "tuning")]
pub(crate) use moved::{Knob, is_moved};
#[cfg(any(feature = "tuning", test))]
pub use moved::{seen, with};

#[cfg(any(feature = "tuning", test))]
mod moved {
    use std::cell::RefCell;
    use std::collections::BTreeSet;
    use std::sync::{Mutex, MutexGuard};

    /// A threshold as `stage.name`.
    type Name = (&'static str, &'static str);

    /// All knobs that were turned to so far; the place of a name is its number.
    static KNOBS: Mutex<Vec<Name>> = Mutex::new(Vec::new());

    #[derive(Default)]
    struct State {
        moved: Option<(usize, f64)>,
        /// For each knob whether its value was asked for.
        seen: Vec<bool>,
    }

    thread_local! {
        static STATE: RefCell<State> = RefCell::default();
    }

    /// What the function of a row asks for its value.
    pub(crate) struct Knob {
        number: usize,
        /// The value in the table, or the one that the environment gives.
        usual: f64,
    }

    fn knobs() -> MutexGuard<'static, Vec<Name>> {
        KNOBS.lock().expect("nothing panics under the lock")
    }

    impl Knob {
        pub(crate) fn new(stage: &'static str, name: &'static str, value: f64) -> Self {
            let mut knobs = knobs();
            knobs.push((stage, name));
            let given = std::env::var("VRAAGBAAK_TUNING").unwrap_or_default();
            let mut given = given.split(',').filter_map(|one| one.split_once('='));
            let given = given.rfind(|(key, _)| key.split_once('.') == Some((stage, name)));
            Self { number: knobs.len() - 1, usual: given.and_then(|(_, value)| value.parse().ok()).unwrap_or(value) }
        }

        pub(crate) fn value(&self) -> f64 {
            STATE.with_borrow_mut(|state| {
                if state.seen.len() <= self.number {
                    state.seen.resize(self.number + 1, false);
                }
                state.seen[self.number] = true;
                state.moved.filter(|(number, _)| *number == self.number).map_or(self.usual, |(_, value)| value)
            })
        }
    }

    pub(crate) fn is_moved() -> bool {
        STATE.with_borrow(|state| state.moved.is_some())
    }

    /// Does `work` with one value moved, in this thread alone. A value that nothing asked for yet cannot be moved: then
    /// `work` is done with all as usual.
    pub fn with<T>(stage: &str, name: &str, value: f64, work: impl FnOnce() -> T) -> T {
        let number = knobs().iter().position(|knob| *knob == (stage, name));
        STATE.with_borrow_mut(|state| state.moved = number.map(|number| (number, value)));
        let done = work();
        STATE.with_borrow_mut(|state| state.moved = None);
        done
    }

    /// Does `work`, and tells for which thresholds it asked in this thread.
    pub fn seen<T>(work: impl FnOnce() -> T) -> (T, BTreeSet<Name>) {
        STATE.with_borrow_mut(|state| state.seen.clear());
        let done = work();
        let knobs = knobs();
        let asked = STATE.with_borrow(|state| {
            knobs.iter().zip(&state.seen).filter(|(_, seen)| **seen).map(|(knob, _)| *knob).collect()
        });
        (done, asked)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "values are handed through as they are")]
mod tests {
    use super::Row;
    use super::moved::{Knob, is_moved, seen, with};

    #[test]
    fn a_value_moves_for_one_thread_and_one_piece_of_work() {
        let knob = Knob::new("test", "width", 0.6);
        let other = Knob::new("test", "height", 3.0);
        assert_eq!(with("test", "width", 0.7, || (knob.value(), other.value(), is_moved())), (0.7, 3.0, true));
        assert_eq!((knob.value(), is_moved()), (0.6, false));
        let elsewhere = || std::thread::scope(|scope| scope.spawn(|| knob.value()).join().expect("no panic"));
        assert_eq!(with("test", "width", 0.7, elsewhere), 0.6);
        let (_, asked) = seen(|| other.value());
        assert_eq!(asked.into_iter().collect::<Vec<_>>(), [("test", "height")]);
    }

    #[test]
    fn a_whole_number_moves_by_at_least_one() {
        let row = |value, whole| Row {
            stage: "test",
            name: "width",
            value,
            whole,
            unit: "lines",
            why: &["a test"],
            same: (value, value),
            witness: super::NONE_KNOWN,
        };
        assert_eq!(row(3.0, true).moves(), [1.0, 2.0, 2.0, 4.0, 4.0, 12.0]);
        assert_eq!(row(40.0, true).moves(), [10.0, 30.0, 36.0, 44.0, 50.0, 160.0]);
        assert_eq!(row(0.5, false).moves(), [0.125, 0.375, 0.45, 0.55, 0.625, 2.0]);
    }
}
