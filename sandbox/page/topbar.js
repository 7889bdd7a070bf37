// The line at the top: is the bot there, what time it is in the sandbox, and the buttons that turn the clock.

import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { attempt, tellPage } from "./notices.js";
import { day, now, second, zone } from "./when.js";

export class TopBar {
  constructor(node, refreshState) {
    this.refreshState = refreshState;
    this.status = node.querySelector("#bot-state");
    this.day = node.querySelector("#clock-day");
    this.time = node.querySelector("#clock-time");
    this.landmarks = node.querySelector("#landmarks");
    node.querySelectorAll("[data-advance]").forEach((button) => button.addEventListener("click", () => this.turn({ advance: button.dataset.advance }, button)));
    setInterval(() => this.tick(), 1000);
  }

  show(state) {
    this.status.className = `bot-state ${state.ready ? "ready" : "starting"}`;
    this.status.textContent = state.ready ? "ready" : "starting…";
    this.showLandmarks(state.landmarks || []);
    this.tick();
  }

  tick() {
    const at = now();
    this.day.textContent = day(at);
    this.time.textContent = `${second(at)} ${zone()}`;
    this.landmarks.querySelectorAll("button").forEach((button) => button.classList.toggle("past", Date.parse(button.dataset.at) <= at.getTime()));
  }

  showLandmarks(landmarks) {
    const trace = JSON.stringify(landmarks);
    if (trace === this.trace) return;
    this.trace = trace;
    this.landmarks.replaceChildren(...landmarks.map((landmark) => this.landmark(landmark)));
  }

  landmark({ label, at }) {
    const button = h("button", { type: "button", class: "landmark", "data-at": at, title: `Turn the clock to ${at}`,
      onclick: () => this.turn({ set: at }, button) }, icon("bell"), h("span", {}, label));
    return button;
  }

  async turn(how, button) {
    button.setAttribute("aria-busy", "true");
    const turned = await attempt(() => api.turnClock(how));
    button.removeAttribute("aria-busy");
    if (!turned) return;
    await this.refreshState();
    tellPage(`It is now ${day(now())}, ${second(now()).slice(0, 5)}`);
  }
}
