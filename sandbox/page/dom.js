// The one place where elements are made: names, properties and children in, a node out; text is always text.

import { PATHS } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";

export function h(name, props = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) give(node, key, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function give(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
  else if (key === "class") node.className = value;
  else if (key === "style") for (const [name, figure] of Object.entries(value)) node.style.setProperty(name, figure);
  else if (key === "text") node.textContent = value;
  else node.setAttribute(key, value === true ? "" : value);
}

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  for (const d of PATHS[name]) {
    const stroke = document.createElementNS(SVG, "path");
    stroke.setAttribute("d", d);
    drawing.append(stroke);
  }
  return drawing;
}

export function iconButton(name, label, onclick, extra = "") {
  return h("button", { type: "button", class: `icon-button ${extra}`.trim(), "aria-label": label, title: label, onclick }, icon(name));
}

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "blob:"]);

export function safeUrl(text) {
  try {
    const url = new URL(text, location.href);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
