// Short words that float: a phone's toasts and alerts, as Telegram shows them, and the page's own line at the bottom.

import { h } from "./dom.js";

const SECONDS = 4.5;

export class Notices {
  constructor() {
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.alerts = h("div", { class: "alerts" });
  }

  show(text, alert, behind) {
    if (!text || this.isShown(text)) return;
    if (alert) this.alert(text, behind);
    else this.toast(text);
  }

  isShown(text) {
    return [...this.toasts.children, ...this.alerts.querySelectorAll("p")].some((node) => node.textContent === text);
  }

  toast(text) {
    const node = h("div", { class: "toast" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), SECONDS * 1000);
  }

  /** The phone behind an alert does not answer until OK is pressed. */
  alert(text, behind) {
    const held = behind.filter((node) => !node.inert);
    const before = document.activeElement;
    const mine = held.some((node) => node.contains(before));
    const ok = h("button", { type: "button", class: "primary", onclick: close }, "OK");
    const card = h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": "Message from the bot" }, h("p", {}, text), ok);
    const veil = h("div", { class: "veil", onkeydown: (event) => event.key === "Escape" && close() }, card);
    this.alerts.append(veil);
    if (mine) ok.focus();
    held.forEach((node) => (node.inert = true));

    function close() {
      veil.remove();
      held.forEach((node) => (node.inert = false));
      if (mine && before.isConnected) before.focus();
    }
  }
}

const pageLine = h("div", { class: "page-notice", role: "status", "aria-live": "polite" });
let hiding = 0;

export function tellPage(text, { stay = false } = {}) {
  if (!pageLine.isConnected) document.body.append(pageLine);
  pageLine.textContent = text;
  pageLine.classList.toggle("shown", Boolean(text));
  clearTimeout(hiding);
  if (text && !stay) hiding = setTimeout(() => tellPage(""), SECONDS * 1000);
}

/** Runs what was pressed; a refusal of the sandbox is said at the bottom of the page. */
export async function attempt(deed) {
  try {
    return await deed();
  } catch (refusal) {
    tellPage(refusal.message);
    return null;
  }
}
