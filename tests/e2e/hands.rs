//! A manager's hands: each click, word and key is counted.

use crate::driver::Session;
use serde_json::json;
use std::cell::Cell;

pub(crate) const CTRL: &str = "\u{E009}";
pub(crate) const SHIFT: &str = "\u{E008}";
pub(crate) const ENTER: &str = "\u{E007}";
const TAB: &str = "\u{E004}";

/// Somebody at the window, and how often they did something.
pub(crate) struct Hands<'a> {
    pub page: &'a Session,
    actions: Cell<u32>,
}

impl<'a> Hands<'a> {
    pub(crate) fn on(page: &'a Session) -> Self {
        Self { page, actions: Cell::new(0) }
    }

    pub(crate) fn actions(&self) -> u32 {
        self.actions.get()
    }

    fn did(&self) {
        self.actions.set(self.actions.get() + 1);
    }

    pub(crate) fn click(&self, id: &str) {
        self.page.click_on(id);
        self.did();
    }

    /// Words typed into a field count as one action.
    pub(crate) fn fill(&self, id: &str, words: &str) {
        self.page.type_into(id, words);
        self.did();
    }

    /// Ticks every box whose id begins so; each tick counts.
    pub(crate) fn tick_all(&self, begins: &str) {
        let open = format!("input[data-testid^=\"{begins}\"]:not(:checked)");
        self.page.until("there are boxes to tick", || (!self.page.all(&open).is_empty()).then_some(()));
        for element in self.page.all(&open) {
            self.page.click(&element).unwrap_or_else(|error| panic!("a box can be ticked: {error}"));
            self.did();
        }
    }

    pub(crate) fn chord(&self, keys: &[&str]) {
        self.page.chord(keys);
        self.did();
    }

    pub(crate) fn write(&self, words: &str) {
        self.page.write(words);
        self.did();
    }

    /// Goes on with Tab until the thing with that id, or one whose id begins so, has the focus.
    pub(crate) fn tab_to(&self, begins: &str) {
        for _ in 0..80 {
            if self.focus().starts_with(begins) {
                return;
            }
            self.page.press(TAB);
        }
        panic!("Tab leads to “{begins}…”; it is at “{}”", self.focus());
    }

    /// The id of what has the focus.
    pub(crate) fn focus(&self) -> String {
        let id = self.page.script("return document.activeElement?.dataset.testid ?? ''", json!([]));
        id.as_str().unwrap_or_default().to_owned()
    }
}
