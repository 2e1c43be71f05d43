import assert from "node:assert/strict";
import { accessible, soon, story } from "./page.mjs";

const pack = { hash: "#/packs/pack1" };
const saved = (id) => soon("it is saved", () => id("saved").innerText(), /^Saved/);
/** Leaves the pack and opens it again, as it was kept. */
async function opened(page, id) {
  await saved(id);
  await page.evaluate(() => (location.hash = "#/packs"));
  await page.evaluate(() => (location.hash = "#/packs/pack1"));
  await id("composer").waitFor();
}

story("status, minutes and the reason for not publishing are kept with the pack", pack, async ({ id, page }) => {
  await id("pack-status").selectOption("final");
  await id("pack-minutes").fill("ten 10");
  assert.equal(await id("pack-minutes").inputValue(), "10", "minutes are figures");
  await id("pack-exempt").locator("summary").click();
  await id("pack-exempt-3").check();
  await id("pack-exempt-2").check();
  await soon("it is said when folded away too", () => id("pack-exempt").locator("summary").innerText(), /paragraphs 2 and 3/);
  await accessible(page);
  await opened(page, id);
  assert.equal(await id("pack-status").inputValue(), "final");
  assert.equal(await id("pack-minutes").inputValue(), "10");
  assert.match(await id("pack-exempt").locator("summary").innerText(), /paragraphs 2 and 3/);
  await soon("beside the reading time", () => id("reading-time").innerText(), /10 are given/);
});

story("who sees to what inspectors ask for, by when, and how far it has come", pack, async ({ id, page, press, type }) => {
  await id("area-letter-0").waitFor();
  await id("owner-letter-0").fill("Director of Children’s Services");
  await press("Tab");
  await type("31 March 2027");
  await press("Tab");
  await soon("the day is written out", () => id("due-letter-0").inputValue(), "Wednesday 31 March 2027");
  await id("state-letter-0").selectOption("under-way");
  await id("follow-note-letter-0").fill("Figures come monthly.");
  await accessible(page);
  await soon("the outline counts it", () => id("part-followups").innerText(), /1$/);
  await opened(page, id);
  await soon("all of it is there", () => id("owner-letter-0").inputValue(), "Director of Children’s Services");
  assert.equal(await id("due-letter-0").inputValue(), "Wednesday 31 March 2027");
  assert.equal(await id("state-letter-0").inputValue(), "under-way");
  assert.equal(await id("owner-letter-1").inputValue(), "", "the other area is nobody’s yet");
});

story("a pack without a report or letter says where the list would come from", { hash: "#/packs" }, async ({ id }) => {
  await id("again-pack1").click();
  await id("no-followups").waitFor();
  assert.match(await id("no-followups").innerText(), /A report or letter/);
});

story("what was said of must, should and could is taken back, for one quote and for several", { hash: "#/quotes" }, async ({ id }) => {
  await soon("it is a must", () => id("weight-q1").inputValue(), "must");
  await id("weight-q1").selectOption("");
  await soon("it is not weighed", () => id("weight-q1").inputValue(), "");
  await id("undo").click();
  await soon("it is a must again", () => id("weight-q1").inputValue(), "must");
  await id("choose-q1").check();
  await id("choose-q3").check();
  await id("chosen-unweighed").click();
  await soon("neither is", async () => `${await id("weight-q1").inputValue()}${await id("weight-q3").inputValue()}`, "");
});
