// Everything besides typed words that a person may send: files, their number, where they are, a sticker, a voice, a video.

import { h } from "./dom.js";
import { bubbleOut, dialog, field, menu } from "./popups.js";

const STICKERS = ["👍", "❤️", "😂", "🙏", "🎉", "🤔", "😍", "👋", "🔥", "😢", "✈️", "🏖️", "🏔️", "🚌", "🧳", "☀️"];
const PLACES = [
  ["Sofia", 42.69751, 23.32415], ["Ohrid", 41.11231, 20.80178], ["Istanbul", 41.00527, 28.97696],
  ["Vienna", 48.20849, 16.37208], ["Beijing", 39.90469, 116.40717],
];

/** `send(what)` says it; `pick(files, options)` puts files in the tray. */
export function attachMenu(anchor, { send, pick }) {
  menu(anchor, [
    { icon: "photo", label: "Photos", act: () => choose("image/jpeg,image/png,image/webp", (files) => pick(files, { asFiles: false })) },
    { icon: "file", label: "Files", act: () => choose("", (files) => pick(files, { asFiles: true })) },
    { icon: "smile", label: "Sticker", act: () => stickers(anchor, send) },
    { icon: "mic", label: "Voice", act: () => send({ voice: true }) },
    { icon: "play", label: "Video", act: () => send({ video: true }) },
    { icon: "film", label: "Video message", act: () => send({ video_note: true }) },
    { icon: "pin", label: "Location", act: () => location(send) },
    { icon: "contact", label: "My contact", act: () => send({ contact: true }) },
  ], { label: "Attach" });
}

function choose(accept, take) {
  const input = h("input", { type: "file", multiple: true, accept });
  input.addEventListener("change", () => take([...input.files]));
  input.click();
}

function stickers(anchor, send) {
  const grid = h("div", { class: "stickers" }, ...STICKERS.map((sticker) => h("button", { type: "button", "aria-label": `Sticker ${sticker}`,
    onclick: () => {
      close();
      send({ sticker });
    } }, sticker)));
  const close = bubbleOut(anchor, grid, "Stickers");
}

function location(send) {
  const latitude = field("Latitude", "latitude", { value: PLACES[0][1], inputmode: "decimal", required: true });
  const longitude = field("Longitude", "longitude", { value: PLACES[0][2], inputmode: "decimal", required: true });
  const fill = (place) => {
    latitude.querySelector("input").value = place[1];
    longitude.querySelector("input").value = place[2];
  };
  const chips = h("div", { class: "chips" }, ...PLACES.map((place) => h("button", { type: "button", onclick: () => fill(place) }, place[0])));
  const done = (form) => send({ location: { latitude: figure(form, "latitude", 90), longitude: figure(form, "longitude", 180) } });
  dialog("Send a location", [chips, h("div", { class: "pair" }, latitude, longitude)], { submit: "Send", done });
}

function figure(form, name, most) {
  const value = Number(String(form.get(name)).replace(",", "."));
  if (!Number.isFinite(value) || Math.abs(value) > most) throw new Error(`The ${name} is a number between −${most} and ${most}.`);
  return value;
}
