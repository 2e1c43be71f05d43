import assert from "node:assert/strict";
import { accessible, soon, story } from "./page.mjs";

const pack = { hash: "#/packs/pack1" };
const drawn = (page) => page.waitForFunction(() => (document.querySelector("[data-testid=preview-text-2]")?.textContent ?? "").length > 30, undefined, { timeout: 15_000 });
const at = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

story("what a person may not see is left out of their copy, and told in words", pack, async ({ id, page }) => {
  await drawn(page);
  await soon("the whole edition at first", () => id("withheld-0").innerText(), /the whole edition/);
  await id("withheld-0").click();
  await id("withhold-0-questions").uncheck();
  await id("withhold-0-q1").uncheck();
  await id("withhold-0-q2").uncheck();
  await soon("in words", () => id("withheld-0").textContent(), /Cllr Ros Ferrier: without Questions for the meeting and 2 quotes/);
  await soon("the section is gone from the outline", () => id("outline-questions").count(), 0);
  await soon("and the quotation from the page", async () => /Decisions about next steps/.test((await id("preview-text-2").textContent()) ?? ""), false);
  await id("withhold-0-questions").waitFor();
  await accessible(page);
  await id("edition-tab-1").click();
  await soon("the other copy still has it", () => id("outline-questions").count(), 1);
  await id("issue").click();
  if (await id("issue-next").count()) await id("issue-next").click();
  assert.match(await id("issue-without-0").innerText(), /without Questions for the meeting and 2 quotes/);
});

story("a list of names from an e-mail is pasted, and one undo takes all of it back", pack, async ({ id, page }) => {
  await id("paste-names").click();
  await soon("the keyboard is in the box", () => at(page), "names");
  await id("names").fill("Marr, Jo (Cllr) <jo@wexcombe.gov.uk>; Ahmed, Zara <zara@wexcombe.gov.uk>\n1. Cllr Dev Anand\ncllr ros ferrier\nclerk@wexcombe.gov.uk");
  await soon("who was found", () => id("names-add").innerText(), "Add 2 people");
  await soon("who has no name", () => id("nameless").innerText(), /clerk@wexcombe/);
  await accessible(page);
  await id("names-add").click();
  await soon("the lines", () => page.locator("[data-testid^=edition-recipient-]").count(), 4);
  assert.equal(await id("edition-recipient-2").inputValue(), "Zara Ahmed");
  assert.equal(await id("edition-audience-3").inputValue(), "all-members");
  await soon("the keyboard is at the first of them", () => at(page), "edition-recipient-2");
  await id("undo").click();
  await soon("they are gone again", () => page.locator("[data-testid^=edition-recipient-]").count(), 2);
});

story("a person is removed, and undo brings them back with what they may not see", pack, async ({ id, page, press }) => {
  await id("withheld-1").click();
  await id("withhold-1-q1").uncheck();
  await id("edition-remove-1").click();
  await soon("one is left", () => page.locator("[data-testid^=edition-recipient-]").count(), 1);
  await soon("the last one stays", () => id("edition-remove-0").isDisabled(), true);
  await press("Control+z");
  await soon("she is back", () => page.locator("[data-testid^=edition-recipient-]").count(), 2);
  assert.match(await id("withheld-1").innerText(), /without 1 quote/);
});

story("by keyboard alone: down the list, a line opened, something left out, the same for others", pack, async ({ id, page, press }) => {
  await id("paste-names").click();
  await id("names").fill("Zara Ahmed\nDev Anand");
  await id("names-add").focus();
  await press("Enter");
  await soon("the keyboard is at the first new line", () => at(page), "edition-recipient-2");
  await press("ArrowDown");
  assert.equal(await at(page), "edition-recipient-3");
  await press("ArrowUp");
  for (let step = 0; step < 3; step += 1) await press("Tab");
  assert.equal(await at(page), "withheld-2");
  await press("Enter");
  await id("withhold-2-inspectors-said").waitFor();
  await id("withhold-2-inspectors-said").focus();
  await press("Space");
  await soon("in words", () => id("withheld-2").innerText(), /without What inspectors said/);
  await id("withhold-spread-2").focus();
  await press("Enter");
  await soon("the other has the same", () => id("withheld-3").innerText(), /without What inspectors said/);
  assert.doesNotMatch(await id("withheld-0").innerText(), /without/, "the chair has another edition");
  assert.match(await id("people-count").innerText(), /4 copies, 2 with something left out/);
});

