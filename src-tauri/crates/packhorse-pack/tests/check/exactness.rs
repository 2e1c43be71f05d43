//! Exact words are exact however they are printed, and one changed word never is, in any sample document.

use crate::papers::{Dice, paragraphs, samples};
use packhorse_model::{Source, Span, Verdict};
use packhorse_pack::Witnesses;

/// Words in a row of a running paragraph, cut at white space.
fn words<'a>(source: &'a Source, dice: &mut Dice, least: usize) -> Option<Vec<&'a str>> {
    let all = paragraphs(source);
    let span: Span = *all.get(dice.roll(all.len()))?;
    let words: Vec<&str> = source.document.text[span.range()].split_whitespace().collect();
    if words.len() < least {
        return None;
    }
    let length = least + dice.roll((words.len() - least + 1).min(30));
    let first = dice.roll(words.len() - length + 1);
    Some(words[first..first + length].to_vec())
}

/// The same words as somebody else would type them.
fn retyped(text: &str, way: usize) -> String {
    match way {
        0 => text.to_owned(),
        1 => text.replace(['‘', '’'], "'").replace(['“', '”'], "\""),
        2 => text.replace('\'', "’"),
        3 => text.replace(' ', "\u{a0}"),
        4 => text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
        5 => text.replace(' ', "  \n"),
        6 => text.replace('-', "\u{2011}"),
        7 => format!("“{}”", text.trim_end_matches(['.', ',', ';', ':'])),
        _ => text.chars().flat_map(|c| [c, '\u{ad}']).collect(),
    }
}

#[test]
fn exact_words_are_exact_however_they_are_typed() {
    let mut dice = Dice(11);
    for source in samples() {
        let witnesses = Witnesses::new(&[&source]);
        for _ in 0..150 {
            let Some(words) = words(&source, &mut dice, 1) else { continue };
            let way = dice.roll(9);
            let said = retyped(&words.join(" "), way);
            let check = witnesses.check(&said);
            assert_eq!(
                check.verdict,
                Verdict::Exact,
                "{}, typed way {way}: {said}\n{check:#?}",
                source.file_name
            );
        }
    }
}

#[test]
fn exact_words_are_exact_across_the_end_of_a_line() {
    for source in samples() {
        let witnesses = Witnesses::new(&[&source]);
        let text = &source.document.text;
        for hyphen in &source.document.hyphens {
            let Some((_, block)) = source.document.block_at(hyphen.at) else { continue };
            let from = text[block.span.start..hyphen.at].rfind(char::is_whitespace);
            let from = from.map_or(block.span.start, |at| block.span.start + at + 1);
            let till = text[hyphen.at..block.span.end].find(char::is_whitespace);
            let till = till.map_or(block.span.end, |at| hyphen.at + at);
            let kept = text[from..till].to_owned();
            let other = match hyphen.kept {
                true => {
                    format!(
                        "{}{}",
                        text[from..hyphen.at].trim_end_matches('-'),
                        text[hyphen.at..till].trim_start_matches('-')
                    )
                }
                false => format!("{}-{}", &text[from..hyphen.at], &text[hyphen.at..till]),
            };
            for said in [kept, other] {
                assert_eq!(witnesses.check(&said).verdict, Verdict::Exact, "{}: {said}", source.file_name);
            }
        }
    }
}

/// Changes one word; nothing when the words happen to say the same.
fn altered(words: &[&str], others: &[&str], dice: &mut Dice) -> String {
    let mut words = words.to_vec();
    // Words at the edges may be left out: a quotation begins and ends where it likes.
    let at = 1 + dice.roll(words.len() - 2);
    match dice.roll(4) {
        0 => drop(words.remove(at)),
        1 => words.insert(at, others[dice.roll(others.len())]),
        2 => words.swap(at, at - 1),
        _ => words[at] = others[dice.roll(others.len())],
    }
    words.join(" ")
}

/// The letters of a text, which alone say whether words were changed.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn one_changed_word_is_never_exact_in_a_whole_library() {
    let all = samples();
    let sources: Vec<&Source> = all.iter().collect();
    let witnesses = Witnesses::new(&sources);
    let held: Vec<String> = all.iter().map(|source| letters(&source.document.text)).collect();
    let mut dice = Dice(23);
    let mut found = 0;
    for source in &all {
        for _ in 0..120 {
            let Some(words) = words(source, &mut dice, 6) else { continue };
            let Some(others) = self::words(source, &mut dice, 4) else { continue };
            let said = altered(&words, &others, &mut dice);
            if held.iter().any(|text| text.contains(&letters(&said))) {
                continue;
            }
            let check = witnesses.check(&said);
            assert!(check.verdict > Verdict::Punctuation, "{}: {words:?} / {said}", source.file_name);
            assert!(
                check.verdict == Verdict::NotFound
                    || check.difference.iter().any(|part| part.alteration.is_of_words()),
                "the difference names no word: {words:?} / {said}\n{check:#?}"
            );
            found += usize::from(check.verdict == Verdict::Differs);
        }
    }
    assert!(found > 500, "the sentence that was changed is nearly always shown: {found}");
}
