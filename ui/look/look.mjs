// Opens every view of the fake build in Chromium, light and dark and at 200 %, writes a picture of each, and runs axe on it.
// npm run look -- [--to FOLDER] [--only NAME,NAME] [--themes light,dark,zoom,darkzoom,wide,contrast,forced]
import { mkdir, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";
import { views } from "./views.mjs";

const { values } = parseArgs({ options: { to: { type: "string", default: "look/out" }, only: { type: "string" }, themes: { type: "string", default: "light,dark,zoom" }, chromium: { type: "string", default: process.env.CHROMIUM ?? "/usr/bin/chromium" } } });
const axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const looks = {
  darkwide: { width: 1920, height: 1080, colorScheme: "dark" },
  wide: { width: 1920, height: 1080, colorScheme: "light" },
  contrast: { width: 1366, height: 768, colorScheme: "light", contrast: "more" },
  forced: { width: 1366, height: 768, colorScheme: "dark", forcedColors: "active" },
  darkzoom: { width: 683, height: 384, colorScheme: "dark", deviceScaleFactor: 2 },
  light: { width: 1366, height: 768, colorScheme: "light" }, dark: { width: 1366, height: 768, colorScheme: "dark" }, zoom: { width: 683, height: 384, colorScheme: "light", deviceScaleFactor: 2 } };

await mkdir(values.to, { recursive: true });
const site = await serve(new URL("../dist-fake/", import.meta.url).pathname);
const browser = await chromium.launch({ executablePath: values.chromium, args: ["--no-sandbox"] });
let wrong = 0;
for (const theme of values.themes.split(",")) {
  const { width, height, ...rest } = looks[theme];
  const look = async (view) => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...rest });
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
    // Nothing is ever asked of another machine.
    page.on("request", (request) => !/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url) && said.push(`asked elsewhere: ${request.url()}`));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(`${site.url}?fake=${view.fake ?? ""}${view.hash}`);
    await page.waitForSelector("[data-testid=main]:not(:has([data-testid=opening])), [data-testid=closed]");
    await page.waitForTimeout(250);
    try {
      await view.then?.(page);
    } catch (error) {
      said.push(`could not get there: ${error.message.split("\n")[0]}`);
    }
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${values.to}/${view.name}-${theme}.png` });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    if (sideways) said.push("the page scrolls sideways");
    // The policy keeps strangers' scripts out of the page itself; the debugger's own evaluation may still come in.
    await page.evaluate(axe);
    const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), tags);
    for (const { id, nodes } of violations) said.push(`axe ${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
    wrong += said.length;
    for (const each of said) console.log(`${view.name} ${theme}: ${each}`);
    await context.close();
  };
  const waiting = views.filter(({ name }) => !values.only || values.only.split(",").some((only) => name.startsWith(only)));
  const worker = async () => {
    for (let view = waiting.shift(); view; view = waiting.shift()) await look(view);
  };
  await Promise.all([worker(), worker(), worker()]);
}
await browser.close();
site.close();
console.log(wrong ? `${wrong} things to look at` : "Nothing wrong was heard.");
process.exitCode = wrong ? 1 : 0;
