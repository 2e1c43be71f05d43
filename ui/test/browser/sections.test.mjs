import assert from "node:assert/strict";
import { accessible, soon, story } from "./page.mjs";

const pack = { hash: "#/packs/pack1" };
const at = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
const listed = (page) => page.evaluate(() => [...document.querySelectorAll("[data-testid=sections] > li")].map((row) => row.id.replace("section-", "")).join(" "));
const printed = (page) => page.evaluate(() => [...document.querySelectorAll("[data-testid^=outline-]")].map((row) => row.dataset.testid.replace("outline-", "")).join(" "));
/** Both editions of the pack are known. */
const known = async (id) => {
  await id("section-lines-to-take").waitFor();
  await soon("lengths", () => id("section-questions").innerText(), /p · \d+ min/);
};
const usual = "at-a-glance inspectors-said areas-to-improve then-and-now said-publicly questions lines-to-take sources";

story("a section is left out, told in words, kept in the list, and put back", pack, async ({ id, page }) => {
  await known(id);
  await id("section-in-then-and-now").uncheck();
  await soon("in words", () => id("sections-said").innerText(), "Left out: Then and now.");
  await soon("it is not printed", () => id("outline-then-and-now").count(), 0);
  assert.equal(await listed(page), usual, "it keeps its place in the list");
  assert.match(await id("section-then-and-now").innerText(), /left out/);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await accessible(page);
  }
  await id("withheld-0").click();
  await id("withhold-0-questions").waitFor();
  assert.equal(await id("withhold-0-then-and-now").count(), 0, "what nobody gets is withheld from nobody");
  await id("section-in-then-and-now").check();
  await soon("it is printed again", () => id("outline-then-and-now").count(), 1);
  await soon("in words", () => id("sections-said").innerText(), /^Every section/);
});

story("a section is moved with the keyboard alone, which stays on it, and undo takes back move after move", pack, async ({ id, page, press }) => {
  await known(id);
  await id("section-in-questions").focus();
  await press("Alt+ArrowUp");
  await soon("where it went is said", () => id("said").textContent(), "“Questions for the meeting” moved to place 5 of 8, after “Then and now”.");
  assert.equal(await at(page), "section-in-questions");
  await press("Alt+ArrowUp");
  await press("Alt+ArrowUp");
  await soon("in the list", () => listed(page), "at-a-glance inspectors-said questions areas-to-improve then-and-now said-publicly lines-to-take sources");
  assert.equal(await at(page), "section-in-questions");
  await soon("in the pack", () => printed(page), "cover at-a-glance inspectors-said questions areas-to-improve then-and-now said-publicly sources");
  await id("edition-tab-1").click();
  await soon("in the other edition", () => printed(page), /said-publicly lines-to-take sources$/);
  await id("edition-tab-0").click();
  await id("section-in-questions").focus();
  for (let step = 0; step < 3; step += 1) await press("Control+z");
  await soon("as it was", () => listed(page), usual);
  await soon("in words", () => id("sections-said").innerText(), /^Every section/);
});

story("a section goes as far as those that stay, and its arrows end there", pack, async ({ id, page, press }) => {
  await known(id);
  await id("section-up-areas-to-improve").click();
  await soon("it is the first that moves", () => listed(page), /^at-a-glance areas-to-improve/);
  assert.ok(await id("section-up-areas-to-improve").isDisabled());
  await soon("the keyboard is still on its row", () => at(page), "section-in-areas-to-improve");
  await press("Alt+ArrowUp");
  await soon("why nothing moves", () => id("said").textContent(), /cannot go further up/);
  assert.match(await id("section-sources").innerText(), /without its sources a pack could not be checked/);
  assert.ok(await id("section-in-sources").isDisabled());
  assert.equal(await id("section-up-lines-to-take").count(), 0, "the chair has no lines to take");
  await id("edition-tab-1").click();
  await id("section-up-lines-to-take").waitFor();
});

story("the sections are as in the template again in one step, and undo brings the order back", pack, async ({ id, page, press }) => {
  await known(id);
  assert.ok(await id("sections-reset").isDisabled());
  await id("section-down-inspectors-said").click();
  await id("section-in-said-publicly").uncheck();
  await soon("in words", () => id("sections-said").innerText(), "In an order of its own. Left out: What was said in public.");
  await id("sections-reset").click();
  await soon("as in the template", () => listed(page), usual);
  await soon("the keyboard is in the list", () => at(page), "section-in-inspectors-said");
  await press("Control+z");
  await soon("the order is back", () => listed(page), /^at-a-glance areas-to-improve inspectors-said/);
  assert.equal(await id("section-in-said-publicly").isChecked(), false);
});

story("what was asked of a section that no edition has is pointed out, gone to and forgotten", pack, async ({ id, page }) => {
  await known(id);
  await id("section-in-lines-to-take").uncheck();
  await id("edition-remove-1").click();
  await soon("it is still listed", () => id("section-lines-to-take").innerText(), /In no edition of this pack/);
  await id("show-fixes").click();
  const line = page.locator("li[data-testid^=fix-]", { hasText: "lines-to-take" }).first();
  await line.getByRole("button").click();
  await soon("the keyboard is at the sections", () => page.evaluate(() => document.activeElement?.closest("section")?.id), "part-sections");
  await accessible(page);
  await id("section-forget-lines-to-take").click();
  await soon("it is gone", () => id("section-lines-to-take").count(), 0);
  await soon("in words", () => id("sections-said").innerText(), /^Every section/);
});

story("at 200 % a section is left out and moved without the page running away", pack, async ({ id, page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await known(id);
  await id("section-up-questions").click();
  await id("section-in-then-and-now").uncheck();
  await soon("both", () => id("sections-said").innerText(), "In an order of its own. Left out: Then and now.");
  await accessible(page);
});

story("a section is dragged to its place with the mouse, in one step; Escape lets it go where it was", pack, async ({ id, page, press }) => {
  await known(id);
  await id("section-handle-questions").scrollIntoViewIfNeeded();
  const middle = async (name) => {
    const { x, y, width, height } = await id(name).boundingBox();
    return [x + width / 2, y + height / 2];
  };
  const [x] = await middle("section-handle-questions");
  const hold = async () => {
    await page.mouse.move(...(await middle("section-handle-questions")));
    await page.mouse.down();
    const [, y] = await middle("section-areas-to-improve");
    await page.mouse.move(x, y - 4, { steps: 6 });
  };
  await hold();
  const dragged = "at-a-glance inspectors-said questions areas-to-improve then-and-now said-publicly lines-to-take sources";
  await soon("the list makes room", () => listed(page), dragged);
  assert.match(await printed(page), /areas-to-improve then-and-now said-publicly questions/, "the pack waits until it is let go");
  await press("Escape");
  await soon("where it was", () => listed(page), usual);
  await page.mouse.up();
  assert.equal(await listed(page), usual);
  await hold();
  await page.mouse.up();
  await soon("where it went is said", () => id("said").textContent(), "“Questions for the meeting” moved to place 3 of 8, after “What inspectors said”.");
  await soon("in the pack", () => printed(page), "cover at-a-glance inspectors-said questions areas-to-improve then-and-now said-publicly sources");
  assert.equal(await listed(page), dragged);
  await press("Control+z");
  await soon("one step back", () => listed(page), usual);
  assert.equal(await id("section-handle-sources").count(), 0, "what stays has no handle");
});
