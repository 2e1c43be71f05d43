// Every view and state worth looking at: how to get there from a fresh page.
const click = (id) => (page) => page.getByTestId(id).first().click();
/** At 200 % some things make room; what is not there is not clicked. */
const clickIfThere = (id) => async (page) => (await page.getByTestId(id).first().isVisible()) && click(id)(page);
const select = async (page, paragraph, from, to) =>
  page.evaluate(
    ([paragraph, from, to]) => {
      const holder = document.querySelector(`[data-testid="paragraph-${paragraph}"] [data-words]`);
      holder.scrollIntoView({ block: "center" });
      const text = holder.textContent;
      const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
      const point = (offset) => {
        walker.currentNode = holder;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (offset <= node.length) return [node, offset];
          offset -= node.length;
        }
      };
      const range = document.createRange();
      range.setStart(...point(text.indexOf(from)));
      range.setEnd(...point(text.indexOf(to) + to.length));
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      holder.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    },
    [paragraph, from, to],
  );
const drawn = (page) => page.waitForSelector("[data-testid=preview][aria-busy=false]:has([data-testid=preview-text-1])").then(() => page.waitForTimeout(300));
/** The clock says that many minutes more; what counts them looks every five seconds. */
const later = async (page, minutes) => {
  await page.clock.setFixedTime(new Date((await page.evaluate(() => Date.now())) + minutes * 60_000));
  await page.waitForTimeout(5_500);
};
/** What was done last is drawn. */
const still = (page) => page.waitForTimeout(300).then(() => page.waitForSelector("[data-testid=preview-pane][data-drawing=false] [data-testid=preview][aria-busy=false]")).then(() => page.waitForTimeout(300));
const late = async (page) => {
  await click("add-late")(page);
  await page.getByTestId("late-0-source-letter").check();
  await click("late-0-choose")(page);
  await page.getByTestId("late-reason-0").fill("Ofsted published its letter after the agenda, and the board decides on the plan it judges.");
  await click("add-late")(page);
  await click("late-1-choose")(page);
  await page.getByTestId("late-reason-1").fill("The Director’s figures for September were ready on the day only.");
  await page.getByTestId("late-heading-1").fill("Figures for September");
  await page.getByTestId("late-text-1").fill("41 of 46 return home interviews were held within three days.");
  await still(page);
};

