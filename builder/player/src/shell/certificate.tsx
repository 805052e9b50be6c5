/** A page for on paper: who finished which course, and when it was printed. */

import { checksum } from "../checksum";
import { Icon } from "./icon";
import type { Scene } from "./scene";

/** The course offers a certificate, and the learner has earned it. */
export function hasCertificate({ payload, view }: Scene): boolean {
  if (!payload.certificate) return false;
  return view.completed && (view.masteryScore === null || view.success === "passed");
}

export function CertificateLink({ scene }: { scene: Scene }) {
  return hasCertificate(scene) ? (
    <a class="btn btn--ghost" href="#certificate">
      {scene.words("cert.open")}
    </a>
  ) : null;
}

export function Certificate({ scene }: { scene: Scene }) {
  const { words, view } = scene;
  const name = view.learnerName.trim();
  const problem = hasCertificate(scene) ? (name ? null : "cert.no_name") : "cert.not_yet";
  return (
    <>
      <h1>{words("cert.title")}</h1>
      {problem ? <p class="lede">{words(problem)}</p> : <Paper scene={scene} name={name} />}
      <div class="actions">
        {!problem && (
          <button class="btn" type="button" onClick={() => window.print()}>
            {words("cert.print")}
          </button>
        )}
        <a class="btn btn--text" href="#start">
          <Icon name="prev" />
          {words("nav.start")}
        </a>
      </div>
    </>
  );
}

/** The name is shown as the LMS gives it: standards do not agree on the order of its parts. */
function Paper({ scene: { words, payload, view }, name }: { scene: Scene; name: string }) {
  const { course, certificate } = payload;
  const issuer = certificate?.issuer ?? "";
  const date = new Intl.DateTimeFormat(course.language, { dateStyle: "long" }).format(new Date());
  const code = [0, 1].map((half) => checksum([half, name, course.id, course.version, date].join("|"))).join("-");
  const rows: [string, string][] = [
    ["cert.date", date],
    ["cert.issuer", issuer],
    ["cert.version", course.version],
    ["cert.code", code.toUpperCase()],
  ];
  if (certificate?.showScore && view.score !== null) {
    rows.splice(1, 0, ["cert.score", `${Math.floor(view.score * 100 + 1e-6)}%`]);
  }
  return (
    <section class="cert" aria-label={words("cert.title")}>
      <p class="cert__kind">{words("cert.title")}</p>
      <p class="cert__name">{name}</p>
      <p>{words(view.masteryScore === null ? "cert.finished" : "cert.passed")}</p>
      <p class="cert__course">{course.title}</p>
      <dl class="cert__facts">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{words("cert.about_code", { issuer })}</p>
    </section>
  );
}
