//! A person's word on a fact: confirmed, corrected, or not stated.

use super::words::{KINDS, RANKS, finding_at, finding_from, judgement_at};
use crate::Trouble;
use packhorse_model::{Confidence, DateRange, Fact, Facts, Grade, Place};
use packhorse_recognise::frameworks;

/// The rule that stands beside what a person said.
pub(super) const RULE: &str = "confirmed by a person";

/// Sets a field to what a person said it is.
pub(super) fn correct(facts: &mut Facts, field: &str, value: Option<&str>) -> Result<(), Trouble> {
    let entered = value.map(str::trim);
    let value = entered.filter(|value| !value.is_empty());
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
            follow(facts);
        }
        "kind" => {
            let known = |id: &str| frameworks::kind(id).is_some();
            if value.is_some_and(|id| !known(id)) {
                return Err(wrong(value, "one of the kinds in the list"));
            }
            plain(&mut facts.kind, value);
        }
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
        field => match finding_at(field) {
            Some(start) => finding(facts, start, value)?,
            None => judgement(facts, field, entered)?,
        },
    }
    Ok(())
}

/// The rule that stands beside a kind nobody was asked about.
const FOLLOWS: &str = "follows from the framework";

/// Inspections under a framework end in one kind of document: who names the one has named the other,
/// unless a person said otherwise.
fn follow(facts: &mut Facts) {
    let framework = facts.framework.as_ref().and_then(|fact| frameworks::framework(&fact.value));
    let Some([kind]) = framework.map(|framework| framework.kinds.as_slice()) else { return };
    if let Some(read) = facts.kind.as_mut().filter(|read| read.rule != RULE) {
        *read = Fact { rule: FOLLOWS.to_owned(), ..said(kind.clone(), read.place) };
    }
}

/// The words of a finding are the document's own: a person says what it is, or that it is none.
fn finding(facts: &mut Facts, start: usize, value: Option<&str>) -> Result<(), Trouble> {
    let at = finding_from(facts, start).ok_or_else(no_field)?;
    let Some(value) = value else {
        facts.findings.remove(at);
        return Ok(());
    };
    let rank = RANKS.into_iter().find(|(_, id, _)| *id == value);
    let (rank, ..) = rank.ok_or_else(|| wrong(Some(value), "one of the ranks in the list"))?;
    let finding = &mut facts.findings[at];
    finding.rank = rank;
    finding.confidence = Confidence::Sure;
    finding.rule = RULE.to_owned();
    Ok(())
}

fn no_field() -> Trouble {
    Trouble::fixable("That field is not one of this source's.", "Open the source again.")
}

fn judgement(facts: &mut Facts, field: &str, value: Option<&str>) -> Result<(), Trouble> {
    let at = judgement_at(facts, field).ok_or_else(no_field)?;
    let judgement = &mut facts.judgements[at];
    // A grade that has no words, as “could not be read”, is confirmed without any.
    if value != Some("") {
        judgement.grade = value.map_or(Grade::NotStated, |words| Grade::AsPrinted(words.to_owned()));
    }
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
    use packhorse_model::{Finding, Judgement, Rank, SourceKind};

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
        let read: [(&str, Read); 4] = [
            ("authority", |facts| &facts.authority),
            ("title", |facts| &facts.title),
            ("lead_inspector", |facts| &facts.lead_inspector),
            ("theme", |facts| &facts.theme),
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
        let chosen = corrected("kind", Some("jtai-letter")).expect("it is in the list");
        assert_eq!(chosen.kind.map(|fact| fact.value).as_deref(), Some("jtai-letter"));
        assert!(corrected("kind", Some("Wexcombe")).is_err());
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
    fn who_names_the_framework_names_the_kind_of_inspection() {
        let mut facts = facts(SourceKind::PressRelease);
        correct(&mut facts, "framework", Some("ilacs-fv")).expect("it is in the list");
        assert!(facts.kind.is_none(), "what was not read is not put in");
        facts.kind = Some(Fact { confidence: Confidence::Check, ..sure("other".to_owned()) });
        correct(&mut facts, "framework", Some("jtai")).expect("it is in the list");
        let kind = facts.kind.as_ref().expect("a kind");
        assert_eq!((kind.value.as_str(), kind.confidence), ("jtai-letter", Confidence::Sure));
        correct(&mut facts, "framework", None).expect("not stated is an answer");
        assert_eq!(facts.kind.as_ref().map(|kind| kind.value.as_str()), Some("jtai-letter"));
        correct(&mut facts, "framework", Some("ilacs-mv")).expect("it is in the list");
        assert_eq!(facts.kind.as_ref().map(|kind| kind.value.as_str()), Some("monitoring-visit-letter"));
        correct(&mut facts, "kind", Some("other")).expect("it is in the list");
        correct(&mut facts, "framework", Some("jtai")).expect("it is in the list");
        assert_eq!(facts.kind.map(|kind| kind.value).as_deref(), Some("other"), "a person said so");
    }

    #[test]
    fn each_of_several_judgements_of_one_area_is_confirmed_by_itself() {
        let mut facts = corrected("authority", Some("Wexcombe")).expect("any words will do");
        let other = Judgement { grade: Grade::CouldNotBeRead, ..facts.judgements[0].clone() };
        facts.judgements.push(other);
        correct(&mut facts, "judgement:overall:2", Some("")).expect("the source has a second");
        assert_eq!(facts.judgements[0].confidence, Confidence::Check);
        let second = &facts.judgements[1];
        assert_eq!((&second.grade, second.confidence), (&Grade::CouldNotBeRead, Confidence::Sure));
        correct(&mut facts, "judgement:overall:2", None).expect("not stated is an answer");
        assert_eq!(facts.judgements[1].grade, Grade::NotStated);
        assert!(correct(&mut facts, "judgement:overall:3", None).is_err());
    }

    #[test]
    fn a_finding_is_confirmed_ranked_or_taken_away_and_keeps_its_words() {
        let mut facts = crate::fixture::cut_list(1, &["Visits are late.", "Plans are thin."]).facts;
        let [first, second] = facts.findings.clone().try_into().expect("two findings");
        let field = |finding: &Finding| format!("finding:{}", finding.place.span.start);
        correct(&mut facts, &field(&first), Some("priority-action")).expect("a rank of the list");
        assert_eq!(
            facts.findings[0],
            Finding {
                rank: Rank::PriorityAction,
                confidence: Confidence::Sure,
                rule: RULE.into(),
                ..first.clone()
            }
        );
        assert!(correct(&mut facts, &field(&first), Some("Visits are on time.")).is_err());
        assert_eq!(facts.findings[0].text, "Visits are late.");
        correct(&mut facts, &field(&second), None).expect("it is none");
        assert_eq!(facts.findings.len(), 1);
        assert!(correct(&mut facts, &field(&second), None).is_err(), "it is gone");
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
