//! Questions, each tied to the finding that prompts it.

use super::Making;
use super::improve::Asked;
use crate::data::questions::{Question as Banked, frame, questions};
use crate::data::themes::{label, themes};
use crate::suggest::telling;
use crate::words::{citation, excerpt, quoted, uncapital, without_reference};
use packhorse_model::composed::{Block, Question, Run};
use packhorse_model::{Bearing, Notice, Rank};
use std::collections::BTreeSet;

/// How many questions an edition has room for, unless more areas are to improve.
const MOST: usize = 8;
/// How many questions stand in an edition for children and young people.
const SHORT: usize = 3;
/// How many areas to improve are asked about one by one.
const MOST_ASKED: usize = 14;
/// How many of them may be about the service as a whole.
const GENERAL: usize = 3;
/// How many words of a finding stand under a question.
const PROMPT_WORDS: usize = 18;
/// Lines left free for notes under a question of a member who chairs or asks.
const SPACE: u8 = 2;

/// Words that a question and a finding may share without being about the same thing.
const IDLE: [&str; 20] = [
    "first", "last", "long", "good", "says", "hold", "take", "time", "work", "year", "month", "change",
    "come", "name", "clear", "well", "done", "much", "gets", "number",
];

/// What a question rests on.
struct Ground {
    bearing: Bearing,
    /// Whether the document itself lists it.
    listed: bool,
    themes: Vec<String>,
    /// The words that say what it is about.
    words: BTreeSet<String>,
    prompted_by: Vec<Run>,
}

