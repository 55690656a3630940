// What pages can do quicker with a script; all of it works without, too.

const status = document.getElementById("melding");

// Says something to whoever listens rather than looks, and shows it on what was pressed.
function say(pressed, text) {
  status.textContent = text;
  const label = pressed.lastChild;
  const before = label.textContent;
  if (before === text) return;
  label.textContent = text;
  setTimeout(() => { label.textContent = before; status.textContent = ""; }, 2500);
}

// Copies; on plain http there is no clipboard, and the card with its text remains.
async function copy(pressed, text) {
  try {
    await navigator.clipboard.writeText(await text());
    say(pressed, status.dataset.copied);
    return true;
  } catch {
    return false;
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) {
    const field = document.getElementById(button.dataset.copy);
    if (!(await copy(button, async () => field.value))) field.select();
    return;
  }
  const link = event.target.closest("[data-copy-from]");
  if (link && navigator.clipboard) {
    event.preventDefault();
    const text = async () => {
      const answer = await fetch(link.dataset.copyFrom);
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.text();
    };
    if (!(await copy(link, text))) location.href = link.href;
  }
});

// Completion: the browser's own list, filled while one types.
for (const field of document.querySelectorAll("[data-suggest]")) {
  let timer;
  let asked;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const typed = field.value.trim();
    if (typed.length < 2 || typed.length > 80) return;
    timer = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const answer = await fetch(`/api/suggest?q=${encodeURIComponent(typed)}&limit=8`, { signal: asked.signal });
        if (!answer.ok) return;
        const { suggestions } = await answer.json();
        field.list.replaceChildren(...suggestions.map(({ text }) => new Option(text, text)));
      } catch { /* a later question took its place, or there is no connection */ }
    }, 150);
  });
}

// Live filters: only the contents of the page are exchanged.
async function exchange(address) {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  if (!main) throw new Error("no page");
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
}

// The page that is shown, without the place in it: a link to a place changes only that, and the browser goes there itself.
const here = () => location.pathname + location.search;
let shown = here();

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-live]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    await exchange(link.href);
    history.pushState(null, "", link.href);
    shown = here();
    document.getElementById("antwoorden")?.focus({ preventScroll: true });
  } catch {
    location.href = link.href;
  }
});

addEventListener("popstate", async () => {
  if (here() === shown) return;
  shown = here();
  if (!document.querySelector("a[data-live]")) return location.reload();
  try {
    await exchange(location.href);
  } catch {
    location.reload();
  }
});

// Upload: files may be dropped, and the way they go is shown.
for (const form of document.querySelectorAll("form[data-upload]")) {
  const field = form.querySelector("input[type=file]");
  const bar = form.querySelector("progress");
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    bar.hidden = false;
    request.upload.addEventListener("progress", ({ loaded, total }) => { bar.value = (100 * loaded) / total; });
    // Sent; from here on it is being read.
    request.upload.addEventListener("load", () => bar.removeAttribute("value"));
    request.addEventListener("error", () => form.submit());
    request.addEventListener("load", () => {
      const main = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
      if (!main) return form.submit();
      document.querySelector("main").replaceWith(main);
      document.querySelector("main").focus();
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}
