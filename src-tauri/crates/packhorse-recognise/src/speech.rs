//! Quotations: where they begin and end, and whose words they are.

mod asked;
mod inspectors;
mod marks;
mod names;
mod nested;
mod pairs;
mod people;
mod pronoun;
mod roles;
mod sentence;
mod speaker;
mod terms;
mod told;

use crate::page::Page;
use crate::stance;
use marks::Quoted;
use packhorse_model::{Confidence, Quotation, SourceKind};
pub(crate) use sentence::outside_quotes;

/// The quotations of a document, in order.
pub(crate) fn quotations(page: &Page<'_>, kind: SourceKind) -> Vec<Quotation> {
    let mut found = marks::quoted(page);
    if matches!(kind, SourceKind::Report | SourceKind::Letter) {
        // In a report single marks hold terms and mottos; only what people said is a quotation.
        found.retain(|quoted| quoted.words.split_whitespace().count() >= 2);
    }
    let primary = matches!(kind, SourceKind::Report | SourceKind::Letter);
    let said = if primary { told::attribute(page, &found) } else { speaker::attribute(page, &found) };
    found
        .into_iter()
        .zip(said)
        .filter(|(quoted, said)| is_quotation(quoted, said, kind))
        .map(|(quoted, said)| quotation(page, quoted, said))
        .flat_map(|quotation| {
            let second_hand =
                !matches!(kind, SourceKind::Report | SourceKind::Letter) && !quotation.of_inspectors;
            let inner = if second_hand {
                nested::within(&quotation, &page.document.text[..quotation.span.start])
            } else {
                Vec::new()
            };
            std::iter::once(quotation).chain(inner)
        })
        .collect()
}

/// Marks around a few words nobody is said to have spoken are no quotation.
fn is_quotation(quoted: &Quoted, said: &speaker::Said, kind: SourceKind) -> bool {
    let words = quoted.words.split_whitespace().count();
    if matches!(kind, SourceKind::Report | SourceKind::Letter) {
        return words >= 3 && (said.is_attributed() || words >= 5) || words >= 6;
    }
    if quoted.is_term || quoted.in_heading && (words < 5 || !said.is_attributed()) {
        return false;
    }
    if quoted.unmarked {
        // What is set off may be a notice or a poem: only what somebody is said to have said counts.
        return said.is_attributed();
    }
    // A single word is the inspectors' where a sentence says that they wrote it.
    let word = words == 1 && said.inspectors && said.sure && quoted.double;
    said.is_attributed() && words >= 2 || words >= 6 || word
}

fn quotation(page: &Page<'_>, quoted: Quoted, said: speaker::Said) -> Quotation {
    let sure = quoted.closed && said.is_attributed();
    Quotation {
        place: page.place(quoted.span),
        stance: stance::stance(&quoted.words),
        text: quoted.words,
        span: quoted.span,
        of_inspectors: said.inspectors,
        second_hand: said.inspectors && said.second_hand,
        rule: if quoted.closed { said.rule } else { format!("{}; no closing mark", said.rule) },
        confidence: if sure && said.sure { Confidence::Sure } else { Confidence::Check },
        speaker: said.speaker,
        role: said.role,
        organisation: said.organisation,
    }
}

#[cfg(test)]
mod tests;
