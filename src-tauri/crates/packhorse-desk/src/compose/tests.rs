use super::*;
use crate::fixture::{KIND, letter, press, visit};
use packhorse_model::Bearing;
use packhorse_pack::{Pick, Withheld};

#[test]
fn a_withheld_quotation_is_in_no_layer_of_the_file_and_is_found_when_put_back() {
    let source = visit();
    let start = source.document.text.find(KIND).expect("the letter says it");
    let quote = source.quote(packhorse_model::Span { start, end: start + KIND.len() }).expect("words");
    let plan = Plan {
        title: "What inspectors said".into(),
        picks: vec![Pick::new(quote.stored(), Bearing::Strength)],
        ..Plan::default()
    };
    let withheld = Withheld { quotes: vec![0], ..Withheld::default() };
    let audience = audience("committee-chair").expect("it is built in");
    let whole = Edition { audience: audience.id.clone(), ..Edition::default() };
    let less = Edition { withheld, ..whole.clone() };
    let (fonts, sources) = (Fonts::built_in(), [source]);
    make(&plan, &less, &audience, &sources, &fonts, true).expect("nothing withheld is there");
    let with = make(&plan, &whole, &audience, &sources, &fonts, true).expect("a pack");
    let page = with.web_page.expect("it was asked for");
    for said in [packhorse_pdf::said(&with.bytes).expect("it opens"), packhorse_html::said(&page)] {
        let trouble = absent(&plan, &less, &said).expect_err("the quotation was put back");
        assert!(trouble.message.contains("calm, curious and kind"), "{}", trouble.message);
    }
}

/// Numbers that look like chance and are the same on every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

/// Three papers whose quotations share no four words.
fn papers() -> [Source; 3] {
    [
        visit(),
        letter(2, "Wexcombe", "Managers check each plan with care, and children know whom to ask."),
        press(3, "calm, curious and kind"),
    ]
}

/// What a manager wrote, for sections that may be withheld.
const NOTES: [(&str, &str); 3] = [
    ("questions", "Ask how many nights in November had fewer than two people on duty."),
    ("areas-to-improve", "Our own audit of October found nine files without reasons."),
    ("key-lines-of-enquiry", "The vice-chair wants to begin with the night team."),
];

/// Words as they would be searched for by somebody who has the file.
fn bare(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Every four words in a row.
fn windows(words: &str) -> Vec<String> {
    let bare = bare(words);
    let words: Vec<&str> = bare.split_whitespace().collect();
    words.windows(4.min(words.len().max(1))).map(|part| format!(" {} ", part.join(" "))).collect()
}

#[test]
fn nothing_withheld_is_in_any_layer_of_a_thousand_finished_files() {
    let (sources, fonts, mut dice) = (papers(), Fonts::built_in(), Dice(11));
    let picks: Vec<Pick> = packhorse_pack::suggest(&sources.iter().collect::<Vec<_>>(), 6);
    assert!(picks.len() >= 3, "there is something to withhold: {}", picks.len());
    let notes =
        NOTES.map(|(section, text)| packhorse_pack::Note { section: section.into(), text: text.into() });
    let plan = Plan { title: "What inspectors said".into(), picks, notes: notes.to_vec(), ..Plan::default() };
    let ids: Vec<&str> = Audience::built_in_ids().collect();
    for round in 0..1_000 {
        let audience = Audience::built_in(ids[dice.throw(ids.len())]).expect("it is built in");
        let sections: Vec<String> =
            audience.sections.iter().filter(|_| dice.throw(3) == 0).cloned().collect();
        let quotes: Vec<usize> = (0..plan.picks.len()).filter(|_| dice.throw(3) == 0).collect();
        let withheld = Withheld { sections: sections.clone(), quotes: quotes.clone(), ..Withheld::default() };
        let edition = Edition { audience: audience.id.clone(), withheld, ..Edition::default() };
        let made =
            make(&plan, &edition, &audience, &sources, &fonts, true).expect("nothing withheld is there");
        let mut layers = packhorse_pdf::said(&made.bytes).expect("it opens");
        layers.extend(packhorse_html::said(&made.web_page.expect("it was asked for")));
        let layers: Vec<(String, String)> =
            layers.into_iter().map(|(layer, text)| (layer, bare(&text))).collect();
        let kept: String = (0..plan.picks.len())
            .filter(|index| !quotes.contains(index))
            .map(|index| bare(&plan.picks[index].quote.words))
            .collect();
        let gone = quotes.iter().flat_map(|index| windows(&plan.picks[*index].quote.words));
        let notes = NOTES.iter().filter(|(section, _)| sections.iter().any(|id| id == section));
        for window in gone
            .filter(|window| !kept.contains(window.as_str()))
            .chain(notes.flat_map(|(_, text)| windows(text)))
        {
            for (layer, text) in &layers {
                assert!(!text.contains(&window), "round {round}: “{window}” is in {layer} of {edition:?}");
            }
        }
    }
}
