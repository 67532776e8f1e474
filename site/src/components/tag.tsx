export interface TagProps {
  readonly text: string;
  readonly colour?: 'green' | 'yellow' | 'grey' | 'blue' | 'red' | 'white' | undefined;
}

/** A state in words; the colour only repeats them. */
export const Tag = ({ text, colour }: TagProps) => (
  <strong class={`nhsuk-tag${colour ? ` nhsuk-tag--${colour}` : ''}`}>{text}</strong>
);
