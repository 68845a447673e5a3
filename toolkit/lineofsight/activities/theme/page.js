// What stock widgets cannot say, written from their class names: states, names, groups, focus, the
// live region. One source: Voila's template loads it, JupyterLab gets it inside the house's anywidget.

const STATES = { "can-press": ["is-pressed", "aria-pressed"], "can-expand": ["is-expanded", "aria-expanded"] };
const CONTROL = "button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], summary";
const focused = new WeakMap();
const said = new WeakMap();
const fitted = new WeakSet();
let number = 0;
let speaker = null;

/** Serve every `.lineofsight` below the page that holds `root`; returns how to stop. */
export function attach(root) {
  let stop = () => {};
  let stopped = false;
  const begin = () => {
    if (stopped) return;
    // An anywidget renders before its element is on the page.
    if (!root.isConnected) { requestAnimationFrame(begin); return; }
    const scope = root.closest(".jp-Notebook, body") ?? root;
    stop = serve(scope);
  };
  begin();
  return () => { stopped = true; stop(); };
}

function serve(scope) {
  // A second copy of this script (the cell was run again) takes over from the first.
  scope.losStop?.();
  document.documentElement.lang ||= "en";
  const changed = new Set();
  let frame = 0;
  const look = () => {
    frame = 0;
    const parts = [...changed].filter((part) => part.isConnected && part.closest(".lineofsight"));
    changed.clear();
    for (const part of parts) dress(part);
    if (speaker && !speaker.isConnected) hush();
    if (parts.length) settle(scope);
  };
  const note = (element) => {
    changed.add(element);
    frame ||= requestAnimationFrame(look);
  };
  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === "attributes") note(target);
      else for (const node of addedNodes) note(node.nodeType === 1 ? node : target);
      if (type === "childList" && target.nodeType === 1) note(target);
    }
  });
  observer.observe(scope, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  scope.addEventListener("keydown", quiet, true);
  for (const part of scope.querySelectorAll(".lineofsight")) note(part);
  scope.losStop = () => {
    observer.disconnect();
    scope.removeEventListener("keydown", quiet, true);
  };
  return scope.losStop;
}

/** Dress an element and all below it. */
function dress(part) {
  each(part, ".can-press, .can-expand", state);
  each(part, ".los-nav", (element) => set(element, "role", "navigation"));
  each(part, ".los-group", group);
  each(part, ".los-chips", chips);
  each(part, ".los-entry, .los-rail-step", current);
  each(part, ".los-entry, .los-choice", lines);
  each(part, ".los-say", say);
  each(part, ".los-print", (element) => { element.onclick = () => print(); });
  const own = part.closest(".los-say, .los-chips, .los-group, .los-entry, .los-choice, .los-figure");
  if (own && own !== part) dressOne(own);
  each(part, ".los-figure", fit);
  each(part, "[class*='take-focus-']", focus);
  const heading = part.closest(".los-heading")?.querySelector("h1");
  if (heading) document.title = titled(heading);
}

function dressOne(element) {
  if (element.matches(".los-say")) say(element);
  if (element.matches(".los-chips")) chips(element);
  if (element.matches(".los-group")) group(element);
  if (element.matches(".los-entry, .los-choice")) lines(element);
}

function each(part, selector, act) {
  if (part.matches(selector)) act(part);
  for (const element of part.querySelectorAll(selector)) act(element);
}

