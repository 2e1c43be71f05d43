import assert from "node:assert/strict";
import { soon, story } from "./page.mjs";

const wish = (page) => page.evaluate(() => {
  globalThis.hasClosed = false;
  addEventListener("fake-closed", () => (globalThis.hasClosed = true));
  dispatchEvent(new Event("fake-closing"));
});
const closed = (page) => () => page.evaluate(() => globalThis.hasClosed);

for (const kind of ["damaged", "moved"])
  story(`a library that is ${kind} goes on from its newest backup`, { fake: kind }, async ({ id }) => {
    await soon("why", () => id("closed").getAttribute("data-kind"), kind);
    await id("restore-0").click();
    await id("sources").waitFor();
  });

story("a library that is gone can be begun anew", { fake: "moved" }, async ({ id }) => {
  await id("begin-library").click();
  await id("main").waitFor();
});

for (const kind of ["locked", "newer"])
  story(`a library that is ${kind} is sound, so no backup is put over it`, { fake: kind }, async ({ id }) => {
    await id("try-again").waitFor();
    assert.equal(await id("restore-0").count(), 0);
    assert.equal(await id("restore-other").count(), 0);
  });

story("closing with nothing to lose just closes", {}, async ({ page }) => {
  await wish(page);
  await soon("the window goes", closed(page), true);
});

story("closing keeps what was typed a moment ago", { hash: "#/packs/pack1" }, async ({ id, page }) => {
  await id("pack-title").fill("Typed at the last moment");
  await wish(page);
  await soon("the window goes", closed(page), true);
  assert.match(await id("saved").innerText(), /^Saved/);
});

story("closing while documents come in asks first", { fake: "busy" }, async ({ id, page }) => {
  await id("sources").waitFor();
  await id("bring-in").first().click();
  await id("tray").waitFor();
  await wish(page);
  await id("closing").waitFor();
  assert.equal(await closed(page)(), false);
  await id("closing-stay").click();
  await soon("it stays", () => id("closing").count(), 0);
  await wish(page);
  await id("closing-leave").click();
  await soon("now it goes", closed(page), true);
});

story("closing says so when the last words could not be kept", { fake: "errors", hash: "#/packs/pack1" }, async ({ id, page }) => {
  await id("pack-title").fill("Never kept");
  await wish(page);
  await id("closing").waitFor();
  assert.match(await id("closing").innerText(), /not saved/);
});

story("settings are kept when a box is left, and undo takes them back", { hash: "#/settings" }, async ({ id, press }) => {
  await id("set-council").fill("Aldermoor");
  await press("Tab");
  await soon("undo names it", () => id("undo").innerText(), "Undo: change settings");
  await id("undo").click();
  await soon("the box is empty again", () => id("set-council").inputValue(), "");
});

story("a logo never goes without words for those who cannot see it", { hash: "#/settings" }, async ({ id }) => {
  await id("logo-choose").click();
  await id("logo").waitFor();
  const alt = await id("logo").getAttribute("alt");
  assert.ok(alt);
  await id("logo-alt").fill("  ");
  await id("logo-alt").blur();
  assert.equal(await id("logo").getAttribute("alt"), alt, "empty words are not kept");
});

story("restoring asks first", { hash: "#/settings" }, async ({ id }) => {
  await id("restore-1").click();
  await id("restore-sheet").waitFor();
  await id("restore-now").click();
  await soon("the sheet is gone", () => id("restore-sheet").count(), 0);
});

story("an audience’s edition is worded anew, and the original comes back", { hash: "#/settings" }, async ({ id, page }) => {
  await id("template-change-all-members").click();
  await id("template-heading-inspectors-said").fill("What Ofsted found");
  await id("template-in-then-and-now").uncheck();
  await id("template-keep").click();
  await soon("it is the office’s", () => id("template-all-members").innerText(), /changed by your office/);
  await id("template-change-all-members").click();
  assert.equal(await id("template-heading-inspectors-said").inputValue(), "What Ofsted found");
  assert.equal(await id("template-in-then-and-now").isChecked(), false);
  await page.keyboard.press("Escape");
  await id("template-remove-all-members").click();
  await soon("it is as it came", () => id("template-all-members").innerText(), /comes with the program/);
  await id("undo").click();
  await soon("undo brings the change back", () => id("template-all-members").innerText(), /changed by your office/);
});

story("a copy of an audience has a name of its own, and a heading is needed", { hash: "#/settings" }, async ({ id }) => {
  await id("template-copy-committee-chair").click();
  assert.equal(await id("template-name").inputValue(), "Committee chair, our own");
  await id("template-name").fill("Panel chair");
  await id("template-heading-questions").fill(" ");
  await id("template-keep").click();
  await soon("why it is not kept", () => id("template-trouble").innerText(), /has no heading/);
  await id("template-heading-questions").fill("Questions");
  await id("template-keep").click();
  await soon("it stands in the list", () => id("template-committee-chair-our-own").innerText(), /Panel chair/);
  assert.match(await id("template-committee-chair-our-own").innerText(), /your office’s own/);
});
