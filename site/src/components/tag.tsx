const classes = {
  green: 'nhsuk-tag nhsuk-tag--green',
  yellow: 'nhsuk-tag nhsuk-tag--yellow',
  grey: 'nhsuk-tag nhsuk-tag--grey',
  blue: 'nhsuk-tag nhsuk-tag--blue',
  red: 'nhsuk-tag nhsuk-tag--red',
  white: 'nhsuk-tag nhsuk-tag--white',
} as const;

export interface TagProps {
  readonly text: string;
  readonly colour?: keyof typeof classes | undefined;
}

/** A status in words. Its colour gives no further information. */
export const Tag = ({ text, colour }: TagProps) => (
  <strong class={colour ? classes[colour] : 'nhsuk-tag'}>{text}</strong>
);
