/* The text, the outline, the columns and the pane that tells of one statement. */
const views = (() => {
  const detail = document.getElementById("detail");
  const byNumber = (root) => {
    const index = new Map();
    for (const element of document.querySelectorAll(root)) {
      const number = Number(element.dataset.s);
      if (!index.has(number)) index.set(number, []);
      index.get(number).push(element);
    }
    return index;
  };
  const marks = byNumber(".prose [data-s]");
  const entries = byNumber("#outline [data-s]");
  const items = [...document.querySelectorAll("#between [data-item]")];

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function button(number, lead) {
    const statement = statements[number];
    const element = make("button", undefined, `o ${statement.kind}`);
    element.type = "button";
    element.dataset.s = number;
    element.append(make("b", lead || kindOf(statement)), ` ${statement.text}`);
    return element;
  }

  const kindOf = (statement) =>
    words[(statement.flags || []).includes("thesis") ? "thesis" : statement.kind];

  function fact(list, name, value) {
    if (value === undefined || value === "" || (Array.isArray(value) && !value.length)) return;
    list.append(make("dt", words[name]), value instanceof Node ? value : make("dd", String(value)));
  }

  function group(title, rows) {
    if (!rows.length) return;
    detail.append(make("h3", title));
    const list = make("ul");
    for (const [number, reason] of rows) {
      const entry = make("li");
      entry.append(button(number));
      if (reason) entry.append(make("p", `${words.reason}: ${reason}`, "reason"));
      list.append(entry);
    }
    detail.append(list);
  }

  /* Write the pane of one statement; nothing but text goes in. */
  function tell(number) {
    detail.replaceChildren();
    if (number === null) {
      detail.append(make("p", words.nothing, "hint"));
      return;
    }
    const statement = statements[number];
    const flags = (statement.flags || []).filter((flag) => flag !== "thesis").map((flag) => words[flag]);
    detail.append(make("h2", [kindOf(statement), ...flags].join(", "), statement.kind));
    const said = make("p", statement.text, "said");
    said.lang = data.essays[statement.essay].lang;
    detail.append(said);
    const facts = make("dl");
    if (data.essays.length > 1) fact(facts, "essay", data.essays[statement.essay].title);
    for (const name of ["by", "source", "date", "quote", "cite", "weight", "scheme", "sense"]) {
      fact(facts, name, statement[name]);
    }
    if (statement.url) {
      const value = make("dd");
      const link = make("a", words.link);
      link.href = statement.url;
      link.rel = "noopener noreferrer";
      link.target = "_blank";
      value.append(link);
      facts.append(make("dt", "URL"), value);
    }
    fact(facts, "on", (statement.on || []).map((n) => data.questions[n].text).join("; "));
    fact(facts, "at", (statement.at || []).join(", "));
    if (statement.standing) {
      const { label, reason, strength } = statement.standing;
      const more = strength === undefined ? "" : ` (${words.strength} ${strength})`;
      fact(facts, "standing", `${words[label] || label}${more}: ${reason}`);
    }
    facts.append(make("dt", "id"), make("dd", statement.name));
    detail.append(facts);
    for (const finding of statement.findings || []) {
      detail.append(make("p", `${finding.code} ${finding.message}. ${finding.hint}`, `finding ${finding.severity}`));
    }
    const rows = (numbers, ends) => numbers.flatMap((n) => ends(n).map((end) => [end, links[n].reason]));
    const to = argument.linksTo[number];
    const from = argument.linksFrom[number];
    const steps = to.flatMap((n) => argument.linksOn[n]);
    const sources = (n) => links[n].from;
    const others = (n) => [...links[n].from, ...argument.targets(n)].filter((each) => each !== number);
    const of = (list, type) => list.filter((n) => links[n].type === type);
    group(words.grounds, rows(of(to, "supports"), sources));
    group(words.attackers, rows(of(to, "attacks"), sources));
    group(`${words.attackers} (${words.step_})`, rows(of(steps, "attacks"), sources));
    group(words.supports, rows(of(from, "supports"), argument.targets));
    group(words.attacks, rows(of(from, "attacks"), argument.targets));
    group(words.contradicts, rows(of(from, "contradicts"), others));
    group(words.restates, rows(of(from, "restates"), others));
  }

  /* Scroll a pane so that an element of it is in sight, without moving the page. */
  function reveal(element, smooth) {
    const pane = element.closest(".pane");
    if (!pane || !pane.clientHeight) return;
    const own = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (own.top >= frame.top + 8 && own.bottom <= frame.bottom - 8) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = pane.scrollTop + own.top - frame.top - Math.max(16, (frame.height - own.height) / 3);
    pane.scrollTo({ top, behavior: smooth && !calm ? "smooth" : "auto" });
  }

  /* Choose which essay a column shows, where it holds several. */
  function turnTo(select) {
    const pane = select.closest(".pane");
    for (const article of pane.querySelectorAll(".prose")) {
      article.hidden = article.dataset.essay !== select.value;
    }
    if (pane.id === "right") {
      for (const row of document.querySelectorAll("#between [data-column]")) {
        row.hidden = row.dataset.column !== "-1" && row.dataset.column !== select.value;
      }
    }
  }

  function turnToStatement(number) {
    const essay = String(statements[number].essay);
    for (const select of document.querySelectorAll(".choice select")) {
      if ([...select.options].some((option) => option.value === essay) && select.value !== essay) {
        select.value = essay;
        turnTo(select);
      }
    }
  }

  function choose(number, smooth) {
    tell(number);
    for (const index of [marks, entries]) {
      for (const [each, elements] of index) {
        for (const element of elements) element.classList.toggle("chosen", each === number);
      }
    }
    for (const item of items) {
      item.classList.toggle("near", number !== null && data.items[item.dataset.item].includes(number));
    }
    if (number === null) return;
    turnToStatement(number);
    for (const index of [marks, entries]) {
      const found = index.get(number);
      if (found) reveal(found[0], smooth);
    }
    detail.scrollTop = 0;
  }

  function light(lit) {
    for (const [number, elements] of marks) {
      for (const element of elements) {
        element.classList.toggle("ground", lit.grounds.has(number));
        element.classList.toggle("attacker", lit.attackers.has(number));
        element.classList.toggle("consequence", lit.consequences.has(number));
      }
    }
  }

  function show(gone, dim) {
    for (const [number, elements] of entries) {
      for (const element of elements) {
        element.classList.toggle("gone", gone(number));
        element.classList.toggle("dim", dim(number));
      }
    }
    for (const [number, elements] of marks) {
      for (const element of elements) element.classList.toggle("dim", dim(number) || gone(number));
    }
  }

  function chooseItem(index) {
    items.forEach((item, number) => item.classList.toggle("chosen", number === index));
    const own = new Set(index === null ? [] : data.items[index]);
    for (const [number, elements] of marks) {
      for (const element of elements) element.classList.toggle("told", own.has(number));
    }
    if (index === null) return;
    for (const pane of ["left", "right"].map((id) => document.getElementById(id))) {
      const column = items[index].closest("[data-column]").dataset.column;
      const select = pane.querySelector(".choice select");
      if (pane.id === "right" && select && column !== "-1" && select.value !== column) {
        select.value = column;
        turnTo(select);
      }
      for (const number of own) {
        const found = (marks.get(number) || []).find((each) => pane.contains(each) && each.offsetParent);
        if (found) {
          reveal(found, true);
          break;
        }
      }
    }
  }

  for (const select of document.querySelectorAll(".choice select")) {
    turnTo(select);
    select.addEventListener("change", () => turnTo(select));
  }
  const order = [...new Set([...document.querySelectorAll("#outline [data-s]")].map((e) => Number(e.dataset.s)))];
  return { choose, light, show, chooseItem, order };
})();
