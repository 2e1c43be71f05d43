//! Every screen and sheet of the window shows what it is for, and everybody can use it.

use crate::access::{axe, is_clear};
use crate::driver::Session;
use crate::stage::{Stage, window};
use crate::steps::{WORDS, brought_in};
use packhorse_tests::{lacking, sample};
use serde_json::json;

const ESCAPE: &str = "\u{E00C}";
const ENTER: &str = "\u{E007}";

/// A walk through the window that looks at each screen.
struct Walk {
    page: Session,
    looks: bool,
}

impl Walk {
    fn begin(stage: &Stage) -> Self {
        let page = Session::open(stage.port, &window());
        page.named("library");
        let axe = axe();
        match &axe {
            Some(script) => drop(page.script(script, json!([]))),
            None => lacking("axe-core", "the screens were not checked for accessibility"),
        }
        Self { page, looks: axe.is_some() }
    }

    fn clear(&self, screen: &str) {
        if self.looks {
            is_clear(&self.page, screen);
        }
    }

    fn bring_in(&self, files: usize) {
        self.page.click_on("bring-in");
        self.page.shows("tally", &files.to_string());
        self.page.click_on("tray-close");
    }

    /// Waits until every one of some words stands in the element with a test id.
    fn tells(&self, id: &str, words: &[&str]) {
        for words in words {
            self.page.shows(id, words);
        }
    }
}

/// How many dark points the first page of the preview has.
const INK: &str = "const canvas = document.querySelector('[data-testid=preview-canvas-1]');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255 && data[at] < 100) dark += 1;
    return dark";

#[test]
fn a_document_is_found_read_and_looked_at_from_every_side() {
    let stage =
        Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2026-09-11_press-release.html")]);
    let walk = Walk::begin(&stage);
    let page = &walk.page;
    walk.bring_in(2);

    page.click_on("search");
    page.type_into("palette-words", &format!("strategy discussions{ENTER}"));
    page.until("the search shows passages", || page.said("hit-count").contains("passage").then_some(()));
    walk.clear("what was found");
    let hit = page.said("hit").to_lowercase();
    assert!(hit.contains("strategy discussions"), "the place holds the words: {hit}");
    page.click_on("hit");
    page.named("document");
    page.shows("reader-title", "Focused visit");
    page.click_on("nav-library");
    page.go("#/library?words=zebra", "hit-count");
    page.shows("hit-count", "Nothing found");
    walk.clear("nothing found");
    page.click_on("clear-search");
    page.gone("hit-count");

    page.click_with("open-", "Focused visit to Wexcombe");
    page.select(WORDS);
    page.named("picker");
    page.shows("live-citation", "page 1");
    walk.clear("the bar at selected words");
    page.press("1");
    page.shows("count-quotes", "1");
    page.click_on("side-tab-picked");
    walk.tells("side-pane", &[WORDS, "Strength"]);
    walk.clear("what was picked");
    page.click_on("side-tab-suggested");
    let suggestion = page.id_after("suggestion-");
    assert!(page.said(&format!("suggestion-{suggestion}")).contains('“'), "a suggestion shows its words");
    walk.clear("what is suggested");
    page.click_on("side-tab-facts");
    page.shows("fact-said-authority", "Wexcombe");
    page.shows("fact-said-published", "10 September 2026");
    walk.clear("what was read");
    page.click_on("correct-published");
    page.named("fact-value-published");
    walk.clear("a fact that is corrected");

    page.click_on("original-page");
    let drawn = || {
        let width = page.script(
            "return document.querySelector('[data-testid=original] img')?.naturalWidth ?? 0",
            json!([]),
        );
        (width.as_u64() > Some(200)).then_some(())
    };
    page.until("the page is drawn", drawn);
    page.shows("original", "Page 1 of 3");
    page.click_on("original-next");
    page.shows("original", "Page 2 of 3");
    page.until("the next page is drawn", drawn);
    walk.clear("the original page");
    page.click_on("original-close");
    page.type_into("find", &format!("seventeen{ENTER}"));
    page.shows("find-count", "none");
    page.refill("find", &format!("17 children{ENTER}"));
    page.shows("find-count", "1 of ");

    // What was said in public, held against the letter.
    page.click_on("nav-library");
    page.click_with_words("[data-testid^=\"source-\"]", "Press release", "[data-testid^=\"open-\"]");
    page.click_on("side-tab-said");
    page.until("one quotation differs", || (page.count("[data-verdict=differs]") == 1).then_some(()));
    let differs =
        page.script("return document.querySelector('[data-verdict=differs]').textContent", json!([]));
    let differs = differs.as_str().unwrap_or_default();
    assert!(differs.contains("strong") && differs.contains("steady"), "both words stand there: {differs}");
    assert!(page.count("[data-verdict=exact]") >= 3, "the others are exact");
    walk.clear("what was said in public");
}

