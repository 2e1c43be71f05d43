import assert from "node:assert/strict";
import { soon, story } from "./page.mjs";

const drawn = (page) => page.waitForFunction(() => (document.querySelector("[data-testid=preview-text-2]")?.textContent ?? "").length > 30, undefined, { timeout: 15_000 });
const focused = (page) => page.evaluate(() => document.activeElement?.closest("[data-testid]")?.getAttribute("data-testid"));

story("typing goes on while the preview takes its time", { fake: "busy", hash: "#/packs/pack1" }, async ({ id, type }) => {
  await id("pack-title").fill("");
  await id("pack-title").focus();
  await type("Every letter arrives though nothing is drawn");
  assert.equal(await id("pack-title").inputValue(), "Every letter arrives though nothing is drawn");
  await soon("it is saved by itself", () => id("saved").innerText(), /^Saved/);
});

story("the preview follows the keyboard to the page of what is written", { hash: "#/packs/pack1" }, async ({ id, page }) => {
  await drawn(page);
  await id("note-questions").focus();
  await soon("the page of the questions is in view", () => page.evaluate(() => {
    const [view, sheet] = ["preview", "preview-page-3"].map((name) => document.querySelector(`[data-testid=${name}]`).getBoundingClientRect());
    return sheet.top < view.bottom - 100 && sheet.bottom > view.top + 100;
  }), true);
});

story("what the first page asks the manager for is written among the notes, whichever edition is in view", { hash: "#/packs/pack1" }, async ({ id, page, type }) => {
  await drawn(page);
  await id("show-fixes").click();
  const empty = id("fix-bar").locator("li", { hasText: "“You are asked to” is empty" });
  await empty.getByRole("button", { name: "Go there" }).click();
  assert.equal(await focused(page), "add-note-asked-to-do");
  assert.match(await page.locator("#part-notes").innerText(), /Decisions needed, and by when first page, Cabinet member/);
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "note-asked-to-do");
  assert.match(await id("note-asked-to-do").getAttribute("placeholder"), /Say what the committee is asked to do/);
  await type("Note the letter.");
  await soon("nothing is empty there any more", () => empty.count(), 0);
});

story("a click on a line of a page leads to what made it", { hash: "#/packs/pack1" }, async ({ id, page }) => {
  await drawn(page);
  await id("outline-inspectors-said").click();
  await page.waitForTimeout(900);
  const box = await id("preview-canvas-2").boundingBox();
  // The first quotation stands under the heading.
  let found = "";
  for (let down = 0.12; down < 0.3 && !/q1/.test(found ?? ""); down += 0.02) {
    await page.mouse.click(box.x + box.width * 0.3, box.y + box.height * down);
    await page.waitForTimeout(200);
    found = await focused(page);
  }
  assert.match(found ?? "", /q1/, "the keyboard is on the card of that quote");
});

story("sections say how long they are, and the whole how long it takes to read", { hash: "#/packs/pack1" }, async ({ id, page }) => {
  await drawn(page);
  await soon("a length", () => id("outline-inspectors-said").innerText(), /p$/);
  await soon("minutes", () => id("reading-time").innerText(), /3 pages, \d+ minutes? to read/);
});

story("a pack is used again with its people and without its papers", { hash: "#/packs" }, async ({ id, page }) => {
  await id("again-pack1").click();
  await id("composer").waitFor();
  assert.equal(await id("edition-recipient-0").inputValue(), "Cllr Ros Ferrier");
  assert.equal(await id("pack-meeting").inputValue(), "");
  assert.doesNotMatch(page.url(), /pack1$/);
});

story("what needs care is seen before a pack is issued, even when it is asked for at once", { hash: "#/packs/pack1?issue=now" }, async ({ id }) => {
  await id("issue-sheet").waitFor();
  await id("fix-0").waitFor();
  assert.equal(await id("issue-write").count(), 0);
});

