import { readdirSync, readFileSync, statSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { paletteOf, pixelsOf, small } from "../look/png.mjs";
import { views } from "../look/views.mjs";
import { topics } from "../src/views/help/topics";

const docs = new URL("../../docs/", import.meta.url);
const kept = new URL("pictures/window/", docs);
const help = new URL("../src/views/help/pictures/", import.meta.url);
const text = readFileSync(new URL("window.md", docs), "utf8");
const sizes = (folder) => readdirSync(folder).reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
const measure = (file) => [readFileSync(file).readUInt32BE(16), readFileSync(file).readUInt32BE(20)];

it("every topic of the help has a picture, light and dark, that says what it shows", () => {
  expect(readdirSync(help).sort()).toEqual(topics.flatMap(({ id }) => [`${id}-dark.png`, `${id}-light.png`]).sort());
  for (const { id, shows } of topics) {
    expect(shows, id).toMatch(/^[A-Z].{20,}\.$/);
    for (const theme of ["light", "dark"]) expect(measure(new URL(`${id}-${theme}.png`, help)), `${id} ${theme}`).toEqual([900, 506]);
  }
  expect(sizes(help), "they travel with the program").toBeLessThan(600_000);
});

it("every picture of the walk through the window is there, and every picture that is there is in the walk", () => {
  const named = [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path]) => path);
  expect(named.filter((path) => !/^pictures\/window\/[a-z-]+\.png$/.test(path))).toEqual([]);
  expect(readdirSync(kept).sort()).toEqual([...new Set(named.map((path) => path.replace("pictures/window/", "")))].sort());
  expect(named.length, "none is shown twice").toBe(new Set(named).size);
  expect(sizes(kept), "a picture of a large screen and one of a small, on average").toBeLessThan(48_500 * named.length);
});

it("each picture of the walk has its dark one, what it shows in words, and its measure", () => {
  const pictures = [...text.matchAll(/<picture>\s*<source media="\(prefers-color-scheme: dark\)" srcset="pictures\/window\/([a-z-]+)-dark\.png">\s*<img alt="([^"]+)" src="pictures\/window\/([a-z-]+)\.png" width="(\d+)" height="(\d+)">\s*<\/picture>/g)];
  expect(pictures.length).toBe([...text.matchAll(/<img/g)].length);
  for (const [, dark, alt, light, width, height] of pictures) {
    expect(light, "light and dark are of one view").toBe(dark.endsWith("-wide") ? dark : `${dark}-light`);
    expect(alt.length, light).toBeGreaterThan(20);
    for (const file of [`${light}.png`, `${dark}-dark.png`]) expect(measure(new URL(file, kept)), file).toEqual([Number(width), Number(height)]);
  }
});

it("every picture in the walk is one of a view, and each is there on a large screen too", () => {
  const names = new Set(views.map(({ name }) => name));
  const shown = [...text.matchAll(/src="pictures\/window\/([a-z-]+)-light\.png"/g)].map(([, name]) => name);
  expect(shown.filter((name) => !names.has(name))).toEqual([]);
  const wide = [...text.matchAll(/src="pictures\/window\/([a-z-]+)-wide\.png"/g)].map(([, name]) => name);
  expect(wide).toEqual(shown);
});

it("pictures that the README shows are there", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const shown = [...readme.matchAll(/(?:\(|srcset="|src=")(docs\/pictures\/[^)"\s]+)/g)].map(([, path]) => path);
  expect(shown.length).toBeGreaterThan(2);
  for (const path of shown) expect(statSync(new URL(`../../${path}`, import.meta.url)).size, path).toBeGreaterThan(0);
  expect(readme).toContain("docs/window.md");
});

/** A PNG as a browser writes it, of red, green and blue values, each line with another filter. */
function browserPng(width, height, colourAt) {
  const wide = width * 3;
  const plain = Buffer.alloc(wide * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) plain.set(colourAt(x, y), y * wide + x * 3);
  const at = (x, y) => (x < 0 || y < 0 ? 0 : plain[y * wide + x]);
  const guess = (x, y, filter) => {
    const [left, up, corner] = [at(x - 3, y), at(x, y - 1), x < 3 ? 0 : at(x - 3, y - 1)];
    const paeth = [left, up, corner].toSorted((a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b))[0];
    return [0, left, up, (left + up) >> 1, paeth][filter];
  };
  const lines = Buffer.alloc((wide + 1) * height);
  for (let y = 0; y < height; y += 1) {
    lines[y * (wide + 1)] = y % 5;
    for (let x = 0; x < wide; x += 1) lines[y * (wide + 1) + 1 + x] = at(x, y) - guess(x, y, y % 5);
  }
  const chunk = (name, body) => Buffer.concat([Buffer.from([0, 0, body.length >> 8, body.length & 255]), Buffer.from(name), body, Buffer.alloc(4)]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(lines)), chunk("IEND", Buffer.alloc(0))]);
}

it("a picture of few colours is made small without a pixel changed", () => {
  const colourAt = (x, y) => [[255, 255, 255], [11, 85, 99], [22, 32, 46]][(x * 7 + y * 3) % 3];
  const png = small(browserPng(20, 11, colourAt));
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]], "eight bits a pixel, with a palette").toEqual([20, 11, 3]);
  const palette = png.subarray(png.indexOf("PLTE") + 4, png.indexOf("PLTE") + 4 + 9);
  const at = png.indexOf("IDAT");
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  for (let y = 0; y < 11; y += 1) for (let x = 0; x < 20; x += 1) expect([...palette.subarray(lines[y * 21 + 1 + x] * 3).subarray(0, 3)], `${x} ${y}`).toEqual(colourAt(x, y));
});

it("each filter a browser may use is undone", () => {
  const colourAt = (x, y) => [(x * 37 + y * 11) % 256, (x * x + y) % 256, (y * 53) % 256];
  const { colours } = pixelsOf(browserPng(16, 10, colourAt));
  for (let y = 0; y < 10; y += 1) for (let x = 0; x < 16; x += 1) expect(colours[y * 16 + x], `${x} ${y}`).toBe(colourAt(x, y).reduce((sum, part) => sum * 256 + part, 0));
  expect(() => pixelsOf(Buffer.from("no picture"))).toThrow("not a PNG");
});

it("with many colours those that are seen most stay what they are", () => {
  const counts = new Map([[0xffffff, 90_000], [0x16202e, 5_000], ...Array.from({ length: 500 }, (_, at) => [(at * 7919) & 0xffffff, 1])]);
  const palette = paletteOf(counts, 32);
  expect(palette.length).toBe(32);
  expect(new Set(palette).size).toBe(32);
  expect(palette).toContain(0xffffff);
  expect(palette).toContain(0x16202e);
});
