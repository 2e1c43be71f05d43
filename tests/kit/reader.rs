//! A PDF as poppler reads it, a reader that shares no code with ours.

use crate::within;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(60);

/// The words of a PDF, in the order in which they stand in the file.
///
/// `None` where poppler is not installed.
pub fn text(pdf: &Path) -> Option<String> {
    poppler("pdftotext", &["-raw", "-enc", "UTF-8"], pdf, &["-"])
}

/// An element of the tag tree and the words straight in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// What it is: `H1`, `P`, `BlockQuote`.
    pub role: String,
    /// How deep it stands.
    pub depth: usize,
    /// Its own words.
    pub words: String,
}

/// The tag tree of a PDF, in reading order; `None` where poppler is not installed.
pub fn structure(pdf: &Path) -> Option<Vec<Structure>> {
    Some(parse(&poppler("pdfinfo", &["-struct-text", "-enc", "UTF-8"], pdf, &[])?))
}

/// The words of every block quotation, without the marks around them.
pub fn quotations(pdf: &Path) -> Option<Vec<String>> {
    let elements = structure(pdf)?;
    let quotes = elements.iter().enumerate().filter(|(_, element)| element.role == "BlockQuote");
    let whole = quotes.map(|(index, quote)| {
        let inside = elements[index + 1..].iter().take_while(|element| element.depth > quote.depth);
        let words: Vec<_> =
            std::iter::once(quote).chain(inside).map(|element| element.words.as_str()).collect();
        plain(&words.join(" ")).trim_matches(['“', '”']).to_owned()
    });
    Some(whole.collect())
}

/// The words of each page; `None` where poppler is not installed.
pub fn page_texts(pdf: &Path) -> Option<Vec<String>> {
    let whole = text(pdf)?;
    Some(whole.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

/// The bookmarks in order, each with the page it leads to; `None` where qpdf is not installed.
pub fn outlines(pdf: &Path) -> Option<Vec<(String, u64)>> {
    let json = qpdf(pdf, "outlines")?;
    let titles = json["outlines"].as_array().into_iter().flatten();
    Some(
        titles
            .filter_map(|outline| {
                Some((outline["title"].as_str()?.to_owned(), outline["destpageposfrom1"].as_u64()?))
            })
            .collect(),
    )
}

/// The label that viewers show for each page; `None` where qpdf is not installed.
pub fn labels(pdf: &Path) -> Option<Vec<String>> {
    let json = qpdf(pdf, "pagelabels")?;
    let pages = qpdf(pdf, "pages")?["pages"].as_array().map_or(0, Vec::len);
    let ranges: Vec<(usize, u64)> = json["pagelabels"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|range| range["label"]["/S"] == "/D")
        .map(|range| {
            (range["index"].as_u64().unwrap_or(0) as usize, range["label"]["/St"].as_u64().unwrap_or(1))
        })
        .collect();
    let label = |page: usize| {
        let (first, number) = ranges.iter().rev().find(|(first, _)| *first <= page)?;
        Some((number + (page - first) as u64).to_string())
    };
    Some((0..pages).map(|page| label(page).unwrap_or_default()).collect())
}

fn qpdf(pdf: &Path, key: &str) -> Option<serde_json::Value> {
    Command::new("qpdf").arg("--version").output().ok()?;
    let key = format!("--json-key={key}");
    let said = within(LIMIT, Command::new("qpdf").args(["--json", &key]).arg(pdf));
    assert_eq!(said.status, Some(0), "qpdf cannot read {}: {}", pdf.display(), said.err);
    serde_json::from_str(&said.out).ok()
}

/// Words with single spaces between them, whatever stood there.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn poppler(program: &str, options: &[&str], pdf: &Path, rest: &[&str]) -> Option<String> {
    Command::new(program).arg("-v").output().ok()?;
    let said = within(LIMIT, Command::new(program).args(options).arg(pdf).args(rest));
    assert_eq!(said.status, Some(0), "{program} cannot read {}: {}", pdf.display(), said.err);
    Some(said.out)
}

/// Reads the outline that pdfinfo prints: two spaces a level, a role, attributes, and words in marks.
fn parse(printed: &str) -> Vec<Structure> {
    let mut elements: Vec<Structure> = Vec::new();
    let mut inside = false;
    for line in printed.lines() {
        let body = line.trim_start();
        let depth = (line.len() - body.len()) / 2;
        let Some(last) = elements.last_mut().filter(|_| inside || body.starts_with('"')) else {
            let role = body.split([' ', ':']).next().unwrap_or_default();
            if role.starts_with(|letter: char| letter.is_ascii_uppercase()) {
                elements.push(Structure { role: role.to_owned(), depth, words: String::new() });
            }
            continue;
        };
        // Words may run over lines; only the last line ends with the closing mark.
        let opened = if inside { line } else { body.trim_start_matches('"') };
        inside = !opened.ends_with('"');
        last.words.push_str(opened.strip_suffix('"').unwrap_or(opened));
        last.words.push(' ');
    }
    elements
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_of_pdfinfo_is_read_with_its_depths_and_words() {
        let printed = "Document\n  BlockQuote (block)\n    P (block):\n       /Placement /Block\n      \"“Help is\nquick.”\"\n  P (block)\n    \"after\"\n";
        let roles: Vec<_> = parse(printed).into_iter().map(|element| (element.role, element.depth)).collect();
        let expected = [("Document", 0), ("BlockQuote", 1), ("P", 2), ("P", 1)];
        assert_eq!(roles, expected.map(|(role, depth)| (role.to_owned(), depth)));
        assert_eq!(
            plain(&parse(printed)[2].words),
            "“Help is quick.”",
            "words that run over two lines stay whole"
        );
    }
}
