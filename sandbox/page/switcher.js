// The people, as chips: who is on the screen, who has something new; a press brings that phone into view.

import { h } from "./dom.js";
import { avatar, fullName, isStaff } from "./faces.js";

export class Switcher {
  constructor(node, goTo) {
    this.node = node;
    this.goTo = goTo;
    this.chips = new Map();
  }

  show(people) {
    const trace = JSON.stringify(people.map((who) => [who.id, fullName(who), who.role_hint]));
    if (trace === this.trace) return;
    this.trace = trace;
    this.chips = new Map(people.map((who) => [who.id, this.chip(who)]));
    this.node.replaceChildren(...this.chips.values());
  }

  chip(who) {
    return h("button", { type: "button", class: `chip${isStaff(who) ? " staff" : ""}`, "data-person": who.id, onclick: () => this.goTo(who.id) },
      avatar(who, "small"),
      h("span", { class: "chip-words" }, h("span", { title: fullName(who) }, shortName(who)), who.role_hint ? h("small", {}, who.role_hint) : null),
      h("span", { class: "news", role: "img", "aria-label": "something new", hidden: true }));
  }

  /** Whether the phone is on the screen; what is seen is no news. */
  seen(id, visible) {
    const chip = this.chips.get(id);
    if (!chip) return;
    if (visible) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
    if (visible) chip.querySelector(".news").hidden = true;
    if (visible) this.node.scrollTo({ left: chip.offsetLeft - this.node.clientWidth / 2 + chip.clientWidth / 2, behavior: "smooth" });
  }

  news(id) {
    const chip = this.chips.get(id);
    if (chip && !chip.hasAttribute("aria-current")) chip.querySelector(".news").hidden = false;
  }
}

function shortName(who) {
  const name = fullName(who);
  return [...name].length > 6 ? who.first_name : name;
}
