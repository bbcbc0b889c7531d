// Asks the writer before words go that give away how to reach them elsewhere, such as a phone number.

/** Returns `ask(about, why, { anyway, back })`: the one act or the other is called; asked twice, it asks once. */
export function makeQuestion(place) {
  let asked = null;

  function answer(name) {
    place.hidden = true;
    const acts = asked;
    asked = null;
    acts?.[name]();
  }

  place.querySelector("[data-anyway]").addEventListener("click", (event) => {
    event.preventDefault();
    answer("anyway");
  });
  place.querySelector("[data-take-back]").addEventListener("click", () => answer("back"));
  return (about, why, acts) => {
    if (asked?.about === about) return;
    asked = { about, ...acts };
    place.querySelector("p").textContent = why;
    place.hidden = false;
  };
}
