import assert from "node:assert/strict";
import { soon, story } from "./page.mjs";

story("the palette runs what is typed", {}, async ({ id, press, type }) => {
  await press("Control+k");
  await type("new pack");
  await press("Enter");
  await id("new-pack-sheet").waitFor();
});

story("the palette finds documents, and goes there", {}, async ({ id, press, type, view }) => {
  await id("search").click();
  await type("press release");
  await soon("the press release comes up", () => id("palette-source-press").count(), 1);
  await id("palette-source-press").click();
  await soon("the reader is open", view, "reader");
});

story("words that are no command are looked for in the library", {}, async ({ id, page, press, type }) => {
  await press("Control+k");
  await type("children missing");
  await press("ArrowUp");
  await press("Enter");
  await soon("the address asks for them", () => page.url(), /words=children\+missing/);
  await id("search-clear").click();
  await soon("and not any more", () => page.url(), /library$/);
});

story("every screen has its key", {}, async ({ press, view }) => {
  for (const [key, name] of [["2", "check"], ["3", "quotes"], ["4", "packs"], ["5", "hour"], ["6", "register"], [",", "settings"], ["1", "library"]]) {
    await press(`Control+${key}`);
    await soon(`Ctrl+${key}`, view, name);
  }
});

story("undo and redo say what they do, by button and by key", { hash: "#/quotes" }, async ({ id, press }) => {
  await id("remove-q1").click();
  await soon("undo names it", () => id("undo").innerText(), "Undo: remove quote");
  await soon("it is saved", () => id("saved").innerText(), /^Saved \d\d:\d\d$/);
  await press("Control+z");
  await soon("the quote is back", () => id("quote-q1").count(), 1);
  await soon("redo names it", () => id("redo").innerText(), "Redo: remove quote");
  await press("Control+Shift+Z");
  await soon("the quote is gone again", () => id("quote-q1").count(), 0);
});

story("a key that is typed into a box stays there", { hash: "#/packs/pack1" }, async ({ id, press, type }) => {
  await id("pack-committee").fill("");
  await id("pack-committee").focus();
  await type("Why?");
  assert.equal(await id("pack-committee").inputValue(), "Why?");
  assert.equal(await id("key-sheet").count(), 0, "the question mark opened nothing");
  await press("F1");
  await id("help-panel").waitFor();
});

story("the sheet of shortcuts comes with ? and goes with Esc, and the keyboard is where it was", {}, async ({ id, page, press }) => {
  await id("bring-in").focus();
  await press("?");
  await id("key-sheet").waitFor();
  await press("Escape");
  await soon("it is gone", () => id("key-sheet").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "bring-in");
});

story("the keyboard is back where it was when the help closes, and in the page after a key that leads to a screen", {}, async ({ id, page, press }) => {
  const at = () => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
  await id("bring-in").focus();
  await press("F1");
  await soon("the help has it", () => page.evaluate(() => document.activeElement?.id), "help-panel-title");
  await press("Escape");
  await soon("it is back", at, "bring-in");
  await press("F1");
  await soon("the help has it again", () => page.evaluate(() => document.activeElement?.id), "help-panel-title");
  await id("help-panel-close").click();
  await soon("it is back with the mouse as well", at, "bring-in");
  await id("search").focus();
  await press("Control+6");
  await id("register-row").first().waitFor();
  assert.equal(await at(), "main");
  await press("Tab");
  assert.equal(await page.evaluate(() => document.getElementById("main").contains(document.activeElement)), true);
});

story("the help gives the keyboard back where the page stands under it, too", {}, async ({ id, page, press }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await id("bring-in").focus();
  await press("F1");
  await soon("the help has it", () => page.evaluate(() => document.activeElement?.id), "help-panel-title");
  await press("Escape");
  await soon("it is back", () => page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "bring-in");
});

story("F1 explains the screen in view, and goes along", {}, async ({ id, press }) => {
  await press("F1");
  await soon("the library", () => id("help-panel").locator("h2").innerText(), "Library");
  await press("Control+4");
  await soon("the packs", () => id("help-panel").locator("h2").innerText(), "Packs");
  await press("Escape");
  await soon("it is gone", () => id("help-panel").count(), 0);
});

story("the tour is offered once, holds nothing up, and can be left", { fake: "empty", toured: false }, async ({ id, page }) => {
  await id("tour-offer").waitFor();
  await id("paste").click();
  await page.keyboard.press("Escape");
  await id("tour-skip").click();
  await soon("the offer is gone", () => id("tour-offer").count(), 0);
  await page.reload();
  await id("bring-in").first().waitFor();
  assert.equal(await id("tour-offer").count(), 0, "it is not offered again");
});

const boxesMeet = (page) => page.evaluate(() => {
  const [card, ring] = [document.querySelector("[data-testid=tour]"), document.querySelector(".ring.found")].map((each) => each?.getBoundingClientRect());
  return ring ? card.left < ring.right && ring.left < card.right && card.top < ring.bottom && ring.top < card.bottom : "no ring";
});

story("the tour walks through the screens of the sample library, and covers nothing it speaks of", { fake: "empty", toured: false }, async ({ id, page, view }) => {
  await id("tour-begin").click();
  await id("tour").waitFor({ timeout: 15_000 });
  for (const [stop, screen] of ["library", "check", "reader", "reader", "packs", "hour"].entries()) {
    await soon("the stop", () => id("tour").getAttribute("data-stop"), String(stop));
    await soon("its screen", view, screen);
    await soon("the card stands beside what it speaks of", () => boxesMeet(page), false);
    await id("tour-next").click();
  }
  await soon("the tour is over", () => id("tour").count(), 0);
});
