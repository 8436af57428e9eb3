/** A stop of the tour: what it names, and what it says of it. */
export interface Stop {
  readonly title: string;
  readonly text: string;
  /** What it names: the first of these that is on the screen. */
  readonly at: readonly string[];
}

export const stops: readonly Stop[] = [
  {
    title: "Steps come from here",
    text: "Drag a step onto the canvas, or click it: it lands behind the selected one. Typing finds it by what people call it, such as if, loop, xgboost or deploy; Enter adds it.",
    at: [".sw-area-left"],
  },
  {
    title: "A wire is a reference",
    text: "Pull a wire from an output, on the right of a step, to a field of another, on its left. The definition then reads that value: nothing is drawn that is not true.",
    at: [".sw-canvas .react-flow__node", ".sw-empty", ".sw-tools"],
  },
  {
    title: "What a step needs",
    text: "Its image, role, machine and data come first, All fields shows the rest. Type { in a field for everything that other steps and parameters give.",
    at: [".sw-area-right", ".sw-top [aria-label='Inspector']"],
  },
  {
    title: "What is wrong, and what would happen",
    text: "Problems say what to do, most by one click. Definition is the JSON itself. Simulation shows what each step would receive, and which way a condition goes, before any money is spent.",
    at: [".sw-area-bottom"],
  },
  {
    title: "Run it",
    text: "Ctrl+Enter runs it in the local region, on this computer and without an account. Deploy sends it to AWS, once its plan is approved. Ctrl+K knows everything else, this tour too.",
    at: [".sw-area-top [aria-label='Run'], .sw-area-top"],
  },
];
