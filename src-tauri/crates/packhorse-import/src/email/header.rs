//! The head of an e-mail, and how bytes that begin with one are known.

use crate::Error;
use mailparse::{MailHeaderMap as _, ParsedMail};

/// A line of the head that a reader sees.
#[derive(Debug, Clone, Copy)]
pub(super) enum Field {
    Subject,
    From,
    Date,
    To,
    Cc,
}

impl Field {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Subject => "Subject",
            Self::From => "From",
            Self::Date => "Date",
            Self::To => "To",
            Self::Cc => "Cc",
        }
    }
}

/// What a line of the head says, on one line, its encoded words decoded.
pub(super) fn said(mail: &ParsedMail<'_>, field: Field) -> Option<String> {
    let words = mail.headers.get_first_value(field.name())?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words.chars().take(LONGEST).collect::<String>()).filter(|words| !words.is_empty())
}

/// No line of a head that anybody reads is longer.
const LONGEST: usize = 1_000;

/// The day an e-mail was sent, where its sender stood, as `2026-09-16`.
pub(super) fn day(mail: &ParsedMail<'_>) -> Option<String> {
    let words = said(mail, Field::Date)?;
    let mut parts = words.split([' ', ',', '-']).filter(|part| !part.is_empty()).peekable();
    parts.next_if(|part| part.starts_with(char::is_alphabetic));
    let day: u8 = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let name = parts.next()?.to_lowercase();
    let month = 1 + MONTHS.iter().position(|month| name.starts_with(month))?;
    let year: u16 = parts.next()?.parse().ok().filter(|year| (1990..2200).contains(year))?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether bytes begin with the head of an e-mail.
///
/// A press release pasted as text may begin with “From:” and “Date:” too. So the lines up to the first
/// empty one must all be fields, somebody must have sent it, and one of them must be a field that only
/// programs write, or a date as only they write it.
pub(crate) fn begins_email(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64_000)];
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let (mut sent, mut written, mut count) = (false, false, 0);
    let lines = head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    for (at, line) in lines.enumerate() {
        if line.is_empty() {
            break;
        }
        if at == 0 && line.starts_with(b"From ") || count > 0 && line.starts_with(b" ") || line[0] == b'\t' {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':').filter(|colon| *colon > 0) else {
            // The last line of what was looked at may be cut anywhere.
            return sent && written && head.len() < bytes.len();
        };
        let (name, value) = (String::from_utf8_lossy(&line[..colon]).to_lowercase(), &line[colon + 1..]);
        if !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        count += 1;
        sent |= matches!(name.as_str(), "from" | "sender" | "return-path");
        written |= BY_PROGRAMS.contains(&name.as_str()) || name.starts_with("x-");
        written |= name == "date" && is_stamp(value);
    }
    sent && written && count >= 2
}

const BY_PROGRAMS: [&str; 9] = [
    "mime-version",
    "message-id",
    "received",
    "return-path",
    "content-type",
    "content-transfer-encoding",
    "delivered-to",
    "dkim-signature",
    "arc-seal",
];

/// “Wed, 16 Sep 2026 09:30:00 +0100”
fn is_stamp(value: &[u8]) -> bool {
    let value = String::from_utf8_lossy(value);
    let clock = value.split_whitespace().any(|word| word.len() >= 5 && word.matches(':').count() >= 1);
    clock && mailparse::dateparse(value.trim()).is_ok()
}

/// The bytes after the line “From … ” that a mailbox puts before each of its e-mails.
pub(super) fn after_envelope(bytes: &[u8]) -> Result<&[u8], Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if !bytes.starts_with(b"From ") {
        return Ok(bytes);
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
    let rest = &bytes[end..];
    let starts = |(at, window): (usize, &[u8])| {
        matches!(window, b"\n\nFrom " | b"\r\nFrom ") && begins_email(&rest[at + 2..])
    };
    if rest.windows(7).enumerate().any(starts) {
        return Err(Error::Unsupported { what: "a mailbox of several e-mails".into() });
    }
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_release_is_no_e_mail_and_a_saved_one_is() {
        let release = b"From: Wexcombe County Council\nDate: 16 September 2026\nSubject: Letter\n\nWords.";
        assert!(!begins_email(release), "people write such heads too");
        assert!(begins_email(b"From: a@b.example\nDate: Wed, 16 Sep 2026 09:30:00 +0100\n\nWords."));
        assert!(begins_email(b"Received: from here\r\n by there\r\nFrom: a@b.example\r\n\r\nWords."));
        assert!(!begins_email(b"Dear Director\n\nFrom: a@b.example\nMIME-Version: 1.0\n\nWords."));
    }

    #[test]
    fn the_day_is_the_one_at_the_sender_s_desk() {
        let mail =
            mailparse::parse_mail(b"Date: Wed, 16 Sep 2026 00:10:00 +0100\n\nWords.").expect("an e-mail");
        assert_eq!(day(&mail).as_deref(), Some("2026-09-16"), "in Greenwich it was still the day before");
    }
}