impl Making<'_> {
    /// The questions this audience may put.
    pub(super) fn questions(&self) -> Option<Vec<Block>> {
        let asked = self.ask();
        (!asked.is_empty()).then(|| asked.into_iter().map(Block::Question).collect())
    }

    /// Questions of the bank for what was found, then those about the service as a whole.
    pub(super) fn ask(&self) -> Vec<Question> {
        let grounds = self.grounds();
        let mut taken: Vec<(&Banked, Option<&Ground>, Vec<Run>)> = Vec::new();
        for ground in &grounds {
            let short = self.audience.plain_words;
            let room = match (short, ground.listed) {
                (true, _) => SHORT - 1,
                (false, true) => MOST_ASKED,
                (false, false) => MOST - GENERAL,
            };
            if taken.len() >= room {
                continue;
            }
            let open = self.for_audience().filter(|question| {
                !question.general
                    && question.bearing.contains(&ground.bearing)
                    && !taken.iter().any(|(known, ..)| known.id == question.id)
            });
            // The first of the bank wins between equals.
            let worth = |question: &&Banked| fit(question, ground);
            let found = open
                .rev()
                .filter(|question| worth(question) > 0.0)
                .max_by(|a, b| worth(a).total_cmp(&worth(b)));
            let found = found.or_else(|| {
                let asked = |question: &&Banked| taken.iter().any(|(known, ..)| known.id == question.id);
                let neutral = self.for_audience().filter(|question| question.of_one_finding());
                let concern = matches!(ground.bearing, Bearing::Priority | Bearing::Improve);
                neutral.filter(|_| concern).find(|question| !asked(question))
            });
            taken.extend(found.map(|question| (question, Some(ground), ground.prompted_by.clone())));
        }
        for question in self.for_audience().filter(|question| question.general && !question.of_one_finding())
        {
            let general = taken.iter().filter(|(known, ..)| known.general && !known.of_one_finding()).count();
            let ground = grounds.iter().find(|ground| question.bearing.contains(&ground.bearing));
            let room = if self.audience.plain_words { 1 } else { GENERAL };
            if general < room && ground.is_some() {
                let note = frame().note_of(question).unwrap_or("Prompted by the findings as a whole.");
                taken.push((question, None, vec![Run::plain(note)]));
            }
        }
        // A committee opens with what its leaders know, how, and what they plan; then come the findings.
        if self.audience.has("questions") && !self.audience.plain_words {
            taken.sort_by_key(|(question, ..)| !frame().has(question));
        }
        (1..)
            .zip(taken)
            .map(|(number, (banked, ground, prompted_by))| {
                let ask = self.worded(banked, ground);
                self.question(number, banked, ask, prompted_by)
            })
            .collect()
    }

    /// A question in words that stand by themselves: “this” of one that fits any finding is named first.
    fn worded(&self, banked: &Banked, ground: Option<&Ground>) -> String {
        let ask = banked.ask.replace("{council}", self.papers.council_words());
        let Some(ground) = ground.filter(|_| banked.of_one_finding() && !self.audience.plain_words) else {
            return ask;
        };
        let about = ground.themes.first().and_then(|theme| label(theme));
        let about = about.map_or_else(|| "the finding below".to_owned(), uncapital);
        format!("On {about}: {}", uncapital(&ask))
    }

    /// Names areas to improve that no question asks about.
    pub(super) fn warn_of_unasked(&mut self) {
        let asks = self.audience.has("questions") || self.audience.has("lines-to-take");
        if !asks || self.audience.plain_words {
            return;
        }
        let Some(subject) = self.papers.subject() else { return };
        let asked: Vec<String> = self.ask().iter().map(|question| joined(&question.prompted_by)).collect();
        let listed = self.asked(subject);
        let unasked = (1..)
            .zip(&listed)
            .filter(|(number, item)| !asked.contains(&joined(&self.finding_prompt(item, *number))));
        let said: Vec<Notice> = unasked
            .map(|(_, item)| {
                Notice::new(format!(
                    "No question in the {} asks about “{}”.",
                    self.audience.title,
                    excerpt(&item.words, 14)
                ))
            })
            .collect();
        self.notices.extend(said);
    }

    /// What a line to take should hold, for the first question that asks for one.
    pub(crate) fn line_prompt(&self) -> Option<String> {
        let asked = self.ask();
        let first = asked.first()?;
        let council = self.papers.council_words();
        let asks = |banked: &&Banked| {
            let ask = banked.ask.replace("{council}", council);
            first.ask == ask || first.ask.ends_with(&format!(": {}", uncapital(&ask)))
        };
        let banked = self.for_audience().find(asks)?;
        Some(format!("For “{}”: {}", first.ask, banked.line_prompt.clone()?))
    }

    fn for_audience(&self) -> impl DoubleEndedIterator<Item = &'static Banked> {
        let audience = &self.audience.id;
        // A template of the office's own asks what its nearest relative asks.
        let known = questions().iter().any(|question| question.audiences.contains(audience));
        let id = if known { audience.as_str() } else { "all-members" }.to_owned();
        questions().iter().filter(move |question| question.audiences.contains(&id))
    }

    fn question(&self, number: u32, banked: &Banked, ask: String, prompted_by: Vec<Run>) -> Question {
        let role = banked.who_role.as_ref();
        let role = role.and_then(|role| self.plan.roles.get(role).or_else(|| self.audience.roles.get(role)));
        let answers = self.audience.has("questions");
        Question {
            number,
            ask,
            prompted_by,
            who: Some(role.unwrap_or(&banked.who).clone()).filter(|who| !who.is_empty()),
            listen_for: banked.good_answer.as_deref().filter(|_| answers).map(full_answer),
            space: if answers && !self.audience.plain_words { SPACE } else { 0 },
        }
    }

    /// What was found, the most urgent first: priority actions, areas to improve, concerns and
    /// strengths that are quoted.
    fn grounds(&self) -> Vec<Ground> {
        let mut grounds = Vec::new();
        let asked = self.papers.subject().map(|subject| self.asked(subject)).unwrap_or_default();
        for (number, asked) in (1..).zip(&asked) {
            let bearing =
                if asked.rank == Rank::PriorityAction { Bearing::Priority } else { Bearing::Improve };
            let prompted_by = self.finding_prompt(asked, number);
            grounds.push(Ground {
                bearing,
                listed: true,
                themes: asked.themes.clone(),
                words: telling(&without_reference(&asked.words)),
                prompted_by,
            });
        }
        for chosen in self.chosen.iter().filter(|chosen| !chosen.public) {
            let listed = asked.iter().filter_map(|asked| self.quotation_of(asked));
            if listed.into_iter().any(|known| known.block.id == chosen.block.id) {
                continue;
            }
            let words = chosen.quote.words();
            let bare = without_reference(words);
            grounds.push(Ground {
                bearing: chosen.block.bearing,
                listed: false,
                themes: themes(&bare).into_iter().map(str::to_owned).collect(),
                words: telling(&bare),
                prompted_by: prompt(
                    words,
                    &chosen.block.id,
                    &format!("{}, quotation {}", chosen.block.citation, chosen.block.number),
                ),
            });
        }
        // What the document lists comes before what is only quoted from it.
        let rank = |ground: &Ground| match (ground.bearing, ground.listed) {
            (Bearing::Priority, _) => 0,
            (Bearing::Improve, true) => 1,
            (Bearing::Improve, false) => 2,
            _ => 3,
        };
        grounds.sort_by_key(rank);
        grounds
    }

    /// Words of a finding with a link to the quotation of it, or to the list it stands in.
    fn finding_prompt(&self, asked: &Asked, number: usize) -> Vec<Run> {
        let place = self
            .papers
            .subject()
            .map_or_else(|| asked.place.pin(), |subject| citation(subject, &asked.place));
        match self.quotation_of(asked) {
            Some(chosen) => prompt(
                &asked.words,
                &chosen.block.id,
                &format!("{}, quotation {}", chosen.block.citation, chosen.block.number),
            ),
            None if !self.audience.has("areas-to-improve") => prompt(&asked.words, "", &place),
            None if self.audience.plain_words => prompt(&asked.words, "areas-to-improve", &place),
            None => prompt(&asked.words, &format!("asked-{number}"), &place),
        }
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// How well a question fits what was found: its theme, then the words they share, of which there
/// must be one.
fn fit(question: &Banked, ground: &Ground) -> f64 {
    let shared = ground.themes.iter().take(3).position(|theme| question.themes.contains(theme));
    let Some(rank) = shared else { return 0.0 };
    let theme = telling(&ground.themes[rank].replace('-', " "));
    let words = telling(&format!("{} {}", question.ask, question.good_answer.as_deref().unwrap_or("")));
    let shared = words.intersection(&ground.words);
    let common = shared.filter(|word| !theme.contains(*word) && !IDLE.contains(&word.as_str())).count();
    if common == 0 { 0.0 } else { 1.0 - 0.25 * rank as f64 + 0.5 * common as f64 }
}

fn prompt(words: &str, anchor: &str, place: &str) -> Vec<Run> {
    let words = excerpt(&without_reference(words), PROMPT_WORDS);
    // The sentence goes on behind the marks.
    let said = format!("Prompted by {}", quoted(words.trim_end_matches('.')));
    if place.is_empty() || anchor.is_empty() {
        let place = if place.is_empty() { String::new() } else { format!(", {place}") };
        return vec![Run::plain(format!("{said}{place}."))];
    }
    vec![Run::plain(format!("{said}, ")), Run::to(place, anchor), Run::plain(".")]
}

/// What a full answer holds, said to be that.
fn full_answer(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().filter(|_| !chars.as_str().starts_with(char::is_uppercase));
    let lowered = first.map(|first| first.to_lowercase().chain(chars).collect());
    format!("A full answer: {}", lowered.unwrap_or_else(|| words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_fits_only_what_it_shares_a_word_with_besides_the_theme() {
        let worth = |id: &str, theme: &str, finding: &str| {
            let question = questions().iter().find(|question| question.id == id).expect("a question");
            let ground = Ground {
                bearing: Bearing::Improve,
                listed: true,
                themes: vec![theme.to_owned()],
                words: telling(finding),
                prompted_by: Vec::new(),
            };
            fit(question, &ground)
        };
        let police = "The information that the police and health services bring to the first meeting.";
        assert!(
            worth("health-chair-1", "health", police) < 0.1,
            "“health” is the theme and “first” says nothing"
        );
        let late = "Initial health assessments are late.";
        assert!(worth("health-chair-1", "health", late) > 0.9, "both are about assessments");
    }

    #[test]
    fn some_question_asks_about_any_finding_at_all() {
        for audience in ["committee-chair", "cabinet-member", "all-members", "young-people"] {
            let of_one = questions().iter().filter(|question| question.of_one_finding());
            let asked = of_one.filter(|question| question.audiences.iter().any(|known| known == audience));
            assert!(asked.count() >= 6, "{audience}");
        }
    }
}
