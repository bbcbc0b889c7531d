// Lets this browser tell its owner that something is waiting. It asks for permission only when they press the button.

const place = document.querySelector("[data-push-key]");
const words = place?.querySelector("[role=status]");
const button = place?.querySelector("button");

function show(text, action) {
  words.textContent = text;
  button.hidden = !action;
  button.textContent = action ?? "";
}

function showOn() {
  show("On", "Turn off");
  button.onclick = () => attempt(turnOff);
}

function showOff(text = "Off") {
  show(text, "Turn on");
  button.onclick = () => attempt(turnOn);
}

async function attempt(step) {
  button.disabled = true;
  try {
    await step();
  } catch {
    showOff("That did not work. Please try again.");
  }
  button.disabled = false;
}

async function tell(facts) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ csrfmiddlewaretoken: token, ...facts });
  const answer = await fetch(place.dataset.pushUrl, { method: "POST", body });
  if (answer.status !== 204) throw new Error(answer.statusText);
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== "granted") {
    return showOff("Your browser does not allow it. You can change that in its settings.");
  }
  await navigator.serviceWorker.register(place.dataset.pushWorker);
  const registration = await navigator.serviceWorker.ready;
  // One that was made with an older key of ours would stand in the way.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(place.dataset.pushKey),
  });
  const { endpoint, keys } = subscription.toJSON();
  await tell({ endpoint, p256dh: keys.p256dh, auth: keys.auth });
  showOn();
}

async function turnOff() {
  const subscription = await current();
  await tell({ off: "", endpoint: subscription?.endpoint ?? place.dataset.pushOn });
  await subscription?.unsubscribe();
  showOff();
}

async function current() {
  const registration = await navigator.serviceWorker.getRegistration(place.dataset.pushWorker);
  return registration?.pushManager.getSubscription();
}

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

async function begin() {
  if (!("serviceWorker" in navigator && "PushManager" in window)) {
    return show("This browser cannot do it. On an iPhone, add Alongside to your home screen first.");
  }
  const endpoint = (await current())?.endpoint;
  // The service may have forgotten it: when its owner signed out, for example.
  endpoint && endpoint === place.dataset.pushOn ? showOn() : showOff();
}

if (place) begin();
