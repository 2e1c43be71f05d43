//! Whatever is done can be taken back and done again, and the window names what that would be.

use crate::driver::Session;
use crate::hands::{CTRL, SHIFT};
use crate::stage::{Stage, window};
use crate::steps::{WORDS, brought_in};
use packhorse_tests::sample;
use serde_json::json;

const CAREFUL: &str = "Managers look at every contact within four hours.";
const KIND: &str = "calm, curious and kind";

/// Picks words of the open document and gives the quote's id.
fn picked(page: &Session, words: &str, key: &str) {
    page.select(words);
    page.named("picker");
    page.press(key);
    page.names("undo", "pick quote");
}

fn quotes(page: &Session) -> String {
    page.said("count-quotes")
}

#[test]
fn documents_that_came_in_were_pasted_or_removed_come_and_go_again() {
    let stage =
        Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2026-09-11_press-release.html")]);
    let page = brought_in(&stage, 2);
    let held = || page.said("count-library");
    page.there_and_back("bring in wexcombe_2026-09-11_press-release.html", || held() == "2 documents");

    // By keyboard, as far back as it goes and all the way forward.
    page.script("document.getElementById('main').focus()", json!([]));
    page.chord(&[CTRL, "z"]);
    page.names("undo", "bring in wexcombe_2026-09-10_focused-visit.pdf");
    page.chord(&[CTRL, "z"]);
    page.named("empty-library");
    page.until("nothing is left to undo", || (page.said("undo") == "Undo").then_some(()));
    page.script("document.getElementById('main').focus()", json!([]));
    page.chord(&[CTRL, SHIFT, "z"]);
    page.until("one is back", || (held() == "1 document").then_some(()));
    page.chord(&[CTRL, "y"]);
    page.until("both are back", || (held() == "2 documents").then_some(()));

    page.click_on("paste");
    page.type_into("paste-name", "Statement of 16 September");
    page.type_into(
        "paste-text",
        "Statement of the council, 16 September 2026. We accept what inspectors found.",
    );
    page.click_on("paste-bring-in");
    page.shows("tally", "1 document brought in");
    page.click_on("tray-close");
    page.there_and_back("bring in Statement of 16 September.txt", || held() == "3 documents");

    // A quotation goes with its document, and comes back with it.
    page.click_with("open-", "Focused visit to Wexcombe");
    picked(&page, WORDS, "1");
    page.click_on("remove-source");
    page.there_and_back("remove document", || held() == "2 documents" && quotes(&page) == "0 quotes");
    page.click_on("undo");
    page.until("the quotation is back too", || (quotes(&page) == "1 quote").then_some(()));
}

#[test]
fn facts_that_were_confirmed_corrected_or_emptied_go_back_to_what_was_read() {
    let stage = Stage::raise(&[sample("2026-09-12_news.txt")]);
    let page = brought_in(&stage, 1);
    page.click_with("open-", "");
    page.click_on("side-tab-facts");
    let confidence = |field: &str| {
        let found = page.script(
            "return document.querySelector(`[data-testid=\"fact-${arguments[0]}\"]`)?.dataset.confidence ?? ''",
            json!([field]),
        );
        found.as_str().unwrap_or_default().to_owned()
    };
    let unsure = page.id_after("confirm-");
    let label = |field: &str| {
        let found = page.script(
            "return document.querySelector(`[data-testid=\"fact-${arguments[0]}\"] [id$=-label]`)?.textContent.toLowerCase() ?? ''",
            json!([field]),
        );
        format!("confirm {}", found.as_str().unwrap_or_default())
    };
    assert_eq!(confidence(&unsure), "check", "what can be confirmed was less than sure");
    let name = label(&unsure);
    page.click_on(&format!("confirm-{unsure}"));
    page.there_and_back(&name, || confidence(&unsure) == "sure");

    page.click_on("correct-title");
    page.refill("fact-value-title", "Children wait, say inspectors");
    page.click_on("fact-keep-title");
    page.there_and_back("confirm title", || page.said("fact-said-title") == "Children wait, say inspectors");

    page.click_on("correct-published");
    page.refill("fact-value-published", "2026-09");
    page.click_on("fact-keep-published");
    page.there_and_back("confirm publication date", || page.said("fact-said-published") == "September 2026");

    page.click_on("correct-authority");
    page.refill("fact-value-authority", "Wexcombe");
    page.click_on("fact-keep-authority");
    page.there_and_back("confirm council", || page.said("fact-said-authority") == "Wexcombe");
    page.click_on("correct-authority");
    page.click_on("fact-none-authority");
    page.there_and_back("confirm council", || page.said("fact-said-authority").starts_with("Not stated"));

    page.click_on("correct-source_kind");
    page.choose("fact-value-source_kind", "statement");
    page.click_on("fact-keep-source_kind");
    page.there_and_back("confirm kind of document", || {
        page.said("fact-said-source_kind").to_lowercase() == "statement"
    });
}

#[test]
fn a_value_that_waited_to_be_checked_waits_again_after_undo() {
    let stage = Stage::raise(&[sample("2026-09-12_news.txt"), sample("2026-09-12_opposition-statement.txt")]);
    let page = brought_in(&stage, 2);
    page.click_on("nav-check");
    let waiting = || page.count("[data-testid^=\"wait-\"]");
    page.until("values wait", || (waiting() > 0).then_some(()));
    let before = waiting();
    let label = page.script("return document.querySelector('[data-testid^=now-] h2').textContent", json!([]));
    let name = format!("confirm {}", label.as_str().unwrap_or_default().to_lowercase());
    page.script("document.querySelector('[data-testid^=now-]').focus()", json!([]));
    page.press("c");
    page.there_and_back(&name, || waiting() == before - 1);
}

