//! What many tests begin with: documents brought in, words picked, a pack begun, files written.

use crate::driver::Session;
use crate::stage::{Stage, window};

/// Words of the sample letter about a visit.
pub(crate) const WORDS: &str =
    "Children and families who contact the council on a weekday are listened to and are given help quickly.";

/// The window on a stage, once it has brought so many documents in.
pub(crate) fn brought_in(stage: &Stage, documents: usize) -> Session {
    let page = Session::open(stage.port, &window());
    page.brings_in(documents);
    page
}

impl Session {
    /// Brings in what the stage has laid out, so many documents.
    pub(crate) fn brings_in(&self, documents: usize) {
        self.click_on("bring-in");
        self.shows("tally", &documents.to_string());
        self.click_on("tray-close");
    }

    /// Picks [`WORDS`] in the letter as a strength.
    pub(crate) fn picks_words(&self) {
        self.click_with("open-", "Focused visit to Wexcombe");
        self.select(WORDS);
        self.named("picker");
        self.press("1");
        self.shows("count-quotes", "1");
    }

    /// Begins a pack on every document, without suggested quotations.
    pub(crate) fn begins_pack(&self, title: &str) {
        self.click_on("nav-packs");
        self.click_on("new-pack");
        self.type_into("new-pack-title", title);
        self.tick_all("new-pack-source-");
        self.click_on("new-pack-suggest");
        self.click_on("new-pack-make");
    }

    /// Puts the first quotation of the library into the pack in the composer.
    pub(crate) fn adds_quote(&self) {
        self.click_on("add-quotes");
        self.click_with_box("add-quote-");
        self.click_on("add-quotes-add");
    }

    /// Backs the library up, from its settings.
    pub(crate) fn backs_up(&self) {
        self.click_on("nav-settings");
        self.click_on("backup");
        self.named("backup-made");
    }

    /// Goes from the open sheet through the check as far as the button that writes the files, and clicks it.
    pub(crate) fn goes_on_to_write(&self) {
        self.until("the files can be written", || {
            if let Some(next) = self.all("[data-testid=issue-next]:not([disabled])").first() {
                let _ = self.click(next);
            }
            let write = self.all("[data-testid=issue-write]:not([disabled])");
            write.first().and_then(|button| self.click(button).ok())
        });
    }
}
