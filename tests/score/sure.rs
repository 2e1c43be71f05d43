//! What is wrong and marked sure: the worst a reader of documents can do.

use crate::alike;
use crate::records::{FIELDS, agrees, is_judgement};
use crate::set::{Labelled, Set, list, text};
use crate::words::{council, grade, item, squash};
use serde_json::{Value, json};

/// A value that is marked sure and is not what the label says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wrong {
    /// The document and the field: what a floor may know it by.
    pub(crate) key: String,
    /// The whole in a line.
    pub(crate) line: String,
}

/// Every wrong and sure value of a set.
pub(crate) fn wrong(set: &Set) -> Vec<Wrong> {
    let recorded = |labelled: &&Labelled| {
        set.records.iter().any(|record| record.label["file"] == labelled.label["file"])
    };
    // A record says more than a label of quotations, so it is the one that is asked.
    let stories = set.quotes.iter().filter(|labelled| !recorded(labelled));
    let records = set.records.iter().flat_map(|labelled| of(labelled, in_record));
    let mut all: Vec<Wrong> = records.chain(stories.flat_map(|labelled| of(labelled, in_story))).collect();
    all.sort();
    all
}

/// What the label says instead; `None` when it agrees or does not know.
type Judge = fn(&Labelled, &str, &Value) -> Option<String>;

fn of(labelled: &Labelled, judge: Judge) -> Vec<Wrong> {
    let facts = list(&labelled.found, "facts").iter().filter(|fact| fact["confidence"] == "sure");
    let wrong = facts.filter_map(|fact| {
        let field = text(&fact["field"]);
        let says = judge(labelled, field, &fact["value"])?;
        let key = format!("{}: {field}", labelled.name);
        let line = format!("{key} is {} by “{}”, the label says {says}", fact["value"], text(&fact["rule"]));
        Some(Wrong { key, line })
    });
    wrong.collect()
}

fn in_record(labelled: &Labelled, field: &str, value: &Value) -> Option<String> {
    let label = &labelled.label;
    let one = |name: &str| {
        let field = FIELDS.iter().find(|field| field.name == name)?;
        (!agrees(field, labelled)).then(|| label[name].to_string())
    };
    match field {
        "inspected" => one("inspected_from").or_else(|| one("inspected_to")),
        "source_kind" => source_kind(label, value),
        "priority action" => in_list(label, "priority_actions", value),
        "improvement" => in_list(label, "improvements", value),
        "strength" => in_list(label, "strengths_listed", value),
        _ => match field.strip_prefix("judgement: ") {
            Some(area) => judgement(labelled, area, value),
            None => one(field),
        },
    }
}

/// The kinds of event tell whose words a document holds: a letter's are a letter, and a report may be
/// printed as one.
fn source_kind(label: &Value, value: &Value) -> Option<String> {
    let allowed: &[&str] = match text(&label["kind"]) {
        "inspection-report" | "area-send-report" => &["report", "letter"],
        kind if kind.ends_with("-letter") => &["letter"],
        _ => return None,
    };
    (!allowed.contains(&text(value))).then(|| allowed.join(" or "))
}

fn in_list(label: &Value, field: &str, value: &Value) -> Option<String> {
    let labels: Vec<String> = list(label, field).iter().map(|value| item(text(value))).collect();
    alike::pairs(&labels, &[item(text(value))]).is_empty().then(|| "no such item".to_owned())
}

fn judgement(labelled: &Labelled, area: &str, value: &Value) -> Option<String> {
    let same_area = |judgement: &&Value| squash(text(&judgement["area"])) == squash(area);
    let given = list(&labelled.found, "judgements").iter().filter(same_area);
    // To say that there is no grade is not to name a wrong one.
    if given.clone().count() > 0 && given.clone().all(|judgement| judgement["grade_as_printed"].is_null()) {
        return None;
    }
    let labels = list(&labelled.label, "judgements");
    let given = json!({ "area": area, "grade": value });
    if labels.iter().any(|label| is_judgement(label, &given)) {
        return None;
    }
    let wanted: Vec<String> =
        labels.iter().filter(same_area).map(|label| label["grade_as_printed"].to_string()).collect();
    Some(if wanted.is_empty() { "no such judgement".to_owned() } else { wanted.join(" or ") })
}

