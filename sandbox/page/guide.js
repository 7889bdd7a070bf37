// The strip under the header: what may be tried. A step leads to the phone, rings what to press, and ticks itself.

import { isDone, isOver, isTurned, kindOf, nodeOf } from "./beats.js";
import { h, icon, iconButton } from "./dom.js";
import { Ring } from "./keys.js";
import { Story } from "./story.js";

const CLOSED = "guide closed";
const DONE = "guide done";

export class Guide {
  constructor(node, house) {
    this.node = node;
    this.house = house;
    this.steps = [];
    this.ring = new Ring();
    this.story = new Story(house, this);
    setInterval(() => this.watchClock(), 1000);
  }

  show(guide) {
    const trace = JSON.stringify(guide);
    if (!guide || trace === this.trace) return;
    this.trace = trace;
    this.name = guide.name || "";
    const kept = this.kept();
    this.steps = guide.steps.map((step, index) => ({ ...step, beats: step.beats || [], at: kept[index] || 0 }));
    this.draw();
  }

  draw() {
    this.node.hidden = !this.steps.length || sessionStorage.getItem(CLOSED) === this.name;
    if (this.node.hidden) return;
    const list = h("ol", { class: "guide-steps" }, ...this.steps.map((step, index) => h("li", {}, this.stepButton(step, index))));
    this.node.replaceChildren(h("b", { class: "guide-title" }, "Try"), list, this.playButton(), iconButton("close", "Close the guide", () => this.close(), "guide-close"));
    this.current()?.node?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  stepButton(step, index) {
    const done = isOver(step);
    const current = step === this.chosen && !done;
    const state = { class: `guide-step${done ? " done" : ""}`, "aria-current": current ? "step" : null, title: step.caption || step.text };
    const mark = h("span", { class: "guide-mark" }, done ? icon("tick") : String(index + 1));
    step.node = h("button", { type: "button", ...state, onclick: () => this.lead(step) }, mark, h("span", {}, step.text));
    return step.node;
  }

  playButton() {
    const over = this.steps.every(isOver);
    const label = this.story.playing ? "Stop" : over ? "Played" : "Play the story";
    return h("button", { type: "button", class: "guide-play", disabled: over && !this.story.playing, onclick: () => (this.story.playing ? this.story.stop() : this.story.play(this.steps)) },
      icon(this.story.playing ? "stop" : "play"), h("span", {}, label.split(" ")[0]), h("span", { class: "wide" }, label.split(" ").slice(1).join(" ")));
  }

  current() {
    return this.chosen && !isOver(this.chosen) ? this.chosen : this.steps.find((step) => !isOver(step));
  }

  /** To the phone, with a ring around what to press; a link is opened at once, as it is pressed nowhere. */
  async lead(step) {
    this.chosen = step;
    if (isOver(step)) return this.house.goTo(step.person);
    this.draw();
    const beat = step.beats[step.at];
    this.goTo(beat, step);
    if (kindOf(beat) === "open") await this.house.phone(beat.person)?.openPayload(beat.open);
    return this.ringNext();
  }

  goTo(beat, step) {
    const person = beat.person || step.person;
    if (person) this.house.goTo(person);
  }

  /** Somebody did something on the page. */
  did(deed) {
    for (const step of this.steps) if (!isOver(step) && isDone(step.beats[step.at], deed)) this.pass(step);
  }

  watchClock() {
    for (const step of this.steps) if (!isOver(step) && isTurned(step.beats[step.at])) this.pass(step);
  }

  /** One beat on, and past what is only looked at, unless the story tells of it. */
  pass(step) {
    step.at += 1;
    while (!this.story.playing && !isOver(step) && kindOf(step.beats[step.at]) === "look") step.at += 1;
    this.keep();
    this.draw();
    this.ringNext();
  }

  ringNext() {
    this.ring.around(() => {
      const step = this.story.playing ? null : this.chosen;
      return !step || isOver(step) ? null : nodeOf(step, this.house);
    });
  }

  kept() {
    const [name, ...at] = JSON.parse(sessionStorage.getItem(DONE) || "[]");
    return name === this.name ? at : [];
  }

  keep() {
    sessionStorage.setItem(DONE, JSON.stringify([this.name, ...this.steps.map((step) => step.at)]));
  }

  close() {
    this.story.stop();
    this.chosen = null;
    sessionStorage.setItem(CLOSED, this.name);
    this.draw();
  }
}
