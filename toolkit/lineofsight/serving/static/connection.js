// Is the server there, and does this page's kernel live? Says so after five seconds without,
// and takes it back by itself. Ends the kernel when the page goes.
const BEAT = 2000, PATIENCE = 5000, TIMEOUT = 4000;
const banner = document.getElementById("los-banner");
let boot = "", lostSince = 0, timer = 0;

const kernel = () => {
  const config = document.getElementById("jupyter-config-data");
  try { return JSON.parse(config.textContent).kernelId || ""; } catch { return ""; }
};

async function ask() {
  const answer = await fetch("/beat", {
    method: "POST", cache: "no-store", signal: AbortSignal.timeout(TIMEOUT),
    body: JSON.stringify({ kernel: kernel() }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function beat() {
  clearTimeout(timer);
  if (kernel()) {
    let state = "unreachable";
    const asked = Date.now();
    try {
      const said = await ask();
      boot ||= said.boot;
      state = said.kernel === "alive" && said.boot === boot ? "connected" : "reload";
    } catch { /* unreachable: no answer is an answer */ }
    show(state, asked);
  }
  timer = setTimeout(beat, lostSince ? BEAT / 2 : BEAT);
}

function show(state, asked) {
  if (state === "connected") {
    lostSince = 0;
    banner.hidden = true;
    banner.replaceChildren();
    return;
  }
  lostSince ||= asked;
  if (Date.now() - lostSince < PATIENCE || banner.dataset.state === state && !banner.hidden) return;
  banner.dataset.state = state;
  const words = document.createElement("span");
  words.textContent = "Not connected: what you type now is not saved.";
  banner.replaceChildren(words);
  if (state === "reload") {
    const more = document.createElement("span");
    more.textContent = "The server is there. Reload to go on where you were.";
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = "Reload";
    again.addEventListener("click", () => location.reload());
    banner.append(more, again);
  }
  banner.hidden = false;
}

// A failed request is not an error of this page, and a hidden page need not hurry.
document.addEventListener("visibilitychange", () => { if (!document.hidden) beat(); });
addEventListener("online", beat);
addEventListener("pagehide", () => {
  if (kernel()) navigator.sendBeacon(`/voila/api/shutdown/${kernel()}`);
});
// A page out of the back-forward cache has lost its kernel.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
beat();
