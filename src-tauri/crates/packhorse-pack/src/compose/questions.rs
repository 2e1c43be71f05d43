//! Questions, each tied to the finding that prompts it.

use super::Making;
use super::improve::Asked;
use crate::data::frameworks::Framework;
use crate::data::questions::{Question as Banked, frame, questions};
use crate::data::themes::themes;
use crate::papers::Paper;
use crate::speaker::{Voice, own_voice};
use crate::suggest::telling;
use crate::words::{citation, excerpt, quoted, uncapital, without_reference};
use packhorse_model::composed::{Block, Question, Run};
use packhorse_model::{Bearing, Notice, Rank, Verdict};
use std::collections::BTreeSet;

/// How many questions an edition has room for, unless more areas are to improve.
const MOST: usize = 8;
/// How many questions stand in an edition for children and young people.
const SHORT: usize = 3;
/// How many areas to improve are asked about one by one.
const MOST_ASKED: usize = 14;
/// How many telling words a question and a finding share at least.
const FEW: usize = 2;
/// A finding with so few telling words beside its theme need share one only.
const SHORT_FINDING: usize = 3;
/// How many of them may be about the service as a whole.
const GENERAL: usize = 3;
/// How many words of a finding stand under a question, or name it inside one.
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
    prompted_by: Prompt,
}

/// What a question is prompted by: words and where they stand.
#[derive(Debug, Clone)]
struct Prompt {
    words: String,
    place: String,
    /// What the place leads to; nothing when it leads nowhere.
    anchor: String,
}

impl Prompt {
    fn new(words: &str, anchor: &str, place: String) -> Self {
        let words = excerpt(&without_reference(words), PROMPT_WORDS);
        // The sentence goes on behind the marks.
        let words = quoted(words.trim_end_matches('.'));
        Self { words, place, anchor: anchor.to_owned() }
    }

    /// How a question begins that names its finding.
    fn begun(&self) -> String {
        format!("On {}: ", self.words)
    }

    /// The line under a question.
    fn runs(&self) -> Vec<Run> {
        self.after(format!("Prompted by {}, ", self.words))
    }

    /// The same under a question that has the words already.
    fn runs_without_words(&self) -> Vec<Run> {
        if self.place.is_empty() { Vec::new() } else { self.after("Prompted by ".to_owned()) }
    }

    fn after(&self, said: String) -> Vec<Run> {
        if self.place.is_empty() {
            return vec![Run::plain(format!("{}.", said.trim_end_matches([',', ' '])))];
        }
        if self.anchor.is_empty() {
            return vec![Run::plain(format!("{said}{}.", self.place))];
        }
        vec![Run::plain(said), Run::to(&self.place, &self.anchor), Run::plain(".")]
    }
}

