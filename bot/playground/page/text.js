// Small makers of nodes, and a text with its entities as nodes; nothing is ever parsed as HTML.
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const safe = (url) => (/^(https?|mailto|tg):/i.test(url) ? url : "#");

function wrapper(entity, words, actions) {
  const anchor = (url) =>
    make("a", { href: safe(url), target: "_blank", rel: "noopener noreferrer", onclick: (event) => actions.follow(event, url) });
  switch (entity.type) {
    case "text_link": return anchor(entity.url);
    case "url": return anchor(/^[a-z]+:/i.test(words) ? words : `http://${words}`);
    case "email": return anchor(`mailto:${words}`);
    case "bot_command": return make("button", { type: "button", class: "command", onclick: () => actions.say(words) });
    case "mention": case "hashtag": case "text_mention": return make("span", { class: "mention" });
    case "spoiler": return spoiler();
    default: return make(TAGS[entity.type] ?? "span");
  }
}

function spoiler() {
  const node = make("button", { type: "button", class: "spoiler", "aria-expanded": "false" });
  node.addEventListener("click", () => node.setAttribute("aria-expanded", "true"));
  return node;
}

// Entities come sorted by place, the longer first, so that what lies inside follows its cover.
export function formatted(text, entities, actions, from = 0, to = text.length) {
  const part = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || entity.offset >= to) continue;
    part.append(text.slice(at, entity.offset));
    const node = wrapper(entity, text.slice(entity.offset, end), actions);
    node.append(formatted(text, entities.slice(i + 1), actions, entity.offset, end));
    part.append(node);
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
  }
  part.append(text.slice(at, to));
  return part;
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
