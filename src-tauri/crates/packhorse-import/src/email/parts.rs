//! The parts of an e-mail: which of them are its words, and which were attached.

use super::thread::Flow;
use crate::Error;
use mailparse::{DispositionType, ParsedMail};

/// Words of an e-mail, in the order they stand.
#[derive(Debug)]
pub(super) enum Content {
    Plain {
        bytes: Vec<u8>,
        charset: String,
        flow: Flow,
    },
    Html {
        bytes: Vec<u8>,
        charset: String,
    },
    /// A whole e-mail within this one.
    Email(Vec<u8>),
}

/// The parts of an e-mail, sorted.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub contents: Vec<Content>,
    /// Names of what was attached and is not read.
    pub attached: Vec<String>,
    /// Names of pictures shown among the words.
    pub shown: Vec<String>,
}

impl Parts {
    /// Sorts a part and those in it.
    pub(super) fn see(&mut self, part: &ParsedMail<'_>) -> Result<(), Error> {
        let kind = part.ctype.mimetype.as_str();
        match kind {
            "multipart/encrypted" | "application/pkcs7-mime" | "application/x-pkcs7-mime" => {
                Err(Error::Unsupported { what: "an encrypted e-mail".into() })
            }
            "multipart/alternative" => self.alternatives(part),
            // Beside the first part stand the pictures it shows.
            "multipart/related" => {
                for (at, inner) in part.subparts.iter().enumerate() {
                    if at == 0 || is_attached(inner) {
                        self.see(inner)?;
                    }
                }
                Ok(())
            }
            _ if !part.subparts.is_empty() => part.subparts.iter().try_for_each(|inner| self.see(inner)),
            _ => self.leaf(part),
        }
    }

    /// Whether it holds more than a greeting.
    pub(super) fn has_words(&self) -> bool {
        self.worth() > 400
    }

    fn leaf(&mut self, part: &ParsedMail<'_>) -> Result<(), Error> {
        let kind = part.ctype.mimetype.as_str();
        if kind == "message/rfc822" {
            self.contents.push(Content::Email(bytes(part)?));
        } else if matches!(kind, "text/plain" | "text/html") && !is_attached(part) {
            self.contents.push(words(part)?);
        } else if kind.starts_with("image/") && !is_attached(part) {
            self.shown.push(name(part));
        } else if !kind.ends_with("-signature") {
            self.attached.push(name(part));
        }
        Ok(())
    }

    /// The same words in several forms: the plain one, unless it is a stump of the other.
    fn alternatives(&mut self, part: &ParsedMail<'_>) -> Result<(), Error> {
        let mut best: Option<(usize, Parts)> = None;
        for inner in &part.subparts {
            let mut parts = Parts::default();
            parts.see(inner)?;
            self.attached.append(&mut parts.attached);
            self.shown.append(&mut parts.shown);
            let worth = parts.worth();
            if worth > best.as_ref().map_or(0, |(best, _)| *best) {
                best = Some((worth, parts));
            }
        }
        self.contents.extend(best.map(|(_, parts)| parts.contents).unwrap_or_default());
        Ok(())
    }

    /// How much of the e-mail's words this form holds: markup counts little, so that plain text wins.
    fn worth(&self) -> usize {
        let of = |content: &Content| match content {
            Content::Plain { bytes, .. } => 10 * letters(bytes),
            Content::Html { bytes, .. } => letters(&unmarked(bytes)) * 2 + 1,
            Content::Email(bytes) => bytes.len(),
        };
        self.contents.iter().map(of).sum()
    }
}

/// How many letters and figures some text holds, whatever its encoding.
pub(super) fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| byte.is_ascii_alphanumeric()).count()
}

/// A web page's bytes without its tags and what stands in its head.
fn unmarked(bytes: &[u8]) -> Vec<u8> {
    let lower = bytes.to_ascii_lowercase();
    let body = lower.windows(5).position(|window| window == b"<body").unwrap_or(0);
    let mut inside = false;
    let outside = |byte: &u8| {
        inside = *byte == b'<' || inside && *byte != b'>';
        !inside
    };
    bytes[body..].iter().copied().filter(outside).collect()
}

/// Whether a part was attached rather than written.
fn is_attached(part: &ParsedMail<'_>) -> bool {
    let disposition = part.get_content_disposition();
    let named = disposition.params.contains_key("filename") || part.ctype.params.contains_key("name");
    let text = part.ctype.mimetype.starts_with("text/");
    disposition.disposition == DispositionType::Attachment || text && named
}

/// What an attachment is called.
fn name(part: &ParsedMail<'_>) -> String {
    let disposition = part.get_content_disposition();
    let name = disposition.params.get("filename").or_else(|| part.ctype.params.get("name"));
    let plain: String =
        name.map_or("", String::as_str).chars().filter(|c| !c.is_control()).take(80).collect();
    match plain.trim() {
        "" => format!("one without a name ({})", part.ctype.mimetype.chars().take(40).collect::<String>()),
        name => name.to_owned(),
    }
}

fn bytes(part: &ParsedMail<'_>) -> Result<Vec<u8>, Error> {
    part.get_body_raw()
        .map_err(|_| Error::Damaged { reason: "a part of the e-mail cannot be decoded".into() })
}

fn words(part: &ParsedMail<'_>) -> Result<Content, Error> {
    let bytes = bytes(part)?;
    let says = |key: &str| part.ctype.params.get(key).map(|value| value.to_lowercase());
    // A charset nobody declared is told by the bytes.
    let charset = says("charset").unwrap_or_default();
    if part.ctype.mimetype == "text/html" {
        return Ok(Content::Html { bytes, charset });
    }
    let flowed = says("format").as_deref() == Some("flowed");
    let closed = says("delsp").as_deref() == Some("yes");
    Ok(Content::Plain { bytes, charset, flow: Flow { flowed, closed } })
}
