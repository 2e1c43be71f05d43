//! The time an edition takes to read, beside the minutes its reader has.

use super::{About, Kind, ToFix, advise};
use crate::compose::{minutes, pieces, words_to_read};
use crate::{Audience, Plan};
use packhorse_model::Weight;
use packhorse_model::composed::{Composed, Piece, QuoteBlock};

/// A quotation of an edition.
struct Shown {
    /// Its place in the plan.
    pick: usize,
    /// Its number in the edition.
    number: u32,
    weight: Weight,
    words: usize,
}

/// Says when an edition is longer than its reader has time for, and what could go.
pub(super) fn about_time(
    plan: &Plan,
    index: usize,
    audience: &Audience,
    composed: &Composed,
    list: &mut Vec<ToFix>,
) {
    let Some(given) = plan.minutes.and_then(|given| usize::try_from(given).ok()) else { return };
    let words = words_to_read(composed);
    let takes = minutes(words);
    if takes <= given {
        return;
    }
    let (cut, left) = cuts(shown(plan, composed), words, given);
    let remedy = match (cut.as_slice(), minutes(left)) {
        ([], _) => {
            "Say which quotations could be left out, withhold a section, or ask for more time.".to_owned()
        }
        (cut, then) => {
            let numbers: Vec<String> = cut.iter().map(|shown| shown.number.to_string()).collect();
            let more = if then > given { "; something that should be in has to go as well" } else { "" };
            format!(
                "Leave out what could be left out: {} {}. Then it takes about {}{more}.",
                if numbers.len() == 1 { "quotation" } else { "quotations" },
                numbers.join(", "),
                of(then)
            )
        }
    };
    let message = format!(
        "The {} takes about {} to read, and {} {} given.",
        audience.title,
        of(takes),
        of(given),
        if given == 1 { "was" } else { "were" }
    );
    let mut line = advise(message, remedy, About::Edition(index)).of(Kind::Time);
    line.quotes = cut.iter().map(|shown| shown.pick).collect();
    list.push(line);
}

/// What to leave out, in order, and how many words are left then: only what could be left out, the longest
/// first, and no more than is needed.
fn cuts(mut shown: Vec<Shown>, words: usize, given: usize) -> (Vec<Shown>, usize) {
    shown.retain(|shown| shown.weight == Weight::Could);
    shown.sort_by_key(|shown| std::cmp::Reverse(shown.words));
    let (mut cut, mut left) = (Vec::new(), words);
    for one in shown {
        if minutes(left) <= given {
            break;
        }
        left = left.saturating_sub(one.words);
        cut.push(one);
    }
    cut.sort_by_key(|shown| shown.number);
    (cut, left)
}

fn shown(plan: &Plan, composed: &Composed) -> Vec<Shown> {
    let of = |block: &QuoteBlock| {
        let pick = plan.picks.iter().position(|pick| pieces(pick).is_ok_and(|made| made == block.words))?;
        let note = plan.picks[pick].note.as_deref().unwrap_or_default();
        let quoted = block.words.iter().map(|piece| match piece {
            Piece::Words(words) | Piece::Inserted(words) => count(words),
            Piece::Omitted => 1,
        });
        let words = quoted.sum::<usize>() + count(&block.tag) + count(&block.citation) + count(note);
        Some(Shown { pick, number: block.number, weight: plan.picks[pick].weight, words })
    };
    crate::proof::quotes(composed).filter_map(of).collect()
}

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

fn of(minutes: usize) -> String {
    format!("{minutes} {}", if minutes == 1 { "minute" } else { "minutes" })
}
