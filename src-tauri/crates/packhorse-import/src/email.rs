//! E-mails: who wrote to whom, when and about what, then the words; attachments are named and not read.

mod header;
mod parts;
mod thread;

use crate::build::{self, Draft};
use crate::{Error, Limits};
use header::{Field, said};
use mailparse::ParsedMail;
use packhorse_model::{BlockKind, Document, Format, Notice};
use parts::{Content, Parts};

pub(crate) use header::begins_email;

/// How deep e-mails may stand within e-mails; what is deeper is told of.
const DEPTH: usize = 4;

/// Lines that look like the edge of a part; honest e-mails stay far below.
const EDGES: usize = 20_000;

/// Reads an e-mail.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let edges = bytes.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"--")).count();
    if edges > EDGES {
        return Err(Error::Damaged { reason: "it has far too many parts".into() });
    }
    let bytes = header::after_envelope(bytes)?;
    let mut reader = Reader { limits, drafts: Vec::new(), attached: Vec::new(), notices: Vec::new() };
    let mail = parsed(bytes)?;
    reader.email(&mail, 0)?;
    let Reader { mut drafts, attached, mut notices, .. } = reader;
    drafts.iter_mut().for_each(Draft::take_mark);
    notices.extend(told(&attached));
    let mut document = build::document(Format::Email, None, &drafts, notices);
    document.title_hint = said(&mail, Field::Subject);
    document.published_hint = header::day(&mail);
    Ok(document)
}

fn parsed(bytes: &[u8]) -> Result<ParsedMail<'_>, Error> {
    mailparse::parse_mail(bytes)
        .map_err(|_| Error::Damaged { reason: "it does not follow the rules of e-mail".into() })
}

struct Reader<'a> {
    limits: &'a Limits,
    drafts: Vec<Draft>,
    attached: Vec<String>,
    notices: Vec<Notice>,
}

impl Reader<'_> {
    /// The head and the words of an e-mail, and of those that stand in it.
    fn email(&mut self, mail: &ParsedMail<'_>, depth: usize) -> Result<(), Error> {
        self.head(mail, depth);
        let mut parts = Parts::default();
        parts.see(mail)?;
        self.attached.append(&mut parts.attached);
        if !parts.has_words() {
            // An e-mail that is nothing but a picture says so.
            self.attached.append(&mut parts.shown);
        }
        for content in parts.contents {
            match content {
                Content::Plain { bytes, charset, flow } => {
                    let text = self.decoded(&bytes, &charset)?;
                    self.drafts.extend(thread::drafts(&text, flow));
                }
                Content::Html { bytes, charset } => {
                    let text = self.decoded(&bytes, &charset)?;
                    let blocks = crate::html::every_block(&text)?;
                    self.drafts.extend(crate::frames::unframed(blocks));
                }
                Content::Email(bytes) if depth < DEPTH => {
                    self.email(&parsed(header::after_envelope(&bytes)?)?, depth + 1)?
                }
                Content::Email(_) => self.attached.push("an e-mail within an e-mail".into()),
            }
        }
        Ok(())
    }

    /// What a reader sees above an e-mail: its subject as title, then who, when and to whom.
    fn head(&mut self, mail: &ParsedMail<'_>, depth: usize) {
        if let Some(subject) = said(mail, Field::Subject) {
            let level = u8::try_from(depth + 1).unwrap_or(6);
            self.drafts.push(Draft::new(BlockKind::Heading { level }, None, subject));
        }
        for field in [Field::From, Field::Date, Field::To, Field::Cc] {
            if let Some(words) = said(mail, field) {
                let line = format!("{}: {words}", field.name());
                self.drafts.push(Draft::new(BlockKind::Paragraph, None, line));
            }
        }
    }

    /// The text of a part: by the encoding it declares or, where it declares none, the one its bytes betray.
    fn decoded(&mut self, bytes: &[u8], charset: &str) -> Result<String, Error> {
        if bytes.len() as u64 > self.limits.markup {
            return Err(Error::TooLarge { limit: self.limits.markup });
        }
        // Plain ASCII is declared by programs that then write something else.
        let declared = encoding_rs::Encoding::for_label(charset.as_bytes())
            .filter(|_| !charset.to_ascii_lowercase().ends_with("ascii"));
        if let Some(encoding) = declared {
            let (text, _, broken) = encoding.decode(bytes);
            if !broken {
                return Ok(text.into_owned());
            }
        }
        let (text, notice) = crate::plain::decode(bytes);
        self.notices.extend(notice);
        Ok(text)
    }
}

/// The sentence about what was attached and not read.
fn told(attached: &[String]) -> Option<Notice> {
    let names: Vec<&str> = attached.iter().take(8).map(String::as_str).collect();
    let names = names.join(", ");
    let more = attached.len().saturating_sub(8);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    match attached.len() {
        0 => None,
        1 => Some(Notice::new(format!(
            "This e-mail has 1 attachment that was not read: {names}. Bring it in by itself."
        ))),
        count => Some(Notice::new(format!(
            "This e-mail has {count} attachments that were not read: {names}{more}. Bring them in by themselves."
        ))),
    }
}
