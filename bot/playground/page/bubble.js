// One message as a bubble: text, file, keyboard, time.
import { formatted, icon, make, size } from "./text.js";
import { locale, t } from "./words.js";
import { fileAddress } from "./wire.js";

const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const dayName = new Intl.DateTimeFormat(locale, { weekday: "long", month: "long", day: "numeric" });

export const dayOf = (message) => {
  const date = new Date(message.date * 1000);
  return date.toDateString() === new Date().toDateString() ? t("today") : dayName.format(date);
};

function attachment(message) {
  const file = message.document;
  if (!file) return null;
  const address = fileAddress(file.file_id);
  if (file.kind === "photo")
    return make("a", { href: address, target: "_blank", rel: "noopener", class: "photo" },
      make("img", { src: address, alt: message.text || t("photo"), width: file.width, height: file.height }));
  if (file.kind === "sticker") return make("img", { class: "sticker", src: address, alt: file.emoji ?? t("sticker") });
  if (file.kind === "voice") return voice();
  return make("a", { class: "file", href: address, download: file.file_name, "aria-label": `${t("download")}: ${file.file_name}, ${size(file.file_size)}` },
    make("span", { class: "file-icon" }, icon("down")),
    make("span", { class: "file-words" }, make("b", {}, file.file_name), make("small", {}, size(file.file_size))));
}

function voice() {
  const waves = [5, 9, 14, 8, 17, 11, 20, 13, 7, 16, 10, 6, 12, 18, 9, 5];
  const bars = waves.map((height) => make("i", { class: `h${height}` }));
  return make("span", { class: "voice" }, make("span", { class: "file-icon" }, icon("voice")),
    make("span", { class: "waves", "aria-hidden": "true" }, ...bars), make("small", {}, t("voice")));
}

function other(message) {
  if (message.contact) return make("p", { class: "other" }, `${t("contact")}: ${message.contact.first_name}, ${message.contact.phone_number}`);
  if (message.location) return make("p", { class: "other" }, `${t("location")}: ${message.location.latitude}, ${message.location.longitude}`);
  if (message.poll) return make("p", { class: "other" }, `${t("poll")}: ${message.poll.question}`);
  return null;
}

function meta(message) {
  const parts = [];
  if (message.pinned) parts.push(`${t("pinned")} · `);
  if (message.edited) parts.push(`${t("edited")} `);
  const time = make("time", { datetime: new Date(message.date * 1000).toISOString() }, clock.format(message.date * 1000));
  return make("span", { class: parts.length ? "meta long" : "meta" }, ...parts, time);
}

function button(one, message, actions) {
  const mark = one.url || one.web_app ? "link" : one.switch_inline_query !== undefined ? "share" : null;
  const inside = [make("span", {}, one.text), mark && icon(mark)];
  const style = one.style ? ` ${one.style}` : "";
  if (one.url)
    return make("a", { class: `key${style}`, href: one.url, target: "_blank", rel: "noopener noreferrer", onclick: (event) => actions.follow(event, one.url) }, ...inside);
  return make("button", { type: "button", class: `key${style}`, disabled: one.disabled, onclick: (event) => actions.press(one, message, event.currentTarget) }, ...inside);
}

export function keyboard(message, actions) {
  if (!message.keyboard.length) return null;
  const rows = message.keyboard.map((row) => make("div", { class: "keys" }, ...row.map((one) => button(one, message, actions))));
  return make("div", { class: "keyboard", role: "group" }, ...rows);
}

function lead(message, replied) {
  const parts = [];
  if (message.forwarded) parts.push(make("small", { class: "lead" }, t("forwarded")));
  if (message.from === "other") parts.push(make("small", { class: "lead" }, message.author));
  if (message.via_bot) parts.push(make("small", { class: "lead" }, `${t("via")} @${message.via_bot}`));
  if (replied) parts.push(make("span", { class: "quote" }, replied.text || t(replied.kind)));
  return parts;
}

export function bubble(message, actions, replied) {
  const own = message.from === "person";
  const words = message.text ? make("div", { class: "words" }, formatted(message.text, message.entities, actions)) : null;
  const body = make("div", { class: "bubble" }, ...lead(message, replied), attachment(message), other(message), words, meta(message));
  return make("article", { class: `message ${own ? "own" : "their"} ${message.kind}`, "data-id": message.message_id, "aria-label": message.author },
    body, keyboard(message, actions));
}
