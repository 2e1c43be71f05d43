//! A pack’s form: whatever is changed in it is a step of its own, taken back and done again by name.

use crate::driver::Session;
use crate::stage::{Stage, window};
use packhorse_tests::sample;
use serde_json::json;

const TAB: &str = "\u{E004}";

/// A library with a letter and an earlier report, a picked quotation, and a pack on the letter in the composer.
fn begun(page: &Session) {
    page.brings_in(2);
    page.picks_words();
    page.click_on("nav-packs");
    page.click_on("new-pack");
    page.type_into("new-pack-title", "Begun");
    page.click_with_words("label", "Focused visit", "[data-testid^=\"new-pack-source-\"]");
    page.click_on("new-pack-suggest");
    page.click_on("new-pack-make");
    page.named("preview-text-1");
}

fn stage() -> Stage {
    Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2023-05-19_inspection.pdf")])
}

#[test]
fn what_is_filled_in_about_the_meeting_is_taken_back_field_by_field() {
    let stage = stage();
    let page = Session::open(stage.port, &window());
    begun(&page);
    for (field, words, name) in [
        ("pack-title", "What inspectors said", "change title"),
        ("pack-committee", "Children and Families Scrutiny Committee", "change committee"),
        ("pack-council", "Wexcombe County Council", "change council"),
        ("pack-marking", "OFFICIAL", "change marking"),
        ("pack-minutes", "15", "change minutes to read"),
    ] {
        page.refill(field, words);
        page.there_and_back(name, || page.value(field) == words);
    }
    page.refill("pack-meeting", &format!("14 January 2027{TAB}"));
    page.there_and_back("change day of the meeting", || {
        page.value("pack-meeting").contains("14 January 2027")
    });
    page.choose("pack-status", "draft");
    page.there_and_back("change draft or final", || page.value("pack-status") == "draft");
    page.open_fold("pack-exempt");
    page.click_on("pack-exempt-3");
    page.there_and_back("change exempt paragraphs", || page.value("pack-exempt-3") == "true");
}

#[test]
fn documents_and_quotations_of_a_pack_go_in_and_out_and_change_places() {
    let stage = stage();
    let page = Session::open(stage.port, &window());
    begun(&page);
    let picks = || page.count("[data-testid^=\"pack-quote-\"]");

    page.click_on("accept-unsure");
    page.there_and_back("change use of unconfirmed facts", || page.value("accept-unsure") == "true");
    page.click_on("change-sources");
    let report = format!("pack-source-{}", page.id_among(":not(:checked)", "pack-source-"));
    page.click_on(&report);
    page.there_and_back("add document", || page.value(&report) == "true");
    page.click_on(&report);
    page.there_and_back("remove document", || page.value(&report) == "false");
    page.click_on("change-sources");

    page.adds_quote();
    page.there_and_back("add quote", || picks() == 1);
    page.click_on("suggest-quotes");
    page.until("quotations are suggested", || (picks() > 2).then_some(()));
    let all = picks();
    page.there_and_back("suggest quotes", || picks() == all);
    let first = page.id_after("pack-quote-");
    page.click_on(&format!("down-{first}"));
    page.there_and_back("move quote", || page.id_after("pack-quote-") != first);
    page.click_on(&format!("out-{first}"));
    page.there_and_back("remove quote", || picks() == all - 1);
}

#[test]
fn who_gets_a_pack_and_what_each_may_see_is_taken_back_person_by_person() {
    let stage = stage();
    let page = Session::open(stage.port, &window());
    begun(&page);
    let copies = |count: &str| page.said("people-count").starts_with(count);
    page.click_on("edition-add");
    page.there_and_back("add an edition", || copies("3 copies"));
    page.type_into("edition-recipient-2", "Cllr Ros Ferrier");
    page.there_and_back("change Cllr Ros Ferrier", || {
        page.value("edition-recipient-2") == "Cllr Ros Ferrier"
    });
    page.choose("edition-audience-2", "cabinet-member");
    page.there_and_back("change Cllr Ros Ferrier", || page.value("edition-audience-2") == "cabinet-member");
    page.click_on("edition-large-2");
    page.there_and_back("change Cllr Ros Ferrier", || page.value("edition-large-2") == "true");

    page.click_on("withheld-2");
    let section = page.id_among(":enabled", "withhold-2-");
    page.click_on(&format!("withhold-2-{section}"));
    page.there_and_back("change what Cllr Ros Ferrier may see", || {
        page.said("withheld-2").contains("without")
    });

    page.click_on("paste-names");
    page.paste_into("names", "Marr, Jo <jo.marr@wexcombe.example>\nZara Ahmed\nSam Okoro");
    page.click_on("names-add");
    page.there_and_back("add 3 people", || copies("6 copies"));
    page.click_on("compare");
    page.named("matrix");
    let section = page.id_among(":not([aria-disabled=true])", "matrix-3-");
    page.click_on(&format!("matrix-3-{section}"));
    page.click_on("matrix-done");
    page.there_and_back("change what Jo Marr may see", || page.said("withheld-3").contains("without"));
    page.click_on("edition-remove-5");
    page.there_and_back("remove Sam Okoro", || copies("5 copies"));
    page.click_on("name-pages");
    page.there_and_back("change names on pages", || page.value("name-pages") == "true");
}

