// Where the person is, kept in the address so that Back works.
export type View = "library" | "reader" | "check" | "quotes" | "packs" | "register" | "hour" | "settings" | "help";
export type Place = { view: View; id: string | null; at: URLSearchParams };

const views: View[] = ["library", "reader", "check", "quotes", "packs", "register", "hour", "settings", "help"];

export function placeOf(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [view, id] = path.split("/").map(decodeURIComponent);
  return { view: views.find((each) => each === view) ?? "library", id: id || null, at: new URLSearchParams(query) };
}

export function hashOf(view: View, id?: string | null, at: Record<string, string> = {}): string {
  const query = new URLSearchParams(at).toString();
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ""}${query ? `?${query}` : ""}`;
}

class Route {
  place = $state.raw(placeOf(location.hash));

  constructor() {
    addEventListener("hashchange", () => (this.place = placeOf(location.hash)));
  }
  go(view: View, id?: string | null, at: Record<string, string> = {}) {
    location.hash = hashOf(view, id, at);
  }
  /** Changes the place without adding a step to Back. */
  instead(view: View, id?: string | null, at: Record<string, string> = {}) {
    history.replaceState(null, "", hashOf(view, id, at));
    this.place = placeOf(location.hash);
  }
}

export const route = new Route();

const names: Record<View, string> = { library: "Library", reader: "Document", check: "To check", quotes: "Quotes", packs: "Packs", register: "Issued", hour: "One-hour pack", settings: "Settings", help: "Help" };

/** What a screen is called. */
export const nameOf = ({ view, id }: Place): string => (view === "packs" && id ? "Pack" : names[view]);
