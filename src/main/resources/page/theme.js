// Light or dark as was chosen, before anything is painted; else as the system has it.
{
  const root = document.documentElement;
  const KEY = "onrecord.theme";
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const chosen = remembered();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const other = () => ((root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark" ? "light" : "dark");
    const name = () => { button.textContent = other() === "dark" ? "Dark" : "Light"; };
    button.addEventListener("click", () => {
      root.dataset.theme = other();
      try {
        localStorage.setItem(KEY, root.dataset.theme);
      } catch {
        // It then holds for this page alone.
      }
      name();
    });
    system.addEventListener("change", name);
    name();
  });
}
