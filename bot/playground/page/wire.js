// Talking to the playground: JSON calls with the key of the address, and the stream of changes.
const key = new URLSearchParams(location.search).get("key") ?? "";

async function ask(path, options = {}) {
  const headers = { "X-Playground-Key": key, ...options.headers };
  const response = await fetch(`ui/${path}`, { ...options, headers });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? response.statusText);
  return body;
}

export const get = (path) => ask(path);
export const post = (path, body) =>
  ask(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
export const postForm = (path, form) => ask(path, { method: "POST", body: form });
export const fileAddress = (id) => `ui/file/${encodeURIComponent(id)}?key=${encodeURIComponent(key)}`;

export function listen(onEvent, onOpen, onLost) {
  const stream = new EventSource(`ui/events?key=${encodeURIComponent(key)}`);
  stream.onmessage = (message) => onEvent(JSON.parse(message.data));
  stream.onopen = onOpen;
  stream.onerror = onLost;
}
