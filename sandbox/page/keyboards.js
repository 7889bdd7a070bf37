// Keyboards: the one under a message, whose button is busy until the bot answers, and the one under the composer.

import { h, icon, safeUrl } from "./dom.js";
import { startPayload } from "./rich.js";

/** From so many keys in a row on, two figures or letters have to fit between narrow edges. */
const CROWDED = 5;
const STYLES = { primary: "key-primary", success: "key-success", danger: "key-danger" };

/** `act` does {tap(message, button), deepLink(payload, anchor), botName()}. */
export function inlineKeyboard(message, act) {
  const rows = message.buttons || [];
  if (!rows.length) return null;
  return h("div", { class: "inline", role: "group", "aria-label": "Buttons" },
    ...rows.map((row) => h("div", { class: `inline-row${row.length >= CROWDED ? " many" : ""}` }, ...row.map((button) => inlineButton(message, button, act)))));
}

function inlineButton(message, button, act) {
  if (button.pay && message.invoice?.paid) return h("button", { type: "button", class: "key", disabled: true }, h("span", {}, "Receipt"));
  const invites = button.url?.startsWith("https://t.me/+");
  return button.url && !invites ? linkButton(button, act) : callbackButton(message, button, act);
}

function linkButton(button, act) {
  const url = safeUrl(button.url);
  const payload = url && startPayload(url, act.botName());
  const open = (event) => {
    if (payload === null) return;
    event.preventDefault();
    act.deepLink(payload, event.currentTarget);
  };
  return h("a", { class: "key", title: button.label, href: url, target: "_blank", rel: "noopener noreferrer", onclick: open },
    h("span", {}, button.label), h("span", { class: "key-mark" }, icon(payload === null ? "open" : "link")));
}

function callbackButton(message, button, act) {
  const press = async (event) => {
    const key = event.currentTarget;
    if (key.getAttribute("aria-busy") === "true") return;
    key.setAttribute("aria-busy", "true");
    await act.tap(message, button);
    key.removeAttribute("aria-busy");
  };
  return h("button", { type: "button", class: `key ${STYLES[button.style] || ""}`.trim(), title: button.label, onclick: press },
    h("span", {}, button.label), h("span", { class: "key-spin", "aria-hidden": "true" }));
}

/** The rows that stand under the composer; `press` gets a label. */
export function replyKeyboard(rows, press) {
  const label = (button) => (typeof button === "string" ? button : button.label || button.text);
  return rows.map((row) => h("div", { class: "reply-row" },
    ...row.map((button) => h("button", { type: "button", class: "reply-key", title: label(button), onclick: () => press(label(button)) }, label(button)))));
}
