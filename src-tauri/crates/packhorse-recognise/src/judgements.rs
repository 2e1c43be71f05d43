//! Judgements: by row label, never by position.

mod grade;
mod outcome;
mod packed;
mod runs;
mod table;
mod words;

use crate::frameworks::{self, Area, Framework};
use crate::page::{Line, Page};
use grade::alike;
use packhorse_model::{Confidence, Fact, Grade, Judgement, Span};

/// Judgements of this inspection, never of an earlier one.
pub(crate) fn judgements(page: &Page<'_>, framework: Option<&Fact<String>>) -> Vec<Judgement> {
    let id = framework.map_or("", |fact| fact.value.as_str());
    if id.starts_with("send") {
        return outcome::outcome(page).into_iter().collect();
    }
    let mut found = Found { page, framework: frameworks::framework(id), list: Vec::new(), keys: Vec::new() };
    table::tables(&mut found);
    words::sentences(&mut found);
    words::headings(&mut found);
    let disordered = runs::runs(&mut found);
    words::labels(&mut found, &disordered);
    packed::packed(&mut found);
    found.absent();
    found.list
}

/// A grade as it was read.
#[derive(Debug, Clone, Copy)]
struct Reading<'w> {
    area: &'static Area,
    /// The area as the document prints it.
    printed: &'w str,
    /// The half of the report, where a framework judges an area twice.
    part: Option<Part>,
    words: &'w str,
    span: Span,
    rule: &'static str,
    sure: bool,
}

/// Until 2012 one report judged two services, each with grades of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Safeguarding,
    LookedAfter,
}

impl Part {
    /// The part that words name.
    fn named(folded: &str) -> Option<Self> {
        let looked_after = folded.contains("looked after");
        let safeguarding = folded.contains("safeguarding");
        match (safeguarding, looked_after) {
            (true, false) => Some(Self::Safeguarding),
            (false, true) => Some(Self::LookedAfter),
            _ => None,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Safeguarding => "Safeguarding services",
            Self::LookedAfter => "Services for looked after children",
        }
    }
}

/// The judgements found so far.
struct Found<'p, 'a> {
    page: &'p Page<'a>,
    framework: Option<&'static Framework>,
    list: Vec<Judgement>,
    /// What makes each judgement of the list one of its own.
    keys: Vec<(&'static str, Option<Part>, String)>,
}

impl Found<'_, '_> {
    fn is_twice(&self) -> bool {
        self.framework.is_some_and(|framework| framework.overall == "twice")
    }

    /// Whether the framework gives this judgement, as far as that is known.
    fn gives(&self, area: &Area) -> bool {
        self.framework.is_none_or(|framework| framework.areas.contains(&area.id))
    }

    /// The part a line belongs to: the one its own words name, or the nearest heading above.
    fn part(&self, line: &Line<'_>, own: &str) -> Option<Part> {
        if !self.is_twice() {
            return None;
        }
        let above = self.page.lines[..].iter().rev().filter(|other| other.index < line.index);
        let chapter =
            |other: &&Line<'_>| other.is_heading() || other.cell().is_some() || other.looks_like_heading();
        Part::named(own).or_else(|| above.filter(chapter).find_map(|other| Part::named(&other.folded)))
    }

    fn key(
        &self,
        area: &'static Area,
        part: Option<Part>,
        printed: &str,
    ) -> (&'static str, Option<Part>, String) {
        // Areas without a name of their own are told apart by their label.
        let label = if area.id == "other" {
            crate::fold(printed).trim_end_matches(['.', ':']).to_owned()
        } else {
            String::new()
        };
        (&area.id, part, label)
    }

    /// Adds a judgement. The same area read twice must agree; where it does not, a person looks.
    fn add(&mut self, reading: Reading<'_>) {
        if self.framework.is_some_and(|framework| framework.overall == "no-longer-given")
            && reading.area.id == "overall"
        {
            return;
        }
        let words = reading.words.trim().trim_end_matches('.').to_owned();
        let key = self.key(reading.area, reading.part, reading.printed);
        if let Some(at) = self.keys.iter().position(|other| *other == key) {
            return self.again(at, &reading, words);
        }
        let known = self.gives(reading.area) && self.is_on_scale(&words);
        let confidence = if reading.sure && known { Confidence::Sure } else { Confidence::Check };
        self.push(key, &reading, Grade::AsPrinted(words), reading.rule, confidence);
    }