#[test]
fn sections_notes_and_who_sees_to_what_are_taken_back() {
    let stage = stage();
    let page = Session::open(stage.port, &window());
    begun(&page);
    let said = || page.said("sections-said");
    let section = page.id_among(":enabled", "section-in-");
    let ticked = format!("section-in-{section}");
    page.click_on(&ticked);
    page.there_and_back("leave out section", || said().starts_with("Left out"));
    page.click_on(&ticked);
    page.there_and_back("put section back", || said().starts_with("Every section"));
    let moved = page.id_among(":enabled", "section-down-");
    page.click_on(&format!("section-down-{moved}"));
    page.there_and_back("change order of sections", || said().starts_with("In an order of its own"));
    page.click_on("sections-reset");
    page.there_and_back("change order of sections", || said().starts_with("Every section"));

    let noted = page.id_after("add-note-");
    let (add, note) = (format!("add-note-{noted}"), format!("note-{noted}"));
    // While the pages are drawn anew the list moves under the mouse.
    page.until("there is a box for the note", || {
        if page.count(&format!("[data-testid=\"{note}\"]")) == 1 {
            return Some(());
        }
        if let Some(button) = page.all(&format!("[data-testid=\"{add}\"]")).first() {
            let _ = page.click(button);
        }
        None
    });
    page.type_into(&note, "Ask for figures.");
    page.there_and_back("change note", || page.value(&note) == "Ask for figures.");

    let area = page.id_after("owner-");
    let of = |what: &str| format!("{what}-{area}");
    let director = "Director of Children’s Services";
    page.type_into(&of("owner"), &format!("{director}{TAB}"));
    page.there_and_back("change who sees to what", || page.value(&of("owner")) == director);
    page.type_into(&of("due"), &format!("17 December 2026{TAB}"));
    page.there_and_back("change who sees to what", || page.value(&of("due")).contains("17 December 2026"));
    page.choose(&of("state"), "under-way");
    page.there_and_back("change who sees to what", || page.value(&of("state")) == "under-way");
    page.type_into(&of("follow-note"), "A draft is due sooner.");
    page.there_and_back("change who sees to what", || {
        page.value(&of("follow-note")) == "A draft is due sooner."
    });
}

#[test]
fn a_pack_that_was_begun_used_again_or_removed_comes_back_whole() {
    let stage = stage();
    let page = Session::open(stage.port, &window());
    begun(&page);
    let packs = || page.said("count-packs");
    page.click_on("nav-packs");
    page.there_and_back("new pack", || packs() == "1 pack");
    let pack = page.id_after("open-pack-");
    page.click_on(&format!("remove-pack-{pack}"));
    page.there_and_back("remove pack", || packs() == "0 packs" && page.count("[data-testid=no-packs]") == 1);
    page.click_on("undo");
    page.shows(&format!("pack-{pack}"), "1 document");

    page.click_on(&format!("again-{pack}"));
    page.named("composer");
    page.click_on("nav-packs");
    page.until("there are two", || (packs() == "2 packs").then_some(()));
    // The new one is filled in a step after it was begun; as many steps back it is gone.
    let name = page.script("return document.querySelector('[data-testid=undo]').textContent", json!([]));
    assert_ne!(name.as_str().map(str::trim), Some("Undo"), "something can be taken back");
    page.until("the new one is taken back, step by step", || {
        if packs() == "1 pack" {
            return Some(());
        }
        page.click_on("undo");
        None
    });
    page.names("redo", "new pack");
    page.shows(&format!("pack-{pack}"), "Begun");
}
