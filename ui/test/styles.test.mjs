import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const here = new URL("../src/", import.meta.url);
const files = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((name) => /\.(svelte|css|ts)$/.test(name) && !/\.test\.ts$/.test(name));
const text = new Map(files.map((name) => [name, readFileSync(new URL(name, here), "utf8")]));
const all = [...text.values()].join("\n");
const tokens = text.get("styles/tokens.css");
const base = text.get("styles/base.css");

it("every token is used, and every token that is used is there", () => {
  const made = new Set([...tokens.matchAll(/^\s*(--[a-z-]+):/gm)].map((found) => found[1]));
  const used = new Set([...all.matchAll(/var\((--[a-z-]+)/g)].map((found) => found[1]));
  expect([...made].filter((name) => !used.has(name))).toEqual([]);
  const own = new Set([...all.matchAll(/(--[a-z-]+):/g)].map((found) => found[1]));
  expect([...used].filter((name) => !own.has(name))).toEqual([]);
});

it("every class of the base styles is worn by something", () => {
  const classes = new Set([...base.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/\.([a-z][a-z-]*)(?=[^{}]*\{)/g)].map((found) => found[1]));
  const pages = [...text].filter(([name]) => !name.endsWith(".css")).map(([, words]) => words.replace(/<style>[\s\S]*<\/style>/, "")).join("\n");
  // Bearings and tones are put together from the words of the desk.
  const made = /^(bearing-|good$|middling$|poor$|warn$)/;
  expect([...classes].filter((name) => !made.test(name) && !new RegExp(`\\b${name}\\b`).test(pages))).toEqual([]);
});

it("colours are named in one file; white is the paper of a PDF", () => {
  const strays = [...text].filter(([name]) => name !== "styles/tokens.css" && !name.startsWith("desk")).flatMap(([name, words]) => [...words.matchAll(/(?:#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\()[^;]*;/gi)].map((found) => `${name}: ${found[0]}`)).filter((each) => !/#fff["\s;]/.test(each));
  expect(strays).toEqual([]);
});

it("nothing in the page names another machine", () => {
  // The name of the SVG language looks like an address and is none.
  const strays = [...text].flatMap(([name, words]) => [...words.matchAll(/\b(?:https?|wss?):\/\/(?!www\.w3\.org\/2000\/svg)[^\s"'`]+/g)].map((found) => `${name}: ${found[0]}`));
  expect(strays).toEqual([]);
});
