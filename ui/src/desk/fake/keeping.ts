// What is set once, and the copies of the library; invented.
import type { Desk } from "../desk";
import type { Settings } from "../types";
import type { FakeLibrary } from "./library";
import { checkedId, templateRows, templateText } from "./templates";

type Around = {
  answer: <Reply>(make: () => Reply) => Promise<Reply>;
  change: <Reply>(what: string, make: () => Reply) => Promise<Reply>;
  library: FakeLibrary;
  /** Takes away whatever kept the library closed. */
  away: () => void;
};
type Keeping = Pick<
  Desk,
  | "settings" | "saveSettings" | "templates" | "template" | "saveTemplate" | "removeTemplate" | "chooseLogo" | "removeLogo" | "chooseBackupFolder" | "clearBackupFolder" | "backup" | "backups"
  | "restore" | "restoreDialog" | "reopen" | "beginLibrary" | "showLibrary" | "keepOpen" | "closeWindow"
>;

const home = "/home/me/.local/share/packhorse";
/** A copy, named after the moment it was made. */
const copyOf = (stamp: string, bytes: number) => ({
  path: `${home}/Backups/library_${stamp}.packhorse`,
  made: `${stamp.slice(0, 10)}T${stamp.slice(11, 13)}:${stamp.slice(13, 15)}:${stamp.slice(15, 17)}Z`,
  bytes,
});
const earlier = ["2026-11-22_024511120", "2026-11-20_180214000", "2026-11-13_171500000"].map((stamp, index) => copyOf(stamp, 4_812_800 - index * 212_000));
const stampNow = () => new Date().toISOString().replace("T", "_").replace(/[:.Z]/g, "");
const crest = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40"><rect width="120" height="40" rx="4" fill="#0b5563"/><path d="M14 28 26 10l12 18z" fill="#fff"/></svg>')}`;

export function keeping({ answer, change, library, away }: Around): Keeping {
  let copies = earlier;
  const set = (what: string, change_: Partial<Settings>) => change(what, () => Object.assign(library.settings, change_));
  return {
    settings: () => answer(() => library.settings),
    saveSettings: ({ council, logoAlt, roles }) => set("change settings", { council, roles, logo: library.settings.logo && { ...library.settings.logo, alt: logoAlt ?? library.settings.logo.alt } }),
    templates: () => answer(() => templateRows(library.builtIn, library.templates)),
    template: ({ audience }) => answer(() => ({ text: templateText(library.builtIn, library.templates, audience), file: null })),
    saveTemplate: ({ text }) =>
      change("save template", () => {
        const id = checkedId(text);
        library.templates[id] = text;
        return library.audiences.find((audience) => audience.id === id)!;
      }),
    removeTemplate: ({ audience }) => change("remove template", () => void delete library.templates[audience]),
    chooseLogo: () => set("choose a logo", { logo: { alt: `${library.settings.council ?? "Council"} logo`, image: crest } }),
    removeLogo: () => set("remove the logo", { logo: null }),
    chooseBackupFolder: () => set("change the folder of second copies", { backupFolder: "/media/office-drive/Packhorse" }),
    clearBackupFolder: () => set("change the folder of second copies", { backupFolder: null }),
    backup: () =>
      answer(() => {
        const stamp = stampNow();
        copies = [copyOf(stamp, 4_812_800), ...copies];
        return { path: copies[0]!.path, also: library.settings.backupFolder && `${library.settings.backupFolder}/library_${stamp}.packhorse`, notice: null };
      }),
    backups: async () => ({ library: `${home}/library.packhorse`, folder: `${home}/Backups`, copies }),
    restore: async () => (away(), { kept: `${home}/library.packhorse.replaced-20261122T101500` }),
    restoreDialog: async () => (away(), { kept: null }),
    reopen: () => answer(() => undefined),
    beginLibrary: async () => away(),
    showLibrary: async () => {},
    keepOpen: async () => {},
    closeWindow: async () => void dispatchEvent(new Event("fake-closed")),
  };
}
