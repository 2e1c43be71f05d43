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
