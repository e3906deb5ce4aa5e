// Trends: a choice is drawn at once, and what is empty does not stand in the address.
const form = document.getElementById("ask");

function tidy() {
  for (const field of form.querySelectorAll("select[name], input[name]")) {
    if (field.name !== "kind" && field.name !== "value" && field.value === "") field.disabled = true;
  }
}

form?.addEventListener("submit", tidy);
for (const choice of form?.querySelectorAll("select:not([name=kind])") ?? []) {
  choice.addEventListener("change", () => form.requestSubmit());
}
// Back from a page kept in memory, the fields are to be there again.
addEventListener("pageshow", () => {
  for (const field of form?.querySelectorAll(":disabled") ?? []) field.disabled = false;
});
