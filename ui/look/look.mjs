// Opens every view of the fake build in Chromium, light and dark and at 200 %, writes a picture of each, and runs axe on it.
// npm run look -- [--to FOLDER] [--only NAME,NAME] [--themes light,dark,zoom,darkzoom,wide,darkwide,contrast,forced]
import { mkdir, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";
import { views } from "./views.mjs";
import { eachOf, looks, visit } from "./visit.mjs";

const { values } = parseArgs({ options: { to: { type: "string", default: "look/out" }, only: { type: "string" }, themes: { type: "string", default: "light,dark,zoom" }, chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" } } });
const axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

await mkdir(values.to, { recursive: true });
const site = await serve(new URL("../dist-fake/", import.meta.url).pathname);
const browser = await chromium.launch({ executablePath: values.chromium, args: ["--no-sandbox"] });
const wanted = views.filter(({ name }) => !values.only || values.only.split(",").some((only) => name.startsWith(only)));
let wrong = 0;
for (const theme of values.themes.split(","))
  await eachOf(wanted, async (view) => {
    const { page, said, leave } = await visit(browser, site, view, looks[theme]);
    await page.screenshot({ path: `${values.to}/${view.name}-${theme}.png` });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    if (sideways) said.push("the page scrolls sideways");
    // The policy keeps strangers' scripts out of the page itself; the debugger's own evaluation may still come in.
    await page.evaluate(axe);
    const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), tags);
    for (const { id, nodes } of violations) said.push(`axe ${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
    wrong += said.length;
    for (const each of said) console.log(`${view.name} ${theme}: ${each}`);
    await leave();
  });
await browser.close();
site.close();
console.log(wrong ? `${wrong} things to look at` : "Nothing wrong was heard.");
process.exitCode = wrong ? 1 : 0;
