//! Says how long it takes to hold 200 quotations against 500 documents of ten pages:
//! `cargo run --release -p packhorse-pack --example quickness`.

#[path = "../tests/check/papers.rs"]
mod papers;

use packhorse_model::{BlockKind, Document, Format, Source, SourceKind, Verdict};
use packhorse_pack::Witnesses;
use papers::{Dice, paragraphs, samples, source};
use std::time::Instant;

const DOCUMENTS: u128 = 500;
const PARAGRAPHS: usize = 120;
const QUOTATIONS: usize = 200;

fn main() {
    let mut dice = Dice(5);
    let sentences: Vec<String> = samples().iter().flat_map(sentences).collect();
    let sources: Vec<Source> = (1..=DOCUMENTS).map(|id| invented(id, &sentences, &mut dice)).collect();
    let bytes: usize = sources.iter().map(|source| source.document.text.len()).sum();
    println!("{DOCUMENTS} documents, {} kB of text each", bytes / 1000 / sources.len());
    let started = Instant::now();
    let all: Vec<&Source> = sources.iter().collect();
    let witnesses = Witnesses::new(&all);
    println!("made ready in {:?}", started.elapsed());
    let mut counts = [0; 3];
    let started = Instant::now();
    for index in 0..QUOTATIONS {
        let said = quotation(&sources, &mut dice, index);
        match witnesses.check(&said).verdict {
            Verdict::Exact | Verdict::Punctuation => counts[0] += 1,
            Verdict::Differs => counts[1] += 1,
            _ => counts[2] += 1,
        }
    }
    let took = started.elapsed();
    let [exact, differ, not_found] = counts;
    println!("{QUOTATIONS} quotations in {took:?}: {exact} exact, {differ} differ, {not_found} not found");
}

fn sentences(source: &Source) -> Vec<String> {
    let text = &source.document.text;
    let each = paragraphs(source).into_iter().flat_map(|span| packhorse_pack::sentences(text, span));
    each.map(|span| text[span.range()].to_owned()).collect()
}

/// A document of ten pages whose sentences are put together of halves of others, so that words are
/// as common as they are in real ones and sentences are not the same.
fn invented(id: u128, sentences: &[String], dice: &mut Dice) -> Source {
    let mut document = Document { pages: Some(10), ..Document::empty(Format::Pdf) };
    for _ in 0..PARAGRAPHS {
        let mut text = String::new();
        for _ in 0..3 {
            let half = |dice: &mut Dice, first: bool| {
                let words: Vec<&str> = sentences[dice.roll(sentences.len())].split(' ').collect();
                let (a, b) = words.split_at(words.len() / 2);
                if first { a.join(" ") } else { b.join(" ") }
            };
            let (a, b) = (half(dice, true), half(dice, false));
            text.push_str(&format!("{a} {b} "));
        }
        document.add(BlockKind::Paragraph, Some(1), &text);
    }
    source(id, &format!("{id}.pdf"), SourceKind::Letter, document)
}

/// Words of one of the documents; every third with a word changed, every third with words of nobody.
fn quotation(sources: &[Source], dice: &mut Dice, index: usize) -> String {
    let source = &sources[dice.roll(sources.len())];
    let all = paragraphs(source);
    let text = &source.document.text[all[dice.roll(all.len())].range()];
    let words: Vec<&str> = text.split_whitespace().skip(dice.roll(12)).take(8 + dice.roll(25)).collect();
    let mut words = words;
    let middle = words.len() / 2;
    match index % 3 {
        0 => {}
        1 => words[middle] = "elsewhere",
        _ => words = words.iter().rev().copied().collect(),
    }
    words.join(" ")
}
