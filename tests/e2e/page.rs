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
                let seen = self.script("return document.body.innerText.slice(0, 3000)", json!([]));
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
        let selector = format!("[data-testid=\"{id}\"]");
        let seen = || {
            let found = self
                .script("return document.querySelector(arguments[0])?.textContent ?? ''", json!([selector]));
            found.as_str().is_some_and(|text| text.contains(words)).then_some(())
        };
        self.until(&format!("“{id}” shows “{words}”"), seen);
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
