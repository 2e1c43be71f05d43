//! What a person does on the page, with the patience of a person.

use crate::driver::{Element, Session};
use serde_json::json;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long anything on the page may take.
const PATIENCE: Duration = Duration::from_secs(45);

impl Session {
    /// Waits until something on the page is so.
    pub(crate) fn until<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look() {
                return found;
            }
            if Instant::now() >= end {
                let seen = self.script("return [...document.querySelectorAll('dialog[open]'), document.body].map((part) => part.innerText.slice(0, 3000)).join('\\n--\\n')", json!([]));
                panic!("in {PATIENCE:?}: {what}\nthe page shows:\n{}", seen.as_str().unwrap_or(""));
            }
            sleep(Duration::from_millis(120));
        }
    }

    /// The element with a test id, once it is there.
    pub(crate) fn named(&self, id: &str) -> Element {
        let selector = format!("[data-testid=\"{id}\"]");
        self.until(&format!("“{id}” is on the page"), || self.all(&selector).into_iter().next())
    }

    /// Clicks on the element with a test id, once it can be clicked.
    pub(crate) fn click_on(&self, id: &str) {
        let selector = format!("[data-testid=\"{id}\"]:not([disabled])");
        self.until(&format!("“{id}” can be clicked"), || {
            let element = self.all(&selector).into_iter().next()?;
            self.click(&element).ok()
        });
    }

    /// Clicks on the first element whose test id begins so and whose words hold these.
    pub(crate) fn click_with(&self, begins: &str, words: &str) {
        let selector = format!("[data-testid^=\"{begins}\"]");
        self.until(&format!("“{begins}…” with “{words}” can be clicked"), || {
            let element =
                self.all(&selector).into_iter().find(|element| self.words(element).contains(words))?;
            self.click(&element).ok()
        });
    }

    /// Clicks on a part of the first thing whose words hold these.
    pub(crate) fn click_with_words(&self, things: &str, words: &str, part: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].find((thing) => thing.textContent.replace(/\\s+/g, ' ').includes(arguments[1]))?.querySelector(arguments[2])?.dataset.testid ?? ''";
        let id = self.until(&format!("“{words}” is there, with what to click"), || {
            let found = self.script(script, json!([things, words, part]));
            found.as_str().filter(|id| !id.is_empty()).map(str::to_owned)
        });
        self.click_on(&id);
    }

    /// The rest of the test id that begins so, of the element whose words hold these.
    pub(crate) fn id_of(&self, begins: &str, words: &str) -> Option<String> {
        let script = "return [...document.querySelectorAll(`[data-testid^=\"${arguments[0]}\"]`)].find((thing) => thing.textContent.replace(/\\s+/g, ' ').includes(arguments[1]))?.dataset.testid ?? ''";
        let found = self.script(script, json!([begins, words]));
        found.as_str()?.strip_prefix(begins).map(str::to_owned)
    }

    /// Ticks the first box whose test id begins so.
    pub(crate) fn click_with_box(&self, begins: &str) {
        let selector = format!("input[data-testid^=\"{begins}\"]");
        self.until(&format!("a box “{begins}…” can be ticked"), || {
            self.all(&selector).into_iter().find_map(|element| self.click(&element).ok())
        });
    }

    /// Ticks every box whose test id begins so.
    pub(crate) fn tick_all(&self, begins: &str) {
        let selector = format!("input[data-testid^=\"{begins}\"]:not(:checked)");
        self.until(&format!("boxes “{begins}…” can be ticked"), || {
            (!self.all(&selector).is_empty()).then_some(())
        });
        for element in self.all(&selector) {
            self.click(&element).unwrap_or_else(|error| panic!("a box can be ticked: {error}"));
        }
    }

    /// Types into the field with a test id.
    pub(crate) fn type_into(&self, id: &str, words: &str) {
        let field = self.named(id);
        self.keys(&field, words).unwrap_or_else(|error| panic!("“{id}” takes words: {error}"));
    }

    /// Waits until the element with a test id shows words.
    pub(crate) fn shows(&self, id: &str, words: &str) {
        let seen = || self.said(id).contains(words).then_some(());
        self.until(&format!("“{id}” shows “{words}”"), seen);
    }

    /// The words of the element with a test id; none when it is not there.
    pub(crate) fn said(&self, id: &str) -> String {
        let found = self.script(
            "return (document.querySelector(arguments[0])?.textContent ?? '').replace(/\\s+/g, ' ').trim()",
            json!([format!("[data-testid=\"{id}\"]")]),
        );
        found.as_str().unwrap_or_default().to_owned()
    }

    /// What stands in the field with a test id, or whether its box is ticked.
    pub(crate) fn value(&self, id: &str) -> String {
        let found = self.script(
            "const field = document.querySelector(arguments[0]); return field?.type === 'checkbox' ? String(field.checked) : (field?.value ?? '')",
            json!([format!("[data-testid=\"{id}\"]")]),
        );
        found.as_str().unwrap_or_default().to_owned()
    }

    /// How many elements a selector finds.
    pub(crate) fn count(&self, selector: &str) -> usize {
        let found = self.script("return document.querySelectorAll(arguments[0]).length", json!([selector]));
        found.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
    }

    /// Waits until nothing on the page has that test id.
    pub(crate) fn gone(&self, id: &str) {
        let selector = format!("[data-testid=\"{id}\"]");
        self.until(&format!("“{id}” is gone"), || (self.count(&selector) == 0).then_some(()));
    }

    /// The rest of the first test id that begins so, once there is one: the id of a document or a quote.
    pub(crate) fn id_after(&self, begins: &str) -> String {
        self.id_among("", begins)
    }

    /// As [`Session::id_after`], among elements a selector narrows down: `:enabled`, `:not(:checked)`.
    pub(crate) fn id_among(&self, which: &str, begins: &str) -> String {
        let selector = format!("[data-testid^=\"{begins}\"]{which}");
        self.until(&format!("there is a “{begins}…”"), || {
            let script = "return document.querySelector(arguments[0])?.dataset.testid ?? ''";
            self.script(script, json!([selector])).as_str()?.strip_prefix(begins).map(str::to_owned)
        })
    }

    /// Opens what is folded away under a test id.
    pub(crate) fn open_fold(&self, id: &str) {
        let selector = format!("[data-testid=\"{id}\"] > summary");
        self.until(&format!("“{id}” can be opened"), || {
            let summary = self.all(&selector).into_iter().next()?;
            self.click(&summary).ok()
        });
    }

    /// Writes words in the place of those in the field with a test id.
    pub(crate) fn refill(&self, id: &str, words: &str) {
        let field = self.named(id);
        self.script(
            "document.querySelector(arguments[0]).select()",
            json!([format!("[data-testid=\"{id}\"]")]),
        );
        self.keys(&field, words).unwrap_or_else(|error| panic!("“{id}” takes words: {error}"));
    }

    /// Puts words into the field with a test id, as pasting does: lines and all.
    pub(crate) fn paste_into(&self, id: &str, words: &str) {
        self.named(id);
        self.script(
            "const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true }))",
            json!([format!("[data-testid=\"{id}\"]"), words]),
        );
    }

    /// Chooses from the list with a test id.
    pub(crate) fn choose(&self, id: &str, value: &str) {
        let selector = format!("[data-testid=\"{id}\"] option[value=\"{value}\"]");
        self.until(&format!("“{id}” offers “{value}”"), || {
            let option = self.all(&selector).into_iter().next()?;
            self.click(&option).ok()
        });
    }

    /// Waits until the button names what it would take back or do again.
    pub(crate) fn names(&self, button: &str, what: &str) {
        let word = if button == "undo" { "Undo" } else { "Redo" };
        let said = format!("{word}: {what}");
        self.until(&format!("the button says “{said}”"), || (self.said(button) == said).then_some(()));
    }

    /// After a change: it shows, undo takes it back by name, and redo makes it again.
    pub(crate) fn there_and_back(&self, name: &str, shows: impl Fn() -> bool) {
        self.until(&format!("what was done shows: {name}"), || shows().then_some(()));
        self.names("undo", name);
        self.click_on("undo");
        self.names("redo", name);
        self.until(&format!("it is taken back: {name}"), || (!shows()).then_some(()));
        self.click_on("redo");
        self.names("undo", name);
        self.until(&format!("it is done again: {name}"), || shows().then_some(()));
    }

    /// Goes to an address of the page.
    pub(crate) fn go(&self, hash: &str, view: &str) {
        self.script("location.hash = arguments[0]", json!([hash]));
        self.named(view);
    }

    /// Selects words of the open document with the mouse, from the first letter to the last.
    pub(crate) fn select(&self, words: &str) {
        const PLACE: &str = r"
            for (const paragraph of document.querySelectorAll('[data-words]')) {
                const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                const nodes = []; let text = '';
                while (walker.nextNode()) { nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }
                const at = text.indexOf(arguments[0]);
                if (at < 0) continue;
                paragraph.scrollIntoView({ block: 'center' });
                const range = document.createRange();
                const put = (offset, end) => {
                    const [node, start] = nodes.findLast(([, start]) => start <= offset - (end ? 1 : 0));
                    return [node, offset - start];
                };
                range.setStart(...put(at, false));
                range.setEnd(...put(at + arguments[0].length, true));
                const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
                const first = boxes[0], last = boxes[boxes.length - 1];
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
            }
            return null";
        let place = self.until(&format!("the document holds “{words}”"), || {
            let place = self.script(PLACE, json!([words]));
            place.as_array().map(|numbers| {
                numbers
                    .iter()
                    .filter_map(serde_json::Value::as_f64)
                    .map(|number| number.round() as i64)
                    .collect::<Vec<_>>()
            })
        });
        let [x1, y1, x2, y2] = place[..] else { panic!("four numbers place two points: {place:?}") };
        self.drag((x1, y1), (x2, y2));
    }
}
