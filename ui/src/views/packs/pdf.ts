// PDF.js, loaded when the first preview is drawn. Its worker is a file of ours, so nothing is fetched from elsewhere.
import { getDocument, GlobalWorkerOptions, PDFWorker, type PDFDocumentProxy } from "pdfjs-dist";
import workerFile from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerFile;
let worker: PDFWorker | undefined;

export type Opened = { document: PDFDocumentProxy; pages: number; close: () => void };

/** Opens the bytes of a pack. They are copied, because PDF.js takes what it is given. */
export async function open(bytes: Uint8Array): Promise<Opened> {
  worker ??= new PDFWorker();
  const task = getDocument({ data: bytes.slice(), worker, useWorkerFetch: false, useWasm: false, enableXfa: false });
  const document = await task.promise;
  return { document, pages: document.numPages, close: () => void task.destroy() };
}

/** Draws a page on a canvas of its own, then puts it in place whole, so that the old page stays until the new one is ready. */
export async function draw({ document }: Opened, number: number, canvas: HTMLCanvasElement, width: number): Promise<void> {
  const page = await document.getPage(number);
  const dense = Math.min(3, devicePixelRatio || 1);
  // On a coarse screen some engines set small letters unevenly on a canvas; drawing at twice the size and shrinking evens them out.
  const over = dense < 2 ? 2 : 1;
  const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * dense * over });
  const fresh = Object.assign(globalThis.document.createElement("canvas"), { width: Math.round(viewport.width), height: Math.round(viewport.height) });
  await page.render({ canvas: fresh, viewport, background: "#fff" }).promise;
  canvas.width = Math.round(fresh.width / over);
  canvas.height = Math.round(fresh.height / over);
  const paper = canvas.getContext("2d")!;
  paper.imageSmoothingQuality = "high";
  paper.drawImage(fresh, 0, 0, canvas.width, canvas.height);
  // Its memory goes at once, not when the engine next tidies up.
  fresh.width = 0;
  page.cleanup();
}

/** The line of a page under a point, given as shares of its width and height; "" between lines. */
export async function lineAt({ document }: Opened, number: number, across: number, down: number): Promise<string> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const [x, y] = [across * width, (1 - down) * height];
  const { items } = await page.getTextContent();
  const near = items.filter((item) => "str" in item && item.str.trim()).filter((item) => "str" in item && Math.abs(item.transform[5] + item.height / 2 - y) < Math.max(8, item.height));
  const line = near.map((item) => ("str" in item ? { words: item.str, from: item.transform[4] as number, to: (item.transform[4] as number) + item.width } : null)).filter((item) => item !== null);
  // Columns of a table stand on one line; what is under the point counts.
  const hit = line.find(({ from, to }) => from <= x && x <= to);
  return (hit ?? line.toSorted((a, b) => Math.abs(a.from - x) - Math.abs(b.from - x))[0])?.words ?? "";
}
