// Copies what a link leads to, or what a button holds; says so.

const status = () => document.getElementById("status");
let timer;

/** Says something for a while, with what can be done about it. */
export function say(text, ...more) {
  const place = status();
  if (!place) return;
  place.replaceChildren(text, ...more);
  clearTimeout(timer);
  timer = setTimeout(() => place.replaceChildren(), more.length > 0 ? 20000 : 4000);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied the ${what}.`);
  } catch {
    say(`This browser does not let the page copy. The ${what}: ${text}`);
  }
}

async function copied(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) return say("That could not be copied. Try again.");
  const what = link.dataset.copy;
  return copy(await answer.text(), what === "citation" ? what : `citation as ${what}`);
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const link = event.target.closest("a[data-copy]");
  const button = event.target.closest("[data-copy-text]");
  if (link) {
    event.preventDefault();
    copied(link);
  } else if (button) {
    copy(button.dataset.copyText, button.textContent.replace(/^Copy /u, ""));
  }
});
