use crate::fixture::{desk, letter, press, visit};
use crate::{Confirm, Desk, InspectionsRequest, LibraryRequest};
use packhorse_library::NewSource;

fn asked(desk: &Desk, check: bool) -> (bool, Vec<String>) {
    let request = InspectionsRequest { check, most: 100, ..InspectionsRequest::default() };
    let reply = desk.inspections(&request).expect("the library can be read");
    let papers = reply.inspections.iter().flat_map(|row| &row.papers);
    (reply.checked, papers.map(|paper| format!("{} {:?}", paper.row.file_name, paper.tie)).collect())
}

#[test]
fn what_was_checked_stays_so_until_something_changes_that_could_move_a_document() {
    let (_home, desk) = desk(&[visit(), press(2, "calm, curious and kind")]);
    let apart = ["letter-1.pdf Own", "press-2.txt Unknown"].map(str::to_owned).to_vec();
    let together = ["letter-1.pdf Own", "press-2.txt Quotes"].map(str::to_owned).to_vec();
    assert_eq!(asked(&desk, false), (false, apart), "nothing has been checked yet");
    assert_eq!(asked(&desk, true), (true, together.clone()));
    assert_eq!(asked(&desk, false), (true, together.clone()), "it is not asked again what is known");

    let source = desk.list(&LibraryRequest::default()).expect("a list").sources.remove(0).id;
    let confirm = |field: &str, value: &str| {
        let request = Confirm { source: source.clone(), field: field.into(), value: Some(value.into()) };
        desk.confirm(&request).expect("confirmed");
    };
    confirm("theme", "the front door");
    assert_eq!(asked(&desk, false), (true, together), "what a visit looked at moves nobody");
    confirm("authority", "Hertfordshire");
    assert!(!asked(&desk, false).0, "another council may be another inspection");

    assert!(asked(&desk, true).0);
    let other = letter(3, "Aldermoor", "Some children wait.");
    let new = NewSource {
        file_name: &other.file_name,
        bytes: b"another",
        document: &other.document,
        facts: &other.facts,
    };
    desk.library().keep(new).expect("kept");
    assert!(!asked(&desk, false).0, "a document more may be the one that is quoted");
    desk.undo().expect("undone");
    assert!(asked(&desk, false).0, "and without it all is as it was");
}
