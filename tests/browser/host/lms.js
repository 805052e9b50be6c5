// A small LMS for the tests: puts a run-time under the standard's name, keeps what is committed
// in localStorage (as a server would), writes down every call and opens the package in a frame.
// Query: standard=scorm12|scorm2004, runtime=again|strict, launch=/path, options=JSON.
(function () {
  const query = new URLSearchParams(location.search);
  const standard = query.get("standard");
  const runtime = query.get("runtime");
  const options = JSON.parse(query.get("options") || "{}");
  const key = "lms:" + (query.get("registration") || "one");
  const name = standard === "scorm12" ? "API" : "API_1484_11";
  const log = [];

  function again() {
    const settings = { autocommit: false, logLevel: 5, mastery_override: false };
    const api = standard === "scorm12" ? new window.Scorm12API(settings) : new window.Scorm2004API(settings);
    const kept = localStorage.getItem(key);
    const start = kept ? JSON.parse(kept) : {};
    if (standard === "scorm12") {
      const core = Object.assign({}, start.core, { student_id: "l1", student_name: "Jansen, Noor" });
      core.entry = kept ? "resume" : "ab-initio";
      core.lesson_mode = options.mode || "normal";
      core.credit = "credit";
      start.core = core;
      if (options.mastery) start.student_data = { mastery_score: options.mastery };
    } else {
      start.learner_id = "l1";
      start.learner_name = "Jansen, Noor";
      start.entry = kept && start.exit === "suspend" ? "resume" : "ab-initio";
      start.mode = options.mode || "normal";
      if (options.mastery) start.scaled_passing_score = options.mastery;
    }
    api.loadFromJSON(start, "cmi");
    const keep = () => localStorage.setItem(key, JSON.stringify(api.cmi));
    api.on(standard === "scorm12" ? "LMSCommit" : "Commit", keep);
    api.on(standard === "scorm12" ? "LMSFinish" : "Terminate", keep);
    return api;
  }

  function strict() {
    const Double = standard === "scorm12" ? window.StrictScorm12 : window.StrictScorm2004;
    const kept = localStorage.getItem(key);
    const api = new Double(Object.assign({}, options, { stored: kept ? JSON.parse(kept) : {} }));
    api.onCommit = (data) => localStorage.setItem(key, JSON.stringify(data));
    window.double = api;
    return api;
  }

  const methods = standard === "scorm12"
    ? ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"]
    : ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];

  window.faults = {};
  function watched(api) {
    const shown = {};
    for (const method of methods) {
      if ((options.without || []).includes(method)) continue;
      shown[method] = function (...args) {
        const fault = window.faults[method];
        if (fault && (!fault.element || String(args[0]).startsWith(fault.element))) {
          log.push({ method, args, result: fault.result ?? "false", fault: true });
          if (fault.throws) throw new Error("LMS is away");
          if (fault.code) window.faultCode = fault.code;
          return fault.result ?? "false";
        }
        if (method.endsWith("GetLastError") && window.faultCode) {
          const code = window.faultCode;
          window.faultCode = null;
          return code;
        }
        const result = api[method](...args);
        if (!/LastError|ErrorString|Diagnostic/.test(method)) {
          const error = standard === "scorm12" ? api.LMSGetLastError() : api.GetLastError();
          log.push({ method, args, result: String(result), error: String(error) });
        }
        return result;
      };
    }
    return shown;
  }

  window.calls = log;
  window.kept = () => JSON.parse(localStorage.getItem(key) || "null");
  window.offer = () => {
    window[name] = watched(runtime === "again" ? again() : strict());
  };
  if (options.late) setTimeout(window.offer, options.late);
  else if (!options.none) window.offer();

  window.addEventListener("DOMContentLoaded", () => {
    if (options.popup) return;
    const frame = document.createElement("iframe");
    frame.id = "sco";
    frame.title = "Cursus";
    frame.src = query.get("launch");
    document.body.append(frame);
  });
})();
