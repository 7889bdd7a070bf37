// Things that pass from one phone to another: a message forwarded by somebody else, a start link opened by whom it was meant for.

import * as api from "./api.js";
import { safeUrl } from "./dom.js";
import { avatar, fullName } from "./faces.js";
import { attempt } from "./notices.js";
import { menu } from "./popups.js";

/** The phone where the link stands comes first, so Enter opens it there. */
export function linkMenu(anchor, payload, here, house) {
  const others = house.phones().filter((phone) => phone !== here);
  const item = (phone) => ({
    picture: avatar(phone.who, "small"), label: fullName(phone.who), detail: phone.who.role_hint || "", act: () => openIn(phone, payload, house) });
  menu(anchor, [here, ...others].map(item), { label: "Open the link as", wide: true, title: true });
}

function openIn(phone, payload, house) {
  house.goTo(phone.who.id);
  return phone.openPayload(payload);
}

/** The bot sees the message come from the phone chosen, marked as forwarded from its author. */
export function forwardMenu(anchor, message, from, house) {
  const items = house.phones().map((phone) => ({
    picture: avatar(phone.who, "small"), label: phone === from ? `${fullName(phone.who)} (again)` : fullName(phone.who), detail: phone.who.role_hint || "",
    act: () => forward(message, from, phone, house) }));
  menu(anchor, items, { label: "Forward from the phone of", wide: true, title: true });
}

async function forward(message, from, phone, house) {
  const forwardFrom = { user: from.who.id };
  house.goTo(phone.who.id);
  if (!message.file) return phone.say({ ...substance(message), forward_from: forwardFrom });
  const files = message.album || [message.file];
  await attempt(async () => {
    const copies = await Promise.all(files.map(fetched));
    const part = message.file.mime?.startsWith("image/") ? "photo" : "document";
    return api.sendFiles(phone.who.id, part, copies, { caption: message.text, forwardFrom });
  });
  return phone.refresh();
}

function substance(message) {
  if (message.location) return { location: message.location };
  if (message.contact) return { contact: true };
  return { text: message.text || "" };
}

async function fetched(file) {
  const answer = await fetch(safeUrl(file.url));
  return new File([await answer.blob()], file.name || "file", { type: file.mime });
}
