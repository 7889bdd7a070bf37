// Plays a guide's steps by itself: real taps through the control API, with a caption for each. Who stops it in the middle of
// a step sees the rest of that step done at once, so that nothing is left half done.

import * as api from "./api.js";
import { isOver, keyOf, kindOf, nodeOf } from "./beats.js";
import { h, icon } from "./dom.js";
import { attempt } from "./notices.js";

const READ = 3200;
const RINGED = 1600;
const SEEN = 1400;
const PATIENCE = 12000;
const LOOK = 120;

export class Story {
  constructor(house, guide) {
    this.house = house;
    this.guide = guide;
    this.words = h("p", { "aria-live": "polite" });
    this.line = h("div", { class: "story-line", hidden: true, role: "region", "aria-label": "The story" }, this.words,
      h("button", { type: "button", class: "story-stop", onclick: () => this.stop() }, icon("stop"), "Stop"));
    document.body.append(this.line);
  }

  async play(steps) {
    this.playing = true;
    this.stopped = false;
    this.guide.draw();
    for (const step of steps) {
      if (this.stopped) break;
      if (!(await this.playStep(step))) break;
    }
    this.playing = false;
    this.line.hidden = true;
    this.guide.chosen = null;
    this.guide.draw();
    this.guide.ringNext();
  }

  /** The step that is being told is finished without waiting. */
  stop() {
    if (!this.playing) return;
    this.stopped = true;
    this.say("Finishing this step…");
    this.wake?.();
  }

  /** False when something did not come, and the story cannot go on. */
  async playStep(step) {
    this.guide.chosen = step;
    while (!isOver(step)) {
      this.guide.draw();
      if (!(await this.playBeat(step, step.beats[step.at]))) return false;
    }
    return true;
  }

  async playBeat(step, beat) {
    if (beat.caption && !this.stopped) this.say(beat.caption);
    this.guide.goTo(beat, step);
    await this.pause(READ);
    const there = await this.comes(step);
    if (!there) return false;
    this.guide.ring.around(() => nodeOf(step, this.house));
    if (kindOf(beat) !== "look") await this.pause(RINGED);
    const before = step.at;
    await this.perform(step, beat);
    if (step.at === before) this.guide.pass(step);
    this.guide.ring.around(() => null);
    await this.pause(SEEN);
    return true;
  }

  perform(step, beat) {
    const phone = beat.person ? this.house.phone(beat.person) : null;
    if (beat.open !== undefined) return phone.openPayload(beat.open);
    if (beat.say !== undefined) return phone.composer.sends(beat.say);
    if (beat.turn !== undefined) return attempt(() => api.turnClock({ set: beat.turn })).then(() => this.house.refreshState());
    if (beat.tap === undefined) return null;
    const { message, button } = keyOf(step, phone);
    return phone.tap(message, button);
  }

  /** Waits until what is to be pressed is there. */
  async comes(step) {
    const beat = step.beats[step.at];
    if (beat.tap === undefined) return true;
    const phone = this.house.phone(beat.person);
    const until = performance.now() + PATIENCE;
    while (phone && performance.now() < until) {
      if (!phone.loaded) await phone.refresh();
      if (keyOf(step, phone)) return true;
      await new Promise((go) => setTimeout(go, LOOK));
    }
    return false;
  }

  say(text) {
    this.words.textContent = text;
    this.line.hidden = false;
  }

  pause(milliseconds) {
    if (this.stopped) return Promise.resolve();
    return new Promise((go) => {
      this.wake = go;
      setTimeout(go, milliseconds * this.house.pace);
    });
  }
}
