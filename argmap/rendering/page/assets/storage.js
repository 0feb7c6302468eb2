/* What a browser keeps for the page. From disk, or where cookies are refused, it may keep nothing. */
const storage = (() => {
  const tried = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: (room, name) => tried(() => window[room].getItem(name)),
    write: (room, name, value) => tried(() => (value === null ? window[room].removeItem(name) : window[room].setItem(name, value))),
  };
})();
