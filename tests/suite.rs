//! One suite: each module tests a stage, from the outside.

// Citations: find, resolve, canonical ids, addresses, errors.
mod citations;
