// What floats over the page: a menu at its button, and a dialog in the middle. Both close on Escape and give the focus back.

import { h, icon, iconButton } from "./dom.js";

/** A menu of {icon, label, detail, act, danger} at `anchor`; arrows move, Enter chooses. */
export function menu(anchor, items, { label = "Menu", wide = false, title = false } = {}) {
  const list = h("div", { class: `menu${wide ? " wide" : ""}`, role: "menu", "aria-label": label });
  const close = float(list, anchor);
  if (title) list.append(h("div", { class: "menu-title", "aria-hidden": "true" }, label));
  list.append(...items.map((item) => menuItem(item, close)));
  settle(list, anchor);
}

function menuItem(item, close) {
  const choose = () => {
    close();
    item.act();
  };
  return h("button", { type: "button", role: "menuitem", class: item.danger ? "danger" : null, onclick: choose },
    item.picture || (item.icon ? icon(item.icon) : null),
    h("span", { class: "menu-words" }, h("span", {}, item.label), item.detail ? h("small", {}, item.detail) : null));
}

function walk(event, list) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll("button")];
  const next = buttons.indexOf(document.activeElement) + step;
  buttons[(next + buttons.length) % buttons.length].focus();
}

/** A popover of anything else, such as the grid of stickers; gives what closes it. */
export function bubbleOut(anchor, content, label) {
  const box = h("div", { class: "menu", role: "dialog", "aria-label": label }, content);
  const close = float(box, anchor);
  settle(box, anchor);
  return close;
}

/** Closed by a press elsewhere, by Escape, by Tab. Not the browser's own light dismissal: lifting the right button would close it. */
function float(box, anchor) {
  const before = document.activeElement;
  const elsewhere = (event) => box.contains(event.target) || close();
  const byKey = (event) => {
    if (event.key === "Escape" || event.key === "Tab") close();
    else walk(event, box);
  };
  function close() {
    document.removeEventListener("pointerdown", elsewhere, true);
    const inside = box.contains(document.activeElement);
    box.remove();
    if (inside) (before?.isConnected && before !== document.body ? before : anchor).focus?.();
  }
  document.addEventListener("pointerdown", elsewhere, true);
  box.addEventListener("keydown", byKey);
  box.popover = "manual";
  return close;
}

function settle(box, anchor) {
  document.body.append(box);
  box.showPopover();
  place(box, anchor);
  box.querySelector("button")?.focus();
}

const EDGE = 8;

function place(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(EDGE, at.left + width > innerWidth - EDGE ? at.right - width : at.left), innerWidth - width - EDGE);
  const below = at.bottom + 6 + height < innerHeight - EDGE;
  const top = below ? at.bottom + 6 : Math.max(EDGE, at.top - height - 6);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** A modal form; `done` gets its FormData and may throw: its words are shown and the form stays. */
export function dialog(title, fields, { submit = "OK", done = null } = {}) {
  const problem = h("p", { class: "problem", role: "alert" });
  const box = h("dialog", { class: "dialog", "aria-label": title });
  const form = h("form", { method: "dialog" },
    h("header", {}, h("h2", {}, title), iconButton("close", "Close", () => box.close())),
    ...fields, problem,
    done ? h("footer", {}, h("button", { type: "submit", class: "primary" }, submit)) : null);
  form.addEventListener("submit", (event) => finish(event, { box, form, problem, done }));
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && box.close());
  box.append(form);
  document.body.append(box);
  box.showModal();
  (box.querySelector("[autofocus]") || box.querySelector("input"))?.focus();
  return box;
}

async function finish(event, { box, form, problem, done }) {
  event.preventDefault();
  try {
    await done(new FormData(form));
    box.close();
  } catch (refusal) {
    problem.textContent = refusal.message;
  }
}

export function field(label, name, props = {}) {
  return h("label", { class: "field" }, h("span", {}, label), h("input", { name, autocomplete: "off", ...props }));
}