#[test]
fn a_pack_is_filled_in_part_by_part_issued_and_found_in_the_register() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2023-05-19_inspection.pdf")]);
    let walk = Walk::begin(&stage);
    let page = &walk.page;
    walk.bring_in(2);
    page.picks_words();
    page.click_on("nav-quotes");
    walk.tells("quotes", &[WORDS, "in no pack yet"]);
    walk.clear("the quotes");
    page.choose("quotes-by", "theme");
    walk.clear("the quotes by theme");
    page.click_with_words("article", WORDS, "[data-testid^=\"edit-\"]");
    page.named("edit-preview");
    walk.clear("shortening a quote");
    page.click_on("edit-quote-close");
    page.click_with_words("article", WORDS, "[data-testid^=\"choose-\"]");
    page.shows("chosen-bar", "1 quote");
    walk.clear("a quote that is chosen");
    page.click_on("chosen-pack");
    page.type_into("new-pack-title", "What inspectors said");
    page.tick_all("new-pack-source-");
    page.click_on("new-pack-make");
    page.named("preview-text-1");
    page.until("the first page is drawn", || {
        let dark = page.script(INK, json!([])).as_u64()?;
        (dark > 200).then_some(())
    });
    assert_eq!(page.count("[data-testid=preview-undrawn]"), 0);

    for part in ["meeting", "editions", "sources", "quotes", "followups", "sections", "notes"] {
        page.click_on(&format!("part-{part}"));
        let seen = format!(
            "const part = document.getElementById('part-{part}').getBoundingClientRect(); return part.top < innerHeight && part.bottom > 0"
        );
        page.until(&format!("“{part}” is in view"), || {
            (page.script(&seen, json!([])) == json!(true)).then_some(())
        });
        walk.clear(part);
    }
    walk.tells("reading-time", &["pages", "to read"]);
    page.click_on("edition-tab-1");
    page.until("the other edition is drawn", || page.id_of("outline-", "Likely questions"));
    page.click_on("add-quotes");
    page.named("add-quotes-sheet");
    walk.clear("adding quotes");
    page.click_on("add-quotes-sheet-close");
    page.click_on("withheld-0");
    page.named("withhold-0");
    walk.clear("what one person may not see");
    page.click_on("paste-names");
    page.type_into("names", "Marr, Jo <jo.marr@wexcombe.example>");
    page.shows("paste-names-form", "1 person: Jo Marr");
    walk.clear("a list of names");
    page.click_on("names-add");
    page.click_on("compare");
    walk.tells("matrix", &["Jo Marr", "Sections", "Quotes"]);
    walk.clear("everybody in one table");
    page.click_on("matrix-done");
    page.click_on("show-fixes");
    page.named("fix-0");
    walk.clear("what needs care");
    let go = page.id_after("fix-go-");
    page.click_on(&format!("fix-go-{go}"));
    page.until("the list is closed", || (page.count("[data-testid=fix-0]") == 0).then_some(()));

    let pack = page.script("return location.hash", json!([]));
    page.go(pack.as_str().unwrap_or_default(), "composer");
    page.type_into("pack-committee", "Children and Families Scrutiny Committee");
    page.named("preview-text-1");
    page.click_on("issue");
    page.until("something needs care", || (page.count("[data-testid=issue-next]") == 1).then_some(()));
    walk.clear("the check before issue");
    page.click_on("issue-next");
    page.shows("issue-sheet", "Jo Marr");
    page.click_on("issue-web-page");
    walk.clear("who gets what");
    page.click_on("issue-write");
    page.named("issued-2");
    walk.tells("cover-note", &["Children and Families Scrutiny Committee", "Jo Marr", ".pdf"]);
    walk.tells("issue-sheet", &["6 files written"]);
    walk.clear("the files");
    page.click_on("issue-done");
    page.click_on("nav-register");
    page.until("each file has its line", || (page.count("[data-testid=register-row]") == 6).then_some(()));
    walk.tells("register", &["What inspectors said", "Jo Marr", ".html"]);
    walk.clear("the register");
    page.click_on("nav-packs");
    walk.tells("packs", &["What inspectors said", "Issued"]);
    walk.clear("the packs");
}

