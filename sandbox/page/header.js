// The top of a phone: whose chat this is, whether the bot is typing, the person's language, and the rest in a menu.

import * as api from "./api.js";
import { h, icon, iconButton } from "./dom.js";
import { LANGUAGES, fullName } from "./faces.js";
import { attempt } from "./notices.js";
import { menu } from "./popups.js";

const TYPING_SECONDS = 5;

export function phoneHeader(phone) {
  const title = h("b", { class: "bot-name" });
  const status = h("small", { class: "bot-status", "aria-live": "polite" });
  const language = languageSelect(phone);
  const more = iconButton("more", `More for ${fullName(phone.who)}`, () => openMore(phone, more));
  more.setAttribute("aria-haspopup", "menu");
  const face = h("span", { class: "bot-face", "aria-hidden": "true" }, h("span", { class: "mark" }));
  const node = h("header", { class: "phone-header" }, face, h("div", { class: "bot-words" }, title, status), language, more);
  let quiet = 0;

  function setTyping(typing) {
    clearTimeout(quiet);
    node.classList.toggle("typing", Boolean(typing));
    status.replaceChildren(...(typing ? ["typing", dots()] : [phone.places.chat ? "group" : "bot"]));
    if (typing) quiet = setTimeout(() => setTyping(false), TYPING_SECONDS * 1000);
  }

  function refresh() {
    title.textContent = phone.places.groups.find((group) => group.id === phone.places.chat)?.title || phone.house.bot().name || "Bot";
    language.value = known(phone.who.language_code);
  }

  setTyping(false);
  return { node, setTyping, refresh };
}

function dots() {
  return h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
}

function known(code) {
  const short = (code || "en").split("-")[0];
  return short in LANGUAGES ? short : "en";
}

function languageSelect(phone) {
  const options = Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, lang: code }, name));
  const select = h("select", { class: "language", "aria-label": `Language of ${fullName(phone.who)}`, title: "Language of this person" }, ...options);
  select.addEventListener("change", async () => {
    await attempt(() => api.speak(phone.who.id, select.value));
    phone.house.refreshState();
  });
  return select;
}

function openMore(phone, anchor) {
  const blocked = Boolean(phone.who.blocked);
  const turn = async () => {
    await attempt(() => (blocked ? api.unblock(phone.who.id) : api.block(phone.who.id)));
    phone.house.refreshState();
  };
  menu(anchor, [
    { icon: "text", label: "Transcript", detail: "The chat as plain text", act: () => window.open(api.transcript(phone.who.id, phone.places.chat), "_blank", "noopener") },
    { icon: "play", label: "Send /start", act: () => phone.say({ text: "/start" }) },
    { icon: blocked ? "check" : "block", label: blocked ? "Unblock the bot" : "Block the bot", danger: !blocked, act: turn },
  ], { label: `More for ${fullName(phone.who)}` });
}
