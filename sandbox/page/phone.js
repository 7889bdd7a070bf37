// One person's phone with the chat open: the header, the thread, the composer, and what the person does with them.

import * as api from "./api.js";
import { gist } from "./bubble.js";
import { Composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { avatar, fullName, roleTag, isStaff } from "./faces.js";
import { forwardMenu, linkMenu } from "./handover.js";
import { Notices, attempt, tellPage } from "./notices.js";
import { phoneHeader } from "./header.js";
import { Places } from "./places.js";
import { menu } from "./popups.js";
import { Thread } from "./thread.js";
import { catchFiles } from "./tray.js";

export class Phone {
  /** `house` is the page around: {bot(), phones(), goTo(id), refreshState()}. */
  constructor(who, house) {
    this.who = who;
    this.house = house;
    this.messages = [];
    this.notices = new Notices();
    this.places = new Places(() => this.move());
    this.thread = new Thread(this.deeds(), `Chat of ${fullName(who)}`);
    this.composer = new Composer(this.writing(), `Message from ${fullName(who)}`);
    this.header = phoneHeader(this);
    this.build();
    this.setWho(who);
  }

  build() {
    this.empty = h("div", { class: "empty", hidden: true });
    this.startButton = h("button", { type: "button", class: "start", onclick: () => this.start() });
    this.foot = h("footer", { class: "foot" }, this.composer.node, this.startButton);
    this.middle = h("div", { class: "middle" }, ...this.thread.nodes, this.empty,
      h("div", { class: "drop-here", "aria-hidden": "true" }, icon("photo"), "Drop to send"), this.notices.toasts);
    this.caption = h("div", { class: "caption" });
    this.body = h("div", { class: "phone-body" }, this.header.node, this.places.node, this.middle, this.foot, this.notices.alerts);
    this.node = h("section", { class: "phone", "data-person": this.who.id }, this.caption, this.body);
    catchFiles(this.body, (files) => this.composer.attach(files));
  }

  setWho(who) {
    this.who = who;
    this.node.setAttribute("aria-label", [fullName(who), who.role_hint].filter(Boolean).join(", "));
    this.node.classList.toggle("staff", isStaff(who));
    this.node.classList.toggle("blocked", Boolean(who.blocked));
    this.thread.list.lang = who.language_code || "";
    const handle = who.username ? `@${who.username}` : who.phone || "";
    this.caption.replaceChildren(avatar(who), h("div", { class: "caption-words" },
      h("b", { title: fullName(who) }, fullName(who)), h("small", {}, handle)), roleTag(who) || "");
    this.places.setGroups(this.house.groups(who.id));
    this.header.refresh();
    this.refreshFoot();
  }

  /** Where what this person does happens: {} is the chat with the bot. */
  where() {
    const { chat, thread } = this.places;
    return chat ? { chat, ...(thread ? { thread } : {}) } : {};
  }

  move() {
    this.thread.clear();
    this.messages = [];
    this.loaded = false;
    this.composer.about(null);
    this.header.refresh();
    this.refresh();
  }

  /** Something happened in one of this person's chats: true when it is before them. */
  hears(chat) {
    return this.places.hears(chat === this.who.id ? 0 : chat);
  }

  /** Fetches the chat; asked again while fetching, it fetches once more afterwards. */
  async refresh() {
    this.stale = true;
    if (this.fetching) return;
    this.fetching = true;
    while (this.stale) {
      this.stale = false;
      const { chat: place } = this.places;
      await api.chat(this.who.id, place).then((chat) => place === this.places.chat && this.show(chat), (refusal) => tellPage(refusal.message));
    }
    this.fetching = false;
  }

  /** The bot is typing. What is being fetched just now may not know it yet, so it is fetched once more. */
  types() {
    this.header.setTyping(true);
    if (this.fetching) this.stale = true;
  }

  show(chat) {
    this.loaded = true;
    this.places.setTopics(chat.topics);
    const { thread } = this.places;
    this.messages = thread ? chat.messages.filter((message) => message.thread === thread) : chat.messages;
    this.thread.show(this.messages);
    this.composer.setKeyboard(chat.reply_keyboard || null, chat.reply_keyboard_options);
    this.composer.setCommands(chat.commands, chat.menu_button);
    this.header.setTyping(chat.typing);
    this.refreshFoot();
  }

  refreshFoot() {
    const fresh = Boolean(this.loaded) && this.messages.length === 0 && !this.places.chat;
    const blocked = Boolean(this.who.blocked) && !this.places.chat;
    this.empty.hidden = !fresh;
    if (fresh) this.empty.replaceChildren(...this.welcome());
    this.startButton.hidden = !fresh && !blocked;
    this.startButton.textContent = blocked ? "Unblock" : "Start";
    this.composer.node.hidden = fresh || blocked;
  }

  welcome() {
    const { name } = this.house.bot();
    return [h("b", {}, name || "The bot"), h("p", {}, `${this.who.first_name} has not written yet. Press Start, as anybody does in Telegram.`)];
  }

  async start() {
    if (!this.who.blocked) return this.say({ text: "/start" });
    await attempt(() => api.unblock(this.who.id));
    return this.house.refreshState();
  }

  /** True when it was said. */
  async say(what) {
    const said = await attempt(() => api.say(this.who.id, { ...this.where(), ...what }));
    if (said) this.refresh();
    return Boolean(said);
  }

  /** What is typed, by somebody or by the story. */
  async writes(what) {
    const said = await this.say(what);
    if (said && what.text) this.house.did({ person: this.who.id, say: what.text });
    return said;
  }

  async tap(message, button) {
    if (button.copy_text) return this.copy(button.copy_text.text);
    const what = button.callback_data ? { callback_data: button.callback_data } : { button: button.label };
    const answer = await attempt(() => api.tap(this.who.id, { ...this.where(), ...what, message_id: message.message_id }));
    if (answer) this.house.did({ person: this.who.id, tap: button.label });
    if (button.pay || button.url || button.switch_inline_query_current_chat) return this.refresh();
    if (answer?.answered === false) this.notices.show("No answer to this button yet", false, []);
  }

  async vote(message, options) {
    await attempt(() => api.vote(this.who.id, { ...this.where(), options, message_id: message.message_id }));
    this.refresh();
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text);
    return this.notices.show("Copied", false, []);
  }

  /** A key of the keyboard under the composer: a button in the chat may have the same words. */
  async press(label) {
    await attempt(() => api.tap(this.who.id, { ...this.where(), button: label, keyboard: true }));
    this.refresh();
  }

  toast(text, alert) {
    this.notices.show(text, alert, [this.header.node, this.middle, this.foot]);
  }

  async openPayload(payload) {
    if (this.places.chat) this.places.choose(0, 0);
    const said = await this.say({ text: payload ? `/start ${payload}` : "/start" });
    if (said) this.house.did({ person: this.who.id, open: payload });
    return said;
  }

  author(message) {
    if (message.from === "bot") return this.house.bot().name;
    return message.from === this.who.id ? fullName(this.who) : message.name;
  }

  writing() {
    return {
      say: (what) => this.writes(what),
      press: (label) => this.press(label),
      where: () => ({ person: this.who.id, chat: this.where() }),
      botName: () => this.house.bot().username || "",
      author: (message) => this.author(message),
      sendFiles: (part, files, options) => attempt(() => api.sendFiles(this.who.id, part, files, { ...options, place: this.where() })).then((sent) => {
        this.refresh();
        return Boolean(sent);
      }),
    };
  }

  /** What a bubble may ask of its phone. */
  deeds() {
    return {
      botName: () => this.house.bot().username,
      self: () => this.who.id,
      inGroup: () => Boolean(this.places.chat),
      vote: (message, options) => this.vote(message, options),
      tap: (message, button) => this.tap(message, button),
      command: (text) => this.say({ text }),
      deepLink: (payload, anchor) => linkMenu(anchor, payload, this, this.house),
      actions: (message, anchor) => this.openActions(message, anchor),
      doubled: (message) => this.composer.about({ deed: this.isEditable(message) ? "edit" : "reply", message }),
      find: (id) => this.messages.find((message) => message.message_id === id),
      author: (message) => this.author(message),
      goTo: (id) => this.thread.goTo(id),
    };
  }

  openActions(message, anchor) {
    const about = (deed) => () => this.composer.about({ deed, message });
    const items = [{ icon: "reply", label: "Reply", act: about("reply") }];
    if (this.isEditable(message)) items.push({ icon: "edit", label: "Edit", act: about("edit") });
    if (message.from !== "bot") items.push({ icon: "forward", label: "Forward", act: () => forwardMenu(anchor, message, this, this.house) });
    if (message.text) items.push({ icon: "text", label: "Copy text", act: () => this.copy(message.text) });
    menu(anchor, items, { label: `Message: ${gist(message)}` });
  }

  isEditable(message) {
    return message.from === this.who.id && Boolean(message.text) && !message.file && !message.sticker && !message.via;
  }
}
