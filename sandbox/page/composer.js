// Where a person writes: the commands menu, the words, what is attached, and the bar that says what is answered or edited.

import { gist } from "./bubble.js";
import { h, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { attachMenu } from "./outgoing.js";
import { InlineResults } from "./inline.js";
import { menu } from "./popups.js";
import { Tray } from "./tray.js";

const TALLEST = 132;

/** `act` does {say(what), sendFiles(part, files, options), press(label), author(message)} and says whether it went well. */
export class Composer {
  constructor(act, label) {
    this.act = act;
    this.commands = [];
    this.subject = null;
    this.tray = new Tray(() => this.refresh());
    this.results = new InlineResults({ where: act.where, botName: act.botName, done: () => this.empty(this.area.value.trim()) });
    this.build(label);
    this.refresh();
  }

  build(label) {
    this.bar = h("div", { class: "answering", hidden: true });
    this.menuButton = h("button", { type: "button", class: "menu-button", "aria-label": "Menu", "aria-haspopup": "menu", hidden: true,
      onclick: () => this.openCommands() }, icon("menu"), h("span", {}, "Menu"));
    this.area = h("textarea", { rows: "1", placeholder: "Message", "aria-label": label, enterkeyhint: "send", dir: "auto" });
    this.area.addEventListener("input", () => this.typed());
    this.area.addEventListener("keydown", (event) => this.key(event));
    this.keyboardButton = iconButton("keyboard", "Show or hide the keyboard", () => this.toggleKeyboard());
    this.attachButton = iconButton("attach", "Attach", () => attachMenu(this.attachButton, this.outgoing()));
    this.attachButton.setAttribute("aria-haspopup", "menu");
    this.sendButton = iconButton("send", "Send", () => this.send(), "send");
    const line = h("div", { class: "composer-line" }, this.menuButton,
      h("div", { class: "composer-box" }, this.area, this.keyboardButton, this.attachButton), this.sendButton);
    this.keys = h("div", { class: "reply-keys", role: "group", "aria-label": "Keyboard", hidden: true });
    this.node = h("div", { class: "composer" }, this.bar, this.tray.node, this.results.node, line, this.keys);
  }

  typed() {
    this.refresh();
    this.results.typed(this.area.value);
  }

  outgoing() {
    return { send: (what) => this.act.say(what), pick: (files, options) => this.attach(files, options) };
  }

  /** Words to send as they are, or instead of which others may be typed; the box to ring. Offered once. */
  offer(words) {
    if (this.offered !== words && !this.area.value) {
      this.offered = words;
      this.area.value = words;
      this.typed();
    }
    return this.area.parentElement;
  }

  attach(files, options) {
    this.tray.add(files, options);
    this.area.focus();
  }

  key(event) {
    if (event.key === "Escape" && this.subject) this.about(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  refresh() {
    this.area.style.height = "auto";
    if (this.area.scrollHeight) this.area.style.height = `${Math.min(this.area.scrollHeight, TALLEST)}px`;
    const something = this.area.value.trim() !== "" || this.tray.full;
    this.sendButton.classList.toggle("ready", something);
    this.node.classList.toggle("writing", this.area.value !== "");
    this.area.placeholder = this.tray.full ? "Caption" : this.hint || "Message";
  }

  async send() {
    const text = this.area.value.trim();
    if (!text && !this.tray.full) return;
    const went = this.tray.full ? await this.sendTray(text) : await this.act.say({ text, ...this.bearing() });
    if (went) this.empty(text);
  }

  /** What was offered, by the story. */
  async sends(words) {
    if (await this.act.say({ text: words })) this.empty(words);
  }

  bearing() {
    if (!this.subject) return {};
    const { deed, message } = this.subject;
    return deed === "edit" ? { edit: message.message_id } : { reply_to: message.message_id };
  }

  async sendTray(text) {
    let caption = text;
    for (const [part, files] of this.tray.parcels()) {
      if (!(await this.act.sendFiles(part, files, { caption, replyTo: this.bearing().reply_to }))) return false;
      caption = "";
    }
    return true;
  }

  /** Words typed while the last ones were on their way stay. */
  empty(sent) {
    if (this.area.value.trim() === sent) this.area.value = "";
    this.tray.clear();
    this.about(null);
  }

  /** What is being answered or edited: {deed: "reply" | "edit", message}, or nothing. */
  about(subject) {
    if (this.subject?.deed === "edit" && !subject) this.area.value = "";
    this.subject = subject;
    this.bar.hidden = !subject;
    if (subject) this.drawBar(subject);
    this.refresh();
  }

  drawBar({ deed, message }) {
    if (deed === "edit") this.area.value = message.text || "";
    const title = deed === "edit" ? "Edit message" : this.act.author(message);
    this.bar.replaceChildren(icon(deed), h("div", { class: "answering-words" }, h("b", {}, title), h("span", {}, gist(message))),
      iconButton("close", "Never mind", () => this.about(null)));
    this.area.focus();
  }

  setCommands(commands, menuButton) {
    this.commands = commands || [];
    this.menuButton.hidden = this.commands.length === 0;
    if (typeof menuButton === "string" && menuButton && menuButton !== "commands") this.menuButton.title = menuButton;
  }

  openCommands() {
    const name = (command) => `/${command.command.replace(/^\//, "")}`;
    menu(this.menuButton, this.commands.map((command) => ({
      label: command.description, detail: name(command), act: () => this.act.say({ text: name(command) }) })), { label: "Commands", wide: true });
  }

  /** A persistent keyboard cannot be put away; one that does not ask to be small has tall keys. */
  setKeyboard(rows, options) {
    const trace = JSON.stringify([rows, options]);
    if (trace === this.trace) return;
    this.trace = trace;
    this.hint = options?.input_field_placeholder || "";
    this.keyboardButton.hidden = !rows || options.is_persistent;
    this.keys.hidden = !rows;
    this.keys.classList.toggle("tall", Boolean(rows) && !options.resize_keyboard);
    this.refresh();
    this.keys.replaceChildren(...(rows ? replyKeyboard(rows, (label) => this.act.press(label)) : []));
  }

  toggleKeyboard() {
    this.keys.hidden = !this.keys.hidden;
  }
}