story("why something is left out is said in a copy only when somebody ticks it", pack, async ({ id }) => {
  await id("withheld-0").click();
  assert.equal(await id("withhold-0-exempt").count(), 0, "nothing is left out yet");
  await id("withhold-0-q1").uncheck();
  await id("withhold-0-exempt").locator("summary").click();
  await id("withhold-0-exempt-2").check();
  await soon("it is said", () => id("withhold-0-exempt").locator("summary").innerText(), /paragraph 2/);
  await id("withhold-none-0").click();
  await soon("nothing is left of it", () => id("withhold-0-exempt").count(), 0);
});

story("a hundred people are found by name and previewed from a list", pack, async ({ id, page }) => {
  await id("paste-names").click();
  await id("names").fill(Array.from({ length: 98 }, (_, index) => `Cllr Member Number${index}`).join("\n"));
  await id("names-add").click();
  await soon("a hundred lines", () => page.locator("[data-testid^=edition-recipient-]").count(), 100);
  await soon("the keyboard is at the first of them", () => at(page), "edition-recipient-2");
  await id("people-find").fill("number97");
  await soon("one is left", () => page.locator("[data-testid^=edition-recipient-]").count(), 1);
  await id("withheld-99").click();
  await soon("the preview shows her copy", () => id("edition-choice").inputValue(), "99");
  await accessible(page);
});

story("all people and all parts in one table, by the arrow keys", pack, async ({ id, page, press }) => {
  await drawn(page);
  await id("compare").click();
  await id("matrix-1-questions").waitFor();
  await id("matrix-0-at-a-glance").focus();
  await press("ArrowDown");
  await press("ArrowRight");
  assert.equal(await at(page), "matrix-1-inspectors-said");
  await press("Space");
  await soon("the line says it", () => id("matrix-said").innerText(), "Cllr Jo Marr: without What inspectors said");
  await accessible(page);
  await press("Tab");
  assert.equal(await at(page), "matrix-done", "the table is one stop of the Tab key");
  await press("Enter");
  await soon("the list says it too", () => id("withheld-1").innerText(), /without What inspectors said/);
});

story("at 200 % the heads and the names of the table stay while it is scrolled, and no box is under them", { hash: "#/packs/pack1" }, async ({ id, page, press }) => {
  await id("compare").click();
  // The sections of both editions are known.
  await id("matrix-1-lines-to-take").waitFor();
  await page.setViewportSize({ width: 683, height: 384 });
  const edge = (name) => page.evaluate((name) => { const { left, top, right, bottom } = document.querySelector(name).getBoundingClientRect(); return { left, top, right, bottom }; }, name);
  const scroll = "[data-testid=matrix-sheet] .scroll";
  const [head, name, box] = [`${scroll} thead`, `${scroll} tbody tr:last-child th`, "[data-testid=matrix-1-q3]"];
  await page.evaluate((scroll) => document.querySelector(scroll).scrollTo(500, 500), scroll);
  await soon("the heads are at the top", async () => Math.round((await edge(head)).top - (await edge(scroll)).top), 0);
  assert.equal(Math.round((await edge(name)).left - (await edge(scroll)).left), 0, "the names are at the left");
  assert.ok((await edge(`${scroll} .name:last-child span`)).bottom - (await edge(`${scroll} .name:last-child span`)).top < 110, "the heads leave room for the people");
  await id("matrix-0-at-a-glance").focus();
  await soon("what the keyboard is at is seen", async () => (await edge("[data-testid=matrix-0-at-a-glance]")).top >= (await edge(head)).bottom, true);
  await press("ArrowDown");
  for (let step = 0; step < 10; step += 1) await press("ArrowRight");
  await soon("the last quotation of the second person", () => at(page), "matrix-1-q3");
  await soon("at the far corner too", async () => (await edge(box)).left >= (await edge(name)).right && (await edge(box)).bottom <= (await edge(scroll)).bottom, true);
});
