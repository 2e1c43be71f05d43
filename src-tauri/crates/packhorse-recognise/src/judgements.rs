//! Judgements: by row label, never by position.

use crate::fold::words;
use crate::frameworks;
use crate::page::{Line, Page};
use packhorse_model::{Confidence, Fact, Grade, Judgement, Span};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Judgements of this inspection.
pub(crate) fn judgements(page: &Page<'_>, framework: Option<&Fact<String>>) -> Vec<Judgement> {
    let framework = framework.map(|fact| fact.value.as_str());
    if framework.is_some_and(|id| id.starts_with("send")) {
        return outcome(page).into_iter().collect();
    }
    let mut found = Found { page, framework, list: Vec::new() };
    found.tables();
    found.sentences();
    found.headings();
    found.absent();
    found.list
}

/// The grade a text is, whole: “Good”, “Grade 4 (inadequate)”, “requires improvement to be good”.
fn grade(folded: &str) -> bool {
    static GRADE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:grade \d ?[:(-]? ?)?(?:outstanding|good|adequate|satisfactory|inadequate|requires? improvement(?: to be good)?)(?: ?\(?grade \d\)?| ?\))?[.]?$")
            .expect("the pattern is fixed")
    });
    GRADE.is_match(folded.trim())
}

/// A cell that stands where a grade should and holds none that is known.
fn unreadable(folded: &str) -> bool {
    static NEARLY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"improve|adequa|outstand|^good|^n/?a$|not judged|not inspected")
            .expect("the pattern is fixed")
    });
    words(folded).count() <= 8 && NEARLY.is_match(folded)
}

struct Found<'p, 'a> {
    page: &'p Page<'a>,
    framework: Option<&'p str>,
    list: Vec<Judgement>,
}

impl Found<'_, '_> {
    /// Adds a judgement. The same area read twice must agree; where it does not, a person looks.
    fn add(
        &mut self,
        area: &str,
        printed: &str,
        words: &str,
        span: Span,
        rule: &str,
        confidence: Confidence,
    ) {
        let words = words.trim().trim_end_matches('.').to_owned();
        let same = |judgement: &&mut Judgement| {
            judgement.area == area && (area != "overall" || self.framework.is_none_or(|id| id != "slac"))
        };
        if let Some(earlier) = self.list.iter_mut().find(same) {
            let agree = earlier.grade.printed().is_some_and(|grade| alike(grade) == alike(&words));
            if !agree {
                earlier.confidence = Confidence::Check;
                earlier.rule = format!("{}; contradicted by: {rule}", earlier.rule);
            }
            return;
        }
        self.list.push(Judgement {
            area: area.to_owned(),
            area_as_printed: printed.trim().to_owned(),
            grade: Grade::AsPrinted(words),
            place: Some(self.page.place(span)),
            rule: rule.to_owned(),
            confidence,
        });
    }

    /// Rows that hold an area in one cell and a grade in another.
    fn tables(&mut self) {
        let mut tables: BTreeMap<u32, BTreeMap<u32, Vec<&Line<'_>>>> = BTreeMap::new();
        for line in &self.page.lines {
            if let Some((table, row, _)) = line.cell() {
                tables.entry(table).or_default().entry(row).or_default().push(line);
            }
        }
        for rows in tables.values() {
            let earlier = rows.values().flatten().next().is_some_and(|line| self.is_about_the_past(line));
            if earlier {
                continue;
            }
            for cells in rows.values() {
                self.row(cells);
            }
        }
    }

