//! Sources as lists show them.

use packhorse_library::Entry;
use packhorse_model::{Confidence, DateRange, Fact, Facts, Grade, Judgement, PartialDate, SourceKind};
use packhorse_recognise::frameworks;
use serde::Serialize;
use ts_rs::TS;

/// The quiet colour behind a grade's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Outstanding or good.
    Good,
    /// Requires improvement, adequate.
    Middling,
    /// Inadequate.
    Poor,
    /// No grade.
    None,
}

/// A judgement as a badge.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JudgementRow {
    /// Area id.
    pub area: String,
    /// The area's plain name.
    pub label: String,
    /// The grade as printed, or why there is none.
    pub words: String,
    /// Its colour.
    pub tone: Tone,
    /// How sure it is.
    #[ts(type = "\"none\" | \"check\" | \"sure\"")]
    pub confidence: Confidence,
}

/// A source as the library lists it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceRow {
    /// Its id.
    pub id: String,
    /// The file's name.
    pub file_name: String,
    /// The title.
    pub title: String,
    /// Kind id.
    pub source_kind: String,
    /// The kind in words: “Focused visit letter”.
    pub kind_words: String,
    /// The council.
    pub authority: Option<String>,
    /// The framework's short name.
    pub framework: Option<String>,
    /// The days of the visit, in words.
    pub inspected: Option<String>,
    /// The date of publication, in words.
    pub published: Option<String>,
    /// The overall grade in words.
    pub overall: Option<String>,
    /// The judgements.
    pub judgements: Vec<JudgementRow>,
    /// How many facts wait to be checked.
    pub to_check: u32,
    /// Those of `authority`, `framework`, `inspected`, `published` that wait to be checked.
    pub unsure: Vec<String>,
    /// How many quotes were picked from it.
    pub quotes: u32,
    /// Number of pages.
    pub pages: Option<u32>,
    /// When it was brought in, as `2026-11-22`.
    pub added: String,
    /// SHA-256 of the file.
    pub digest: String,
    /// The first day a list may order by, as `2026-09-10`.
    pub order: String,
}

impl SourceRow {
    /// The row of a source.
    pub fn of(entry: &Entry) -> Self {
        let facts = &entry.facts;
        Self {
            id: entry.id.to_string(),
            file_name: entry.file_name.clone(),
            title: entry.title.clone(),
            source_kind: facts.source_kind.value.id().to_owned(),
            kind_words: kind_words(facts),
            authority: facts.authority.as_ref().map(|fact| fact.value.clone()),
            framework: facts.framework.as_ref().map(|fact| framework_words(&fact.value)),
            inspected: facts.inspected.as_ref().map(|fact| DateRange::words(&fact.value)),
            published: facts.published.as_ref().map(|fact| PartialDate::words(&fact.value)),
            overall: facts
                .judgements
                .iter()
                .find(|judgement| judgement.area == "overall")
                .map(|judgement| judgement.grade.words().to_owned()),
            judgements: facts.judgements.iter().map(judgement_row).collect(),
            to_check: entry.to_check,
            unsure: unsure(facts),
            quotes: entry.quotes,
            pages: entry.pages,
            added: entry.added.date_naive().to_string(),
            digest: entry.digest.hex().to_owned(),
            order: order(facts),
        }
    }
}

/// What a list shows of a document and nobody has confirmed.
fn unsure(facts: &Facts) -> Vec<String> {
    fn waits<T>(fact: &Option<Fact<T>>) -> bool {
        fact.as_ref().is_some_and(|fact| fact.confidence == Confidence::Check)
    }
    let shown = [
        ("authority", waits(&facts.authority)),
        ("framework", waits(&facts.framework)),
        ("inspected", waits(&facts.inspected)),
        ("published", waits(&facts.published)),
    ];
    shown.into_iter().filter(|(_, waits)| *waits).map(|(field, _)| field.to_owned()).collect()
}

/// The first day a list may order by; empty when no day is known.
pub(crate) fn order(facts: &Facts) -> String {
    let day = facts
        .inspected
        .as_ref()
        .map(|fact| fact.value.from)
        .or(facts.published.as_ref().map(|fact| fact.value));
    day.map_or_else(String::new, |day| day.earliest().to_string())
}

/// A kind in words, with what an inspection document is.
pub(crate) fn kind_words(facts: &Facts) -> String {
    if !facts.is_primary() {
        let words = facts.source_kind.value.words();
        return capital(words);
    }
    let known = facts.kind.as_ref().filter(|kind| kind.value != "other");
    match known.and_then(|kind| frameworks::kind(&kind.value)) {
        Some(kind) => kind.label.clone(),
        None if facts.source_kind.value == SourceKind::Letter => "Letter".into(),
        None => "Report".into(),
    }
}

pub(crate) fn framework_words(id: &str) -> String {
    frameworks::framework(id).map_or_else(|| id.to_owned(), |framework| framework.short.clone())
}

fn judgement_row(judgement: &Judgement) -> JudgementRow {
    JudgementRow {
        area: judgement.area.clone(),
        label: frameworks::area_label(&judgement.area).to_owned(),
        words: judgement.grade.words().to_owned(),
        tone: tone(&judgement.grade),
        confidence: judgement.confidence,
    }
}

fn tone(grade: &Grade) -> Tone {
    let Some(words) = grade.printed().map(packhorse_recognise::fold) else { return Tone::None };
    let has = |word: &str| words.contains(word);
    match () {
        () if has("inadequate") => Tone::Poor,
        () if has("require") || has("adequate") || has("satisfactory") || has("inconsistent") => {
            Tone::Middling
        }
        () if has("good") || has("outstanding") || has("positive") => Tone::Good,
        () if has("failings") => Tone::Poor,
        () => Tone::None,
    }
}

pub(crate) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
