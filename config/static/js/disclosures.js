// Closes a panel that lies over the page when someone presses Escape, or goes on elsewhere.

/** Also those that came later, such as the menu of a message that has just arrived. */
function openPanels() {
  return document.querySelectorAll("details[data-closes-itself][open]");
}

function closeUnlessInside(event) {
  for (const panel of openPanels()) {
    if (!panel.contains(event.target)) panel.open = false;
  }
}

document.addEventListener("click", closeUnlessInside);
document.addEventListener("focusin", closeUnlessInside);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of openPanels()) {
    if (panel.contains(document.activeElement)) panel.querySelector("summary").focus();
    panel.open = false;
  }
});
