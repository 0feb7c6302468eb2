/* The outline: the map's equal for those who do not see it, as nested lists of buttons. */
const outline = (() => {
  const nav = document.getElementById("outline");

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  const kindOf = (statement) => words[(statement.flags || []).includes("thesis") ? "thesis" : statement.kind];

  function button(number, lead) {
    const statement = statements[number];
    const element = make("button", undefined, `o ${statement.kind}`);
    element.type = "button";
    element.dataset.s = number;
    element.append(make("b", lead || kindOf(statement)), ` ${statement.text}`);
    if (statement.findings) element.append(make("i", ` ⚠ ${words.nFindings.replace("{n}", statement.findings.length)}`, "flag"));
    return element;
  }

  function list(rows) {
    const root = make("ul");
    const open = [root];
    for (const [number, level, against, again] of rows) {
      while (open.length > level + 1) open.pop();
      if (open.length <= level) {
        const inner = make("ul");
        open[open.length - 1].lastElementChild.append(inner);
        open.push(inner);
      }
      const entry = make("li");
      const own = button(number, (against ? "− " : "") + kindOf(statements[number]));
      if (again) own.append(make("span", ` ${words.above}`, "again"));
      entry.append(own);
      open[open.length - 1].append(entry);
    }
    return root;
  }

  for (const { essay, parts } of data.outline) {
    const section = make("section");
    section.lang = data.essays[essay].lang;
    section.dataset.essay = essay;
    section.append(make("h2", data.essays[essay].title));
    for (const { word, rows } of parts) section.append(make("h3", words[word]), list(rows));
    nav.append(section);
  }

  /* One stop of the Tab key for a whole list; the arrows go through it. */
  function rove(root, selector) {
    const all = [...root.querySelectorAll(selector)];
    const shown = () => all.filter((each) => each.offsetParent);
    const stop = (element) => all.forEach((each) => (each.tabIndex = each === element ? 0 : -1));
    if (all.length) stop(all[0]);
    root.addEventListener("focusin", (event) => all.includes(event.target) && stop(event.target));
    root.addEventListener("keydown", (event) => {
      const place = shown().indexOf(event.target);
      if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const near = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: shown().length - 1 };
      const level = event.target.closest("li");
      let next = shown()[near[event.key]];
      if (event.key === "ArrowLeft") next = level?.parentElement.closest("li")?.querySelector(selector);
      if (event.key === "ArrowRight") next = level?.querySelector(`:scope > ul ${selector}`);
      if (near[event.key] === undefined && !event.key.startsWith("Arrow")) return;
      event.preventDefault();
      event.stopPropagation();
      if (next) next.focus();
    });
    return { stop: (element) => element && stop(element) };
  }

  return { make, button, kindOf, rove, stops: rove(nav, ".o") };
})();
