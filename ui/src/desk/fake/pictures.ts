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

/** In which rows words stand, whatever the size of their letters: they may begin in one row and end in the next. */
export function markedIn(rows: string[], words: string): { row: number; from: number; to: number }[] {
  const start = rows.join(" ").toLowerCase().indexOf(words.toLowerCase());
  if (start < 0) return [];
  let at = 0;
  return rows.flatMap((text, row) => {
    const [from, to] = [Math.max(0, start - at), Math.min(text.length, start + words.length - at)];
    at += text.length + 1;
    return from < to ? [{ row, from, to }] : [];
  });
}

/** A row of a page with the words marked. */
export function drawPlace(context: string, words: string, page: number): PlacePicture {
  const [canvas, pen] = sheet(220);
  pen.font = "30px Georgia, serif";
  const rows = lines(pen, context, width - 160);
  pen.fillStyle = "#ffe08a";
  const across = (row: number, from: number, to: number) => pen.measureText(rows[row]!.slice(from, to)).width;
  for (const { row, from, to } of markedIn(rows, words)) pen.fillRect(80 + across(row, 0, from), 52 + row * 44, across(row, from, to), 40);
  pen.fillStyle = "#222";
  for (const [at, row] of rows.entries()) pen.fillText(row, 80, 82 + at * 44);
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
