import assert from "node:assert/strict";
import { accessible, soon, story } from "./page.mjs";

const issued = { hash: "#/packs/pack2" };
const draft = { hash: "#/packs/pack1" };
const reason = "Ofsted published the letter after the agenda.";
const at = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
const saved = (id) => soon("it is saved", () => id("saved").innerText(), /^Saved/);
const pageWords = (page) => page.evaluate(() => [...document.querySelectorAll("[data-testid^=preview-text-]")].map((each) => each.textContent).join(" "));
const inOrder = (page) => page.evaluate(() => [...document.querySelectorAll("[data-testid^=outline-]")].map((row) => row.dataset.testid.replace("outline-", "")).join(" "));
/** Tab until the keyboard is somewhere. */
async function tabTo(page, press, wanted, key = "Tab") {
  for (let turn = 0; turn < 60 && (await at(page)) !== wanted; turn += 1) await press(key);
  assert.equal(await at(page), wanted);
}
async function withLate(id, words = reason) {
  await id("add-late").click();
  await id("late-0-source-letter").check();
  await id("late-reason-0").fill(words);
}

story("by keyboard alone: a late item with its reason", draft, async ({ id, page, press, type }) => {
  await id("composer").waitFor();
  await id("add-late").focus();
  await press("Enter");
  await soon("the keyboard is on the first document", () => at(page), "late-0-source-letter");
  await tabTo(page, press, "late-0-source-young");
  await press("Space");
  await tabTo(page, press, "late-reason-0");
  await press("Tab");
  await soon("without a reason it stops", () => id("late-wrong-0").innerText(), /cannot be issued/);
  await press("Shift+Tab");
  await type(reason);
  await soon("with one it does not", () => id("late-wrong-0").count(), 0);
  await soon("it is a part of the pack", () => inOrder(page), /^late-items cover .* sources late-1$/);
  await soon("the outline counts it", () => id("part-late").innerText(), /1$/);
  await soon("the chair reads why", () => pageWords(page), new RegExp(reason));
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await accessible(page);
  }
});

story("by keyboard alone: a role’s name and a quote’s weight", draft, async ({ id, page, press, type }) => {
  await id("composer").waitFor();
  await id("part-roles").focus();
  await press("Enter");
  await press("Enter");
  await press("Tab");
  assert.equal(await at(page), "pack-role-dcs");
  await type("Executive Director");
  await soon("in words", () => id("roles").locator("summary").innerText(), "Named for this pack: Executive Director");
  await soon("on the pages", () => pageWords(page), /Who could answer: Executive Director/);
  await soon("and wherever else the form names it", () => page.locator("#roles option").first().getAttribute("value"), "Executive Director");
  await id("pack-weight-q1").focus();
  assert.equal(await id("pack-weight-q1").locator("option:checked").innerText(), "Must, as in the library");
  await type("C");
  assert.equal(await id("pack-weight-q1").inputValue(), "could");
  await accessible(page);
  await saved(id);
});

story("late items, names and weights are kept with the pack", draft, async ({ id, page }) => {
  await id("composer").waitFor();
  await withLate(id);
  await id("late-0-choose").click();
  await id("late-heading-0").fill("The letter");
  await id("late-text-0").fill("It came on the day.");
  await id("roles").locator("summary").click();
  await id("pack-role-lead-member").fill("Executive Member");
  await id("pack-weight-q2").selectOption("must");
  await saved(id);
  await page.evaluate(() => (location.hash = "#/packs"));
  await page.evaluate(() => (location.hash = "#/packs/pack1"));
  await id("late-0").waitFor();
  assert.equal(await id("late-reason-0").inputValue(), reason);
  assert.equal(await id("late-heading-0").inputValue(), "The letter");
  assert.equal(await id("late-text-0").inputValue(), "It came on the day.");
  assert.match(await id("late-0-paper-letter").innerText(), /quotes? of this pack · leaves the paper/);
  assert.match(await id("roles").locator("summary").innerText(), /Executive Member/);
  assert.equal(await id("pack-weight-q2").inputValue(), "must");
  await id("pack-weight-q2").selectOption("");
  assert.equal(await id("pack-weight-q2").locator("option:checked").innerText(), "Not weighed");
});

