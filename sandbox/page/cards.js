// What a message may carry besides words: a picture, a voice, a video, a paper to download, a place, somebody's number.

import { h, icon, safeUrl } from "./dom.js";
import { pollCard } from "./polls.js";
import { fullName } from "./faces.js";

export function enclosure(message, act) {
  if (message.poll) return pollCard(message, act);
  if (message.invoice) return invoiceCard(message.invoice);
  if (message.album) return h("div", { class: `album of-${Math.min(message.album.length, 4)}` }, ...message.album.map(picture));
  if (message.file) return fileCard(message.file);
  if (message.venue) return placeCard(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return placeCard(message.location);
  if (message.contact) return contactCard(message.contact);
  if (message.users_shared) return sharedCard(message.users_shared.users);
  return null;
}

export function isPicture(file) {
  return Boolean(file?.mime?.startsWith("image/"));
}

/** What was sent as a video, not a video sent as a file. */
export function isFilm(file) {
  return file?.seconds !== undefined;
}

function fileCard(file) {
  if (isPicture(file)) return picture(file);
  if (file.mime?.startsWith("audio/")) return voice(file);
  if (isFilm(file)) return film(file);
  return paper(file);
}

function picture(file) {
  const image = h("img", { src: safeUrl(file.url), alt: file.name || "Photo", loading: "lazy" });
  image.addEventListener("error", () => image.closest("button")?.classList.add("broken"));
  return h("button", { type: "button", class: "picture", "aria-label": `Open ${file.name || "photo"}`, onclick: () => enlarge(file) }, image);
}

function enlarge(file) {
  const url = safeUrl(file.url);
  const box = h("dialog", { class: "lightbox", "aria-label": file.name || "Photo", onclick: () => box.close() },
    h("img", { src: url, alt: file.name || "Photo" }),
    h("footer", { onclick: (event) => event.stopPropagation() },
      h("span", {}, file.name || "Photo"),
      h("a", { href: url, download: file.name || "photo", class: "icon-button", "aria-label": "Download" }, icon("download")),
      h("button", { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => box.close() }, icon("close"))));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}

const READABLE = /^(application\/pdf|text\/plain)/;

function paper(file) {
  const url = safeUrl(file.url);
  const name = file.name || "file";
  const kind = (name.includes(".") ? name.split(".").pop() : "file").slice(0, 4);
  const face = [
    h("span", { class: `paper-kind kind-${kind.toLowerCase().replace(/[^a-z0-9]/g, "")}`, "aria-hidden": "true" }, kind.toUpperCase()),
    h("span", { class: "paper-words" }, h("span", { class: "paper-name" }, name), h("small", {}, bytes(file.size))),
  ];
  const readable = READABLE.test(file.mime || "");
  return h("div", { class: "paper" },
    h("a", { class: "paper-face", href: url, target: readable ? "_blank" : null, rel: "noopener", download: readable ? null : name }, ...face),
    h("a", { class: "icon-button download", href: url, download: name, "aria-label": `Download ${name}`, title: "Download" }, icon("download")));
}

export function bytes(size) {
  if (!Number.isFinite(size)) return "";
  if (size < 1024) return `${size} B`;
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

const BARS = [5, 9, 14, 8, 16, 11, 18, 13, 7, 12, 19, 10, 15, 6, 11, 17, 9, 13, 7, 5, 10, 14, 6, 4];

function voice(file) {
  const sound = new Audio();
  const press = () => {
    sound.src ||= safeUrl(file.url);
    if (sound.paused) sound.play().catch(() => {});
    else sound.pause();
  };
  return h("div", { class: "voice" },
    h("button", { type: "button", class: "round", "aria-label": "Play voice message", onclick: press }, icon("play")),
    h("span", { class: "bars", "aria-hidden": "true" }, ...BARS.map((tall) => h("i", { style: { height: `${tall}px` } }))),
    h("small", {}, bytes(file.size)));
}

/** A face with its length until it is pressed; what cannot be played keeps it. */
function film(file) {
  const name = file.round ? "video message" : "video";
  const face = h("button", { type: "button", class: file.round ? "film round-film" : "film", "aria-label": `Play ${name}`,
    style: { "aspect-ratio": `${file.width} / ${file.height}` } },
    h("span", { class: "round", "aria-hidden": "true" }, icon("play")), h("small", {}, clock(file.seconds)));
  face.addEventListener("click", () => {
    const video = h("video", { class: face.className, src: safeUrl(file.url), controls: !file.round, autoplay: true, style: { "aspect-ratio": face.style.aspectRatio } });
    video.addEventListener("error", () => video.replaceWith(face));
    video.addEventListener("ended", () => file.round && video.replaceWith(face));
    face.replaceWith(video);
  });
  return face;
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** No map is fetched from anywhere: the streets are drawn, and turned by the coordinates so that places differ. */
function placeCard({ latitude, longitude }, title = "Location", detail = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`) {
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  const shift = (figure, span) => `${Math.round(Math.abs(figure * 997) % span)}px`;
  const view = { "--dx": shift(latitude, 60), "--dy": shift(longitude, 40), "--turn": `${Math.round((longitude * 31) % 24) - 12}deg` };
  return h("a", { class: "place", href: map, target: "_blank", rel: "noopener noreferrer" },
    h("span", { class: "place-map", style: view, "aria-hidden": "true" }, h("span", { class: "streets" }), h("span", { class: "place-pin" }, icon("pin"))),
    h("span", { class: "place-words" }, h("span", {}, title), h("small", {}, detail)));
}

function sharedCard(users) {
  return h("div", { class: "contact" }, h("span", { class: "round", "aria-hidden": "true" }, icon("contact")),
    h("span", { class: "contact-words" }, ...users.map((who) => h("span", {}, fullName({ ...who, id: who.user_id })))));
}

function contactCard(contact) {
  return h("div", { class: "contact" },
    h("span", { class: "round", "aria-hidden": "true" }, icon("contact")),
    h("span", { class: "contact-words" }, h("span", {}, fullName({ ...contact, id: "Contact" })),
      h("a", { href: `tel:${contact.phone_number}` }, contact.phone_number)));
}

function invoiceCard(invoice) {
  return h("div", { class: "invoice", role: "group", "aria-label": `Invoice: ${invoice.title}` }, h("b", {}, invoice.title), h("p", {}, invoice.description),
    h("div", { class: "invoice-total" }, h("span", {}, invoice.total), invoice.paid ? h("span", { class: "invoice-paid" }, "✓ Paid") : null));
}
