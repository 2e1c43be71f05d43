//! A long pack for measuring: sections of quotations with all words different.

use crate::blocks::{quote, text};
use packhorse_model::Bearing;
use packhorse_model::composed::{Block, Composed, Numbers, Section, Size};

const WORDS: &str = "children are seen promptly and alone by workers who know them well while managers record why plans \
    change and leaders listen to families schools health partners police carers about risk safety homes learning \
    thresholds timeliness supervision permanence independence belonging practice quality assurance";

/// A pack with so many quotations.
pub(crate) fn pack(quotes: u32) -> Composed {
    let mut pack = crate::pack::pack(Size::Normal);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut seed = 7_u32;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let mut sentence = |length: usize| {
        let mut sentence = String::from("Inspectors say that");
        for _ in 0..length {
            sentence.push(' ');
            sentence.push_str(words[next(words.len())]);
        }
        sentence + "."
    };
    for (index, numbers) in (100..100 + quotes).collect::<Vec<_>>().chunks(20).enumerate() {
        let mut blocks: Vec<Block> = vec![text(&sentence(60))];
        for number in numbers {
            let bearing = [Bearing::Strength, Bearing::Improve][*number as usize % 2];
            blocks.push(quote(
                *number,
                bearing,
                "Strength · Theme",
                &sentence(24),
                "Ofsted, letter, page 2",
                None,
            ));
        }
        pack.sections.push(Section {
            id: format!("long-{index}"),
            heading: format!("Part {}", index + 1),
            on_new_page: false,
            numbers: Numbers::Main,
            blocks,
        });
    }
    pack
}
