/* Where things are on the map, from the points they are drawn with; and which of its tiles are in sight. */
const sight = (svg) => {
  const kept = new WeakMap();

  /* From the units of the group that an element stands in to those of the canvas: scale, then shift. */
  function matrix(element) {
    const group = element.closest(".graph");
    if (!group) return [1, 1, 0, 0];
    if (!kept.has(group)) {
      let whole = svg.createSVGMatrix();
      for (let each = group; each !== svg; each = each.parentNode) {
        const own = each.transform.baseVal;
        for (let i = own.length - 1; i >= 0; i -= 1) whole = own.getItem(i).matrix.multiply(whole);
      }
      kept.set(group, [whole.a, whole.d, whole.e, whole.f]);
    }
    return kept.get(group);
  }

  function onCanvas(element, [left, top, right, bottom]) {
    const [a, d, e, f] = matrix(element);
    return [a * left + e, d * top + f, a * right + e, d * bottom + f];
  }

  /* How far a box goes, in its own units: left, top, right, bottom. What is out of sight has no layout to ask. */
  function extent(element) {
    const sides = [Infinity, Infinity, -Infinity, -Infinity];
    for (const shape of element.querySelectorAll("path, polygon")) {
      const points = shape.getAttribute("d") ?? shape.getAttribute("points");
      points.match(/-?[\d.]+/g).forEach((number, at) => {
        sides[at % 2] = Math.min(sides[at % 2], number);
        sides[2 + (at % 2)] = Math.max(sides[2 + (at % 2)], number);
      });
    }
    return sides[0] < sides[2] ? sides : [0, 0, 0, 0];
  }

  const tiles = [...svg.querySelectorAll(".tile")].map((element) => ({
    element,
    at: onCanvas(element, element.dataset.at.split(" ").map(Number)),
    near: false,
  }));

  /* Below this scale a line of text is a pixel high: dust, and not drawn. */
  const legible = 0.09;
  let rest = 0;

  /* Show the tiles that touch a part of the canvas; those far from it go a little later. */
  function look(left, top, right, bottom, scale) {
    const touches = (at, more) => at[0] < right + more && at[2] > left - more && at[1] < bottom + more && at[3] > top - more;
    const away = right - left + bottom - top;
    const set = (tile, near) => {
      if (tile.near !== near) tile.element.classList.toggle("near", (tile.near = near));
    };
    svg.classList.toggle("small", scale < legible);
    for (const tile of tiles) if (touches(tile.at, Math.max(away / 16, 120))) set(tile, true);
    clearTimeout(rest);
    rest = setTimeout(() => tiles.forEach((tile) => touches(tile.at, away) || set(tile, false)), 1000);
  }

  return { extent, frame: (element) => onCanvas(element, extent(element)), look };
};
