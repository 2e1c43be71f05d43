import type { Paragraph } from "../desk/types";
import { grouped } from "./group";

/** Paragraphs as they are laid out: folded runs, lists and tables together, page marks between. */
export type Block =
  | { what: "one"; key: string; paragraph: Paragraph }
  | { what: "list"; key: string; paragraphs: Paragraph[] }
  | { what: "table"; key: string; rows: Paragraph[][] }
  | { what: "folded"; key: string; paragraphs: Paragraph[] }
  | { what: "page"; key: string; page: number };

const isFolded = ({ kind }: Paragraph) => kind === "furniture" || kind === "boilerplate";

function sortOf(paragraph: Paragraph): string {
  if (isFolded(paragraph)) return "folded";
  if (paragraph.kind === "item") return "list";
  return paragraph.kind === "cell" ? `table ${paragraph.table}` : `one ${paragraph.index}`;
}

function blockOf(run: Paragraph[], sort: string): Block {
  const first = run[0]!;
  const key = `${first.index}`;
  if (sort === "folded") return { what: "folded", key, paragraphs: run };
  if (sort === "list") return { what: "list", key, paragraphs: run };
  if (sort.startsWith("table")) {
    return { what: "table", key, rows: grouped(run, (cell) => `${cell.row}`).map(([, row]) => row) };
  }
  return { what: "one", key, paragraph: first };
}

export function blocksOf(paragraphs: Paragraph[]): Block[] {
  const blocks: Block[] = [];
  let run: Paragraph[] = [];
  let sort = "";
  let page: number | null = null;
  const end = () => {
    if (run.length) blocks.push(blockOf(run, sort));
    run = [];
  };
  for (const paragraph of paragraphs) {
    const next = sortOf(paragraph);
    const turned = paragraph.page !== null && paragraph.page !== page;
    if (next !== sort || turned) end();
    if (turned) {
      page = paragraph.page;
      blocks.push({ what: "page", key: `page ${page} before ${paragraph.index}`, page: page! });
    }
    sort = next;
    run.push(paragraph);
  }
  end();
  return blocks;
}

/** What a folded run holds. */
export function foldedSaid(paragraphs: Paragraph[]): string {
  const furniture = paragraphs.filter(({ kind }) => kind === "furniture").length;
  const rest = paragraphs.length - furniture;
  const lines = rest && `${rest} ${rest === 1 ? "line" : "lines"} of standard text`;
  const heads = furniture && `${furniture} ${furniture === 1 ? "line" : "lines"} of the page’s header or footer`;
  return `${[lines, heads].filter(Boolean).join(" and ")} ${paragraphs.length === 1 ? "is" : "are"} folded away.`;
}