#[test]
fn everything_done_to_a_quotation_is_taken_back_and_done_again() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = brought_in(&stage, 1);
    page.click_with("open-", "Focused visit to Wexcombe");
    picked(&page, WORDS, "1");
    page.there_and_back("pick quote", || quotes(&page) == "1 quote");

    page.click_on("side-tab-suggested");
    let suggestion = page.id_after("accept-");
    page.click_on(&format!("accept-{suggestion}"));
    page.there_and_back("pick quote", || quotes(&page) == "2 quotes");

    // A note is written before the words are picked.
    page.select(CAREFUL);
    page.named("picker");
    page.press("6");
    page.type_into("pick-note-text", "Ask about the records");
    page.click_on("pick-2");
    page.there_and_back("pick quote", || page.said("side-pane").contains("Ask about the records"));

    page.click_on("side-tab-picked");
    page.click_with_words("[data-testid^=\"picked-\"]", CAREFUL, "[data-testid^=\"drop-\"]");
    page.there_and_back("remove quote", || quotes(&page) == "2 quotes");

    page.click_on("nav-quotes");
    let id = page.until("the quotation is listed", || page.id_of("quote-", WORDS));
    let of = |what: &str| format!("{what}-{id}");
    page.choose(&of("bearing"), "context");
    page.there_and_back("change quote", || page.value(&of("bearing")) == "context");
    page.choose(&of("weight"), "must");
    page.there_and_back("change quote", || page.value(&of("weight")) == "must");
    page.click_on(&of("note"));
    page.type_into(&of("note-text"), "For the chair");
    page.click_on(&of("note-keep"));
    page.there_and_back("change quote", || page.said(&of("quote")).contains("For the chair"));
    page.click_on(&of("edit"));
    for word in ["word-0", "word-1", "word-2"] {
        page.click_on(word);
    }
    page.type_into("put-in", "all");
    let shown = page.said("edit-preview");
    assert!(shown.contains("[all]") && !shown.contains("Children and"), "the sheet shows the words: {shown}");
    page.click_on("edit-keep");
    page.gone("edit-quote");
    page.there_and_back("change quote", || page.said(&of("quote-open")).contains("[all]"));
    page.click_on(&of("remove"));
    page.there_and_back("remove quote", || quotes(&page) == "1 quote");
}

#[test]
fn several_quotations_are_changed_at_once_and_come_back_in_one_step() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = brought_in(&stage, 1);
    page.click_with("open-", "Focused visit to Wexcombe");
    picked(&page, WORDS, "1");
    picked(&page, CAREFUL, "2");
    page.click_on("nav-quotes");
    let ids = [WORDS, CAREFUL].map(|words| page.until("it is listed", || page.id_of("quote-", words)));
    for id in &ids {
        page.click_on(&format!("choose-{id}"));
    }
    page.shows("chosen-bar", "2 quotes");
    let all = |what: &str, value: &str| ids.iter().all(|id| page.value(&format!("{what}-{id}")) == value);
    page.choose("chosen-tag", "statement");
    page.there_and_back("change 2 quotes", || all("bearing", "statement"));
    page.click_on("chosen-must");
    page.there_and_back("change 2 quotes", || all("weight", "must"));
    page.click_on("chosen-unweighed");
    page.there_and_back("change 2 quotes", || all("weight", ""));
    page.click_on("chosen-remove");
    page.there_and_back("remove 2 quotes", || quotes(&page) == "0 quotes");
}

#[test]
fn words_found_in_a_press_release_are_cited_from_the_letter_and_from_the_release_again() {
    let stage =
        Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2026-09-11_press-release.html")]);
    let page = brought_in(&stage, 2);
    page.click_with_words("[data-testid^=\"source-\"]", "Press release", "[data-testid^=\"open-\"]");
    picked(&page, KIND, "1");
    page.click_on("nav-quotes");
    let cite = page.id_after("cite-");
    page.click_on(&format!("cite-{cite}"));
    page.there_and_back("cite from the inspectors’ document", || {
        page.count("[data-testid^=\"cite-\"]") == 0 && page.said("quotes").contains("p. 2")
    });
    assert_eq!(quotes(&page), "1 quote", "the one took the other's place");
}

#[test]
fn settings_are_taken_back_like_everything_else() {
    let stage = Stage::raise(&[]);
    let picture =
        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40'/></svg>";
    std::fs::write(stage.folder.path().join("logo.svg"), picture).expect("a picture");
    let page = Session::open(stage.port, &window());
    page.click_on("tour-skip");
    page.click_on("nav-settings");
    page.type_into("set-council", "Wexcombe\u{E004}");
    page.there_and_back("change settings", || page.value("set-council") == "Wexcombe");
    page.type_into("role-lead-member", "Executive Member for Children\u{E004}");
    page.there_and_back("change settings", || page.value("role-lead-member").starts_with("Executive"));
    assert_eq!(page.value("set-council"), "Wexcombe", "what was set before stays");

    page.click_on("logo-choose");
    page.there_and_back("choose a logo", || page.count("[data-testid=logo]") == 1);
    page.refill("logo-alt", "A bridge over a river\u{E004}");
    page.there_and_back("change settings", || page.value("logo-alt") == "A bridge over a river");
    page.click_on("logo-remove");
    page.there_and_back("remove the logo", || page.count("[data-testid=logo]") == 0);

    page.click_on("backup-folder-choose");
    let out = stage.out().display().to_string();
    page.there_and_back("change the folder of second copies", || page.said("backup-folder") == out);
    page.click_on("backup-folder-clear");
    page.there_and_back("change the folder of second copies", || {
        page.said("backup-folder").starts_with("None")
    });
}
