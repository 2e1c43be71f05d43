// What roles are called in one pack. Where it says nothing they are called as under Settings, and else as in the templates.
import type { RoleHere, RoleName } from "../../desk/types";
import { plain } from "./withheld";

/** A role as the form shows it: its usual name, the office’s where it has one, and the one it has in this pack. */
export type RoleRow = { id: string; usual: string; office: string; name: string };

/** The roles of the templates, and those only this pack names. */
export function roleRows(known: RoleName[], own: RoleHere[]): RoleRow[] {
  const nameOf = (id: string) => own.find((role) => role.id === id)?.name ?? "";
  const strays = own.filter(({ id }) => !known.some((role) => role.id === id));
  return [
    ...known.map(({ id, usual, name }) => ({ id, usual, office: name, name: nameOf(id) })),
    ...strays.map(({ id, name }) => ({ id, usual: plain(id), office: "", name })),
  ];
}

/** The names of a pack with one of them changed; a name that is empty is none. */
export function withRole(own: RoleHere[], id: string, name: string): RoleHere[] {
  if (!name.trim()) return own.filter((role) => role.id !== id);
  return own.some((role) => role.id === id) ? own.map((role) => (role.id === id ? { id, name } : role)) : [...own, { id, name }];
}

/** The roles as they are called in this pack, for everything that names them. */
export const rolesIn = (known: RoleName[], own: RoleHere[]): RoleName[] => known.map((role) => ({ ...role, name: own.find(({ id }) => id === role.id)?.name.trim() || role.name }));

/** “Executive Member for Children, Mayor”; nothing when no role has a name of its own here. */
export const rolesSaid = (own: RoleHere[]): string => own.map(({ name }) => name.trim()).filter(Boolean).join(", ");
