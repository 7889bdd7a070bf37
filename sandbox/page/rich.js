// Telegram's HTML as nodes: parsed in an inert document, then copied tag by tag through a whitelist; nothing else gets in.

import { h, safeUrl } from "./dom.js";

const TAGS = {
  b: "strong", strong: "strong", i: "em", em: "em", u: "u", ins: "u", s: "s", strike: "s", del: "s",
  code: "code", pre: "pre", blockquote: "blockquote", br: "br",
};

/** `act` says what links do here: {deepLink(url, event), command(text)}; `botName` tells whose links are deep. */
export function rich(html, act) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...copies(parsed.body, act, false));
  return fragment;
}

function copies(parent, act, literal) {
  return [...parent.childNodes].flatMap((node) => copy(node, act, literal));
}

function copy(node, act, literal) {
  if (node.nodeType === Node.TEXT_NODE) return literal ? [node.data] : linked(node.data, act);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const name = node.localName;
  if (name === "a") return [anchor(node, act)];
  if (name === "tg-spoiler" || (name === "span" && node.className === "tg-spoiler")) return [spoiler(copies(node, act, literal))];
  if (name === "script" || name === "style") return [];
  if (!(name in TAGS)) return copies(node, act, literal);
  const inside = copies(node, act, literal || name === "code" || name === "pre");
  return [h(TAGS[name], name === "blockquote" && node.hasAttribute("expandable") ? { class: "long" } : {}, ...inside)];
}

function anchor(node, act) {
  const href = node.getAttribute("href") || "";
  const inside = copies(node, act, true);
  if (href.startsWith("tg://user")) return h("span", { class: "mention" }, ...inside);
  return link(href, inside, act);
}

function spoiler(inside) {
  const reveal = (event) => {
    const veil = event.currentTarget;
    veil.classList.add("shown");
    veil.removeAttribute("role");
    veil.removeAttribute("aria-label");
  };
  const byKey = (event) => (event.key === "Enter" || event.key === " ") && reveal(event);
  return h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show", onclick: reveal, onkeydown: byKey },
    h("span", {}, ...inside));
}

const LINKS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|\bt\.me\/[\w/?=&-]+|(?<![\w/])\/[a-z][a-z0-9_]{1,31}\b(?!\/))/g;

function linked(text, act) {
  const pieces = text.split(LINKS); // every second piece is what the pattern caught
  return pieces.map((piece, index) => (index % 2 ? linkOrCommand(piece, act) : piece)).filter((piece) => piece !== "");
}

function linkOrCommand(piece, act) {
  if (piece.startsWith("/")) return h("button", { type: "button", class: "command", onclick: () => act.command(piece) }, piece);
  return link(piece.startsWith("t.me") ? `https://${piece}` : piece, [piece], act);
}

function link(href, inside, act) {
  const url = safeUrl(href);
  if (!url) return h("span", {}, ...inside);
  const payload = startPayload(url, act.botName());
  if (payload === null) return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...inside);
  const open = (event) => {
    event.preventDefault();
    act.deepLink(payload, event.currentTarget);
  };
  return h("a", { href: url, class: "deep", onclick: open }, ...inside);
}

/** What follows `?start=` in a link to our own bot: "" for the bare link, null when the link leads elsewhere. */
export function startPayload(url, botName) {
  try {
    const { hostname, pathname, searchParams } = new URL(url);
    const ours = ["t.me", "telegram.me"].includes(hostname) && pathname.slice(1).toLowerCase() === (botName || "").toLowerCase();
    return ours ? searchParams.get("start") || "" : null;
  } catch {
    return null;
  }
}
