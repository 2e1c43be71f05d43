//! What somebody did to a pack, in a few words, so that undo can name it.

use super::{EditionForm, PackForm};

/// What makes one form another: “remove quote”, “add Cllr Ros Ferrier”. Several things at once are a
/// change of the pack.
pub(crate) fn changed(before: &PackForm, after: &PackForm) -> String {
    let list = |what: (&str, &str), before: &[String], after: &[String]| listed(what, before, after);
    let field = |differs: bool, name: &str| differs.then(|| format!("change {name}"));
    let all = [
        field(before.title != after.title, "title"),
        field(before.council != after.council, "council"),
        field(before.committee != after.committee, "committee"),
        field(before.meeting != after.meeting, "day of the meeting"),
        field(before.marking != after.marking, "marking"),
        field(before.exempt != after.exempt, "exempt paragraphs"),
        field(before.status != after.status, "draft or final"),
        field(before.name_pages != after.name_pages, "names on pages"),
        list(("document", "documents"), &before.sources, &after.sources),
        list(("quote", "quotes"), &before.quotes, &after.quotes),
        editions(&before.editions, &after.editions),
        field(before.notes != after.notes, "note"),
        field(before.order != after.order, "order of sections"),
        left_out(&before.left_out, &after.left_out),
        field(before.accept_unsure != after.accept_unsure, "use of unconfirmed facts"),
        field(before.follow_ups != after.follow_ups, "who sees to what"),
        field(before.roles != after.roles, "names of roles"),
        field(before.minutes != after.minutes, "minutes to read"),
        field(before.weights != after.weights, "weight of quote"),
        field(before.late != after.late, "late items"),
    ];
    let mut said = all.into_iter().flatten();
    match (said.next(), said.next()) {
        (Some(only), None) => only,
        _ => "change pack".to_owned(),
    }
}

/// Things that came, went or changed places.
fn listed((one, many): (&str, &str), before: &[String], after: &[String]) -> Option<String> {
    let lacks = |list: &[String], other: &[String]| list.iter().filter(|id| !other.contains(id)).count();
    let counted = |count: usize| if count == 1 { one.to_owned() } else { format!("{count} {many}") };
    match (lacks(after, before), lacks(before, after)) {
        (0, 0) if before == after => None,
        (0, 0) => Some(format!("move {one}")),
        (came, 0) => Some(format!("add {}", counted(came))),
        (0, gone) => Some(format!("remove {}", counted(gone))),
        _ => Some(format!("change {many}")),
    }
}

fn left_out(before: &[String], after: &[String]) -> Option<String> {
    match after.len().cmp(&before.len()) {
        _ if before == after => None,
        std::cmp::Ordering::Greater => Some("leave out section".to_owned()),
        std::cmp::Ordering::Less => Some("put section back".to_owned()),
        std::cmp::Ordering::Equal => Some("change sections".to_owned()),
    }
}

/// People and editions that came, went or changed.
fn editions(before: &[EditionForm], after: &[EditionForm]) -> Option<String> {
    if before == after {
        return None;
    }
    let lacking = |list: &[EditionForm], other: &[EditionForm]| -> Vec<EditionForm> {
        list.iter().filter(|one| !other.contains(one)).cloned().collect()
    };
    let said = |list: &[EditionForm]| match list {
        [one] => whom(one),
        several => format!("{} people", several.len()),
    };
    let (came, gone) = (lacking(after, before), lacking(before, after));
    Some(match (&came[..], &gone[..]) {
        (came, []) if !came.is_empty() => format!("add {}", said(came)),
        ([], gone) if !gone.is_empty() => format!("remove {}", said(gone)),
        ([now], [then]) if now.recipient == then.recipient && now.withheld != then.withheld => {
            format!("change what {} may see", whom(now))
        }
        ([now], [_]) => format!("change {}", whom(now)),
        _ => "change who gets it".to_owned(),
    })
}

fn whom(edition: &EditionForm) -> String {
    let name = edition.recipient.as_deref().map(str::trim).filter(|name| !name.is_empty());
    name.map_or_else(|| "an edition".to_owned(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{desk, form, visit};

    #[test]
    fn one_thing_that_was_done_is_named() {
        let (_home, desk) = desk(&[visit()]);
        let before = form(&desk);
        let said = |act: &dyn Fn(&mut PackForm)| {
            let mut after = before.clone();
            act(&mut after);
            changed(&before, &after)
        };
        let named = |recipient: &str| EditionForm {
            recipient: Some(recipient.to_owned()),
            ..before.editions[0].clone()
        };
        assert_eq!(said(&|form| form.title.push('!')), "change title");
        assert_eq!(said(&|form| drop(form.quotes.pop())), "remove quote");
        assert_eq!(said(&|form| form.quotes.extend(["a".into(), "b".into()])), "add 2 quotes");
        assert_eq!(said(&|form| form.editions.push(named("Cllr Marr"))), "add Cllr Marr");
        assert_eq!(said(&|form| form.editions[0].withheld.sections.push("judgements".into())), {
            format!("change what {} may see", whom(&before.editions[0]))
        });
        assert_eq!(said(&|form| form.left_out.push("judgements".into())), "leave out section");
        assert_eq!(
            said(&|form| {
                form.title.push('!');
                form.minutes = Some(5);
            }),
            "change pack"
        );
    }
}
