//! What the readers of office files share: parts of an archive and safe XML.

use crate::{Error, Limits};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read as _};

/// How deep elements may nest; honest documents stay under a few dozen.
const DEPTH: usize = 256;

/// The unpacked text of one part of an archive.
pub(crate) fn part(bytes: &[u8], name: &str, limits: &Limits) -> Result<Option<String>, Error> {
    let damaged = |error: &dyn std::fmt::Display| Error::Damaged {
        reason: format!("a part cannot be unpacked ({error})"),
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let Some(index) = archive.index_for_name(name) else { return Ok(None) };
    let part = archive.by_index(index).map_err(|error| damaged(&error))?;
    if part.size() > limits.inflated {
        return Err(Error::Inflated { limit: limits.inflated });
    }
    // The declared size may lie, so the bytes are counted as well.
    let mut text = Vec::new();
    part.take(limits.inflated + 1).read_to_end(&mut text).map_err(|error| damaged(&error))?;
    if text.len() as u64 > limits.inflated {
        return Err(Error::Inflated { limit: limits.inflated });
    }
    String::from_utf8(text).map(Some).map_err(|error| damaged(&error))
}

/// What a reader of XML is told.
pub(crate) enum Node<'a> {
    /// An element begins: its name without prefix, and its attributes.
    Open(&'a str, Vec<(String, String)>),
    /// An element ends.
    Close(&'a str),
    /// Text.
    Text(&'a str),
}

/// Walks XML and tells `see` what stands there. A document type is refused.
pub(crate) fn walk(xml: &str, mut see: impl FnMut(Node<'_>)) -> Result<(), Error> {
    let damaged = |reason: String| Error::Damaged { reason };
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| damaged(error.to_string()))? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(damaged("its elements nest too deep".into()));
                }
                see(Node::Open(local(element.name().as_ref()), attributes(&element)));
            }
            Event::Empty(element) => {
                see(Node::Open(local(element.name().as_ref()), attributes(&element)));
                see(Node::Close(local(element.name().as_ref())));
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                see(Node::Close(local(element.name().as_ref())));
            }
            Event::Text(text) => see(Node::Text(&text.xml10_content())),
            Event::CData(text) => see(Node::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let word =
                    reference_text(&reference).ok_or_else(|| damaged("it uses an unknown entity".into()))?;
                see(Node::Text(&word));
            }
            Event::DocType(_) => {
                return Err(damaged("it declares a document type, which office files never do".into()));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn reference_text(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c.to_string());
    }
    let name: &str = reference.as_ref();
    let text = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(text.to_owned())
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn attributes(element: &quick_xml::events::BytesStart<'_>) -> Vec<(String, String)> {
    let pair = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let key = attribute.key.as_ref().to_owned();
        let value: &str = attribute.value.as_ref();
        (key, value.to_owned())
    };
    element.attributes().flatten().map(pair).collect()
}
