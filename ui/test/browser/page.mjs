// A page on the fake desk, in an ordinary browser, that fails when anything asks another machine.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../look/serve.mjs";

let browser;
let site;
before(async () => {
  site = await serve(new URL("../../dist-fake/", import.meta.url).pathname);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** A story told on a fresh page: `fake` is the state of the desk, `hash` the screen it begins on. */
export function story(name, { fake = "", hash = "#/library", toured = true } = {}, tell) {
  test(name, { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => !/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url) && wrong.push(`asked elsewhere: ${request.url()}`));
    if (toured) await page.addInitScript(() => localStorage.setItem("packhorse.tour", "seen"));
    await page.goto(`${site.url}?fake=${fake}${hash}`);
    await page.waitForSelector("[data-testid=main]:not(:has([data-testid=opening])), [data-testid=closed]");
    const id = (name) => page.getByTestId(name);
    await tell({ page, id, view: () => page.getByTestId("main").getAttribute("data-view"), press: (keys) => page.keyboard.press(keys), type: (words) => page.keyboard.type(words) });
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

/** Waits until something is so. */
export async function soon(what, look, wanted) {
  let found;
  for (let turn = 0; turn < 80; turn += 1) {
    found = await look();
    if (wanted instanceof RegExp ? wanted.test(String(found)) : found === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${what}: wanted ${wanted}, found ${found}`);
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing on the page stands in anybody’s way, as far as axe can tell. */
export async function accessible(page) {
  await page.evaluate(await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), rules);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`), []);
}
