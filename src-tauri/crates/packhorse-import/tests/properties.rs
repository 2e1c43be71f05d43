//! What must hold for any document: no word is lost, none is invented, and blocks keep their order.

mod files;

use files::{docx, odt, paragraph, pdf};
use packhorse_import::{Limits, read};
use packhorse_model::{BlockKind, Document};

struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }

    /// Lines of words, marks and white space.
    fn lines(&mut self) -> Vec<String> {
        const WORDS: [&str; 20] = [
            "children",
            "child-focused",
            "“seen",
            "promptly.”",
            "‘so’",
            "12.",
            "• plans",
            "Cllr",
            "é",
            "🙂",
            "ﬁnd",
            "  ",
            "\t",
            "a",
            "Grade 3",
            "–",
            "o",
            "(a)",
            "multi-",
            "agency",
        ];
        let count = 1 + self.below(8);
        (0..count)
            .map(|_| {
                (0..1 + self.below(12)).map(|_| WORDS[self.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
            })
            .collect()
    }
}

/// Blocks stand in order, without overlap, at the borders of characters, and cover the text.
fn holds_together(document: &Document) {
    let mut end = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        assert!(
            block.span.start >= end && block.span.end > block.span.start,
            "block {index} overlaps or is empty"
        );
        assert!(document.text.get(block.span.range()).is_some(), "block {index} cuts a character");
        assert_eq!(
            &document.text[end..block.span.start],
            if index == 0 { "" } else { "\n" },
            "only a line feed parts blocks"
        );
        end = block.span.end;
        let turns: Vec<usize> = block.breaks.iter().map(|turn| turn.at).collect();
        assert!(turns.is_sorted() && turns.iter().all(|at| block.span.start <= *at && *at <= block.span.end));
    }
    assert_eq!(end, document.text.len(), "no text stands outside the blocks");
    assert!(document.hyphens.iter().all(|hyphen| document.text.is_char_boundary(hyphen.at)));
}

/// Letters only: white space, bullets and numbers may move out of the words.
fn letters(text: &str) -> String {
    text.replace('ﬁ', "fi").chars().filter(|c| c.is_alphabetic()).collect()
}

/// The letters of a document with the marks that were taken off its blocks.
fn letters_of(document: &Document) -> String {
    let with_marks = |block: &packhorse_model::Block| {
        format!("{} {}", block.mark.as_deref().unwrap_or(""), document.words(block))
    };
    letters(&document.blocks.iter().map(with_marks).collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_text_keeps_every_letter_in_order() {
    let mut numbers = Numbers(3);
    for _ in 0..400 {
        let lines = numbers.lines();
        let Ok(document) = read(lines.join("\n").as_bytes(), "x.txt", &Limits::default()) else { continue };
        holds_together(&document);
        let (mut read, mut written) = (letters_of(&document), letters(&lines.join("\n")));
        if document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Cell { .. })) {
            // Columns are read cell by cell: the letters are all there, in another order.
            (read, written) = (sorted(&read), sorted(&written));
        }
        assert_eq!(read, written, "{lines:?}");
    }
}

fn sorted(letters: &str) -> String {
    let mut letters: Vec<char> = letters.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn office_documents_keep_every_letter_in_order() {
    let mut numbers = Numbers(5);
    for _ in 0..200 {
        let lines = numbers.lines();
        let word = docx(&lines.iter().map(|line| paragraph("", line)).collect::<String>());
        let open = odt(&lines.iter().map(|line| format!("<text:p>{line}</text:p>")).collect::<String>());
        for (bytes, name) in [(word, "x.docx"), (open, "x.odt")] {
            let Ok(document) = read(&bytes, name, &Limits::default()) else { continue };
            holds_together(&document);
            assert_eq!(letters_of(&document), letters(&lines.join("\n")), "{name}: {lines:?}");
        }
    }
}

#[test]
fn a_web_page_loses_no_letter_whether_shown_or_hidden() {
    let mut numbers = Numbers(7);
    for _ in 0..100 {
        let lines = numbers.lines();
        let page: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
        let page = format!(
            "<!doctype html><html><head><meta charset=\"utf-8\"></head><body><main>{page}</main></body></html>"
        );
        let Ok(document) = read(page.as_bytes(), "x.html", &Limits::default()) else { continue };
        holds_together(&document);
        let (all, read) = (letters(&lines.join("\n")), letters_of(&document));
        assert_eq!(read.chars().count(), all.chars().count(), "{lines:?}");
    }
}

#[test]
fn an_untagged_page_loses_no_letter() {
    let mut numbers = Numbers(9);
    for _ in 0..120 {
        let plain = |line: String| line.chars().filter(|c| c.is_ascii() && *c != '\t').collect::<String>();
        let lines: Vec<String> = numbers.lines().into_iter().map(plain).collect();
        let words: Vec<files::Words<'_>> = (0_i64..)
            .zip(&lines)
            .map(|(at, line)| {
                (
                    60 + i64::try_from(numbers.below(3)).unwrap_or(0) * 120,
                    120 + at * 16,
                    11,
                    false,
                    line.as_str(),
                )
            })
            .collect();
        let Ok(document) = read(&pdf(&[words]), "x.pdf", &Limits::default()) else { continue };
        holds_together(&document);
        let mut all: Vec<char> = letters(&lines.concat()).chars().collect();
        let mut read: Vec<char> = letters_of(&document).chars().collect();
        all.sort_unstable();
        read.sort_unstable();
        assert_eq!(read, all, "{lines:?}");
    }
}
