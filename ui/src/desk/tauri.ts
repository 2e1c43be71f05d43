// The one file that talks to Tauri.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { Desk, Shell } from "./desk";
import type { Progress } from "./types";

const plain = <Reply>(name: string) => () => invoke<Reply>(name);
const asking = <Request, Reply>(name: string) => (request: Request) => invoke<Reply>(name, { request });

type Asked<Name extends keyof Desk> = Parameters<Desk[Name]>[0];
type Replied<Name extends keyof Desk> = Awaited<ReturnType<Desk[Name]>>;

/** Whether the page runs in the real window. */
export const inTauri = "__TAURI_INTERNALS__" in window;

export const tauri: Shell = {
  about: plain<Replied<"about">>("about"),
  library: asking<Asked<"library">, Replied<"library">>("library"),
  inspections: asking<Asked<"inspections">, Replied<"inspections">>("inspections"),
  papers: asking<Asked<"papers">, Replied<"papers">>("papers"),
  bringIn: asking<Asked<"bringIn">, Replied<"bringIn">>("bring_in"),
  bringInDialog: plain<Replied<"bringInDialog">>("bring_in_dialog"),
  pasteIn: asking<Asked<"pasteIn">, Replied<"pasteIn">>("paste_in"),
  stop: plain<void>("stop"),
  openSample: plain<Replied<"openSample">>("open_sample"),
  read: asking<Asked<"read">, Replied<"read">>("read"),
  confirm: asking<Asked<"confirm">, Replied<"confirm">>("confirm"),
  picture: asking<Asked<"picture">, Replied<"picture">>("picture"),
  pagePicture: asking<Asked<"pagePicture">, Replied<"pagePicture">>("page_picture"),
  removeSource: asking<Asked<"removeSource">, void>("remove_source"),
  pick: asking<Asked<"pick">, Replied<"pick">>("pick"),
  quotes: asking<Asked<"quotes">, Replied<"quotes">>("quotes"),
  changeQuote: asking<Asked<"changeQuote">, Replied<"changeQuote">>("change_quote"),
  changeQuotes: asking<Asked<"changeQuotes">, void>("change_quotes"),
  repick: asking<Asked<"repick">, Replied<"repick">>("repick"),
  citePrimary: asking<Asked<"citePrimary">, Replied<"citePrimary">>("cite_primary"),
  removeQuote: asking<Asked<"removeQuote">, void>("remove_quote"),
  checkSaid: asking<Asked<"checkSaid">, Replied<"checkSaid">>("check_said"),
  packs: plain<Replied<"packs">>("packs"),
  newPack: asking<Asked<"newPack">, Replied<"newPack">>("new_pack"),
  pack: asking<Asked<"pack">, Replied<"pack">>("pack"),
  savePack: asking<Asked<"savePack">, Replied<"savePack">>("save_pack"),
  removePack: asking<Asked<"removePack">, void>("remove_pack"),
  suggestQuotes: asking<Asked<"suggestQuotes">, Replied<"suggestQuotes">>("suggest_quotes"),
  preview: asking<Asked<"preview">, Replied<"preview">>("preview"),
  outline: asking<Asked<"outline">, Replied<"outline">>("outline"),
  toFix: asking<Asked<"toFix">, Replied<"toFix">>("to_fix"),
  previewPage: asking<Asked<"previewPage">, Replied<"previewPage">>("preview_page"),
  previewLine: asking<Asked<"previewLine">, Replied<"previewLine">>("preview_line"),
  issue: asking<Asked<"issue">, Replied<"issue">>("issue"),
  issueDialog: asking<Asked<"issueDialog">, Replied<"issueDialog">>("issue_dialog"),
  openFile: asking<Asked<"openFile">, void>("open_file"),
  showFolder: asking<Asked<"showFolder">, void>("show_folder"),
  undo: plain<Replied<"undo">>("undo"),
  redo: plain<Replied<"redo">>("redo"),
  register: plain<Replied<"register">>("register"),
  settings: plain<Replied<"settings">>("settings"),
  saveSettings: asking<Asked<"saveSettings">, Replied<"saveSettings">>("save_settings"),
  templates: plain<Replied<"templates">>("templates"),
  template: asking<Asked<"template">, Replied<"template">>("template"),
  saveTemplate: asking<Asked<"saveTemplate">, Replied<"saveTemplate">>("save_template"),
  removeTemplate: asking<Asked<"removeTemplate">, void>("remove_template"),
  chooseLogo: plain<Replied<"chooseLogo">>("choose_logo"),
  removeLogo: plain<Replied<"removeLogo">>("remove_logo"),
  chooseBackupFolder: plain<Replied<"chooseBackupFolder">>("choose_backup_folder"),
  clearBackupFolder: plain<Replied<"clearBackupFolder">>("clear_backup_folder"),
  backup: plain<Replied<"backup">>("backup"),
  backups: plain<Replied<"backups">>("backups"),
  restore: asking<Asked<"restore">, Replied<"restore">>("restore"),
  restoreDialog: plain<Replied<"restoreDialog">>("restore_dialog"),
  reopen: plain<void>("reopen"),
  beginLibrary: plain<void>("begin_library"),
  showLibrary: plain<void>("show_library"),
  keepOpen: plain<void>("keep_open"),
  closeWindow: plain<void>("close_window"),

  onProgress(tell) {
    void listen<Progress>("progress", (event) => tell(event.payload));
  },
  onDrop(tell) {
    void getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "drop") tell({ what: "dropped", paths: payload.paths });
      else tell({ what: payload.type === "leave" ? "away" : "over" });
    });
  },
  onClosing(tell) {
    void listen("closing", () => tell());
  },
};
