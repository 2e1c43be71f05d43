//! How long things take in the window, and how much memory it needs. No test: machines differ.
//!
//! `PACKHORSE_MEASURE=LIBRARY PACKHORSE_WINDOW=… cargo test -p packhorse-tests --features e2e --test e2e
//! -- --ignored --nocapture measure`, with a window built for release and a library of many documents: a
//! long one among them, which `PACKHORSE_MEASURE_LONG` finds, and those of a pack, which
//! `PACKHORSE_MEASURE_PACK` finds.

use crate::driver::Session;
use crate::stage::{Stage, window};
use serde_json::json;
use std::thread::sleep;
use std::time::{Duration, Instant};

#[test]
#[ignore = "a measurement: it needs a library of its own"]
fn measure() {
    let library = std::env::var_os("PACKHORSE_MEASURE").expect("PACKHORSE_MEASURE names a library");
    let long = std::env::var("PACKHORSE_MEASURE_LONG").expect("PACKHORSE_MEASURE_LONG finds a document");
    let pack = std::env::var("PACKHORSE_MEASURE_PACK").expect("PACKHORSE_MEASURE_PACK finds documents");
    let stage = Stage::raise(&[]);
    std::fs::create_dir_all(stage.library().parent().expect("a folder")).expect("a folder");
    std::fs::copy(library, stage.library()).expect("the library is copied");

    for round in ["first", "warm", "warm", "warm", "warm", "warm"] {
        // The window before it may still be copying its library.
        sleep(Duration::from_secs(3));
        let began = Instant::now();
        let page = Session::open(stage.port, &window());
        let opened = began.elapsed();
        until(
            &page,
            "return !!document.querySelector('[data-testid=main]:not(:has([data-testid=opening]))') && document.querySelector('[data-testid=count-library]')?.textContent.includes('document')",
        );
        println!("{round} start: session {opened:?}, usable after {:?}", began.elapsed());
    }

    let page = Session::open(stage.port, &window());
    page.named("main");
    sleep(Duration::from_secs(2));
    memory(&stage, "with the library open");
    page.script("location.hash = `#/library?words=${encodeURIComponent(arguments[0])}`", json!([long]));
    page.click_on("hit");
    page.until("the long document is open", || (!page.all("[data-words]").is_empty()).then_some(()));
    println!("scrolling: {}", frames(&page));
    memory(&stage, "with the long document open");

    page.click_on("nav-packs");
    page.click_on("new-pack");
    page.type_into("new-pack-title", "A measured pack");
    page.type_into("new-pack-source-find", &pack);
    sleep(Duration::from_secs(1));
    page.tick_all("new-pack-source-");
    page.click_on("new-pack-make");
    page.named("preview-text-1");
    sleep(Duration::from_secs(1));
    println!("the pack has {} pages", page.count("[data-testid^=preview-text-]"));
    for number in 0..6 {
        let (words, picture) = keystroke(&page, number);
        println!("a word in the title is in the preview’s words after {words} ms, and drawn after {picture}");
    }
    memory(&stage, "with a pack open");
}

fn memory(stage: &Stage, when: &str) {
    let held = stage.memory();
    let whole: u64 = held.iter().map(|(_, bytes)| bytes).sum();
    let each: Vec<String> =
        held.iter().map(|(name, bytes)| format!("{name} {}", bytes / 1_000_000)).collect();
    println!("memory {when}: {} MB ({})", whole / 1_000_000, each.join(", "));
}

fn until(page: &Session, script: &str) {
    while page.script(script, json!([])) != json!(true) {
        sleep(Duration::from_millis(10));
    }
}

/// Scrolls through the document and tells how long frames took.
fn frames(page: &Session) -> String {
    page.script(
        "const paper = [...document.querySelectorAll('*')].filter((e) => e.scrollHeight > e.clientHeight * 3 && e.clientHeight > 200).sort((a, b) => b.scrollHeight - a.scrollHeight)[0];
         window.frames_ = []; let last = performance.now(), left = 240;
         const step = (now) => { window.frames_.push(now - last); last = now; paper.scrollTop += 220; if (--left) requestAnimationFrame(step); else window.done_ = true; };
         requestAnimationFrame(step);",
        json!([]),
    );
    until(page, "return window.done_ === true");
    let told = page.script(
        "const all = window.frames_.slice(1).sort((a, b) => a - b); return `median ${all[all.length >> 1].toFixed(1)} ms, 95 of 100 within ${all[Math.floor(all.length * .95)].toFixed(1)} ms, longest ${all[all.length - 1].toFixed(1)} ms`",
        json!([]),
    );
    told.as_str().unwrap_or_default().to_owned()
}

/// Types a word and waits until the preview's words hold it, and until the page with it is drawn.
fn keystroke(page: &Session, number: u32) -> (f64, f64) {
    let word = format!("Zebra{number}");
    page.script(
        "const word = arguments[0]; window.words_ = window.drawn_ = null; const began = performance.now();
         const since = () => Math.round((performance.now() - began) * 10) / 10;
         const holds = () => [...document.querySelectorAll('[data-testid^=preview-text-]')].some((page) => page.textContent.includes(word));
         const look = (changes) => {
           if (window.words_ === null && holds()) window.words_ = since();
           else if (window.words_ !== null && window.drawn_ === null && changes.some(({ target }) => target.tagName === 'CANVAS')) window.drawn_ = since();
         };
         window.watch_?.disconnect(); window.watch_ = new MutationObserver(look);
         window.watch_.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['width'] });
         const field = document.querySelector('[data-testid=pack-title]'); field.value = `A measured pack ${word}`; field.dispatchEvent(new Event('input', { bubbles: true }));",
        json!([word]),
    );
    // Asking again and again would be work on the same two cores.
    sleep(Duration::from_secs(2));
    until(page, "return window.drawn_ !== null");
    let took = |which: &str| page.script(which, json!([])).as_f64().unwrap_or_default();
    (took("return window.words_"), took("return window.drawn_"))
}
