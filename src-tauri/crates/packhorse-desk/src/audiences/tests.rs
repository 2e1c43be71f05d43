use crate::fixture;
use crate::{AudienceRequest, AudienceText, RoleForm};
use packhorse_pack::Audience;

fn renamed(id: &str) -> AudienceText {
    let text = Audience::built_in_text("committee-chair").expect("a template");
    let text = text.replace("\"id\": \"committee-chair\"", &format!("\"id\": \"{id}\""));
    AudienceText { text: text.replace("Committee chair", "Panel chair"), file: Some("panel.json".into()) }
}

#[test]
fn a_template_of_the_offices_own_is_found_and_its_removal_can_be_undone() {
    let (_home, desk) = fixture::desk(&[]);
    desk.save_audience(&renamed("panel")).expect("saved");
    assert_eq!(desk.audience("panel").expect("found").name, "Panel chair");
    assert!(desk.packs().expect("packs").audiences.iter().any(|row| row.id == "panel"));
    let named = AudienceRequest { audience: "panel".into() };
    desk.remove_audience(&named).expect("removed");
    assert!(desk.audience("panel").expect_err("gone").message.contains("“panel”"));
    desk.undo().expect("undone");
    assert!(desk.audience("panel").is_ok());
}

#[test]
fn a_template_with_a_built_in_id_stands_in_its_place_until_it_is_removed() {
    let (_home, desk) = fixture::desk(&[]);
    desk.save_audience(&renamed("committee-chair")).expect("saved");
    assert_eq!(desk.audience("committee-chair").expect("found").name, "Panel chair");
    desk.remove_audience(&AudienceRequest { audience: "committee-chair".into() }).expect("removed");
    assert_eq!(desk.audience("committee-chair").expect("found").name, "Committee chair");
    let again = desk.remove_audience(&AudienceRequest { audience: "committee-chair".into() });
    assert!(again.expect_err("none left").message.contains("of your own"));
}

#[test]
fn a_template_that_cannot_be_used_is_not_kept_and_file_and_line_are_named() {
    let (_home, desk) = fixture::desk(&[]);
    let mut wrong = renamed("panel");
    wrong.text = wrong.text.replace("\"then-and-now\",", "\"then-and-nau\",");
    let line = wrong.text.lines().position(|line| line.contains("then-and-nau")).expect("a line") + 1;
    let trouble = desk.save_audience(&wrong).expect_err("no such section");
    assert!(
        trouble.message.contains("panel.json") && trouble.message.contains(&format!("line {line}")),
        "{trouble}"
    );
    assert!(desk.audience("panel").is_err());
}

#[test]
fn what_the_office_calls_a_role_is_kept_and_can_be_undone() {
    let (_home, desk) = fixture::desk(&[]);
    let mayor = RoleForm { id: "leader".into(), name: "Elected Mayor".into() };
    desk.save_roles(std::slice::from_ref(&mayor)).expect("saved");
    assert_eq!(desk.roles().expect("roles"), [mayor]);
    desk.undo().expect("undone");
    assert!(desk.roles().expect("roles").is_empty());
}

#[test]
fn the_list_of_templates_says_whose_each_is() {
    let (_home, desk) = fixture::desk(&[]);
    desk.save_audience(&renamed("panel")).expect("saved");
    desk.save_audience(&renamed("committee-chair")).expect("saved");
    let rows = desk.templates().expect("a list");
    let whose = |id: &str| {
        let row = rows.iter().find(|row| row.id == id).expect("a row");
        (row.own, row.built_in)
    };
    assert_eq!(whose("panel"), (true, false));
    assert_eq!(whose("committee-chair"), (true, true));
    assert_eq!(whose("young-people"), (false, true));
    assert_eq!(rows[0].id, "committee-chair", "it stays where it stood");
}

#[test]
fn an_audience_says_what_the_manager_is_asked_to_write_on_the_first_page() {
    let (_home, desk) = fixture::desk(&[]);
    let asked = |desk: &crate::Desk, id: &str| -> Vec<(String, String)> {
        let rows = desk.packs().expect("packs").audiences;
        let row = rows.into_iter().find(|row| row.id == id).expect("the audience");
        row.first_page.into_iter().map(|part| (part.section, part.label)).collect()
    };
    let part = |section: &str, label: &str| (section.to_owned(), label.to_owned());
    let of_the_chair =
        [part("why-on-agenda", "Why this is on the agenda"), part("asked-to-do", "You are asked to")];
    assert_eq!(asked(&desk, "committee-chair"), of_the_chair, "what documents fill is not asked for");
    desk.save_audience(&renamed("panel")).expect("saved");
    assert_eq!(asked(&desk, "panel"), of_the_chair, "the office’s own says it too");
    assert!(asked(&desk, "cabinet-member").contains(&part("decisions", "Decisions needed, and by when")));
}