    fn row(&mut self, cells: &[&Line<'_>]) {
        // A label that wraps over several paragraphs of one cell is read as one.
        let mut columns: BTreeMap<u32, (String, String, Span)> = BTreeMap::new();
        for line in cells {
            let Some((_, _, column)) = line.cell() else { continue };
            let entry = columns.entry(column).or_insert_with(|| (String::new(), String::new(), line.span));
            entry.0 = format!("{} {}", entry.0, line.text).trim().to_owned();
            entry.1 = format!("{} {}", entry.1, line.folded).trim().to_owned();
            entry.2.end = line.span.end;
        }
        let mut columns = columns.into_values();
        let Some((printed, label, _)) = columns.next() else { return };
        let label = label.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ').to_owned();
        // A row that begins with a grade explains the scale.
        if grade(&label) {
            return;
        }
        let Some(area) = frameworks::area(&label) else { return };
        let values: Vec<_> = columns.collect();
        let printed =
            printed.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ').to_owned();
        match values.iter().find(|(_, folded, _)| grade(folded)) {
            Some((words, _, span)) => {
                self.add(&area.id, &printed, words, *span, "grade beside its row label", Confidence::Sure)
            }
            None => {
                if let Some((_, _, span)) = values.iter().find(|(_, folded, _)| unreadable(folded)) {
                    self.unread(&area.id, &printed, *span);
                }
            }
        }
    }

    fn unread(&mut self, area: &str, printed: &str, span: Span) {
        if self.list.iter().all(|judgement| judgement.area != area) {
            self.list.push(Judgement {
                area: area.to_owned(),
                area_as_printed: printed.to_owned(),
                grade: Grade::CouldNotBeRead,
                place: Some(self.page.place(span)),
                rule: "cell beside a row label, no known grade".to_owned(),
                confidence: Confidence::Check,
            });
        }
    }

    /// Whether the heading over a table is about an earlier inspection or explains the scale.
    fn is_about_the_past(&self, first: &Line<'_>) -> bool {
        let above =
            self.page.lines.iter().rev().find(|line| line.index < first.index && line.cell().is_none());
        above.is_some_and(|line| {
            let words = &line.folded;
            words.contains("previous inspection")
                || words.contains("last inspection")
                || words.contains("what they mean")
                || words.contains("previous ofsted")
        })
    }

    /// Sentences that are a judgement: “Children’s services in X are good”.
    fn sentences(&mut self) {
        static OVERALL: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^children's services in .{2,80}? (?:are |is )?(?P<g>outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)\.?$")
                .expect("the pattern is fixed")
        });
        static BOARD: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^(?:the )?(?:effectiveness of the )?(?:local safeguarding children board|lscb)(?: \(lscb\))?(?: is|:)? ?(?P<g>outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)\.?$")
                .expect("the pattern is fixed")
        });
        static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^(?:the )?overall effectiveness (?:of .{3,120}? )?is (?:judged to be )?(?P<g>outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)\.$")
                .expect("the pattern is fixed")
        });
        let framework = self.framework.unwrap_or("");
        for index in 0..self.page.lines.len() {
            let line = &self.page.lines[index];
            if line.text.chars().count() > 240 {
                continue;
            }
            for (pattern, area, only) in
                [(&OVERALL, "overall", "sif"), (&BOARD, "lscb", "sif"), (&WHOLE, "overall", "")]
            {
                if !only.is_empty() && framework != only || area == "overall" && framework == "ilacs-2026" {
                    continue;
                }
                let Some(found) = pattern.captures(&line.folded).and_then(|found| found.name("g")) else {
                    continue;
                };
                // Folding keeps the number of characters of these sentences, so the end is the end.
                let length = found.as_str().chars().count();
                let tail = line.text.trim_end_matches('.');
                let start = tail.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
                let span = crate::span(line.span.start + start, tail.len() - start);
                let (words, printed) = (tail[start..].to_owned(), tail[..start].trim().to_owned());
                self.add(area, &printed, &words, span, "sentence that is the judgement", Confidence::Sure);
            }
        }
    }

    /// Headings that end in their grade, and headings with the grade on the line below.
    fn headings(&mut self) {
        for index in 0..self.page.lines.len() {
            let line = &self.page.lines[index];
            if !line.is_heading() && line.text.chars().count() > 160 || line.cell().is_some() {
                continue;
            }
            let split = line.text.rfind(':').or_else(|| line.text.rfind(" is ").map(|at| at + 3));
            if let Some(at) = split {
                let (label, words) = (&line.text[..at], line.text[at + 1..].trim());
                let (folded, value) = (crate::fold(label), crate::fold(words));
                if grade(&value)
                    && let Some(area) = frameworks::area(folded.trim_end_matches(" is"))
                {
                    let at = line.text.rfind(words).unwrap_or(0);
                    self.add(
                        &area.id,
                        label,
                        words,
                        crate::span(line.span.start + at, words.len()),
                        "grade in a heading",
                        Confidence::Sure,
                    );
                }
                continue;
            }
            let Some(next) = self.page.lines.get(index + 1).filter(|next| next.cell().is_none()) else {
                continue;
            };
            if line.is_heading()
                && grade(&next.folded)
                && let Some(area) = frameworks::area(&line.folded)
            {
                let (text, words, span) = (line.text, next.text, next.span);
                self.add(&area.id, text, words, span, "grade below its heading", Confidence::Sure);
            }
        }
    }

    /// What the framework judges and the document does not state; what it no longer judges.
    fn absent(&mut self) {
        let Some(framework) = self.framework.and_then(frameworks::framework) else { return };
        if framework.overall == "no-longer-given" {
            self.list.retain(|judgement| judgement.area != "overall");
        }
    }
}

/// A grade without its number and case, to compare two readings.
fn alike(words: &str) -> String {
    let folded = crate::fold(words);
    let core = ["outstanding", "good", "inadequate", "adequate", "satisfactory"];
    if folded.starts_with("require") {
        return "requires improvement".into();
    }
    core.iter()
        .find(|grade| crate::fold::holds(&folded, grade))
        .map_or(folded.clone(), |grade| (*grade).to_owned())
}

/// The outcome of an area SEND inspection: a sentence of fixed words.
fn outcome(page: &Page<'_>) -> Option<Judgement> {
    const STEMS: [&str; 3] = [
        "typically lead to positive experiences",
        "lead to inconsistent experiences",
        "widespread and/or systemic failings",
    ];
    for line in page.head(9_000) {
        for sentence in crate::sentences::sentences(line.text) {
            let words = &line.text[sentence.range()];
            let folded = crate::fold(words);
            if STEMS.iter().any(|stem| folded.contains(stem)) {
                let span =
                    Span { start: line.span.start + sentence.start, end: line.span.start + sentence.end };
                return Some(Judgement {
                    area: "overall".into(),
                    area_as_printed: "Inspection outcome".into(),
                    grade: Grade::AsPrinted(words.to_owned()),
                    place: Some(page.place(span)),
                    rule: "outcome sentence of fixed words".into(),
                    confidence: Confidence::Sure,
                });
            }
        }
    }
    None
}
