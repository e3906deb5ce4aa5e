// Lets the frames of an archive grow to what they hold, and takes away the quotation that stands before each for pages
// without frames: <script src="https://archive.example/embed/frames.js" async></script>
(() => {
  "use strict";
  const FRAMES = new URL(".", document.currentScript.src).href;
  const LEAST = 40;
  const MOST = 5000;
  const ours = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(FRAMES));
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "onrecord-height" || !Number.isFinite(data.height)) return;
    for (const frame of ours().filter((one) => one.contentWindow === source)) {
      frame.height = Math.min(MOST, Math.max(LEAST, data.height));
      const before = frame.previousElementSibling;
      if (before?.matches("blockquote.onrecord-quotation")) before.hidden = true;
    }
  });
  const ask = () => ours().forEach((frame) => frame.contentWindow?.postMessage({ type: "onrecord-ask" }, "*"));
  ask();
  document.addEventListener("DOMContentLoaded", ask);
})();
