//! What inspectors said, strengths and concerns in proportion.

use super::Making;
use crate::data::frameworks::area_label;
use crate::papers::Paper;
use crate::suggest::held;
use crate::words::{capital, counted, excerpt, named, uncapital};
use packhorse_model::composed::{Balance, BalanceRow, Block};
use packhorse_model::{Bearing, Notice};

/// What a document is called over its quotations, with the kind of inspection where its name has none:
/// “the letter of 1 September 2023: joint targeted area inspection”.
fn headed(paper: &Paper) -> String {
    let kind = paper.framework().filter(|_| paper.source.facts.published.is_some());
    kind.map_or_else(|| named(paper), |known| format!("{}: {}", named(paper), uncapital(known.plain_name())))
}

impl Making<'_> {
    /// The balance, then the quotations with their places.
    pub(super) fn inspectors(&mut self, section: &str) -> Option<Vec<Block>> {
        self.warn_of_balance();
        let good_only = section == "good-things";
        let shown: Vec<_> = self
            .chosen
            .iter()
            .filter(|chosen| !chosen.public && (!good_only || chosen.block.bearing == Bearing::Strength))
            .collect();
        let mut blocks: Vec<Block> = Vec::new();
        if shown.is_empty() {
            return None;
        }
        if self.audience.balance && !good_only {
            blocks.extend(self.balance().map(Block::Balance));
            blocks.extend(self.left_out().map(crate::words::small));
        }
        let told = self.told_apart(&shown);
        let mut last = None;
        for chosen in shown {
            let source = chosen.quote.source();
            if told && last != Some(source) {
                let paper = self.papers.paper(source);
                blocks.extend(paper.map(|paper| Block::Heading { level: 3, text: capital(&headed(paper)) }));
            }
            last = Some(source);
            blocks.extend(chosen.blocks());
        }
        Some(blocks)
    }

    /// Whether quotations stand under the name of their document: several are quoted, one after the other.
    fn told_apart(&self, shown: &[&super::Chosen]) -> bool {
        let runs = shown.chunk_by(|one, next| one.quote.source() == next.quote.source());
        let mut sources: Vec<_> = runs.map(|run| run[0].quote.source()).collect();
        let turns = sources.len();
        sources.sort_unstable();
        sources.dedup();
        turns > 1 && turns == sources.len() && !self.audience.plain_words
    }

    /// What this edition quotes beside what the report or letter holds.
    fn balance(&self) -> Option<Balance> {
        let subject = self.papers.subject()?;
        let (strengths, improve, priority) = held(&subject.source, subject.passages());
        let quoted = |bearing: Bearing| self.quoted(subject.source.id, bearing);
        let pack = [quoted(Bearing::Strength), quoted(Bearing::Improve), quoted(Bearing::Priority)];
        let kind = subject.source.facts.source_kind.value.words();
        let rows = vec![
            BalanceRow { label: format!("Of the {kind} this pack quotes"), shares: shares(pack) },
            BalanceRow {
                label: format!("The {kind} holds, about"),
                shares: shares([strengths, improve, priority]),
            },
        ];
        let alt = format!(
            "Of the {kind} this pack quotes {}. The {kind} holds about {}.",
            said(pack),
            said([strengths, improve, priority])
        );
        let caption = format!(
            "Balance of strengths and concerns. What the {kind} holds is counted by its headings and wording, so it \
             is a guide."
        );
        Some(Balance { caption, alt, rows })
    }

    /// The judged areas and priority actions of which nothing is quoted.
    fn left_out(&self) -> Option<String> {
        let subject = self.papers.subject()?;
        let facts = &subject.source.facts;
        let quoted: Vec<usize> = self
            .chosen
            .iter()
            .filter(|chosen| chosen.quote.source() == subject.source.id)
            .map(|chosen| chosen.quote.place().span.start)
            .collect();
        let parts = super::judgements::parts(&subject.source);
        let mut named: Vec<String> = facts
            .judgements
            .iter()
            .filter(|judgement| judgement.area != "overall")
            .filter_map(|judgement| {
                let part = parts.iter().find(|(area, _)| *area == judgement.area)?;
                let within = quoted.iter().any(|at| (part.1.start..part.1.end).contains(at));
                (!within).then(|| area_label(&judgement.area).to_lowercase())
            })
            .collect();
        named.dedup();
        let asked = self.asked(subject);
        let urgent = asked.iter().filter(|asked| asked.rank == packhorse_model::Rank::PriorityAction);
        let unquoted = urgent.filter(|asked| self.quotation_of(asked).is_none()).count();
        if unquoted > 0 {
            named.push(counted(unquoted, "area for priority action", "areas for priority action"));
        }
        (!named.is_empty()).then(|| format!("Nothing is quoted here of: {}.", named.join("; ")))
    }

    fn quoted(&self, source: packhorse_model::SourceId, bearing: Bearing) -> u32 {
        let of = self.chosen.iter().filter(|c| c.quote.source() == source && c.block.bearing == bearing);
        u32::try_from(of.count()).unwrap_or(u32::MAX)
    }

    /// Says when the quotations give another picture than the document, or pass over what is urgent.
    fn warn_of_balance(&mut self) {
        let said = self.unbalanced();
        self.notices.extend(said.into_iter().map(Notice::new));
    }

    /// The same, as sentences.
    pub(crate) fn unbalanced(&self) -> Vec<String> {
        let Some(subject) = self.papers.subject() else { return Vec::new() };
        let shown = ["what-inspectors-said", "good-things"].iter().any(|id| self.audience.has(id));
        if !shown {
            return Vec::new();
        }
        let id = subject.source.id;
        let kind = subject.source.facts.source_kind.value.words();
        let (strengths, improve, priority) = held(&subject.source, subject.passages());
        let strong = self.quoted(id, Bearing::Strength);
        let weak = self.quoted(id, Bearing::Improve) + self.quoted(id, Bearing::Priority);
        let mut said = Vec::new();
        if strong > 0 && weak == 0 && improve + priority > 0 && !self.audience.plain_words {
            said.push(format!("The quotations hold strengths and no concern; the {kind} holds both."));
        }
        if weak > 0 && strong == 0 && strengths > 0 {
            said.push(format!("The quotations hold concerns and no strength; the {kind} holds both."));
        }
        for asked in
            self.asked(subject).iter().filter(|asked| asked.rank == packhorse_model::Rank::PriorityAction)
        {
            let covered = self.chosen.iter().any(|chosen| {
                let span = chosen.quote.place().span;
                chosen.quote.source() == id
                    && span.start < asked.place.span.end
                    && asked.place.span.start < span.end
            });
            if !covered {
                let words = excerpt(&asked.words, 14);
                said.push(format!("No quotation is of the area for priority action “{words}”; it stands in the list of areas to improve."));
            }
        }
        said
    }
}

fn shares([strengths, improve, priority]: [u32; 3]) -> Vec<(Bearing, u32)> {
    let all = [(Bearing::Strength, strengths), (Bearing::Improve, improve), (Bearing::Priority, priority)];
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn said([strengths, improve, priority]: [u32; 3]) -> String {
    let count = |count: u32, one: &str, many: &str| counted(count as usize, one, many);
    let mut parts = vec![count(strengths, "strength", "strengths"), count(improve, "concern", "concerns")];
    if priority > 0 {
        parts.push(count(priority, "priority action", "priority actions"));
    }
    let last = parts.pop().unwrap_or_default();
    format!("{} and {last}", parts.join(", "))
}
