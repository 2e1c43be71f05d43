import assert from "node:assert/strict";
import { soon, story } from "./page.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

story("a large library shows a hundred inspections, and more when asked", { fake: "many" }, async ({ id, page, press }) => {
  const lines = () => page.locator("tbody[data-testid^=inspection-]").count();
  await soon("the first hundred", lines, 100);
  await id("show-more").focus();
  await press("Enter");
  await soon("a hundred more", lines, 200);
  assert.equal(await focused(page), "show-more", "the keyboard stays where it was");
});

story("ticks survive what is shown and not shown, and the whole library is there on coming back", { fake: "many" }, async ({ id, page, press }) => {
  await id("choose-many-0").check();
  await id("filter-council").selectOption("Council 7");
  await soon("another council alone", () => id("council-group").count(), 1);
  assert.equal(await id("choose-many-0").count(), 0);
  assert.equal(await id("new-pack-from").innerText(), "Pack from 1 document");
  await id("timeline").waitFor();
  await id("filter-council").selectOption("");
  await id("choose-many-0").waitFor();
  assert.ok(await id("choose-many-0").isChecked());
  await id("filter-council").selectOption("Council 7");
  await soon("that council again", () => id("council-group").count(), 1);
  await press("Control+6");
  await soon("another screen", () => id("main").getAttribute("data-view"), "register");
  await press("Control+1");
  await id("choose-many-0").waitFor();
  assert.equal(await id("filter-council").inputValue(), "");
});

story("what is ticked is chosen for a new pack, and stays while another document is looked for", { fake: "many" }, async ({ id, page }) => {
  await id("choose-many-0").check();
  await id("choose-many-1").check();
  await id("new-pack-from").click();
  const ticked = () => page.locator("input[data-testid^=new-pack-source-]:checked").count();
  await soon("both are chosen", ticked, 2);
  await id("new-pack-source-find").fill("young Council 140");
  await soon("what is looked for stands under them", () => id("new-pack-sheet").locator("label.tick").nth(2).innerText(), /young[^]*Council 140/);
  assert.equal(await ticked(), 2);
  await id("new-pack-source-find").fill("zebra");
  await soon("nothing else fits", () => page.locator("input[type=checkbox][data-testid^=new-pack-source-]").count(), 2);
});

story("the palette opens a document for those who type faster than anybody looks", {}, async ({ press, type, view }) => {
  await press("Control+k");
  await type("press release");
  await press("Enter");
  await soon("the reader is open", view, "reader");
});
