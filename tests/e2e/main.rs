//! The real window, driven as a person drives it: WebKit under a display that is not there.

mod access;
mod closed;
mod disk;
mod driver;
mod hands;
mod journey;
mod measure;
mod must_fix;
mod page;
mod power;
mod recipients;
mod refused;
mod screens;
mod stage;
mod steps;
mod undo;
mod undo_pack;
