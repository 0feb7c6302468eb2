"use strict";
/* The argument as the page's data gives it, and what can be asked of it. */
/* start.js shows the panes once all is in its place; should a script fail, they are shown as they are. */
addEventListener("error", () => (document.documentElement.dataset.read = "1"));
const data = JSON.parse(document.getElementById("data").textContent);
const { words, statements, links } = data;

for (const each of statements) {
  each.essay ??= 0;
  each.on ??= [];
}
for (const each of links) each.type ??= "supports";

const argument = (() => {
  const symmetric = new Set(["contradicts", "restates"]);
  const bearing = new Set(["supports", "attacks"]);
  const supports = new Set(["supports"]);
  const linksTo = statements.map(() => []);
  const linksFrom = statements.map(() => []);
  const linksOn = links.map(() => []);
  links.forEach((link, number) => {
    if (link.to === undefined) linksOn[link.toLink].push(number);
    else linksTo[link.to].push(number);
    for (const source of link.from) linksFrom[source].push(number);
    if (symmetric.has(link.type)) {
      for (const source of link.from) linksTo[source].push(number);
      linksFrom[link.to].push(number);
    }
  });

  /* The statement that a link bears on in the end: that of the link it leads to, too. */
  const targets = (() => {
    const known = links.map((link) => (link.to === undefined ? null : [link.to]));
    return (number) => {
      const way = new Set();
      let each = number;
      while (known[each] === null && !way.has(each)) {
        way.add(each);
        each = links[each].toLink;
      }
      const end = known[each] ?? [];
      for (const passed of way) known[passed] = end;
      return end;
    };
  })();

  /* The links that bear on a statement, or on a step to it. */
  function bearingOn(statement, types) {
    const found = new Set(linksTo[statement].filter((n) => types.has(links[n].type) && !links[n].from.includes(statement)));
    // A set is walked to its end even where it grows on the way.
    for (const number of found) for (const each of linksOn[number]) if (types.has(links[each].type)) found.add(each);
    return [...found];
  }

  const once = (numbers) => [...new Set(numbers)];
  const sourcesOf = (numbers) => once(numbers.flatMap((n) => links[n].from));

  /* All statements below some: by support alone, or by attack as well. */
  function below(roots, types) {
    const found = new Set();
    const rest = [...roots];
    const asked = new Set(rest);
    while (rest.length) {
      for (const source of sourcesOf(bearingOn(rest.pop(), types))) {
        found.add(source);
        if (!asked.has(source)) {
          asked.add(source);
          rest.push(source);
        }
      }
    }
    return found;
  }

  const consequences = (statement) => once(linksFrom[statement].filter((n) => bearing.has(links[n].type)).flatMap(targets));
  const around = (statement) => sourcesOf(bearingOn(statement, bearing));

  const thesis = statements.map((each) => (each.flags || []).includes("thesis"));

  /* What folding hides: what bears on nothing but what is folded or hidden itself, and is no main claim. */
  function folded(roots) {
    const hidden = below(roots, bearing);
    const rest = [...hidden];
    while (rest.length) {
      const each = rest.pop();
      if (!hidden.has(each)) continue;
      if (thesis[each] || consequences(each).some((target) => !roots.has(target) && !hidden.has(target))) {
        hidden.delete(each);
        // What bears on it bears on something open now.
        rest.push(...around(each));
      }
    }
    return hidden;
  }

  return {
    linksTo,
    linksFrom,
    linksOn,
    folded,
    targets,
    around,
    consequences,
    allBelow: (statement) => below([statement], bearing),
    groundsOf: (statement) => below([statement], supports),
    grounds: (statement) => sourcesOf(bearingOn(statement, supports)),
    attackers: (statement) => sourcesOf(bearingOn(statement, bearing).filter((n) => links[n].type === "attacks")),
  };
})();
