"use strict";

// Everything that comes from the emulator is set as text, never as markup.
const byId = (id) => document.getElementById(id);
const REFRESH_MILLIS = 2000;
let token = "";
let kinds = [];
let shown = "";

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

async function ask(method, path, body) {
  const answer = await fetch("/_emulator/" + path, {
    method,
    headers: { Authorization: "aivenv1 " + token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) {
    const failure = new Error(json.message);
    failure.status = answer.status;
    throw failure;
  }
  return json;
}

function row(...cells) {
  const made = element("tr");
  made.append(...cells);
  return made;
}

const STATES = { RUNNING: "good", POWEROFF: "off" };

function serviceTable(services) {
  const table = element("table");
  for (const service of services) {
    const state = element("td", service.state, "state " + (STATES[service.state] || "wait"));
    state.title = service.notifications.join("\n");
    table.append(row(
      element("td", service.name),
      element("td", service.type),
      element("td", service.plan, "quiet"),
      element("td", service.addresses[0] || "", "quiet"),
      state));
  }
  return table;
}

function showProjects(projects) {
  if (projects.length === 0) {
    byId("projects").replaceChildren(element("p", "None yet.", "none"));
    return;
  }
  byId("projects").replaceChildren(...projects.map((project) => {
    const part = element("div", undefined, "project");
    const head = element("header");
    const tags = Object.entries(project.tags).map(([key, value]) => key + "=" + value).join("  ");
    head.append(element("h3", project.name), element("span", project.cloud, "quiet"), element("span", tags, "tags"));
    part.append(head, project.services.length ? serviceTable(project.services)
      : element("p", "No services.", "none"));
    return part;
  }));
}

function grade(status) {
  if (status === 0 || status >= 500) return "bad";
  return status >= 400 ? "wait" : "good";
}

function showRequests(requests) {
  byId("requests").replaceChildren(...requests.map((request) => row(
    element("td", request.at.slice(11, 23), "quiet"),
    element("td", request.method + " " + request.path, "path"),
    element("td", request.operation || "", "quiet"),
    element("td", request.status === 0 ? "no answer" : String(request.status), "state " + grade(request.status)))));
}

function showFaults(faults) {
  byId("faults").replaceChildren(...faults.map((fault) => {
    const { fault: kind, ...rest } = fault;
    const item = element("li", kind);
    item.append(element("code", JSON.stringify(rest).replaceAll('"', "").replaceAll(",", ", ")));
    return item;
  }));
}

function field(component, path) {
  const id = "fault-" + path;
  const name = element("label", path);
  name.htmlFor = id;
  let input;
  if (component.type === "Enum") {
    input = element("select");
    if (component.optional) input.append(element("option", ""));
    for (const value of component.values) input.append(element("option", value));
  } else {
    input = element("input");
    if (component.type === "boolean") input.type = "checkbox";
    if (component.optional || path.startsWith("target.")) input.placeholder = "any";
    if (component.type === "Duration") input.placeholder = component.optional ? "optional, such as PT5S" : "such as PT5S";
  }
  input.id = id;
  input.dataset.path = path;
  input.dataset.type = component.type;
  return [name, input];
}

function fields(components, prefix) {
  return components.flatMap((component) => component.components
    ? fields(component.components, prefix + component.name + ".")
    : field(component, prefix + component.name));
}

function showForm() {
  const kind = kinds.find((candidate) => candidate.fault === byId("kind").value);
  byId("components").replaceChildren(...fields(kind.components, ""));
}

const NUMBERS = ["int", "long", "double"];

function composed() {
  const fault = { fault: byId("kind").value };
  for (const input of byId("components").querySelectorAll("[data-path]")) {
    const path = input.dataset.path.split(".");
    const last = path.pop();
    let value = input.type === "checkbox" ? input.checked : input.value.trim();
    if (value === "") continue;
    if (NUMBERS.includes(input.dataset.type)) value = Number(value);
    let at = fault;
    for (const step of path) at = at[step] = at[step] || {};
    at[last] = value;
  }
  return fault;
}

function show(state) {
  byId("login").hidden = true;
  byId("main").hidden = false;
  byId("time").textContent = state.time.slice(0, 19).replace("T", " ") + " UTC" + (state.manual_clock ? ", standing" : "");
  byId("advance").hidden = !state.manual_clock;
  const now = JSON.stringify([state.projects, state.requests, state.faults]);
  if (now !== shown) {
    shown = now;
    showProjects(state.projects);
    showRequests(state.requests);
    showFaults(state.faults);
  }
  if (kinds.length === 0) {
    kinds = state.fault_kinds;
    byId("kind").replaceChildren(...kinds.map((kind) => element("option", kind.fault)));
    showForm();
  }
}

async function run(work) {
  try {
    await work();
    byId("message").textContent = "";
  } catch (failure) {
    byId("message").textContent = failure.status ? failure.message : "The emulator does not answer. Is it still running?";
    if (failure.status === 401) {
      byId("login").hidden = false;
      byId("main").hidden = true;
      token = "";
    }
  }
}

async function refresh() {
  if (token) show(await ask("GET", "state"));
}

function acting(id, event, work) {
  byId(id).addEventListener(event, (occasion) => {
    occasion.preventDefault();
    run(async () => {
      await work();
      await refresh();
    });
  });
}

acting("login", "submit", async () => {
  token = byId("token").value;
  sessionStorage.setItem("token", token);
});
acting("inject", "submit", () => ask("POST", "faults", composed()));
acting("clear", "click", () => ask("DELETE", "faults"));
acting("advance", "submit", () => ask("POST", "clock", { advance: byId("by").value }));
byId("kind").addEventListener("change", showForm);

// The part after # never leaves the browser; it goes from the address bar too.
const given = new URLSearchParams(location.hash.slice(1)).get("token");
if (given) {
  sessionStorage.setItem("token", given);
  history.replaceState(null, "", location.pathname);
}
token = sessionStorage.getItem("token") || "";
byId("login").hidden = token !== "";
run(refresh);
setInterval(() => run(refresh), REFRESH_MILLIS);
