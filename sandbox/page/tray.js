// Files picked, dropped or pasted wait here, above the composer, until they are sent with a caption.

import { bytes } from "./cards.js";
import { h, icon, iconButton } from "./dom.js";

export class Tray {
  constructor(changed) {
    this.files = [];
    this.changed = changed;
    this.asFiles = h("input", { type: "checkbox" });
    this.asFiles.addEventListener("change", () => this.draw());
    this.option = h("label", { class: "tray-option" }, this.asFiles, "Send without compression");
    this.items = h("div", { class: "tray-items" });
    this.node = h("div", { class: "tray", hidden: true, "aria-label": "Files to send", role: "group" }, this.items, this.option);
  }

  get full() {
    return this.files.length > 0;
  }

  add(files, { asFiles = null } = {}) {
    if (asFiles !== null && !this.full) this.asFiles.checked = asFiles;
    this.files.push(...files);
    this.draw();
  }

  clear() {
    this.files = [];
    this.asFiles.checked = false;
    this.draw();
  }

  /** The files as Telegram wants them: photos apart from documents, since an album holds one kind. */
  parcels() {
    const photos = this.asFiles.checked ? [] : this.files.filter(isImage);
    const documents = this.files.filter((file) => !photos.includes(file));
    return [["photo", photos], ["document", documents]].filter(([, files]) => files.length);
  }

  draw() {
    this.node.hidden = !this.full;
    this.option.hidden = !this.files.some(isImage);
    this.items.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
    this.items.replaceChildren(...this.files.map((file) => this.item(file)));
    this.changed();
  }

  item(file) {
    const drop = () => {
      this.files = this.files.filter((other) => other !== file);
      this.draw();
    };
    const face = isImage(file) ? h("img", { src: URL.createObjectURL(file), alt: file.name }) : icon("file");
    const words = isImage(file) ? null : h("span", { class: "tray-words" }, h("span", {}, file.name), h("small", {}, bytes(file.size)));
    return h("div", { class: `tray-item${isImage(file) ? " image" : ""}` }, face, words, iconButton("close", `Remove ${file.name}`, drop));
  }
}

function isImage(file) {
  return ["image/jpeg", "image/png", "image/webp", "image/gif"].includes(file.type);
}

/** Files dragged over `node` or pasted into it are given to `take`. */
export function catchFiles(node, take) {
  let depth = 0;
  const over = (step) => {
    depth = Math.max(0, depth + step);
    node.classList.toggle("dropping", depth > 0);
  };
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  node.addEventListener("dragenter", (event) => carries(event) && over(1));
  node.addEventListener("dragleave", (event) => carries(event) && over(-1));
  node.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
  node.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(-depth);
    take([...event.dataTransfer.files]);
  });
  node.addEventListener("paste", (event) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    take([...event.clipboardData.files]);
  });
}
