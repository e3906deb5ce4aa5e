// Whoever was asked for a key on the way to a paragraph comes to that paragraph: no server is told of it.

const form = document.getElementById("sign-in");
form.addEventListener("submit", () => {
  const to = form.elements.namedItem("to");
  if (!to.value.includes("#")) to.value += location.hash;
});
