//! packhorse-cli

fn main() {}
