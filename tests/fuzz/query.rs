//! Any string is a query: it is read, and what is printed of it is read as the same query.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vraagbaak::search::Query;

fuzz_target!(|typed: &str| {
    let (query, unread) = Query::parse(typed);
    let length = typed.chars().count();
    assert!(unread.iter().all(|unread| unread.at[0] <= unread.at[1] && unread.at[1] <= length));
    assert_eq!(Query::parse(&query.to_string()).0, query);
});