// Only a change is written: each write would wake the observer of a screen reader.
function set(element, name, value) {
  if (value === null) { if (element.hasAttribute(name)) element.removeAttribute(name); }
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function state(element) {
  for (const [can, [is, attribute]] of Object.entries(STATES)) {
    if (element.classList.contains(can)) set(element, attribute, String(element.classList.contains(is)));
  }
}

function current(element) {
  const value = element.matches(".los-rail-step") ? "step" : "true";
  set(element, "aria-current", element.classList.contains("is-current") ? value : null);
}

/** A group is named by its first `.los-group-name`. */
function group(element) {
  const name = element.querySelector(".los-group-name");
  if (!name) return;
  if (!element.matches(".los-nav")) set(element, "role", "group");
  set(element, "aria-label", name.textContent.trim());
}

/** RadioButtons: one name for its inputs, so that arrows move, and a named group around them. */
function chips(element) {
  const label = element.querySelector(":scope > label.widget-label");
  const box = element.querySelector(".widget-radio-box") ?? element;
  set(box, "role", "radiogroup");
  if (label) set(box, "aria-label", label.textContent.trim());
  element.losName ||= `los-${++number}`;
  for (const input of box.querySelectorAll("input[type=radio]")) set(input, "name", element.losName);
  for (const option of box.querySelectorAll("label")) percent(option);
}

/** "likely 60 %" as two voices: the words, and the number behind them. */
function percent(option) {
  const text = [...option.childNodes].find((node) => node.nodeType === 3 && node.data.trim());
  const found = text?.data.match(/^(.*\S)\s+(\d+) ?%$/);
  if (!found) return;
  const figure = document.createElement("span");
  figure.className = "los-percent";
  figure.textContent = `${found[2]}%`;
  text.data = `${found[1]} `;
  text.after(figure);
}

/** A button of two lines: what it is, and beneath it what kind. */
function lines(element) {
  const text = [...element.childNodes].find((node) => node.nodeType === 3 && node.data.includes("\n"));
  if (!text) return;
  const [first, ...rest] = text.data.split("\n");
  const title = document.createElement("span");
  const what = document.createElement("span");
  title.className = "los-line-1";
  what.className = "los-line-2";
  title.textContent = first;
  what.textContent = rest.join(" ");
  text.replaceWith(title, " ", what);
}

/** A chart that was drawn before its place had a width is fitted once it has one. */
function fit(element) {
  if (fitted.has(element)) return;
  fitted.add(element);
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (entry.contentRect.width === width) return;
    width = entry.contentRect.width;
    // Vega fits its container when the window changes, and only then.
    if (width) for (const wait of [0, 150, 600]) setTimeout(() => dispatchEvent(new Event("resize")), wait);
  }).observe(element);
}

/** Copy what matters into the live region, once per change; it goes when what said it falls silent. */
function say(element) {
  const words = element.textContent.trim();
  if (said.get(element) === words) return;
  const first = !said.has(element);
  said.set(element, words);
  if (!words && speaker === element) hush();
  if (!words || first && element.closest(".los-step")) return;
  live().textContent = words;
  speaker = element;
}

/** What no longer stands on the page is not left to be found by those who read the live region. */
function hush() {
  speaker = null;
  live().textContent = "";
}

function live() {
  let region = document.getElementById("los-live");
  if (!region) {
    region = document.createElement("div");
    region.id = "los-live";
    region.className = "los-live";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  return region;
}

/** `take-focus-7`: move the focus here, once. A step: to its heading, from the top of the page. */
function focus(element) {
  const asked = [...element.classList].find((name) => name.startsWith("take-focus-"));
  if (!asked || focused.get(element) === asked || !element.isConnected) return;
  focused.set(element, asked);
  const heading = element.querySelector("h1, h2");
  const step = element.matches(".los-step");
  // What is to be read is entered by its heading, what is to be worked on by its first control.
  const control = element.matches(CONTROL) ? element : element.querySelector(CONTROL);
  const target = step || element.matches(".los-paper") || !control ? heading ?? element : control;
  // Wait a frame: what is to be focused may still be on its way.
  requestAnimationFrame(() => {
    const now = target.isConnected ? target : element.querySelector("h1, h2") ?? element;
    if (!now.matches(CONTROL)) now.tabIndex = -1;
    now.focus({ preventScroll: step });
    if (step) toTop(element);
    else now.scrollIntoView({ block: "nearest" });
  });
}

function toTop(step) {
  if (document.body.dataset.voila) scrollTo(0, 0);
  else step.scrollIntoView({ block: "start" });
}

function titled(heading) {
  const place = document.querySelector(".lineofsight .los-bar .case")?.textContent ?? "Line of Sight";
  return document.body.dataset.voila ? `${heading.textContent} · ${place}` : document.title;
}

/** The loader goes when the first step stands. */
function settle(scope) {
  const loader = document.getElementById("los-loader");
  if (loader && scope.querySelector(".lineofsight :is(button, h1)")) {
    loader.remove();
    document.body.classList.add("is-ready");
  }
}

/** JupyterLab's commands (b inserts a cell, dd deletes one, arrows leave) end at our edge. */
function quiet(event) {
  if (document.body.dataset.voila || !(event.target instanceof Element)) return;
  const commanding = event.ctrlKey || event.metaKey || event.altKey || ["Tab", "Escape"].includes(event.key);
  if (!commanding && event.target.closest(".lineofsight")) event.stopPropagation();
}
