"use strict";
/* The argument as the page's data gives it, and what can be asked of it. */
const data = JSON.parse(document.getElementById("data").textContent);
const { words, statements, links } = data;

const argument = (() => {
  const symmetric = new Set(["contradicts", "restates"]);
  const bearing = new Set(["supports", "attacks"]);
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

  /* The statements that a link's sources bear on in the end: those of the link it leads to, too. */
  function targets(number) {
    const seen = new Set();
    let link = links[number];
    while (link.to === undefined && !seen.has(link.toLink)) {
      seen.add(link.toLink);
      link = links[link.toLink];
    }
    return link.to === undefined ? [] : [link.to];
  }

  /* The links that bear on a statement, or on a step to it. */
  function bearingOn(statement, types) {
    const found = [];
    const rest = linksTo[statement].filter((n) => types.has(links[n].type) && !links[n].from.includes(statement));
    while (rest.length) {
      const number = rest.shift();
      found.push(number);
      rest.push(...linksOn[number].filter((n) => types.has(links[n].type) && !found.includes(n)));
    }
    return found;
  }

  /* All statements below one: by support alone, or by attack as well. */
  function below(statement, types) {
    const found = new Set();
    const rest = [statement];
    while (rest.length) {
      for (const number of bearingOn(rest.pop(), types)) {
        for (const source of links[number].from) {
          if (source !== statement && !found.has(source)) {
            found.add(source);
            rest.push(source);
          }
        }
      }
    }
    return found;
  }

  const supports = new Set(["supports"]);
  const consequencesOf = (statement) =>
    linksFrom[statement].filter((n) => bearing.has(links[n].type)).flatMap(targets);

  /* What folding hides: what bears on nothing but what is folded or hidden itself. */
  function folded(roots) {
    const hidden = new Set();
    for (const root of roots) for (const each of below(root, bearing)) hidden.add(each);
    const rest = [...hidden];
    while (rest.length) {
      const each = rest.pop();
      if (!hidden.has(each)) continue;
      if (consequencesOf(each).some((target) => !roots.has(target) && !hidden.has(target))) {
        hidden.delete(each);
        // What bears on it bears on something open now.
        for (const number of bearingOn(each, bearing)) rest.push(...links[number].from);
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
    groundsOf: (statement) => below(statement, supports),
    grounds: (statement) => bearingOn(statement, supports).flatMap((n) => links[n].from),
    attackers: (statement) =>
      bearingOn(statement, bearing).filter((n) => links[n].type === "attacks").flatMap((n) => links[n].from),
    around: (statement) => bearingOn(statement, bearing).flatMap((n) => links[n].from),
    consequences: consequencesOf,
  };
})();
