// One message as a bubble: what it answers, what it carries, its words, its hour, and the keyboard under it.

import { enclosure, isFilm, isPicture } from "./cards.js";
import { h, icon } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { rich } from "./rich.js";
import { hour, instant } from "./when.js";

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\u{1f1e6}-\u{1f1ff}]|\s){1,8}$/u;

/** `act` is the phone: see Phone.deeds for what a bubble may ask of it. */
export function bubble(message, act) {
  if (message.service) return serviceLine(message);
  const own = message.from === act.self();
  const big = isBig(message);
  const body = h("div", { class: `bubble${big ? " big" : ""}${isBare(message) ? " bare" : ""}` },
    sender(message, act), quoted(message, act), origin(message), enclosure(message, act), words(message, act), stamp(message, own));
  const more = h("button", { type: "button", class: "icon-button more", "aria-label": "Message actions", "aria-haspopup": "menu",
    onclick: (event) => act.actions(message, event.currentTarget) }, icon("more"));
  const row = h("div", { class: `message ${own ? "own" : "theirs"}`, "data-id": message.message_id, role: "article", "aria-label": act.author(message) },
    h("div", { class: "bubble-line" }, body, more), inlineKeyboard(message, act));
  listen(row, body, message, act);
  return row;
}

/** The chat about itself: who came, who left, what was paid. */
function serviceLine(message) {
  return h("div", { class: "message service", "data-id": message.message_id, role: "article" }, h("span", {}, message.service));
}

/** In a group whoever speaks is named; so is the bot whose result somebody sent. */
function sender(message, act) {
  const named = act.inGroup() && message.from !== act.self();
  if (!named && !message.via) return null;
  return h("span", { class: "sender" }, named ? act.author(message) : null, message.via ? h("small", {}, ` via @${message.via}`) : null);
}

function listen(row, body, message, act) {
  const pressed = (event) => event.target.closest("a, button, .spoiler");
  body.addEventListener("dblclick", (event) => {
    if (pressed(event)) return;
    getSelection().removeAllRanges();
    act.doubled(message);
  });
  body.addEventListener("click", (event) => {
    if (matchMedia("(hover: none)").matches && !pressed(event) && getSelection().isCollapsed) act.actions(message, body);
  });
  body.addEventListener("contextmenu", (event) => {
    if (pressed(event) || !getSelection().isCollapsed) return;
    event.preventDefault();
    act.actions(message, body);
  });
}

function isBig(message) {
  const text = message.text || message.sticker || "";
  return !message.file && (Boolean(message.sticker) || (text !== "" && ONLY_EMOJI.test(text)));
}

/** A picture or a map alone fills its bubble, the hour stands on it. */
function isBare(message) {
  return (isPicture(message.file) || isFilm(message.file) || Boolean(message.location || message.venue)) && !message.text && !message.reply_to;
}

function quoted(message, act) {
  const id = message.reply_to?.message_id ?? message.reply_to;
  const original = id ? act.find(id) : null;
  if (!original) return null;
  return h("button", { type: "button", class: "quoted", "aria-label": "Show the message answered", onclick: () => act.goTo(id) },
    h("b", {}, act.author(original)), h("span", {}, gist(original)));
}

function origin(message) {
  const name = message.forward_from?.name;
  return name ? h("div", { class: "origin" }, icon("forward"), `Forwarded from ${name}`) : null;
}

export function gist(message) {
  if (message.text) return message.text.replace(/\s+/g, " ").slice(0, 90);
  if (message.file) return fileGist(message.file);
  if (message.poll) return `Poll: ${message.poll.question}`;
  if (message.invoice) return `Invoice: ${message.invoice.title}`;
  if (message.service) return message.service;
  if (message.location) return "Location";
  return message.contact ? "Contact" : "Message";
}

function fileGist(file) {
  if (isPicture(file)) return "Photo";
  if (isFilm(file)) return file.round ? "Video message" : "Video";
  return file.name;
}

/** Who opens a link into the bot sees no more than "/start" of what the bot hears. */
const STARTED = /^\/start \S+$/;

function words(message, act) {
  const own = message.from === act.self() && STARTED.test(message.text || "");
  const text = own ? "/start" : message.html || "";
  if (text) return h("div", { class: "words" }, rich(text, act));
  const plain = message.text || (message.sticker === true ? "" : message.sticker);
  return plain ? h("div", { class: "words" }, plain) : null;
}

function stamp(message, own) {
  const date = instant(message.date);
  return h("span", { class: "stamp" }, message.edited ? "edited " : null,
    h("time", { datetime: date.toISOString() }, hour(date)), own ? icon("check") : null);
}
