//! The recogniser's rules in words: a sentence for each, for the person who checks what it read.

/// What a rule read, in a sentence. A rule that is not listed is named as it calls itself.
pub(crate) fn sentence(rule: &str) -> String {
    if let Some((first, other)) = rule.split_once("; contradicted by: ") {
        return format!("{} Another place says otherwise: {}", sentence(first), sentence(other));
    }
    for (ending, words) in ENDINGS {
        if let Some(rule) = rule.strip_suffix(ending) {
            return format!("{} {words}", sentence(rule));
        }
    }
    listed(rule).map_or_else(|| format!("Read by the rule “{rule}”."), str::to_owned)
}

/// The sentence of a rule, where there is one.
fn listed(rule: &str) -> Option<&'static str> {
    let tables = [KINDS, EVENTS, FINDINGS, SPEECH];
    tables.iter().flat_map(|table| table.iter()).find(|(id, _)| *id == rule).map(|(_, words)| *words)
}

/// What a rule's name may end in, and the sentence that adds.
const ENDINGS: [(&str, &str); 5] = [
    ("; no closing mark", "The quotation is never closed, so its end is a guess."),
    (", by pronoun", "Only “he” or “she” stands there, so the person is the one named before."),
    (", “they”", "Only “they” stands there, so the inspectors are meant."),
    (", “it”", "Only “it” stands there, so the report or letter is meant."),
    (", joint statement", "The words are a joint statement of several people."),
];

type Table = &'static [(&'static str, &'static str)];

/// What tells one kind of source from another.
const KINDS: Table = &[
    ("guidance or a national report", "It is guidance or a national report, and about no one council."),
    ("a page of a committee", "It speaks of agenda items or of what a committee noted, as minutes do."),
    (
        "a report of the council to its members",
        "It is a report of the council’s own for its members, about the inspectors’ report.",
    ),
    ("recommends something to members", "It recommends something to the council’s members."),
    ("has the parts of a paper for members", "It has the parts of a paper for the council’s members."),
    ("tells members what it is for", "It says what it tells the council’s members."),
    ("a table of cells", "The file is a table."),
    ("addressed to somebody", "It begins like a letter, with “Dear …”."),
    ("age group on a cover", "A cover gives an age group, as reports do."),
    ("calls itself a press release", "It calls itself a press release."),
    ("calls itself a statement", "It calls itself a statement."),
    ("calls itself a summary for children", "It calls itself a summary for children or young people."),
    ("calls itself minutes", "It calls itself minutes."),
    ("date of publication on a cover", "A cover gives a date of publication, as reports do."),
    ("has a reporter", "It names a reporter, as news stories do."),
    ("has notes to editors", "It has notes to editors, as press releases do."),
    ("inspection date on a cover", "A cover gives the dates of an inspection, as reports do."),
    ("is behind a register", "It asks the reader to sign in or subscribe, as news sites do."),
    ("lead inspector on a cover", "A cover names the lead inspector, as reports do."),
    ("lists who was present", "It lists who was present, as minutes do."),
    ("no cue, by what it talks about", "Nothing says what it is; this is a guess by what it talks about."),
    ("records a resolution", "It records what was resolved, as minutes do."),
    ("signed by an inspector", "It ends like a letter, with “Yours sincerely”."),
    ("speaks for a group", "It speaks for a political group, as statements do."),
    ("speaks of a press release", "It speaks of a press release or of being issued."),
    ("sums up a visit", "It says that it sums up a visit, as letters do."),
    ("table of judgements", "It has a table of judgements, as reports do."),
    ("tells of others", "It tells what others said, as news stories do."),
    ("title of a report", "Its title is one that reports have."),
    ("visit as title", "Its title is a visit, as letters have."),
    ("welcomed by the council", "The council speaks in it of its own services, as press releases do."),
];

/// Council, event and dates.
const EVENTS: Table = &[
    (
        "label “lead inspector”, over two lines",
        "It follows the words “lead inspector” over the end of a line.",
    ),
    (
        "inspection of children’s services on these days",
        "It is about an inspection of children’s services, and this framework was in force on its days.",
    ),
    ("day of the meeting", "It is the day of the meeting; nothing says when the paper came out."),
    ("council at the foot of the page", "The foot of the page names only this council."),
    ("areas that are judged", "Only one framework judges just these areas."),
    ("council beside the title", "The council is named beside the title."),
    ("council in the title", "The title names the council."),
    ("council named most plainly", "This council is named more plainly than any other."),
    ("date of the letter", "The letter is dated so."),
    ("dateline", "A line near the top gives the date."),
    ("day below its label on the cover", "The cover gives it below its label."),
    (
        "days without a year, before the text's own date",
        "No year is printed; it is taken from the date of the text itself.",
    ),
    ("event named in the text", "The text names the event; the document is about it and not its own record."),
    ("first heading or line", "It is the first heading or line."),
    (
        "inspection named in the text",
        "The text names the inspection; the document is about it and not its own record.",
    ),
    ("label on the cover", "The cover gives it beside its label."),
    ("label “lead inspector”", "It stands beside the words “lead inspector” or “reporting inspector”."),
    ("line of days at the top", "A line near the top gives days."),
    ("metadata of the web page", "The web page carries it where readers do not see it."),
    ("name in the title, not a listed council", "The title names it; no council of that name is listed."),
    ("named as a council, not a listed one", "It is named as a council; no council of that name is listed."),
    ("no known title", "The title is none that inspections have."),
    ("said to be published that day", "A sentence says that it was published that day."),
    ("sentence about the visit", "A sentence speaks of the visit."),
    ("sentence that opens the letter", "The sentence that opens the letter says so."),
    ("sentence that says what was looked at", "A sentence says what the inspectors looked at."),
    ("signature of the letter", "The letter is signed so."),
    ("title line", "It is the line of the title."),
    ("title of the document", "The title says so."),
    (
        "title of the document and inspection dates",
        "The title names the inspection, and its dates decide which framework was in force.",
    ),
    ("title of the web page", "The title of the web page names it."),
    ("trust in the title", "The title names the trust or company that runs services for this council."),
];

