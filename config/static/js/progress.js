// Shows every second how far a job is, and reads the page anew when it has ended.

const place = document.querySelector("[data-progress]");
const PAUSE = 1000;
let shown;

async function look() {
  try {
    const answer = await fetch(place.dataset.progress);
    // Nothing more to tell, or signed out meanwhile: the page itself knows what to show now.
    if (answer.status !== 200 || answer.redirected) return location.reload();
    const piece = await answer.text();
    // A screen reader reads out what is put here, so the same is not put here twice.
    if (piece !== shown) place.innerHTML = shown = piece;
  } catch {
    // The network is away for a moment.
  }
  setTimeout(look, PAUSE);
}

if (place) setTimeout(look, PAUSE);
