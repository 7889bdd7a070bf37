// Pictures sent together are shown together: the messages of one album become one message that carries them all.

import { isPicture } from "./cards.js";

export function gathered(messages) {
  const shown = [];
  for (const message of messages) {
    const before = shown.at(-1);
    if (before && belongs(before, message)) shown[shown.length - 1] = joined(before, message);
    else shown.push(message);
  }
  return shown;
}

function belongs(before, message) {
  if (!isPicture(before.file) || !isPicture(message.file) || before.from !== message.from) return false;
  return Boolean(message.media_group_id) && before.media_group_id === message.media_group_id;
}

function joined(before, message) {
  const { text, html } = before.text ? before : message;
  return { ...before, text, html, album: [...(before.album || [before.file]), message.file] };
}
