//! Dutch words and names as data compiled in, with lookup.

pub mod ministries;
