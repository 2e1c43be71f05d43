//! The real window, driven as a person drives it: WebKit under a display that is not there.

mod access;
mod driver;
mod hands;
mod journey;
mod measure;
mod page;
mod power;
mod recipients;
mod stage;
