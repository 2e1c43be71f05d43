// Makes the pictures of docs/window.md, each one that is named there, and those of the help inside the program.
// npm run pictures -- [--only NAME,NAME]
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { small } from "./png.mjs";
import { serve } from "./serve.mjs";
import { views } from "./views.mjs";
import { eachOf, looks, visit } from "./visit.mjs";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const docs = new URL("../../docs/", import.meta.url);
const help = new URL("../src/views/help/pictures/", import.meta.url);
const themes = { light: looks.light, dark: looks.dark, wide: looks.wide, "wide-dark": looks.darkwide };
/** A Friday morning, so that clocks and counted days are the same in every picture, whenever it is made. */
const morning = new Date("2026-11-27T10:00:00Z");
/** Small enough for the panel of the help, large enough to be read there at 200 %. */
const across = 900;

const named = [...(await readFile(new URL("window.md", docs), "utf8")).matchAll(/pictures\/window\/(([a-z-]+?)-(wide-dark|wide|dark|light)\.png)/g)];
const wanted = new Map(named.map(([, file, name, theme]) => [file, { to: new URL(`pictures/window/${file}`, docs), name, look: themes[theme] }]));
// The help has one topic for each screen, and a screen’s view has the name of its topic.
const topics = [...(await readFile(new URL("../src/views/help/topics.ts", import.meta.url), "utf8")).matchAll(/^    id: "([a-z]+)"/gm)].map(([, id]) => id);
for (const name of topics)
  for (const theme of ["light", "dark"]) wanted.set(`help ${name} ${theme}`, { to: new URL(`${name}-${theme}.png`, help), name, look: { ...looks[theme], deviceScaleFactor: across / looks[theme].width } });

const site = await serve(new URL("../dist-fake/", import.meta.url).pathname);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let wrong = 0;
let bytes = 0;
for (const folder of [new URL("pictures/window/", docs), help]) {
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) if (![...wanted.values()].some(({ to }) => to.href === new URL(file, folder).href)) await rm(new URL(file, folder));
}
const asked = [...wanted.values()].filter(({ name }) => !values.only || values.only.split(",").includes(name));
const ofHelp = asked.filter(({ to }) => to.href.startsWith(help.href));
// The help shows its own pictures, so those come first and are built in.
await eachOf(ofHelp, take);
if (ofHelp.length) execFileSync("npx", ["vite", "build", "--mode", "fake", "--outDir", "dist-fake", "--logLevel", "error"], { cwd: new URL("..", import.meta.url), stdio: "inherit" });
await eachOf(asked.filter((each) => !ofHelp.includes(each)), take);
async function take({ to, name, look }) {
  const view = views.find((each) => each.name === name);
  if (!view) throw new Error(`There is no view ${name}.`);
  const { page, said, leave } = await visit(browser, site, view, look, morning);
  // What is on its way has come, except in a view of something that is always on its way.
  await page.waitForFunction(() => !/Not saved yet|Drawing the pages/.test(document.body.innerText), undefined, { timeout: 4000 }).catch(() => {});
  await page.waitForTimeout(400);
  // The pointer points at nothing.
  await page.mouse.move(look.width / 2, 1);
  await page.waitForTimeout(100);
  const picture = small(await page.screenshot());
  await leave();
  await writeFile(to, picture);
  bytes += picture.length;
  wrong += said.length;
  for (const each of said) console.log(`${name}: ${each}`);
}
await browser.close();
site.close();
console.log(`${(bytes / 1e6).toFixed(1)} MB of pictures. ${wrong ? `${wrong} things to look at` : "Nothing wrong was heard."}`);
process.exitCode = wrong ? 1 : 0;
