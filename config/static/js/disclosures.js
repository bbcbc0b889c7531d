// Closes a panel that lies over the page when someone presses Escape, or goes on elsewhere.

const panels = document.querySelectorAll("details[data-closes-itself]");

function closeUnlessInside(event) {
  for (const panel of panels) {
    if (panel.open && !panel.contains(event.target)) panel.open = false;
  }
}

document.addEventListener("click", closeUnlessInside);
document.addEventListener("focusin", closeUnlessInside);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of panels) {
    if (!panel.open) continue;
    if (panel.contains(document.activeElement)) panel.querySelector("summary").focus();
    panel.open = false;
  }
});
