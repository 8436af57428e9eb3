/** What a command still has to ask, as data: one form draws it, on the canvas and in the inspector alike. */
export type Question<Args> = (ChoiceQuestion | TextQuestion) & {
  /** "Which iteration?" */
  readonly title: string;
  /** The command's arguments with the answer in them: a choice's id, or the text. */
  readonly answer: (value: string) => Args;
};

export interface ChoiceQuestion {
  readonly choices: Choices;
  /** Said where there are none. */
  readonly none: string;
}

export interface TextQuestion {
  readonly text: {
    /** The name of the box: "JSON path". */
    readonly label: string;
    readonly placeholder: string;
    readonly hint: string;
    /** What it could be, each one click away. */
    readonly suggestions: readonly string[];
    /** Why a text is no answer; null where it is one. */
    readonly whyNot: (text: string) => string | null;
    /** What the button says that gives the answer. */
    readonly button: (text: string) => string;
  };
}

/** Something to choose: its name first, what tells it apart in grey, its path in monospace, why it is offered at the right. */
export interface Choice {
  /** Unique among the choices. */
  readonly id: string;
  /** The heading that it stands under, with those beside it of the same. */
  readonly group?: string;
  /** Heard before the label, where the heading says it to the eye: "Preprocess". */
  readonly lead?: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly path?: string;
  readonly note?: string | null;
  /** What kind of value it is. */
  readonly kind?: string;
  /** Why it cannot be chosen; it is shown all the same. */
  readonly refused?: string | null;
  /** The type of the step whose icon stands before it. */
  readonly icon?: string;
}

/** What is found of a search, the best first. */
export interface Found {
  readonly shown: readonly Choice[];
  /** How many more there are. */
  readonly more: number;
  /** How many of those that were found do not fit, and are shown only on demand. */
  readonly unfit?: number;
}

/** Finds choices by the words of a search: made when asked, for there may be a hundred thousand. */
export type Choices = (query: string, withUnfit?: boolean) => Found;

const mostShown = 80;

/** Choices of a list that is made already. */
export function choicesOf(all: readonly Choice[]): Choices {
  const texts = all.map(({ label, hint, path }) => `${label} ${hint ?? ""} ${path ?? ""}`.toLowerCase());
  return (query) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const found = all.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
    return { shown: found.slice(0, mostShown), more: Math.max(0, found.length - mostShown) };
  };
}

/** A question on its way to the person: whoever asked goes on with the answer, and may ask again. */
export type Asked = (ChoiceQuestion | TextQuestion) & {
  readonly title: string;
  readonly answer: (value: string) => unknown;
};

/** Where questions are asked. */
export type Ask = (question: Asked) => void;
