/* Light or dark: as the system says, until the reader turns it; for the reader's next visits, too. */
const theme = (() => {
  const root = document.documentElement;
  const key = "argmap-theme";
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const last = storage.read("localStorage", key);
  if (["light", "dark"].includes(last)) root.dataset.theme = last;

  /* Turned to what the system says, it follows that again. */
  function turn() {
    const next = (root.dataset.theme ?? system()) === "dark" ? "light" : "dark";
    if (next === system()) delete root.dataset.theme;
    else root.dataset.theme = next;
    storage.write("localStorage", key, root.dataset.theme ?? null);
  }
  return { turn };
})();