#[test]
fn the_window_explains_itself_on_every_screen() {
    let stage = Stage::raise(&[]);
    let walk = Walk::begin(&stage);
    let page = &walk.page;
    walk.tells("tour-offer", &["New here?"]);
    walk.clear("the offer of a tour");
    page.click_on("paste");
    page.type_into("paste-text", "Three plain words");
    walk.tells("paste-sheet", &["3 words"]);
    walk.clear("pasting text");
    page.press(ESCAPE);
    page.gone("paste-sheet");

    // The tour brings the sample documents and goes round the screens with them.
    page.click_on("tour-begin");
    let mut seen = Vec::new();
    for stop in 0..6 {
        page.until("the tour is at its next stop", || {
            let at = page
                .script("return document.querySelector('[data-testid=tour]')?.dataset.stop ?? ''", json!([]));
            (at == json!(stop.to_string())).then_some(())
        });
        let view = page.script("return document.getElementById('main').dataset.view", json!([]));
        seen.push(view.as_str().unwrap_or_default().to_owned());
        walk.clear(&format!("stop {stop} of the tour"));
        page.click_on("tour-next");
    }
    page.gone("tour");
    seen.dedup();
    assert!(seen.len() >= 5, "the tour goes from screen to screen: {seen:?}");
    page.shows("count-library", "8");

    for (screen, view, topic) in [
        ("library", "library", "Library"),
        ("check", "to-check", "To check"),
        ("quotes", "quotes", "Quotes"),
        ("packs", "packs", "Packs"),
        ("register", "register", "Issued"),
        ("hour", "hour", "One-hour pack"),
        ("settings", "settings", "Settings"),
    ] {
        page.click_on(&format!("nav-{screen}"));
        page.named(view);
        page.script("document.getElementById('main').focus()", json!([]));
        page.press("\u{E031}");
        page.shows("help-panel", topic);
        walk.clear(&format!("help with {topic}"));
        page.click_on("help-panel-close");
    }

    page.click_on("nav-help");
    for (id, words) in [
        ("steps", "The promise"),
        ("screens", "Composing a pack"),
        ("keys", "Ctrl"),
        ("about", "Packhorse is not a product of Ofsted"),
        ("licences", "SIL Open Font Licence"),
    ] {
        page.click_on(&format!("help-{id}"));
        page.shows("help", words);
        walk.clear(&format!("the manual: {id}"));
    }
    page.click_on("help-screens");
    for topic in ["library", "reader", "check", "quotes", "packs", "composer", "register", "hour", "settings"]
    {
        page.open_fold(&format!("topic-{topic}"));
        page.until("the topic is open", || {
            (page.count(&format!("[data-testid=topic-{topic}][open] li")) > 1).then_some(())
        });
    }
    walk.clear("every topic");

    // The palette does what it names.
    page.click_on("search");
    page.type_into("palette-words", "settings");
    page.until("the command is found first", || {
        page.script("return document.querySelector('[data-testid=palette] [aria-selected=true]')?.dataset.testid ?? ''", json!([]))
            .as_str()
            .is_some_and(|id| id == "palette-go-settings")
            .then_some(())
    });
    walk.clear("the palette with words");
    page.press(ENTER);
    page.named("settings");
    walk.clear("the settings");
    page.click_on("backup");
    page.named("backup-made");
    page.click_on("restore-0");
    walk.tells("restore-sheet", &["kept beside it under another name"]);
    walk.clear("before a backup is restored");
    page.press(ESCAPE);
    page.gone("restore-sheet");
}

#[test]
fn the_hour_leads_from_papers_to_issued_packs_with_its_clock_in_view() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let walk = Walk::begin(&stage);
    let page = &walk.page;
    page.click_on("nav-hour");
    page.named("hour-begin");
    page.click_on("hour-begin");
    page.named("hour-bar");
    page.shows("hour-left", "min");
    walk.clear("the first step of the hour");
    assert_eq!(page.count("[data-testid=hour-issue-now]:disabled"), 1, "nothing can be issued yet");
    page.brings_in(1);
    for (step, view) in [("check", "to-check"), ("pick", "composer"), ("compose", "composer")] {
        page.click_on(&format!("hour-{step}"));
        page.named(view);
        page.until("the step is on", || {
            (page.count(&format!("[data-testid=hour-bar][data-step={step}]")) == 1).then_some(())
        });
        walk.clear(&format!("the hour: {step}"));
    }
    page.named("preview-text-1");
    assert!(page.count("[data-testid^=pack-quote-]") > 0, "quotations were suggested");
    page.click_on("hour-issue-now");
    page.named("issue-sheet");
    walk.clear("the end of the hour");
    page.goes_on_to_write();
    page.named("issued-1");
    page.click_on("issue-done");
    page.click_on("hour-end");
    page.gone("hour-bar");
}

#[test]
fn an_audience_worded_anew_in_settings_heads_the_pages_of_a_pack() {
    let stage = Stage::raise(&[sample("2026-09-10_focused-visit.pdf")]);
    let page = brought_in(&stage, 1);
    page.click_on("nav-settings");
    page.click_on("template-change-committee-chair");
    page.refill("template-heading-areas-to-improve", "What Ofsted wants of us");
    page.click_on("template-keep");
    page.gone("template-sheet");
    page.shows("template-committee-chair", "changed by your office");
    page.names("undo", "save template");
    page.begins_pack("Worded anew");
    page.named("preview-text-1");
    page.until("the outline has the new heading", || page.id_of("outline-", "What Ofsted wants of us"));
    page.click_on("nav-settings");
    page.click_on("template-remove-committee-chair");
    page.shows("template-committee-chair", "comes with the program");
    page.names("undo", "remove template");
}
