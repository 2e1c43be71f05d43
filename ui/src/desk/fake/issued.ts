// What is issued of the invented packs: names of files, the note beside them and the register, by the rules of the desk.
import { dayInWords } from "../../text/day";
import { fileNameOf, many } from "../../text/said";
import type { Edition, IssuedFile, PackForm, RegisterRow } from "../types";

type Meeting = Pick<PackForm, "committee" | "meeting">;

const safe = (words: string) => words.normalize("NFKD").toLowerCase().replace(/[\p{M}'’.]/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

/** “committee_date_audience_recipient_v2.pdf”. */
export function fileName({ committee, meeting }: Meeting, { audience, recipient, size }: Edition, version: number): string {
  const parts = [safe(committee ?? "") || "briefing", meeting, safe(audience), safe(recipient ?? ""), size === "large-print" ? size : "", `v${version}`];
  return `${parts.filter(Boolean).join("_")}.pdf`;
}

/** The folder of the invented council. */
export const documents = "/home/me/Documents/Wexcombe";

/** A committee or a board has an article; Cabinet and Full Council have none. */
const withArticle = (name: string) => (/^the\b/i.test(name) || !/\b(?:board|commission|committee|forum|group|panel|partnership)\b/i.test(name) ? name : `the ${name}`);

export function coverNote({ title, committee, meeting }: PackForm, files: IssuedFile[]): string {
  const day = meeting ? ` on ${dayInWords(meeting).replace(/^[A-Z][a-z]+day /, "")}` : "";
  const lines = files.map(({ path, audience, recipient, pages }) => `${fileNameOf(path)}: ${audience}${recipient ? `, for ${recipient}` : ""}, ${many(pages, "page")}\n`);
  return `Please find attached the briefing “${title}” for ${committee ? withArticle(committee) : "the meeting"}${day}.\n\n${lines.join("")}\nEvery quotation is word for word from its source, with page and paragraph where the source gives them. What the sources do not say is shown as not stated.\n`;
}

/** Every file that was issued, the latest first. Undo takes none of it back. */
export class FakeRegister {
  private entries: Omit<RegisterRow, "kept">[] = [];

  enter({ id, title }: Pick<PackForm, "id" | "title">, files: Pick<RegisterRow, "fileName" | "path" | "audience" | "recipient" | "version">[], issued: string) {
    this.entries.unshift(...files.map((file, index) => ({ ...file, pack: id, title, issued, digest: `41c09f${this.entries.length + index}a` })));
  }
  rows = (packs: { id: string }[]): RegisterRow[] => this.entries.map((entry) => ({ ...entry, kept: packs.some(({ id }) => id === entry.pack) }));
}
