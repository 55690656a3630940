//! What people and programs see of the answers.
//!
//! **Invariant:** the only home of argument parsing and of output; no rule about letters, citations or ranking here.

pub mod cli;
pub mod view;
pub mod web;
