use super::*;
use crate::fixture::{desk, visit};

#[test]
fn a_pack_that_names_what_is_not_there_is_not_begun() {
    let (_home, desk) = desk(&[visit()]);
    for id in ["nonsense", "00000000-0000-0000-0000-000000000009"] {
        let request = NewPack { title: "One".into(), sources: vec![id.into()], quotes: Vec::new() };
        assert!(desk.new_pack(&request).is_err(), "nothing has the id {id}");
    }
    assert!(desk.packs().expect("a list").packs.is_empty(), "no half-made pack is left");
}

#[test]
fn a_pack_whose_document_was_removed_says_so_and_is_not_issued() {
    let (home, desk) = desk(&[visit()]);
    let form = crate::fixture::form(&desk);
    let source = form.sources[0].clone();
    desk.remove_source(&crate::SourceRequest { source }).expect("it was there");
    let list = desk.to_fix(&form).expect("the form can still be looked at");
    assert!(list.iter().any(|item| item.stops && item.message.contains("removed")), "{list:?}");
    let folder = home.path().join("out").display().to_string();
    let issue = crate::Issue { pack: form.id, folder, ..crate::Issue::default() };
    assert!(desk.issue(&issue, |_| {}).is_err(), "half a pack is not issued");
}
