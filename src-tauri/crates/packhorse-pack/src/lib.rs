//! Picks, checks quotations and composes a pack for an audience.
