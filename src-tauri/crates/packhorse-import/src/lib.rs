//! Bytes in, a document out: text with pages, paragraphs and tables.
//!
//! What a file is, is told by its content and never by its name. A program reads through a
//! [`Worker`]: the parsers run in a child process with limits, so that a hostile file costs itself
//! and nothing else. Nothing remote is ever fetched.

mod build;
mod docx;
mod email;
mod error;
mod frames;
mod html;
mod limits;
mod odt;
pub mod outcomes;
mod pdf;
mod picture;
mod plain;
mod sniff;
mod worker;
mod xml;

pub use error::Error;
pub use limits::Limits;
pub use picture::{Look, Picture, Pixels, sheet};
pub use worker::{Read, WORKER_ARGUMENT, Worker, worker};

use packhorse_model::{Document, Format};

/// Reads a file's bytes in this process.
///
/// A hostile file can hang or end the process: programs use a [`Worker`] instead.
///
/// # Errors
///
/// Says what stopped the bytes from becoming a document.
pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Document, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() as u64 > limits.input {
        return Err(Error::TooLarge { limit: limits.input });
    }
    let format = sniff::format(bytes, name)?;
    let document = match format {
        Format::Pdf => pdf::read(bytes, limits),
        Format::Docx => docx::read(bytes, limits),
        Format::Odt => odt::read(bytes, limits),
        Format::Email => email::read(bytes, limits),
        Format::Html => html::read(bytes, limits),
        Format::Text if bytes.len() as u64 > limits.markup => Err(Error::TooLarge { limit: limits.markup }),
        Format::Text => plain::read(bytes),
        Format::Spreadsheet => outcomes::read(bytes, limits).map(|table| table.document()),
    }?;
    if document.text.len() as u64 > limits.markup {
        return Err(Error::TooLarge { limit: limits.markup });
    }
    let quotable = document.text.chars().filter(|c| c.is_alphanumeric()).take(3).count();
    if quotable < 3 { Err(Error::NoText) } else { Ok(document) }
}
