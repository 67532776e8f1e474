const paths = {
  arrow:
    'M14.7 5.3a1 1 0 0 0-1.4 1.4L17.6 11H4a1 1 0 1 0 0 2h13.6l-4.3 4.3a1 1 0 0 0 1.4 1.4l6-6a1 1 0 0 0 0-1.4z',
  cross:
    'M12 10.6 17.3 5.3l1.4 1.4L13.4 12l5.3 5.3-1.4 1.4L12 13.4l-5.3 5.3-1.4-1.4L10.6 12 5.3 6.7l1.4-1.4z',
  next: 'M9.7 5.3a1 1 0 0 0-1.4 1.4l5.3 5.3-5.3 5.3a1 1 0 1 0 1.4 1.4l6-6a1 1 0 0 0 0-1.4z',
} as const;

/** A decorative icon. Hidden from screen readers, because the text next to it says the same. */
export const Icon = ({ name }: { readonly name: keyof typeof paths }) => (
  <svg
    class={`app-icon app-icon--${name}`}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
);
