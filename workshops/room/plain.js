// The few gestures of the room's plain pages: language, light or dark, print.

document.addEventListener("click", (event) => {
  const speak = event.target.closest("[data-speak]");
  if (speak) {
    document.cookie = `lang=${speak.dataset.speak};path=/;max-age=34560000;samesite=lax`;
    location.reload();
  }
  if (event.target.closest("[data-print]")) print();
  const wear = event.target.closest("[data-wear]");
  if (wear) {
    document.cookie = `theme=${wear.dataset.wear};path=/;max-age=34560000;samesite=lax`;
    document.documentElement.dataset.theme = wear.dataset.wear;
    for (const one of document.querySelectorAll("[data-wear]")) one.setAttribute("aria-pressed", String(one === wear));
  }
});

// What one scan opens does by itself what its button does.
const atOnce = document.querySelector("form[data-at-once]");
if (atOnce) atOnce.requestSubmit();

if (document.querySelector("[data-asking]"))
  setInterval(async () => {
    const answer = await fetch("/return/asked");
    if (answer.status === 200) location.assign((await answer.json()).go);
  }, 2000);
