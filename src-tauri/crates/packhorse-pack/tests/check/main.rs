//! Quotations held against whole documents.

mod exactness;
mod labelled;
mod papers;