/// Judgements and findings.
const FINDINGS: Table = &[
    ("grade below its label", "The grade stands below the label of its area."),
    (
        "area of the framework that was not found",
        "Reports under this framework judge this area, and no grade was found for it.",
    ),
    (
        "grade above its label",
        "The grade stands above a label, and the first of them stands first of all; look at the page.",
    ),
    (
        "grades listed apart from their labels",
        "The areas and the grades are listed one after the other; look at the page.",
    ),
    (
        "labels and grades in one paragraph",
        "Areas and grades follow one another in one paragraph, as rows of a table do that were run together; look at the page.",
    ),
    ("grade beside its row label", "The grade stands beside the label of its row."),
    ("grade in a heading", "The heading over the area gives the grade."),
    ("item under its heading", "It is an item of the list below such a heading."),
    (
        "outcome sentence of fixed words",
        "It is one of the fixed sentences in which this framework gives its outcome.",
    ),
    ("row label without a known grade", "The row of this area holds no grade that is known."),
    ("row of the table of priority actions", "It is a row of the table of priority actions."),
    ("sentence that is the judgement", "A sentence gives the judgement."),
];

/// Quotations and who is quoted.
const SPEECH: Table = &[
    ("group named in the sentence", "The sentence names a group and no person."),
    ("inspectors named in the sentence", "The sentence names the inspectors or their report."),
    ("line before ends in a colon", "The line before names the speaker and ends in a colon."),
    ("name after a dash", "A name follows the words after a dash."),
    ("named in the row", "The row of the table names the speaker."),
    ("nobody named", "Nobody is named as speaking."),
    ("read out by somebody else", "Somebody else reads these words out."),
    ("said after the words", "The speaker is named after the words."),
    ("said before the words", "The speaker is named before the words."),
    (
        "same sentence as the words before",
        "The words stand in one sentence with those before, and nobody else is named.",
    ),
    ("same speaker as the paragraph before", "Nobody new is named since the paragraph before."),
    (
        "marks within a speech, after what the inspectors wrote",
        "Within a speech, after the inspectors are named, marks set these words apart.",
    ),
    ("speech that goes on", "The paragraph before is not closed, so the same speech goes on."),
    ("the body's own words", "A council or other body is named and no person."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    #[test]
    fn a_rule_with_an_ending_gets_a_sentence_for_each_part() {
        let words = sentence("said after the words, by pronoun; no closing mark");
        assert!(words.starts_with("The speaker is named after the words. Only “he”"), "{words}");
        assert!(words.ends_with("so its end is a guess."), "{words}");
        assert!(
            sentence("grade in a heading; contradicted by: grade beside its row label").contains("otherwise")
        );
    }

    #[test]
    fn every_rule_of_the_recogniser_has_its_sentence() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packhorse-recognise/src");
        let rules: BTreeSet<String> = sources(&folder).iter().flat_map(|text| rules(text)).collect();
        assert!(rules.len() > 60, "the rules are found in the source: {rules:?}");
        let silent: Vec<_> = rules.iter().filter(|rule| listed(rule).is_none()).collect();
        assert_eq!(silent, Vec::<&String>::new(), "a person who checks reads a sentence, not an id");
    }

    #[test]
    fn no_rule_has_two_sentences() {
        let ids: Vec<_> = [KINDS, EVENTS, FINDINGS, SPEECH].iter().flat_map(|table| table.iter()).collect();
        let distinct: BTreeSet<_> = ids.iter().map(|(id, _)| id).collect();
        assert_eq!(ids.len(), distinct.len());
        assert!(ids.iter().all(|(_, words)| words.ends_with('.')));
    }

    fn sources(folder: &Path) -> Vec<String> {
        const TESTS: [&str; 3] = ["tests.rs", "paper.rs", "properties.rs"];
        let entries = folder.read_dir().expect("the recogniser stands beside the desk").flatten();
        let paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        let read = |path: PathBuf| std::fs::read_to_string(path).expect("its source can be read");
        let inside = paths.into_iter().flat_map(|path| match path.is_dir() {
            true => sources(&path),
            false if TESTS.iter().any(|name| path.ends_with(name)) => Vec::new(),
            false => vec![read(path)],
        });
        inside.collect()
    }

    /// The names of rules in a source: words in quotation marks where only a rule's name can stand.
    fn rules(text: &str) -> Vec<String> {
        const PLACES: [&str; 6] = [
            r#"\brule(?:: &\S+)?\s*[:=]\s*"([^"]+)""#,
            r#"let rule = if [^;]*?\{\s*"([^"]+)""#,
            r#"let rule = if [^;]*?else \{\s*"([^"]+)""#,
            r#""([^"]+)",\s*(?:Confidence::|confidence\)|titled\))"#,
            r#"\bcue\(\s*\w+,\s*\d+,\s*"([^"]+)""#,
            r#"\b(?:speaker|person|fact|days|of_inspectors)\([^;"]*?"([^"]+)"(?:\.into\(\))?,?\s*\)"#,
        ];
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let found = |place: &str| {
            let place = regex::Regex::new(place).expect("the pattern is fixed");
            place.captures_iter(code).map(|found| found[1].to_owned()).collect::<Vec<_>>()
        };
        let is_name = |words: &String| words.contains(' ') && !words.contains(['\\', '{', '(', '|']);
        PLACES.into_iter().flat_map(found).filter(is_name).collect()
    }
}
