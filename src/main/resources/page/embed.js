// Tells the page around a frame how high it is: in the words of WordPress's embeds, which give their frame a secret, and in
// those that /embed/frames.js understands. In a sandbox links lead nowhere, so that WordPress is asked to follow them.
(() => {
  "use strict";
  if (parent === self) return;
  let secret = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("secret");
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "onrecord-height", height }, "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  };
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || !data) return;
    if (data.message === "ready" && /^[a-z0-9]+$/i.test(data.secret)) secret = data.secret;
    if (data.message === "ready" || data.type === "onrecord-ask") tell();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    if (!secret || !link) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: link.href, secret }, "*");
  });
  addEventListener("load", tell);
  document.addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
})();
