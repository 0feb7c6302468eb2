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

  /* A minus before what attacks, which may be silent where it is read out. */
  function attacking() {
    const sign = make("span", "− ");
    sign.setAttribute("aria-hidden", "true");
    const lead = make("b");
    lead.append(sign, make("span", `${words.attacks}: `, "sr"));
    return lead;
  }

  function button(number, against) {
    const statement = statements[number];
    const element = make("button", undefined, `o ${statement.kind}`);
    element.type = "button";
    element.dataset.s = number;
    const lead = against ? attacking() : make("b");
    lead.append(kindOf(statement));
    element.append(lead, ` ${statement.text}`);
    if (statement.findings) element.append(make("i", ` ⚠ ${words.nFindings.replace("{n}", statement.findings.length)}`, "flag"));
    return element;
  }

  /* How many rows stand under each, itself among them. */
  function sizes(rows) {
    const found = rows.map(() => 1);
    const above = [];
    rows.forEach(([, level], at) => {
      above.length = level;
      for (const each of above) found[each] += 1;
      above.push(at);
    });
    return found;
  }

  /* A part, which is laid out when it comes in sight, has at most as many rows. */
  const most = 40;
  function list(rows) {
    const root = make("ul");
    const open = [root];
    const size = sizes(rows);
    let end = 0;
    rows.forEach(([number, level, against, again], at) => {
      open.length = Math.min(open.length, level + 1);
      if (open.length <= level) {
        const inner = make("ul");
        open[open.length - 1].lastElementChild.append(inner);
        open.push(inner);
      }
      const entry = make("li");
      const own = button(number, against);
      if (again) own.append(make("span", ` ${words.above}`, "again"));
      entry.append(own);
      if (at >= end && size[at] <= most) {
        end = at + size[at];
        entry.className = "part";
        entry.style.containIntrinsicSize = `auto ${5 * size[at]}em`;
      }
      open[open.length - 1].append(entry);
    });
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
    const places = new Map(all.map((each, place) => [each, place]));
    let last = all[0];
    const stop = (element) => {
      last.tabIndex = -1;
      last = element;
      last.tabIndex = 0;
    };
    for (const each of all) each.tabIndex = each === last ? 0 : -1;
    const next = (place, step) => {
      let at = place;
      while (all[at] && !all[at].offsetParent) at += step;
      return all[at];
    };
    root.addEventListener("focusin", (event) => places.has(event.target) && stop(event.target));
    root.addEventListener("keydown", (event) => {
      const place = places.get(event.target);
      if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const level = event.target.closest("li");
      const near = {
        ArrowDown: () => next(place + 1, 1),
        ArrowUp: () => next(place - 1, -1),
        Home: () => next(0, 1),
        End: () => next(all.length - 1, -1),
        ArrowLeft: () => level?.parentElement.closest("li")?.querySelector(selector),
        ArrowRight: () => level?.querySelector(`:scope > ul ${selector}`),
      }[event.key];
      if (!near) return;
      event.preventDefault();
      event.stopPropagation();
      near()?.focus();
    });
    return { stop: (element) => element && stop(element) };
  }

  return { make, button, kindOf, rove, stops: rove(nav, ".o") };
})();