    fn again(&mut self, at: usize, reading: &Reading<'_>, words: String) {
        let earlier = &mut self.list[at];
        match earlier.grade.printed() {
            Some(grade) if alike(grade) == alike(&words) => {}
            Some(_) => {
                earlier.confidence = Confidence::Check;
                earlier.rule = format!("{}; contradicted by: {}", earlier.rule, reading.rule);
            }
            None => {
                earlier.grade = Grade::AsPrinted(words);
                earlier.place = Some(self.page.place(reading.span));
                earlier.rule = reading.rule.to_owned();
            }
        }
    }

    /// Adds an area whose grade stands there and cannot be read, or should stand there and does not.
    fn unread(&mut self, reading: &Reading<'_>) {
        let key = self.key(reading.area, reading.part, reading.printed);
        if !self.keys.contains(&key) && self.gives(reading.area) {
            self.push(
                key,
                reading,
                Grade::CouldNotBeRead,
                "row label without a known grade",
                Confidence::Check,
            );
        }
    }

    /// Adds the areas that a report under its framework always judges and that were not found where
    /// others were: a row may have been lost.
    fn absent(&mut self) {
        let council = |framework: &&Framework| framework.subject == frameworks::Subject::Council;
        let once = |framework: &&Framework| framework.overall != "twice" && framework.areas.len() > 3;
        let Some(framework) = self.framework.filter(council).filter(once) else { return };
        let read = self.list.iter().filter(|judgement| judgement.grade.printed().is_some()).count();
        let missing: Vec<&str> = framework
            .areas
            .iter()
            .map(String::as_str)
            .filter(|id| !["other", "lscb"].contains(id) && !self.keys.iter().any(|(known, ..)| known == id))
            .collect();
        if read < 2 {
            return;
        }
        for area in missing.into_iter().filter_map(frameworks::area_of) {
            self.list.push(Judgement {
                area: area.id.clone(),
                area_as_printed: area.label.clone(),
                grade: Grade::NotStated,
                place: None,
                rule: "area of the framework that was not found".into(),
                confidence: Confidence::Check,
            });
            self.keys.push((&area.id, None, String::new()));
        }
    }

    fn push(
        &mut self,
        key: (&'static str, Option<Part>, String),
        reading: &Reading<'_>,
        grade: Grade,
        rule: &str,
        confidence: Confidence,
    ) {
        let printed = reading.printed.trim();
        let own = crate::fold(printed);
        let area_as_printed = match reading.part.filter(|_| Part::named(&own).is_none()) {
            Some(part) => format!("{}: {printed}", part.label()),
            None => printed.to_owned(),
        };
        self.list.push(Judgement {
            area: reading.area.id.clone(),
            area_as_printed,
            grade,
            place: Some(self.page.place(reading.span)),
            rule: rule.to_owned(),
            confidence,
        });
        self.keys.push(key);
    }

    /// Whether a grade belongs to the framework's scale: “adequate” after 2013 is a slip or a quotation.
    fn is_on_scale(&self, words: &str) -> bool {
        let scale = self.framework.and_then(|framework| framework.scale.as_deref());
        let Some(scale) = scale.and_then(|id| frameworks::scales().iter().find(|scale| scale.id == id))
        else {
            return true;
        };
        scale.grades.iter().any(|grade| alike(grade) == alike(words))
    }
}

/// A label without the number in front of it.
fn unnumbered(label: &str) -> &str {
    label.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '))
}

/// Words that make a grade an earlier inspection's.
fn is_past(folded: &str) -> bool {
    [
        "previous inspection",
        "last inspection",
        "previous ofsted",
        "previously",
        "what they mean",
        "most recent inspection",
    ]
    .iter()
    .any(|words| folded.contains(words))
}

#[cfg(test)]
mod tests;
