//! Every screen of the real window is one that everybody can use, and one that lets nothing in.

use crate::driver::Session;
use crate::stage::{Stage, window};
use packhorse_tests::{lacking, root, sample};
use serde_json::{Value, json};

/// Rules of WCAG 2.2 AA, by the names axe gives them.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/// The script of axe, where the page's packages are installed.
pub(crate) fn axe() -> Option<String> {
    std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js")).ok()
}

/// Finds nothing that axe objects to on the screen in view; nothing fades in or out meanwhile.
pub(crate) fn is_clear(page: &Session, screen: &str) {
    let script = "const still = new CSSStyleSheet();
    still.replaceSync('* { transition: none !important }');
    document.adoptedStyleSheets = [still];
    return axe.run(document, { runOnly: arguments[0] }).then((found) => ({
        passes: found.passes.length,
        faults: found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`)),
    }))";
    let found = page.script(script, json!([RULES]));
    let passes = found["passes"].as_u64().unwrap_or_default();
    assert!(passes >= 5, "{screen}: axe looked at next to nothing: {found}");
    assert_eq!(found["faults"], json!([]), "{screen}: {found:#}");
}

#[test]
fn every_screen_keeps_to_the_rules_of_accessibility() {
    let Some(axe) = axe() else {
        return lacking("axe-core", "the screens were not checked for accessibility");
    };
    let stage =
        Stage::raise(&[sample("2026-09-10_focused-visit.pdf"), sample("2026-09-11_press-release.html")]);
    let page = Session::open(stage.port, &window());
    page.named("empty-library");
    page.script(&axe, json!([]));
    is_clear(&page, "the empty library");

    // A check that cannot fail shows nothing, so first a fault is planted and must be found.
    page.script(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img id=planted src=data:,>')",
        json!([]),
    );
    let script =
        "return axe.run(document, { runOnly: ['image-alt'] }).then((found) => found.violations.length)";
    assert_eq!(page.script(script, json!([])), json!(1), "axe finds a picture without words");
    page.script("document.getElementById('planted').remove()", json!([]));

    page.click_on("bring-in");
    page.shows("tally", "2");
    is_clear(&page, "the tray of what was brought in");
    page.click_on("tray-close");
    is_clear(&page, "the library");
    page.click_with("open-", "Focused visit to Wexcombe");
    page.named("document");
    is_clear(&page, "the reader");
    for (hash, view) in [
        ("#/quotes", "no-quotes"),
        ("#/packs", "no-packs"),
        ("#/register", "register"),
        ("#/hour", "hour"),
        ("#/settings", "backup"),
        ("#/help", "help"),
        ("#/help/keys", "key-list"),
    ] {
        page.go(hash, view);
        is_clear(&page, view);
    }
    for (key, opened, close) in
        [("\u{E031}", "help-panel", "help-panel-close"), ("?", "key-sheet", "key-sheet-done")]
    {
        page.script("document.getElementById('main').focus()", json!([]));
        page.press(key);
        page.named(opened);
        is_clear(&page, opened);
        page.click_on(close);
    }
    page.click_on("search");
    page.named("palette");
    is_clear(&page, "the palette");
    page.press("\u{E00C}");
    page.go("#/check", "to-check");
    is_clear(&page, "what is to check");

    page.click_on("nav-packs");
    page.click_on("new-pack");
    page.named("new-pack-title");
    is_clear(&page, "a new pack");
    page.type_into("new-pack-title", "What inspectors said");
    page.tick_all("new-pack-source-");
    page.click_on("new-pack-make");
    page.named("preview-text-1");
    is_clear(&page, "the composer");
    page.click_on("issue");
    is_clear(&page, "what to see to before a pack is issued");
}

#[test]
fn the_window_runs_nothing_and_reaches_nothing_that_is_not_its_own() {
    let stage = Stage::raise(&[]);
    let page = Session::open(stage.port, &window());
    page.named("library");
    let seen = |script: &str| page.script(script, json!([]));
    assert_eq!(
        seen("return typeof window.__TAURI__"),
        json!("undefined"),
        "only the page's own code calls the desk"
    );
    let refused = "return import('data:text/javascript,export default 1').then(() => 'ran', () => 'refused')";
    assert_eq!(seen(refused), json!("refused"), "a script from elsewhere does not run");
    let port = stage.port;
    let fetched =
        format!("return fetch('http://127.0.0.1:{port}/status').then(() => 'reached', () => 'refused')");
    assert_eq!(
        seen(&fetched),
        json!("refused"),
        "the page reaches no other program, though one listens there"
    );
    let strangers = "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin) && !/^(ipc|data|blob|http:\\/\\/ipc.localhost)/.test(name))";
    assert_eq!(seen(strangers), json!([]), "everything the page loads comes out of the program");
    for command in [
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:window|set_title",
        "plugin:window-state|restore_state",
        "plugin:fs|read_file",
    ] {
        let call = "return window.__TAURI_INTERNALS__.invoke(arguments[0], {}).then(() => 'done', (why) => String(why))";
        let said = page.script(call, json!([command]));
        let is_refused = matches!(&said, Value::String(why) if why != "done");
        assert!(is_refused, "{command} is not the page's to give: {said}");
    }
    let elsewhere = json!(["/etc/hostname"]);
    let open = "return window.__TAURI_INTERNALS__.invoke('open_file', { request: { path: arguments[0] } }).then(() => 'opened', () => 'refused')";
    assert_eq!(page.script(open, elsewhere), json!("refused"), "only files of the register are opened");
}