story("what takes longer to read than there is time for is left out by one button, and undone", { hash: "#/packs/pack1" }, async ({ id, page }) => {
  await drawn(page);
  const quotes = () => page.locator("[data-testid=part-quotes] span").innerText().then(Number);
  const before = await quotes();
  await id("pack-minutes").fill("1");
  await soon("it is told", () => id("fix-bar").innerText().then((said) => /to look at/.test(said)), true);
  await id("show-fixes").click();
  await page.locator("[data-testid^=fix-leave-]").first().click();
  await soon("one is gone", quotes, before - 1);
  await soon("it is kept", () => id("undo").isEnabled(), true);
  await id("undo").click();
  await soon("it is back", quotes, before);
});

story("one edition of several is issued, with its web page", { hash: "#/packs/pack2" }, async ({ id, page }) => {
  await drawn(page);
  await id("issue").click();
  await id("issue-next").click();
  await id("issue-web-page").check();
  assert.match(await id("issue-write").innerText(), /write 2 files/);
  await id("issue-edition-0").uncheck();
  assert.ok(await id("issue-write").isDisabled(), "nothing is left to be written");
  await id("issue-edition-0").check();
  await id("issue-write").click();
  await id("issued-0").waitFor();
  assert.match(await id("issued-0").innerText(), /with its web page/);
});

story("a file is opened from the register, where the register knows its place", { hash: "#/register" }, async ({ id, page }) => {
  await id("register-row").first().waitFor();
  assert.deepEqual([await id("register-row").count(), await id("register-open").count(), await id("register-folder").count()], [2, 1, 1], "an entry of before has no place");
  for (const button of ["register-open", "register-folder"]) await id(button).click();
  await page.waitForTimeout(200);
  assert.equal(await id("trouble").count(), 0);
});
story("a file that was moved since it was issued is not opened, and the window says where it was", { fake: "errors", hash: "#/register" }, async ({ id }) => {
  await id("register-open").click();
  assert.match(await id("trouble").innerText(), /no longer where it was written: \/home\/me\/Documents.*[\s\S]*issue the pack again/);
});

story("by keyboard alone: documents in, a pack made, two files issued", { fake: "empty" }, async ({ id, page, press, type }) => {
  await press("Control+o");
  await page.waitForSelector("[data-testid=tray][data-state=done]", { timeout: 15_000 });
  await press("Control+Shift+P");
  await id("new-pack-sheet").waitFor();
  await type("What inspectors said");
  await press("Tab");
  while ((await focused(page)) !== "new-pack-sheet" && !(await focused(page))?.startsWith("new-pack-source-")) await press("Tab");
  await press("Space");
  await soon("a document is ticked", () => page.locator("input[data-testid^=new-pack-source-]:checked").count(), 1);
  await press("Enter");
  await id("composer").waitFor();
  await drawn(page);
  await press("Control+Enter");
  await id("issue-sheet").waitFor();
  for (let turn = 0; turn < 4 && !(await id("issued-0").count()); turn += 1) {
    await press("Enter");
    await page.waitForTimeout(1500);
  }
  await id("issued-0").waitFor();
});

story("the hour: a clock, a pack from the first step on, and a way to issue at any moment", { hash: "#/hour" }, async ({ id, view, page }) => {
  await id("hour-meeting").fill("soon");
  assert.ok(await id("hour-begin").isDisabled(), "that is no time");
  await id("hour-meeting").fill("23:59");
  await id("hour-begin").click();
  await soon("the first step is in the library", view, "library");
  await soon("what is left is said", () => id("hour-left").innerText(), /\d (?:h|min)/);
  await id("hour-issue-now").click();
  await id("issue-sheet").waitFor({ timeout: 10_000 });
  await page.keyboard.press("Escape");
  assert.ok((await page.locator("[data-testid^=pack-quote-]").count()) > 3, "it begins with suggested quotes");
  await page.reload();
  await id("hour-bar").waitFor();
  assert.equal(await id("hour-bar").getAttribute("data-step"), "issue", "a start in between loses nothing of the hour");
});
