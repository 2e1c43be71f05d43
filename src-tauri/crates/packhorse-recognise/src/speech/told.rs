//! Quotations in the inspectors' own documents: what children, families and staff told them.
//!
//! A report names nobody it quotes, and the words between its marks are not the inspectors'.

use super::marks::Quoted;
use super::sentence::{SPEECH, around};
use super::speaker::Said;
use crate::page::Page;
use regex::Regex;
use std::sync::LazyLock;

/// Those whom inspectors hear.
static HEARD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:(?:one|a|another|some|many|most|several|both|all) )?(?:(?:young|looked[ -]after|senior|social|foster|newly qualified|school|health|personal|disabled) )*(?:child(?:ren)?|young (?:people|person)|care leavers?|parents?|mothers?|fathers?|(?:foster )?carers?|famil(?:y|ies)|social workers?|staff|practitioners?|workers|leaders?|managers?|advisers?|head ?teachers?|schools?|partners?|professionals?|councillors?|members)\b",
    )
    .expect("the pattern is fixed")
});

/// Who said each quotation of a report or a letter: a group as the sentence names it, or nobody.
pub(super) fn attribute(page: &Page<'_>, found: &[Quoted]) -> Vec<Said> {
    (0..found.len()).map(|index| said(page, found, index)).collect()
}

fn said(page: &Page<'_>, found: &[Quoted], index: usize) -> Said {
    let (before, after) = around(page, found, index);
    let before = super::sentence::last_sentences(before, 1);
    let after = super::sentence::clause(after);
    // “…” said one parent; children told inspectors that “…”
    let close = (SPEECH.is_match(after)).then(|| HEARD.find(after)).flatten();
    let verb = SPEECH.find_iter(before).last().map_or(0, |verb| verb.start());
    let heard = close.or_else(|| HEARD.find(&before[..verb]));
    let tied = heard.is_some();
    let rule = if tied { "group named in the sentence" } else { "nobody named" };
    let role = heard.map(|group| group.as_str().to_lowercase());
    Said { role, rule: rule.into(), tied, ..Said::default() }
}
