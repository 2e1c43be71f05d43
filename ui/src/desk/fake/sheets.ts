// Draws the pages of the stand-in’s PDFs with PDF.js, in the shape in which the desk gives its own.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist";
import workerFile from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerFile;
const opened = new WeakMap<Uint8Array, Promise<PDFDocumentProxy>>();

/** Opens bytes once. They are copied, because PDF.js takes what it is given. */
function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const known = opened.get(bytes) ?? getDocument({ data: bytes.slice(), useWorkerFetch: false, useWasm: false, enableXfa: false }).promise;
  opened.set(bytes, known);
  return known;
}

/** A page: its width and height in four bytes each, then four bytes a pixel. */
export async function sheetOf(bytes: Uint8Array, number: number, width: number): Promise<ArrayBuffer> {
  const page = await (await open(bytes)).getPage(number);
  // Small letters stand unevenly on a coarse canvas; drawing at twice the size and shrinking evens them out.
  const viewport = page.getViewport({ scale: (2 * width) / page.getViewport({ scale: 1 }).width });
  const large = Object.assign(document.createElement("canvas"), { width: Math.round(viewport.width), height: Math.round(viewport.height) });
  await page.render({ canvas: large, viewport, background: "#fff" }).promise;
  const small = Object.assign(document.createElement("canvas"), { width, height: Math.round(viewport.height / 2) });
  const paper = small.getContext("2d")!;
  paper.imageSmoothingQuality = "high";
  paper.drawImage(large, 0, 0, small.width, small.height);
  const { data } = paper.getImageData(0, 0, small.width, small.height);
  const reply = new Uint8Array(8 + data.length);
  new Uint32Array(reply.buffer, 0, 2).set([small.width, small.height]);
  reply.set(data, 8);
  return reply.buffer;
}

/** The line of a page under a point, given as shares of its width and height; "" between lines. */
export async function lineAt(bytes: Uint8Array, number: number, across: number, down: number): Promise<string> {
  const page = await (await open(bytes)).getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const [x, y] = [across * width, (1 - down) * height];
  const { items } = await page.getTextContent();
  const near = items.flatMap((item) => ("str" in item && item.str.trim() && Math.abs(item.transform[5] + item.height / 2 - y) < Math.max(8, item.height) ? [{ words: item.str, from: item.transform[4] as number, to: (item.transform[4] as number) + item.width }] : []));
  // Columns of a table stand on one line; what is under the point counts.
  const hit = near.find(({ from, to }) => from <= x && x <= to);
  return (hit ?? near.toSorted((a, b) => Math.abs(a.from - x) - Math.abs(b.from - x))[0])?.words ?? "";
}
