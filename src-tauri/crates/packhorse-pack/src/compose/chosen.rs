//! The quotes of an edition, lifted out of their sources again.

use super::Making;
use crate::data::themes::{label, themes};
use crate::papers::{Paper, mark};
use crate::speaker::{Voice, named, quotation, second_hand, voice};
use crate::withheld::Passage;
use crate::words::{citation, without_reference};
use crate::{Error, Pick};
use packhorse_model::composed::{Block, Piece, QuoteBlock};
use packhorse_model::{Bearing, Edit, Notice, Quote, Source, Span, Verdict};

/// A quote of an edition.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    /// The words, as their source has them.
    pub(crate) quote: Quote,
    /// Which section they stand in.
    pub(crate) public: bool,
    /// The block that shows them.
    pub(crate) block: QuoteBlock,
    /// The manager's note beside them.
    pub(crate) note: Option<String>,
}

impl Making<'_> {
    /// Lifts the picks again, leaves out what this audience may not be given, and numbers the rest.
    ///
    /// Words are lifted from the originals; those of withheld passages are gone from the papers.
    pub(super) fn choose(&mut self, originals: &[Source], withheld: &[Passage]) -> Result<(), Error> {
        let mut lifted: Vec<(&Pick, Quote, Vec<Piece>)> = Vec::new();
        for pick in &self.plan.picks {
            let words = &pick.quote.words;
            if self.plan.is_late(pick.quote.source) {
                continue;
            }
            if self.papers.refused(pick.quote.source, words)? {
                self.notices.push(Notice::new(format!(
                    "The quotation “{}” is left out with its source.",
                    short(words)
                )));
                continue;
            }
            let Some(paper) = self.papers.paper(pick.quote.source) else { continue };
            let original = originals.iter().find(|source| source.id == paper.source.id);
            let quote = original.unwrap_or(&paper.source).requote(&pick.quote)?;
            let made = pieces(pick)?;
            if withheld.iter().any(|passage| passage.touches(words)) {
                continue;
            }
            if let Some(why) = self.withheld(paper, pick.quote.span, pick.bearing) {
                let title = &self.audience.title;
                self.notices
                    .push(Notice::new(format!("“{}” is left out of the {title}: {why}.", short(words))));
                continue;
            }
            lifted.push((pick, quote, made));
        }
        self.forget_unused(&lifted);
        let mut chosen: Vec<Chosen> = Vec::new();
        for (pick, quote, made) in lifted {
            let Some(paper) = self.papers.paper(pick.quote.source) else { continue };
            let public = !paper.source.facts.is_primary();
            let block = self.block(paper, pick, &quote, made);
            chosen.push(Chosen { quote, public, block, note: self.note_beside(pick) });
        }
        let plain = self.audience.plain_words;
        chosen.sort_by_key(|chosen| (chosen.public, plain.then(|| good_first(chosen.block.bearing))));
        for (number, chosen) in (1..).zip(&mut chosen) {
            chosen.block.number = number;
            chosen.block.id = format!("quote-{number}");
        }
        self.chosen = chosen;
        self.warn_of_superseded();
        Ok(())
    }

    /// Forgets public papers that nothing in this edition rests on, so that not even their names
    /// are in it.
    fn forget_unused(&mut self, lifted: &[(&Pick, Quote, Vec<Piece>)]) {
        let told: Vec<_> = self.checked().map(|(paper, _)| paper.source.id).collect();
        self.checks.retain(|(id, _)| told.contains(id));
        let tables: Vec<_> = self
            .plan
            .tabled
            .iter()
            .filter(|_| self.audience.has("judgements"))
            .filter_map(|table| table.source)
            .collect();
        let told = [told, tables].concat();
        self.papers
            .keep_public(|id| told.contains(&id) || lifted.iter().any(|(_, quote, _)| quote.source() == id));
    }

    /// Why this audience may not be given a quotation.
    fn withheld(&self, paper: &Paper, span: Span, bearing: Bearing) -> Option<&'static str> {
        if paper.source.facts.is_primary() {
            // Strengths or concerns of an older report would be read as today's.
            let older = self.papers.subject().is_some_and(|subject| subject.source.id != paper.source.id);
            if self.audience.plain_words && older {
                return Some("it is from before the newest inspection");
            }
            let shown = self.audience.has("what-inspectors-said")
                || (self.audience.has("good-things") && bearing == Bearing::Strength)
                || (self.audience.plain_words && matches!(bearing, Bearing::Improve | Bearing::Priority));
            return (!shown).then_some("this edition has no section for it");
        }
        if !self.audience.has("said-publicly") {
            return Some("this edition has no public statements");
        }
        let voice = voice(&paper.source, span);
        let allowed = self.audience.statement_from.iter().any(|known| known == voice.id());
        (!allowed).then_some(match voice {
            Voice::Opposition => "this edition holds no political comment",
            Voice::Press => "this edition does not quote the press’s own words",
            _ => "this edition does not quote such statements",
        })
    }

    fn block(&self, paper: &Paper, pick: &Pick, quote: &Quote, words: Vec<Piece>) -> QuoteBlock {
        QuoteBlock {
            id: String::new(),
            number: 0,
            bearing: pick.bearing,
            tag: self.tag(paper, pick),
            words,
            citation: citation(paper, &quote.place()),
            source: Some((paper.anchor(), paper.number)),
            verdict: self.verdict(paper, quote).filter(|_| !self.audience.plain_words),
        }
    }

    /// The line over a quotation.
    fn tag(&self, paper: &Paper, pick: &Pick) -> String {
        let id = bearing_id(pick.bearing);
        let bearing = self.audience.bearing_labels.get(id).map_or(pick.bearing.words(), String::as_str);
        if paper.source.facts.is_primary() {
            let theme = themes(&without_reference(&pick.quote.words)).first().and_then(|id| label(id));
            return theme.map_or_else(|| bearing.to_owned(), |theme| format!("{bearing} · {theme}"));
        }
        let said = quotation(&paper.source, pick.quote.span);
        let who = match said {
            // Second-hand words stay second-hand, even where they are exact.
            Some(said) if said.of_inspectors => {
                Some(format!("Inspectors, as quoted by {}", second_hand(&paper.source)))
            }
            Some(said) if said.confidence == packhorse_model::Confidence::Sure => named(said),
            Some(said) if self.plan.accept_unsure => {
                named(said).map(|who| format!("{who}{}", mark(said.confidence)))
            }
            Some(_) => Some("speaker not confirmed".to_owned()),
            None => Some(format!("{}’s own words", second_hand(&paper.source))),
        };
        who.map_or_else(|| bearing.to_owned(), |who| format!("{bearing} · {who}"))
    }

    fn verdict(&self, paper: &Paper, quote: &Quote) -> Option<Verdict> {
        if paper.source.facts.is_primary() {
            return Some(Verdict::Exact);
        }
        let span = quote.place().span;
        let (_, checks) = self.checks.iter().find(|(id, _)| *id == paper.source.id)?;
        let mut each =
            checks.iter().filter(|(said, _)| said.span.start < span.end && span.start < said.span.end);
        each.next().map(|(_, check)| check.verdict)
    }

    fn note_beside(&self, pick: &Pick) -> Option<String> {
        pick.note.clone().filter(|note| !note.trim().is_empty() && self.audience.may_hold("private-advice"))
    }

    /// Names quotations of an inspection that a later one has overtaken.
    fn warn_of_superseded(&mut self) {
        let said = self.superseded();
        self.notices.extend(said.map(Notice::new));
    }

    /// The same, as a sentence.
    pub(crate) fn superseded(&self) -> Option<String> {
        let overtaken: Vec<(&Chosen, &Paper)> = self
            .chosen
            .iter()
            .filter(|chosen| !chosen.public)
            .filter_map(|chosen| Some((chosen, self.papers.overtaking(chosen.quote.source())?)))
            .collect();
        let (_, later) = overtaken.first()?;
        let old: Vec<String> = overtaken.iter().map(|(chosen, _)| chosen.block.number.to_string()).collect();
        Some(format!(
            "Quotation {} is from before the newest inspection; {} is later.",
            old.join(", "),
            later.source.cited()
        ))
    }
}