export const views = [
  { name: "library", hash: "#/library" },
  { name: "library-chosen", hash: "#/library", then: async (page) => { await click("choose-letter")(page); await click("choose-press")(page); } },
  { name: "library-council", hash: "#/library", then: (page) => page.getByTestId("filter-council").selectOption("Wexcombe") },
  { name: "library-council-list", hash: "#/library", then: async (page) => { await page.getByTestId("filter-council").selectOption("Wexcombe"); await click("timeline-as-list")(page); } },
  { name: "library-nothing", hash: "#/library", then: async (page) => { await page.getByTestId("filter-council").selectOption("Harrowdene"); await page.getByTestId("filter-kind").selectOption("letter"); } },
  { name: "library-many", hash: "#/library", fake: "many" },
  { name: "library-empty", hash: "#/library", fake: "empty" },
  { name: "library-busy", hash: "#/library", fake: "busy", then: async (page) => { await page.getByTestId("sources").waitFor(); await click("bring-in")(page); await page.waitForTimeout(300); } },
  { name: "library-tray", hash: "#/library", then: async (page) => { await click("bring-in")(page); await page.waitForSelector("[data-testid=tray][data-state=done]"); } },
  { name: "library-drop", hash: "#/library", then: (page) => page.evaluate(() => window.dispatchEvent(new Event("dragenter"))) },
  { name: "library-paste", hash: "#/library", then: click("paste") },
  { name: "search", hash: "#/library?words=children" },
  { name: "search-nothing", hash: "#/library?words=zebra" },
  { name: "library-trouble", hash: "#/reader/letter", fake: "errors", then: async (page) => { await select(page, 15, "Strategy meetings", "attended"); await click("pick-1")(page); await page.getByTestId("trouble").waitFor(); } },
  { name: "closed-locked", hash: "#/library", fake: "locked" },
  { name: "closed-newer", hash: "#/library", fake: "newer" },
  { name: "closed-damaged", hash: "#/library", fake: "damaged" },
  { name: "closed-moved", hash: "#/library", fake: "moved" },
  { name: "palette", hash: "#/library", then: async (page) => { await page.keyboard.press("Control+k"); await page.getByTestId("palette").waitFor(); } },
  { name: "palette-words", hash: "#/library", then: async (page) => { await page.keyboard.press("Control+k"); await page.keyboard.type("pack"); await page.waitForTimeout(400); } },
  { name: "palette-quotes", hash: "#/quotes", then: async (page) => { await click("search")(page); await page.keyboard.type("children"); await page.waitForTimeout(400); await page.keyboard.press("ArrowDown"); } },
  { name: "palette-nothing", hash: "#/quotes", then: async (page) => { await click("search")(page); await page.keyboard.type(" "); await page.waitForTimeout(300); } },
  { name: "keys", hash: "#/library", then: async (page) => { await page.keyboard.press("?"); await page.getByTestId("key-sheet").waitFor(); } },
  { name: "help-panel", hash: "#/library", then: async (page) => { await page.keyboard.press("F1"); await page.getByTestId("help-panel").waitFor(); } },
  { name: "help-panel-composer", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await page.keyboard.press("F1"); await page.waitForTimeout(900); } },
  { name: "tour", hash: "#/library", then: async (page) => { await page.keyboard.press("Control+k"); await page.keyboard.type("tour"); await page.keyboard.press("Enter"); await page.getByTestId("tour").waitFor(); await click("tour-next")(page); await click("tour-next")(page); await page.waitForTimeout(500); } },
  { name: "undo-named", hash: "#/quotes", then: async (page) => { await click("remove-q1")(page).catch(() => {}); await page.waitForTimeout(200); } },
  { name: "closing", hash: "#/library", fake: "busy", then: async (page) => { await page.getByTestId("sources").waitFor(); await click("bring-in")(page); await page.waitForTimeout(200); await page.evaluate(() => dispatchEvent(new Event("fake-closing"))); await page.getByTestId("closing").waitFor(); } },
  { name: "hour", hash: "#/hour" },
  { name: "hour-running", hash: "#/hour", then: async (page) => { await click("hour-begin")(page); await page.getByTestId("hour-bar").waitFor(); } },
  { name: "hour-compose", hash: "#/hour", then: async (page) => { await click("hour-begin")(page); await later(page, 9); await click("hour-compose")(page); await page.getByTestId("composer").waitFor(); await drawn(page); } },
  { name: "register", hash: "#/register" },
  { name: "register-gone", hash: "#/register", fake: "errors", then: async (page) => { await click("register-open")(page); await page.getByTestId("trouble").waitFor(); } },
  { name: "reader", hash: "#/reader/letter", then: click("side-tab-picked") },
  { name: "reader-facts", hash: "#/reader/letter", then: click("side-tab-facts") },
  { name: "reader-correct", hash: "#/reader/letter", then: async (page) => { await click("side-tab-facts")(page); await click("correct-theme")(page); } },
  { name: "reader-suggested", hash: "#/reader/letter", then: click("side-tab-suggested") },
  { name: "reader-picker", hash: "#/reader/letter", then: async (page) => { await click("side-tab-picked")(page); await select(page, 15, "ategy meetings", "well att"); } },
  { name: "reader-picker-note", hash: "#/reader/letter", then: async (page) => { await select(page, 15, "Strategy meetings", "attended"); await click("pick-note")(page); } },
  { name: "reader-said", hash: "#/reader/press", then: click("side-tab-said") },
  { name: "reader-table", hash: "#/reader/report2022" },
  { name: "reader-find", hash: "#/reader/letter", then: async (page) => { await page.getByTestId("find").fill("children"); await page.keyboard.press("Enter"); await page.keyboard.press("Enter"); } },
  { name: "reader-original", hash: "#/reader/letter", then: async (page) => { await click("original-page")(page); await page.getByTestId("original").locator("img").waitFor(); } },
  { name: "reader-no-original", hash: "#/reader/letter", fake: "errors", then: async (page) => { await click("original-page")(page); await page.getByTestId("no-page").waitFor(); } },
  { name: "reader-shorten", hash: "#/reader/letter", then: async (page) => { await click("side-tab-picked")(page); await click("shorten-q1")(page); } },
  { name: "reader-emoji", hash: "#/reader/young" },
  { name: "check", hash: "#/check" },
  { name: "check-judgement", hash: "#/check?source=report2016", then: (page) => page.getByTestId("place-picture").waitFor() },
  { name: "check-correct", hash: "#/check", then: async (page) => { await page.getByTestId("now-value").waitFor(); await page.keyboard.press("e"); } },
  { name: "check-next", hash: "#/check", then: async (page) => { await page.getByTestId("now-value").waitFor(); await page.keyboard.press("c"); await page.waitForTimeout(200); await page.keyboard.press("n"); await page.waitForTimeout(300); } },
  { name: "check-nothing", hash: "#/check", then: async (page) => { await page.getByTestId("now-value").waitFor(); for (let left = 40; left && (await page.getByTestId("now-value").isVisible()); left -= 1) { await page.keyboard.press("c"); await page.waitForTimeout(250); } await page.getByTestId("nothing-to-check").waitFor(); } },
  { name: "check-empty", hash: "#/check", fake: "empty" },
  { name: "quotes", hash: "#/quotes" },
  { name: "quotes-note", hash: "#/quotes", then: click("note-q1") },
  { name: "quotes-chosen", hash: "#/quotes", then: async (page) => { await click("choose-q1")(page); await click("choose-q3")(page); await page.getByTestId("quotes-by").selectOption("tag"); } },
  { name: "quotes-theme", hash: "#/quotes", then: (page) => page.getByTestId("quotes-by").selectOption("theme") },
  { name: "quotes-altered", hash: "#/quotes", then: click("quotes-tab-altered") },
  { name: "quotes-shorten", hash: "#/quotes", then: async (page) => { await click("edit-q1")(page); for (const word of [4, 5, 6, 7, 8, 9]) await click(`word-${word}`)(page); } },
  { name: "quotes-empty", hash: "#/quotes", fake: "empty" },
  { name: "packs", hash: "#/packs" },
  { name: "packs-empty", hash: "#/packs", fake: "empty" },
  { name: "new-pack", hash: "#/packs", then: click("new-pack") },
  { name: "composer", hash: "#/packs/pack1", then: drawn },
  { name: "composer-notes", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await clickIfThere("part-notes")(page); await clickIfThere("outline-questions")(page); await page.waitForTimeout(600); } },
  { name: "composer-quotes", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await clickIfThere("part-quotes")(page); await click("edition-tab-1")(page); await page.waitForTimeout(1500); } },
  { name: "composer-people", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("withheld-0")(page); await click("withhold-0-questions")(page); await click("withhold-0-q1")(page); await page.waitForTimeout(900); } },
  { name: "composer-names", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("paste-names")(page); await page.getByTestId("names").fill("Marr, Jo <jo@wexcombe.gov.uk>; Ahmed, Zara (Cllr) <zara@wexcombe.gov.uk>\nclerk@wexcombe.gov.uk"); } },
  { name: "composer-followups", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await page.getByTestId("area-letter-0").waitFor(); await clickIfThere("part-followups")(page); await page.getByTestId("state-letter-0").selectOption("under-way"); } },
  { name: "composer-matrix", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("compare")(page); await page.getByTestId("matrix-1-questions").uncheck(); await page.waitForTimeout(900); await page.getByTestId("matrix-0-q3").uncheck(); await page.waitForTimeout(900); await page.keyboard.press("ArrowDown"); await page.keyboard.press("ArrowUp"); await page.waitForTimeout(200); } },
  { name: "composer-sections", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await page.getByTestId("section-lines-to-take").waitFor(); await click("section-up-questions")(page); await click("section-in-then-and-now")(page); await page.waitForTimeout(900); await page.getByTestId("section-in-questions").focus(); await page.keyboard.press("Alt+ArrowUp"); await page.waitForTimeout(900); await page.locator("#part-sections").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-weights", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await page.getByTestId("pack-weight-q2").selectOption("must"); await page.locator("#part-quotes").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-roles", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await page.getByTestId("roles").locator("summary").click(); await page.getByTestId("pack-role-lead-member").fill("Executive Member for Children"); await still(page); await page.locator("#part-roles").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-late", hash: "#/packs/pack2", then: async (page) => { await drawn(page); await late(page); await page.locator("#part-late").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-late-more", hash: "#/packs/pack2", then: async (page) => { await drawn(page); await late(page); await page.getByTestId("late-1").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-late-new", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("add-late")(page); await page.getByTestId("late-0-source-letter").check(); await page.getByTestId("late-reason-0").focus(); await page.getByTestId("late-heading-0").focus(); await still(page); await page.locator("#part-late").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-late-none", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await page.locator("#part-late").evaluate((part) => part.scrollIntoView()); await still(page); } },
  { name: "composer-fixes", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("show-fixes")(page); } },
  { name: "composer-larger", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await clickIfThere("preview-larger")(page); await page.waitForTimeout(700); } },
  { name: "composer-busy", hash: "#/packs/pack1", fake: "busy", then: async (page) => { await page.getByTestId("composer").waitFor(); await page.waitForTimeout(700); } },
  { name: "composer-errors", hash: "#/packs/pack1", fake: "errors", then: async (page) => { await page.getByTestId("preview-cannot").waitFor(); } },
  { name: "add-quotes", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("add-quotes")(page); } },
  { name: "issue-check", hash: "#/packs/pack1", then: async (page) => { await drawn(page); await click("issue")(page); } },
  { name: "issue-who", hash: "#/packs/pack2", then: async (page) => { await drawn(page); await click("issue")(page); await click("issue-next")(page); } },
  { name: "issue-late", hash: "#/packs/pack2", then: async (page) => { await drawn(page); await late(page); await click("issue")(page); await click("issue-next")(page); await page.getByTestId("issue-late-only").check(); } },
  { name: "issue-late-refused", hash: "#/packs/pack2", then: async (page) => { await drawn(page); await late(page); await page.getByTestId("pack-title").fill("Since 2022: lessons for all of us"); await click("issue")(page); await click("issue-next")(page); await page.getByTestId("issue-late-only").check(); await click("issue-write")(page); await page.getByRole("alert").first().waitFor(); } },
  { name: "issue-done", hash: "#/packs/pack2", then: async (page) => { await drawn(page); await click("issue")(page); await click("issue-next")(page); await click("issue-write")(page); await page.getByTestId("issued-0").waitFor(); } },
  { name: "settings", hash: "#/settings" },
  { name: "settings-template", hash: "#/settings", then: async (page) => { await click("template-change-committee-chair")(page); await page.getByTestId("template-sheet").waitFor(); } },
  { name: "settings-backup", hash: "#/settings", then: async (page) => { await click("backup")(page); await page.getByTestId("backup-made").waitFor(); } },
  { name: "help", hash: "#/help" },
  { name: "settings-logo", hash: "#/settings", then: async (page) => { await click("logo-choose")(page); await page.getByTestId("logo").waitFor(); await click("backup-folder-choose")(page); await page.waitForTimeout(200); } },
  { name: "settings-restore", hash: "#/settings", then: async (page) => { await click("restore-0")(page); await page.getByTestId("restore-sheet").waitFor(); } },
  { name: "help-screens", hash: "#/help/screens", then: (page) => page.locator("summary").first().click() },
  { name: "help-about", hash: "#/help/about" },
  { name: "help-keys", hash: "#/help/keys" },
  { name: "help-licences", hash: "#/help/licences" },
];
