// Opens the web pages of packs in Chromium, light and dark, narrow and at 200 %, and runs axe on each.
// npm run packs -- FOLDER [--to FOLDER for pictures]
import { mkdir, readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: "string" } } });
const folder = resolve(positionals[0] ?? ".");
const pages = (await readdir(folder)).filter((name) => name.endsWith(".html"));
if (pages.length === 0) throw new Error(`There is no web page in ${folder}.`);
const axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const looks = {
  light: { viewport: { width: 1366, height: 768 }, colorScheme: "light" },
  dark: { viewport: { width: 1366, height: 768 }, colorScheme: "dark" },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  zoom: { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2, colorScheme: "dark" },
};

if (values.to) await mkdir(values.to, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let wrong = 0;
for (const name of pages) {
  for (const [look, options] of Object.entries(looks)) {
    const page = await browser.newPage(options);
    const said = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
    page.on("request", (request) => !/^(data|file):/.test(request.url()) && said.push(`asked elsewhere: ${request.url()}`));
    await page.goto(pathToFileURL(join(folder, name)).href);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) said.push("the page scrolls sideways");
    await page.evaluate(axe);
    const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), tags);
    for (const { id, nodes } of violations) said.push(`axe ${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
    if (values.to) await page.screenshot({ path: join(values.to, `${name.replace(/\.html$/, "")}-${look}.png`), fullPage: true });
    for (const each of said) console.log(`${name} ${look}: ${each}`);
    wrong += said.length;
    await page.close();
  }
}
await browser.close();
console.log(`${pages.length} web pages in ${Object.keys(looks).length} looks: ${wrong === 0 ? "nothing wrong" : `${wrong} faults`}.`);
process.exitCode = wrong === 0 ? 0 : 1;
