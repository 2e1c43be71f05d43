// What a person does in the views, done in Chromium against the invented library.
// npm run try [-- --only WORDS]
import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";
import { tries } from "./tries.mjs";

const { values } = parseArgs({ options: { only: { type: "string" }, chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" } } });
const site = await serve(new URL("../dist-fake/", import.meta.url).pathname);
const browser = await chromium.launch({ executablePath: values.chromium, args: ["--no-sandbox"] });
let failed = 0;
for (const { name, hash, fake = "", act } of tries) {
  if (values.only && !name.includes(values.only)) continue;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  try {
    await page.goto(`${site.url}?fake=${fake}${hash}`);
    await page.waitForSelector("[data-testid=main]:not(:has([data-testid=opening]))");
    const id = (testid) => page.getByTestId(testid).first();
    const said = (words) => page.waitForFunction((words) => document.querySelector("[data-testid=said]")?.textContent?.includes(words), words);
    await act({ page, id, said, assert, text: (testid) => id(testid).innerText() });
    assert.deepEqual(wrong, []);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`WRONG ${name}\n      ${String(error.message ?? error).split("\n").slice(0, 6).join("\n      ")}`);
  }
  await context.close();
}
await browser.close();
site.close();
console.log(failed ? `${failed} did not work.` : "Everything worked.");
process.exitCode = failed ? 1 : 0;
