// The few gestures of the room's plain pages: language and print.

document.addEventListener("click", (event) => {
  const speak = event.target.closest("[data-speak]");
  if (speak) {
    document.cookie = `lang=${speak.dataset.speak};path=/;max-age=34560000;samesite=lax`;
    location.reload();
  }
  if (event.target.closest("[data-print]")) print();
});