impl Making<'_> {
    /// The questions this audience may put.
    pub(super) fn questions(&self) -> Option<Vec<Block>> {
        let asked = self.ask();
        (!asked.is_empty()).then(|| asked.into_iter().map(Block::Question).collect())
    }

    /// Questions of the bank for what was found, then those about the service as a whole.
    pub(super) fn ask(&self) -> Vec<Question> {
        (1..)
            .zip(self.taken())
            .map(|(number, (banked, ask, prompted_by))| self.question(number, banked, ask, prompted_by))
            .collect()
    }

    /// The questions of the bank that are asked, as they are worded here, and what prompts each.
    fn taken(&self) -> Vec<(&'static Banked, String, Vec<Run>)> {
        let grounds = self.grounds();
        let mut taken: Vec<(&'static Banked, String, Vec<Run>)> = Vec::new();
        for ground in &grounds {
            let short = self.audience.plain_words;
            let room = match (short, ground.listed) {
                (true, _) => SHORT - 1,
                (false, true) => MOST_ASKED,
                (false, false) => MOST - GENERAL,
            };
            // What is strong is no question where inspectors ask for more of the same.
            let asked_for = ground.bearing == Bearing::Strength
                && grounds.iter().any(|other| other.listed && other.themes.first() == ground.themes.first());
            if taken.len() >= room || asked_for {
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
            let prompt = &ground.prompted_by;
            taken.extend(found.map(|question| {
                // “This” of a question that fits any finding is named first, so that it stands by itself.
                if question.of_one_finding() && !self.audience.plain_words {
                    let ask = prompt.begun() + &uncapital(&self.worded(question));
                    (question, ask, prompt.runs_without_words())
                } else {
                    (question, self.worded(question), prompt.runs())
                }
            }));
        }
        for question in self.for_audience().filter(|question| question.general && !question.of_one_finding())
        {
            let general = taken.iter().filter(|(known, ..)| known.general && !known.of_one_finding()).count();
            let ground = grounds.iter().find(|ground| question.bearing.contains(&ground.bearing));
            let room = if self.audience.plain_words { 1 } else { GENERAL };
            if general < room && ground.is_some() {
                let note = frame().note_of(question).unwrap_or("Prompted by the findings as a whole.");
                taken.push((question, self.worded(question), vec![Run::plain(note)]));
            }
        }
        let asked = |question: &Banked| taken.iter().any(|(known, ..)| known.id == question.id);
        let on_what_was_said = self.on_what_was_said().filter(|(question, ..)| !asked(question));
        taken.extend(on_what_was_said);
        // A committee opens with what its leaders know, how, and what they plan; then come the findings.
        if self.audience.has("questions") && !self.audience.plain_words {
            taken.sort_by_key(|(question, ..)| !frame().has(question));
        }
        taken
    }

    /// Which words to rely on, where the council's own papers quote inspectors in other words than theirs.
    fn on_what_was_said(&self) -> Option<(&'static Banked, String, Vec<Run>)> {
        let own = self.checked().filter(|(paper, _)| own_voice(&paper.source) == Voice::Council);
        let mut verdicts = own.flat_map(|(_, checks)| checks.iter().map(|(_, check)| check.verdict));
        let differ = verdicts.any(|verdict| verdict == Verdict::Differs);
        let question = self.for_audience().find(|question| question.bearing == [Bearing::Statement])?;
        let part = uncapital(&self.audience.heading("said-publicly"));
        let prompt =
            vec![Run::plain("Prompted by the checks of "), Run::to(&part, "said-publicly"), Run::plain(".")];
        (differ && self.audience.has("said-publicly")).then(|| (question, self.worded(question), prompt))
    }

    /// A question of the bank with the name of the council, and of what inspectors did.
    fn worded(&self, banked: &Banked) -> String {
        let visit = self.papers.subject().and_then(Paper::framework).is_some_and(Framework::is_visit);
        let came = if visit { "visit" } else { "inspection" };
        let document =
            self.papers.subject().map_or("report", |paper| paper.source.facts.source_kind.value.words());
        let words =
            [("{council}", self.papers.council_words()), ("{inspection}", came), ("{document}", document)];
        words.iter().fold(banked.ask.clone(), |ask, (place, words)| ask.replace(place, words))
    }

    /// Names areas to improve that no question asks about.
    pub(super) fn warn_of_unasked(&mut self) {
        let asks = self.audience.has("questions") || self.audience.has("lines-to-take");
        if !asks || self.audience.plain_words {
            return;
        }
        let Some(subject) = self.papers.subject() else { return };
        let asked = self.ask();
        let listed = self.asked(subject);
        let unasked = (1..).zip(&listed).filter(|(number, item)| {
            let prompt = self.finding_prompt(item, *number);
            let (line, begun) = (joined(&prompt.runs()), prompt.begun());
            !asked.iter().any(|asked| joined(&asked.prompted_by) == line || asked.ask.starts_with(&begun))
        });
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
        let taken = self.taken();
        let (banked, ..) = taken.first()?;
        Some(format!("For “{}”: {}", self.worded(banked), banked.line_prompt.clone()?))
    }

    fn for_audience(&self) -> impl DoubleEndedIterator<Item = &'static Banked> {
        // A template of the office's own asks what the one it was copied from asks.
        let names = [Some(&self.audience.id), self.audience.like.as_ref()];
        let known = |id: &&String| questions().iter().any(|question| question.audiences.contains(id));
        let id = names.into_iter().flatten().find(known).map_or("all-members", String::as_str).to_owned();
        questions().iter().filter(move |question| question.audiences.contains(&id))
    }

    fn question(&self, number: u32, banked: &Banked, ask: String, prompted_by: Vec<Run>) -> Question {
        let role = banked.who_role.as_ref();
        let role = role.and_then(|role| self.plan.roles.get(role).or_else(|| self.audience.roles.get(role)));
        let answers = self.audience.has("questions");
        let reader = self.audience.reader_role == "cabinet-member"
            && banked.who_role.as_deref() == Some("lead-member");
        Question {
            number,
            ask,
            prompted_by,
            // Who reads it need not be told that they are asked.
            who: Some(role.unwrap_or(&banked.who).clone()).filter(|who| !who.is_empty() && !reader),
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
        // What an older document found may be put right by now; it prompts nothing.
        let subject = self.papers.subject().map(|subject| subject.source.id);
        for chosen in self.chosen.iter().filter(|chosen| Some(chosen.quote.source()) == subject) {
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
                prompted_by: Prompt::new(words, &chosen.block.id, numbered(chosen)),
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
    fn finding_prompt(&self, asked: &Asked, number: usize) -> Prompt {
        let place = self
            .papers
            .subject()
            .map_or_else(|| asked.place.pin(), |subject| citation(subject, &asked.place));
        match self.quotation_of(asked) {
            Some(chosen) => Prompt::new(&asked.words, &chosen.block.id, numbered(chosen)),
            None if !self.audience.has("areas-to-improve") => Prompt::new(&asked.words, "", place),
            None if self.audience.plain_words => Prompt::new(&asked.words, "areas-to-improve", place),
            None => Prompt::new(&asked.words, &format!("asked-{number}"), place),
        }
    }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// How well a question fits what was found: its theme, then the words they share, of which there
/// must be two, or one of a finding in a few words.
fn fit(question: &Banked, ground: &Ground) -> f64 {
    let shared = ground.themes.iter().take(3).position(|theme| question.themes.contains(theme));
    let Some(rank) = shared else { return 0.0 };
    let theme = telling(&ground.themes[rank].replace('-', " "));
    let words = telling(&format!("{} {}", question.ask, question.good_answer.as_deref().unwrap_or("")));
    let own = || ground.words.iter().filter(|word| !theme.contains(*word));
    let common = own().filter(|word| words.contains(*word) && !IDLE.contains(&word.as_str())).count();
    let enough = if own().count() <= SHORT_FINDING { 1 } else { FEW };
    if common < enough { 0.0 } else { 1.0 - 0.25 * rank as f64 + 0.5 * common as f64 }
}

/// Where a quotation of this edition stands, with its number.
fn numbered(chosen: &super::Chosen) -> String {
    format!("{}, quotation {}", chosen.block.citation, chosen.block.number)
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
                prompted_by: Prompt::new(finding, "", String::new()),
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
