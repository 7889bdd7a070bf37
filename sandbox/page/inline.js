// Words typed behind the bot's name: its results stand above the composer, a press sends one into the chat.

import * as api from "./api.js";
import { h } from "./dom.js";
import { attempt } from "./notices.js";

const PAUSE = 250;

export class InlineResults {
  /** `where()` gives the person and chat, `botName()` whose name is typed, `done()` is called when something was sent. */
  constructor({ where, botName, done }) {
    Object.assign(this, { where, botName, done });
    this.node = h("div", { class: "inline-results", role: "listbox", "aria-label": "Inline results", hidden: true });
  }

  /** Each key stroke: nothing is asked until the typing rests. */
  typed(text) {
    clearTimeout(this.timer);
    const words = this.words(text);
    if (words === null) return this.hide();
    this.timer = setTimeout(() => this.ask(words), PAUSE);
    return undefined;
  }

  words(text) {
    const name = `@${this.botName()} `;
    return text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length) : null;
  }

  async ask(words) {
    const { person, chat } = this.where();
    this.asked = words;
    const answer = await attempt(() => api.inline(person, { query: words, ...chat }));
    if (answer && this.asked === words) this.show(answer);
  }

  show({ answered, results, button }) {
    const lines = results.map((result) => this.line(result));
    if (button) lines.unshift(h("button", { type: "button", class: "inline-button", onclick: () => this.pick({ button: true }) }, button.text));
    if (!lines.length) lines.push(h("p", {}, answered ? "Nothing found" : "No answer yet"));
    this.node.replaceChildren(...lines);
    this.node.hidden = false;
  }

  line(result) {
    return h("button", { type: "button", role: "option", class: "inline-result", onclick: () => this.pick({ result: result.id }) },
      h("span", { class: "inline-thumb", "aria-hidden": "true" }, [...(result.title || result.type)][0]),
      h("span", { class: "inline-words" }, h("b", {}, result.title || result.type), result.description ? h("small", {}, result.description) : null));
  }

  async pick(what) {
    const { person, chat } = this.where();
    if (await attempt(() => api.pick(person, { ...what, ...chat }))) this.done();
    this.hide();
  }

  hide() {
    this.asked = null;
    this.node.hidden = true;
  }
}
