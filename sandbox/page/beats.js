// The beats of a guide: what one is about, whether it was just done, and what to press for it.

import { findKey } from "./keys.js";
import { now } from "./when.js";

/** So many messages at the end of a chat are the answer to a tap: a photo and the question to it, say. */
const LAST = 2;

/** "tap", "say", "open", "turn" or "look"; a look asks nothing of anybody. */
export function kindOf(beat) {
  return ["tap", "say", "open", "turn"].find((kind) => beat[kind] !== undefined) || "look";
}

/** `deed` is what somebody on the page did: {person, tap}, {person, open} or {person, say}; any words will do. */
export function isDone(beat, deed) {
  if (beat.person !== deed.person) return false;
  if (beat.tap !== undefined) return Boolean(deed.tap?.startsWith(beat.tap));
  if (beat.say !== undefined) return deed.say !== undefined;
  return beat.open !== undefined && beat.open === deed.open;
}

export function isTurned(beat) {
  return beat.turn !== undefined && now().getTime() >= Date.parse(beat.turn);
}

export function isOver(step) {
  return step.at >= step.beats.length;
}

/** The key of the beat a step has come to. What follows another beat stands at the end of the chat, behind what was said. */
export function keyOf(step, phone) {
  const begun = step.beats.slice(0, step.at).some((beat) => beat.person === phone.who.id && kindOf(beat) !== "look");
  const { tap, near } = step.beats[step.at];
  return findKey(phone, tap, begun ? answers(phone) : phone.messages, near);
}

function answers(phone) {
  const last = phone.messages.slice(-LAST);
  return last.slice(last.findLastIndex((message) => message.from === phone.who.id) + 1);
}

/** The node to press for the beat a step has come to, once it is there; what is to be said is put into the field once. */
export function nodeOf(step, house) {
  const beat = step.beats[step.at];
  if (beat.turn !== undefined) return document.querySelector(`.landmark[data-at="${beat.turn}"]`);
  if (beat.say !== undefined) return house.phone(beat.person)?.composer.offer(beat.say);
  const phone = beat.tap === undefined ? null : house.phone(beat.person);
  return phone ? keyOf(step, phone)?.node : null;
}
