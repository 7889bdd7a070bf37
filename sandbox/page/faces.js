// How a person looks here: a full name, two letters on a colour of their own, and on which side of the counter they are.

import { h } from "./dom.js";

const COLOURS = ["#e17076", "#eda86c", "#a695e7", "#5fb56b", "#4fa9c9", "#6e8fe0", "#d97fb0", "#c79a4b"];
const CLIENTS = new Set(["client", "traveller", "traveler", "guest", "tourist"]);

const HAN = /^\p{Script=Han}+$/u;

export const LANGUAGES = { en: "English", ru: "Русский", bg: "Български", zh: "中文" };

export function fullName(who) {
  const names = inOrder(who);
  return names.join(isHan(names) ? "" : " ") || who.username || String(who.id);
}

/** A Chinese name has the family's first. */
function inOrder(who) {
  const names = [who.first_name, who.last_name].filter(Boolean);
  return isHan(names) ? names.reverse() : names;
}

function isHan(names) {
  return names.length > 1 && names.every((name) => HAN.test(name));
}

export function initials(who) {
  const words = inOrder(who);
  return words.map((word) => [...word][0]).join("").toUpperCase() || "?";
}

export function isStaff(who) {
  return Boolean(who.role_hint) && !CLIENTS.has(who.role_hint.toLowerCase());
}

export function avatar(who, extra = "") {
  const colour = COLOURS[Math.abs(Number(who.id)) % COLOURS.length];
  return h("span", { class: `avatar ${extra}`.trim(), style: { "--colour": colour }, "aria-hidden": "true" }, initials(who));
}

export function roleTag(who) {
  return who.role_hint ? h("span", { class: `tag ${isStaff(who) ? "staff" : "client"}` }, who.role_hint) : null;
}
