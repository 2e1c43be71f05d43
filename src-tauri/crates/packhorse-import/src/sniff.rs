//! What a file is, by its content.

use crate::Error;
use packhorse_model::Format;

/// The format of some bytes. The name only decides how the answer is worded.
pub(crate) fn format(bytes: &[u8], name: &str) -> Result<Format, Error> {
    let head = &bytes[..bytes.len().min(4096)];
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle));
    if head.starts_with(b"%PDF-") || head[..head.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") {
        return container(bytes);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(if is_outlook(bytes) { Error::OutlookMessage } else { Error::OldOffice });
    }
    if head.starts_with(b"{\\rtf") {
        return Err(Error::RichText);
    }
    if crate::email::begins_email(bytes) {
        return Ok(Format::Email);
    }
    if head.starts_with(b"\x89PNG") || head.starts_with(b"\xFF\xD8\xFF") || head.starts_with(b"GIF8") {
        return Err(unsupported("a picture"));
    }
    let markup = [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].iter().any(|tag| holds(tag));
    let starts_with_tag =
        head.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    if markup && starts_with_tag == Some(&b'<') {
        let claims_pdf = name.to_ascii_lowercase().ends_with(".pdf");
        return if claims_pdf { Err(Error::WebPageNamedPdf) } else { Ok(Format::Html) };
    }
    if !is_utf16(head) && head.iter().filter(|byte| **byte == 0).count() > 0 {
        return Err(unsupported("a file of a kind that holds no readable text"));
    }
    if [".csv", ".tsv"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)) {
        return Ok(Format::Spreadsheet);
    }
    Ok(Format::Text)
}

/// Whether an old container of Microsoft's holds a message: its parts have names only Outlook gives.
fn is_outlook(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn is_utf16(head: &[u8]) -> bool {
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
}

fn unsupported(what: &str) -> Error {
    Error::Unsupported { what: what.to_owned() }
}

/// Tells the office formats apart by the parts they must hold.
fn container(bytes: &[u8]) -> Result<Format, Error> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))
        .map_err(|error| Error::Damaged { reason: format!("the archive cannot be opened ({error})") })?;
    let has = |part: &str| archive.index_for_name(part).is_some();
    if has("word/document.xml") {
        return Ok(Format::Docx);
    }
    if has("xl/workbook.xml") {
        return Ok(Format::Spreadsheet);
    }
    if has("content.xml") {
        let holds = |needle: &[u8]| {
            bytes[..bytes.len().min(400)].windows(needle.len()).any(|window| window == needle)
        };
        return Ok(if holds(b"opendocument.spreadsheet") { Format::Spreadsheet } else { Format::Odt });
    }
    Err(unsupported("an archive without a document in it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_page_under_the_name_of_a_pdf_is_told() {
        let page = b"<!DOCTYPE html><html><body>Not found</body></html>";
        assert_eq!(format(page, "report.pdf"), Err(Error::WebPageNamedPdf));
        assert_eq!(format(page, "page.html"), Ok(Format::Html), "the content decides, the name words it");
    }

    #[test]
    fn bytes_decide_and_not_the_name() {
        assert_eq!(format(b"%PDF-1.7 ...", "letter.docx"), Ok(Format::Pdf));
        assert_eq!(format(b"Dear Director", "letter.pdf"), Ok(Format::Text));
        assert!(matches!(format(b"\x89PNG\r\n", "scan.pdf"), Err(Error::Unsupported { .. })));
    }
}
