// Pages that nobody printed, drawn from the invented words.
import type { Paragraph, PlacePicture } from "../types";

const width = 1200;

function sheet(height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "white";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#222";
  return [canvas, pen];
}

function lines(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const made = [""];
  for (const word of text.split(" ")) {
    const longer = `${made.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width > room) made.push(word);
    else made[made.length - 1] = longer;
  }
  return made;
}

/** A row of a page with the words marked. */
export function drawPlace(context: string, words: string, page: number): PlacePicture {
  const [canvas, pen] = sheet(220);
  pen.font = "30px Georgia, serif";
  const rows = lines(pen, context, width - 160);
  for (const [at, row] of rows.entries()) {
    const found = row.indexOf(words.slice(0, 18));
    if (found >= 0) {
      pen.fillStyle = "#ffe08a";
      pen.fillRect(80 + pen.measureText(row.slice(0, found)).width, 52 + at * 44, pen.measureText(row.slice(found, found + words.length)).width, 40);
      pen.fillStyle = "#222";
    }
    pen.fillText(row, 80, 82 + at * 44);
  }
  return { image: canvas.toDataURL("image/png"), width, height: 220, page, cropped: true };
}

/** A whole page: the bytes of a PNG. */
export async function drawPage(paragraphs: Paragraph[]): Promise<ArrayBuffer> {
  const [canvas, pen] = sheet(1697);
  let down = 140;
  for (const { kind, text, number } of paragraphs) {
    pen.font = kind === "heading" ? "bold 34px Arial, sans-serif" : "26px Georgia, serif";
    for (const row of lines(pen, `${number ? `${number}. ` : ""}${text}`, width - 240)) {
      pen.fillText(row, 120, down);
      down += 40;
    }
    down += 24;
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), "image/png"));
  return blob.arrayBuffer();
}
