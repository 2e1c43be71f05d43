//! A person's word on a fact: confirmed, corrected, or not stated.

use super::words::{KINDS, entered_grade};
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
            let kind = KINDS
                .into_iter()
                .find(|kind| Some(kind.id()) == value)
                .ok_or_else(|| wrong(value, "one of the kinds in the list"))?;
            facts.source_kind = said(kind, facts.source_kind.place);
        }
        "published" => {
            let date = value
                .map(|value| {
                    value.parse().map_err(|_| wrong(Some(value), "a date like 2026-09-10, 2026-09 or 2026"))
                })
                .transpose()?;
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
    let judgement = found.ok_or_else(|| {
        Trouble::fixable("That field is not one of this source's.", "Open the source again.")
    })?;
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
    use crate::fixture::{facts, sure};
    use packhorse_model::{Grade, Judgement, SourceKind};

    fn corrected(field: &str, value: Option<&str>) -> Result<Facts, Trouble> {
        let mut facts = facts(SourceKind::Letter);
        facts.authority = Some(sure("Wexcomb".into()));
        facts.judgements.push(Judgement {
            area: "overall".into(),
            area_as_printed: "Overall effectiveness".into(),
            grade: Grade::AsPrinted("Goood".into()),
            place: None,
            rule: "test".into(),
            confidence: Confidence::Check,
        });
        correct(&mut facts, field, value).map(|()| facts)
    }

    #[test]
    fn days_are_taken_in_order_only() {
        assert_eq!(
            days("2026-08-11 to 2026-08-12").map(|days| days.words()).as_deref(),
            Ok("11 to 12 August 2026")
        );
        assert!(days("2026-08-12 to 2026-08-11").is_err(), "a visit ends after it begins");
        assert!(days("last week").is_err());
    }

    #[test]
    fn fields_of_words_take_what_is_entered_and_nothing_when_nothing_is() {
        type Read = fn(&Facts) -> &Option<Fact<String>>;
        let read: [(&str, Read); 5] = [
            ("authority", |facts| &facts.authority),
            ("title", |facts| &facts.title),
            ("lead_inspector", |facts| &facts.lead_inspector),
            ("theme", |facts| &facts.theme),
            ("kind", |facts| &facts.kind),
        ];
        for (field, fact) in read {
            let entered = corrected(field, Some("  Wexcombe ")).expect("any words will do");
            let entered = fact(&entered).as_ref().expect("a fact");
            assert_eq!((entered.value.as_str(), entered.rule.as_str()), ("Wexcombe", RULE), "{field}");
            assert!(entered.is_sure(), "a person's word is sure: {field}");
            let emptied = corrected(field, Some(" ")).expect("not stated is an answer");
            assert!(fact(&emptied).is_none(), "{field}");
        }
    }

    #[test]
    fn a_framework_and_a_kind_of_document_are_chosen_from_the_list() {
        let chosen = corrected("framework", Some("ilacs-fv")).expect("it is in the list");
        assert_eq!(chosen.framework.map(|fact| fact.value).as_deref(), Some("ilacs-fv"));
        assert!(corrected("framework", Some("ilacs-1999")).is_err());
        let chosen = corrected("source_kind", Some(SourceKind::Minutes.id())).expect("it is in the list");
        assert_eq!(chosen.source_kind.value, SourceKind::Minutes);
        assert!(corrected("source_kind", None).is_err(), "every source is of some kind");
    }

    #[test]
    fn dates_are_taken_as_far_as_they_are_known() {
        let entered = corrected("published", Some("2026-09")).expect("a month is a date");
        assert_eq!(entered.published.map(|fact| fact.value.to_string()).as_deref(), Some("2026-09"));
        assert!(corrected("published", Some("last autumn")).is_err());
        assert!(corrected("published", None).expect("not stated is an answer").published.is_none());
        let entered = corrected("inspected", Some("2026-08-11")).expect("a visit of a day");
        assert!(entered.inspected.is_some());
        assert!(corrected("inspected", Some("2026-08-12 to 2026-08-11")).is_err());
    }

    #[test]
    fn a_grade_is_taken_as_printed_and_none_is_not_stated() {
        let entered = corrected("judgement:overall", Some("Good")).expect("the source has that area");
        assert_eq!(entered.judgements[0].grade, Grade::AsPrinted("Good".into()));
        assert_eq!(entered.judgements[0].confidence, Confidence::Sure);
        let emptied = corrected("judgement:overall", None).expect("not stated is an answer");
        assert_eq!(emptied.judgements[0].grade, Grade::NotStated);
        assert!(corrected("judgement:leaders", Some("Good")).is_err(), "the source has no such judgement");
        assert!(corrected("weather", Some("fine")).is_err());
    }
}
