/** How the learner wants to see a course: kept on this device, for every course of this player. */

const KEY = "lesbouwer.display";

/** Every choice there is, by name; the first holds until the learner or the system says otherwise. */
export const CHOICES = {
  size: ["100", "115", "130", "150"],
  spacing: ["normal", "wide"],
  theme: ["auto", "light", "dark"],
  contrast: ["less", "more"],
  motion: ["more", "less"],
} as const;

export type ChoiceName = keyof typeof CHOICES;

/** What the system asks for, by the choice that answers it. The theme is not here: it has its `auto`. */
const WISHES: Partial<Record<ChoiceName, string>> = {
  contrast: "(prefers-contrast: more)",
  motion: "(prefers-reduced-motion: reduce)",
};

export interface Display {
  /** What holds now: the learner's choice, or that of the system. */
  get(name: ChoiceName): string;
  /** Shows a choice at once and keeps it. */
  set(name: ChoiceName, value: string): void;
  /** Forgets every choice: the system decides again. */
  reset(): void;
  /** Whether the choices outlive this page. */
  isKept(): boolean;
}

type Place = Pick<Window, "matchMedia" | "localStorage"> & {
  document: { documentElement: Pick<HTMLElement, "dataset"> };
};

/** Puts the kept choices on <html> as data attributes. Needs no body: call it before anything is drawn. */
export function showDisplay(place: Place): Display {
  const { dataset } = place.document.documentElement;
  const names = Object.keys(CHOICES) as ChoiceName[];
  let chosen: Partial<Record<ChoiceName, string>> = {};
  let isKept = true;

  /** Browsers may refuse storage in a frame of another site; then the choices hold for this page. */
  function keep(): void {
    for (const name of names) delete dataset[name];
    Object.assign(dataset, chosen);
    try {
      place.localStorage.setItem(KEY, JSON.stringify(chosen));
      isKept = true;
    } catch {
      isKept = false;
    }
  }

  try {
    const kept = JSON.parse(place.localStorage.getItem(KEY) ?? "{}") as Record<string, string>;
    for (const name of names) {
      const value = CHOICES[name].find((known) => known === kept[name]);
      if (value) chosen[name] = value;
    }
  } catch {
    // Blocked, or something else's text: the system's settings hold.
  }
  // Writing says whether it can be kept, before the learner is told so.
  keep();

  return {
    get(name) {
      const [plain, other] = CHOICES[name];
      const wish = WISHES[name];
      return chosen[name] ?? (wish && place.matchMedia(wish).matches ? other : plain);
    },
    set(name, value) {
      chosen = { ...chosen, [name]: value };
      keep();
    },
    reset() {
      chosen = {};
      keep();
    },
    isKept: () => isKept,
  };
}
