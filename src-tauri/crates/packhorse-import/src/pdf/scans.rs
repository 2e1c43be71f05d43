//! Pages whose words cannot be had: pictures, drawn letters, fonts that do not say what they hold.

use super::glyphs::Page;
use crate::Error;
use packhorse_model::Notice;

/// A page with fewer letters than this and a picture on it is taken for a scan.
const SCAN_LETTERS: usize = 20;

/// What a reader should know about pages without words.
///
/// # Errors
///
/// When all pages are pictures.
pub(super) fn notices(pages: &[Page]) -> Result<Vec<Notice>, Error> {
    let scanned = numbers(pages, |page| letters(page) < SCAN_LETTERS && page.pictures);
    if !scanned.is_empty() && pages.iter().all(|page| letters(page) < SCAN_LETTERS) {
        return Err(Error::Pictures { pages: u32::try_from(pages.len()).unwrap_or(u32::MAX) });
    }
    let machine = numbers(pages, |page| letters(page) >= SCAN_LETTERS && page.pictures && page.hidden);
    let unnamed = numbers(pages, |page| unnamed(page) > 10 + letters(page) / 20);
    let mut notices = Vec::new();
    if let Some(first) = scanned.first() {
        let (pages, are, them) = named(&scanned);
        let what = if scanned.len() == 1 { "a picture" } else { "pictures" };
        let words = format!("{pages} {are} {what} without text; nothing on {them} can be quoted.");
        notices.push(Notice::on_page(*first, words));
    }
    if let Some(first) = machine.first() {
        let (pages, are, _) = named(&machine);
        let words = format!(
            "The text of {} was recognised by a machine from {}; hold its words against the page.",
            lower(&pages),
            if are == "is" { "a picture" } else { "pictures" }
        );
        notices.push(Notice::on_page(*first, words));
    }
    if let Some(first) = unnamed.first() {
        let (pages, ..) = named(&unnamed);
        let words = format!(
            "Some letters on {} could not be read, for their font does not say which they are.",
            lower(&pages)
        );
        notices.push(Notice::on_page(*first, words));
    }
    Ok(notices)
}

fn letters(page: &Page) -> usize {
    page.glyphs.iter().filter(|glyph| glyph.text.chars().any(char::is_alphanumeric)).count()
}

fn unnamed(page: &Page) -> usize {
    page.glyphs.iter().filter(|glyph| glyph.is_unknown()).count()
}

fn numbers(pages: &[Page], which: impl Fn(&Page) -> bool) -> Vec<u32> {
    pages.iter().filter(|page| which(page)).map(|page| page.number).collect()
}

/// “Pages 1 to 3 and 7”, “are”, “them”.
fn named(numbers: &[u32]) -> (String, &'static str, &'static str) {
    if let [number] = numbers {
        return (format!("Page {number}"), "is", "it");
    }
    let runs = numbers.chunk_by(|a, b| a + 1 == *b).flat_map(|run| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first} to {last}")],
        few => few.iter().map(u32::to_string).collect(),
    });
    let mut runs: Vec<String> = runs.collect();
    let last = runs.pop().unwrap_or_default();
    let list = if runs.is_empty() { last } else { format!("{} and {last}", runs.join(", ")) };
    (format!("Pages {list}"), "are", "them")
}

fn lower(pages: &str) -> String {
    pages.replacen('P', "p", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_as_people_write_them() {
        assert_eq!(named(&[4]).0, "Page 4");
        assert_eq!(named(&[1, 2]).0, "Pages 1 and 2");
        assert_eq!(named(&[1, 2, 3, 7, 9]).0, "Pages 1 to 3, 7 and 9");
    }
}
