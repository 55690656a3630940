//! Reading in other processes: whatever a file does, it costs that file alone.

use std::path::PathBuf;
use std::time::Duration;

use vraagbaak::record::page_map::Reading;
use vraagbaak::worker::{Config, Error, read_all};

/// One reading process at a time, started by a line of shell that has the memory limit as `$0`.
fn shell(line: &str) -> Config {
    let arguments = ["-c", line].map(Into::into).to_vec();
    Config { count: 1, time: Duration::from_secs(20), ..Config::new(PathBuf::from("sh"), arguments) }
}

fn program() -> String {
    env!("CARGO_BIN_EXE_vraagbaak").to_owned()
}

fn read(config: &Config, letters: &[&[u8]]) -> Vec<Result<Reading, Error>> {
    let mut results = Vec::new();
    read_all(
        config,
        letters.to_vec(),
        |bytes| Ok(bytes.to_vec()),
        |_, result| {
            results.push(result);
            true
        },
    );
    results
}

const LETTER: &[u8] = b"Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nTwee.\n";

#[test]
fn a_worker_serves_many_letters() {
    let config = Config::new(program().into(), vec!["worker".into()]);
    let results = read(&config, &[LETTER; 20]);
    assert_eq!(results.len(), 20);
    assert!(results.iter().all(|result| result.as_ref().is_ok_and(|(record, _)| record.pairs.len() == 1)));
}

#[test]
fn a_refusal_leaves_the_worker_alive() {
    let mark = tempfile::tempdir().expect("a temporary folder");
    let mark = mark.path().join("started");
    let once = format!("test -e {0} && exit 3; touch {0}; exec {1} worker $0", mark.display(), program());
    let results = read(&shell(&once), &[b"", LETTER]);
    assert!(matches!(&results[0], Err(Error::Refused(refusal)) if refusal.kind == "empty"), "{results:?}");
    assert!(results[1].is_ok(), "{results:?}");
}

#[test]
fn a_crash_costs_one_letter() {
    let mark = tempfile::tempdir().expect("a temporary folder");
    let mark = mark.path().join("started");
    let crashes_once =
        format!("test -e {0} || {{ touch {0}; exit 3; }}; exec {1} worker $0", mark.display(), program());
    let results = read(&shell(&crashes_once), &[LETTER, LETTER]);
    assert!(matches!(&results[0], Err(Error::Died(how)) if how == "exit status: 3"), "{results:?}");
    assert!(results[1].is_ok(), "{results:?}");
}

#[test]
fn a_hang_is_ended_by_the_clock() {
    let config = Config { time: Duration::from_millis(200), ..shell("exec sleep 60") };
    let results = read(&config, &[LETTER]);
    assert!(matches!(&results[0], Err(Error::TooSlow(_))), "{results:?}");
}

#[test]
fn the_last_words_tell_memory_from_a_crash() {
    let results = read(&shell("echo 'memory allocation of 9 bytes failed' >&2; kill -ABRT $$"), &[LETTER]);
    assert!(matches!(&results[0], Err(Error::TooBig(_))), "{results:?}");
    let results = read(&shell("echo 'thread main has overflowed its stack' >&2; kill -ABRT $$"), &[LETTER]);
    assert!(matches!(&results[0], Err(Error::Died(how)) if how.contains("overflowed its stack")), "{results:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded() {
    // So little that the program starts, and a file of this size does not fit.
    let config = Config { memory: 160 << 20, count: 1, ..Config::new(program().into(), vec!["worker".into()]) };
    let large = vec![b'a'; 192 << 20];
    let results = read(&config, &[&large, LETTER]);
    assert!(matches!(&results[0], Err(Error::TooBig(_))), "{results:?}");
    assert!(results[1].is_ok(), "{results:?}");
}

#[test]
fn a_program_that_is_not_there_is_told() {
    let config = Config { program: "/no/such/program".into(), ..shell("") };
    assert!(matches!(&read(&config, &[LETTER])[0], Err(Error::Start(_))));
}
