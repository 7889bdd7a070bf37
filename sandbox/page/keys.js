// Finding a key in a phone by how its label begins, and ringing it so that it is seen.

const SECONDS = 0.5;

/** The newest of these messages with such a key, and `near` in its words: {message, button, node}, or null. No node: not drawn. */
export function findKey(phone, label, messages, near = "") {
  for (const message of messages.filter(({ text }) => (text || "").includes(near)).reverse()) {
    const buttons = (message.buttons || []).flat();
    const index = buttons.findIndex((button) => button.label.startsWith(label));
    if (index >= 0) return { message, button: buttons[index], node: keyNode(phone, message, index) };
  }
  return null;
}

function keyNode(phone, message, index) {
  const row = phone.thread.rows.get(message.message_id)?.node;
  return row?.querySelectorAll(".key")[index] || null;
}

/** One thing is ringed at a time; it is looked for again and again, since a chat is drawn anew under it. */
export class Ring {
  constructor() {
    this.find = () => null;
    setInterval(() => this.draw(), SECONDS * 1000);
  }

  around(find) {
    this.find = find;
    this.draw();
  }

  draw() {
    const node = this.find();
    document.querySelectorAll(".ringed").forEach((other) => other !== node && other.classList.remove("ringed"));
    if (!node || node.classList.contains("ringed")) return;
    node.classList.add("ringed");
    if (isHidden(node)) node.scrollIntoView({ block: "center", inline: "nearest" });
  }
}

/** Above or below what its chat shows just now. */
function isHidden(node) {
  const chat = node.closest(".thread")?.getBoundingClientRect();
  const { top, bottom } = node.getBoundingClientRect();
  return Boolean(chat) && (top < chat.top || bottom > chat.bottom);
}
