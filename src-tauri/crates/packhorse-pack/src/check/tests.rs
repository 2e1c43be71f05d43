use super::*;
use crate::fixture::{letter, paragraphs};

const VISITS: &str = "Visits to children are timely, regular and child focused. Social workers effectively \
    conduct checks and take swift action in response to the presenting concerns. When concerns escalate for \
    children who receive early help, there are clear systems in place for their cases to step up.";
const RISK: &str = "When children are at risk of significant harm, the response is prompt. Advisers ‘turn up when \
    they say they will’. Records are not always clear, and 15% of plans are out of date.";

fn verdict(text: &str) -> Verdict {
    held(text).verdict
}

fn held(text: &str) -> Check {
    check_quotation(text, &[&letter(&[VISITS, RISK])])
}

fn changes(check: &Check) -> String {
    let each = check.difference.iter().map(|change| match change.change {
        ChangeKind::Same => change.words.clone(),
        ChangeKind::Removed => format!("-{}-", change.words),
        ChangeKind::Added => format!("+{}+", change.words),
    });
    each.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_press_may_end_a_quotation_with_its_own_comma() {
    for text in [
        "Visits to children are timely,",
        "visits to children are timely, regular",
        "“Visits to children are timely, regular and child focused”",
        "Visits to\nchildren  are timely.",
        "Advisers 'turn up when they say they will'",
        "[V]isits to children are timely",
        "turn up when they say they will",
    ] {
        assert_eq!(verdict(text), Verdict::Exact, "{text}");
    }
}

#[test]
fn a_hyphen_or_a_comma_is_punctuation_only() {
    let check = held("visits to children are timely, regular and child-focused");
    assert_eq!(check.verdict, Verdict::Punctuation);
    assert_eq!(changes(&check), "Visits to children are timely, regular and -child focused- +child-focused+");
    assert_eq!(
        verdict("when children are at risk of significant harm the response is prompt."),
        Verdict::Punctuation
    );
    assert_eq!(verdict("Visits to Children are timely"), Verdict::Punctuation, "a large letter within");
}

#[test]
fn dropped_and_reordered_words_differ_and_are_shown() {
    let dropped = held("effectively conduct checks and take swift action in response to concerns;");
    assert_eq!(dropped.verdict, Verdict::Differs);
    assert_eq!(
        changes(&dropped),
        "effectively conduct checks and take swift action in response to -the presenting- concerns."
    );
    let moved = held("clear systems are in place;");
    assert_eq!(moved.verdict, Verdict::Differs);
    assert_eq!(changes(&moved), "clear systems +are+ in place");
    assert!(moved.sentence.as_deref().is_some_and(|held| held.starts_with("When concerns escalate")));
}

#[test]
fn words_that_only_share_letters_are_not_the_same_words() {
    for text in [
        "Visits to children a re timely",
        "5% of plans are out of date",
        "15 of plans are out of date",
        "1.5% of plans are out of date",
        "Visits to children are time",
        "isits to children are timely",
    ] {
        assert!(verdict(text) > Verdict::Punctuation, "{text}: {:?}", verdict(text));
    }
    let compound = letter(&["The plan is non-compliant with the parents’ wishes and we’re told it’s late."]);
    let against = |text: &str| check_quotation(text, &[&compound]).verdict;
    assert_eq!(
        against("compliant with the parents’ wishes"),
        Verdict::Differs,
        "half a word is not the word"
    );
    assert_eq!(against("noncompliant with the parents' wishes"), Verdict::Punctuation);
    assert_eq!(against("non-compliant with the parents wishes"), Verdict::Punctuation);
    assert_eq!(
        against("non-compliant with the parents"),
        Verdict::Punctuation,
        "the apostrophe is the word's"
    );
    assert_eq!(against("and were told it’s late"), Verdict::Differs, "another word");
    assert_eq!(against("and we’re told its late"), Verdict::Differs, "another word");
}

#[test]
fn parts_around_dots_are_held_in_order() {
    assert_eq!(verdict("Visits to children are timely … and child focused"), Verdict::Exact);
    assert_eq!(verdict("Social workers [in the team] effectively conduct checks"), Verdict::Exact);
    assert_eq!(
        verdict("child focused […] Visits to children"),
        Verdict::Differs,
        "the order is the source's"
    );
    let turned = held("Records are […] always clear");
    assert_eq!(turned.verdict, Verdict::Differs, "dots must not hide a “not”");
    assert_eq!(turned.note.as_deref(), Some("The words left out hold “not”."));
    assert_eq!(verdict("Visits to children are [not] timely"), Verdict::Differs);
    assert_eq!(
        verdict("Visits […] prompt"),
        Verdict::NotFound,
        "single words from far apart are no quotation"
    );
}

#[test]
fn a_quotation_that_ends_early_is_exact_and_says_so() {
    let early = held("Visits to children are timely.");
    assert_eq!(early.verdict, Verdict::Exact);
    assert_eq!(early.note.as_deref(), Some("The source’s sentence goes on after these words."));
    assert_eq!(held("the response is prompt.").note, None);
    assert_eq!(held("Visits to children are timely,").note, None, "a comma promises nothing");
}

#[test]
fn a_question_must_not_become_a_statement() {
    let asks = letter(&["Are children safe? Leaders know."]);
    assert_eq!(check_quotation("children safe.", &[&asks]).verdict, Verdict::Punctuation);
    assert_eq!(check_quotation("Are children safe?", &[&asks]).verdict, Verdict::Exact);
}

#[test]
fn a_hyphen_at_a_line_end_may_be_there_or_not() {
    let mut source = letter(&["Leaders support decisionmaking and multi-agency work."]);
    let at = source.document.text.find("making").expect("the word");
    let kept = source.document.text.find("agency").expect("the word");
    source.document.hyphens = vec![
        packhorse_model::HyphenChoice { at, kept: false },
        packhorse_model::HyphenChoice { at: kept, kept: true },
    ];
    for text in ["support decision-making", "decisionmaking", "multi-agency work", "multiagency work"] {
        assert_eq!(check_quotation(text, &[&source]).verdict, Verdict::Exact, "{text}");
    }
    assert_ne!(check_quotation("multi agency work", &[&source]).verdict, Verdict::Exact);
    source.document.hyphens.clear();
    assert_eq!(check_quotation("decision-making", &[&source]).verdict, Verdict::Punctuation);
}

#[test]
fn without_sources_nothing_is_said_and_strange_words_are_not_found() {
    assert_eq!(check_quotation("anything", &[]).verdict, Verdict::NoSource);
    assert_eq!(verdict("no cause for celebration"), Verdict::NotFound);
    assert_eq!(verdict(""), Verdict::NotFound);
    assert_eq!(verdict("…"), Verdict::NotFound);
    assert_eq!(verdict("The moon is made of green cheese and the tide is late."), Verdict::NotFound);
}

#[test]
fn what_stands_between_pages_is_not_part_of_a_sentence() {
    use packhorse_model::BlockKind::{Furniture, Paragraph};
    let source = paragraphs(&[
        (Paragraph, "A plan is due within 70"),
        (Furniture, "5"),
        (Paragraph, "working days of the letter."),
    ]);
    assert_eq!(check_quotation("within 70 working days", &[&source]).verdict, Verdict::Exact);
    assert_eq!(check_quotation("within 70 5 working days", &[&source]).verdict, Verdict::Differs);
}

/// Small numbers that repeat from run to run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

const WORDS: [&str; 24] = [
    "children",
    "are",
    "not",
    "seen",
    "promptly",
    "and",
    "social",
    "workers",
    "plans",
    "child-focused",
    "parents’",
    "well",
    "the",
    "most",
    "some",
    "15%",
    "multi-agency",
    "don’t",
    "wait",
    "for",
    "help",
    "in",
    "good",
    "time",
];

#[test]
fn any_change_of_one_word_is_never_exact() {
    let mut dice = Dice(7);
    for round in 0..600 {
        let length = 6 + dice.roll(14);
        let mut words: Vec<&str> = (0..length).map(|_| WORDS[dice.roll(WORDS.len())]).collect();
        let sentence = format!("{}.", words.join(" "));
        let source = letter(&["Something else stands before it.", &sentence]);
        let whole = check_quotation(&sentence, &[&source]);
        assert_eq!(whole.verdict, Verdict::Exact, "round {round}: {sentence}");
        // Words at the edges may be left out: a quotation begins and ends where it likes.
        let at = 1 + dice.roll(length - 2);
        let what = match dice.roll(4) {
            0 => {
                words.remove(at);
                "dropped"
            }
            1 => {
                words.insert(at, "never");
                "put in"
            }
            2 => {
                words.swap(at, at - 1);
                "moved"
            }
            _ => {
                words[at] = "elsewhere";
                "changed"
            }
        };
        let altered = format!("{}.", words.join(" "));
        if altered == sentence || sentence.contains(&words.join(" ")) {
            continue;
        }
        let check = check_quotation(&altered, &[&source]);
        assert!(check.verdict > Verdict::Punctuation, "round {round}, a word {what}: {sentence} / {altered}");
    }
}

#[test]
fn a_change_of_one_character_is_never_exact() {
    let sentence = "Most children don’t wait, and 1.5% of multi-agency plans (for care leavers) are late";
    let source = letter(&[&format!("{sentence}.")]);
    for (at, c) in sentence.char_indices().skip(1) {
        let cut = format!("{}{}", &sentence[..at], &sentence[at + c.len_utf8()..]);
        let trimmed = cut.trim_end();
        let check = check_quotation(trimmed, &[&source]);
        assert_ne!(check.verdict, Verdict::Exact, "without “{c}” at {at}: {cut}");
        if c.is_alphanumeric() {
            let swapped = format!("{}x{}", &sentence[..at], &sentence[at + c.len_utf8()..]);
            assert!(check_quotation(&swapped, &[&source]).verdict > Verdict::Punctuation, "{swapped}");
        }
    }
}

#[test]
fn a_few_words_that_are_not_all_there_are_not_found() {
    let before =
        letter(&["Social workers visit children before they come home, and before Easter plans are agreed."]);
    assert_eq!(check_quotation("before Christmas", &[&before]).verdict, Verdict::NotFound);
    assert_eq!(check_quotation("plans agreed before Easter", &[&before]).verdict, Verdict::Differs);
    let strewn =
        letter(&["Help is prompt when families ask the council for it in the daytime, and it is kind."]);
    assert_eq!(check_quotation("prompt, kind", &[&strewn]).verdict, Verdict::NotFound);
}

#[test]
fn a_long_quotation_does_not_take_long() {
    let sentence = "Social workers visit families and know the children they work with very well indeed. ";
    let source = letter(&[&sentence.repeat(200)]);
    let started = std::time::Instant::now();
    check_quotation(&sentence.replace("very", "quite").repeat(60), &[&source]);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
