// Which desk this page talks to, chosen once when it starts.
import type { Shell } from "./desk";
import { inTauri, tauri } from "./tauri";
import type { Trouble } from "./types";

async function choose(): Promise<Shell> {
  if (__FAKE__ && !inTauri) return (await import("./fake")).fake();
  return tauri;
}

export const desk: Shell = await choose();

/** Turns whatever was thrown into a Trouble that can be shown. */
export function asTrouble(thrown: unknown): Trouble {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown && "message" in thrown) {
    const trouble = thrown as Trouble;
    return { ...trouble, hints: trouble.hints ?? [] };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: "internal", message: `Something inside Packhorse did not work: ${message}`, hints: ["Nothing that was saved is lost. Try once more."] };
}
