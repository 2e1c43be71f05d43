// Makes a picture of a screen small: at most 56 colours, and each pixel the number of its colour. A screen has few to begin with.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const head = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The pixels of a PNG as browsers write it: eight bits, red, green, blue and perhaps alpha, not interlaced. */
export function pixelsOf(png) {
  if (!png.subarray(0, 8).equals(head)) throw new Error("not a PNG");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const deep = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !deep || png[28] !== 0) throw new Error("not a PNG as a browser writes it");
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const wide = width * deep;
  const lines = Buffer.alloc(wide * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (wide + 1)];
    for (let x = 0; x < wide; x += 1) {
      const here = y * wide + x;
      const left = x < deep ? 0 : lines[here - deep];
      const up = y ? lines[here - wide] : 0;
      const corner = x < deep || !y ? 0 : lines[here - wide - deep];
      lines[here] = raw[y * (wide + 1) + 1 + x] + [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
    }
  }
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) colours[at] = (lines[at * deep] << 16) | (lines[at * deep + 1] << 8) | lines[at * deep + 2];
  return { width, height, colours };
}
function nearest(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const channels = [16, 8, 0];
const part = (colour, shift) => (colour >> shift) & 255;

const far = (one, other) => channels.reduce((sum, shift) => sum + (part(one, shift) - part(other, shift)) ** 2, 0);

/** At most `most` of the colours counted: the one seen most, then again and again the one that is farthest from those taken and seen often, so that no tint turns into another. */
export function paletteOf(counts, most) {
  const all = [...counts];
  if (all.length <= most) return all.map(([colour]) => colour);
  const palette = [all.reduce((best, each) => (each[1] > best[1] ? each : best))[0]];
  const away = all.map(([colour]) => far(colour, palette[0]));
  while (palette.length < most) {
    const next = all.reduce((best, [, count], at) => (away[at] * Math.sqrt(count) > away[best] * Math.sqrt(all[best][1]) ? at : best), 0);
    palette.push(all[next][0]);
    all.forEach(([colour], at) => (away[at] = Math.min(away[at], far(colour, all[next][0]))));
  }
  return palette;
}

/** The same picture with at most `most` colours. */
export function small(png, most = 56) {
  const { width, height, colours } = pixelsOf(png);
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf(counts, most);
  const index = new Map();
  for (const colour of counts.keys()) index.set(colour, palette.reduce((best, each, at) => (far(each, colour) < far(palette[best], colour) ? at : best), 0));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = index.get(colours[y * width + x]);
  const first = Buffer.alloc(13);
  first.writeUInt32BE(width, 0);
  first.writeUInt32BE(height, 4);
  first.set([8, 3, 0, 0, 0], 8);
  // Letters and empty paper take turns; short blocks, which little memory makes, suit each of them.
  return Buffer.concat([head, chunk("IHDR", first), chunk("PLTE", Buffer.from(palette.flatMap((colour) => channels.map((shift) => part(colour, shift))))), chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 5 })), chunk("IEND", Buffer.alloc(0))]);
}
function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(bytes.length, 0);
  size.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([size.subarray(0, 4), body, size.subarray(4)]);
}
