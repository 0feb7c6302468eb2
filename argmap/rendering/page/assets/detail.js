/* The pane that tells of one statement, or of one question or difference. */
const detail = (() => {
  const pane = document.getElementById("detail");
  const said = document.getElementById("said");
  const { make, button, kindOf } = outline;

  function fact(list, name, value) {
    if (value === undefined || value === "" || (Array.isArray(value) && !value.length)) return;
    list.append(make("dt", words[name]), value instanceof Node ? value : make("dd", String(value)));
  }

  function group(title, rows, className) {
    if (!rows.length) return;
    const section = make("div", undefined, className);
    section.append(make("h3", title));
    const list = make("ul");
    for (const [number, reason] of rows) {
      const entry = make("li");
      const own = button(number);
      own.lang = data.essays[statements[number].essay].lang;
      entry.append(own);
      if (reason) entry.append(make("p", `${words.reason}: ${reason}`, "reason"));
      list.append(entry);
    }
    section.append(list);
    pane.append(section);
  }

  function source(url) {
    const value = make("dd");
    const link = make("a", words.link);
    link.href = url;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    value.append(link);
    return value;
  }

  function facts(statement) {
    const list = make("dl");
    if (data.essays.length > 1) fact(list, "essay", data.essays[statement.essay].title);
    if (statement.standing) {
      const { label, reason, strength } = statement.standing;
      const more = strength === undefined ? "" : ` (${words.strength} ${strength})`;
      fact(list, "standing", `${words[label] || label}${more}${reason ? `: ${reason}` : ""}`);
    }
    for (const name of ["by", "source", "date", "quote", "cite", "weight", "scheme", "sense"]) {
      fact(list, name, statement[name]);
    }
    if (statement.url) list.append(make("dt", words.url), source(statement.url));
    fact(list, "on", (statement.on || []).map((n) => data.questions[n].text).join("; "));
    fact(list, "at", (statement.at || []).join(", "));
    list.append(make("dt", "id"), make("dd", statement.name));
    return list;
  }

  /* Write the pane of one statement; nothing but text goes in. */
  function statement(number) {
    const own = statements[number];
    const flags = (own.flags || []).filter((flag) => flag !== "thesis").map((flag) => words[flag]);
    const kind = [kindOf(own), ...flags].join(", ");
    pane.replaceChildren(make("h2", kind, own.kind));
    const text = make("p", own.text, "said");
    text.lang = data.essays[own.essay].lang;
    pane.append(text);
    said.textContent = `${kind}: ${own.text}`;
    for (const finding of own.findings || []) {
      const note = make("p", undefined, `finding ${finding.severity}`);
      note.lang = "en"; // as all findings are, whatever the page's language
      note.append(make("b", finding.code), ` ${finding.message}${finding.hint ? ` – ${finding.hint}` : ""}`);
      pane.append(note);
    }
    const rows = (numbers, ends) => numbers.flatMap((n) => ends(n).map((end) => [end, links[n].reason]));
    const to = argument.linksTo[number];
    const from = argument.linksFrom[number];
    const steps = to.flatMap((n) => argument.linksOn[n]);
    const sources = (n) => links[n].from;
    const others = (n) => [...links[n].from, ...argument.targets(n)].filter((each) => each !== number);
    const of = (list, type) => list.filter((n) => links[n].type === type);
    group(words.supports, rows(of(from, "supports"), argument.targets), "onward");
    group(words.attacks, rows(of(from, "attacks"), argument.targets), "onward");
    group(words.grounds, rows(of(to, "supports"), sources));
    group(words.attackers, rows(of(to, "attacks"), sources));
    group(`${words.attackers} (${words.step_})`, rows(of(steps, "attacks"), sources));
    group(words.contradicts, rows(of(from, "contradicts"), others));
    group(words.restates, rows(of(from, "restates"), others));
    pane.append(facts(own));
  }

  /* Write what lies between the columns: its notes, and its statements with their words. */
  function item(index) {
    const own = document.querySelector(`[data-item="${index}"]`);
    const { textContent: title, lang: spoken } = own.querySelector("strong");
    const label = own.querySelector("em")?.textContent || words.between;
    pane.replaceChildren(make("h2", label, "rebuttal"), make("p", title, "said"));
    pane.lastElementChild.lang = spoken;
    said.textContent = `${label}: ${title}`;
    const notes = make("ul", undefined, "notes");
    for (const note of own.querySelectorAll("span")) notes.append(make("li", note.textContent));
    if (notes.children.length) pane.append(notes);
    const essays = [...new Set(data.items[index].map((n) => statements[n].essay))];
    for (const essay of essays) {
      const { title: name, lang } = data.essays[essay];
      group(`${name} (${lang})`, data.items[index].filter((n) => statements[n].essay === essay).map((n) => [n, ""]));
    }
  }

  let now = "";
  function tell(chosen, index) {
    const next = `${chosen} ${chosen === null ? index : ""}`;
    if (next === now) return;
    now = next;
    const held = pane.contains(document.activeElement) && document.activeElement !== pane;
    if (chosen !== null) statement(chosen);
    else if (index !== null) item(index);
    else pane.replaceChildren(make("p", words.nothing, "hint"));
    pane.scrollTop = 0;
    if (held) pane.focus(); // what had the focus is gone
  }
  return { tell };
})();
