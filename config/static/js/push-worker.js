// Shows that something is waiting, and leads there when it is pressed. It never learns what.

self.addEventListener("push", (event) => {
  const { words, path } = event.data.json();
  // The same thing told twice is shown once.
  event.waitUntil(self.registration.showNotification("Alongside", { body: words, tag: path, data: path }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});
