//! What a person can do, and the order of the steps behind it.
