use super::*;
use crate::fixture::{cut_list, desk, press, sure, visit};
use packhorse_model::{Confidence, DateRange, Fact, Grade, Judgement, Source};

fn unsure<T>(value: T) -> Option<Fact<T>> {
    Some(Fact { confidence: Confidence::Check, ..sure(value) })
}

fn judgement(area: &str, grade: Grade) -> Judgement {
    Judgement {
        area: area.to_owned(),
        area_as_printed: area.to_owned(),
        grade,
        place: None,
        rule: "test".to_owned(),
        confidence: Confidence::Check,
    }
}

/// Every value that a document can have, read and to be checked.
fn all_unsure(mut source: Source) -> Source {
    let facts = &mut source.facts;
    facts.source_kind.confidence = Confidence::Check;
    facts.title = unsure("A title".to_owned());
    facts.kind = unsure("focused-visit-letter".to_owned());
    facts.framework = unsure("ilacs-fv".to_owned());
    facts.authority = unsure("Wexcombe".to_owned());
    facts.published = unsure("2026-09-10".parse().expect("a day"));
    facts.lead_inspector = unsure("Ada Holloway".to_owned());
    facts.theme = unsure("the front door".to_owned());
    facts.inspected = unsure(DateRange { from: "2026-08-11".parse().expect("a day"), to: None });
    facts.judgements = vec![
        judgement("overall", Grade::AsPrinted("Good".to_owned())),
        judgement("overall", Grade::CouldNotBeRead),
        judgement("leaders", Grade::NotStated),
    ];
    source
}

#[test]
fn whatever_is_counted_as_to_be_checked_can_be_checked() {
    let papers =
        [visit(), press(2, "calm, curious and kind"), cut_list(3, &["Visits are late.", "Plans are thin."])];
    let (_home, desk) = desk(&papers.map(all_unsure));
    let ids = desk.list(&crate::LibraryRequest::default()).expect("a list").sources;
    for source in ids.into_iter().map(|row| row.id) {
        let read = || desk.read(&SourceRequest { source: source.clone() }).expect("it is there");
        let waiting = |read: &Reading| -> Vec<(String, String)> {
            let facts = read.facts.iter().filter_map(|line| Some((&line.field, line.fact.as_ref()?)));
            let unsure = facts.filter(|(_, fact)| fact.confidence == Confidence::Check);
            unsure.map(|(field, fact)| (field.clone(), fact.value.clone())).collect()
        };
        let first = read();
        assert!(first.source.to_check >= 12, "{}", first.source.file_name);
        assert_eq!(waiting(&first).len(), first.source.to_check as usize, "{}", first.source.file_name);
        while let Some((field, value)) = waiting(&read()).into_iter().next() {
            let confirmed = Confirm { source: source.clone(), field, value: Some(value) };
            desk.confirm(&confirmed).expect("what was read can be confirmed as it is");
        }
        assert_eq!(read().source.to_check, 0);
        desk.undo().expect("the last answer is taken back");
        assert_eq!(read().source.to_check, 1);
        desk.redo().expect("and given again");
    }
    assert_eq!(desk.about(false).expect("a library").to_check, 0);
}
