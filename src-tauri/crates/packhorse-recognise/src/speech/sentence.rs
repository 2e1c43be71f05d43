//! The words around a quotation.

use super::marks::Quoted;
use crate::page::Page;
use crate::sentences::sentences;
use regex::Regex;
use std::sync::LazyLock;

const VERBS: &str = "said|says|added|told|commented|stated|explained|continued|concluded|responded|warned|insisted|claimed|noted|wrote|welcomed|remarked|argued|urged|acknowledged|admitted|called|described|describes|calls|praised|praises|finds|warns|notes|states|concludes|criticises|credits|highlights|spoke|speaks|talks|found|highlighted|reported|reads|read|went on|goes on|according to|suggested|congratulated|comments|suggests|agreed|joked|quipped|recalled|confirmed|declared|replies|pointed|observed|recognised|credited|criticised|judged|asked|announced|replied|answered|reminded|pointed out|quoted|stressed|accepted|thanked|pledged|vowed|issued|included|includes";

/// Verbs that bring in or follow what somebody said.
pub(super) static SPEECH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"(?i)\b(?:{VERBS})\b")).expect("the pattern is fixed"));

/// The text around a quotation on its own line, without the words of other quotations.
pub(super) fn around<'a>(page: &Page<'a>, found: &[Quoted], index: usize) -> (&'a str, &'a str) {
    let quoted = &found[index];
    let line = &page.lines[quoted.line];
    // Quotations stand in the order of their lines, so only the neighbours can share one.
    let before = index.checked_sub(1).and_then(|at| found.get(at)).filter(|other| other.line == quoted.line);
    let after = found.get(index + 1).filter(|other| other.line == quoted.line);
    let from = before.map_or(line.span.start, |other| other.span.end);
    let to = after.map_or(line.span.end, |other| other.span.start);
    let text = &page.document.text;
    (&text[from..quoted.span.start], &text[quoted.span.end..to])
}

/// The clause right after a quotation, to the end of its sentence.
pub(super) fn clause(after: &str) -> &str {
    let text = after.trim_start_matches(['”', '"', '’', '\'', ',', ' ']);
    let end = text.find(['.', '“', '"', ';']).unwrap_or(text.len());
    let mut end = end;
    // “Cllr.” and initials do not end the clause.
    while text[end..].starts_with('.') && text[..end].ends_with(|c: char| c.is_uppercase()) && end < 60 {
        end = text[end + 1..].find(['.', '“', '"', ';']).map_or(text.len(), |next| end + 1 + next);
    }
    &text[..end.min(text.len())]
}

/// The last sentences before a quotation: the one it belongs to and the one that names the speaker.
pub(super) fn last_sentences(before: &str, count: usize) -> &str {
    let sentences = sentences(before);
    let start = sentences.len().saturating_sub(count);
    sentences.get(start).map_or(before, |sentence| &before[sentence.start..])
}

/// The words without what stands between single marks.
pub(super) fn outside_inner(words: &str) -> String {
    static INNER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"‘[^’]{2,200}’|“[^”]{2,200}”").expect("the pattern is fixed"));
    INNER.replace_all(words, " ").into_owned()
}

/// The text without what stands between double marks.
pub(crate) fn outside_quotes(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            '"' => inside = !inside,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}