/// What is labelled of a story beside its quotations.
fn in_story(labelled: &Labelled, field: &str, value: &Value) -> Option<String> {
    let (label, event) = (&labelled.label, &labelled.label["event"]);
    let found = |name: &str| text(&labelled.found[name]).to_owned();
    match field {
        "authority" => {
            let wanted = label["authority"].as_str()?;
            let plain = wanted.split('(').next().unwrap_or(wanted);
            (council(plain) != council(text(value))).then(|| wanted.to_owned())
        }
        "title" => {
            let (wanted, given) = (squash(label["title"].as_str()?), squash(text(value)));
            let one = wanted.contains(&given) || given.contains(&wanted);
            let same = one || alike::ratio(&wanted, &given) >= alike::SAME;
            (!same).then(|| label["title"].to_string())
        }
        "source_kind" => story_kind(text(&label["doc_kind"]), text(value)),
        "published" => {
            let own = event.get("document_published").unwrap_or(&event["published"]);
            (text(own) != found("published")).then(|| own.to_string())
        }
        "inspected" => {
            let (from, to) = (&event["inspected_from"], &event["inspected_to"]);
            let same = text(from) == found("inspected_from") && text(to) == found("inspected_to");
            (!same).then(|| format!("{from} to {to}"))
        }
        _ if field.starts_with("judgement: ") && label["complete"]["judgements"] == true => {
            let grades: Vec<&str> = list(label, "judgements").iter().map(|one| text(&one["grade"])).collect();
            let known = grades.iter().any(|wanted| grade(wanted) == grade(text(value)));
            (!known).then(|| format!("{grades:?}"))
        }
        _ => None,
    }
}

/// The kinds of source that the words of a label allow.
fn story_kind(words: &str, value: &str) -> Option<String> {
    const KINDS: [(&str, &str); 7] = [
        ("press release", "press-release"),
        ("news", "news-story"),
        ("statement", "statement"),
        ("minutes", "minutes"),
        ("summary", "young-peoples-summary"),
        ("letter", "letter"),
        ("report", "report"),
    ];
    let mut allowed = KINDS.iter().filter(|(word, _)| words.to_lowercase().contains(word)).peekable();
    allowed.peek()?;
    (!allowed.any(|(_, kind)| *kind == value)).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(label: Value, found: Value) -> Vec<String> {
        let labelled = Labelled { name: "letter".into(), label, found };
        let set = Set { name: "test", records: vec![labelled], quotes: Vec::new() };
        wrong(&set).into_iter().map(|wrong| wrong.key).collect()
    }

    fn fact(field: &str, value: &str, confidence: &str) -> Value {
        json!({ "field": field, "value": value, "confidence": confidence, "rule": "a rule" })
    }

    #[test]
    fn a_wrong_grade_is_told_only_when_it_is_marked_sure() {
        let label = json!({ "judgements": [{ "area": "overall", "grade_as_printed": "Good" }] });
        let found = |confidence| {
            let judgements = json!([{ "area": "overall", "grade_as_printed": "Inadequate" }]);
            json!({ "judgements": judgements, "facts": [fact("judgement: overall", "Inadequate", confidence)] })
        };
        assert_eq!(record(label.clone(), found("sure")), ["letter: judgement: overall"]);
        assert_eq!(record(label, found("check")), Vec::<String>::new(), "a person will look at it");
    }

    #[test]
    fn a_date_that_the_document_does_not_print_is_wrong() {
        let label = json!({ "published": null });
        let found =
            json!({ "published": "2026-09-10", "facts": [fact("published", "10 September 2026", "sure")] });
        assert_eq!(record(label, found), ["letter: published"]);
    }

    #[test]
    fn to_say_that_there_is_no_grade_is_not_wrong() {
        let label = json!({ "judgements": [{ "area": "overall", "grade_as_printed": "Good" }] });
        let judgements = json!([{ "area": "overall", "grade_as_printed": null }]);
        let facts = json!([fact("judgement: overall", "could not be read", "sure")]);
        assert_eq!(record(label, json!({ "judgements": judgements, "facts": facts })), Vec::<String>::new());
    }
}
