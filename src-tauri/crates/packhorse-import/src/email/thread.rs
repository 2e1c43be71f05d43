//! The words of an e-mail: what its sender wrote, and what is quoted from earlier e-mails.

use crate::build::Draft;
use crate::plain;
use regex::Regex;
use std::sync::LazyLock;

/// How lines of plain text were broken (RFC 3676).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flow {
    /// A line that ends with a space goes on on the next.
    pub flowed: bool,
    /// That space is no part of the text.
    pub closed: bool,
}

/// The head of an earlier e-mail: “From: …”, “Sent: …”.
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\*?(From|Sent|Date|To|Cc|Subject|Reply-To):\*?\s").expect("the pattern is fixed")
});

/// “On Tue, 16 Sep 2026 at 10:00, A Person wrote:”
static WROTE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^On\b.{6,300}\bwrote:\s*$").expect("the pattern is fixed"));

/// “-----Original Message-----”, a rule across the page.
static RULE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(-{2,}\s*[A-Z][A-Za-z ]{3,40}-{2,}|[_=-]{8,}|-- ?)$").expect("the pattern is fixed")
});

/// Lines that belong together: of the same quoted depth, with nothing between them that parts them.
#[derive(Debug)]
struct Run {
    depth: usize,
    text: String,
}

/// Blocks of an e-mail's plain text. Quoted words keep their “>” as the mark of their block.
pub(super) fn drafts(text: &str, flow: Flow) -> Vec<Draft> {
    let lines: Vec<(usize, String)> = text.lines().map(|line| unquoted(line, flow)).collect();
    let lines = if flow.flowed { joined(&lines, flow) } else { lines };
    let margin =
        || plain::margin(&lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n"));
    let margin = if flow.flowed { None } else { margin() };
    let mut drafts = Vec::new();
    for run in runs(&lines) {
        for mut draft in plain::drafts(&run.text, margin) {
            if run.depth > 0 && draft.mark.is_none() {
                draft.mark = Some(">".repeat(run.depth));
            }
            drafts.push(draft);
        }
    }
    drafts
}

/// A line without its quotation signs, and how many there were.
fn unquoted(line: &str, flow: Flow) -> (usize, String) {
    let (mut rest, mut depth) = (line, 0);
    while let Some(after) = rest.strip_prefix('>') {
        depth += 1;
        let inner = if flow.flowed { after } else { after.strip_prefix(' ').unwrap_or(after) };
        rest = inner;
    }
    // A flowed line may begin with a space that keeps its first sign from being misread.
    let rest = if flow.flowed { rest.strip_prefix(' ').unwrap_or(rest) } else { rest };
    (depth.min(9), rest.to_owned())
}

/// Flowed lines put together again.
fn joined(lines: &[(usize, String)], flow: Flow) -> Vec<(usize, String)> {
    let mut joined: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (depth, line) in lines {
        let goes_on = line.ends_with(' ') && line != "-- ";
        let words = if goes_on && flow.closed { &line[..line.len() - 1] } else { line };
        match joined.last_mut().filter(|(before, _)| open && before == depth) {
            Some((_, text)) => text.push_str(words),
            None => joined.push((*depth, words.to_owned())),
        }
        open = goes_on;
    }
    joined
}

fn runs(lines: &[(usize, String)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut apart = true;
    for (at, (depth, line)) in lines.iter().enumerate() {
        let words = line.trim();
        // The line that names a writer may be broken once itself.
        let next = lines.get(at + 1).map_or("", |(_, next)| next.trim());
        let names = WROTE.is_match(words);
        let begins = names || words.starts_with("On ") && WROTE.is_match(&format!("{words} {next}"));
        let alone = HEAD.is_match(words) || RULE.is_match(words);
        match runs.last_mut().filter(|run| !apart && run.depth == *depth && !begins && !alone) {
            Some(run) => {
                run.text.push('\n');
                run.text.push_str(line);
            }
            None => runs.push(Run { depth: *depth, text: line.clone() }),
        }
        apart = alone || names || words.ends_with("wrote:");
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, flowed: bool) -> Vec<(String, Option<String>)> {
        let flow = Flow { flowed, closed: false };
        drafts(text, flow).into_iter().map(|draft| (draft.text(), draft.mark)).collect()
    }

    #[test]
    fn quoted_lines_are_blocks_of_their_own() {
        let blocks = read("I agree.\n> Plans are clear.\n>> Are they?\nThank you.", false);
        let depths: Vec<Option<&str>> = blocks.iter().map(|(_, mark)| mark.as_deref()).collect();
        assert_eq!(depths, [None, Some(">"), Some(">>"), None]);
        assert_eq!(blocks[1].0, "Plans are clear.", "the sign is no part of the words");
    }

    #[test]
    fn the_head_of_an_earlier_e_mail_is_no_part_of_a_sentence() {
        let first = "Inspectors found that children in Wexcombe are seen promptly and\nthat their plans are clear. Managers know the children well and they\ncheck the work of the teams in the county each week without fail.";
        let second = "Families who were asked said that they are listened to and that the\nworkers who visit them come when they said they would, and that they\nare told what is to happen next and by when it will be done.";
        let head = "From: Moss, Ada, of the press office of Wexcombe County Council\nSent: 14 September 2026 10:00\nTo: Press desk\nSubject: The letter";
        let text = format!("{first}\n{head}\n{second}");
        let blocks: Vec<String> = read(&text, false).into_iter().map(|(words, _)| words).collect();
        assert_eq!(blocks.len(), 6, "the lines of a paragraph are one, those of a head are not: {blocks:?}");
        let text = "I agree.\n\nOn Mon, 14 Sep 2026 at 10:00, Ada Moss\n<ada@wexcombe.example> wrote:\n> Plans are clear.";
        assert_eq!(read(text, false).len(), 4, "the writer's line stands alone, broken or not");
    }

    #[test]
    fn flowed_lines_are_one_paragraph() {
        let blocks = read("Plans are \nclear and \nshort.\nNext.\n> Said \n> before.", true);
        let words: Vec<&str> = blocks.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(words, ["Plans are clear and short.", "Next.", "Said before."]);
    }
}
