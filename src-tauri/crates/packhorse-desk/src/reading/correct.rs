//! A person's word on a fact: confirmed, corrected, or not stated.

use super::{KINDS, entered_grade};
use crate::Trouble;
use packhorse_model::{Confidence, DateRange, Fact, Facts, Place};
use packhorse_recognise::frameworks;

/// The rule that stands beside what a person said.
const RULE: &str = "confirmed by a person";

/// Sets a field to what a person said it is.
pub(super) fn correct(facts: &mut Facts, field: &str, value: Option<&str>) -> Result<(), Trouble> {
    let value = value.map(str::trim).filter(|value| !value.is_empty());
    match field {
        "authority" => plain(&mut facts.authority, value),
        "title" => plain(&mut facts.title, value),
        "lead_inspector" => plain(&mut facts.lead_inspector, value),
        "theme" => plain(&mut facts.theme, value),
        "framework" => {
            let known = |id: &str| frameworks::framework(id).is_some();
            if value.is_some_and(|id| !known(id)) {
                return Err(wrong(value, "one of the frameworks in the list"));
            }
            plain(&mut facts.framework, value);
        }
        "kind" => plain(&mut facts.kind, value),
        "source_kind" => {
            let kind = KINDS.into_iter().find(|kind| Some(kind.id()) == value).ok_or_else(|| wrong(value, "one of the kinds in the list"))?;
            facts.source_kind = said(kind, facts.source_kind.place);
        }
        "published" => {
            let date = value.map(|value| value.parse().map_err(|_| wrong(Some(value), "a date like 2026-09-10, 2026-09 or 2026"))).transpose()?;
            let place = facts.published.as_ref().and_then(|fact| fact.place);
            facts.published = date.map(|date| said(date, place));
        }
        "inspected" => {
            let days = value.map(days).transpose()?;
            let place = facts.inspected.as_ref().and_then(|fact| fact.place);
            facts.inspected = days.map(|days| said(days, place));
        }
        field => judgement(facts, field, value)?,
    }
    Ok(())
}

fn judgement(facts: &mut Facts, field: &str, value: Option<&str>) -> Result<(), Trouble> {
    let area = field.strip_prefix("judgement:").unwrap_or("");
    let found = facts.judgements.iter_mut().find(|judgement| judgement.area == area);
    let judgement = found.ok_or_else(|| Trouble::fixable("That field is not one of this source's.", "Open the source again."))?;
    judgement.grade = entered_grade(value);
    judgement.confidence = Confidence::Sure;
    judgement.rule = RULE.to_owned();
    Ok(())
}

fn plain(fact: &mut Option<Fact<String>>, value: Option<&str>) {
    let place = fact.as_ref().and_then(|fact| fact.place);
    *fact = value.map(|value| said(value.to_owned(), place));
}

fn said<T>(value: T, place: Option<Place>) -> Fact<T> {
    Fact { value, place, rule: RULE.to_owned(), confidence: Confidence::Sure }
}

/// Days as they are entered: “2026-08-11” or “2026-08-11 to 2026-08-12”.
fn days(value: &str) -> Result<DateRange, Trouble> {
    let wrong = || wrong(Some(value), "days like 2026-08-11 to 2026-08-12");
    let parts = value.split_once(" to ").or_else(|| value.split_once('/'));
    let (from, to) = parts.map_or((value, None), |(from, to)| (from.trim(), Some(to.trim())));
    let from = from.parse().map_err(|_| wrong())?;
    let to = to.map(|to| to.parse().map_err(|_| wrong())).transpose()?;
    if to.is_some_and(|to| to < from) {
        return Err(Trouble::fixable("The last day is before the first.", "Enter the first day first."));
    }
    Ok(DateRange { from, to: to.or(Some(from)) })
}

fn wrong(value: Option<&str>, form: &str) -> Trouble {
    Trouble::fixable(format!("“{}” was not taken.", value.unwrap_or("")), format!("Enter {form}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_taken_in_order_only() {
        assert_eq!(days("2026-08-11 to 2026-08-12").map(|days| days.words()).as_deref(), Ok("11 to 12 August 2026"));
        assert!(days("2026-08-12 to 2026-08-11").is_err(), "a visit ends after it begins");
        assert!(days("last week").is_err());
    }
}