/// The words of a pick as they are shown.
pub(crate) fn pieces(pick: &Pick) -> Result<Vec<Piece>, Error> {
    shown(&pick.quote.words, &pick.edits)
}

/// Quoted words as they are shown once permitted edits are made. The words themselves stay as they are.
///
/// # Errors
///
/// When an edit leaves the words, cuts a character, meets another, or when no word would be left.
pub fn shown(words: &str, edits: &[Edit]) -> Result<Vec<Piece>, Error> {
    let wrong = || Error::Edit { words: words.to_owned() };
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| match edit {
        Edit::Omit { span } => (span.start, 1),
        Edit::Insert { at, .. } => (*at, 0),
    });
    let (mut made, mut at) = (Vec::new(), 0);
    for edit in edits {
        let (from, till, piece) = match edit {
            Edit::Omit { span } => (span.start, span.end, Piece::Omitted),
            Edit::Insert { at, words } => (*at, *at, Piece::Inserted(words.trim().to_owned())),
        };
        let before = (at <= from && from <= till).then(|| words.get(at..from)).flatten().ok_or_else(wrong)?;
        words.get(from..till).ok_or_else(wrong)?;
        if !before.is_empty() {
            made.push(Piece::Words(before.to_owned()));
        }
        made.push(piece);
        at = till;
    }
    let rest = words.get(at..).ok_or_else(wrong)?;
    if !rest.is_empty() {
        made.push(Piece::Words(rest.to_owned()));
    }
    let shows_words =
        made.iter().any(|piece| matches!(piece, Piece::Words(words) if !words.trim().is_empty()));
    shows_words.then_some(made).ok_or_else(wrong)
}

impl Chosen {
    /// The block, and the manager's note under it.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Quote(self.block.clone())];
        blocks.extend(self.note.as_deref().map(super::notes::managers_note));
        blocks
    }
}

/// Good things first, then what is most urgent.
fn good_first(bearing: Bearing) -> u8 {
    match bearing {
        Bearing::Strength => 0,
        Bearing::Priority => 1,
        Bearing::Improve => 2,
        Bearing::Statement | Bearing::Context => 3,
    }
}

/// The id of a bearing in templates.
pub(super) fn bearing_id(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Strength => "strength",
        Bearing::Improve => "improve",
        Bearing::Priority => "priority",
        Bearing::Statement => "statement",
        Bearing::Context => "context",
    }
}

fn short(words: &str) -> String {
    crate::words::excerpt(words, 12)
}
