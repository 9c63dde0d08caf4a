// A case's page: one's own role card, and the lines of the scene one at a time. Nothing is kept.

const roles = document.getElementById("roles");
const lines = [...document.getElementById("lines").children];
const heard = document.getElementById("heard");
const press = document.getElementById("press");
let at = -1; // the line that was said last

/** Shows one role's card alone, or all the names again. */
function choose(own) {
  roles.classList.toggle("picked", Boolean(own));
  for (const one of roles.children) {
    one.classList.toggle("open", one === own);
    one.querySelector(".role").setAttribute("aria-expanded", String(one === own));
    one.querySelector("[id]").classList.toggle("shut", one !== own);
  }
}

roles.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const role = button.closest("li");
  choose(role.classList.contains("open") ? null : role);
  role.querySelector(".role").focus(); // the button that hides the card goes with it
});

function show() {
  lines.forEach((line, n) => {
    line.classList.toggle("later", n > at);
    line.classList.toggle("said", n < at);
  });
  press.textContent = press.dataset[at < 0 ? "start" : at < lines.length - 1 ? "next" : "again"];
  heard.textContent = at < 0 ? "" : lines[at].innerText;
  if (at >= 0) press.scrollIntoView({ block: "nearest" });
}

press.addEventListener("click", () => {
  at = at < lines.length - 1 ? at + 1 : -1;
  show();
});