story("late items change places, and whoever may not see one may not see it there either", issued, async ({ id, page, press }) => {
  await id("composer").waitFor();
  for (const words of ["First", "Second"]) {
    await id("add-late").click();
    const last = (await page.locator("[data-testid=late-items] > li").count()) - 1;
    await id(`late-reason-${last}`).fill(`${words} reason.`);
    await id(`late-heading-${last}`).fill(words);
  }
  await id("withheld-0").click();
  await soon("they can be withheld", () => id("withhold-0").innerText(), /Late item: Second/);
  assert.equal(await id("withhold-0-late-items").count(), 0, "the list of them follows from them");
  await id("withhold-0-late-2").uncheck();
  await soon("it is not printed", () => inOrder(page), /sources late-1$/);
  await id("late-reason-1").focus();
  await press("Alt+ArrowUp");
  await soon("where it went is said", () => id("said").textContent(), "Moved to place 1 of 2.");
  assert.equal(await id("late-heading-0").inputValue(), "Second");
  assert.ok(!(await id("withhold-0-late-1").isChecked()));
  assert.ok(await id("withhold-0-late-2").isChecked());
  await soon("the first is still the one that is printed", () => pageWords(page), /Late item: First/);
  assert.doesNotMatch(await pageWords(page), /Late item: Second/);
  await id("late-remove-0").click();
  await soon("nothing is withheld any more", () => id("withheld-0").innerText(), /gets the whole edition/);
  await soon("the keyboard is on the next", () => at(page), "late-remove-0");
  await press("Control+z");
  await soon("both are back", () => page.locator("[data-testid=late-items] > li").count(), 2);
  await soon("and one is withheld", () => id("withheld-0").innerText(), /without Late item: Second/);
});

story("late items are issued alone when the paper is what it was, and are refused by name when it is not", issued, async ({ id, page }) => {
  await id("composer").waitFor();
  assert.equal(await id("late-too-soon").count(), 0);
  await id("issue").click();
  await id("issue-next").click();
  await id("issue-write").waitFor();
  assert.equal(await id("issue-late-only").count(), 0, "there is nothing late");
  await page.keyboard.press("Escape");
  await withLate(id);
  await id("pack-committee").fill("Another Board");
  await id("issue").click();
  await id("issue-next").click();
  await id("issue-late-only").check();
  await accessible(page);
  await id("issue-write").click();
  await soon("what changed is named", () => id("issue-sheet").getByRole("alert").innerText(), /the paper itself changed under “First page”: Committee: Another Board\. Issue the pack whole/);
  await accessible(page);
  await id("issue-late-only").uncheck();
  assert.equal(await id("issue-sheet").getByRole("alert").count(), 0);
  await page.keyboard.press("Escape");
  await id("pack-committee").fill("Corporate Parenting Board");
  await id("issue").click();
  await id("issue-next").click();
  await id("issue-late-only").check();
  await id("issue-write").click();
  await id("issued-0").waitFor();
});

story("a pack that nobody has yet says that papers can still go into it, and offers no issue of late items", draft, async ({ id, page }) => {
  await id("late-too-soon").waitFor();
  await withLate(id, " ");
  await id("show-fixes").click();
  const line = page.locator("li[data-testid^=fix-]", { hasText: "does not say why it is late" });
  assert.equal(await line.getAttribute("data-stops"), "true");
  await line.getByRole("button").click();
  await soon("the keyboard is where the reason goes", () => at(page), "late-reason-0");
  await id("late-reason-0").fill(reason);
  await id("issue").click();
  await id("issue-next").click();
  await id("issue-write").waitFor();
  assert.equal(await id("issue-late-only").count(), 0);
});

story("at 200 % a late item is added without the page running away", issued, async ({ id, page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await id("composer").waitFor();
  await withLate(id);
  await id("roles").locator("summary").click();
  await accessible(page);
});
